// f-strings: text between the quotes, and the switches to and from replacement fields.

package lexer

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

const (
	maxFStrings = 150 // nested f-strings, CPython's MAXFSTRINGLEVEL
	maxFields   = 3   // nested replacement fields of one f-string, MAX_EXPR_NESTING
)

// fstring is an f-string being read. Its text and its fields alternate; a field's format
// specification is text again, with fields of its own.
type fstring struct {
	quote     byte
	triple    bool
	raw       bool
	split     bool  // with Options.Extra: the text just read ends with the first of two braces, or with a named escape
	skip      int   // 1 for the second of them, which belongs to no token
	inText    bool  // reading text, not the tokens of a field
	inSpec    bool  // the text is a format specification, up to its first field: CPython forgets it there
	fields    []int // depth of brackets inside each open field
	start     int
	line      int
	lineStart int
	warnings  []pendingWarning
}

func (l *Lexer) inFStringText() bool {
	n := len(l.fstrings)
	return n > 0 && l.fstrings[n-1].inText
}

// InFString tells whether the lexer stands within an f-string.
func (l *Lexer) InFString() bool { return len(l.fstrings) > 0 }

// innerFString returns the innermost open f-string, or nil.
func (l *Lexer) innerFString() *fstring {
	if n := len(l.fstrings); n > 0 {
		return &l.fstrings[n-1]
	}
	return nil
}

// atField returns the f-string being read, when the innermost open bracket is the one of its field.
func (l *Lexer) atField() *fstring {
	if n := len(l.fstrings); n > 0 {
		f := &l.fstrings[n-1]
		if k := len(f.fields); k > 0 && f.fields[k-1] == len(l.parens) {
			return f
		}
	}
	return nil
}

func (l *Lexer) beginFString(start, quote, width int) (lexer.Token, error) {
	if len(l.fstrings)+1 >= maxFStrings {
		return l.fail(quote+width, "too many nested f-strings")
	}
	l.fstrings = append(l.fstrings, fstring{
		quote: l.src[quote], triple: width == 3, raw: strings.ContainsAny(l.src[start:quote], "rR"),
		inText: true, start: start, line: l.line, lineStart: l.lineStart,
	})
	return l.token(FStart, start, quote+width)
}

// fstringText reads text up to the next field or the end of the f-string, or what comes there.
func (l *Lexer) fstringText() (lexer.Token, error) {
	f := &l.fstrings[len(l.fstrings)-1]
	start, line, lineStart := l.pos, l.line, l.lineStart
	end, err := l.scanFStringText(f)
	if err != nil {
		return lexer.Token{}, err
	}
	if c := l.src[end]; end > start || c == '}' && len(f.fields) > 0 {
		if c == '\n' && l.opt.Extra {
			f.inText, f.inSpec = false, false
		}
		if c == '}' && (len(f.fields) > 0 || l.opt.Extra) && !f.split {
			f.inText = false // the field ends; before that comes text even if there is none
		}
		l.collectEscapes(f, start, end)
		l.pos = end
		l.pos += f.skip
		f.split, f.skip = false, 0
		l.last = FMiddle
		return lexer.Token{Type: FMiddle, Value: l.src[start:end], Pos: lexer.Position{Offset: start, Line: line, Column: start - lineStart + 1}}, nil
	}
	switch c := l.src[end]; {
	case l.opt.Extra && (c == '}' || c == '\n'): // CPython's tokenizer finds the error, or the missing brace, with the next token
		f.inText, f.inSpec = false, false
		return l.token(FMiddle, end, end)
	case c == f.quote:
		width := 1
		if f.triple {
			width = 3
		}
		l.releaseWarnings(f, 0, end, end+width)
		l.fstrings = l.fstrings[:len(l.fstrings)-1]
		return l.token(FEnd, end, end+width)
	case c == '{':
		if len(f.fields) >= maxFields {
			return l.fail(end, "f-string: expressions nested too deeply")
		}
		l.parens = append(l.parens, paren{'{', end, l.line, l.lineStart})
		f.fields = append(f.fields, len(l.parens))
		f.inText = false
		return l.token(LBrace, end, end+1)
	case c == '\n': // a format specification ends with its line: the parser will miss the brace
		f.inText, f.inSpec = false, false
		return l.scan()
	}
	return l.fail(end+1, "f-string: single '}' is not allowed")
}

// scanFStringText returns the offset of the first character from l.pos on that is not text.
func (l *Lexer) scanFStringText(f *fstring) (int, error) {
	for i := l.pos; ; i++ {
		if i >= len(l.src) {
			return i, l.unterminatedFString(f, true)
		}
		switch c := l.src[i]; c {
		case f.quote:
			if !f.triple || l.at(i+1) == c && l.at(i+2) == c {
				return i, nil
			}
		case '\n':
			if !f.triple {
				if f.inSpec {
					return i, nil
				}
				return i, l.unterminatedFString(f, false)
			}
			l.joinLine(i + 1)
		case '{':
			if l.at(i+1) != '{' || f.inSpec {
				return i, nil
			}
			i++
			if l.opt.Extra {
				f.split, f.skip = true, 1
				return i, nil
			}
		case '}':
			if l.at(i+1) != '}' || len(f.fields) > 0 {
				return i, nil
			}
			i++
			if l.opt.Extra {
				f.split, f.skip = true, 1
				return i, nil
			}
		case '\\':
			i = l.skipEscape(f, i)
			if l.opt.Extra && l.at(i) == '}' {
				f.split = true
				return i + 1, nil
			}
		}
	}
}

// skipEscape returns the offset of the last character of the escape at i. Braces keep their meaning
// after a backslash, except those of \N{…}.
func (l *Lexer) skipEscape(f *fstring, i int) int {
	switch c := l.at(i + 1); {
	case c == '{' || c == '}':
		if !f.raw {
			l.warn(i+2, `invalid escape sequence '\`+string(c)+`'`)
		}
		return i
	case c == 'N' && !f.raw && l.at(i+2) == '{':
		if n := strings.IndexAny(l.src[i:], "}\n\"'"); n >= 0 && l.src[i+n] == '}' {
			return i + n
		}
		return i + 2
	case c == '\n':
		l.joinLine(i + 2)
	}
	return i + 1
}

func (l *Lexer) unterminatedFString(f *fstring, eof bool) error {
	msg, state := "unterminated f-string literal (detected at line %d)", Failed
	if f.triple {
		msg, state = "unterminated triple-quoted f-string literal (detected at line %d)", InTripleQuoted
	} else if eof {
		state = InQuoted
	}
	l.unterminated(f.start, f.line, f.lineStart, msg)
	l.state = state
	return l.err
}
