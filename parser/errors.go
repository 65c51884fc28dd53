// SyntaxError: what Parse returns for a wrong program.

package parser

import "fmt"

// SyntaxError describes an error as CPython's exception of that Kind does.
// Columns count characters from 1; EndLine and EndCol are 0 or -1 as in CPython when it does not know them.
type SyntaxError struct {
	Kind            string // "SyntaxError", "IndentationError", "TabError"; "MemoryError", "RecursionError" for limits
	Msg             string
	Filename        string
	Line, Col       int
	EndLine, EndCol int
	Text            string // the source line with its newline
	HasText         bool   // CPython gives text=None when false
	Incomplete      bool   // more input could complete the program
}

// Error returns file, position and message on one line.
func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s: %s", e.Filename, e.Line, e.Col, e.Kind, e.Msg)
}
