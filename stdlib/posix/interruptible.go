// Waiting in a system call, from which signals call away: CPython's retry after EINTR. A system call of the Go runtime
// is not interrupted, so waiting is done apart, in slices between which the handlers of signals run.
package posix

import (
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// waitSlice is how long, in milliseconds, signals may have to wait.
const waitSlice = 20

// signals runs what has arrived; false when a handler raised.
func signals(th *thread) bool {
	return th.Interp.Interrupt.Load() == 0 || th.Interp.Hooks.Poll == nil || th.Interp.Hooks.Poll(th)
}

// untilReady waits until a descriptor can be read, or has an error for the read to report.
func untilReady(th *thread, fd int) bool {
	set := []unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}
	if n, err := unix.Poll(set, 0); n != 0 || err != nil {
		return true
	}
	if flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0); err != nil || flags&unix.O_NONBLOCK != 0 || flags&unix.O_ACCMODE == unix.O_WRONLY {
		return true
	}
	for {
		var n int
		var err error
		th.Blocking(func() { n, err = unix.Poll(set, waitSlice) })
		if n != 0 || err != nil && err != unix.EINTR {
			return true
		}
		if !signals(th) {
			return false
		}
	}
}

// waitChild is wait4 with or without WNOHANG; ok is false when a handler raised.
func waitChild(th *thread, pid, options int, st *syscall.WaitStatus, use *syscall.Rusage) (n int, err error, ok bool) {
	try := func(options int) {
		err = retry(func() (err error) { n, err = syscall.Wait4(pid, st, options, use); return err })
	}
	if try(options | syscall.WNOHANG); n != 0 || err != nil || options&syscall.WNOHANG != 0 {
		return n, err, true
	}
	child := -1
	if pid > 0 {
		if fd, err := unix.PidfdOpen(pid, 0); err == nil {
			child = fd
			defer unix.Close(fd)
		}
	}
	for delay := 200 * time.Microsecond; ; delay = min(2*delay, 10*time.Millisecond) {
		th.Blocking(func() {
			if child < 0 {
				time.Sleep(delay)
				return
			}
			unix.Poll([]unix.PollFd{{Fd: int32(child), Events: unix.POLLIN}}, waitSlice)
		})
		if try(options | syscall.WNOHANG); n != 0 || err != nil {
			return n, err, true
		}
		if !signals(th) {
			return 0, nil, false
		}
	}
}
