// The methods of _SSLSocket that move data.
package sslmod

import (
	"pyasync/object"
)

var connectionMethods = []object.Method{
	{Name: "do_handshake", F0: doHandshake},
	{Name: "read", Sig: "len, buffer=None, /", F: read},
	{Name: "write", Sig: "b, /", F1: write},
	{Name: "pending", F0: func(th *thread, self value) value { return object.Int(int64(len(connectionOf(self).e.plain))) }},
	{Name: "shutdown", F0: shutdown},
	{Name: "_drain", Doc: "All that can be read now, and whether the connection goes on.", F0: drain},
	{Name: "_abandon", Doc: "End a handshake that nobody will go on with.", F0: func(th *thread, self value) value {
		connectionOf(self).e.close()
		return object.None
	}},
	{Name: "getpeercert", Sig: "binary_mode=False, /", F: getPeerCert},
	{Name: "get_verified_chain", F0: verifiedChain},
	{Name: "get_unverified_chain", F0: unverifiedChain},
	{Name: "selected_alpn_protocol", F0: selectedALPN},
	{Name: "cipher", F0: cipherOf},
	{Name: "shared_ciphers", F0: sharedCiphers},
	{Name: "compression", F0: func(th *thread, self value) value { return object.None }},
	{Name: "version", F0: versionOf},
	{Name: "get_channel_binding", Sig: "cb_type='tls-unique'", F: channelBinding},
	{Name: "verify_client_post_handshake", F0: func(th *thread, self value) value {
		return th.Raise(&object.NotImplementedErrorType, "Post-handshake auth is not supported by crypto/tls.")
	}},
}

func doHandshake(th *thread, self value) value {
	c := connectionOf(self)
	op := c.begin(lineHandshake, "handshake")
	fresh := !c.e.done
	for {
		err := c.e.handshake()
		again, ok := c.next(th, &op, err)
		switch {
		case !ok:
			return value{}
		case again:
			continue
		case err != nil:
			return stateOf(th).fail(th, c.e, err, op.line)
		}
		if fresh {
			c.countHandshake()
		}
		return object.None
	}
}

// countHandshake keeps the books of session_stats().
func (c *connection) countHandshake() {
	ctx := contextOf(c.context)
	kind := "connect"
	if c.server {
		kind = "accept"
	}
	ctx.count(kind)
	ctx.count(kind + "_good")
	if c.e.state().DidResume {
		ctx.count("hits")
	}
}

// fill makes decrypted data available: true, or an exception is pending, or (both false) the peer has closed.
func (c *connection) fill(th *thread, op *operation) (filled, ok bool) {
	for {
		err := c.e.fill(stateOf(th).record())
		if err == nil {
			return true, true
		}
		again, good := c.next(th, op, err)
		switch {
		case !good:
			return false, false
		case again:
			continue
		case err == errClosed && !c.e.sent:
			return false, true
		}
		stateOf(th).fail(th, c.e, err, op.line)
		return false, false
	}
}

// take moves decrypted bytes to the program: those for it, and what is left for later. The latter must not stay in the
// shared record buffer.
func (e *engine) take(n int) []byte {
	p := e.plain[:min(n, len(e.plain))]
	rest := e.plain[len(p):]
	e.plain = nil
	if len(rest) > 0 {
		e.plain = append([]byte(nil), rest...)
	}
	return p
}

