// Users and groups: of this process, of files.
package posix

import (
	"os"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"

	"pyasync/object"
)

var ownerFuncs = []object.Method{
	idCall("setuid", "uid, /", "uid", func(a []int) error { return syscall.Setuid(a[0]) }),
	idCall("seteuid", "euid, /", "uid", func(a []int) error { return syscall.Setresuid(-1, a[0], -1) }),
	idCall("setreuid", "ruid, euid, /", "uid", func(a []int) error { return syscall.Setreuid(a[0], a[1]) }),
	idCall("setresuid", "ruid, euid, suid, /", "uid", func(a []int) error { return syscall.Setresuid(a[0], a[1], a[2]) }),
	idCall("setgid", "gid, /", "gid", func(a []int) error { return syscall.Setgid(a[0]) }),
	idCall("setegid", "egid, /", "gid", func(a []int) error { return syscall.Setresgid(-1, a[0], -1) }),
	idCall("setregid", "rgid, egid, /", "gid", func(a []int) error { return syscall.Setregid(a[0], a[1]) }),
	idCall("setresgid", "rgid, egid, sgid, /", "gid", func(a []int) error { return syscall.Setresgid(a[0], a[1], a[2]) }),
	{Name: "getresuid", F0: func(th *thread, m value) value { r, e, s := unix.Getresuid(); return ids(r, e, s) }},
	{Name: "getresgid", F0: func(th *thread, m value) value { r, e, s := unix.Getresgid(); return ids(r, e, s) }},
	{Name: "setgroups", Sig: "groups, /", F1: setgroups},
	{Name: "getgrouplist", Sig: "user, group, /", F2: getgrouplist},
	{Name: "initgroups", Sig: "username, gid, /", F2: initgroups},
	intCall("setpgid", "pid, pgrp, /", func(a []int) error { return syscall.Setpgid(a[0], a[1]) }),
	intCall("setpgrp", "", func(a []int) error { return syscall.Setpgid(0, 0) }),
	{Name: "fchown", Sig: "fd, uid, gid", F: fchown},
	{Name: "lchown", Sig: "path, uid, gid", F: lchown},
}

func ids(list ...int) value {
	items := make([]value, len(list))
	for i, n := range list {
		items[i] = object.Int(int64(n))
	}
	return object.NewTuple(items).V()
}

func setgroups(th *thread, m, x value) value {
	items, ok := th.Collect(x)
	if !ok {
		return value{}
	}
	list := make([]int, len(items))
	for i, g := range items {
		if list[i], ok = ID(th, g, "gid"); !ok {
			return value{}
		}
	}
	return result(th, object.None, syscall.Setgroups(list))
}

// groupsOf lists the groups of a user, beginning with its own, as the group file gives them.
func groupsOf(user string, own int) []int {
	list := []int{own}
	text, _ := os.ReadFile("/etc/group")
	for line := range strings.SplitSeq(string(text), "\n") {
		f := strings.Split(line, ":")
		if len(f) < 4 {
			continue
		}
		gid, err := strconv.Atoi(f[2])
		if err != nil || gid == own {
			continue
		}
		for member := range strings.SplitSeq(f[3], ",") {
			if member == user {
				list = append(list, gid)
				break
			}
		}
	}
	return list
}

func userGroups(th *thread, user, group value, what string) ([]int, bool) {
	p, ok := pathArg(th, user, what, "user", false)
	if !ok {
		return nil, false
	}
	gid, ok := ID(th, group, "gid")
	if !ok {
		return nil, false
	}
	return groupsOf(p.name, gid), true
}

func getgrouplist(th *thread, m, user, group value) value {
	list, ok := userGroups(th, user, group, "getgrouplist")
	if !ok {
		return value{}
	}
	items := make([]value, len(list))
	for i, g := range list {
		items[i] = object.Int(int64(g))
	}
	return object.NewList(items).V()
}

func initgroups(th *thread, m, user, group value) value {
	list, ok := userGroups(th, user, group, "initgroups")
	if !ok {
		return value{}
	}
	return result(th, object.None, syscall.Setgroups(list))
}

func owner(th *thread, u, g value) (uid, gid int, ok bool) {
	if uid, ok = ID(th, u, "uid"); ok {
		gid, ok = ID(th, g, "gid")
	}
	return uid, gid, ok
}

func fchown(th *thread, m value, a []value) value {
	fd, ok1 := fdArg(th, a[0])
	if !ok1 {
		return value{}
	}
	uid, gid, ok := owner(th, a[1], a[2])
	if !ok {
		return value{}
	}
	return result(th, object.None, syscall.Fchown(fd, uid, gid))
}

func lchown(th *thread, m value, a []value) value {
	p, ok := pathArg(th, a[0], "lchown", "path", false)
	if !ok {
		return value{}
	}
	uid, gid, ok := owner(th, a[1], a[2])
	if !ok {
		return value{}
	}
	return p.done(th, syscall.Lchown(p.name, uid, gid))
}
