// timedelta.
package datetime

import (
	"cmp"
	"math"
	"math/big"
	"strconv"

	"pyasync/object"
)

// delta is a timedelta: 0 <= secs < 86400, 0 <= micros < 1000000.
type delta struct {
	object.Header
	days, secs, micros int
}

const (
	maxDeltaDays  = 999999999
	microsPerDay  = 86400 * 1000000
	secondsPerDay = 86400
)

var deltaSig = object.ParseSignature("days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0")

func asDelta(v value) (*delta, bool) {
	if v.Is(&DeltaType) {
		return (*delta)(v.Ptr()), true
	}
	return nil, false
}

func init() {
	s := object.Slots{
		New: newDeltaArgs, Repr: deltaRepr, Str: deltaStr, Compare: deltaCompare,
		Hash: func(th *thread, v value) (int64, bool) {
			d, _ := asDelta(v)
			return hashOf(int64(d.days), int64(d.secs), int64(d.micros)), true
		},
		ToBool: func(th *thread, v value) (bool, bool) {
			d, _ := asDelta(v)
			return d.days != 0 || d.secs != 0 || d.micros != 0, true
		},
		Neg: func(th *thread, v value) value { d, _ := asDelta(v); return makeDelta(th, -d.days, -d.secs, -d.micros) },
		Pos: func(th *thread, v value) value { d, _ := asDelta(v); return makeDelta(th, d.days, d.secs, d.micros) },
		Abs: func(th *thread, v value) value {
			d, _ := asDelta(v)
			if d.days < 0 {
				return makeDelta(th, -d.days, -d.secs, -d.micros)
			}
			return makeDelta(th, d.days, d.secs, d.micros)
		},
	}
	deltaOperators(&s)
	object.Define(&DeltaType, object.Spec{Name: "datetime.timedelta", Alloc: object.Allocator[delta](),
		Sig: "days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0",
		Doc: "Difference between two datetime values.", Slots: s,
		Methods: []object.Method{
			{Name: "total_seconds", Doc: "Total seconds in the duration.", F0: func(th *thread, v value) value {
				d, _ := asDelta(v)
				return object.Float(d.totalSeconds())
			}},
			{Name: "__reduce__", F0: func(th *thread, v value) value {
				d, _ := asDelta(v)
				return object.TupleOf(v.Type().V(), object.TupleOf(intValue(d.days), intValue(d.secs), intValue(d.micros)))
			}},
		},
		Members: []object.Member{
			{Name: "days", Doc: "Number of days.", Get: func(th *thread, v value) value { d, _ := asDelta(v); return intValue(d.days) }},
			{Name: "seconds", Doc: "Number of seconds (>= 0 and less than 1 day).", Get: func(th *thread, v value) value { d, _ := asDelta(v); return intValue(d.secs) }},
			{Name: "microseconds", Doc: "Number of microseconds (>= 0 and less than 1 second).", Get: func(th *thread, v value) value { d, _ := asDelta(v); return intValue(d.micros) }},
		},
		Consts: func() map[string]value {
			return map[string]value{
				"min":        newDelta(-maxDeltaDays, 0, 0),
				"max":        newDelta(maxDeltaDays, secondsPerDay-1, 999999),
				"resolution": newDelta(0, 0, 1),
			}
		},
	})
}

// newDelta makes a timedelta of normalised parts.
func newDelta(days, secs, micros int) value {
	d := &delta{object.Header{Shape: &DeltaType.Root}, days, secs, micros}
	return object.ObjectValue(&d.Header)
}

// makeDelta normalises and checks the range.
func makeDelta(th *thread, days, secs, micros int) value {
	carry, m := floorDivMod(micros, 1000000)
	secs += carry
	carry, s := floorDivMod(secs, secondsPerDay)
	days += carry
	if days < -maxDeltaDays || days > maxDeltaDays {
		return th.OverflowError("days=%d; must have magnitude <= %d", days, maxDeltaDays)
	}
	return newDelta(days, s, m)
}

func floorDivMod(a, b int) (q, r int) {
	q, r = a/b, a%b
	if r < 0 {
		q--
		r += b
	}
	return q, r
}

// deltaFromMicros makes a timedelta of any number of microseconds.
func deltaFromMicros(th *thread, n *big.Int) value {
	if n.IsInt64() {
		days, rest := floorDivMod(int(n.Int64()), microsPerDay)
		return makeDelta(th, days, rest/1000000, rest%1000000)
	}
	q, r := object.FloorDivMod(n, big.NewInt(microsPerDay))
	if !q.IsInt64() || q.Int64() != int64(int32(q.Int64())) {
		return th.OverflowError("Python int too large to convert to C int")
	}
	rest := int(r.Int64())
	return makeDelta(th, int(q.Int64()), rest/1000000, rest%1000000)
}

