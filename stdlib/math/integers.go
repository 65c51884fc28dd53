// Functions of integers: divisors, factorials, combinations.
package mathmod

import (
	"math"
	"math/big"

	"pyasync/object"
)

var integerFunctions = []object.Method{
	{Name: "comb", Sig: "n, k, /", Doc: "Number of ways to choose k items from n items without repetition and without order.", F2: comb},
	{Name: "perm", Sig: "n, k=None, /", Doc: "Number of ways to choose k items from n items without repetition and with order.", F: perm},
	{Name: "factorial", Sig: "n, /", Doc: "Find n!.", F1: factorial},
	{Name: "gcd", Sig: "*integers", Doc: "Greatest Common Divisor.", F: func(th *thread, _ value, a []value) value { return fold(th, a[0], 0, gcd) }},
	{Name: "lcm", Sig: "*integers", Doc: "Least Common Multiple.", F: func(th *thread, _ value, a []value) value { return fold(th, a[0], 1, lcm) }},
	{Name: "isqrt", Sig: "n, /", Doc: "Return the integer part of the square root of the input.", F1: isqrt},
}

func index(th *thread, v value) (*big.Int, bool) {
	n := th.Index(v)
	if n.H == nil {
		return nil, false
	}
	return object.BigOf(n)
}

func fold(th *thread, args value, empty int64, f func(a, b *big.Int) *big.Int) value {
	t, _ := object.AsTuple(args)
	if len(t.Items) == 0 {
		return object.Int(empty)
	}
	r, ok := index(th, t.Items[0])
	if !ok {
		return value{}
	}
	r = new(big.Int).Abs(r)
	for _, x := range t.Items[1:] {
		n, ok := index(th, x)
		if !ok {
			return value{}
		}
		r = f(r, new(big.Int).Abs(n))
	}
	return object.IntFromBig(r)
}

func gcd(a, b *big.Int) *big.Int { return new(big.Int).GCD(nil, nil, a, b) }

func lcm(a, b *big.Int) *big.Int {
	if a.Sign() == 0 || b.Sign() == 0 {
		return new(big.Int)
	}
	return a.Mul(a, new(big.Int).Quo(b, gcd(a, b)))
}

// Binomial coefficients and factorials are products over a range; beyond these sizes they exhaust any memory.
const maxFactor = 1 << 30

func factorial(th *thread, _, v value) value {
	n, ok := index(th, v)
	if !ok {
		return value{}
	}
	if n.Sign() < 0 {
		return th.ValueError("factorial() not defined for negative values")
	}
	if !n.IsInt64() {
		return th.OverflowError("factorial() argument should not exceed %d", int64(math.MaxInt64))
	}
	if n.Int64() > maxFactor {
		return th.MemoryError()
	}
	return object.IntFromBig(new(big.Int).MulRange(1, n.Int64()))
}

func nonNegative(th *thread, n *big.Int, name string) bool {
	if n.Sign() < 0 {
		th.ValueError("%s must be a non-negative integer", name)
		return false
	}
	return true
}

func comb(th *thread, _, a, b value) value {
	n, ok := index(th, a)
	if !ok {
		return value{}
	}
	k, ok := index(th, b)
	if !ok || !nonNegative(th, n, "n") || !nonNegative(th, k, "k") {
		return value{}
	}
	if k.Cmp(n) > 0 {
		return object.Int(0)
	}
	if rest := new(big.Int).Sub(n, k); rest.Cmp(k) < 0 {
		k = rest
	}
	if !k.IsInt64() {
		return th.OverflowError("min(n - k, k) must not exceed %d", int64(math.MaxInt64))
	}
	if n.IsInt64() {
		return object.IntFromBig(new(big.Int).Binomial(n.Int64(), k.Int64()))
	}
	r := fallingFactorial(n, k.Int64())
	return object.IntFromBig(r.Quo(r, new(big.Int).MulRange(1, k.Int64())))
}

// fallingFactorial returns n(n-1)…(n-k+1).
func fallingFactorial(n *big.Int, k int64) *big.Int {
	r, f := big.NewInt(1), new(big.Int).Set(n)
	one := big.NewInt(1)
	for range k {
		r.Mul(r, f)
		f.Sub(f, one)
	}
	return r
}

func perm(th *thread, m value, a []value) value {
	if a[1].H == nil || a[1].IsNone() {
		return factorial(th, m, a[0])
	}
	n, ok := index(th, a[0])
	if !ok {
		return value{}
	}
	k, ok := index(th, a[1])
	if !ok || !nonNegative(th, n, "n") || !nonNegative(th, k, "k") {
		return value{}
	}
	if n.Cmp(k) < 0 {
		return object.Int(0)
	}
	if !k.IsInt64() {
		return th.OverflowError("k must not exceed %d", int64(math.MaxInt64))
	}
	if k.Int64() > maxFactor {
		return th.MemoryError()
	}
	if n.IsInt64() {
		if k.Sign() == 0 {
			return object.Int(1)
		}
		return object.IntFromBig(new(big.Int).MulRange(n.Int64()-k.Int64()+1, n.Int64()))
	}
	return object.IntFromBig(fallingFactorial(n, k.Int64()))
}

func isqrt(th *thread, _, v value) value {
	n, ok := index(th, v)
	if !ok {
		return value{}
	}
	if n.Sign() < 0 {
		return th.ValueError("isqrt() argument must be nonnegative")
	}
	return object.IntFromBig(new(big.Int).Sqrt(n))
}
