// Generators and coroutines: heap frames that are left at a yield or await and entered again.
//
// A chain of coroutines that await each other is resumed at its innermost one: the outermost remembers it (leaf),
// each knows who awaits it (awaiter). So a switch costs the same however deep the chain is.
package eval

import (
	"unsafe"

	"pyasync/object"
)

// coroutine is a generator, coroutine or asynchronous generator with a body in Python. Its slots follow in memory.
type coroutine struct {
	object.Coroutine
	// awaiter is the coroutine whose await drives this one.
	awaiter *coroutine
	// inner is, while it is suspended and the outermost, the innermost suspended one (nil: itself), where a resume goes at
	// once whatever the depth. While it runs, it is the coroutine made by its last fused await, kept for the next one.
	inner *coroutine

	frame   Frame
	inherit *object.Header // the exception being handled where it was awaited
	at      *awaitCall     // where it is awaited, while a chain runs it
}

// Coroutines in their size classes: with the slots of these numbers they fill 192, 240, 352 and 480 bytes of Go's heap.
type (
	coroutine3 struct {
		coroutine
		in [3]Value
	}
	coroutine6 struct {
		coroutine
		in [6]Value
	}
	coroutine12 struct {
		coroutine
		in [12]Value
	}
	coroutine20 struct {
		coroutine
		in [20]Value
	}
	asyncGenerator6 struct {
		asyncGenerator
		in [6]Value
	}
)

// owner returns the coroutine f is the frame of.
func (f *Frame) owner() *coroutine {
	return (*coroutine)(unsafe.Add(unsafe.Pointer(f), -int(unsafe.Offsetof(coroutine{}.frame))))
}

func asCo(c *object.Coroutine) *coroutine { return (*coroutine)(unsafe.Pointer(c)) }

var kindTypes = [...]*object.Type{generatorCode: &object.GeneratorType, coroutineCode: &object.CoroutineType, asyncGeneratorCode: &object.AsyncGeneratorType}

// newCoroutine makes the object that calling fn returns; the caller binds the arguments.
func newCoroutine(th *Thread, fn *object.Function, c *Code) *coroutine {
	var co *coroutine
	switch n := c.slots; {
	case c.kind == asyncGeneratorCode:
		co = newAsyncGenerator(n)
	case n <= 3:
		x := &coroutine3{}
		co = &x.coroutine
		co.frame.base = unsafe.Pointer(&x.in[0])
	case n <= 6:
		x := &coroutine6{}
		co = &x.coroutine
		co.Flags.Kind = 1
		co.frame.base = unsafe.Pointer(&x.in[0])
	case n <= 12:
		x := &coroutine12{}
		co = &x.coroutine
		co.Flags.Kind = 2
		co.frame.base = unsafe.Pointer(&x.in[0])
	case n <= 20:
		x := &coroutine20{}
		co = &x.coroutine
		co.Flags.Kind = 3
		co.frame.base = unsafe.Pointer(&x.in[0])
	default:
		co = &coroutine{}
		co.Flags.Kind = noFreeList
		co.frame.base = unsafe.Pointer(unsafe.SliceData(make([]Value, n)))
	}
	co.Shape = &kindTypes[c.kind].Root
	f := &co.frame
	f.th, f.fn, f.cap, f.resumable = th, fn, c.slots, true
	f.pos = c.defPos
	return co
}

func newAsyncGenerator(slots int32) *coroutine {
	var g *asyncGenerator
	if slots <= 6 {
		x := &asyncGenerator6{}
		g = &x.asyncGenerator
		g.frame.base = unsafe.Pointer(&x.in[0])
	} else {
		g = &asyncGenerator{}
		g.frame.base = unsafe.Pointer(unsafe.SliceData(make([]Value, slots)))
	}
	g.Flags.Kind = noFreeList
	return &g.coroutine
}

const noFreeList = 255

