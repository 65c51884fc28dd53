// Escape sequences in patterns, inside and outside character sets.
package remod

import (
	"fmt"
	"strconv"
	"strings"

	"pyasync/internal/uniname"
	"pyasync/object"
)

// simpleEscapes are the escapes of single control characters.
var simpleEscapes = map[string]rune{`\a`: 7, `\b`: 8, `\f`: 12, `\n`: 10, `\r`: 13, `\t`: 9, `\v`: 11, `\\`: '\\'}

func isASCIILetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
func isDigit(s string) bool     { return s != "" && s[0] >= '0' && s[0] <= '9' && len(s) == 1 }
func isOctal(s string) bool     { return isDigit(s) && s[0] < '8' }

// setEscape handles an escape inside a character set.
func (p *parser) setEscape(esc string) setItem {
	if r, ok := simpleEscapes[esc]; ok {
		return setItem{lo: r, hi: r}
	}
	if len(esc) == 2 && strings.IndexByte("dDsSwW", esc[1]) >= 0 {
		return setItem{class: esc[1]}
	}
	if r, ok := p.charEscape(&esc); ok {
		return setItem{lo: r, hi: r}
	}
	c := esc[1]
	switch {
	case c >= '0' && c <= '7':
		esc += p.getWhile(2, octDigits)
		r := p.octal(esc)
		return setItem{lo: r, hi: r}
	case c >= '8' && c <= '9', isASCIILetter(c):
		p.fail("bad escape "+esc, runeCount(esc))
	}
	return char(esc[1:])
}

// octal returns the value of an escape of octal digits.
func (p *parser) octal(esc string) rune {
	n, _ := strconv.ParseInt(esc[1:], 8, 32)
	if n > 0o377 {
		p.fail(fmt.Sprintf("octal escape value %s outside of range 0-0o377", esc), len(esc))
	}
	return rune(n)
}

// charEscape handles \x, \u, \U and \N; esc is extended by what belongs to it.
func (p *parser) charEscape(esc *string) (rune, bool) {
	size := 0
	switch c := (*esc)[1]; {
	case c == 'x':
		size = 2
	case c == 'u' && p.isText:
		size = 4
	case c == 'U' && p.isText:
		size = 8
	case c == 'N' && p.isText:
		return p.named(), true
	default:
		return 0, false
	}
	*esc += p.getWhile(size, hexDigits)
	if len(*esc) != size+2 {
		p.fail("incomplete escape "+*esc, len(*esc))
	}
	n, _ := strconv.ParseUint((*esc)[2:], 16, 64)
	if n > 0x10FFFF {
		p.fail("bad escape "+*esc, len(*esc))
	}
	return rune(n), true
}

// named handles \N{NAME}.
func (p *parser) named() rune {
	if !p.match("{") {
		p.fail("missing {", 0)
	}
	name := p.getUntil("}", "character name")
	r, ok := uniname.Lookup(name)
	if !ok {
		p.fail("undefined character name "+object.StrRepr(name), runeCount(name)+len(`\N{}`))
	}
	return r
}

// escape handles an escape outside a character set.
func (p *parser) escape(esc string) *node {
	switch esc {
	case `\A`:
		return &node{op: nAt, at: atBeginningString}
	case `\b`:
		return &node{op: nAt, at: atBoundary}
	case `\B`:
		return &node{op: nAt, at: atNonBoundary}
	case `\Z`:
		return &node{op: nAt, at: atEndString}
	case `\d`, `\D`, `\s`, `\S`, `\w`, `\W`:
		return &node{op: nSet, set: &setSpec{items: []setItem{{class: esc[1]}}}}
	}
	if r, ok := simpleEscapes[esc]; ok {
		return &node{op: nLiteral, r: r}
	}
	if r, ok := p.charEscape(&esc); ok {
		return &node{op: nLiteral, r: r}
	}
	c := esc[1]
	switch {
	case c == '0':
		esc += p.getWhile(2, octDigits)
		n, _ := strconv.ParseInt(esc[1:], 8, 32)
		return &node{op: nLiteral, r: rune(n)}
	case c >= '1' && c <= '9':
		return p.numberEscape(esc)
	case isASCIILetter(c):
		p.fail("bad escape "+esc, len(esc))
	}
	return literal(esc[1:])
}

// numberEscape tells octal escapes from group references.
func (p *parser) numberEscape(esc string) *node {
	if isDigit(p.next) {
		esc += p.get()
		if esc[1] < '8' && esc[2] < '8' && isOctal(p.next) {
			esc += p.get()
			return &node{op: nLiteral, r: p.octal(esc)}
		}
	}
	g, _ := strconv.Atoi(esc[1:])
	if g >= p.groups {
		p.fail(fmt.Sprintf("invalid group reference %d", g), len(esc)-1)
	}
	if p.groupWidths[g] == nil {
		p.fail("cannot refer to an open group", len(esc))
	}
	p.checkLookbehind(g)
	return &node{op: nBackref, group: g}
}

// checkLookbehind forbids references out of a lookbehind to groups inside it.
func (p *parser) checkLookbehind(g int) {
	if p.lookbehindGroups < 0 {
		return
	}
	if p.groupWidths[g] == nil {
		p.fail("cannot refer to an open group", 0)
	}
	if g >= p.lookbehindGroups {
		p.fail("cannot refer to group defined in the same lookbehind subpattern", 0)
	}
}
