// The types of None, NotImplemented and Ellipsis.
package object

func init() {
	defineSingleton(&NoneType, "NoneType", "None", None, "The type of the None singleton.", func(th *Thread, v Value) (bool, bool) { return false, true })
	defineSingleton(&NotImplementedType, "NotImplementedType", "NotImplemented", NotImplemented, "The type of the NotImplemented singleton.",
		func(th *Thread, v Value) (bool, bool) {
			ok := th.warn(&DeprecationWarningType, "NotImplemented should not be used in a boolean context")
			return true, ok
		})
	defineSingleton(&EllipsisType, "ellipsis", "Ellipsis", Ellipsis, "The type of the Ellipsis singleton.", nil)
}

// singletonLayout gives singletons a layout of their own: nothing can derive from their types.
type singletonLayout struct{ Header }

func defineSingleton(t *Type, typeName, name string, v Value, doc string, truth func(th *Thread, v Value) (bool, bool)) {
	text := StrValue(name)
	repr := func(th *Thread, _ Value) Value { return text }
	spec := Spec{Name: typeName, Doc: doc, Flags: FlagFinal | FlagNoDict | FlagNoWeakref, Alloc: Allocator[singletonLayout](), Slots: Slots{
		Repr: repr, ToBool: truth,
		New: func(th *Thread, _ *Type, args []Value, kw []*Str) Value {
			if len(args) > 0 {
				return th.TypeError("%s takes no arguments", typeName)
			}
			return v
		},
	}}
	if t != &NoneType {
		spec.Methods = []Method{{Name: "__reduce__", F0: func(th *Thread, _ Value) Value { return text }}}
	} else {
		spec.Slots.Hash = func(th *Thread, _ Value) (int64, bool) { return noneHash, true }
		spec.Slots.Compare = func(th *Thread, a, b Value, op CmpOp) Value {
			if a.H == b.H && (op == CmpEQ || op == CmpNE) {
				return Bool(op == CmpEQ)
			}
			return NotImplemented
		}
	}
	Define(t, spec)
}

// noneHash is hash(None), a constant since 3.12.
const noneHash = 0xFCA86420

// OrNone is None for the nil Value: what Python sees of an argument left out or a field not set.
func OrNone(v Value) Value {
	if v.H == nil {
		return None
	}
	return v
}