// info returns the names and the origin of c.
func info(c *object.Coroutine) object.CoroutineInfo {
	if c.Info != nil {
		return *c.Info
	}
	fn := asCo(c).frame.fn
	return object.CoroutineInfo{Name: fn.Name, Qualname: fn.Qualname}
}

// sizeClass is the index into Thread.FreeFrames for frames with n slots; frames beyond the last class are not kept.
func sizeClass(n int32) uint8 {
	switch {
	case n <= 3:
		return 0
	case n <= 6:
		return 1
	case n <= 12:
		return 2
	case n <= 20:
		return 3
	}
	return noFreeList
}

// newFused makes the coroutine of an await whose operand is a call: nobody but the awaiting frame knows it, so it is
// taken from, and goes back to, a free list.
func newFused(th *Thread, fn *object.Function, c *Code) *coroutine {
	if c.class == noFreeList || th.FreeFrames[c.class] == nil {
		co := newCoroutine(th, fn, c)
		co.Flags.Fused = c.class != noFreeList
		return co
	}
	co := (*coroutine)(th.FreeFrames[c.class])
	th.FreeFrames[c.class] = unsafe.Pointer(co.awaiter)
	co.awaiter = nil
	co.frame.th, co.frame.fn, co.frame.cap, co.frame.pos = th, fn, c.slots, c.defPos
	return co
}

// release puts a finished coroutine that nobody has seen on the free list.
func (co *coroutine) release(th *Thread) {
	if co.inherit != nil {
		co.inherit = nil
	}
	co.frame.back = nil
	co.awaiter = (*coroutine)(th.FreeFrames[co.Flags.Kind])
	th.FreeFrames[co.Flags.Kind] = unsafe.Pointer(co)
}

// dropInner releases the coroutine kept for the next fused await of co, because co is suspended, perhaps for long, or ends.
func (co *coroutine) dropInner(th *Thread) {
	if b := co.inner; b != nil {
		co.inner = nil
		if b.Flags.Fused && b.State == object.CoClosed {
			b.release(th)
		}
	}
}

// exec starts or resumes the body on top of caller. Return leaves the result in th.Sent.
func (co *coroutine) exec(caller *Frame) Status {
	th := caller.th
	f := &co.frame
	if th.Depth >= th.Interp.DepthLimit {
		th.Raise(&object.RecursionErrorType, "maximum recursion depth exceeded")
		f.resuming, th.Inject, th.Delivered = false, false, false
		return co.finish(Raise)
	}
	th.Depth++
	co.State = object.CoRunning
	next := caller.next
	if next == nil {
		next = caller.pushSlow(0)
	}
	f.th, f.next = th, next
	if co.awaiter == nil { // else the frame that awaits it, whoever resumes
		f.back = caller
	}
	next.back = f
	th.Frame = unsafe.Pointer(f)
	st := f.code().body.Exec(f)
	th.Frame = unsafe.Pointer(caller)
	next.back = caller
	th.Depth--
	if st == Suspend {
		co.State = object.CoSuspended
		co.dropInner(th)
		return st
	}
	return co.finish(st)
}

// clearFrame is frame.clear() of a generator's or coroutine's frame: one that was not started is done with.
func (co *coroutine) clearFrame(th *Thread) bool {
	switch co.State {
	case object.CoRunning:
		th.RuntimeError("cannot clear an executing frame")
		return false
	case object.CoSuspended:
		th.RuntimeError("cannot clear a suspended frame")
		return false
	case object.CoCreated:
		if co.Shape != &object.CoroutineType.Root {
			co.close()
		} else if h := th.Interp.Hooks.NeverAwaited; h != nil {
			h(th, &co.Coroutine)
		}
	}
	return true
}

// finish closes the body after it ended with st.
func (co *coroutine) finish(st Status) Status {
	f := &co.frame
	th := f.th
	switch st {
	case Return:
		th.Sent = f.ret
	case Raise:
		f.unwound()
		co.convertStop(th)
		st = Raise
	default:
		th.Sent = object.None
		st = Return
	}
	co.close()
	return st
}

