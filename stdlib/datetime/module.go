// Package datetime is Python's datetime module.
package datetime

import (
	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// The types of the module.
var (
	DateType, TimeType, DateTimeType, DeltaType, TZInfoType, TimezoneType object.Type
	isoCalendarType                                                       object.Type
)

const (
	minYear    = 1
	maxYear    = 9999
	maxOrdinal = 3652059
)

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	m.AddTypes(&DateType, &TimeType, &DateTimeType, &DeltaType, &TZInfoType, &TimezoneType)
	m.Set("MINYEAR", object.Int(minYear))
	m.Set("MAXYEAR", object.Int(maxYear))
	m.Set("UTC", utc)
	var all []value
	for _, name := range []string{"date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC"} {
		all = append(all, object.StrValue(name))
	}
	m.Set("__all__", object.TupleCopy(all).V())
	return true
}

// typeText is the name of a class as reprs show it: with the module for those of this one.
func typeText(v value) string {
	t := v.Type()
	if t.Flags&object.FlagHeap != 0 {
		return t.Name
	}
	return t.Module + "." + t.Name
}

// bind binds the arguments of a constructor, with the error texts of PyArg_ParseTupleAndKeywords; name is "function"
// or "__new__()".
func bind(th *thread, name string, sig *object.Signature, args []value, kw []*object.Str, out []value) bool {
	n := len(args)
	if n > len(sig.Params) {
		th.TypeError("%s takes at most %d arguments (%d given)", name, len(sig.Params), n)
		return false
	}
	npos := n - len(kw)
	copy(out, args[:npos])
	wrong := -1 // the first keyword that has no place: what is missing is reported before it
	for i, k := range kw {
		at := -1
		for j, p := range sig.Params {
			if p.Name == k.Go() {
				at = j
			}
		}
		switch {
		case at < 0:
			if wrong < 0 {
				wrong = i
			}
			continue
		case out[at].H != nil:
			th.TypeError("argument for %s given by name ('%s') and position (%d)", name, k.Go(), at+1)
			return false
		}
		out[at] = args[npos+i]
	}
	for i := range sig.Required {
		if out[i].H == nil {
			th.TypeError("%s missing required argument '%s' (pos %d)", name, sig.Params[i].Name, i+1)
			return false
		}
	}
	if wrong >= 0 {
		if name == "function" {
			name = "this function"
		}
		names := make([]string, len(sig.Params))
		for i, p := range sig.Params {
			names[i] = p.Name
		}
		th.TypeError("%s got an unexpected keyword argument '%s'%s", name, kw[wrong].Go(), object.SuggestKeyword(kw[wrong].Go(), names...))
		return false
	}
	return true
}

// ints reads small int arguments; omitted ones keep their default.
func ints(th *thread, a []value, out ...*int) bool {
	for i, p := range out {
		if a[i].H == nil {
			continue
		}
		n, ok := th.AsCInt(a[i])
		if !ok {
			return false
		}
		*p = n
	}
	return true
}

func intValue(i int) value { return object.Int(int64(i)) }

// hashOf mixes numbers into a hash.
func hashOf(parts ...int64) int64 {
	h := uint64(0x345678)
	for _, p := range parts {
		h = (h ^ uint64(p)) * 0x9E3779B97F4A7C15
		h ^= h >> 29
	}
	if int64(h) == -1 {
		return -2
	}
	return int64(h)
}

// two writes n with two digits, four and six with as many.
func appendPadded(b []byte, n, width int) []byte {
	var digits [10]byte
	for i := width - 1; i >= 0; i-- {
		digits[i] = '0' + byte(n%10)
		n /= 10
	}
	return append(b, digits[:width]...)
}
