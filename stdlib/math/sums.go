// Sums, products and distances.
package mathmod

import (
	"math"

	"pyasync/internal/libm"
	"pyasync/object"
)

var sumFunctions = []object.Method{
	{Name: "fsum", Sig: "seq, /", Doc: "Return an accurate floating-point sum of values in the iterable seq.\n\nAssumes IEEE-754 floating-point arithmetic.", F1: fsum},
	{Name: "prod", Sig: "iterable, /, *, start=1", Doc: "Calculate the product of all the elements in the input iterable.", F: prod},
	{Name: "sumprod", Sig: "p, q, /", Doc: "Return the sum of products of values from two iterables p and q.", F2: sumProd},
	{Name: "hypot", Sig: "*coordinates", Doc: "Multidimensional Euclidean distance from the origin to a point.", F: hypot},
	{Name: "dist", Sig: "p, q, /", Doc: "Return the Euclidean distance between two points p and q.", F2: dist},
}

func fsum(th *thread, _, seq value) value {
	var s libm.Sum
	var plus, minus bool
	ok := th.ForEach(seq, func(v value) bool {
		x, ok := th.AsFloat64(v)
		if !ok {
			return false
		}
		plus = plus || math.IsInf(x, 1)
		minus = minus || math.IsInf(x, -1)
		if !s.Add(x) {
			th.OverflowError("intermediate overflow in fsum")
			return false
		}
		return true
	})
	if !ok {
		return value{}
	}
	if f, any := s.Special(); any {
		if plus && minus {
			return th.ValueError("-inf + inf in fsum")
		}
		return object.Float(f)
	}
	return object.Float(s.Value())
}

func prod(th *thread, _ value, a []value) value {
	r := object.Int(1)
	if a[1].H != nil {
		r = a[1]
	}
	ok := th.ForEach(a[0], func(v value) bool {
		r = th.BinaryOp(object.OpMul, r, v)
		return r.H != nil
	})
	if !ok {
		return value{}
	}
	return r
}

// sumProd adds exactly while all products are of floats and ints; other types are multiplied and added in turn.
func sumProd(th *thread, _, pv, qv value) value {
	p, ok := th.Collect(pv)
	if !ok {
		return value{}
	}
	q, ok := th.Collect(qv)
	if !ok {
		return value{}
	}
	if len(p) != len(q) {
		return th.ValueError("Inputs are not the same length")
	}
	if r, ok := sumProdFloats(p, q); ok {
		return object.Float(r)
	}
	total := object.Int(0)
	for i := range p {
		x := th.BinaryOp(object.OpMul, p[i], q[i])
		if x.H == nil {
			return x
		}
		if total = th.BinaryOp(object.OpAdd, total, x); total.H == nil {
			return total
		}
	}
	return total
}

// sumProdFloats is sumProd when every pair is of floats or small ints and one at least is a float.
func sumProdFloats(p, q []value) (float64, bool) {
	var s libm.Sum
	any := false
	for i := range p {
		x, xok, xfloat := smallReal(p[i])
		y, yok, yfloat := smallReal(q[i])
		if !xok || !yok {
			return 0, false
		}
		any = any || xfloat || yfloat
		if !s.AddProduct(x, y) {
			return 0, false
		}
	}
	if f, special := s.Special(); special {
		return f, true
	}
	return s.Value(), any
}

func smallReal(v value) (f float64, ok, isFloat bool) {
	if f, ok = v.ExactFloat(); ok {
		return f, true, true
	}
	i, ok := v.SmallInt()
	return float64(i), ok && i >= -(1<<53) && i <= 1<<53, false
}

func hypot(th *thread, _ value, a []value) value {
	t, _ := object.AsTuple(a[0])
	v := make([]float64, len(t.Items))
	for i, x := range t.Items {
		var ok bool
		if v[i], ok = th.AsFloat64(x); !ok {
			return value{}
		}
	}
	return object.Float(libm.Norm(v))
}

func dist(th *thread, _, pv, qv value) value {
	p, ok := th.Collect(pv)
	if !ok {
		return value{}
	}
	q, ok := th.Collect(qv)
	if !ok {
		return value{}
	}
	if len(p) != len(q) {
		return th.ValueError("both points must have the same number of dimensions")
	}
	v := make([]float64, len(p))
	for i := range p {
		x, y, ok := floats(th, p[i], q[i])
		if !ok {
			return value{}
		}
		v[i] = math.Abs(x - y)
	}
	return object.Float(libm.Norm(v))
}
