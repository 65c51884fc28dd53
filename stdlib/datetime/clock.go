// time: the time of day.
package datetime

import (
	"strconv"

	"pyasync/internal/pytime"
	"pyasync/object"
)

// clock is the time of day with its zone: what time and datetime share.
type clock struct {
	hour, minute, second, micro, fold int
	tz                                value // None or a tzinfo
}

// timeOfDay is the layout of time objects.
type timeOfDay struct {
	object.Header
	clock
}

func asTime(v value) (*timeOfDay, bool) {
	if v.Is(&TimeType) {
		return (*timeOfDay)(v.Ptr()), true
	}
	return nil, false
}

var timeSig = object.ParseSignature("hour=0, minute=0, second=0, microsecond=0, tzinfo=None, fold=0")

func init() {
	field := func(name string, get func(c *clock) int) object.Getset {
		return object.Getset{Name: name, Get: func(th *thread, v value) value { t, _ := asTime(v); return intValue(get(&t.clock)) }}
	}
	object.Define(&TimeType, object.Spec{Name: "datetime.time", Alloc: object.Allocator[timeOfDay](),
		Sig: "hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0",
		Doc: "time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object\n\n" +
			"All arguments are optional. tzinfo may be None, or an instance of\na tzinfo subclass. The remaining arguments may be ints.",
		Slots: object.Slots{New: newTimeArgs, Repr: timeRepr, Str: func(th *thread, v value) value { return timeISO(th, v, []value{{}}) },
			Compare: timeCompare, Hash: timeHash},
		Methods: []object.Method{
			{Name: "fromisoformat", Sig: "string, /", Flags: object.ClassMethod, Doc: "string -> time from a string in ISO 8601 format", F1: timeFromISO},
			{Name: "isoformat", Sig: "timespec='auto'", Doc: "Return string in ISO 8601 format, [HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].", F: timeISO},
			{Name: "strftime", Sig: "format", Doc: "format -> strftime() style string.", F1: timeStrftime},
			{Name: "__format__", Sig: "format_spec, /", Doc: "Formats self with strftime.", F1: formatDate},
			{Name: "utcoffset", Doc: "Return self.tzinfo.utcoffset(self).", F0: func(th *thread, v value) value {
				t, _ := asTime(v)
				return offsetValue(callOffset(th, t.tz, strUTCOffset, object.None))
			}},
			{Name: "dst", Doc: "Return self.tzinfo.dst(self).", F0: func(th *thread, v value) value {
				t, _ := asTime(v)
				return offsetValue(callOffset(th, t.tz, strDST, object.None))
			}},
			{Name: "tzname", Doc: "Return self.tzinfo.tzname(self).", F0: func(th *thread, v value) value { t, _ := asTime(v); return callName(th, t.tz, object.None) }},
			{Name: "replace", Sig: "hour=None, minute=None, second=None, microsecond=None, tzinfo=None, *, fold=None", Doc: "Return time with new specified fields.", F: timeReplace},
			{Name: "__replace__", Sig: "hour=None, minute=None, second=None, microsecond=None, tzinfo=None, *, fold=None", Doc: "The same as replace().", F: timeReplace},
			{Name: "__reduce__", F0: func(th *thread, v value) value {
				t, _ := asTime(v)
				c := &t.clock
				return object.TupleOf(v.Type().V(), object.TupleOf(intValue(c.hour), intValue(c.minute), intValue(c.second), intValue(c.micro), c.tz))
			}},
		},
		Getset: []object.Getset{
			field("hour", func(c *clock) int { return c.hour }), field("minute", func(c *clock) int { return c.minute }),
			field("second", func(c *clock) int { return c.second }), field("microsecond", func(c *clock) int { return c.micro }),
			field("fold", func(c *clock) int { return c.fold }),
			{Name: "tzinfo", Get: func(th *thread, v value) value { t, _ := asTime(v); return t.tz }},
		},
		Consts: func() map[string]value {
			return map[string]value{"min": newTime(clock{tz: object.None}), "max": newTime(clock{23, 59, 59, 999999, 0, object.None}), "resolution": newDelta(0, 0, 1)}
		},
	})
}

func offsetValue(d *delta, ok bool) value {
	if !ok {
		return value{}
	}
	return deltaOrNone(d)
}

func newTime(c clock) value {
	t := &timeOfDay{object.Header{Shape: &TimeType.Root}, c}
	return object.ObjectValue(&t.Header)
}

// readClock reads hour, minute, second, microsecond, tzinfo and fold; omitted ones keep what c has.
func readClock(th *thread, a []value, c *clock) bool {
	if !ints(th, a[:4], &c.hour, &c.minute, &c.second, &c.micro) {
		return false
	}
	if a[4].H != nil {
		c.tz = a[4]
	}
	if !ints(th, a[5:6], &c.fold) {
		return false
	}
	return checkTZ(th, c.tz) && checkClock(th, c)
}

func checkClock(th *thread, c *clock) bool {
	msg := ""
	switch {
	case c.hour < 0 || c.hour > 23:
		msg = "hour must be in 0..23"
	case c.minute < 0 || c.minute > 59:
		msg = "minute must be in 0..59"
	case c.second < 0 || c.second > 59:
		msg = "second must be in 0..59"
	case c.micro < 0 || c.micro > 999999:
		msg = "microsecond must be in 0..999999"
	case c.fold != 0 && c.fold != 1:
		msg = "fold must be either 0 or 1"
	}
	if msg != "" {
		th.ValueError("%s", msg)
	}
	return msg == ""
}

