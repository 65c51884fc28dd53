// Processes, users, the environment, the machine.
package posix

import (
	"crypto/rand"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
	"unsafe"

	"pyasync/object"
	iomod "pyasync/stdlib/io"
	signalmod "pyasync/stdlib/signal"
)

// number is a row that returns a number the process has.
func number(name string, f func() int) object.Method {
	return object.Method{Name: name, F0: func(th *thread, m value) value { return object.Int(int64(f())) }}
}

var processFuncs []object.Method

func init() {
	processFuncs = []object.Method{
		number("getpid", os.Getpid), number("getppid", os.Getppid), number("getuid", os.Getuid), number("geteuid", os.Geteuid),
		number("getgid", os.Getgid), number("getegid", os.Getegid), number("getpgrp", syscall.Getpgrp),
		{Name: "getpgid", Sig: "pid", F: func(th *thread, m value, a []value) value {
			pid, ok := intArg(th, a[0], 0)
			if !ok {
				return value{}
			}
			n, err := syscall.Getpgid(pid)
			return result(th, object.Int(int64(n)), err)
		}},
		{Name: "getsid", Sig: "pid, /", F1: func(th *thread, m, x value) value {
			pid, ok := intArg(th, x, 0)
			if !ok {
				return value{}
			}
			n, _, e := syscall.Syscall(syscall.SYS_GETSID, uintptr(pid), 0, 0)
			if e != 0 {
				return th.RaiseErrno(int(e), value{}, value{})
			}
			return object.Int(int64(n))
		}},
		{Name: "setsid", F0: func(th *thread, m value) value {
			_, err := syscall.Setsid()
			return result(th, object.None, err)
		}},
		{Name: "getgroups", F0: func(th *thread, m value) value {
			list, err := os.Getgroups()
			items := make([]value, len(list))
			for i, g := range list {
				items[i] = object.Int(int64(g))
			}
			return result(th, object.NewList(items).V(), err)
		}},
		{Name: "getlogin", F0: func(th *thread, m value) value {
			if name, ok := th.Interp.GetHost().Getenv("LOGNAME"); ok {
				return object.StrValue(name)
			}
			return th.RaiseErrno(int(syscall.ENOTTY), value{}, value{})
		}},
		{Name: "umask", Sig: "mask, /", F1: func(th *thread, m, x value) value {
			n, ok := intArg(th, x, 0)
			if !ok {
				return value{}
			}
			return object.Int(int64(syscall.Umask(n)))
		}},
		{Name: "kill", Sig: "pid, signal, /", F2: func(th *thread, m, x, y value) value { return kill(th, x, y, 1) }},
		{Name: "killpg", Sig: "pgid, signal, /", F2: func(th *thread, m, x, y value) value { return kill(th, x, y, -1) }},
		{Name: "waitpid", Sig: "pid, options, /", F2: func(th *thread, m, x, y value) value {
			pid, ok1 := intArg(th, x, 0)
			options, ok2 := intArg(th, y, 0)
			if !ok1 || !ok2 {
				return value{}
			}
			var st syscall.WaitStatus
			var n int
			var err error
			th.Blocking(func() {
				err = retry(func() (err error) { n, err = syscall.Wait4(pid, &st, options, nil); return err })
			})
			return result(th, object.TupleOf(object.Int(int64(n)), object.Int(int64(st))), err)
		}},
		waitTest("WIFEXITED", func(s syscall.WaitStatus) value { return object.Bool(s.Exited()) }),
		waitTest("WIFSIGNALED", func(s syscall.WaitStatus) value { return object.Bool(s.Signaled()) }),
		waitTest("WIFSTOPPED", func(s syscall.WaitStatus) value { return object.Bool(s.Stopped()) }),
		waitTest("WIFCONTINUED", func(s syscall.WaitStatus) value { return object.Bool(s.Continued()) }),
		waitTest("WCOREDUMP", func(s syscall.WaitStatus) value { return object.Bool(s.CoreDump()) }),
		waitTest("WEXITSTATUS", func(s syscall.WaitStatus) value { return object.Int(int64(s >> 8 & 0xff)) }),
		waitTest("WTERMSIG", func(s syscall.WaitStatus) value { return object.Int(int64(s & 0x7f)) }),
		waitTest("WSTOPSIG", func(s syscall.WaitStatus) value { return object.Int(int64(s >> 8 & 0xff)) }),
		{Name: "waitstatus_to_exitcode", Sig: "status", F: func(th *thread, m value, a []value) value {
			n, ok := intArg(th, a[0], 0)
			if !ok {
				return value{}
			}
			s := syscall.WaitStatus(n)
			switch {
			case s.Exited():
				return object.Int(int64(s.ExitStatus()))
			case s.Signaled():
				return object.Int(-int64(s.Signal()))
			}
			return th.ValueError("invalid wait status: %d", n)
		}},
		{Name: "_exit", Sig: "status", F: func(th *thread, m value, a []value) value {
			n, ok := intArg(th, a[0], 0)
			if !ok {
				return value{}
			}
			syscall.Exit(n)
			return object.None
		}},
		{Name: "abort", F0: func(th *thread, m value) value {
			// Go's runtime would catch the signal, and show its goroutines.
			var byDefault [4]uint64
			syscall.RawSyscall6(syscall.SYS_RT_SIGACTION, uintptr(syscall.SIGABRT), uintptr(unsafe.Pointer(&byDefault)), 0, 8, 0, 0)
			syscall.Kill(os.Getpid(), syscall.SIGABRT)
			time.Sleep(time.Second)
			return object.None
		}},
		{Name: "system", Sig: "command", F: system},
		{Name: "execv", Sig: "path, argv, /", F2: func(th *thread, m, p, argv value) value { return execve(th, p, argv, value{}) }},
		{Name: "execve", Sig: "path, argv, env", F: func(th *thread, m value, a []value) value { return execve(th, a[0], a[1], a[2]) }},
		{Name: "putenv", Sig: "name, value, /", F2: func(th *thread, m, k, v value) value {
			key, ok1 := pathArg(th, k, "putenv", "name", false)
			val, ok2 := pathArg(th, v, "putenv", "value", false)
			if !ok1 || !ok2 {
				return value{}
			}
			if key.name == "" || strings.Contains(key.name, "=") {
				return th.ValueError("illegal environment variable name")
			}
			setenv(th, key.name, val.name, true)
			return object.None
		}},
		{Name: "unsetenv", Sig: "name, /", F1: func(th *thread, m, k value) value {
			key, ok := pathArg(th, k, "unsetenv", "name", false)
			if !ok {
				return value{}
			}
			setenv(th, key.name, "", false)
			return object.None
		}},
		{Name: "urandom", Sig: "size, /", F1: func(th *thread, m, x value) value {
			n, ok := intArg(th, x, 0)
			if !ok {
				return value{}
			}
			if n < 0 {
				return th.ValueError("negative argument not allowed")
			}
			b := make([]byte, n)
			rand.Read(b)
			return object.NewBytes(b).V()
		}},
		{Name: "cpu_count", F0: func(th *thread, m value) value { return object.Int(int64(runtime.NumCPU())) }},
		{Name: "sched_getaffinity", Sig: "pid, /", F1: func(th *thread, m, x value) value {
			items := make([]value, runtime.NumCPU())
			for i := range items {
				items[i] = object.Int(int64(i))
			}
			return th.CallArgs(object.SetType.V(), object.NewList(items).V())
		}},
		{Name: "sched_yield", F0: func(th *thread, m value) value {
			th.Blocking(runtime.Gosched)
			return object.None
		}},
		{Name: "nice", Sig: "increment, /", F1: func(th *thread, m, x value) value {
			n, ok := intArg(th, x, 0)
			if !ok {
				return value{}
			}
			p, err := syscall.Getpriority(0, 0)
			if err == nil && n != 0 {
				err = syscall.Setpriority(0, 0, 20-p+n)
			}
			return result(th, object.Int(int64(20-p+n)), err)
		}},
		{Name: "getloadavg", F0: func(th *thread, m value) value {
			b, err := os.ReadFile("/proc/loadavg")
			if err != nil {
				return th.RaiseOSError(err, value{})
			}
			items := make([]value, 3)
			for i, f := range strings.Fields(string(b))[:3] {
				x, _ := strconv.ParseFloat(f, 64)
				items[i] = object.Float(x)
			}
			return object.NewTuple(items).V()
		}},
		{Name: "uname", F0: uname},
		{Name: "times", F0: func(th *thread, m value) value {
			var t syscall.Tms
			ticks, err := syscall.Times(&t)
			if err != nil {
				return th.RaiseOSError(err, value{})
			}
			f := func(n int64) value { return object.Float(float64(n) / 100) }
			return object.NewStructSeq(&timesType, 5, []value{f(t.Utime), f(t.Stime), f(t.Cutime), f(t.Cstime), f(int64(ticks))})
		}},
		{Name: "strerror", Sig: "code, /", F1: func(th *thread, m, x value) value {
			n, ok := intArg(th, x, 0)
			if !ok {
				return value{}
			}
			return object.StrValue(object.Strerror(n))
		}},
		{Name: "sync", F0: func(th *thread, m value) value { syscall.Sync(); return object.None }},
	}
}

