// The loop's exception handler and the asyncio logger.
package asyncrt

import (
	"sort"
	"strings"

	"pyasync/object"
)

func (l *Loop) callExceptionHandler(th *Thread, d *object.Dict) bool { return l.callHandler(th, d.V()) }

// mustLeave reports that the pending exception goes on up: SystemExit or KeyboardInterrupt.
func mustLeave(th *Thread) bool {
	return th.Pending(&object.SystemExitType) || th.Pending(&object.KeyboardInterruptType)
}

// callHandler is call_exception_handler.
func (l *Loop) callHandler(th *Thread, ctx Value) bool {
	if l.excHandler.H == nil {
		if l.callDefault(th, ctx) {
			return true
		}
		if mustLeave(th) {
			return false
		}
		return logHandled(th, "Exception in default exception handler")
	}
	if l.callCustom(th, ctx) {
		return true
	}
	if mustLeave(th) {
		return false
	}
	exc := th.TakeExc()
	d := object.NewDict()
	d.SetName("message", object.StrValue("Unhandled error in exception handler"))
	d.SetName("exception", exc)
	d.SetName("context", ctx)
	if l.callDefault(th, d.V()) {
		return true
	}
	if mustLeave(th) {
		return false
	}
	return logHandled(th, "Exception in default exception handler while handling an unexpected error in custom exception handler")
}

// callDefault calls default_exception_handler, a subclass's own if there is one. On success nothing is pending.
func (l *Loop) callDefault(th *Thread, ctx Value) bool {
	ok := false
	if fastLoop(&l.Header) != nil {
		ok = l.defaultHandler(th, ctx)
	} else {
		ok = th.CallMethod(l.V(), name("default_exception_handler"), ctx).H != nil
	}
	if ok {
		th.Exc = Value{}
	}
	return ok
}

func (l *Loop) callCustom(th *Thread, ctx Value) bool {
	for _, key := range [...]string{"task", "future", "handle"} {
		thing := dictGet(th, ctx, key)
		if !isSet(thing) {
			continue
		}
		c := optAttr(th, thing, "get_context")
		if c.H == nil {
			break
		}
		if c = th.CallArgs(c); c.H == nil {
			return false
		}
		if run := optAttr(th, c, "run"); run.H != nil && !c.IsNone() {
			return th.CallArgs(run, l.excHandler, l.V(), ctx).H != nil
		}
		break
	}
	return th.CallArgs(l.excHandler, l.V(), ctx).H != nil
}

// dictGet is mapping.get(key), nil when absent.
func dictGet(th *Thread, d Value, key string) Value {
	if x, ok := object.AsDict(d); ok {
		return x.GetName(key)
	}
	r := th.CallMethod(d, name("get"), object.StrValue(key))
	if r.H == nil {
		th.Exc = Value{}
	}
	return r
}

// defaultHandler is default_exception_handler: it logs.
func (l *Loop) defaultHandler(th *Thread, ctx Value) bool {
	message := "Unhandled exception in event loop"
	if m := dictGet(th, ctx, "message"); isSet(m) {
		s, ok := th.Str(m)
		if !ok {
			return false
		}
		if s != "" {
			message = s
		}
	}
	exc := dictGet(th, ctx, "exception")
	if d, ok := object.AsDict(ctx); ok && d.GetName("source_traceback").H == nil && l.current.H != nil {
		if h, ok := asHandle(l.current); ok && h.source.H != nil {
			d.SetName("handle_traceback", h.source)
		}
	}
	keys, ok := th.Collect(ctx)
	if !ok {
		return false
	}
	names := make([]string, 0, len(keys))
	for _, k := range keys {
		if s, ok := object.GoString(k); ok && s != "message" && s != "exception" {
			names = append(names, s)
		}
	}
	sort.Strings(names)
	lines := []string{message}
	for _, n := range names {
		s, ok := contextLine(th, n, dictGet(th, ctx, n))
		if !ok {
			return false
		}
		lines = append(lines, n+": "+s)
	}
	return logError(th, strings.Join(lines, "\n"), exc)
}

func contextLine(th *Thread, key string, v Value) (string, bool) {
	switch key {
	case "source_traceback":
		return "Object created at (most recent call last):\n" + strings.TrimRight(formatStack(th, v), "\n"), true
	case "handle_traceback":
		return "Handle created at (most recent call last):\n" + strings.TrimRight(formatStack(th, v), "\n"), true
	}
	return th.Repr(orNone(v))
}

// Levels of the logging module.
const (
	levelDebug   = 10
	levelInfo    = 20
	levelWarning = 30
	levelError   = 40
)

// logHandled logs the pending exception as one being handled: the logger looks it up itself.
func logHandled(th *Thread, text string) bool {
	exc, saved := th.TakeExc(), th.Handled
	th.Handled = exc
	defer func() { th.Handled = saved }()
	logger, ok := loopLogger(th)
	if !ok {
		return false
	}
	if logger.H == nil {
		return logError(th, text, exc)
	}
	m := th.GetAttrName(logger, "error")
	return m.H != nil && th.Call(m, []Value{object.StrValue(text), object.True}, []*object.Str{name("exc_info")}).H != nil
}

