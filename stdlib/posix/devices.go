// Device files and their numbers, pseudo-terminals, the root folder.
package posix

import (
	"strconv"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"

	"pyasync/object"
)

var deviceFuncs = []object.Method{
	numberCall("major", "device, /", func(a []int) (int, error) { return int(unix.Major(uint64(a[0]))), nil }),
	numberCall("minor", "device, /", func(a []int) (int, error) { return int(unix.Minor(uint64(a[0]))), nil }),
	numberCall("makedev", "major, minor, /", func(a []int) (int, error) { return int(unix.Mkdev(uint32(a[0]), uint32(a[1]))), nil }),
	{Name: "mknod", Sig: "path, mode=0o600, device=0, *, dir_fd=None", F: mknod},
	onPath("chroot", syscall.Chroot),
	{Name: "ctermid", F0: func(th *thread, m value) value { return object.StrValue("/dev/tty") }},
	numberCall("posix_openpt", "oflag, /", func(a []int) (int, error) { return syscall.Open("/dev/ptmx", a[0]|syscall.O_CLOEXEC, 0) }),
	// Linux makes the slave with its rights, there is nothing to grant.
	intCall("grantpt", "fd, /", func(a []int) error { _, err := slaveNumber(a[0]); return err }),
	intCall("unlockpt", "fd, /", func(a []int) error {
		var unlock int32
		return ioctl(a[0], unix.TIOCSPTLCK, unsafe.Pointer(&unlock))
	}),
	valueCall("ptsname", "fd, /", func(a []int) (value, error) {
		n, err := slaveNumber(a[0])
		return object.StrValue("/dev/pts/" + strconv.Itoa(int(n))), err
	}),
	{Name: "register_at_fork", Sig: "*, before=None, after_in_child=None, after_in_parent=None", F: registerAtFork},
}

func slaveNumber(fd int) (n int32, err error) {
	err = ioctl(fd, unix.TIOCGPTN, unsafe.Pointer(&n))
	return n, err
}

func mknod(th *thread, m value, a []value) value {
	p, ok := pathArg(th, a[0], "mknod", "path", false)
	if !ok || !p.relativeTo(th, a[3], "mknod") {
		return value{}
	}
	mode, ok1 := intArg(th, a[1], 0o600)
	device, ok2 := intArg(th, a[2], 0)
	if !ok1 || !ok2 {
		return value{}
	}
	return p.done(th, syscall.Mknod(p.name, uint32(mode), device))
}

// registerAtFork checks its arguments. This process never forks, so the callables wait in vain.
func registerAtFork(th *thread, m value, a []value) value {
	given := false
	for i, name := range [...]string{"before", "after_in_child", "after_in_parent"} {
		if a[i].IsNil() {
			continue
		}
		given = true
		if a[i].Type().Call == nil {
			return th.TypeError("'%s' must be callable, not %s", name, a[i].Type().TPName())
		}
	}
	if !given {
		return th.TypeError("At least one argument is required.")
	}
	return object.None
}
