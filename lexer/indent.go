// INDENT and DEDENT: the indentation of logical lines.

package lexer

import (
	"github.com/alecthomas/participle/v2/lexer"
)

// maxIndents is the depth of indentation CPython's tokenizer accepts.
const maxIndents = 100

// indentation is the width of a line's leading space, with tabs to multiples of eight and with
// tabs as single columns; blocks must compare alike by both measures (else TabError).
type indentation struct{ col, alt int }

// beginLine reads the space at the beginning of a logical line, skipping lines without code.
// It returns a token (ok) when the indentation changed.
func (l *Lexer) beginLine() (t lexer.Token, ok bool, err error) {
	var in indentation
	for {
		if in, err = l.leadingSpace(); err != nil {
			return t, true, err
		}
		c := l.at(l.pos)
		if l.opt.Extra && (c == '#' || c == '\n') {
			l.lineBegin, l.blank = false, true
			return t, false, nil
		}
		if c == '#' {
			if l.skipComment(); l.pos >= len(l.src) {
				l.lineBegin = false
				return t, false, nil
			}
		} else if c != '\n' {
			break
		}
		l.pos++
		l.nextLine(l.pos)
	}
	l.lineBegin = false
	top := l.indents[len(l.indents)-1]
	switch {
	case in.col > top.col:
		t, err = l.indent(in, top)
	case in.col < top.col:
		t, err = l.dedent(in)
	case in.alt != top.alt:
		t, err = l.tabError()
	default:
		return t, false, nil
	}
	return t, true, err
}

// leadingSpace moves over spaces and measures them. A backslash within them joins the next
// physical line, but the indentation is the one before the first backslash.
func (l *Lexer) leadingSpace() (indentation, error) {
	var in, joined indentation
	for {
		switch l.at(l.pos) {
		case ' ':
			in.col++
			in.alt++
		case '\t':
			in.col = (in.col/8 + 1) * 8
			in.alt++
		case '\f':
			in = indentation{}
		case '\\':
			if joined.col == 0 {
				joined = indentation{in.col, in.col}
			}
			if _, err := l.continueLine((*Lexer).nextLine); err != nil {
				return in, err
			}
			continue
		default:
			if joined.col != 0 {
				in = joined
			}
			return in, nil
		}
		l.pos++
	}
}

func (l *Lexer) indent(in, top indentation) (lexer.Token, error) {
	if len(l.indents) >= maxIndents {
		return l.failLine("IndentationError", "too many levels of indentation", 1, 0)
	}
	if in.alt <= top.alt {
		return l.tabError()
	}
	l.indents = append(l.indents, in)
	return l.token(Indent, l.lineStart, l.pos)
}

func (l *Lexer) dedent(in indentation) (lexer.Token, error) {
	n := len(l.indents)
	for n > 1 && in.col < l.indents[n-1].col {
		n--
		l.pending++
	}
	l.indents = l.indents[:n]
	if in.col != l.indents[n-1].col {
		l.pos = l.lineEnd()
		return l.failLine("IndentationError", "unindent does not match any outer indentation level", l.chars(l.pos+1), -1)
	}
	if in.alt != l.indents[n-1].alt {
		return l.tabError()
	}
	l.pending--
	return l.token(Dedent, l.pos, l.pos)
}

func (l *Lexer) tabError() (lexer.Token, error) {
	return l.failLine("TabError", "inconsistent use of tabs and spaces in indentation", 1, 0)
}