// microsFit returns the duration in microseconds as an int64, if it fits.
func (d *delta) microsFit() (int64, bool) {
	if d.days > 100000000 || d.days < -100000000 {
		return 0, false
	}
	return int64(d.days)*microsPerDay + int64(d.secs)*1000000 + int64(d.micros), true
}

func (d *delta) bigMicros() *big.Int {
	n := big.NewInt(int64(d.days))
	n.Mul(n, big.NewInt(microsPerDay))
	return n.Add(n, big.NewInt(int64(d.secs)*1000000+int64(d.micros)))
}

func (d *delta) totalSeconds() float64 {
	f, _ := object.QuoFloat(d.bigMicros(), big.NewInt(1000000))
	return f
}

// unitMicros are the microseconds of the constructor's arguments.
var unitMicros = [7]int64{microsPerDay, 1000000, 1, 1000, 60 * 1000000, 3600 * 1000000, 7 * microsPerDay}

// newDeltaArgs is timedelta.__new__: whole parts are summed exactly, fractions are gathered and rounded once.
func newDeltaArgs(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	w := th.Window(7)
	defer th.Release(w)
	if !bind(th, "__new__()", deltaSig, args, kw, w) {
		return value{}
	}
	var total big.Int
	left := 0.0
	// Microseconds first, as they need no scaling.
	for _, i := range [7]int{2, 3, 1, 4, 5, 0, 6} {
		if w[i].H == nil {
			continue
		}
		if !addUnit(th, &total, &left, w[i], unitMicros[i], deltaSig.Params[i].Name) {
			return value{}
		}
	}
	if left != 0 {
		whole := math.Round(left)
		if math.Abs(whole-left) == 0.5 {
			// Halfway: to the even one of the total.
			odd := float64(total.Bit(0))
			whole = 2*math.Round((left+odd)*0.5) - odd
		}
		total.Add(&total, big.NewInt(int64(whole)))
	}
	r := deltaFromMicros(th, &total)
	if r.H == nil || t == &DeltaType {
		return r
	}
	o := t.Allocate()
	src, _ := asDelta(r)
	dst, _ := asDelta(o)
	dst.days, dst.secs, dst.micros = src.days, src.secs, src.micros
	return o
}

func addUnit(th *thread, total *big.Int, left *float64, v value, unit int64, name string) bool {
	if object.IsInt(v) {
		n, _ := object.BigOf(v)
		total.Add(total, new(big.Int).Mul(n, big.NewInt(unit)))
		return true
	}
	f, ok := object.FloatOf(v)
	if !ok {
		th.TypeError("unsupported type for timedelta %s component: %s", name, v.Type().TPName())
		return false
	}
	whole, frac := math.Modf(f)
	w := th.IntFromFloat(whole)
	if w.H == nil {
		return false
	}
	n, _ := object.BigOf(w)
	total.Add(total, new(big.Int).Mul(n, big.NewInt(unit)))
	if frac == 0 {
		return true
	}
	x := frac * float64(unit)
	whole, frac = math.Modf(x)
	total.Add(total, big.NewInt(int64(whole)))
	*left += frac
	return true
}

func deltaRepr(th *thread, v value) value {
	d, _ := asDelta(v)
	b := append([]byte(typeText(v)), '(')
	sep := ""
	for _, p := range []struct {
		name string
		n    int
	}{{"days", d.days}, {"seconds", d.secs}, {"microseconds", d.micros}} {
		if p.n != 0 {
			b = append(b, sep+p.name+"="...)
			b = strconv.AppendInt(b, int64(p.n), 10)
			sep = ", "
		}
	}
	if sep == "" {
		b = append(b, '0')
	}
	return object.StrValue(string(append(b, ')')))
}

func deltaStr(th *thread, v value) value {
	d, _ := asDelta(v)
	var b []byte
	if d.days != 0 {
		b = strconv.AppendInt(b, int64(d.days), 10)
		if d.days == 1 || d.days == -1 {
			b = append(b, " day, "...)
		} else {
			b = append(b, " days, "...)
		}
	}
	b = strconv.AppendInt(b, int64(d.secs/3600), 10)
	b = append(b, ':')
	b = appendPadded(b, d.secs/60%60, 2)
	b = append(b, ':')
	b = appendPadded(b, d.secs%60, 2)
	if d.micros != 0 {
		b = append(b, '.')
		b = appendPadded(b, d.micros, 6)
	}
	return object.StrValue(string(b))
}

func (d *delta) cmp(e *delta) int {
	return cmp.Or(cmp.Compare(d.days, e.days), cmp.Compare(d.secs, e.secs), cmp.Compare(d.micros, e.micros))
}

func deltaCompare(th *thread, a, b value, op object.CmpOp) value {
	x, _ := asDelta(a)
	y, ok := asDelta(b)
	if !ok {
		return object.NotImplemented
	}
	return object.Bool(object.Ordered(x.cmp(y), 0, op))
}
