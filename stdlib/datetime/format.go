// strftime and __format__ of dates and times.
package datetime

import (
	"strings"

	"pyasync/internal/pytime"
	"pyasync/object"
)

var strStrftime = object.NewStr("strftime")

// formatDate is __format__ of date, time and datetime.
func formatDate(th *thread, v, spec value) value {
	s, ok := object.GoString(spec)
	if !ok {
		return th.TypeError("__format__() argument must be str, not %s", clinicName(spec))
	}
	if s == "" {
		r, ok := th.Str(v)
		if !ok {
			return value{}
		}
		return object.StrValue(r)
	}
	return th.CallMethod(v, strStrftime, spec)
}

// strftime is the method of date and datetime.
func strftime(th *thread, v, format value) value {
	f, ok := object.GoString(format)
	if !ok {
		return th.TypeError("strftime() argument 1 must be str, not %s", clinicName(format))
	}
	if d, ok := asDateTime(v); ok {
		tm := d.tm()
		return wrapStrftime(th, v, f, &tm, &d.clock, v)
	}
	d, _ := asDate(v)
	tm := d.tm()
	return wrapStrftime(th, v, f, &tm, &clock{tz: object.None}, object.None)
}

// wrapStrftime replaces %z, %:z, %Z and %f, which depend on the object, and leaves the rest to strftime. tzArg is what
// the tzinfo's methods are asked with.
func wrapStrftime(th *thread, self value, format string, tm *pytime.Tm, c *clock, tzArg value) value {
	format, _, _ = strings.Cut(format, "\x00") // it goes through a C string
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		if format[i] != '%' || i+1 >= len(format) {
			b.WriteByte(format[i])
			continue
		}
		i++
		switch {
		case format[i] == 'z' || format[i] == ':' && i+1 < len(format) && format[i+1] == 'z':
			sep := ""
			if format[i] == ':' {
				sep = ":"
				i++
			}
			off, ok := callOffset(th, c.tz, strUTCOffset, tzArg)
			if !ok {
				return value{}
			}
			if off != nil {
				b.Write(appendOffset(nil, off, sep))
			}
		case format[i] == 'Z':
			name := callName(th, c.tz, tzArg)
			if name.H == nil {
				return name
			}
			if s, ok := object.GoString(name); ok {
				b.WriteString(strings.ReplaceAll(s, "%", "%%"))
			}
		case format[i] == 'f':
			b.Write(appendPadded(nil, c.micro, 6))
		default:
			b.WriteByte('%')
			b.WriteByte(format[i])
		}
	}
	return object.StrValue(pytime.Strftime(b.String(), tm))
}
