// datetime: its parts, and making one.
package datetime

import (
	"math"
	"math/big"
	"strconv"
	"time"

	"pyasync/internal/pytime"
	"pyasync/object"
	timemod "pyasync/stdlib/time"
)

// dateTime is the layout of datetimes; it begins with that of dates.
type dateTime struct {
	date
	clock
}

func asDateTime(v value) (*dateTime, bool) {
	if v.Is(&DateTimeType) {
		return (*dateTime)(v.Ptr()), true
	}
	return nil, false
}

var dateTimeSig = object.ParseSignature("year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, fold=0")

func newDateTime(d date, c clock) value {
	d.Header = object.Header{Shape: &DateTimeType.Root}
	o := &dateTime{d, c}
	return object.ObjectValue(&o.Header)
}

func newDateTimeArgs(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	w := th.Window(9)
	defer th.Release(w)
	if !bind(th, "function", dateTimeSig, args, kw, w) {
		return value{}
	}
	var y, m, d int
	c := clock{tz: object.None}
	if !ints(th, w[:7], &y, &m, &d, &c.hour, &c.minute, &c.second, &c.micro) || !checkDate(th, y, m, d) || !readClock(th, w[3:], &c) {
		return value{}
	}
	o := t.Allocate()
	x, _ := asDateTime(o)
	x.year, x.month, x.day, x.clock = y, m, d, c
	return o
}

var foldKeyword = []*object.Str{object.NewStr("fold")}

// dateTimeOf makes a datetime of class cls; a subclass is called.
func dateTimeOf(th *thread, cls *object.Type, d date, c clock) value {
	if cls == &DateTimeType {
		return newDateTime(d, c)
	}
	args := []value{intValue(d.year), intValue(d.month), intValue(d.day), intValue(c.hour), intValue(c.minute), intValue(c.second), intValue(c.micro), c.tz}
	if c.fold == 0 {
		return th.CallArgs(cls.V(), args...)
	}
	return th.Call(cls.V(), append(args, intValue(c.fold)), foldKeyword)
}

func (d *dateTime) tm() pytime.Tm {
	tm := d.date.tm()
	tm.Hour, tm.Min, tm.Sec, tm.IsDST = d.hour, d.minute, d.second, -1
	return tm
}

// seconds counts from the start of year 1, ignoring zone.
func (d *dateTime) seconds() int64 {
	return int64(d.ordinal())*secondsPerDay + int64(d.hour*3600+d.minute*60+d.second)
}

// epochSeconds is seconds of 1970-01-01.
const epochSeconds = 719163 * secondsPerDay

// fromSeconds splits a count of seconds; false when it is out of the range of years.
func fromSeconds(s int64) (d date, c clock, ok bool) {
	days, rest := floorDivMod(int(s), secondsPerDay)
	if days < 1 || days > maxOrdinal {
		return d, c, false
	}
	y, m, dd := pytime.FromOrdinal(int64(days))
	d.year, d.month, d.day = int(y), m, dd
	c.hour, c.minute, c.second, c.tz = rest/3600, rest/60%60, rest%60, object.None
	return d, c, true
}

// addDelta returns dt + sign*e, of the class of dt.
func addDelta(th *thread, dt value, e *delta, sign int) value {
	d, _ := asDateTime(dt)
	carry, micros := floorDivMod(d.micro+sign*e.micros, 1000000)
	secs := d.seconds() + int64(carry) + int64(sign)*(int64(e.days)*secondsPerDay+int64(e.secs))
	nd, c, ok := fromSeconds(secs)
	if !ok {
		return th.OverflowError("date value out of range")
	}
	c.micro, c.tz = micros, d.tz
	return dateTimeOf(th, dt.Type(), nd, c)
}

// local tells the local wall clock, in seconds since year 1, at a POSIX time.
func local(loc *time.Location, posix int64) int64 {
	_, off := time.Unix(posix, 0).In(loc).Zone()
	return posix + int64(off) + epochSeconds
}

// utcToLocal is local for seconds since year 1.
func utcToLocal(loc *time.Location, u int64) int64 { return local(loc, u-epochSeconds) }

// localToPosix finds the POSIX time of a local wall clock; fold chooses in gaps and overlaps (PEP 495).
func localToPosix(loc *time.Location, t int64, fold int) int64 {
	const day = secondsPerDay
	a := utcToLocal(loc, t) - t
	u1 := t - a
	t1 := utcToLocal(loc, u1)
	var b int64
	if t1 == t {
		u2 := u1 - day
		if fold != 0 {
			u2 = u1 + day
		}
		b = utcToLocal(loc, u2) - u2
		if a == b {
			return u1 - epochSeconds
		}
	} else {
		b = t1 - u1
	}
	u2 := t - b
	switch {
	case utcToLocal(loc, u2) == t:
		return u2 - epochSeconds
	case t1 == t:
		return u1 - epochSeconds
	case fold != 0:
		return min(u1, u2) - epochSeconds
	}
	return max(u1, u2) - epochSeconds
}

