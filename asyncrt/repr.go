// How futures, tasks, coroutines and callbacks are shown: CPython's base_futures, base_tasks, format_helpers and the
// parts of reprlib they use.
package asyncrt

import (
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"pyasync/object"
)

func itoa(n int) string { return strconv.Itoa(n) }

func fixed3(f float64) string { return strconv.FormatFloat(f, 'f', 3, 64) }

func join(parts []string, sep string) string { return strings.Join(parts, sep) }

// strList makes a Python list of strs.
func strList(parts []string) Value {
	items := make([]Value, len(parts))
	for i, p := range parts {
		items[i] = object.StrValue(p)
	}
	return object.NewList(items).V()
}

// futureInfo is _future_repr_info.
func futureInfo(th *Thread, f *Future) ([]string, bool) {
	var info []string
	switch f.state {
	case pending:
		info = append(info, "pending")
	case cancelledState:
		info = append(info, "cancelled")
	default:
		if f.flags&flagFailed != 0 {
			s, ok := th.Repr(f.result)
			if !ok {
				return nil, false
			}
			info = append(info, "finished", "exception="+s)
		} else {
			s, ok := shortRepr(th, orNone(f.result))
			if !ok {
				return nil, false
			}
			info = append(info, "finished", "result="+s)
		}
	}
	if list := f.callbacks(); len(list) > 0 {
		s, ok := formatCallbacks(th, list)
		if !ok {
			return nil, false
		}
		info = append(info, s)
	}
	if f.ext != nil {
		if file, line, ok := lastFrame(th, f.ext.source); ok {
			info = append(info, "created at "+file+":"+itoa(line))
		}
	}
	return info, true
}

func formatCallbacks(th *Thread, list []callback) (string, bool) {
	one := func(i int) (string, bool) { return formatCallback(th, list[i].fn, nil, false) }
	first, ok := one(0)
	if !ok || len(list) == 1 {
		return "cb=[" + first + "]", ok
	}
	last, ok := one(len(list) - 1)
	if len(list) == 2 {
		return "cb=[" + first + ", " + last + "]", ok
	}
	return "cb=[" + first + ", <" + itoa(len(list)-2) + " more>, " + last + "]", ok
}

func futureRepr(th *Thread, v Value) Value {
	if !th.EnterRepr(v) {
		return object.StrValue("...") // reprlib.recursive_repr
	}
	defer th.LeaveRepr()
	info, ok := infoOf(th, v)
	if !ok {
		return Value{}
	}
	return object.StrValue("<" + v.Type().Name + " " + join(info, " ") + ">")
}

func infoOf(th *Thread, v Value) ([]string, bool) {
	if t, ok := asTask(v); ok {
		return taskInfo(th, t)
	}
	return futureInfo(th, (*Future)(v.Ptr()))
}

// taskInfo is _task_repr_info.
func taskInfo(th *Thread, t *Task) ([]string, bool) {
	info, ok := futureInfo(th, &t.Future)
	if !ok {
		return nil, false
	}
	if t.cancelling() > 0 && t.state == pending {
		info[0] = "cancelling"
	}
	nameRepr, ok := th.Repr(t.getName())
	if !ok {
		return nil, false
	}
	extra := []string{"name=" + nameRepr}
	if t.coro != nil {
		s, ok := formatCoroutine(th, valueOf(t.coro))
		if !ok {
			return nil, false
		}
		extra = append(extra, "coro=<"+s+">")
	}
	if t.waiter != nil {
		s, ok := th.Repr(valueOf(t.waiter))
		if !ok {
			return nil, false
		}
		extra = append(extra, "wait_for="+s)
	}
	return append(info[:1:1], append(extra, info[1:]...)...), true
}

// optAttr looks an attribute up and treats every failure as its absence.
func optAttr(th *Thread, v Value, attr string) Value {
	exc := th.Exc
	x, ok := th.LookupAttr(v, object.NewStr(attr))
	if !ok {
		th.Exc = exc
		return Value{}
	}
	return x
}

