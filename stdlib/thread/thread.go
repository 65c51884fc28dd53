// Package threadmod is Python's _thread module: threads are goroutines that take the interpreter lock.
//
//	thread.go  starting threads, identities
//	lock.go    lock and RLock
//	local.go   _local
package threadmod

import (
	"pyasync/eval"
	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
	str    = object.Str
)

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	m.AddFuncs(functions)
	m.AddTypes(&lockType, &rlockType, &localType, &handleType, &hookArgsType)
	m.Set("LockType", lockType.V())
	m.Set("_ExceptHookArgs", hookArgsType.V())
	m.Set("_ThreadHandle", handleType.V())
	m.Set("error", object.RuntimeErrorType.V())
	m.Set("TIMEOUT_MAX", object.Float(9223372036.0))
	return true
}

var functions = []object.Method{
	{Name: "start_new_thread", Raw: startNewThread},
	{Name: "_guarded", Sig: "function, /", F: guarded},
	{Name: "start_new", Raw: startNewThread},
	{Name: "start_joinable_thread", Sig: "function, handle=None, daemon=True", F: startJoinable},
	{Name: "allocate_lock", F0: func(th *thread, m value) value { return newLock() }},
	{Name: "allocate", F0: func(th *thread, m value) value { return newLock() }},
	{Name: "get_ident", F0: func(th *thread, m value) value { return object.Int(th.Ident) }},
	{Name: "get_native_id", F0: func(th *thread, m value) value { return object.Int(nativeID(th)) }},
	{Name: "_get_main_thread_ident", F0: func(th *thread, m value) value {
		if main := eval.MainThread(th.Interp); main != nil {
			return object.Int(main.Ident)
		}
		return object.Int(th.Ident)
	}},
	{Name: "_count", F0: func(th *thread, m value) value { return object.Int(int64(stateOf(th).running)) }},
	{Name: "stack_size", Sig: "size=0, /", F: func(th *thread, m value, a []value) value { return object.Int(0) }},
	{Name: "daemon_threads_allowed", F0: func(th *thread, m value) value { return object.True }},
	{Name: "_is_main_interpreter", F0: func(th *thread, m value) value { return object.True }},
	{Name: "interrupt_main", Sig: "signum=2, /", F: func(th *thread, m value, a []value) value {
		eval.Interrupt(th.Interp)
		return object.None
	}},
	{Name: "exit", F0: func(th *thread, m value) value {
		return th.RaiseValue(object.NewException(&object.SystemExitType).V())
	}},
	{Name: "exit_thread", F0: func(th *thread, m value) value {
		return th.RaiseValue(object.NewException(&object.SystemExitType).V())
	}},
}

// state counts the threads of one interpreter.
type state struct {
	running int
	serial  int64
}

type stateKey struct{}
type nativeKey struct{}

func stateOf(th *thread) *state {
	s, _ := th.Interp.Ext(stateKey{}).(*state)
	if s == nil {
		s = &state{}
		th.Interp.SetExt(stateKey{}, s)
	}
	return s
}

// nativeID numbers threads: goroutines have no thread of the system of their own.
func nativeID(th *thread) int64 {
	if id, ok := th.Ext(nativeKey{}).(int64); ok {
		return id
	}
	s := stateOf(th)
	s.serial++
	th.SetExt(nativeKey{}, s.serial)
	return s.serial
}

// start runs f in a new thread; done is called there at the end, with the lock held.
func start(th *thread, f value, args []value, kw []*str, done func()) *thread {
	t := object.NewThread(th.Interp)
	s := stateOf(th)
	s.running++
	t.ThreadStarted()
	go func() {
		t.Lock()
		defer t.Unlock()
		if r, _ := t.Guard(func() value { return t.Call(f, args, kw) }); r.IsNil() {
			if exc := t.TakeExc(); !object.IsInstance(exc, &object.SystemExitType) {
				eval.Unraisable(t, exc, f, "Exception ignored in thread started by")
			}
		}
		s.running--
		t.ThreadEnded()
		if done != nil {
			done()
		}
	}()
	return t
}

