// Opening a FileIO: modes, paths, descriptors, openers.
package iomod

import (
	"strings"
	"syscall"

	"pyasync/object"
)

var fileSig = object.ParseSignature("file, mode='r', closefd=True, opener=None")

func fileInit(th *thread, v value, args []value, kw []*str) bool {
	var a [4]value
	if !fileSig.Bind(th, "FileIO", args, kw, a[:]) {
		return false
	}
	mode := "r"
	if !a[1].IsNil() {
		s, ok := object.GoString(a[1])
		if !ok {
			th.TypeError("FileIO() argument 'mode' must be str, not %s", a[1].Type().TPName())
			return false
		}
		mode = s
	}
	closefd := true
	if !a[2].IsNil() {
		var ok bool
		if closefd, ok = th.Truth(a[2]); !ok {
			return false
		}
	}
	f := fileOf(v)
	if f.fd >= 0 && !f.keepFD && !f.closeFD(th) {
		return false
	}
	return f.open(th, a[0], mode, closefd, a[3])
}

// open opens what file names: a descriptor, a path, or whatever opener makes of it.
func (f *File) open(th *thread, file value, mode string, closefd bool, opener value) bool {
	flags, ok := f.parseMode(th, mode)
	if !ok {
		return false
	}
	f.keepFD = !closefd
	f.setName(file)
	if isInt(file) {
		return f.openFD(th, file)
	}
	path, ok := fsPath(th, file)
	if !ok {
		return false
	}
	if !closefd {
		th.ValueError("Cannot use closefd=False with file name")
		return false
	}
	if !opener.IsNil() && !opener.IsNone() {
		return f.openWith(th, opener, file, flags)
	}
	FlushDirty(th)
	fd, err := openPath(th, path, flags)
	if err != nil {
		th.RaiseOSError(err, file)
		return false
	}
	f.fd = fd
	if !f.checkNotDir(th, file) {
		return false
	}
	if f.appending {
		syscall.Seek(fd, 0, 2)
	}
	return true
}

func isInt(v value) bool { return v.Is(&object.IntType) || v.IsSmallInt() || v.IsBool() }

func (f *File) openFD(th *thread, file value) bool {
	fd, ok := th.AsIndex(file, &object.OverflowErrorType)
	if !ok {
		return false
	}
	if fd < 0 {
		th.ValueError("negative file descriptor")
		return false
	}
	var st syscall.Stat_t
	if err := syscall.Fstat(fd, &st); err != nil {
		th.RaiseErrno(int(syscall.EBADF), value{}, value{})
		return false
	}
	f.fd = fd
	return f.checkNotDir(th, file)
}

func (f *File) openWith(th *thread, opener, file value, flags int) bool {
	r := th.CallArgs(opener, file, object.Int(int64(flags)))
	if r.IsNil() {
		return false
	}
	if !isInt(r) {
		th.TypeError("expected integer from opener")
		return false
	}
	fd, ok := th.AsIndex(r, &object.OverflowErrorType)
	if !ok {
		return false
	}
	if fd < 0 {
		th.ValueError("opener returned %d", fd)
		return false
	}
	f.fd = fd
	return f.checkNotDir(th, file)
}

func (f *File) checkNotDir(th *thread, file value) bool {
	var st syscall.Stat_t
	if err := syscall.Fstat(f.fd, &st); err == nil && st.Mode&syscall.S_IFMT == syscall.S_IFDIR {
		if !f.keepFD && !isInt(file) {
			syscall.Close(f.fd)
		}
		f.fd = -1
		th.RaiseErrno(int(syscall.EISDIR), file, value{})
		return false
	}
	return true
}

// openPath opens a file, as far as the interpreter may.
func openPath(th *thread, path string, flags int) (fd int, err error) {
	if th.Interp.GetHost().NoFiles {
		return -1, syscall.EACCES
	}
	th.Blocking(func() {
		for {
			fd, err = syscall.Open(path, flags|syscall.O_CLOEXEC, 0o666)
			if err != syscall.EINTR {
				return
			}
		}
	})
	return fd, err
}

func (f *File) parseMode(th *thread, mode string) (flags int, ok bool) {
	kinds, plus := 0, 0
	f.readable, f.writable, f.appending, f.created = false, false, false, false
	for _, c := range mode {
		switch c {
		case 'r':
			kinds++
			f.readable = true
		case 'w':
			kinds++
			f.writable = true
			flags |= syscall.O_CREAT | syscall.O_TRUNC
		case 'a':
			kinds++
			f.writable, f.appending = true, true
			flags |= syscall.O_CREAT | syscall.O_APPEND
		case 'x':
			kinds++
			f.writable, f.created = true, true
			flags |= syscall.O_CREAT | syscall.O_EXCL
		case '+':
			plus++
			f.readable, f.writable = true, true
		case 'b':
		default:
			th.ValueError("invalid mode: %s", mode)
			return 0, false
		}
	}
	if kinds != 1 || plus > 1 {
		th.ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
		return 0, false
	}
	switch {
	case f.readable && f.writable:
		flags |= syscall.O_RDWR
	case f.writable:
		flags |= syscall.O_WRONLY
	}
	return flags, true
}

var sFSPath = object.NewStr("__fspath__")

// fsPath is os.fsdecode(os.fspath(v)).
func fsPath(th *thread, v value) (string, bool) {
	var s string
	switch {
	case v.Is(&object.StrType):
		s, _ = object.GoString(v)
	case v.Is(&object.BytesType):
		b, _ := bytesOf(th, v)
		s = string(b)
	default:
		p, ok := th.CallSpecial(v, sFSPath)
		if !ok {
			th.TypeError("expected str, bytes or os.PathLike object, not %s", v.Type().TPName())
			return "", false
		}
		if p.IsNil() {
			return "", false
		}
		if !p.Is(&object.StrType) && !p.Is(&object.BytesType) {
			th.TypeError("expected %s.__fspath__() to return str or bytes, not %s", v.Type().TPName(), p.Type().TPName())
			return "", false
		}
		return fsPath(th, p)
	}
	if strings.IndexByte(s, 0) >= 0 {
		th.ValueError("embedded null byte")
		return "", false
	}
	return object.FSEncode(s), true
}
