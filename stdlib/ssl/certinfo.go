// Certificates as Python sees them: the dictionary of getpeercert(), and the type Certificate.
package sslmod

import (
	"crypto/x509"
	"encoding/asn1"
	"encoding/pem"
	"fmt"
	"math/big"
	"net"
	"strings"
	"time"
	"unicode/utf16"

	"pyasync/object"
)

// certInfo is the dictionary that describes a certificate.
func certInfo(c *certificate) value {
	d := object.NewDict()
	d.SetName("subject", nameTuple(c.RawSubject))
	d.SetName("issuer", nameTuple(c.RawIssuer))
	d.SetName("version", object.Int(int64(c.Version)))
	d.SetName("serialNumber", object.StrValue(serialText(c.SerialNumber)))
	d.SetName("notBefore", object.StrValue(timeText(c.NotBefore)))
	d.SetName("notAfter", object.StrValue(timeText(c.NotAfter)))
	if names := alternativeNames(c); len(names) > 0 {
		d.SetName("subjectAltName", object.NewTuple(names).V())
	}
	setTexts(d, "OCSP", c.OCSPServer)
	setTexts(d, "caIssuers", c.IssuingCertificateURL)
	setTexts(d, "crlDistributionPoints", c.CRLDistributionPoints)
	return d.V()
}

func setTexts(d *object.Dict, key string, list []string) {
	if len(list) == 0 {
		return
	}
	items := make([]value, len(list))
	for i, s := range list {
		items[i] = object.StrValue(s)
	}
	d.SetName(key, object.NewTuple(items).V())
}

func serialText(n *big.Int) string {
	sign := ""
	if n.Sign() < 0 {
		sign = "-"
	}
	b := n.Bytes()
	if len(b) == 0 {
		b = []byte{0}
	}
	return sign + fmt.Sprintf("%X", b)
}

func timeText(t time.Time) string { return t.UTC().Format("Jan _2 15:04:05 2006 GMT") }

// attribute is one part of a distinguished name.
type attribute struct {
	Type  asn1.ObjectIdentifier
	Value asn1.RawValue
}

type attributeSET []attribute

// nameTuple is a distinguished name as a tuple of relative names, each a tuple of (type, text).
func nameTuple(raw []byte) value {
	var name []attributeSET
	if _, err := asn1.Unmarshal(raw, &name); err != nil {
		return object.EmptyTuple()
	}
	rdns := make([]value, len(name))
	for i, set := range name {
		parts := make([]value, len(set))
		for j, a := range set {
			parts[j] = object.TupleOf(object.StrValue(longName(a.Type.String())), object.StrValue(asn1Text(a.Value)))
		}
		rdns[i] = object.NewTuple(parts).V()
	}
	return object.NewTuple(rdns).V()
}

// asn1Text decodes a string of any of ASN.1's types.
func asn1Text(v asn1.RawValue) string {
	switch v.Tag {
	case asn1.TagBMPString:
		units := make([]uint16, len(v.Bytes)/2)
		for i := range units {
			units[i] = uint16(v.Bytes[2*i])<<8 | uint16(v.Bytes[2*i+1])
		}
		return string(utf16.Decode(units))
	case asn1.TagT61String:
		return latin1(v.Bytes)
	}
	return strings.ToValidUTF8(string(v.Bytes), "\ufffd")
}

func latin1(b []byte) string {
	runes := make([]rune, len(b))
	for i, c := range b {
		runes[i] = rune(c)
	}
	return string(runes)
}

var oidAlternativeNames = asn1.ObjectIdentifier{2, 5, 29, 17}

// alternativeNames are the entries of the extension, in its order, as (kind, text).
func alternativeNames(c *certificate) []value {
	var items []value
	for _, e := range c.Extensions {
		if !e.Id.Equal(oidAlternativeNames) {
			continue
		}
		var seq []asn1.RawValue
		if _, err := asn1.Unmarshal(e.Value, &seq); err != nil {
			return nil
		}
		for _, v := range seq {
			if item := generalName(v); !item.IsNil() {
				items = append(items, item)
			}
		}
	}
	return items
}

