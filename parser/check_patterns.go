// The third pass, match statements.

package parser

import (
	"maps"
	"math/big"

	"pyasync/ast"
)

// captures are the names the patterns of one case bind.
type captures map[ast.Ident]bool

func (g *code) match(n *ast.Match) {
	g.visit(n.Subject)
	for i, k := range n.Cases {
		last := i == len(n.Cases)-1
		g.pattern(k.Pattern, k.Guard != nil || last, captures{})
		g.visit(k.Guard)
		g.body(k.Body)
	}
}

// pattern checks a pattern; one that matches everything is allowed only where irrefutable is set.
func (g *code) pattern(p ast.Pattern, irrefutable bool, names captures) {
	if !g.enter() {
		return
	}
	defer g.leave()
	switch n := p.(type) {
	case *ast.MatchValue:
		if !matchable(n.Value) {
			g.fail(n.Span(), "patterns may only match literals and attribute lookups")
		}
		g.visit(n.Value)
	case *ast.MatchSequence:
		g.sequencePattern(n, names)
	case *ast.MatchStar:
		g.capture(n.Name, n.Span(), names)
	case *ast.MatchMapping:
		g.mappingPattern(n, names)
	case *ast.MatchClass:
		g.classPattern(n, names)
	case *ast.MatchAs:
		g.asPattern(n, irrefutable, names)
	case *ast.MatchOr:
		g.orPattern(n, irrefutable, names)
	}
}

// matchable tells whether a value may stand in a pattern: constants, folded ones too, and attributes.
func matchable(e ast.Expr) bool {
	switch e.(type) {
	case *ast.Attribute:
		return true
	}
	return constantType(e) != ""
}

func (g *code) capture(name ast.Ident, at *ast.Pos, names captures) {
	if name == "" {
		return
	}
	g.forbidDebug(name, ast.Store, at)
	if names[name] {
		g.fail(at, "multiple assignments to name '%s' in pattern", name)
	}
	names[name] = true
}

func (g *code) sequencePattern(n *ast.MatchSequence, names captures) {
	star := -1
	for i, p := range n.Patterns {
		if _, ok := p.(*ast.MatchStar); ok {
			switch {
			case star >= 0:
				g.fail(n.Span(), "multiple starred names in sequence pattern")
			case i >= 1<<8 || len(n.Patterns)-i-1 >= 1<<23:
				g.fail(n.Span(), "too many expressions in star-unpacking sequence pattern")
			}
			star = i
		}
	}
	for _, p := range n.Patterns {
		g.pattern(p, true, names)
	}
}

func (g *code) mappingPattern(n *ast.MatchMapping, names captures) {
	var seen []ast.Expr
	for _, k := range n.Keys {
		if _, ok := k.(*ast.Attribute); ok {
			g.visit(k)
			continue
		}
		if constantType(k) == "" {
			g.fail(n.Span(), "mapping pattern keys may only match literals and attribute lookups")
			return
		}
		for _, other := range seen {
			if sameConstant(k, other) {
				g.fail(n.Span(), "mapping pattern checks duplicate key (%s)", constantRepr(k))
			}
		}
		seen = append(seen, k)
	}
	for _, p := range n.Patterns {
		g.pattern(p, true, names)
	}
	g.capture(n.Rest, n.Span(), names)
}

func (g *code) classPattern(n *ast.MatchClass, names captures) {
	for i, a := range n.KwdAttrs {
		g.forbidDebug(a, ast.Store, n.KwdPatterns[i].Span())
		for j, b := range n.KwdAttrs[i+1:] {
			if a == b {
				g.fail(n.KwdPatterns[i+1+j].Span(), "attribute name repeated in class pattern: %s", a)
			}
		}
	}
	g.visit(n.Cls)
	for _, p := range n.Patterns {
		g.pattern(p, true, names)
	}
	for _, p := range n.KwdPatterns {
		g.pattern(p, true, names)
	}
}

func (g *code) asPattern(n *ast.MatchAs, irrefutable bool, names captures) {
	if n.Pattern == nil && !irrefutable {
		if n.Name != "" {
			g.fail(n.Span(), "name capture '%s' makes remaining patterns unreachable", n.Name)
		} else {
			g.fail(n.Span(), "wildcard makes remaining patterns unreachable")
		}
	}
	if n.Pattern != nil {
		g.pattern(n.Pattern, irrefutable, names)
	}
	g.capture(n.Name, n.Span(), names)
}

// orPattern: all alternatives bind the same names, and only the last may match everything.
func (g *code) orPattern(n *ast.MatchOr, irrefutable bool, names captures) {
	var first captures
	for i, p := range n.Patterns {
		own := captures{}
		g.pattern(p, irrefutable && i == len(n.Patterns)-1, own)
		if i == 0 {
			first = own
		} else if !maps.Equal(first, own) {
			g.fail(n.Span(), "alternative patterns bind different names")
		}
	}
	for name := range first {
		g.captureSilently(name, n.Span(), names)
	}
}

func (g *code) captureSilently(name ast.Ident, at *ast.Pos, names captures) {
	if names[name] {
		g.fail(at, "multiple assignments to name '%s' in pattern", name)
	}
	names[name] = true
}

// numberValue is the value of a numeric literal pattern, exact: real and imaginary part.
func numberValue(e ast.Expr) (re, im *big.Float, ok bool) {
	zero := new(big.Float)
	switch n := e.(type) {
	case *ast.Constant:
		switch n.Kind {
		case ast.CTrue:
			return big.NewFloat(1), zero, true
		case ast.CFalse:
			return zero, zero, true
		case ast.CInt:
			return new(big.Float).SetPrec(4096).SetInt(n.Int()), zero, true
		case ast.CFloat:
			return big.NewFloat(n.Float()), zero, true
		case ast.CComplex:
			return zero, big.NewFloat(n.Float()), true
		}
	case *ast.UnaryOp:
		if re, im, ok = numberValue(n.Operand); ok {
			return re.Neg(re), im.Neg(im), true
		}
	case *ast.BinOp:
		re, _, ok = numberValue(n.Left)
		_, im, ok2 := numberValue(n.Right)
		if ok && ok2 {
			if n.Op == ast.Sub {
				im.Neg(im)
			}
			return re, im, true
		}
	}
	return nil, nil, false
}

// sameConstant tells whether two keys are equal, as Python compares them.
func sameConstant(a, b ast.Expr) bool {
	if re, im, ok := numberValue(a); ok {
		re2, im2, ok := numberValue(b)
		return ok && re.Cmp(re2) == 0 && im.Cmp(im2) == 0
	}
	x, okx := a.(*ast.Constant)
	y, oky := b.(*ast.Constant)
	return okx && oky && x.Kind == y.Kind && x.S == y.S
}
