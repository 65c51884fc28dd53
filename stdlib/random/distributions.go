// The distributions, each by the method CPython uses, so that the numbers agree.
package random

import (
	"math"

	"pyasync/internal/libm"
	"pyasync/object"
)

var distributions = []object.Method{
	{Name: "randrange", Flags: object.PyFunction, Sig: "start, stop=None, step=1", Doc: "Choose a random item from range(stop) or range(start, stop[, step]).", F: randRange},
	{Name: "randint", Flags: object.PyFunction, Sig: "a, b", Doc: "Return random integer in range [a, b], including both end points.", F2: randInt},
	{Name: "choice", Flags: object.PyFunction, Sig: "seq", Doc: "Choose a random element from a non-empty sequence.", F1: choice},
	{Name: "choices", Flags: object.PyFunction, Sig: "population, weights=None, *, cum_weights=None, k=1", Doc: "Return a k sized list of population elements chosen with replacement.", F: choices},
	{Name: "shuffle", Flags: object.PyFunction, Sig: "x", Doc: "Shuffle list x in place, and return None.", F1: shuffle},
	{Name: "sample", Flags: object.PyFunction, Sig: "population, k, *, counts=None", Doc: "Chooses k unique random elements from a population sequence.", F: sample},
	{Name: "uniform", Flags: object.PyFunction, Sig: "a, b", Doc: "Get a random number in the range [a, b) or [a, b] depending on rounding.", F2: uniform},
	{Name: "triangular", Flags: object.PyFunction, Sig: "low=0.0, high=1.0, mode=None", Doc: "Triangular distribution.", F: triangular},
	{Name: "normalvariate", Flags: object.PyFunction, Sig: "mu=0.0, sigma=1.0", Doc: "Normal distribution.", F: reals([]float64{0, 1}, (*source).normal)},
	{Name: "gauss", Flags: object.PyFunction, Sig: "mu=0.0, sigma=1.0", Doc: "Gaussian distribution.", F: reals([]float64{0, 1}, (*source).gauss)},
	{Name: "lognormvariate", Flags: object.PyFunction, Sig: "mu, sigma", Doc: "Log normal distribution.", F: reals([]float64{0, 0}, (*source).logNormal)},
	{Name: "expovariate", Flags: object.PyFunction, Sig: "lambd=1.0", Doc: "Exponential distribution.", F: reals([]float64{1}, (*source).exponential)},
	{Name: "vonmisesvariate", Flags: object.PyFunction, Sig: "mu, kappa", Doc: "Circular data distribution.", F: reals([]float64{0, 0}, (*source).vonMises)},
	{Name: "gammavariate", Flags: object.PyFunction, Sig: "alpha, beta", Doc: "Gamma distribution.  Not the gamma function!", F: reals([]float64{0, 0}, (*source).gammaVariate)},
	{Name: "betavariate", Flags: object.PyFunction, Sig: "alpha, beta", Doc: "Beta distribution.", F: reals([]float64{0, 0}, (*source).beta)},
	{Name: "paretovariate", Flags: object.PyFunction, Sig: "alpha", Doc: "Pareto distribution.  alpha is the shape parameter.", F: reals([]float64{0}, (*source).pareto)},
	{Name: "weibullvariate", Flags: object.PyFunction, Sig: "alpha, beta", Doc: "Weibull distribution.", F: reals([]float64{0, 0}, (*source).weibull)},
	{Name: "binomialvariate", Flags: object.PyFunction, Sig: "n=1, p=0.5", Doc: "Binomial random variable.", F: binomialVariate},
}

// source draws numbers for a distribution. After an error (an exception is pending) it yields 0.5, and every loop
// that draws looks at failed.
type source struct {
	th     *thread
	self   value
	failed bool
}

func (s *source) random() float64 {
	f, ok := random(s.th, s.self)
	if !ok {
		s.failed = true
		return 0.5
	}
	return f
}

func (s *source) fail(t *object.Type, text string) float64 {
	s.th.Raise(t, text)
	s.failed = true
	return 0
}

// reals makes a method of real parameters from its formula.
func reals(defaults []float64, f func(s *source, p []float64) float64) func(th *thread, self value, a []value) value {
	return func(th *thread, self value, a []value) value {
		var p [2]float64
		for i := range defaults {
			p[i] = defaults[i]
			if a[i].H != nil {
				var ok bool
				if p[i], ok = th.AsFloat64(a[i]); !ok {
					return value{}
				}
			}
		}
		s := source{th: th, self: self}
		r := f(&s, p[:len(defaults)])
		if s.failed {
			return value{}
		}
		return object.Float(r)
	}
}

