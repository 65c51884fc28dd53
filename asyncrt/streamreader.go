// asyncio.StreamReader: the reading end of a connection, a buffer that the transport fills. How coroutines read from
// it is in streamread.go.
package asyncrt

import (
	"bytes"

	"pyasync/object"
)

// StreamReaderType is asyncio.streams.StreamReader.
var StreamReaderType object.Type

// defaultLimit is streams._DEFAULT_LIMIT.
const defaultLimit = 1 << 16

// StreamReader holds what came in and was not read: data[head:], or the bytearray view once Python code has looked.
type StreamReader struct {
	Header
	dict      *object.Dict
	loop      Value
	data      []byte
	head      int
	view      *object.ByteArray
	limit     int
	waiter    Value   // the future the reading coroutine waits for, or nil
	reading   *readOp // that coroutine, when it is one of ours
	exception Value
	transport Value
	source    Value // _source_traceback
	made      object.Site
	eof       bool
	paused    bool
}

func readerOf(v Value) *StreamReader { return (*StreamReader)(v.Ptr()) }

// plainReader returns the reader v is when it is exactly a StreamReader without further attributes.
func plainReader(v Value) *StreamReader {
	if v.H != nil && v.H.Shape == &StreamReaderType.Root {
		if r := readerOf(v); r.dict == nil {
			return r
		}
	}
	return nil
}

// V returns the reader as a Value.
func (r *StreamReader) V() Value { return valueOf(&r.Header) }

var (
	readerSig        = object.ParseSignature("limit=_DEFAULT_LIMIT, loop=None")
	strPauseReading  = name("pause_reading")
	strResumeReading = name("resume_reading")
)

func init() {
	definePython(&StreamReaderType, object.Spec{Name: "asyncio.streams.StreamReader", Sig: "limit=65536, loop=None",
		Doc: "The reading end of a connection.", Alloc: object.Allocator[StreamReader](),
		DictOf: func(v Value, create bool) *object.Dict { return object.DictAt(&readerOf(v).dict, create) },
		Slots: object.Slots{New: allocateObject, Init: readerInit, Repr: readerRepr,
			AIter: func(th *Thread, v Value) Value { return v }, ANext: readerNext},
		Getset:  readerAttrs,
		Methods: append(readerMethods, readMethods...),
	})
}

var readerAttrs = []object.Getset{
	valueAttr("_loop", func(v Value) *Value { return &readerOf(v).loop }),
	{Name: "_buffer", Get: func(th *Thread, self Value) Value {
		r := readerOf(self)
		if r.view == nil {
			r.view = object.NewByteArray(r.data[r.head:])
			r.data, r.head = nil, 0
		}
		return r.view.V()
	}, Set: func(th *Thread, self, x Value) bool {
		b, ok := object.AsByteArray(orNone(x))
		if !ok {
			th.TypeError("the buffer of a StreamReader must be a bytearray, not %s", orNone(x).Type().Name)
			return false
		}
		readerOf(self).view = b
		return true
	}},
	countAttr("_limit", func(v Value) *int { return &readerOf(v).limit }),
	boolAttr("_eof", func(v Value) *bool { return &readerOf(v).eof }),
	boolAttr("_paused", func(v Value) *bool { return &readerOf(v).paused }),
	{Name: "_waiter", Get: func(th *Thread, self Value) Value { return orNone(readerOf(self).waiter) },
		Set: func(th *Thread, self, x Value) bool {
			readerOf(self).waiter, readerOf(self).reading = x, nil
			return true
		}},
	valueAttr("_exception", func(v Value) *Value { return &readerOf(v).exception }),
	valueAttr("_transport", func(v Value) *Value { return &readerOf(v).transport }),
	valueAttr("_source_traceback", func(v Value) *Value { return &readerOf(v).source }),
}

var readerMethods = []object.Method{
	{Name: "exception", F0: func(th *Thread, self Value) Value { return orNone(readerOf(self).exception) }},
	{Name: "set_exception", Sig: "exc", F1: func(th *Thread, self, exc Value) Value { return nilOrNone(readerOf(self).setException(th, exc)) }},
	{Name: "_wakeup_waiter", F0: func(th *Thread, self Value) Value { return nilOrNone(readerOf(self).wakeup(th, Value{})) }},
	{Name: "set_transport", Sig: "transport", F1: func(th *Thread, self, t Value) Value { return nilOrNone(readerOf(self).setTransport(th, t)) }},
	{Name: "_maybe_resume_transport", F0: func(th *Thread, self Value) Value { return nilOrNone(readerOf(self).maybeResume(th)) }},
	{Name: "feed_eof", F0: func(th *Thread, self Value) Value { return nilOrNone(readerOf(self).feedEOF(th)) }},
	{Name: "at_eof", F0: func(th *Thread, self Value) Value {
		r := readerOf(self)
		return object.Bool(r.eof && r.len() == 0)
	}},
	{Name: "feed_data", Sig: "data", F1: func(th *Thread, self, data Value) Value { return nilOrNone(readerOf(self).feed(th, data)) }},
}

