// Folding: an operation on constants is a constant. The limits are those of CPython's compiler, because `is` shows which
// results are one object; what fails, or would be big, is left to run.
package eval

import (
	"math"

	"pyasync/object"
)

// Bounds of what is folded.
const (
	maxFoldedBits  = 128  // of an int made by *, ** or <<
	maxFoldedText  = 4096 // characters of a str or bytes made by *
	maxFoldedTuple = 256  // items of a tuple made by *
	maxFoldedTotal = 1024 // items, those of tuples within included
)

// foldBinary returns the value of an operation on two constants, or the nil Value.
func (u *unit) foldBinary(op object.BinOp, a, b Node) Value {
	x, ok := a.(*constant)
	if !ok {
		return Value{}
	}
	y, ok := b.(*constant)
	if !ok || !foldable(op, x.v, y.v) {
		return Value{}
	}
	return u.folded(func(th *Thread) Value { return th.BinaryOp(op, x.v, y.v) })
}

// foldUnary returns the value of an operation on a constant, or the nil Value.
func (u *unit) foldUnary(op unaryOp, a Node) Value {
	x, ok := a.(*constant)
	if !ok {
		return Value{}
	}
	f, _ := op.of(x.v.Type())
	if f == nil {
		return Value{}
	}
	return u.folded(func(th *Thread) Value { return f(th, x.v) })
}

// foldItem returns the item of one constant that another names, or the nil Value.
func (u *unit) foldItem(a, k Node) Value {
	x, ok := a.(*constant)
	if !ok {
		return Value{}
	}
	key, ok := k.(*constant)
	if !ok || x.v.Type().GetItem == nil {
		return Value{}
	}
	return u.folded(func(th *Thread) Value { return th.GetItem(x.v, key.v) })
}

// folded computes a value that is shared like a literal; an error is left to the program.
func (u *unit) folded(compute func(th *Thread) Value) Value {
	saved := u.th.Exc
	v := compute(u.th)
	u.th.Exc = saved
	if v.H == nil {
		return v
	}
	return u.consts.shared(v)
}

func foldable(op object.BinOp, x, y Value) bool {
	switch op {
	case object.OpMatMul:
		return false
	case object.OpMod:
		return !x.Is(&object.StrType) && !x.Is(&object.BytesType)
	case object.OpMul:
		if object.IsInt(x) && object.IsInt(y) {
			return bitLen(x)+bitLen(y) <= maxFoldedBits
		}
		if object.IsInt(x) {
			x, y = y, x
		}
		return !object.IsInt(y) || repeatable(x, y)
	case object.OpPow:
		n, _ := y.SmallInt()
		return !object.IsInt(x) || !object.IsInt(y) || y.IsSmallInt() && (n <= 0 || bitLen(x) <= maxFoldedBits/int(min(n, math.MaxInt32)) && n <= maxFoldedBits)
	case object.OpLShift:
		n, small := y.SmallInt()
		return !object.IsInt(x) || !object.IsInt(y) || small && n <= maxFoldedBits && bitLen(x)+int(max(n, 0)) <= maxFoldedBits
	}
	return true
}

// repeatable reports whether n times a sequence stays within the bounds; numbers have none.
func repeatable(x, n Value) bool {
	times, small := n.SmallInt()
	if n.IsBool() {
		times, small = int64(n.N), true
	}
	if t, ok := object.AsTuple(x); ok {
		return len(t.Items) == 0 || small && times >= 0 && times*int64(len(t.Items)) <= maxFoldedTuple && times*int64(leaves(t)) <= maxFoldedTotal
	}
	size := 0
	if s, ok := object.AsStr(x); ok {
		size = s.Len()
	} else if b, ok := object.AsBytes(x); ok {
		size = len(b.B)
	}
	return size == 0 || small && times >= 0 && times <= int64(maxFoldedText/size)
}

// leaves counts the items of a tuple and of the tuples in it.
func leaves(t *object.Tuple) int {
	n := len(t.Items)
	for _, x := range t.Items {
		if inner, ok := object.AsTuple(x); ok {
			n += leaves(inner)
		}
	}
	return n
}

func bitLen(v Value) int {
	b, _ := object.BigOf(v)
	return b.BitLen()
}
