// Str, the text type: UTF-8 with lone surrogates in WTF-8, a cached hash, and an index built on first need.
package object

import (
	"math/bits"
	"sort"
	"sync/atomic"
	"unicode/utf8"
	"unsafe"
)

// Str is a Python str. Its text is UTF-8; a lone surrogate is encoded in three bytes like any other code point of
// its range (WTF-8 without joining of pairs). It is immutable. Byte order of such text is code point order.
type Str struct {
	Header
	s     string
	hash  uint64   // 0: not computed
	count int      // number of code points + 1; 0: not counted
	ext   *strTail // nil for most
}

// strTail is what long strs share with the strs they were grown from: the memory behind the text, with room to
// append (buf[:len(buf)] is claimed by the longest of them), and the byte offset of every 64th code point, which
// holds for all of them because they are prefixes of each other.
type strTail struct {
	buf     []byte
	index   []uint32 // byte offsets of code points 0, 64, 128 …, as far as needed until now
	next    int      // where the index goes on: a byte offset
	counted int      // code points before next
}

// NewStr returns a str with the given text.
func NewStr(s string) *Str { return &Str{Header: Header{&StrType.Root}, s: s} }

// newASCII returns a str of text known to be ASCII.
func newASCII(s string) *Str { return &Str{Header: Header{&StrType.Root}, s: s, count: len(s) + 1} }

// StrValue returns a str with the given text as a Value.
func StrValue(s string) Value { return Value{&NewStr(s).Header, 0} }

// ASCIIValue returns a str of text known to be ASCII.
func ASCIIValue(s string) Value { return Value{&newASCII(s).Header, 0} }

// StrFromBytes returns a str that takes ownership of b, which holds WTF-8.
func StrFromBytes(b []byte) Value { return StrValue(bytesAsString(b)) }

// bytesAsString returns the text in b without copying; b must not change any more.
func bytesAsString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// BytesAsText returns the bytes as a Go string without copying; they must not change while it is in use.
func BytesAsText(b []byte) string { return bytesAsString(b) }

// TextAsBytes returns the bytes of s without copying; they must not be written.
func TextAsBytes(s string) []byte { return stringAsBytes(s) }

