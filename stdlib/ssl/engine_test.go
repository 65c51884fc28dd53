// The state machine without Python: handshakes fed by the byte, and what they leave behind.
package sslmod

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"math/big"
	"runtime"
	"strings"
	"testing"
	"time"

	"pyasync/object"
)

// testIdentity is a certificate that signed itself.
func testIdentity(t *testing.T, name string) (*certificate, *ecdsa.PrivateKey) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(7), Subject: pkix.Name{CommonName: name}, DNSNames: []string{name},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	return cert, key
}

// ends are two engines joined by queues.
type ends struct {
	client, server *engine
	up, down       *buffer
}

func newEnds(t *testing.T, name string, trusted bool, highest int) *ends {
	cert, key := testIdentity(t, "localhost")
	serverContext := &sslContext{protocol: protocolServer, minVersion: versionTLSv12, maxVersion: highest, suites: defaultSuites(), tickets: 2}
	serverContext.addIdentity([]*certificate{cert}, key)
	clientContext := &sslContext{protocol: protocolClient, minVersion: versionTLSv12, maxVersion: highest, suites: defaultSuites(),
		verifyMode: certRequired, checkHost: true}
	if trusted {
		clientContext.roots = []*certificate{cert}
	}
	p := &ends{up: &buffer{}, down: &buffer{}}
	p.client = newEngine(clientContext, false, name, p.down, p.up)
	p.server = newEngine(serverContext, true, "", p.up, p.down)
	return p
}

// shake runs both handshakes to their end and returns how they ended.
func (p *ends) shake() (client, server error) {
	client, server = errWantRead, errWantRead
	for range 10 {
		if client == errWantRead {
			client = p.client.handshake()
		}
		if server == errWantRead {
			server = p.server.handshake()
		}
	}
	return client, server
}

func goroutines() int {
	for range 20 {
		runtime.Gosched()
	}
	return runtime.NumGoroutine()
}

func TestConversation(t *testing.T) {
	before := goroutines()
	for _, version := range []int{versionTLSv12, versionTLSv13} {
		p := newEnds(t, "localhost", true, version)
		if c, s := p.shake(); c != nil || s != nil {
			t.Fatalf("%x: handshake: %v, %v", version, c, s)
		}
		message := bytes.Repeat([]byte("all work and no play "), 5000)
		if n, err := p.client.write(message); n != len(message) || err != nil {
			t.Fatalf("write: %d, %v", n, err)
		}
		got, err := p.server.readAll()
		if !bytes.Equal(got, message) || err != errWantRead {
			t.Fatalf("read %d bytes, %v", len(got), err)
		}
		if err := p.client.shutdown(make([]byte, maxRecord)); err != errWantRead {
			t.Fatalf("shutdown: %v", err)
		}
		// What follows the close_notify belongs to the program.
		p.up.write([]byte("plain"))
		if got, err := p.server.readAll(); len(got) != 0 || err != errClosed {
			t.Fatalf("at the end: %q, %v", got, err)
		}
		if rest := string(p.up.next(100)); rest != "plain" {
			t.Errorf("after the end %q is left", rest)
		}
		if err := p.server.shutdown(nil); err != nil {
			t.Errorf("server's shutdown: %v", err)
		}
		if err := p.client.shutdown(make([]byte, maxRecord)); err != nil {
			t.Errorf("client's shutdown: %v", err)
		}
	}
	if after := goroutines(); after > before {
		t.Errorf("%d goroutines before, %d after", before, after)
	}
}

