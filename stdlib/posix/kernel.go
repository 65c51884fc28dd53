// Linux's own calls, and terminals: sendfile, pidfd_open, pseudo-terminals.
package posix

import (
	"os"
	"strconv"
	"strings"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"

	"pyasync/object"
)

var kernelFuncs = []object.Method{
	{Name: "sendfile", Sig: "out_fd, in_fd, offset, count", F: func(th *thread, m value, a []value) value {
		return sendfile(th, a[0], a[1], a[2], a[3])
	}},
	{Name: "pidfd_open", Sig: "pid, flags=0", F: func(th *thread, m value, a []value) value {
		pid, ok1 := intArg(th, a[0], 0)
		flags, ok2 := intArg(th, a[1], 0)
		if !ok1 || !ok2 {
			return value{}
		}
		fd, err := unix.PidfdOpen(pid, flags)
		return result(th, object.Int(int64(fd)), err)
	}},
	{Name: "openpty", F0: openpty},
	{Name: "ttyname", Sig: "fd, /", F1: func(th *thread, m, x value) value {
		fd, ok := fdArg(th, x)
		if !ok {
			return value{}
		}
		return ttyname(th, fd)
	}},
	{Name: "tcgetpgrp", Sig: "fd, /", F1: func(th *thread, m, x value) value {
		fd, ok := fdArg(th, x)
		if !ok {
			return value{}
		}
		n, err := unix.IoctlGetInt(fd, unix.TIOCGPGRP)
		return result(th, object.Int(int64(n)), err)
	}},
	{Name: "tcsetpgrp", Sig: "fd, pgid, /", F2: func(th *thread, m, x, y value) value {
		fd, ok1 := fdArg(th, x)
		pgid, ok2 := intArg(th, y, 0)
		if !ok1 || !ok2 {
			return value{}
		}
		return result(th, object.None, unix.IoctlSetPointerInt(fd, unix.TIOCSPGRP, pgid))
	}},
}

// sendfile copies from in to out inside the kernel; an offset of None reads on from where the file stands.
func sendfile(th *thread, out, in, offset, count value) value {
	outFD, ok1 := fdArg(th, out)
	inFD, ok2 := fdArg(th, in)
	if !ok1 || !ok2 {
		return value{}
	}
	var at *int64
	if !offset.IsNone() {
		o, ok := intArg(th, offset, 0)
		if !ok {
			return value{}
		}
		start := int64(o)
		at = &start
	}
	n, ok := intArg(th, count, 0)
	if !ok {
		return value{}
	}
	var sent int
	var err error
	th.Blocking(func() {
		err = retry(func() (err error) { sent, err = syscall.Sendfile(outFD, inFD, at, n); return err })
	})
	return result(th, object.Int(int64(sent)), err)
}

// openpty makes a pair of descriptors (master, slave) that children do not inherit.
func openpty(th *thread, m value) value {
	const flags = syscall.O_RDWR | syscall.O_NOCTTY | syscall.O_CLOEXEC
	master, err := syscall.Open("/dev/ptmx", flags, 0)
	if err != nil {
		return th.RaiseOSError(err, value{})
	}
	var number, unlock int32
	err = ioctl(master, unix.TIOCSPTLCK, unsafe.Pointer(&unlock))
	if err == nil {
		err = ioctl(master, unix.TIOCGPTN, unsafe.Pointer(&number))
	}
	slave := -1
	if err == nil {
		slave, err = syscall.Open("/dev/pts/"+strconv.Itoa(int(number)), flags, 0)
	}
	if err != nil {
		syscall.Close(master)
		return th.RaiseOSError(err, value{})
	}
	return object.TupleOf(object.Int(int64(master)), object.Int(int64(slave)))
}

func ioctl(fd int, request uintptr, p unsafe.Pointer) error {
	if _, _, e := syscall.Syscall(syscall.SYS_IOCTL, uintptr(fd), request, uintptr(p)); e != 0 {
		return e
	}
	return nil
}

// ttyname is the name of the terminal that the descriptor is open on.
func ttyname(th *thread, fd int) value {
	if _, err := unix.IoctlGetTermios(fd, unix.TCGETS); err != nil {
		return th.RaiseOSError(err, value{})
	}
	name, err := os.Readlink("/proc/self/fd/" + strconv.Itoa(fd))
	if err != nil || !strings.HasPrefix(name, "/dev/") {
		return th.RaiseErrno(int(syscall.ENODEV), value{}, value{})
	}
	return object.StrValue(object.FSDecode(name))
}
