// Private keys in PEM files, encrypted or not.
package sslmod

import (
	"crypto"
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"hash"
	"strings"
)

var (
	errNoKey       = errors.New("no private key")
	errBadPassword = errors.New("bad password read")
	errKeyScheme   = errors.New("unsupported encryption of a private key")
)

// parseKey returns the first private key of a PEM file. password is asked only when the key is encrypted.
func parseKey(data []byte, password func() ([]byte, bool)) (key crypto.Signer, err error) {
	for {
		block, rest := pem.Decode(data)
		if block == nil {
			return nil, errNoKey
		}
		data = rest
		if !strings.HasSuffix(block.Type, "PRIVATE KEY") {
			continue
		}
		der := block.Bytes
		switch {
		case block.Type == "ENCRYPTED PRIVATE KEY":
			pass, ok := password()
			if !ok {
				return nil, errBadPassword
			}
			der, err = decryptPKCS8(der, pass)
		//lint:ignore SA1019 the traditional format is what OpenSSL reads, too
		case x509.IsEncryptedPEMBlock(block):
			pass, ok := password()
			if !ok {
				return nil, errBadPassword
			}
			//lint:ignore SA1019 as above
			der, err = x509.DecryptPEMBlock(block, pass)
		}
		if err != nil {
			return nil, err
		}
		return parseDERKey(der)
	}
}

func parseDERKey(der []byte) (crypto.Signer, error) {
	if k, err := x509.ParsePKCS1PrivateKey(der); err == nil {
		return k, nil
	}
	if k, err := x509.ParseECPrivateKey(der); err == nil {
		return k, nil
	}
	k, err := x509.ParsePKCS8PrivateKey(der)
	if err != nil {
		return nil, err
	}
	if s, ok := k.(crypto.Signer); ok {
		return s, nil
	}
	return nil, errNoKey
}

// The parts of an EncryptedPrivateKeyInfo (RFC 5958) with PBES2 (RFC 8018).
type encryptedKey struct {
	Algorithm pkix.AlgorithmIdentifier
	Data      []byte
}

type pbes2Params struct {
	KeyDerivation, Encryption pkix.AlgorithmIdentifier
}

type pbkdf2Params struct {
	Salt       []byte
	Iterations int
	KeyLength  int                      `asn1:"optional"`
	PRF        pkix.AlgorithmIdentifier `asn1:"optional"`
}

var pbkdf2Hashes = map[string]func() hash.Hash{
	"":                    sha1.New,
	"1.2.840.113549.2.7":  sha1.New,
	"1.2.840.113549.2.8":  sha256.New224,
	"1.2.840.113549.2.9":  sha256.New,
	"1.2.840.113549.2.10": sha512.New384,
	"1.2.840.113549.2.11": sha512.New,
}

// blockCiphers are the ciphers in CBC mode, with their key lengths.
var blockCiphers = map[string]struct {
	keyLength int
	new       func([]byte) (cipher.Block, error)
}{
	"2.16.840.1.101.3.4.1.2":  {16, aes.NewCipher},
	"2.16.840.1.101.3.4.1.22": {24, aes.NewCipher},
	"2.16.840.1.101.3.4.1.42": {32, aes.NewCipher},
	"1.2.840.113549.3.7":      {24, des.NewTripleDESCipher},
}

const (
	oidPBES2         = "1.2.840.113549.1.5.13"
	oidPBKDF2        = "1.2.840.113549.1.5.12"
	maxKeyIterations = 10_000_000
)

func decryptPKCS8(der, password []byte) ([]byte, error) {
	var outer encryptedKey
	var params pbes2Params
	var kdf pbkdf2Params
	var iv []byte
	if _, err := asn1.Unmarshal(der, &outer); err != nil {
		return nil, err
	}
	if outer.Algorithm.Algorithm.String() != oidPBES2 {
		return nil, errKeyScheme
	}
	if _, err := asn1.Unmarshal(outer.Algorithm.Parameters.FullBytes, &params); err != nil {
		return nil, err
	}
	if params.KeyDerivation.Algorithm.String() != oidPBKDF2 {
		return nil, errKeyScheme
	}
	if _, err := asn1.Unmarshal(params.KeyDerivation.Parameters.FullBytes, &kdf); err != nil {
		return nil, err
	}
	if _, err := asn1.Unmarshal(params.Encryption.Parameters.FullBytes, &iv); err != nil {
		return nil, err
	}
	prf := ""
	if kdf.PRF.Algorithm != nil {
		prf = kdf.PRF.Algorithm.String()
	}
	hashOf, scheme := pbkdf2Hashes[prf], blockCiphers[params.Encryption.Algorithm.String()]
	if hashOf == nil || scheme.new == nil || kdf.Iterations < 1 || kdf.Iterations > maxKeyIterations {
		return nil, errKeyScheme
	}
	key, err := pbkdf2.Key(hashOf, string(password), kdf.Salt, kdf.Iterations, scheme.keyLength)
	if err != nil {
		return nil, err
	}
	return decryptCBC(scheme.new, key, iv, outer.Data)
}

func decryptCBC(newCipher func([]byte) (cipher.Block, error), key, iv, data []byte) ([]byte, error) {
	block, err := newCipher(key)
	if err != nil {
		return nil, err
	}
	n := block.BlockSize()
	if len(iv) != n || len(data) == 0 || len(data)%n != 0 {
		return nil, errKeyScheme
	}
	plain := make([]byte, len(data))
	cipher.NewCBCDecrypter(block, iv).CryptBlocks(plain, data)
	pad := int(plain[len(plain)-1])
	if pad == 0 || pad > n {
		return nil, errBadPassword
	}
	return plain[:len(plain)-pad], nil
}
