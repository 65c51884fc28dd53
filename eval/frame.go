// Package eval runs programs: it resolves names, turns the syntax tree into a tree of executable nodes, and walks it.
//
//	scope.go, symbols.go   which names a block binds and where its variables live
//	lower*.go              from syntax tree to executable nodes
//	frame.go, call.go      frames, calls, argument binding
//	node_*.go              expressions;  stmt_*.go  statements
//	suspend*.go            statements that can be left at an await or yield and entered again
//	generator.go           generators, coroutines, asynchronous generators
//	builtins*.go, import*.go  the builtins module, the import system
package eval

import (
	"unsafe"

	"pyasync/object"
)

// Short names for what every file here uses.
type (
	Value  = object.Value
	Thread = object.Thread
	Str    = object.Str
	Status = object.Status
	Pos    = object.Pos
)

const (
	Normal   = object.Normal
	Break    = object.Break
	Continue = object.Continue
	Return   = object.Return
	Raise    = object.Raise
	Suspend  = object.Suspend
)

// Node is an executable expression. A nil Value means an exception is pending and this frame is in its traceback.
type Node interface{ Eval(f *Frame) Value }

// Stmt is an executable statement.
type Stmt interface{ Exec(f *Frame) Status }

// Cond is an expression as a condition: 1 true, 0 false, -1 raised. It saves making the bool.
type Cond interface{ Test(f *Frame) int }

// Frame is an activation of a code block. Frames of plain calls come from a chain of reusable ones (next), one for
// each depth; those of generators and coroutines are part of their object.
type Frame struct {
	base unsafe.Pointer // the slots: parameters, variables, temporaries, progress of suspended statements
	th   *Thread
	next *Frame // the frame a call made from here uses
	back *Frame // the caller, while active
	fn   *object.Function
	obj  *object.FrameObject // the Python view, once somebody asked for it
	ret  Value
	pos  Pos // the place being executed, as far as calls and failing operations note it
	cap  int32
	// resuming: the statements are being re-entered on the way to the await or yield where the frame was left.
	resuming bool
	// resumable: the frame is part of a coroutine.
	resumable bool
}

const slotSize = unsafe.Sizeof(Value{})

// slot is the offset of a frame slot in bytes.
type slot = uintptr

func slotAt(i int) slot { return uintptr(i) * slotSize }

// at returns the slot with the given offset.
func (f *Frame) at(o slot) *Value { return (*Value)(unsafe.Add(f.base, o)) }

// pooledSlots is the room that a pooled frame has without a further allocation.
const pooledSlots = 14

type pooledFrame struct {
	Frame
	slots [pooledSlots]Value
}

func newPooledFrame(th *Thread, back *Frame) *Frame {
	p := &pooledFrame{}
	p.th, p.back, p.cap = th, back, pooledSlots
	p.base = unsafe.Pointer(&p.slots[0])
	return &p.Frame
}

// push returns the frame for a call made from f, with room for n slots.
func (f *Frame) push(n int32) *Frame {
	if nf := f.next; nf != nil && nf.cap >= n {
		return nf
	}
	return f.pushSlow(n)
}

//go:noinline
func (f *Frame) pushSlow(n int32) *Frame {
	nf := f.next
	if nf == nil {
		nf = newPooledFrame(f.th, f)
		f.next = nf
	}
	if n > nf.cap {
		s := make([]Value, n)
		nf.base, nf.cap = unsafe.Pointer(&s[0]), n
	}
	return nf
}

// slots returns the first n slots of f.
func (f *Frame) slots(n int) []Value { return unsafe.Slice((*Value)(f.base), n) }

// code returns the code f executes.
func (f *Frame) code() *Code { return (*Code)(unsafe.Pointer(f.fn.Code)) }

// baseFrame returns the innermost frame of th, making the root of the chain for a new thread.
func baseFrame(th *Thread) *Frame {
	if th.Frame == nil {
		th.Frame = unsafe.Pointer(newPooledFrame(th, nil))
	}
	return (*Frame)(th.Frame)
}

// run executes the body of fn in nf, whose parameters are bound, on behalf of f, and clears nf.
func (f *Frame) run(nf *Frame, fn *object.Function, c *Code) Value {
	th := f.th
	th.Depth++
	if th.Depth > th.Interp.DepthLimit {
		return f.tooDeep(nf, c)
	}
	nf.fn = fn
	if c.cells != nil {
		c.makeCells(nf)
	}
	th.Frame = unsafe.Pointer(nf)
	st := c.body.Exec(nf)
	th.Frame = unsafe.Pointer(f)
	th.Depth--
	var r Value
	switch st {
	case Return:
		r = nf.ret
		nf.ret = Value{}
	case Raise:
		nf.unwound()
	default:
		r = object.None
	}
	if nf.obj != nil {
		nf.detach()
	}
	nf.wipe(c.slots)
	return r
}

