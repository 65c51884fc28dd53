// NativeFunction: a function that CPython's library has in Python and pyasync has in Go. It shows itself as a
// function (types.FunctionType), with a signature, a code object and attributes of its own.
package object

import (
	"strings"
	"unsafe"
)

// NativeFunction is shared by all interpreters and never changes; what a program sees of it beyond its name is a
// Function that the evaluator makes for each interpreter (View).
type NativeFunction struct {
	Header
	method MethodDescriptor // what it does; Owner nil: a function of a module
	self   Value            // what the implementation of a module's function receives
	module string

	python *Function // of a function with a short way: what a call runs when the short way does not lead to the end
	short  ShortWay
}

// ShortWay is what a function in Python does for its common arguments, in Go. done says that r is the function's
// result (nil: it raised); else the function itself runs, so nothing may have happened yet.
type ShortWay func(th *Thread, args []Value) (r Value, done bool)

// shortMethod is the method row of all functions with a short way.
var shortMethod Method

// NewShortFunction returns the function f with a short way for calls without keywords. Programs see f.
func NewShortFunction(f *Function, short ShortWay) Value {
	n := &NativeFunction{Header: Header{&nativeShape}, python: f, short: short}
	n.method.Method = &shortMethod
	return Value{&n.Header, 0}
}

// Python returns the function of which f is the short way, or nil.
func (f *NativeFunction) Python() *Function { return f.python }

// nativeShape marks native functions: the type is that of functions, the layout is not, so that the evaluator's
// paths for functions with a body do not take them.
var nativeShape = Shape{Type: &FunctionType, Solid: &nativeFunctionLayout}

var nativeFunctionLayout Type

// newNativeFunction returns the function for a row flagged PyFunction.
func newNativeFunction(t *Type, m *Method, self Value, module string) Value {
	if t != nil {
		module = strings.TrimPrefix(t.Module, "_") // the Python part of _random is random
	}
	if m.Flags&CoroutineFunction != 0 {
		m = announcing(m)
	}
	f := &NativeFunction{Header: Header{&nativeShape}, method: MethodDescriptor{Header{&MethodDescriptorType.Root}, t, m, &lazySignature{}}, self: self, module: module}
	return Value{&f.Header, 0}
}

// announcing returns m with the coroutines it makes shown to Hooks.CoroutineCreated.
func announcing(m *Method) *Method {
	c := *m
	if f := m.F0; f != nil {
		c.F0 = func(th *Thread, self Value) Value { return announce(th, f(th, self)) }
	}
	if f := m.F1; f != nil {
		c.F1 = func(th *Thread, self, a Value) Value { return announce(th, f(th, self, a)) }
	}
	if f := m.F2; f != nil {
		c.F2 = func(th *Thread, self, a, b Value) Value { return announce(th, f(th, self, a, b)) }
	}
	if f := m.F; f != nil {
		c.F = func(th *Thread, self Value, a []Value) Value { return announce(th, f(th, self, a)) }
	}
	if f := m.Raw; f != nil {
		c.Raw = func(th *Thread, self Value, a []Value, kw []*Str) Value { return announce(th, f(th, self, a, kw)) }
	}
	return &c
}

func announce(th *Thread, v Value) Value {
	if v.H != nil && v.H.Shape == &CoroutineType.Root && th.Interp.Hooks.CoroutineCreated != nil {
		th.Interp.Hooks.CoroutineCreated(th, (*Coroutine)(v.Ptr()))
	}
	return v
}

// Qualname is __qualname__.
func (f *NativeFunction) Qualname() string {
	if f.method.Owner == nil {
		return f.method.Method.Name
	}
	return f.method.Owner.Qualname + "." + f.method.Method.Name
}

// nativeViews is the key of an interpreter's functions by NativeFunction.
type nativeViews struct{}