func logError(th *Thread, text string, exc Value) bool {
	return logAt(th, levelError, "error", text, exc)
}

func logWarning(th *Thread, text string) bool {
	return logAt(th, levelWarning, "warning", text, Value{})
}

// logAt logs to the asyncio logger: the one put into asyncio.base_events, that of the logging module if the program
// has loaded it, else to stderr in the form that the unconfigured logging module uses.
func logAt(th *Thread, level int, method, text string, exc Value) bool {
	logger, ok := loopLogger(th)
	if !ok {
		return false
	}
	if logger.H != nil {
		m := th.GetAttrName(logger, method)
		if m.H == nil {
			return false
		}
		if method != "error" {
			return th.CallArgs(m, object.StrValue(text)).H != nil
		}
		info := object.False
		if e, ok := object.AsException(orNone(exc)); ok {
			tb := None
			if e.Traceback != nil {
				tb = valueOf(&e.Traceback.Header)
			}
			info = object.TupleOf(exc.Type().V(), exc, tb)
		}
		return th.Call(m, []Value{object.StrValue(text), info}, []*object.Str{name("exc_info")}).H != nil
	}
	if level < levelWarning {
		return true
	}
	if isSet(exc) {
		text += "\n" + strings.TrimSuffix(formatException(th, exc), "\n")
	}
	writeStderr(th, text+"\n")
	return true
}

// loopLogger is the logger that the loop uses; nil when logging has not been imported.
func loopLogger(th *Thread) (logger Value, ok bool) {
	if m := stateOf(th).submodules["asyncio.base_events"]; m != nil {
		logger = m.Dict.GetName("logger")
	}
	if logger.H == nil && th.Interp.Modules.GetName("logging").H != nil {
		logger = asyncioLogger(th)
		return logger, logger.H != nil
	}
	return logger, true
}

// asyncioLogger is asyncio.log.logger.
func asyncioLogger(th *Thread) Value {
	m := importModule(th, "logging")
	if m.H == nil {
		return m
	}
	f := th.GetAttrName(m, "getLogger")
	if f.H == nil {
		return f
	}
	return th.CallArgs(f, object.StrValue("asyncio"))
}

// importModule imports an absolute name.
func importModule(th *Thread, mod string) Value {
	// Another thread may be executing a part of ours right now: the import waits for that.
	if m := th.Interp.Modules.GetName(mod); m.H != nil && !m.IsNone() && !strings.HasPrefix(mod, "_asyncio_") {
		return m
	}
	if th.Interp.Hooks.Import == nil {
		return th.Raisef(&object.ModuleNotFoundErrorType, "No module named '%s'", mod)
	}
	return th.Interp.Hooks.Import(th, mod)
}

// importAttr is module.attr of a module that is imported if need be.
func importAttr(th *Thread, mod, attr string) Value {
	m := importModule(th, mod)
	if m.H == nil {
		return m
	}
	return th.GetAttrName(m, attr)
}

// writeStderr writes to sys.stderr; there is nobody to tell when that fails.
func writeStderr(th *Thread, text string) {
	if th.Interp.Sys == nil {
		return
	}
	err := th.Interp.Sys.Dict.GetName("stderr")
	if !isSet(err) {
		return
	}
	saved := th.Exc
	if th.CallMethod(err, name("write"), object.StrValue(text)).H == nil {
		th.Exc = Value{}
	} else if f := optAttr(th, err, "flush"); f.H != nil {
		if th.CallArgs(f).H == nil {
			th.Exc = Value{}
		}
	}
	th.Exc = saved
}

// formatException is the text of an exception with its traceback.
func formatException(th *Thread, exc Value) string {
	saved := th.Exc
	defer func() { th.Exc = saved }()
	f := importAttr(th, "traceback", "format_exception")
	if f.H != nil {
		if parts := th.CallArgs(f, exc); parts.H != nil {
			return concatStrs(th, parts)
		}
	}
	s, ok := th.Repr(exc)
	if !ok {
		s = exc.Type().Name
	}
	return s + "\n"
}

// formatStack is ”.join(traceback.format_list(stack)).
func formatStack(th *Thread, stack Value) string {
	saved := th.Exc
	defer func() { th.Exc = saved }()
	f := importAttr(th, "traceback", "format_list")
	if f.H != nil {
		if parts := th.CallArgs(f, stack); parts.H != nil {
			return concatStrs(th, parts)
		}
	}
	return ""
}

func concatStrs(th *Thread, list Value) string {
	items, _ := th.Collect(list)
	var b strings.Builder
	for _, x := range items {
		s, _ := object.GoString(x)
		b.WriteString(s)
	}
	return b.String()
}