func waitTest(name string, f func(syscall.WaitStatus) value) object.Method {
	return object.Method{Name: name, Sig: "status", F: func(th *thread, m value, a []value) value {
		n, ok := intArg(th, a[0], 0)
		if !ok {
			return value{}
		}
		return f(syscall.WaitStatus(n))
	}}
}

func kill(th *thread, x, y value, sign int) value {
	pid, ok1 := intArg(th, x, 0)
	sig, ok2 := intArg(th, y, 0)
	if !ok1 || !ok2 {
		return value{}
	}
	err := syscall.Kill(sign*pid, syscall.Signal(sig))
	if err == nil && (pid == os.Getpid() || pid == 0) && sig != 0 {
		handled := signalmod.RunsHandler(th, sig)
		th.Blocking(func() { awaitSignal(th, handled) })
		if th.Interp.Interrupt.Load() != 0 && th.Interp.Hooks.Poll != nil && !th.Interp.Hooks.Poll(th) {
			return value{}
		}
	}
	return result(th, object.None, err)
}

// awaitSignal gives a signal that this process sent itself the time to be noticed: it is delivered to some thread of
// ours, soon, and CPython runs the handler before kill() returns.
func awaitSignal(th *thread, handled bool) {
	patience := time.Millisecond
	if handled {
		patience = 200 * time.Millisecond
	}
	for end := time.Now().Add(patience); th.Interp.Interrupt.Load() == 0 && time.Now().Before(end); {
		time.Sleep(50 * time.Microsecond)
	}
}

