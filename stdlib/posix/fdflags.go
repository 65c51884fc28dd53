// What a file descriptor is set to: blocking, inherited by children, a terminal.
package posix

import (
	"syscall"
	"unsafe"

	"pyasync/object"
)

var fdFlagFuncs = []object.Method{
	{Name: "isatty", Sig: "fd, /", F1: isatty},
	flagIsClear("get_blocking", syscall.F_GETFL, syscall.O_NONBLOCK),
	{Name: "set_blocking", Sig: "fd, blocking, /", F2: setBlocking},
	flagIsClear("get_inheritable", syscall.F_GETFD, syscall.FD_CLOEXEC),
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

// flagIsClear is a row whose function reports that a flag, which command reads, is not set.
func flagIsClear(name string, command, flag uintptr) object.Method {
	return object.Method{Name: name, Sig: "fd, /", F1: func(th *thread, m, x value) value {
		fd, ok := fdArg(th, x)
		if !ok {
			return value{}
		}
		n, ok := fcntl(th, fd, command, 0)
		if !ok {
			return value{}
		}
		return object.Bool(n&flag == 0)
	}}
}

func isatty(th *thread, m, x value) value {
	fd, ok := fdArg(th, x)
	if !ok {
		return value{}
	}
	var t syscall.Termios
	return object.Bool(ioctl(fd, syscall.TCGETS, unsafe.Pointer(&t)) == nil)
}

func setBlocking(th *thread, m, x, y value) value {
	fd, ok1 := fdArg(th, x)
	b, ok2 := th.Truth(y)
	if !ok1 || !ok2 {
		return value{}
	}
	return result(th, object.None, syscall.SetNonblock(fd, !b))
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
