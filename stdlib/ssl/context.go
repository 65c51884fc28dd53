// _SSLContext: the settings that connections share.
package sslmod

import (
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"math/big"
	"os"

	"pyasync/object"
)

var contextType object.Type

type sslContext struct {
	object.Header
	protocol               int
	options                uint64
	verifyMode, hostFlags  int
	verifyFlags            int
	checkHost              bool
	minVersion, maxVersion int
	suites                 []uint16
	alpn                   []string
	certs                  []tls.Certificate
	roots                  []*certificate
	crls                   []*x509.RevocationList
	directories            []string // of certificates, read when they are needed
	shared                 *state   // of the interpreter: certificates that were read already
	system                 bool     // the system's certificates count
	curves                 []tls.CurveID
	sni, message           value
	keylog                 *os.File
	keylogName             value
	postHandshake          bool
	tickets                int
	ticketKey              [32]byte
	stats                  map[string]int64

	// What is made of the above, until it changes.
	config  *tls.Config
	pool    *x509.CertPool
	trusted []*certificate
}

func contextOf(v value) *sslContext { return (*sslContext)(v.Ptr()) }

func init() {
	object.Define(&contextType, object.Spec{
		Name: "_ssl._SSLContext", Alloc: object.Allocator[sslContext](),
		Slots:   object.Slots{New: contextNew},
		Methods: contextMethods,
		Getset:  contextAttributes,
	})
}

var contextArgs = object.ArgParser{Name: "_SSLContext", Sig: "protocol, /"}

func contextNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	var a [1]value
	if !contextArgs.Bind(th, args, kw, a[:]) {
		return value{}
	}
	protocol, ok := th.AsCInt(a[0])
	if !ok {
		return value{}
	}
	if !warnDeprecated(th, protocol) {
		return value{}
	}
	v := t.Allocate()
	c := contextOf(v)
	c.protocol, c.options, c.verifyFlags = protocol, defaultOptions, verifyTrustedFirst
	c.hostFlags, c.tickets = hostNoPartialWildcards, 2
	c.minVersion, c.maxVersion = versionTLSv12, versionMaximum
	c.keylogName, c.sni, c.message = object.None, object.None, object.None
	c.suites, c.shared = defaultSuites(), stateOf(th)
	rand.Read(c.ticketKey[:])
	switch protocol {
	case protocolClient:
		c.checkHost, c.verifyMode = true, certRequired
	case protocolServer, protocolTLS:
	case protocolTLSv1:
		c.minVersion, c.maxVersion = versionTLSv1, versionTLSv1
	case protocolTLSv11:
		c.minVersion, c.maxVersion = versionTLSv11, versionTLSv11
	case protocolTLSv12:
		c.minVersion, c.maxVersion = versionTLSv12, versionTLSv12
	default:
		return th.ValueError("invalid or unsupported protocol version %d", protocol)
	}
	return v
}

var deprecatedProtocols = map[int]string{
	protocolTLS: "ssl.PROTOCOL_TLS is deprecated", protocolTLSv1: "ssl.PROTOCOL_TLSv1 is deprecated",
	protocolTLSv11: "ssl.PROTOCOL_TLSv1_1 is deprecated", protocolTLSv12: "ssl.PROTOCOL_TLSv1_2 is deprecated",
}

func warnDeprecated(th *thread, protocol int) bool {
	if text := deprecatedProtocols[protocol]; text != "" && th.Interp.Hooks.Warn != nil {
		return th.Interp.Hooks.Warn(th, &object.DeprecationWarningType, text, 2)
	}
	return true
}

// changed forgets what was made of the settings.
func (c *sslContext) changed() { c.config, c.pool, c.trusted = nil, nil, nil }

