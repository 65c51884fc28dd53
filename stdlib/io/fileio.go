// FileIO, a stream over a file descriptor.
package iomod

import (
	"syscall"

	"pyasync/object"
)

// File is io.FileIO.
type File struct {
	base
	fd                                     int // -1: closed
	readable, writable, appending, created bool
	keepFD                                 bool // closefd=False
	seekable                               int8 // 1 yes, -1 no, 0 not asked yet
}

// FileType is the class of FileIO.
var FileType object.Type

func fileOf(v value) *File { return (*File)(v.Ptr()) }

func (f *File) v() value { return object.ObjectValue(&f.Header) }

func newFile(fd int, name value, readable, writable, keepFD bool) *File {
	f := fileOf(FileType.Allocate())
	f.fd, f.readable, f.writable, f.keepFD = fd, readable, writable, keepFD
	f.setName(name)
	return f
}

func (f *File) setName(name value) { dictOf(f.v(), true).SetStr(sName, name) }

func init() {
	object.Define(&FileType, object.Spec{
		Name: "_io.FileIO", Base: &rawIOBaseType, Alloc: object.Allocator[File](), DictOf: dictOf,
		Sig:   "file, mode='r', closefd=True, opener=None",
		Slots: object.Slots{New: fileNew, Init: fileInit, Repr: fileRepr},
		Methods: []object.Method{
			method("read", "size=-1, /", fileRead),
			method0("readall", fileReadall),
			method("readinto", "buffer, /", fileReadinto),
			method("write", "b, /", fileWrite),
			method("seek", "pos, whence=0, /", fileSeek),
			method0("tell", func(th *thread, v value) value { return fileOf(v).seekValue(th, 0, 1) }),
			method("truncate", "size=None, /", fileTruncate),
			method0("close", fileClose),
			method0("fileno", func(th *thread, v value) value {
				if f := fileOf(v); f.check(th) {
					return object.Int(int64(f.fd))
				}
				return value{}
			}),
			method0("isatty", func(th *thread, v value) value {
				if f := fileOf(v); f.check(th) {
					return object.Bool(isTerminal(f.fd))
				}
				return value{}
			}),
			method0("readable", func(th *thread, v value) value { return fileOf(v).ask(th, fileOf(v).readable) }),
			method0("writable", func(th *thread, v value) value { return fileOf(v).ask(th, fileOf(v).writable) }),
			method0("seekable", func(th *thread, v value) value {
				f := fileOf(v)
				if !f.check(th) {
					return value{}
				}
				return object.Bool(f.canSeek())
			}),
		},
		Getset: []object.Getset{
			{Name: "closed", Get: func(th *thread, v value) value { return object.Bool(fileOf(v).fd < 0) }},
			{Name: "closefd", Get: func(th *thread, v value) value { return object.Bool(!fileOf(v).keepFD) }},
			{Name: "mode", Get: func(th *thread, v value) value { return object.StrValue(fileOf(v).mode()) }},
			{Name: "_blksize", Get: func(th *thread, v value) value { return object.Int(bufferSize) }},
		},
	})
}

func (f *File) mode() string {
	switch {
	case f.created && f.readable:
		return "xb+"
	case f.created:
		return "xb"
	case f.appending && f.readable:
		return "ab+"
	case f.appending:
		return "ab"
	case f.readable && f.writable:
		return "rb+"
	case f.readable:
		return "rb"
	}
	return "wb"
}

// check raises ValueError for a closed file.
func (f *File) check(th *thread) bool {
	if f.fd < 0 {
		th.ValueError("I/O operation on closed file")
		return false
	}
	return true
}

func (f *File) ask(th *thread, b bool) value {
	if !f.check(th) {
		return value{}
	}
	return object.Bool(b)
}

func (f *File) canSeek() bool {
	if f.seekable == 0 {
		f.seekable = -1
		if _, err := syscall.Seek(f.fd, 0, 1); err == nil {
			f.seekable = 1
		}
	}
	return f.seekable > 0
}

func fileRepr(th *thread, v value) value {
	f := fileOf(v)
	if f.fd < 0 {
		return object.StrValue("<_io.FileIO [closed]>")
	}
	closefd := "True"
	if f.keepFD {
		closefd = "False"
	}
	name, ok := th.LookupAttr(v, sName)
	if !ok {
		return value{}
	}
	if name.IsNil() {
		return object.StrValue("<_io.FileIO fd=" + itoa(f.fd) + " mode='" + f.mode() + "' closefd=" + closefd + ">")
	}
	s, ok := th.Repr(name)
	if !ok {
		return value{}
	}
	return object.StrValue("<_io.FileIO name=" + s + " mode='" + f.mode() + "' closefd=" + closefd + ">")
}

func fileNew(th *thread, t *object.Type, args []value, kw []*str) value {
	v := t.Allocate()
	fileOf(v).fd = -1
	return v
}

// readInto reads once; n -1 means that the descriptor would block.
func (f *File) readInto(th *thread, p []byte) (n int, ok bool) {
	if f.fd < 0 {
		f.check(th)
		return 0, false
	}
	var err error
	for {
		n, err = readFD(th, f.fd, p)
		if err != syscall.EINTR {
			break
		}
		if !poll(th) {
			return 0, false
		}
	}
	switch {
	case err == syscall.EAGAIN:
		return -1, true
	case err != nil:
		th.RaiseOSError(err, value{})
		return 0, false
	}
	return n, true
}

