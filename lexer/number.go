// Numeric literals.

package lexer

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// radix describes the literals that begin with 0 and a letter.
type radix struct {
	name string
	ok   func(byte) bool
}

var radixes = map[byte]radix{
	'x': {"hexadecimal", func(c byte) bool { return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'f' }},
	'o': {"octal", func(c byte) bool { return c >= '0' && c <= '7' }},
	'b': {"binary", func(c byte) bool { return c == '0' || c == '1' }},
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// number reads an int, float or imaginary literal.
func (l *Lexer) number() (lexer.Token, error) {
	start := l.pos
	if l.src[start] == '0' {
		if r, ok := radixes[l.at(start+1)|0x20]; ok && l.at(start+1) >= 'A' {
			return l.radixNumber(start, r)
		}
	}
	i := start
	var err error
	if l.src[i] != '.' {
		if i, err = l.digits(i); err != nil {
			return lexer.Token{}, err
		}
	}
	whole := i
	if l.at(i) == '.' {
		i++
		if isDigit(l.at(i)) {
			if i, err = l.digits(i); err != nil {
				return lexer.Token{}, err
			}
		}
	}
	if l.at(i)|0x20 == 'e' {
		if i, err = l.exponent(i); err != nil {
			return lexer.Token{}, err
		}
	}
	kind := "decimal"
	if l.at(i)|0x20 == 'j' {
		i++
		kind = "imaginary"
	}
	if i == whole && !l.opt.Extra && l.src[start] == '0' {
		if z := strings.TrimLeft(l.src[start:i], "0_"); z != "" {
			first := i - len(z)
			return l.failRange(i, l.chars(start)+1, l.chars(first)+1,
				"leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
		}
	}
	return l.endNumber(start, i, kind)
}

// digits reads decimal digits, which single underscores may separate.
func (l *Lexer) digits(i int) (int, error) {
	for {
		for isDigit(l.at(i)) {
			i++
		}
		if l.at(i) != '_' {
			return i, nil
		}
		i++
		if !isDigit(l.at(i)) {
			_, err := l.fail(i, "invalid decimal literal")
			return i, err
		}
	}
}

// exponent reads the e, sign and digits at i; an e that no digit follows is left for the next token.
func (l *Lexer) exponent(i int) (int, error) {
	j := i + 1
	if c := l.at(j); c == '+' || c == '-' {
		j++
		if !isDigit(l.at(j)) {
			_, err := l.fail(j, "invalid decimal literal")
			return j, err
		}
	} else if !isDigit(c) {
		return i, nil
	}
	return l.digits(j)
}

// radixNumber reads a literal that begins with 0x, 0o or 0b.
func (l *Lexer) radixNumber(start int, r radix) (lexer.Token, error) {
	i := start + 2
	for {
		if l.at(i) == '_' {
			i++
		}
		if c := l.at(i); !r.ok(c) {
			if isDigit(c) {
				return l.fail(i+1, "invalid digit '%c' in %s literal", c, r.name)
			}
			return l.fail(i, "invalid "+r.name+" literal")
		}
		for r.ok(l.at(i)) {
			i++
		}
		if l.at(i) != '_' {
			break
		}
	}
	if c := l.at(i); isDigit(c) {
		return l.fail(i+1, "invalid digit '%c' in %s literal", c, r.name)
	}
	return l.endNumber(start, i, r.name)
}

// keywordsAfterNumber may follow a number without a space; CPython accepts them with a warning.
var keywordsAfterNumber = [...]string{"and", "else", "for", "or", "not"}

func (l *Lexer) endNumber(start, i int, kind string) (lexer.Token, error) {
	if c := l.at(i); !l.opt.Extra && c < 0x80 && charClass[c]&identPart != 0 {
		if !l.keywordFollows(i) {
			return l.fail(i, "invalid "+kind+" literal")
		}
		l.warn(i, "invalid "+kind+" literal")
	}
	return l.token(Number, start, i)
}

func (l *Lexer) keywordFollows(i int) bool {
	switch rest := l.src[i:]; {
	case strings.HasPrefix(rest, "if"), strings.HasPrefix(rest, "in"), strings.HasPrefix(rest, "is"):
		return true // CPython looks no further
	}
	for _, k := range keywordsAfterNumber {
		if strings.HasPrefix(l.src[i:], k) {
			return charClass[l.at(i+len(k))]&identPart == 0
		}
	}
	return false
}
