// SSLSession, what a client keeps of a connection to resume it later.
package sslmod

import (
	"crypto/sha256"
	"crypto/tls"
	"time"

	"pyasync/object"
)

// sessionSlot is the session cache of one connection: what it starts from, and what the server gave it.
type sessionSlot struct{ start, got *tls.ClientSessionState }

// Get is crypto/tls asking for a session to resume.
func (s *sessionSlot) Get(string) (*tls.ClientSessionState, bool) { return s.start, s.start != nil }

// Put is crypto/tls handing over a new session; nil: the old one is no good.
func (s *sessionSlot) Put(_ string, state *tls.ClientSessionState) {
	if state == nil {
		s.start = nil
		return
	}
	s.got = state
}

var sessionType object.Type

type sslSession struct {
	object.Header
	context *sslContext
	state   *tls.ClientSessionState // nil: the server gave no ticket
	id      []byte
	created int64
}

func sessionOf(v value) *sslSession { return (*sslSession)(v.Ptr()) }

// sessionLifetime is how many seconds crypto/tls keeps a session.
const sessionLifetime = 7200

func init() {
	object.Define(&sessionType, object.Spec{
		Name: "_ssl.SSLSession", Flags: object.FlagNoNew, Alloc: object.Allocator[sslSession](),
		Slots: object.Slots{
			Hash: func(th *thread, v value) (int64, bool) { return th.Hash(object.BytesValue(sessionOf(v).id)) },
			Compare: func(th *thread, a, b value, op object.CmpOp) value {
				if !b.IsExact(&sessionType) || op != object.CmpEQ && op != object.CmpNE {
					return object.NotImplemented
				}
				same := string(sessionOf(a).id) == string(sessionOf(b).id)
				return object.Bool(same == (op == object.CmpEQ))
			},
		},
		Getset: []object.Getset{
			{Name: "id", Doc: "The session's id.", Get: func(th *thread, v value) value { return object.BytesValue(sessionOf(v).id) }},
			{Name: "time", Doc: "When the session began, in seconds since the epoch.", Get: func(th *thread, v value) value { return object.Int(sessionOf(v).created) }},
			{Name: "timeout", Doc: "How long the session lasts, in seconds.", Get: func(th *thread, v value) value { return object.Int(sessionLifetime) }},
			{Name: "ticket_lifetime_hint", Doc: "How long the server keeps the ticket.", Get: func(th *thread, v value) value {
				if sessionOf(v).state == nil {
					return object.Int(0)
				}
				return object.Int(sessionLifetime)
			}},
			{Name: "has_ticket", Doc: "Whether the session has a ticket.", Get: func(th *thread, v value) value { return object.Bool(sessionOf(v).state != nil) }},
		},
	})
}

// getSession is a client's session once the handshake is done.
func getSession(th *thread, self value) value {
	c := connectionOf(self)
	if c.server || !c.e.done {
		return object.None
	}
	state := c.e.session.got
	if state == nil {
		state = c.e.session.start
	}
	if c.session == nil || c.session.state != state {
		v := sessionType.Allocate()
		s := sessionOf(v)
		s.context, s.state, s.created = c.e.context, state, time.Now().Unix()
		s.id = sessionID(c, state)
		c.session = s
	}
	return object.ObjectValue(&c.session.Header)
}

// sessionID tells sessions apart: TLS 1.3 has no other id than the ticket. A session that was resumed keeps its id.
func sessionID(c *connection, state *tls.ClientSessionState) []byte {
	if c.resumed != nil && c.e.state().DidResume {
		return c.resumed.id
	}
	h := sha256.New()
	if ticket, _, err := state.ResumptionState(); err == nil && ticket != nil {
		h.Write(ticket)
	} else {
		h.Write([]byte(object.Address(c.V())))
	}
	return h.Sum(nil)
}

func setSession(th *thread, self, x value) bool {
	c := connectionOf(self)
	switch {
	case x.IsNil() || !x.IsExact(&sessionType):
		th.TypeError("Value is not a SSLSession.")
	case sessionOf(x).context != c.e.context:
		th.ValueError("Session refers to a different SSLContext.")
	case c.server:
		th.ValueError("Cannot set session for server-side SSLSocket.")
	case c.e.done || c.e.next != nil:
		th.ValueError("Cannot set session after handshake.")
	default:
		c.e.session.start = sessionOf(x).state
		c.resumed = sessionOf(x)
		return true
	}
	return false
}
