// What is typed at a prompt: statements that run one after the other.
package eval

import (
	"strings"

	"pyasync/ast"
	"pyasync/object"
	"pyasync/parser"
)

// CompileInput compiles what was typed or pasted at a prompt, each line with a statement as code of its own, so that
// a statement that awaits ends before the next begins. As at CPython's prompt only the last one shows its value.
// future says whether from __future__ import annotations is in effect, and is set by it. ok false: SyntaxError is
// pending.
func CompileInput(th *Thread, source, filename string, future *bool) (list []*object.Code, ok bool) {
	res, err := parser.ParseString(source, parser.Options{Filename: filename, TopLevelAwait: true})
	if err != nil {
		raiseSyntaxError(th, err, filename)
		return nil, false
	}
	for _, w := range res.Warnings {
		if !warnSyntax(th, w, filename, res.Lines) {
			return nil, false
		}
	}
	stmts := res.Module.Body
	*future = *future || hasFuture(stmts, "annotations")
	for from := 0; from < len(stmts); {
		to := from + 1
		for to < len(stmts) && onSameLine(res.Source, stmts[to-1], stmts[to]) {
			to++
		}
		part := *res
		module := *res.Module
		module.Body = stmts[from:to]
		part.Module = &module
		opt := CompileOptions{TopLevelAwait: true, FutureAnnotations: *future, Optimize: th.Interp.GetHost().Flags.Optimize}
		if to == len(stmts) {
			opt.Mode = parser.Single
		}
		code, ok := lowerModule(th, &part, filename, opt)
		if !ok {
			return nil, false
		}
		list = append(list, code)
		from = to
	}
	return list, true
}

// onSameLine reports whether b begins on the line on which a ends: they are parts of one statement for the reader.
func onSameLine(source string, a, b ast.Stmt) bool {
	from, to := a.Span().End, b.Span().Start
	return from <= to && int(to) <= len(source) && strings.IndexByte(source[from:to], '\n') < 0
}