// close drops the frame's variables; the object stays as a finished one.
func (co *coroutine) close() {
	f := &co.frame
	co.State = object.CoClosed
	if f.obj != nil {
		f.detach()
	}
	co.dropInner(f.th)
	f.ret, f.back, f.next = Value{}, nil, nil
	clear(f.slots(int(f.code().slots)))
}

// convertStop turns a StopIteration that leaves the body into RuntimeError (PEP 479).
func (co *coroutine) convertStop(th *Thread) {
	kind := co.frame.code().kind
	name := ""
	switch {
	case th.Pending(&object.StopIterationType):
		name = "StopIteration"
	case kind == asyncGeneratorCode && th.Pending(&object.StopAsyncIterationType):
		name = "StopAsyncIteration"
	default:
		return
	}
	what := [...]string{generatorCode: "generator", coroutineCode: "coroutine", asyncGeneratorCode: "async generator"}[kind]
	cause := th.Exc
	e := object.NewException(&object.RuntimeErrorType, object.StrValue(what+" raised "+name))
	e.Cause, e.Context, e.SuppressContext = cause, cause, true
	th.Exc = e.V() // its traceback does not name this frame: the cause's does
}

// resumeSlot is the Resume slot of generators and coroutines.
func resumeSlot(th *Thread, v, x, exc Value) (Value, Status) {
	c := (*object.Coroutine)(v.Ptr())
	if st, ok := checkResume(th, c, x, exc); !ok {
		if st == Return {
			return object.None, st
		}
		return Value{}, st
	}
	if c.Step != nil {
		return stepNative(th, c, x, exc)
	}
	return asCo(c).resume(baseFrame(th), x, exc)
}

// checkResume handles the states in which the body is not entered: ok false with the outcome.
func checkResume(th *Thread, c *object.Coroutine, x, exc Value) (Status, bool) {
	isCo := c.Shape.Solid == &object.CoroutineType
	switch c.State {
	case object.CoRunning:
		what := "generator"
		if isCo {
			what = "coroutine"
		}
		th.ValueError("%s already executing", what)
		return Raise, false
	case object.CoClosed:
		if isCo {
			th.RuntimeError("cannot reuse already awaited coroutine")
			return Raise, false
		}
		if exc.H != nil {
			th.Exc = exc
			return Raise, false
		}
		return Return, false
	case object.CoCreated:
		c.Awaited = true
		if exc.H != nil {
			if c.Step == nil {
				co := asCo(c)
				th.Exc = exc
				co.frame.th = th
				co.frame.trace(co.frame.pos)
				co.close()
			} else {
				c.State = object.CoClosed
				th.Exc = exc
			}
			return Raise, false
		}
		if !x.IsNone() {
			what := "generator"
			if isCo {
				what = "coroutine"
			}
			th.TypeError("can't send non-None value to a just-started %s", what)
			return Raise, false
		}
	}
	return Normal, true
}

// stepNative runs one step of a coroutine written in Go.
func stepNative(th *Thread, c *object.Coroutine, x, exc Value) (Value, Status) {
	c.State = object.CoRunning
	r, st := c.Step(th, c, x, exc)
	if st == Suspend {
		c.State = object.CoSuspended
	} else {
		c.State = object.CoClosed
	}
	return r, st
}

