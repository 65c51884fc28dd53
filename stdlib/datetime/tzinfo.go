// tzinfo and timezone.
package datetime

import (
	"pyasync/object"
)

// tzinfo is the abstract base of time zones; timezone is a fixed offset.
type tzinfo struct{ object.Header }

type timezone struct {
	object.Header
	offset value // a timedelta
	name   value // a str, or the nil Value
}

// utc is datetime.timezone.utc.
var utc = func() value {
	z := &timezone{Header: object.Header{Shape: &TimezoneType.Root}, offset: newDelta(0, 0, 0)}
	return object.ObjectValue(&z.Header)
}()

var (
	strUTCOffset = object.NewStr("utcoffset")
	strDST       = object.NewStr("dst")
	strTZName    = object.NewStr("tzname")
	strFromUTC   = object.NewStr("fromutc")
)

func init() {
	abstract := func(name string) object.Method {
		return object.Method{Name: name, Sig: "dt, /", F1: func(th *thread, self, _ value) value {
			return th.Raise(&object.NotImplementedErrorType, "a tzinfo subclass must implement "+name+"()")
		}}
	}
	object.Define(&TZInfoType, object.Spec{Name: "datetime.tzinfo", Alloc: object.Allocator[tzinfo](),
		Doc:   "Abstract base class for time zone info objects.",
		Slots: object.Slots{New: func(th *thread, t *object.Type, args []value, kw []*object.Str) value { return t.Allocate() }},
		Methods: []object.Method{abstract("utcoffset"), abstract("tzname"), abstract("dst"),
			{Name: "fromutc", Sig: "dt, /", Doc: "datetime in UTC -> datetime in local time.", F1: tzFromUTC},
			{Name: "__reduce__", F0: tzReduce},
		},
	})
	object.Define(&TimezoneType, object.Spec{Name: "datetime.timezone", Base: &TZInfoType, Alloc: object.Allocator[timezone](), Flags: object.FlagFinal,
		Sig: "offset, name=<unrepresentable>", Doc: "Fixed offset from UTC implementation of tzinfo.",
		Slots: object.Slots{New: newTimezone, Repr: timezoneRepr, Str: func(th *thread, v value) value { return timezoneName(asTimezone(v)) },
			Compare: func(th *thread, a, b value, op object.CmpOp) value {
				if (op != object.CmpEQ && op != object.CmpNE) || b.Type() != &TimezoneType {
					return object.NotImplemented
				}
				return deltaCompare(th, asTimezone(a).offset, asTimezone(b).offset, op)
			},
			Hash: func(th *thread, v value) (int64, bool) { return th.Hash(asTimezone(v).offset) },
		},
		Methods: []object.Method{
			{Name: "utcoffset", Sig: "dt, /", Doc: "Return fixed offset.", F1: func(th *thread, v, dt value) value {
				if !checkZoneArg(th, "utcoffset", dt) {
					return value{}
				}
				return asTimezone(v).offset
			}},
			{Name: "dst", Sig: "dt, /", Doc: "Return None.", F1: func(th *thread, v, dt value) value {
				if !checkZoneArg(th, "dst", dt) {
					return value{}
				}
				return object.None
			}},
			{Name: "tzname", Sig: "dt, /", Doc: "If name is specified when timezone is created, returns the name.  Otherwise returns offset as 'UTC(+|-)HH:MM'.",
				F1: func(th *thread, v, dt value) value {
					if !checkZoneArg(th, "tzname", dt) {
						return value{}
					}
					return timezoneName(asTimezone(v))
				}},
			{Name: "fromutc", Sig: "dt, /", Doc: "datetime in UTC -> datetime in local time.", F1: timezoneFromUTC},
			{Name: "__getinitargs__", F0: func(th *thread, v value) value { return timezoneArgs(v) }},
			{Name: "__reduce__", F0: func(th *thread, v value) value { return object.TupleOf(v.Type().V(), timezoneArgs(v)) }},
			{Name: "__copy__", F0: func(th *thread, v value) value { return v }},
			{Name: "__deepcopy__", Sig: "memo, /", F1: func(th *thread, v, _ value) value { return v }},
		},
		Consts: func() map[string]value {
			return map[string]value{"utc": utc, "min": fixedZone(-(secondsPerDay - 60)), "max": fixedZone(secondsPerDay - 60)}
		},
	})
}

