// Powers.
package libm

import "math"

// Pow returns x**y with the special cases of C99, which are also Go's.
func Pow(x, y float64) float64 {
	ax := math.Abs(x)
	if y == 2 {
		return x * x
	}
	if ax == 0 || ax == 1 || y == 0 || y == 1 || math.IsInf(ax, 0) || math.IsInf(y, 0) || x != x || y != y || x < 0 && y != math.Floor(y) {
		return math.Pow(x, y)
	}
	l := logDD(ax)
	var r float64
	switch size := l.hi * y; { // beforehand: the product in two parts overflows first
	case size > 709.79:
		r = math.Inf(1)
	case size < -745.2:
		r = 0
	default:
		p := twoProd(l.hi, y)
		r = expDD(fastTwoSum(p.hi, p.lo+l.lo*y))
	}
	if x < 0 && math.Abs(y) < 1<<53 && int64(y)&1 != 0 {
		return -r
	}
	return r
}
