// Functions whose bodies were not read with their module: reading them when they are first called or looked into.
package eval

import (
	"pyasync/ast"
	"pyasync/object"
	"pyasync/parser"
)

// deferredPart returns what stands for the unread part of a body, or nil.
func deferredPart(body []ast.Stmt) *ast.Deferred {
	if len(body) == 0 {
		return nil
	}
	d, _ := body[len(body)-1].(*ast.Deferred)
	return d
}

// readDeferred reads what d stands for and resolves its names: now the code knows all its variables. The blocks around
// are not affected, since they are modules and classes, and the body mentions no cell of a class.
func (l *lowerer) readDeferred(f *ast.FunctionDef, d *ast.Deferred) {
	line, _ := l.u.src.Locate(d.Start)
	body, err := parser.ReadDeferred(l.u.src.Text, d, line)
	if err != nil {
		body = []ast.Stmt{unreadable(d)}
	}
	last := len(f.Body) - 1
	f.Body = append(f.Body[:last:last], body...)
	top := l.s
	for top.parent != nil {
		top = top.parent
	}
	c := &collector{cur: l.s, top: top, byNode: l.u.scopes, stringAnnotations: l.u.stringAnnotations}
	c.stmts(body)
	l.s.resolve()
	l.s.sortFree()
	l.code.vars, l.code.VarNames, l.code.CellVars, l.code.cells = nil, nil, nil, nil
	l.code.describe(l.s, &l.u.consts)
}

// unreadable raises SystemError: a module of ours is not what the test of all of them has seen.
func unreadable(d *ast.Deferred) ast.Stmt {
	name := &ast.Name{Id: ast.Ident(object.SystemErrorType.Name), Ctx: ast.Load}
	name.Pos = d.Pos
	r := &ast.Raise{Exc: name}
	r.Pos = d.Pos
	return r
}