// stringAsBytes returns the bytes of s without copying; they must not be written.
func stringAsBytes(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

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

// Hash returns the hash of the text, which is never ^0. It and Len cache what they find with atomic stores:
// names in tables are shared by all interpreters of the process.
func (s *Str) Hash() uint64 {
	if h := atomic.LoadUint64(&s.hash); h != 0 {
		return h
	}
	return s.computeHash()
}

func (s *Str) computeHash() uint64 {
	h := hashText(s.s)
	atomic.StoreUint64(&s.hash, h)
	return h
}

// Len returns the number of code points.
func (s *Str) Len() int {
	if n := atomic.LoadInt64(s.countWord()); n != 0 {
		return int(n) - 1
	}
	return s.computeLen()
}

func (s *Str) countWord() *int64 { return (*int64)(unsafe.Pointer(&s.count)) }

func (s *Str) computeLen() int {
	n := countChars(s.s)
	atomic.StoreInt64(s.countWord(), int64(n)+1)
	return n
}

// IsASCII reports whether every code point is one byte, so that indices are offsets.
func (s *Str) IsASCII() bool { return s.Len() == len(s.s) }

// ASCIIAt returns the character at index i, counted from the end if negative; the nil Value if there is none, or if s
// is not all ASCII.
func (s *Str) ASCIIAt(i int) Value {
	if i < 0 {
		i += len(s.s)
	}
	if uint(i) < uint(len(s.s)) && s.IsASCII() {
		return Value{&latin1Strs[s.s[i]].Header, 0}
	}
	return Value{}
}

// countChars counts code points of WTF-8 text: bytes that do not continue a sequence, eight at a time.
func countChars(s string) int {
	const ones = 0x0101010101010101
	n, i := len(s), 0
	for ; i+8 <= len(s); i += 8 {
		w := *(*uint64)(unsafe.Add(unsafe.Pointer(unsafe.StringData(s)), i))
		if w&(0x80*ones) != 0 {
			n -= bits.OnesCount64((w >> 7) &^ (w >> 6) & ones)
		}
	}
	for ; i < len(s); i++ {
		if s[i]&0xC0 == 0x80 {
			n--
		}
	}
	return n
}

// isASCII reports whether s has bytes below 0x80 only.
func isASCII(s string) bool {
	i := 0
	for ; i+8 <= len(s); i += 8 {
		if *(*uint64)(unsafe.Add(unsafe.Pointer(unsafe.StringData(s)), i))&0x8080808080808080 != 0 {
			return false
		}
	}
	for ; i < len(s); i++ {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// Offset returns the byte offset of code point i (0 <= i <= Len()).
func (s *Str) Offset(i int) int {
	n := s.Len()
	switch {
	case n == len(s.s):
		return i
	case i == n:
		return len(s.s)
	case i < 64:
		return skipChars(s.s, 0, i)
	}
	if s.ext == nil {
		s.ext = &strTail{}
	}
	off := s.ext.offset(s.s, i/64)
	return skipChars(s.s, off, i%64)
}

func skipChars(s string, off, n int) int {
	for ; n > 0; n-- {
		off += seqLen(s[off])
	}
	return off
}

// offset returns the byte offset of code point 64*k of s, extending the index as far as that.
func (t *strTail) offset(s string, k int) int {
	t.extend(s, k)
	return int(t.index[k])
}

// extend makes the index reach code point 64*k, or the end of s if that comes before.
func (t *strTail) extend(s string, k int) {
	if k < len(t.index) {
		return
	}
	if cap(t.index) == 0 {
		t.index = make([]uint32, 0, len(s)/128+1)
	}
	off, n := t.next, t.counted
	for len(t.index) <= k && off < len(s) {
		if n%64 == 0 {
			t.index = append(t.index, uint32(off))
		}
		off += seqLen(s[off])
		n++
	}
	t.next, t.counted = off, n
}

// CharIndex returns the index of the code point at byte offset off.
func (s *Str) CharIndex(off int) int {
	if s.IsASCII() {
		return off
	}
	if off < 1024 {
		return countChars(s.s[:off])
	}
	if s.ext == nil {
		s.ext = &strTail{}
	}
	t := s.ext
	for t.next <= off && t.next < len(s.s) {
		t.extend(s.s, len(t.index))
	}
	k := sort.Search(len(t.index), func(k int) bool { return int(t.index[k]) > off }) - 1
	return k*64 + countChars(s.s[t.index[k]:off])
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

// At returns code point i.
func (s *Str) At(i int) rune {
	if s.IsASCII() {
		return rune(s.s[i])
	}
	r, _ := DecodeRune(s.s[s.Offset(i):])
	return r
}

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

// DecodeLastRune decodes the last code point of WTF-8 text.
func DecodeLastRune(s string) (r rune, size int) {
	i := len(s) - 1
	for i > 0 && s[i]&0xC0 == 0x80 {
		i--
	}
	return DecodeRune(s[i:])
}

// AppendRune appends the WTF-8 form of r, which may be a surrogate.
func AppendRune(b []byte, r rune) []byte {
	if r >= 0xD800 && r < 0xE000 {
		return append(b, 0xED, 0x80|byte(r>>6&0x3F), 0x80|byte(r&0x3F))
	}
	return utf8.AppendRune(b, r)
}

// Runes returns the code points of WTF-8 text.
func Runes(s string) []rune {
	rs := make([]rune, 0, countChars(s))
	for i := 0; i < len(s); {
		r, n := DecodeRune(s[i:])
		rs = append(rs, r)
		i += n
	}
	return rs
}

// latin1Strs are the one-character strs, shared because indexing text makes so many.
var latin1Strs = func() (t [256]Str) {
	for i := range t {
		t[i] = Str{Header: Header{&StrType.Root}, s: string(rune(i)), count: 2}
		t[i].Hash()
	}
	return
}()

var emptyStr = func() *Str {
	s := newASCII("")
	s.Hash()
	return s
}()

// EmptyStr is the str without characters.
var EmptyStr = emptyStr.V()

// CharValue returns the one-character str r.
func CharValue(r rune) Value {
	if uint32(r) < 256 {
		return Value{&latin1Strs[r].Header, 0}
	}
	return Value{&(&Str{Header: Header{&StrType.Root}, s: string(AppendRune(nil, r)), count: 2}).Header, 0}
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