// nativePlace is where CPython 3.13 has a coroutine that is written in Go here: the lines of its def and of the await
// at which it waits. Programs print them with the repr of a task.
type nativePlace struct {
	file            string
	defined, awaits int
}

var nativePlaces = map[string]nativePlace{
	"sleep":             {"tasks", 703, 718},
	"wait":              {"tasks", 424, 451},
	"wait_for":          {"tasks", 459, 507},
	"Queue.get":         {"queues", 172, 186},
	"Queue.put":         {"queues", 125, 139},
	"Queue.join":        {"queues", 242, 251},
	"Event.wait":        {"locks", 200, 213},
	"Lock.acquire":      {"locks", 90, 110},
	"Condition.wait":    {"locks", 248, 269},
	"Semaphore.acquire": {"locks", 386, 407},
	"Barrier.wait":      {"locks", 511, 527},
	"to_thread":         {"threads", 12, 25},

	"StreamReader.read":        {"streams", 688, 730},
	"StreamReader.readline":    {"streams", 543, 562},
	"StreamReader.readuntil":   {"streams", 574, 677},
	"StreamReader.readexactly": {"streams", 739, 769},
	"StreamWriter.drain":       {"streams", 363, 386},
	"StreamWriter.wait_closed": {"streams", 357, 358},
}

// text is what follows the coroutine's name in a repr.
func (p nativePlace) text(state uint8) string {
	place := func(line int) string { return "asyncio/" + p.file + ".py:" + strconv.Itoa(line) }
	switch {
	case p.file == "":
		return ""
	case state == object.CoCreated:
		return " running at " + place(p.defined)
	case state == object.CoClosed:
		return " done, defined at " + place(p.defined)
	}
	return " running at " + place(p.awaits)
}

// formatCoroutine is coroutines._format_coroutine.
func formatCoroutine(th *Thread, co Value) (string, bool) {
	text := coroutineName(th, co) + "()"
	if c, ok := object.AsCoroutine(co); ok && c.Step != nil {
		return text + nativePlaces[c.Info.Qualname.Go()].text(c.State), true
	}
	prefix := "cr_"
	code := optAttr(th, co, "cr_code")
	if !isSet(code) {
		prefix = "gi_"
		code = optAttr(th, co, "gi_code")
	}
	if !isSet(code) {
		running := optAttr(th, co, "cr_running")
		if running.H == nil {
			running = optAttr(th, co, "gi_running")
		}
		if running.H != nil {
			if yes, ok := th.Truth(running); ok && yes {
				text += " running"
			}
		}
		return text, true
	}
	file, _ := object.GoString(orNone(optAttr(th, code, "co_filename")))
	if file == "" {
		file = "<empty co_filename>"
	}
	frame := optAttr(th, co, prefix+"frame")
	if isSet(frame) {
		return text + " running at " + file + ":" + intAttr(th, frame, "f_lineno"), true
	}
	return text + " done, defined at " + file + ":" + intAttr(th, code, "co_firstlineno"), true
}

func intAttr(th *Thread, v Value, attr string) string {
	n := optAttr(th, v, attr)
	if n.H == nil {
		return "0"
	}
	s, ok := th.Repr(n)
	if !ok {
		th.Exc = Value{}
		return "0"
	}
	return s
}

func coroutineName(th *Thread, co Value) string {
	for _, a := range [...]string{"__qualname__", "__name__"} {
		if s, ok := object.GoString(orNone(optAttr(th, co, a))); ok && s != "" {
			return s
		}
	}
	return "<" + co.Type().Name + " without __name__>"
}

// formatCallback is _format_callback_source; arguments are shown in debug mode only, they may be secret.
func formatCallback(th *Thread, fn Value, args *object.Tuple, debug bool) (string, bool) {
	if fn.N != wakePython && fn.N != wakeHandle {
		return wakers[fn.N].name, true
	}
	fn = callable(fn)
	if w := wakerOf(fn); w.N != 0 {
		if args != nil && len(args.Items) > 0 {
			s, ok := formatArgs(th, args.Items, nil, debug)
			return strings.TrimSuffix(wakers[w.N].name, "()") + s, ok
		}
		return wakers[w.N].name, true
	}
	var items []Value
	if args != nil {
		items = args.Items
	}
	text, ok := formatCall(th, fn, items, nil, debug, "")
	if !ok {
		return "", false
	}
	return text + functionSource(th, fn), true
}

