// The configuration of crypto/tls that a context stands for.
package sslmod

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"slices"
)

// versions are the bounds of the protocol that the options leave. crypto/tls knows ranges only, so of a set with a hole
// the upper part counts.
func (c *sslContext) versions() (lowest, highest uint16) {
	low, high := c.minVersion, c.maxVersion
	if low < versionTLSv1 {
		low = versionTLSv1
	}
	if high == versionMaximum || high > versionTLSv13 {
		high = versionTLSv13
	}
	off := map[int]uint64{versionTLSv1: opNoTLSv1, versionTLSv11: opNoTLSv11, versionTLSv12: opNoTLSv12, versionTLSv13: opNoTLSv13}
	for high > low && c.options&off[high] != 0 {
		high--
	}
	for v := high; v > low; v-- {
		if c.options&off[v-1] != 0 {
			low = v
		}
	}
	return uint16(low), uint16(high)
}

// base is the configuration that the context's connections have in common.
func (c *sslContext) base() *tls.Config {
	if c.config != nil {
		return c.config
	}
	low, high := c.versions()
	cfg := &tls.Config{
		MinVersion: low, MaxVersion: high, CipherSuites: c.suites, NextProtos: c.alpn, CurvePreferences: c.curves,
		Certificates: c.identities(), GetCertificate: c.serverCertificate, GetClientCertificate: c.clientCertificate,
		// Certificates are checked by verifyServer, which can say why in OpenSSL's words.
		InsecureSkipVerify:          true,
		SessionTicketsDisabled:      c.options&opNoTicket != 0 || c.protocol == protocolServer && c.tickets == 0,
		DynamicRecordSizingDisabled: true,
	}
	if c.keylog != nil {
		cfg.KeyLogWriter = c.keylog
	}
	switch c.verifyMode {
	case certOptional:
		cfg.ClientAuth, cfg.ClientCAs = tls.VerifyClientCertIfGiven, c.rootPool()
	case certRequired:
		cfg.ClientAuth, cfg.ClientCAs = tls.RequireAndVerifyClientCert, c.rootPool()
	}
	cfg.SetSessionTicketKeys([][32]byte{c.ticketKey})
	c.config = cfg
	return cfg
}

// identities are the certificates to show. One that came alone is followed by its issuers, as far as the context knows
// them: OpenSSL builds the chain to send in the same way.
func (c *sslContext) identities() []tls.Certificate {
	certs := slices.Clone(c.certs)
	for i := range certs {
		if len(certs[i].Certificate) > 1 {
			continue
		}
		chain := certs[i].Certificate[:1:1]
		for x := certs[i].Leaf; !selfIssued(x) && len(chain) < 16; {
			if x = findIssuer(x, c.roots); x == nil {
				break
			}
			chain = append(chain, x.Raw)
		}
		certs[i].Certificate = chain
	}
	return certs
}

// serverCertificate chooses by the kinds of key that the client takes. The name it asked for does not matter, as for
// OpenSSL; that is what the server name callback is for.
func (c *sslContext) serverCertificate(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
	if len(c.certs) == 0 {
		return nil, errNoCertificate
	}
	h := *hello
	h.ServerName = ""
	certs := c.base().Certificates
	for i := range certs {
		if h.SupportsCertificate(&certs[i]) == nil {
			return &certs[i], nil
		}
	}
	return &certs[0], nil
}

// errNoCertificate has crypto/tls's text for a server without a certificate.
var errNoCertificate = errors.New("tls: no certificates configured")

// clientCertificate offers what there is, whichever authorities the server named, as OpenSSL does.
func (c *sslContext) clientCertificate(request *tls.CertificateRequestInfo) (*tls.Certificate, error) {
	r := *request
	r.AcceptableCAs = nil
	certs := c.base().Certificates
	for i := range certs {
		if r.SupportsCertificate(&certs[i]) == nil {
			return &certs[i], nil
		}
	}
	return &tls.Certificate{}, nil
}

