// TextIOWrapper: text over a buffered stream. This file holds its state, construction and properties;
// textwrite.go writes, textread.go reads, textseek.go seeks.
package iomod

import (
	"strings"

	"pyasync/object"
)

// Text is io.TextIOWrapper.
type Text struct {
	base
	buffer   value
	buf      *Buffered // buffer, when it is exactly one of the buffered classes
	detached bool
	ok       bool // initialised

	encodingV, errorsV value
	encoding, errors   string // the names as given; kind says how they are handled
	kind               codecKind

	// What newlines mean: universal: "\r" and "\r\n" end lines; translate: they read as "\n". readNL is the end of a
	// line otherwise. writeNL replaces "\n" in output unless empty.
	universal, translate bool
	readNL, writeNL      string
	newline              value

	lineBuffering, writeThrough bool
	dirty                       bool

	pending []byte // encoded, not passed on yet
	began   bool   // output has begun (no byte order mark any more)

	// Reading: the chunk of bytes last read begins at stream position chunkPos; text is what it gave, of which
	// text[:used] has been handed out; carry are bytes of an incomplete character or line end.
	chunk    []byte
	chunkPos int64
	text     string
	used     int
	carry    []byte
	eof      bool
	noTell   bool // next() was called: tell() would be wrong
	seen     uint8
	decoded  bool // input has begun
}

// codecKind tells the encodings handled here from those that go through the codec tables.
type codecKind uint8

const (
	codecOther codecKind = iota
	codecUTF8
	codecASCIIish // latin-1 and ascii
)

// TextType is the class.
var TextType object.Type

func textOf(v value) *Text { return (*Text)(v.Ptr()) }

func (t *Text) v() value { return object.ObjectValue(&t.Header) }

// maxChunk is how much text or input is held before it is passed on (TextIOWrapper._CHUNK_SIZE).
const maxChunk = 8192

func init() {
	object.Define(&TextType, object.Spec{
		Name: "_io.TextIOWrapper", Base: &textIOBaseType, Alloc: object.Allocator[Text](), DictOf: dictOf,
		Sig:   "buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False",
		Slots: object.Slots{New: streamNew, Init: textInit, Repr: textRepr, Next: textNext},
		Methods: []object.Method{
			{Name: "write", Sig: "text, /", F1: textWrite},
			method("read", "size=-1, /", textRead),
			method("readline", "size=-1, /", textReadline),
			method("seek", "cookie, whence=0, /", textSeek),
			method0("tell", textTell),
			method("truncate", "pos=None, /", textTruncate),
			method0("flush", textFlush),
			method0("close", textClose),
			method0("detach", textDetach),
			method("reconfigure", "*, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None", textReconfigure),
			method0("fileno", func(th *thread, v value) value { return textOf(v).forward(th, sFileno) }),
			method0("isatty", func(th *thread, v value) value { return textOf(v).forward(th, sIsatty) }),
			method0("readable", func(th *thread, v value) value { return textOf(v).forward(th, sReadable) }),
			method0("writable", func(th *thread, v value) value { return textOf(v).forward(th, sWritable) }),
			method0("seekable", func(th *thread, v value) value { return textOf(v).forward(th, sSeekable) }),
		},
		Getset: []object.Getset{
			{Name: "encoding", Get: func(th *thread, v value) value { return object.OrNone(textOf(v).encodingV) }},
			{Name: "errors", Get: func(th *thread, v value) value { return object.OrNone(textOf(v).errorsV) }},
			{Name: "buffer", Get: func(th *thread, v value) value {
				if !textOf(v).ready(th) {
					return value{}
				}
				return textOf(v).buffer
			}},
			{Name: "line_buffering", Get: func(th *thread, v value) value { return object.Bool(textOf(v).lineBuffering) }},
			{Name: "write_through", Get: func(th *thread, v value) value { return object.Bool(textOf(v).writeThrough) }},
			{Name: "newlines", Get: textNewlines},
			{Name: "name", Get: func(th *thread, v value) value {
				if !textOf(v).ready(th) {
					return value{}
				}
				return th.GetAttr(textOf(v).buffer, sName)
			}},
			{Name: "closed", Get: func(th *thread, v value) value {
				if !textOf(v).ready(th) {
					return value{}
				}
				return th.GetAttr(textOf(v).buffer, sClosed)
			}},
			{Name: "_CHUNK_SIZE", Get: func(th *thread, v value) value { return object.Int(maxChunk) }, Set: func(th *thread, v, x value) bool { return true }},
		},
	})
}

