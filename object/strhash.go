// Hashes of str and bytes. With PYTHONHASHSEED they are CPython's SipHash-1-3, so that sets print in CPython's order;
// without it, as there, every process has hashes of its own, made by the faster hash/maphash.
package object

import (
	"encoding/binary"
	"hash/maphash"
	"math/bits"
	"os"
	"strconv"
	"unicode/utf8"
)

// hashSeed and sipKey are the keys of the process: texts and their hashes are shared by all its interpreters, and names
// are hashed as soon as the process starts, so the variable is read here and not by the command.
var (
	hashSeed       = maphash.MakeSeed()
	sipKey, sipped = sipKeyOf(os.Getenv("PYTHONHASHSEED"))
)

// SeededHashes reports whether PYTHONHASHSEED gives every process the same hashes, and whether it is 0.
func SeededHashes() (seeded, zero bool) { return sipped, sipped && sipKey == [2]uint64{} }

// sipKeyOf expands a seed as CPython does; ok is false for "random" and for what is no seed.
func sipKeyOf(seed string) (key [2]uint64, ok bool) {
	x, err := strconv.ParseUint(seed, 10, 32)
	if err != nil || x == 0 {
		return key, err == nil
	}
	var secret [16]byte
	state := uint32(x)
	for i := range secret {
		state = state*214013 + 2531011
		secret[i] = byte(state >> 16)
	}
	return [2]uint64{binary.LittleEndian.Uint64(secret[:]), binary.LittleEndian.Uint64(secret[8:])}, true
}

// hashText is the hash of a str, which is 0 for the empty one only.
func hashText(s string) uint64 {
	if !sipped || s == "" {
		return hashOctets(s)
	}
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return hashOctets(bytesAsString(fixedWidth(s)))
		}
	}
	return hashOctets(s)
}

// hashOctets is the hash of a bytes object.
func hashOctets(s string) uint64 {
	if s == "" {
		return 0
	}
	var h uint64
	if sipped {
		h = sipHash13(sipKey, s)
	} else {
		h = maphash.String(hashSeed, s)
	}
	if h == 0 || h == ^uint64(0) { // 0 marks a hash not computed yet, -1 an exception
		h = ^uint64(1)
	}
	return h
}

// fixedWidth is the text as CPython stores it: with one, two or four bytes for every code point.
func fixedWidth(s string) []byte {
	highest, n := rune(0), 0
	for rest := s; rest != ""; n++ {
		r, size := DecodeRune(rest)
		highest, rest = max(highest, r), rest[size:]
	}
	out := make([]byte, 0, 4*n)
	for s != "" {
		r, size := DecodeRune(s)
		s = s[size:]
		switch {
		case highest < 0x100:
			out = append(out, byte(r))
		case highest < 0x10000:
			out = binary.LittleEndian.AppendUint16(out, uint16(r))
		default:
			out = binary.LittleEndian.AppendUint32(out, uint32(r))
		}
	}
	return out
}

// sipHash13 is SipHash with one round for each word and three at the end.
func sipHash13(key [2]uint64, s string) uint64 {
	v := sipState{key[0] ^ 0x736f6d6570736575, key[1] ^ 0x646f72616e646f6d, key[0] ^ 0x6c7967656e657261, key[1] ^ 0x7465646279746573}
	last := uint64(len(s)) << 56
	for ; len(s) >= 8; s = s[8:] {
		v.absorb(littleEndian(s[:8]))
	}
	v.absorb(last | littleEndian(s))
	v[2] ^= 0xff
	v.round()
	v.round()
	v.round()
	return v[0] ^ v[1] ^ v[2] ^ v[3]
}

func littleEndian(s string) (w uint64) {
	for i := 0; i < len(s); i++ {
		w |= uint64(s[i]) << (8 * i)
	}
	return w
}

type sipState [4]uint64

func (v *sipState) absorb(w uint64) {
	v[3] ^= w
	v.round()
	v[0] ^= w
}

func (v *sipState) round() {
	v[0] += v[1]
	v[2] += v[3]
	v[1] = bits.RotateLeft64(v[1], 13) ^ v[0]
	v[3] = bits.RotateLeft64(v[3], 16) ^ v[2]
	v[0] = bits.RotateLeft64(v[0], 32)
	v[2] += v[1]
	v[0] += v[3]
	v[1] = bits.RotateLeft64(v[1], 17) ^ v[2]
	v[3] = bits.RotateLeft64(v[3], 21) ^ v[0]
	v[2] = bits.RotateLeft64(v[2], 32)
}
