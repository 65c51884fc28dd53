// Package parser turns Python 3.13 source text into the tree of package ast.
//
// Compound statements are participle productions (compound.go), chosen by their first token
// (statement.go); expressions, simple statements, parameters and patterns are leaves of them,
// parsed by hand with precedence climbing on participle's tokens (leaf.go, cursor.go and the
// files named after what they parse).
//
// These only accept or reject. A rejected program is parsed once more by the diagnoser
// (diagnose*.go), which finds the error CPython would report, in CPython's words and place; an
// accepted one is checked for the errors CPython's compiler finds in a tree (check*.go).
package parser

import (
	"errors"
	"fmt"
	"strings"

	plexer "github.com/alecthomas/participle/v2/lexer"

	"pyasync/ast"
	"pyasync/lexer"
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
	// File says that the source is the file being run, not an import or an argument of compile(): CPython, which
	// reads that one line by line, words and places a few errors differently.
	File bool

	bom          bool // the file began with a byte order mark
	addedNewline bool // the last line of the file has no newline, though the text has
	keepOpen     bool // the end of the source does not end blocks
	SyntaxOnly   bool // as ast.parse does: leave out the checks of the compiler
	OldNames     bool // see lexer.Options.OldNames
}

func (o Options) lexer() lexer.Options {
	return lexer.Options{Single: o.Mode == Single, KeepBlocksOpen: o.keepOpen, OldNames: o.OldNames}
}

// Result is a parsed source.
type Result struct {
	Module   *ast.Module    // the statements (Exec, Single)
	Expr     ast.Expr       // the expression (Eval)
	Source   string         // the decoded text the spans refer to: no BOM, lines end in "\n"
	Lines    *ast.LineTable // over Source
	Encoding string         // name of the encoding the source was decoded from
	Warnings []Warning      // in the order CPython reports them
}

// Root returns the tree, whatever the mode: *ast.Module or ast.Expr.
func (r *Result) Root() any {
	if r.Expr != nil {
		return r.Expr
	}
	return r.Module
}

// Warning is a SyntaxWarning of the compiler, or what folding a constant warns of: that one comes from the code that
// compiles, and has no line.
type Warning struct {
	Category string // "SyntaxWarning", "DeprecationWarning"
	Msg      string
	Line     int
	// Err is the error that a filter which turns the warning into one raises instead; nil: the warning itself.
	Err *SyntaxError
}

// Parse parses bytes, in the encoding they declare (PEP 263).
// The error is a *SyntaxError.
func Parse(src []byte, opt Options) (*Result, error) {
	name := ""
	if opt.File {
		name = opt.Filename
	}
	s, err := lexer.Decode(name, src)
	if err != nil {
		return nil, fromLexer(err.(*lexer.Error), opt)
	}
	opt.bom = s.BOM && opt.File
	return parseText(s.Text, s.Encoding, opt)
}

// ParseString parses text, as compile() does with a str: encoding declarations mean nothing.
// The error is a *SyntaxError.
func ParseString(src string, opt Options) (*Result, error) {
	if strings.IndexByte(src, 0) >= 0 {
		return nil, &SyntaxError{Kind: "SyntaxError", Msg: "source code string cannot contain null bytes", Filename: opt.Filename}
	}
	opt.File = false
	return parseText(lexer.FoldNewlines(src), "utf-8", opt)
}

// lexicalWarnings are the lexer's remarks on what lies where CPython has been.
func (r *Result) lexicalWarnings(lx *lexer.Lexer, opt Options, reached func(line, col int) bool) (list []Warning) {
	for _, w := range lx.Warnings() {
		warning := Warning{Category: "SyntaxWarning", Msg: w.Msg, Line: w.Line}
		if w.Err != nil {
			warning.Err = fromLexer(w.Err, opt)
		} else {
			warning.Err = r.errorAt(int32(w.Start), int32(w.End), w.Msg, opt)
		}
		if reached(warning.Err.Line, warning.Err.Col) {
			list = append(list, warning)
		}
	}
	return list
}

