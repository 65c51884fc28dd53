// StringIO, text in memory as a stream.
package iomod

import (
	"strings"

	"pyasync/object"
)

// StringIO is io.StringIO. While all its text is ASCII, it is kept as bytes and positions are offsets; other text
// is kept as code points.
type StringIO struct {
	base
	ascii                bool
	b                    []byte
	r                    []rune
	pos                  int
	shut                 bool
	ok                   bool
	universal, translate bool
	readNL, writeNL      string
	seen                 uint8
}

// StringIOType is the class.
var StringIOType object.Type

func stringIOOf(v value) *StringIO { return (*StringIO)(v.Ptr()) }

func init() {
	object.Define(&StringIOType, object.Spec{
		Name: "_io.StringIO", Sig: "initial_value='', newline='\\n'", Base: &textIOBaseType, Alloc: object.Allocator[StringIO](), DictOf: dictOf,
		Slots: object.Slots{New: streamNew, Init: stringIOInit, Next: stringIONext},
		Methods: []object.Method{
			method("read", "size=-1, /", stringIORead),
			method("readline", "size=-1, /", stringIOReadline),
			{Name: "write", Sig: "s, /", F1: stringIOWrite},
			method("seek", "pos, whence=0, /", stringIOSeek),
			method0("tell", func(th *thread, v value) value {
				if s := stringIOOf(v); s.open(th) {
					return object.Int(int64(s.pos))
				}
				return value{}
			}),
			method("truncate", "pos=None, /", stringIOTruncate),
			method0("getvalue", func(th *thread, v value) value {
				if s := stringIOOf(v); s.open(th) {
					return object.StrValue(s.slice(0, s.len()))
				}
				return value{}
			}),
			method0("close", func(th *thread, v value) value {
				s := stringIOOf(v)
				s.shut, s.b, s.r = true, nil, nil
				return object.None
			}),
			method0("__getstate__", stringIOState), {Name: "__setstate__", Sig: "state, /", F1: stringIOSetState},
			method0("readable", stringIOTrue), method0("writable", stringIOTrue), method0("seekable", stringIOTrue),
		},
		Getset: []object.Getset{
			{Name: "closed", Get: func(th *thread, v value) value { return object.Bool(stringIOOf(v).shut) }},
			{Name: "line_buffering", Get: func(th *thread, v value) value {
				if !stringIOOf(v).open(th) {
					return value{}
				}
				return object.False
			}},
			{Name: "newlines", Get: func(th *thread, v value) value { return newlinesSeen(stringIOOf(v).seen) }},
		},
	})
}

func (s *StringIO) open(th *thread) bool {
	switch {
	case !s.ok:
		th.ValueError("I/O operation on uninitialized object")
		return false
	case s.shut:
		th.ValueError("I/O operation on closed file")
	}
	return !s.shut
}

func stringIOTrue(th *thread, v value) value {
	if !stringIOOf(v).open(th) {
		return value{}
	}
	return object.True
}

func (s *StringIO) len() int {
	if s.ascii {
		return len(s.b)
	}
	return len(s.r)
}

// slice returns the text of characters i to j.
func (s *StringIO) slice(i, j int) string {
	if s.ascii {
		return string(s.b[i:j])
	}
	b := make([]byte, 0, j-i)
	for _, r := range s.r[i:j] {
		b = object.AppendRune(b, r)
	}
	return string(b)
}

var stringIOSig = object.ParseSignature("initial_value='', newline='\\n'")

func stringIOInit(th *thread, v value, args []value, kw []*str) bool {
	var a [2]value
	if !stringIOSig.Bind(th, "StringIO", args, kw, a[:]) {
		return false
	}
	s := stringIOOf(v)
	*s = StringIO{base: s.base, ascii: true}
	nl := "\n"
	if x := a[1]; !x.IsNil() {
		if x.IsNone() {
			nl = "none"
			s.universal, s.translate = true, true
		} else if text, ok := object.GoString(x); ok {
			nl = text
		} else {
			th.TypeError("newline must be str or None, not %s", x.Type().TPName())
			return false
		}
	}
	switch nl {
	case "none":
	case "":
		s.universal = true
	case "\n", "\r", "\r\n":
		s.readNL = nl
		if nl != "\n" {
			s.writeNL = nl
		}
	default:
		q, _ := th.Repr(a[1])
		th.ValueError("illegal newline value: %s", q)
		return false
	}
	s.ok = true
	if x := object.OrNone(a[0]); !x.IsNone() {
		text, ok := object.GoString(x)
		if !ok {
			th.TypeError("initial_value must be str or None, not %s", x.Type().TPName())
			return false
		}
		s.write(text)
		s.pos = 0
	}
	return true
}

