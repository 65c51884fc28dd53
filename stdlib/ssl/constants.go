// The numbers of the module: protocols, options, flags, alerts. They are OpenSSL 3.0's, so that programs that compute with
// them agree.
package sslmod

// Protocols.
const (
	protocolTLS    = 2
	protocolTLSv1  = 3
	protocolTLSv11 = 4
	protocolTLSv12 = 5
	protocolClient = 16
	protocolServer = 17
)

// Verify modes.
const (
	certNone     = 0
	certOptional = 1
	certRequired = 2
)

// Options that mean something here; the others are kept and ignored.
const (
	opNoTicket = 0x4000
	opNoSSLv3  = 0x2000000
	opNoTLSv1  = 0x4000000
	opNoTLSv12 = 0x8000000
	opNoTLSv11 = 0x10000000
	opNoTLSv13 = 0x20000000

	opAll                  = 0x80000050
	opNoCompression        = 0x20000
	opMiddleboxCompat      = 0x100000
	opServerPreference     = 0x400000
	defaultOptions         = opAll | opNoCompression | opMiddleboxCompat | opServerPreference | opNoSSLv3
	optionsMask            = 0xffffffffffffffff
	verifyCRLLeaf          = 0x4
	verifyCRLChain         = 0xc
	verifyStrict           = 0x20
	verifyTrustedFirst     = 0x8000
	verifyPartialChain     = 0x80000
	hostAlwaysCheckSubject = 0x1
	hostNoWildcards        = 0x2
	hostNoPartialWildcards = 0x4
	hostNeverCheckSubject  = 0x20
)

// Protocol versions, and the two that stand for the lowest and the highest there are.
const (
	versionMinimum = -2
	versionMaximum = -1
	versionSSLv3   = 0x300
	versionTLSv1   = 0x301
	versionTLSv11  = 0x302
	versionTLSv12  = 0x303
	versionTLSv13  = 0x304
)

type constant struct {
	name  string
	value int64
}

