// "coroutine 'f' was never awaited": Go has no reference counts, so it is reported where the value of a call is
// dropped on the spot, and for the others when an event loop closes and at exit.
package eval

import (
	"weak"

	"pyasync/object"
)

// unawaited are the coroutines made by calls, until they are known to have been started. The list is pruned when it
// has doubled, so keeping it costs a few ns a coroutine.
type unawaited struct {
	list  []*object.Coroutine
	prune int
}

const firstPrune = 64

type unawaitedKey struct{}

// track remembers a coroutine object that a call made.
func (u *unawaited) track(c *object.Coroutine) {
	if len(u.list) >= u.prune {
		u.drop()
		u.prune = max(firstPrune, 2*len(u.list))
	}
	u.list = append(u.list, c)
}

// drop forgets the coroutines that were started.
func (u *unawaited) drop() {
	keep := u.list[:0]
	for _, c := range u.list {
		if c.State == object.CoCreated && !c.Awaited {
			keep = append(keep, c)
		}
	}
	clear(u.list[len(keep):])
	u.list = keep
}

// weakCoroutine is a coroutine held weakly while the collector runs, with a copy to report it by.
type weakCoroutine struct {
	ref   weak.Pointer[object.Coroutine]
	shell *object.Coroutine
}

// weaken empties the list into weak references, so that gc.collect() can find what nobody else refers to.
func (u *unawaited) weaken() []weakCoroutine {
	weakly := make([]weakCoroutine, len(u.list))
	for i, c := range u.list {
		shell := *c
		// The copy has no frame to look at: it keeps the names, and is closed for whoever resumes it.
		names := info(c)
		shell.Info, shell.Step = &names, endedStep
		weakly[i] = weakCoroutine{weak.Make(c), &shell}
	}
	u.list = nil
	return weakly
}

func endedStep(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	return th.RuntimeError("cannot reuse already awaited coroutine"), Raise
}

// collected takes back what is still alive and warns of the rest.
func (u *unawaited) collected(th *Thread, weakly []weakCoroutine) {
	for _, w := range weakly {
		if c := w.ref.Value(); c != nil {
			u.list = append(u.list, c)
		} else {
			warnUnawaited(th, w.shell)
		}
	}
}

func installUnawaited(in *object.Interp) {
	u := &unawaited{prune: firstPrune}
	in.SetExt(unawaitedKey{}, u)
	in.Hooks.CoroutineCreated = func(th *Thread, c *object.Coroutine) { u.track(c) }
	in.Hooks.NeverAwaited = warnUnawaited
	in.Hooks.Collecting = func(th *Thread) func() {
		u.drop()
		weakly := u.weaken()
		return func() { u.collected(th, weakly) }
	}
	in.Hooks.ReportUnawaited = func(th *Thread) {
		u.drop()
		list := u.list
		u.list = nil
		for _, c := range list {
			warnUnawaited(th, c)
		}
	}
}

// warnUnawaited is warnings._warn_unawaited_coroutine.
func warnUnawaited(th *Thread, c *object.Coroutine) {
	if c.Awaited || c.State != object.CoCreated {
		return
	}
	c.Awaited = true
	saved := th.Exc
	mod := importAbsolute(th, "warnings")
	if mod.H != nil {
		mod = th.CallMethod(mod, strWarnUnawaited, c.V())
	}
	if mod.H == nil {
		Unraisable(th, th.TakeExc(), c.V(), "")
	}
	th.Exc = saved
}

var strWarnUnawaited = object.NewStr("_warn_unawaited_coroutine")
