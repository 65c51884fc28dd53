// Targets of assignments, loops, with items and del.

package parser

import (
	"pyasync/ast"
	"pyasync/lexer"
)

// targets reads the targets of a for clause, which end before `in`.
func (p *cursor) targets() ast.Expr {
	s := p.start()
	e := p.target()
	if p.kind() == lexer.Comma {
		t := &ast.Tuple{Elts: []ast.Expr{e}, Ctx: ast.Store}
		for p.accept(lexer.Comma) && p.startsExpression(true) {
			t.Elts = append(t.Elts, p.target())
		}
		t.Pos = p.pos(s)
		return t
	}
	return e
}

// target reads one target, perhaps starred.
func (p *cursor) target() ast.Expr {
	var e ast.Expr
	if p.kind() == lexer.Star {
		e = p.starred((*cursor).bitwise)
	} else {
		e = p.bitwise()
	}
	p.store(e)
	return e
}

// store makes an expression a target, or rejects it.
func (p *cursor) store(e ast.Expr) {
	if n, ok := e.(*ast.Starred); ok {
		n.Ctx = ast.Store
		e = n.Value
		if _, twice := e.(*ast.Starred); twice {
			p.reject()
		}
	}
	switch n := e.(type) {
	case *ast.Tuple:
		n.Ctx = ast.Store
		p.storeAll(n.Elts)
	case *ast.List:
		n.Ctx = ast.Store
		p.storeAll(n.Elts)
	default:
		p.storeSingle(e, ast.Store)
	}
}

func (p *cursor) storeAll(elts []ast.Expr) {
	for _, e := range elts {
		p.store(e)
	}
}

// storeSingle marks a name, attribute or subscript.
func (p *cursor) storeSingle(e ast.Expr, ctx ast.Ctx) {
	switch n := e.(type) {
	case *ast.Name:
		n.Ctx = ctx
	case *ast.Attribute:
		n.Ctx = ctx
	case *ast.Subscript:
		n.Ctx = ctx
	default:
		p.reject()
	}
}

// delete makes an expression a target of del, or rejects it.
func (p *cursor) delete(e ast.Expr) {
	switch n := e.(type) {
	case *ast.Tuple:
		n.Ctx = ast.Del
		p.deleteAll(n.Elts)
	case *ast.List:
		n.Ctx = ast.Del
		p.deleteAll(n.Elts)
	default:
		p.storeSingle(e, ast.Del)
	}
}

func (p *cursor) deleteAll(elts []ast.Expr) {
	for _, e := range elts {
		p.delete(e)
	}
}
