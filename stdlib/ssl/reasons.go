// What OpenSSL calls the failures of crypto/tls.
package sslmod

import (
	"crypto/tls"
	"errors"
	"net"
	"reflect"
	"strings"
)

// failure is an error in OpenSSL's terms. An empty reason leaves the text alone.
type failure struct {
	library, reason, text string
}

// sslReason makes the failure of a reason code of OpenSSL's SSL library, whose text is the code's words.
func sslReason(reason string) failure {
	return failure{"SSL", reason, strings.ToLower(strings.ReplaceAll(reason, "_", " "))}
}

// remoteReasons are the reasons by the description of the alert that the peer sent.
var remoteReasons = map[int]string{
	10: "SSLV3_ALERT_UNEXPECTED_MESSAGE", 20: "SSLV3_ALERT_BAD_RECORD_MAC", 21: "TLSV1_ALERT_DECRYPTION_FAILED",
	22: "TLSV1_ALERT_RECORD_OVERFLOW", 30: "SSLV3_ALERT_DECOMPRESSION_FAILURE", 40: "SSLV3_ALERT_HANDSHAKE_FAILURE",
	41: "SSLV3_ALERT_NO_CERTIFICATE", 42: "SSLV3_ALERT_BAD_CERTIFICATE", 43: "SSLV3_ALERT_UNSUPPORTED_CERTIFICATE",
	44: "SSLV3_ALERT_CERTIFICATE_REVOKED", 45: "SSLV3_ALERT_CERTIFICATE_EXPIRED", 46: "SSLV3_ALERT_CERTIFICATE_UNKNOWN",
	47: "SSLV3_ALERT_ILLEGAL_PARAMETER", 48: "TLSV1_ALERT_UNKNOWN_CA", 49: "TLSV1_ALERT_ACCESS_DENIED",
	50: "TLSV1_ALERT_DECODE_ERROR", 51: "TLSV1_ALERT_DECRYPT_ERROR", 60: "TLSV1_ALERT_EXPORT_RESTRICTION",
	70: "TLSV1_ALERT_PROTOCOL_VERSION", 71: "TLSV1_ALERT_INSUFFICIENT_SECURITY", 80: "TLSV1_ALERT_INTERNAL_ERROR",
	86: "TLSV1_ALERT_INAPPROPRIATE_FALLBACK", 90: "TLSV1_ALERT_USER_CANCELLED", 100: "TLSV1_ALERT_NO_RENEGOTIATION",
	109: "TLSV13_ALERT_MISSING_EXTENSION", 110: "TLSV1_UNSUPPORTED_EXTENSION", 111: "TLSV1_CERTIFICATE_UNOBTAINABLE",
	112: "TLSV1_UNRECOGNIZED_NAME", 113: "TLSV1_BAD_CERTIFICATE_STATUS_RESPONSE", 114: "TLSV1_BAD_CERTIFICATE_HASH_VALUE",
	115: "TLSV1_ALERT_UNKNOWN_PSK_IDENTITY", 116: "TLSV13_ALERT_CERTIFICATE_REQUIRED", 120: "TLSV1_ALERT_NO_APPLICATION_PROTOCOL",
}

// localReasons are the reasons by the alert that we sent because of what the peer did.
var localReasons = map[int]string{
	10: "UNEXPECTED_MESSAGE", 20: "DECRYPTION_FAILED_OR_BAD_RECORD_MAC", 22: "PACKET_LENGTH_TOO_LONG",
	40: "NO_SHARED_CIPHER", 47: "BAD_EXTENSION", 50: "BAD_LENGTH", 51: "DIGEST_CHECK_FAILED", 70: "WRONG_VERSION_NUMBER",
}

// textReasons are the reasons by how crypto/tls's error text begins.
var textReasons = []struct{ prefix, reason string }{
	{"tls: client didn't provide a certificate", "PEER_DID_NOT_RETURN_A_CERTIFICATE"},
	{"tls: client offered only unsupported versions", "UNSUPPORTED_PROTOCOL"},
	{"tls: server selected unsupported protocol version", "UNSUPPORTED_PROTOCOL"},
	{"tls: no supported versions satisfy MinVersion and MaxVersion", "NO_PROTOCOLS_AVAILABLE"},
	{"tls: no cipher suite supported by both client and server", "NO_SHARED_CIPHER"},
	{"tls: no certificates configured", "NO_SHARED_CIPHER"},
	{"tls: server chose an unconfigured cipher suite", "WRONG_CIPHER_RETURNED"},
	{"tls: peer doesn't support any of the certificate's signature algorithms", "NO_SUITABLE_SIGNATURE_ALGORITHM"},
	{"tls: no supported elliptic curves offered", "NO_SUITABLE_KEY_SHARE"},
	{"tls: no key exchanges supported by both client and server", "NO_SUITABLE_KEY_SHARE"},
	{"tls: invalid signature by the", "BAD_SIGNATURE"},
	{"tls: client requested unsupported application protocols", "NO_APPLICATION_PROTOCOL"},
	{"tls: received unexpected handshake message", "UNEXPECTED_MESSAGE"},
	{"tls: unexpected message", "UNEXPECTED_MESSAGE"},
	{"tls: failed to parse certificate from server", "BAD_ECC_CERT"},
	{"tls: client using inappropriate protocol fallback", "INAPPROPRIATE_FALLBACK"},
	{"tls: handshake message of length", "EXCESSIVE_MESSAGE_SIZE"},
	{"tls: downgrade attempt detected", "INAPPROPRIATE_FALLBACK"},
}

// explain names the reason of an error of crypto/tls. first are the first bytes that the peer sent.
func explain(err error, first []byte) failure {
	var header tls.RecordHeaderError
	if errors.As(err, &header) {
		return headerReason(first)
	}
	var op *net.OpError
	if errors.As(err, &op) {
		table := localReasons
		if op.Op == "remote error" {
			table = remoteReasons
		}
		if alert, ok := alertOf(op.Err); ok && table[alert] != "" {
			return sslReason(table[alert])
		}
	}
	text := err.Error()
	for _, row := range textReasons {
		if strings.HasPrefix(text, row.prefix) {
			return sslReason(row.reason)
		}
	}
	return failure{library: "SSL", text: strings.TrimPrefix(text, "tls: ")}
}

// alertOf returns the number of an alert: crypto/tls's type for it is a uint8 that it does not export.
func alertOf(err error) (int, bool) {
	v := reflect.ValueOf(err)
	if v.Kind() != reflect.Uint8 {
		return 0, false
	}
	return int(v.Uint()), true
}

// headerReason tells what came instead of TLS.
func headerReason(first []byte) failure {
	for _, method := range [...]string{"GET ", "POST ", "HEAD ", "PUT "} {
		if strings.HasPrefix(string(first), method) {
			return sslReason("HTTP_REQUEST")
		}
	}
	if strings.HasPrefix(string(first), "CONNE") {
		return sslReason("HTTPS_PROXY_REQUEST")
	}
	return sslReason("WRONG_VERSION_NUMBER")
}
