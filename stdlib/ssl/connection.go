// _SSLSocket: one TLS connection, over two memory BIOs or over a socket.
package sslmod

import (
	"errors"
	"io"
	"runtime"
	"strings"
	"syscall"
	"time"
	"weak"

	"pyasync/object"
	socketmod "pyasync/stdlib/socket"
)

var connectionType object.Type

type connection struct {
	object.Header
	e       *engine
	context value
	owner   value // the SSLSocket or SSLObject, for the server name callback
	server  bool
	host    value       // str or None
	session *sslSession // what the server gave
	resumed *sslSession // what the client offered

	sock      *socketmod.Socket // nil: memory BIOs
	sockValue value
	// queue is ciphertext that the socket has not taken yet. It is on its own: what the engine points to must not lead
	// back here, or a connection that is dropped could not be noticed.
	queue   *buffer
	written int // plaintext in the queue that the program has not been told is written
}

func connectionOf(v value) *connection { return (*connection)(v.Ptr()) }

// V returns the connection as a Value.
func (c *connection) V() value { return object.ObjectValue(&c.Header) }

func init() {
	object.Define(&connectionType, object.Spec{
		Name: "_ssl._SSLSocket", Flags: object.FlagNoNew, Alloc: object.Allocator[connection](),
		Methods: connectionMethods,
		Getset:  connectionAttributes,
	})
}

// wrapBIO is _wrap_bio(incoming, outgoing, server_side, server_hostname=None, *, owner=None, session=None).
func wrapBIO(th *thread, self value, a []value) value {
	for i, name := range [...]string{"incoming", "outgoing"} {
		if !a[i].Type().IsSubtype(&memoryBIOType) {
			return th.TypeError("_wrap_bio() argument '%s' must be _ssl.MemoryBIO, not %s", name, a[i].Type().Name)
		}
	}
	c, ok := newConnection(th, self, a[2], a[3], a[4])
	if !ok {
		return value{}
	}
	c.start(&bioOf(a[0]).q, &bioOf(a[1]).q)
	return c.withSession(th, a[5])
}

// wrapSocket is _wrap_socket(sock, server_side, server_hostname=None, *, owner=None, session=None).
func wrapSocket(th *thread, self value, a []value) value {
	sock, isSocket := socketmod.AsSocket(a[0])
	if !isSocket {
		return th.TypeError("_wrap_socket() argument 'sock' must be _socket.socket, not %s", a[0].Type().Name)
	}
	c, ok := newConnection(th, self, a[1], a[2], a[3])
	if !ok {
		return value{}
	}
	c.sock, c.sockValue, c.queue = sock, a[0], &buffer{}
	c.start(socketSource{weak.Make(sock)}, c.queue)
	return c.withSession(th, a[4])
}

// newConnection checks what both ways of wrapping have in common.
func newConnection(th *thread, context, serverSide, host, owner value) (*connection, bool) {
	server, ok := th.Truth(serverSide)
	if !ok {
		return nil, false
	}
	name, ok := hostName(th, host)
	if !ok {
		return nil, false
	}
	ctx := contextOf(context)
	st := stateOf(th)
	switch {
	case server && ctx.protocol == protocolClient:
		st.raiseError(th, "SSLError", 0, lineServer, failure{text: "Cannot create a server socket with a PROTOCOL_TLS_CLIENT context"}, nil)
		return nil, false
	case !server && ctx.protocol == protocolServer:
		st.raiseError(th, "SSLError", 0, lineClient, failure{text: "Cannot create a client socket with a PROTOCOL_TLS_SERVER context"}, nil)
		return nil, false
	}
	c := connectionOf(connectionType.Allocate())
	c.context, c.server, c.host, c.owner = context, server, name, owner
	if owner.IsNil() {
		c.owner = object.None
	}
	return c, true
}

// hostName checks the server_hostname argument: str (or bytes) without NUL, not empty, no leading dot.
func hostName(th *thread, v value) (value, bool) {
	if v.IsNil() || v.IsNone() {
		return object.None, true
	}
	s, ok := object.GoString(v)
	if b, isBytes := object.AsBytes(v); isBytes {
		s, ok = string(b.B), true
	}
	switch {
	case !ok:
		th.TypeError("argument must be str, bytes or bytearray, not %s", v.Type().Name)
		return value{}, false
	case strings.Contains(s, "\x00"):
		th.TypeError("argument must be encoded string without null bytes, not %s", v.Type().Name)
		return value{}, false
	case s == "" || s[0] == '.':
		th.ValueError("server_hostname cannot be an empty string or start with a leading dot.")
		return value{}, false
	}
	return object.StrValue(s), true
}