// isPartial reports whether v is a functools.partial.
func isPartial(v Value) bool { return v.Type().Name == "partial" && v.Type().Module == "functools" }

func formatCall(th *Thread, fn Value, args []Value, kw *object.Dict, debug bool, suffix string) (string, bool) {
	if isPartial(fn) {
		s, ok := formatArgs(th, args, kw, debug)
		if !ok {
			return "", false
		}
		inner, _ := object.AsTuple(orNone(optAttr(th, fn, "args")))
		var items []Value
		if inner != nil {
			items = inner.Items
		}
		kwds, _ := object.AsDict(orNone(optAttr(th, fn, "keywords")))
		return formatCall(th, orNone(optAttr(th, fn, "func")), items, kwds, debug, s+suffix)
	}
	text, ok := "", false
	for _, a := range [...]string{"__qualname__", "__name__"} {
		x := optAttr(th, fn, a)
		if x.H == nil {
			continue
		}
		if yes, _ := th.Truth(x); !yes {
			continue
		}
		if text, ok = th.Str(x); !ok {
			return "", false
		}
		break
	}
	if !ok {
		if text, ok = th.Repr(fn); !ok {
			return "", false
		}
	}
	s, ok := formatArgs(th, args, kw, debug)
	return text + s + suffix, ok
}

func formatArgs(th *Thread, args []Value, kw *object.Dict, debug bool) (string, bool) {
	if !debug {
		return "()", true
	}
	var parts []string
	for _, a := range args {
		s, ok := shortRepr(th, a)
		if !ok {
			return "", false
		}
		parts = append(parts, s)
	}
	if kw != nil {
		for pos := 0; ; {
			k, v, next, more := kw.Next(pos)
			if !more {
				break
			}
			pos = next
			s, ok := shortRepr(th, v)
			if !ok {
				return "", false
			}
			key, _ := object.GoString(k)
			parts = append(parts, key+"="+s)
		}
	}
	return "(" + join(parts, ", ") + ")", true
}

// functionSource is " at FILE:LINE" for functions written in Python.
func functionSource(th *Thread, fn Value) string {
	for isPartial(fn) || fn.Type().Name == "partialmethod" && typeModule(fn.Type()) == "functools" {
		fn = orNone(optAttr(th, fn, "func"))
	}
	for n := 0; n < 100; n++ {
		w := optAttr(th, fn, "__wrapped__")
		if w.H == nil || w.Type().Name == "Mock" || w.Type().Name == "MagicMock" {
			break
		}
		fn = w
	}
	f, ok := object.AsFunction(fn)
	if !ok || f.Code == nil {
		return ""
	}
	return " at " + f.Code.Filename + ":" + itoa(f.Code.FirstLine)
}

// formatHandle is base_events._format_handle: a task's step is shown as the task.
func formatHandle(th *Thread, h *Handle) (string, bool) {
	fn := h.fn
	if w := wakerOf(callable(fn)); w.N == wakeTask || w.N == wakeStep {
		return th.Repr(valueOf(w.H))
	}
	if fn.N == 0 && fn.IsExact(&object.BuiltinType) && (*object.Builtin)(fn.Ptr()).Method == stepMethod {
		return th.Repr((*object.Builtin)(fn.Ptr()).Self)
	}
	return th.Str(h.V())
}

// shortRepr is reprlib.repr.
func shortRepr(th *Thread, v Value) (string, bool) { return limitedRepr(th, v, 6) }

// limits of reprlib.Repr.

