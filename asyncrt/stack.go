// Stacks: where objects were made (debug mode), and where tasks are.
package asyncrt

import (
	"strings"

	"pyasync/object"
)

// debugStackDepth is constants.DEBUG_STACK_DEPTH.
const debugStackDepth = 10

// extractStack returns the innermost frames of the caller as a traceback.StackSummary (extract_stack).
func extractStack(th *Thread) Value {
	saved := th.Exc
	defer func() { th.Exc = saved }()
	if th.Interp.Hooks.CurrentFrame == nil {
		return Value{}
	}
	f := th.Interp.Hooks.CurrentFrame(th, 0)
	if f.H == nil || f.IsNone() {
		return Value{}
	}
	summary := importAttr(th, "traceback", "StackSummary")
	walk := importAttr(th, "traceback", "walk_stack")
	if summary.H == nil || walk.H == nil {
		return Value{}
	}
	frames := th.CallArgs(walk, f)
	extract := th.GetAttrName(summary, "extract")
	if frames.H == nil || extract.H == nil {
		return Value{}
	}
	stack := th.Call(extract, []Value{frames, object.Int(debugStackDepth), object.False},
		[]*object.Str{name("limit"), name("lookup_lines")})
	if stack.H == nil {
		return Value{}
	}
	th.CallMethod(stack, name("reverse"))
	return stack
}

// libraryFrame is a place in CPython's asyncio that stands between the program and what it makes; reprs in debug mode
// name it.
type libraryFrame struct {
	file, function string
	line           int64
}

var (
	viaCreateFuture = &libraryFrame{"asyncio/base_events.py", "create_future", 460}
	viaCreateTask   = &libraryFrame{"asyncio/tasks.py", "create_task", 410}
	viaEnsureFuture = &libraryFrame{"asyncio/tasks.py", "ensure_future", 748}
	viaGather       = &libraryFrame{"asyncio/tasks.py", "__init__", 765}
	viaGroup        = &libraryFrame{"asyncio/taskgroups.py", "create_task", 173}
	viaRunner       = &libraryFrame{"asyncio/runners.py", "run", 100}
)

// libraryFolder begins the names of files of ours in tracebacks.
const libraryFolder = "<pyasync>/"

// extractVia is extractStack with one more frame, of the library; nil: none.
func extractVia(th *Thread, via *libraryFrame) Value {
	stack := extractStack(th)
	if via == nil || stack.H == nil {
		return stack
	}
	saved := th.Exc
	defer func() { th.Exc = saved }()
	class := importAttr(th, "traceback", "FrameSummary")
	if class.H == nil {
		return stack
	}
	frame := th.Call(class, []Value{object.StrValue(libraryFolder + via.file), object.Int(via.line), object.StrValue(via.function), object.False},
		[]*object.Str{name("lookup_line")})
	if frame.H != nil {
		th.CallMethod(stack, name("append"), frame)
	}
	return stack
}

// makesVia notes that a task is about to be made through the library.
func makesVia(loop Value, via *libraryFrame) {
	if l, ok := asLoop(loop); ok && l.debug {
		l.via = via
	}
}

// lastFrame is the file and line of the innermost frame of a stack made by extractStack.
func lastFrame(th *Thread, stack Value) (file string, line int, ok bool) {
	if stack.H == nil || stack.IsNone() {
		return "", 0, false
	}
	saved := th.Exc
	defer func() { th.Exc = saved }()
	last := th.GetItem(stack, object.Int(-1))
	if last.H == nil {
		return "", 0, false
	}
	a, b := th.GetItem(last, object.Int(0)), th.GetItem(last, object.Int(1))
	if a.H == nil || b.H == nil {
		return "", 0, false
	}
	file, _ = object.GoString(a)
	file = strings.TrimPrefix(file, libraryFolder)
	n, ok := b.SmallInt()
	return file, int(n), ok
}

// taskFrames is base_tasks._task_get_stack.
func taskFrames(th *Thread, t *Task, limit Value) ([]Value, bool) {
	var frame Value
	if t.coro != nil {
		for _, a := range [...]string{"cr_frame", "gi_frame", "ag_frame"} {
			if frame = optAttr(th, valueOf(t.coro), a); frame.H != nil {
				break
			}
		}
	}
	most := -1
	if isSet(limit) {
		n, ok := th.AsIndex(limit, nil)
		if !ok {
			return nil, false
		}
		most = n
	}
	var frames []Value
	if isSet(frame) {
		for f := frame; isSet(f) && most != 0; f = optAttr(th, f, "f_back") {
			frames = append(frames, f)
			most--
		}
		for i, j := 0, len(frames)-1; i < j; i, j = i+1, j-1 {
			frames[i], frames[j] = frames[j], frames[i]
		}
		return frames, true
	}
	if exc, ok := t.failed(); ok {
		e, _ := object.AsException(exc)
		for tb := e.Traceback; tb != nil && most != 0; tb = tb.Next {
			frames = append(frames, valueOf(&tb.Frame.Header))
			most--
		}
	}
	return frames, true
}

func taskGetStack(th *Thread, self Value, a []Value) Value {
	frames, ok := taskFrames(th, taskSelf(self), a[0])
	if !ok {
		return Value{}
	}
	return object.NewList(frames).V()
}

// taskPrintStack is base_tasks._task_print_stack.
func taskPrintStack(th *Thread, self Value, a []Value) Value {
	t := taskSelf(self)
	print := callHelper(th, "print_stack", self, orNone(a[0]), orNone(a[1]))
	_ = t
	return print
}