func readerInit(th *Thread, self Value, args []Value, kw []*object.Str) bool {
	if h := th.Interp.Hooks.Site; h != nil {
		readerOf(self).made = h(th)
	}
	var a [2]Value
	if !readerSig.BindPython(th, "StreamReader.__init__", 1, args, kw, a[:]) {
		return false
	}
	limit := defaultLimit
	if a[0].H != nil {
		f, ok := toFloat(th, a[0])
		if !ok {
			th.Exc = Value{}
			cmp := th.Compare(a[0], object.Int(0), object.CmpLE)
			if cmp.H != nil {
				th.TypeError("'%s' object cannot be interpreted as an integer", a[0].Type().Name)
			}
			return false
		}
		if limit = int(min(f, 1<<62)); f <= 0 {
			th.ValueError("Limit cannot be <= 0")
			return false
		}
	}
	loop := a[1]
	if !isSet(loop) {
		if loop = currentLoop(th); loop.H == nil {
			return false
		}
	}
	return readerOf(self).init(th, limit, loop)
}

func (r *StreamReader) init(th *Thread, limit int, loop Value) bool {
	r.limit, r.loop = limit, loop
	r.data, r.head, r.view = nil, 0, nil
	r.eof, r.paused, r.waiter, r.reading = false, false, Value{}, nil
	r.exception, r.transport = None, None
	debug, ok := loopDebug(th, loop)
	if debug {
		r.source = extractStack(th)
	}
	return ok
}

func readerRepr(th *Thread, v Value) Value {
	r := readerOf(v)
	info := []string{"StreamReader"}
	if n := r.len(); n > 0 {
		info = append(info, itoa(n)+" bytes")
	}
	if r.eof {
		info = append(info, "eof")
	}
	if r.limit != defaultLimit {
		info = append(info, "limit="+itoa(r.limit))
	}
	for _, x := range [...]struct {
		label string
		v     Value
	}{{"waiter", r.waiter}, {"exception", r.exception}, {"transport", r.transport}} {
		if !isSet(x.v) {
			continue
		}
		if yes, ok := th.Truth(x.v); !ok {
			return Value{}
		} else if !yes {
			continue
		}
		s, ok := th.Repr(x.v)
		if !ok {
			return Value{}
		}
		info = append(info, x.label+"="+s)
	}
	if r.paused {
		info = append(info, "paused")
	}
	return object.StrValue("<" + join(info, " ") + ">")
}

// -- the buffer ---------------------------------------------------------------------------------------------

// bytes is what waits to be read.
func (r *StreamReader) bytes() []byte {
	if r.view != nil {
		return r.view.B
	}
	return r.data[r.head:]
}

func (r *StreamReader) len() int {
	if r.view != nil {
		return len(r.view.B)
	}
	return len(r.data) - r.head
}

// receiveBuffer is where transports receive when they do not know how much comes.
func receiveBuffer(th *Thread) []byte {
	s := stateOf(th)
	if s.scratch == nil {
		if n := len(s.spare); n > 0 {
			s.scratch, s.spare = s.spare[n-1], s.spare[:n-1]
		} else {
			s.scratch = make([]byte, maxReceive)
		}
	}
	return s.scratch
}

// maxSpare is how many receive buffers an interpreter keeps for the next bulk of data.
const maxSpare = 4

// room returns where to receive: into the reader's own buffer (own) when a coroutine waits for a known amount.
func (r *StreamReader) room(th *Thread) (buf []byte, own bool) {
	if n := cap(r.data) - len(r.data); n > 0 && n >= cap(r.data)/4 && cap(r.data) > maxKeep {
		return r.data[len(r.data):min(cap(r.data), len(r.data)+maxReceive)], true
	}
	return receiveBuffer(th), false
}

// maxKeep is how large a buffer an idle reader may keep.
const maxKeep = 8 << 10

// keep takes what was received into the receive buffer: much of it together with the buffer.
func (r *StreamReader) keep(th *Thread, p []byte) {
	if len(p) >= maxReceive/8 && r.head == len(r.data) {
		r.recycle(th)
		r.data, r.head = p, 0
		stateOf(th).scratch = nil
		return
	}
	r.append(p)
}

func (r *StreamReader) append(p []byte) {
	if r.head > 0 && len(r.data)+len(p) > cap(r.data) && r.head >= len(r.data)-r.head {
		// More than half of it has been read: make room at the front.
		n := copy(r.data, r.data[r.head:])
		r.data, r.head = r.data[:n], 0
	}
	r.data = append(r.data, p...)
}

// recycle gives the memory of the empty buffer back, unless it is small.
func (r *StreamReader) recycle(th *Thread) {
	switch c := cap(r.data); {
	case c == maxReceive:
		if s := stateOf(th); len(s.spare) < maxSpare {
			s.spare = append(s.spare, r.data[:maxReceive])
		}
		r.data = nil
	case c > maxKeep:
		r.data = nil
	default:
		r.data = r.data[:0]
	}
	r.head = 0
}

