// open().
package iomod

import (
	"strings"

	"pyasync/object"
)

var openFuncs = []object.Method{
	{Name: "open", Sig: "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None", F: ioOpen,
		Doc: "Open file and return a stream.  Raise OSError upon failure."},
	{Name: "open_code", Sig: "path", F: func(th *thread, m value, a []value) value {
		return ioOpen(th, m, []value{a[0], object.StrValue("rb"), {}, {}, {}, {}, {}, {}})
	}},
	{Name: "text_encoding", Sig: "encoding, stacklevel=2, /", F: func(th *thread, m value, a []value) value {
		if a[0].IsNone() {
			return object.StrValue("locale")
		}
		return a[0]
	}},
}

// openMode is a parsed mode argument.
type openMode struct{ create, read, write, append, update, text, binary bool }

func parseOpenMode(th *thread, mode string) (m openMode, ok bool) {
	for i, c := range mode {
		if strings.ContainsRune(mode[:i], c) {
			th.ValueError("invalid mode: '%s'", mode)
			return m, false
		}
		switch c {
		case 'x':
			m.create = true
		case 'r':
			m.read = true
		case 'w':
			m.write = true
		case 'a':
			m.append = true
		case '+':
			m.update = true
		case 't':
			m.text = true
		case 'b':
			m.binary = true
		default:
			th.ValueError("invalid mode: '%s'", mode)
			return m, false
		}
	}
	n := 0
	for _, b := range [...]bool{m.create, m.read, m.write, m.append} {
		if b {
			n++
		}
	}
	switch {
	case m.text && m.binary:
		th.ValueError("can't have text and binary mode at once")
	case n > 1:
		th.ValueError("must have exactly one of create/read/write/append mode")
	case n == 0:
		th.ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
	default:
		return m, true
	}
	return m, false
}

func (m openMode) raw() string {
	s := ""
	for _, c := range [...]struct {
		on   bool
		text string
	}{{m.create, "x"}, {m.read, "r"}, {m.write, "w"}, {m.append, "a"}, {m.update, "+"}} {
		if c.on {
			s += c.text
		}
	}
	return s
}

// ioOpen is open(file, mode, buffering, encoding, errors, newline, closefd, opener).
func ioOpen(th *thread, m value, a []value) value {
	mode := "r"
	if !a[1].IsNil() {
		var ok bool
		if mode, ok = stringArg(th, a[1], "open", "mode", "str"); !ok {
			return value{}
		}
	}
	buffering := -1
	if !a[2].IsNil() {
		var ok bool
		if buffering, ok = th.AsIndex(a[2], &object.OverflowErrorType); !ok {
			return value{}
		}
	}
	for i, name := range [...]string{"encoding", "errors", "newline"} {
		if x := object.OrNone(a[3+i]); !x.IsNone() {
			if _, ok := stringArg(th, x, "open", name, "str or None"); !ok {
				return value{}
			}
		}
	}
	if !isInt(a[0]) {
		if _, ok := fsPath(th, a[0]); !ok {
			return value{}
		}
	}
	om, ok := parseOpenMode(th, mode)
	if !ok || !checkOpenArgs(th, om, a) {
		return value{}
	}
	if om.binary && buffering == 1 && th.Interp.Hooks.Warn != nil {
		if !th.Interp.Hooks.Warn(th, &object.RuntimeWarningType, "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used", 1) {
			return value{}
		}
	}
	closefd := true
	if !a[6].IsNil() {
		if closefd, ok = th.Truth(a[6]); !ok {
			return value{}
		}
	}
	f := fileOf(FileType.Allocate())
	f.fd = -1
	path := a[0]
	if !isInt(path) && !path.Is(&object.StrType) && !path.Is(&object.BytesType) {
		if p, ok := th.CallSpecial(path, sFSPath); ok && !p.IsNil() {
			path = p
		}
	}
	if !f.open(th, path, om.raw(), closefd, a[7]) {
		return value{}
	}
	return f.wrap(th, om, mode, buffering, a)
}

func checkOpenArgs(th *thread, m openMode, a []value) bool {
	if m.binary {
		for i, name := range [...]string{"an encoding", "an errors", "a newline"} {
			if !object.OrNone(a[3+i]).IsNone() {
				th.ValueError("binary mode doesn't take %s argument", name)
				return false
			}
		}
	}
	return true
}

// wrap puts the layers that the mode and the buffering ask for around a raw file.
func (f *File) wrap(th *thread, m openMode, mode string, buffering int, a []value) value {
	closeOnError := func() value {
		exc := th.TakeExc()
		f.closeFD(th)
		th.Exc = exc
		return value{}
	}
	terminal := (buffering < 0 || buffering == 1) && isTerminal(f.fd)
	lineBuffering := buffering == 1 && !m.binary || buffering < 0 && terminal
	size := buffering
	if size < 0 || size == 1 {
		size = bufferSize
	}
	if size == 0 {
		if m.binary {
			return f.v()
		}
		th.ValueError("can't have unbuffered text I/O")
		return closeOnError()
	}
	t := &BufferedReaderType
	switch {
	case m.update:
		t = &BufferedRandomType
	case m.create || m.write || m.append:
		t = &BufferedWriterType
	}
	if m.update && !f.canSeek() {
		unsupported(th, "File or stream is not seekable.")
		return closeOnError()
	}
	b := newBuffered(t, f.v(), size)
	if m.binary {
		return b.v()
	}
	text := textOf(TextType.Allocate())
	if !text.setup(th, b.v(), a[3], a[4], a[5], lineBuffering, false) {
		return closeOnError()
	}
	dictOf(text.v(), true).SetStr(sMode, object.StrValue(mode))
	return text.v()
}
