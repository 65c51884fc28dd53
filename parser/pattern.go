// Patterns of match statements.

package parser

import (
	"pyasync/ast"
	"pyasync/lexer"
)

// atMatch tells whether the name `match` at the cursor begins a match statement: its logical
// line ends in a colon, and a case follows. No other valid program looks like that.
func (p *cursor) atMatch() bool {
	if !p.isWord("match") {
		return false
	}
	i := p.i
	for k := p.toks[i].Type; k != lexer.Newline && k != lexer.EOF; k = p.toks[i].Type {
		i++
	}
	return p.toks[i].Type == lexer.Newline && p.toks[i-1].Type == lexer.Colon && i-1 > p.i+1 &&
		p.toks[i+1].Type == lexer.Indent && p.toks[i+2].Value == "case"
}

// subject reads what a match statement matches.
func (p *cursor) subject() ast.Expr {
	s := p.start()
	e := p.starNamed()
	if p.kind() != lexer.Comma {
		p.refuseStarred(e)
		return e
	}
	t := &ast.Tuple{Elts: []ast.Expr{e}}
	for p.accept(lexer.Comma) && p.kind() != lexer.Colon {
		t.Elts = append(t.Elts, p.starNamed())
	}
	t.Pos = p.pos(s)
	return t
}

// patterns reads the pattern of a case, where commas make a sequence without brackets.
func (p *cursor) patterns() ast.Pattern {
	s := p.start()
	first := p.starPattern()
	if p.kind() != lexer.Comma {
		if _, star := first.(*ast.MatchStar); star {
			p.reject()
		}
		return first
	}
	n := &ast.MatchSequence{Patterns: []ast.Pattern{first}}
	for p.accept(lexer.Comma) && p.kind() != lexer.Colon && p.kind() != lexer.KwIf {
		n.Patterns = append(n.Patterns, p.starPattern())
	}
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) starPattern() ast.Pattern {
	if p.kind() != lexer.Star {
		return p.asPattern()
	}
	s := p.start()
	p.i++
	n := &ast.MatchStar{Name: capture(p.ident())}
	n.Pos = p.pos(s)
	return n
}

// capture is the name a pattern binds: none for the wildcard.
func capture(name ast.Ident) ast.Ident {
	if name == "_" {
		return ""
	}
	return name
}

func (p *cursor) asPattern() ast.Pattern {
	s := p.start()
	e := p.orPattern()
	if !p.accept(lexer.KwAs) {
		return e
	}
	n := &ast.MatchAs{Pattern: e, Name: capture(p.ident())}
	if n.Name == "" {
		p.reject()
	}
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) orPattern() ast.Pattern {
	s := p.start()
	e := p.closedPattern()
	if p.kind() != lexer.VBar {
		return e
	}
	n := &ast.MatchOr{Patterns: []ast.Pattern{e}}
	for p.accept(lexer.VBar) {
		n.Patterns = append(n.Patterns, p.closedPattern())
	}
	n.Pos = p.pos(s)
	return n
}

// singletons are compared by identity.
var singletons = map[lexer.Kind]ast.ConstKind{lexer.KwNone: ast.CNone, lexer.KwTrue: ast.CTrue, lexer.KwFalse: ast.CFalse}

func (p *cursor) closedPattern() ast.Pattern {
	s := p.start()
	switch k := p.kind(); k {
	case lexer.Number, lexer.Minus, lexer.String, lexer.FStart:
		n := &ast.MatchValue{Value: p.literalPattern()}
		n.Pos = p.pos(s)
		return n
	case lexer.KwNone, lexer.KwTrue, lexer.KwFalse:
		p.i++
		n := &ast.MatchSingleton{Value: singletons[k]}
		n.Pos = p.pos(s)
		return n
	case lexer.Name:
		return p.namePattern()
	case lexer.LPar, lexer.LSqb:
		p.enter(parenDepth)
		e := p.sequencePattern()
		p.leave(parenDepth)
		return e
	case lexer.LBrace:
		p.enter(parenDepth)
		e := p.mappingPattern()
		p.leave(parenDepth)
		return e
	}
	p.reject()
	return nil
}

