// Functions on paths.
package posix

import (
	"math"
	"os"
	"strconv"
	"syscall"
	"time"
	"unsafe"

	"pyasync/object"
)

func itoa(i int) string { return strconv.Itoa(i) }

// onPath is a row whose function works on one path and returns None.
func onPath(name string, f func(p path) error) object.Method {
	return object.Method{Name: name, Sig: "path, *, dir_fd=None", F: func(th *thread, m value, a []value) value {
		p, ok := pathArg(th, a[0], name, "path", false)
		if !ok {
			return value{}
		}
		flush(th)
		return p.done(th, retry(func() error { return f(p) }))
	}}
}

// onTwo is a row whose function works on two paths.
func onTwo(name, sig string, f func(a, b string) error) object.Method {
	return object.Method{Name: name, Sig: sig, F: func(th *thread, m value, a []value) value {
		p, ok := pathArg(th, a[0], name, "src", false)
		if !ok {
			return value{}
		}
		q, ok := pathArg(th, a[1], name, "dst", false)
		if !ok {
			return value{}
		}
		flush(th)
		if err := retry(func() error { return f(p.name, q.name) }); err != nil {
			return th.RaiseErrno(object.ErrnoOf(err), p.v, q.v)
		}
		return object.None
	}}
}

func rename(a, b string) error { return syscall.Rename(a, b) }

var fileFuncs []object.Method