// guarded calls a function such that a bug of the interpreter leaves the caller, which has cleaning up to do, intact.
func guarded(th *thread, m value, a []value) value {
	r, _ := th.Guard(func() value { return th.Call(a[0], nil, nil) })
	return r
}

func startNewThread(th *thread, m value, args []value, kw []*str) value {
	if len(args) < 2 || len(kw) > 0 {
		return th.TypeError("start_new_thread expected at least 2 arguments, got %d", len(args))
	}
	if args[0].Type().Call == nil {
		return th.TypeError("first arg must be callable")
	}
	t, ok := object.AsTuple(args[1])
	if !ok {
		return th.TypeError("2nd arg must be a tuple")
	}
	call := append([]value(nil), t.Items...)
	var names []*str
	if len(args) > 2 {
		d, ok := object.AsDict(args[2])
		if !ok {
			return th.TypeError("optional 3rd arg must be a dictionary")
		}
		for k, v, pos, more := d.Next(0); more; k, v, pos, more = d.Next(pos) {
			name, ok := object.AsStr(k)
			if !ok {
				return th.TypeError("keywords must be strings")
			}
			names, call = append(names, name), append(call, v)
		}
	}
	return object.Int(start(th, args[0], call, names, nil).Ident)
}

// handle is _thread._ThreadHandle: a thread that can be joined.
type handle struct {
	object.Header
	ident int64
	ended chan struct{}
	done  bool
}

var handleType, hookArgsType object.Type

func handleOf(v value) *handle { return (*handle)(v.Ptr()) }

func init() {
	object.Define(&handleType, object.Spec{Name: "_thread._ThreadHandle", Alloc: object.Allocator[handle](),
		Slots: object.Slots{
			New: func(th *thread, t *object.Type, args []value, kw []*str) value { return t.Allocate() },
			Repr: func(th *thread, v value) value {
				return object.StrValue("<_ThreadHandle object: ident=" + itoa(handleOf(v).ident) + ">")
			},
		},
		Methods: []object.Method{
			{Name: "join", Sig: "timeout=None, /", F: joinHandle},
			{Name: "is_done", F0: func(th *thread, v value) value { return object.Bool(handleOf(v).done) }},
			{Name: "_set_done", F0: func(th *thread, v value) value { handleOf(v).done = true; return object.None }},
		},
		Getset: []object.Getset{{Name: "ident", Get: func(th *thread, v value) value { return object.Int(handleOf(v).ident) }}},
	})
	object.DefineStructSeq(&hookArgsType, "_thread._ExceptHookArgs", "", 4, false,
		object.StructField{Name: "exc_type"}, object.StructField{Name: "exc_value"}, object.StructField{Name: "exc_traceback"}, object.StructField{Name: "thread"})
}

func startJoinable(th *thread, m value, a []value) value {
	if a[0].Type().Call == nil {
		return th.TypeError("thread function must be callable")
	}
	v := a[1]
	if v.IsNil() || v.IsNone() {
		v = handleType.Allocate()
	}
	if !v.Is(&handleType) {
		return th.TypeError("'handle' must be a _ThreadHandle")
	}
	h := handleOf(v)
	if h.ended != nil {
		return th.RuntimeError("thread already started")
	}
	h.ended = make(chan struct{})
	h.ident = start(th, a[0], nil, nil, func() {
		h.done = true
		close(h.ended)
	}).Ident
	return v
}

func joinHandle(th *thread, v value, a []value) value {
	h := handleOf(v)
	timeout, ok := timeoutArg(th, a[0])
	if !ok {
		return value{}
	}
	if h.ended == nil {
		return th.RuntimeError("thread not started")
	}
	if h.ident == th.Ident {
		return th.RuntimeError("Cannot join current thread")
	}
	if _, ok := wait(th, h.ended, timeout, func() bool { return h.done }); !ok {
		return value{}
	}
	return object.None
}
