// date.
package datetime

import (
	"cmp"
	"strconv"
	"time"

	"pyasync/internal/pytime"
	"pyasync/object"
	timemod "pyasync/stdlib/time"
)

// date is the layout of dates, and the head of that of datetimes.
type date struct {
	object.Header
	year, month, day int
}

func asDate(v value) (*date, bool) {
	if v.Type().IsSubtype(&DateType) {
		return (*date)(v.Ptr()), true
	}
	return nil, false
}

var dateSig = object.ParseSignature("year, month, day")

func init() {
	s := object.Slots{New: newDateArgs, Repr: dateRepr, Str: dateStr, Compare: dateCompare,
		Hash: func(th *thread, v value) (int64, bool) {
			d, _ := asDate(v)
			return hashOf(int64(d.year), int64(d.month), int64(d.day)), true
		}}
	s.Binary[object.OpAdd] = dateAdd
	s.Binary[object.OpSub] = dateSub
	object.Define(&DateType, object.Spec{Name: "datetime.date", Alloc: object.Allocator[date](), Sig: "year, month, day",
		Doc: "date(year, month, day) --> date object", Slots: s, Methods: dateMethods,
		Getset: []object.Getset{
			{Name: "year", Get: func(th *thread, v value) value { d, _ := asDate(v); return intValue(d.year) }},
			{Name: "month", Get: func(th *thread, v value) value { d, _ := asDate(v); return intValue(d.month) }},
			{Name: "day", Get: func(th *thread, v value) value { d, _ := asDate(v); return intValue(d.day) }},
		},
		Consts: func() map[string]value {
			return map[string]value{"min": newDate(1, 1, 1), "max": newDate(maxYear, 12, 31), "resolution": newDelta(1, 0, 0)}
		},
	})
	object.DefineStructSeq(&isoCalendarType, "datetime.IsoCalendarDate", "The result of date.isocalendar() or datetime.isocalendar()\n\n"+
		"This object may be accessed either as a tuple of\n  ((year, week, weekday)\nor via the object attributes as named in the above tuple.", 3, true,
		object.StructField{Name: "year"}, object.StructField{Name: "week"}, object.StructField{Name: "weekday"})
}

var dateMethods = []object.Method{
	{Name: "today", Flags: object.ClassMethod, Doc: "Current date or datetime:  same as self.__class__.fromtimestamp(time.time()).", F0: today},
	{Name: "fromtimestamp", Sig: "timestamp, /", Flags: object.ClassMethod, Doc: "Create a date from a POSIX timestamp.", F1: dateFromTimestamp},
	{Name: "fromordinal", Sig: "ordinal, /", Flags: object.ClassMethod, Doc: "int -> date corresponding to a proleptic Gregorian ordinal.", F1: fromOrdinal},
	{Name: "fromisoformat", Sig: "string, /", Flags: object.ClassMethod, Doc: "str -> Construct a date from a string in ISO 8601 format.", F1: dateFromISO},
	{Name: "fromisocalendar", Sig: "year, week, day", Flags: object.ClassMethod, Doc: "int, int, int -> Construct a date from the ISO year, week number and weekday.", F: fromISOCalendar},
	{Name: "toordinal", Doc: "Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1.", F0: func(th *thread, v value) value { d, _ := asDate(v); return intValue(d.ordinal()) }},
	{Name: "weekday", Doc: "Return the day of the week represented by the date.\nMonday == 0 ... Sunday == 6", F0: func(th *thread, v value) value { d, _ := asDate(v); return intValue(d.weekday()) }},
	{Name: "isoweekday", Doc: "Return the day of the week represented by the date.\nMonday == 1 ... Sunday == 7", F0: func(th *thread, v value) value { d, _ := asDate(v); return intValue(d.weekday() + 1) }},
	{Name: "isocalendar", Doc: "Return a named tuple containing ISO year, week number, and weekday.", F0: isoCalendar},
	{Name: "isoformat", Doc: "Return string in ISO 8601 format, YYYY-MM-DD.", F0: dateStr},
	{Name: "ctime", Doc: "Return ctime() style string.", F0: dateCtime},
	{Name: "strftime", Sig: "format", Doc: "format -> strftime() style string.", F1: strftime},
	{Name: "__format__", Sig: "format_spec, /", Doc: "Formats self with strftime.", F1: formatDate},
	{Name: "timetuple", Doc: "Return time tuple, compatible with time.localtime().", F0: func(th *thread, v value) value {
		d, _ := asDate(v)
		tm := d.tm()
		tm.IsDST = -1
		return timemod.StructTime(&tm, false)
	}},
	{Name: "replace", Sig: "year=None, month=None, day=None", Doc: "Return date with new specified fields.", F: dateReplace},
	{Name: "__replace__", Sig: "year=None, month=None, day=None", Doc: "The same as replace().", F: dateReplace},
	{Name: "__reduce__", F0: func(th *thread, v value) value {
		d, _ := asDate(v)
		return object.TupleOf(v.Type().V(), object.TupleOf(intValue(d.year), intValue(d.month), intValue(d.day)))
	}},
}

