// Folders: listing, making and removing them, the current one. scandir is in stat.go.
package posix

import (
	"os"
	"syscall"

	"pyasync/object"
)

var folderFuncs = []object.Method{
	{Name: "scandir", Sig: "path=None", F: scandir},
	{Name: "listdir", Sig: "path=None", F: listdir},
	making("mkdir", 0o777, syscall.Mkdir),
	onPath("rmdir", syscall.Rmdir),
	{Name: "chdir", Sig: "path", F: chdir},
	{Name: "getcwd", F0: getcwd},
	{Name: "getcwdb", F0: getcwdb},
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
	f, err := os.Open(p.reach())
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

func chdir(th *thread, m value, a []value) value {
	p, ok := pathArg(th, a[0], "chdir", "path", true)
	if !ok {
		return value{}
	}
	if p.fd >= 0 {
		return p.done(th, syscall.Fchdir(p.fd))
	}
	return p.done(th, os.Chdir(p.name))
}

func getcwd(th *thread, m value) value {
	s, err := syscall.Getwd()
	if err != nil {
		return th.RaiseOSError(err, value{})
	}
	return object.StrValue(object.FSDecode(s))
}

func getcwdb(th *thread, m value) value {
	s, err := syscall.Getwd()
	if err != nil {
		return th.RaiseOSError(err, value{})
	}
	return object.NewBytes([]byte(s)).V()
}
