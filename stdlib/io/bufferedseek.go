// The position of a buffered stream: between what the raw stream has done and what the program has seen.
package iomod

import "pyasync/object"

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
	whence, ok := whenceArg(th, a[1])
	if !ok {
		return value{}
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
	size := object.OrNone(a[0])
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