var constants = []constant{
	{"PROTOCOL_TLS", protocolTLS}, {"PROTOCOL_SSLv23", protocolTLS}, {"PROTOCOL_TLS_CLIENT", protocolClient},
	{"PROTOCOL_TLS_SERVER", protocolServer}, {"PROTOCOL_TLSv1", protocolTLSv1}, {"PROTOCOL_TLSv1_1", protocolTLSv11},
	{"PROTOCOL_TLSv1_2", protocolTLSv12},
	{"CERT_NONE", certNone}, {"CERT_OPTIONAL", certOptional}, {"CERT_REQUIRED", certRequired},
	{"OP_ALL", opAll}, {"OP_NO_SSLv2", 0}, {"OP_NO_SSLv3", opNoSSLv3}, {"OP_NO_TLSv1", opNoTLSv1}, {"OP_NO_TLSv1_1", opNoTLSv11},
	{"OP_NO_TLSv1_2", opNoTLSv12}, {"OP_NO_TLSv1_3", opNoTLSv13}, {"OP_CIPHER_SERVER_PREFERENCE", opServerPreference},
	{"OP_SINGLE_DH_USE", 0}, {"OP_NO_TICKET", opNoTicket}, {"OP_LEGACY_SERVER_CONNECT", 0x4}, {"OP_SINGLE_ECDH_USE", 0},
	{"OP_NO_COMPRESSION", opNoCompression}, {"OP_ENABLE_MIDDLEBOX_COMPAT", opMiddleboxCompat},
	{"OP_NO_RENEGOTIATION", 0x40000000}, {"OP_IGNORE_UNEXPECTED_EOF", 0x80}, {"OP_ENABLE_KTLS", 0x8},
	{"VERIFY_DEFAULT", 0}, {"VERIFY_CRL_CHECK_LEAF", verifyCRLLeaf}, {"VERIFY_CRL_CHECK_CHAIN", verifyCRLChain},
	{"VERIFY_X509_STRICT", verifyStrict}, {"VERIFY_ALLOW_PROXY_CERTS", 0x40}, {"VERIFY_X509_TRUSTED_FIRST", verifyTrustedFirst},
	{"VERIFY_X509_PARTIAL_CHAIN", verifyPartialChain},
	{"SSL_ERROR_SSL", sslErrorSSL}, {"SSL_ERROR_WANT_READ", sslErrorWantRead}, {"SSL_ERROR_WANT_WRITE", sslErrorWantWrite},
	{"SSL_ERROR_WANT_X509_LOOKUP", 4}, {"SSL_ERROR_SYSCALL", sslErrorSyscall}, {"SSL_ERROR_ZERO_RETURN", sslErrorZeroReturn},
	{"SSL_ERROR_WANT_CONNECT", 7}, {"SSL_ERROR_EOF", sslErrorEOF}, {"SSL_ERROR_INVALID_ERROR_CODE", 10},
	{"HOSTFLAG_ALWAYS_CHECK_SUBJECT", hostAlwaysCheckSubject}, {"HOSTFLAG_NEVER_CHECK_SUBJECT", hostNeverCheckSubject},
	{"HOSTFLAG_NO_WILDCARDS", hostNoWildcards}, {"HOSTFLAG_NO_PARTIAL_WILDCARDS", hostNoPartialWildcards},
	{"HOSTFLAG_MULTI_LABEL_WILDCARDS", 8}, {"HOSTFLAG_SINGLE_LABEL_SUBDOMAINS", 16},
	{"PROTO_MINIMUM_SUPPORTED", versionMinimum}, {"PROTO_MAXIMUM_SUPPORTED", versionMaximum}, {"PROTO_SSLv3", versionSSLv3},
	{"PROTO_TLSv1", versionTLSv1}, {"PROTO_TLSv1_1", versionTLSv11}, {"PROTO_TLSv1_2", versionTLSv12}, {"PROTO_TLSv1_3", versionTLSv13},
	{"ENCODING_PEM", encodingPEM}, {"ENCODING_DER", encodingDER},
	{"ALERT_DESCRIPTION_CLOSE_NOTIFY", 0}, {"ALERT_DESCRIPTION_UNEXPECTED_MESSAGE", 10}, {"ALERT_DESCRIPTION_BAD_RECORD_MAC", 20},
	{"ALERT_DESCRIPTION_RECORD_OVERFLOW", 22}, {"ALERT_DESCRIPTION_DECOMPRESSION_FAILURE", 30},
	{"ALERT_DESCRIPTION_HANDSHAKE_FAILURE", 40}, {"ALERT_DESCRIPTION_BAD_CERTIFICATE", 42},
	{"ALERT_DESCRIPTION_UNSUPPORTED_CERTIFICATE", 43}, {"ALERT_DESCRIPTION_CERTIFICATE_REVOKED", 44},
	{"ALERT_DESCRIPTION_CERTIFICATE_EXPIRED", 45}, {"ALERT_DESCRIPTION_CERTIFICATE_UNKNOWN", 46},
	{"ALERT_DESCRIPTION_ILLEGAL_PARAMETER", 47}, {"ALERT_DESCRIPTION_UNKNOWN_CA", 48}, {"ALERT_DESCRIPTION_ACCESS_DENIED", 49},
	{"ALERT_DESCRIPTION_DECODE_ERROR", 50}, {"ALERT_DESCRIPTION_DECRYPT_ERROR", 51}, {"ALERT_DESCRIPTION_PROTOCOL_VERSION", 70},
	{"ALERT_DESCRIPTION_INSUFFICIENT_SECURITY", 71}, {"ALERT_DESCRIPTION_INTERNAL_ERROR", 80},
	{"ALERT_DESCRIPTION_USER_CANCELLED", 90}, {"ALERT_DESCRIPTION_NO_RENEGOTIATION", 100},
	{"ALERT_DESCRIPTION_UNSUPPORTED_EXTENSION", 110}, {"ALERT_DESCRIPTION_CERTIFICATE_UNOBTAINABLE", 111},
	{"ALERT_DESCRIPTION_UNRECOGNIZED_NAME", 112}, {"ALERT_DESCRIPTION_BAD_CERTIFICATE_STATUS_RESPONSE", 113},
	{"ALERT_DESCRIPTION_BAD_CERTIFICATE_HASH_VALUE", 114}, {"ALERT_DESCRIPTION_UNKNOWN_PSK_IDENTITY", 115},
}

// flagsOf are the HAS_* that are true; the others are false. PSK is not among them: crypto/tls has none.
var flagsOf = []struct {
	name string
	on   bool
}{
	{"HAS_SNI", true}, {"HAS_ECDH", true}, {"HAS_NPN", false}, {"HAS_ALPN", true}, {"HAS_SSLv2", false}, {"HAS_SSLv3", false},
	{"HAS_TLSv1", true}, {"HAS_TLSv1_1", true}, {"HAS_TLSv1_2", true}, {"HAS_TLSv1_3", true}, {"HAS_PSK", false}, {"HAS_TLS_UNIQUE", true},
}
