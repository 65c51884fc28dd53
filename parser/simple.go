// Simple statements.

package parser

import (
	"pyasync/ast"
	"pyasync/lexer"
)

// simpleLine reads the statements of one logical line.
func (p *cursor) simpleLine(out []ast.Stmt) []ast.Stmt {
	for {
		out = append(out, p.simpleStatement())
		if p.accept(lexer.Newline) {
			return out
		}
		p.expect(lexer.Semi)
		if p.accept(lexer.Newline) {
			return out
		}
	}
}

func (p *cursor) simpleStatement() ast.Stmt {
	s := p.start()
	switch p.kind() {
	case lexer.KwPass:
		p.i++
		n := &ast.Pass{}
		n.Pos = p.pos(s)
		return n
	case lexer.KwBreak:
		p.i++
		n := &ast.Break{}
		n.Pos = p.pos(s)
		return n
	case lexer.KwContinue:
		p.i++
		n := &ast.Continue{}
		n.Pos = p.pos(s)
		return n
	case lexer.KwReturn:
		p.i++
		n := &ast.Return{}
		if p.startsExpression(true) {
			n.Value = p.starExpressions()
		}
		n.Pos = p.pos(s)
		return n
	case lexer.KwRaise:
		return p.raise()
	case lexer.KwGlobal, lexer.KwNonlocal:
		return p.scopeStatement()
	case lexer.KwDel:
		return p.deleteStatement()
	case lexer.KwAssert:
		p.i++
		n := &ast.Assert{Test: p.expression()}
		if p.accept(lexer.Comma) {
			n.Msg = p.expression()
		}
		n.Pos = p.pos(s)
		return n
	case lexer.KwImport:
		return p.importStatement()
	case lexer.KwFrom:
		return p.importFrom()
	case lexer.Name:
		if p.isWord("type") && p.kindAt(1) == lexer.Name {
			return p.typeAlias()
		}
	}
	return p.expressionStatement()
}

func (p *cursor) raise() ast.Stmt {
	s := p.start()
	p.i++
	n := &ast.Raise{}
	if p.startsExpression(false) {
		n.Exc = p.expression()
		if p.accept(lexer.KwFrom) {
			n.Cause = p.expression()
		}
	}
	n.Pos = p.pos(s)
	return n
}

// scopeStatement: global or nonlocal.
func (p *cursor) scopeStatement() ast.Stmt {
	s := p.start()
	global := p.next().Type == lexer.KwGlobal
	names := []ast.Ident{p.ident()}
	for p.accept(lexer.Comma) {
		names = append(names, p.ident())
	}
	if global {
		n := &ast.Global{Names: names}
		n.Pos = p.pos(s)
		return n
	}
	n := &ast.Nonlocal{Names: names}
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) deleteStatement() ast.Stmt {
	s := p.start()
	p.i++
	n := &ast.Delete{}
	for {
		e := p.primary()
		p.delete(e)
		n.Targets = append(n.Targets, e)
		if !p.accept(lexer.Comma) || !p.startsExpression(false) {
			break
		}
	}
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) typeAlias() ast.Stmt {
	s := p.start()
	p.i++
	name := p.name()
	name.Ctx = ast.Store
	n := &ast.TypeAlias{Name: name, TypeParams: p.typeParams()}
	p.expect(lexer.Equal)
	n.Value = p.expression()
	n.Pos = p.pos(s)
	return n
}

// expressionStatement: an expression, or one of the assignments that begin with one.
func (p *cursor) expressionStatement() ast.Stmt {
	s := p.start()
	e := p.yieldOrStar()
	k := p.kind()
	switch {
	case k == lexer.Equal:
		return p.assign(s, e)
	case k == lexer.Colon:
		return p.annotatedAssign(s, e)
	case augmentedOperators[uint8(k)] != 0 && k > 0:
		p.storeSingle(e, ast.Store)
		p.i++
		n := &ast.AugAssign{Target: e, Op: augmentedOperators[uint8(k)], Value: p.yieldOrStar()}
		n.Pos = p.pos(s)
		return n
	}
	n := &ast.ExprStmt{Value: e}
	n.Pos = p.pos(s)
	return n
}

var augmentedOperators = [256]ast.Op{
	lexer.PlusEqual: ast.Add, lexer.MinusEqual: ast.Sub, lexer.StarEqual: ast.Mult, lexer.AtEqual: ast.MatMult,
	lexer.SlashEqual: ast.Div, lexer.PercentEqual: ast.Mod, lexer.AmperEqual: ast.BitAnd, lexer.VBarEqual: ast.BitOr,
	lexer.CircumflexEqual: ast.BitXor, lexer.LeftShiftEqual: ast.LShift, lexer.RightShiftEqual: ast.RShift,
	lexer.DoubleStarEqual: ast.Pow, lexer.DoubleSlashEqual: ast.FloorDiv,
}

func (p *cursor) assign(s int32, e ast.Expr) ast.Stmt {
	n := &ast.Assign{}
	for p.accept(lexer.Equal) {
		p.store(e)
		n.Targets = append(n.Targets, e)
		e = p.yieldOrStar()
	}
	n.Value = e
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) annotatedAssign(s int32, e ast.Expr) ast.Stmt {
	p.storeSingle(e, ast.Store)
	n := &ast.AnnAssign{Target: e}
	if name, ok := e.(*ast.Name); ok {
		n.Simple = name.Start == s // not in parentheses
	}
	p.i++
	n.Annotation = p.expression()
	if p.accept(lexer.Equal) {
		n.Value = p.yieldOrStar()
	}
	n.Pos = p.pos(s)
	return n
}
