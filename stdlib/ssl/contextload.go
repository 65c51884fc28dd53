// What a context loads: certificates and keys, authorities, cipher and protocol lists.
package sslmod

import (
	"bytes"
	"crypto"
	"crypto/tls"
	"crypto/x509"
	"encoding/asn1"
	"encoding/pem"
	"os"
	"path/filepath"
	"strings"

	"pyasync/object"
)

var contextMethods = []object.Method{
	{Name: "load_cert_chain", Sig: "certfile, keyfile=None, password=None", F: loadCertChain},
	{Name: "load_verify_locations", Sig: "cafile=None, capath=None, cadata=None", F: loadVerifyLocations},
	{Name: "load_dh_params", Sig: "path, /", F1: loadDHParams},
	{Name: "set_default_verify_paths", F0: setDefaultPaths},
	{Name: "set_ciphers", Sig: "cipherlist, /", F1: setCiphers},
	{Name: "get_ciphers", F0: getCiphers},
	{Name: "set_ecdh_curve", Sig: "name, /", F1: setCurve},
	{Name: "_set_alpn_protocols", Sig: "protos, /", F1: setALPN},
	{Name: "cert_store_stats", F0: certStoreStats},
	{Name: "get_ca_certs", Sig: "binary_form=False", F: getCACerts},
	{Name: "session_stats", F0: sessionStats},
	{Name: "set_psk_client_callback", Sig: "callback", F1: noPSK},
	{Name: "set_psk_server_callback", Sig: "callback, identity_hint=None", F: func(th *thread, self value, a []value) value { return noPSK(th, self, a[0]) }},
	{Name: "_wrap_bio", Sig: "incoming, outgoing, server_side, server_hostname=None, *, owner=None, session=None", F: wrapBIO},
	{Name: "_wrap_socket", Sig: "sock, server_side, server_hostname=None, *, owner=None, session=None", F: wrapSocket},
}

func noPSK(th *thread, self, callback value) value {
	return th.Raise(&object.NotImplementedErrorType, "PSK callbacks: crypto/tls has no pre-shared keys of the program's own")
}

// pathOf is a file name argument; what is the parameter's name in the error.
func pathOf(th *thread, v value, what string) (string, bool) {
	if !v.Is(&object.StrType) && !v.Is(&object.BytesType) {
		p, ok := th.CallSpecial(v, strFSPath)
		if !ok || p.IsNil() {
			if ok && !th.Catch(&object.TypeErrorType) {
				return "", false
			}
			th.TypeError("%s should be a valid filesystem path", what)
			return "", false
		}
		v = p
	}
	if s, ok := object.GoString(v); ok {
		return object.FSEncode(s), true
	}
	b, ok := object.AsBytes(v)
	if !ok {
		th.TypeError("%s should be a valid filesystem path", what)
		return "", false
	}
	return string(b.B), true
}

var strFSPath = object.NewStr("__fspath__")

// maxPassword is the longest password that OpenSSL takes.
const maxPassword = 1023

// password returns a function that gives the password argument's bytes; it is called at most once, when a key needs it.
func password(th *thread, v value) (func() ([]byte, bool), bool) {
	if v.IsNil() || v.IsNone() {
		return func() ([]byte, bool) { return nil, false }, true
	}
	if !callable(v) {
		b, ok := passwordBytes(th, v, "password should be a string or callable")
		return func() ([]byte, bool) { return b, true }, ok
	}
	return func() ([]byte, bool) {
		r := th.CallArgs(v)
		if r.IsNil() {
			return nil, false
		}
		return passwordBytes(th, r, "password callback must return a string")
	}, true
}

func passwordBytes(th *thread, v value, wrong string) ([]byte, bool) {
	var b []byte
	if s, ok := object.GoString(v); ok {
		b = []byte(s)
	} else if x, ok := object.AsBytes(v); ok {
		b = x.B
	} else if x, ok := object.AsByteArray(v); ok {
		b = bytes.Clone(x.B)
	} else {
		th.TypeError("%s", wrong)
		return nil, false
	}
	if len(b) > maxPassword {
		th.ValueError("password cannot be longer than %d bytes", maxPassword)
		return nil, false
	}
	return b, true
}

