// Writing through a buffer: what is pending, and passing it on.
package iomod

import "pyasync/object"

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