func uniform(th *thread, self, a, b value) value {
	r, ok := random(th, self)
	if !ok {
		return value{}
	}
	if af, ok := a.ExactFloat(); ok {
		if bf, ok := b.ExactFloat(); ok {
			return object.Float(af + float64((bf-af)*r))
		}
	}
	d := th.BinaryOp(object.OpSub, b, a)
	if d.H == nil {
		return d
	}
	if d = th.BinaryOp(object.OpMul, d, object.Float(r)); d.H == nil {
		return d
	}
	return th.BinaryOp(object.OpAdd, a, d)
}

func triangular(th *thread, self value, a []value) value {
	low, high, mode := 0.0, 1.0, 0.0
	ok := true
	for i, p := range []*float64{&low, &high, &mode} {
		if a[i].H != nil && !a[i].IsNone() {
			if *p, ok = th.AsFloat64(a[i]); !ok {
				return value{}
			}
		}
	}
	u, ok := random(th, self)
	if !ok {
		return value{}
	}
	c := 0.5
	if a[2].H != nil && !a[2].IsNone() {
		if high == low {
			return object.Float(low)
		}
		c = (mode - low) / (high - low)
	}
	if u > c {
		u, c = 1-u, 1-c
		low, high = high, low
	}
	return object.Float(low + float64((high-low)*math.Sqrt(u*c)))
}

// Constants of the rejection methods: 4*exp(-1/2)/sqrt(2), 1+log(4.5), log(4).
const (
	nvMagic = 1.7155277699214135
	sgMagic = 2.504077396776274
	log4    = 1.3862943611198906
)

func (s *source) normal(p []float64) float64 {
	for !s.failed {
		u1 := s.random()
		u2 := 1 - s.random()
		z := nvMagic * (u1 - 0.5) / u2
		if z*z/4 <= -libm.Log(u2) {
			return p[0] + float64(z*p[1])
		}
	}
	return 0
}

func (s *source) gauss(p []float64) float64 {
	g := gen(s.self)
	var z float64
	if g.gaussNext.H != nil {
		z, _ = s.th.AsFloat64(g.gaussNext)
		g.gaussNext = value{}
	} else {
		x2pi := s.random() * (2 * math.Pi)
		g2rad := math.Sqrt(-2 * libm.Log(1-s.random()))
		sin, cos := libm.SinCos(x2pi)
		z = cos * g2rad
		g.gaussNext = object.Float(sin * g2rad)
	}
	return p[0] + float64(z*p[1])
}

func (s *source) logNormal(p []float64) float64 {
	r := libm.Exp(s.normal(p))
	if math.IsInf(r, 0) {
		return s.fail(&object.OverflowErrorType, "math range error")
	}
	return r
}

func (s *source) exponential(p []float64) float64 {
	l := -libm.Log(1 - s.random())
	if p[0] == 0 {
		return s.fail(&object.ZeroDivisionErrorType, "float division by zero")
	}
	return l / p[0]
}

func (s *source) vonMises(p []float64) float64 {
	mu, kappa := p[0], p[1]
	if kappa <= 1e-6 {
		return 2 * math.Pi * s.random()
	}
	t := 0.5 / kappa
	r := t + math.Sqrt(1+float64(t*t))
	var z float64
	for !s.failed {
		z = libm.Cos(math.Pi * s.random())
		d := z / (r + z)
		u2 := s.random()
		if u2 < 1-float64(d*d) || u2 <= (1-d)*libm.Exp(d) {
			break
		}
	}
	q := 1 / r
	f := (q + z) / (1 + float64(q*z))
	angle := libm.Acos(f)
	if s.random() <= 0.5 {
		angle = -angle
	}
	_, m := object.FloatDivMod(mu+angle, 2*math.Pi)
	return m
}

func (s *source) gammaVariate(p []float64) float64 {
	alpha, beta := p[0], p[1]
	switch {
	case alpha <= 0 || beta <= 0:
		return s.fail(&object.ValueErrorType, "gammavariate: alpha and beta must be > 0.0")
	case alpha > 1:
		return s.gammaLarge(alpha) * beta
	case alpha == 1:
		return -libm.Log(1-s.random()) * beta
	}
	return s.gammaSmall(alpha) * beta
}

