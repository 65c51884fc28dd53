// The functions of sys.
package sysmod

import (
	"strings"

	"pyasync/eval"
	"pyasync/object"
)

var functions []object.Method

func init() {
	functions = []object.Method{
		{Name: "exit", Raw: sysExit, Doc: "Exit the interpreter by raising SystemExit(status)."},
		{Name: "exc_info", F0: excInfo},
		{Name: "exception", F0: func(th *thread, m value) value { return object.OrNone(th.Handled) }},
		{Name: "excepthook", Sig: "exctype, value, traceback, /", F: excepthook},
		{Name: "displayhook", Sig: "object, /", F1: displayhook},
		{Name: "unraisablehook", Sig: "unraisable, /", F1: unraisablehook},
		{Name: "breakpointhook", Raw: breakpointhook},
		{Name: "getrecursionlimit", F0: func(th *thread, m value) value { return object.Int(int64(th.Interp.RecursionLimit)) }},
		{Name: "setrecursionlimit", Sig: "limit, /", F1: setRecursionLimit},
		{Name: "getsizeof", Sig: "object, default=<unrepresentable>", F: getSizeOf},
		{Name: "getrefcount", Sig: "object, /", F1: func(th *thread, m, x value) value { return object.Int(2) }},
		{Name: "intern", Sig: "string, /", F1: intern},
		{Name: "_is_interned", Sig: "string, /", F1: func(th *thread, m, x value) value { return object.Bool(interned(th, x)) }},
		{Name: "_getframe", Sig: "depth=0, /", F: getFrame},
		{Name: "_getframemodulename", Sig: "depth=0", F: getFrameModuleName},
		{Name: "_current_frames", F0: currentFrames},
		{Name: "getdefaultencoding", F0: text("utf-8")},
		{Name: "getfilesystemencoding", F0: text("utf-8")},
		{Name: "getfilesystemencodeerrors", F0: text("surrogateescape")},
		{Name: "settrace", Sig: "function, /", F1: setHook("trace")},
		{Name: "setprofile", Sig: "function, /", F1: setHook("profile")},
		{Name: "gettrace", F0: getHook("trace")},
		{Name: "getprofile", F0: getHook("profile")},
		{Name: "_settraceallthreads", Sig: "function, /", F1: setHook("trace")},
		{Name: "_setprofileallthreads", Sig: "function, /", F1: setHook("profile")},
		{Name: "call_tracing", Sig: "func, args, /", F2: callTracing},
		{Name: "getswitchinterval", F0: func(th *thread, m value) value { return object.Float(stateOf(th).interval) }},
		{Name: "setswitchinterval", Sig: "interval, /", F1: setSwitchInterval},
		{Name: "get_int_max_str_digits", F0: func(th *thread, m value) value { return object.Int(int64(th.Interp.IntMaxStrDigits)) }},
		{Name: "set_int_max_str_digits", Sig: "maxdigits", F: setIntMaxStrDigits},
		{Name: "get_asyncgen_hooks", F0: func(th *thread, m value) value {
			return seq(&asyncgenHooksType, object.OrNone(th.FirstIter), object.OrNone(th.Finalizer))
		}},
		{Name: "set_asyncgen_hooks", Sig: "firstiter=None, finalizer=None", F: setAsyncgenHooks},
		{Name: "get_coroutine_origin_tracking_depth", F0: func(th *thread, m value) value { return object.Int(int64(th.OriginDepth)) }},
		{Name: "set_coroutine_origin_tracking_depth", Sig: "depth", F: setOriginDepth},
		{Name: "is_finalizing", F0: func(th *thread, m value) value { return object.Bool(stateOf(th).finalizing) }},
		{Name: "_is_gil_enabled", F0: func(th *thread, m value) value { return object.True }},
		{Name: "audit", Raw: audit},
		{Name: "addaudithook", Sig: "hook", F: addAuditHook},
		{Name: "_clear_type_cache", F0: none},
		{Name: "_clear_internal_caches", F0: none},
		{Name: "getallocatedblocks", F0: func(th *thread, m value) value { return object.Int(0) }},
		{Name: "getunicodeinternedsize", Sig: "", F0: func(th *thread, m value) value { return object.Int(int64(len(th.Interp.InternedStrs()))) }},
		{Name: "getdlopenflags", F0: func(th *thread, m value) value { return object.Int(2) }},
		{Name: "setdlopenflags", Sig: "flags, /", F1: func(th *thread, m, x value) value { return object.None }},
		{Name: "is_stack_trampoline_active", F0: func(th *thread, m value) value { return object.False }},
	}
}

// state is what sys remembers for one interpreter.
type state struct {
	hooks      map[string]value // trace and profile functions: accepted and given back, never called
	audit      []value
	interval   float64
	finalizing bool
}

type stateKey struct{}

func stateOf(th *thread) *state {
	s, _ := th.Interp.Ext(stateKey{}).(*state)
	if s == nil {
		s = &state{hooks: map[string]value{}, interval: 0.005}
		th.Interp.SetExt(stateKey{}, s)
	}
	return s
}

