// Files by path: what they are, links, permissions, times. Folders are in folders.go.
package posix

import (
	"math"
	"math/big"
	"os"
	"strconv"
	"syscall"
	"time"
	"unsafe"

	"pyasync/object"
)

var fileFuncs = []object.Method{
	pathRow("stat", "path, *, dir_fd=None, follow_symlinks=True", orFD, 1, stat),
	pathRow("lstat", "path, *, dir_fd=None", pathOnly, 1, lstat),
	pathRow("statvfs", "path", orFD, 0, statvfs),
	pathRow("access", "path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True", pathOnly, 2, access),
	pathRow("chmod", "path, mode, *, dir_fd=None, follow_symlinks=True", orFD, 2, chmod),
	pathRow("chown", "path, uid, gid, *, dir_fd=None, follow_symlinks=True", orFD, 3, chown),
	pathRow("utime", "path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True", orFD, 3, utime),
	pathRow("truncate", "path, length", orFD, 0, truncate),
	making("mkfifo", 0o666, syscall.Mkfifo),
	onPath("unlink", syscall.Unlink),
	onPath("remove", syscall.Unlink),
	onTwo("rename", "src, dst, *, src_dir_fd=None, dst_dir_fd=None", syscall.Rename),
	onTwo("replace", "src, dst, *, src_dir_fd=None, dst_dir_fd=None", syscall.Rename),
	onTwo("link", "src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True", syscall.Link),
	onTwo("symlink", "src, dst, target_is_directory=False, *, dir_fd=None", syscall.Symlink),
	pathRow("readlink", "path, *, dir_fd=None", pathOnly, 1, readlink),
	{Name: "fspath", Sig: "path", F: func(th *thread, m value, a []value) value { return fspath(th, a[0]) }},
}

// What a path argument may be.
const (
	pathOnly = false
	orFD     = true // a file descriptor stands for the file it belongs to
)

// pathRow is a row whose function takes a path first; dirFD is the place of dir_fd among the arguments, 0: there is none.
func pathRow(name, sig string, fd bool, dirFD int, f func(th *thread, p path, a []value) value) object.Method {
	return object.Method{Name: name, Sig: sig, F: func(th *thread, m value, a []value) value {
		p, ok := pathArg(th, a[0], name, "path", fd)
		if !ok || dirFD > 0 && !p.relativeTo(th, a[dirFD], name) {
			return value{}
		}
		return f(th, p, a)
	}}
}

// onPath is a row whose function works on one path and returns None.
func onPath(name string, f func(name string) error) object.Method {
	return pathRow(name, "path, *, dir_fd=None", pathOnly, 1, func(th *thread, p path, _ []value) value {
		flush(th)
		return p.done(th, retry(func() error { return f(p.name) }))
	})
}

// making is a row whose function makes something at a path, with a mode.
func making(name string, mode int, f func(name string, mode uint32) error) object.Method {
	return pathRow(name, "path, mode="+strconv.Itoa(mode)+", *, dir_fd=None", pathOnly, 2, func(th *thread, p path, a []value) value {
		mode, ok := intArg(th, a[1], mode)
		if !ok {
			return value{}
		}
		return p.done(th, f(p.name, uint32(mode)))
	})
}

// source applies src_dir_fd; a symlink has none, its text stays what it is.
func source(p *path, a []value, th *thread, name string) bool {
	return name == "symlink" || p.relativeTo(th, a[2], name)
}

// onTwo is a row whose function works on two paths.
func onTwo(name, sig string, f func(a, b string) error) object.Method {
	return object.Method{Name: name, Sig: sig, F: func(th *thread, m value, a []value) value {
		p, ok := pathArg(th, a[0], name, "src", false)
		if !ok {
			return value{}
		}
		q, ok := pathArg(th, a[1], name, "dst", false)
		if !ok || !source(&p, a, th, name) || !q.relativeTo(th, a[3], name) {
			return value{}
		}
		flush(th)
		if err := retry(func() error { return f(p.name, q.name) }); err != nil {
			return th.RaiseErrno(object.ErrnoOf(err), p.v, q.v)
		}
		return object.None
	}}
}

