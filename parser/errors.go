// SyntaxError: what Parse returns for a wrong program.

package parser

import (
	"fmt"
	"strings"

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
	Text            string // the source line
	Compiled        bool   // found after parsing: CPython reads Text from the file, and has none if there is no file
	Incomplete      bool   // more input could complete the program
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
		EndLine: e.EndLine, EndCol: e.EndCol, Text: e.Text}
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
func (e *SyntaxError) excerpt() string {
	text := strings.TrimRight(e.Text, "\n")
	line := strings.TrimLeft(text, " \n\f")
	if line == "" && e.Text == "" {
		return ""
	}
	out := "    " + line + "\n"
	if e.Col <= 0 {
		return out
	}
	indent := len(text) - len(line)
	col, end := e.Col-1, e.EndCol-1
	if e.EndLine != e.Line || end <= col {
		end = col + 1
		if e.EndLine > e.Line && e.EndCol > 0 {
			end = len([]rune(text))
		}
	}
	col, end = col-indent, end-indent
	if col < 0 {
		return out
	}
	pad := []rune(line)
	for i := range pad {
		if pad[i] != '\t' {
			pad[i] = ' '
		}
	}
	for len(pad) < col {
		pad = append(pad, ' ')
	}
	return out + "    " + string(pad[:col]) + strings.Repeat("^", max(1, end-col)) + "\n"
}
