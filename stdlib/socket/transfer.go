// Connecting, accepting, sending and receiving. A socket with a timeout, or one that blocks, waits in poll() with the
// interpreter lock released, and looks up now and then for signals.
package socketmod

import (
	"strconv"
	"syscall"
	"time"
	"unsafe"

	"pyasync/object"
)

func itoa(n int) string { return strconv.Itoa(n) }

const (
	pollIn  = 1
	pollOut = 4
)

type pollFD struct {
	fd              int32
	events, revents int16
}

// ready waits until the descriptor is ready or the deadline is past.
func ready(fd int, events int16, ms int) (bool, error) {
	p := pollFD{fd: int32(fd), events: events}
	n, _, errno := syscall.Syscall(syscall.SYS_POLL, uintptr(unsafe.Pointer(&p)), 1, uintptr(ms))
	if errno != 0 && errno != syscall.EINTR {
		return false, errno
	}
	return errno == 0 && n > 0, nil
}

// lookUp is how long a blocking call waits before it looks for signals, in milliseconds.
const lookUp = 100

// wait waits for readiness within the socket's timeout; false: an exception is pending.
func (s *Socket) wait(th *thread, events int16) bool {
	deadline := time.Time{}
	if s.timeout > 0 {
		deadline = time.Now().Add(s.timeout)
	}
	for {
		ms := lookUp
		if s.timeout > 0 {
			left := time.Until(deadline)
			if left <= 0 {
				th.Raise(&object.TimeoutErrorType, "timed out")
				return false
			}
			ms = min(ms, int((left+time.Millisecond-1)/time.Millisecond))
		}
		var ok bool
		var err error
		fd := s.fd
		th.Blocking(func() { ok, err = ready(fd, events, ms) })
		if err != nil {
			fail(th, err)
			return false
		}
		if ok {
			return true
		}
		if th.Interp.Interrupt.Load() != 0 && th.Interp.Hooks.Poll != nil && !th.Interp.Hooks.Poll(th) {
			return false
		}
	}
}

// attempt runs a system call that may have to wait. A socket that never waits calls it once.
func (s *Socket) attempt(th *thread, events int16, call func() error) bool {
	if s.timeout != 0 {
		if ok, err := ready(s.fd, events, 0); err == nil && !ok && !s.wait(th, events) {
			return false
		}
	}
	for {
		err := call()
		switch {
		case err == nil:
			return true
		case err == syscall.EINTR:
			continue
		case err == syscall.EAGAIN && s.timeout != 0:
			if !s.wait(th, events) {
				return false
			}
			continue
		}
		fail(th, err)
		return false
	}
}

var transferMethods = []object.Method{
	{Name: "bind", Sig: "address, /", F1: func(th *thread, self, a value) value {
		s := sockOf(self)
		sa, ok := s.address(th, a, "bind")
		if !ok {
			return value{}
		}
		if err := syscall.Bind(s.fd, sa); err != nil {
			return fail(th, err)
		}
		return object.None
	}},
	{Name: "connect", Sig: "address, /", F1: func(th *thread, self, a value) value {
		err, ok := sockOf(self).connect(th, a, "connect")
		if !ok {
			return value{}
		}
		if err != 0 {
			return fail(th, err)
		}
		return object.None
	}},
	{Name: "connect_ex", Sig: "address, /", F1: func(th *thread, self, a value) value {
		err, ok := sockOf(self).connect(th, a, "connect_ex")
		if !ok {
			return value{}
		}
		return object.Int(int64(err))
	}},
	{Name: "_accept", F0: accept},
	{Name: "recv", Sig: "bufsize, flags=0, /", F: recv, F1: func(th *thread, self, n value) value { return recv(th, self, []value{n, {}}) }},
	{Name: "recv_into", Sig: "buffer, nbytes=0, flags=0", F: recvInto},
	{Name: "recvfrom", Sig: "bufsize, flags=0, /", F: recvFrom},
	{Name: "recvfrom_into", Sig: "buffer, nbytes=0, flags=0", F: recvFromInto},
	{Name: "send", Sig: "data, flags=0, /", F: send, F1: func(th *thread, self, b value) value { return send(th, self, []value{b, {}}) }},
	{Name: "sendall", Sig: "data, flags=0, /", F: sendAll},
	{Name: "sendto", Sig: "data, *args", Raw: sendTo},
	{Name: "sendmsg", Sig: "buffers, ancdata=(), flags=0, address=None, /", F: sendMsg},
	{Name: "recvmsg", Sig: "bufsize, ancbufsize=0, flags=0, /", F: recvMsg},
}

