// Other processes: signalling them, waiting for them, starting programs.
package posix

import (
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"

	"pyasync/object"
	iomod "pyasync/stdlib/io"
	signalmod "pyasync/stdlib/signal"
)

var childFuncs = []object.Method{
	{Name: "kill", Sig: "pid, signal, /", F2: func(th *thread, m, x, y value) value { return kill(th, x, y, 1) }},
	{Name: "killpg", Sig: "pgid, signal, /", F2: func(th *thread, m, x, y value) value { return kill(th, x, y, -1) }},
	{Name: "waitpid", Sig: "pid, options, /", F2: waitpid},
	waitTest("WIFEXITED", func(s syscall.WaitStatus) value { return object.Bool(s.Exited()) }),
	waitTest("WIFSIGNALED", func(s syscall.WaitStatus) value { return object.Bool(s.Signaled()) }),
	waitTest("WIFSTOPPED", func(s syscall.WaitStatus) value { return object.Bool(s.Stopped()) }),
	waitTest("WIFCONTINUED", func(s syscall.WaitStatus) value { return object.Bool(s.Continued()) }),
	waitTest("WCOREDUMP", func(s syscall.WaitStatus) value { return object.Bool(s.CoreDump()) }),
	waitTest("WEXITSTATUS", func(s syscall.WaitStatus) value { return object.Int(int64(s >> 8 & 0xff)) }),
	waitTest("WTERMSIG", func(s syscall.WaitStatus) value { return object.Int(int64(s & 0x7f)) }),
	waitTest("WSTOPSIG", func(s syscall.WaitStatus) value { return object.Int(int64(s >> 8 & 0xff)) }),
	{Name: "waitstatus_to_exitcode", Sig: "status", F: waitstatusToExitcode},
	{Name: "system", Sig: "command", F: system},
	{Name: "execv", Sig: "path, argv, /", F2: func(th *thread, m, p, argv value) value { return execve(th, p, argv, value{}) }},
	{Name: "execve", Sig: "path, argv, env", F: func(th *thread, m value, a []value) value { return execve(th, a[0], a[1], a[2]) }},
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

func waitpid(th *thread, m, x, y value) value {
	pid, ok1 := intArg(th, x, 0)
	options, ok2 := intArg(th, y, 0)
	if !ok1 || !ok2 {
		return value{}
	}
	var st syscall.WaitStatus
	n, err, ok := waitChild(th, pid, options, &st, nil)
	if !ok {
		return value{}
	}
	return result(th, object.TupleOf(object.Int(int64(n)), object.Int(int64(st))), err)
}

// waitTest is a row whose function reads one fact from a status of waitpid.
func waitTest(name string, f func(syscall.WaitStatus) value) object.Method {
	return object.Method{Name: name, Sig: "status", F: func(th *thread, m value, a []value) value {
		n, ok := intArg(th, a[0], 0)
		if !ok {
			return value{}
		}
		return f(syscall.WaitStatus(n))
	}}
}

func waitstatusToExitcode(th *thread, m value, a []value) value {
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
	if args[0] == "" {
		return th.ValueError("execv() arg 2 first element cannot be empty")
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
		if k.name == "" || strings.Contains(k.name[1:], "=") || k.name[0] == '=' {
			th.ValueError("illegal environment variable name")
			return nil, false
		}
		list = append(list, k.name+"="+v.name)
	}
	return list, true
}
