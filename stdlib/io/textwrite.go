// TextIOWrapper, writing.
package iomod

import (
	"strconv"
	"strings"

	"pyasync/object"
)

func textWrite(th *thread, v, x value) value {
	s, ok := object.AsStr(x)
	if !ok {
		return th.TypeError("write() argument must be str, not %s", typeName(x))
	}
	if !textOf(v).WriteText(th, s.Go()) {
		return value{}
	}
	return object.Int(int64(s.Len()))
}

// WriteText appends s to the stream (object.TextSink).
func (t *Text) WriteText(th *thread, s string) bool {
	if !t.open(th) || !t.mayWrite(th) {
		return false
	}
	flush := t.lineBuffering && (strings.IndexByte(s, '\n') >= 0 || strings.IndexByte(s, '\r') >= 0)
	if t.writeNL != "" && strings.IndexByte(s, '\n') >= 0 {
		s = strings.ReplaceAll(s, "\n", t.writeNL)
	}
	// Only a lone surrogate, whose form begins with the byte 0xED, makes UTF-8 text need the codec.
	if t.kind == codecUTF8 && strings.IndexByte(s, 0xED) < 0 {
		t.pending = append(t.pending, s...)
	} else if !t.encode(th, s) {
		return false
	}
	t.forgetRead()
	return t.wrote(th, flush)
}

// WriteInt appends the decimal form of i.
func (t *Text) WriteInt(th *thread, i int64) bool {
	if t.kind == codecOther || !t.open(th) || !t.mayWrite(th) {
		return t.WriteText(th, strconv.FormatInt(i, 10))
	}
	t.pending = strconv.AppendInt(t.pending, i, 10)
	return t.wrote(th, false)
}

// Flush writes out what is pending.
func (t *Text) Flush(th *thread) bool { return !textFlush(th, t.v()).IsNil() }

func (t *Text) mayWrite(th *thread) bool {
	if t.buf == nil {
		return true
	}
	if t.buf.Shape == &BufferedReaderType.Root {
		unsupported(th, "not writable")
		return false
	}
	return true
}

// encode appends the encoded form of s.
func (t *Text) encode(th *thread, s string) bool {
	b, ok := object.EncodeStr(th, s, t.encoding, t.errors)
	if !ok {
		return false
	}
	if t.began {
		b = b[markLen(t.encoding, b):]
	}
	t.began = t.began || len(b) > 0
	t.pending = append(t.pending, b...)
	return true
}

// markLen returns the length of the byte order mark that an encoder put before its output.
func markLen(encoding string, b []byte) int {
	switch object.CanonicalEncoding(encoding) {
	case "utf-16":
		return min(2, len(b))
	case "utf-32":
		return min(4, len(b))
	case "utf-8-sig":
		return min(3, len(b))
	}
	return 0
}

// wrote passes on the pending output when there is enough of it, or when the stream wants that.
func (t *Text) wrote(th *thread, flush bool) bool {
	if !flush && !t.writeThrough && len(t.pending) <= maxChunk {
		t.markDirty(th)
		return true
	}
	if !t.passOn(th) {
		return false
	}
	if flush {
		return !th.CallMethod(t.buffer, sFlush).IsNil()
	}
	return true
}

// passOn writes the pending output to the buffer.
func (t *Text) passOn(th *thread) bool {
	if len(t.pending) == 0 {
		return true
	}
	p := t.pending
	t.pending = nil
	if t.buf != nil {
		if !t.buf.open(th, "write to") {
			return false
		}
		if !t.buf.write(th, p) {
			return false
		}
		if t.pending == nil {
			t.pending = p[:0]
		}
		return true
	}
	return !th.CallMethod(t.buffer, sWrite, bytesValue(p)).IsNil()
}

func (t *Text) flush(th *thread) bool {
	return t.passOn(th) && !th.CallMethod(t.buffer, sFlush).IsNil()
}

func textFlush(th *thread, v value) value {
	t := textOf(v)
	if !t.open(th) {
		return value{}
	}
	t.noTell = false
	return noneIf(t.flush(th))
}
