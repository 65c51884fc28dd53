// The function type as Python sees it, and small helpers of the evaluator.
package eval

import (
	"pyasync/object"
	"pyasync/parser"
)

// dropped reports a coroutine whose call was a statement of its own: nobody can await it any more.
func (f *Frame) dropped(v Value, pos Pos) Status {
	co := (*object.Coroutine)(v.Ptr())
	if co.State != object.CoCreated || co.Awaited {
		return Normal
	}
	if h := f.th.Interp.Hooks.NeverAwaited; h != nil {
		f.pos = pos
		h(f.th, co)
	}
	return Normal
}

// raiseSyntaxError makes the exception for what the parser found.
func raiseSyntaxError(th *Thread, err error, filename string) {
	e, ok := err.(*parser.SyntaxError)
	if !ok {
		th.Raise(&object.SystemErrorType, "the parser failed: "+err.Error()+"; please report this")
		return
	}
	for _, w := range e.Warnings {
		if !warnSyntax(th, w, filename, nil) {
			return
		}
	}
	t := &object.SyntaxErrorType
	switch e.Kind {
	case "IndentationError":
		t = &object.IndentationErrorType
	case "TabError":
		t = &object.TabErrorType
	case "MemoryError":
		th.MemoryError()
		return
	case "RecursionError":
		th.Raise(&object.RecursionErrorType, e.Msg)
		return
	}
	if e.Bare {
		if exc := th.CallArgs(t.V(), object.StrValue(e.Msg)); exc.H != nil {
			th.RaiseValue(exc)
		}
		return
	}
	line := e.Text
	if e.Compiled {
		line = compiledLine(th, filename, e)
	}
	text := object.None
	if line != "" {
		text = object.StrValue(line)
	}
	end := object.Int(int64(e.EndCol))
	if e.Compiled && e.EndCol == 0 {
		end = object.None
	}
	details := object.TupleOf(object.StrValue(filename), object.Int(int64(e.Line)), object.Int(int64(e.Col)), text,
		object.Int(int64(e.EndLine)), end)
	exc := th.CallArgs(t.V(), object.StrValue(e.Msg), details)
	if exc.H != nil {
		th.RaiseValue(exc)
	}
}

func init() {
	object.Define(&object.FunctionType, object.Spec{
		Name: "function", Sig: "code, globals, name=None, argdefs=None, closure=None, kwdefaults=None", Flags: object.FlagFinal | object.FlagMethod, Alloc: object.Allocator[object.Function](),
		DictOf: func(v Value, create bool) *object.Dict {
			f, ok := object.AsFunction(v)
			if !ok {
				return nil
			}
			return object.DictAt(&f.Dict, create)
		},
		Slots: object.Slots{
			Repr: func(th *Thread, v Value) Value {
				return object.StrValue("<function " + functionOf(th, v).Qualname.Go() + " at " + object.Address(v) + ">")
			},
			Call: callFunction,
			DescrGet: func(th *Thread, d, obj, owner Value) Value {
				if obj.H == nil {
					return d
				}
				return object.NewBoundMethod(d, obj)
			},
			New: newFunctionObject,
		},
		Getset: functionAttributes,
		Members: []object.Member{
			{Name: "__closure__", Get: func(th *Thread, v Value) Value { return closureValue(codedFunctionOf(th, v)) }},
			{Name: "__globals__", Get: func(th *Thread, v Value) Value { return codedFunctionOf(th, v).Globals.V() }},
			{Name: "__builtins__", Get: func(th *Thread, v Value) Value { return builtinsValue(codedFunctionOf(th, v).Builtins) }},
			{Name: "__doc__", Get: func(th *Thread, v Value) Value { return orNone(functionOf(th, v).Doc) }, Set: func(th *Thread, v, x Value) bool { functionOf(th, v).Doc = orNone(x); return true }},
			{Name: "__module__", Get: func(th *Thread, v Value) Value { return orNone(functionOf(th, v).Module) }, Set: func(th *Thread, v, x Value) bool { functionOf(th, v).Module = orNone(x); return true }},
		},
	})
}

