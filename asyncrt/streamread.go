// Reading from a StreamReader: the coroutines of read(), readline(), readuntil() and readexactly().
package asyncrt

import (
	"bytes"
	"sort"
	"unsafe"

	"pyasync/object"
)

// The kinds of reads.
const (
	readSome    uint8 = iota // read(n)
	readAll                  // read(-1)
	readExactly              // readexactly(n)
	readLine                 // readline()
	readNext                 // __anext__(): readline(), but the end ends the iteration
	readUntil                // readuntil(separator)
	readWait                 // _wait_for_data(name)
)

// readOp is the coroutine of a read. It contains the first future it waits for.
type readOp struct {
	object.Coroutine
	reader  *StreamReader
	fut     *Future // the one it waits for now
	first   Future
	sep     []byte // the separator, when there is just one
	seps    Value  // what readuntil() was given
	several [][]byte
	all     []byte
	n       int
	offset  int // nothing before it can begin a separator
	kind    uint8
	started bool
	checked bool
}

var readNames = [...]*object.CoroutineInfo{coroInfo("StreamReader.read"), coroInfo("StreamReader.read"), coroInfo("StreamReader.readexactly"), coroInfo("StreamReader.readline"),
	coroInfo("StreamReader.__anext__"), coroInfo("StreamReader.readuntil"), coroInfo("StreamReader._wait_for_data")}

// waitNames name the methods in the error of two coroutines that read at once.
var waitNames = [...]string{"read", "read", "readexactly", "readuntil", "readuntil", "readuntil", ""}

var (
	newline        = []byte{'\n'}
	strReadUntil   = name("readuntil")
	strReadLine    = name("readline")
	newlineValue   = object.BytesValue([]byte{'\n'})
	defaultReadAll = object.Int(-1)
)

func (r *StreamReader) newRead(kind uint8) *readOp {
	op := &readOp{reader: r, kind: kind}
	makeCoro(&op.Coroutine, readNames[kind], stepRead)
	return op
}

var readMethods = []object.Method{
	{Name: "__anext__", Flags: object.CoroutineFunction | object.CoexistSlot, F0: readerNext},
	{Name: "readline", Flags: object.CoroutineFunction, F0: func(th *Thread, self Value) Value {
		if overridden(th, self, &StreamReaderType, strReadUntil) {
			return readLineBy(th, self)
		}
		op := readerOf(self).newRead(readLine)
		op.sep = newline
		return op.V()
	}, Now: lineNow},
	{Name: "readuntil", Flags: object.CoroutineFunction, Sig: "separator=b'\\n'", F: func(th *Thread, self Value, a []Value) Value {
		op := readerOf(self).newRead(readUntil)
		if op.seps = a[0]; a[0].H == nil {
			op.seps = newlineValue
		}
		return op.V()
	}},
	{Name: "read", Flags: object.CoroutineFunction, Sig: "n=-1", F: func(th *Thread, self Value, a []Value) Value {
		n := a[0]
		if n.H == nil {
			n = defaultReadAll
		}
		return readerOf(self).newCountedRead(th, readSome, n)
	}, Now: readNow},
	{Name: "readexactly", Flags: object.CoroutineFunction, Sig: "n", F1: func(th *Thread, self, n Value) Value { return readerOf(self).newCountedRead(th, readExactly, n) },
		Now: exactlyNow},
	{Name: "_wait_for_data", Flags: object.CoroutineFunction, Sig: "func_name", F1: func(th *Thread, self, fn Value) Value {
		op := readerOf(self).newRead(readWait)
		op.seps = fn
		return op.V()
	}},
}

// calm returns the reader self is when it is a plain one whose buffer may be read without further ado.
func calm(self Value) *StreamReader {
	if r := plainReader(self); r != nil && r.view == nil && !r.paused && !isSet(r.exception) {
		return r
	}
	return nil
}

