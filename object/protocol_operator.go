// Comparisons and the binary operators on any two values.
package object

import "cmp"

// Compare returns a op b, any value.
func (th *Thread) Compare(a, b Value, op CmpOp) Value {
	ta, tb := a.H.Shape.Type, b.H.Shape.Type
	if !th.EnterFor(" in comparison") {
		return Value{}
	}
	defer th.Leave()
	reflected := false
	if ta != tb && tb.Compare != nil && tb.IsSubtype(ta) {
		reflected = true
		if r := tb.Compare(th, b, a, swappedCmp[op]); r != NotImplemented {
			return r
		}
	}
	if ta.Compare != nil {
		if r := ta.Compare(th, a, b, op); r != NotImplemented {
			return r
		}
	}
	if !reflected && tb.Compare != nil {
		if r := tb.Compare(th, b, a, swappedCmp[op]); r != NotImplemented {
			return r
		}
	}
	switch op {
	case CmpEQ:
		return Bool(a == b)
	case CmpNE:
		return Bool(a != b)
	}
	return th.TypeError("'%s' not supported between instances of '%s' and '%s'", CmpSymbols[op], ta.TPName(), tb.TPName())
}

// Ordered reports a op b of Go's own values. What has a three-way comparison asks Ordered(a.Cmp(b), 0, op).
func Ordered[T cmp.Ordered](a, b T, op CmpOp) bool {
	switch op {
	case CmpLT:
		return a < b
	case CmpLE:
		return a <= b
	case CmpEQ:
		return a == b
	case CmpNE:
		return a != b
	case CmpGT:
		return a > b
	}
	return a >= b
}

var swappedCmp = [...]CmpOp{CmpLT: CmpGT, CmpLE: CmpGE, CmpEQ: CmpEQ, CmpNE: CmpNE, CmpGT: CmpLT, CmpGE: CmpLE}

// CmpSymbols are the operators as written.
var CmpSymbols = [...]string{CmpLT: "<", CmpLE: "<=", CmpEQ: "==", CmpNE: "!=", CmpGT: ">", CmpGE: ">="}

// CompareBool is Compare and Truth of the result; identical values are equal without being asked.
func (th *Thread) CompareBool(a, b Value, op CmpOp) (result, ok bool) {
	if a == b {
		switch op {
		case CmpEQ:
			return true, true
		case CmpNE:
			return false, true
		}
	}
	r := th.Compare(a, b, op)
	if r.H == nil {
		return false, false
	}
	return th.Truth(r)
}

// Equal is a is b or a == b, as containers compare.
func (th *Thread) Equal(a, b Value) (eq, ok bool) {
	if a == b {
		return true, true
	}
	if a.H == b.H && a.H == &IntHeader {
		return false, true
	}
	if a.IsExact(&StrType) && b.IsExact(&StrType) {
		return (*Str)(a.Ptr()).s == (*Str)(b.Ptr()).s, true
	}
	return th.CompareBool(a, b, CmpEQ)
}

// BinOpSymbols are the operators as error texts name them.
var BinOpSymbols = [NumBinOps]string{OpAdd: "+", OpSub: "-", OpMul: "*", OpMatMul: "@", OpTrueDiv: "/", OpFloorDiv: "//", OpMod: "%",
	OpDivMod: "divmod()", OpLShift: "<<", OpRShift: ">>", OpAnd: "&", OpXor: "^", OpOr: "|", OpPow: "** or pow()"}

// binary1 tries the slots of both operands as CPython's binary_op1 does.
func (th *Thread) binary1(op BinOp, a, b Value) Value {
	ta, tb := a.H.Shape.Type, b.H.Shape.Type
	fa, fb := ta.Binary[op], tb.Binary[op]
	if ta == tb {
		fb = nil
	} else if fb != nil && fa != nil && sameFunc(ta, tb, op) {
		fb = nil
	}
	if fa != nil {
		if fb != nil && tb.IsSubtype(ta) {
			if r := fb(th, a, b); r != NotImplemented {
				return r
			}
			fb = nil
		}
		if r := fa(th, a, b); r != NotImplemented {
			return r
		}
	}
	if fb != nil {
		return fb(th, a, b)
	}
	return NotImplemented
}