// View returns the Function that stands for f in th's interpreter, without code unless it has a body in Python.
func (f *NativeFunction) View(th *Thread) *Function {
	if f.python != nil {
		return f.python
	}
	views, _ := th.Interp.Ext(nativeViews{}).(map[*NativeFunction]*Function)
	if views == nil {
		views = map[*NativeFunction]*Function{}
		th.Interp.SetExt(nativeViews{}, views)
	}
	v := views[f]
	if v == nil {
		m := f.method.Method
		v = &Function{Header: Header{&FunctionType.Root}, Name: NewStr(m.Name), Qualname: NewStr(f.Qualname()),
			Module: docValue(f.module), Doc: docValue(m.Doc)}
		views[f] = v
	}
	return v
}

// AsNativeFunction returns the native function v is.
func AsNativeFunction(v Value) (*NativeFunction, bool) {
	if v.H.Shape == &nativeShape {
		return (*NativeFunction)(unsafe.Pointer(v.H)), true
	}
	return nil, false
}

// Descriptor returns the function as an unbound method, for calls that have the receiver at hand; nil unless it is
// a method.
func (f *NativeFunction) Descriptor() Value {
	if f.method.Owner == nil || f.method.Method.Flags&(StaticMethod|ClassMethod) != 0 {
		return Value{}
	}
	return Value{&f.method.Header, 0}
}

// IsCoroutineFunction reports that calls return coroutines.
func (f *NativeFunction) IsCoroutineFunction() bool {
	return f.method.Method.Flags&CoroutineFunction != 0
}

// Now is Method.Now of a function of a module that takes one argument.
func (f *NativeFunction) Now() func(th *Thread, self, a Value) (Value, bool) {
	if f.method.Owner != nil {
		return nil
	}
	return f.method.Method.Now
}

// Source is the function's head in Python: "async def f(a, b=1):". A method has self, a class method cls.
func (f *NativeFunction) Source() string {
	m, params := f.method.Method, f.method.Method.Sig
	switch {
	case params == "" && m.F == nil && m.Raw != nil:
		params = "*args, **kwargs"
	case params == "" && m.F1 != nil:
		params = "a"
	case params == "" && m.F2 != nil:
		params = "a, b"
	}
	switch {
	case f.method.Owner == nil || m.Flags&StaticMethod != 0:
	case m.Flags&ClassMethod != 0:
		params = joinParams("cls", params)
	default:
		params = joinParams("self", params)
	}
	return pickWord(f.IsCoroutineFunction(), "async ", "") + "def " + m.Name + "(" + params + "):"
}

func joinParams(first, rest string) string {
	if rest == "" {
		return first
	}
	return first + ", " + rest
}

// Call runs the function.
func (f *NativeFunction) Call(th *Thread, args []Value, kw []*Str) Value {
	if f.short != nil {
		if len(kw) == 0 {
			if r, done := f.short(th, args); done {
				return r
			}
		}
		return FunctionType.Slots.Call(th, f.python.V(), args, kw)
	}
	d := &f.method
	if d.Owner == nil || d.Method.Flags&StaticMethod != 0 {
		return d.Method.call(th, d.sig, f.self, d.Owner, args, kw)
	}
	if len(args) == len(kw) {
		return f.noReceiver(th)
	}
	if d.Method.Flags&ClassMethod != 0 {
		return d.Method.call(th, d.sig, args[0], d.Owner, args[1:], kw)
	}
	if !args[0].Type().IsSubtype(d.Owner) {
		return th.TypeError("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", d.Method.Name, d.Owner.Name, args[0].Type().TPName())
	}
	return d.Method.call(th, d.sig, args[0], d.Owner, args[1:], kw)
}

func (f *NativeFunction) noReceiver(th *Thread) Value {
	first := pickWord(f.method.Method.Flags&ClassMethod != 0, "cls", "self")
	return th.TypeError("%s() missing 1 required positional argument: '%s'", f.Qualname(), first)
}
