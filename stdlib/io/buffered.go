// BufferedReader, BufferedWriter and BufferedRandom.
package iomod

import (
	"bytes"

	"pyasync/object"
)

// Buffered is one of the three classes: bytes read ahead from, and bytes not yet written to, a raw stream. At any
// time at most one of the two buffers holds something.
type Buffered struct {
	base
	raw      value
	file     *File  // raw, when it is exactly a FileIO
	ahead    []byte // read ahead, not handed out yet: ahead[pos:]
	pos      int
	pending  []byte // written, not passed on yet
	size     int
	detached bool
	dirty    bool // on the interpreter's list of streams with pending output
}

// The classes.
var BufferedReaderType, BufferedWriterType, BufferedRandomType object.Type

func bufferedOf(v value) *Buffered { return (*Buffered)(v.Ptr()) }

func (b *Buffered) v() value { return object.ObjectValue(&b.Header) }

func isBuffered(v value) bool {
	s := v.Type()
	return s == &BufferedReaderType || s == &BufferedWriterType || s == &BufferedRandomType
}

func newBuffered(t *object.Type, raw value, size int) *Buffered {
	b := bufferedOf(t.Allocate())
	b.attach(raw, size)
	return b
}

func (b *Buffered) attach(raw value, size int) {
	b.raw, b.size, b.detached = raw, size, false
	b.ahead, b.pos, b.pending = nil, 0, nil
	b.file = nil
	if raw.IsExact(&FileType) {
		b.file = fileOf(raw)
	}
}

func init() {
	common := []object.Method{
		method0("flush", func(th *thread, v value) value { return bufferedFlush(th, v) }),
		method0("close", bufferedClose),
		method0("detach", bufferedDetach),
		method("seek", "target, whence=0, /", bufferedSeek),
		method0("tell", func(th *thread, v value) value {
			b := bufferedOf(v)
			if !b.ready(th) {
				return value{}
			}
			pos, ok := b.tell(th)
			if !ok {
				return value{}
			}
			return object.Int(pos)
		}),
		method("truncate", "pos=None, /", bufferedTruncate),
		method0("seekable", func(th *thread, v value) value { return bufferedOf(v).forward(th, sSeekable) }),
		method0("fileno", func(th *thread, v value) value { return bufferedOf(v).forward(th, sFileno) }),
		method0("isatty", func(th *thread, v value) value { return bufferedOf(v).forward(th, sIsatty) }),
	}
	getset := []object.Getset{
		{Name: "raw", Get: func(th *thread, v value) value { return orNone(bufferedOf(v).raw) }},
		{Name: "closed", Get: func(th *thread, v value) value {
			b := bufferedOf(v)
			if b.raw.IsNil() {
				b.ready(th)
				return value{}
			}
			return th.GetAttr(b.raw, sClosed)
		}},
		{Name: "name", Get: func(th *thread, v value) value { return bufferedOf(v).attr(th, sName) }},
		{Name: "mode", Get: func(th *thread, v value) value { return bufferedOf(v).attr(th, sMode) }},
	}
	reading := []object.Method{
		method("read", "size=-1, /", bufferedRead),
		method("read1", "size=-1, /", bufferedRead1),
		method("readinto", "buffer, /", func(th *thread, v value, a []value) value { return bufferedReadinto(th, v, a[0], false) }),
		method("readinto1", "buffer, /", func(th *thread, v value, a []value) value { return bufferedReadinto(th, v, a[0], true) }),
		method("readline", "size=-1, /", bufferedReadline),
		method("peek", "size=0, /", bufferedPeek),
		method0("readable", func(th *thread, v value) value { return bufferedOf(v).forward(th, sReadable) }),
	}
	writing := []object.Method{
		method("write", "buffer, /", bufferedWrite),
		method0("writable", func(th *thread, v value) value { return bufferedOf(v).forward(th, sWritable) }),
	}
	define := func(t *object.Type, name string, init func(*thread, value, []value, []*str) bool, read, write bool) {
		methods := common
		slots := object.Slots{New: streamNew, Init: init, Repr: bufferedRepr}
		if read {
			methods = append(methods[:len(methods):len(methods)], reading...)
			slots.Next = bufferedNext
		}
		if write {
			methods = append(methods[:len(methods):len(methods)], writing...)
		}
		object.Define(t, object.Spec{Name: "_io." + name, Sig: "raw, buffer_size=8192", Base: &bufferedIOBaseType,
			Alloc: object.Allocator[Buffered](), DictOf: dictOf, Slots: slots, Methods: methods, Getset: getset})
	}
	define(&BufferedReaderType, "BufferedReader", bufferedInit(sReadable, "File or stream is not readable."), true, false)
	define(&BufferedWriterType, "BufferedWriter", bufferedInit(sWritable, "File or stream is not writable."), false, true)
	define(&BufferedRandomType, "BufferedRandom", bufferedInit(nil, ""), true, true)
}

