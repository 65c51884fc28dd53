// The standard streams, and the list of streams with pending output, which is written when the interpreter ends, and
// earlier when another look at the file system could miss it: where CPython would have closed a file object that
// nobody refers to any more, we do not know yet that it is garbage.
package iomod

import (
	"io"
	"os"

	"pyasync/object"
)

type state struct {
	dirty []flusher
}

type stateKey struct{}

type flusher interface{ flushDirty(th *thread) bool }

func stateOf(th *thread) *state {
	s, _ := th.Interp.Ext(stateKey{}).(*state)
	if s == nil {
		s = &state{}
		th.Interp.SetExt(stateKey{}, s)
	}
	return s
}

func (b *Buffered) markDirty(th *thread) {
	if !b.dirty {
		b.dirty = true
		s := stateOf(th)
		s.dirty = append(s.dirty, b)
	}
}

func (t *Text) markDirty(th *thread) {
	if !t.dirty {
		t.dirty = true
		s := stateOf(th)
		s.dirty = append(s.dirty, t)
	}
}

func (b *Buffered) flushDirty(th *thread) bool {
	b.dirty = false
	if b.raw.IsNil() || len(b.pending) == 0 || b.file != nil && b.file.fd < 0 {
		return true
	}
	return b.flushPending(th)
}

func (t *Text) flushDirty(th *thread) bool {
	t.dirty = false
	if len(t.pending) == 0 || t.detached || !t.ok || t.buf != nil && t.buf.file != nil && t.buf.file.fd < 0 {
		return true
	}
	return t.flush(th)
}

// FlushDirty writes out what streams other than the standard ones hold back. Errors are dropped, as CPython drops
// those of a file object that dies.
func FlushDirty(th *thread) {
	s := stateOf(th)
	if len(s.dirty) == 0 {
		return
	}
	list := s.dirty
	s.dirty = nil
	exc := th.Exc
	var keep []flusher
	for _, f := range list {
		if isStandard(th, f) {
			keep = append(keep, f)
			continue
		}
		f.flushDirty(th)
	}
	s.dirty = append(keep, s.dirty...)
	th.Exc = exc
}

func isStandard(th *thread, f flusher) bool {
	switch f := f.(type) {
	case *Text:
		return f.buf != nil && f.buf.file != nil && f.buf.file.keepFD && f.buf.file.fd <= 2
	case *Buffered:
		return f.file != nil && f.file.keepFD && f.file.fd <= 2
	}
	return false
}

// Std are the standard streams of an interpreter; None where the host has none.
type Std struct{ Stdin, Stdout, Stderr value }

// OpenStd makes the standard streams from the host's.
func OpenStd(th *thread) (Std, bool) {
	h := th.Interp.GetHost()
	encoding, errors := stdEncoding(h)
	var s Std
	var ok bool
	if s.Stdin, ok = openStdin(th, h, encoding, errors); !ok {
		return s, false
	}
	if s.Stdout, ok = openOutput(th, h.Stdout, "<stdout>", encoding, errors, false, h.Flags.Unbuffered); !ok {
		return s, false
	}
	s.Stderr, ok = openOutput(th, h.Stderr, "<stderr>", encoding, "backslashreplace", true, h.Flags.Unbuffered)
	return s, ok
}

// stdEncoding reads PYTHONIOENCODING ("encoding:errors"); otherwise the streams are UTF-8, and strict unless the
// locale is C or POSIX.
func stdEncoding(h *object.Host) (encoding, errors string) {
	encoding, errors = "utf-8", "strict"
	if locale := localeOf(h); locale == "" || locale == "C" || locale == "POSIX" || locale == "C.UTF-8" || locale == "C.utf8" {
		errors = "surrogateescape"
	}
	spec, ok := h.Getenv("PYTHONIOENCODING")
	if !ok || spec == "" || h.Flags.IgnoreEnvironment != 0 {
		return encoding, errors
	}
	enc, errs, _ := cut(spec, ':')
	if enc != "" {
		encoding, errors = enc, "strict"
	}
	if errs != "" {
		errors = errs
	}
	return encoding, errors
}

