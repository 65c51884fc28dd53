// Extended attributes of files.
package posix

import (
	"strings"

	"golang.org/x/sys/unix"

	"pyasync/object"
)

var xattrFuncs = []object.Method{
	{Name: "getxattr", Sig: "path, attribute, *, follow_symlinks=True", F: getxattr},
	{Name: "setxattr", Sig: "path, attribute, value, flags=0, *, follow_symlinks=True", F: setxattr},
	{Name: "removexattr", Sig: "path, attribute, *, follow_symlinks=True", F: removexattr},
	{Name: "listxattr", Sig: "path=None, *, follow_symlinks=True", F: listxattr},
}

// xattrTarget is a file whose attributes are meant, and perhaps one of them.
type xattrTarget struct {
	path
	attribute string
	follow    bool
}

func xattrArgs(th *thread, file, attribute, follow value, what string) (t xattrTarget, ok bool) {
	if isNone(file) {
		file = object.StrValue(".")
	}
	if t.path, ok = pathArg(th, file, what, "path", true); !ok {
		return t, false
	}
	if !attribute.IsNil() {
		a, ok := pathArg(th, attribute, what, "attribute", false)
		if !ok {
			return t, false
		}
		t.attribute = a.name
	}
	if t.follow, ok = boolArg(th, follow, true); ok && t.fd >= 0 && !t.follow {
		th.ValueError("%s: cannot use fd and follow_symlinks together", what)
		return t, false
	}
	return t, ok
}

// choose calls the variant of a system call that fits the target: by descriptor, by name, or of a link itself.
func (t xattrTarget) choose(byFD func(int) (int, error), byName, ofLink func(string) (int, error)) (int, error) {
	switch {
	case t.fd >= 0:
		return byFD(t.fd)
	case t.follow:
		return byName(t.name)
	}
	return ofLink(t.name)
}

// grow calls get with larger and larger buffers until the answer fits.
func grow(get func(b []byte) (int, error)) ([]byte, error) {
	for size := 256; ; size *= 8 {
		b := make([]byte, size)
		n, err := get(b)
		if err == unix.ERANGE && size < 1<<20 {
			continue
		}
		if err != nil {
			return nil, err
		}
		return b[:n], nil
	}
}

func getxattr(th *thread, m value, a []value) value {
	t, ok := xattrArgs(th, a[0], a[1], a[2], "getxattr")
	if !ok {
		return value{}
	}
	b, err := grow(func(b []byte) (int, error) {
		return t.choose(func(fd int) (int, error) { return unix.Fgetxattr(fd, t.attribute, b) },
			func(p string) (int, error) { return unix.Getxattr(p, t.attribute, b) },
			func(p string) (int, error) { return unix.Lgetxattr(p, t.attribute, b) })
	})
	if err != nil {
		return t.fail(th, err)
	}
	return object.NewBytes(b).V()
}

func setxattr(th *thread, m value, a []value) value {
	t, ok := xattrArgs(th, a[0], a[1], a[4], "setxattr")
	if !ok {
		return value{}
	}
	flags, ok := intArg(th, a[3], 0)
	if !ok {
		return value{}
	}
	b, release, ok := object.AsBytesLike(th, a[2])
	if !ok {
		return value{}
	}
	defer release()
	_, err := t.choose(func(fd int) (int, error) { return 0, unix.Fsetxattr(fd, t.attribute, b, flags) },
		func(p string) (int, error) { return 0, unix.Setxattr(p, t.attribute, b, flags) },
		func(p string) (int, error) { return 0, unix.Lsetxattr(p, t.attribute, b, flags) })
	return t.done(th, err)
}

func removexattr(th *thread, m value, a []value) value {
	t, ok := xattrArgs(th, a[0], a[1], a[2], "removexattr")
	if !ok {
		return value{}
	}
	_, err := t.choose(func(fd int) (int, error) { return 0, unix.Fremovexattr(fd, t.attribute) },
		func(p string) (int, error) { return 0, unix.Removexattr(p, t.attribute) },
		func(p string) (int, error) { return 0, unix.Lremovexattr(p, t.attribute) })
	return t.done(th, err)
}

func listxattr(th *thread, m value, a []value) value {
	t, ok := xattrArgs(th, a[0], value{}, a[1], "listxattr")
	if !ok {
		return value{}
	}
	b, err := grow(func(b []byte) (int, error) {
		return t.choose(func(fd int) (int, error) { return unix.Flistxattr(fd, b) },
			func(p string) (int, error) { return unix.Listxattr(p, b) },
			func(p string) (int, error) { return unix.Llistxattr(p, b) })
	})
	if err != nil {
		return t.fail(th, err)
	}
	names := []value{}
	for name := range strings.SplitSeq(string(b), "\x00") {
		if name != "" {
			names = append(names, object.StrValue(object.FSDecode(name)))
		}
	}
	return object.NewList(names).V()
}