// intAttribute makes a row for a number that a setter checks.
func intAttribute(name string, get func(c *sslContext) int, set func(th *thread, c *sslContext, n int) bool) object.Getset {
	row := object.Getset{Name: name, Get: func(th *thread, self value) value { return object.Int(int64(get(contextOf(self)))) }}
	if set != nil {
		row.Set = func(th *thread, self, x value) bool {
			if x.IsNil() {
				th.TypeError("cannot delete %s attribute", name)
				return false
			}
			n, ok := th.AsCInt(x)
			if !ok || !set(th, contextOf(self), n) {
				return false
			}
			contextOf(self).changed()
			return true
		}
	}
	return row
}

func boolAttribute(name string, at func(c *sslContext) *bool, check func(th *thread, c *sslContext, on bool) bool) object.Getset {
	return object.Getset{Name: name,
		Get: func(th *thread, self value) value { return object.Bool(*at(contextOf(self))) },
		Set: func(th *thread, self, x value) bool {
			if x.IsNil() {
				th.TypeError("cannot delete %s attribute", name)
				return false
			}
			on, ok := th.Truth(x)
			if !ok || !check(th, contextOf(self), on) {
				return false
			}
			*at(contextOf(self)) = on
			contextOf(self).changed()
			return true
		},
	}
}

var contextAttributes = []object.Getset{
	intAttribute("protocol", func(c *sslContext) int { return c.protocol }, nil),
	{Name: "options", Get: getOptions, Set: setOptions},
	intAttribute("verify_mode", func(c *sslContext) int { return c.verifyMode }, setVerifyMode),
	boolAttribute("check_hostname", func(c *sslContext) *bool { return &c.checkHost }, func(th *thread, c *sslContext, on bool) bool {
		if on && c.verifyMode == certNone {
			// Checking the name of a certificate that is not verified would mean nothing.
			c.verifyMode = certRequired
		}
		return true
	}),
	intAttribute("verify_flags", func(c *sslContext) int { return c.verifyFlags }, func(th *thread, c *sslContext, n int) bool {
		c.verifyFlags = n
		return true
	}),
	intAttribute("_host_flags", func(c *sslContext) int { return c.hostFlags }, func(th *thread, c *sslContext, n int) bool {
		c.hostFlags = n
		return true
	}),
	intAttribute("minimum_version", func(c *sslContext) int { return c.minVersion }, func(th *thread, c *sslContext, n int) bool {
		return c.setVersion(th, &c.minVersion, n, versionMinimum)
	}),
	intAttribute("maximum_version", func(c *sslContext) int { return c.maxVersion }, func(th *thread, c *sslContext, n int) bool {
		return c.setVersion(th, &c.maxVersion, n, versionMaximum)
	}),
	boolAttribute("post_handshake_auth", func(c *sslContext) *bool { return &c.postHandshake }, func(th *thread, c *sslContext, on bool) bool { return true }),
	intAttribute("security_level", func(c *sslContext) int { return 2 }, nil),
	intAttribute("num_tickets", func(c *sslContext) int { return c.tickets }, setTickets),
	{Name: "sni_callback", Get: func(th *thread, self value) value { return contextOf(self).sni }, Set: setServerNameCallback},
	{Name: "_msg_callback", Get: func(th *thread, self value) value { return contextOf(self).message }, Set: setMessageCallback},
	{Name: "keylog_filename", Get: func(th *thread, self value) value { return contextOf(self).keylogName }, Set: setKeylog},
}

func getOptions(th *thread, self value) value { return object.IntFromUint64(contextOf(self).options) }

func setOptions(th *thread, self, x value) bool {
	if x.IsNil() {
		th.TypeError("cannot delete options attribute")
		return false
	}
	n := th.Index(x)
	if n.IsNil() {
		return false
	}
	b, _ := object.BigOf(n)
	if b.Sign() < 0 {
		th.OverflowError("can't convert negative int to unsigned")
		return false
	}
	if b.Cmp(new(big.Int).SetUint64(optionsMask)) > 0 {
		th.OverflowError("Python int too large to convert to C unsigned long long")
		return false
	}
	c := contextOf(self)
	const versions = opNoSSLv3 | opNoTLSv1 | opNoTLSv11 | opNoTLSv12 | opNoTLSv13
	if b.Uint64()&^c.options&versions&^opNoSSLv3 != 0 && !deprecated(th, "ssl.OP_NO_SSL*/ssl.OP_NO_TLS* options are deprecated") {
		return false
	}
	c.options = b.Uint64()
	c.changed()
	return true
}

