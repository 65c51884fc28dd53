// datetime: the class, its arithmetic and comparisons.
package datetime

import (
	"pyasync/object"
	timemod "pyasync/stdlib/time"
)

func init() {
	field := func(name string, get func(c *clock) int) object.Getset {
		return object.Getset{Name: name, Get: func(th *thread, v value) value { d, _ := asDateTime(v); return intValue(get(&d.clock)) }}
	}
	s := object.Slots{New: newDateTimeArgs, Repr: dateTimeRepr, Str: dateTimeStr, Compare: dateTimeCompare, Hash: dateTimeHash}
	s.Binary[object.OpAdd] = dateTimeAdd
	s.Binary[object.OpSub] = dateTimeSub
	object.Define(&DateTimeType, object.Spec{Name: "datetime.datetime", Base: &DateType, Alloc: object.Allocator[dateTime](), Slots: s,
		Sig: "year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0",
		Doc: "datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])\n\n" +
			"The year, month and day arguments are required. tzinfo may be None, or an\ninstance of a tzinfo subclass. The remaining arguments may be ints.",
		Methods: dateTimeMethods,
		Getset: []object.Getset{
			field("hour", func(c *clock) int { return c.hour }), field("minute", func(c *clock) int { return c.minute }),
			field("second", func(c *clock) int { return c.second }), field("microsecond", func(c *clock) int { return c.micro }),
			field("fold", func(c *clock) int { return c.fold }),
			{Name: "tzinfo", Get: func(th *thread, v value) value { d, _ := asDateTime(v); return d.tz }},
		},
		Consts: func() map[string]value {
			return map[string]value{"min": newDateTime(date{year: 1, month: 1, day: 1}, clock{tz: object.None}),
				"max":        newDateTime(date{year: maxYear, month: 12, day: 31}, clock{23, 59, 59, 999999, 0, object.None}),
				"resolution": newDelta(0, 0, 1)}
		},
	})
}

const replaceSig = "year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=None, *, fold=None"