// authorities are all certificates that the context trusts; directories are read at first need.
func (c *sslContext) authorities() []*certificate {
	if c.trusted == nil {
		c.trusted = slices.Clone(c.roots)
		for _, dir := range c.directories {
			c.trusted = append(c.trusted, c.shared.directory(dir)...)
		}
		if c.system {
			c.trusted = append(c.trusted, c.shared.systemRoots()...)
		}
	}
	return c.trusted
}

func (c *sslContext) rootPool() *x509.CertPool {
	if c.pool == nil {
		c.pool = x509.NewCertPool()
		for _, x := range c.authorities() {
			c.pool.AddCert(x)
		}
	}
	return c.pool
}

// verifier checks the certificates of the other side.
func (c *sslContext) verifier(usage x509.ExtKeyUsage, host string) *verifier {
	v := &verifier{pool: c.rootPool(), roots: c.authorities(), crls: c.crls, flags: c.verifyFlags, hostFlags: c.hostFlags, usage: usage}
	if c.checkHost {
		v.host = host
	}
	return v
}

// newEngine makes the connection of a context over a source and a sink of ciphertext.
func newEngine(c *sslContext, server bool, host string, in source, out *buffer) *engine {
	e := &engine{context: c, running: &running{}}
	e.wire = wire{in: in, out: out, alert: alertNoneSent}
	cfg := c.base().Clone()
	if server {
		cfg.GetConfigForClient = e.configFor
		e.conn = tls.Server(&e.wire, cfg)
		return e
	}
	cfg.ServerName = host
	cfg.ClientSessionCache = &e.session
	if c.verifyMode != certNone {
		sink := &secretSink{forward: cfg.KeyLogWriter}
		cfg.KeyLogWriter = sink
		cfg.VerifyConnection = func(s tls.ConnectionState) error {
			err := e.check(e.context.verifier(x509.ExtKeyUsageServerAuth, host), s.PeerCertificates)
			if err != nil && s.Version == tls.VersionTLS13 && sink.secret != nil {
				e.wire.refusal = refusalRecord(s.CipherSuite, sink.secret, byte(e.wire.alert))
			}
			sink.secret = nil
			return err
		}
	}
	e.conn = tls.Client(&e.wire, cfg)
	return e
}

// check verifies a chain and notes the outcome.
func (e *engine) check(v *verifier, peer []*certificate) error {
	chain, refused := v.verify(peer)
	if refused != nil {
		e.verifyErr, e.wire.alert = refused, refused.alert
		return refused
	}
	e.checked = chain
	// The authority that a directory provided is from now on among those that the context shows.
	e.context.adopt(chain[len(chain)-1])
	return nil
}

// adopt notes that an authority out of a directory was used.
func (c *sslContext) adopt(x *certificate) {
	if len(c.directories) > 0 && x.IsCA {
		c.addRoots([]*certificate{x})
	}
}

const (
	alertHandshakeFailure = 40
	alertInternalError    = 80
)

// configFor answers a client's hello: the context, which the server's callback may have exchanged, decides.
func (e *engine) configFor(hello *tls.ClientHelloInfo) (*tls.Config, error) {
	e.hello = hello
	if e.hasCallback && !e.wire.yield(serverName) {
		return nil, errAbandoned
	}
	if e.refuse != nil {
		return nil, e.refuse
	}
	c := e.context
	cfg := c.base()
	if len(c.certs) == 0 {
		e.wire.alert = alertHandshakeFailure
	}
	mismatch := len(c.alpn) > 0 && len(hello.SupportedProtos) > 0 && !slices.ContainsFunc(c.alpn, func(p string) bool {
		return slices.Contains(hello.SupportedProtos, p)
	})
	if !mismatch && c.verifyMode == certNone {
		return cfg, nil
	}
	cfg = cfg.Clone()
	if mismatch {
		// Without a common protocol the connection goes on without one.
		cfg.NextProtos = nil
	}
	if c.verifyMode != certNone {
		e.diagnose = c.verifier(x509.ExtKeyUsageClientAuth, "").diagnose
		cfg.VerifyConnection = func(s tls.ConnectionState) error {
			if len(s.PeerCertificates) == 0 {
				return nil
			}
			v := c.verifier(x509.ExtKeyUsageClientAuth, "")
			v.host = ""
			return e.check(v, s.PeerCertificates)
		}
	}
	return cfg, nil
}