func asTimezone(v value) *timezone { return (*timezone)(v.Ptr()) }

// fixedZone returns a timezone of whole seconds.
func fixedZone(seconds int) value {
	d, s := floorDivMod(seconds, secondsPerDay)
	z := &timezone{Header: object.Header{Shape: &TimezoneType.Root}, offset: newDelta(d, s, 0)}
	return object.ObjectValue(&z.Header)
}

func namedZone(offset value, name string) value {
	z := &timezone{object.Header{Shape: &TimezoneType.Root}, offset, object.StrValue(name)}
	return object.ObjectValue(&z.Header)
}

var timezoneSig = object.ParseSignature("offset, name=None")

func newTimezone(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	w := th.Window(2)
	defer th.Release(w)
	if !timezoneSig.Bind(th, "timezone", args, kw, w) {
		return value{}
	}
	d, ok := asDelta(w[0])
	if !ok {
		return th.TypeError("timezone() argument 1 must be datetime.timedelta, not %s", clinicName(w[0]))
	}
	if w[1].H != nil {
		if _, ok := object.AsStr(w[1]); !ok {
			return th.TypeError("timezone() argument 2 must be str, not %s", clinicName(w[1]))
		}
	} else if d.days == 0 && d.secs == 0 && d.micros == 0 {
		return utc
	}
	if !offsetInRange(d) {
		r, ok := th.Repr(w[0])
		if !ok {
			return value{}
		}
		return th.ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %s.", r)
	}
	z := &timezone{object.Header{Shape: &TimezoneType.Root}, w[0], w[1]}
	return object.ObjectValue(&z.Header)
}

func clinicName(v value) string {
	if v.IsNone() {
		return "None"
	}
	return v.Type().TPName()
}

// offsetInRange reports whether d is strictly within a day.
func offsetInRange(d *delta) bool {
	return d.days == 0 || d.days == -1 && (d.secs > 0 || d.micros > 0)
}

func timezoneArgs(v value) value {
	z := asTimezone(v)
	if z.name.H == nil {
		return object.TupleOf(z.offset)
	}
	return object.TupleOf(z.offset, z.name)
}

func timezoneRepr(th *thread, v value) value {
	if v == utc {
		return object.StrValue("datetime.timezone.utc")
	}
	z := asTimezone(v)
	r, ok := th.Repr(z.offset)
	if !ok {
		return value{}
	}
	if z.name.H != nil {
		n, ok := th.Repr(z.name)
		if !ok {
			return value{}
		}
		r += ", " + n
	}
	return object.StrValue(typeText(v) + "(" + r + ")")
}

func timezoneName(z *timezone) value {
	if z.name.H != nil {
		return z.name
	}
	d, _ := asDelta(z.offset)
	if d.days == 0 && d.secs == 0 && d.micros == 0 {
		return object.StrValue("UTC")
	}
	return object.StrValue(string(appendOffset([]byte("UTC"), d, ":")))
}

// appendOffset writes ±HH:MM[:SS[.ffffff]].
func appendOffset(b []byte, d *delta, sep string) []byte {
	n, _ := d.microsFit()
	if n < 0 {
		b = append(b, '-')
		n = -n
	} else {
		b = append(b, '+')
	}
	micros, secs := int(n%1000000), int(n/1000000)
	b = appendPadded(b, secs/3600, 2)
	b = append(b, sep...)
	b = appendPadded(b, secs/60%60, 2)
	if secs%60 != 0 || micros != 0 {
		b = append(b, sep...)
		b = appendPadded(b, secs%60, 2)
	}
	if micros != 0 {
		b = append(b, '.')
		b = appendPadded(b, micros, 6)
	}
	return b
}

func checkZoneArg(th *thread, fn string, dt value) bool {
	if dt.IsNone() {
		return true
	}
	if _, ok := asDateTime(dt); ok {
		return true
	}
	th.TypeError("%s(dt) argument must be a datetime instance or None, not %s", fn, dt.Type().TPName())
	return false
}

