// What programs see of functions written in Go that CPython has in Python: code object, defaults, globals.
package eval

import "pyasync/object"

// functionOf returns the function v, or the view of a native one without its code.
func functionOf(th *Thread, v Value) *object.Function {
	if n, ok := object.AsNativeFunction(v); ok {
		return n.View(th)
	}
	return (*object.Function)(v.Ptr())
}

// codedFunctionOf is functionOf for attributes that come from the code.
func codedFunctionOf(th *Thread, v Value) *object.Function {
	f := functionOf(th, v)
	if f.Code == nil {
		n, _ := object.AsNativeFunction(v)
		completeNative(th, n, f)
	}
	return f
}

// completeNative gives the view the code of a function with the same parameters; whoever runs that code by itself is
// told that there is no body.
func completeNative(th *Thread, n *object.NativeFunction, f *object.Function) {
	made := compileNative(th, n, n.Source())
	if made == nil { // a default that is no literal
		made = compileNative(th, n, "def "+f.Name.Go()+"(*args, **kwargs):")
	}
	f.Code, f.Defaults, f.KwDefaults = made.Code, made.Defaults, made.KwDefaults
	f.Globals, f.Builtins = made.Globals, made.Builtins
	f.Code.Qualname = n.Qualname()
}

func compileNative(th *Thread, n *object.NativeFunction, head string) *object.Function {
	globals := object.NewDict()
	globals.SetStr(strDunderName, n.View(th).Module)
	saved := th.Exc
	defer func() { th.Exc = saved }()
	source := head + "\n raise NotImplementedError('" + n.Qualname() + " has no body in Python')\n"
	code, ok := Compile(th, []byte(source), "<pyasync>", CompileOptions{})
	if !ok || Run(th, code, globals, globals.V()).H == nil {
		return nil
	}
	made, _ := object.AsFunction(globals.GetStr(n.View(th).Name))
	return made
}