func (c *connection) start(in source, out *buffer) {
	host, _ := object.GoString(c.host)
	ctx := contextOf(c.context)
	c.e = newEngine(ctx, c.server, host, in, out)
	c.e.hasCallback = !ctx.sni.IsNone()
	// A connection that is dropped in its handshake leaves no goroutine behind.
	runtime.AddCleanup(c, (*running).close, c.e.running)
}

func (c *connection) withSession(th *thread, session value) value {
	if !session.IsNil() && !session.IsNone() && !setSession(th, c.V(), session) {
		return value{}
	}
	return c.V()
}

// socketSource reads ciphertext from a socket without waiting. The reference is weak because an SSLSocket leads to its
// connection.
type socketSource struct {
	s weak.Pointer[socketmod.Socket]
}

func (s socketSource) recv(b []byte) (int, error) {
	sock := s.s.Value()
	if sock == nil {
		return 0, io.EOF
	}
	n, err := sock.RecvNow(b)
	switch {
	case err == syscall.EAGAIN:
		return 0, errDry
	case err != nil:
		return 0, err
	case n == 0:
		return 0, io.EOF
	}
	return n, nil
}

// operation is one call of a method: what it does, for error texts, and until when it may wait.
type operation struct {
	line     int
	name     string
	deadline time.Time
}

func (c *connection) begin(line int, name string) operation {
	op := operation{line: line, name: name}
	if c.sock != nil && c.sock.Timeout() > 0 {
		op.deadline = time.Now().Add(c.sock.Timeout())
	}
	return op
}

// next says what follows a step of the engine that returned err: again, if it is to be repeated after waiting; else, with
// ok, the step's error counts. ok false: an exception is pending.
func (c *connection) next(th *thread, op *operation, err error) (again, ok bool) {
	if err == errServerName {
		return c.callServerName(th), true
	}
	if c.sock == nil {
		return false, true
	}
	waits := c.sock.Timeout() != 0
	if flushed, good := c.flush(th, op, err == nil || err == errWantRead); !flushed {
		return false, good
	}
	if err != errWantRead || !waits {
		return false, true
	}
	return true, c.wait(th, op, false)
}

// flush sends what is queued. Only where it matters (must) does it wait, and raise what goes wrong.
func (c *connection) flush(th *thread, op *operation, must bool) (flushed, ok bool) {
	for c.queue.len() > 0 {
		n, err := c.sock.SendNow(c.queue.b[c.queue.off:])
		switch {
		case err == nil:
			c.queue.next(n)
		case !must:
			return true, true
		case err != syscall.EAGAIN:
			th.RaiseErrno(object.ErrnoOf(err), value{}, value{})
			return false, false
		case c.sock.Timeout() == 0:
			stateOf(th).wantWrite(th, op.line)
			return false, false
		case !c.wait(th, op, true):
			return false, false
		}
	}
	c.queue.release()
	return true, true
}

// wait waits for the socket until the operation's deadline.
func (c *connection) wait(th *thread, op *operation, write bool) bool {
	timedOut, ok := c.sock.WaitUntil(th, write, op.deadline)
	if ok && timedOut {
		text := "The " + op.name + " operation timed out"
		if op.line == lineHandshake {
			text = "_ssl.c:1011: " + text
		}
		th.Raise(&object.TimeoutErrorType, text)
		return false
	}
	return ok
}

// callServerName runs the server's callback, which may exchange the context or refuse. It always goes on: a refusal ends
// the handshake by itself.
func (c *connection) callServerName(th *thread) bool {
	name := object.None
	if c.e.hello.ServerName != "" {
		name = object.StrValue(c.e.hello.ServerName)
	}
	callback := contextOf(c.context).sni
	refuse := func(alert int) { c.e.refuse, c.e.wire.alert = errRefused, alert }
	r := th.CallArgs(callback, c.owner, name, c.context)
	if r.IsNil() {
		c.unraisable(th, callback)
		refuse(alertHandshakeFailure)
		return true
	}
	if r.IsNone() {
		return true
	}
	alert, ok := th.AsCInt(r)
	if !ok {
		c.unraisable(th, r)
		refuse(alertInternalError)
		return true
	}
	refuse(alert)
	return true
}

var errRefused = errors.New("tls: callback failed")

func (c *connection) unraisable(th *thread, about value) {
	exc := th.TakeExc()
	if th.Interp.Hooks.Unraisable != nil {
		th.Interp.Hooks.Unraisable(th, exc, about, "Exception ignored in ssl servername callback")
	}
}
