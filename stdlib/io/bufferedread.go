// Reading through a buffer: read, read1, readinto, lines, peek.
package iomod

import (
	"bytes"

	"pyasync/object"
)

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
	if !th.CheckSize(n) {
		return nil, false, false
	}
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
