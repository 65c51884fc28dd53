// Case mappings of str: upper, lower, title, capitalize, swapcase, casefold, with the full (one to many) mappings of
// Unicode and the contextual lower case of the final sigma.
package object

import (
	"sort"
	"strings"
	"unicode"
)

func special(table []specialCase, r rune) (string, bool) {
	i := sort.Search(len(table), func(i int) bool { return table[i].r >= r })
	if i < len(table) && table[i].r == r {
		return table[i].to, true
	}
	return "", false
}

func appendUpper(b []byte, r rune) []byte {
	if s, ok := special(specialUpper, r); ok {
		return append(b, s...)
	}
	return AppendRune(b, unicode.ToUpper(r))
}

func appendTitle(b []byte, r rune) []byte {
	if s, ok := special(specialTitle, r); ok {
		return append(b, s...)
	}
	return AppendRune(b, unicode.ToTitle(r))
}

func appendFold(b []byte, r rune) []byte {
	switch {
	case r >= 0x13A0 && r <= 0x13F5: // Cherokee folds to upper case
		return AppendRune(b, r)
	case r >= 0x13F8 && r <= 0x13FD:
		return AppendRune(b, r-8)
	case r >= 0xAB70 && r <= 0xABBF:
		return AppendRune(b, r-0xAB70+0x13A0)
	}
	if s, ok := special(specialFold, r); ok {
		return append(b, s...)
	}
	return appendLower(b, r)
}

func appendLower(b []byte, r rune) []byte {
	if r == 0x130 {
		return append(b, "i\u0307"...)
	}
	return AppendRune(b, unicode.ToLower(r))
}

// appendLowerAt appends the lower case of r, which stands at s[i:i+n].
func appendLowerAt(b []byte, s string, i, n int, r rune) []byte {
	if r == 0x3A3 && isFinalSigma(s, i, n) {
		return append(b, "\u03c2"...)
	}
	return appendLower(b, r)
}

// isFinalSigma: a cased letter before, none after, ignorable characters not counting.
func isFinalSigma(s string, i, n int) bool {
	before := false
	for j := i; j > 0; {
		r, size := DecodeLastRune(s[:j])
		j -= size
		if !isCaseIgnorable(r) {
			before = isCased(r)
			break
		}
	}
	if !before {
		return false
	}
	for j := i + n; j < len(s); {
		r, size := DecodeRune(s[j:])
		j += size
		if !isCaseIgnorable(r) {
			return !isCased(r)
		}
	}
	return true
}

func isCased(r rune) bool { return IsLower(r) || IsUpper(r) || isTitle(r) }

func isCaseIgnorable(r rune) bool {
	switch r {
	case 0x27, 0x2E, 0x3A, 0xB7, 0x387, 0x55F, 0x5F4, 0x2018, 0x2019, 0x2024, 0x2027, 0xFE13, 0xFE52, 0xFE55, 0xFF07, 0xFF0E, 0xFF1A:
		return true
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Lm, unicode.Sk)
}

// mapRunes builds a str from what f appends for each code point of s.
func mapRunes(s string, f func(b []byte, i, n int, r rune) []byte) Value {
	b := make([]byte, 0, len(s)+len(s)/8)
	for i := 0; i < len(s); {
		r, n := DecodeRune(s[i:])
		b = f(b, i, n, r)
		i += n
	}
	return StrFromBytes(b)
}

// Lower returns s.lower().
func (s *Str) Lower() Value {
	if s.IsASCII() {
		return sameText(s, strings.ToLower(s.s))
	}
	return mapRunes(s.s, func(b []byte, i, n int, r rune) []byte { return appendLowerAt(b, s.s, i, n, r) })
}

// Upper returns s.upper().
func (s *Str) Upper() Value {
	if s.IsASCII() {
		return sameText(s, strings.ToUpper(s.s))
	}
	return mapRunes(s.s, func(b []byte, i, n int, r rune) []byte { return appendUpper(b, r) })
}

// sameText returns an ASCII str with the text t: s itself when that is what it holds.
func sameText(s *Str, t string) Value {
	if len(t) == 1 {
		return CharValue(rune(t[0]))
	}
	return ASCIIValue(t)
}

func strCapitalize(th *Thread, self Value) Value {
	s := strText(self)
	return mapRunes(s, func(b []byte, i, n int, r rune) []byte {
		if i == 0 {
			return appendTitle(b, r)
		}
		return appendLowerAt(b, s, i, n, r)
	})
}

func strTitle(th *Thread, self Value) Value {
	s := strText(self)
	cased := false
	return mapRunes(s, func(b []byte, i, n int, r rune) []byte {
		if cased {
			b = appendLowerAt(b, s, i, n, r)
		} else {
			b = appendTitle(b, r)
		}
		cased = isCased(r)
		return b
	})
}

func strSwapcase(th *Thread, self Value) Value {
	s := strText(self)
	return mapRunes(s, func(b []byte, i, n int, r rune) []byte {
		switch {
		case IsUpper(r):
			return appendLowerAt(b, s, i, n, r)
		case IsLower(r):
			return appendUpper(b, r)
		}
		return AppendRune(b, r)
	})
}

var strCaseMethods = []Method{
	{Name: "capitalize", F0: strCapitalize},
	{Name: "casefold", F0: func(th *Thread, self Value) Value {
		s := (*Str)(self.Ptr())
		if s.IsASCII() {
			return s.Lower()
		}
		return mapRunes(s.s, func(b []byte, i, n int, r rune) []byte { return appendFold(b, r) })
	}},
	{Name: "lower", F0: func(th *Thread, self Value) Value { return (*Str)(self.Ptr()).Lower() }},
	{Name: "swapcase", F0: strSwapcase},
	{Name: "title", F0: strTitle},
	{Name: "upper", F0: func(th *Thread, self Value) Value { return (*Str)(self.Ptr()).Upper() }},
}