// write writes once; n -1 means that the descriptor would block.
func (f *File) write(th *thread, p []byte) (n int, ok bool) {
	if f.fd < 0 {
		f.check(th)
		return 0, false
	}
	if f.fd <= 2 && th.Interp.Hooks.Output != nil && th.Interp.Hooks.Output(f.fd, p) {
		return len(p), true
	}
	var err error
	for {
		th.Blocking(func() { n, err = syscall.Write(f.fd, p) })
		if err != syscall.EINTR {
			break
		}
		if !poll(th) {
			return 0, false
		}
	}
	switch {
	case err == syscall.EAGAIN:
		return -1, true
	case err != nil:
		th.RaiseOSError(err, value{})
		return 0, false
	}
	return n, true
}

// poll lets signals be handled.
func poll(th *thread) bool {
	if th.Interp.Interrupt.Load() != 0 && th.Interp.Hooks.Poll != nil {
		return th.Interp.Hooks.Poll(th)
	}
	return true
}

func (f *File) mayRead(th *thread) bool {
	if !f.check(th) {
		return false
	}
	if !f.readable {
		unsupported(th, "File not open for reading")
	}
	return f.readable
}

func fileRead(th *thread, v value, a []value) value {
	f := fileOf(v)
	if !f.mayRead(th) {
		return value{}
	}
	n, ok := sizeArg(th, a[0])
	if !ok {
		return value{}
	}
	if n < 0 {
		return fileReadall(th, v)
	}
	if !th.CheckSize(n) {
		return value{}
	}
	b := make([]byte, min(n, 1<<20))
	got, ok := f.readInto(th, b)
	if !ok {
		return value{}
	}
	if got < 0 {
		return object.None
	}
	return bytesValue(b[:got:got])
}

func fileReadall(th *thread, v value) value {
	f := fileOf(v)
	if !f.mayRead(th) {
		return value{}
	}
	b, blocked, ok := f.readAll(th)
	if !ok {
		return value{}
	}
	if blocked && len(b) == 0 {
		return object.None
	}
	return bytesValue(b)
}

// readAll reads to the end, into a buffer of the file's size to begin with.
func (f *File) readAll(th *thread) (b []byte, blocked, ok bool) {
	size := bufferSize
	var st syscall.Stat_t
	if err := syscall.Fstat(f.fd, &st); err == nil && st.Size > 0 && st.Mode&syscall.S_IFMT == syscall.S_IFREG {
		pos, _ := syscall.Seek(f.fd, 0, 1)
		size = int(min(max(st.Size-pos, 0), 1<<31)) + 1
	}
	b = make([]byte, 0, size)
	for {
		if len(b) == cap(b) {
			if !th.CheckSize(2 * cap(b)) { // a device without end
				return nil, false, false
			}
			b = append(b, 0)[:len(b)]
		}
		n, ok := f.readInto(th, b[len(b):cap(b)])
		if !ok {
			return nil, false, false
		}
		if n <= 0 {
			return b, n < 0, true
		}
		b = b[:len(b)+n]
	}
}

func fileReadinto(th *thread, v value, a []value) value {
	f := fileOf(v)
	if !f.mayRead(th) {
		return value{}
	}
	buf, ok := writableBuffer(th, a[0], "readinto")
	if !ok {
		return value{}
	}
	defer release(buf)
	n, ok := f.readInto(th, buf.Bytes)
	if !ok {
		return value{}
	}
	if n < 0 {
		return object.None
	}
	return object.Int(int64(n))
}

func fileWrite(th *thread, v value, a []value) value {
	f := fileOf(v)
	if !f.check(th) {
		return value{}
	}
	if !f.writable {
		return unsupported(th, "File not open for writing")
	}
	b, ok := bytesOf(th, a[0])
	if !ok {
		return value{}
	}
	n, ok := f.write(th, b)
	if !ok {
		return value{}
	}
	if n < 0 {
		return object.None
	}
	return object.Int(int64(n))
}

func (f *File) seekTo(th *thread, off int64, whence int) (int64, bool) {
	if !f.check(th) {
		return 0, false
	}
	pos, err := syscall.Seek(f.fd, off, whence)
	if err != nil {
		th.RaiseOSError(err, value{})
		return 0, false
	}
	return pos, true
}

func (f *File) seekValue(th *thread, off int64, whence int) value {
	pos, ok := f.seekTo(th, off, whence)
	if !ok {
		return value{}
	}
	return object.Int(pos)
}

func fileSeek(th *thread, v value, a []value) value {
	f := fileOf(v)
	if !f.check(th) {
		return value{}
	}
	if _, isFloat := a[0].ExactFloat(); isFloat {
		return th.TypeError("an integer is required")
	}
	off, whence, ok := seekArgs(th, a)
	if !ok {
		return value{}
	}
	return f.seekValue(th, int64(off), whence)
}

func fileTruncate(th *thread, v value, a []value) value {
	f := fileOf(v)
	if !f.check(th) {
		return value{}
	}
	if !f.writable {
		return unsupported(th, "File not open for writing")
	}
	size := a[0]
	if size.IsNil() || size.IsNone() {
		if size = f.seekValue(th, 0, 1); size.IsNil() {
			return size
		}
	}
	n, ok := th.AsIndex(size, &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	if err := syscall.Ftruncate(f.fd, int64(n)); err != nil {
		return th.RaiseOSError(err, value{})
	}
	return object.Int(int64(n))
}

func (f *File) closeFD(th *thread) bool {
	if f.fd < 0 {
		return true
	}
	fd := f.fd
	f.fd = -1
	if f.keepFD {
		return true
	}
	var err error
	th.Blocking(func() { err = syscall.Close(fd) })
	if err != nil {
		th.RaiseOSError(err, value{})
		return false
	}
	return true
}

func fileClose(th *thread, v value) value {
	// Subclasses may override flush(), which close() of the base calls.
	r := baseClose(th, v)
	exc := th.Exc
	ok := fileOf(v).closeFD(th)
	if r.IsNil() {
		th.Exc = exc
		return r
	}
	return noneIf(ok)
}
