// "coroutine 'f' was never awaited": Go has no reference counts, so it is reported where the value of a call is
// dropped on the spot, and for the others when an event loop closes and at exit. Then the collector tells which are
// unreachable, and the source where they must have been dropped (unawaited_place.go).
package eval

import (
	"runtime"
	"weak"

	"pyasync/object"
)

// unawaited are the coroutines made by calls, until they are known to have been started. The list is pruned when it
// has doubled, so keeping it costs a few ns a coroutine.
type unawaited struct {
	list  []madeCoroutine
	prune int
}

// madeCoroutine is a coroutine, the call that made it, and the call of the function that made it.
type madeCoroutine struct {
	co      *object.Coroutine
	at, via site
}

// site is a place that runs.
type site struct {
	fn  *object.Function
	pos Pos
}

const firstPrune = 64

type unawaitedKey struct{}

// track remembers a coroutine object that a call made.
func (u *unawaited) track(th *Thread, c *object.Coroutine) {
	if th.OriginDepth > 0 {
		names := info(c)
		names.Origin = coroutineOrigin(th)
		c.Info = &names
	}
	if len(u.list) >= u.prune {
		u.drop()
		u.prune = max(firstPrune, 2*len(u.list))
	}
	m := madeCoroutine{co: c}
	f := baseFrame(th)
	m.at = site{f.fn, f.pos}
	if f.back != nil {
		m.via = site{f.back.fn, f.back.pos}
	}
	u.list = append(u.list, m)
}

// drop forgets the coroutines that were started.
func (u *unawaited) drop() {
	keep := u.list[:0]
	for _, m := range u.list {
		if m.co.State == object.CoCreated && !m.co.Awaited {
			keep = append(keep, m)
		}
	}
	clear(u.list[len(keep):])
	u.list = keep
}

// weakCoroutine is a coroutine held weakly while the collector runs, with a copy to report it by.
type weakCoroutine struct {
	ref   weak.Pointer[object.Coroutine]
	shell *object.Coroutine
	at    site
	via   site
}

// weaken empties the list into weak references, so that gc.collect() can find what nobody else refers to.
func (u *unawaited) weaken() []weakCoroutine {
	weakly := make([]weakCoroutine, len(u.list))
	for i, m := range u.list {
		shell := *m.co
		// The copy has no frame to look at: it keeps the names, and is closed for whoever resumes it.
		names := info(m.co)
		shell.Info, shell.Step = &names, endedStep
		weakly[i] = weakCoroutine{weak.Make(m.co), &shell, m.at, m.via}
	}
	u.list = nil
	return weakly
}

func endedStep(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	return th.RuntimeError("cannot reuse already awaited coroutine"), Raise
}

// collected takes back what is still alive and warns of the rest.
func (u *unawaited) collected(th *Thread, weakly []weakCoroutine) {
	var places unawaitedPlaces
	for _, w := range weakly {
		if c := w.ref.Value(); c != nil {
			u.list = append(u.list, madeCoroutine{c, w.at, w.via})
		} else {
			warnUnawaitedAt(th, w.shell, places.find(th, w.at, w.via))
		}
	}
}

// report warns of what nobody refers to any more; the collector runs only when there is a suspect.
func (u *unawaited) report(th *Thread) {
	if u.drop(); len(u.list) == 0 {
		return
	}
	exc := th.Exc
	weakly := u.weaken()
	th.Blocking(func() { runtime.GC(); runtime.GC() })
	u.collected(th, weakly)
	th.Exc = exc
}

func installUnawaited(in *object.Interp) {
	u := &unawaited{prune: firstPrune}
	in.SetExt(unawaitedKey{}, u)
	in.Hooks.CoroutineCreated = u.track
	in.Hooks.NeverAwaited = func(th *Thread, c *object.Coroutine) { warnUnawaitedAt(th, c, object.None) }
	in.Hooks.Collecting = func(th *Thread) func() {
		u.drop()
		weakly := u.weaken()
		return func() { u.collected(th, weakly) }
	}
	in.Hooks.ReportUnawaited = func(th *Thread, last bool) {
		u.report(th)
		if !last {
			return
		}
		list := u.list
		u.list = nil
		for _, m := range list {
			warnUnawaitedAt(th, m.co, atExit())
		}
	}
}

// warnUnawaitedAt is warnings._warn_unawaited_coroutine; place is None for the place that runs.
func warnUnawaitedAt(th *Thread, c *object.Coroutine, place Value) {
	if c.Awaited || c.State != object.CoCreated {
		return
	}
	c.Awaited = true
	saved := th.Exc
	mod := importAbsolute(th, "warnings")
	if mod.H != nil {
		mod = th.CallMethod(mod, strWarnUnawaited, c.V(), place)
	}
	if mod.H == nil {
		Unraisable(th, th.TakeExc(), c.V(), "")
	}
	th.Exc = saved
}

var strWarnUnawaited = object.NewStr("_warn_unawaited_coroutine")
