// File descriptors: opening, duplicating and closing them, and what goes through them. Their flags are in fdflags.go.
package posix

import (
	"syscall"

	"pyasync/object"
)

var fdFuncs = []object.Method{
	{Name: "open", Sig: "path, flags, mode=511, *, dir_fd=None", F: open},
	{Name: "close", Sig: "fd", F: closeFD},
	{Name: "closerange", Sig: "fd_low, fd_high, /", F2: closerange},
	{Name: "pipe", F0: pipe},
	{Name: "pipe2", Sig: "flags, /", F1: pipe2},
	{Name: "dup", Sig: "fd, /", F1: dup},
	{Name: "dup2", Sig: "fd, fd2, inheritable=True", F: dup2},
	{Name: "read", Sig: "fd, length, /", F2: read},
	{Name: "write", Sig: "fd, data, /", F2: write},
	{Name: "pread", Sig: "fd, length, offset, /", F: pread},
	{Name: "pwrite", Sig: "fd, buffer, offset, /", F: pwrite},
	{Name: "lseek", Sig: "fd, position, whence, /", F: lseek},
	{Name: "ftruncate", Sig: "fd, length, /", F2: ftruncate},
	onFD("fsync", syscall.Fsync),
	onFD("fdatasync", syscall.Fdatasync),
	onFD("fchdir", syscall.Fchdir),
	{Name: "fstat", Sig: "fd", F: fstat},
	{Name: "fchmod", Sig: "fd, mode", F: fchmod},
}

// fdArg converts a file descriptor given as a number; onFD takes objects with fileno() as well.
func fdArg(th *thread, v value) (int, bool) { return th.AsInt(v) }

// onFD is a row whose function works on a descriptor, or what has one, and returns None.
func onFD(name string, f func(fd int) error) object.Method {
	return object.Method{Name: name, Sig: "fd", F: func(th *thread, m value, a []value) value {
		fd, ok := th.FileDescriptor(a[0])
		if !ok {
			return value{}
		}
		return blocking(th, fd, f)
	}}
}

func closeFD(th *thread, m value, a []value) value {
	fd, ok := fdArg(th, a[0])
	if !ok {
		return value{}
	}
	return blocking(th, fd, syscall.Close)
}

// blocking returns None once f has done its work, with the interpreter lock given up.
func blocking(th *thread, fd int, f func(fd int) error) value {
	var err error
	th.Blocking(func() { err = retry(func() error { return f(fd) }) })
	return result(th, object.None, err)
}

func result(th *thread, v value, err error) value {
	if err != nil {
		return th.RaiseOSError(err, value{})
	}
	return v
}

func open(th *thread, m value, a []value) value {
	p, ok := pathArg(th, a[0], "open", "path", false)
	if !ok || !p.relativeTo(th, a[3], "open") {
		return value{}
	}
	flags, ok1 := intArg(th, a[1], 0)
	mode, ok2 := intArg(th, a[2], 0o777)
	if !ok1 || !ok2 {
		return value{}
	}
	flush(th)
	var fd int
	var err error
	th.Blocking(func() {
		err = retry(func() (err error) {
			fd, err = syscall.Open(p.name, flags|syscall.O_CLOEXEC, uint32(mode))
			return err
		})
	})
	if err != nil {
		return p.fail(th, err)
	}
	return object.Int(int64(fd))
}

func closerange(th *thread, m, x, y value) value {
	lo, ok1 := intArg(th, x, 0)
	hi, ok2 := intArg(th, y, 0)
	if !ok1 || !ok2 {
		return value{}
	}
	for fd := max(lo, 0); fd < min(hi, 65536); fd++ {
		syscall.Close(fd)
	}
	return object.None
}

func pipe(th *thread, m value) value { return newPipe(th, syscall.O_CLOEXEC) }

func pipe2(th *thread, m, x value) value {
	flags, ok := intArg(th, x, 0)
	if !ok {
		return value{}
	}
	return newPipe(th, flags)
}

func newPipe(th *thread, flags int) value {
	var fds [2]int
	if err := syscall.Pipe2(fds[:], flags); err != nil {
		return th.RaiseOSError(err, value{})
	}
	return object.TupleOf(object.Int(int64(fds[0])), object.Int(int64(fds[1])))
}

func dup(th *thread, m, x value) value {
	fd, ok := fdArg(th, x)
	if !ok {
		return value{}
	}
	n, ok := fcntl(th, fd, syscall.F_DUPFD_CLOEXEC, 0)
	if !ok {
		return value{}
	}
	return object.Int(int64(n))
}

