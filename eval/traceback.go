// Uncaught exceptions: the text of tracebacks, and where it goes.
package eval

import (
	"pyasync/object"
)

// WriteStderr writes to sys.stderr; problems there are ignored, nothing could report them.
func WriteStderr(th *Thread, s string) {
	if th.Interp.Sys == nil {
		return
	}
	file := th.Interp.Sys.Dict.GetStr(strStderr)
	if file.IsNil() || file.IsNone() {
		return
	}
	exc := th.Exc
	if !th.CallMethod(file, strWrite, object.StrValue(s)).IsNil() {
		th.CallMethod(file, strFlush)
	}
	th.Exc = exc
}

// PrintException writes the traceback of exc to sys.stderr.
func PrintException(th *Thread, exc Value) {
	WriteStderr(th, FormatException(th, exc, FormatOptions{Color: colorStderr(th)}))
}

// CallExceptHook hands an uncaught exception to sys.excepthook.
func CallExceptHook(th *Thread, exc Value) {
	e, ok := object.AsException(exc)
	if !ok || th.Interp.Sys == nil {
		return
	}
	sys := th.Interp.Sys
	tb := object.None
	if e.Traceback != nil {
		tb = e.Traceback.V()
	}
	sys.Set("last_exc", exc)
	sys.Set("last_type", exc.Type().V())
	sys.Set("last_value", exc)
	sys.Set("last_traceback", tb)
	flushStdout(th)
	hook := sys.Dict.GetName("excepthook")
	if hook.IsNil() {
		WriteStderr(th, "sys.excepthook is missing\n")
		PrintException(th, exc)
		return
	}
	if !th.CallArgs(hook, exc.Type().V(), exc, tb).IsNil() {
		return
	}
	failed := th.TakeExc()
	if object.IsInstance(failed, &object.SystemExitType) {
		th.Exc = failed
		return
	}
	WriteStderr(th, "Error in sys.excepthook:\n")
	PrintException(th, failed)
	WriteStderr(th, "\nOriginal exception was:\n")
	PrintException(th, exc)
}

// flushStdout keeps the order of output and traceback when both go to the same place.
func flushStdout(th *Thread) {
	if out := th.Interp.Sys.Dict.GetStr(strStdout); !out.IsNil() && !out.IsNone() {
		th.CallMethod(out, strFlush)
		th.Exc = Value{}
	}
}

// UnraisableHookArgsType is what sys.unraisablehook gets.
var UnraisableHookArgsType object.Type

func init() {
	object.DefineStructSeq(&UnraisableHookArgsType, "UnraisableHookArgs", "", 5, false, object.StructField{Name: "exc_type"},
		object.StructField{Name: "exc_value"}, object.StructField{Name: "exc_traceback"}, object.StructField{Name: "err_msg"}, object.StructField{Name: "object"})
}

// Unraisable reports an exception that cannot be raised to sys.unraisablehook. A message tells what obj is; without one
// the report says "Exception ignored in" and names it.
func Unraisable(th *Thread, exc, obj Value, message string) {
	pending := th.Exc
	defer func() { th.Exc = pending }()
	e, ok := object.AsException(exc)
	if !ok || th.Interp.Sys == nil {
		return
	}
	tb, msg := object.None, object.None
	if e.Traceback != nil {
		tb = e.Traceback.V()
	}
	if message != "" {
		where, ok := th.Repr(orNone(obj))
		if !ok {
			th.TakeExc()
			where = "<object repr() failed>"
		}
		msg, obj = object.StrValue(message+" "+where), object.None
	}
	hook := th.Interp.Sys.Dict.GetName("unraisablehook")
	if hook.IsNil() || hook.IsNone() {
		return
	}
	args := object.NewStructSeq(&UnraisableHookArgsType, 5, []Value{exc.Type().V(), exc, tb, msg, orNone(obj)})
	if th.CallArgs(hook, args).IsNil() {
		failed := th.TakeExc()
		WriteStderr(th, "Exception ignored in sys.unraisablehook: "+(&excPrinter{th: th}).repr(hook)+"\n")
		PrintUnraisable(th, failed)
	}
}

// PrintUnraisable writes what sys.unraisablehook shows of an exception: frames without carets, and one last line
// without causes and notes, as CPython's C code prints them.
func PrintUnraisable(th *Thread, exc Value) {
	e, ok := object.AsException(exc)
	if !ok {
		return
	}
	pending := th.Exc
	p := &excPrinter{th: th, src: newLineSource(th), plain: true}
	text := ""
	if frames := p.limit(e.Traceback); len(frames) > 0 {
		text = "Traceback (most recent call last):\n" + p.stack(frames)
	}
	text += excTypeName(th, exc.Type()) + ": " + p.safeStr(exc, "exception") + "\n"
	th.Exc = pending
	WriteStderr(th, text)
}
