// What a file descriptor is set to: blocking, inherited by children, a terminal.
package posix

import (
	"syscall"
	"unsafe"

	"pyasync/object"
)

var fdFlagFuncs = []object.Method{
	{Name: "isatty", Sig: "fd, /", F1: isatty},
	{Name: "get_blocking", Sig: "fd, /", F1: getBlocking},
	{Name: "set_blocking", Sig: "fd, blocking, /", F2: setBlocking},
	{Name: "get_inheritable", Sig: "fd, /", F1: getInheritable},
	{Name: "set_inheritable", Sig: "fd, inheritable, /", F2: setInheritable},
	{Name: "get_terminal_size", Sig: "fd=None, /", F: getTerminalSize},
	{Name: "device_encoding", Sig: "fd", F: func(th *thread, m value, a []value) value { return object.None }},
}

// fcntl is the system call; ok false: it failed and the OSError is raised.
func fcntl(th *thread, fd int, command, arg uintptr) (n uintptr, ok bool) {
	n, _, e := syscall.Syscall(syscall.SYS_FCNTL, uintptr(fd), command, arg)
	if e != 0 {
		th.RaiseErrno(int(e), value{}, value{})
	}
	return n, e == 0
}

func isatty(th *thread, m, x value) value {
	fd, ok := fdArg(th, x)
	if !ok {
		return value{}
	}
	var t syscall.Termios
	return object.Bool(ioctl(fd, syscall.TCGETS, unsafe.Pointer(&t)) == nil)
}

func getBlocking(th *thread, m, x value) value {
	fd, ok := fdArg(th, x)
	if !ok {
		return value{}
	}
	n, ok := fcntl(th, fd, syscall.F_GETFL, 0)
	if !ok {
		return value{}
	}
	return object.Bool(n&syscall.O_NONBLOCK == 0)
}

func setBlocking(th *thread, m, x, y value) value {
	fd, ok1 := fdArg(th, x)
	b, ok2 := th.Truth(y)
	if !ok1 || !ok2 {
		return value{}
	}
	return result(th, object.None, syscall.SetNonblock(fd, !b))
}

func getInheritable(th *thread, m, x value) value {
	fd, ok := fdArg(th, x)
	if !ok {
		return value{}
	}
	n, ok := fcntl(th, fd, syscall.F_GETFD, 0)
	if !ok {
		return value{}
	}
	return object.Bool(n&syscall.FD_CLOEXEC == 0)
}

func setInheritable(th *thread, m, x, y value) value {
	fd, ok1 := fdArg(th, x)
	b, ok2 := th.Truth(y)
	if !ok1 || !ok2 {
		return value{}
	}
	flags := uintptr(syscall.FD_CLOEXEC)
	if b {
		flags = 0
	}
	if _, ok := fcntl(th, fd, syscall.F_SETFD, flags); !ok {
		return value{}
	}
	return object.None
}

func getTerminalSize(th *thread, m value, a []value) value {
	fd, ok := intArg(th, a[0], 1)
	if !ok {
		return value{}
	}
	var ws struct{ row, col, x, y uint16 }
	if err := ioctl(fd, syscall.TIOCGWINSZ, unsafe.Pointer(&ws)); err != nil {
		return th.RaiseOSError(err, value{})
	}
	return object.NewStructSeq(&terminalSizeType, 2, []value{object.Int(int64(ws.col)), object.Int(int64(ws.row))})
}