func timezoneFromUTC(th *thread, self, dt value) value {
	d, ok := asDateTime(dt)
	if !ok {
		return th.TypeError("fromutc() argument must be a datetime instance, not %s", dt.Type().TPName())
	}
	if d.tz != self {
		return th.ValueError("fromutc: dt.tzinfo is not self")
	}
	off, _ := asDelta(asTimezone(self).offset)
	return addDelta(th, dt, off, 1)
}

// tzFromUTC is the general algorithm of tzinfo.fromutc.
func tzFromUTC(th *thread, self, dt value) value {
	d, ok := asDateTime(dt)
	if !ok {
		return th.TypeError("fromutc: argument must be a datetime")
	}
	if d.tz != self {
		return th.ValueError("fromutc: dt.tzinfo is not self")
	}
	off, ok := callOffset(th, self, strUTCOffset, dt)
	if !ok {
		return value{}
	}
	if off == nil {
		return th.ValueError("fromutc: non-None utcoffset() result required")
	}
	dst, ok := callOffset(th, self, strDST, dt)
	if !ok {
		return value{}
	}
	if dst == nil {
		return th.ValueError("fromutc: non-None dst() result required")
	}
	standard := deltaSub(th, object.ObjectValue(&off.Header), object.ObjectValue(&dst.Header))
	if standard.H == nil {
		return standard
	}
	sd, _ := asDelta(standard)
	r := addDelta(th, dt, sd, 1)
	if r.H == nil {
		return r
	}
	dst, ok = callOffset(th, self, strDST, r)
	if !ok {
		return value{}
	}
	if dst == nil {
		return th.ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
	}
	return addDelta(th, r, dst, 1)
}

// tzReduce makes tzinfo subclasses copyable: by __getinitargs__ and __getstate__.
func tzReduce(th *thread, self value) value {
	args := object.TupleOf()
	if f, ok := th.LookupAttr(self, object.NewStr("__getinitargs__")); !ok {
		return value{}
	} else if f.H != nil {
		if args = th.CallArgs(f); args.H == nil {
			return args
		}
	}
	state := th.CallMethod(self, object.NewStr("__getstate__"))
	if state.H == nil {
		return state
	}
	return object.TupleOf(self.Type().V(), args, state)
}

// callOffset asks tz for utcoffset or dst; nil when the answer is None.
func callOffset(th *thread, tz value, name *object.Str, arg value) (*delta, bool) {
	if tz.H == nil || tz.IsNone() {
		return nil, true
	}
	if tz.Type() == &TimezoneType && name == strUTCOffset {
		d, _ := asDelta(asTimezone(tz).offset)
		return d, true
	}
	r := th.CallMethod(tz, name, arg)
	switch {
	case r.H == nil:
		return nil, false
	case r.IsNone():
		return nil, true
	}
	d, ok := asDelta(r)
	if !ok {
		th.TypeError("tzinfo.%s() must return None or a timedelta, not '%s'", name.Go(), r.Type().TPName())
		return nil, false
	}
	if !offsetInRange(d) {
		text, ok := th.Repr(r)
		if ok {
			th.ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not %s.", text)
		}
		return nil, false
	}
	return d, true
}

// callName asks tz for its name: a str or None.
func callName(th *thread, tz, arg value) value {
	if tz.H == nil || tz.IsNone() {
		return object.None
	}
	r := th.CallMethod(tz, strTZName, arg)
	if r.H == nil || r.IsNone() {
		return r
	}
	if _, ok := object.AsStr(r); !ok {
		return th.TypeError("tzinfo.tzname() must return None or a string, not '%s'", r.Type().TPName())
	}
	return r
}

func deltaOrNone(d *delta) value {
	if d == nil {
		return object.None
	}
	return object.ObjectValue(&d.Header)
}

// checkTZ accepts None and tzinfo objects.
func checkTZ(th *thread, tz value) bool {
	if tz.H == nil || tz.IsNone() || object.IsInstance(tz, &TZInfoType) {
		return true
	}
	th.TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'", tz.Type().TPName())
	return false
}
