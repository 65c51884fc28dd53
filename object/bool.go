// The bool type.
package object

// boolLayout makes bool's layout differ from int's: True and False live in the Value under their own header.
type boolLayout struct{ Header }

func init() {
	s := Slots{New: boolNew, Repr: boolRepr, Invert: boolInvert}
	s.Binary[OpAnd] = boolBinary(intAnd, func(a, b uint64) uint64 { return a & b })
	s.Binary[OpOr] = boolBinary(intOr, func(a, b uint64) uint64 { return a | b })
	s.Binary[OpXor] = boolBinary(intXor, func(a, b uint64) uint64 { return a ^ b })
	Define(&BoolType, Spec{
		Name: "bool", Sig: "object=False, /", Base: &IntType, Flags: FlagFinal, Alloc: Allocator[boolLayout](),
		Doc: "Returns True when the argument is true, False otherwise.\n" +
			"The builtins True and False are the only two instances of the class bool.\n" +
			"The class bool is a subclass of the class int, and cannot be subclassed.",
		Slots: s,
	})
}

func boolNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	if len(kw) > 0 {
		return th.TypeError("bool() takes no keyword arguments")
	}
	switch len(args) {
	case 0:
		return False
	case 1:
		return boolResult(th.Truth(args[0]))
	}
	return th.TypeError("bool expected at most 1 argument, got %d", len(args))
}

var strTrue, strFalse = NewStr("True"), NewStr("False")

func init() {
	strTrue.Hash()
	strFalse.Hash()
	strTrue.Len()
	strFalse.Len()
}

func boolRepr(th *Thread, v Value) Value {
	if v.N != 0 {
		return strTrue.V()
	}
	return strFalse.V()
}

func boolInvert(th *Thread, v Value) Value {
	if !th.warn(&DeprecationWarningType, invertedBool) {
		return Value{}
	}
	return Int(^int64(v.N))
}

const invertedBool = "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int."

func (th *Thread) hasFrame() bool {
	h := th.Interp.Hooks.CurrentFrame
	return h != nil && h(th, 0).H != nil
}

// WarnFolded issues what folding a constant warns of, which comes from the running code that has it compiled: of the
// script itself nobody is told. An error made of the warning is dropped, as CPython does.
func (th *Thread) WarnFolded(message string) {
	if th.hasFrame() && !th.warn(&DeprecationWarningType, message) {
		th.Exc = Value{}
	}
}

// boolBinary gives a bool for two bools, what int gives otherwise.
func boolBinary(ints BinaryFunc, f func(a, b uint64) uint64) BinaryFunc {
	return func(th *Thread, a, b Value) Value {
		if a.H == &BoolHeader && b.H == &BoolHeader {
			return Value{&BoolHeader, f(a.N, b.N)}
		}
		return ints(th, a, b)
	}
}
