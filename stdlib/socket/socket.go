// Package socketmod is the module _socket: sockets of the system. The module socket, in Python, builds on it.
package socketmod

import (
	"syscall"
	"time"
	"unsafe"

	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// SocketType is _socket.socket.
var SocketType object.Type

// Socket is a socket of the system. A timeout below zero blocks, zero never does.
type Socket struct {
	object.Header
	fd                  int
	family, kind, proto int
	timeout             time.Duration
	scratch             []byte // receive buffer, kept between calls
}

func sockOf(v value) *Socket { return (*Socket)(v.Ptr()) }

// state is the module's state in one interpreter.
type state struct{ defaultTimeout time.Duration }

type stateKey struct{}

func stateOf(th *thread) *state {
	s, _ := th.Interp.Ext(stateKey{}).(*state)
	if s == nil {
		s = &state{defaultTimeout: -1}
		th.Interp.SetExt(stateKey{}, s)
	}
	return s
}

func init() {
	object.Define(&SocketType, object.Spec{
		Name: "_socket.socket", Sig: "family=-1, type=-1, proto=-1, fileno=None",
		Doc:   "Sockets of the operating system.",
		Alloc: object.Allocator[Socket](),
		Slots: object.Slots{
			New: func(th *thread, t *object.Type, args []value, kw []*object.Str) value {
				v := t.Allocate()
				s := sockOf(v)
				s.fd, s.timeout = -1, -1
				return v
			},
			Init: socketInit, Repr: socketRepr,
		},
		Methods: append(append(controlMethods, transferMethods...), nameMethods...),
		Members: []object.Member{
			{Name: "family", Get: func(th *thread, self value) value { return object.Int(int64(sockOf(self).family)) }},
			{Name: "type", Get: func(th *thread, self value) value { return object.Int(int64(sockOf(self).kind)) }},
			{Name: "proto", Get: func(th *thread, self value) value { return object.Int(int64(sockOf(self).proto)) }},
			{Name: "timeout", Get: func(th *thread, self value) value { return sockOf(self).timeoutValue() }},
		},
	})
}

var initArgs = object.ArgParser{Name: "socket", Sig: "family=-1, type=-1, proto=-1, fileno=None"}

func socketInit(th *thread, self value, args []value, kw []*object.Str) bool {
	var a [4]value
	if !initArgs.Bind(th, args, kw, a[:]) {
		return false
	}
	n := [3]int{-1, -1, -1}
	for i := range n {
		if a[i].IsNil() {
			continue
		}
		var ok bool
		if n[i], ok = th.AsIndex(a[i], &object.OverflowErrorType); !ok {
			return false
		}
	}
	s := sockOf(self)
	s.timeout = stateOf(th).defaultTimeout
	if !a[3].IsNil() && !a[3].IsNone() {
		return s.adopt(th, a[3], n)
	}
	for i, d := range [...]int{syscall.AF_INET, syscall.SOCK_STREAM, 0} {
		if n[i] == -1 {
			n[i] = d
		}
	}
	fd, err := syscall.Socket(n[0], n[1]|syscall.SOCK_CLOEXEC, n[2])
	if err != nil {
		fail(th, err)
		return false
	}
	s.fd, s.family, s.proto = fd, n[0], n[2]
	s.kind = n[1] &^ (syscall.SOCK_NONBLOCK | syscall.SOCK_CLOEXEC)
	if n[1]&syscall.SOCK_NONBLOCK != 0 {
		s.timeout = 0
	} else if s.timeout >= 0 {
		return s.setBlocking(th)
	}
	return true
}

// adopt makes the socket of an existing descriptor.
func (s *Socket) adopt(th *thread, v value, n [3]int) bool {
	if f, ok := v.ExactFloat(); ok {
		_ = f
		th.TypeError("'float' object cannot be interpreted as an integer")
		return false
	}
	fd, ok := th.AsIndex(v, &object.OverflowErrorType)
	if !ok {
		return false
	}
	if fd < 0 {
		th.ValueError("negative file descriptor")
		return false
	}
	for i, opt := range [...]int{syscall.SO_DOMAIN, syscall.SO_TYPE, syscall.SO_PROTOCOL} {
		if n[i] != -1 {
			continue
		}
		x, err := syscall.GetsockoptInt(fd, syscall.SOL_SOCKET, opt)
		if err != nil {
			fail(th, err)
			return false
		}
		n[i] = x
	}
	s.fd, s.family, s.kind, s.proto = fd, n[0], n[1], n[2]
	if s.timeout >= 0 {
		return s.setBlocking(th)
	}
	return true
}

// fail raises the OSError for err and returns the nil Value.
func fail(th *thread, err error) value {
	return th.RaiseErrno(object.ErrnoOf(err), value{}, value{})
}

func (s *Socket) timeoutValue() value {
	if s.timeout < 0 {
		return object.None
	}
	return object.Float(s.timeout.Seconds())
}

// setBlocking gives the descriptor the mode that the timeout needs.
func (s *Socket) setBlocking(th *thread) bool {
	on := int32(0)
	if s.timeout >= 0 {
		on = 1
	}
	const fionbio = 0x5421
	if _, _, errno := syscall.RawSyscall(syscall.SYS_IOCTL, uintptr(s.fd), fionbio, uintptr(unsafe.Pointer(&on))); errno != 0 {
		fail(th, errno)
		return false
	}
	return true
}

// parseTimeout converts None or a number of seconds.
func parseTimeout(th *thread, v value) (time.Duration, bool) {
	if v.IsNone() {
		return -1, true
	}
	f, ok := v.ExactFloat()
	if !ok {
		n, good := th.AsIndex(v, &object.OverflowErrorType)
		if !good {
			return 0, false
		}
		f = float64(n)
	}
	if f < 0 {
		th.ValueError("Timeout value out of range")
		return 0, false
	}
	return time.Duration(f * float64(time.Second)), true
}

func socketRepr(th *thread, v value) value {
	s := sockOf(v)
	return object.StrValue("<socket object, fd=" + itoa(s.fd) + ", family=" + itoa(s.family) + ", type=" + itoa(s.kind) + ", proto=" + itoa(s.proto) + ">")
}

var controlMethods = []object.Method{
	{Name: "fileno", F0: func(th *thread, self value) value { return object.Int(int64(sockOf(self).fd)) }},
	{Name: "close", F0: func(th *thread, self value) value {
		s := sockOf(self)
		if s.fd >= 0 {
			fd := s.fd
			s.fd = -1
			if err := syscall.Close(fd); err != nil && err != syscall.ECONNRESET {
				return fail(th, err)
			}
		}
		return object.None
	}},
	{Name: "detach", F0: func(th *thread, self value) value {
		s := sockOf(self)
		fd := s.fd
		s.fd = -1
		return object.Int(int64(fd))
	}},
	{Name: "setblocking", Sig: "flag, /", F1: func(th *thread, self, flag value) value {
		on, ok := th.Truth(flag)
		if !ok {
			return value{}
		}
		s := sockOf(self)
		s.timeout = 0
		if on {
			s.timeout = -1
		}
		return done(s.setBlocking(th))
	}},
	{Name: "getblocking", F0: func(th *thread, self value) value { return object.Bool(sockOf(self).timeout != 0) }},
	{Name: "settimeout", Sig: "timeout, /", F1: func(th *thread, self, t value) value {
		d, ok := parseTimeout(th, t)
		if !ok {
			return value{}
		}
		s := sockOf(self)
		s.timeout = d
		return done(s.setBlocking(th))
	}},
	{Name: "gettimeout", F0: func(th *thread, self value) value { return sockOf(self).timeoutValue() }},
	{Name: "shutdown", Sig: "flag, /", F1: func(th *thread, self, how value) value {
		n, ok := th.AsIndex(how, nil)
		if !ok {
			return value{}
		}
		if err := syscall.Shutdown(sockOf(self).fd, n); err != nil {
			return fail(th, err)
		}
		return object.None
	}},
	{Name: "listen", Sig: "backlog=128, /", F: func(th *thread, self value, a []value) value {
		n := 128
		if !a[0].IsNil() {
			var ok bool
			if n, ok = th.AsIndex(a[0], nil); !ok {
				return value{}
			}
		}
		if err := syscall.Listen(sockOf(self).fd, max(n, 0)); err != nil {
			return fail(th, err)
		}
		return object.None
	}},
	{Name: "getsockopt", Sig: "level, option, buflen=0, /", F: getsockopt},
	{Name: "setsockopt", Sig: "level, option, value, optlen=0, /", F: setsockopt},
}

func done(ok bool) value {
	if ok {
		return object.None
	}
	return value{}
}

func getsockopt(th *thread, self value, a []value) value {
	level, ok := th.AsIndex(a[0], nil)
	opt, ok2 := th.AsIndex(a[1], nil)
	if !ok || !ok2 {
		return value{}
	}
	s := sockOf(self)
	n := 0
	if !a[2].IsNil() {
		if n, ok = th.AsIndex(a[2], nil); !ok {
			return value{}
		}
	}
	if n == 0 {
		x, err := syscall.GetsockoptInt(s.fd, level, opt)
		if err != nil {
			return fail(th, err)
		}
		return object.Int(int64(x))
	}
	if n < 0 || n > 1024 {
		return th.Raise(&object.OSErrorType, "getsockopt buflen out of range")
	}
	buf := make([]byte, n)
	size, err := rawGetsockopt(s.fd, level, opt, buf)
	if err != nil {
		return fail(th, err)
	}
	return object.BytesValue(buf[:size])
}

func setsockopt(th *thread, self value, a []value) value {
	level, ok := th.AsIndex(a[0], nil)
	opt, ok2 := th.AsIndex(a[1], nil)
	if !ok || !ok2 {
		return value{}
	}
	s := sockOf(self)
	var err error
	if object.IsBytesLike(a[2]) {
		b, good := object.BytesLike(th, a[2])
		if !good {
			return value{}
		}
		err = syscall.SetsockoptString(s.fd, level, opt, string(b))
	} else {
		n, good := th.AsIndex(a[2], nil)
		if !good {
			return value{}
		}
		err = syscall.SetsockoptInt(s.fd, level, opt, n)
	}
	if err != nil {
		return fail(th, err)
	}
	return object.None
}