// literalPattern: a string, or a number perhaps negative or complex.
func (p *cursor) literalPattern() ast.Expr {
	if k := p.kind(); k == lexer.String || k == lexer.FStart {
		return p.strings()
	}
	s := p.start()
	left := p.signedNumber()
	k := p.kind()
	if k != lexer.Plus && k != lexer.Minus {
		return left
	}
	p.i++
	if p.kind() != lexer.Number {
		p.reject()
	}
	n := &ast.BinOp{Left: left, Op: binaryOperators[k].op, Right: p.number()}
	real := left
	if u, ok := left.(*ast.UnaryOp); ok {
		real = u.Operand
	}
	if real.(*ast.Constant).Kind == ast.CComplex || n.Right.(*ast.Constant).Kind != ast.CComplex {
		p.reject()
	}
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) signedNumber() ast.Expr {
	s := p.start()
	minus := p.accept(lexer.Minus)
	if p.kind() != lexer.Number {
		p.reject()
	}
	if !minus {
		return p.number()
	}
	n := &ast.UnaryOp{Op: ast.USub, Operand: p.number()}
	n.Pos = p.pos(s)
	return n
}

// namePattern: a capture, a dotted name, or a class.
func (p *cursor) namePattern() ast.Pattern {
	s := p.start()
	if k := p.kindAt(1); k != lexer.Dot && k != lexer.LPar {
		n := &ast.MatchAs{Name: capture(p.ident())}
		n.Pos = p.pos(s)
		return n
	}
	e := p.dottedExpr()
	if p.kind() != lexer.LPar {
		n := &ast.MatchValue{Value: e}
		n.Pos = p.pos(s)
		return n
	}
	return p.classPattern(s, e)
}

func (p *cursor) dottedExpr() ast.Expr {
	s := p.start()
	var e ast.Expr = p.name()
	for p.accept(lexer.Dot) {
		n := &ast.Attribute{Value: e, Attr: p.ident()}
		n.Pos = p.pos(s)
		e = n
	}
	return e
}

func (p *cursor) classPattern(s int32, class ast.Expr) ast.Pattern {
	p.enter(parenDepth)
	p.i++
	n := &ast.MatchClass{Cls: class}
	for p.kind() != lexer.RPar {
		if p.kind() == lexer.Name && p.kindAt(1) == lexer.Equal {
			n.KwdAttrs = append(n.KwdAttrs, p.ident())
			p.i++
			n.KwdPatterns = append(n.KwdPatterns, p.asPattern())
		} else if len(n.KwdAttrs) > 0 {
			p.reject()
		} else {
			n.Patterns = append(n.Patterns, p.asPattern())
		}
		if !p.accept(lexer.Comma) {
			break
		}
	}
	p.expect(lexer.RPar)
	p.leave(parenDepth)
	n.Pos = p.pos(s)
	return n
}

// sequencePattern reads brackets of either kind; parentheses around one pattern only group.
func (p *cursor) sequencePattern() ast.Pattern {
	s := p.start()
	closing := lexer.RPar
	if p.next().Type == lexer.LSqb {
		closing = lexer.RSqb
	}
	n := &ast.MatchSequence{}
	comma := false
	for p.kind() != closing {
		n.Patterns = append(n.Patterns, p.starPattern())
		if !p.accept(lexer.Comma) {
			break
		}
		comma = true
	}
	p.expect(closing)
	if closing == lexer.RPar && len(n.Patterns) == 1 && !comma {
		if _, star := n.Patterns[0].(*ast.MatchStar); star {
			p.reject()
		}
		return n.Patterns[0]
	}
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) mappingPattern() ast.Pattern {
	s := p.start()
	p.i++
	n := &ast.MatchMapping{}
	for p.kind() != lexer.RBrace {
		if p.accept(lexer.DoubleStar) {
			n.Rest = capture(p.ident())
			if n.Rest == "" {
				p.reject()
			}
			p.accept(lexer.Comma)
			break
		}
		n.Keys = append(n.Keys, p.mappingKey())
		p.expect(lexer.Colon)
		n.Patterns = append(n.Patterns, p.asPattern())
		if !p.accept(lexer.Comma) {
			break
		}
	}
	p.expect(lexer.RBrace)
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) mappingKey() ast.Expr {
	switch k := p.kind(); k {
	case lexer.KwNone, lexer.KwTrue, lexer.KwFalse:
		return p.constant(singletons[k])
	case lexer.Name:
		if p.kindAt(1) != lexer.Dot {
			p.reject()
		}
		return p.dottedExpr()
	}
	return p.literalPattern()
}