func (d *date) ordinal() int { return int(pytime.Ordinal(int64(d.year), d.month, d.day)) }
func (d *date) weekday() int { return pytime.Weekday(int64(d.year), d.month, d.day) }

// tm is the broken-down time of midnight.
func (d *date) tm() pytime.Tm {
	return pytime.Tm{Year: int64(d.year), Mon: d.month, Day: d.day, Wday: d.weekday(), Yday: pytime.YearDay(int64(d.year), d.month, d.day)}
}

func checkDate(th *thread, y, m, d int) bool {
	switch {
	case y < minYear || y > maxYear:
		th.ValueError("year %d is out of range", y)
	case m < 1 || m > 12:
		th.ValueError("month must be in 1..12")
	case d < 1 || d > pytime.DaysInMonth(int64(y), m):
		th.ValueError("day is out of range for month")
	default:
		return true
	}
	return false
}

func newDate(y, m, d int) value {
	o := &date{object.Header{Shape: &DateType.Root}, y, m, d}
	return object.ObjectValue(&o.Header)
}

func newDateArgs(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	w := th.Window(3)
	defer th.Release(w)
	if !bind(th, "function", dateSig, args, kw, w) {
		return value{}
	}
	var y, m, d int
	if !ints(th, w, &y, &m, &d) || !checkDate(th, y, m, d) {
		return value{}
	}
	o := t.Allocate()
	x := (*date)(o.Ptr())
	x.year, x.month, x.day = y, m, d
	return o
}

// dateOf makes a date of class cls; a subclass is called.
func dateOf(th *thread, cls *object.Type, y, m, d int) value {
	if cls == &DateType {
		return newDate(y, m, d)
	}
	return th.CallArgs(cls.V(), intValue(y), intValue(m), intValue(d))
}

func dateFromOrdinal(th *thread, cls *object.Type, n int) value {
	if n < 1 || n > maxOrdinal {
		return th.OverflowError("date value out of range")
	}
	y, m, d := pytime.FromOrdinal(int64(n))
	return dateOf(th, cls, int(y), m, d)
}

var strFromTimestamp = object.NewStr("fromtimestamp")

func today(th *thread, cls value) value {
	if cls == DateType.V() {
		t := time.Now().In(timemod.Location(th))
		return newDate(t.Year(), int(t.Month()), t.Day())
	}
	return th.CallMethod(cls, strFromTimestamp, object.Float(float64(time.Now().UnixMicro())/1e6))
}

func dateFromTimestamp(th *thread, cls, ts value) value {
	sec, ok := timemod.Timestamp(th, ts)
	if !ok {
		return value{}
	}
	t := time.Unix(sec, 0).In(timemod.Location(th))
	if t.Year() < minYear || t.Year() > maxYear {
		return th.ValueError("year %d is out of range", t.Year())
	}
	c, _ := object.AsType(cls)
	return dateOf(th, c, t.Year(), int(t.Month()), t.Day())
}

// fromOrdinal makes a date, or, through the class, a datetime.
func fromOrdinal(th *thread, cls, v value) value {
	n, ok := th.AsCInt(v)
	if !ok {
		return value{}
	}
	if n < 1 {
		return th.ValueError("ordinal must be >= 1")
	}
	if n > maxOrdinal {
		y, _, _ := pytime.FromOrdinal(int64(n))
		return th.ValueError("year %d is out of range", y)
	}
	y, m, d := pytime.FromOrdinal(int64(n))
	return fromDateParts(th, cls, int(y), m, d)
}

// fromDateParts makes an object of class cls, a date or datetime.
func fromDateParts(th *thread, cls value, y, m, d int) value {
	c, _ := object.AsType(cls)
	return dateOf(th, c, y, m, d)
}

