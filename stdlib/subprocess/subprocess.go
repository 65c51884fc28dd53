// Package subprocessmod is the module _subprocess: starting a process with given descriptors. The class Popen is Python
// (stdlib/py/subprocess.py).
package subprocessmod

import (
	"errors"
	"math"
	"os"
	"strings"
	"syscall"

	"pyasync/object"
	iomod "pyasync/stdlib/io"
	"pyasync/stdlib/posix"
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
	{Name: "spawn", F: spawn, Sig: "args, executables, close_fds, pass_fds, cwd, env, stdin, stdout, stderr, restore_signals, new_session, " +
		"process_group, group, groups, user, umask, name, cwd_name, use_vfork"},
}

// The arguments of spawn.
const (
	argArgs = iota
	argExecutables
	argCloseFDs
	argPassFDs
	argCwd
	argEnv
	argStdin
	argStdout
	argStderr
	argRestoreSignals
	argNewSession
	argProcessGroup
	argGroup
	argGroups
	argUser
	argUmask
	argName    // of the program, for errors
	argCwdName // of its directory, for errors
)

// text returns the bytes of a bytes argument.
func text(th *thread, v value) (string, bool) {
	b, release, ok := object.AsBytesLike(th, v)
	if !ok {
		return "", false
	}
	defer release()
	t := string(b)
	if strings.IndexByte(t, 0) >= 0 {
		th.ValueError("embedded null byte")
		return "", false
	}
	return t, true
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
	args, ok := texts(th, a[argArgs])
	if !ok {
		return value{}
	}
	programs, ok := texts(th, a[argExecutables])
	if !ok {
		return value{}
	}
	attr := &syscall.ProcAttr{Env: th.Interp.GetHost().Env, Sys: &syscall.SysProcAttr{}}
	if !a[argCwd].IsNone() {
		if attr.Dir, ok = text(th, a[argCwd]); !ok {
			return value{}
		}
	}
	if !a[argEnv].IsNone() {
		if attr.Env, ok = texts(th, a[argEnv]); !ok {
			return value{}
		}
	}
	if attr.Files, ok = files(th, a); !ok {
		return value{}
	}
	if attr.Sys.Setsid, ok = th.Truth(a[argNewSession]); !ok {
		return value{}
	}
	if group, ok := th.AsIndex(a[argProcessGroup], &object.OverflowErrorType); !ok {
		return value{}
	} else if group >= 0 {
		attr.Sys.Setpgid, attr.Sys.Pgid = true, group
	}
	umask, ok := th.AsIndex(a[argUmask], &object.OverflowErrorType)
	if !ok || !credential(th, attr.Sys, a[argUser], a[argGroup], a[argGroups]) {
		return value{}
	}
	if umask != int(int32(umask)) {
		return th.OverflowError("Python int too large to convert to C int")
	}
	iomod.FlushDirty(th)
	if umask >= 0 {
		// The mask is the process's, for lack of a place between fork and exec.
		defer syscall.Umask(syscall.Umask(umask))
	}
	return start(th, args, programs, attr, a[argName], a[argCwdName])
}

// credential takes user, group and extra groups as numbers, each None when it stays as it is.
func credential(th *thread, sys *syscall.SysProcAttr, user, group, groups value) bool {
	if user.IsNone() && group.IsNone() && groups.IsNone() {
		return true
	}
	c := &syscall.Credential{Uid: uint32(syscall.Geteuid()), Gid: uint32(syscall.Getegid()), NoSetGroups: groups.IsNone()}
	if !setID(th, user, "uid", &c.Uid) || !setID(th, group, "gid", &c.Gid) {
		return false
	}
	if !groups.IsNone() {
		list, ok := th.Collect(groups)
		if !ok {
			return false
		}
		c.Groups = make([]uint32, len(list))
		for i, v := range list {
			if !setID(th, v, "gid", &c.Groups[i]) {
				if th.Catch(&object.OverflowErrorType) {
					th.ValueError("invalid group id")
				}
				return false
			}
		}
	}
	sys.Credential = c
	return true
}

// setID stores the id of a user or group, unless it is None or -1.
func setID(th *thread, v value, what string, id *uint32) bool {
	if v.IsNone() {
		return true
	}
	n, ok := posix.ID(th, v, what)
	if ok && uint32(n) != math.MaxUint32 {
		*id = uint32(n)
	}
	return ok
}

func start(th *thread, args, programs []string, attr *syscall.ProcAttr, name, cwd value) value {
	if n := enterable(attr.Dir); n != 0 {
		return th.RaiseErrno(n, cwd, value{})
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
	if failure == syscall.EPERM && (attr.Sys.Credential != nil || attr.Sys.Setpgid || attr.Sys.Setsid) {
		name = value{} // it was not exec that failed
	}
	return th.RaiseErrno(object.ErrnoOf(failure), name, value{})
}

// enterable returns the error that chdir to a directory ("": none) would meet. The child's own would not tell itself
// from one of exec.
func enterable(dir string) int {
	if dir == "" {
		return 0
	}
	st, err := os.Stat(dir)
	if err == nil && !st.IsDir() {
		err = syscall.ENOTDIR
	}
	if err == nil {
		err = syscall.Access(dir, 1)
	}
	if err != nil {
		return object.ErrnoOf(err)
	}
	return 0
}