func dup2(th *thread, m value, a []value) value {
	fd, ok1 := fdArg(th, a[0])
	fd2, ok2 := fdArg(th, a[1])
	inherit, ok3 := boolArg(th, a[2], true)
	if !ok1 || !ok2 || !ok3 {
		return value{}
	}
	flags := 0
	if !inherit {
		flags = syscall.O_CLOEXEC
	}
	if fd == fd2 {
		return object.Int(int64(fd2))
	}
	return result(th, object.Int(int64(fd2)), syscall.Dup3(fd, fd2, flags))
}

func read(th *thread, m, x, y value) value {
	fd, ok1 := fdArg(th, x)
	if !ok1 {
		return value{}
	}
	n, ok2 := th.AsIndex(y, &object.OverflowErrorType)
	if !ok2 {
		return value{}
	}
	if n > 0 && !untilReady(th, fd) {
		return value{}
	}
	return readBytes(th, n, func(b []byte) (int, error) { return syscall.Read(fd, b) })
}

func pread(th *thread, m value, a []value) value {
	var n [3]int // fd, length, offset
	for i := range n {
		var ok bool
		if n[i], ok = th.AsIndex(a[i], &object.OverflowErrorType); !ok {
			return value{}
		}
	}
	return readBytes(th, n[1], func(b []byte) (int, error) { return syscall.Pread(n[0], b, int64(n[2])) })
}

// readBytes returns the bytes that one successful call of f reads, up to n.
func readBytes(th *thread, n int, f func(b []byte) (int, error)) value {
	if n < 0 {
		return th.RaiseErrno(int(syscall.EINVAL), value{}, value{})
	}
	b := make([]byte, min(n, 1<<30))
	var err error
	th.Blocking(func() {
		err = retry(func() (err error) { n, err = f(b); return err })
	})
	if err != nil {
		return th.RaiseOSError(err, value{})
	}
	return object.NewBytes(b[:n:n]).V()
}

func write(th *thread, m, x, y value) value {
	fd, ok := fdArg(th, x)
	if !ok {
		return value{}
	}
	return writeBytes(th, y, func(b []byte) (int, error) { return syscall.Write(fd, b) })
}

func pwrite(th *thread, m value, a []value) value {
	fd, ok := fdArg(th, a[0])
	if !ok {
		return value{}
	}
	offset, ok := th.AsIndex(a[2], &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	return writeBytes(th, a[1], func(b []byte) (int, error) { return syscall.Pwrite(fd, b, int64(offset)) })
}

// writeBytes returns how many bytes of a buffer one successful call of f writes.
func writeBytes(th *thread, data value, f func(b []byte) (int, error)) value {
	b, release, ok := object.AsBytesLike(th, data)
	if !ok {
		return value{}
	}
	defer release()
	var n int
	var err error
	th.Blocking(func() {
		err = retry(func() (err error) { n, err = f(b); return err })
	})
	return result(th, object.Int(int64(n)), err)
}

func lseek(th *thread, m value, a []value) value {
	fd, ok1 := fdArg(th, a[0])
	pos, ok2 := intArg(th, a[1], 0)
	whence, ok3 := intArg(th, a[2], 0)
	if !ok1 || !ok2 || !ok3 {
		return value{}
	}
	n, err := syscall.Seek(fd, int64(pos), whence)
	return result(th, object.Int(n), err)
}

func ftruncate(th *thread, m, x, y value) value {
	fd, ok1 := fdArg(th, x)
	n, ok2 := intArg(th, y, 0)
	if !ok1 || !ok2 {
		return value{}
	}
	return result(th, object.None, syscall.Ftruncate(fd, int64(n)))
}

func fstat(th *thread, m value, a []value) value {
	fd, ok := fdArg(th, a[0])
	if !ok {
		return value{}
	}
	var st syscall.Stat_t
	if err := syscall.Fstat(fd, &st); err != nil {
		return th.RaiseOSError(err, value{})
	}
	return statValue(&st)
}

func fchmod(th *thread, m value, a []value) value {
	fd, ok1 := fdArg(th, a[0])
	mode, ok2 := intArg(th, a[1], 0)
	if !ok1 || !ok2 {
		return value{}
	}
	return result(th, object.None, syscall.Fchmod(fd, uint32(mode)))
}
