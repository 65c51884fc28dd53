// __del__: Go's collector tells when an instance of a class that has one is unreachable. Instances in a reference cycle
// of their own it never reports, and when it reports is up to it; what is alive at the end is finalized then.
package object

import (
	"runtime"
	"strings"
	"time"
	"weak"
)

// finalizing are the instances with __del__ that were not finalized, in the order they were made.
type finalizing struct {
	live  []weak.Pointer[Header]
	prune int // length at which the dead are dropped
}

type finalizingKey struct{}

func (in *Interp) finalizing() *finalizing {
	if f, ok := in.Ext(finalizingKey{}).(*finalizing); ok {
		return f
	}
	f := &finalizing{prune: 64}
	in.SetExt(finalizingKey{}, f)
	return f
}

// noInlineAttrs is a number of attributes for which instances keep them in memory of their own. An instance that points
// into itself would be reachable from itself, for which the collector never runs a finalizer.
const noInlineAttrs = 9

// watchDel asks the collector to tell when v, an instance of a class with __del__, is unreachable. The modules in the
// binary are left out: what their __del__ would do, the interpreter does at its end.
func (th *Thread) watchDel(v Value) {
	f, ok := AsFunction(th.Lookup(v.Type(), strDel))
	if !ok || strings.HasPrefix(f.Code.Filename, "<pyasync>") {
		return
	}
	in := th.Interp
	all := in.finalizing()
	if len(all.live) >= all.prune {
		all.drop()
		all.prune = max(64, 2*len(all.live))
	}
	all.live = append(all.live, weak.Make(v.H))
	runtime.SetFinalizer(v.H, nil) // __new__ may return the same instance again
	runtime.SetFinalizer(v.H, func(h *Header) {
		in.Defer(func(th *Thread) { th.callDel(Value{h, 0}) })
	})
}

// drop forgets the instances that are gone.
func (f *finalizing) drop() {
	live := f.live[:0]
	for _, w := range f.live {
		if w.Value() != nil {
			live = append(live, w)
		}
	}
	clear(f.live[len(live):])
	f.live = live
}

// callDel runs __del__; what it raises is reported and ignored.
func (th *Thread) callDel(v Value) {
	f := th.Lookup(v.Type(), strDel)
	if f.H == nil || th.Call1(f, v).H != nil {
		return
	}
	exc := th.TakeExc()
	if report := th.Interp.Hooks.Unraisable; report != nil {
		report(th, exc, f, "")
	}
}

// AwaitFinalizers waits until the finalizers that the last collections queued have run. The interpreter lock must not be
// held.
func AwaitFinalizers() {
	done := make(chan struct{})
	runtime.SetFinalizer(&Header{}, func(*Header) { close(done) })
	runtime.GC()
	select {
	case <-done:
	case <-time.After(time.Second):
	}
}

// FinalizeAll runs __del__ of all instances that are left, at the end of the interpreter.
func (th *Thread) FinalizeAll() {
	th.RunDeferred()
	all := th.Interp.finalizing()
	done := map[*Header]bool{}           // one may be listed twice, by several calls of __new__
	for i := 0; i < len(all.live); i++ { // they may make others
		if h := all.live[i].Value(); h != nil && !done[h] {
			done[h] = true
			runtime.SetFinalizer(h, nil)
			th.callDel(Value{h, 0})
		}
	}
	all.live = nil
}

var strDel = constStr("__del__")
