// The process itself: its numbers, its users and groups, its end. Other processes are in children.go.
package posix

import (
	"os"
	"runtime"
	"syscall"
	"time"
	"unsafe"

	"pyasync/object"
)

var processFuncs = []object.Method{
	number("getpid", os.Getpid),
	number("getppid", os.Getppid),
	number("getuid", os.Getuid),
	number("geteuid", os.Geteuid),
	number("getgid", os.Getgid),
	number("getegid", os.Getegid),
	number("getpgrp", syscall.Getpgrp),
	{Name: "getpgid", Sig: "pid", F: getpgid},
	{Name: "getsid", Sig: "pid, /", F1: getsid},
	{Name: "setsid", F0: setsid},
	{Name: "getgroups", F0: getgroups},
	{Name: "getlogin", F0: getlogin},
	{Name: "umask", Sig: "mask, /", F1: umask},
	{Name: "nice", Sig: "increment, /", F1: nice},
	{Name: "sched_yield", F0: schedYield},
	{Name: "_exit", Sig: "status", F: exit},
	{Name: "abort", F0: abort},
}

// number is a row that returns a number the process has.
func number(name string, f func() int) object.Method {
	return object.Method{Name: name, F0: func(th *thread, m value) value { return object.Int(int64(f())) }}
}

func getpgid(th *thread, m value, a []value) value {
	pid, ok := intArg(th, a[0], 0)
	if !ok {
		return value{}
	}
	n, err := syscall.Getpgid(pid)
	return result(th, object.Int(int64(n)), err)
}

func getsid(th *thread, m, x value) value {
	pid, ok := intArg(th, x, 0)
	if !ok {
		return value{}
	}
	n, _, e := syscall.Syscall(syscall.SYS_GETSID, uintptr(pid), 0, 0)
	if e != 0 {
		return th.RaiseErrno(int(e), value{}, value{})
	}
	return object.Int(int64(n))
}

func setsid(th *thread, m value) value {
	_, err := syscall.Setsid()
	return result(th, object.None, err)
}

func getgroups(th *thread, m value) value {
	list, err := os.Getgroups()
	items := make([]value, len(list))
	for i, g := range list {
		items[i] = object.Int(int64(g))
	}
	return result(th, object.NewList(items).V(), err)
}

func getlogin(th *thread, m value) value {
	if name, ok := th.Interp.GetHost().Getenv("LOGNAME"); ok {
		return object.StrValue(name)
	}
	return th.RaiseErrno(int(syscall.ENOTTY), value{}, value{})
}

func umask(th *thread, m, x value) value {
	n, ok := intArg(th, x, 0)
	if !ok {
		return value{}
	}
	return object.Int(int64(syscall.Umask(n)))
}

func nice(th *thread, m, x value) value {
	n, ok := intArg(th, x, 0)
	if !ok {
		return value{}
	}
	p, err := syscall.Getpriority(0, 0)
	if err == nil && n != 0 {
		err = syscall.Setpriority(0, 0, 20-p+n)
	}
	return result(th, object.Int(int64(20-p+n)), err)
}

func schedYield(th *thread, m value) value {
	th.Blocking(runtime.Gosched)
	return object.None
}

func exit(th *thread, m value, a []value) value {
	n, ok := intArg(th, a[0], 0)
	if !ok {
		return value{}
	}
	syscall.Exit(n)
	return object.None
}

func abort(th *thread, m value) value {
	// Go's runtime would catch the signal, and show its goroutines.
	var byDefault [4]uint64
	syscall.RawSyscall6(syscall.SYS_RT_SIGACTION, uintptr(syscall.SIGABRT), uintptr(unsafe.Pointer(&byDefault)), 0, 8, 0, 0)
	syscall.Kill(os.Getpid(), syscall.SIGABRT)
	time.Sleep(time.Second)
	return object.None
}
