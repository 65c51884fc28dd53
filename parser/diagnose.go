// The diagnoser: a second parse of a rejected program, which finds CPython's error.

package parser

import "pyasync/lexer"

// diagnose returns the error CPython reports for a program that is not Python.
func diagnose(text string, opt Options) *SyntaxError {
	lx := lexer.New(text, lexer.Options{Single: opt.Mode == Single})
	for {
		t, err := lx.Next()
		if err != nil {
			return fromLexer(err.(*lexer.Error), opt)
		}
		if t.Type == lexer.EOF {
			return &SyntaxError{Kind: "SyntaxError", Msg: "invalid syntax", Filename: opt.Filename}
		}
	}
}
