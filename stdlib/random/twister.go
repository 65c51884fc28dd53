// Package random is Python's random module: the Mersenne Twister seeded as CPython seeds it, so that the same seed
// gives the same numbers.
package random

import (
	"encoding/binary"
	"math/big"
)

const (
	stateWords = 624
	midWord    = 397
)

// twister is MT19937 by Matsumoto and Nishimura.
type twister struct {
	mt    [stateWords]uint32
	index int
}

// seed initialises from one word (init_genrand).
func (t *twister) seed(s uint32) {
	t.mt[0] = s
	for i := 1; i < stateWords; i++ {
		t.mt[i] = 1812433253*(t.mt[i-1]^t.mt[i-1]>>30) + uint32(i)
	}
	t.index = stateWords
}

// seedArray initialises from an array of words (init_by_array).
func (t *twister) seedArray(key []uint32) {
	t.seed(19650218)
	i, j := 1, 0
	step := func() {
		if i++; i >= stateWords {
			t.mt[0] = t.mt[stateWords-1]
			i = 1
		}
	}
	for range max(stateWords, len(key)) {
		t.mt[i] = (t.mt[i] ^ (t.mt[i-1]^t.mt[i-1]>>30)*1664525) + key[j] + uint32(j)
		step()
		if j++; j >= len(key) {
			j = 0
		}
	}
	for range stateWords - 1 {
		t.mt[i] = (t.mt[i] ^ (t.mt[i-1]^t.mt[i-1]>>30)*1566083941) - uint32(i)
		step()
	}
	t.mt[0] = 0x80000000
}

// seedBig initialises from the magnitude of an int.
func (t *twister) seedBig(n *big.Int) {
	b := n.Bytes()
	key := make([]uint32, max((len(b)+3)/4, 1))
	for i, c := range b {
		shift := len(b) - 1 - i
		key[shift/4] |= uint32(c) << (8 * (shift % 4))
	}
	t.seedArray(key)
}

func (t *twister) refill() {
	for k := range stateWords {
		y := t.mt[k]&0x80000000 | t.mt[(k+1)%stateWords]&0x7fffffff
		v := t.mt[(k+midWord)%stateWords] ^ y>>1
		if y&1 != 0 {
			v ^= 0x9908b0df
		}
		t.mt[k] = v
	}
	t.index = 0
}

// word returns the next 32 bits.
func (t *twister) word() uint32 {
	if t.index >= stateWords {
		t.refill()
	}
	y := t.mt[t.index]
	t.index++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

// float returns a number in [0, 1) with 53 random bits.
func (t *twister) float() float64 {
	a, b := t.word()>>5, t.word()>>6
	return (float64(a)*67108864 + float64(b)) * (1.0 / 9007199254740992)
}

// bits64 returns k random bits, 1 <= k <= 64.
func (t *twister) bits64(k int) uint64 {
	if k <= 32 {
		return uint64(t.word() >> (32 - k))
	}
	lo := uint64(t.word())
	return uint64(t.word()>>(64-k))<<32 | lo
}

// bits returns k random bits, taken in words from the least significant up.
func (t *twister) bits(k int) *big.Int {
	words := (k + 31) / 32
	buf := make([]byte, words*4)
	for i := range words {
		w := t.word()
		if left := k - 32*i; left < 32 {
			w >>= 32 - left
		}
		binary.BigEndian.PutUint32(buf[(words-1-i)*4:], w)
	}
	return new(big.Int).SetBytes(buf)
}
