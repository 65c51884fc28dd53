// SyntaxError: what Parse returns for a wrong program.

package parser

import (
	"fmt"
	"strings"
	"unicode"

	"pyasync/lexer"
)

// SyntaxError describes an error as CPython's exception of that Kind does.
// Columns count characters from 1; EndLine and EndCol are 0 or -1 as in CPython when it does not know them.
type SyntaxError struct {
	Kind            string // "SyntaxError", "IndentationError", "TabError"; "MemoryError", "RecursionError" for limits
	Msg             string
	Filename        string
	Line, Col       int // Line 0: no position at all
	EndLine, EndCol int
	Text            string    // the source line
	Bare            bool      // raised with the message alone
	Compiled        bool      // found after parsing: CPython reads Text from the file, and has none if there is no file
	Incomplete      bool      // more input could complete the program
	Warnings        []Warning // of what lies before; CPython has issued them when it finds the error
}

// Error returns file, position and message on one line.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s: %s", e.Filename, e.Line, e.Col, e.Kind, e.Msg)
}

// IsSyntaxError tells whether the error is a SyntaxError or a subclass of it, not the report of a limit.
func (e *SyntaxError) IsSyntaxError() bool {
	return e.Kind == "SyntaxError" || e.Kind == "IndentationError" || e.Kind == "TabError"
}

func fromLexer(e *lexer.Error, opt Options) *SyntaxError {
	return &SyntaxError{Kind: e.Kind, Msg: e.Msg, Filename: opt.Filename, Line: e.Line, Col: e.Col,
		EndLine: e.EndLine, EndCol: e.EndCol, Text: e.Text, Bare: e.Bare}
}

// Traceback returns the lines CPython prints for the error: file, source line, caret and message.
func (e *SyntaxError) Traceback() string {
	var b strings.Builder
	if e.Line > 0 {
		fmt.Fprintf(&b, "  File \"%s\", line %d\n", e.Filename, e.Line)
		b.WriteString(e.excerpt())
	}
	fmt.Fprintf(&b, "%s: %s\n", e.Kind, e.Msg)
	return b.String()
}

// excerpt is the source line without its indentation, and carets under the span of the error.
// It follows TracebackException._format_syntax_error.
func (e *SyntaxError) excerpt() string {
	if e.Text == "" {
		return ""
	}
	text := []rune(e.Text)
	line := strings.TrimRight(e.Text, "\n")
	width := len([]rune(line))
	stripped := []rune(strings.TrimLeft(line, " \n\f"))
	out := "    " + string(stripped) + "\n"
	col, end := e.Col, e.EndCol
	if e.EndLine != e.Line {
		end = width + 1
	} else if end == 0 {
		end = col
	}
	if col > len(text) {
		col = width + 1
	}
	if end > len(text) {
		end = width + 1
	}
	if col >= end || end < 0 {
		end = col + 1
	}
	first := col - 1 - (width - len(stripped))
	if first < 0 {
		return out
	}
	return out + "    " + caretSpace(stripped, first) + strings.Repeat("^", end-col) + "\n"
}

// caretSpace is n columns of space; tabs of the line above stay.
func caretSpace(line []rune, n int) string {
	out := line[:min(n, len(line))]
	pad := make([]rune, len(out))
	for i, r := range out {
		if pad[i] = ' '; unicode.IsSpace(r) {
			pad[i] = r
		}
	}
	return string(pad)
}
