// struct_time, and the functions between timestamps, broken-down times and text.
package timemod

import (
	"math"
	"strings"
	"time"

	"pyasync/internal/pytime"
	"pyasync/object"
)

// StructTimeType is time.struct_time.
var StructTimeType object.Type

const visibleFields = 9

func init() {
	object.DefineStructSeq(&StructTimeType, "time.struct_time", "The time value as returned by gmtime(), localtime(), and strptime(), and\n"+
		"accepted by asctime(), mktime() and strftime().  May be considered as a\nsequence of 9 integers.", visibleFields, false,
		object.StructField{Name: "tm_year", Doc: "year, for example, 1993"},
		object.StructField{Name: "tm_mon", Doc: "month of year, range [1, 12]"},
		object.StructField{Name: "tm_mday", Doc: "day of month, range [1, 31]"},
		object.StructField{Name: "tm_hour", Doc: "hours, range [0, 23]"},
		object.StructField{Name: "tm_min", Doc: "minutes, range [0, 59]"},
		object.StructField{Name: "tm_sec", Doc: "seconds, range [0, 61])"},
		object.StructField{Name: "tm_wday", Doc: "day of week, range [0, 6], Monday is 0"},
		object.StructField{Name: "tm_yday", Doc: "day of year, range [1, 366]"},
		object.StructField{Name: "tm_isdst", Doc: "1 if summer time is in effect, 0 if not, and -1 if unknown"},
		object.StructField{Name: "tm_zone", Doc: "abbreviation of timezone name"},
		object.StructField{Name: "tm_gmtoff", Doc: "offset from UTC in seconds"})
}

// StructTime makes a struct_time.
func StructTime(t *pytime.Tm, withZone bool) value {
	n := func(i int) value { return object.Int(int64(i)) }
	zone, off := object.None, object.None
	if withZone {
		zone, off = object.StrValue(t.Zone), n(t.Offset)
	}
	return object.NewStructSeq(&StructTimeType, visibleFields, []value{object.Int(t.Year), n(t.Mon), n(t.Day), n(t.Hour), n(t.Min), n(t.Sec),
		n(t.Wday), n(t.Yday), n(t.IsDST), zone, off})
}

// when returns the time of an optional timestamp argument.
func when(th *thread, v value, loc *time.Location) (pytime.Tm, bool) {
	if v.H == nil || v.IsNone() {
		return pytime.FromTime(time.Now().In(loc)), true
	}
	sec, ok := Timestamp(th, v)
	if !ok {
		return pytime.Tm{}, false
	}
	// struct tm holds the year in an int.
	if sec > 67768036191676799 || sec < -67768040609740800 {
		th.RaiseValue(object.NewException(&object.OverflowErrorType, object.StrValue("timestamp out of range for platform time_t")).V())
		return pytime.Tm{}, false
	}
	return pytime.FromTime(time.Unix(sec, 0).In(loc)), true
}

func gmtime(th *thread, _ value, a []value) value {
	t, ok := when(th, a[0], time.UTC)
	if !ok {
		return value{}
	}
	t.Zone = "UTC"
	return StructTime(&t, true)
}

func localtime(th *thread, _ value, a []value) value {
	t, ok := when(th, a[0], Location(th))
	if !ok {
		return value{}
	}
	return StructTime(&t, true)
}

// fromTuple reads a time tuple without checking ranges.
func fromTuple(th *thread, v value, fn string) (t pytime.Tm, ok bool) {
	tuple, isTuple := object.AsTuple(v)
	if !isTuple {
		th.TypeError("Tuple or struct_time argument required")
		return t, false
	}
	if len(tuple.Items) != visibleFields {
		th.TypeError("%s(): illegal time tuple argument", fn)
		return t, false
	}
	var n [visibleFields]int64
	for i, x := range tuple.Items {
		k, ok := th.AsCInt(x)
		if !ok {
			return t, false
		}
		n[i] = int64(k)
	}
	if n[0] < math.MinInt32+1900 { // struct tm counts from 1900
		th.OverflowError("year out of range")
		return t, false
	}
	t = pytime.Tm{Year: n[0], Mon: int(n[1]), Day: int(n[2]), Hour: int(n[3]), Min: int(n[4]), Sec: int(n[5]), Wday: int(n[6]), Yday: int(n[7]), IsDST: int(n[8])}
	if v.Type() == &StructTimeType {
		if zone, ok := object.GoString(object.StructItem(v, 9)); ok {
			t.Zone = zone
		}
		if off, ok := object.AsInt64(object.StructItem(v, 10)); ok {
			t.Offset = int(off)
		}
	}
	return t, true
}

