// The Python types of generators and coroutines: methods and attributes.
package eval

import (
	"pyasync/object"
)

func init() {
	object.Define(&object.GeneratorType, object.Spec{
		Name: "generator", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[coroutine](),
		Slots: object.Slots{
			Repr:   coroutineRepr,
			Iter:   func(th *Thread, v Value) Value { return v },
			Next:   generatorNext,
			Resume: resumeSlot,
		},
		Methods: coroutineMethods("generator"),
		Getset:  coroutineAttributes("generator", "gi_", "gi_yieldfrom"),
	})
	object.Define(&object.CoroutineType, object.Spec{
		Name: "coroutine", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[coroutine](),
		Slots: object.Slots{
			Repr:   coroutineRepr,
			Await:  newAwaitWrapper,
			Resume: resumeSlot,
		},
		Methods: coroutineMethods("coroutine"),
		Getset: append(coroutineAttributes("coroutine", "cr_", "cr_await"), object.Getset{Name: "cr_origin", Get: func(th *Thread, v Value) Value {
			return orNone(info((*object.Coroutine)(v.Ptr())).Origin)
		}}),
	})
	object.Define(&awaitWrapperType, object.Spec{
		Name: "coroutine_wrapper", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[awaitWrapper](),
		Slots: object.Slots{
			Iter: func(th *Thread, v Value) Value { return v },
			Next: func(th *Thread, v Value) Value { return nextByResume(th, (*awaitWrapper)(v.Ptr()).co) },
			Resume: func(th *Thread, v, x, exc Value) (Value, Status) {
				return resumeSlot(th, (*awaitWrapper)(v.Ptr()).co, x, exc)
			},
		},
		Methods: []object.Method{
			{Name: "send", F1: func(th *Thread, v, x Value) Value { return sendMethod(th, (*awaitWrapper)(v.Ptr()).co, x) }},
			{Name: "throw", Sig: "typ, val=None, tb=None, /", F: func(th *Thread, v Value, a []Value) Value {
				return throwMethod(th, (*awaitWrapper)(v.Ptr()).co, a)
			}},
			{Name: "close", F0: func(th *Thread, v Value) Value { return closeCoroutine(th, (*awaitWrapper)(v.Ptr()).co) }},
		},
	})
}

// awaitWrapper is what coroutine.__await__() returns.
type awaitWrapper struct {
	object.Header
	co Value
}

var awaitWrapperType object.Type

func newAwaitWrapper(th *Thread, v Value) Value {
	(*object.Coroutine)(v.Ptr()).Awaited = true
	w := &awaitWrapper{object.Header{Shape: &awaitWrapperType.Root}, v}
	return object.ObjectValue(&w.Header)
}

// coroutineMethods are the methods of a kind of resumable object: "generator" or "coroutine".
func coroutineMethods(kind string) []object.Method {
	return []object.Method{
		{Name: "send", Doc: "Pass a value into " + kind + " and run it to its next suspension, whose value is returned; StopIteration when it ends.", F1: sendMethod},
		{Name: "throw", Doc: "Raise an exception in " + kind + " where it is suspended and run it to its next suspension.", Sig: "typ, val=None, tb=None, /", F: throwMethod},
		{Name: "close", Doc: "Raise GeneratorExit inside " + kind + ", which must end.", F0: closeCoroutine},
		object.ClassGetItemRow,
	}
}

func coroutineRepr(th *Thread, v Value) Value {
	c := (*object.Coroutine)(v.Ptr())
	return object.StrValue("<" + v.Type().Name + " object " + info(c).Qualname.Go() + " at " + object.Address(v) + ">")
}

// coroutineAttributes are gi_frame, gi_running … under a prefix.
func coroutineAttributes(kind, prefix, awaits string) []object.Getset {
	co := func(v Value) *object.Coroutine { return (*object.Coroutine)(v.Ptr()) }
	return []object.Getset{
		{Name: "__name__", Doc: "name of the " + kind, Get: func(th *Thread, v Value) Value { return info(co(v)).Name.V() }, Set: setCoroutineName("__name__", func(c *object.CoroutineInfo) **Str { return &c.Name })},
		{Name: "__qualname__", Doc: "qualified name of the " + kind, Get: func(th *Thread, v Value) Value { return info(co(v)).Qualname.V() }, Set: setCoroutineName("__qualname__", func(c *object.CoroutineInfo) **Str { return &c.Qualname })},
		{Name: prefix + "frame", Get: func(th *Thread, v Value) Value {
			c := co(v)
			if c.State == object.CoClosed || c.Step != nil {
				return object.None
			}
			return object.ObjectValue(&asCo(c).frame.object().Header)
		}},
		{Name: prefix + "running", Get: func(th *Thread, v Value) Value { return object.Bool(co(v).State == object.CoRunning) }},
		{Name: prefix + "suspended", Get: func(th *Thread, v Value) Value { return object.Bool(co(v).State == object.CoSuspended) }},
		{Name: prefix + "code", Get: func(th *Thread, v Value) Value {
			if co(v).Step != nil {
				return object.ObjectValue(&nativeCode(co(v)).Header)
			}
			return object.ObjectValue(&asCo(co(v)).frame.fn.Code.Header)
		}},
		{Name: awaits, Get: func(th *Thread, v Value) Value {
			c := co(v)
			if c.Step == nil {
				return orNone(asCo(c).awaitsOn())
			}
			if h := th.Interp.Hooks.Awaits; h != nil {
				return orNone(h(v))
			}
			return object.None
		}},
	}
}

// nativeCode is a code object with the name of a coroutine written in Go.
func nativeCode(c *object.Coroutine) *object.Code {
	return &object.Code{Header: object.Header{Shape: &object.CodeType.Root}, Name: c.Info.Name.Go(), Qualname: c.Info.Qualname.Go(), Filename: "<pyasync>", Flags: object.CoCoroutine}
}

func setCoroutineName(attr string, field func(*object.CoroutineInfo) **Str) func(*Thread, Value, Value) bool {
	return func(th *Thread, v, x Value) bool {
		if x.H != nil {
			if s, ok := object.AsStr(x); ok {
				c := (*object.Coroutine)(v.Ptr())
				own := info(c)
				*field(&own) = s
				c.Info = &own
				return true
			}
		}
		th.TypeError("%s must be set to a string object", attr)
		return false
	}
}