func orNone(v value) value {
	if v.IsNil() {
		return object.None
	}
	return v
}

var bufferedSig = object.ParseSignature("raw, buffer_size=8192")

func bufferedInit(able *str, text string) func(*thread, value, []value, []*str) bool {
	return func(th *thread, v value, args []value, kw []*str) bool {
		var a [2]value
		if !bufferedSig.Bind(th, v.Type().Name, args, kw, a[:]) {
			return false
		}
		size := bufferSize
		if !a[1].IsNil() {
			var ok bool
			if size, ok = th.AsIndex(a[1], &object.OverflowErrorType); !ok {
				return false
			}
		}
		if size <= 0 {
			th.ValueError("buffer size must be strictly positive")
			return false
		}
		checks := []*str{able}
		texts := []string{text}
		if able == nil {
			checks = []*str{sSeekable, sReadable, sWritable}
			texts = []string{"File or stream is not seekable.", "File or stream is not readable.", "File or stream is not writable."}
		}
		for i, c := range checks {
			if !checkAble(th, a[0], c, texts[i]) {
				return false
			}
		}
		bufferedOf(v).attach(a[0], size)
		return true
	}
}

// ready raises for a stream that was not initialised or lost its raw stream.
func (b *Buffered) ready(th *thread) bool {
	switch {
	case b.detached:
		th.ValueError("raw stream has been detached")
	case b.raw.IsNil():
		th.ValueError("I/O operation on uninitialized object")
	default:
		return true
	}
	return false
}

// open raises "<what> of closed file" for a closed stream.
func (b *Buffered) open(th *thread, what string) bool {
	if !b.ready(th) {
		return false
	}
	if b.file != nil {
		if b.file.fd >= 0 {
			return true
		}
	} else if closed, ok := isClosed(th, b.raw); !ok || !closed {
		return ok
	}
	th.ValueError("%s closed file", what)
	return false
}

func (b *Buffered) forward(th *thread, name *str) value {
	if !b.ready(th) {
		return value{}
	}
	return th.CallMethod(b.raw, name)
}

func (b *Buffered) attr(th *thread, name *str) value {
	if !b.ready(th) {
		return value{}
	}
	return th.GetAttr(b.raw, name)
}

func bufferedRepr(th *thread, v value) value {
	name, ok := th.LookupAttr(v, sName)
	if !ok {
		if !th.Catch(&object.ValueErrorType) {
			return value{}
		}
	}
	text := "<" + qualified(v.Type())
	if !name.IsNil() {
		s, ok := th.Repr(name)
		if !ok {
			return value{}
		}
		text += " name=" + s
	}
	return object.StrValue(text + ">")
}

// qualified returns module.name of a class as reprs of streams show it.
func qualified(t *object.Type) string {
	if t.Module != "" && t.Module != "builtins" {
		return t.Module + "." + t.Name
	}
	return t.Name
}