func localeOf(h *object.Host) string {
	for _, name := range [...]string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v, ok := h.Getenv(name); ok && v != "" {
			return v
		}
	}
	return ""
}

func cut(s string, sep byte) (before, after string, found bool) {
	for i := 0; i < len(s); i++ {
		if s[i] == sep {
			return s[:i], s[i+1:], true
		}
	}
	return s, "", false
}

func openStdin(th *thread, h *object.Host, encoding, errors string) (value, bool) {
	if h.Stdin == nil {
		return object.None, true
	}
	var raw value
	if f, ok := h.Stdin.(*os.File); ok {
		raw = newFile(int(f.Fd()), object.StrValue("<stdin>"), true, false, true).v()
	} else {
		raw = newGoStream(h.Stdin, nil, "<stdin>")
	}
	b := newBuffered(&BufferedReaderType, raw, bufferSize)
	return wrapStd(th, b, encoding, errors, "r", b.file != nil && isTerminal(b.file.fd), false)
}

func openOutput(th *thread, w io.Writer, name, encoding, errors string, lines, unbuffered bool) (value, bool) {
	if w == nil {
		return object.None, true
	}
	var raw value
	terminal := false
	if f, ok := w.(*os.File); ok {
		fd := int(f.Fd())
		raw = newFile(fd, object.StrValue(name), false, true, true).v()
		terminal = isTerminal(fd)
	} else {
		raw = newGoStream(nil, w, name)
	}
	b := newBuffered(&BufferedWriterType, raw, bufferSize)
	return wrapStd(th, b, encoding, errors, "w", terminal || lines, unbuffered)
}

// wrapStd makes the text layer. Unbuffered streams pass everything on at once.
func wrapStd(th *thread, b *Buffered, encoding, errors, mode string, lines, unbuffered bool) (value, bool) {
	t := textOf(TextType.Allocate())
	newline := object.StrValue("\n")
	if mode == "r" {
		newline = object.None
	}
	if unbuffered {
		b.size = 0
	}
	if !t.setup(th, b.v(), object.StrValue(encoding), object.StrValue(errors), newline, lines, unbuffered) {
		return value{}, false
	}
	dictOf(t.v(), true).SetStr(sMode, object.StrValue(mode))
	return t.v(), true
}

// goStream is a raw stream over a Go reader or writer.
type goStream struct {
	base
	r io.Reader
	w io.Writer
}

var goStreamType object.Type

func newGoStream(r io.Reader, w io.Writer, name string) value {
	v := goStreamType.Allocate()
	s := (*goStream)(v.Ptr())
	s.r, s.w = r, w
	dictOf(v, true).SetStr(sName, object.StrValue(name))
	return v
}

func init() {
	object.Define(&goStreamType, object.Spec{Name: "_io.GoStream", Base: &rawIOBaseType, Flags: object.FlagNoNew, Alloc: object.Allocator[goStream](), DictOf: dictOf,
		Methods: []object.Method{
			method0("readable", func(th *thread, v value) value { return object.Bool((*goStream)(v.Ptr()).r != nil) }),
			method0("writable", func(th *thread, v value) value { return object.Bool((*goStream)(v.Ptr()).w != nil) }),
			method("readinto", "buffer, /", func(th *thread, v value, a []value) value {
				buf, ok := writableBuffer(th, a[0], "readinto")
				if !ok {
					return value{}
				}
				defer release(buf)
				var n int
				var err error
				th.Blocking(func() { n, err = (*goStream)(v.Ptr()).r.Read(buf.Bytes) })
				if n == 0 && err != nil && err != io.EOF {
					return th.RaiseOSError(err, value{})
				}
				return object.Int(int64(n))
			}),
			method("write", "b, /", func(th *thread, v value, a []value) value {
				b, ok := bytesOf(th, a[0])
				if !ok {
					return value{}
				}
				n, err := (*goStream)(v.Ptr()).w.Write(b)
				if err != nil {
					return th.RaiseOSError(err, value{})
				}
				return object.Int(int64(n))
			}),
		}})
}
