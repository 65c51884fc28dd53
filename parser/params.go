// Parameter lists and type parameter lists.

package parser

import (
	"pyasync/ast"
	"pyasync/lexer"
)

// parameters reads a parameter list up to, not including, its closing token:
// ")" for a def, whose parameters may be annotated, ":" for a lambda.
func (p *cursor) parameters(closing lexer.Kind) *ast.Arguments {
	a := &ast.Arguments{}
	star, slash := false, false
	for p.kind() != closing {
		switch p.kind() {
		case lexer.Slash:
			if slash || star || len(a.Args) == 0 {
				p.reject()
			}
			p.i++
			slash = true
			a.Posonlyargs, a.Args = a.Args, nil
		case lexer.Star:
			if star {
				p.reject()
			}
			star = true
			p.i++
			if p.kind() != lexer.Comma {
				a.Vararg = p.parameter(closing, true)
			} else if p.kindAt(1) != lexer.Name {
				p.reject() // a bare star needs a name behind it
			}
		case lexer.DoubleStar:
			p.i++
			a.Kwarg = p.parameter(closing, false)
			p.accept(lexer.Comma)
			if p.kind() != closing {
				p.reject()
			}
			return a
		default:
			p.plainParameter(a, closing, star)
		}
		if !p.accept(lexer.Comma) {
			break
		}
	}
	if p.kind() != closing {
		p.reject()
	}
	return a
}

// plainParameter reads a parameter without star, and its default.
func (p *cursor) plainParameter(a *ast.Arguments, closing lexer.Kind, keywordOnly bool) {
	arg := p.parameter(closing, false)
	var value ast.Expr
	if p.accept(lexer.Equal) {
		value = p.expression()
	}
	switch {
	case keywordOnly:
		a.Kwonlyargs = append(a.Kwonlyargs, arg)
		a.KwDefaults = append(a.KwDefaults, value)
		return
	case value != nil:
		a.Defaults = append(a.Defaults, value)
	case len(a.Defaults) > 0:
		p.reject()
	}
	a.Args = append(a.Args, arg)
}

// parameter reads a name and its annotation, which may be starred for *args.
func (p *cursor) parameter(closing lexer.Kind, star bool) *ast.Arg {
	s := p.start()
	arg := &ast.Arg{Arg: p.ident()}
	if closing == lexer.RPar && p.accept(lexer.Colon) {
		if star && p.kind() == lexer.Star {
			arg.Annotation = p.starExpression()
		} else {
			arg.Annotation = p.expression()
		}
	}
	arg.Pos = p.pos(s)
	return arg
}

// typeParams reads a bracketed list of type parameters, if there is one.
func (p *cursor) typeParams() []ast.TypeParam {
	if !p.accept(lexer.LSqb) {
		return nil
	}
	var out []ast.TypeParam
	for {
		out = append(out, p.typeParam())
		if !p.accept(lexer.Comma) || p.kind() == lexer.RSqb {
			break
		}
	}
	p.expect(lexer.RSqb)
	return out
}

func (p *cursor) typeParam() ast.TypeParam {
	s := p.start()
	switch {
	case p.accept(lexer.Star):
		n := &ast.TypeVarTuple{Name: p.ident()}
		if p.accept(lexer.Equal) {
			n.DefaultValue = p.starExpression()
		}
		n.Pos = p.pos(s)
		return n
	case p.accept(lexer.DoubleStar):
		n := &ast.ParamSpec{Name: p.ident()}
		if p.accept(lexer.Equal) {
			n.DefaultValue = p.expression()
		}
		n.Pos = p.pos(s)
		return n
	}
	n := &ast.TypeVar{Name: p.ident()}
	if p.accept(lexer.Colon) {
		n.Bound = p.expression()
	}
	if p.accept(lexer.Equal) {
		n.DefaultValue = p.expression()
	}
	n.Pos = p.pos(s)
	return n
}