// generalName is one GeneralName (RFC 5280, 4.2.1.6).
func generalName(v asn1.RawValue) value {
	pair := func(kind, text string) value { return object.TupleOf(object.StrValue(kind), object.StrValue(text)) }
	switch v.Tag {
	case 0:
		return pair("othername", "<unsupported>")
	case 1:
		return pair("email", string(v.Bytes))
	case 2:
		return pair("DNS", string(v.Bytes))
	case 4:
		return object.TupleOf(object.StrValue("DirName"), nameTuple(v.Bytes))
	case 6:
		return pair("URI", string(v.Bytes))
	case 7:
		return pair("IP Address", ipText(v.Bytes))
	case 8:
		var oid asn1.ObjectIdentifier
		if _, err := asn1.UnmarshalWithParams(v.FullBytes, &oid, "tag:8"); err != nil {
			return pair("Registered ID", "<INVALID>")
		}
		return pair("Registered ID", longName(oid.String()))
	}
	return pair("<unsupported>", "<unsupported>")
}

// ipText writes an address as OpenSSL does: IPv6 in full, without "::".
func ipText(b []byte) string {
	switch len(b) {
	case net.IPv4len:
		return net.IP(b).String()
	case net.IPv6len:
		parts := make([]string, 8)
		for i := range parts {
			parts[i] = fmt.Sprintf("%X", int(b[2*i])<<8|int(b[2*i+1]))
		}
		return strings.Join(parts, ":")
	}
	return "<invalid>"
}

// certObject is _ssl.Certificate.
type certObject struct {
	object.Header
	cert *certificate
}

var certificateType object.Type

const (
	encodingPEM = 1
	encodingDER = 2
)

func init() {
	object.Define(&certificateType, object.Spec{
		Name: "_ssl.Certificate", Flags: object.FlagNoNew, Alloc: object.Allocator[certObject](),
		Slots: object.Slots{
			Repr: func(th *thread, v value) value {
				return object.StrValue("<_ssl.Certificate '" + nameText((*certObject)(v.Ptr()).cert) + "'>")
			},
			Hash: func(th *thread, v value) (int64, bool) {
				return th.Hash(object.BytesValue((*certObject)(v.Ptr()).cert.Raw))
			},
			Compare: compareCerts,
		},
		Methods: []object.Method{
			{Name: "public_bytes", Sig: "format=1", F: publicBytes},
			{Name: "get_info", F0: func(th *thread, self value) value { return certInfo((*certObject)(self.Ptr()).cert) }},
		},
	})
}

// nameText is OpenSSL's one line for a subject, the most specific part first.
func nameText(c *certificate) string { return c.Subject.String() }

func compareCerts(th *thread, a, b value, op object.CmpOp) value {
	if !b.IsExact(&certificateType) || op != object.CmpEQ && op != object.CmpNE {
		return object.NotImplemented
	}
	same := (*certObject)(a.Ptr()).cert.Equal((*certObject)(b.Ptr()).cert)
	return object.Bool(same == (op == object.CmpEQ))
}

func publicBytes(th *thread, self value, a []value) value {
	format := encodingPEM
	if !a[0].IsNil() {
		var ok bool
		if format, ok = th.AsIndex(a[0], &object.OverflowErrorType); !ok {
			return value{}
		}
	}
	raw := (*certObject)(self.Ptr()).cert.Raw
	switch format {
	case encodingPEM:
		return object.StrValue(string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: raw})))
	case encodingDER:
		return object.BytesValue(append([]byte(nil), raw...))
	}
	return th.ValueError("Unsupported format")
}

// certList is a chain as a list of Certificates; None for nil.
func certList(chain []*certificate) value {
	if chain == nil {
		return object.None
	}
	items := make([]value, len(chain))
	for i, c := range chain {
		v := certificateType.Allocate()
		(*certObject)(v.Ptr()).cert = c
		items[i] = v
	}
	return object.NewList(items).V()
}

// parseCertificates reads all certificates, and the revocation lists, of a PEM file.
func parseCertificates(data []byte) (certs []*certificate, crls []*x509.RevocationList, err error) {
	for {
		block, rest := pem.Decode(data)
		if block == nil {
			return certs, crls, nil
		}
		data = rest
		switch block.Type {
		case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE":
			c, err := x509.ParseCertificate(block.Bytes)
			if err != nil {
				return nil, nil, err
			}
			certs = append(certs, c)
		case "X509 CRL":
			l, err := x509.ParseRevocationList(block.Bytes)
			if err != nil {
				return nil, nil, err
			}
			crls = append(crls, l)
		}
	}
}
