// wire, the net.Conn under crypto/tls: memory, or a socket that never waits.
package sslmod

import (
	"bytes"
	"errors"
	"io"
	"net"
	"slices"
	"time"
)

const (
	recordHeader  = 5
	recordAlert   = 21
	maxRecord     = 16384 // bytes of plaintext in one record
	alertNoneSent = -1
)

// event is why a handshake handed control back.
type event uint8

const (
	finished   event = iota // it has ended, well or not
	wantRead                // the wire is dry
	serverName              // the client's hello is there: the server's callback may choose another context
)

// source is where ciphertext comes from. recv returns errDry when there is nothing now, io.EOF when there will be nothing.
type source interface {
	recv(b []byte) (int, error)
}

// dryError tells crypto/tls to keep its state and ask again.
type dryError struct{}

func (dryError) Error() string   { return "no data yet" }
func (dryError) Timeout() bool   { return true }
func (dryError) Temporary() bool { return true }

var (
	errDry net.Error = dryError{}
	// errEnded is the end of the stream without a close_notify. It is not io.EOF, by which crypto/tls means an orderly one.
	errEnded     = errors.New("stream ended without close_notify")
	errAbandoned = errors.New("handshake abandoned")
)

// wire keeps track of the record being read, so that it never takes what follows it.
type wire struct {
	in     source
	out    *buffer
	header [recordHeader]byte
	have   int // bytes of the header that were read
	body   int // bytes of the record's body still to come
	// yield is set while a handshake runs: it hands control to whoever drives it; false: the handshake is to end.
	yield func(event) bool
	// alert replaces the description in the next alert that is sent in the clear; alertNoneSent: none.
	alert int
	// refusal takes the place of the next encrypted alert.
	refusal []byte
	// first are the first bytes that came, to tell what the other side speaks if it is not TLS.
	first []byte
}

func (w *wire) Read(b []byte) (int, error) {
	for {
		limit := w.body
		if limit == 0 {
			limit = recordHeader - w.have
		}
		n, err := w.in.recv(b[:min(limit, len(b))])
		if n > 0 {
			w.account(b[:n])
			return n, nil
		}
		if err == nil || err == io.EOF {
			return 0, errEnded
		}
		if err != error(errDry) || w.yield == nil {
			return 0, err
		}
		if !w.yield(wantRead) {
			return 0, errAbandoned
		}
	}
}

// account moves along the record by what was read.
func (w *wire) account(b []byte) {
	if w.body > 0 {
		w.body -= len(b)
		if w.body == 0 {
			w.have = 0
		}
		return
	}
	if len(w.first) < recordHeader {
		w.first = append(w.first, b...)
	}
	w.have += copy(w.header[w.have:], b)
	if w.have == recordHeader {
		w.body = int(w.header[3])<<8 | int(w.header[4])
		if w.body == 0 {
			w.have = 0
		}
	}
}

// Write takes one or several records; an alert is the last of them.
func (w *wire) Write(b []byte) (int, error) {
	n := len(b)
	switch clear, secret := n-(recordHeader+2), n-len(w.refusal); {
	case w.refusal != nil && secret >= 0 && b[secret] == recordData:
		b = append(bytes.Clone(b[:secret]), w.refusal...)
		w.refusal = nil
	case w.alert != alertNoneSent && clear >= 0 && b[clear] == recordAlert && b[clear+4] == 2:
		b = bytes.Clone(b)
		b[n-1] = byte(w.alert)
	}
	w.out.write(b)
	return n, nil
}

func (w *wire) Close() error                     { return nil }
func (w *wire) LocalAddr() net.Addr              { return wireAddr{} }
func (w *wire) RemoteAddr() net.Addr             { return wireAddr{} }
func (w *wire) SetDeadline(time.Time) error      { return nil }
func (w *wire) SetReadDeadline(time.Time) error  { return nil }
func (w *wire) SetWriteDeadline(time.Time) error { return nil }

type wireAddr struct{}

func (wireAddr) Network() string { return "memory" }
func (wireAddr) String() string  { return "memory" }

// buffer is a queue of bytes.
type buffer struct {
	b   []byte
	off int
	eof bool
}

func (q *buffer) len() int { return len(q.b) - q.off }

func (q *buffer) write(p []byte) {
	if q.off > 0 && q.off == len(q.b) {
		q.b, q.off = q.b[:0], 0
	}
	if q.off > 64<<10 && q.off > len(q.b)/2 {
		q.b = q.b[:copy(q.b, q.b[q.off:])]
		q.off = 0
	}
	q.b = append(q.b, p...)
}

// grow makes room for n more bytes, so that writing them piece by piece moves nothing.
func (q *buffer) grow(n int) { q.b = slices.Grow(q.b, n) }

// takeAll empties the queue and gives its memory away.
func (q *buffer) takeAll() []byte {
	p := q.b[q.off:]
	q.b, q.off = nil, 0
	return p
}

// next takes up to n bytes; they are valid until the next write.
func (q *buffer) next(n int) []byte {
	n = min(n, q.len())
	p := q.b[q.off : q.off+n]
	q.off += n
	return p
}

// release gives up a large array that is empty, so that idle connections are small.
func (q *buffer) release() {
	if q.len() == 0 {
		q.off = 0
		if cap(q.b) > 64<<10 {
			q.b = nil
		} else {
			q.b = q.b[:0]
		}
	}
}

func (q *buffer) recv(b []byte) (int, error) {
	if q.len() == 0 {
		if q.eof {
			return 0, io.EOF
		}
		return 0, errDry
	}
	return copy(b, q.next(len(b))), nil
}