func limitedRepr(th *Thread, v Value, level int) (string, bool) {
	switch {
	case v.IsSmallInt():
		return th.Repr(v)
	case v.IsExact(&object.StrType):
		return shortStr(th, v)
	case v.IsExact(&object.IntType):
		s, ok := th.Repr(v)
		return middle(s, 40), ok
	case v.IsExact(&object.ListType):
		return limitedItems(th, (*object.List)(v.Ptr()).Items, "[", "]", level, 6)
	case v.IsExact(&object.TupleType):
		items := (*object.Tuple)(v.Ptr()).Items
		if len(items) == 1 {
			return limitedItems(th, items, "(", ",)", level, 6)
		}
		return limitedItems(th, items, "(", ")", level, 6)
	case v.IsExact(&object.DictType):
		return limitedDict(th, v, level)
	case v.IsExact(&object.SetType) || v.IsExact(&object.FrozenSetType):
		items, ok := th.Collect(v)
		if !ok || len(items) == 0 {
			s, ok := th.Repr(v)
			return s, ok
		}
		sortIfPossible(th, items)
		if v.IsExact(&object.SetType) {
			return limitedItems(th, items, "{", "}", level, 6)
		}
		return limitedItems(th, items, "frozenset({", "})", level, 6)
	}
	s, ok := th.Repr(v)
	if !ok {
		if !th.Pending(&object.ExceptionType) {
			return "", false
		}
		th.Exc = Value{}
		return "<" + v.Type().Name + " instance at " + object.Address(v) + ">", true
	}
	return middle(s, 30), true
}

// middle cuts the middle out of a text longer than max characters.
func middle(s string, max int) string {
	if utf8.RuneCountInString(s) <= max {
		return s
	}
	r := []rune(s)
	i := (max - 3) / 2
	j := max - 3 - i
	return string(r[:i]) + "..." + string(r[len(r)-j:])
}

func shortStr(th *Thread, v Value) (string, bool) {
	const max = 30
	str, _ := object.AsStr(v)
	s, ok := th.Repr(object.StrValue(str.Slice(0, min(max, str.Len()))))
	if !ok || utf8.RuneCountInString(s) <= max {
		if str.Len() <= max || !ok {
			return s, ok
		}
	}
	i := (max - 3) / 2
	j := max - 3 - i
	n := str.Len()
	s, ok = th.Repr(object.StrValue(str.Slice(0, min(i, n)) + str.Slice(max0(n-j), n)))
	r := []rune(s)
	return string(r[:i]) + "..." + string(r[len(r)-j:]), ok
}

func max0(n int) int { return max(n, 0) }

func limitedItems(th *Thread, items []Value, left, right string, level, most int) (string, bool) {
	if level <= 0 && len(items) > 0 {
		return left + "..." + right, true
	}
	var parts []string
	for i, x := range items {
		if i == most {
			parts = append(parts, "...")
			break
		}
		s, ok := limitedRepr(th, x, level-1)
		if !ok {
			return "", false
		}
		parts = append(parts, s)
	}
	return left + join(parts, ", ") + right, true
}

func limitedDict(th *Thread, v Value, level int) (string, bool) {
	d, _ := object.AsDict(v)
	if d.Len() == 0 {
		return "{}", true
	}
	if level <= 0 {
		return "{...}", true
	}
	keys, ok := th.Collect(v)
	if !ok {
		return "", false
	}
	sortIfPossible(th, keys)
	var parts []string
	for i, k := range keys {
		if i == 4 {
			parts = append(parts, "...")
			break
		}
		x, ok := d.Get(th, k)
		if !ok {
			return "", false
		}
		a, ok := limitedRepr(th, k, level-1)
		if !ok {
			return "", false
		}
		b, ok := limitedRepr(th, orNone(x), level-1)
		if !ok {
			return "", false
		}
		parts = append(parts, a+": "+b)
	}
	return "{" + join(parts, ", ") + "}", true
}

// sortIfPossible sorts values that can be compared and leaves others as they are.
func sortIfPossible(th *Thread, items []Value) {
	sorted := append([]Value(nil), items...)
	ok := true
	sort.SliceStable(sorted, func(i, j int) bool {
		if !ok {
			return false
		}
		lt, good := th.CompareBool(sorted[i], sorted[j], object.CmpLT)
		ok = ok && good
		return lt
	})
	if !ok {
		th.Exc = Value{}
		return
	}
	copy(items, sorted)
}
