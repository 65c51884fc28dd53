// Package atexit is Python's atexit module: functions to call when the interpreter ends.
package atexit

import "pyasync/object"

// callback is one registered call.
type callback struct {
	f    object.Value
	args []object.Value
	kw   []*object.Str
}

type stateKey struct{}

type state struct{ callbacks []callback }

func of(th *object.Thread) *state {
	if s, ok := th.Interp.Ext(stateKey{}).(*state); ok {
		return s
	}
	s := &state{}
	th.Interp.SetExt(stateKey{}, s)
	return s
}

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	m.AddFuncs(functions)
	m.Dict.SetName("__doc__", object.StrValue("allow programmer to define multiple exit functions to be executed\nupon normal program termination.\n\nTwo public functions, register and unregister, are defined.\n"))
	return true
}

var functions = []object.Method{
	{Name: "register", Doc: "Register a function to be executed upon normal program termination", Raw: register},
	{Name: "unregister", Sig: "func, /", Doc: "Unregister an exit function which was previously registered using atexit.register", F1: unregister},
	{Name: "_clear", Doc: "Clear the list of previously registered exit functions.", F0: func(th *object.Thread, self object.Value) object.Value {
		of(th).callbacks = nil
		return object.None
	}},
	{Name: "_run_exitfuncs", Doc: "Run all registered exit functions.", F0: func(th *object.Thread, self object.Value) object.Value {
		Run(th)
		return object.None
	}},
	{Name: "_ncallbacks", Doc: "Return the number of registered exit functions.", F0: func(th *object.Thread, self object.Value) object.Value {
		return object.Int(int64(len(of(th).callbacks)))
	}},
}

func register(th *object.Thread, self object.Value, a []object.Value, kw []*object.Str) object.Value {
	if len(a) == len(kw) {
		return th.TypeError("register() takes at least 1 argument (0 given)")
	}
	if a[0].Type().Slots.Call == nil {
		return th.TypeError("the first argument must be callable")
	}
	s := of(th)
	s.callbacks = append(s.callbacks, callback{a[0], append([]object.Value(nil), a[1:]...), append([]*object.Str(nil), kw...)})
	return a[0]
}

func unregister(th *object.Thread, self, f object.Value) object.Value {
	s := of(th)
	var keep []callback
	for _, c := range s.callbacks {
		eq, ok := th.Equal(c.f, f)
		if !ok {
			return object.Value{}
		}
		if !eq {
			keep = append(keep, c)
		}
	}
	s.callbacks = keep
	return object.None
}

// Run calls the registered functions, last in first out, and reports their exceptions as unraisable. The interpreter
// calls it when the program has ended.
func Run(th *object.Thread) {
	s := of(th)
	for i := len(s.callbacks) - 1; i >= 0; i-- {
		if i >= len(s.callbacks) { // one unregistered others
			continue
		}
		c := s.callbacks[i]
		if th.Call(c.f, c.args, c.kw).IsNil() {
			exc := th.TakeExc()
			if report := th.Interp.Hooks.Unraisable; report != nil {
				report(th, exc, c.f, "Exception ignored in atexit callback")
			}
		}
	}
	s.callbacks = nil // what a callback registered does not run
}