func parseText(text, encoding string, opt Options) (r *Result, err error) {
	if opt.Mode == Exec && text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
		opt.addedNewline = opt.File
	}
	r = &Result{Source: text, Lines: ast.NewLineTable(text), Encoding: encoding}
	defer func() { // a mistake of ours must not take the process down
		if p := recover(); p != nil {
			r, err = nil, &SyntaxError{Kind: "SystemError", Msg: fmt.Sprint("parser: ", p), Filename: opt.Filename}
		}
	}()
	lx := lexer.New(text, opt.lexer())
	tokens, err := plexer.Upgrade(lx)
	if err == nil {
		err = r.parse(tokens, opt.Mode)
	}
	switch {
	case errors.Is(err, errTooComplex):
		return nil, &SyntaxError{Kind: "MemoryError", Msg: err.Error(), Filename: opt.Filename}
	case err != nil:
		e := diagnose(text, opt)
		if e.IsSyntaxError() {
			e.Warnings = r.lexicalWarnings(lx, opt, func(line, col int) bool { return line < e.Line || line == e.Line && col < e.Col })
		}
		return nil, e
	}
	r.Warnings = append(r.Warnings, r.lexicalWarnings(lx, opt, func(line, col int) bool { return true })...)
	if !opt.SyntaxOnly {
		if e := check(r, opt); e != nil {
			return nil, e
		}
	}
	return r, nil
}

// parse fills in the tree.
func (r *Result) parse(lx *plexer.PeekingLexer, mode Mode) (err error) {
	lx.Next() // Start
	switch mode {
	case Eval:
		return parseLeaf(lx, func(p *cursor) {
			r.Expr = p.expressions()
			p.accept(lexer.Newline)
			if p.kind() != lexer.EOF {
				p.reject()
			}
		})
	case Single:
		return r.parseSingle(lx)
	}
	r.Module = &ast.Module{}
	for lx.Peek().Type != lexer.EOF {
		if r.Module.Body, err = statement(lx, r.Module.Body); err != nil {
			return err
		}
	}
	return nil
}

// parseSingle reads one logical line, or one compound statement, with nothing behind it.
func (r *Result) parseSingle(lx *plexer.PeekingLexer) (err error) {
	r.Module = &ast.Module{}
	first := lx.Peek().Type
	if first == lexer.EOF {
		return errRejected
	}
	if r.Module.Body, err = statement(lx, nil); err != nil {
		return err
	}
	if last := r.Module.Body[len(r.Module.Body)-1]; isCompound(last) {
		if lx.Next().Type != lexer.Newline { // implied at the end of the source
			return errRejected
		}
	}
	if lx.Peek().Type == lexer.Newline {
		lx.Next()
	}
	if lx.Peek().Type != lexer.EOF {
		return errRejected
	}
	return nil
}

func isCompound(s ast.Stmt) bool {
	switch s.(type) {
	case *ast.If, *ast.While, *ast.For, *ast.AsyncFor, *ast.With, *ast.AsyncWith, *ast.Try, *ast.TryStar, *ast.Match,
		*ast.FunctionDef, *ast.AsyncFunctionDef, *ast.ClassDef:
		return true
	}
	return false
}

// expressions is starExpressions without stars.
func (p *cursor) expressions() ast.Expr {
	s := p.start()
	e := p.expression()
	if p.kind() != lexer.Comma {
		return e
	}
	t := &ast.Tuple{Elts: []ast.Expr{e}}
	for p.accept(lexer.Comma) && p.startsExpression(false) {
		t.Elts = append(t.Elts, p.expression())
	}
	t.Pos = p.pos(s)
	return t
}

// errorAt is a SyntaxError about src[start:end].
func (r *Result) errorAt(start, end int32, msg string, opt Options) *SyntaxError {
	line, col := r.Lines.Chars(start)
	endLine, endCol := r.Lines.Chars(end)
	text := opt.fileLine(r.Lines, line)
	if endLine > line && !opt.File {
		text = strings.TrimSuffix(text, "\n") // the lexer is past that line
	}
	return &SyntaxError{Kind: "SyntaxError", Msg: msg, Filename: opt.Filename, Line: line, Col: col + 1, EndLine: endLine, EndCol: endCol + 1,
		Text: text}
}
