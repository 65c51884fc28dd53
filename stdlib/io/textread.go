// TextIOWrapper, reading.
package iomod

import (
	"strings"

	"pyasync/object"
)

// forgetRead drops text that was read ahead; writing after reading begins with a new position.
func (t *Text) forgetRead() {
	if t.text != "" || t.chunk != nil {
		t.chunk, t.text, t.used, t.carry = nil, "", 0, nil
	}
}

func (t *Text) mayRead(th *thread) bool {
	if !t.open(th) {
		return false
	}
	if t.buf != nil {
		if t.buf.Shape == &BufferedWriterType.Root {
			unsupported(th, "not readable")
			return false
		}
	} else {
		r := th.CallMethod(t.buffer, sReadable)
		if r.IsNil() {
			return false
		}
		if b, ok := th.Truth(r); !ok || !b {
			unsupported(th, "not readable")
			return false
		}
	}
	return t.passOn(th)
}

// readChunk decodes one more chunk of input, replacing text that was handed out; eof is set at the end.
func (t *Text) readChunk(th *thread) bool {
	pos, havePos := int64(0), false
	if t.buf != nil && t.buf.file != nil && t.buf.file.canSeek() {
		pos, havePos = t.buf.tell(th)
		if !havePos {
			return false
		}
	}
	raw, ok := t.readBytes(th, maxChunk)
	if !ok {
		return false
	}
	t.eof = len(raw) == 0
	input := raw
	if len(t.carry) > 0 {
		input = append(t.carry[:len(t.carry):len(t.carry)], raw...)
	}
	// t.carry holds bytes of the previous chunk: the new one begins before them.
	chunkPos := pos - int64(len(t.carry))
	text, used, ok := t.decode(th, input, t.eof)
	if !ok {
		return false
	}
	if len(text) == 0 && !t.eof && used < len(input) && len(raw) == 0 {
		t.eof = true
	}
	rest := t.text[t.used:]
	if rest == "" {
		t.chunk, t.chunkPos = input[:used:used], chunkPos
		t.text, t.used = text, 0
	} else {
		t.chunk = append(t.chunk[:len(t.chunk):len(t.chunk)], input[:used]...)
		t.text += text
	}
	t.carry = append([]byte(nil), input[used:]...)
	return true
}

// readBytes reads once, about n bytes.
func (t *Text) readBytes(th *thread, n int) ([]byte, bool) {
	if t.buf != nil {
		if !t.buf.open(th, "read of") {
			return nil, false
		}
		p, ok := t.buf.read1(th, n)
		return append([]byte(nil), p...), ok
	}
	f, ok := th.LookupAttr(t.buffer, sRead1)
	if !ok {
		return nil, false
	}
	if f.IsNil() {
		if f = th.GetAttr(t.buffer, sRead); f.IsNil() {
			return nil, false
		}
	}
	x := th.CallArgs(f, object.Int(int64(n)))
	if x.IsNil() {
		return nil, false
	}
	if x.Type().Buffer == nil {
		th.TypeError("underlying read1() should have returned a bytes-like object, not '%s'", x.Type().TPName())
		return nil, false
	}
	b, ok := bytesOf(th, x)
	return append([]byte(nil), b...), ok
}

// decode turns input into text with line ends translated; it returns how much of the input it used.
func (t *Text) decode(th *thread, input []byte, final bool) (text string, used int, ok bool) {
	x, used := object.DecodePartial(th, input, t.encodingName(), t.errors, final)
	if x.IsNil() {
		return "", 0, false
	}
	text, _ = object.GoString(x)
	if used > 0 {
		t.decoded = true
	}
	if !t.universal {
		return text, used, true
	}
	if !final && strings.HasSuffix(text, "\r") { // it may be the first half of "\r\n"
		n := t.unitLen()
		text, used = text[:len(text)-1], used-n
	}
	return t.translateNewlines(text), used, true
}

// encodingName is the encoding for the next piece of input: only the first may begin with a byte order mark.
func (t *Text) encodingName() string {
	if t.decoded && t.kind == codecOther {
		switch object.CanonicalEncoding(t.encoding) {
		case "utf-8-sig":
			return "utf-8"
		case "utf-16":
			return "utf-16-le"
		case "utf-32":
			return "utf-32-le"
		}
	}
	return t.encoding
}

// unitLen is the number of bytes of an ASCII character in the stream's encoding.
func (t *Text) unitLen() int {
	switch name := object.CanonicalEncoding(t.encoding); {
	case strings.HasPrefix(name, "utf-16"):
		return 2
	case strings.HasPrefix(name, "utf-32"):
		return 4
	}
	return 1
}

