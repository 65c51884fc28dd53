// Package parser turns Python 3.13 source text into the tree of package ast.
package parser

import (
	"pyasync/ast"
)

// Mode is what the source is: the mode argument of compile().
type Mode uint8

const (
	Exec   Mode = iota // a file: any number of statements
	Eval               // one expression
	Single             // one interactive statement
)

// Options are the inputs of Parse besides the source.
type Options struct {
	Filename      string // for errors only
	Mode          Mode
	TopLevelAwait bool // accept await, async for and async with outside functions
}

// Result is a parsed source.
type Result struct {
	Module   *ast.Module    // the statements (Exec, Single)
	Expr     ast.Expr       // the expression (Eval)
	Source   string         // the decoded text the spans refer to: no BOM, lines end in "\n"
	Lines    *ast.LineTable // over Source
	Encoding string         // name of the encoding the source was decoded from
	Warnings []Warning      // in source order
}

// Warning is a SyntaxWarning of the compiler.
type Warning struct {
	Category string // "SyntaxWarning"
	Msg      string
	Line     int
}
