// Package posix is Python's posix module, the system calls behind os.
//
//	posix.go    the module, helpers for paths and errors
//	files.go    paths: links, permissions, times
//	folders.go  listing, making and removing folders
//	stat.go     stat_result, DirEntry, scandir
//	fds.go      file descriptors, what goes through them
//	fdflags.go  their flags
//	process.go  this process: numbers, users, groups
//	children.go other processes: signals, waiting, exec
//	machine.go  environment, host, randomness
//	kernel.go   sendfile, pidfd_open, terminals
package posix

import (
	"strconv"
	"strings"
	"syscall"

	"pyasync/object"
	iomod "pyasync/stdlib/io"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	for _, table := range [...][]object.Method{fileFuncs, folderFuncs, fdFuncs, fdFlagFuncs, processFuncs, childFuncs, machineFuncs, kernelFuncs} {
		m.AddFuncs(table)
	}
	m.AddTypes(&statResultType, &dirEntryType, &terminalSizeType, &timesType, &unameType, &statvfsType)
	m.Set("error", object.OSErrorType.V())
	for _, c := range constants {
		m.Set(c.name, object.Int(c.v))
	}
	env := object.NewDict()
	for _, e := range th.Interp.GetHost().Env {
		if k, v, ok := strings.Cut(e, "="); ok && k != "" {
			key := object.NewBytes([]byte(k)).V()
			if old, ok := env.Get(th, key); ok && old.IsNil() {
				env.Set(th, key, object.NewBytes([]byte(v)).V())
			}
		}
	}
	m.Set("environ", env.V())
	have := object.NewList(nil)
	for _, s := range [...]string{"HAVE_FACCESSAT", "HAVE_FSTATAT", "HAVE_OPENAT", "HAVE_LSTAT", "HAVE_FCHDIR", "HAVE_FCHMOD", "HAVE_FTRUNCATE", "HAVE_UTIMENSAT"} {
		have.Items = append(have.Items, object.StrValue(s))
	}
	m.Set("_have_functions", have.V())
	return true
}

var constants = [...]struct {
	name string
	v    int64
}{
	{"F_OK", 0}, {"R_OK", 4}, {"W_OK", 2}, {"X_OK", 1},
	{"O_RDONLY", syscall.O_RDONLY}, {"O_WRONLY", syscall.O_WRONLY}, {"O_RDWR", syscall.O_RDWR}, {"O_APPEND", syscall.O_APPEND},
	{"O_CREAT", syscall.O_CREAT}, {"O_EXCL", syscall.O_EXCL}, {"O_TRUNC", syscall.O_TRUNC}, {"O_NONBLOCK", syscall.O_NONBLOCK},
	{"O_NDELAY", syscall.O_NONBLOCK}, {"O_SYNC", syscall.O_SYNC}, {"O_DSYNC", syscall.O_DSYNC}, {"O_NOCTTY", syscall.O_NOCTTY},
	{"O_CLOEXEC", syscall.O_CLOEXEC}, {"O_DIRECTORY", syscall.O_DIRECTORY}, {"O_NOFOLLOW", syscall.O_NOFOLLOW}, {"O_PATH", 0x200000},
	{"O_TMPFILE", 0x410000}, {"O_ACCMODE", 3},
	{"WNOHANG", 1}, {"WUNTRACED", 2}, {"WCONTINUED", 8}, {"P_PID", 1}, {"P_PGID", 2}, {"P_ALL", 0}, {"P_PIDFD", 3}, {"PIDFD_NONBLOCK", syscall.O_NONBLOCK}, {"WEXITED", 4}, {"WNOWAIT", 0x1000000},
	{"EX_OK", 0}, {"EX_USAGE", 64}, {"EX_DATAERR", 65}, {"EX_NOINPUT", 66}, {"EX_SOFTWARE", 70}, {"EX_OSERR", 71}, {"EX_IOERR", 74},
	{"TMP_MAX", 238328}, {"RTLD_LAZY", 1}, {"RTLD_NOW", 2}, {"RTLD_GLOBAL", 0x100}, {"RTLD_LOCAL", 0},
	{"PRIO_PROCESS", 0}, {"PRIO_PGRP", 1}, {"PRIO_USER", 2}, {"SCHED_OTHER", 0}, {"SCHED_FIFO", 1}, {"SCHED_RR", 2}, {"NGROUPS_MAX", 65536},
	{"GRND_NONBLOCK", 1}, {"GRND_RANDOM", 2}, {"SEEK_DATA", 3}, {"SEEK_HOLE", 4},
}