func (t *Text) ready(th *thread) bool {
	switch {
	case t.detached:
		th.ValueError("underlying buffer has been detached")
	case !t.ok:
		th.ValueError("I/O operation on uninitialized object")
	default:
		return true
	}
	return false
}

// open raises ValueError for a closed stream.
func (t *Text) open(th *thread) bool {
	if !t.ready(th) {
		return false
	}
	if t.buf != nil && t.buf.file != nil {
		if t.buf.file.fd >= 0 {
			return true
		}
		closedError(th)
		return false
	}
	return checkOpen(th, t.buffer)
}

func (t *Text) forward(th *thread, name *str) value {
	if !t.ready(th) {
		return value{}
	}
	return th.CallMethod(t.buffer, name)
}

var textSig = object.ParseSignature("buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False")

func textInit(th *thread, v value, args []value, kw []*str) bool {
	var a [6]value
	if !textSig.Bind(th, "TextIOWrapper", args, kw, a[:]) {
		return false
	}
	var flags [2]bool
	for i := range flags {
		if !a[4+i].IsNil() {
			var ok bool
			if flags[i], ok = th.Truth(a[4+i]); !ok {
				return false
			}
		}
	}
	return textOf(v).setup(th, a[0], a[1], a[2], a[3], flags[0], flags[1])
}

func (t *Text) setup(th *thread, buffer, encoding, errors, newline value, lineBuffering, writeThrough bool) bool {
	t.ok, t.detached = false, false
	if !t.setNewline(th, object.OrNone(newline)) || !t.setCodec(th, object.OrNone(encoding), object.OrNone(errors)) {
		return false
	}
	t.buffer, t.buf = buffer, nil
	if isBuffered(buffer) && buffer.Type().Flags&object.FlagHeap == 0 {
		t.buf = bufferedOf(buffer)
	}
	if t.buf == nil {
		for _, name := range [...]*str{sReadable, sWritable, sSeekable} {
			if th.CallMethod(buffer, name).IsNil() {
				return false
			}
		}
	}
	t.lineBuffering, t.writeThrough = lineBuffering, writeThrough
	t.pending, t.chunk, t.carry, t.text, t.used = nil, nil, nil, "", 0
	t.eof, t.began, t.decoded, t.noTell = false, false, false, false
	if t.kind == codecOther { // appending to a file that has a byte order mark already
		if s := th.CallMethod(buffer, sSeekable); s == object.True {
			if w := th.CallMethod(buffer, sWritable); w == object.True {
				if p := th.CallMethod(buffer, sTell); !p.IsNil() && p != object.Int(0) {
					t.began = true
				}
			}
		}
		th.Exc = value{}
	}
	t.ok = true
	return true
}

// stringArg returns the text of a str argument; ok false: TypeError is pending.
func stringArg(th *thread, v value, fname, name, want string) (string, bool) {
	s, ok := object.GoString(v)
	if !ok {
		th.TypeError("%s() argument '%s' must be %s, not %s", fname, name, want, typeName(v))
		return "", false
	}
	if strings.IndexByte(s, 0) >= 0 {
		th.ValueError("embedded null character")
		return "", false
	}
	return s, true
}

func typeName(v value) string {
	if v.IsNone() {
		return "None"
	}
	return v.Type().Name
}

func (t *Text) setCodec(th *thread, encoding, errors value) bool {
	name, handler := "utf-8", "strict"
	t.encodingV, t.errorsV = object.StrValue("UTF-8"), object.StrValue("strict")
	if !encoding.IsNone() {
		var ok bool
		if name, ok = stringArg(th, encoding, "TextIOWrapper", "encoding", "str or None"); !ok {
			return false
		}
		t.encodingV = encoding
		if name == "locale" {
			name = "utf-8"
			t.encodingV = object.StrValue("UTF-8")
		}
	}
	if !errors.IsNone() {
		var ok bool
		if handler, ok = stringArg(th, errors, "TextIOWrapper", "errors", "str or None"); !ok {
			return false
		}
		t.errorsV = errors
	}
	t.encoding, t.errors = name, handler
	switch canonical := object.CanonicalEncoding(name); canonical {
	case "utf-8":
		t.kind = codecUTF8
	case "iso8859-1", "latin-1", "ascii":
		t.kind = codecASCIIish
	case "":
		// A codec that a script registered, or an unknown one: ask by encoding nothing.
		if _, ok := object.EncodeStr(th, "", name, handler); !ok {
			return false
		}
		t.kind = codecOther
	default:
		t.kind = codecOther
	}
	return true
}

