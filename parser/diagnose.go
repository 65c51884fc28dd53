// The diagnoser: a second parse of a rejected program, which finds CPython's error.

package parser

import (
	"strings"

	"pyasync/ast"
	"pyasync/lexer"
)

var startRules = map[Mode]string{Exec: "file", Eval: "eval", Single: "single"}

// diagnose returns the error CPython reports for a program that is not Python.
//
// Like CPython it parses twice: first without the rules for known mistakes, to find how far a parser
// can read, then with them. An error of the lexer further on comes before what the parser found.
func diagnose(text string, opt Options) *SyntaxError {
	e := &engine{src: text, opt: opt, lines: ast.NewLineTable(text), grammar: loadGrammar(), memo: map[memoKey]memoValue{}}
	e.lx = lexer.New(text, opt.lexer())
	e.lx.Next() // Start
	start := e.grammar.rules[startRules[opt.Mode]]
	if e.parse(start) != nil && e.err == nil && e.moreStatements() {
		e.raiseLast("multiple statements found while compiling a single statement")
		return e.err
	}
	if incomplete := e.lx.AtEnd(); incomplete {
		defer func() { e.err.Incomplete = true }()
	}
	if e.err == nil {
		last := len(e.toks) - 1
		e.second, e.pos, e.depth = true, 0, 0
		clear(e.memo)
		e.parse(start)
		if e.err == nil {
			if done := e.unknownMistake(last); done {
				return e.err
			}
		}
	}
	e.preferLexicalError()
	return e.err
}

// unknownMistake is the error when no rule for mistakes matched: at the last token the first parse has read.
// It is final (done) for indentation.
func (e *engine) unknownMistake(last int) (done bool) {
	switch e.toks[last].Type {
	case lexer.Indent:
		e.raiseLast("unexpected indent")
	case lexer.Dedent:
		e.raiseLast("unexpected unindent")
	default:
		e.raise(node{first: last, end: last + 1}, "invalid syntax")
		return false
	}
	e.err.Kind = "IndentationError"
	return true
}

// preferLexicalError reads the rest of the source. An error there replaces the one found, and so does a
// bracket that was opened on an earlier line and never closed (_PyPegen_tokenize_full_source_to_check_for_errors).
func (e *engine) preferLexicalError() {
	if e.err.Kind == "MemoryError" || e.lx.State() == lexer.Failed {
		return
	}
	line := e.tokenLine(len(e.toks) - 1)
	for {
		t, err := e.lx.Next()
		switch {
		case err == nil && t.Type != lexer.EOF:
			continue
		case err == nil:
			return
		}
		if e.lx.InFString() {
			return // CPython keeps its first error then
		}
		if le := err.(*lexer.Error); le.Raised {
			e.err = e.fromLexer(le)
		} else if open := e.lx.UnclosedLine(); open > 0 && line > open {
			_, err := e.lx.Unfinished()
			e.err = e.fromLexer(err.(*lexer.Error))
		}
		return
	}
}

// moreStatements tells whether more than space and comments is left of the source.
func (e *engine) moreStatements() bool {
	for line := range strings.SplitSeq(e.src[e.lx.Offset():], "\n") {
		line = strings.TrimLeft(line, " \t\f")
		if line != "" && line[0] != '#' {
			return true
		}
	}
	return false
}
