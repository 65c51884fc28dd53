// Lexical errors.

package lexer

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/alecthomas/participle/v2/lexer"
)

// Error is a lexical error with the attributes of CPython's SyntaxError.
// Columns count characters from 1; -1 and 0 are CPython's own values for "unknown".
type Error struct {
	Kind            string // SyntaxError, IndentationError or TabError
	Msg             string
	Line, Col       int
	EndLine, EndCol int
	Text            string
	Bare            bool // CPython's exception has a message only
	Raised          bool // by the tokenizer itself: goes before errors of the parser at earlier places
}

// Error implements error and participle.Error.
func (e *Error) Error() string { return fmt.Sprintf("%d:%d: %s: %s", e.Line, e.Col, e.Kind, e.Msg) }

// Message implements participle.Error.
func (e *Error) Message() string { return e.Msg }

// Position implements participle.Error.
func (e *Error) Position() lexer.Position { return lexer.Position{Line: e.Line, Column: e.Col} }

// State tells why a Lexer stopped; the parser decides by it whether an input is only incomplete.
type State uint8

const (
	Running        State = iota
	AtEOF                // the end of the source
	InTripleQuoted       // the end of the source within a triple-quoted string
	InQuoted             // the end of the source within a string of one line
	Failed               // any other error
)

// fail reports an error whose last character is before offset cur on the current line,
// as CPython's tokenizer does: the column is that of the character before cur, and the end the same.
func (l *Lexer) fail(cur int, msg string, args ...any) (lexer.Token, error) {
	col := l.chars(cur)
	return l.failRange(cur, col, col, msg, args...)
}

// failRange reports an error on the current line between two columns.
func (l *Lexer) failRange(cur, col, end int, msg string, args ...any) (lexer.Token, error) {
	l.state = Failed
	l.pos = cur
	if len(args) > 0 {
		msg = fmt.Sprintf(msg, args...)
	}
	l.err = &Error{Kind: "SyntaxError", Msg: msg, Line: l.line, Col: col, EndLine: l.line, EndCol: end, Text: l.lineText(), Raised: true}
	return lexer.Token{}, l.err
}

// failLine reports an error that CPython finds while it reads a line's indentation.
func (l *Lexer) failLine(kind, msg string, col, end int) (lexer.Token, error) {
	t, err := l.failRange(l.pos, col, end, msg)
	l.err.Kind, l.err.Raised = kind, false
	if l.lineEnd() < len(l.src) {
		l.err.Text += "\n"
	}
	return t, err
}

// chars counts the characters of the current line before offset cur.
func (l *Lexer) chars(cur int) int {
	return utf8.RuneCountInString(l.src[l.lineStart:max(l.lineStart, min(cur, len(l.src)))])
}

func (l *Lexer) lineText() string {
	return l.src[l.lineStart:l.lineEnd()]
}

// lineEnd is the offset of the newline that ends the current line.
func (l *Lexer) lineEnd() int {
	if i := strings.IndexByte(l.src[l.lineStart:], '\n'); i >= 0 {
		return l.lineStart + i
	}
	return len(l.src)
}
