// stat_result, DirEntry and scandir.
package posix

import (
	"os"
	"syscall"

	"pyasync/object"
)

var statResultType, dirEntryType, scanIterType, terminalSizeType, timesType, unameType, statvfsType object.Type

func fields(names ...string) []object.StructField {
	f := make([]object.StructField, len(names))
	for i, n := range names {
		f[i].Name = n
	}
	return f
}

func init() {
	object.DefineStructSeq(&statResultType, "os.stat_result", "stat_result: Result from stat, fstat, or lstat.", 10, false,
		append(append(fields("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size"), object.StructField{}, object.StructField{}, object.StructField{}),
			fields("st_atime", "st_mtime", "st_ctime", "st_atime_ns", "st_mtime_ns", "st_ctime_ns", "st_blksize", "st_blocks", "st_rdev")...)...)
	object.DefineStructSeq(&terminalSizeType, "os.terminal_size", "A tuple of (columns, lines) for holding terminal window size", 2, false, fields("columns", "lines")...)
	object.DefineStructSeq(&timesType, "posix.times_result", "", 5, false, fields("user", "system", "children_user", "children_system", "elapsed")...)
	object.DefineStructSeq(&unameType, "posix.uname_result", "", 5, false, fields("sysname", "nodename", "release", "version", "machine")...)
	object.DefineStructSeq(&statvfsType, "os.statvfs_result", "", 10, false, fields("f_bsize", "f_frsize", "f_blocks", "f_bfree", "f_bavail", "f_files", "f_ffree", "f_favail", "f_flag", "f_namemax", "f_fsid")...)
	object.Define(&dirEntryType, object.Spec{Name: "posix.DirEntry", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[dirEntry](),
		Slots: object.Slots{Repr: func(th *thread, v value) value {
			s, ok := th.Repr(entryOf(v).name)
			if !ok {
				return value{}
			}
			return object.StrValue("<DirEntry " + s + ">")
		}},
		Methods: []object.Method{
			{Name: "is_dir", Sig: "*, follow_symlinks=True", F: func(th *thread, v value, a []value) value { return entryOf(v).is(th, a[0], syscall.S_IFDIR) }},
			{Name: "is_file", Sig: "*, follow_symlinks=True", F: func(th *thread, v value, a []value) value { return entryOf(v).is(th, a[0], syscall.S_IFREG) }},
			{Name: "is_symlink", F0: func(th *thread, v value) value { return object.Bool(entryOf(v).kind&os.ModeSymlink != 0) }},
			{Name: "is_junction", F0: func(th *thread, v value) value { return object.False }},
			{Name: "inode", F0: func(th *thread, v value) value {
				var st syscall.Stat_t
				if err := syscall.Lstat(entryOf(v).full, &st); err != nil {
					return th.RaiseOSError(err, entryOf(v).path)
				}
				return object.Int(int64(st.Ino))
			}},
			{Name: "stat", Sig: "*, follow_symlinks=True", F: func(th *thread, v value, a []value) value {
				follow, ok := boolArg(th, a[0], true)
				if !ok {
					return value{}
				}
				e := entryOf(v)
				return statPath(th, path{name: e.full, fd: -1, v: e.path}, follow)
			}},
			{Name: "__fspath__", F0: func(th *thread, v value) value { return entryOf(v).path }},
			{Name: "__class_getitem__", Sig: "object, /", Flags: object.ClassMethod, F1: func(th *thread, c, x value) value {
				return th.CallArgs(object.GenericAliasType.V(), c, x)
			}},
		},
		Members: []object.Member{
			{Name: "name", Get: func(th *thread, v value) value { return entryOf(v).name }},
			{Name: "path", Get: func(th *thread, v value) value { return entryOf(v).path }},
		}})
	object.Define(&scanIterType, object.Spec{Name: "posix.ScandirIterator", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[scanIter](),
		Slots: object.Slots{
			Iter: func(th *thread, v value) value { return v },
			Next: func(th *thread, v value) value {
				it := (*scanIter)(v.Ptr())
				if it.i >= len(it.entries) {
					return value{}
				}
				it.i++
				return it.entries[it.i-1]
			},
		},
		Methods: []object.Method{
			{Name: "close", F0: func(th *thread, v value) value { (*scanIter)(v.Ptr()).entries = nil; return object.None }},
			{Name: "__enter__", F0: func(th *thread, v value) value { return v }},
			{Name: "__exit__", Sig: "*args", F: func(th *thread, v value, a []value) value { (*scanIter)(v.Ptr()).entries = nil; return object.None }},
		}})
}