// TestByteByByte feeds everything in single bytes: neither the handshake nor a record may depend on how it arrives.
func TestByteByByte(t *testing.T) {
	p := newEnds(t, "localhost", true, versionMaximum)
	toServer, toClient := &buffer{}, &buffer{}
	p.server.wire.in, p.client.wire.in = toServer, toClient
	trickle := func(from, to *buffer, step func() error) error {
		err := errWantRead
		for from.len() > 0 {
			to.write(from.next(1))
			if err = step(); err != errWantRead {
				to.write(from.takeAll())
				return err
			}
		}
		return err
	}
	if err := p.client.handshake(); err != errWantRead {
		t.Fatal(err)
	}
	trickle(p.up, toServer, p.server.handshake)
	if err := trickle(p.down, toClient, p.client.handshake); err != nil {
		t.Fatal("client:", err)
	}
	if err := trickle(p.up, toServer, p.server.handshake); err != nil {
		t.Fatal("server:", err)
	}
	p.server.write([]byte("hello"))
	var got []byte
	trickle(p.down, toClient, func() error {
		data, err := p.client.readAll()
		got = append(got, data...)
		return err
	})
	if data, _ := p.client.readAll(); string(got)+string(data) != "hello" {
		t.Errorf("read %q", got)
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct {
		name    string
		trusted bool
		code    int
	}{{"localhost", false, 18}, {"elsewhere.test", true, 62}, {"127.0.0.1", true, 64}} {
		for _, version := range []int{versionTLSv12, versionTLSv13} {
			checkRefusal(t, newEnds(t, c.name, c.trusted, version), c.name, c.code)
		}
	}
}

func checkRefusal(t *testing.T, p *ends, name string, code int) {
	client, server := p.shake()
	if v := p.client.refusal(client); v == nil || v.code != code {
		t.Errorf("%s: client ended with %v, expected code %d", name, client, code)
	}
	want := "SSLV3_ALERT_BAD_CERTIFICATE"
	if code == 18 {
		want = "TLSV1_ALERT_UNKNOWN_CA"
	}
	if server == nil || explain(server, p.server.wire.first).reason != want {
		t.Errorf("%s: server ended with %v", name, server)
	}
	if err := p.client.handshake(); err != errFailed {
		t.Errorf("%s: a failed handshake goes on: %v", name, err)
	}
}

func TestAbandonedHandshakes(t *testing.T) {
	before := goroutines()
	p := newEnds(t, "localhost", true, versionMaximum)
	p.client.handshake()
	p.server.handshake()
	p.client.close()
	p.server.close()
	p.server.close()
	sent := p.up.len()
	if after := goroutines(); after > before {
		t.Errorf("close: %d goroutines before, %d after", before, after)
	}
	if err := p.client.handshake(); err != errFailed || p.up.len() != sent {
		t.Errorf("an abandoned handshake goes on: %v", err)
	}

	for range 20 {
		drop(t)
	}
	deadline := time.Now().Add(10 * time.Second)
	for goroutines() > before && time.Now().Before(deadline) {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	if after := goroutines(); after > before {
		t.Errorf("dropped: %d goroutines before, %d after", before, after)
	}
}

// drop starts a handshake on a connection that nobody keeps.
func drop(t *testing.T) {
	context := contextType.Allocate()
	c := contextOf(context)
	*c = sslContext{Header: c.Header, protocol: protocolClient, minVersion: versionTLSv12, maxVersion: versionMaximum, sni: object.None}
	x := connectionOf(connectionType.Allocate())
	x.context, x.host = context, object.StrValue("localhost")
	x.start(&buffer{}, &buffer{})
	if err := x.e.handshake(); err != errWantRead {
		t.Fatal(err)
	}
}

func TestCipherStrings(t *testing.T) {
	for text, want := range map[string]string{
		"ECDHE-RSA-AES128-GCM-SHA256":         "ECDHE-RSA-AES128-GCM-SHA256",
		"ECDHE+AESGCM:!AES256:!ECDSA":         "ECDHE-RSA-AES128-GCM-SHA256",
		"AES256-SHA:AES128-SHA":               "AES256-SHA AES128-SHA",
		"RSA+AESGCM:-AES256":                  "AES128-GCM-SHA256 ECDHE-RSA-AES128-GCM-SHA256",
		"nonsense":                            "",
		"@SECLEVEL=2:ECDHE-RSA-AES128-SHA256": "ECDHE-RSA-AES128-SHA256",
	} {
		var names []string
		for _, id := range selectSuites(text) {
			names = append(names, suiteByID(id).name)
		}
		for _, n := range strings.Fields(want) {
			if !strings.Contains(" "+strings.Join(names, " ")+" ", " "+n+" ") {
				t.Errorf("%s: %v lacks %s", text, names, n)
			}
		}
		if len(names) != len(strings.Fields(want)) {
			t.Errorf("%s: %v, expected %s", text, names, want)
		}
	}
	for i := range suites {
		if tls.CipherSuiteName(suites[i].id)[:4] != "TLS_" {
			t.Errorf("crypto/tls does not have %s", suites[i].name)
		}
	}
}