// resume enters the body of co, or of the innermost coroutine it awaits, and goes outward as each completes.
func (co *coroutine) resume(caller *Frame, x, exc Value) (Value, Status) {
	th := caller.th
	handled := th.Handled
	leaf := co
	var st Status
	if co.State == object.CoCreated {
		st = co.exec(caller)
	} else {
		if l := co.inner; l != nil {
			if l.State == object.CoSuspended {
				leaf = l
			} else {
				co.inner = nil
			}
		}
		th.Sent = x
		if exc.H != nil {
			th.Exc, th.Inject = exc, true
		}
		if leaf != co {
			co.State = object.CoRunning
			th.Handled = Value{H: leaf.inherit}
			if co.awaiter == nil {
				co.frame.back = caller
			}
		}
		leaf.frame.resuming = true
		th.Thrown, th.ThrownOver = exc.H != nil, th.Handled
		st = leaf.exec(caller)
	}
	exit := Value{} // GeneratorExit thrown in: inner frames are closed, each as by close()
	if leaf != co && exc.H != nil && exc.Type().IsSubtype(&object.GeneratorExitType) {
		exit = exc
	}
	for st != Suspend || leaf != co && (leaf.Flags.Item || exit.H != nil) {
		if leaf == co {
			th.Handled = handled
			if st == Raise {
				return Value{}, Raise
			}
			r := th.Sent
			th.Sent = Value{}
			return r, Return
		}
		parent := leaf.awaiter
		if exit.H != nil {
			st = leaf.closeOutcome(th, st, exit)
		} else {
			st = leaf.outcome(th, st)
		}
		leaf = parent
		th.Handled = handled
		if leaf != co {
			th.Handled = Value{H: leaf.inherit}
		} else {
			co.inner = nil
		}
		th.Inject = st == Raise
		th.Delivered = true
		th.Thrown, th.ThrownOver = exc.H != nil, th.Handled
		leaf.frame.resuming = true
		st = leaf.exec(caller)
	}
	th.Handled = handled
	co.State = object.CoSuspended
	if co.awaiter == nil {
		co.frame.back = nil
	}
	if l := (*coroutine)(th.Leaf); l != co && l != co.inner {
		co.inner = l
	}
	r := th.Yielded
	th.Yielded = Value{}
	return r, Suspend
}

// outcome turns how an inner frame ended into what its awaiter receives: a value in th.Sent, or an exception.
func (co *coroutine) outcome(th *Thread, st Status) Status {
	co.awaiter = nil
	if co.Shape.Solid == &object.AsyncGeneratorType {
		return co.itemOutcome(th, st)
	}
	if co.Flags.Fused {
		co.release(th)
	}
	return st
}

// closeOutcome is the outcome of an inner frame that got GeneratorExit: unless it failed in another way or would not end,
// its awaiter gets the exception too.
func (co *coroutine) closeOutcome(th *Thread, st Status, exit Value) Status {
	co.awaiter = nil
	switch {
	case st == Suspend:
		co.frame.back = nil
		what := "generator"
		if co.Shape.Solid == &object.CoroutineType {
			what = "coroutine"
		}
		th.RuntimeError("%s ignored GeneratorExit", what)
		return Raise
	case st == Raise && !th.Pending(&object.GeneratorExitType) && !th.Pending(&object.StopIterationType):
		return Raise
	}
	th.Exc = exit
	return Raise
}

// next is the Next slot of generators: the `for` loop's way to resume.
func generatorNext(th *Thread, v Value) Value {
	c := (*object.Coroutine)(v.Ptr())
	if c.Step != nil || c.State == object.CoRunning {
		return nextByResume(th, v)
	}
	if c.State == object.CoClosed {
		return Value{}
	}
	r, st := asCo(c).resume(baseFrame(th), object.None, Value{})
	switch st {
	case Suspend:
		return r
	case Return:
		th.Exc = Value{}
		if !r.IsNone() {
			raiseStop(th, r)
		}
	}
	return Value{}
}

func nextByResume(th *Thread, v Value) Value {
	r, st := resumeSlot(th, v, object.None, Value{})
	switch st {
	case Suspend:
		return r
	case Return:
		raiseStop(th, r)
	}
	return Value{}
}

// raiseStop raises StopIteration(v).
func raiseStop(th *Thread, v Value) {
	if v.IsNone() {
		th.RaiseValue(object.NewException(&object.StopIterationType).V())
		return
	}
	e := object.NewException(&object.StopIterationType, v)
	e.Fields[0] = v
	th.RaiseValue(e.V())
}