// SetFinalizing makes sys.is_finalizing() true.
func SetFinalizing(th *thread) { stateOf(th).finalizing = true }

func none(th *thread, m value) value { return object.None }

func text(s string) func(th *thread, m value) value {
	return func(th *thread, m value) value { return object.StrValue(s) }
}

func sysExit(th *thread, m value, args []value, kw []*str) value {
	if len(kw) > 0 {
		return th.TypeError("sys.exit() takes no keyword arguments")
	}
	if len(args) > 1 {
		return th.TypeError("exit expected at most 1 argument, got %d", len(args))
	}
	// As PyErr_SetObject does with an argument: a tuple becomes the arguments.
	if len(args) == 1 {
		if t, ok := object.AsTuple(args[0]); ok {
			args = t.Items
		} else if args[0].IsNone() {
			args = nil
		}
	}
	e := th.Call(object.SystemExitType.V(), args, nil)
	if e.IsNil() {
		return e
	}
	return th.RaiseValue(e)
}

func excInfo(th *thread, m value) value {
	e, ok := object.AsException(th.Handled)
	if !ok {
		return object.TupleOf(object.None, object.None, object.None)
	}
	return object.TupleOf(e.V().Type().V(), e.V(), tracebackOf(e))
}

func tracebackOf(e *object.Exception) value {
	if e.Traceback == nil {
		return object.None
	}
	return e.Traceback.V()
}

func excepthook(th *thread, m value, a []value) value {
	e, ok := object.AsException(a[1])
	if !ok {
		eval.WriteStderr(th, "TypeError: print_exception(): Exception expected for value, "+a[1].Type().Name+" found\n")
		return object.None
	}
	if tb := a[2]; e.Traceback == nil && tb.Is(&object.TracebackType) {
		e.Traceback = (*object.Traceback)(tb.Ptr())
	}
	eval.PrintException(th, a[1])
	return object.None
}

func displayhook(th *thread, m, x value) value {
	if x.IsNone() {
		return x
	}
	b := th.Interp.Builtins
	b.Set("_", object.None)
	s, ok := th.Repr(x)
	if !ok {
		return value{}
	}
	out := th.Interp.Sys.Dict.GetName("stdout")
	if out.IsNil() || out.IsNone() {
		return th.RuntimeError("lost sys.stdout")
	}
	if th.CallMethod(out, object.NewStr("write"), object.StrValue(s+"\n")).IsNil() {
		return value{}
	}
	b.Set("_", x)
	return object.None
}

func unraisablehook(th *thread, m, args value) value {
	if !args.Type().IsSubtype(&eval.UnraisableHookArgsType) {
		return th.TypeError("sys.unraisablehook argument type must be UnraisableHookArgs")
	}
	var f [5]value
	for i, name := range [...]string{"exc_type", "exc_value", "exc_traceback", "err_msg", "object"} {
		if f[i] = th.GetAttrName(args, name); f[i].IsNil() {
			return f[i]
		}
	}
	msg := "Exception ignored in"
	if s, ok := object.GoString(f[3]); ok {
		msg = s
	}
	line := msg + ":"
	if !f[4].IsNone() {
		s, ok := th.Repr(f[4])
		if !ok {
			th.TakeExc()
			s = "<object repr() failed>"
		}
		line = msg + ": " + s
	}
	eval.WriteStderr(th, line+"\n")
	if !f[1].IsNone() {
		eval.PrintUnraisable(th, f[1])
	}
	return object.None
}

// breakpointhook calls what PYTHONBREAKPOINT names, pdb.set_trace by default.
func breakpointhook(th *thread, m value, args []value, kw []*str) value {
	name := environ(th, "PYTHONBREAKPOINT")
	switch name {
	case "0":
		return object.None
	case "":
		name = "pdb.set_trace"
	}
	module, attr := "builtins", name
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		module, attr = name[:i], name[i+1:]
	}
	f := value{}
	if module != "" && attr != "" {
		if mod := eval.Import(th, module); !mod.IsNil() {
			f = th.GetAttrName(mod, attr)
		}
		if f.IsNil() && !th.Catch(&object.ImportErrorType) && !th.Catch(&object.AttributeErrorType) {
			return value{}
		}
	}
	if f.IsNil() {
		if w := th.Interp.Hooks.Warn; w != nil && !w(th, &object.RuntimeWarningType, "Ignoring unimportable $PYTHONBREAKPOINT: \""+name+"\"", 1) {
			return value{}
		}
		return object.None
	}
	return th.Call(f, args, kw)
}

// environ looks a variable up in os.environ, which programs change, or in the environment handed in.
func environ(th *thread, name string) string {
	if th.Interp.GetHost().Flags.IgnoreEnvironment > 0 {
		return ""
	}
	if m := th.Interp.Modules.GetName("os"); !m.IsNil() {
		if env := th.GetAttrName(m, "environ"); !env.IsNil() {
			v := th.CallMethod(env, object.NewStr("get"), object.StrValue(name))
			if s, ok := object.GoString(object.OrNone(v)); ok {
				return s
			}
			th.Exc = value{}
			return ""
		}
		th.Exc = value{}
	}
	v, _ := th.Interp.GetHost().Getenv(name)
	return v
}

