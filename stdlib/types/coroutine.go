// types.coroutine, which makes a generator function awaitable.
package typesmod

import "pyasync/object"

// coroutine marks generator functions; other callables are wrapped so that the generators they return are awaitable.
func coroutine(th *object.Thread, self object.Value, a []object.Value) object.Value {
	f := a[0]
	if f.Type().Slots.Call == nil {
		return th.TypeError("types.coroutine() expects a callable")
	}
	fn, ok := object.AsFunction(f)
	if !ok {
		return wrapCallable(th, f)
	}
	flags := fn.Code.Flags
	switch {
	case flags&(object.CoCoroutine|object.CoIterableCoroutine) != 0:
		return f
	case flags&object.CoGenerator != 0:
		c := fn.Code.Copy()
		c.Flags |= object.CoIterableCoroutine
		fn.Code = c
		return f
	}
	return wrapCallable(th, f)
}

// wrappedCallable calls a callable and makes what it returns awaitable.
type wrappedCallable struct {
	object.Header
	f    object.Value
	dict *object.Dict
}

// generatorWrapper is a generator-like object that can be awaited.
type generatorWrapper struct {
	object.Header
	gen object.Value
}

var wrappedCallableType, generatorWrapperType object.Type

func wrapCallable(th *object.Thread, f object.Value) object.Value {
	w := &wrappedCallable{Header: object.Header{Shape: &wrappedCallableType.Root}, f: f, dict: object.NewDict()}
	for _, name := range []string{"__module__", "__name__", "__qualname__", "__doc__"} {
		x, ok := th.LookupAttr(f, object.NewStr(name))
		if !ok {
			return object.Value{}
		}
		if !x.IsNil() {
			w.dict.SetName(name, x)
		}
	}
	w.dict.SetName("__wrapped__", f)
	return object.ObjectValue(&w.Header)
}

func init() {
	object.Define(&wrappedCallableType, object.Spec{Name: "function", Flags: object.FlagNoNew, Alloc: object.Allocator[wrappedCallable](),
		DictOf: func(v object.Value, create bool) *object.Dict { return (*wrappedCallable)(v.Ptr()).dict },
		Slots: object.Slots{Call: callWrapped, DescrGet: func(th *object.Thread, d, obj, owner object.Value) object.Value {
			if obj.IsNil() {
				return d
			}
			return object.NewBoundMethod(d, obj)
		}}})
	gen := func(v object.Value) object.Value { return (*generatorWrapper)(v.Ptr()).gen }
	same := func(th *object.Thread, v object.Value) object.Value {
		if isGenerator(gen(v)) {
			return gen(v)
		}
		return v
	}
	attr := func(name string) func(th *object.Thread, v object.Value) object.Value {
		key := object.NewStr(name)
		return func(th *object.Thread, v object.Value) object.Value { return th.GetAttr(gen(v), key) }
	}
	getset := []object.Getset{}
	for _, r := range [][2]string{{"gi_code", "gi_code"}, {"gi_frame", "gi_frame"}, {"gi_running", "gi_running"}, {"gi_yieldfrom", "gi_yieldfrom"},
		{"cr_code", "gi_code"}, {"cr_frame", "gi_frame"}, {"cr_running", "gi_running"}, {"cr_await", "gi_yieldfrom"},
		{"__name__", "__name__"}, {"__qualname__", "__qualname__"}} {
		getset = append(getset, object.Getset{Name: r[0], Get: attr(r[1])})
	}
	forward := func(name string) object.Method {
		key := object.NewStr(name)
		return object.Method{Name: name, Sig: "*args", Raw: func(th *object.Thread, v object.Value, a []object.Value, kw []*object.Str) object.Value {
			return th.CallMethod(gen(v), key, a...)
		}}
	}
	object.Define(&generatorWrapperType, object.Spec{Name: "types._GeneratorWrapper", Alloc: object.Allocator[generatorWrapper](),
		Slots: object.Slots{New: func(th *object.Thread, t *object.Type, args []object.Value, kw []*object.Str) object.Value {
			if len(args) != 1 || len(kw) > 0 {
				return th.TypeError("_GeneratorWrapper() takes exactly one argument (%d given)", len(args))
			}
			v := object.Allocate(t)
			(*generatorWrapper)(v.Ptr()).gen = args[0]
			return v
		}, Await: same, Iter: same, Next: func(th *object.Thread, v object.Value) object.Value {
			return gen(v).Type().Slots.Next(th, gen(v))
		}},
		Methods: []object.Method{forward("send"), forward("throw"), forward("close")}, Getset: getset})
}

func isGenerator(v object.Value) bool { return v.Is(&object.GeneratorType) }

func callWrapped(th *object.Thread, f object.Value, args []object.Value, kw []*object.Str) object.Value {
	r := th.Call((*wrappedCallable)(f.Ptr()).f, args, kw)
	if r.IsNil() {
		return r
	}
	t := r.Type()
	switch {
	case r.Is(&object.CoroutineType):
		return r
	case isGenerator(r) && (*object.Code)(th.GetAttrName(r, "gi_code").Ptr()).Flags&object.CoIterableCoroutine != 0:
		return r
	case isGenerator(r) || t.Slots.Await == nil && generatorLike(th, r):
		w := &generatorWrapper{object.Header{Shape: &generatorWrapperType.Root}, r}
		return object.ObjectValue(&w.Header)
	}
	return r
}

// generatorLike reports whether v is a collections.abc.Generator.
func generatorLike(th *object.Thread, v object.Value) bool {
	abc := th.Interp.Hooks.Import(th, "collections.abc")
	if abc.IsNil() {
		th.Exc = object.Value{}
		return false
	}
	generator := th.GetAttrName(abc, "Generator")
	if generator.IsNil() {
		th.Exc = object.Value{}
		return false
	}
	is, ok := th.IsInstanceOf(v, generator)
	if !ok {
		th.Exc = object.Value{}
	}
	return is
}
