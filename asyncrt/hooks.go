// The loop's hooks in the interpreter: asynchronous generators, coroutine origins.
package asyncrt

import (
	"pyasync/object"
)

// setOriginTracking is _set_coroutine_origin_tracking: in debug mode coroutines remember where they were made.
func (l *Loop) setOriginTracking(th *Thread, on bool) {
	if on == l.tracking {
		return
	}
	l.tracking = on
	if on {
		l.savedDepth, th.OriginDepth = th.OriginDepth, debugStackDepth
	} else {
		th.OriginDepth = l.savedDepth
	}
}

var firstIterMethod = object.Method{Name: "_asyncgen_firstiter_hook", Sig: "agen", F1: func(th *Thread, self, ag Value) Value {
	l := loopOf(self)
	if l.asyncgensShut {
		s, ok := th.Repr(ag)
		if !ok {
			return Value{}
		}
		if th.Interp.Hooks.Warn != nil && !th.Interp.Hooks.Warn(th, &object.ResourceWarningType, "asynchronous generator "+s+" was scheduled after loop.shutdown_asyncgens() call", 1) {
			return Value{}
		}
	}
	l.asyncgens = append(l.asyncgens, ag)
	if len(l.asyncgens) >= l.nextSweep {
		l.sweepAsyncgens(th)
	}
	return None
}}

var finalizerMethod = object.Method{Name: "_asyncgen_finalizer_hook", Sig: "agen", F1: func(th *Thread, self, ag Value) Value {
	l := loopOf(self)
	l.discardAsyncgen(ag)
	if l.closed {
		return None
	}
	co := th.CallMethod(ag, name("aclose"))
	if co.H == nil {
		return co
	}
	create := th.GetAttr(self, strCreateTask)
	if create.H == nil {
		return create
	}
	return th.CallMethod(self, name("call_soon_threadsafe"), create, co)
}}

func (l *Loop) discardAsyncgen(ag Value) {
	for i, x := range l.asyncgens {
		if x.H == ag.H {
			l.asyncgens = append(l.asyncgens[:i:i], l.asyncgens[i+1:]...)
			return
		}
	}
}

// sweepAsyncgens drops the generators that have ended: CPython keeps them in a set of weak references.
func (l *Loop) sweepAsyncgens(th *Thread) {
	keep := l.asyncgens[:0]
	for _, ag := range l.asyncgens {
		if ended(th, ag) {
			continue
		}
		keep = append(keep, ag)
	}
	clear(l.asyncgens[len(keep):])
	l.asyncgens = keep
	l.nextSweep = max(64, 2*len(keep))
}

// ended reports whether an asynchronous generator has run to its end, or ignored an aclose(): a second one would fail,
// and CPython has dropped the generator by then in most programs.
func ended(th *Thread, ag Value) bool {
	if ag.Is(&object.AsyncGeneratorType) {
		co := (*object.Coroutine)(ag.Ptr())
		return co.State == object.CoClosed || co.Flags.Closed
	}
	return false
}

// installHooks sets the hooks for asynchronous generators and remembers the old ones.
func (l *Loop) installHooks(th *Thread) {
	l.nextSweep = 64
	l.oldFirst, l.oldFinal = th.FirstIter, th.Finalizer
	if fastLoop(&l.Header) != nil {
		th.FirstIter = object.NewBuiltin(&firstIterMethod, l.V(), "")
		th.Finalizer = object.NewBuiltin(&finalizerMethod, l.V(), "")
		return
	}
	th.FirstIter, th.Finalizer = optAttr(th, l.V(), "_asyncgen_firstiter_hook"), optAttr(th, l.V(), "_asyncgen_finalizer_hook")
}

func (l *Loop) removeHooks(th *Thread) {
	th.FirstIter, th.Finalizer = l.oldFirst, l.oldFinal
	l.oldFirst, l.oldFinal = Value{}, Value{}
}

// debugDefault is coroutines._is_debug_mode: -X dev or PYTHONASYNCIODEBUG.
func debugDefault(th *Thread) bool {
	if th.Interp.Sys == nil {
		return false
	}
	if m := stateOf(th).submodules["asyncio.coroutines"]; m != nil {
		if f := m.Dict.GetName("_is_debug_mode"); f.H != nil {
			// Somebody has replaced it.
			if r := th.CallArgs(f); r.H != nil {
				return r == object.True
			}
			th.Exc = Value{}
		}
	}
	flags := th.Interp.Sys.Dict.GetName("flags")
	if flags.H == nil {
		return false
	}
	on := func(v Value) bool {
		if v.H == nil {
			return false
		}
		b, _ := th.Truth(v)
		return b
	}
	if on(optAttr(th, flags, "dev_mode")) {
		return true
	}
	if on(optAttr(th, flags, "ignore_environment")) {
		return false
	}
	saved := th.Exc
	defer func() { th.Exc = saved }()
	posix := importModule(th, "posix")
	if posix.H == nil {
		return false
	}
	env, ok := object.AsDict(orNone(optAttr(th, posix, "environ")))
	if !ok {
		return false
	}
	v, _ := env.Get(th, object.BytesValue([]byte("PYTHONASYNCIODEBUG")))
	return on(v)
}