// lineNow, readNow and exactlyNow read what is there already.
func lineNow(th *Thread, self, _ Value) (Value, bool) {
	r := calm(self)
	if r == nil {
		return Value{}, false
	}
	i := bytes.IndexByte(r.data[r.head:], '\n')
	if i < 0 || i > r.limit {
		return Value{}, false
	}
	return r.take(th, i+1), true
}

func readNow(th *Thread, self, a Value) (Value, bool) {
	r := calm(self)
	if r == nil || a.H == nil {
		return Value{}, false
	}
	n, ok := a.SmallInt()
	if !ok || n <= 0 || r.len() == 0 {
		return Value{}, false
	}
	return r.take(th, min(int(n), r.len())), true
}

func exactlyNow(th *Thread, self, a Value) (Value, bool) {
	r := calm(self)
	if r == nil {
		return Value{}, false
	}
	n, ok := a.SmallInt()
	if !ok || n < 0 || int(n) > r.len() {
		return Value{}, false
	}
	return r.take(th, int(n)), true
}

func (r *StreamReader) newCountedRead(th *Thread, kind uint8, n Value) Value {
	op := r.newRead(kind)
	if i, ok := n.SmallInt(); ok {
		op.n = int(i)
		if kind == readSome && i < 0 {
			op.kind = readAll
		}
	} else {
		op.seps = n // converted, with its error, when the coroutine runs
	}
	return op.V()
}

func readerNext(th *Thread, v Value) Value {
	if overridden(th, v, &StreamReaderType, strReadLine) || overridden(th, v, &StreamReaderType, strReadUntil) {
		line := th.CallMethod(v, strReadLine)
		if line.H == nil {
			return line
		}
		return awaitThen(readNames[readNext], line, func(th *Thread, r Value, st Status) (Value, Status) {
			if st != statusReturn {
				return r, st
			}
			more, ok := th.Truth(r)
			if ok && !more {
				ok = false
				th.RaiseValue(object.NewException(&object.StopAsyncIterationType).V())
			}
			if !ok {
				return raised()
			}
			return r, st
		})
	}
	op := readerOf(v).newRead(readNext)
	op.sep = newline
	return op.V()
}

// readLineBy is readline() of a class that has its own readuntil().
func readLineBy(th *Thread, self Value) Value {
	co := th.CallMethod(self, strReadUntil, newlineValue)
	if co.H == nil {
		return co
	}
	return awaitThen(readNames[readLine], co, func(th *Thread, r Value, st Status) (Value, Status) {
		if st != statusRaise {
			return r, st
		}
		switch {
		case th.Pending(&IncompleteReadErrorType):
			return th.GetAttrName(th.TakeExc(), "partial"), statusReturn
		case th.Pending(&LimitOverrunErrorType):
			exc := th.TakeExc()
			n, ok := th.AsIndex(excAttr(th, exc, "consumed"), nil)
			if !ok {
				return raised()
			}
			return readerOf(self).lineTooLong(th, exc, n)
		}
		return raised()
	})
}

func stepRead(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	op := (*readOp)(unsafe.Pointer(co))
	r := op.reader
	if !op.started {
		if exc.H != nil {
			return throwIn(th, exc)
		}
		op.started = true
		return op.begin(th)
	}
	r.waiter, r.reading = Value{}, nil
	if exc.H != nil {
		return throwIn(th, exc)
	}
	if op.fut.state == pending {
		return th.RuntimeError("await wasn't used with future"), statusRaise
	}
	if op.fut.take(th).H == nil {
		return raised()
	}
	return op.run(th)
}

// begin checks the arguments.
func (op *readOp) begin(th *Thread) (Value, Status) {
	r := op.reader
	if op.kind == readUntil && !op.separators(th) || op.kind != readUntil && op.kind != readWait && op.seps.H != nil && !op.count(th) {
		return raised()
	}
	if op.kind == readExactly && op.n < 0 {
		return th.ValueError("readexactly size can not be less than zero"), statusRaise
	}
	if op.kind != readWait && isSet(r.exception) {
		return th.RaiseValue(r.exception), statusRaise
	}
	if op.n == 0 && (op.kind == readExactly || op.kind == readSome) {
		return object.BytesValue(nil), statusReturn
	}
	if op.kind == readWait {
		return op.wait(th)
	}
	return op.run(th)
}

