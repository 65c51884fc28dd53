// Character classes as str.isalpha() and its kin define them, for single code points and whole strs.
package object

import (
	"sort"
	"unicode"
)

// in reports whether r is in a sorted table.
func inRanges(table []runeRange, r rune) bool {
	i := sort.Search(len(table), func(i int) bool { return table[i].hi >= r })
	return i < len(table) && table[i].lo <= r
}

// added151 reports whether r is an ideograph that Unicode 15.1 added to 15.0.
func added151(r rune) bool { return r >= 0x2EBF0 && r <= 0x2EE5D }

// added151Symbol reports whether r is a symbol that Unicode 15.1 added to 15.0.
func added151Symbol(r rune) bool { return r >= 0x2FFC && r <= 0x2FFF || r == 0x31EF }

// IsAlpha and the following are the classes of one code point.
func IsAlpha(r rune) bool {
	if r < 0x80 {
		return uint32(r|0x20)-'a' < 26
	}
	return unicode.IsLetter(r) || added151(r)
}
func IsDecimal(r rune) bool {
	if r < 0x80 {
		return uint32(r)-'0' < 10
	}
	return unicode.Is(unicode.Nd, r)
}
func IsDigit(r rune) bool { return IsDecimal(r) || r >= 0x80 && inRanges(nonDecimalDigits, r) }
func IsNumeric(r rune) bool {
	if r < 0x80 {
		return uint32(r)-'0' < 10
	}
	return unicode.Is(unicode.N, r) || inRanges(letterNumerals, r)
}
func IsAlnum(r rune) bool { return IsAlpha(r) || IsNumeric(r) }
func IsLower(r rune) bool {
	if r < 0x80 {
		return uint32(r)-'a' < 26
	}
	return unicode.Is(unicode.Ll, r) || unicode.Is(unicode.Other_Lowercase, r)
}
func IsUpper(r rune) bool {
	if r < 0x80 {
		return uint32(r)-'A' < 26
	}
	return unicode.Is(unicode.Lu, r) || unicode.Is(unicode.Other_Uppercase, r)
}
func isTitle(r rune) bool { return r >= 0x80 && unicode.Is(unicode.Lt, r) }

// IsSpace reports whether r has bidirectional type WS, B or S, or category Zs.
func IsSpace(r rune) bool {
	if r < 0x80 {
		return r == ' ' || r >= 9 && r <= 13 || r >= 28 && r <= 31
	}
	switch r {
	case 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200A
}

// isLineBreak reports whether str.splitlines() breaks at r.
func isLineBreak(r rune) bool {
	return r >= 10 && r <= 13 || r >= 0x1C && r <= 0x1E || r == 0x85 || r == 0x2028 || r == 0x2029
}

// IsPrintable reports whether repr() shows r as it is.
func IsPrintable(r rune) bool {
	if r < 0x7F {
		return r >= 0x20
	}
	return unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S) || added151(r) || added151Symbol(r)
}

// IsIdentStart reports whether an identifier may begin with r (XID_Start or "_").
func IsIdentStart(r rune) bool {
	if r < 0x80 {
		return r == '_' || uint32(r|0x20)-'a' < 26
	}
	return (unicode.In(r, unicode.L, unicode.Nl, unicode.Other_ID_Start) || added151(r)) &&
		!unicode.In(r, unicode.Pattern_Syntax, unicode.Pattern_White_Space) && !inRanges(notXIDStart, r)
}

// IsIdentContinue reports whether an identifier may go on with r (XID_Continue).
func IsIdentContinue(r rune) bool {
	if r < 0x80 {
		return r == '_' || uint32(r|0x20)-'a' < 26 || uint32(r)-'0' < 10
	}
	in := (unicode.In(r, unicode.L, unicode.Nl, unicode.Other_ID_Start, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue) ||
		added151(r)) && !unicode.In(r, unicode.Pattern_Syntax, unicode.Pattern_White_Space)
	return in != inRanges(notXIDContinue, r)
}

// IsIdentifier reports whether s is spelled like an identifier.
func IsIdentifier(s string) bool {
	for i := 0; i < len(s); {
		r, n := DecodeRune(s[i:])
		if i == 0 && !IsIdentStart(r) || i > 0 && !IsIdentContinue(r) {
			return false
		}
		i += n
	}
	return s != ""
}

// allRunes reports whether s is not empty and f holds for all of it.
func allRunes(s string, f func(rune) bool) bool {
	for i := 0; i < len(s); {
		r, n := DecodeRune(s[i:])
		if !f(r) {
			return false
		}
		i += n
	}
	return s != ""
}

// hasCase reports whether s has cased characters, all of the wanted case.
func hasCase(s string, want, other func(rune) bool) bool {
	cased := false
	for i := 0; i < len(s); {
		r, n := DecodeRune(s[i:])
		if other(r) || isTitle(r) {
			return false
		}
		cased = cased || want(r)
		i += n
	}
	return cased
}

// isTitleCased is str.istitle().
func isTitleCased(s string) bool {
	cased, previous := false, false
	for i := 0; i < len(s); {
		r, n := DecodeRune(s[i:])
		i += n
		switch {
		case IsUpper(r) || isTitle(r):
			if previous {
				return false
			}
			cased, previous = true, true
		case IsLower(r):
			if !previous {
				return false
			}
			cased, previous = true, true
		default:
			previous = false
		}
	}
	return cased
}

func classMethod(name string, f func(rune) bool) Method {
	return Method{Name: name, F0: func(th *Thread, self Value) Value { return Bool(allRunes(strText(self), f)) }}
}

// strText returns the text of a receiver, which is a str.
func strText(v Value) string { return (*Str)(v.Ptr()).s }

// strClassMethods are the is… methods.
var strClassMethods = []Method{
	classMethod("isalnum", IsAlnum),
	classMethod("isalpha", IsAlpha),
	classMethod("isdecimal", IsDecimal),
	classMethod("isdigit", IsDigit),
	classMethod("isnumeric", IsNumeric),
	classMethod("isspace", IsSpace),
	{Name: "isascii", F0: func(th *Thread, self Value) Value { return Bool(isASCII(strText(self))) }},
	{Name: "isidentifier", F0: func(th *Thread, self Value) Value { return Bool(IsIdentifier(strText(self))) }},
	{Name: "islower", F0: func(th *Thread, self Value) Value { return Bool(hasCase(strText(self), IsLower, IsUpper)) }},
	{Name: "isprintable", F0: func(th *Thread, self Value) Value {
		return Bool(strText(self) == "" || allRunes(strText(self), IsPrintable))
	}},
	{Name: "istitle", F0: func(th *Thread, self Value) Value { return Bool(isTitleCased(strText(self))) }},
	{Name: "isupper", F0: func(th *Thread, self Value) Value { return Bool(hasCase(strText(self), IsUpper, IsLower)) }},
}

// IsKeyword reports whether s is a keyword of Python (not a soft one).
func IsKeyword(s string) bool {
	switch s {
	case "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else",
		"except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
		"return", "try", "while", "with", "yield":
		return true
	}
	return false
}
