// The alert with which a TLS 1.3 client refuses a certificate. crypto/tls always says bad_certificate; OpenSSL, and with
// it every server's log, tells an unknown authority from an expired certificate. Before TLS 1.3 the alert travels in the
// clear and wire changes its number; here the record has to be made anew.
package sslmod

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/tls"
	"encoding/hex"
	"hash"

	"golang.org/x/crypto/chacha20poly1305"
)

// secretSink is the KeyLogWriter of a client: it keeps the secret of its half of the handshake, while that lasts, and
// passes everything on to the program's key log, if there is one.
type secretSink struct {
	secret  []byte
	forward interface{ Write([]byte) (int, error) }
}

var clientSecretLabel = []byte("CLIENT_HANDSHAKE_TRAFFIC_SECRET ")

func (s *secretSink) Write(line []byte) (int, error) {
	if bytes.HasPrefix(line, clientSecretLabel) {
		fields := bytes.Fields(line)
		s.secret = make([]byte, hex.DecodedLen(len(fields[2])))
		hex.Decode(s.secret, fields[2])
	}
	if s.forward != nil {
		return s.forward.Write(line)
	}
	return len(line), nil
}

const (
	recordData    = 23
	alertFatal    = 2
	aeadOverhead  = 16
	refusalLength = recordHeader + 2 + 1 + aeadOverhead
)

// refusalRecord is the encrypted record of a fatal alert, the first that a client sends under its handshake secret;
// nil when the suite is not known.
func refusalRecord(suite uint16, secret []byte, alert byte) []byte {
	newHash, keyLength := sha256.New, 16
	switch suite {
	case tls.TLS_AES_256_GCM_SHA384:
		newHash, keyLength = sha512.New384, 32
	case tls.TLS_CHACHA20_POLY1305_SHA256:
		keyLength = chacha20poly1305.KeySize
	case tls.TLS_AES_128_GCM_SHA256:
	default:
		return nil
	}
	key := expandLabel(newHash, secret, "key", keyLength)
	nonce := expandLabel(newHash, secret, "iv", 12) // XORed with the sequence number, which is 0
	aead, err := newAEAD(suite, key)
	if err != nil {
		return nil
	}
	header := []byte{recordData, 3, 3, 0, refusalLength - recordHeader}
	return aead.Seal(header, nonce, []byte{alertFatal, alert, recordAlert}, header)
}

func newAEAD(suite uint16, key []byte) (cipher.AEAD, error) {
	if suite == tls.TLS_CHACHA20_POLY1305_SHA256 {
		return chacha20poly1305.New(key)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

// expandLabel is HKDF-Expand-Label (RFC 8446, 7.1) with an empty context.
func expandLabel(newHash func() hash.Hash, secret []byte, label string, length int) []byte {
	label = "tls13 " + label
	info := append([]byte{byte(length >> 8), byte(length), byte(len(label))}, label...)
	out, err := hkdf.Expand(newHash, secret, string(append(info, 0)), length)
	if err != nil {
		return make([]byte, length)
	}
	return out
}
