// Object identifiers with OpenSSL's names.
package sslmod

import "pyasync/object"

type oidName struct {
	nid         int
	short, long string
	oid         string
}

// oidNames are the identifiers that certificates and ssl.Purpose use.
var oidNames = []oidName{
	{13, "CN", "commonName", "2.5.4.3"}, {100, "SN", "surname", "2.5.4.4"}, {105, "serialNumber", "serialNumber", "2.5.4.5"},
	{14, "C", "countryName", "2.5.4.6"}, {15, "L", "localityName", "2.5.4.7"}, {16, "ST", "stateOrProvinceName", "2.5.4.8"},
	{660, "street", "streetAddress", "2.5.4.9"}, {17, "O", "organizationName", "2.5.4.10"},
	{18, "OU", "organizationalUnitName", "2.5.4.11"}, {106, "title", "title", "2.5.4.12"}, {107, "description", "description", "2.5.4.13"},
	{860, "businessCategory", "businessCategory", "2.5.4.15"}, {661, "postalCode", "postalCode", "2.5.4.17"},
	{173, "name", "name", "2.5.4.41"}, {99, "GN", "givenName", "2.5.4.42"}, {101, "initials", "initials", "2.5.4.43"},
	{509, "generationQualifier", "generationQualifier", "2.5.4.44"}, {174, "dnQualifier", "dnQualifier", "2.5.4.46"},
	{510, "pseudonym", "pseudonym", "2.5.4.65"}, {1089, "organizationIdentifier", "organizationIdentifier", "2.5.4.97"},
	{48, "emailAddress", "emailAddress", "1.2.840.113549.1.9.1"}, {49, "unstructuredName", "unstructuredName", "1.2.840.113549.1.9.2"},
	{391, "DC", "domainComponent", "0.9.2342.19200300.100.1.25"}, {458, "UID", "userId", "0.9.2342.19200300.100.1.1"},
	{955, "jurisdictionL", "jurisdictionLocalityName", "1.3.6.1.4.1.311.60.2.1.1"},
	{956, "jurisdictionST", "jurisdictionStateOrProvinceName", "1.3.6.1.4.1.311.60.2.1.2"},
	{957, "jurisdictionC", "jurisdictionCountryName", "1.3.6.1.4.1.311.60.2.1.3"},
	{129, "serverAuth", "TLS Web Server Authentication", "1.3.6.1.5.5.7.3.1"},
	{130, "clientAuth", "TLS Web Client Authentication", "1.3.6.1.5.5.7.3.2"},
	{131, "codeSigning", "Code Signing", "1.3.6.1.5.5.7.3.3"}, {132, "emailProtection", "E-mail Protection", "1.3.6.1.5.5.7.3.4"},
	{133, "timeStamping", "Time Stamping", "1.3.6.1.5.5.7.3.8"}, {180, "OCSPSigning", "OCSP Signing", "1.3.6.1.5.5.7.3.9"},
}

func findOID(match func(*oidName) bool) *oidName {
	for i := range oidNames {
		if match(&oidNames[i]) {
			return &oidNames[i]
		}
	}
	return nil
}

func (o *oidName) tuple() value {
	return object.TupleOf(object.Int(int64(o.nid)), object.StrValue(o.short), object.StrValue(o.long), object.StrValue(o.oid))
}

// longName is the name that a certificate's attribute has in getpeercert().
func longName(oid string) string {
	if o := findOID(func(o *oidName) bool { return o.oid == oid }); o != nil {
		return o.long
	}
	return oid
}

func txt2obj(th *thread, m value, a []value) value {
	text, ok := object.GoString(a[0])
	if !ok {
		return th.TypeError("txt2obj() argument 'txt' must be str, not %s", a[0].Type().Name)
	}
	byName := false
	if !a[1].IsNil() {
		if byName, ok = th.Truth(a[1]); !ok {
			return value{}
		}
	}
	o := findOID(func(o *oidName) bool { return o.oid == text || byName && (o.short == text || o.long == text) })
	if o == nil {
		shown := text
		if len(shown) > 100 {
			shown = shown[:100]
		}
		return th.ValueError("unknown object '%s'", shown)
	}
	return o.tuple()
}

func nid2obj(th *thread, m, nid value) value {
	n, ok := th.AsIndex(nid, &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	if n < 0 {
		return th.ValueError("NID must be positive")
	}
	o := findOID(func(o *oidName) bool { return o.nid == n })
	if o == nil {
		return th.ValueError("unknown NID %d", n)
	}
	return o.tuple()
}