func init() {
	fileFuncs = []object.Method{
		{Name: "stat", Sig: "path, *, dir_fd=None, follow_symlinks=True", F: func(th *thread, m value, a []value) value {
			p, ok := pathArg(th, a[0], "stat", "path", true)
			if !ok {
				return value{}
			}
			follow, ok := boolArg(th, a[2], true)
			if !ok {
				return value{}
			}
			return statPath(th, p, follow)
		}},
		{Name: "lstat", Sig: "path, *, dir_fd=None", F: func(th *thread, m value, a []value) value {
			p, ok := pathArg(th, a[0], "lstat", "path", false)
			if !ok {
				return value{}
			}
			return statPath(th, p, false)
		}},
		{Name: "scandir", Sig: "path=None", F: scandir},
		{Name: "listdir", Sig: "path=None", F: listdir},
		{Name: "mkdir", Sig: "path, mode=511, *, dir_fd=None", F: func(th *thread, m value, a []value) value {
			p, ok := pathArg(th, a[0], "mkdir", "path", false)
			if !ok {
				return value{}
			}
			mode, ok := intArg(th, a[1], 0o777)
			if !ok {
				return value{}
			}
			return p.done(th, syscall.Mkdir(p.name, uint32(mode)))
		}},
		onPath("rmdir", func(p path) error { return syscall.Rmdir(p.name) }),
		onPath("unlink", func(p path) error { return syscall.Unlink(p.name) }),
		onPath("remove", func(p path) error { return syscall.Unlink(p.name) }),
		onTwo("rename", "src, dst, *, src_dir_fd=None, dst_dir_fd=None", rename),
		onTwo("replace", "src, dst, *, src_dir_fd=None, dst_dir_fd=None", rename),
		onTwo("link", "src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True", func(a, b string) error { return syscall.Link(a, b) }),
		onTwo("symlink", "src, dst, target_is_directory=False, *, dir_fd=None", func(a, b string) error { return syscall.Symlink(a, b) }),
		{Name: "readlink", Sig: "path, *, dir_fd=None", F: func(th *thread, m value, a []value) value {
			p, ok := pathArg(th, a[0], "readlink", "path", false)
			if !ok {
				return value{}
			}
			s, err := os.Readlink(p.name)
			if err != nil {
				return p.fail(th, err)
			}
			return p.text(s)
		}},
		{Name: "access", Sig: "path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True", F: func(th *thread, m value, a []value) value {
			p, ok := pathArg(th, a[0], "access", "path", false)
			if !ok {
				return value{}
			}
			mode, ok := intArg(th, a[1], 0)
			if !ok {
				return value{}
			}
			return object.Bool(syscall.Access(p.name, uint32(mode)) == nil)
		}},
		{Name: "chmod", Sig: "path, mode, *, dir_fd=None, follow_symlinks=True", F: func(th *thread, m value, a []value) value {
			p, ok := pathArg(th, a[0], "chmod", "path", true)
			if !ok {
				return value{}
			}
			mode, ok := intArg(th, a[1], 0)
			if !ok {
				return value{}
			}
			if p.fd >= 0 {
				return p.done(th, syscall.Fchmod(p.fd, uint32(mode)))
			}
			return p.done(th, syscall.Chmod(p.name, uint32(mode)))
		}},
		{Name: "chown", Sig: "path, uid, gid, *, dir_fd=None, follow_symlinks=True", F: func(th *thread, m value, a []value) value {
			p, ok := pathArg(th, a[0], "chown", "path", true)
			if !ok {
				return value{}
			}
			uid, ok1 := intArg(th, a[1], -1)
			gid, ok2 := intArg(th, a[2], -1)
			if !ok1 || !ok2 {
				return value{}
			}
			if p.fd >= 0 {
				return p.done(th, syscall.Fchown(p.fd, uid, gid))
			}
			return p.done(th, syscall.Chown(p.name, uid, gid))
		}},
		{Name: "chdir", Sig: "path", F: func(th *thread, m value, a []value) value {
			p, ok := pathArg(th, a[0], "chdir", "path", true)
			if !ok {
				return value{}
			}
			if p.fd >= 0 {
				return p.done(th, syscall.Fchdir(p.fd))
			}
			return p.done(th, os.Chdir(p.name))
		}},
		{Name: "getcwd", F0: func(th *thread, m value) value {
			s, err := syscall.Getwd()
			if err != nil {
				return th.RaiseOSError(err, value{})
			}
			return object.StrValue(object.FSDecode(s))
		}},
		{Name: "getcwdb", F0: func(th *thread, m value) value {
			s, err := syscall.Getwd()
			if err != nil {
				return th.RaiseOSError(err, value{})
			}
			return object.NewBytes([]byte(s)).V()
		}},
		{Name: "truncate", Sig: "path, length", F: func(th *thread, m value, a []value) value {
			p, ok := pathArg(th, a[0], "truncate", "path", true)
			if !ok {
				return value{}
			}
			n, ok := intArg(th, a[1], 0)
			if !ok {
				return value{}
			}
			flush(th)
			if p.fd >= 0 {
				return p.done(th, syscall.Ftruncate(p.fd, int64(n)))
			}
			return p.done(th, syscall.Truncate(p.name, int64(n)))
		}},
		{Name: "utime", Sig: "path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True", F: utime},
		{Name: "mkfifo", Sig: "path, mode=438, *, dir_fd=None", F: func(th *thread, m value, a []value) value {
			p, ok := pathArg(th, a[0], "mkfifo", "path", false)
			if !ok {
				return value{}
			}
			mode, ok := intArg(th, a[1], 0o666)
			if !ok {
				return value{}
			}
			return p.done(th, syscall.Mkfifo(p.name, uint32(mode)))
		}},
		{Name: "statvfs", Sig: "path", F: func(th *thread, m value, a []value) value {
			p, ok := pathArg(th, a[0], "statvfs", "path", true)
			if !ok {
				return value{}
			}
			var st syscall.Statfs_t
			if err := syscall.Statfs(p.name, &st); err != nil {
				return p.fail(th, err)
			}
			n := func(u uint64) value { return object.Int(int64(u)) }
			return object.NewStructSeq(&statvfsType, 10, []value{n(uint64(st.Bsize)), n(uint64(st.Frsize)), n(st.Blocks), n(st.Bfree), n(st.Bavail),
				n(st.Files), n(st.Ffree), n(st.Ffree), n(uint64(st.Flags)), n(uint64(st.Namelen))})
		}},
		{Name: "fspath", Sig: "path", F: func(th *thread, m value, a []value) value { return fspath(th, a[0]) }},
	}
}

