// Logarithms.
package libm

import (
	"math"
	"sync"
)

const logBits = 7

// logEntry is a reciprocal of few bits, so that its product with an argument is nearly 1, and minus its logarithm.
type logEntry struct {
	inv float64
	log dd
}

// logTable is indexed by the top bits of a mantissa in [0.75, 1.5); the two intervals around 1 have inv 1, so that
// nothing cancels there.
var logTable = sync.OnceValue(func() *[1 << logBits]logEntry {
	var t [1 << logBits]logEntry
	for i := range t {
		c := logCentre(i)
		inv := math.Round(512/c) / 512
		t[i] = logEntry{inv, ddLogSlow(inv).neg()}
	}
	return &t
})

// logOff is the bits of 0.75: mantissas are taken from there.
const logOff = 0x3FE8000000000000

func logCentre(i int) float64 {
	z := math.Float64frombits(logOff + uint64(i)<<(52-logBits) + 1<<(51-logBits))
	if math.Abs(z-1) < 1.0/128 {
		return 1
	}
	return z
}

// ddLogSlow returns log(x) for x in [0.5, 2] by scaling down with square roots.
func ddLogSlow(x float64) dd {
	if x == 1 {
		return dd{}
	}
	r := dd{x, 0}
	for range 4 {
		r = r.sqrt().newton(r)
	}
	l := ddLog1pTaylor(r.addF(-1))
	return dd{16 * l.hi, 16 * l.lo}
}

// newton improves an approximate square root a of x.
func (a dd) newton(x dd) dd {
	s := a.add(x.div(a))
	return dd{s.hi / 2, s.lo / 2}
}

// logDD returns log(x) of a positive finite x with an error below 2**-68 of its value.
func logDD(x float64) dd {
	b := math.Float64bits(x)
	e := 0
	if b < 1<<52 {
		b = math.Float64bits(x * (1 << 52))
		e = -52
	}
	tmp := b - logOff
	i := tmp >> (52 - logBits) & (1<<logBits - 1)
	k := int64(tmp)>>52 + int64(e)
	z := math.Float64frombits(b - tmp&^(1<<52-1))
	t := &logTable()[i]
	p := twoProd(z, t.inv)
	r := twoSum(p.hi-1, p.lo)
	var sum dd
	if k != 0 || t.inv != 1 {
		kf := float64(k)
		// The high part of ln2 has trailing zeros: its product with k is exact.
		const ln2Hi, ln2Lo, ln2Lo2 = 0x1.62e42fefa3800p-1, 0x1.ef35793c76730p-45, 0x1.cc01f97b57a08p-103
		sum = twoSum(kf*ln2Hi, t.log.hi)
		sum.lo += t.log.lo
		m := twoProd(kf, ln2Lo)
		sum = sum.add(dd{m.hi, m.lo + kf*ln2Lo2})
		sum = sum.add(r)
	} else {
		sum = r
	}
	// log(1+r) = r - r*r/2 + r**3 * (1/3 - r/4 + ...)
	sq := r.mul(r)
	sum = sum.add(dd{-0.5 * sq.hi, -0.5 * sq.lo})
	c := r.mul(sq).mul(dd{1.0 / 3, 1.850371707708594e-17})
	rh := r.hi
	q := -(sq.hi * sq.hi) * (0.25 - rh*(0.2-rh*(1.0/6-rh*(1.0/7-rh*(0.125-rh*(1.0/9-rh*(0.1-rh*(1.0/11-rh/12))))))))
	return sum.add(c).addF(q)
}

// Log returns the natural logarithm.
func Log(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x < 0:
		return math.NaN()
	case x == 0:
		return math.Inf(-1)
	case x == 1:
		return 0
	}
	return logDD(x).float()
}

// Log2 returns the binary logarithm, exact for powers of two.
func Log2(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) {
		return Log(x)
	}
	if f, e := math.Frexp(x); f == 0.5 {
		return float64(e - 1)
	}
	return logDD(x).mul(invLn2).float()
}

// Log10 returns the decimal logarithm, exact for powers of ten.
func Log10(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 1) {
		return Log(x)
	}
	return logDD(x).mul(invLn10).float()
}
