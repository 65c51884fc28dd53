// Cipher suites: OpenSSL's names and descriptions for those that crypto/tls has.
package sslmod

import (
	"crypto/tls"
	"fmt"
	"strings"

	"pyasync/object"
)

// suite is a cipher suite. key, auth, enc and mac are the words of OpenSSL's descriptions.
type suite struct {
	id                  uint16
	name, version       string
	key, auth, enc, mac string
	bits                int
	symmetric, digest   string
	byDefault           bool
}

// suites are in OpenSSL's order of preference.
var suites = []suite{
	{tls.TLS_AES_256_GCM_SHA384, "TLS_AES_256_GCM_SHA384", "TLSv1.3", "any", "any", "AESGCM", "AEAD", 256, "aes-256-gcm", "", true},
	{tls.TLS_CHACHA20_POLY1305_SHA256, "TLS_CHACHA20_POLY1305_SHA256", "TLSv1.3", "any", "any", "CHACHA20/POLY1305", "AEAD", 256, "chacha20-poly1305", "", true},
	{tls.TLS_AES_128_GCM_SHA256, "TLS_AES_128_GCM_SHA256", "TLSv1.3", "any", "any", "AESGCM", "AEAD", 128, "aes-128-gcm", "", true},
	{tls.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, "ECDHE-ECDSA-AES256-GCM-SHA384", "TLSv1.2", "ECDH", "ECDSA", "AESGCM", "AEAD", 256, "aes-256-gcm", "", true},
	{tls.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384, "ECDHE-RSA-AES256-GCM-SHA384", "TLSv1.2", "ECDH", "RSA", "AESGCM", "AEAD", 256, "aes-256-gcm", "", true},
	{tls.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, "ECDHE-ECDSA-AES128-GCM-SHA256", "TLSv1.2", "ECDH", "ECDSA", "AESGCM", "AEAD", 128, "aes-128-gcm", "", true},
	{tls.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, "ECDHE-RSA-AES128-GCM-SHA256", "TLSv1.2", "ECDH", "RSA", "AESGCM", "AEAD", 128, "aes-128-gcm", "", true},
	{tls.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, "ECDHE-ECDSA-CHACHA20-POLY1305", "TLSv1.2", "ECDH", "ECDSA", "CHACHA20/POLY1305", "AEAD", 256, "chacha20-poly1305", "", true},
	{tls.TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256, "ECDHE-RSA-CHACHA20-POLY1305", "TLSv1.2", "ECDH", "RSA", "CHACHA20/POLY1305", "AEAD", 256, "chacha20-poly1305", "", true},
	{tls.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256, "ECDHE-ECDSA-AES128-SHA256", "TLSv1.2", "ECDH", "ECDSA", "AES", "SHA256", 128, "aes-128-cbc", "sha256", true},
	{tls.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256, "ECDHE-RSA-AES128-SHA256", "TLSv1.2", "ECDH", "RSA", "AES", "SHA256", 128, "aes-128-cbc", "sha256", true},
	{tls.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA, "ECDHE-ECDSA-AES256-SHA", "TLSv1.0", "ECDH", "ECDSA", "AES", "SHA1", 256, "aes-256-cbc", "sha1", false},
	{tls.TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA, "ECDHE-RSA-AES256-SHA", "TLSv1.0", "ECDH", "RSA", "AES", "SHA1", 256, "aes-256-cbc", "sha1", false},
	{tls.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA, "ECDHE-ECDSA-AES128-SHA", "TLSv1.0", "ECDH", "ECDSA", "AES", "SHA1", 128, "aes-128-cbc", "sha1", false},
	{tls.TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, "ECDHE-RSA-AES128-SHA", "TLSv1.0", "ECDH", "RSA", "AES", "SHA1", 128, "aes-128-cbc", "sha1", false},
	{tls.TLS_RSA_WITH_AES_256_GCM_SHA384, "AES256-GCM-SHA384", "TLSv1.2", "RSA", "RSA", "AESGCM", "AEAD", 256, "aes-256-gcm", "", false},
	{tls.TLS_RSA_WITH_AES_128_GCM_SHA256, "AES128-GCM-SHA256", "TLSv1.2", "RSA", "RSA", "AESGCM", "AEAD", 128, "aes-128-gcm", "", false},
	{tls.TLS_RSA_WITH_AES_128_CBC_SHA256, "AES128-SHA256", "TLSv1.2", "RSA", "RSA", "AES", "SHA256", 128, "aes-128-cbc", "sha256", false},
	{tls.TLS_RSA_WITH_AES_256_CBC_SHA, "AES256-SHA", "SSLv3", "RSA", "RSA", "AES", "SHA1", 256, "aes-256-cbc", "sha1", false},
	{tls.TLS_RSA_WITH_AES_128_CBC_SHA, "AES128-SHA", "SSLv3", "RSA", "RSA", "AES", "SHA1", 128, "aes-128-cbc", "sha1", false},
}

