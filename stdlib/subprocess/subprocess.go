// Package subprocessmod is the module _subprocess: starting a process with given descriptors, and exchanging data with
// its pipes. The class Popen is Python (stdlib/py/subprocess.py).
package subprocessmod

import (
	"errors"
	"os"
	"strings"
	"syscall"
	"time"

	"pyasync/object"
	iomod "pyasync/stdlib/io"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	m.AddFuncs(functions)
	return true
}

var functions = []object.Method{
	{Name: "spawn", Sig: "args, executables, cwd, env, stdin, stdout, stderr, pass_fds, new_session, process_group, umask, user, group, groups", F: spawn},
	{Name: "communicate", Sig: "stdin, data, offset, fds, buffers, timeout", F: communicate},
	{Name: "waitpid", Sig: "pid, timeout", F: waitpid},
}

// text returns the bytes of a str or bytes argument.
func text(th *thread, v value) (string, bool) {
	if s, ok := object.GoString(v); ok {
		s = object.FSEncode(s)
		if strings.IndexByte(s, 0) >= 0 {
			th.ValueError("embedded null byte")
			return "", false
		}
		return s, true
	}
	b, release, ok := object.AsBytesLike(th, v)
	if !ok {
		return "", false
	}
	defer release()
	if strings.IndexByte(string(b), 0) >= 0 {
		th.ValueError("embedded null byte")
		return "", false
	}
	return string(b), true
}

func texts(th *thread, v value) (list []string, ok bool) {
	items, ok := th.Collect(v)
	if !ok {
		return nil, false
	}
	for _, x := range items {
		s, ok := text(th, x)
		if !ok {
			return nil, false
		}
		list = append(list, s)
	}
	return list, true
}

// spawn starts the first of the executables that exists and returns its pid. Descriptors of -1 mean the caller's.
func spawn(th *thread, m value, a []value) value {
	args, ok := texts(th, a[0])
	if !ok {
		return value{}
	}
	programs, ok := texts(th, a[1])
	if !ok {
		return value{}
	}
	attr := &syscall.ProcAttr{Env: th.Interp.GetHost().Env, Sys: &syscall.SysProcAttr{}}
	if !a[2].IsNone() {
		if attr.Dir, ok = text(th, a[2]); !ok {
			return value{}
		}
	}
	if !a[3].IsNone() {
		if attr.Env, ok = texts(th, a[3]); !ok {
			return value{}
		}
	}
	for i := range 3 {
		fd, ok := th.AsIndex(a[4+i], &object.OverflowErrorType)
		if !ok {
			return value{}
		}
		if fd < 0 {
			fd = i
		}
		attr.Files = append(attr.Files, uintptr(fd))
	}
	pass, ok := th.Collect(a[7])
	if !ok {
		return value{}
	}
	for _, x := range pass {
		fd, ok := th.AsIndex(x, &object.OverflowErrorType)
		if !ok {
			return value{}
		}
		for len(attr.Files) <= fd {
			attr.Files = append(attr.Files, ^uintptr(0))
		}
		attr.Files[fd] = uintptr(fd)
	}
	if attr.Sys.Setsid, ok = th.Truth(a[8]); !ok {
		return value{}
	}
	if group, ok := th.AsIndex(a[9], &object.OverflowErrorType); !ok {
		return value{}
	} else if group >= 0 {
		attr.Sys.Setpgid, attr.Sys.Pgid = true, group
	}
	umask, ok := th.AsIndex(a[10], &object.OverflowErrorType)
	if !ok || !credential(th, attr.Sys, a[11], a[12], a[13]) {
		return value{}
	}
	iomod.FlushDirty(th)
	if umask >= 0 {
		// The mask is the process's, for lack of a place between fork and exec.
		defer syscall.Umask(syscall.Umask(umask))
	}
	return start(th, args, programs, attr)
}

