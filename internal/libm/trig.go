// Sine, cosine and tangent, with the reduction of large arguments.
package libm

import (
	"math"
	"math/big"
	"sync"
)

// sinCosTable holds sine and cosine of i/64.
var sinCosTable = sync.OnceValue(func() *[64][2]dd {
	var t [64][2]dd
	for i := range t {
		t[i][0], t[i][1] = ddSinCosTaylor(dd{float64(i) / 64, 0})
	}
	return &t
})

// reduce returns x - q*pi/2 with q the nearest integer, and q modulo 4.
func reduce(x float64) (r dd, q int) {
	ax := math.Abs(x)
	if ax < math.Pi/4 {
		return dd{x, 0}, 0
	}
	if ax > 1<<22 {
		return reduceHuge(x)
	}
	n := math.RoundToEven(x * (2 / math.Pi))
	// pi/2 in four parts of 33 bits or fewer, so that products with n are exact.
	const p1, p2, p3, p4 = 0x1.921fb544p0, 0x1.0b4611a6p-34, 0x1.3198a2e0p-69, 0x1.b839a252049c1p-104
	a := twoSum(x-n*p1, -n*p2)
	b := twoSum(-n*p3, -n*p4)
	return a.add(b), int(int64(n) & 3)
}

// bigPi is pi to 1200 bits, for arguments so large that their distance to a multiple of pi/2 needs them.
var bigPi = sync.OnceValue(func() *big.Float {
	const prec = 1300
	// Machin: pi = 16 atan(1/5) - 4 atan(1/239)
	atanInv := func(n int64) *big.Int {
		one := new(big.Int).Lsh(big.NewInt(1), prec+32)
		term := new(big.Int).Quo(one, big.NewInt(n))
		sum := new(big.Int).Set(term)
		sq := big.NewInt(n * n)
		for k := int64(3); term.Sign() != 0; k += 2 {
			term.Quo(term, sq)
			term.Neg(term)
			sum.Add(sum, new(big.Int).Quo(term, big.NewInt(k)))
		}
		return sum
	}
	p := new(big.Int).Mul(atanInv(5), big.NewInt(16))
	p.Sub(p, new(big.Int).Mul(atanInv(239), big.NewInt(4)))
	f := new(big.Float).SetPrec(prec).SetInt(p)
	return f.SetMantExp(f, -(prec + 32))
})

func reduceHuge(x float64) (r dd, q int) {
	const prec = 1300
	half := new(big.Float).SetPrec(prec)
	half.SetMantExp(bigPi(), -1)
	bx := new(big.Float).SetPrec(prec).SetFloat64(math.Abs(x))
	n, _ := new(big.Float).SetPrec(prec).Add(new(big.Float).SetPrec(prec).Quo(bx, half), big.NewFloat(0.5)).Int(nil)
	rest := bx.Sub(bx, half.Mul(half, new(big.Float).SetPrec(prec).SetInt(n)))
	hi, _ := rest.Float64()
	rest.Sub(rest, big.NewFloat(hi))
	lo, _ := rest.Float64()
	q = int(n.Bits()[0] & 3)
	if x < 0 {
		return dd{-hi, -lo}, -q & 3
	}
	return dd{hi, lo}, q
}

// sinCos returns sine and cosine of r, |r| <= pi/4 or a little more.
func sinCos(r dd) (sin, cos dd) {
	if r.hi < 0 {
		s, c := sinCos(r.neg())
		return s.neg(), c
	}
	i := int(math.RoundToEven(r.hi * 64))
	t := r.addF(-float64(i) / 64)
	e := &sinCosTable()[i]
	st, ct := sinSmall(t), cosSmall(t)
	// sin(c+t) = sin c + (sin c (cos t - 1) + cos c sin t)
	sin = e[0].add(e[1].mul(st)).add(e[0].mul(ct))
	cos = e[1].add(e[0].mul(st).neg()).add(e[1].mul(ct))
	return sin, cos
}

// sinSmall returns sin t, cosSmall cos t - 1, for |t| <= 1/128.
func sinSmall(t dd) dd {
	t2 := t.hi * t.hi
	c := t.hi * t2 * (-1.0/6 + t2*(1.0/120-t2*(1.0/5040-t2/362880)))
	return t.addF(c)
}

func cosSmall(t dd) dd {
	sq := t.mul(t)
	t2 := sq.hi
	c := t2 * t2 * (1.0/24 - t2*(1.0/720-t2/40320))
	return dd{-0.5 * sq.hi, -0.5 * sq.lo}.addF(c)
}

// Sin returns the sine of x.
func Sin(x float64) float64 {
	s, _ := SinCos(x)
	return s
}

// Cos returns the cosine of x.
func Cos(x float64) float64 {
	_, c := SinCos(x)
	return c
}

// SinCos returns sine and cosine of x.
func SinCos(x float64) (sin, cos float64) {
	if x == 0 || math.Abs(x) < 0x1p-27 {
		return x, 1
	}
	if x != x || math.IsInf(x, 0) {
		return math.NaN(), math.NaN()
	}
	s, c := sinCosFull(x)
	return s.float(), c.float()
}

func sinCosFull(x float64) (sin, cos dd) {
	r, q := reduce(x)
	s, c := sinCos(r)
	switch q {
	case 1:
		return c, s.neg()
	case 2:
		return s.neg(), c.neg()
	case 3:
		return c.neg(), s
	}
	return s, c
}

// Tan returns the tangent of x.
func Tan(x float64) float64 {
	if x == 0 || math.Abs(x) < 0x1p-27 {
		return x
	}
	if x != x || math.IsInf(x, 0) {
		return math.NaN()
	}
	s, c := sinCosFull(x)
	return s.div(c).float()
}
