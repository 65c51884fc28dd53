// Expressions, from tuples without parentheses down to await.

package parser

import (
	"pyasync/ast"
	"pyasync/lexer"
)

// starExpressions: expressions that may be starred; a comma makes a tuple.
func (p *cursor) starExpressions() ast.Expr {
	s := p.start()
	e := p.starExpression()
	if p.kind() != lexer.Comma {
		return e
	}
	elts := []ast.Expr{e}
	for p.accept(lexer.Comma) && p.startsExpression(true) {
		elts = append(elts, p.starExpression())
	}
	t := &ast.Tuple{Elts: elts}
	t.Pos = p.pos(s)
	return t
}

func (p *cursor) starExpression() ast.Expr {
	if p.kind() == lexer.Star {
		return p.starred((*cursor).bitwise)
	}
	return p.expression()
}

// starred reads `*value`.
func (p *cursor) starred(value func(*cursor) ast.Expr) ast.Expr {
	s := p.start()
	p.i++
	n := &ast.Starred{Value: value(p)}
	n.Pos = p.pos(s)
	return n
}

// yieldOrStar is what may stand right of an assignment.
func (p *cursor) yieldOrStar() ast.Expr {
	if p.kind() == lexer.KwYield {
		return p.yield()
	}
	return p.starExpressions()
}

func (p *cursor) yield() ast.Expr {
	s := p.start()
	p.i++
	if p.accept(lexer.KwFrom) {
		n := &ast.YieldFrom{Value: p.expression()}
		n.Pos = p.pos(s)
		return n
	}
	n := &ast.Yield{}
	if p.startsExpression(true) {
		n.Value = p.starExpressions()
	}
	n.Pos = p.pos(s)
	return n
}

// startsExpression tells whether the next token can begin an expression, or, with star, a starred one.
func (p *cursor) startsExpression(star bool) bool {
	switch p.kind() {
	case lexer.Name, lexer.Number, lexer.String, lexer.FStart, lexer.LPar, lexer.LSqb, lexer.LBrace,
		lexer.Minus, lexer.Plus, lexer.Tilde, lexer.Ellipsis, lexer.KwNot, lexer.KwLambda, lexer.KwAwait,
		lexer.KwTrue, lexer.KwFalse, lexer.KwNone:
		return true
	case lexer.Star:
		return star
	}
	return false
}

// namedExpression: an expression or `name := expression`.
func (p *cursor) namedExpression() ast.Expr {
	if !p.atWalrus() {
		return p.expression()
	}
	s := p.start()
	name := p.name()
	name.Ctx = ast.Store
	p.i++
	n := &ast.NamedExpr{Target: name, Value: p.expression()}
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) atWalrus() bool {
	return p.kind() == lexer.Name && p.kindAt(1) == lexer.ColonEqual
}

// starNamed: an element of a display.
func (p *cursor) starNamed() ast.Expr {
	if p.kind() == lexer.Star {
		return p.starred((*cursor).bitwise)
	}
	return p.namedExpression()
}

func (p *cursor) name() *ast.Name {
	t := p.expect(lexer.Name)
	n := &ast.Name{Id: identOf(t.Value)}
	n.Pos = tokenPos(t)
	return n
}

// expression: a conditional expression or a lambda.
func (p *cursor) expression() ast.Expr {
	if p.kind() == lexer.KwLambda {
		return p.lambda()
	}
	s := p.start()
	e := p.disjunction()
	if !p.accept(lexer.KwIf) {
		return e
	}
	p.enter(1)
	n := &ast.IfExp{Body: e, Test: p.disjunction()}
	p.expect(lexer.KwElse)
	n.Orelse = p.expression()
	p.leave(1)
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) lambda() ast.Expr {
	s := p.start()
	p.i++
	p.enter(2)
	n := &ast.Lambda{Args: p.parameters(lexer.Colon)}
	p.expect(lexer.Colon)
	n.Body = p.expression()
	p.leave(2)
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) disjunction() ast.Expr {
	return p.boolOp(lexer.KwOr, ast.Or, (*cursor).conjunction)
}

func (p *cursor) conjunction() ast.Expr {
	return p.boolOp(lexer.KwAnd, ast.And, (*cursor).inversion)
}