// credential takes user, group and extra groups as numbers, each None when it stays as it is.
func credential(th *thread, sys *syscall.SysProcAttr, user, group, groups value) bool {
	if user.IsNone() && group.IsNone() && groups.IsNone() {
		return true
	}
	c := &syscall.Credential{Uid: uint32(syscall.Geteuid()), Gid: uint32(syscall.Getegid()), NoSetGroups: groups.IsNone()}
	for _, x := range [...]struct {
		v  value
		id *uint32
	}{{user, &c.Uid}, {group, &c.Gid}} {
		if x.v.IsNone() {
			continue
		}
		n, ok := th.AsIndex(x.v, &object.OverflowErrorType)
		if !ok {
			return false
		}
		*x.id = uint32(n)
	}
	if !groups.IsNone() {
		list, ok := th.Collect(groups)
		if !ok {
			return false
		}
		for _, v := range list {
			n, ok := th.AsIndex(v, &object.OverflowErrorType)
			if !ok {
				return false
			}
			c.Groups = append(c.Groups, uint32(n))
		}
	}
	sys.Credential = c
	return true
}

func start(th *thread, args, programs []string, attr *syscall.ProcAttr) value {
	if attr.Dir != "" {
		if st, err := os.Stat(attr.Dir); err != nil || !st.IsDir() {
			n := int(syscall.ENOTDIR)
			if err != nil {
				n = object.ErrnoOf(err)
			}
			return th.RaiseErrno(n, object.StrValue(object.FSDecode(attr.Dir)), value{})
		}
	}
	var failure error = syscall.ENOENT
	for _, p := range programs {
		var pid int
		var err error
		th.Blocking(func() { pid, err = syscall.ForkExec(p, args, attr) })
		if err == nil {
			return object.Int(int64(pid))
		}
		if !errors.Is(err, syscall.ENOENT) && !errors.Is(err, syscall.ENOTDIR) {
			failure = err
		}
	}
	name := ""
	if len(args) > 0 {
		name = args[0]
	}
	return th.RaiseErrno(object.ErrnoOf(failure), object.StrValue(object.FSDecode(name)), value{})
}

func timeoutArg(th *thread, v value) (time.Time, bool) {
	if v.IsNone() {
		return time.Time{}, true
	}
	f, ok := object.FloatOf(v)
	if !ok {
		x := th.CallArgs(object.FloatType.V(), v)
		if x.IsNil() {
			return time.Time{}, false
		}
		f, _ = x.ExactFloat()
	}
	return time.Now().Add(time.Duration(f * 1e9)), true
}

// poll lets signals be handled while something waits.
func poll(th *thread) bool {
	return th.Interp.Interrupt.Load() == 0 || th.Interp.Hooks.Poll == nil || th.Interp.Hooks.Poll(th)
}