func loadCertChain(th *thread, self value, a []value) value {
	certName, ok := pathOf(th, a[0], "certfile")
	if !ok {
		return value{}
	}
	keyName := certName
	if !a[1].IsNil() && !a[1].IsNone() {
		if keyName, ok = pathOf(th, a[1], "keyfile"); !ok {
			return value{}
		}
	}
	secret, ok := password(th, a[2])
	if !ok {
		return value{}
	}
	st := stateOf(th)
	certData, err := os.ReadFile(certName)
	if err != nil {
		return th.RaiseErrno(object.ErrnoOf(err), value{}, value{})
	}
	certs, _, err := parseCertificates(certData)
	if err != nil || len(certs) == 0 {
		return st.raiseError(th, "SSLError", errPEM, lineCertificate, failure{library: "SSL", text: "PEM lib"}, nil)
	}
	keyData, err := os.ReadFile(keyName)
	if err != nil {
		return th.RaiseErrno(object.ErrnoOf(err), value{}, value{})
	}
	th.Exc = value{}
	key, err := parseKey(keyData, secret)
	if err != nil {
		if err == errBadPassword && th.Exc.H != nil {
			return value{} // the callback's own exception
		}
		return st.raiseError(th, "SSLError", errPEM, lineKey, failure{library: "SSL", text: "PEM lib"}, nil)
	}
	if !sameKey(certs[0].PublicKey, key) {
		return st.raiseError(th, "SSLError", 116, lineKey, failure{"X509", "KEY_VALUES_MISMATCH", "key values mismatch"}, nil)
	}
	contextOf(self).addIdentity(certs, key)
	return object.None
}

func sameKey(public any, key crypto.Signer) bool {
	p, ok := public.(interface{ Equal(crypto.PublicKey) bool })
	return ok && p.Equal(key.Public())
}

// addIdentity adds a certificate with its chain, in place of one for the same kind of key.
func (c *sslContext) addIdentity(certs []*certificate, key crypto.Signer) {
	identity := tls.Certificate{PrivateKey: key, Leaf: certs[0]}
	for _, x := range certs {
		identity.Certificate = append(identity.Certificate, x.Raw)
	}
	c.changed()
	for i := range c.certs {
		if c.certs[i].Leaf.PublicKeyAlgorithm == certs[0].PublicKeyAlgorithm {
			c.certs[i] = identity
			return
		}
	}
	c.certs = append(c.certs, identity)
}

func loadVerifyLocations(th *thread, self value, a []value) value {
	given := func(v value) bool { return !v.IsNil() && !v.IsNone() }
	if !given(a[0]) && !given(a[1]) && !given(a[2]) {
		return th.TypeError("cafile, capath and cadata cannot be all omitted")
	}
	var file, dir string
	ok := true
	if given(a[0]) {
		if file, ok = pathOf(th, a[0], "cafile"); !ok {
			return value{}
		}
	}
	if given(a[1]) {
		if dir, ok = pathOf(th, a[1], "capath"); !ok {
			return value{}
		}
	}
	c := contextOf(self)
	if given(a[2]) && !c.loadData(th, a[2]) {
		return value{}
	}
	if given(a[0]) && !c.loadFile(th, file) {
		return value{}
	}
	if given(a[1]) {
		c.directories = append(c.directories, dir)
	}
	c.changed()
	return object.None
}

func (c *sslContext) loadFile(th *thread, name string) bool {
	data, err := os.ReadFile(name)
	if err != nil {
		th.RaiseErrno(object.ErrnoOf(err), value{}, value{})
		return false
	}
	certs, crls, err := parseCertificates(data)
	st := stateOf(th)
	switch {
	case err != nil || len(certs)+len(crls) == 0 && bytes.Contains(data, []byte("-----BEGIN CERTIFICATE")):
		st.raiseError(th, "SSLError", errPEM, lineLocations, failure{library: "X509", text: "PEM lib"}, nil)
		return false
	case len(certs)+len(crls) == 0:
		st.raiseError(th, "SSLError", 136, lineLocations, failure{"X509", "NO_CERTIFICATE_OR_CRL_FOUND", "no certificate or crl found"}, nil)
		return false
	}
	c.addRoots(certs)
	c.crls = append(c.crls, crls...)
	return true
}