func fromISOCalendar(th *thread, cls value, a []value) value {
	var y, w, d int
	if !ints(th, a, &y, &w, &d) {
		return value{}
	}
	if y < minYear || y > maxYear {
		return th.ValueError("Year is out of range: %d", y)
	}
	n, ok := isoOrdinal(y, w, d)
	if !ok {
		if d < 1 || d > 7 {
			return th.ValueError("Invalid day: %d (range is [1, 7])", d)
		}
		return th.ValueError("Invalid week: %d", w)
	}
	if n < 1 || n > maxOrdinal {
		yy, _, _ := pytime.FromOrdinal(int64(n))
		return th.ValueError("year %d is out of range", yy)
	}
	yy, m, dd := pytime.FromOrdinal(int64(n))
	return fromDateParts(th, cls, int(yy), m, dd)
}

func isoOrdinal(y, w, d int) (n int, ok bool) {
	start := pytime.IsoWeek1Monday(int64(y))
	weeks := int(pytime.IsoWeek1Monday(int64(y+1))-start) / 7
	if w < 1 || w > weeks || d < 1 || d > 7 {
		return 0, false
	}
	return int(start) + (w-1)*7 + d - 1, true
}

func isoCalendar(th *thread, v value) value {
	d, _ := asDate(v)
	y, w, wd := pytime.IsoCalendar(int64(d.year), d.month, d.day)
	return object.NewStructSeq(&isoCalendarType, 3, []value{object.Int(y), intValue(w), intValue(wd)})
}

func dateRepr(th *thread, v value) value {
	d, _ := asDate(v)
	return object.StrValue(typeText(v) + "(" + strconv.Itoa(d.year) + ", " + strconv.Itoa(d.month) + ", " + strconv.Itoa(d.day) + ")")
}

func (d *date) appendISO(b []byte) []byte {
	b = appendPadded(b, d.year, 4)
	b = append(b, '-')
	b = appendPadded(b, d.month, 2)
	b = append(b, '-')
	return appendPadded(b, d.day, 2)
}

func dateStr(th *thread, v value) value {
	d, _ := asDate(v)
	return object.StrValue(string(d.appendISO(nil)))
}

func ctimeText(tm *pytime.Tm) value {
	return object.StrValue(pytime.Strftime("%a %b %e %H:%M:%S ", tm) + string(appendPadded(nil, int(tm.Year), 4)))
}

func dateCtime(th *thread, v value) value {
	d, _ := asDate(v)
	tm := d.tm()
	return ctimeText(&tm)
}

func dateReplace(th *thread, v value, a []value) value {
	d, _ := asDate(v)
	y, m, dd := d.year, d.month, d.day
	if !ints(th, a, &y, &m, &dd) || !checkDate(th, y, m, dd) {
		return value{}
	}
	return dateOf(th, v.Type(), y, m, dd)
}

func (d *date) cmp(e *date) int {
	return cmp.Or(cmp.Compare(d.year, e.year), cmp.Compare(d.month, e.month), cmp.Compare(d.day, e.day))
}

func dateCompare(th *thread, a, b value, op object.CmpOp) value {
	x, _ := asDate(a)
	y, ok := asDate(b)
	if !ok || b.Type().IsSubtype(&DateTimeType) {
		return object.NotImplemented
	}
	return object.Bool(object.Ordered(x.cmp(y), 0, op))
}

func dateAdd(th *thread, a, b value) value {
	if _, ok := asDate(a); !ok {
		a, b = b, a
	}
	d, ok := asDate(a)
	e, ok2 := asDelta(b)
	if !ok || !ok2 || a.Type().IsSubtype(&DateTimeType) {
		return object.NotImplemented
	}
	return dateFromOrdinal(th, a.Type(), d.ordinal()+e.days)
}

func dateSub(th *thread, a, b value) value {
	d, ok := asDate(a)
	if !ok || a.Type().IsSubtype(&DateTimeType) {
		return object.NotImplemented
	}
	if e, ok := asDelta(b); ok {
		return dateFromOrdinal(th, a.Type(), d.ordinal()-e.days)
	}
	if e, ok := asDate(b); ok && !b.Type().IsSubtype(&DateTimeType) {
		return makeDelta(th, d.ordinal()-e.ordinal(), 0, 0)
	}
	return object.NotImplemented
}