// fill reads once into the empty read-ahead buffer; n 0: end of file, -1: would block.
func (b *Buffered) fill(th *thread) (n int, ok bool) {
	if !b.flushPending(th) {
		return 0, false
	}
	if cap(b.ahead) < b.size {
		b.ahead = make([]byte, b.size)
	}
	b.ahead, b.pos = b.ahead[:b.size], 0
	n, ok = b.rawReadInto(th, b.ahead)
	b.ahead = b.ahead[:max(n, 0)]
	return n, ok
}

// rawReadInto reads once from the raw stream.
func (b *Buffered) rawReadInto(th *thread, p []byte) (n int, ok bool) {
	if b.file != nil {
		if !b.file.readable {
			unsupported(th, "File not open for reading")
			return 0, false
		}
		return b.file.readInto(th, p)
	}
	room := newByteArray(th, len(p))
	if room.IsNil() {
		return 0, false
	}
	r := th.CallMethod(b.raw, sReadinto, room)
	if r.IsNil() {
		return 0, false
	}
	if r.IsNone() {
		return -1, true
	}
	n, ok = th.AsIndex(r, &object.ValueErrorType)
	if !ok {
		return 0, false
	}
	if n < 0 || n > len(p) {
		th.Raisef(&object.OSErrorType, "raw readinto() returned invalid length %d (should have been between 0 and %d)", n, len(p))
		return 0, false
	}
	got, ok := bytesOf(th, room)
	if !ok {
		return 0, false
	}
	copy(p, got[:n])
	return n, true
}

// take hands out up to n bytes read ahead.
func (b *Buffered) take(n int) []byte {
	n = min(n, len(b.ahead)-b.pos)
	p := b.ahead[b.pos : b.pos+n]
	b.pos += n
	return p
}

func bufferedRead(th *thread, v value, a []value) value {
	b := bufferedOf(v)
	n, ok := readSize(th, a[0])
	if !ok || !b.open(th, "read of") {
		return value{}
	}
	var out []byte
	var blocked bool
	if n < 0 {
		out, blocked, ok = b.readAll(th)
	} else {
		out, blocked, ok = b.readN(th, n)
	}
	if !ok {
		return value{}
	}
	if blocked && len(out) == 0 {
		return object.None
	}
	return bytesValue(out)
}

// readSize is sizeArg with the error text of BufferedReader.read for sizes below -1.
func readSize(th *thread, v value) (int, bool) {
	if n, ok := v.SmallInt(); !v.IsNil() && ok && n < -1 {
		th.ValueError("read length must be non-negative or -1")
		return 0, false
	}
	return sizeArg(th, v)
}

func (b *Buffered) readN(th *thread, n int) (out []byte, blocked, ok bool) {
	out = append(out, b.take(n)...)
	for len(out) < n {
		if n-len(out) >= b.size && b.file != nil { // large reads go past the buffer
			if !b.flushPending(th) {
				return nil, false, false
			}
			room := make([]byte, min(n-len(out), 1<<20))
			got, ok := b.rawReadInto(th, room)
			if !ok {
				return nil, false, false
			}
			if got <= 0 {
				return out, got < 0, true
			}
			out = append(out, room[:got]...)
			b.ahead, b.pos = b.ahead[:0], 0
			continue
		}
		got, ok := b.fill(th)
		if !ok {
			return nil, false, false
		}
		if got <= 0 {
			return out, got < 0, true
		}
		out = append(out, b.take(n-len(out))...)
	}
	return out, false, true
}