// path is a path argument: a name, or a descriptor where the function takes one.
type path struct {
	name  string
	fd    int // -1: name
	v     value
	bytes bool
}

// pathArg converts a path argument; what names the function for errors.
func pathArg(th *thread, v value, what, param string, allowFD bool) (path, bool) {
	p := path{fd: -1, v: v}
	if v.IsNil() {
		v = object.None
	}
	if allowFD && (v.IsSmallInt() || v.Is(&object.IntType)) && !v.IsBool() {
		n, ok := th.AsIndex(v, &object.OverflowErrorType)
		p.fd = n
		return p, ok
	}
	orig := v
	if !v.Is(&object.StrType) && !v.Is(&object.BytesType) {
		f, ok := th.CallSpecial(v, strFSPath)
		if !ok {
			kinds := "string, bytes or os.PathLike"
			if allowFD {
				kinds = "string, bytes, os.PathLike or integer"
			}
			th.TypeError("%s: %s should be %s, not %s", what, param, kinds, v.Type().Name)
			return p, false
		}
		if f.IsNil() {
			return p, false
		}
		v = f
	}
	if v.Is(&object.StrType) {
		s, _ := object.GoString(v)
		p.name = object.FSEncode(s)
	} else if v.IsExact(&object.BytesType) {
		p.name, p.bytes = string((*object.Bytes)(v.Ptr()).B), true
	} else {
		th.TypeError("expected %s.__fspath__() to return str or bytes, not %s", orig.Type().Name, v.Type().Name)
		return p, false
	}
	p.v = v
	if strings.IndexByte(p.name, 0) >= 0 {
		th.ValueError("%s: embedded null character in %s", what, param)
		return p, false
	}
	if th.Interp.GetHost().NoFiles {
		th.RaiseErrno(int(syscall.EACCES), v, value{})
		return p, false
	}
	return p, true
}

var strFSPath = object.NewStr("__fspath__")

// text returns a name found as the type of the argument asks for: bytes for bytes.
func (p path) text(name string) value {
	if p.bytes {
		return object.NewBytes([]byte(name)).V()
	}
	return object.StrValue(object.FSDecode(name))
}

// reach is a name by which the system finds the path: one that a descriptor has, too.
func (p path) reach() string {
	if p.fd >= 0 {
		return "/proc/self/fd/" + strconv.Itoa(p.fd)
	}
	return p.name
}

// fail raises the OSError of err about this path.
func (p path) fail(th *thread, err error) value { return th.RaiseOSError(err, p.v) }

// done returns None, or raises the error about this path.
func (p path) done(th *thread, err error) value {
	if err != nil {
		return p.fail(th, err)
	}
	return object.None
}

func intArg(th *thread, v value, def int) (int, bool) {
	if v.IsNil() {
		return def, true
	}
	return th.AsIndex(v, &object.OverflowErrorType)
}

func boolArg(th *thread, v value, def bool) (bool, bool) {
	if v.IsNil() {
		return def, true
	}
	return th.Truth(v)
}

func isNone(v value) bool { return v.IsNil() || v.IsNone() }

// retry repeats a system call that a signal interrupted.
func retry(f func() error) error {
	for {
		if err := f(); err != syscall.EINTR {
			return err
		}
	}
}

func flush(th *thread) { iomod.FlushDirty(th) }
