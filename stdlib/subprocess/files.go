// The descriptors that a new process gets.
package subprocessmod

import (
	"os"
	"strconv"

	"golang.org/x/sys/unix"

	"pyasync/object"
)

// closed marks a descriptor that the child does not get, in the table of ForkExec.
const closed = ^uintptr(0)

// files makes the table of the child's descriptors for ForkExec. What lies above the table is closed if it is not
// inheritable, as all descriptors are that Python code opened and did not mark.
func files(th *thread, a []value) ([]uintptr, bool) {
	table := make([]uintptr, 3)
	for i := range table {
		fd, ok := th.AsIndex(a[argStdin+i], &object.OverflowErrorType)
		if !ok {
			return nil, false
		}
		if fd < 0 {
			fd = i
		}
		table[i] = uintptr(fd)
		if fd == i && !isOpen(fd) {
			table[i] = closed
		}
	}
	set := func(fd int, to uintptr) {
		for len(table) <= fd {
			table = append(table, closed)
		}
		table[fd] = to
	}
	all, ok := th.Truth(a[argCloseFDs])
	if !ok {
		return nil, false
	}
	if all {
		for _, fd := range inheritable() {
			set(fd, closed)
		}
	}
	pass, ok := th.Collect(a[argPassFDs])
	if !ok {
		return nil, false
	}
	for _, x := range pass {
		fd, ok := th.AsIndex(x, &object.OverflowErrorType)
		if !ok {
			return nil, false
		}
		if fd < 0 || fd > 1<<20 {
			th.ValueError("bad value(s) in fds_to_keep")
			return nil, false
		}
		if fd > 2 && isOpen(fd) {
			set(fd, uintptr(fd))
		}
	}
	return table, true
}

func isOpen(fd int) bool {
	_, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0)
	return err == nil
}

// inheritable lists the descriptors from 3 on that a child would get.
func inheritable() (list []int) {
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return nil
	}
	for _, e := range entries {
		fd, err := strconv.Atoi(e.Name())
		if err != nil || fd < 3 {
			continue
		}
		if flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0); err == nil && flags&unix.FD_CLOEXEC == 0 {
			list = append(list, fd)
		}
	}
	return list
}
