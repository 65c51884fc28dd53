// "coroutine 'f' was never awaited": Go has no reference counts, so it is reported where the value of a call is
// dropped on the spot, and for the others when an event loop closes and at exit.
package eval

import (
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

func installUnawaited(in *object.Interp) {
	u := &unawaited{prune: firstPrune}
	in.SetExt(unawaitedKey{}, u)
	in.Hooks.CoroutineCreated = func(th *Thread, c *object.Coroutine) { u.track(c) }
	in.Hooks.NeverAwaited = warnUnawaited
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
