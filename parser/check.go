// The checks of CPython's compiler: errors and warnings in a program that parses.
//
// CPython goes over the tree three times, and the first error of the first pass that has one counts:
// the __future__ imports (check_future.go), the symbol table (check_symbols.go, check_scopes.go), and the
// generation of code (check_code.go, check_patterns.go, check_warnings.go).

package parser

import (
	"fmt"

	"pyasync/ast"
)

// checker holds what the passes share.
type checker struct {
	opt      Options
	lines    *ast.LineTable
	module   *ast.Module
	expr     ast.Expr
	features futureImports
	err      *SyntaxError
	warnings []Warning
	depth    int
	scopeOf  map[any]*scope // by the node that makes the scope
}

// maxTreeDepth bounds the nesting of a tree: CPython's compiler, too, gives up at some thousand levels.
const maxTreeDepth = 5500

// check returns the first error, and appends the warnings to r.
func check(r *Result, opt Options) *SyntaxError {
	c := &checker{opt: opt, lines: r.Lines, module: r.Module, expr: r.Expr, scopeOf: map[any]*scope{}}
	if c.module == nil {
		c.module = &ast.Module{}
	}
	for _, pass := range []func(){c.checkFuture, c.checkSymbols, c.checkCode} {
		if pass(); c.err != nil {
			return c.err
		}
	}
	r.Warnings = append(r.Warnings, c.warnings...)
	return nil
}

// Check is the part of Parse that comes after parsing, for a tree that a program made: r holds the tree and its lines.
// The error is a *SyntaxError.
func Check(r *Result, opt Options) error {
	if e := check(r, opt); e != nil {
		return e
	}
	return nil
}

// fail records an error at a span, unless there is one already. Unlike the parser, CPython's compiler counts
// columns in bytes.
func (c *checker) fail(at *ast.Pos, msg string, args ...any) {
	if c.err == nil {
		c.err = c.errorAt(at, fmt.Sprintf(msg, args...))
	}
}

func (c *checker) errorAt(at *ast.Pos, msg string) *SyntaxError {
	line, col := c.lines.Bytes(at.Start)
	endLine, endCol := c.lines.Bytes(at.End)
	return &SyntaxError{Kind: "SyntaxError", Msg: msg, Filename: c.opt.Filename, Compiled: true,
		Line: line, Col: col + 1, EndLine: endLine, EndCol: endCol + 1, Text: c.opt.fileLine(c.lines, line)}
}

// enter counts a level of the tree, and tells whether to go on; leave takes it back.
func (c *checker) enter() bool {
	if c.depth++; c.depth > maxTreeDepth && c.err == nil {
		c.err = &SyntaxError{Kind: "RecursionError", Msg: "maximum recursion depth exceeded during compilation", Filename: c.opt.Filename}
	}
	return c.err == nil
}

func (c *checker) leave() { c.depth-- }

func (c *checker) warn(at *ast.Pos, msg string, args ...any) {
	err := c.errorAt(at, fmt.Sprintf(msg, args...))
	c.warnings = append(c.warnings, Warning{"SyntaxWarning", err.Msg, err.Line, err})
}