// splitTimestamp rounds a timestamp, half to even, to microseconds.
func splitTimestamp(th *thread, v value) (sec int64, micro int, ok bool) {
	f, isFloat := object.FloatOf(v)
	if !isFloat {
		sec, ok = timemod.Timestamp(th, v)
		return sec, 0, ok
	}
	if math.IsNaN(f) {
		th.ValueError("Invalid value NaN (not a number)")
		return 0, 0, false
	}
	whole, frac := math.Modf(f)
	m := math.RoundToEven(frac * 1e6)
	if m >= 1e6 {
		m -= 1e6
		whole++
	} else if m < 0 {
		m += 1e6
		whole--
	}
	if !(whole >= -(1<<63) && whole < 1<<63) {
		th.OverflowError("timestamp out of range for platform time_t")
		return 0, 0, false
	}
	return int64(whole), int(m), true
}

// fromPosix makes a naive datetime of a POSIX time, in UTC when loc is nil; fold is set on a repeated hour.
func fromPosix(th *thread, cls *object.Type, sec int64, micro int, loc *time.Location, tz value) value {
	t := time.Unix(sec, 0).UTC()
	if loc != nil {
		t = t.In(loc)
	}
	if sec > 1<<50 || sec < -(1<<50) || t.Year() < minYear || t.Year() > maxYear {
		return th.ValueError("year %d is out of range", yearOf(sec))
	}
	d := date{year: t.Year(), month: int(t.Month()), day: t.Day()}
	c := clock{t.Hour(), t.Minute(), t.Second(), micro, 0, tz}
	if loc != nil {
		_, off := t.Zone()
		_, before := t.Add(-24 * time.Hour).Zone()
		if shift := before - off; shift > 0 && local(loc, sec-int64(shift)) == local(loc, sec) {
			c.fold = 1
		}
	}
	return dateTimeOf(th, cls, d, c)
}

func yearOf(sec int64) int64 {
	y, _, _ := pytime.FromOrdinal(sec/secondsPerDay + 719163)
	return y
}

// fromTimestamp makes the datetime of a POSIX time in zone tz, or in local time.
func fromTimestamp(th *thread, cls value, sec int64, micro int, tz value) value {
	c, _ := object.AsType(cls)
	if tz.H == nil || tz.IsNone() {
		return fromPosix(th, c, sec, micro, timemod.Location(th), object.None)
	}
	u := fromPosix(th, c, sec, micro, nil, tz)
	if u.H == nil {
		return u
	}
	return th.CallMethod(tz, strFromUTC, u)
}

func now(th *thread, cls value, a []value) value {
	if !checkTZ(th, a[0]) {
		return value{}
	}
	t := time.Now()
	return fromTimestamp(th, cls, t.Unix(), t.Nanosecond()/1000, a[0])
}

func utcNow(th *thread, cls value) value {
	if !deprecated(th, "datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).") {
		return value{}
	}
	t := time.Now()
	c, _ := object.AsType(cls)
	return fromPosix(th, c, t.Unix(), t.Nanosecond()/1000, nil, object.None)
}

func deprecated(th *thread, text string) bool {
	if f := th.Interp.Hooks.Warn; f != nil {
		return f(th, &object.DeprecationWarningType, text, 1)
	}
	return true
}

func dateTimeFromTimestamp(th *thread, cls value, a []value) value {
	if !checkTZ(th, a[1]) {
		return value{}
	}
	sec, micro, ok := splitTimestamp(th, a[0])
	if !ok {
		return value{}
	}
	return fromTimestamp(th, cls, sec, micro, a[1])
}

func utcFromTimestamp(th *thread, cls, ts value) value {
	if !deprecated(th, "datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal in a future version. Use timezone-aware objects to represent datetimes in UTC: datetime.datetime.fromtimestamp(timestamp, datetime.UTC).") {
		return value{}
	}
	sec, micro, ok := splitTimestamp(th, ts)
	if !ok {
		return value{}
	}
	c, _ := object.AsType(cls)
	return fromPosix(th, c, sec, micro, nil, object.None)
}

func combine(th *thread, cls value, a []value) value {
	d, ok := asDate(a[0])
	if !ok {
		return th.TypeError("combine() argument 1 must be datetime.date, not %s", clinicName(a[0]))
	}
	t, ok := asTime(a[1])
	if !ok {
		return th.TypeError("combine() argument 2 must be datetime.time, not %s", clinicName(a[1]))
	}
	c := t.clock
	if a[2].H != nil {
		if c.tz = a[2]; !checkTZ(th, c.tz) {
			return value{}
		}
	}
	k, _ := object.AsType(cls)
	return dateTimeOf(th, k, date{year: d.year, month: d.month, day: d.day}, c)
}

