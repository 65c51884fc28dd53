// TextIOWrapper, positions. The position that tell() returns is that of a byte: the bytes of the last chunk whose
// text has been handed out are counted by decoding them again.
package iomod

import (
	"sort"

	"pyasync/object"
)

func textTell(th *thread, v value) value {
	t := textOf(v)
	if !t.open(th) {
		return value{}
	}
	if !checkAble(th, t.buffer, sSeekable, "underlying stream is not seekable") {
		return value{}
	}
	if t.noTell {
		return th.Raise(&object.OSErrorType, "telling position disabled by next() call")
	}
	if !t.passOn(th) || th.CallMethod(t.buffer, sFlush).IsNil() {
		return value{}
	}
	pos := th.CallMethod(t.buffer, sTell)
	if pos.IsNil() {
		return pos
	}
	end, ok := th.AsIndex(pos, &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	unread := len(t.carry) + len(t.chunk) - t.consumed(th)
	return object.Int(int64(end - unread))
}

// consumed returns how many bytes of the chunk gave the text handed out.
func (t *Text) consumed(th *thread) int {
	if t.used == len(t.text) {
		return len(t.chunk)
	}
	if t.used == 0 {
		return 0
	}
	if t.kind == codecUTF8 && len(t.chunk) == len(t.text) { // nothing was translated or replaced
		return t.used
	}
	probe := *t
	probe.decoded = t.chunkPos > 0
	n := sort.Search(len(t.chunk), func(n int) bool {
		text, _, ok := probe.decode(th, t.chunk[:n], false)
		return !ok || len(text) >= t.used
	})
	th.Exc = value{}
	return n
}

func textSeek(th *thread, v value, a []value) value {
	t := textOf(v)
	if !t.open(th) {
		return value{}
	}
	whence, ok := whenceArg(th, a[1])
	if !ok {
		return value{}
	}
	if !checkAble(th, t.buffer, sSeekable, "underlying stream is not seekable") {
		return value{}
	}
	off, ok := th.AsIndex(a[0], &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	switch whence {
	case 1:
		if off != 0 {
			return unsupported(th, "can't do nonzero cur-relative seeks")
		}
		if a[0] = textTell(th, v); a[0].IsNil() {
			return value{}
		}
	case 2:
		if off != 0 {
			return unsupported(th, "can't do nonzero end-relative seeks")
		}
	case 0:
		if off < 0 {
			s, _ := th.Repr(a[0])
			return th.ValueError("negative seek position %s", s)
		}
	default:
		return th.ValueError("invalid whence (%d, should be 0, 1 or 2)", whence)
	}
	if !t.passOn(th) || th.CallMethod(t.buffer, sFlush).IsNil() {
		return value{}
	}
	t.chunk, t.text, t.used, t.carry, t.eof, t.noTell = nil, "", 0, nil, false, false
	var r value
	if whence == 2 {
		r = th.CallMethod(t.buffer, sSeek, object.Int(0), object.Int(2))
	} else {
		r = th.CallMethod(t.buffer, sSeek, a[0])
		if !r.IsNil() {
			r = a[0]
		}
	}
	if r.IsNil() {
		return r
	}
	atStart := r == object.Int(0)
	t.began, t.decoded = !atStart, !atStart
	return r
}

func textTruncate(th *thread, v value, a []value) value {
	t := textOf(v)
	if !t.open(th) || th.CallMethod(v, sFlush).IsNil() {
		return value{}
	}
	pos := object.OrNone(a[0])
	if pos.IsNone() {
		if pos = th.CallMethod(v, sTell); pos.IsNil() {
			return pos
		}
	}
	return th.CallMethod(t.buffer, sTruncate, pos)
}