// connect returns the errno of the attempt; ok false: an exception is pending.
func (s *Socket) connect(th *thread, a value, fn string) (syscall.Errno, bool) {
	sa, ok := s.address(th, a, fn)
	if !ok {
		return 0, false
	}
	if s.timeout < 0 {
		// Connecting without blocking and waiting lets signals and other threads in.
		syscall.SetNonblock(s.fd, true)
		defer syscall.SetNonblock(s.fd, false)
	}
	err := syscall.Connect(s.fd, sa)
	if err == nil {
		return 0, true
	}
	errno, _ := err.(syscall.Errno)
	if errno != syscall.EINPROGRESS || s.timeout == 0 {
		return errno, true
	}
	if !s.wait(th, pollOut) {
		return 0, false
	}
	n, err := syscall.GetsockoptInt(s.fd, syscall.SOL_SOCKET, syscall.SO_ERROR)
	if err != nil {
		errno, _ = err.(syscall.Errno)
		return errno, true
	}
	return syscall.Errno(n), true
}

func accept(th *thread, self value) value {
	s := sockOf(self)
	var fd int
	var sa syscall.Sockaddr
	if !s.attempt(th, pollIn, func() (err error) {
		fd, sa, err = syscall.Accept4(s.fd, syscall.SOCK_CLOEXEC)
		return err
	}) {
		return value{}
	}
	return object.TupleOf(object.Int(int64(fd)), addressValue(sa))
}

// sizeArg checks a buffer size.
func sizeArg(th *thread, v value, fn string) (int, bool) {
	n, ok := th.AsIndex(v, &object.OverflowErrorType)
	if ok && n < 0 {
		th.ValueError("negative buffersize in %s", fn)
		return 0, false
	}
	return n, ok && th.CheckSize(n)
}

func flagsArg(th *thread, v value) (int, bool) {
	if v.IsNil() {
		return 0, true
	}
	return th.AsIndex(v, nil)
}

// buffer returns n bytes to receive into.
func (s *Socket) buffer(n int) []byte {
	if n > 1<<20 {
		return make([]byte, n)
	}
	if len(s.scratch) < n {
		s.scratch = make([]byte, n)
	}
	return s.scratch[:n]
}

func rawRecv(fd int, b []byte, flags int) (int, error) {
	if len(b) == 0 {
		return 0, nil
	}
	n, _, errno := syscall.RawSyscall6(syscall.SYS_RECVFROM, uintptr(fd), uintptr(unsafe.Pointer(&b[0])), uintptr(len(b)), uintptr(flags), 0, 0)
	if errno != 0 {
		return 0, errno
	}
	return int(n), nil
}

func rawSend(fd int, b []byte, flags int) (int, error) {
	var p unsafe.Pointer
	if len(b) > 0 {
		p = unsafe.Pointer(&b[0])
	}
	n, _, errno := syscall.RawSyscall6(syscall.SYS_SENDTO, uintptr(fd), uintptr(p), uintptr(len(b)), uintptr(flags|syscall.MSG_NOSIGNAL), 0, 0)
	if errno != 0 {
		return 0, errno
	}
	return int(n), nil
}

func recv(th *thread, self value, a []value) value {
	s := sockOf(self)
	n, ok := sizeArg(th, a[0], "recv")
	flags, ok2 := flagsArg(th, a[1])
	if !ok || !ok2 {
		return value{}
	}
	buf := s.buffer(n)
	got := 0
	if !s.attempt(th, pollIn, func() (err error) {
		got, err = rawRecv(s.fd, buf, flags)
		return err
	}) {
		return value{}
	}
	return object.BytesValue(append([]byte(nil), buf[:got]...))
}

// writable returns the first n bytes of a buffer argument; 0: all.
func writable(th *thread, v, size value, fn string) ([]byte, func(), bool) {
	f := v.Type().Buffer
	if f == nil {
		th.TypeError("%s() argument 1 must be read-write bytes-like object, not %s", fn, v.Type().TPName())
		return nil, nil, false
	}
	b, ok := f(th, v)
	if !ok {
		return nil, nil, false
	}
	release := func() {
		if b.Release != nil {
			b.Release()
		}
	}
	if b.ReadOnly {
		release()
		th.TypeError("%s() argument 1 must be read-write bytes-like object, not %s", fn, v.Type().TPName())
		return nil, nil, false
	}
	n := 0
	if !size.IsNil() {
		if n, ok = th.AsIndex(size, &object.OverflowErrorType); ok && n < 0 {
			th.ValueError("negative buffersize in %s", fn)
			ok = false
		}
	}
	if ok && n > len(b.Bytes) {
		th.ValueError("buffer too small for requested bytes")
		ok = false
	}
	if !ok {
		release()
		return nil, nil, false
	}
	if n == 0 {
		n = len(b.Bytes)
	}
	return b.Bytes[:n], release, true
}

