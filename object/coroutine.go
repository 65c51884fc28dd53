// Coroutine, the part that generators, coroutines and asynchronous generators have in common, whoever runs the body:
// the evaluator (a suspended frame follows the struct in memory) or Go code (Step is set).
package object

// Coroutine states.
const (
	CoCreated uint8 = iota
	CoRunning
	CoSuspended
	CoClosed
)

// Coroutine is the head of every generator-like object.
type Coroutine struct {
	Header
	// Step, when set, is the body of a coroutine written in Go: a small state machine. It is called to start (x is
	// None) and to resume, with the value sent in, or with exc set to the exception thrown in. It returns Suspend
	// with the value yielded to whoever drives the task, Return with the result, or Raise.
	Step func(th *Thread, co *Coroutine, x, exc Value) (Value, Status)
	// Info is nil for a coroutine with a body in Python that has its function's names.
	Info  *CoroutineInfo
	State uint8
	// Awaited: somebody looked (await, send, close), so "was never awaited" does not apply.
	Awaited bool
	// Flags belongs to whoever runs the body. It stands here, where it costs nothing: a million coroutines may be alive.
	Flags CoroutineFlags
}

// CoroutineInfo is what few coroutines have of their own. Those written in Go share one with their names: it is
// replaced, not changed.
type CoroutineInfo struct {
	Name, Qualname *Str
	Origin         Value // cr_origin, or the nil Value
}

// CoroutineFlags are small facts about a coroutine.
type CoroutineFlags struct {
	// Item: the last suspension was a yield of an asynchronous generator, not an await on the way.
	Item  bool
	Fused bool  // made by an await that calls: nobody else has seen it
	Kind  uint8 // index into Thread.FreeFrames, or none; of those written in Go what their package says
	// Of asynchronous generators:
	Running bool // an asend(), athrow() or aclose() is in progress
	Closed  bool
	Hooked  bool // the event loop has been told
}

// AsyncManager lets `async with` enter and leave a Go object without coroutines when nothing has to be awaited. When that
// cannot be, done is false, nothing has happened, and __aenter__ or __aexit__ must be used.
type AsyncManager struct {
	Enter func(th *Thread, v Value) (r Value, done bool)
	Exit  func(th *Thread, v, exc Value) (r Value, done bool) // exc: None without exception
}

// ManagerMark in N of a reference to an object: a frame keeps it to leave the object by its AsyncManager.
const ManagerMark = 1

// V returns the coroutine as a Value.
func (c *Coroutine) V() Value { return Value{&c.Header, 0} }

// AsCoroutine returns the coroutine object v is (not a generator).
func AsCoroutine(v Value) (*Coroutine, bool) {
	if v.H.Shape.Solid == &CoroutineType {
		return (*Coroutine)(v.Ptr()), true
	}
	return nil, false
}

// AwaitIter returns the iterator that `await v` drives (CPython's _PyCoro_GetAwaitableIter): a coroutine or
// iterable coroutine itself, else v.__await__().
func (th *Thread) AwaitIter(v Value) Value {
	t := v.H.Shape.Type
	if t.Solid == &CoroutineType || t.Solid == &GeneratorType && th.isIterableCoroutine(v) {
		return v
	}
	if t.Await == nil {
		return th.TypeError("object %s can't be used in 'await' expression", t.Name)
	}
	it := t.Await(th, v)
	if it.H == nil {
		return it
	}
	u := it.H.Shape.Type
	if u.Solid == &CoroutineType {
		return th.TypeError("__await__() returned a coroutine")
	}
	if u.Next == nil {
		return th.TypeError("__await__() returned non-iterator of type '%s'", u.Name)
	}
	return it
}

func (th *Thread) isIterableCoroutine(v Value) bool {
	c := th.GetAttrName(v, "gi_code")
	if c.H == nil || !c.Is(&CodeType) {
		th.Exc = Value{}
		return false
	}
	return (*Code)(c.Ptr()).Flags&CoIterableCoroutine != 0
}

// Resume sends x (or throws exc, when it is set) into any generator-like or iterator object: its Resume slot, or
// __next__, send() and throw() as `yield from` does.
func (th *Thread) Resume(v, x, exc Value) (Value, Status) {
	t := v.H.Shape.Type
	if t.Resume != nil {
		return t.Resume(th, v, x, exc)
	}
	var r Value
	switch {
	case exc.H != nil:
		f, ok := th.LookupAttr(v, strThrow)
		if !ok {
			return Value{}, Raise
		}
		if f.H == nil {
			th.Exc = exc
			return th.stopValue() // StopIteration thrown in counts as the end of the delegation
		}
		r = th.CallArgs(f, exc)
	case x.IsNone() && t.Next != nil:
		th.Exc = Value{}
		if r = t.Next(th, v); r.H == nil && th.Exc.H == nil {
			return None, Return
		}
	default:
		r = th.CallMethod(v, strSend, x)
	}
	if r.H != nil {
		return r, Suspend
	}
	return th.stopValue()
}

// stopValue turns a pending StopIteration into its value.
func (th *Thread) stopValue() (Value, Status) {
	if !th.Pending(&StopIterationType) {
		return Value{}, Raise
	}
	e := (*Exception)(th.TakeExc().Ptr())
	if v := e.Fields[0]; v.H != nil {
		return v, Return
	}
	return None, Return
}

var strThrow, strSend = NewStr("throw"), NewStr("send")