// closeCoroutine is the close() method.
func closeCoroutine(th *Thread, v Value) Value {
	c := (*object.Coroutine)(v.Ptr())
	switch c.State {
	case object.CoCreated:
		c.Awaited = true
		if c.Step != nil {
			c.State = object.CoClosed
		} else {
			asCo(c).close()
		}
		return object.None
	case object.CoClosed:
		return object.None
	}
	exit := object.NewException(&object.GeneratorExitType)
	r, st := resumeSlot(th, v, object.None, exit.V())
	switch st {
	case Suspend:
		what := "generator"
		if c.Shape.Solid == &object.CoroutineType {
			what = "coroutine"
		}
		return th.RuntimeError("%s ignored GeneratorExit", what)
	case Return:
		return r
	}
	if th.Catch(&object.GeneratorExitType) || th.Catch(&object.StopIterationType) {
		return object.None
	}
	return Value{}
}

// sendMethod is send(); throwMethod is throw(typ[, val[, tb]]).
func sendMethod(th *Thread, v, x Value) Value {
	r, st := resumeSlot(th, v, x, Value{})
	if st == Return {
		raiseStop(th, r)
		return Value{}
	}
	return r
}

func throwMethod(th *Thread, v Value, a []Value) Value {
	exc := thrown(th, a)
	if exc.H == nil {
		return exc
	}
	r, st := resumeSlot(th, v, object.None, exc)
	if st == Return {
		raiseStop(th, r)
		return Value{}
	}
	return r
}

// thrown builds the exception of throw(typ[, val[, tb]]).
func thrown(th *Thread, a []Value) Value {
	if a[1].H != nil || a[2].H != nil {
		if h := th.Interp.Hooks.Warn; h != nil && !h(th, &object.DeprecationWarningType, "the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.", 1) {
			return Value{}
		}
	}
	tb := a[2]
	if tb.H != nil && !tb.IsNone() && !tb.Is(&object.TracebackType) {
		return th.TypeError("throw() third argument must be a traceback object")
	}
	exc := a[0]
	if t, ok := object.AsType(exc); ok && t.Flags&object.FlagException != 0 {
		switch val := a[1]; {
		case val.H == nil || val.IsNone():
			exc = th.Call(exc, nil, nil)
		case object.IsInstance(val, t):
			exc = val
		case val.Is(&object.TupleType):
			exc = th.Call(exc, (*object.Tuple)(val.Ptr()).Items, nil)
		default:
			exc = th.CallArgs(exc, val)
		}
		if exc.H == nil {
			// What the class raised is thrown instead (PyErr_NormalizeException).
			return th.TakeExc()
		}
		if _, ok := object.AsException(exc); !ok {
			if s, ok := th.Repr(a[0]); ok {
				th.TypeError("calling %s should have returned an instance of BaseException, not %s", s, exc.Type().Name)
			}
			return th.TakeExc()
		}
	} else if a[1].H != nil && !a[1].IsNone() {
		return th.TypeError("instance exception may not have a separate value")
	}
	e, ok := object.AsException(exc)
	if !ok {
		return th.TypeError("exceptions must be classes or instances deriving from BaseException, not %s", exc.Type().Name)
	}
	if tb.H != nil && !tb.IsNone() {
		e.Traceback = (*object.Traceback)(tb.Ptr())
	}
	return exc
}

// awaiting is what a suspended frame awaits or delegates to, or the nil Value.
func (f *Frame) awaiting() Value {
	if at := f.code().awaits; at != 0 {
		return *f.at(at)
	}
	return Value{}
}

// awaitsOn returns what a suspended frame waits for: its subject of await or yield from, or the nil Value.
func (co *coroutine) awaitsOn() Value {
	if co.State != object.CoSuspended {
		return Value{}
	}
	v := co.frame.awaiting()
	if v.H != nil && v.H.Shape == &object.CoroutineType.Root {
		if c := (*object.Coroutine)(v.Ptr()); c.Step == nil {
			c.Flags.Fused = false // somebody sees it now
		}
	}
	return v
}
