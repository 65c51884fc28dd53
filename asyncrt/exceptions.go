// The exceptions of asyncio.
package asyncrt

import "pyasync/object"

// The exception classes; TimeoutError is the builtin one.
var (
	CancelledErrorType, InvalidStateErrorType, SendfileNotAvailableErrorType, IncompleteReadErrorType object.Type
	LimitOverrunErrorType, BrokenBarrierErrorType                                                     object.Type
	QueueEmptyType, QueueFullType, QueueShutDownType                                                  object.Type
)

func init() {
	for _, e := range []struct {
		t         *object.Type
		name, doc string
		base      *object.Type
	}{
		{&CancelledErrorType, "asyncio.exceptions.CancelledError", "The Future or Task was cancelled.", &object.BaseExceptionType},
		{&InvalidStateErrorType, "asyncio.exceptions.InvalidStateError", "The operation is not allowed in this state.", &object.ExceptionType},
		{&SendfileNotAvailableErrorType, "asyncio.exceptions.SendfileNotAvailableError", "Sendfile syscall is not available.", &object.RuntimeErrorType},
		{&BrokenBarrierErrorType, "asyncio.exceptions.BrokenBarrierError", "Barrier is broken by barrier.abort() call.", &object.RuntimeErrorType},
		{&QueueEmptyType, "asyncio.queues.QueueEmpty", "Raised when Queue.get_nowait() is called on an empty Queue.", &object.ExceptionType},
		{&QueueFullType, "asyncio.queues.QueueFull", "Raised when the Queue.put_nowait() method is called on a full Queue.", &object.ExceptionType},
		{&QueueShutDownType, "asyncio.queues.QueueShutDown", "Raised when putting on to or getting from a shut-down Queue.", &object.ExceptionType},
	} {
		object.Define(e.t, object.Spec{Name: e.name, Doc: e.doc, Base: e.base})
	}
	object.Define(&IncompleteReadErrorType, object.Spec{
		Name: "asyncio.exceptions.IncompleteReadError", Sig: "partial, expected", Base: &object.EOFErrorType,
		Doc:   "The stream ended before the expected number of bytes arrived.",
		Slots: object.Slots{Init: incompleteReadInit},
		Methods: []object.Method{
			{Name: "__reduce__", F0: func(th *Thread, self Value) Value {
				return object.TupleOf(self.Type().V(), object.TupleOf(excAttr(th, self, "partial"), excAttr(th, self, "expected")))
			}},
		},
	})
	object.Define(&LimitOverrunErrorType, object.Spec{
		Name: "asyncio.exceptions.LimitOverrunError", Sig: "message, consumed", Base: &object.ExceptionType,
		Doc:   "Reached the buffer limit while looking for a separator.",
		Slots: object.Slots{Init: limitOverrunInit},
		Methods: []object.Method{
			{Name: "__reduce__", F0: func(th *Thread, self Value) Value {
				e, _ := object.AsException(self)
				return object.TupleOf(self.Type().V(), object.TupleOf(e.Args.Items[0], excAttr(th, self, "consumed")))
			}},
		},
	})
}

func excAttr(th *Thread, self Value, attr string) Value {
	return orNone(object.OwnAttr(th, self, object.NewStr(attr)))
}

func setExcAttr(self Value, attr string, x Value) { object.SetOwnAttr(self, object.NewStr(attr), x) }

var incompleteReadSig = object.ParseSignature("partial, expected")

func incompleteReadInit(th *Thread, self Value, args []Value, kw []*object.Str) bool {
	var a [2]Value
	if !incompleteReadSig.BindPython(th, "IncompleteReadError.__init__", 1, args, kw, a[:]) {
		return false
	}
	want := "undefined"
	if !a[1].IsNone() {
		s, ok := th.Repr(a[1])
		if !ok {
			return false
		}
		want = s
	}
	n, ok := th.Len(a[0])
	if !ok {
		return false
	}
	e, _ := object.AsException(self)
	e.Args = object.NewTuple([]Value{object.StrValue(itoa(n) + " bytes read on a total of " + want + " expected bytes")})
	setExcAttr(self, "partial", a[0])
	setExcAttr(self, "expected", a[1])
	return true
}

var limitOverrunSig = object.ParseSignature("message, consumed")

func limitOverrunInit(th *Thread, self Value, args []Value, kw []*object.Str) bool {
	var a [2]Value
	if !limitOverrunSig.BindPython(th, "LimitOverrunError.__init__", 1, args, kw, a[:]) {
		return false
	}
	e, _ := object.AsException(self)
	e.Args = object.NewTuple([]Value{a[0]})
	setExcAttr(self, "consumed", a[1])
	return true
}

// newCancelledError makes CancelledError(msg), without an argument when msg is the nil Value or None.
func newCancelledError(msg Value) Value {
	if !isSet(msg) {
		return object.NewException(&CancelledErrorType).V()
	}
	return object.NewException(&CancelledErrorType, msg).V()
}
