// Verification of certificates: crypto/x509 decides, this adds OpenSSL's stricter rules, and names the refusal.
package sslmod

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"strings"
	"time"
)

type certificate = x509.Certificate

// verifyError is a refusal by one of OpenSSL's codes (X509_V_ERR_*).
type verifyError struct {
	code    int
	message string
	alert   int // what the peer is told
}

func (v *verifyError) Error() string { return v.message }

// Alerts that tell the peer of a refusal.
const (
	alertBadCertificate         = 42
	alertUnsupportedCertificate = 43
	alertRevoked                = 44
	alertExpired                = 45
	alertUnknownCA              = 48
)

var (
	refuseIssuer       = &verifyError{2, "unable to get issuer certificate", alertUnknownCA}
	refuseCRL          = &verifyError{3, "unable to get certificate CRL", alertUnknownCA}
	refuseSignature    = &verifyError{7, "certificate signature failure", alertBadCertificate}
	refuseNotYet       = &verifyError{9, "certificate is not yet valid", alertBadCertificate}
	refuseExpired      = &verifyError{10, "certificate has expired", alertExpired}
	refuseSelfSigned   = &verifyError{18, "self-signed certificate", alertUnknownCA}
	refuseSelfInChain  = &verifyError{19, "self-signed certificate in certificate chain", alertUnknownCA}
	refuseLocalIssuer  = &verifyError{20, "unable to get local issuer certificate", alertUnknownCA}
	refuseRevoked      = &verifyError{23, "certificate revoked", alertRevoked}
	refusePathLength   = &verifyError{25, "path length constraint exceeded", alertUnknownCA}
	refusePurpose      = &verifyError{26, "unsuitable certificate purpose", alertUnsupportedCertificate}
	refuseConstraint   = &verifyError{47, "permitted subtree violation", alertBadCertificate}
	refuseCA           = &verifyError{79, "invalid CA certificate", alertUnknownCA}
	refuseNoAuthority  = &verifyError{85, "Missing Authority Key Identifier", alertBadCertificate}
	refuseNoSubjectKey = &verifyError{86, "Missing Subject Key Identifier", alertBadCertificate}
	refuseNotCritical  = &verifyError{89, "Basic Constraints of CA cert not marked critical", alertBadCertificate}
	refuseNoKeyUsage   = &verifyError{92, "CA cert does not include key usage extension", alertBadCertificate}
)

// verifier is what a chain is checked against.
type verifier struct {
	pool      *x509.CertPool
	roots     []*certificate
	crls      []*x509.RevocationList
	flags     int
	hostFlags int
	usage     x509.ExtKeyUsage
	host      string // "": not checked
}

// verify returns the chain that proves the leaf, or why there is none.
func (v *verifier) verify(peer []*certificate) ([]*certificate, *verifyError) {
	leaf := peer[0]
	untrusted := x509.NewCertPool()
	for _, c := range peer[1:] {
		untrusted.AddCert(c)
	}
	chains, err := leaf.Verify(x509.VerifyOptions{Roots: v.pool, Intermediates: untrusted, KeyUsages: []x509.ExtKeyUsage{v.usage}})
	if err != nil {
		return nil, v.diagnose(peer, err)
	}
	chain := chains[0]
	if v.flags&verifyPartialChain == 0 {
		// Without the flag a chain has to end in a certificate that signed itself.
		if chain = rooted(chains); chain == nil {
			if len(chains[0]) == 1 {
				return nil, refuseLocalIssuer
			}
			return nil, refuseIssuer
		}
	}
	if v.flags&verifyStrict != 0 {
		if r := strict(chain); r != nil {
			return nil, r
		}
	}
	if r := v.checkHost(leaf); r != nil {
		return nil, r
	}
	return chain, v.checkRevocation(chain)
}

func rooted(chains [][]*certificate) []*certificate {
	for _, c := range chains {
		if selfIssued(c[len(c)-1]) {
			return c
		}
	}
	return nil
}

func selfIssued(c *certificate) bool { return bytes.Equal(c.RawSubject, c.RawIssuer) }

// issuedBy reports whether c names and was signed by issuer.
func issuedBy(c, issuer *certificate) bool {
	return bytes.Equal(c.RawIssuer, issuer.RawSubject) &&
		issuer.CheckSignature(c.SignatureAlgorithm, c.RawTBSCertificate, c.Signature) == nil
}

func findIssuer(c *certificate, among []*certificate) *certificate {
	for _, x := range among {
		if issuedBy(c, x) {
			return x
		}
	}
	return nil
}

// diagnose finds OpenSSL's reason for a refusal, in its order: the chain, purposes, the host name, signatures and times.
func (v *verifier) diagnose(peer []*certificate, err error) *verifyError {
	chain, r := v.build(peer)
	if r != nil {
		return r
	}
	var invalid x509.CertificateInvalidError
	isInvalid := errors.As(err, &invalid)
	if isInvalid {
		switch invalid.Reason {
		case x509.IncompatibleUsage:
			return refusePurpose
		case x509.NotAuthorizedToSign:
			return refuseCA
		case x509.TooManyIntermediates:
			return refusePathLength
		case x509.CANotAuthorizedForThisName, x509.CANotAuthorizedForExtKeyUsage, x509.UnconstrainedName:
			return refuseConstraint
		}
	}
	if r := v.checkHost(peer[0]); r != nil {
		return r
	}
	now := time.Now()
	for i := len(chain) - 1; i >= 0; i-- {
		if now.Before(chain[i].NotBefore) {
			return refuseNotYet
		}
		if now.After(chain[i].NotAfter) {
			return refuseExpired
		}
	}
	var unknown x509.UnknownAuthorityError
	if errors.As(err, &unknown) {
		return refuseSignature
	}
	return &verifyError{1, strings.TrimPrefix(err.Error(), "x509: "), alertBadCertificate}
}