func recvInto(th *thread, self value, a []value) value {
	s := sockOf(self)
	buf, release, ok := writable(th, a[0], a[1], "recv_into")
	if !ok {
		return value{}
	}
	defer release()
	flags, ok := flagsArg(th, a[2])
	if !ok {
		return value{}
	}
	got := 0
	if !s.attempt(th, pollIn, func() (err error) {
		got, err = rawRecv(s.fd, buf, flags)
		return err
	}) {
		return value{}
	}
	return object.Int(int64(got))
}

func (s *Socket) receiveFrom(th *thread, buf []byte, flags int) (int, value, bool) {
	got := 0
	var sa syscall.Sockaddr
	ok := s.attempt(th, pollIn, func() (err error) {
		got, sa, err = syscall.Recvfrom(s.fd, buf, flags)
		return err
	})
	if !ok {
		return 0, value{}, false
	}
	return got, addressValue(sa), true
}

func recvFrom(th *thread, self value, a []value) value {
	s := sockOf(self)
	n, ok := sizeArg(th, a[0], "recvfrom")
	flags, ok2 := flagsArg(th, a[1])
	if !ok || !ok2 {
		return value{}
	}
	buf := s.buffer(n)
	got, from, ok := s.receiveFrom(th, buf, flags)
	if !ok {
		return value{}
	}
	return object.TupleOf(object.BytesValue(append([]byte(nil), buf[:got]...)), from)
}

func recvFromInto(th *thread, self value, a []value) value {
	buf, release, ok := writable(th, a[0], a[1], "recvfrom_into")
	if !ok {
		return value{}
	}
	defer release()
	flags, ok := flagsArg(th, a[2])
	if !ok {
		return value{}
	}
	got, from, ok := sockOf(self).receiveFrom(th, buf, flags)
	if !ok {
		return value{}
	}
	return object.TupleOf(object.Int(int64(got)), from)
}

// bytesArg returns the bytes of a bytes-like argument.
func bytesArg(th *thread, v value) ([]byte, bool) {
	if v.IsExact(&object.StrType) {
		th.TypeError("a bytes-like object is required, not 'str'")
		return nil, false
	}
	return object.BytesLike(th, v)
}

func send(th *thread, self value, a []value) value {
	s := sockOf(self)
	b, ok := bytesArg(th, a[0])
	flags, ok2 := flagsArg(th, a[1])
	if !ok || !ok2 {
		return value{}
	}
	n := 0
	if !s.attempt(th, pollOut, func() (err error) {
		n, err = rawSend(s.fd, b, flags)
		return err
	}) {
		return value{}
	}
	return object.Int(int64(n))
}

func sendAll(th *thread, self value, a []value) value {
	s := sockOf(self)
	b, ok := bytesArg(th, a[0])
	flags, ok2 := flagsArg(th, a[1])
	if !ok || !ok2 {
		return value{}
	}
	for {
		n := 0
		if !s.attempt(th, pollOut, func() (err error) {
			n, err = rawSend(s.fd, b, flags)
			return err
		}) {
			return value{}
		}
		if b = b[n:]; len(b) == 0 {
			return object.None
		}
	}
}

// sendTo is sendto(data[, flags], address).
func sendTo(th *thread, self value, a []value, kw []*object.Str) value {
	if len(kw) > 0 {
		return th.TypeError("socket.sendto() takes no keyword arguments")
	}
	if len(a) < 2 || len(a) > 3 {
		return th.TypeError("sendto() takes 2 or 3 arguments (%d given)", len(a))
	}
	s := sockOf(self)
	b, ok := bytesArg(th, a[0])
	if !ok {
		return value{}
	}
	flags := 0
	if len(a) == 3 {
		if flags, ok = th.AsIndex(a[1], nil); !ok {
			return value{}
		}
	}
	sa, ok := s.address(th, a[len(a)-1], "sendto")
	if !ok {
		return value{}
	}
	if !s.attempt(th, pollOut, func() error { return syscall.Sendto(s.fd, b, flags|syscall.MSG_NOSIGNAL, sa) }) {
		return value{}
	}
	return object.Int(int64(len(b)))
}