// checkTuple refuses what strftime cannot index its tables with; month 0 and day 0 count as 1.
func checkTuple(th *thread, t *pytime.Tm) bool {
	one := func(n *int) {
		if *n == 0 {
			*n = 1
		}
	}
	one(&t.Mon)
	one(&t.Day)
	one(&t.Yday)
	badWeekday := (t.Wday+1)%7 < 0
	t.Wday = (t.Wday%7 + 7) % 7
	msg := ""
	switch {
	case badWeekday:
		msg = "day of week out of range"
	case t.Mon < 1 || t.Mon > 12:
		msg = "month out of range"
	case t.Day < 1 || t.Day > 31:
		msg = "day of month out of range"
	case t.Hour < 0 || t.Hour > 23:
		msg = "hour out of range"
	case t.Min < 0 || t.Min > 59:
		msg = "minute out of range"
	case t.Sec < 0 || t.Sec > 61:
		msg = "seconds out of range"
	case t.Yday < 1 || t.Yday > 366:
		msg = "day of year out of range"
	}
	if msg != "" {
		th.ValueError("%s", msg)
	}
	return msg == ""
}

func mktime(th *thread, _, arg value) value {
	t, ok := fromTuple(th, arg, "mktime")
	if !ok {
		return value{}
	}
	return object.Float(float64(Mktime(&t, Location(th))))
}

// Mktime is C's mktime: local time to a timestamp; IsDST decides between the two readings of an ambiguous time.
func Mktime(t *pytime.Tm, loc *time.Location) int64 {
	u := time.Date(int(t.Year), time.Month(t.Mon), t.Day, t.Hour, t.Min, t.Sec, 0, loc)
	if t.IsDST < 0 {
		return u.Unix()
	}
	want := t.IsDST > 0
	if u.IsDST() == want {
		return u.Unix()
	}
	// The other offset in force nearby, if it has the wanted kind of time.
	for _, d := range []time.Duration{180 * 24 * time.Hour, -180 * 24 * time.Hour} {
		near := u.Add(d)
		if near.IsDST() != want {
			continue
		}
		_, off := near.Zone()
		return time.Date(int(t.Year), time.Month(t.Mon), t.Day, t.Hour, t.Min, t.Sec, 0, time.UTC).Unix() - int64(off)
	}
	return u.Unix()
}

func asctimeText(t *pytime.Tm) value {
	return object.StrValue(pytime.Strftime("%a %b %e %H:%M:%S %Y", t))
}

func asctime(th *thread, _ value, a []value) value {
	if a[0].H == nil {
		t, _ := when(th, value{}, Location(th))
		return asctimeText(&t)
	}
	t, ok := fromTuple(th, a[0], "asctime")
	if !ok || !checkTuple(th, &t) {
		return value{}
	}
	return asctimeText(&t)
}

func ctime(th *thread, _ value, a []value) value {
	t, ok := when(th, a[0], Location(th))
	if !ok {
		return value{}
	}
	return asctimeText(&t)
}

func strftime(th *thread, _ value, a []value) value {
	format, ok := object.GoString(a[0])
	if !ok {
		return th.TypeError("strftime() argument 1 must be str, not %s", a[0].Type().TPName())
	}
	if strings.IndexByte(format, 0) >= 0 {
		return th.ValueError("embedded null character")
	}
	var t pytime.Tm
	if a[1].H == nil {
		t, _ = when(th, value{}, Location(th))
	} else {
		if t, ok = fromTuple(th, a[1], "strftime"); !ok || !checkTuple(th, &t) {
			return value{}
		}
		if t.IsDST < -1 {
			t.IsDST = -1
		} else if t.IsDST > 1 {
			t.IsDST = 1
		}
		if t.Zone == "" {
			names, offsets, _ := pytime.Zones(Location(th), time.Now())
			i := max(t.IsDST, 0)
			t.Zone, t.Offset = names[i], offsets[i]
		}
	}
	return object.StrValue(pytime.Strftime(format, &t))
}