// build follows the issuers as OpenSSL does, trusted ones first.
func (v *verifier) build(peer []*certificate) ([]*certificate, *verifyError) {
	chain, trusted := []*certificate{peer[0]}, false
	for len(chain) < 32 {
		c := chain[len(chain)-1]
		for _, root := range v.roots {
			trusted = trusted || root.Equal(c)
		}
		if selfIssued(c) {
			break
		}
		issuer := findIssuer(c, v.roots)
		trusted = trusted || issuer != nil
		if issuer == nil {
			issuer = findIssuer(c, peer[1:])
		}
		if issuer == nil {
			break
		}
		chain = append(chain, issuer)
	}
	switch last := chain[len(chain)-1]; {
	case trusted && (selfIssued(last) || v.flags&verifyPartialChain != 0):
		return chain, nil
	case trusted && len(chain) > 1:
		return nil, refuseIssuer
	case selfIssued(last) && len(chain) == 1:
		return nil, refuseSelfSigned
	case selfIssued(last):
		return nil, refuseSelfInChain
	}
	return nil, refuseLocalIssuer
}

var oidBasicConstraints, oidKeyUsage = []int{2, 5, 29, 19}, []int{2, 5, 29, 15}

// strict are the rules of RFC 5280 that VERIFY_X509_STRICT adds.
func strict(chain []*certificate) *verifyError {
	if len(chain) == 1 {
		return nil // a certificate that is trusted itself (RFC 6818, section 2)
	}
	for _, c := range chain {
		if c.IsCA {
			if c.BasicConstraintsValid && !critical(c) {
				return refuseNotCritical
			}
			if !hasKeyUsage(c) {
				return refuseNoKeyUsage
			}
			if len(c.SubjectKeyId) == 0 {
				return refuseNoSubjectKey
			}
		}
		if len(c.AuthorityKeyId) == 0 && !selfIssued(c) {
			return refuseNoAuthority
		}
	}
	return nil
}

func critical(c *certificate) bool {
	for _, e := range c.Extensions {
		if e.Id.Equal(oidBasicConstraints) {
			return e.Critical
		}
	}
	return true
}

func hasKeyUsage(c *certificate) bool {
	for _, e := range c.Extensions {
		if e.Id.Equal(oidKeyUsage) {
			return true
		}
	}
	return false
}

// checkHost matches the name or address that the client wanted.
func (v *verifier) checkHost(leaf *certificate) *verifyError {
	if v.host == "" {
		return nil
	}
	if ip := net.ParseIP(v.host); ip != nil {
		for _, x := range leaf.IPAddresses {
			if x.Equal(ip) {
				return nil
			}
		}
		return &verifyError{64, fmt.Sprintf("IP address mismatch, certificate is not valid for '%s'.", v.host), alertBadCertificate}
	}
	names := leaf.DNSNames
	if v.hostFlags&hostNeverCheckSubject == 0 && (len(names) == 0 || v.hostFlags&hostAlwaysCheckSubject != 0) {
		// RFC 2818: the common name counts when there is no name in the extension.
		names = append(names[:len(names):len(names)], leaf.Subject.CommonName)
	}
	for _, name := range names {
		if v.matchName(name) {
			return nil
		}
	}
	return &verifyError{62, fmt.Sprintf("Hostname mismatch, certificate is not valid for '%s'.", v.host), alertBadCertificate}
}

// matchName compares a name of the certificate, which may begin with the wildcard label "*", with the host.
func (v *verifier) matchName(name string) bool {
	host := strings.TrimSuffix(v.host, ".")
	if strings.EqualFold(name, host) {
		return name != ""
	}
	rest, wild := strings.CutPrefix(name, "*.")
	if !wild || strings.Count(rest, ".") == 0 || v.hostFlags&hostNoWildcards != 0 {
		return false
	}
	label, domain, found := strings.Cut(host, ".")
	return found && label != "" && strings.EqualFold(domain, rest)
}

// checkRevocation looks the chain up in the revocation lists, if that was asked for.
func (v *verifier) checkRevocation(chain []*certificate) *verifyError {
	n := len(chain) - 1
	switch v.flags & verifyCRLChain {
	case 0:
		return nil
	case verifyCRLLeaf:
		n = min(n, 1)
	}
	for i := 0; i < n; i++ {
		found := false
		for _, list := range v.crls {
			if !bytes.Equal(list.RawIssuer, chain[i].RawIssuer) || list.CheckSignatureFrom(chain[i+1]) != nil {
				continue
			}
			found = true
			for _, e := range list.RevokedCertificateEntries {
				if e.SerialNumber.Cmp(chain[i].SerialNumber) == 0 {
					return refuseRevoked
				}
			}
		}
		if !found {
			return refuseCRL
		}
	}
	return nil
}

// refusal is the verification error behind a failed handshake, or nil.
func (e *engine) refusal(err error) *verifyError {
	if e.verifyErr != nil && errors.Is(err, error(e.verifyErr)) {
		return e.verifyErr
	}
	var failed *tls.CertificateVerificationError
	if e.diagnose != nil && errors.As(err, &failed) {
		return e.diagnose(failed.UnverifiedCertificates, failed.Err)
	}
	return nil
}