// wipe empties the first n slots of f. Most frames have few, for which clear() is a long way.
func (f *Frame) wipe(n int32) {
	if n > 12 {
		clear(f.slots(int(n)))
		return
	}
	for o := slot(0); o < slotSize*slot(n); o += slotSize {
		if p := f.at(o); p.H != nil {
			p.H = nil
		}
	}
}

//go:noinline
func (f *Frame) tooDeep(nf *Frame, c *Code) Value {
	f.th.Depth--
	clear(nf.slots(int(c.slots)))
	return f.th.Raise(&object.RecursionErrorType, "maximum recursion depth exceeded")
}

// fail records that the pending exception passes through f at pos, and returns the nil Value. Every node whose own
// operation raised calls it exactly once.
func (f *Frame) fail(pos Pos) Value {
	f.pos = pos
	f.trace(pos)
	return Value{}
}

// failStatus is fail for statements.
func (f *Frame) failStatus(pos Pos) Status {
	f.fail(pos)
	return Raise
}

func (f *Frame) trace(pos Pos) {
	e, ok := object.AsException(f.th.Exc)
	if !ok {
		f.th.Raise(&object.SystemErrorType, "an operation failed without an exception; please report this")
		e, _ = object.AsException(f.th.Exc)
	}
	f.th.Reraised = nil
	e.Traceback = &object.Traceback{Header: object.Header{Shape: &object.TracebackType.Root}, Next: e.Traceback, Frame: f.object(), Pos: pos}
}

// unwound makes sure that an exception leaving f has f in its traceback.
func (f *Frame) unwound() {
	again := f.th.Reraised
	f.th.Reraised = nil
	if e, ok := object.AsException(f.th.Exc); ok && (e.Traceback == nil || f.obj == nil || e.Traceback.Frame != f.obj) && again != f.th.Exc.H {
		f.trace(f.pos)
	}
}

// unwind is object.Hooks.Unwind. calls is the number of calls that were cut off; the frames that await one of these
// end with them.
func unwind(th *Thread, frame unsafe.Pointer, calls int) {
	for f := (*Frame)(th.Frame); f != nil && f.fn != nil && unsafe.Pointer(f) != frame; {
		f.trace(f.pos)
		back := f.back
		awaited := false
		if f.resumable {
			co := f.owner()
			if awaited = co.awaiter != nil; co.State == object.CoRunning {
				calls--
			}
			co.close()
		} else {
			calls--
		}
		if calls <= 0 && !awaited {
			break
		}
		f = back
	}
	if frame == nil { // the thread ends with its first call
		return
	}
	for f := (*Frame)(frame).next; f != nil; f = f.next {
		if f.obj != nil {
			f.detach()
		}
		clear(f.slots(int(f.cap)))
	}
}

// locals returns the variables of f as a dict (locals()); for module and class bodies the namespace itself, unless a
// comprehension runs there.
func (f *Frame) locals(th *Thread) Value {
	if !f.code().optimized() && !f.inComp() {
		if ns := *f.at(0); ns.H != nil {
			return ns
		}
		return f.fn.Globals.V()
	}
	return f.variables(th).V()
}

// inComp reports whether a comprehension runs in f whose variables Python sees.
func (f *Frame) inComp() bool {
	for _, v := range f.code().hidden {
		if f.at(v.acc).H != nil && f.variable(v.variable).H != nil {
			return true
		}
	}
	return false
}

// variables returns the variables that live in the slots and the closure of f, and what was put into f_locals besides.
func (f *Frame) variables(th *Thread) *object.Dict {
	c := f.code()
	d := object.NewDict()
	if c.optimized() {
		for _, v := range c.vars {
			if x := f.variable(v); x.H != nil {
				d.SetStr(v.name, x)
			}
		}
	}
	for _, v := range c.hidden {
		if f.at(v.acc).H != nil {
			if x := f.variable(v.variable); x.H != nil {
				d.SetStr(v.name, x)
			}
		}
	}
	for i, name := range c.FreeVars {
		if x := f.fn.Closure[i].V; x.H != nil {
			d.SetStr(name, x)
		}
	}
	if f.obj != nil && f.obj.Extra != nil {
		for p := 0; ; {
			k, x, next, more := f.obj.Extra.Next(p)
			if !more {
				break
			}
			p = next
			d.Set(th, k, x)
		}
	}
	return d
}

func (f *Frame) variable(v variable) Value {
	x := *f.at(v.slot)
	if v.cell && x.H != nil && x.H.Shape == &object.CellType.Root {
		return (*object.Cell)(x.Ptr()).V
	}
	return x
}

// poll is called by loops when the interpreter asks for attention.
func (f *Frame) poll(pos Pos) bool {
	if p := f.th.Interp.Hooks.Poll; p != nil && !p(f.th) {
		f.fail(pos)
		return false
	}
	return true
}

// attention reports whether a loop should call poll.
func (f *Frame) attention() bool { return f.th.Interp.Interrupt.Load() != 0 }
