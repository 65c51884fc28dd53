// strptime of the time and datetime modules, and the module _strptime, by which its steps can be called.
package timemod

import (
	"strings"
	"time"

	"pyasync/internal/pytime"
	"pyasync/object"
)

const defaultFormat = "%a %b %d %H:%M:%S %Y"

// InitStrptime fills the module _strptime.
func InitStrptime(th *thread, m *object.Module) bool {
	m.AddFuncs([]object.Method{
		{Name: "_strptime", Sig: "data_string, format='" + defaultFormat + "'", F: strptimeParts},
		{Name: "_strptime_time", Sig: "data_string, format='" + defaultFormat + "'", F: strptime},
	})
	return true
}

func formatArg(v value) value {
	if v.H == nil {
		return object.StrValue(defaultFormat)
	}
	return v
}

func strptime(th *thread, _ value, a []value) value {
	p, ok := Strptime(th, a[0], formatArg(a[1]))
	if !ok {
		return value{}
	}
	return StructTime(&p.Tm, p.HasZone || p.HasOffset)
}

// strptimeParts returns the fields with zone name and offset, the microseconds, and those of the offset.
func strptimeParts(th *thread, _ value, a []value) value {
	p, ok := Strptime(th, a[0], formatArg(a[1]))
	if !ok {
		return value{}
	}
	n := func(i int) value { return object.Int(int64(i)) }
	zone, offset, rest := object.None, object.None, object.Int(0)
	if p.HasZone {
		zone = object.StrValue(p.Zone)
	}
	if p.HasOffset {
		offset, rest = object.Int(p.OffsetMicros/1_000_000), object.Int(p.OffsetMicros%1_000_000)
	}
	fields := object.TupleOf(object.Int(p.Year), n(p.Mon), n(p.Day), n(p.Hour), n(p.Min), n(p.Sec), n(p.Wday), n(p.Yday), n(p.IsDST), zone, offset)
	return object.TupleOf(fields, n(p.Micro), rest)
}

const dayWithoutYearText = `Parsing dates involving a day of month without a year specified is ambiguious
and fails to parse leap day. The default behavior will change in Python 3.15
to either always raise an exception or to use a different default year (TBD).
To avoid trouble, add a specific year to the input & format.
See https://github.com/python/cpython/issues/70647.`

// dayWithoutYear reports whether a format has a day of the month but no year.
func dayWithoutYear(format string) bool {
	day, year := false, false
	for i := 0; i+1 < len(format); i++ {
		if format[i] != '%' {
			continue
		}
		i++
		day = day || format[i] == 'd'
		year = year || strings.IndexByte("YyG", format[i]) >= 0
	}
	return day && !year
}

// Strptime parses for time.strptime and datetime.strptime.
func Strptime(th *thread, data, format value) (*pytime.Parsed, bool) {
	for i, v := range []value{data, format} {
		if _, ok := object.AsStr(v); !ok {
			th.TypeError("strptime() argument %d must be str, not %s", i, typeRepr(th, v))
			return nil, false
		}
	}
	d, _ := object.GoString(data)
	f, _ := object.GoString(format)
	names, offsets, _ := pytime.Zones(Location(th), time.Now())
	p, perr := pytime.Strptime(d, f, names)
	if warns := th.Interp.Hooks.Warn; warns != nil && (perr == nil || perr.Mismatch) && dayWithoutYear(f) {
		if !warns(th, &object.DeprecationWarningType, dayWithoutYearText, 1) {
			return nil, false
		}
	}
	if perr != nil {
		return nil, mismatch(th, perr, data, format)
	}
	if p.HasZone && !p.HasOffset && !strings.EqualFold(p.Zone, "utc") && !strings.EqualFold(p.Zone, "gmt") {
		p.Offset = offsets[max(p.IsDST, 0)]
	}
	return p, true
}

// mismatch raises what the parser found wrong.
func mismatch(th *thread, perr *pytime.ParseError, data, format value) bool {
	if perr.Mismatch {
		dr, ok := th.Repr(data)
		if !ok {
			return false
		}
		fr, ok := th.Repr(format)
		if !ok {
			return false
		}
		th.ValueError("time data %s does not match format %s", dr, fr)
		return false
	}
	e := object.NewException(&object.ValueErrorType, object.StrValue(perr.Text))
	e.SuppressContext = perr.Format
	th.RaiseValue(e.V())
	return false
}

// typeRepr is repr(type(v)).
func typeRepr(th *thread, v value) string {
	s, ok := th.Repr(v.Type().V())
	if !ok {
		th.Exc = value{}
		return v.Type().Name
	}
	return s
}
