package libm

import "math"

// Pow returns x**y with the special cases of C99, which are also Go's.
func Pow(x, y float64) float64 { return math.Pow(x, y) }
