// Rows that show fields of Go structs as attributes which Python code may read and replace.
package asyncrt

import "pyasync/object"

// valueAttr shows a Value field; an unset one reads as None.
func valueAttr(attr string, field func(v Value) *Value) object.Getset {
	return object.Getset{Name: attr,
		Get: func(th *Thread, self Value) Value { return orNone(*field(self)) },
		Set: func(th *Thread, self, x Value) bool { *field(self) = x; return true }}
}

func boolAttr(attr string, field func(v Value) *bool) object.Getset {
	return object.Getset{Name: attr,
		Get: func(th *Thread, self Value) Value { return object.Bool(*field(self)) },
		Set: func(th *Thread, self, x Value) bool {
			b, ok := th.Truth(orNone(x))
			if ok {
				*field(self) = b
			}
			return ok
		}}
}

func countAttr(attr string, field func(v Value) *int) object.Getset {
	return object.Getset{Name: attr,
		Get: func(th *Thread, self Value) Value { return object.Int(int64(*field(self))) },
		Set: func(th *Thread, self, x Value) bool {
			n, ok := th.AsIndex(orNone(x), nil)
			if ok {
				*field(self) = n
			}
			return ok
		}}
}

// raiseAssertion raises AssertionError(text), without an argument when text is empty.
func raiseAssertion(th *Thread, text string) Value {
	if text == "" {
		return th.RaiseValue(object.NewException(&object.AssertionErrorType).V())
	}
	return th.Raise(&object.AssertionErrorType, text)
}

// leaves reports that the pending exception is one that no transport or callback may swallow.
func leaves(th *Thread) bool {
	return th.Pending(&object.SystemExitType) || th.Pending(&object.KeyboardInterruptType)
}