func (b *Buffered) readAll(th *thread) (out []byte, blocked, ok bool) {
	out = append(out, b.take(len(b.ahead))...)
	if !b.flushPending(th) {
		return nil, false, false
	}
	if b.file != nil {
		if !b.file.readable {
			unsupported(th, "File not open for reading")
			return nil, false, false
		}
		rest, blocked, ok := b.file.readAll(th)
		if len(out) == 0 {
			return rest, blocked, ok
		}
		return append(out, rest...), blocked, ok
	}
	readall, ok := th.LookupAttr(b.raw, sReadall)
	if !ok {
		return nil, false, false
	}
	if !readall.IsNil() {
		r := th.Call(readall, nil, nil)
		if r.IsNil() {
			return nil, false, false
		}
		if r.IsNone() {
			return out, true, true
		}
		rest, ok := bytesOf(th, r)
		if !ok {
			th.TypeError("readall() should return bytes")
			return nil, false, false
		}
		return append(out, rest...), false, true
	}
	for {
		r := th.CallMethod(b.raw, sRead)
		if r.IsNil() {
			return nil, false, false
		}
		if r.IsNone() {
			return out, true, true
		}
		rest, ok := bytesOf(th, r)
		if !ok {
			return nil, false, false
		}
		if len(rest) == 0 {
			return out, false, true
		}
		out = append(out, rest...)
	}
}

func bufferedRead1(th *thread, v value, a []value) value {
	b := bufferedOf(v)
	n, ok := sizeArg(th, a[0])
	if !ok || !b.open(th, "read of") {
		return value{}
	}
	if n < 0 {
		n = b.size
	}
	p, ok := b.read1(th, n)
	if !ok {
		return value{}
	}
	return bytesValue(append([]byte(nil), p...))
}

// read1 returns what is there, reading at most once. The bytes stay the buffer's.
func (b *Buffered) read1(th *thread, n int) ([]byte, bool) {
	if n > 0 && b.pos >= len(b.ahead) {
		if _, ok := b.fill(th); !ok {
			return nil, false
		}
	}
	return b.take(n), true
}

func bufferedReadinto(th *thread, v, dst value, once bool) value {
	b := bufferedOf(v)
	if !b.open(th, "readinto of") {
		return value{}
	}
	buf, ok := writableBuffer(th, dst, "readinto")
	if !ok {
		return value{}
	}
	defer release(buf)
	n := copy(buf.Bytes, b.take(len(buf.Bytes)))
	for n < len(buf.Bytes) && !(once && n > 0) {
		got, ok := b.fill(th)
		if !ok {
			return value{}
		}
		if got < 0 && n == 0 {
			return object.None
		}
		if got <= 0 {
			break
		}
		n += copy(buf.Bytes[n:], b.take(len(buf.Bytes)-n))
		if once {
			break
		}
	}
	return object.Int(int64(n))
}

func bufferedReadline(th *thread, v value, a []value) value {
	limit, ok := sizeArg(th, a[0])
	b := bufferedOf(v)
	if !ok || !b.open(th, "readline of") {
		return value{}
	}
	line, ok := b.readLine(th, limit)
	if !ok {
		return value{}
	}
	return bytesValue(line)
}

func (b *Buffered) readLine(th *thread, limit int) (line []byte, ok bool) {
	for limit < 0 || len(line) < limit {
		p := b.ahead[b.pos:]
		if len(p) == 0 {
			n, ok := b.fill(th)
			if !ok {
				return nil, false
			}
			if n <= 0 {
				break
			}
			p = b.ahead[b.pos:]
		}
		end := bytes.IndexByte(p, '\n') + 1
		found := end > 0
		if !found {
			end = len(p)
		}
		if limit >= 0 && end > limit-len(line) {
			end, found = limit-len(line), true
		}
		line = append(line, p[:end]...)
		b.pos += end
		if found {
			break
		}
	}
	return line, true
}

func bufferedNext(th *thread, v value) value {
	b := bufferedOf(v)
	if v.Type().Flags&object.FlagHeap != 0 { // readline may be overridden
		return baseNext(th, v)
	}
	if !b.open(th, "readline of") {
		return value{}
	}
	line, ok := b.readLine(th, -1)
	if !ok {
		return value{}
	}
	if len(line) == 0 {
		th.Exc = value{}
		return value{}
	}
	return bytesValue(line)
}