func deprecated(th *thread, text string) bool {
	return th.Interp.Hooks.Warn == nil || th.Interp.Hooks.Warn(th, &object.DeprecationWarningType, text, 2)
}

func setVerifyMode(th *thread, c *sslContext, n int) bool {
	switch {
	case n < certNone || n > certRequired:
		th.ValueError("invalid value for verify_mode")
		return false
	case n == certNone && c.checkHost:
		th.ValueError("Cannot set verify_mode to CERT_NONE when check_hostname is enabled.")
		return false
	}
	c.verifyMode = n
	return true
}

var deprecatedVersions = map[int]string{versionSSLv3: "ssl.TLSVersion.SSLv3 is deprecated",
	versionTLSv1: "ssl.TLSVersion.TLSv1 is deprecated", versionTLSv11: "ssl.TLSVersion.TLSv1_1 is deprecated"}

// setVersion sets a bound. An open bound on the wrong side means the last version there is on that side.
func (c *sslContext) setVersion(th *thread, at *int, n, open int) bool {
	if c.protocol != protocolTLS && c.protocol != protocolClient && c.protocol != protocolServer {
		th.ValueError("The context's protocol doesn't support modification of highest and lowest version.")
		return false
	}
	if text := deprecatedVersions[n]; text != "" && !deprecated(th, text) {
		return false
	}
	switch {
	case n == open:
	case n == versionMinimum:
		n = versionTLSv1
	case n == versionMaximum:
		n = versionTLSv13
	case n < versionSSLv3 || n > versionTLSv13:
		th.ValueError("Unsupported TLS/SSL version 0x%x", uint32(n))
		return false
	}
	*at = n
	return true
}

func setTickets(th *thread, c *sslContext, n int) bool {
	switch {
	case n < 0:
		th.ValueError("value must be non-negative")
		return false
	case c.protocol != protocolServer:
		th.ValueError("SSLContext is not a server context.")
		return false
	}
	c.tickets = n
	return true
}

func setServerNameCallback(th *thread, self, x value) bool {
	c := contextOf(self)
	if c.protocol == protocolClient {
		th.ValueError("sni_callback cannot be set on TLS_CLIENT context")
		return false
	}
	if x.IsNil() {
		x = object.None
	}
	if !x.IsNone() && !callable(x) {
		c.sni = object.None
		th.TypeError("not a callable object")
		return false
	}
	c.sni = x
	return true
}

func setMessageCallback(th *thread, self, x value) bool {
	if x.IsNil() || x.IsNone() {
		contextOf(self).message = object.None
		return true
	}
	th.Raise(&object.NotImplementedErrorType, "_msg_callback: crypto/tls does not show its handshake messages")
	return false
}

func setKeylog(th *thread, self, x value) bool {
	c := contextOf(self)
	if c.keylog != nil {
		c.keylog.Close()
		c.keylog, c.keylogName = nil, object.None
	}
	c.changed()
	if x.IsNil() || x.IsNone() {
		return true
	}
	name, ok := pathOf(th, x, "keylog_filename")
	if !ok {
		return false
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		th.RaiseErrno(object.ErrnoOf(err), x, value{})
		return false
	}
	if at, err := f.Seek(0, 2); err == nil && at == 0 {
		f.WriteString("# TLS secrets log file, generated by OpenSSL / Python\n")
	}
	c.keylog, c.keylogName = f, x
	return true
}