// setenv keeps the environment that child processes and later look-ups of the host see.
func setenv(th *thread, name, val string, set bool) {
	h := th.Interp.GetHost()
	keep := make([]string, 0, len(h.Env)+1)
	for _, e := range h.Env {
		if !strings.HasPrefix(e, name+"=") {
			keep = append(keep, e)
		}
	}
	if set {
		keep = append(keep, name+"="+val)
	}
	h.Env = keep
}

func system(th *thread, m value, a []value) value {
	p, ok := pathArg(th, a[0], "system", "command", false)
	if !ok {
		return value{}
	}
	flush(th)
	c := exec.Command("/bin/sh", "-c", p.name)
	c.Stdin, c.Stdout, c.Stderr = os.Stdin, os.Stdout, os.Stderr
	c.Env = th.Interp.GetHost().Env
	var err error
	th.Blocking(func() { err = c.Run() })
	if c.ProcessState == nil {
		return th.RaiseOSError(err, value{})
	}
	return object.Int(int64(c.ProcessState.Sys().(syscall.WaitStatus)))
}

func execve(th *thread, file, argv, env value) value {
	p, ok := pathArg(th, file, "execv", "path", false)
	if !ok {
		return value{}
	}
	items, ok := th.Collect(argv)
	if !ok {
		return value{}
	}
	if len(items) == 0 {
		return th.ValueError("execv() arg 2 must not be empty")
	}
	args := make([]string, len(items))
	for i, x := range items {
		s, ok := pathArg(th, x, "execv", "argv", false)
		if !ok {
			return value{}
		}
		args[i] = s.name
	}
	list := th.Interp.GetHost().Env
	if !isNone(env) {
		if list, ok = envList(th, env); !ok {
			return value{}
		}
	}
	iomod.FlushDirty(th)
	return p.done(th, syscall.Exec(p.name, args, list))
}

// envList turns a mapping into "NAME=value" strings.
func envList(th *thread, env value) (list []string, ok bool) {
	items := th.CallMethod(env, object.NewStr("items"))
	if items.IsNil() {
		return nil, false
	}
	pairs, ok := th.Collect(items)
	if !ok {
		return nil, false
	}
	for _, x := range pairs {
		t, ok := object.AsTuple(x)
		if !ok || len(t.Items) != 2 {
			th.TypeError("env must be a mapping")
			return nil, false
		}
		k, ok1 := pathArg(th, t.Items[0], "execve", "env", false)
		v, ok2 := pathArg(th, t.Items[1], "execve", "env", false)
		if !ok1 || !ok2 {
			return nil, false
		}
		list = append(list, k.name+"="+v.name)
	}
	return list, true
}

func uname(th *thread, m value) value {
	var u syscall.Utsname
	if err := syscall.Uname(&u); err != nil {
		return th.RaiseOSError(err, value{})
	}
	s := func(f [65]int8) value {
		var b []byte
		for _, c := range f {
			if c == 0 {
				break
			}
			b = append(b, byte(c))
		}
		return object.StrValue(string(b))
	}
	return object.NewStructSeq(&unameType, 5, []value{s(u.Sysname), s(u.Nodename), s(u.Release), s(u.Version), s(u.Machine)})
}