var dateTimeMethods = []object.Method{
	{Name: "now", Sig: "tz=None", Flags: object.ClassMethod, Doc: "Returns new datetime object representing current time local to tz.", F: now},
	{Name: "utcnow", Flags: object.ClassMethod, Doc: "Return a new datetime representing UTC day and time.", F0: utcNow},
	{Name: "fromtimestamp", Sig: "timestamp, tz=None", Flags: object.ClassMethod, Doc: "timestamp[, tz] -> tz's local time from POSIX timestamp.", F: dateTimeFromTimestamp},
	{Name: "utcfromtimestamp", Sig: "timestamp, /", Flags: object.ClassMethod, Doc: "Construct a naive UTC datetime from a POSIX timestamp.", F1: utcFromTimestamp},
	{Name: "strptime", Sig: "date_string, format, /", Flags: object.ClassMethod, Doc: "string, format -> new datetime parsed from a string (like time.strptime()).", F2: strptime},
	{Name: "combine", Sig: "date, time, tzinfo=<unrepresentable>", Flags: object.ClassMethod, Doc: "date, time -> datetime with same date and time fields", F: combine},
	{Name: "fromisoformat", Sig: "string, /", Flags: object.ClassMethod, Doc: "string -> datetime from a string in most ISO 8601 formats", F1: dateTimeFromISO},
	{Name: "date", Doc: "Return date object with same year, month and day.", F0: func(th *thread, v value) value { d, _ := asDateTime(v); return newDate(d.year, d.month, d.day) }},
	{Name: "time", Doc: "Return time object with same time but with tzinfo=None.", F0: func(th *thread, v value) value {
		d, _ := asDateTime(v)
		c := d.clock
		c.tz = object.None
		return newTime(c)
	}},
	{Name: "timetz", Doc: "Return time object with same time and tzinfo.", F0: func(th *thread, v value) value { d, _ := asDateTime(v); return newTime(d.clock) }},
	{Name: "ctime", Doc: "Return ctime() style string.", F0: func(th *thread, v value) value { d, _ := asDateTime(v); tm := d.tm(); return ctimeText(&tm) }},
	{Name: "timetuple", Doc: "Return time tuple, compatible with time.localtime().", F0: timeTuple},
	{Name: "utctimetuple", Doc: "Return UTC time tuple, compatible with time.localtime().", F0: utcTimeTuple},
	{Name: "timestamp", Doc: "Return POSIX timestamp as float.", F0: timestamp},
	{Name: "isoformat", Sig: "sep='T', timespec='auto'", Doc: "[sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].", F: dateTimeISO},
	{Name: "utcoffset", Doc: "Return self.tzinfo.utcoffset(self).", F0: func(th *thread, v value) value {
		d, _ := asDateTime(v)
		return offsetValue(callOffset(th, d.tz, strUTCOffset, v))
	}},
	{Name: "dst", Doc: "Return self.tzinfo.dst(self).", F0: func(th *thread, v value) value {
		d, _ := asDateTime(v)
		return offsetValue(callOffset(th, d.tz, strDST, v))
	}},
	{Name: "tzname", Doc: "Return self.tzinfo.tzname(self).", F0: func(th *thread, v value) value { d, _ := asDateTime(v); return callName(th, d.tz, v) }},
	{Name: "replace", Sig: replaceSig, Doc: "Return datetime with new specified fields.", F: dateTimeReplace},
	{Name: "__replace__", Sig: replaceSig, Doc: "The same as replace().", F: dateTimeReplace},
	{Name: "astimezone", Sig: "tz=None", Doc: "tz -> convert to local time in new timezone tz", F: asTimezoneMethod},
	{Name: "__reduce__", F0: func(th *thread, v value) value {
		d, _ := asDateTime(v)
		args := []value{intValue(d.year), intValue(d.month), intValue(d.day), intValue(d.hour), intValue(d.minute), intValue(d.second), intValue(d.micro), d.tz}
		return object.TupleOf(v.Type().V(), object.NewTuple(args).V())
	}},
}

func dateTimeReplace(th *thread, v value, a []value) value {
	d, _ := asDateTime(v)
	nd, c := date{year: d.year, month: d.month, day: d.day}, d.clock
	if !ints(th, a[:3], &nd.year, &nd.month, &nd.day) || !checkDate(th, nd.year, nd.month, nd.day) || !readClock(th, a[3:], &c) {
		return value{}
	}
	return dateTimeOf(th, v.Type(), nd, c)
}

func timeTuple(th *thread, v value) value {
	d, _ := asDateTime(v)
	tm := d.tm()
	dst, ok := callOffset(th, d.tz, strDST, v)
	if !ok {
		return value{}
	}
	if dst != nil {
		tm.IsDST = 0
		if dst.days != 0 || dst.secs != 0 || dst.micros != 0 {
			tm.IsDST = 1
		}
	}
	return timemod.StructTime(&tm, false)
}

func utcTimeTuple(th *thread, v value) value {
	d, _ := asDateTime(v)
	off, ok := callOffset(th, d.tz, strUTCOffset, v)
	if !ok {
		return value{}
	}
	x := dateTime{d.date, d.clock}
	if off != nil {
		nd, c, ok := fromSeconds(d.seconds() - int64(off.days)*secondsPerDay - int64(off.secs))
		if !ok {
			return th.OverflowError("date value out of range")
		}
		x = dateTime{nd, c}
	}
	tm := x.tm()
	tm.IsDST = 0
	return timemod.StructTime(&tm, false)
}

// offsets asks both datetimes for their offsets.
func offsets(th *thread, a, b value, x, y *dateTime) (p, q *delta, ok bool) {
	if p, ok = callOffset(th, x.tz, strUTCOffset, a); !ok {
		return
	}
	q, ok = callOffset(th, y.tz, strUTCOffset, b)
	return
}

