// BLAKE2s, in the sizes that the library offers.
package hashlib

import (
	"errors"
	"hash"

	"golang.org/x/crypto/blake2s"
)

// newBlake2s makes a BLAKE2s of another size than 32 bytes: the library offers 16 (keyed only) and 32.
func newBlake2s(size int, key []byte) (hash.Hash, error) {
	if size == 16 && len(key) > 0 {
		return blake2s.New128(key)
	}
	return nil, errors.New("blake2s digest sizes other than 32 are not supported")
}