// waitpid waits for a child; it returns None when the timeout (None: none) passed, else its wait status. A child
// that somebody else waited for gives 0, as in CPython.
func waitpid(th *thread, m value, a []value) value {
	pid, ok := th.AsIndex(a[0], &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	deadline, ok := timeoutArg(th, a[1])
	if !ok {
		return value{}
	}
	delay := 200 * time.Microsecond
	for {
		var st syscall.WaitStatus
		n, err := syscall.Wait4(pid, &st, syscall.WNOHANG, nil)
		switch {
		case err == syscall.ECHILD:
			return object.Int(0)
		case err != nil && err != syscall.EINTR:
			return th.RaiseOSError(err, value{})
		case n == pid:
			return object.Int(int64(st))
		}
		if !deadline.IsZero() && !time.Now().Before(deadline) {
			return object.None
		}
		th.Blocking(func() { time.Sleep(delay) })
		delay = min(2*delay, 10*time.Millisecond)
		if !poll(th) {
			return value{}
		}
	}
}

// communicate writes data to stdin (-1: none) from offset on and reads the descriptors into the buffers, which are
// lists of bytes, until all are closed. It returns (offset, open descriptors, timed out).
func communicate(th *thread, m value, a []value) value {
	in, ok := th.AsIndex(a[0], &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	data, release, ok := object.AsBytesLike(th, a[1])
	if !ok {
		return value{}
	}
	defer release()
	off, ok := th.AsIndex(a[2], &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	x := exchange{in: in, data: data, off: off}
	fds, ok := th.Collect(a[3])
	if !ok {
		return value{}
	}
	for _, v := range fds {
		fd, ok := th.AsIndex(v, &object.OverflowErrorType)
		if !ok {
			return value{}
		}
		x.fds = append(x.fds, fd)
		x.got = append(x.got, nil)
	}
	buffers, ok := th.Collect(a[4])
	if !ok {
		return value{}
	}
	deadline, ok := timeoutArg(th, a[5])
	if !ok {
		return value{}
	}
	late := false
	if x.in >= 0 {
		syscall.SetNonblock(x.in, true)
	}
	for !late && (x.in >= 0 || x.open() > 0) {
		var err error
		th.Blocking(func() { err = x.step(deadline) })
		if err != nil {
			return th.RaiseOSError(err, value{})
		}
		if !poll(th) {
			return value{}
		}
		late = !deadline.IsZero() && !time.Now().Before(deadline)
	}
	var open []value
	for i, b := range x.got {
		if l, ok := object.AsList(buffers[i]); ok && len(b) > 0 {
			l.Items = append(l.Items, object.NewBytes(b).V())
		}
		if x.fds[i] >= 0 {
			open = append(open, object.Int(int64(x.fds[i])))
		}
	}
	return object.TupleOf(object.Int(int64(x.off)), object.NewList(open).V(), object.Bool(late && (x.in >= 0 || len(open) > 0)), object.Bool(x.in < 0))
}

// exchange is the state of one communicate call.
type exchange struct {
	in   int
	data []byte
	off  int
	fds  []int // -1: closed by the other side
	got  [][]byte
}

func (x *exchange) open() (n int) {
	for _, fd := range x.fds {
		if fd >= 0 {
			n++
		}
	}
	return n
}

// step waits at most some milliseconds for one of the pipes and serves those that are ready.
func (x *exchange) step(deadline time.Time) error {
	type pollFD struct {
		fd      int32
		events  int16
		revents int16
	}
	const pollIn, pollOut = 1, 4
	var set []pollFD
	for _, fd := range x.fds {
		if fd >= 0 {
			set = append(set, pollFD{int32(fd), pollIn, 0})
		}
	}
	if x.in >= 0 {
		if x.off >= len(x.data) {
			syscall.Close(x.in)
			x.in = -1
			return nil
		}
		set = append(set, pollFD{int32(x.in), pollOut, 0})
	}
	wait := 20 * time.Millisecond
	if !deadline.IsZero() {
		wait = max(min(wait, time.Until(deadline)), 0)
	}
	if err := pollFDs(set, int(wait.Milliseconds())+1); err != nil && err != syscall.EINTR {
		return err
	}
	for _, p := range set {
		if p.revents == 0 {
			continue
		}
		if int(p.fd) == x.in {
			n, err := syscall.Write(x.in, x.data[x.off:min(len(x.data), x.off+32768)])
			switch err {
			case nil:
				x.off += n
			case syscall.EAGAIN, syscall.EINTR:
			default: // the child does not read any more
				syscall.Close(x.in)
				x.in = -1
			}
			continue
		}
		x.read(int(p.fd))
	}
	return nil
}

func (x *exchange) read(fd int) {
	buf := make([]byte, 32768)
	n, err := syscall.Read(fd, buf)
	for i := range x.fds {
		if x.fds[i] != fd {
			continue
		}
		if n > 0 {
			x.got[i] = append(x.got[i], buf[:n]...)
		} else if err != syscall.EINTR && err != syscall.EAGAIN {
			x.fds[i] = -1
		}
	}
}