// difference returns x-y in seconds and microseconds, each moved to UTC by its offset.
func difference(x, y *dateTime, p, q *delta) (secs int64, micros int) {
	secs, micros = x.seconds()-y.seconds(), x.micro-y.micro
	if p != nil && q != nil {
		secs -= int64(p.days-q.days)*secondsPerDay + int64(p.secs-q.secs)
		micros -= p.micros - q.micros
	}
	carry, m := floorDivMod(micros, 1000000)
	return secs + int64(carry), m
}

func dateTimeAdd(th *thread, a, b value) value {
	if _, ok := asDateTime(a); !ok {
		a, b = b, a
	}
	_, ok := asDateTime(a)
	e, ok2 := asDelta(b)
	if !ok || !ok2 {
		return object.NotImplemented
	}
	return addDelta(th, a, e, 1)
}

func dateTimeSub(th *thread, a, b value) value {
	x, ok := asDateTime(a)
	if !ok {
		return object.NotImplemented
	}
	if e, ok := asDelta(b); ok {
		return addDelta(th, a, e, -1)
	}
	y, ok := asDateTime(b)
	if !ok {
		return object.NotImplemented
	}
	var p, q *delta
	if x.tz != y.tz {
		if p, q, ok = offsets(th, a, b, x, y); !ok {
			return value{}
		}
		if (p == nil) != (q == nil) {
			return th.TypeError("can't subtract offset-naive and offset-aware datetimes")
		}
	}
	secs, micros := difference(x, y, p, q)
	days, rest := floorDivMod(int(secs), secondsPerDay)
	return makeDelta(th, days, rest, micros)
}

func dateTimeCompare(th *thread, a, b value, op object.CmpOp) value {
	x, _ := asDateTime(a)
	y, ok := asDateTime(b)
	if !ok {
		return object.NotImplemented
	}
	var p, q *delta
	if x.tz != y.tz {
		if p, q, ok = offsets(th, a, b, x, y); !ok {
			return value{}
		}
		equality := op == object.CmpEQ || op == object.CmpNE
		if (p == nil) != (q == nil) {
			if equality {
				return object.Bool(op == object.CmpNE)
			}
			return th.TypeError("can't compare offset-naive and offset-aware datetimes")
		}
		if equality && p != nil {
			if problematic, ok := foldMatters(th, a, x, p); !ok {
				return value{}
			} else if problematic {
				return object.Bool(op == object.CmpNE)
			}
			if problematic, ok := foldMatters(th, b, y, q); !ok {
				return value{}
			} else if problematic {
				return object.Bool(op == object.CmpNE)
			}
		}
	}
	secs, micros := difference(x, y, p, q)
	// The microseconds of a difference are never negative.
	if secs == 0 {
		secs = int64(micros)
	}
	return object.Bool(object.Ordered(secs, 0, op))
}

// flipFold returns dt with the other fold.
func flipFold(d *dateTime) value {
	c := d.clock
	c.fold = 1 - c.fold
	return newDateTime(d.date, c)
}

// foldMatters reports whether the offset depends on fold: such times equal none of other zones (PEP 495).
func foldMatters(th *thread, v value, d *dateTime, off *delta) (matters, ok bool) {
	if d.tz.Type() == &TimezoneType {
		return false, true
	}
	other, ok := callOffset(th, d.tz, strUTCOffset, flipFold(d))
	if !ok {
		return false, false
	}
	return other == nil || other.cmp(off) != 0, true
}

func dateTimeHash(th *thread, v value) (int64, bool) {
	d, _ := asDateTime(v)
	arg := v
	if d.fold != 0 {
		arg = flipFold(d)
	}
	off, ok := callOffset(th, d.tz, strUTCOffset, arg)
	if !ok {
		return 0, false
	}
	secs, micros := d.seconds(), d.micro
	if off != nil {
		secs -= int64(off.days)*secondsPerDay + int64(off.secs)
		micros -= off.micros
		carry, m := floorDivMod(micros, 1000000)
		secs, micros = secs+int64(carry), m
	}
	return hashOf(secs, int64(micros)), true
}