// fspath is os.fspath.
func fspath(th *thread, v value) value {
	if v.Is(&object.StrType) || v.Is(&object.BytesType) {
		return v
	}
	r, ok := th.CallSpecial(v, strFSPath)
	if !ok {
		return th.TypeError("expected str, bytes or os.PathLike object, not %s", v.Type().Name)
	}
	if !r.IsNil() && !r.Is(&object.StrType) && !r.Is(&object.BytesType) {
		return th.TypeError("expected %s.__fspath__() to return str or bytes, not %s", v.Type().Name, r.Type().Name)
	}
	return r
}

func listdir(th *thread, m value, a []value) value {
	dir := a[0]
	if isNone(dir) {
		dir = object.StrValue(".")
	}
	p, ok := pathArg(th, dir, "listdir", "path", true)
	if !ok {
		return value{}
	}
	flush(th)
	name := p.name
	if p.fd >= 0 {
		name = "/proc/self/fd/" + itoa(p.fd)
	}
	f, err := os.Open(name)
	if err != nil {
		return p.fail(th, err)
	}
	defer f.Close()
	names, err := f.Readdirnames(-1)
	if err != nil {
		return p.fail(th, err)
	}
	items := make([]value, len(names))
	for i, n := range names {
		items[i] = p.text(n)
	}
	return object.NewList(items).V()
}

func utime(th *thread, m value, a []value) value {
	p, ok := pathArg(th, a[0], "utime", "path", true)
	if !ok {
		return value{}
	}
	if !isNone(a[1]) && !isNone(a[2]) {
		return th.ValueError("utime: you may specify either 'times' or 'ns' but not both")
	}
	now := time.Now().UnixNano()
	ns := [2]int64{now, now}
	if pair := a[1]; !isNone(pair) {
		t, ok := object.AsTuple(pair)
		if !ok || len(t.Items) != 2 {
			return th.TypeError("utime: 'times' must be either a tuple of two ints or None")
		}
		for i, x := range t.Items {
			f := th.CallArgs(object.FloatType.V(), x)
			if f.IsNil() {
				return f
			}
			g, _ := f.ExactFloat()
			sec := math.Floor(g)
			ns[i] = int64(sec)*1e9 + int64((g-sec)*1e9)
		}
	} else if pair := a[2]; !isNone(pair) {
		t, ok := object.AsTuple(pair)
		if !ok || len(t.Items) != 2 {
			return th.TypeError("utime: 'ns' must be a tuple of two ints")
		}
		for i, x := range t.Items {
			n, ok := th.AsIndex(x, &object.OverflowErrorType)
			if !ok {
				return value{}
			}
			ns[i] = int64(n)
		}
	}
	follow, ok := boolArg(th, a[4], true)
	if !ok {
		return value{}
	}
	flush(th)
	ts := [2]syscall.Timespec{syscall.NsecToTimespec(ns[0]), syscall.NsecToTimespec(ns[1])}
	name := p.name
	if p.fd >= 0 {
		name = "/proc/self/fd/" + itoa(p.fd)
	}
	if !follow {
		return p.done(th, utimensat(name, &ts))
	}
	return p.done(th, syscall.UtimesNano(name, ts[:]))
}

// utimensat sets the times of a symbolic link itself.
func utimensat(name string, ts *[2]syscall.Timespec) error {
	b, err := syscall.BytePtrFromString(name)
	if err != nil {
		return err
	}
	const atFDCWD, noFollow = -100, 0x100
	cwd := atFDCWD
	_, _, e := syscall.Syscall6(syscall.SYS_UTIMENSAT, uintptr(cwd), uintptr(unsafe.Pointer(b)), uintptr(unsafe.Pointer(&ts[0])), noFollow, 0, 0)
	if e != 0 {
		return e
	}
	return nil
}
