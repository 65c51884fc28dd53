// cmp_to_key: sort keys that compare by a function of two arguments.
package functools

import "pyasync/object"

var keyWrapperType object.Type

type keyWrapper struct {
	header
	cmp, obj value // obj nil: the key function itself
}

func init() {
	object.Define(&keyWrapperType, object.Spec{Name: "functools.KeyWrapper", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[keyWrapper](),
		Slots: object.Slots{Call: keyWrapperCall, Compare: keyWrapperCompare},
		Members: []object.Member{{Name: "obj", Doc: "Value wrapped by a key function.", Get: func(th *thread, v value) value {
			if x := (*keyWrapper)(v.Ptr()).obj; x.H != nil {
				return x
			}
			return th.AttributeError(v, shared("obj"), "obj")
		}, Set: func(th *thread, v, x value) bool { (*keyWrapper)(v.Ptr()).obj = x; return true }}}})
}

func newKeyWrapper(cmp, obj value) value {
	return object.ObjectValue(&(&keyWrapper{header{Shape: &keyWrapperType.Root}, cmp, obj}).header)
}

func cmpToKey(th *thread, self value, a []value) value { return newKeyWrapper(a[0], value{}) }

var keyWrapperArgs = &object.ArgParser{Name: "K", Sig: "obj"}

func keyWrapperCall(th *thread, v value, args []value, kw []*object.Str) value {
	var in [1]value
	if !keyWrapperArgs.Bind(th, args, kw, in[:]) {
		return value{}
	}
	return newKeyWrapper((*keyWrapper)(v.Ptr()).cmp, in[0])
}

func keyWrapperCompare(th *thread, a, b value, op object.CmpOp) value {
	if !b.Is(&keyWrapperType) || !a.Is(&keyWrapperType) {
		return th.TypeError("other argument must be K instance")
	}
	x, y := (*keyWrapper)(a.Ptr()), (*keyWrapper)(b.Ptr())
	if x.obj.H == nil || y.obj.H == nil {
		return th.AttributeError(a, shared("object"), "object")
	}
	r := th.Call2(x.cmp, x.obj, y.obj)
	if r.H == nil {
		return r
	}
	return th.Compare(r, object.Int(0), op)
}
