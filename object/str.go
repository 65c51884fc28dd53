// Str, the text type: UTF-8 with lone surrogates in WTF-8, a cached hash, and an index built on first need.
package object

import (
	"hash/maphash"
	"unicode/utf8"
)

// Str is a Python str. Its text is UTF-8; a lone surrogate is encoded in three bytes like any other code point of
// its range (WTF-8). It is immutable.
type Str struct {
	Header
	s     string
	hash  uint64  // 0: not computed
	chars int32   // number of code points; -1: not counted
	index []int32 // byte offset of every 64th code point, for non-ASCII text
}

// NewStr returns a str with the given text.
func NewStr(s string) *Str { return &Str{Header: Header{&StrType.Root}, s: s, chars: -1} }

// StrValue returns a str with the given text as a Value.
func StrValue(s string) Value { return Value{&NewStr(s).Header, 0} }

// V returns the str as a Value.
func (s *Str) V() Value { return Value{&s.Header, 0} }

// Go returns the text.
func (s *Str) Go() string { return s.s }

// AsStr returns the str v is (or derives from).
func AsStr(v Value) (*Str, bool) {
	if v.H.Shape.Solid == &StrType {
		return (*Str)(v.Ptr()), true
	}
	return nil, false
}

// GoString returns the text of v if it is a str.
func GoString(v Value) (string, bool) {
	if s, ok := AsStr(v); ok {
		return s.s, true
	}
	return "", false
}

var hashSeed = maphash.MakeSeed()

// Hash returns the hash of the text, which is never 0 or ^0.
func (s *Str) Hash() uint64 {
	if s.hash == 0 {
		h := maphash.String(hashSeed, s.s)
		if h == 0 || h == ^uint64(0) {
			h = 2
		}
		s.hash = h
	}
	return s.hash
}

// Len returns the number of code points.
func (s *Str) Len() int {
	if s.chars < 0 {
		s.chars = int32(countChars(s.s))
	}
	return int(s.chars)
}

// IsASCII reports whether every code point is one byte, so that indices are offsets.
func (s *Str) IsASCII() bool { return s.Len() == len(s.s) }

// countChars counts code points of WTF-8 text: bytes that do not continue a sequence.
func countChars(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

// Offset returns the byte offset of code point i (0 <= i <= Len()).
func (s *Str) Offset(i int) int {
	if s.IsASCII() {
		return i
	}
	if s.index == nil {
		s.buildIndex()
	}
	off := int(s.index[i/64])
	for n := i % 64; n > 0; n-- {
		off += seqLen(s.s[off])
	}
	return off
}

func (s *Str) buildIndex() {
	index := make([]int32, 0, s.Len()/64+1)
	n := 0
	for off := 0; off < len(s.s); off += seqLen(s.s[off]) {
		if n%64 == 0 {
			index = append(index, int32(off))
		}
		n++
	}
	if n%64 == 0 {
		index = append(index, int32(len(s.s)))
	}
	s.index = index
}

func seqLen(b byte) int {
	switch {
	case b < 0x80:
		return 1
	case b < 0xE0:
		return 2
	case b < 0xF0:
		return 3
	}
	return 4
}

// Slice returns the text of code points i to j.
func (s *Str) Slice(i, j int) string { return s.s[s.Offset(i):s.Offset(j)] }

// DecodeRune decodes the first code point of WTF-8 text, surrogates included.
func DecodeRune(s string) (r rune, size int) {
	if len(s) > 0 && s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	if len(s) >= 3 && s[0] == 0xED && s[1] >= 0xA0 {
		return 0xD000 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(s)
}

// AppendRune appends the WTF-8 form of r, which may be a surrogate.
func AppendRune(b []byte, r rune) []byte {
	if r >= 0xD800 && r < 0xE000 {
		return append(b, 0xED, 0x80|byte(r>>6&0x3F), 0x80|byte(r&0x3F))
	}
	return utf8.AppendRune(b, r)
}

// asciiStrs are the one-character strs, shared because indexing text makes so many.
var asciiStrs = func() (t [128]Str) {
	for i := range t {
		t[i] = Str{Header: Header{&StrType.Root}, s: string(rune(i)), chars: 1}
		t[i].Hash()
	}
	return
}()

// CharValue returns the one-character str r.
func CharValue(r rune) Value {
	if r < 128 {
		return Value{&asciiStrs[r].Header, 0}
	}
	return StrValue(string(AppendRune(nil, r)))
}

// Names the interpreter itself looks up.
var (
	strDoc      = NewStr("__doc__")
	strHash     = NewStr("__hash__")
	strName     = NewStr("__name__")
	strModule   = NewStr("__module__")
	strQualname = NewStr("__qualname__")
	strDict     = NewStr("__dict__")
	strClass    = NewStr("__class__")
)

func init() {
	// Names shared by all interpreters must be complete before threads see them.
	for _, s := range []*Str{strDoc, strHash, strName, strModule, strQualname, strDict, strClass} {
		s.Hash()
		s.Len()
	}
}