func stat(th *thread, p path, a []value) value {
	follow, ok := boolArg(th, a[2], true)
	if !ok {
		return value{}
	}
	return statPath(th, p, follow)
}

func lstat(th *thread, p path, _ []value) value {
	return statPath(th, p, false)
}

func statvfs(th *thread, p path, _ []value) value {
	var st syscall.Statfs_t
	if p.fd >= 0 {
		return statvfsResult(th, p, &st, syscall.Fstatfs(p.fd, &st))
	}
	return statvfsResult(th, p, &st, syscall.Statfs(p.name, &st))
}

// statvfsResult makes the result; the kernel says in a flag that there are flags.
func statvfsResult(th *thread, p path, st *syscall.Statfs_t, err error) value {
	if err != nil {
		return p.fail(th, err)
	}
	const valid = 0x20
	n := func(u uint64) value { return object.Int(int64(u)) }
	id := uint64(uint32(st.Fsid.X__val[0])) | uint64(uint32(st.Fsid.X__val[1]))<<32
	return object.NewStructSeq(&statvfsType, 10, []value{n(uint64(st.Bsize)), n(uint64(st.Frsize)), n(st.Blocks), n(st.Bfree), n(st.Bavail),
		n(st.Files), n(st.Ffree), n(st.Ffree), n(uint64(st.Flags &^ valid)), n(uint64(st.Namelen)), object.IntFromBig(new(big.Int).SetUint64(id))})
}

func access(th *thread, p path, a []value) value {
	mode, ok := intArg(th, a[1], 0)
	if !ok {
		return value{}
	}
	return object.Bool(syscall.Access(p.name, uint32(mode)) == nil)
}

func chmod(th *thread, p path, a []value) value {
	mode, ok := intArg(th, a[1], 0)
	if !ok {
		return value{}
	}
	if p.fd >= 0 {
		return p.done(th, syscall.Fchmod(p.fd, uint32(mode)))
	}
	return p.done(th, syscall.Chmod(p.name, uint32(mode)))
}

func chown(th *thread, p path, a []value) value {
	uid, ok1 := intArg(th, a[1], -1)
	gid, ok2 := intArg(th, a[2], -1)
	if !ok1 || !ok2 {
		return value{}
	}
	if p.fd >= 0 {
		return p.done(th, syscall.Fchown(p.fd, uid, gid))
	}
	follow, ok := boolArg(th, a[4], true)
	switch {
	case !ok:
		return value{}
	case !follow:
		return p.done(th, syscall.Lchown(p.name, uid, gid))
	}
	return p.done(th, syscall.Chown(p.name, uid, gid))
}

func utime(th *thread, p path, a []value) value {
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
	if !follow {
		return p.done(th, utimensat(p.reach(), &ts))
	}
	return p.done(th, syscall.UtimesNano(p.reach(), ts[:]))
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

func truncate(th *thread, p path, a []value) value {
	n, ok := intArg(th, a[1], 0)
	if !ok {
		return value{}
	}
	flush(th)
	if p.fd >= 0 {
		return p.done(th, syscall.Ftruncate(p.fd, int64(n)))
	}
	return p.done(th, syscall.Truncate(p.name, int64(n)))
}

func readlink(th *thread, p path, _ []value) value {
	s, err := os.Readlink(p.name)
	if err != nil {
		return p.fail(th, err)
	}
	return p.text(s)
}

// fspath is os.fspath.
func fspath(th *thread, v value) value {
	if v.Is(&object.StrType) || v.Is(&object.BytesType) {
		return v
	}
	r, ok := th.CallSpecial(v, strFSPath)
	if !ok {
		return th.TypeError("expected str, bytes or os.PathLike object, not %s", v.Type().TPName())
	}
	if !r.IsNil() && !r.Is(&object.StrType) && !r.Is(&object.BytesType) {
		return th.TypeError("expected %s.__fspath__() to return str or bytes, not %s", v.Type().TPName(), r.Type().TPName())
	}
	return r
}