func (p *cursor) boolOp(k lexer.Kind, op ast.Op, operand func(*cursor) ast.Expr) ast.Expr {
	s := p.start()
	e := operand(p)
	if p.kind() != k {
		return e
	}
	n := &ast.BoolOp{Op: op, Values: []ast.Expr{e}}
	for p.accept(k) {
		n.Values = append(n.Values, operand(p))
	}
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) inversion() ast.Expr {
	if p.kind() != lexer.KwNot {
		return p.comparison()
	}
	s := p.start()
	p.i++
	p.enter(1)
	n := &ast.UnaryOp{Op: ast.Not, Operand: p.inversion()}
	p.leave(1)
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) comparison() ast.Expr {
	s := p.start()
	e := p.bitwise()
	op := p.comparisonOp()
	if op == 0 {
		return e
	}
	n := &ast.Compare{Left: e}
	for ; op != 0; op = p.comparisonOp() {
		p.i++
		n.Ops = append(n.Ops, op)
		n.Comparators = append(n.Comparators, p.bitwise())
	}
	n.Pos = p.pos(s)
	return n
}

// comparisonOp returns the operator the cursor stands at, or 0, and moves to its last token.
func (p *cursor) comparisonOp() ast.Op {
	switch p.kind() {
	case lexer.EqEqual:
		return ast.Eq
	case lexer.NotEqual:
		if p.token().Value == "<>" {
			p.reject()
		}
		return ast.NotEq
	case lexer.Less:
		return ast.Lt
	case lexer.LessEqual:
		return ast.LtE
	case lexer.Greater:
		return ast.Gt
	case lexer.GreaterEqual:
		return ast.GtE
	case lexer.KwIn:
		return ast.In
	case lexer.KwIs:
		if p.kindAt(1) == lexer.KwNot {
			p.i++
			return ast.IsNot
		}
		return ast.Is
	case lexer.KwNot:
		if p.kindAt(1) == lexer.KwIn {
			p.i++
			return ast.NotIn
		}
	}
	return 0
}

// binaryOperator is a row of the table of left-associative operators; a higher precedence binds tighter.
type binaryOperator struct {
	precedence uint8
	op         ast.Op
}

var binaryOperators = [256]binaryOperator{
	lexer.VBar: {1, ast.BitOr}, lexer.Circumflex: {2, ast.BitXor}, lexer.Amper: {3, ast.BitAnd},
	lexer.LeftShift: {4, ast.LShift}, lexer.RightShift: {4, ast.RShift},
	lexer.Plus: {5, ast.Add}, lexer.Minus: {5, ast.Sub},
	lexer.Star: {6, ast.Mult}, lexer.Slash: {6, ast.Div}, lexer.DoubleSlash: {6, ast.FloorDiv},
	lexer.Percent: {6, ast.Mod}, lexer.At: {6, ast.MatMult},
}

// bitwise reads everything that binds tighter than comparisons.
func (p *cursor) bitwise() ast.Expr { return p.binary(1) }

// binary climbs the table of precedences.
func (p *cursor) binary(lowest uint8) ast.Expr {
	s := p.start()
	left := p.factor()
	for {
		k := p.kind()
		if k < 0 {
			return left
		}
		o := binaryOperators[k]
		if o.precedence < lowest || o.precedence == 0 {
			return left
		}
		p.i++
		n := &ast.BinOp{Left: left, Op: o.op, Right: p.binary(o.precedence + 1)}
		n.Pos = p.pos(s)
		left = n
	}
}

func (p *cursor) factor() ast.Expr {
	var op ast.Op
	switch p.kind() {
	case lexer.Plus:
		op = ast.UAdd
	case lexer.Minus:
		op = ast.USub
	case lexer.Tilde:
		op = ast.Invert
	default:
		return p.power()
	}
	s := p.start()
	p.i++
	p.enter(1)
	n := &ast.UnaryOp{Op: op, Operand: p.factor()}
	p.leave(1)
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) power() ast.Expr {
	s := p.start()
	e := p.awaitPrimary()
	if !p.accept(lexer.DoubleStar) {
		return e
	}
	p.enter(2)
	n := &ast.BinOp{Left: e, Op: ast.Pow, Right: p.factor()}
	p.leave(2)
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) awaitPrimary() ast.Expr {
	if p.kind() != lexer.KwAwait {
		return p.primary()
	}
	s := p.start()
	p.i++
	n := &ast.Await{Value: p.primary()}
	n.Pos = p.pos(s)
	return n
}