func (t *Text) setNewline(th *thread, newline value) bool {
	t.newline = newline
	t.universal, t.translate, t.readNL, t.writeNL = true, true, "", ""
	if newline.IsNone() {
		return true
	}
	s, ok := stringArg(th, newline, "open", "newline", "str or None")
	if !ok {
		return false
	}
	t.translate = false
	switch s {
	case "":
	case "\n", "\r", "\r\n":
		t.universal, t.readNL = false, s
		if s != "\n" {
			t.writeNL = s
		}
	default:
		th.ValueError("illegal newline value: %s", s)
		return false
	}
	return true
}

func textRepr(th *thread, v value) value {
	t := textOf(v)
	if !t.ready(th) {
		return value{}
	}
	text := "<" + v.Type().FullName()
	for _, key := range [...]*str{sName, sMode} {
		x, ok := th.LookupAttr(v, key)
		if !ok {
			if !th.Catch(&object.ValueErrorType) {
				return value{}
			}
			continue
		}
		if !x.IsNil() {
			s, ok := th.Repr(x)
			if !ok {
				return value{}
			}
			text += " " + key.Go() + "=" + s
		}
	}
	s, ok := th.Repr(t.encodingV)
	if !ok {
		return value{}
	}
	return object.StrValue(text + " encoding=" + s + ">")
}

var newlineForms = [...]string{"\r", "\n", "\r\n"}

// textNewlines is the newlines attribute: the line ends seen so far.
func textNewlines(th *thread, v value) value { return newlinesSeen(textOf(v).seen) }

func newlinesSeen(seen uint8) value {
	var forms []value
	for i, f := range newlineForms {
		if seen&(1<<i) != 0 {
			forms = append(forms, object.StrValue(f))
		}
	}
	switch len(forms) {
	case 0:
		return object.None
	case 1:
		return forms[0]
	}
	return object.NewTuple(forms).V()
}

func textReconfigure(th *thread, v value, a []value) value {
	t := textOf(v)
	if !t.ready(th) {
		return value{}
	}
	if (t.text != "" || t.decoded) && (!a[0].IsNil() && !a[0].IsNone() || !a[2].IsNil()) {
		return unsupported(th, "It is not possible to set the encoding or newline of stream after the first read")
	}
	if !t.flush(th) {
		return value{}
	}
	if !a[2].IsNil() && !t.setNewline(th, a[2]) {
		return value{}
	}
	if enc, errs := object.OrNone(a[0]), object.OrNone(a[1]); !enc.IsNone() || !errs.IsNone() {
		if enc.IsNone() {
			enc = t.encodingV
		} else if errs.IsNone() {
			errs = object.StrValue("strict")
		}
		if !t.setCodec(th, enc, errs) {
			return value{}
		}
	}
	for i, p := range [...]*bool{&t.lineBuffering, &t.writeThrough} {
		if x := object.OrNone(a[3+i]); !x.IsNone() {
			b, ok := th.Truth(x)
			if !ok {
				return value{}
			}
			*p = b
		}
	}
	return object.None
}

func textClose(th *thread, v value) value {
	t := textOf(v)
	if !t.ready(th) {
		return value{}
	}
	if closed, ok := isClosed(th, v); !ok {
		return value{}
	} else if closed {
		return object.None
	}
	r := th.CallMethod(v, sFlush)
	exc := th.Exc
	closed := th.CallMethod(t.buffer, sClose)
	t.pending = nil
	switch {
	case closed.IsNil():
		return closed
	case r.IsNil():
		th.Exc = exc
		return r
	}
	return object.None
}

func textDetach(th *thread, v value) value {
	t := textOf(v)
	if !t.ready(th) || th.CallMethod(v, sFlush).IsNil() {
		return value{}
	}
	b := t.buffer
	t.buffer, t.buf, t.detached = value{}, nil, true
	return b
}
