// The short ways of flags: combinations that exist already.
package enummod

import "pyasync/object"

// bits returns the value of a flag that is a plain int.
func bits(th *thread, flag value) (int64, bool) {
	v := object.OwnAttr(th, flag, strValue)
	if v.IsNil() {
		return 0, false
	}
	return v.SmallInt()
}

// operands returns the bits of both flags of the same class; the second may be an int where members are ints.
func operands(th *thread, args []value) (a, b int64, ok bool) {
	if len(args) != 2 {
		return 0, 0, false
	}
	if a, ok = bits(th, args[0]); !ok {
		return 0, 0, false
	}
	t := args[0].Type()
	if args[1].Type() == t {
		b, ok = bits(th, args[1])
		return a, b, ok
	}
	if th.Lookup(t, strMemberType) != object.IntType.V() {
		return 0, 0, false
	}
	b, ok = args[1].SmallInt()
	return a, b, ok
}

// combine makes the short way of a binary operator.
func combine(op func(a, b int64) int64) object.ShortWay {
	return func(th *thread, args []value) (value, bool) {
		a, b, ok := operands(th, args)
		if !ok {
			return value{}, false
		}
		return lookup(th, table(th, args[0].Type(), strByValue), object.Int(op(a, b)))
	}
}

func flagContains(th *thread, args []value) (value, bool) {
	if len(args) != 2 || args[0].Type() != args[1].Type() {
		return value{}, false
	}
	a, b, ok := operands(th, args)
	return object.Bool(a&b == b), ok
}

func flagTruth(th *thread, args []value) (value, bool) {
	if len(args) != 1 {
		return value{}, false
	}
	n, ok := bits(th, args[0])
	return object.Bool(n != 0), ok
}

// invert knows what ~flag was the last time.
func invert(th *thread, args []value) (value, bool) {
	if len(args) != 1 {
		return value{}, false
	}
	v := object.OwnAttr(th, args[0], strInverted)
	return v, !v.IsNil() && !v.IsNone()
}
