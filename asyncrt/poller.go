// The poller on Linux: epoll, and an eventfd to wake it.
package asyncrt

import (
	"math"
	"syscall"
	"unsafe"
)

// epoll is the Poller of the system.
type epoll struct {
	fd, wakefd int
	masks      []uint32 // by descriptor: what is watched; 0: nothing
	watched    int      // how many are
	buf        []syscall.EpollEvent
}

func newEpoll() (*epoll, error) {
	fd, err := syscall.EpollCreate1(syscall.EPOLL_CLOEXEC)
	if err != nil {
		return nil, err
	}
	w, _, errno := syscall.RawSyscall(syscall.SYS_EVENTFD2, 0, syscall.O_NONBLOCK|syscall.O_CLOEXEC, 0)
	if errno != 0 {
		syscall.Close(fd)
		return nil, errno
	}
	p := &epoll{fd: fd, wakefd: int(w), buf: make([]syscall.EpollEvent, 64)}
	ev := syscall.EpollEvent{Events: syscall.EPOLLIN, Fd: int32(w)}
	if err := syscall.EpollCtl(fd, syscall.EPOLL_CTL_ADD, int(w), &ev); err != nil {
		p.Close()
		return nil, err
	}
	return p, nil
}

func (p *epoll) Set(fd int, read, write bool) error {
	var mask uint32
	if read {
		mask |= syscall.EPOLLIN
	}
	if write {
		mask |= syscall.EPOLLOUT
	}
	for fd >= len(p.masks) {
		p.masks = append(p.masks, 0)
	}
	old := p.masks[fd]
	if mask == old {
		return nil
	}
	known := old != 0
	if mask == 0 {
		p.masks[fd] = 0
		p.watched--
		// The descriptor may be closed already: then the kernel has forgotten it.
		if err := syscall.EpollCtl(p.fd, syscall.EPOLL_CTL_DEL, fd, &syscall.EpollEvent{}); err != nil && err != syscall.EBADF && err != syscall.ENOENT {
			return err
		}
		return nil
	}
	ev := syscall.EpollEvent{Events: mask, Fd: int32(fd)}
	op := syscall.EPOLL_CTL_ADD
	if known {
		op = syscall.EPOLL_CTL_MOD
	}
	err := syscall.EpollCtl(p.fd, op, fd, &ev)
	if err == syscall.ENOENT && known {
		err = syscall.EpollCtl(p.fd, syscall.EPOLL_CTL_ADD, fd, &ev) // closed and opened again under the same number
	} else if err == syscall.EEXIST {
		err = syscall.EpollCtl(p.fd, syscall.EPOLL_CTL_MOD, fd, &ev)
	}
	if err == nil {
		p.masks[fd] = mask
		if !known {
			p.watched++
		}
	}
	return err
}

func (p *epoll) Wait(timeout float64, events []Event) ([]Event, error) {
	// Rounded up to milliseconds, as CPython's selector does: which timers run together depends on it.
	ms := -1
	if timeout >= 0 {
		ms = int(math.Min(math.Ceil(timeout*1e3), math.MaxInt32))
	}
	if len(p.buf) <= p.watched {
		// All that are ready run in one iteration, as in CPython.
		p.buf = make([]syscall.EpollEvent, 2*p.watched)
	}
	n, errno := epollWait(p.fd, p.buf, ms)
	if errno == syscall.EINTR {
		return events, nil
	}
	if errno != 0 {
		return events, errno
	}
	for _, ev := range p.buf[:n] {
		if int(ev.Fd) == p.wakefd {
			var b [8]byte
			syscall.Read(p.wakefd, b[:])
			continue
		}
		const hup = syscall.EPOLLERR | syscall.EPOLLHUP
		mask := p.masks[ev.Fd]
		events = append(events, Event{int(ev.Fd),
			ev.Events&^syscall.EPOLLOUT != 0 && mask&syscall.EPOLLIN != 0 && ev.Events&(syscall.EPOLLIN|syscall.EPOLLPRI|hup) != 0,
			ev.Events&^syscall.EPOLLIN != 0 && mask&syscall.EPOLLOUT != 0 && ev.Events&(syscall.EPOLLOUT|hup) != 0})
	}
	return events, nil
}

// epollWait is epoll_pwait() with the signal mask left alone. One that does not wait is kept from Go's scheduler.
func epollWait(fd int, buf []syscall.EpollEvent, ms int) (int, syscall.Errno) {
	call := syscall.Syscall6
	if ms == 0 {
		call = syscall.RawSyscall6
	}
	n, _, errno := call(syscall.SYS_EPOLL_PWAIT, uintptr(fd), uintptr(unsafe.Pointer(&buf[0])), uintptr(len(buf)), uintptr(ms), 0, 0)
	return int(n), errno
}

func (p *epoll) Wake() {
	one := uint64(1)
	syscall.RawSyscall(syscall.SYS_WRITE, uintptr(p.wakefd), uintptr(unsafe.Pointer(&one)), 8)
}

func (p *epoll) Close() error {
	syscall.Close(p.wakefd)
	return syscall.Close(p.fd)
}
