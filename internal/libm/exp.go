// Exponential functions.
package libm

import (
	"math"
	"sync"
)

const expBits = 7

// expTable holds 2**(i/128) as double-doubles.
var expTable = sync.OnceValue(func() *[1 << expBits]dd {
	var t [1 << expBits]dd
	for i := range t {
		t[i] = ddExpTaylor(ln2.mulF(float64(i) / (1 << expBits)))
	}
	return &t
})

// ln2/128 in three parts; the first two have trailing zeros, so that their products with k are exact.
const (
	ln2Part1 = 0x1.62e42fefap-8
	ln2Part2 = 0x1.cf79abc9e3b38p-47
	ln2Part3 = 0x1.3f2f6af40f343p-102
)

// Exp returns e**x.
func Exp(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x > 709.79:
		return math.Inf(1)
	case x < -745.2:
		return 0
	}
	return expDD(dd{x, 0})
}

// expDD returns e**(x.hi+x.lo) rounded once, for a result in range or nearly so.
func expDD(x dd) float64 {
	m, k := expParts(x)
	return scale(m, k)
}

// expParts returns e**x as m * 2**k.
func expParts(x dd) (m dd, k int) {
	n := math.RoundToEven(x.hi * ((1 << expBits) / 0.6931471805599453))
	r := x.hi - n*ln2Part1
	rl := x.lo - n*ln2Part2 - n*ln2Part3
	s := fastTwoSumAny(r, rl)
	r, rl = s.hi, s.lo
	i := int(n)
	t := expTable()[i&(1<<expBits-1)]
	r2 := r * r
	// e**r - 1 - r, and the part of r below its last bit.
	p := r2*(0.5+r*(1.0/6+r*(1.0/24+r*(1.0/120+r*(1.0/720))))) + rl
	prod := twoProd(t.hi, r)
	q := fastTwoSum(t.hi, prod.hi)
	lo := q.lo + (prod.lo + t.lo + t.hi*p + t.lo*r)
	return fastTwoSum(q.hi, lo), i >> expBits
}

func fastTwoSumAny(a, b float64) dd { return twoSum(a, b) }

// scale returns m * 2**k, rounded once even when subnormal.
func scale(m dd, k int) float64 {
	if k > -1022 && k < 1023 {
		return (m.hi + m.lo) * math.Float64frombits(uint64(k+1023)<<52)
	}
	if k >= 1023 {
		return math.Ldexp(m.hi+m.lo, k)
	}
	// Subnormal: add in the place of the final last bit before rounding. 1.5 * 2**(k') makes that the last bit.
	f := math.Ldexp(m.hi, k)
	rest := m.addF(-math.Ldexp(f, -k))
	half := math.Ldexp(0.5, -1074-k)
	switch v := rest.hi + rest.lo; {
	case v > half:
		return math.Nextafter(f, math.Inf(1))
	case v < -half:
		return math.Nextafter(f, 0)
	}
	return f
}

// Exp2 returns 2**x.
func Exp2(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 1):
		return x
	case x >= 1025:
		return math.Inf(1)
	case x < -1076:
		return 0
	}
	k := math.RoundToEven(x)
	r := x - k
	if r == 0 {
		return math.Ldexp(1, int(k))
	}
	m, n := expParts(ln2.mulF(r))
	return scale(m, n+int(k))
}