func closureValue(f *object.Function) Value {
	if len(f.Closure) == 0 {
		return object.None
	}
	items := make([]Value, len(f.Closure))
	for i, c := range f.Closure {
		items[i] = object.ObjectValue(&c.Header)
	}
	return object.NewTuple(items).V()
}

var functionAttributes = []object.Getset{
	{Name: "__dict__", Get: func(th *Thread, v Value) Value {
		d := object.DictOfInstance(v)
		if d == nil { // a native function's
			d = object.NewDict()
		}
		return d.V()
	}, Set: func(th *Thread, v, x Value) bool {
		if x.H == nil {
			th.TypeError("cannot delete __dict__")
			return false
		}
		d, ok := object.AsDict(x)
		if !ok {
			th.TypeError("__dict__ must be set to a dictionary, not a '%s'", x.Type().TPName())
			return false
		}
		functionOf(th, v).Dict = d
		return true
	}},
	{Name: "__name__", Get: func(th *Thread, v Value) Value { return functionOf(th, v).Name.V() }, Set: func(th *Thread, v, x Value) bool {
		return setFunctionName(th, x, "__name__", &functionOf(th, v).Name)
	}},
	{Name: "__qualname__", Get: func(th *Thread, v Value) Value { return functionOf(th, v).Qualname.V() }, Set: func(th *Thread, v, x Value) bool {
		return setFunctionName(th, x, "__qualname__", &functionOf(th, v).Qualname)
	}},
	{Name: "__code__", Get: func(th *Thread, v Value) Value { return object.ObjectValue(&codedFunctionOf(th, v).Code.Header) }, Set: func(th *Thread, v, x Value) bool {
		if x.H == nil || !x.Is(&object.CodeType) {
			th.TypeError("__code__ must be set to a code object")
			return false
		}
		c := (*object.Code)(x.Ptr())
		if len(c.FreeVars) != len(functionOf(th, v).Closure) {
			th.ValueError("%s() requires a code object with %d free vars, not %d", functionOf(th, v).Name.Go(), len(functionOf(th, v).Closure), len(c.FreeVars))
			return false
		}
		f := codedFunctionOf(th, v)
		const kinds = object.CoGenerator | object.CoCoroutine | object.CoAsyncGenerator
		if f.Code.Flags&kinds != c.Flags&kinds && !th.Interp.Hooks.Warn(th, &object.DeprecationWarningType,
			"Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)", 1) {
			return false
		}
		f.Code = c
		return true
	}},
	{Name: "__defaults__", Get: func(th *Thread, v Value) Value {
		if len(codedFunctionOf(th, v).Defaults) == 0 {
			return object.None
		}
		return object.TupleCopy(codedFunctionOf(th, v).Defaults).V()
	}, Set: func(th *Thread, v, x Value) bool {
		if x = orNone(x); x.IsNone() {
			codedFunctionOf(th, v).Defaults = nil
			return true
		}
		t, ok := object.AsTuple(x)
		if !ok {
			th.TypeError("__defaults__ must be set to a tuple object")
			return false
		}
		codedFunctionOf(th, v).Defaults = t.Items
		return true
	}},
	{Name: "__kwdefaults__", Get: func(th *Thread, v Value) Value { return kwDefaultsValue(codedFunctionOf(th, v)) }, Set: func(th *Thread, v, x Value) bool { return setKwDefaults(th, codedFunctionOf(th, v), orNone(x)) }},
	{Name: "__annotations__", Get: func(th *Thread, v Value) Value {
		if functionOf(th, v).Annotations.H == nil {
			functionOf(th, v).Annotations = object.NewDict().V()
		}
		return functionOf(th, v).Annotations
	}, Set: func(th *Thread, v, x Value) bool {
		if x = orNone(x); x.IsNone() {
			functionOf(th, v).Annotations = Value{}
			return true
		}
		if _, ok := object.AsDict(x); !ok {
			th.TypeError("__annotations__ must be set to a dict object")
			return false
		}
		functionOf(th, v).Annotations = x
		return true
	}},
	{Name: "__type_params__", Get: func(th *Thread, v Value) Value {
		if functionOf(th, v).TypeParams.H == nil {
			return object.NewTuple(nil).V()
		}
		return functionOf(th, v).TypeParams
	}, Set: func(th *Thread, v, x Value) bool {
		if x.H == nil || !x.Is(&object.TupleType) {
			th.TypeError("__type_params__ must be set to a tuple")
			return false
		}
		functionOf(th, v).TypeParams = x
		return true
	}},
}

