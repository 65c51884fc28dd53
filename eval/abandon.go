// Generators that a loop leaves before their end. CPython closes a generator when nobody refers to it any more; Go has
// no reference counts, so the case that programs see is decided here: `for x in f(): …` and `async for x in f(): …`
// that are left by break, return or an exception close the generator they made, there and then.
package eval

import (
	"pyasync/ast"
	"pyasync/object"
)

// isTemporary recognises the iterables whose value only the loop can see.
func isTemporary(e ast.Expr) bool {
	switch e.(type) {
	case *ast.Call, *ast.GeneratorExp:
		return true
	}
	return false
}

// fresh reports whether v is a generator that was not started yet: what a call just made, not something it kept.
func fresh(v Value) bool {
	if v.H.Shape != &object.GeneratorType.Root && v.H.Shape != &object.AsyncGeneratorType.Root {
		return false
	}
	return (*object.Coroutine)(v.Ptr()).State == object.CoCreated
}

// abandon closes the suspended generator of a loop that was left; the exception on its way stays pending. Closing an
// asynchronous generator takes an event loop, which is told by its finalizer hook.
func (f *Frame) abandon(it Value) {
	if (*object.Coroutine)(it.Ptr()).State != object.CoSuspended {
		return
	}
	th := f.th
	pending := th.Exc
	th.Exc = Value{}
	var r Value
	if it.H.Shape == &object.AsyncGeneratorType.Root {
		hook := (*asyncGenerator)(it.Ptr()).finalizer
		if hook.H == nil || hook.IsNone() {
			th.Exc = pending
			return
		}
		r = th.CallArgs(hook, it)
	} else {
		r = closeCoroutine(th, it)
	}
	if r.H == nil {
		Unraisable(th, th.TakeExc(), it, "")
	}
	th.Exc = pending
}