// translateNewlines notes the line ends in text and makes them "\n" if the stream translates.
func (t *Text) translateNewlines(text string) string {
	if strings.IndexByte(text, '\r') < 0 {
		if t.seen&2 == 0 && strings.IndexByte(text, '\n') >= 0 {
			t.seen |= 2
		}
		return text
	}
	t.seen |= seenIn(text)
	if !t.translate {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// seenIn returns the bits of newlineForms that occur in text.
func seenIn(text string) (seen uint8) {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n':
			seen |= 2
		case '\r':
			if i+1 < len(text) && text[i+1] == '\n' {
				seen |= 4
				i++
			} else {
				seen |= 1
			}
		}
	}
	return seen
}

func textRead(th *thread, v value, a []value) value {
	t := textOf(v)
	n, ok := sizeArg(th, a[0])
	if !ok || !t.mayRead(th) {
		return value{}
	}
	if n < 0 {
		return t.readAll(th)
	}
	var out strings.Builder
	for n > 0 {
		if t.used == len(t.text) {
			if !t.readChunk(th) {
				return value{}
			}
			if t.text == "" && t.eof {
				break
			}
		}
		piece, chars := firstChars(t.text[t.used:], n)
		out.WriteString(piece)
		t.used += len(piece)
		n -= chars
	}
	return object.StrValue(out.String())
}

// firstChars returns the first n characters of s, or all of them, and their number.
func firstChars(s string, n int) (string, int) {
	i, chars := 0, 0
	for i < len(s) && chars < n {
		if s[i] < 0x80 {
			i++
		} else {
			_, size := object.DecodeRune(s[i:])
			i += size
		}
		chars++
	}
	return s[:i], chars
}

func (t *Text) readAll(th *thread) value {
	var raw []byte
	if t.buf != nil {
		if !t.buf.open(th, "read of") {
			return value{}
		}
		b, blocked, ok := t.buf.readAll(th)
		if !ok {
			return value{}
		}
		if blocked && len(b) == 0 {
			return th.Raise(&object.BlockingIOErrorType, "Read returned None.")
		}
		raw = b
	} else {
		x := th.CallMethod(t.buffer, sRead)
		if x.IsNil() {
			return x
		}
		b, ok := bytesOf(th, x)
		if !ok {
			return value{}
		}
		raw = append([]byte(nil), b...)
	}
	if len(t.carry) > 0 {
		raw = append(t.carry[:len(t.carry):len(t.carry)], raw...)
		t.carry = nil
	}
	rest := t.text[t.used:]
	text, _, ok := t.decode(th, raw, true)
	if !ok {
		return value{}
	}
	t.chunk, t.text, t.used, t.eof = nil, "", 0, true
	if rest != "" {
		text = rest + text
	}
	return object.StrValue(text)
}

func textReadline(th *thread, v value, a []value) value {
	t := textOf(v)
	n, ok := sizeArg(th, a[0])
	if !ok || !t.mayRead(th) {
		return value{}
	}
	line, ok := t.readLine(th, n)
	if !ok {
		return value{}
	}
	return object.StrValue(line)
}

// readLine returns the next line, at most limit characters of it, or "" at the end.
func (t *Text) readLine(th *thread, limit int) (line string, ok bool) {
	for scanned := 0; ; {
		text := t.text[t.used:]
		end := t.lineEnd(text, scanned)
		if end < 0 {
			if limit >= 0 {
				if piece, chars := firstChars(text, limit); chars == limit {
					t.used += len(piece)
					return piece, true
				}
			}
			scanned = max(len(text)-1, 0)
			if !t.readChunk(th) {
				return "", false
			}
			if t.eof && len(t.text)-t.used == len(text) {
				t.used = len(t.text)
				return text, true
			}
			continue
		}
		line = text[:end]
		if limit >= 0 {
			line, _ = firstChars(line, limit)
		}
		t.used += len(line)
		return line, true
	}
}

// lineEnd returns the offset after the first line end at or after from, or -1.
func (t *Text) lineEnd(text string, from int) int {
	switch {
	case t.translate:
		if i := strings.IndexByte(text[from:], '\n'); i >= 0 {
			return from + i + 1
		}
	case t.universal:
		i := strings.IndexAny(text[from:], "\r\n")
		if i < 0 {
			return -1
		}
		i += from
		if text[i] == '\r' && i+1 < len(text) && text[i+1] == '\n' {
			i++
		}
		return i + 1
	default:
		if i := strings.Index(text[from:], t.readNL); i >= 0 {
			return from + i + len(t.readNL)
		}
	}
	return -1
}

func textNext(th *thread, v value) value {
	t := textOf(v)
	if v.Type().Flags&object.FlagHeap != 0 { // readline may be overridden
		t.noTell = true
		return baseNext(th, v)
	}
	if !t.mayRead(th) {
		return value{}
	}
	t.noTell = true
	line, ok := t.readLine(th, -1)
	if !ok {
		return value{}
	}
	if line == "" {
		t.noTell = false
		th.Exc = value{}
		return value{}
	}
	return object.StrValue(line)
}