type dirEntry struct {
	object.Header
	name, path value
	full       string
	kind       os.FileMode
}

type scanIter struct {
	object.Header
	entries []value
	i       int
}

func entryOf(v value) *dirEntry { return (*dirEntry)(v.Ptr()) }

func (e *dirEntry) is(th *thread, follow value, kind uint32) value {
	f, ok := boolArg(th, follow, true)
	if !ok {
		return value{}
	}
	if e.kind&os.ModeSymlink == 0 || !f {
		return object.Bool(kind == syscall.S_IFDIR && e.kind.IsDir() || kind == syscall.S_IFREG && e.kind.IsRegular())
	}
	var st syscall.Stat_t
	if err := syscall.Stat(e.full, &st); err != nil {
		if err == syscall.ENOENT {
			return object.False
		}
		return th.RaiseOSError(err, e.path)
	}
	return object.Bool(st.Mode&syscall.S_IFMT == kind)
}

func statPath(th *thread, p path, follow bool) value {
	var st syscall.Stat_t
	flush(th)
	err := retry(func() error {
		switch {
		case p.fd >= 0:
			return syscall.Fstat(p.fd, &st)
		case follow:
			return syscall.Stat(p.name, &st)
		}
		return syscall.Lstat(p.name, &st)
	})
	if err != nil {
		return p.fail(th, err)
	}
	return statValue(&st)
}

func statValue(st *syscall.Stat_t) value {
	n := func(i int64) value { return object.Int(i) }
	items := []value{n(int64(st.Mode)), n(int64(st.Ino)), n(int64(st.Dev)), n(int64(st.Nlink)), n(int64(st.Uid)), n(int64(st.Gid)), n(st.Size)}
	times := [...]syscall.Timespec{st.Atim, st.Mtim, st.Ctim}
	for _, t := range times {
		items = append(items, n(t.Sec))
	}
	for _, t := range times {
		items = append(items, object.Float(float64(t.Sec)+1e-9*float64(t.Nsec)))
	}
	for _, t := range times {
		items = append(items, n(t.Sec*1e9+t.Nsec))
	}
	items = append(items, n(int64(st.Blksize)), n(st.Blocks), n(int64(st.Rdev)))
	return object.NewStructSeq(&statResultType, 10, items)
}

func scandir(th *thread, m value, a []value) value {
	dir := a[0]
	if isNone(dir) {
		dir = object.StrValue(".")
	}
	p, ok := pathArg(th, dir, "scandir", "path", true)
	if !ok {
		return value{}
	}
	flush(th)
	name := p.reach()
	list, err := os.ReadDir(name)
	if err != nil {
		return p.fail(th, err)
	}
	prefix := p.name
	if prefix != "" && prefix[len(prefix)-1] != '/' {
		prefix += "/"
	}
	it := &scanIter{Header: object.Header{Shape: &scanIterType.Root}}
	for _, d := range list {
		e := &dirEntry{object.Header{Shape: &dirEntryType.Root}, p.text(d.Name()), p.text(prefix + d.Name()), name + "/" + d.Name(), d.Type()}
		it.entries = append(it.entries, object.ObjectValue(&e.Header))
	}
	return object.ObjectValue(&it.Header)
}
