// Sockets used from Go: the event loop's transports send and receive without going through Python's methods.
package socketmod

import (
	"syscall"
	"unsafe"

	"pyasync/object"
)

// direct are the methods that a class must have left alone for its sockets to be used directly.
var direct = []*object.Str{object.NewStr("recv"), object.NewStr("recv_into"), object.NewStr("send"), object.NewStr("sendmsg"), object.NewStr("shutdown")}

// Direct returns the socket v is, unless its class, or the object itself, may replace how it sends and receives.
func Direct(th *object.Thread, v object.Value) *Socket {
	if v.H == nil || v.H.Shape.Solid != &SocketType {
		return nil
	}
	t := v.H.Shape.Type
	if t != &SocketType && t.Flags&object.FlagNoDict == 0 {
		return nil
	}
	for _, m := range direct {
		if th.Lookup(t, m) != th.Lookup(&SocketType, m) {
			return nil
		}
	}
	return sockOf(v)
}

// NonBlocking reports whether the socket's operations never wait.
func (s *Socket) NonBlocking() bool { return s.timeout == 0 }

// Recv receives into b once; the errno is 0 when it worked.
func (s *Socket) Recv(b []byte) (int, syscall.Errno) {
	for {
		n, _, errno := syscall.RawSyscall6(syscall.SYS_RECVFROM, uintptr(s.fd), uintptr(unsafe.Pointer(&b[0])), uintptr(len(b)), 0, 0, 0)
		if errno != syscall.EINTR {
			return int(n), errno
		}
	}
}

// Send sends what the kernel takes of b, which is not empty.
func (s *Socket) Send(b []byte) (int, syscall.Errno) {
	for {
		n, _, errno := syscall.RawSyscall6(syscall.SYS_SENDTO, uintptr(s.fd), uintptr(unsafe.Pointer(&b[0])), uintptr(len(b)), syscall.MSG_NOSIGNAL, 0, 0)
		if errno != syscall.EINTR {
			return int(n), errno
		}
	}
}

// SendVec sends what the kernel takes of several pieces, none of them empty.
func (s *Socket) SendVec(iov []syscall.Iovec) (int, syscall.Errno) {
	msg := syscall.Msghdr{Iov: &iov[0], Iovlen: uint64(len(iov))}
	for {
		n, _, errno := syscall.RawSyscall(syscall.SYS_SENDMSG, uintptr(s.fd), uintptr(unsafe.Pointer(&msg)), syscall.MSG_NOSIGNAL)
		if errno != syscall.EINTR {
			return int(n), errno
		}
	}
}
