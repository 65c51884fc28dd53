// engine, one TLS connection that never waits: handshake, reading, writing, shutting down. It knows nothing of Python.
package sslmod

import (
	"crypto/tls"
	"errors"
	"io"
	"iter"
	"slices"
)

// The outcomes of an operation that are no failure of the connection.
var (
	errWantRead   = errors.New("more data is needed")
	errServerName = errors.New("the server name callback is due")
	// errFailed is every operation's answer after a fatal error was reported once.
	errFailed = errors.New("the connection has failed")
	// errClosed is the end by the peer's close_notify.
	errClosed = errors.New("closed by the peer")
	// errDataAfterClose: the peer sent data although we have closed.
	errDataAfterClose = errors.New("application data after close notify")
	errInHandshake    = errors.New("shutdown while in init")
	errShutdown       = errors.New("protocol is shutdown")
)

type engine struct {
	conn *tls.Conn
	wire wire
	// next drives the handshake; nil when none is under way.
	next         func() (event, bool)
	running      *running
	handshakeErr error
	done, failed bool
	// sent and received are the two close_notify alerts.
	sent, received bool
	plain          []byte // decrypted, not yet read by the program
	// context is whose settings hold. A server's callback may exchange it once the client's hello is there, or refuse.
	context     *sslContext
	hasCallback bool
	refuse      error
	hello       *tls.ClientHelloInfo
	session     sessionSlot
	// checked is the chain that verification found; verifyErr why it refused.
	checked   []*certificate
	verifyErr *verifyError
	// diagnose names the refusal of a client's certificate, which crypto/tls itself checks.
	diagnose func(peer []*certificate, err error) *verifyError
}

// handshake goes on with the handshake: nil, errWantRead, errServerName, or why it failed.
func (e *engine) handshake() error {
	switch {
	case e.done:
		return nil
	case e.failed:
		return errFailed
	case e.next == nil:
		e.next, e.running.stop = iter.Pull(e.runHandshake)
	}
	switch ev, more := e.next(); {
	case !more:
	case ev == serverName:
		return errServerName
	default:
		return errWantRead
	}
	e.next, e.running.stop = nil, nil
	if e.handshakeErr != nil {
		e.failed = true
		return e.handshakeErr
	}
	e.done = true
	return nil
}

func (e *engine) runHandshake(yield func(event) bool) {
	e.wire.yield = func(ev event) bool {
		if yield(ev) {
			return true
		}
		// Abandoned: the last words go nowhere, the memory they would go to is the program's.
		e.wire.out = &buffer{}
		return false
	}
	e.handshakeErr = e.conn.Handshake()
	e.wire.yield = nil
}

// running is a handshake under way. It is all that the cleanup of an engine's owner holds on to: once the handshake is
// over it leads nowhere, so that what the connection used is free as soon as the connection is.
type running struct{ stop func() }

// close ends the handshake if it is not over.
func (r *running) close() {
	if stop := r.stop; stop != nil {
		r.stop = nil
		stop()
	}
}

// close ends a handshake that nobody will go on with.
func (e *engine) close() {
	if e.next != nil {
		e.next, e.failed = nil, true
		e.running.close()
	}
}

// fill makes e.plain non-empty. buf is where the record, or as much
// of it as fits, is decrypted to; it is the caller's.
func (e *engine) fill(buf []byte) error {
	if err := e.handshake(); err != nil {
		return err
	}
	switch {
	case len(e.plain) > 0:
		return nil
	case e.received:
		return errClosed
	case e.failed:
		return errFailed
	}
	n, err := e.conn.Read(buf)
	if n > 0 {
		e.plain = buf[:n]
		return nil
	}
	switch {
	case err == nil || errors.Is(err, error(errDry)):
		return errWantRead
	case err == io.EOF:
		e.received = true
		return errClosed
	}
	e.failed = true
	return err
}

// write encrypts p and returns how much of it was taken: all, unless it failed.
func (e *engine) write(p []byte) (int, error) {
	if err := e.handshake(); err != nil {
		return 0, err
	}
	switch {
	case e.sent:
		return 0, errShutdown
	case e.failed:
		return 0, errFailed
	}
	if len(p) > maxRecord {
		e.wire.out.grow(len(p) + (len(p)/maxRecord+1)*recordOverhead)
	}
	n, err := e.conn.Write(p)
	if err != nil {
		e.failed = true
	}
	return n, err
}

// recordOverhead is more than what encryption adds to a record.
const recordOverhead = 128

// readAll decrypts all records that are there, appended to what it returns. The error is why there are no more:
// errWantRead, errClosed, or a failure.
func (e *engine) readAll() ([]byte, error) {
	if err := e.handshake(); err != nil {
		return nil, err
	}
	data := e.plain
	e.plain = nil
	if in, ok := e.wire.in.(*buffer); ok {
		// What comes out is smaller than what goes in.
		data = slices.Grow(data, in.len())
	}
	for {
		if cap(data) == len(data) {
			data = slices.Grow(data, 512)
		}
		err := e.fill(data[len(data):cap(data)])
		if err != nil {
			return data, err
		}
		data = data[:len(data)+len(e.plain)]
		e.plain = nil
	}
}

// shutdown sends our close_notify and waits for the peer's.
func (e *engine) shutdown(buf []byte) error {
	if !e.done || e.failed {
		return errInHandshake
	}
	if !e.sent {
		e.sent = true
		if err := e.conn.CloseWrite(); err != nil {
			e.failed = true
			return err
		}
	}
	if e.received {
		return nil
	}
	err := e.fill(buf)
	switch err {
	case nil:
		e.plain = nil
		e.failed = true
		return errDataAfterClose
	case errClosed:
		return nil
	}
	return err
}

// state is what the handshake agreed on; nil before it is done. crypto/tls would wait for the handshake.
func (e *engine) state() *tls.ConnectionState {
	if !e.done {
		return nil
	}
	s := e.conn.ConnectionState()
	return &s
}
