// Sums without loss of precision, and the norm of a vector.
package libm

import "math"

// Sum adds floats exactly and rounds once (Shewchuk's algorithm). The zero Sum is empty.
type Sum struct {
	partials []float64
	special  float64 // sum of what is not finite
	inf      bool    // an infinity or NaN was added
}

// Add adds x; it reports false when the exact sum of finite numbers has overflowed.
func (s *Sum) Add(x float64) bool {
	if math.IsInf(x, 0) || x != x {
		s.special += x
		s.inf = true
		return true
	}
	n := 0
	for _, y := range s.partials {
		if math.Abs(x) < math.Abs(y) {
			x, y = y, x
		}
		t := fastTwoSum(x, y)
		if t.lo != 0 {
			s.partials[n] = t.lo
			n++
		}
		x = t.hi
	}
	s.partials = s.partials[:n]
	if x != 0 {
		if math.IsInf(x, 0) || x != x {
			return false
		}
		s.partials = append(s.partials, x)
	}
	return true
}

// AddProduct adds x*y exactly.
func (s *Sum) AddProduct(x, y float64) bool {
	p := twoProd(x, y)
	if math.IsInf(p.hi, 0) || p.hi != p.hi {
		return s.Add(x * y)
	}
	return s.Add(p.hi) && s.Add(p.lo)
}

// Special returns the sum of infinities and NaNs, if there were any.
func (s *Sum) Special() (f float64, any bool) { return s.special, s.inf }

// Value returns the finite sum, correctly rounded.
func (s *Sum) Value() float64 {
	n := len(s.partials)
	if n == 0 {
		return 0
	}
	n--
	hi := s.partials[n]
	lo := 0.0
	for n > 0 {
		n--
		t := fastTwoSum(hi, s.partials[n])
		hi, lo = t.hi, t.lo
		if lo != 0 {
			break
		}
	}
	// A tie is broken by the sign of what lies below.
	if n > 0 && (lo < 0 && s.partials[n-1] < 0 || lo > 0 && s.partials[n-1] > 0) {
		y := lo * 2
		x := hi + y
		if y == x-hi {
			hi = x
		}
	}
	return hi
}

// Norm returns the Euclidean norm of the vector, as exactly as double-double arithmetic can.
func Norm(v []float64) float64 {
	biggest, nan := 0.0, false
	for _, x := range v {
		if math.IsInf(x, 0) {
			return math.Inf(1)
		}
		nan = nan || x != x
		biggest = max(biggest, math.Abs(x))
	}
	if nan {
		return math.NaN()
	}
	if biggest == 0 || len(v) == 1 {
		return biggest
	}
	_, e := math.Frexp(biggest)
	var sum dd
	for _, x := range v {
		x = math.Ldexp(x, -e)
		sum = sum.add(twoProd(x, x))
	}
	r := sum.sqrt()
	return math.Ldexp(r.newton(sum).float(), e)
}
