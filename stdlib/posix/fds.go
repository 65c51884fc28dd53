// Functions on file descriptors.
package posix

import (
	"syscall"
	"unsafe"

	"pyasync/object"
)

// fdArg returns a file descriptor: an int, or the fileno() of an object.
func fdArg(th *thread, v value) (int, bool) {
	if v.Is(&object.IntType) || v.IsSmallInt() || v.IsBool() {
		return th.AsIndex(v, &object.OverflowErrorType)
	}
	return th.AsIndex(v, &object.OverflowErrorType)
}

// onFD is a row whose function works on a descriptor and returns None.
func onFD(name string, f func(fd int) error) object.Method {
	return object.Method{Name: name, Sig: "fd", F: func(th *thread, m value, a []value) value {
		fd, ok := fdArg(th, a[0])
		if !ok {
			return value{}
		}
		var err error
		th.Blocking(func() { err = retry(func() error { return f(fd) }) })
		return result(th, object.None, err)
	}}
}

func result(th *thread, v value, err error) value {
	if err != nil {
		return th.RaiseOSError(err, value{})
	}
	return v
}

var fdFuncs []object.Method

func init() {
	fdFuncs = []object.Method{
		{Name: "open", Sig: "path, flags, mode=511, *, dir_fd=None", F: func(th *thread, m value, a []value) value {
			p, ok := pathArg(th, a[0], "open", "path", false)
			if !ok {
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
		}},
		onFD("close", syscall.Close),
		onFD("fsync", syscall.Fsync),
		onFD("fdatasync", syscall.Fdatasync),
		onFD("fchdir", syscall.Fchdir),
		{Name: "read", Sig: "fd, length, /", F2: func(th *thread, m, x, y value) value {
			fd, ok := fdArg(th, x)
			if !ok {
				return value{}
			}
			n, ok := th.AsIndex(y, &object.OverflowErrorType)
			if !ok {
				return value{}
			}
			if n < 0 {
				return th.RaiseErrno(int(syscall.EINVAL), value{}, value{})
			}
			b := make([]byte, min(n, 1<<30))
			var err error
			th.Blocking(func() {
				err = retry(func() (err error) { n, err = syscall.Read(fd, b); return err })
			})
			if err != nil {
				return th.RaiseOSError(err, value{})
			}
			return object.NewBytes(b[:n:n]).V()
		}},
		{Name: "write", Sig: "fd, data, /", F2: func(th *thread, m, x, y value) value {
			fd, ok := fdArg(th, x)
			if !ok {
				return value{}
			}
			b, release, ok := object.AsBytesLike(th, y)
			if !ok {
				return value{}
			}
			defer release()
			var n int
			var err error
			th.Blocking(func() {
				err = retry(func() (err error) { n, err = syscall.Write(fd, b); return err })
			})
			return result(th, object.Int(int64(n)), err)
		}},
		{Name: "pread", Sig: "fd, length, offset, /", F: func(th *thread, m value, a []value) value {
			var n [3]int // fd, length, offset
			for i := range n {
				var ok bool
				if n[i], ok = th.AsIndex(a[i], &object.OverflowErrorType); !ok {
					return value{}
				}
			}
			if n[1] < 0 {
				return th.RaiseErrno(int(syscall.EINVAL), value{}, value{})
			}
			b := make([]byte, min(n[1], 1<<30))
			var got int
			var err error
			th.Blocking(func() {
				err = retry(func() (err error) { got, err = syscall.Pread(n[0], b, int64(n[2])); return err })
			})
			if err != nil {
				return th.RaiseOSError(err, value{})
			}
			return object.NewBytes(b[:got:got]).V()
		}},
		{Name: "pwrite", Sig: "fd, buffer, offset, /", F: func(th *thread, m value, a []value) value {
			fd, ok := fdArg(th, a[0])
			if !ok {
				return value{}
			}
			offset, ok := th.AsIndex(a[2], &object.OverflowErrorType)
			if !ok {
				return value{}
			}
			b, release, ok := object.AsBytesLike(th, a[1])
			if !ok {
				return value{}
			}
			defer release()
			var n int
			var err error
			th.Blocking(func() {
				err = retry(func() (err error) { n, err = syscall.Pwrite(fd, b, int64(offset)); return err })
			})
			return result(th, object.Int(int64(n)), err)
		}},
		{Name: "pipe", F0: func(th *thread, m value) value { return pipe(th, syscall.O_CLOEXEC) }},
		{Name: "pipe2", Sig: "flags, /", F1: func(th *thread, m, x value) value {
			flags, ok := intArg(th, x, 0)
			if !ok {
				return value{}
			}
			return pipe(th, flags)
		}},
		{Name: "dup", Sig: "fd, /", F1: func(th *thread, m, x value) value {
			fd, ok := fdArg(th, x)
			if !ok {
				return value{}
			}
			n, _, e := syscall.Syscall(syscall.SYS_FCNTL, uintptr(fd), syscall.F_DUPFD_CLOEXEC, 0)
			if e != 0 {
				return th.RaiseErrno(int(e), value{}, value{})
			}
			return object.Int(int64(n))
		}},
		{Name: "dup2", Sig: "fd, fd2, inheritable=True", F: func(th *thread, m value, a []value) value {
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
		}},
		{Name: "lseek", Sig: "fd, position, whence, /", F: func(th *thread, m value, a []value) value {
			fd, ok1 := fdArg(th, a[0])
			pos, ok2 := intArg(th, a[1], 0)
			whence, ok3 := intArg(th, a[2], 0)
			if !ok1 || !ok2 || !ok3 {
				return value{}
			}
			n, err := syscall.Seek(fd, int64(pos), whence)
			return result(th, object.Int(n), err)
		}},
		{Name: "ftruncate", Sig: "fd, length, /", F2: func(th *thread, m, x, y value) value {
			fd, ok1 := fdArg(th, x)
			n, ok2 := intArg(th, y, 0)
			if !ok1 || !ok2 {
				return value{}
			}
			return result(th, object.None, syscall.Ftruncate(fd, int64(n)))
		}},
		{Name: "fstat", Sig: "fd", F: func(th *thread, m value, a []value) value {
			fd, ok := fdArg(th, a[0])
			if !ok {
				return value{}
			}
			var st syscall.Stat_t
			if err := syscall.Fstat(fd, &st); err != nil {
				return th.RaiseOSError(err, value{})
			}
			return statValue(&st)
		}},
		{Name: "fchmod", Sig: "fd, mode", F: func(th *thread, m value, a []value) value {
			fd, ok1 := fdArg(th, a[0])
			mode, ok2 := intArg(th, a[1], 0)
			if !ok1 || !ok2 {
				return value{}
			}
			return result(th, object.None, syscall.Fchmod(fd, uint32(mode)))
		}},
		{Name: "isatty", Sig: "fd, /", F1: func(th *thread, m, x value) value {
			fd, ok := fdArg(th, x)
			if !ok {
				return value{}
			}
			var t syscall.Termios
			_, _, e := syscall.Syscall(syscall.SYS_IOCTL, uintptr(fd), syscall.TCGETS, uintptr(unsafe.Pointer(&t)))
			return object.Bool(e == 0)
		}},
		{Name: "get_blocking", Sig: "fd, /", F1: func(th *thread, m, x value) value {
			fd, ok := fdArg(th, x)
			if !ok {
				return value{}
			}
			n, _, e := syscall.Syscall(syscall.SYS_FCNTL, uintptr(fd), syscall.F_GETFL, 0)
			if e != 0 {
				return th.RaiseErrno(int(e), value{}, value{})
			}
			return object.Bool(n&syscall.O_NONBLOCK == 0)
		}},
		{Name: "set_blocking", Sig: "fd, blocking, /", F2: func(th *thread, m, x, y value) value {
			fd, ok1 := fdArg(th, x)
			b, ok2 := th.Truth(y)
			if !ok1 || !ok2 {
				return value{}
			}
			return result(th, object.None, syscall.SetNonblock(fd, !b))
		}},
		{Name: "get_inheritable", Sig: "fd, /", F1: func(th *thread, m, x value) value {
			fd, ok := fdArg(th, x)
			if !ok {
				return value{}
			}
			n, _, e := syscall.Syscall(syscall.SYS_FCNTL, uintptr(fd), syscall.F_GETFD, 0)
			if e != 0 {
				return th.RaiseErrno(int(e), value{}, value{})
			}
			return object.Bool(n&syscall.FD_CLOEXEC == 0)
		}},
		{Name: "set_inheritable", Sig: "fd, inheritable, /", F2: func(th *thread, m, x, y value) value {
			fd, ok1 := fdArg(th, x)
			b, ok2 := th.Truth(y)
			if !ok1 || !ok2 {
				return value{}
			}
			flags := uintptr(syscall.FD_CLOEXEC)
			if b {
				flags = 0
			}
			if _, _, e := syscall.Syscall(syscall.SYS_FCNTL, uintptr(fd), syscall.F_SETFD, flags); e != 0 {
				return th.RaiseErrno(int(e), value{}, value{})
			}
			return object.None
		}},
		{Name: "get_terminal_size", Sig: "fd=None, /", F: func(th *thread, m value, a []value) value {
			fd, ok := intArg(th, a[0], 1)
			if !ok {
				return value{}
			}
			var ws struct{ row, col, x, y uint16 }
			if _, _, e := syscall.Syscall(syscall.SYS_IOCTL, uintptr(fd), syscall.TIOCGWINSZ, uintptr(unsafe.Pointer(&ws))); e != 0 {
				return th.RaiseErrno(int(e), value{}, value{})
			}
			return object.NewStructSeq(&terminalSizeType, 2, []value{object.Int(int64(ws.col)), object.Int(int64(ws.row))})
		}},
		{Name: "closerange", Sig: "fd_low, fd_high, /", F2: func(th *thread, m, x, y value) value {
			lo, ok1 := intArg(th, x, 0)
			hi, ok2 := intArg(th, y, 0)
			if !ok1 || !ok2 {
				return value{}
			}
			for fd := max(lo, 0); fd < min(hi, 65536); fd++ {
				syscall.Close(fd)
			}
			return object.None
		}},
		{Name: "device_encoding", Sig: "fd", F: func(th *thread, m value, a []value) value { return object.None }},
	}
}

func pipe(th *thread, flags int) value {
	var fds [2]int
	if err := syscall.Pipe2(fds[:], flags); err != nil {
		return th.RaiseOSError(err, value{})
	}
	return object.TupleOf(object.Int(int64(fds[0])), object.Int(int64(fds[1])))
}
