// The monotonic clock's start, which on Linux is the system's.
package pytime

import (
	"sync"
	"syscall"
	"time"
	"unsafe"
)

const clockMonotonic = 1

// monotonicBase is the reading of CLOCK_MONOTONIC at start.
var monotonicBase = sync.OnceValue(func() int64 {
	var ts syscall.Timespec
	_, _, errno := syscall.Syscall(syscall.SYS_CLOCK_GETTIME, clockMonotonic, uintptr(unsafe.Pointer(&ts)), 0)
	if errno != 0 {
		return 0
	}
	return ts.Nano() - int64(time.Since(start))
})