// count converts the argument of read() and readexactly().
func (op *readOp) count(th *Thread) bool {
	n, ok := th.AsIndex(op.seps, &object.OverflowErrorType)
	op.n = n
	if ok && n < 0 && op.kind == readSome {
		op.kind = readAll
	}
	return ok
}

// separators looks at the argument of readuntil(): bytes, or a tuple of which the one giving the shortest result counts.
func (op *readOp) separators(th *Thread) bool {
	list := []Value{op.seps}
	if t, ok := object.AsTuple(op.seps); ok {
		if len(t.Items) == 0 {
			th.ValueError("Separator should contain at least one element")
			return false
		}
		list = t.Items
	}
	for _, v := range list {
		n, ok := th.Len(v)
		if !ok {
			return false
		}
		if n == 0 {
			th.ValueError("Separator should be at least one-byte string")
			return false
		}
	}
	for _, v := range list {
		if !object.IsBytesLike(v) {
			th.TypeError("argument should be integer or bytes-like object, not '%s'", v.Type().Name)
			return false
		}
		b, ok := object.BytesLike(th, v)
		if !ok {
			return false
		}
		op.several = append(op.several, b)
	}
	sort.SliceStable(op.several, func(i, j int) bool { return len(op.several[i]) < len(op.several[j]) })
	if len(op.several) == 1 {
		op.sep = op.several[0]
	}
	return true
}

// run reads what is there, or waits for more.
func (op *readOp) run(th *Thread) (Value, Status) {
	r := op.reader
	switch op.kind {
	case readWait:
		return returnNone()
	case readAll:
		return op.runAll(th)
	case readSome:
		if r.len() == 0 && !r.eof && !op.checked {
			op.checked = true
			return op.wait(th)
		}
		return op.finish(th, min(op.n, r.len()))
	case readExactly:
		if r.len() >= op.n {
			return op.finish(th, op.n)
		}
		if r.eof {
			return op.incomplete(th, object.Int(int64(op.n)))
		}
		r.reserve(op.n)
		return op.wait(th)
	}
	return op.runUntil(th)
}

// runAll is read(-1): what comes, until the end.
func (op *readOp) runAll(th *Thread) (Value, Status) {
	r := op.reader
	for {
		if isSet(r.exception) && op.all != nil {
			return th.RaiseValue(r.exception), statusRaise
		}
		if r.len() == 0 {
			if r.eof {
				return object.BytesValue(op.all), statusReturn
			}
			return op.wait(th)
		}
		n := min(r.len(), r.limit)
		op.all = append(op.all, r.bytes()[:n]...)
		if !r.skip(th, n) || !r.maybeResume(th) {
			return raised()
		}
	}
}

// finish returns the first n bytes.
func (op *readOp) finish(th *Thread, n int) (Value, Status) {
	v := op.reader.take(th, n)
	if v.H == nil || op.reader.paused && !op.reader.maybeResume(th) {
		return raised()
	}
	return v, statusReturn
}

// incomplete raises IncompleteReadError(what is left, expected).
func (op *readOp) incomplete(th *Thread, expected Value) (Value, Status) {
	rest := op.reader.take(th, op.reader.len())
	if rest.H == nil {
		return raised()
	}
	if exc := th.CallArgs(IncompleteReadErrorType.V(), rest, expected); exc.H != nil {
		th.RaiseValue(exc)
	}
	return raised()
}

