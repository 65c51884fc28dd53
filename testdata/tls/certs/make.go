//go:build ignore

// Makes the certificates of the TLS programs, valid from 2020 to 2120:
//
//	go run make.go && openssl pkcs8 -topk8 -in server.pem -v2 aes-256-cbc -passout pass:secret -out key.tmp &&
//	  openssl x509 -in server.pem >> key.tmp && mv key.tmp server_encrypted.pem
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"math/big"
	"net"
	"net/url"
	"os"
	"time"
)

type identity struct {
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

var (
	begin = time.Date(2020, 1, 5, 12, 0, 0, 0, time.UTC)
	end   = time.Date(2120, 1, 5, 12, 0, 0, 0, time.UTC)
)

func must[T any](x T, err error) T {
	if err != nil {
		panic(err)
	}
	return x
}

// make writes name.pem with the key (unless it is an authority's) and the certificate, signed by issuer; nil: by itself.
func create(name string, template x509.Certificate, issuer *identity) *identity {
	id := &identity{&template, must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader))}
	if template.NotBefore.IsZero() {
		template.NotBefore = begin
	}
	if template.NotAfter.IsZero() {
		template.NotAfter = end
	}
	template.BasicConstraintsValid = true
	if !template.IsCA {
		template.KeyUsage = x509.KeyUsageDigitalSignature
		template.ExtKeyUsage = []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth}
	}
	if issuer == nil {
		issuer = id
	}
	der := must(x509.CreateCertificate(rand.Reader, &template, issuer.cert, &id.key.PublicKey, issuer.key))
	id.cert = must(x509.ParseCertificate(der))
	file := must(os.Create(name + ".pem"))
	defer file.Close()
	if !template.IsCA {
		pem.Encode(file, &pem.Block{Type: "PRIVATE KEY", Bytes: must(x509.MarshalPKCS8PrivateKey(id.key))})
	}
	pem.Encode(file, &pem.Block{Type: "CERTIFICATE", Bytes: der})
	return id
}

func subject(unit, name string) pkix.Name {
	n := pkix.Name{Country: []string{"AQ"}, Organization: []string{"pyasync tests"}, CommonName: name}
	if unit != "" {
		n.OrganizationalUnit = []string{unit}
	}
	return n
}

func main() {
	ca := create("ca", x509.Certificate{SerialNumber: big.NewInt(0x2a00c0ffee), Subject: subject("", "pyasync test authority"),
		IsCA: true, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageCRLSign, SubjectKeyId: []byte("authority")}, nil)
	create("server", x509.Certificate{SerialNumber: big.NewInt(0x2a01), Subject: subject("servers", "localhost"),
		DNSNames: []string{"localhost", "*.example.test"}, EmailAddresses: []string{"test@example.test"},
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1), net.IPv6loopback}, URIs: []*url.URL{must(url.Parse("https://example.test/x"))},
		OCSPServer: []string{"http://ocsp.example.test/"}, IssuingCertificateURL: []string{"http://ca.example.test/ca.cer"},
		CRLDistributionPoints: []string{"http://ca.example.test/ca.crl"}}, ca)
	client := subject("clients", "test client")
	client.ExtraNames = []pkix.AttributeTypeAndValue{{Type: asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 1}, Value: "client@example.test"}}
	create("client", x509.Certificate{SerialNumber: big.NewInt(0x2a02), Subject: client, DNSNames: []string{"client.example.test"}}, ca)
	create("expired", x509.Certificate{SerialNumber: big.NewInt(0x2a03), Subject: subject("", "localhost"),
		DNSNames: []string{"localhost"}, NotAfter: begin.Add(24 * time.Hour)}, ca)
	create("other", x509.Certificate{SerialNumber: big.NewInt(0x2a04), Subject: subject("", "other.example.test"),
		DNSNames: []string{"other.example.test"}}, ca)
	create("selfsigned", x509.Certificate{SerialNumber: big.NewInt(0x2a05), Subject: subject("", "localhost"), DNSNames: []string{"localhost"}}, nil)
}
