// Atoms: names, literals, displays, comprehensions, parentheses.

package parser

import (
	"strings"

	"pyasync/ast"
	"pyasync/lexer"
)

func (p *cursor) atom() ast.Expr {
	switch p.kind() {
	case lexer.Name:
		return p.name()
	case lexer.Number:
		return p.number()
	case lexer.String, lexer.FStart:
		return p.strings()
	case lexer.KwTrue:
		return p.constant(ast.CTrue)
	case lexer.KwFalse:
		return p.constant(ast.CFalse)
	case lexer.KwNone:
		return p.constant(ast.CNone)
	case lexer.Ellipsis:
		return p.constant(ast.CEllipsis)
	case lexer.LPar, lexer.LSqb, lexer.LBrace:
		p.enter(parenDepth)
		e := p.display()
		p.leave(parenDepth)
		return e
	}
	p.reject()
	return nil
}

func (p *cursor) constant(k ast.ConstKind) *ast.Constant {
	n := &ast.Constant{Kind: k}
	n.Pos = tokenPos(p.next())
	return n
}

func (p *cursor) number() *ast.Constant {
	v := p.token().Value
	k := numberKind(v)
	if k == ast.CInt && tooManyDigits(v) {
		p.reject()
	}
	n := p.constant(k)
	n.S = v
	return n
}

// numberKind tells ints, floats and imaginary numbers apart.
func numberKind(s string) ast.ConstKind {
	switch {
	case len(s) > 1 && s[0] == '0' && s[1] >= 'A':
		if c := s[1] | 0x20; c == 'x' || c == 'o' || c == 'b' {
			return ast.CInt
		}
	}
	if c := s[len(s)-1]; c == 'j' || c == 'J' {
		return ast.CComplex
	}
	if strings.ContainsAny(s, ".eE") {
		return ast.CFloat
	}
	return ast.CInt
}

// maxIntDigits is the default of sys.set_int_max_str_digits.
const maxIntDigits = 4300

// tooManyDigits tells whether int() would refuse to convert a decimal literal.
func tooManyDigits(s string) bool { return len(s) > maxIntDigits && decimalDigits(s) > maxIntDigits }

func decimalDigits(s string) int {
	if s[0] == '0' && len(s) > 1 && s[1] >= 'A' {
		return 0
	}
	return len(s) - strings.Count(s, "_")
}

func (p *cursor) display() ast.Expr {
	switch p.kind() {
	case lexer.LPar:
		return p.parenthesised()
	case lexer.LSqb:
		return p.list()
	}
	return p.brace()
}

// parenthesised: a group, a tuple or a generator expression.
func (p *cursor) parenthesised() ast.Expr {
	s := p.start()
	p.i++
	switch {
	case p.accept(lexer.RPar):
		n := &ast.Tuple{}
		n.Pos = p.pos(s)
		return n
	case p.kind() == lexer.KwYield:
		e := p.yield()
		p.expect(lexer.RPar)
		return e
	}
	e := p.starNamed()
	_, starred := e.(*ast.Starred)
	switch {
	case p.atComprehension() && !starred:
		n := &ast.GeneratorExp{Elt: e, Generators: p.comprehensions()}
		p.expect(lexer.RPar)
		n.Pos = p.pos(s)
		return n
	case p.kind() == lexer.Comma:
		n := &ast.Tuple{Elts: p.elements(e, lexer.RPar)}
		n.Pos = p.pos(s)
		return n
	case starred:
		p.reject()
	}
	p.expect(lexer.RPar)
	return e
}

// elements reads the rest of a display after its first element, and the bracket that closes it.
func (p *cursor) elements(first ast.Expr, closing lexer.Kind) []ast.Expr {
	elts := []ast.Expr{first}
	for p.accept(lexer.Comma) && p.kind() != closing {
		elts = append(elts, p.starNamed())
	}
	p.expect(closing)
	return elts
}

func (p *cursor) list() ast.Expr {
	s := p.start()
	p.i++
	if p.accept(lexer.RSqb) {
		n := &ast.List{}
		n.Pos = p.pos(s)
		return n
	}
	e := p.starNamed()
	if p.atComprehension() {
		p.refuseStarred(e)
		n := &ast.ListComp{Elt: e, Generators: p.comprehensions()}
		p.expect(lexer.RSqb)
		n.Pos = p.pos(s)
		return n
	}
	n := &ast.List{Elts: p.elements(e, lexer.RSqb)}
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) refuseStarred(e ast.Expr) {
	if _, ok := e.(*ast.Starred); ok {
		p.reject()
	}
}

// brace: a dict, a set, or a comprehension of one.
func (p *cursor) brace() ast.Expr {
	s := p.start()
	p.i++
	if p.accept(lexer.RBrace) {
		n := &ast.Dict{}
		n.Pos = p.pos(s)
		return n
	}
	if p.kind() == lexer.DoubleStar {
		return p.dict(s, &ast.Dict{})
	}
	walrus := p.atWalrus()
	e := p.starNamed()
	if p.kind() == lexer.Colon {
		p.refuseStarred(e)
		if walrus {
			p.reject()
		}
		return p.dictOrComprehension(s, e)
	}
	if p.atComprehension() {
		p.refuseStarred(e)
		n := &ast.SetComp{Elt: e, Generators: p.comprehensions()}
		p.expect(lexer.RBrace)
		n.Pos = p.pos(s)
		return n
	}
	n := &ast.Set{Elts: p.elements(e, lexer.RBrace)}
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) dictOrComprehension(s int32, key ast.Expr) ast.Expr {
	p.i++
	value := p.expression()
	if p.atComprehension() {
		n := &ast.DictComp{Key: key, Value: value, Generators: p.comprehensions()}
		p.expect(lexer.RBrace)
		n.Pos = p.pos(s)
		return n
	}
	n := &ast.Dict{Keys: []ast.Expr{key}, Values: []ast.Expr{value}}
	if !p.accept(lexer.Comma) {
		p.expect(lexer.RBrace)
		n.Pos = p.pos(s)
		return n
	}
	return p.dict(s, n)
}

// dict reads items up to the closing brace.
func (p *cursor) dict(s int32, n *ast.Dict) ast.Expr {
	for p.kind() != lexer.RBrace {
		if p.accept(lexer.DoubleStar) {
			n.Keys = append(n.Keys, nil)
			n.Values = append(n.Values, p.bitwise())
		} else {
			n.Keys = append(n.Keys, p.expression())
			p.expect(lexer.Colon)
			n.Values = append(n.Values, p.expression())
		}
		if !p.accept(lexer.Comma) {
			break
		}
	}
	p.expect(lexer.RBrace)
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) atComprehension() bool {
	return p.kind() == lexer.KwFor || p.kind() == lexer.KwAsync && p.kindAt(1) == lexer.KwFor
}

// comprehensions reads the for and if clauses of a comprehension.
func (p *cursor) comprehensions() []*ast.Comprehension {
	var out []*ast.Comprehension
	for p.atComprehension() {
		c := &ast.Comprehension{IsAsync: p.accept(lexer.KwAsync)}
		p.i++
		c.Target = p.targets()
		p.expect(lexer.KwIn)
		c.Iter = p.disjunction()
		for p.accept(lexer.KwIf) {
			c.Ifs = append(c.Ifs, p.disjunction())
		}
		out = append(out, c)
	}
	return out
}
