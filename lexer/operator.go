// Operators and brackets.

package lexer

import (
	"unicode/utf8"

	"github.com/alecthomas/participle/v2/lexer"
)

// operators lists, by first character, the operators that begin with it: longest first.
var operators = func() (t [128][]operator) {
	for width := 3; width >= 1; width-- {
		for k := LPar; k <= Exclam; k++ {
			if s := tokenTable[k].text; len(s) == width {
				t[s[0]] = append(t[s[0]], operator{s, k})
			}
		}
	}
	t['<'] = append([]operator{{"<>", NotEqual}}, t['<']...) // PEP 401; the parser rejects it
	for i, o := range t['<'] {
		if o.text == "<<=" {
			t['<'][0], t['<'][i] = t['<'][i], t['<'][0]
		}
	}
	return t
}()

type operator struct {
	text string
	kind Kind
}

// operator reads an operator or bracket at l.pos.
func (l *Lexer) operator() (lexer.Token, error) {
	i := l.pos
	c := l.src[i]
	switch c {
	case '(', '[', '{':
		return l.open(i, c)
	case ')', ']', '}':
		return l.close(i, c)
	case ':':
		if f := l.atField(); f != nil {
			f.inText, f.inSpec = true, true
			return l.token(Colon, i, i+1)
		}
		l.endHeader(i)
	case '$', '?', '`':
		return l.token(Operator, i, i+1)
	}
	if c < 0x80 {
		for _, o := range operators[c] {
			if n := len(o.text); i+n <= len(l.src) && l.src[i:i+n] == o.text {
				return l.token(o.kind, i, i+n)
			}
		}
	}
	r, n := utf8.DecodeRuneInString(l.src[i:])
	return l.fail(i+n, "invalid non-printable character U+%04X", r)
}

func (l *Lexer) open(i int, c byte) (lexer.Token, error) {
	if len(l.parens) >= maxParens {
		return l.fail(i+1, "too many nested parentheses")
	}
	l.parens = append(l.parens, paren{c, i, l.line, l.lineStart})
	return l.token(openKinds[c], i, i+1)
}

var (
	openKinds  = [128]Kind{'(': LPar, '[': LSqb, '{': LBrace}
	closeKinds = [128]Kind{')': RPar, ']': RSqb, '}': RBrace}
	closerOf   = [128]byte{'(': ')', '[': ']', '{': '}'}
)

// close reads a closing bracket, which must match the innermost open one.
func (l *Lexer) close(i int, c byte) (lexer.Token, error) {
	n := len(l.parens)
	if n == 0 && l.opt.Extra {
		if l.InFString() {
			return l.fail(i+1, "f-string: single '%c' is not allowed", c)
		}
		return l.token(closeKinds[c], i, i+1)
	}
	if n == 0 {
		return l.fail(i+1, "unmatched '%c'", c)
	}
	f := l.atField()
	p := l.parens[n-1]
	if closerOf[p.char] != c && l.opt.Extra && f == nil {
		l.parens = l.parens[:n-1]
		return l.token(closeKinds[c], i, i+1)
	}
	if closerOf[p.char] != c {
		if f != nil {
			return l.fail(i+1, "f-string: unmatched '%c'", c)
		}
		l.parens = l.parens[:n-1]
		if p.line != l.line {
			return l.fail(i+1, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", c, p.char, p.line)
		}
		return l.fail(i+1, "closing parenthesis '%c' does not match opening parenthesis '%c'", c, p.char)
	}
	l.parens = l.parens[:n-1]
	if f != nil {
		l.releaseWarnings(f, len(f.fields), i, i+1)
		f.fields = f.fields[:len(f.fields)-1]
		f.inText, f.inSpec = true, false
	}
	return l.token(closeKinds[c], i, i+1)
}
