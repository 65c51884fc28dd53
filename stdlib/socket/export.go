// What package ssl needs of a socket: its descriptor, its timeout, and to wait on it.
package socketmod

import (
	"syscall"
	"time"

	"pyasync/object"
)

// AsSocket returns the socket v is.
func AsSocket(v value) (*Socket, bool) {
	if v.H != nil && v.Type().IsSubtype(&SocketType) {
		return sockOf(v), true
	}
	return nil, false
}

// FD is the descriptor; -1: the socket is closed.
func (s *Socket) FD() int { return s.fd }

// Timeout is how long operations may wait: below zero for ever, zero not at all.
func (s *Socket) Timeout() time.Duration { return s.timeout }

// RecvNow receives without waiting; syscall.EAGAIN: there is nothing now.
func (s *Socket) RecvNow(b []byte) (int, error) {
	for {
		n, err := rawRecv(s.fd, b, syscall.MSG_DONTWAIT)
		if err != syscall.EINTR {
			return n, err
		}
	}
}

// SendNow sends without waiting what fits into the system's buffer.
func (s *Socket) SendNow(b []byte) (int, error) {
	for {
		n, err := rawSend(s.fd, b, syscall.MSG_DONTWAIT)
		if err != syscall.EINTR {
			return n, err
		}
	}
}

// WaitUntil waits for readiness, to write or to read, with the interpreter lock released; a zero deadline is never
// reached. timedOut says that it was; ok false: an exception is pending.
func (s *Socket) WaitUntil(th *object.Thread, write bool, deadline time.Time) (timedOut, ok bool) {
	events := int16(pollIn)
	if write {
		events = pollOut
	}
	for {
		ms := lookUp
		if !deadline.IsZero() {
			left := time.Until(deadline)
			if left <= 0 {
				return true, true
			}
			ms = min(ms, int((left+time.Millisecond-1)/time.Millisecond))
		}
		var is bool
		var err error
		fd := s.fd
		th.Blocking(func() { is, err = ready(fd, events, ms) })
		if err != nil {
			fail(th, err)
			return false, false
		}
		if is {
			return false, true
		}
		if th.Interp.Interrupt.Load() != 0 && th.Interp.Hooks.Poll != nil && !th.Interp.Hooks.Poll(th) {
			return false, false
		}
	}
}
