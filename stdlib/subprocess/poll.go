// The poll system call.
package subprocessmod

import (
	"syscall"
	"unsafe"
)

// pollFDs is poll(2) on an array of struct pollfd.
func pollFDs[T any](set []T, milliseconds int) error {
	if len(set) == 0 {
		return nil
	}
	_, _, e := syscall.Syscall(syscall.SYS_POLL, uintptr(unsafe.Pointer(&set[0])), uintptr(len(set)), uintptr(milliseconds))
	if e != 0 {
		return e
	}
	return nil
}