// reserve makes room for n bytes that a coroutine waits for, so that they need not be moved again.
func (r *StreamReader) reserve(n int) {
	const most = 4 << 20
	if n = min(n, most); r.view == nil && n > maxKeep && cap(r.data)-r.head < n {
		data := make([]byte, len(r.data)-r.head, n)
		copy(data, r.data[r.head:])
		r.data, r.head = data, 0
	}
}

// take removes n bytes from the front and returns them as bytes.
func (r *StreamReader) take(th *Thread, n int) Value {
	if r.view == nil && r.head == 0 && n == len(r.data) && n > maxKeep && n >= cap(r.data)/4*3 {
		v := object.BytesValue(r.data)
		r.data = nil
		return v
	}
	v := object.BytesValue(append([]byte(nil), r.bytes()[:n]...))
	if !r.skip(th, n) {
		return Value{}
	}
	return v
}

// skip removes n bytes from the front.
func (r *StreamReader) skip(th *Thread, n int) bool {
	if r.view != nil {
		return th.SetItem(r.view.V(), object.NewSlice(None, object.Int(int64(n)), None), Value{})
	}
	if r.head += n; r.head == len(r.data) {
		r.recycle(th)
	}
	return true
}

// -- feeding -------------------------------------------------------------------------------------------------

func (r *StreamReader) feed(th *Thread, data Value) bool {
	if r.eof {
		raiseAssertion(th, "feed_data after feed_eof")
		return false
	}
	some, ok := th.Truth(data)
	if !some || !ok {
		return ok
	}
	before := r.len()
	if r.view == nil && data.Is(&object.BytesType) {
		b, _ := object.AsBytes(data)
		r.append(b.B)
	} else if r.view == nil && object.IsBytesLike(data) {
		b, ok := object.BytesLike(th, data)
		if !ok {
			return false
		}
		r.append(b)
	} else {
		v := th.GetAttrName(r.V(), "_buffer")
		if v.H == nil || th.CallMethod(v, name("extend"), data).H == nil {
			return false
		}
	}
	return r.received(th, r.len()-before)
}

// received wakes who waits for the n bytes that came in, and stops the transport when too much is unread.
func (r *StreamReader) received(th *Thread, n int) bool {
	hungry := false
	if r.waiter.H != nil {
		// A coroutine that needs more would only look and wait again: let it sleep.
		if hungry = r.reading != nil && !r.reading.enough(n); !hungry && !r.wakeup(th, Value{}) {
			return false
		}
	}
	if r.paused || hungry || !isSet(r.transport) || r.len() <= 2*r.limit {
		return true
	}
	if t := plainSocketTransport(r.transport); t != nil {
		r.paused = true
		return t.pauseReading(th)
	}
	if th.CallMethod(r.transport, strPauseReading).H != nil {
		r.paused = true
		return true
	}
	if th.Pending(&object.NotImplementedErrorType) {
		// A transport that cannot pause will not be asked again.
		th.Exc, r.transport = Value{}, None
		return true
	}
	return false
}

// wakeup ends the wait of the reading coroutine: in order, or with exc.
func (r *StreamReader) wakeup(th *Thread, exc Value) bool {
	w := r.waiter
	if !isSet(w) {
		return true
	}
	r.waiter, r.reading = Value{}, nil
	cancelled, ok := futureCancelled(th, w)
	if cancelled || !ok {
		return ok
	}
	return settleWaiter(th, w, exc)
}

func (r *StreamReader) setException(th *Thread, exc Value) bool {
	r.exception = exc
	return r.wakeup(th, exc)
}

func (r *StreamReader) feedEOF(th *Thread) bool {
	r.eof = true
	return r.wakeup(th, Value{})
}

func (r *StreamReader) setTransport(th *Thread, t Value) bool {
	if isSet(r.transport) {
		raiseAssertion(th, "Transport already set")
		return false
	}
	r.transport = t
	return true
}

// maybeResume is _maybe_resume_transport.
func (r *StreamReader) maybeResume(th *Thread) bool {
	if r.paused && r.len() <= r.limit {
		r.paused = false
		return r.resumeTransport(th)
	}
	return true
}

func (r *StreamReader) resumeTransport(th *Thread) bool {
	if t := plainSocketTransport(orNone(r.transport)); t != nil {
		return t.resumeReading(th)
	}
	return th.CallMethod(orNone(r.transport), strResumeReading).H != nil
}

// enough reports that a waiting coroutine has something to do now that n more bytes are there.
func (op *readOp) enough(n int) bool {
	r := op.reader
	switch {
	case op.kind == readExactly:
		return r.len() >= op.n
	case op.sep != nil:
		b := r.bytes()
		if len(b)-len(op.sep)+1 > r.limit {
			return true
		}
		return bytes.Contains(b[max(0, len(b)-n-len(op.sep)+1):], op.sep)
	}
	return true
}
