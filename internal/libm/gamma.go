// The gamma function and its logarithm.
package libm

import "math"

// The Lanczos approximation with g = 6.0246…, N = 13, as a quotient of polynomials: the coefficients of the numerator
// are those of Boost's lanczos13m53; the denominator is x(x+1)…(x+11).
const lanczosG = 6.024680040776729583740234375

var lanczosNum = [13]float64{
	23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
	35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
	6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786772,
	248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
	2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
	8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
	2.5066282746310002701649081771338373386264310793408,
}

var lanczosDen = [13]float64{0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1}

func lanczosSum(x float64) float64 {
	num, den := 0.0, 0.0
	// Evaluate from the end where the terms do not grow.
	if x < 5 {
		for i := 12; i >= 0; i-- {
			num = float64(num*x) + lanczosNum[i]
			den = float64(den*x) + lanczosDen[i]
		}
	} else {
		for i := range 13 {
			num = num/x + lanczosNum[i]
			den = den/x + lanczosDen[i]
		}
	}
	return num / den
}

// sinPi returns sin(pi*x), exact at multiples of 1/2.
func sinPi(x float64) float64 {
	y := math.Mod(math.Abs(x), 2)
	var r float64
	switch int(math.Round(2 * y)) {
	case 0:
		r = Sin(math.Pi * y)
	case 1:
		r = Cos(math.Pi * (y - 0.5))
	case 2:
		r = Sin(math.Pi * (1 - y))
	case 3:
		r = -Cos(math.Pi * (y - 1.5))
	default:
		r = Sin(math.Pi * (y - 2))
	}
	return math.Copysign(1, x) * r
}

// Lgamma returns the logarithm of the absolute value of the gamma function.
func Lgamma(x float64) float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return math.Abs(x)
	}
	if x == math.Floor(x) && x <= 2 {
		if x <= 0 {
			return math.Inf(1)
		}
		return 0
	}
	ax := math.Abs(x)
	if ax < 1e-20 {
		return -Log(ax)
	}
	r := Log(lanczosSum(ax)) - lanczosG
	r += (ax - 0.5) * (Log(ax+lanczosG-0.5) - 1)
	if x < 0 {
		r = 1.144729885849400174143427351353058711647 - Log(math.Abs(sinPi(ax))) - Log(ax) - r
	}
	return r
}

// gammaIntegral are the factorials that are exact.
var gammaIntegral = func() (t [23]float64) {
	t[0] = 1
	for i := 1; i < len(t); i++ {
		t[i] = t[i-1] * float64(i)
	}
	return
}()

// Gamma returns the gamma function; NaN for negative integers, infinity for zero and on overflow.
func Gamma(x float64) float64 {
	switch {
	case math.IsNaN(x) || math.IsInf(x, 1):
		return x
	case math.IsInf(x, -1):
		return math.NaN()
	case x == 0:
		return math.Copysign(math.Inf(1), x)
	}
	if x == math.Floor(x) {
		if x < 0 {
			return math.NaN()
		}
		if x <= float64(len(gammaIntegral)) {
			return gammaIntegral[int(x)-1]
		}
	}
	ax := math.Abs(x)
	if ax < 1e-20 {
		return 1 / x
	}
	if ax > 200 {
		if x < 0 {
			return 0 / sinPi(x)
		}
		return math.Inf(1)
	}
	return gammaLanczos(x, ax)
}

func gammaLanczos(x, ax float64) float64 {
	y := ax + (lanczosG - 0.5)
	// The rounding error of y, to be made good below.
	var z float64
	if ax > lanczosG-0.5 {
		z = (y - ax) - (lanczosG - 0.5)
	} else {
		z = (y - (lanczosG - 0.5)) - ax
	}
	z = z * lanczosG / y
	var r float64
	if x < 0 {
		r = -math.Pi / sinPi(ax) / ax * Exp(y) / lanczosSum(ax)
		r -= z * r
		if ax < 140 {
			r /= Pow(y, ax-0.5)
		} else {
			s := Pow(y, ax/2-0.25)
			r /= s
			r /= s
		}
		return r
	}
	r = lanczosSum(ax) / Exp(y)
	r += z * r
	if ax < 140 {
		r *= Pow(y, ax-0.5)
	} else {
		s := Pow(y, ax/2-0.25)
		r *= s
		r *= s
	}
	return r
}