// setDefaultPaths trusts what the system trusts: the certificates of OpenSSL's default file show in the context, those of
// directories and of other systems' bundles are read when a certificate has to be checked.
func setDefaultPaths(th *thread, self value) value {
	c, st := contextOf(self), stateOf(th)
	if certs := st.defaultFile(); len(certs) > 0 {
		c.addRoots(certs)
	} else {
		c.system = true
	}
	c.changed()
	return object.None
}

// addRoots adds authorities that are not there yet.
func (c *sslContext) addRoots(certs []*certificate) {
	for _, x := range certs {
		known := false
		for _, r := range c.roots {
			known = known || r.Equal(x)
		}
		if !known {
			c.roots = append(c.roots, x)
		}
	}
}

// loadData adds the authorities in a PEM text, or in a row of DER bytes.
func (c *sslContext) loadData(th *thread, v value) bool {
	const wrong = "cadata should be an ASCII string or a bytes-like object"
	var data []byte
	isText := false
	if s, ok := object.AsStr(v); ok {
		if !s.IsASCII() {
			th.TypeError(wrong)
			return false
		}
		data, isText = []byte(s.Go()), true
	} else if object.IsBytesLike(v) {
		if data, ok = object.BytesLike(th, v); !ok {
			return false
		}
	} else {
		th.TypeError(wrong)
		return false
	}
	if len(data) == 0 {
		th.ValueError("Empty certificate data")
		return false
	}
	certs, problem := dataCertificates(data, isText)
	if problem != "" {
		stateOf(th).raiseError(th, "SSLError", 0, lineData, failure{text: problem}, nil)
		return false
	}
	c.addRoots(certs)
	return true
}

func dataCertificates(data []byte, isText bool) (certs []*certificate, problem string) {
	if isText {
		certs, _, err := parseCertificates(data)
		if err == nil && len(certs) == 0 {
			return nil, "no start line: cadata does not contain a certificate"
		}
		if err != nil {
			return nil, "bad certificate in cadata: " + err.Error()
		}
		return certs, ""
	}
	for len(data) > 0 {
		var raw asn1.RawValue
		rest, err := asn1.Unmarshal(data, &raw)
		if err == nil {
			var x *certificate
			if x, err = x509.ParseCertificate(raw.FullBytes); err == nil {
				certs = append(certs, x)
			}
		}
		if err != nil {
			if len(certs) > 0 {
				return nil, "bad certificate in cadata: " + err.Error()
			}
			return nil, "not enough data: cadata does not contain a certificate"
		}
		data = rest
	}
	return certs, ""
}

// hashedName reports whether a file is called as the files of a directory of authorities are: the hash of the subject in
// eight hexadecimal digits, a dot, a number.
func hashedName(name string) bool {
	hash, number, found := strings.Cut(name, ".")
	if !found || len(hash) != 8 || number == "" {
		return false
	}
	return strings.Trim(hash, "0123456789abcdef") == "" && strings.Trim(number, "0123456789") == ""
}

// readDirectory reads the authorities of a directory; files that are none are passed over, as OpenSSL does.
func readDirectory(dir string) []*certificate {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var certs []*certificate
	for _, e := range entries {
		if !hashedName(e.Name()) {
			continue
		}
		if data, err := os.ReadFile(filepath.Join(dir, e.Name())); err == nil {
			certs = append(certs, lenientCertificates(data)...)
		}
	}
	return certs
}

// lenientCertificates are the certificates of a PEM file that can be read.
func lenientCertificates(data []byte) (certs []*certificate) {
	for {
		block, rest := pem.Decode(data)
		if block == nil {
			return certs
		}
		data = rest
		if x, err := x509.ParseCertificate(block.Bytes); err == nil {
			certs = append(certs, x)
		}
	}
}