// sendMsg is sendmsg(buffers[, ancdata[, flags[, address]]]).
func sendMsg(th *thread, self value, a []value) value {
	s := sockOf(self)
	list, ok := th.Collect(a[0])
	if !ok {
		return value{}
	}
	var parts [][]byte
	for _, x := range list {
		b, ok := bytesArg(th, x)
		if !ok {
			return value{}
		}
		parts = append(parts, b)
	}
	oob, ok := ancillary(th, a[1])
	if !ok {
		return value{}
	}
	flags, ok := flagsArg(th, a[2])
	if !ok {
		return value{}
	}
	var sa syscall.Sockaddr
	if !a[3].IsNil() && !a[3].IsNone() {
		if sa, ok = s.address(th, a[3], "sendmsg"); !ok {
			return value{}
		}
	}
	n := 0
	if !s.attempt(th, pollOut, func() (err error) {
		if oob == nil && sa == nil {
			n, err = writev(s.fd, parts, flags)
			return err
		}
		var flat []byte
		for _, p := range parts {
			flat = append(flat, p...)
		}
		n, err = syscall.SendmsgN(s.fd, flat, oob, sa, flags|syscall.MSG_NOSIGNAL)
		return err
	}) {
		return value{}
	}
	return object.Int(int64(n))
}

// writev sends several buffers by one sendmsg().
func writev(fd int, parts [][]byte, flags int) (int, error) {
	iov := make([]syscall.Iovec, 0, len(parts))
	for _, p := range parts {
		if len(p) > 0 {
			v := syscall.Iovec{Base: &p[0]}
			v.SetLen(len(p))
			iov = append(iov, v)
		}
	}
	var msg syscall.Msghdr
	if len(iov) > 0 {
		msg.Iov = &iov[0]
		msg.Iovlen = uint64(len(iov))
	}
	n, _, errno := syscall.RawSyscall(syscall.SYS_SENDMSG, uintptr(fd), uintptr(unsafe.Pointer(&msg)), uintptr(flags|syscall.MSG_NOSIGNAL))
	if errno != 0 {
		return 0, errno
	}
	return int(n), nil
}

// ancillary encodes (level, type, data) triples.
func ancillary(th *thread, v value) ([]byte, bool) {
	if v.IsNil() {
		return nil, true
	}
	items, ok := th.Collect(v)
	if !ok {
		return nil, false
	}
	var out []byte
	for _, x := range items {
		t, ok := th.Collect(x)
		if !ok {
			return nil, false
		}
		if len(t) != 3 {
			th.TypeError("[sendmsg() ancillary data items] must be sequence of length 3")
			return nil, false
		}
		level, ok1 := th.AsIndex(t[0], nil)
		kind, ok2 := th.AsIndex(t[1], nil)
		b, ok3 := []byte(nil), false
		if ok1 && ok2 {
			b, ok3 = bytesArg(th, t[2])
		}
		if !ok3 {
			return nil, false
		}
		msg := make([]byte, syscall.CmsgSpace(len(b)))
		h := (*syscall.Cmsghdr)(unsafe.Pointer(&msg[0]))
		h.Level, h.Type = int32(level), int32(kind)
		h.SetLen(syscall.CmsgLen(len(b)))
		copy(msg[syscall.CmsgLen(0):], b)
		out = append(out, msg...)
	}
	return out, true
}

func recvMsg(th *thread, self value, a []value) value {
	s := sockOf(self)
	n, ok := sizeArg(th, a[0], "recvmsg()")
	size, ok2 := flagsArg(th, a[1])
	flags, ok3 := flagsArg(th, a[2])
	if !ok || !ok2 || !ok3 || !th.CheckSize(size) {
		return value{}
	}
	buf, oob := make([]byte, n), make([]byte, size)
	var got, gotOOB, outFlags int
	var sa syscall.Sockaddr
	if !s.attempt(th, pollIn, func() (err error) {
		got, gotOOB, outFlags, sa, err = syscall.Recvmsg(s.fd, buf, oob, flags)
		return err
	}) {
		return value{}
	}
	var anc []value
	if msgs, err := syscall.ParseSocketControlMessage(oob[:gotOOB]); err == nil {
		for _, m := range msgs {
			anc = append(anc, object.TupleOf(object.Int(int64(m.Header.Level)), object.Int(int64(m.Header.Type)), object.BytesValue(append([]byte(nil), m.Data...))))
		}
	}
	return object.TupleOf(object.BytesValue(buf[:got]), object.NewList(anc).V(), object.Int(int64(outFlags)), addressValue(sa))
}
