// Names, keywords, and the prefixes of string literals.

package lexer

import (
	"unicode"
	"unicode/utf8"

	"github.com/alecthomas/participle/v2/lexer"
	"golang.org/x/text/unicode/norm"

	"pyasync/ast"
)

// Bits of charClass.
const (
	identStart = 1 << iota // letters, underscore, every byte of a non-ASCII character
	digit
	identPart
)

var charClass = func() (t [256]uint8) {
	for c := range t {
		switch b := byte(c); {
		case b == '_' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80:
			t[c] = identStart | identPart
		case b >= '0' && b <= '9':
			t[c] = digit | identPart
		}
	}
	return t
}()

// identifier reads a name or keyword, or the string literal whose prefix it turns out to be.
func (l *Lexer) identifier() (lexer.Token, error) {
	src, start := l.src, l.pos
	i := start
	ascii := true
	for i < len(src) && charClass[src[i]]&identPart != 0 {
		ascii = ascii && src[i] < 0x80
		i++
	}
	if i < len(src) && (src[i] == '"' || src[i] == '\'') && isStringPrefix(src[start:i]) {
		return l.text(start, i)
	}
	if !ascii {
		if l.opt.Extra {
			return l.token(Name, start, i)
		}
		if at, r := invalidRune(src[start:i]); at >= 0 {
			end := start + at + utf8.RuneLen(r)
			if ast.IsPrintable(r) {
				return l.fail(end, "invalid character '%c' (U+%04X)", r, r)
			}
			return l.fail(end, "invalid non-printable character U+%04X", r)
		}
		return l.token(Name, start, i)
	}
	kind := keywordKind(src[start:i])
	if l.opt.OldNames && l.last == Dot && (kind == KwAsync || kind == KwAwait) {
		kind = Name
	}
	if kind == KwDef {
		l.beginHeader()
	}
	return l.token(kind, start, i)
}

// isStringPrefix tells whether s may stand before a quote: b, r, u, f and their pairs with r.
func isStringPrefix(s string) bool {
	switch len(s) {
	case 1:
		switch s[0] | 0x20 {
		case 'b', 'r', 'u', 'f':
			return true
		}
	case 2:
		a, b := s[0]|0x20, s[1]|0x20
		return a == 'r' && (b == 'b' || b == 'f') || b == 'r' && (a == 'b' || a == 'f')
	}
	return false
}

// invalidRune finds the first character that may not stand in an identifier; at is -1 when there is none.
// As PEP 3131 says, it must be one both as written and in its NFKC form.
func invalidRune(s string) (at int, r rune) {
	for i, r := range s {
		if !xidRune(r, i == 0) {
			return i, r
		}
	}
	return -1, 0
}

// xidRune is the property XID_Start (first) or XID_Continue.
func xidRune(r rune, first bool) bool {
	if r < 0x80 {
		c := charClass[r]
		return c&identStart != 0 || !first && c&digit != 0
	}
	if !idRune(r, first) {
		return false
	}
	if norm.NFKC.QuickSpanString(string(r)) > 0 {
		return true
	}
	for i, c := range norm.NFKC.String(string(r)) {
		if !idRune(c, first && i == 0) {
			return false
		}
	}
	return true
}

func idRune(r rune, first bool) bool {
	if r == '_' || r >= 0x2EBF0 && r <= 0x2EE5D || unicode.In(r, unicode.L, unicode.Nl, unicode.Other_ID_Start) {
		return !unicode.In(r, unicode.Pattern_Syntax, unicode.Pattern_White_Space)
	}
	return !first && unicode.In(r, unicode.Nd, unicode.Mn, unicode.Mc, unicode.Pc, unicode.Other_ID_Continue)
}
