// What a connection tells about itself: certificates, cipher, protocol, session.
package sslmod

import (
	"crypto/tls"

	"pyasync/object"
)

var connectionAttributes = []object.Getset{
	{Name: "context", Get: func(th *thread, v value) value { return connectionOf(v).context }, Set: setContext},
	{Name: "owner", Get: func(th *thread, v value) value { return connectionOf(v).owner }, Set: func(th *thread, v, x value) bool {
		if x.IsNil() {
			x = object.None
		}
		connectionOf(v).owner = x
		return true
	}},
	{Name: "server_side", Get: func(th *thread, v value) value { return object.Bool(connectionOf(v).server) }},
	{Name: "server_hostname", Get: func(th *thread, v value) value { return connectionOf(v).host }},
	{Name: "session", Get: getSession, Set: setSession},
	{Name: "session_reused", Get: func(th *thread, v value) value {
		s := connectionOf(v).e.state()
		return object.Bool(s != nil && s.DidResume)
	}},
}

func setContext(th *thread, self, x value) bool {
	if x.IsNil() || !x.Type().IsSubtype(&contextType) {
		th.TypeError("The value must be a SSLContext")
		return false
	}
	c := connectionOf(self)
	c.context, c.e.context = x, contextOf(x)
	return true
}

func getPeerCert(th *thread, self value, a []value) value {
	c := connectionOf(self)
	binary := false
	if !a[0].IsNil() {
		var ok bool
		if binary, ok = th.Truth(a[0]); !ok {
			return value{}
		}
	}
	s := c.e.state()
	switch {
	case s == nil:
		return th.ValueError("handshake not done yet")
	case len(s.PeerCertificates) == 0:
		return object.None
	case binary:
		return object.BytesValue(append([]byte(nil), s.PeerCertificates[0].Raw...))
	case contextOf(c.context).verifyMode == certNone:
		return object.NewDict().V()
	}
	return certInfo(s.PeerCertificates[0])
}

func unverifiedChain(th *thread, self value) value {
	s := connectionOf(self).e.state()
	if s == nil || len(s.PeerCertificates) == 0 {
		return object.None
	}
	return certList(s.PeerCertificates)
}

func verifiedChain(th *thread, self value) value {
	if chain := connectionOf(self).e.checked; chain != nil {
		return certList(chain)
	}
	return unverifiedChain(th, self)
}

func selectedALPN(th *thread, self value) value {
	if s := connectionOf(self).e.state(); s != nil {
		return textOrNone(s.NegotiatedProtocol)
	}
	return object.None
}

func cipherOf(th *thread, self value) value {
	s := connectionOf(self).e.state()
	if s == nil {
		return object.None
	}
	if x := suiteByID(s.CipherSuite); x != nil {
		return x.triple()
	}
	return object.TupleOf(object.StrValue(tls.CipherSuiteName(s.CipherSuite)), object.StrValue(versionNames[s.Version]), object.Int(0))
}

// sharedCiphers are, on a server, the suites of the client's hello that we have, too.
func sharedCiphers(th *thread, self value) value {
	c := connectionOf(self)
	if c.e.hello == nil {
		return object.None
	}
	var items []value
	for _, id := range c.e.hello.CipherSuites {
		if x := suiteByID(id); x != nil && (x.forTLS13() || containsID(c.e.context.suites, id)) {
			items = append(items, x.triple())
		}
	}
	return object.NewList(items).V()
}

func containsID(ids []uint16, id uint16) bool {
	for _, x := range ids {
		if x == id {
			return true
		}
	}
	return false
}

var versionNames = map[uint16]string{tls.VersionTLS10: "TLSv1", tls.VersionTLS11: "TLSv1.1", tls.VersionTLS12: "TLSv1.2", tls.VersionTLS13: "TLSv1.3"}

func versionOf(th *thread, self value) value {
	if s := connectionOf(self).e.state(); s != nil {
		return object.StrValue(versionNames[s.Version])
	}
	return object.None
}

func channelBinding(th *thread, self value, a []value) value {
	kind := "tls-unique"
	if !a[0].IsNil() {
		var ok bool
		if kind, ok = object.GoString(a[0]); !ok {
			return th.TypeError("get_channel_binding() argument 'cb_type' must be str, not %s", a[0].Type().Name)
		}
	}
	if kind != "tls-unique" {
		return th.ValueError("'%s' channel binding type not implemented", kind)
	}
	s := connectionOf(self).e.state()
	if s == nil || s.TLSUnique == nil {
		return object.None
	}
	return object.BytesValue(append([]byte(nil), s.TLSUnique...))
}

func callable(v value) bool { return v.Type().Call != nil }