func stringIOWrite(th *thread, v, x value) value {
	s := stringIOOf(v)
	text, ok := object.AsStr(x)
	if !ok {
		return th.TypeError("string argument expected, got '%s'", x.Type().TPName())
	}
	if !s.open(th) || !th.CheckSize(s.pos) {
		return value{}
	}
	s.write(text.Go())
	return object.Int(int64(text.Len()))
}

// WriteText appends text at the position (object.TextSink).
func (s *StringIO) WriteText(th *thread, text string) bool {
	if !s.open(th) || !th.CheckSize(s.pos) {
		return false
	}
	s.write(text)
	return true
}

// WriteInt appends the decimal form of i.
func (s *StringIO) WriteInt(th *thread, i int64) bool { return s.WriteText(th, itoa(int(i))) }

// Flush does nothing.
func (s *StringIO) Flush(th *thread) bool { return s.open(th) }

func (s *StringIO) write(text string) {
	if text == "" { // no padding up to the position, either
		return
	}
	if s.universal {
		s.seen |= seenIn(text)
		if s.translate && strings.IndexByte(text, '\r') >= 0 {
			text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
		}
	}
	if s.writeNL != "" {
		text = strings.ReplaceAll(text, "\n", s.writeNL)
	}
	if s.ascii && !isASCII(text) {
		s.r = make([]rune, len(s.b), len(s.b)+len(text))
		for i, c := range s.b {
			s.r[i] = rune(c)
		}
		s.b, s.ascii = nil, false
	}
	if s.ascii {
		if s.pos > len(s.b) {
			s.b = append(s.b, make([]byte, s.pos-len(s.b))...)
		}
		n := copy(s.b[s.pos:], text)
		s.b = append(s.b, text[n:]...)
		s.pos += len(text)
		return
	}
	for s.pos > len(s.r) {
		s.r = append(s.r, 0)
	}
	for len(text) > 0 {
		r, n := object.DecodeRune(text)
		if s.pos < len(s.r) {
			s.r[s.pos] = r
		} else {
			s.r = append(s.r, r)
		}
		s.pos++
		text = text[n:]
	}
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func stringIORead(th *thread, v value, a []value) value {
	s := stringIOOf(v)
	n, ok := sizeArg(th, a[0])
	if !ok || !s.open(th) {
		return value{}
	}
	return object.StrValue(s.take(n))
}

func (s *StringIO) take(n int) string {
	start := min(s.pos, s.len())
	if rest := s.len() - start; n < 0 || n > rest {
		n = rest
	}
	s.pos += n
	return s.slice(start, start+n)
}

func (s *StringIO) at(i int) rune {
	if s.ascii {
		return rune(s.b[i])
	}
	return s.r[i]
}

// line returns the next line.
func (s *StringIO) line(limit int) string {
	n, end := 0, s.len()
	for i := s.pos; i < end; i++ {
		c := s.at(i)
		if s.universal && !s.translate {
			if c == '\n' || c == '\r' {
				n = i + 1 - s.pos
				if c == '\r' && i+1 < end && s.at(i+1) == '\n' {
					n++
				}
				break
			}
		} else if nl := s.lineEnd(); c == rune(nl[0]) && (len(nl) == 1 || i+1 < end && s.at(i+1) == rune(nl[1])) {
			n = i + len(nl) - s.pos
			break
		}
	}
	if n == 0 {
		n = -1
	}
	if limit >= 0 && (n < 0 || n > limit) {
		n = limit
	}
	return s.take(n)
}

func (s *StringIO) lineEnd() string {
	if s.readNL == "" {
		return "\n"
	}
	return s.readNL
}

func stringIOReadline(th *thread, v value, a []value) value {
	s := stringIOOf(v)
	n, ok := sizeArg(th, a[0])
	if !ok || !s.open(th) {
		return value{}
	}
	return object.StrValue(s.line(n))
}

func stringIONext(th *thread, v value) value {
	s := stringIOOf(v)
	if v.Type().Flags&object.FlagHeap != 0 {
		return baseNext(th, v)
	}
	if !s.open(th) {
		return value{}
	}
	line := s.line(-1)
	if line == "" {
		th.Exc = value{}
		return value{}
	}
	return object.StrValue(line)
}

func stringIOSeek(th *thread, v value, a []value) value {
	s := stringIOOf(v)
	if !s.open(th) {
		return value{}
	}
	off, whence, ok := seekArgs(th, a)
	if !ok {
		return value{}
	}
	switch {
	case whence < 0 || whence > 2:
		return th.ValueError("Invalid whence (%d, should be 0, 1 or 2)", whence)
	case off < 0 && whence == 0:
		return th.ValueError("Negative seek position %d", off)
	case whence != 0 && off != 0:
		return th.Raise(&object.OSErrorType, "Can't do nonzero cur-relative seeks")
	case whence == 1:
		off = s.pos
	case whence == 2:
		off = s.len()
	}
	s.pos = off
	return object.Int(int64(off))
}

func stringIOTruncate(th *thread, v value, a []value) value {
	s := stringIOOf(v)
	if !s.open(th) {
		return value{}
	}
	n := s.pos
	if x := object.OrNone(a[0]); !x.IsNone() {
		var ok bool
		if n, ok = th.AsIndex(x, &object.OverflowErrorType); !ok {
			return value{}
		}
		if n < 0 {
			return th.ValueError("Negative size value %d", n)
		}
	}
	if n < s.len() {
		if s.ascii {
			s.b = s.b[:n]
		} else {
			s.r = s.r[:n]
		}
	}
	return object.Int(int64(n))
}

// stringIOState is (value, newline, position, attributes), for copying and pickling.
func stringIOState(th *thread, v value) value {
	s := stringIOOf(v)
	if !s.open(th) {
		return value{}
	}
	nl := object.StrValue(s.readNL)
	if s.translate {
		nl = object.None
	}
	return object.TupleOf(object.StrValue(s.slice(0, s.len())), nl, object.Int(int64(s.pos)), s.savedDict())
}

func stringIOSetState(th *thread, v, state value) value {
	t, ok := object.AsTuple(state)
	if !ok || len(t.Items) < 4 {
		return th.TypeError("%s.__setstate__ argument should be 4-tuple, got %s", v.Type().FullName(), state.Type().TPName())
	}
	s := stringIOOf(v)
	if s.ok && !s.open(th) {
		return value{}
	}
	text, ok := object.GoString(t.Items[0])
	if !ok {
		return th.TypeError("initial_value must be str or None, not %s", t.Items[0].Type().TPName())
	}
	if !stringIOInit(th, v, []value{object.StrValue(""), t.Items[1]}, nil) {
		return value{}
	}
	// The value has been through the translation of newlines already.
	nl, universal := s.writeNL, s.universal
	s.writeNL, s.universal = "", false
	s.write(text)
	s.writeNL, s.universal = nl, universal
	pos, ok := th.AsIndex(t.Items[2], &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	if pos < 0 {
		return th.ValueError("position value cannot be negative")
	}
	s.pos = pos
	return restoreDict(th, v, t.Items[3])
}

// savedDict is a copy of the attributes, or None, for __getstate__.
func (b *base) savedDict() value {
	if b.dict == nil {
		return object.None
	}
	return b.dict.Copy().V()
}

// restoreDict sets the attributes from the last item of a state.
func restoreDict(th *thread, v, attrs value) value {
	if attrs.IsNone() {
		return object.None
	}
	d, ok := object.AsDict(attrs)
	if !ok {
		return th.TypeError("fourth item of state should be a dict, got a %s", attrs.Type().TPName())
	}
	own := dictOf(v, true)
	for k, x, pos, ok := d.Next(0); ok; k, x, pos, ok = d.Next(pos) {
		if !own.Set(th, k, x) {
			return value{}
		}
	}
	return object.None
}
