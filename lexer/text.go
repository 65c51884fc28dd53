// String and bytes literals, and the beginning of f-strings.

package lexer

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// text reads the literal whose prefix is src[start:quote].
func (l *Lexer) text(start, quote int) (lexer.Token, error) {
	q := l.src[quote]
	width := 1
	if l.at(quote+1) == q && l.at(quote+2) == q {
		width = 3
	}
	if strings.ContainsAny(l.src[start:quote], "fF") {
		return l.beginFString(start, quote, width)
	}
	if width == 3 {
		return l.longText(start, quote)
	}
	return l.shortText(start, quote)
}

// shortText reads a literal that ends on its line, unless backslashes join lines.
func (l *Lexer) shortText(start, quote int) (lexer.Token, error) {
	line, lineStart := l.line, l.lineStart
	q := l.src[quote]
	msg := "unterminated string literal (detected at line %d)"
	for i := quote + 1; i < len(l.src); i++ {
		switch c := l.src[i]; c {
		case q:
			l.warnEscapes(start, quote+1, i, i+1, line)
			return l.stringToken(start, i+1, line, lineStart), nil
		case '\n':
			if f := l.innerFString(); f != nil && f.quote == q && !f.triple {
				return l.missingBrace(start, line, lineStart)
			}
			return l.unterminated(start, line, lineStart, msg)
		case '\\':
			i++
			switch l.at(i) {
			case '\n':
				l.joinLine(i + 1)
			case q:
				msg = "unterminated string literal (detected at line %d); perhaps you escaped the end quote?"
			}
		}
	}
	if f := l.innerFString(); f != nil && f.quote == q && !f.triple {
		return l.missingBrace(start, line, lineStart)
	}
	t, err := l.unterminated(start, line, lineStart, msg)
	l.state = InQuoted
	return t, err
}

// longText reads a triple-quoted literal.
func (l *Lexer) longText(start, quote int) (lexer.Token, error) {
	line, lineStart := l.line, l.lineStart
	q := l.src[quote]
	for i := quote + 3; i < len(l.src); i++ {
		switch c := l.src[i]; c {
		case q:
			if l.at(i+1) == q && l.at(i+2) == q {
				l.warnEscapes(start, quote+3, i, i+3, line)
				return l.stringToken(start, i+3, line, lineStart), nil
			}
		case '\n':
			l.joinLine(i + 1)
		case '\\':
			i++
			if l.at(i) == '\n' {
				l.joinLine(i + 1)
			}
		}
	}
	if f := l.innerFString(); f != nil && f.quote == q && f.triple {
		return l.missingBrace(start, line, lineStart)
	}
	t, err := l.unterminated(start, line, lineStart, "unterminated triple-quoted string literal (detected at line %d)")
	l.state = InTripleQuoted
	return t, err
}

// stringToken is token for a literal that may have begun on an earlier line.
func (l *Lexer) stringToken(start, end, line, lineStart int) lexer.Token {
	l.last = String
	l.pos = end
	return lexer.Token{Type: String, Value: l.src[start:end], Pos: lexer.Position{Offset: start, Line: line, Column: start - lineStart + 1}}
}

// unterminated reports a literal without end: at its first character, naming the line where reading stopped.
func (l *Lexer) unterminated(start, line, lineStart int, msg string) (lexer.Token, error) {
	detected := l.line
	if l.lineStart == len(l.src) && detected > line {
		detected-- // the empty rest after the last newline is no line
	}
	l.line, l.lineStart = line, lineStart
	return l.fail(start+1, msg, detected)
}

// missingBrace reports a quote that, rather than begin a literal, ends the f-string around it.
func (l *Lexer) missingBrace(start, line, lineStart int) (lexer.Token, error) {
	l.line, l.lineStart = line, lineStart
	return l.fail(start+1, "f-string: expecting '}'")
}