func setRecursionLimit(th *thread, m, x value) value {
	n, ok := th.AsIndex(x, &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	if n < 1 {
		return th.ValueError("recursion limit must be greater or equal than 1")
	}
	if th.Depth >= n {
		return th.Raisef(&object.RecursionErrorType, "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low", n, th.Depth)
	}
	th.Interp.RecursionLimit = min(n, 1<<31-1)
	th.Interp.DepthLimit = min(n, object.MaxPythonDepth)
	return object.None
}

func intern(th *thread, m, x value) value {
	if !x.IsExact(&object.StrType) {
		if x.Is(&object.StrType) {
			return th.TypeError("can't intern %s", x.Type().TPName())
		}
		return th.TypeError("intern() argument must be str, not %s", x.Type().TPName())
	}
	s, _ := object.GoString(x)
	t := th.Interp.InternedStrs()
	if v, ok := t[s]; ok {
		return v
	}
	t[s] = x
	return x
}

func interned(th *thread, x value) bool {
	s, _ := object.GoString(x)
	v, ok := th.Interp.InternedStrs()[s]
	return ok && v == x
}

func depthArg(th *thread, v value) (int, bool) {
	if v.IsNil() {
		return 0, true
	}
	return th.AsIndex(v, &object.OverflowErrorType)
}

func getFrame(th *thread, m value, a []value) value {
	n, ok := depthArg(th, a[0])
	if !ok {
		return value{}
	}
	if f := th.Interp.Hooks.CurrentFrame; f != nil {
		if v := f(th, max(n, 0)); !v.IsNil() {
			return v
		}
	}
	return th.ValueError("call stack is not deep enough")
}

func getFrameModuleName(th *thread, m value, a []value) value {
	n, ok := depthArg(th, a[0])
	if !ok {
		return value{}
	}
	f := th.Interp.Hooks.CurrentFrame(th, max(n, 0))
	if f.IsNil() {
		return object.None
	}
	return object.OrNone((*object.FrameObject)(f.Ptr()).Globals.GetName("__name__"))
}

func currentFrames(th *thread, m value) value {
	d := object.NewDict()
	if f := th.Interp.Hooks.CurrentFrame(th, 0); !f.IsNil() {
		d.Set(th, object.Int(th.Ident), f)
	}
	return d.V()
}

func setHook(kind string) func(th *thread, m, x value) value {
	return func(th *thread, m, x value) value {
		stateOf(th).hooks[kind] = x
		return object.None
	}
}

func getHook(kind string) func(th *thread, m value) value {
	return func(th *thread, m value) value { return object.OrNone(stateOf(th).hooks[kind]) }
}

func callTracing(th *thread, m, f, args value) value {
	t, ok := object.AsTuple(args)
	if !ok {
		return th.TypeError("call_tracing() argument 2 must be tuple, not %s", args.Type().TPName())
	}
	return th.Call(f, t.Items, nil)
}

func setSwitchInterval(th *thread, m, x value) value {
	f := th.CallArgs(object.FloatType.V(), x)
	if f.IsNil() {
		return f
	}
	n, _ := f.ExactFloat()
	if n <= 0 {
		return th.ValueError("switch interval must be strictly positive")
	}
	stateOf(th).interval = n
	return object.None
}

func setIntMaxStrDigits(th *thread, m value, a []value) value {
	n, ok := th.AsIndex(a[0], &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	if n != 0 && n < 640 {
		return th.ValueError("maxdigits must be 0 or larger than 640")
	}
	th.Interp.IntMaxStrDigits = n
	return object.None
}

func setAsyncgenHooks(th *thread, m value, a []value) value {
	for i, name := range [...]string{"firstiter", "finalizer"} {
		if x := object.OrNone(a[i]); !x.IsNone() && x.Type().Call == nil {
			return th.TypeError("callable %s expected, got %s", name, x.Type().TPName())
		}
	}
	for i, p := range [...]*value{&th.FirstIter, &th.Finalizer} {
		switch x := a[i]; {
		case x.IsNil():
		case x.IsNone():
			*p = value{}
		default:
			*p = x
		}
	}
	return object.None
}

func setOriginDepth(th *thread, m value, a []value) value {
	n, ok := th.AsIndex(a[0], &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	if n < 0 {
		return th.ValueError("depth must be >= 0")
	}
	th.OriginDepth = n
	return object.None
}

func audit(th *thread, m value, args []value, kw []*str) value {
	if len(args) == 0 {
		return th.TypeError("audit() missing 1 required positional argument: 'event'")
	}
	if !args[0].Is(&object.StrType) {
		return th.TypeError("expected str for argument 'event', not %s", args[0].Type().TPName())
	}
	for _, hook := range stateOf(th).audit {
		if th.CallArgs(hook, args[0], object.TupleCopy(args[1:]).V()).IsNil() {
			return value{}
		}
	}
	return object.None
}

func addAuditHook(th *thread, m value, a []value) value {
	s := stateOf(th)
	s.audit = append(s.audit, a[0])
	return object.None
}
