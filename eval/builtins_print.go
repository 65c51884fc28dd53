// print and input.
package eval

import (
	"strings"

	"pyasync/object"
)

var (
	strWrite    = object.NewStr("write")
	strFlush    = object.NewStr("flush")
	strReadline = object.NewStr("readline")
	strStdout   = object.NewStr("stdout")
	strStdin    = object.NewStr("stdin")
	strStderr   = object.NewStr("stderr")
)

// sysStream returns sys.<name>, or the nil Value with RuntimeError pending when it was deleted.
func sysStream(th *Thread, name *Str) Value {
	if sys := th.Interp.Sys; sys != nil {
		if v := sys.Dict.GetStr(name); !v.IsNil() {
			return v
		}
	}
	return th.RuntimeError("lost sys.%s", name.Go())
}

func builtinPrint(th *Thread, m Value, args []Value, kw []*Str) Value {
	npos := len(args) - len(kw)
	var file, flush Value
	sep, end := " ", "\n"
	for i, k := range kw {
		x := args[npos+i]
		switch k.Go() {
		case "sep":
			if !printText(th, "sep", x, &sep) {
				return Value{}
			}
		case "end":
			if !printText(th, "end", x, &end) {
				return Value{}
			}
		case "file":
			file = x
		case "flush":
			flush = x
		default:
			return th.TypeError("print() got an unexpected keyword argument '%s'%s", k.Go(), object.SuggestKeyword(k.Go(), "sep", "end", "file", "flush"))
		}
	}
	if file.IsNil() || file.IsNone() {
		if file = sysStream(th, strStdout); file.IsNil() {
			return file
		}
		if file.IsNone() { // no standard output: as CPython, silently nothing
			return file
		}
	}
	if !printTo(th, file, args[:npos], sep, end) {
		return Value{}
	}
	if !flush.IsNil() {
		b, ok := th.Truth(flush)
		if !ok || b && th.CallMethod(file, strFlush).IsNil() {
			return Value{}
		}
	}
	return object.None
}

func printText(th *Thread, what string, v Value, text *string) bool {
	if v.IsNone() {
		return true
	}
	s, ok := object.GoString(v)
	if !ok {
		th.TypeError("%s must be None or a string, not %s", what, v.Type().TPName())
		return false
	}
	*text = s
	return true
}

func printTo(th *Thread, file Value, items []Value, sep, end string) bool {
	if sinkOf := th.Interp.Hooks.TextSink; sinkOf != nil {
		if sink := sinkOf(file); sink != nil {
			return printDirect(th, sink, items, sep, end)
		}
	}
	write := th.GetAttr(file, strWrite)
	if write.IsNil() {
		return false
	}
	put := func(s string) bool { return !th.CallArgs(write, object.StrValue(s)).IsNil() }
	for i, x := range items {
		if i > 0 && !put(sep) {
			return false
		}
		s, ok := th.Str(x)
		if !ok || !put(s) {
			return false
		}
	}
	return put(end)
}

func printDirect(th *Thread, sink object.TextSink, items []Value, sep, end string) bool {
	for i, x := range items {
		if i > 0 && !sink.WriteText(th, sep) {
			return false
		}
		if n, ok := x.SmallInt(); ok {
			if !sink.WriteInt(th, n) {
				return false
			}
			continue
		}
		s, ok := th.Str(x)
		if !ok || !sink.WriteText(th, s) {
			return false
		}
	}
	return sink.WriteText(th, end)
}

func builtinInput(th *Thread, m Value, args []Value, kw []*Str) Value {
	if !checkArgs(th, "input", args, kw, 0, 1) {
		return Value{}
	}
	stdin := inputStream(th, strStdin)
	stdout := inputStream(th, strStdout)
	stderr := inputStream(th, strStderr)
	if stdin.IsNil() || stdout.IsNil() || stderr.IsNil() {
		return Value{}
	}
	if th.CallMethod(stderr, strFlush).IsNil() {
		th.TakeExc()
	}
	if ask := th.Interp.Hooks.Input; ask != nil && isOriginal(th, "__stdin__", stdin) && isOriginal(th, "__stdout__", stdout) {
		prompt := ""
		if len(args) == 1 {
			var ok bool
			if prompt, ok = th.Str(args[0]); !ok {
				return Value{}
			}
		}
		if th.CallMethod(stdout, strFlush).IsNil() {
			th.TakeExc()
		}
		return ask(th, prompt)
	}
	if len(args) == 1 {
		s, ok := th.Str(args[0])
		if !ok || th.CallMethod(stdout, strWrite, object.StrValue(s)).IsNil() {
			return Value{}
		}
	}
	if th.CallMethod(stdout, strFlush).IsNil() {
		th.TakeExc()
	}
	line := th.CallMethod(stdin, strReadline)
	if line.IsNil() {
		return line
	}
	s, ok := object.GoString(line)
	switch {
	case !ok:
		return th.TypeError("object.readline() returned non-string")
	case s == "":
		return th.Raise(&object.EOFErrorType, "EOF when reading a line")
	}
	return object.StrValue(strings.TrimSuffix(s, "\n"))
}

// isOriginal reports whether a stream is the one that sys keeps under a name from the start.
func isOriginal(th *Thread, name string, stream Value) bool {
	return th.Interp.Sys.Dict.GetName(name).H == stream.H
}

func inputStream(th *Thread, name *Str) Value {
	if sys := th.Interp.Sys; sys != nil {
		if v := sys.Dict.GetStr(name); !v.IsNil() && !v.IsNone() {
			return v
		}
	}
	return th.RuntimeError("input(): lost sys.%s", name.Go())
}