func suiteByID(id uint16) *suite {
	for i := range suites {
		if suites[i].id == id {
			return &suites[i]
		}
	}
	return nil
}

func (s *suite) forTLS13() bool { return s.version == "TLSv1.3" }

// triple is what cipher() returns.
func (s *suite) triple() value {
	return object.TupleOf(object.StrValue(s.name), object.StrValue(s.version), object.Int(int64(s.bits)))
}

// describe is an entry of get_ciphers().
func (s *suite) describe() value {
	enc := fmt.Sprintf("%s(%d)", s.enc, s.bits)
	d := object.NewDict()
	set := func(name string, v value) { d.SetName(name, v) }
	ids := 0x03000000 | int64(s.id)
	kea, auth := "kx-"+strings.ToLower(s.key), "auth-"+strings.ToLower(s.auth)
	if s.key == "ECDH" {
		kea = "kx-ecdhe"
	}
	set("id", object.Int(ids))
	set("name", object.StrValue(s.name))
	set("protocol", object.StrValue(s.version))
	set("description", object.StrValue(fmt.Sprintf("%-30s %-7s Kx=%-8s Au=%-5s Enc=%-22s Mac=%s", s.name, s.version, s.key, s.auth, enc, s.mac)))
	set("strength_bits", object.Int(int64(s.bits)))
	set("alg_bits", object.Int(int64(s.bits)))
	set("aead", object.Bool(s.mac == "AEAD"))
	set("symmetric", object.StrValue(s.symmetric))
	set("digest", textOrNone(s.digest))
	set("kea", object.StrValue(kea))
	set("auth", object.StrValue(auth))
	return d.V()
}

// matches reports whether a word of OpenSSL's cipher strings stands for the suite.
func (s *suite) matches(word string) bool {
	switch word {
	case "ALL", "DEFAULT", "COMPLEMENTOFDEFAULT":
		return word != "COMPLEMENTOFDEFAULT" && (word == "ALL" || s.byDefault) || word == "COMPLEMENTOFDEFAULT" && !s.byDefault
	case "HIGH":
		return true
	case "ECDH", "ECDHE", "EECDH", "kECDHE", "kEECDH":
		return s.key == "ECDH"
	case "RSA", "kRSA":
		return s.key == "RSA" || word == "RSA" && s.auth == "RSA"
	case "aRSA":
		return s.auth == "RSA"
	case "ECDSA", "aECDSA":
		return s.auth == "ECDSA"
	case "AES":
		return strings.HasPrefix(s.enc, "AES")
	case "AES128", "AES256":
		return strings.HasPrefix(s.enc, "AES") && word == fmt.Sprintf("AES%d", s.bits)
	case "AESGCM", "CHACHA20":
		return strings.HasPrefix(s.enc, word)
	case "SHA", "SHA1", "SHA256", "SHA384":
		return s.mac == word || word == "SHA" && s.mac == "SHA1"
	case "TLSv1.2", "TLSv1.0", "SSLv3":
		return s.version == word
	}
	return s.name == word
}

// selectSuites reads a cipher string (openssl-ciphers(1)): words joined by "+", separated by ":", with "!" and "-" to
// take away and "+" to move to the end. TLS 1.3's suites are not up to it.
func selectSuites(text string) []uint16 {
	var chosen []*suite
	banned := map[*suite]bool{}
	for _, item := range strings.FieldsFunc(text, func(r rune) bool { return r == ':' || r == ',' || r == ' ' }) {
		if item[0] == '@' {
			continue
		}
		op := item[0]
		words := strings.Split(strings.TrimLeft(item, "!-+"), "+")
		for i := range suites {
			s := &suites[i]
			if s.forTLS13() || !matchesAll(s, words) {
				continue
			}
			at := indexOf(chosen, s)
			if op == '!' || op == '-' || op == '+' {
				if at >= 0 {
					chosen = append(chosen[:at], chosen[at+1:]...)
				}
				banned[s] = banned[s] || op == '!'
				if op == '+' && at >= 0 {
					chosen = append(chosen, s)
				}
			} else if at < 0 && !banned[s] {
				chosen = append(chosen, s)
			}
		}
	}
	var ids []uint16
	for _, s := range chosen {
		ids = append(ids, s.id)
	}
	return ids
}

func matchesAll(s *suite, words []string) bool {
	for _, w := range words {
		if !s.matches(w) {
			return false
		}
	}
	return true
}

func indexOf(list []*suite, s *suite) int {
	for i, x := range list {
		if x == s {
			return i
		}
	}
	return -1
}

// defaultSuites are those before TLS 1.3 that a context begins with.
func defaultSuites() []uint16 {
	var ids []uint16
	for i := range suites {
		if s := &suites[i]; s.byDefault && !s.forTLS13() {
			ids = append(ids, s.id)
		}
	}
	return ids
}