func bufferedPeek(th *thread, v value, a []value) value {
	b := bufferedOf(v)
	if !b.open(th, "peek of") {
		return value{}
	}
	if b.pos >= len(b.ahead) {
		if _, ok := b.fill(th); !ok {
			return value{}
		}
	}
	return bytesValue(append([]byte(nil), b.ahead[b.pos:]...))
}

func bufferedWrite(th *thread, v value, a []value) value {
	b := bufferedOf(v)
	p, ok := bytesOf(th, a[0])
	if !ok || !b.open(th, "write to") || !b.write(th, p) {
		return value{}
	}
	return object.Int(int64(len(p)))
}

func (b *Buffered) write(th *thread, p []byte) bool {
	if !b.dropAhead(th) {
		return false
	}
	if len(b.pending)+len(p) <= b.size {
		if b.pending == nil {
			b.pending = make([]byte, 0, min(b.size, bufferSize))
		}
		b.pending = append(b.pending, p...)
		b.markDirty(th)
		return true
	}
	if !b.flushPending(th) {
		return false
	}
	if len(p) >= b.size {
		rest, ok := b.rawWriteAll(th, p)
		if !ok {
			b.pending = append(b.pending[:0], rest...)
			return false
		}
		return true
	}
	b.pending = append(b.pending, p...)
	b.markDirty(th)
	return true
}

// dropAhead gives up bytes read ahead: the raw stream goes back to where the reader was.
func (b *Buffered) dropAhead(th *thread) bool {
	n := len(b.ahead) - b.pos
	b.ahead, b.pos = b.ahead[:0], 0
	if n == 0 {
		return true
	}
	_, ok := b.rawSeek(th, int64(-n), 1)
	return ok
}

// flushPending passes on what was written.
func (b *Buffered) flushPending(th *thread) bool {
	if len(b.pending) == 0 {
		return true
	}
	p := b.pending
	b.pending = nil
	rest, ok := b.rawWriteAll(th, p)
	if ok {
		if b.pending == nil {
			b.pending = p[:0]
		}
		return true
	}
	b.pending = append(rest, b.pending...)
	return false
}

// rawWriteAll writes all of p; on failure it returns what is left.
func (b *Buffered) rawWriteAll(th *thread, p []byte) (rest []byte, ok bool) {
	for len(p) > 0 {
		n, ok := b.rawWrite(th, p)
		if !ok {
			return p, false
		}
		if n < 0 {
			e := th.CallArgs(object.BlockingIOErrorType.V(), object.Int(11), object.StrValue("write could not complete without blocking"), object.Int(0))
			if !e.IsNil() {
				th.RaiseValue(e)
			}
			return p, false
		}
		p = p[n:]
	}
	return nil, true
}

func (b *Buffered) rawWrite(th *thread, p []byte) (n int, ok bool) {
	if b.file != nil {
		if !b.file.writable {
			unsupported(th, "File not open for writing")
			return 0, false
		}
		return b.file.write(th, p)
	}
	r := th.CallMethod(b.raw, sWrite, bytesValue(append([]byte(nil), p...)))
	if r.IsNil() {
		return 0, false
	}
	if r.IsNone() {
		return -1, true
	}
	n, ok = th.AsIndex(r, &object.ValueErrorType)
	if ok && (n < 0 || n > len(p)) {
		th.Raisef(&object.OSErrorType, "raw write() returned invalid length %d (should have been between 0 and %d)", n, len(p))
		return 0, false
	}
	return n, ok
}

func (b *Buffered) rawSeek(th *thread, off int64, whence int) (int64, bool) {
	if b.file != nil {
		return b.file.seekTo(th, off, whence)
	}
	r := th.CallMethod(b.raw, sSeek, object.Int(off), object.Int(int64(whence)))
	if r.IsNil() {
		return 0, false
	}
	n, ok := th.AsIndex(r, &object.OverflowErrorType)
	if ok && n < 0 {
		th.Raisef(&object.OSErrorType, "Raw stream returned invalid position %d", n)
		return 0, false
	}
	return int64(n), ok
}

