// What asyncio keeps per interpreter and per thread: running loop, current tasks, counters.
package asyncrt

import (
	"time"

	"pyasync/object"
)

// interpState is asyncio's state in one interpreter.
type interpState struct {
	taskNames uint64 // of the last task that got a number
	tasks     taskList
	// foreign tasks: those registered by Python code (_register_task), and the current tasks of foreign loops.
	registered  []Value
	eager       []Value
	current     map[*Header]currentTask
	policy      Value
	submodules  map[string]*object.Module
	failed      []*failure // exceptions nobody has looked at yet
	pruneFailed int
	loops       []*Loop // loops that were made and not closed
	functions   map[*function]Value
	left        []leftWriter
	nextLeft    time.Time // when to look at them again
	scratch     []byte    // what transports receive into; nil: none at hand
	spare       [][]byte  // more of the kind
	// Options of the command.
	DebugDefault bool
	nested       *nesting // nest_asyncio has been applied
	legacy       bool     // --legacy
	deadlock     *Picture // of the last deadlock
	observer     Observer // of the loops to be made
	console      *Console // the prompt, or nil
}

type currentTask struct{ loop, task Value }

type stateKey struct{}

// threadState is asyncio's state in one thread.
type threadState struct {
	interp  *interpState
	running Value          // the running loop, or nil
	policy  []*policyLocal // by policy object
	made    madeTask
}

// policyLocal is what the default policy keeps per thread.
type policyLocal struct {
	Header
	owner     *Header
	loop      Value
	setCalled bool
}

// threadOf returns the thread's state, making it at first use.
func threadOf(th *Thread) *threadState {
	if s, ok := th.Async.(*threadState); ok {
		return s
	}
	in, _ := th.Interp.Ext(stateKey{}).(*interpState)
	if in == nil {
		in = &interpState{current: map[*Header]currentTask{}, submodules: map[string]*object.Module{}}
		th.Interp.SetExt(stateKey{}, in)
		th.Interp.Hooks.Awaits = innerAwait
		th.Interp.Hooks.Collected = func(th *Thread) { in.dropLooked(); in.reportUnreachable(th, false) }
	}
	s := &threadState{interp: in}
	th.Async = s
	return s
}

func stateOf(th *Thread) *interpState { return threadOf(th).interp }

// runningLoop returns the loop running in this thread, or nil.
func runningLoop(th *Thread) Value { return threadOf(th).running }

// needRunningLoop is get_running_loop().
func needRunningLoop(th *Thread) Value {
	if l := runningLoop(th); l.H != nil {
		return l
	}
	return th.RuntimeError("no running event loop")
}

// currentLoop is events.get_event_loop(): the running loop or the policy's.
func currentLoop(th *Thread) Value {
	if l := runningLoop(th); l.H != nil {
		return l
	}
	p := eventLoopPolicy(th)
	if p.H == nil {
		return p
	}
	return th.CallMethod(p, name("get_event_loop"))
}

// currentTaskOf returns the task running in loop, or nil.
func currentTaskOf(th *Thread, loop Value) Value {
	if l, ok := asLoop(loop); ok {
		return l.cur
	}
	return stateOf(th).current[loop.H].task
}

func setCurrentTask(th *Thread, loop, task Value) {
	if l, ok := asLoop(loop); ok {
		l.cur = task
		return
	}
	if task.H == nil {
		delete(stateOf(th).current, loop.H)
	} else {
		stateOf(th).current[loop.H] = currentTask{loop, task}
	}
}

func enterTask(th *Thread, loop, task Value) bool {
	if cur := currentTaskOf(th, loop); cur.H != nil {
		return cannotEnter(th, loop, task, cur)
	}
	setCurrentTask(th, loop, task)
	return true
}

func cannotEnter(th *Thread, loop, task, cur Value) bool {
	a, ok := th.Repr(task)
	b, ok2 := th.Repr(cur)
	if ok && ok2 {
		th.RuntimeError("Cannot enter into task %s while another task %s is being executed.", a, b)
	}
	return false
}

func leaveTask(th *Thread, loop, task Value) bool {
	cur := currentTaskOf(th, loop)
	if cur.H != task.H {
		a, ok := th.Repr(task)
		b, ok2 := th.Repr(orNone(cur))
		if ok && ok2 {
			th.RuntimeError("Leaving task %s does not match the current task %s.", a, b)
		}
		return false
	}
	setCurrentTask(th, loop, Value{})
	return true
}

// swapTask makes task (None or nil: no task) current and returns the one that was.
func swapTask(th *Thread, loop, task Value) Value {
	prev := currentTaskOf(th, loop)
	if task.H != nil && task.IsNone() {
		task = Value{}
	}
	setCurrentTask(th, loop, task)
	return prev
}
