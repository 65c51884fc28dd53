// The module's table and its state in one interpreter.
package sslmod

import (
	"crypto/rand"
	"crypto/x509"
	"os"
	"runtime"
	"time"

	"pyasync/object"
)

// state is what one interpreter shares: the exception classes and a place to decrypt to.
type state struct {
	classes map[string]value
	scratch []byte
	// file and system are the certificates of OpenSSL's default file and of the system's other places, once read.
	file, system         []*x509.Certificate
	fileRead, systemRead bool
	// directories are those of authorities that were read, as they were then.
	directories map[string]directory
}

type stateKey struct{}

func stateOf(th *thread) *state {
	s, _ := th.Interp.Ext(stateKey{}).(*state)
	if s == nil {
		s = &state{classes: map[string]value{}, directories: map[string]directory{}}
		th.Interp.SetExt(stateKey{}, s)
	}
	return s
}

// record returns the buffer that records are decrypted to. What is in it has to be copied before Python code runs.
func (st *state) record() []byte {
	if st.scratch == nil {
		st.scratch = make([]byte, maxRecord)
	}
	return st.scratch
}

// Init fills the module _ssl.
func Init(th *thread, m *object.Module) bool {
	st := stateOf(th)
	errs := th.Interp.Hooks.Import(th, "_ssl_errors")
	if errs.IsNil() {
		return false
	}
	for _, name := range classNames {
		class := th.GetAttrName(errs, name)
		if class.IsNil() {
			return false
		}
		st.classes[name] = class
		m.Set(name, class)
	}
	m.AddTypes(&contextType, &connectionType, &memoryBIOType, &sessionType, &certificateType)
	m.AddFuncs(functions)
	for _, c := range constants {
		m.Set(c.name, object.Int(c.value))
	}
	for _, f := range flagsOf {
		m.Set(f.name, object.Bool(f.on))
	}
	// The version says what is at work, with the number of the OpenSSL whose behaviour and texts are matched.
	m.Set("OPENSSL_VERSION", object.StrValue("Go crypto/tls ("+runtime.Version()+")"))
	m.Set("OPENSSL_VERSION_NUMBER", object.Int(0x30000000))
	version := object.TupleOf(object.Int(3), object.Int(0), object.Int(0), object.Int(0), object.Int(0))
	m.Set("OPENSSL_VERSION_INFO", version)
	m.Set("_OPENSSL_API_VERSION", version)
	m.Set("_DEFAULT_CIPHERS", object.StrValue("@SECLEVEL=2:ECDH+AESGCM:ECDH+CHACHA20:ECDH+AES:DHE+AES:!aNULL:!eNULL:!aDSS:!SHA1:!AESCCM"))
	return true
}

var functions = []object.Method{
	{Name: "RAND_status", Doc: "Whether the random generator is seeded: always.", F0: func(th *thread, m value) value { return object.True }},
	{Name: "RAND_add", Sig: "string, entropy, /", Doc: "Nothing needs to be added to the generator.", F2: randAdd},
	{Name: "RAND_bytes", Sig: "n, /", Doc: "Random bytes fit for keys.", F1: randBytes},
	{Name: "txt2obj", Sig: "txt, name=False", F: txt2obj},
	{Name: "nid2obj", Sig: "nid, /", F1: nid2obj},
	{Name: "get_default_verify_paths", F0: defaultVerifyPaths},
	{Name: "_test_decode_cert", Sig: "path, /", F1: decodeCert},
}

func randAdd(th *thread, m, data, entropy value) value {
	if !data.Is(&object.StrType) && !object.IsBytesLike(data) {
		return th.TypeError("a bytes-like object is required, not '%s'", data.Type().Name)
	}
	if _, ok := th.AsFloat64(entropy); !ok {
		return value{}
	}
	return object.None
}

func randBytes(th *thread, m, count value) value {
	n, ok := th.AsIndex(count, &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	if n < 0 {
		return th.ValueError("num must be positive")
	}
	if !th.CheckSize(n) {
		return value{}
	}
	b := make([]byte, n)
	rand.Read(b)
	return object.BytesValue(b)
}

// The places where certificates are looked for by default: OpenSSL's, and what other systems use.
var (
	defaultFiles = []string{"/usr/lib/ssl/cert.pem", "/etc/pki/tls/cert.pem", "/etc/ssl/cert.pem"}
	defaultDirs  = []string{"/usr/lib/ssl/certs", "/etc/ssl/certs", "/etc/pki/tls/certs"}
	bundles      = []string{"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/ca-bundle.pem",
		"/etc/pki/tls/cacert.pem", "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", "/etc/ssl/cert.pem"}
)

// firstExisting is the first path that exists, else the first of all.
func firstExisting(paths []string) string {
	for _, p := range paths {
		if _, err := os.Stat(p); err == nil {
			return p
		}
	}
	return paths[0]
}

func defaultVerifyPaths(th *thread, m value) value {
	return object.TupleOf(object.StrValue("SSL_CERT_FILE"), object.StrValue(firstExisting(defaultFiles)),
		object.StrValue("SSL_CERT_DIR"), object.StrValue(firstExisting(defaultDirs)))
}

func decodeCert(th *thread, m, path value) value {
	name, ok := pathOf(th, path, "path")
	if !ok {
		return value{}
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return th.RaiseErrno(object.ErrnoOf(err), value{}, value{})
	}
	certs, _, err := parseCertificates(data)
	if err != nil || len(certs) == 0 {
		return stateOf(th).raisePlain(th, "Error decoding PEM-encoded file")
	}
	return certInfo(certs[0])
}

// defaultFile are the certificates of OpenSSL's default file; none if there is no such file.
func (st *state) defaultFile() []*x509.Certificate {
	if !st.fileRead {
		st.fileRead = true
		if data, err := os.ReadFile(firstExisting(defaultFiles)); err == nil {
			st.file = lenientCertificates(data)
		}
	}
	return st.file
}

// directory is what a directory of authorities held when it was last changed.
type directory struct {
	changed time.Time
	certs   []*x509.Certificate
}

func (st *state) directory(name string) []*x509.Certificate {
	info, err := os.Stat(name)
	if err != nil {
		return nil
	}
	d, known := st.directories[name]
	if !known || !d.changed.Equal(info.ModTime()) {
		d = directory{info.ModTime(), readDirectory(name)}
		st.directories[name] = d
	}
	return d.certs
}

// systemRoots are the certificates that the system trusts, where there is no default file.
func (st *state) systemRoots() []*x509.Certificate {
	if !st.systemRead {
		st.systemRead = true
		if data, err := os.ReadFile(firstExisting(bundles)); err == nil {
			st.system = lenientCertificates(data)
		} else {
			st.system = st.directory(firstExisting(defaultDirs))
		}
	}
	return st.system
}
