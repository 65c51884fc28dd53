// Primaries: attributes, calls and subscripts.

package parser

import (
	"pyasync/ast"
	"pyasync/lexer"
)

func (p *cursor) primary() ast.Expr {
	s := p.start()
	e := p.atom()
	for {
		switch p.kind() {
		case lexer.Dot:
			p.i++
			n := &ast.Attribute{Value: e, Attr: p.ident()}
			n.Pos = p.pos(s)
			e = n
		case lexer.LPar:
			n := &ast.Call{Func: e}
			n.Args, n.Keywords = p.arguments(true)
			n.Pos = p.pos(s)
			e = n
		case lexer.LSqb:
			p.i++
			p.enter(parenDepth)
			n := &ast.Subscript{Value: e, Slice: p.slices()}
			p.leave(parenDepth)
			p.expect(lexer.RSqb)
			n.Pos = p.pos(s)
			e = n
		default:
			return e
		}
	}
}

// parenDepth is what a bracket adds to the depth: CPython enters about so many rules for it.
const parenDepth = 20

// slices reads what stands between the brackets of a subscript.
func (p *cursor) slices() ast.Expr {
	s := p.start()
	e := p.slice()
	if _, starred := e.(*ast.Starred); p.kind() != lexer.Comma && !starred {
		return e
	}
	elts := []ast.Expr{e}
	for p.accept(lexer.Comma) && p.kind() != lexer.RSqb {
		elts = append(elts, p.slice())
	}
	t := &ast.Tuple{Elts: elts}
	t.Pos = p.pos(s)
	return t
}

func (p *cursor) slice() ast.Expr {
	if p.kind() == lexer.Star {
		return p.starred((*cursor).expression)
	}
	s := p.start()
	n := &ast.Slice{}
	if p.kind() != lexer.Colon {
		walrus := p.atWalrus()
		n.Lower = p.namedExpression()
		if p.kind() != lexer.Colon || walrus {
			return n.Lower
		}
	}
	p.expect(lexer.Colon)
	n.Upper = p.slicePart()
	if p.accept(lexer.Colon) {
		n.Step = p.slicePart()
	}
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) slicePart() ast.Expr {
	switch p.kind() {
	case lexer.Colon, lexer.Comma, lexer.RSqb:
		return nil
	}
	return p.expression()
}

// arguments reads a parenthesised argument list. A generator expression that is the only
// argument of a call, not of a class, needs no parentheses of its own.
func (p *cursor) arguments(call bool) (args []ast.Expr, keywords []*ast.Keyword) {
	open := p.start()
	p.expect(lexer.LPar)
	p.enter(parenDepth)
	unpacked := false // a ** was seen
	for p.kind() != lexer.RPar {
		s := p.start()
		switch {
		case p.accept(lexer.DoubleStar):
			k := &ast.Keyword{Value: p.expression()}
			k.Pos = p.pos(s)
			keywords = append(keywords, k)
			unpacked = true
		case p.kind() == lexer.Star:
			if unpacked {
				p.reject()
			}
			args = append(args, p.starred((*cursor).expression))
		case p.kind() == lexer.Name && p.kindAt(1) == lexer.Equal:
			k := &ast.Keyword{Arg: p.ident()}
			p.i++
			k.Value = p.expression()
			k.Pos = p.pos(s)
			keywords = append(keywords, k)
		default:
			if len(keywords) > 0 {
				p.reject()
			}
			e := p.namedExpression()
			if p.atComprehension() {
				if !call || len(args) > 0 {
					p.reject()
				}
				n := &ast.GeneratorExp{Elt: e, Generators: p.comprehensions()}
				p.expect(lexer.RPar)
				n.Pos = p.pos(open)
				p.leave(parenDepth)
				return []ast.Expr{n}, nil
			}
			args = append(args, e)
		}
		if !p.accept(lexer.Comma) {
			break
		}
	}
	p.expect(lexer.RPar)
	p.leave(parenDepth)
	return args, keywords
}