func loadDHParams(th *thread, self, path value) value {
	name, ok := pathOf(th, path, "path")
	if !ok {
		return value{}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return th.RaiseErrno(object.ErrnoOf(err), path, value{})
	}
	if block, _ := pem.Decode(data); block == nil || block.Type != "DH PARAMETERS" {
		return stateOf(th).raiseError(th, "SSLError", 0x4800006c, 4265, failure{"PEM", "NO_START_LINE", "no start line"}, nil)
	}
	// crypto/tls has no finite-field key exchange, so the parameters have nothing to do.
	return object.None
}

func setCiphers(th *thread, self, list value) value {
	text, ok := object.GoString(list)
	if !ok {
		return th.TypeError("set_ciphers() argument must be str, not %s", list.Type().Name)
	}
	ids := selectSuites(text)
	if len(ids) == 0 {
		return stateOf(th).raisePlain(th, "No cipher can be selected.")
	}
	contextOf(self).suites = ids
	contextOf(self).changed()
	return object.None
}

func getCiphers(th *thread, self value) value {
	var items []value
	for i := range suites {
		if suites[i].forTLS13() {
			items = append(items, suites[i].describe())
		}
	}
	for _, id := range contextOf(self).suites {
		items = append(items, suiteByID(id).describe())
	}
	return object.NewList(items).V()
}

var curveNames = map[string]tls.CurveID{"prime256v1": tls.CurveP256, "secp256r1": tls.CurveP256, "P-256": tls.CurveP256,
	"secp384r1": tls.CurveP384, "P-384": tls.CurveP384, "secp521r1": tls.CurveP521, "P-521": tls.CurveP521, "X25519": tls.X25519}

func setCurve(th *thread, self, name value) value {
	text, ok := object.GoString(name)
	if b, isBytes := object.AsBytes(name); isBytes {
		text, ok = string(b.B), true
	}
	if !ok {
		return th.TypeError("expected str, bytes or os.PathLike object, not %s", name.Type().Name)
	}
	id := curveNames[text]
	if id == 0 {
		return th.ValueError("unknown elliptic curve name '%s'", text)
	}
	contextOf(self).curves = []tls.CurveID{id}
	contextOf(self).changed()
	return object.None
}

// setALPN takes the protocol names in the wire's format, each after its length.
func setALPN(th *thread, self, protos value) value {
	b, ok := object.BytesLike(th, protos)
	if !ok {
		return value{}
	}
	c := contextOf(self)
	c.alpn = nil
	for len(b) > 0 {
		n := int(b[0])
		if n > len(b)-1 {
			break
		}
		c.alpn = append(c.alpn, string(b[1:1+n]))
		b = b[1+n:]
	}
	c.changed()
	return object.None
}

func certStoreStats(th *thread, self value) value {
	c := contextOf(self)
	authorities := 0
	for _, x := range c.roots {
		if x.IsCA || x.Version < 3 {
			authorities++
		}
	}
	d := object.NewDict()
	d.SetName("x509", object.Int(int64(len(c.roots))))
	d.SetName("crl", object.Int(int64(len(c.crls))))
	d.SetName("x509_ca", object.Int(int64(authorities)))
	return d.V()
}

func getCACerts(th *thread, self value, a []value) value {
	binary := false
	if !a[0].IsNil() {
		var ok bool
		if binary, ok = th.Truth(a[0]); !ok {
			return value{}
		}
	}
	var items []value
	for _, x := range contextOf(self).roots {
		switch {
		case !x.IsCA && x.Version == 3:
		case binary:
			items = append(items, object.BytesValue(append([]byte(nil), x.Raw...)))
		default:
			items = append(items, certInfo(x))
		}
	}
	return object.NewList(items).V()
}

var statNames = [...]string{"number", "connect", "connect_good", "connect_renegotiate", "accept", "accept_good",
	"accept_renegotiate", "hits", "misses", "timeouts", "cache_full"}

func sessionStats(th *thread, self value) value {
	d := object.NewDict()
	for _, n := range statNames {
		d.SetName(n, object.Int(contextOf(self).stats[n]))
	}
	return d.V()
}

// count adds one to a number of session_stats().
func (c *sslContext) count(name string) {
	if c.stats == nil {
		c.stats = map[string]int64{}
	}
	c.stats[name]++
}
