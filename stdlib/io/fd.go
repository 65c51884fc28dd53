// System calls on file descriptors that may have to wait.
package iomod

import (
	"strconv"
	"syscall"
	"unsafe"
)

func itoa(i int) string { return strconv.Itoa(i) }

// readFD reads once without holding the interpreter lock.
func readFD(th *thread, fd int, p []byte) (n int, err error) {
	th.Blocking(func() { n, err = syscall.Read(fd, p) })
	if n < 0 {
		n = 0
	}
	return n, err
}

// isTerminal is isatty(3): whether the descriptor has terminal attributes.
func isTerminal(fd int) bool {
	var t syscall.Termios
	_, _, e := syscall.Syscall(syscall.SYS_IOCTL, uintptr(fd), syscall.TCGETS, uintptr(unsafe.Pointer(&t)))
	return e == 0
}
