// The Python view of a frame, and what a frame leaves behind for it when it ends.
package eval

import (
	"unsafe"

	"pyasync/object"
)

// frameView is a frame object with the room for what its frame leaves behind. Every exception that passes through a
// frame makes one: hence one allocation.
type frameView struct {
	object.FrameObject
	left leftFrame
}

// leftFrame is the state of a frame object whose frame has ended: a copy of the frame, with the caller's view.
type leftFrame struct {
	Frame
	caller *object.FrameObject
}

// object returns the Python view of f.
func (f *Frame) object() *object.FrameObject {
	if f.obj == nil {
		v := &frameView{}
		v.Shape = &object.FrameType.Root
		v.Code, v.Globals, v.State = f.fn.Code, f.fn.Globals, f
		f.obj = &v.FrameObject
		if f.resumable {
			co := f.owner()
			f.obj.Generator = &co.Header
			co.Flags.Fused = false
		}
	}
	return f.obj
}

// Where is object.FrameState.Where.
func (f *Frame) Where() Pos { return f.pos }

// Back is object.FrameState.Back.
func (f *Frame) Back() *object.FrameObject {
	if b := f.back; b != nil && b.fn != nil {
		return b.object()
	}
	return nil
}

// Locals is object.FrameState.Locals.
func (f *Frame) Locals(th *Thread) Value { return localsProxy(th, f.obj) }

// Clear is object.FrameState.Clear.
func (f *Frame) Clear(th *Thread) bool {
	if f.resumable {
		return f.owner().clearFrame(th)
	}
	th.RuntimeError("cannot clear an executing frame")
	return false
}

// detach gives the Python view its own copy of the variables, because f is about to be reused.
//
//go:noinline
func (f *Frame) detach() {
	o := f.obj
	f.obj = nil
	vars := append([]Value(nil), f.slots(int(f.code().slots))...)
	left := &(*frameView)(unsafe.Pointer(o)).left
	left.base = unsafe.Pointer(unsafe.SliceData(vars))
	left.th, left.fn, left.pos, left.obj, left.caller = f.th, f.fn, f.pos, o, f.Back()
	o.State = left
}

// Back is object.FrameState.Back.
func (l *leftFrame) Back() *object.FrameObject { return l.caller }

// Clear is object.FrameState.Clear: it drops the variables.
func (l *leftFrame) Clear(th *Thread) bool {
	clear(l.slots(int(l.code().slots)))
	fn := *l.fn
	fn.Closure = make([]*object.Cell, len(l.fn.Closure)) // the variables of functions around it go on without it
	for i := range fn.Closure {
		fn.Closure[i] = object.NewCell(Value{})
	}
	l.fn = &fn
	return true
}

// frameBehind returns the evaluator's frame that holds the variables of o, which has a state.
func frameBehind(o *object.FrameObject) *Frame {
	if l, ok := o.State.(*leftFrame); ok {
		return &l.Frame
	}
	return o.State.(*Frame)
}