func setFunctionName(th *Thread, x Value, attr string, field **Str) bool {
	if x.H != nil {
		if s, ok := object.AsStr(x); ok {
			*field = s
			return true
		}
	}
	th.TypeError("%s must be set to a string object", attr)
	return false
}

func kwDefaultsValue(f *object.Function) Value {
	if f.KwDefaults == nil {
		return object.None
	}
	return f.KwDefaults.V()
}

func setKwDefaults(th *Thread, f *object.Function, x Value) bool {
	d, ok := object.AsDict(x)
	if !ok && !x.IsNone() {
		th.TypeError("__kwdefaults__ must be set to a dict object")
		return false
	}
	f.KwDefaults = d
	return true
}

// newFunctionObject is types.FunctionType(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None).
func newFunctionObject(th *Thread, t *object.Type, args []Value, kw []*Str) Value {
	a := make([]Value, functionSig.Slots())
	if !functionSig.Bind(th, "function", args, kw, a) {
		return Value{}
	}
	if !a[0].Is(&object.CodeType) {
		return th.TypeError("function() argument 'code' must be code, not %s", a[0].Type().TPName())
	}
	globals, ok := object.AsDict(a[1])
	if !ok {
		return th.TypeError("function() argument 'globals' must be dict, not %s", a[1].Type().TPName())
	}
	fn := newFunction(th, (*object.Code)(a[0].Ptr()), globals)
	fn.Name, fn.Qualname, fn.Doc = object.NewStr(fn.Code.Name), object.NewStr(fn.Code.Qualname), orNone(fn.Code.Doc)
	fn.Module = orNone(globals.GetStr(strDunderName))
	if s, ok := object.AsStr(orNone(a[2])); ok {
		fn.Name = s
	} else if !orNone(a[2]).IsNone() {
		return th.TypeError("arg 3 (name) must be None or string")
	}
	if d, ok := object.AsTuple(orNone(a[3])); ok {
		fn.Defaults = d.Items
	} else if !orNone(a[3]).IsNone() {
		return th.TypeError("arg 4 (defaults) must be None or tuple")
	}
	closure, isTuple := object.AsTuple(orNone(a[4]))
	if !isTuple && len(fn.Code.FreeVars) > 0 {
		return th.TypeError("arg 5 (closure) must be tuple")
	}
	n := 0
	if isTuple {
		n = len(closure.Items)
	}
	if n != len(fn.Code.FreeVars) {
		return th.ValueError("%s requires closure of length %d, not %d", fn.Code.Name, len(fn.Code.FreeVars), n)
	}
	for i := range n {
		if !closure.Items[i].Is(&object.CellType) {
			return th.TypeError("arg 5 (closure) expected cell, found %s", closure.Items[i].Type().TPName())
		}
		fn.Closure = append(fn.Closure, (*object.Cell)(closure.Items[i].Ptr()))
	}
	if kw := orNone(a[5]); !kw.IsNone() && !kw.Is(&object.DictType) {
		return th.TypeError("arg 6 (kwdefaults) must be None or dict")
	} else if !setKwDefaults(th, fn, kw) {
		return Value{}
	}
	return fn.V()
}

var functionSig = object.ParseSignature("code, globals, name=None, argdefs=None, closure=None, kwdefaults=None")