// sameFunc reports whether both types got the slot from the same builtin type, so that trying it twice is idle.
func sameFunc(ta, tb *Type, op BinOp) bool {
	return ta.Solid == tb.Solid && ta.Flags&FlagHeap == 0 && tb.Flags&FlagHeap == 0
}

// BinaryOp returns a op b.
func (th *Thread) BinaryOp(op BinOp, a, b Value) Value {
	if op == OpAdd && a.H.Shape == b.H.Shape {
		if t := a.H.Shape.Type; t.Concat != nil && t.Flags&FlagHeap == 0 {
			return t.Concat(th, a, b) // builtin sequences have no __add__ that would be asked first
		}
	}
	r := th.binary1(op, a, b)
	if r != NotImplemented {
		return r
	}
	if r = th.sequenceOp(op, a, b, false); r != NotImplemented {
		return r
	}
	return th.unsupportedBinary(BinOpSymbols[op], a, b)
}

// InPlaceOp returns the result of a op= b.
func (th *Thread) InPlaceOp(op BinOp, a, b Value) Value {
	if f := a.H.Shape.Type.InPlace[op]; f != nil {
		if r := f(th, a, b); r != NotImplemented {
			return r
		}
	}
	if t := a.H.Shape.Type; op == OpAdd && t.InPlaceConcat != nil && t.Flags&FlagHeap != 0 && t.InPlace[OpAdd] == nil {
		return t.InPlaceConcat(th, a, b) // a subclass finds its __iadd__ before any __add__ or __radd__ is asked
	}
	r := th.binary1(op, a, b)
	if r != NotImplemented {
		return r
	}
	if r = th.sequenceOp(op, a, b, true); r != NotImplemented {
		return r
	}
	sym := BinOpSymbols[op]
	if op == OpPow {
		sym = "**"
	}
	return th.unsupportedBinary(sym+"=", a, b)
}

func (th *Thread) unsupportedBinary(sym string, a, b Value) Value {
	if sym == ">>" && a.IsExact(&BuiltinType) && (*Builtin)(a.Ptr()).Method.Name == "print" {
		return th.TypeError("unsupported operand type(s) for %s: '%s' and '%s'. Did you mean \"print(<message>, file=<output_stream>)\"?", sym, a.Type().TPName(), b.Type().TPName())
	}
	return th.TypeError("unsupported operand type(s) for %s: '%s' and '%s'", sym, a.Type().TPName(), b.Type().TPName())
}

// sequenceOp handles + and * of sequences, whose types have Concat and Repeat rather than binary slots.
func (th *Thread) sequenceOp(op BinOp, a, b Value, inPlace bool) Value {
	ta, tb := a.H.Shape.Type, b.H.Shape.Type
	switch op {
	case OpAdd:
		if inPlace && ta.InPlaceConcat != nil {
			return ta.InPlaceConcat(th, a, b)
		}
		if ta.Concat != nil {
			return ta.Concat(th, a, b)
		}
	case OpMul:
		if inPlace && ta.InPlaceRepeat != nil {
			return th.repeat(ta.InPlaceRepeat, a, b)
		}
		if ta.Repeat != nil {
			return th.repeat(ta.Repeat, a, b)
		}
		// As PyNumber_InPlaceMultiply: a *= b repeats b only if a's type has no sequence slots at all. Every class made by
		// a class statement has them, and so have dict and set.
		if tb.Repeat != nil && !(inPlace && (ta.Flags&FlagHeap != 0 || ta.Len != nil || ta.Contains != nil)) {
			return th.repeat(tb.Repeat, b, a)
		}
	}
	return NotImplemented
}

func (th *Thread) repeat(f BinaryFunc, seq, n Value) Value {
	if n.H.Shape.Type.Index == nil {
		return th.TypeError("can't multiply sequence by non-int of type '%s'", n.Type().TPName())
	}
	return f(th, seq, n)
}