func read(th *thread, self value, a []value) value {
	c := connectionOf(self)
	n, ok := th.AsIndex(a[0], &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	if !a[1].IsNil() && !a[1].IsNone() {
		return c.readInto(th, n, a[1])
	}
	if n < 0 {
		return th.ValueError("size should not be negative")
	}
	if n == 0 {
		return object.BytesValue(nil)
	}
	op := c.begin(lineRead, "read")
	filled, ok := c.fill(th, &op)
	if !ok {
		return value{}
	}
	if !filled {
		return object.BytesValue(nil)
	}
	r := object.BytesValue(append([]byte(nil), c.e.take(n)...))
	return c.afterRead(th, &op, r)
}

// afterRead sends what reading made crypto/tls say (an update of the keys), without waiting.
func (c *connection) afterRead(th *thread, op *operation, r value) value {
	if c.sock != nil {
		c.flush(th, op, false)
	}
	return r
}

func (c *connection) readInto(th *thread, n int, target value) value {
	get := target.Type().Buffer
	if get == nil {
		return th.TypeError("read() argument 2 must be read-write bytes-like object, not %s", target.Type().Name)
	}
	buf, ok := get(th, target)
	if !ok {
		return value{}
	}
	if buf.Release != nil {
		defer buf.Release()
	}
	if buf.ReadOnly {
		return th.TypeError("read() argument 2 must be read-write bytes-like object, not %s", target.Type().Name)
	}
	if n <= 0 || n > len(buf.Bytes) {
		n = len(buf.Bytes)
	}
	if n == 0 {
		return object.Int(0)
	}
	op := c.begin(lineRead, "read")
	filled, ok := c.fill(th, &op)
	if !ok {
		return value{}
	}
	if !filled {
		return object.Int(0)
	}
	return c.afterRead(th, &op, object.Int(int64(copy(buf.Bytes, c.e.take(n)))))
}

// drain is (data, open) for asyncio's protocol: all records that are there, in one piece. open is False when the peer has
// closed. It never waits and never raises SSLWantReadError.
func drain(th *thread, self value) value {
	c := connectionOf(self)
	data, err := c.e.readAll()
	switch err {
	case errWantRead:
		return object.Pair(object.BytesValue(data), object.True)
	case errClosed:
		return object.Pair(object.BytesValue(data), object.False)
	}
	return stateOf(th).fail(th, c.e, err, lineRead)
}

// maxQueued is how much is encrypted at once for a socket that waits.
const maxQueued = 1 << 20

func write(th *thread, self, data value) value {
	c := connectionOf(self)
	b, release, ok := object.AsBytesLike(th, data)
	if !ok {
		return value{}
	}
	defer release()
	op := c.begin(lineWrite, "write")
	if c.sock == nil {
		return c.writeSome(th, &op, b)
	}
	if c.sock.Timeout() == 0 {
		// Only so much that what the socket cannot take now stays small.
		return c.writeSome(th, &op, b[:min(len(b), maxRecord)])
	}
	for rest := b; ; {
		part := rest[:min(len(rest), maxQueued)]
		if c.writeSome(th, &op, part).IsNil() {
			return value{}
		}
		if rest = rest[len(part):]; len(rest) == 0 {
			return object.Int(int64(len(b)))
		}
	}
}

// writeSome encrypts b and sees it off; the result is its length.
func (c *connection) writeSome(th *thread, op *operation, b []byte) value {
	for c.written == 0 {
		n, err := c.e.write(b)
		if err == nil {
			c.written = n
			break
		}
		again, ok := c.next(th, op, err)
		switch {
		case !ok:
			return value{}
		case !again:
			return stateOf(th).fail(th, c.e, err, op.line)
		}
	}
	// What is encrypted has to go out before it counts as written: a program that is told to try again does so with
	// the same data.
	if c.sock != nil {
		if _, ok := c.flush(th, op, true); !ok {
			return value{}
		}
	}
	n := c.written
	c.written = 0
	return object.Int(int64(n))
}

func shutdown(th *thread, self value) value {
	c := connectionOf(self)
	op := c.begin(lineShutdown, "read")
	for {
		err := c.e.shutdown(stateOf(th).record())
		again, ok := c.next(th, &op, err)
		switch {
		case !ok:
			return value{}
		case again:
			continue
		case err != nil:
			return stateOf(th).fail(th, c.e, err, op.line)
		case c.sock != nil:
			return c.sockValue
		}
		return object.None
	}
}