// gammaLarge is Cheng's method for alpha > 1.
func (s *source) gammaLarge(alpha float64) float64 {
	ainv := math.Sqrt(float64(2*alpha) - 1)
	b, c := alpha-log4, alpha+ainv
	for !s.failed {
		u1 := s.random()
		if !(1e-7 < u1 && u1 < 0.9999999) {
			continue
		}
		u2 := 1 - s.random()
		v := libm.Log(u1/(1-u1)) / ainv
		x := alpha * libm.Exp(v)
		z := u1 * u1 * u2
		r := b + float64(c*v) - x
		if r+sgMagic-float64(4.5*z) >= 0 || r >= libm.Log(z) {
			return x
		}
	}
	return 0
}

// gammaSmall is the method of Ahrens and Dieter for alpha < 1.
func (s *source) gammaSmall(alpha float64) float64 {
	for !s.failed {
		u := s.random()
		b := (math.E + alpha) / math.E
		p := b * u
		var x float64
		if p <= 1 {
			x = libm.Pow(p, 1/alpha)
		} else {
			x = -libm.Log((b - p) / alpha)
		}
		u1 := s.random()
		if p > 1 {
			if u1 <= libm.Pow(x, alpha-1) {
				return x
			}
		} else if u1 <= libm.Exp(-x) {
			return x
		}
	}
	return 0
}

func (s *source) beta(p []float64) float64 {
	y := s.gammaVariate([]float64{p[0], 1})
	if s.failed || y == 0 {
		return 0
	}
	return y / (y + s.gammaVariate([]float64{p[1], 1}))
}

func (s *source) pareto(p []float64) float64 {
	u := 1 - s.random()
	if p[0] == 0 {
		return s.fail(&object.ZeroDivisionErrorType, "float division by zero")
	}
	return libm.Pow(u, -1/p[0])
}

func (s *source) weibull(p []float64) float64 {
	u := 1 - s.random()
	if p[1] == 0 {
		return s.fail(&object.ZeroDivisionErrorType, "float division by zero")
	}
	return p[0] * libm.Pow(-libm.Log(u), 1/p[1])
}

func binomialVariate(th *thread, self value, a []value) value {
	n, p := 1, 0.5
	ok := true
	if a[0].H != nil {
		if n, ok = th.AsIndex(a[0], &object.OverflowErrorType); !ok {
			return value{}
		}
	}
	if a[1].H != nil {
		if p, ok = th.AsFloat64(a[1]); !ok {
			return value{}
		}
	}
	if n < 0 {
		return th.ValueError("n must be non-negative")
	}
	if !(p > 0 && p < 1) && p != 0 && p != 1 {
		return th.ValueError("p must be in the range 0.0 <= p <= 1.0")
	}
	s := source{th: th, self: self}
	r := s.binomial(n, p)
	if s.failed {
		return value{}
	}
	return object.Int(int64(r))
}

func (s *source) binomial(n int, p float64) int {
	switch {
	case p == 0:
		return 0
	case p == 1:
		return n
	case n == 1:
		if s.random() < p {
			return 1
		}
		return 0
	case p > 0.5:
		return n - s.binomial(n, 1-p)
	case float64(n)*p < 10:
		return s.binomialGeometric(n, p)
	}
	return s.binomialRejection(n, p)
}

// binomialGeometric adds geometric waiting times (Devroye).
func (s *source) binomialGeometric(n int, p float64) int {
	x, y := 0, 0
	c := libm.Log2(1 - p)
	if c == 0 {
		return 0
	}
	for !s.failed {
		y += int(math.Floor(libm.Log2(s.random())/c)) + 1
		if y > n {
			return x
		}
		x++
	}
	return 0
}

// binomialRejection is Hörmann's transformed rejection with squeeze (BTRS).
func (s *source) binomialRejection(n int, p float64) int {
	nf := float64(n)
	spq := math.Sqrt(nf * p * (1 - p))
	b := 1.15 + float64(2.53*spq)
	a := -0.0873 + float64(0.0248*b) + float64(0.01*p)
	c := float64(nf*p) + 0.5
	vr := 0.92 - 4.2/b
	alpha := (2.83 + 5.1/b) * spq
	lpq := libm.Log(p / (1 - p))
	m := math.Floor((nf + 1) * p)
	h := libm.Lgamma(m+1) + libm.Lgamma(nf-m+1)
	for !s.failed {
		u := s.random() - 0.5
		us := 0.5 - math.Abs(u)
		k := math.Floor(float64((2*a/us+b)*u) + c)
		if k < 0 || k > nf {
			continue
		}
		v := s.random()
		if us >= 0.07 && v <= vr {
			return int(k)
		}
		v *= alpha / (a/(us*us) + b)
		if libm.Log(v) <= h-libm.Lgamma(k+1)-libm.Lgamma(nf-k+1)+float64((k-m)*lpq) {
			return int(k)
		}
	}
	return 0
}
