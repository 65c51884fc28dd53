// The last line of defence against bugs of the interpreter itself.
package object

import (
	"fmt"
	"runtime"
	"strings"
)

// Guard runs f. A Go panic beneath it is a bug of the interpreter: Guard turns it into a SystemError, whose traceback
// shows where the program was, sets the thread back to the state in which f began, and says so.
func (th *Thread) Guard(f func() Value) (r Value, bug bool) {
	depth, goDepth, stack, reprs := th.Depth, th.goDepth, len(th.stack), len(th.reprs)
	frame, handled, context := th.Frame, th.Handled, th.Context
	defer func() {
		p := recover()
		if p == nil {
			return
		}
		r, bug = th.Raise(&SystemErrorType, bugReport(p)), true
		if h := th.Interp.Hooks.Unwind; h != nil {
			h(th, frame, th.Depth-depth)
		}
		th.Depth, th.goDepth, th.Frame, th.Handled, th.Context = depth, goDepth, frame, handled, context
		th.stack, th.reprs = th.stack[:stack], th.reprs[:reprs]
		th.Leaf, th.Yielded, th.Sent, th.Inject, th.Thrown, th.Delivered = nil, Value{}, Value{}, false, false, false
	}()
	return f(), false
}

// bugReport words a panic for the user who is to report it. It is called while the panicking functions are still on
// the Go stack.
func bugReport(p any) string {
	where := ""
	pcs := make([]uintptr, 64)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	for more := true; more && where == ""; {
		var f runtime.Frame
		if f, more = frames.Next(); !strings.HasPrefix(f.Function, "runtime.") {
			where = fmt.Sprintf(" in %s, line %d", f.Function, f.Line)
		}
	}
	return fmt.Sprintf("%v%s; this is a bug of pyasync, please report it together with the program", p, where)
}