// find looks for the separators from offset on; end < 0: there is none yet.
func (op *readOp) find(b []byte) (start, end int) {
	if op.sep != nil {
		if i := bytes.Index(b[op.offset:], op.sep); i >= 0 {
			return op.offset + i, op.offset + i + len(op.sep)
		}
		return 0, -1
	}
	end = -1
	for _, sep := range op.several {
		if i := bytes.Index(b[op.offset:], sep); i >= 0 && (end < 0 || op.offset+i+len(sep) < end) {
			start, end = op.offset+i, op.offset+i+len(sep)
		}
	}
	return start, end
}

// runUntil is the loop of readuntil(), for readline() as well.
func (op *readOp) runUntil(th *Thread) (Value, Status) {
	r := op.reader
	b := r.bytes()
	shortest, longest := len(op.sep), len(op.sep)
	if op.sep == nil {
		shortest, longest = len(op.several[0]), len(op.several[len(op.several)-1])
	}
	if len(b)-op.offset >= shortest {
		start, end := op.find(b)
		if end >= 0 {
			if start > r.limit {
				return op.overrun(th, "Separator is found, but chunk is longer than limit", start)
			}
			return op.finish(th, end)
		}
		if op.offset = max(0, len(b)+1-longest); op.offset > r.limit {
			return op.overrun(th, "Separator is not found, and chunk exceed the limit", op.offset)
		}
	}
	if !r.eof {
		return op.wait(th)
	}
	if op.kind == readUntil {
		return op.incomplete(th, None)
	}
	if op.kind == readNext && len(b) == 0 {
		return th.RaiseValue(object.NewException(&object.StopAsyncIterationType).V()), statusRaise
	}
	// No _maybe_resume_transport(): the stream has ended.
	v := r.take(th, len(b))
	if v.H == nil {
		return raised()
	}
	return v, statusReturn
}

// overrun raises LimitOverrunError, which readline() makes a ValueError.
func (op *readOp) overrun(th *Thread, message string, consumed int) (Value, Status) {
	exc := th.CallArgs(LimitOverrunErrorType.V(), object.StrValue(message), object.Int(int64(consumed)))
	if exc.H == nil {
		return raised()
	}
	if op.kind == readUntil {
		return th.RaiseValue(exc), statusRaise
	}
	return op.reader.lineTooLong(th, exc, consumed)
}

// lineTooLong throws a line beyond the limit away and raises ValueError.
func (r *StreamReader) lineTooLong(th *Thread, exc Value, consumed int) (Value, Status) {
	drop := r.len()
	if b := r.bytes(); consumed <= len(b) && bytes.HasPrefix(b[consumed:], newline) {
		drop = consumed + 1
	}
	if !r.skip(th, drop) || !r.maybeResume(th) {
		return raised()
	}
	cause, _ := object.AsException(exc)
	err := object.NewException(&object.ValueErrorType, cause.Args.Items[0])
	th.RaiseValue(err.V())
	if cause.Context.H == nil && err.Context.H != exc.H {
		cause.Context = err.Context
	}
	err.Context = exc
	return raised()
}

// wait suspends until data or the end of the stream comes (_wait_for_data).
func (op *readOp) wait(th *Thread) (Value, Status) {
	r := op.reader
	if r.waiter.H != nil && !r.waiter.IsNone() {
		who := waitNames[op.kind]
		if op.kind == readWait {
			var ok bool
			if who, ok = th.Str(op.seps); !ok {
				return raised()
			}
		}
		return th.RuntimeError("%s() called while another coroutine is already waiting for incoming data", who), statusRaise
	}
	if r.eof {
		return raiseAssertion(th, "_wait_for_data after EOF"), statusRaise
	}
	if r.paused {
		// Or nothing would ever come.
		r.paused = false
		if !r.resumeTransport(th) {
			return raised()
		}
	}
	if op.fut == nil {
		op.first.setup(r.loop.H)
		op.first.kind = waitsRead
		op.fut = &op.first
	} else {
		// The one before may be in other hands.
		op.fut = newFuture(r.loop.H)
	}
	r.waiter, r.reading = op.fut.V(), op
	return yieldFuture(op.fut)
}
