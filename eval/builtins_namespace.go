// The namespace of builtins that code runs with: __builtins__ of its globals, which may be any mapping.
package eval

import "pyasync/object"

// mappedBuiltins stands for a __builtins__ that is no dict where one is expected. It is empty, and no plain dict, so that
// lookups take the slow way.
type mappedBuiltins struct {
	object.Dict
	mapping Value
}

var mappedBuiltinsType object.Type

func init() {
	object.Define(&mappedBuiltinsType, object.Spec{Name: "builtins", Base: &object.DictType, Flags: object.FlagFinal | object.FlagNoNew,
		Alloc: object.Allocator[mappedBuiltins]()})
}

// builtinsOf returns the namespace where names not found in globals are looked up: the running code's, if globals does
// not name one.
func builtinsOf(th *Thread, globals *object.Dict) *object.Dict {
	v := globals.GetStr(strBuiltins)
	if v.H == nil {
		return currentBuiltins(th)
	}
	if m, ok := object.AsModule(v); ok {
		return m.Dict
	}
	if d, ok := object.AsDict(v); ok {
		return d
	}
	b := &mappedBuiltins{mapping: v}
	b.Header = object.Header{Shape: &mappedBuiltinsType.Root}
	return &b.Dict
}

// currentBuiltins is the namespace of builtins of the running code.
func currentBuiltins(th *Thread) *object.Dict {
	if f := callerFrame(th); f != nil && f.fn.Builtins != nil {
		return f.fn.Builtins
	}
	return th.Interp.Builtins.Dict
}

// builtinsValue is what Python sees of a namespace of builtins.
func builtinsValue(d *object.Dict) Value {
	if d.Shape == &mappedBuiltinsType.Root {
		v := d.V()
		return (*mappedBuiltins)(v.Ptr()).mapping
	}
	return d.V()
}

// Builtins is f_builtins.
func (f *Frame) Builtins() Value { return builtinsValue(f.fn.Builtins) }

// lookupBuiltin returns a builtin by its name; absent: the nil Value with ok.
func lookupBuiltin(th *Thread, d *object.Dict, name *Str) (v Value, ok bool) {
	if !d.IsSubclass() {
		return d.GetStr(name), true
	}
	return lookupMapping(th, builtinsValue(d), name)
}
