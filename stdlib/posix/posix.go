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
//	waiting.go  wait3, wait4, waitid, posix_spawn
//	machine.go  environment, host, randomness
//	kernel.go   sendfile, pidfd_open, terminals
//	handles.go  descriptors that are no files: eventfd, timerfd, memfd
//	devices.go  device files, pseudo-terminals
//	owners.go   users and groups
//	scheduling.go  priorities, processors
//	xattr.go    extended attributes
//	vectors.go  several buffers at once, copies between descriptors
//	limits.go   sysconf, confstr, pathconf
//	rows.go     rows for calls that take numbers
package posix

import (
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"

	"pyasync/object"
	iomod "pyasync/stdlib/io"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	for _, table := range [...][]object.Method{fileFuncs, folderFuncs, fdFuncs, fdFlagFuncs, processFuncs, childFuncs, machineFuncs, kernelFuncs,
		ownerFuncs, schedulingFuncs, xattrFuncs, vectorFuncs, handleFuncs, limitFuncs, deviceFuncs, waitFuncs} {
		m.AddFuncs(table)
	}
	m.AddTypes(&statResultType, &dirEntryType, &terminalSizeType, &timesType, &unameType, &statvfsType, &schedParamType, &waitidType)
	addLimits(m)
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
	{"CLD_EXITED", 1}, {"CLD_KILLED", 2}, {"CLD_DUMPED", 3}, {"CLD_TRAPPED", 4}, {"CLD_STOPPED", 5}, {"CLD_CONTINUED", 6}, {"WSTOPPED", 2},
	{"EFD_CLOEXEC", unix.EFD_CLOEXEC}, {"EFD_NONBLOCK", unix.EFD_NONBLOCK}, {"EFD_SEMAPHORE", unix.EFD_SEMAPHORE},
	{"TFD_CLOEXEC", unix.TFD_CLOEXEC}, {"TFD_NONBLOCK", unix.TFD_NONBLOCK}, {"TFD_TIMER_ABSTIME", 1}, {"TFD_TIMER_CANCEL_ON_SET", 2},
	{"EX_NOUSER", 67}, {"EX_NOHOST", 68}, {"EX_UNAVAILABLE", 69}, {"EX_OSFILE", 72}, {"EX_CANTCREAT", 73}, {"EX_TEMPFAIL", 75},
	{"EX_PROTOCOL", 76}, {"EX_NOPERM", 77}, {"EX_CONFIG", 78}, {"F_ULOCK", 0}, {"F_LOCK", 1}, {"F_TLOCK", 2}, {"F_TEST", 3},
	{"MFD_CLOEXEC", 1}, {"MFD_ALLOW_SEALING", 2}, {"MFD_HUGETLB", 4}, {"MFD_HUGE_SHIFT", 26}, {"MFD_HUGE_MASK", 63},
	{"MFD_HUGE_64KB", 16 << 26}, {"MFD_HUGE_512KB", 19 << 26}, {"MFD_HUGE_1MB", 20 << 26}, {"MFD_HUGE_2MB", 21 << 26},
	{"MFD_HUGE_8MB", 23 << 26}, {"MFD_HUGE_16MB", 24 << 26}, {"MFD_HUGE_32MB", 25 << 26}, {"MFD_HUGE_256MB", 28 << 26},
	{"MFD_HUGE_512MB", 29 << 26}, {"MFD_HUGE_1GB", 30 << 26}, {"MFD_HUGE_2GB", 31 << 26}, {"MFD_HUGE_16GB", 34 << 26},
	{"O_ASYNC", unix.O_ASYNC}, {"O_DIRECT", unix.O_DIRECT}, {"O_FSYNC", unix.O_FSYNC}, {"O_LARGEFILE", 0}, {"O_NOATIME", unix.O_NOATIME},
	{"O_RSYNC", unix.O_RSYNC}, {"POSIX_FADV_NORMAL", 0}, {"POSIX_FADV_RANDOM", 1}, {"POSIX_FADV_SEQUENTIAL", 2},
	{"POSIX_FADV_WILLNEED", 3}, {"POSIX_FADV_DONTNEED", 4}, {"POSIX_FADV_NOREUSE", 5},
	{"POSIX_SPAWN_OPEN", spawnOpen}, {"POSIX_SPAWN_CLOSE", spawnClose}, {"POSIX_SPAWN_DUP2", spawnDup2}, {"POSIX_SPAWN_CLOSEFROM", spawnCloseFrom},
	{"RTLD_NOLOAD", 4}, {"RTLD_DEEPBIND", 8}, {"RTLD_NODELETE", 0x1000}, {"RWF_HIPRI", 1}, {"RWF_DSYNC", 2}, {"RWF_SYNC", 4},
	{"RWF_NOWAIT", 8}, {"RWF_APPEND", 16}, {"SCHED_BATCH", 3}, {"SCHED_IDLE", 5}, {"SCHED_RESET_ON_FORK", 0x40000000},
	{"SPLICE_F_MOVE", 1}, {"SPLICE_F_NONBLOCK", 2}, {"SPLICE_F_MORE", 4}, {"ST_RDONLY", 1}, {"ST_NOSUID", 2}, {"ST_NODEV", 4},
	{"ST_NOEXEC", 8}, {"ST_SYNCHRONOUS", 16}, {"ST_MANDLOCK", 64}, {"ST_WRITE", 128}, {"ST_APPEND", 256}, {"ST_NOATIME", 1024},
	{"ST_NODIRATIME", 2048}, {"ST_RELATIME", 4096}, {"XATTR_CREATE", 1}, {"XATTR_REPLACE", 2}, {"XATTR_SIZE_MAX", 65536},
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
	if allowFD && object.IsInt(v) {
		n, ok := fdArg(th, v)
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
			th.TypeError("%s: %s should be %s, not %s", what, param, kinds, v.Type().TPName())
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
		th.TypeError("expected %s.__fspath__() to return str or bytes, not %s", orig.Type().TPName(), v.Type().TPName())
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

// relativeTo makes a relative name start at the folder that a descriptor is open on: the argument dir_fd.
func (p *path) relativeTo(th *thread, dir value, what string) bool {
	if isNone(dir) {
		return true
	}
	if !object.IsInt(dir) && dir.Type().Slots.Index == nil {
		th.TypeError("argument should be integer or None, not %s", dir.Type().TPName())
		return false
	}
	fd, ok := th.AsIndex(dir, &object.OverflowErrorType)
	if !ok {
		return false
	}
	if p.fd >= 0 {
		th.ValueError("%s: can't specify dir_fd without matching path", what)
		return false
	}
	if p.name == "" || p.name[0] == '/' {
		return true
	}
	if _, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0); err != nil {
		p.fail(th, err)
		return false
	}
	p.name = "/proc/self/fd/" + strconv.Itoa(fd) + "/" + p.name
	return true
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
