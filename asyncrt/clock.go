// Clock and Poller, the loop's windows on the outside, which tests and simulations replace.
package asyncrt

import (
	"syscall"
	"time"
	"unsafe"
)

// Clock tells the loop's time in seconds. It never goes back.
type Clock interface {
	Now() float64
}

// Event says what a descriptor is ready for.
type Event struct {
	FD          int
	Read, Write bool
}

// Poller waits for descriptors. Wake may be called by any goroutine; everything else by the loop's thread only.
type Poller interface {
	// Set watches fd for the given kinds of readiness; neither: no more.
	Set(fd int, read, write bool) error
	// Wait waits up to timeout seconds (<0: without limit) and appends what is ready.
	Wait(timeout float64, events []Event) ([]Event, error)
	// Wake makes a Wait that is going on, or else the next, return at once.
	Wake()
	Close() error
}

// systemClock is the machine's monotonic clock, on the scale of Python's time.monotonic().
type systemClock struct {
	base  int64 // nanoseconds of CLOCK_MONOTONIC at start
	start time.Time
}

func newSystemClock() *systemClock {
	var ts syscall.Timespec
	start := time.Now()
	const clockMonotonic = 1
	syscall.RawSyscall(syscall.SYS_CLOCK_GETTIME, clockMonotonic, uintptr(unsafe.Pointer(&ts)), 0)
	return &systemClock{ts.Nano(), start}
}

func (c *systemClock) Now() float64 {
	return float64(c.base+int64(time.Since(c.start))) / 1e9
}
