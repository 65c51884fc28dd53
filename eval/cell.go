// Cells of a notebook: a block whose last statement may be an expression with a value of its own.
package eval

import (
	"pyasync/ast"
	"pyasync/object"
	"pyasync/parser"
)

// CompileCell compiles a cell. When its last statement is an expression, body is all before it and tail the
// expression; else tail is nil. Both may suspend at top level (see CompileOptions.TopLevelAwait). ok false:
// SyntaxError is pending. Names are resolved apart in body and tail: both have but global names.
func CompileCell(th *Thread, source []byte, filename string) (body, tail *object.Code, ok bool) {
	res, err := parser.Parse(source, parser.Options{Filename: filename, TopLevelAwait: true, OldNames: th.Interp.GetHost().Flags.Legacy})
	if err != nil {
		raiseSyntaxError(th, err, filename)
		return nil, nil, false
	}
	for _, w := range res.Warnings {
		if !warnSyntax(th, w, filename, res.Lines) {
			return nil, nil, false
		}
	}
	stmts := res.Module.Body
	opt := CompileOptions{TopLevelAwait: true}
	if n := len(stmts); n > 0 {
		if e, is := stmts[n-1].(*ast.ExprStmt); is {
			last := *res
			last.Module, last.Expr = nil, e.Value
			opt.FutureAnnotations = hasFuture(stmts, "annotations")
			if tail, ok = lowerModule(th, &last, filename, opt); !ok {
				return nil, nil, false
			}
			res.Module.Body = stmts[:n-1]
		}
	}
	body, ok = lowerModule(th, res, filename, opt)
	return body, tail, ok
}