func newTimeArgs(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	w := th.Window(6)
	defer th.Release(w)
	if !bind(th, "function", timeSig, args, kw, w) {
		return value{}
	}
	c := clock{tz: object.None}
	if !readClock(th, w, &c) {
		return value{}
	}
	o := t.Allocate()
	x, _ := asTime(o)
	x.clock = c
	return o
}

// timeOf makes a time of class cls.
func timeOf(th *thread, cls *object.Type, c clock) value {
	if cls == &TimeType {
		return newTime(c)
	}
	r := th.Call(cls.V(), []value{intValue(c.hour), intValue(c.minute), intValue(c.second), intValue(c.micro), c.tz, intValue(c.fold)},
		[]*object.Str{object.NewStr("fold")})
	return r
}

func timeReplace(th *thread, v value, a []value) value {
	t, _ := asTime(v)
	c := t.clock
	if !readClock(th, a, &c) {
		return value{}
	}
	return timeOf(th, v.Type(), c)
}

func timeRepr(th *thread, v value) value {
	t, _ := asTime(v)
	c := &t.clock
	s := typeText(v) + "(" + strconv.Itoa(c.hour) + ", " + strconv.Itoa(c.minute)
	if c.second != 0 || c.micro != 0 {
		s += ", " + strconv.Itoa(c.second)
	}
	if c.micro != 0 {
		s += ", " + strconv.Itoa(c.micro)
	}
	return c.reprTail(th, s)
}

// reprTail adds fold and tzinfo to a repr and closes it.
func (c *clock) reprTail(th *thread, s string) value {
	if c.fold != 0 {
		s += ", fold=1"
	}
	if !c.tz.IsNone() {
		r, ok := th.Repr(c.tz)
		if !ok {
			return value{}
		}
		s += ", tzinfo=" + r
	}
	return object.StrValue(s + ")")
}

var timeSpecs = map[string]int{"hours": 1, "minutes": 2, "seconds": 3, "milliseconds": 4, "microseconds": 5}

// appendClock writes the time to the precision of timespec.
func (c *clock) appendClock(th *thread, b []byte, spec value) ([]byte, bool) {
	level := 3
	if c.micro != 0 {
		level = 5
	}
	if spec.H != nil {
		s, ok := object.GoString(spec)
		if !ok {
			th.TypeError("isoformat() argument 'timespec' must be str, not %s", clinicName(spec))
			return nil, false
		}
		if l, known := timeSpecs[s]; known {
			level = l
		} else if s != "auto" {
			th.ValueError("Unknown timespec value")
			return nil, false
		}
	}
	b = appendPadded(b, c.hour, 2)
	if level >= 2 {
		b = appendPadded(append(b, ':'), c.minute, 2)
	}
	if level >= 3 {
		b = appendPadded(append(b, ':'), c.second, 2)
	}
	switch level {
	case 4:
		b = appendPadded(append(b, '.'), c.micro/1000, 3)
	case 5:
		b = appendPadded(append(b, '.'), c.micro, 6)
	}
	return b, true
}

func timeISO(th *thread, v value, a []value) value {
	t, _ := asTime(v)
	b, ok := t.appendClock(th, nil, a[0])
	if !ok {
		return value{}
	}
	off, ok := callOffset(th, t.tz, strUTCOffset, object.None)
	if !ok {
		return value{}
	}
	if off != nil {
		b = appendOffset(b, off, ":")
	}
	return object.StrValue(string(b))
}

func (c *clock) tm() pytime.Tm {
	return pytime.Tm{Year: 1900, Mon: 1, Day: 1, Hour: c.hour, Min: c.minute, Sec: c.second, Yday: 1, IsDST: -1}
}

func timeStrftime(th *thread, v, format value) value {
	t, _ := asTime(v)
	f, ok := object.GoString(format)
	if !ok {
		return th.TypeError("strftime() argument 1 must be str, not %s", clinicName(format))
	}
	tm := t.tm()
	return wrapStrftime(th, v, f, &tm, &t.clock, object.None)
}

// micros is the time of day in microseconds.
func (c *clock) micros() int64 {
	return int64(c.hour*3600+c.minute*60+c.second)*1000000 + int64(c.micro)
}

func timeHash(th *thread, v value) (int64, bool) {
	t, _ := asTime(v)
	off, ok := callOffset(th, t.tz, strUTCOffset, object.None)
	if !ok {
		return 0, false
	}
	if off == nil {
		return hashOf(t.micros()), true
	}
	n, _ := off.microsFit()
	return hashOf(t.micros() - n), true
}

func timeCompare(th *thread, a, b value, op object.CmpOp) value {
	x, _ := asTime(a)
	y, ok := asTime(b)
	if !ok {
		return object.NotImplemented
	}
	if x.tz == y.tz {
		return object.Bool(object.Ordered(x.micros(), y.micros(), op))
	}
	p, ok := callOffset(th, x.tz, strUTCOffset, object.None)
	if !ok {
		return value{}
	}
	q, ok := callOffset(th, y.tz, strUTCOffset, object.None)
	if !ok {
		return value{}
	}
	if (p == nil) != (q == nil) {
		switch op {
		case object.CmpEQ:
			return object.False
		case object.CmpNE:
			return object.True
		}
		return th.TypeError("can't compare offset-naive and offset-aware times")
	}
	var pm, qm int64
	if p != nil {
		pm, _ = p.microsFit()
		qm, _ = q.microsFit()
	}
	return object.Bool(object.Ordered(x.micros()-pm, y.micros()-qm, op))
}