func strptime(th *thread, cls, data, format value) value {
	for i, v := range []value{data, format} {
		if _, ok := object.AsStr(v); !ok {
			return th.TypeError("strptime() argument %d must be str, not %s", i+1, clinicName(v))
		}
	}
	p, ok := timemod.Strptime(th, data, format)
	if !ok {
		return value{}
	}
	c := clock{p.Hour, p.Min, p.Sec, p.Micro, 0, object.None}
	if p.HasOffset {
		days, rest := floorDivMod(int(p.OffsetMicros), microsPerDay)
		off := newDelta(days, rest/1000000, rest%1000000)
		switch {
		case p.HasZone:
			c.tz = namedZone(off, p.Zone)
		case p.OffsetMicros == 0:
			c.tz = utc
		default:
			z := &timezone{Header: object.Header{Shape: &TimezoneType.Root}, offset: off}
			c.tz = object.ObjectValue(&z.Header)
		}
	}
	k, _ := object.AsType(cls)
	if !checkDate(th, int(p.Year), p.Mon, p.Day) || !checkClock(th, &c) {
		return value{}
	}
	return dateTimeOf(th, k, date{year: int(p.Year), month: p.Mon, day: p.Day}, c)
}

func dateTimeRepr(th *thread, v value) value {
	d, _ := asDateTime(v)
	s := typeText(v) + "("
	fields := []int{d.year, d.month, d.day, d.hour, d.minute}
	if d.second != 0 || d.micro != 0 {
		fields = append(fields, d.second)
	}
	if d.micro != 0 {
		fields = append(fields, d.micro)
	}
	for i, f := range fields {
		if i > 0 {
			s += ", "
		}
		s += strconv.Itoa(f)
	}
	return d.reprTail(th, s)
}

func dateTimeISO(th *thread, v value, a []value) value {
	d, _ := asDateTime(v)
	sep := "T"
	if a[0].H != nil {
		s, ok := object.AsStr(a[0])
		if !ok {
			return th.TypeError("isoformat() argument 1 must be a unicode character, not %s", clinicName(a[0]))
		}
		if s.Len() != 1 {
			return th.TypeError("isoformat() argument 1 must be a unicode character, not str")
		}
		sep = s.Go()
	}
	b := append(d.appendISO(nil), sep...)
	b, ok := d.appendClock(th, b, a[1])
	if !ok {
		return value{}
	}
	off, ok := callOffset(th, d.tz, strUTCOffset, v)
	if !ok {
		return value{}
	}
	if off != nil {
		b = appendOffset(b, off, ":")
	}
	return object.StrValue(string(b))
}

var spaceStr = object.StrValue(" ")

func dateTimeStr(th *thread, v value) value { return dateTimeISO(th, v, []value{spaceStr, {}}) }

// timestamp is datetime.timestamp.
func timestamp(th *thread, v value) value {
	d, _ := asDateTime(v)
	if d.tz.IsNone() {
		sec := localToPosix(timemod.Location(th), d.seconds(), d.fold)
		return object.Float(microsToSeconds(sec, d.micro))
	}
	off, ok := callOffset(th, d.tz, strUTCOffset, v)
	if !ok {
		return value{}
	}
	sec, micro := d.seconds()-epochSeconds, d.micro
	if off != nil {
		sec -= int64(off.days)*secondsPerDay + int64(off.secs)
		micro -= off.micros
	}
	return object.Float(microsToSeconds(sec, micro))
}

func microsToSeconds(sec int64, micro int) float64 {
	f, _ := object.QuoFloat(big.NewInt(sec*1000000+int64(micro)), big.NewInt(1000000))
	return f
}

// systemZone is local time at a POSIX time as a timezone object.
func systemZone(th *thread, sec int64) value {
	name, off := time.Unix(sec, 0).In(timemod.Location(th)).Zone()
	d, s := floorDivMod(off, secondsPerDay)
	return namedZone(newDelta(d, s, 0), name)
}

func asTimezoneMethod(th *thread, v value, a []value) value {
	d, _ := asDateTime(v)
	tz := a[0]
	if !checkTZ(th, tz) {
		return value{}
	}
	if tz.H != nil && tz == d.tz {
		return v
	}
	var off *delta
	if !d.tz.IsNone() {
		var ok bool
		if off, ok = callOffset(th, d.tz, strUTCOffset, v); !ok {
			return value{}
		}
	}
	var u value
	if off == nil {
		sec := localToPosix(timemod.Location(th), d.seconds(), d.fold)
		nd, c, ok := fromSeconds(sec + epochSeconds)
		if !ok {
			return th.OverflowError("date value out of range")
		}
		c.micro = d.micro
		u = dateTimeOf(th, v.Type(), nd, c)
	} else {
		u = addDelta(th, v, off, -1)
	}
	if u.H == nil {
		return u
	}
	x, _ := asDateTime(u)
	if tz.H == nil || tz.IsNone() {
		tz = systemZone(th, x.seconds()-epochSeconds)
	}
	withTZ := x.clock
	withTZ.tz, withTZ.fold = tz, 0
	if u = dateTimeOf(th, v.Type(), x.date, withTZ); u.H == nil {
		return u
	}
	return th.CallMethod(tz, strFromUTC, u)
}