func (b *Buffered) tell(th *thread) (int64, bool) {
	var pos int64
	var ok bool
	if b.file != nil {
		pos, ok = b.file.seekTo(th, 0, 1)
	} else {
		r := th.CallMethod(b.raw, sTell)
		if r.IsNil() {
			return 0, false
		}
		var n int
		n, ok = th.AsIndex(r, &object.OverflowErrorType)
		pos = int64(n)
		if ok && n < 0 {
			th.Raisef(&object.OSErrorType, "Raw stream returned invalid position %d", n)
			return 0, false
		}
	}
	return pos - int64(len(b.ahead)-b.pos) + int64(len(b.pending)), ok
}

func (b *Buffered) seek(th *thread, off int64, whence int) (int64, bool) {
	if !b.flushPending(th) {
		return 0, false
	}
	if whence == 1 {
		off -= int64(len(b.ahead) - b.pos)
	}
	b.ahead, b.pos = b.ahead[:0], 0
	return b.rawSeek(th, off, whence)
}

func bufferedSeek(th *thread, v value, a []value) value {
	b := bufferedOf(v)
	whence := 0
	if !a[1].IsNil() {
		var ok bool
		if whence, ok = th.AsIndex(a[1], &object.OverflowErrorType); !ok {
			return value{}
		}
	}
	if whence < 0 || whence > 4 {
		return th.ValueError("whence value %d unsupported", whence)
	}
	if !b.open(th, "seek of") {
		return value{}
	}
	if !checkAble(th, b.raw, sSeekable, "File or stream is not seekable.") {
		return value{}
	}
	off, ok := th.AsIndex(a[0], &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	pos, ok := b.seek(th, int64(off), whence)
	if !ok {
		return value{}
	}
	return object.Int(pos)
}

func bufferedTruncate(th *thread, v value, a []value) value {
	b := bufferedOf(v)
	if !b.open(th, "truncate of") {
		return value{}
	}
	if v.Type().IsSubtype(&BufferedReaderType) {
		return unsupported(th, "truncate")
	}
	size := orNone(a[0])
	if size.IsNone() {
		pos, ok := b.tell(th)
		if !ok {
			return value{}
		}
		size = object.Int(pos)
	}
	if !b.flushPending(th) || !b.dropAhead(th) {
		return value{}
	}
	return th.CallMethod(b.raw, sTruncate, size)
}

func bufferedFlush(th *thread, v value) value {
	b := bufferedOf(v)
	if v.Type().IsSubtype(&BufferedReaderType) {
		if !b.ready(th) || !checkOpen(th, v) {
			return value{}
		}
		return th.CallMethod(b.raw, sFlush)
	}
	if !b.open(th, "flush of") {
		return value{}
	}
	return noneIf(b.flushPending(th) && (len(b.ahead) == b.pos || b.dropAhead(th)))
}

func bufferedClose(th *thread, v value) value {
	b := bufferedOf(v)
	if !b.ready(th) {
		return value{}
	}
	if closed, ok := isClosed(th, b.raw); !ok {
		return value{}
	} else if closed {
		return object.None
	}
	r := th.CallMethod(v, sFlush)
	exc := th.Exc
	closed := th.CallMethod(b.raw, sClose)
	b.pending, b.ahead = nil, nil
	b.pos = 0
	switch {
	case closed.IsNil():
		if r.IsNil() { // the error of close gets that of flush as its context
			if e, ok := object.AsException(th.Exc); ok && e.Context.IsNil() {
				e.Context = exc
			}
		}
		return value{}
	case r.IsNil():
		th.Exc = exc
		return value{}
	}
	return object.None
}

func bufferedDetach(th *thread, v value) value {
	b := bufferedOf(v)
	if !b.ready(th) || th.CallMethod(v, sFlush).IsNil() {
		return value{}
	}
	raw := b.raw
	b.raw, b.file, b.detached = value{}, nil, true
	return raw
}
