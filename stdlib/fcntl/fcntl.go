// Package fcntl is Python's fcntl module: control of open descriptors, and file locks.
package fcntl

import (
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"

	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	m.AddFuncs(functions)
	for _, c := range constants {
		m.Set(c.name, object.Int(c.v))
	}
	return true
}

var constants = [...]struct {
	name string
	v    int64
}{
	{"F_DUPFD", unix.F_DUPFD}, {"F_DUPFD_CLOEXEC", unix.F_DUPFD_CLOEXEC}, {"F_GETFD", unix.F_GETFD}, {"F_SETFD", unix.F_SETFD},
	{"F_GETFL", unix.F_GETFL}, {"F_SETFL", unix.F_SETFL}, {"F_GETLK", unix.F_GETLK}, {"F_SETLK", unix.F_SETLK}, {"F_SETLKW", unix.F_SETLKW},
	{"F_GETOWN", unix.F_GETOWN}, {"F_SETOWN", unix.F_SETOWN}, {"F_RDLCK", unix.F_RDLCK}, {"F_WRLCK", unix.F_WRLCK}, {"F_UNLCK", unix.F_UNLCK},
	{"F_GETPIPE_SZ", unix.F_GETPIPE_SZ}, {"F_SETPIPE_SZ", unix.F_SETPIPE_SZ}, {"FD_CLOEXEC", unix.FD_CLOEXEC}, {"FASYNC", unix.O_ASYNC},
	{"LOCK_SH", unix.LOCK_SH}, {"LOCK_EX", unix.LOCK_EX}, {"LOCK_NB", unix.LOCK_NB}, {"LOCK_UN", unix.LOCK_UN},
}

var functions = []object.Method{
	{Name: "fcntl", Sig: "fd, cmd, arg=0, /", F: func(th *thread, m value, a []value) value {
		return control(th, unix.SYS_FCNTL, "fcntl", a[0], a[1], a[2], false)
	}},
	{Name: "ioctl", Sig: "fd, request, arg=0, mutate_flag=True, /", F: func(th *thread, m value, a []value) value {
		mutate := true
		if !a[3].IsNil() {
			var ok bool
			if mutate, ok = th.Truth(a[3]); !ok {
				return value{}
			}
		}
		return control(th, unix.SYS_IOCTL, "ioctl", a[0], a[1], a[2], mutate)
	}},
	{Name: "flock", Sig: "fd, operation, /", F2: func(th *thread, m, x, y value) value {
		fd, ok := th.FileDescriptor(x)
		if !ok {
			return value{}
		}
		op, ok := th.AsIndex(y, &object.OverflowErrorType)
		if !ok {
			return value{}
		}
		return call(th, func() error { return unix.Flock(fd, op) })
	}},
	{Name: "lockf", Sig: "fd, cmd, len=0, start=0, whence=0, /", F: lockf},
}

func call(th *thread, f func() error) value {
	var err error
	th.Blocking(func() {
		for err = syscall.EINTR; err == syscall.EINTR; {
			err = f()
		}
	})
	if err != nil {
		return th.RaiseOSError(err, value{})
	}
	return object.None
}

// control is fcntl() and ioctl(), whose argument is a number or the memory of a structure. What the system wrote
// there is returned, or, with mutate, left in a writable argument.
func control(th *thread, sys uintptr, name string, x, y, arg value, mutate bool) value {
	fd, ok := th.FileDescriptor(x)
	if !ok {
		return value{}
	}
	cmd, ok := th.AsIndex(y, &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	if arg.IsNil() || arg.IsSmallInt() || arg.IsBool() || !object.IsBytesLike(arg) {
		n := 0
		if !arg.IsNil() {
			if n, ok = th.AsIndex(arg, &object.OverflowErrorType); !ok {
				return value{}
			}
		}
		var r uintptr
		if v := call(th, func() error { return raw(sys, fd, cmd, uintptr(n), &r) }); v.IsNil() {
			return v
		}
		return object.Int(int64(r))
	}
	b, release, ok := object.AsBytesLike(th, arg)
	if !ok {
		return value{}
	}
	defer release()
	if len(b) > 1024 && !mutate {
		return th.ValueError("%s bytes argument too long", name)
	}
	// A copy, with room for what the system may write behind a structure that is too short.
	memory := append(make([]byte, 0, len(b)+1024), b...)
	var r uintptr
	if v := call(th, func() error { return raw(sys, fd, cmd, uintptr(unsafe.Pointer(unsafe.SliceData(memory))), &r) }); v.IsNil() {
		return v
	}
	if mutate && !arg.Is(&object.BytesType) {
		copy(b, memory)
		return object.Int(int64(r))
	}
	return object.NewBytes(memory).V()
}

func raw(sys uintptr, fd, cmd int, arg uintptr, r *uintptr) error {
	n, _, e := unix.Syscall(sys, uintptr(fd), uintptr(cmd), arg)
	if e != 0 {
		return e
	}
	*r = n
	return nil
}

func lockf(th *thread, m value, a []value) value {
	fd, ok := th.FileDescriptor(a[0])
	if !ok {
		return value{}
	}
	var n [4]int // cmd, len, start, whence
	for i := range n {
		if !a[1+i].IsNil() {
			if n[i], ok = th.AsIndex(a[1+i], &object.OverflowErrorType); !ok {
				return value{}
			}
		}
	}
	l := unix.Flock_t{Len: int64(n[1]), Start: int64(n[2]), Whence: int16(n[3])}
	switch {
	case n[0] == unix.LOCK_UN:
		l.Type = unix.F_UNLCK
	case n[0]&unix.LOCK_SH != 0:
		l.Type = unix.F_RDLCK
	case n[0]&unix.LOCK_EX != 0:
		l.Type = unix.F_WRLCK
	default:
		return th.ValueError("unrecognized lockf argument")
	}
	cmd := unix.F_SETLKW
	if n[0]&unix.LOCK_NB != 0 {
		cmd = unix.F_SETLK
	}
	return call(th, func() error { return unix.FcntlFlock(uintptr(fd), cmd, &l) })
}
