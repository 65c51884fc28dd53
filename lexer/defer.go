// Deferred bodies: with Options.DeferBodies the body of a def is one token, found by its indentation.
//
// Most functions of a library module are never called by the program that imports it. Their bodies are skipped at a
// hundredth of the cost of reading them, and read when they are first needed. This is for sources that are known to be
// right: an error in a skipped body would go unseen.

package lexer

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// deferral is how far the lexer is on the way from a def to the body to skip.
type deferral uint8

const (
	noDeferral  deferral = iota
	inHeader             // behind def
	beforeBody           // behind the colon that ends its line
	inDocstring          // the body begins with a docstring, which is read
)

// outward are the words by which a body has a say in how the blocks around it are compiled: whether the function is a
// generator, and whether the class needs a cell for itself. Such bodies are read.
var outward = [...]string{"yield", "super", "__class__"}

// beginHeader notes a def.
func (l *Lexer) beginHeader() {
	if l.opt.DeferBodies && l.pos >= l.readUntil {
		l.deferral = inHeader
	}
}

// endHeader notes the colon at offset i.
func (l *Lexer) endHeader(i int) {
	if l.deferral != inHeader || len(l.parens) > 0 {
		return
	}
	l.deferral = noDeferral
	if blankLine(l.src[i+1:]) {
		l.deferral = beforeBody
	}
}

// blankLine reports whether nothing but space and a comment comes before the end of the line.
func blankLine(s string) bool {
	s = strings.TrimLeft(s, " ")
	return s == "" || s[0] == '\n' || s[0] == '#'
}

// deferred returns the token of a body, or of what follows its docstring, when the lexer stands before it.
func (l *Lexer) deferred() (t lexer.Token, ok bool) {
	switch {
	case l.deferral == beforeBody && l.last == Indent:
		l.deferral = noDeferral
		end, code := skipBlock(l.src, l.lineStart, l.indents[len(l.indents)-1].col)
		for _, word := range outward {
			if strings.Contains(l.src[l.pos:code], word) {
				l.readUntil = end
				return t, false
			}
		}
		if isDocstring(l.src[l.pos:]) {
			l.deferral = inDocstring
			return t, false
		}
		return l.skipTo(end, code), true
	case l.deferral == inDocstring && l.last == Dedent: // it was all
		l.deferral = noDeferral
	case l.deferral == inDocstring && l.last == Newline:
		l.deferral = noDeferral
		return l.skipTo(skipBlock(l.src, l.lineStart, l.indents[len(l.indents)-1].col)), true
	}
	return t, false
}

// isDocstring reports whether a block begins with a string on its own.
func isDocstring(s string) bool {
	if len(s) > 0 && (s[0]|0x20 == 'r' || s[0]|0x20 == 'u') {
		s = s[1:]
	}
	if s == "" || s[0] != '"' && s[0] != '\'' {
		return false
	}
	return blankLine(s[skipString(s, 0):])
}

// skipTo moves to the line at end; the token is what lies between, up to the end of the last code.
func (l *Lexer) skipTo(end, code int) lexer.Token {
	start, line := l.lineStart, l.line
	l.line += strings.Count(l.src[start:end], "\n")
	l.pos, l.lineStart, l.bufStart, l.bufBefore = end, end, end, end
	l.lineBegin = true
	l.last = Deferred
	return lexer.Token{Type: Deferred, Value: l.src[start:code], Pos: lexer.Position{Offset: start, Line: line, Column: 1}}
}

// skipBlock finds the end of the block whose lines are indented by at least col, from the line at i on: the offset of
// the line that follows it, and the end of its last code.
func skipBlock(src string, i, col int) (end, code int) {
	code = i
	for i < len(src) {
		first := i
		for first < len(src) && src[first] == ' ' {
			first++
		}
		blank := first >= len(src) || src[first] == '\n' || src[first] == '#'
		if !blank && first-i < col {
			return i, code
		}
		lineEnd, codeEnd := skipLine(src, first)
		if !blank {
			code = codeEnd
		}
		i = min(lineEnd+1, len(src))
	}
	return i, code
}

// skipLine finds the end of the logical line at i, and that of its code.
func skipLine(src string, i int) (end, code int) {
	depth := 0
	code = i
	for i < len(src) {
		switch c := src[i]; c {
		case ' ':
			i++
			continue
		case '\n':
			if depth == 0 {
				return i, code
			}
			i++
			continue
		case '#':
			if n := strings.IndexByte(src[i:], '\n'); n >= 0 {
				i += n
			} else {
				i = len(src)
			}
			continue
		case '\\':
			i += 2
			continue
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		case '"', '\'':
			i = skipString(src, i)
			code = i
			continue
		}
		i++
		code = i
	}
	return i, code
}

// skipString returns the end of the string literal whose quotes begin at i. f-strings are taken as other strings:
// they must not use their own quotes within their fields.
func skipString(src string, i int) int {
	q := src[i : i+1]
	if t := q + q + q; strings.HasPrefix(src[i:], t) {
		q = t
	}
	for i += len(q); i < len(src); i++ {
		switch src[i] {
		case '\\':
			i++
		case q[0]:
			if strings.HasPrefix(src[i:], q) {
				return i + len(q)
			}
		}
	}
	return len(src)
}

// NewAt returns a Lexer that begins at the offset of a line of src, as if the lines before were blank.
func NewAt(src string, offset, line int, opt Options) *Lexer {
	l := New(src, opt)
	l.pos, l.line, l.lineStart, l.bufStart, l.bufBefore = offset, line, offset, offset, offset
	return l
}
