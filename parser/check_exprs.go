// The third pass, expressions.

package parser

import (
	"pyasync/ast"
)

func (g *code) visitAll(list []ast.Expr) {
	for _, e := range list {
		g.visit(e)
	}
}

// visit visits an expression; nil is allowed.
func (g *code) visit(e ast.Expr) {
	if e == nil || !g.enter() {
		return
	}
	defer g.leave()
	switch n := e.(type) {
	case *ast.Name:
		g.forbidDebug(n.Id, n.Ctx, n.Span())
	case *ast.Attribute:
		g.visit(n.Value)
		g.forbidDebug(n.Attr, n.Ctx, n.Span())
	case *ast.Starred:
		if n.Ctx == ast.Store {
			g.fail(n.Span(), "starred assignment target must be in a list or tuple")
		} else {
			g.fail(n.Span(), "can't use starred expression here")
		}
	case *ast.Tuple:
		g.sequence(n.Elts, n.Ctx, n.Span())
	case *ast.List:
		g.sequence(n.Elts, n.Ctx, n.Span())
	case *ast.Set:
		g.elements(n.Elts)
	case *ast.Call:
		g.call(n)
	case *ast.Subscript:
		if n.Ctx == ast.Load {
			g.warnSubscript(n)
		}
		ast.EachExpr(n, g.visit)
	case *ast.Compare:
		g.warnIs(n)
		ast.EachExpr(n, g.visit)
	case *ast.Lambda:
		for _, a := range allArgs(n.Args) {
			g.forbidDebug(a.Arg, ast.Store, a.Span())
		}
		g.defaults(n.Args)
		g.inUnit(lambdaUnit, n, func() { g.visit(n.Body) })
	case *ast.ListComp:
		g.comprehension(n, listComprehension, n.Generators, n.Elt, nil)
	case *ast.SetComp:
		g.comprehension(n, setComprehension, n.Generators, n.Elt, nil)
	case *ast.DictComp:
		g.comprehension(n, dictComprehension, n.Generators, n.Key, n.Value)
	case *ast.GeneratorExp:
		g.comprehension(n, generatorExpression, n.Generators, n.Elt, nil)
	case *ast.Yield:
		if !g.unit.scope.functionLike() {
			g.fail(n.Span(), "'yield' outside function")
		}
		g.visit(n.Value)
	case *ast.YieldFrom:
		switch {
		case !g.unit.scope.functionLike():
			g.fail(n.Span(), "'yield from' outside function")
		case g.unit.kind == asyncFunctionUnit:
			g.fail(n.Span(), "'yield from' inside async function")
		}
		g.visit(n.Value)
	case *ast.Await:
		g.await(n)
	default:
		ast.EachExpr(e, g.visit)
	}
}

func (g *code) await(n *ast.Await) {
	switch {
	case g.topLevelAwait():
	case g.unit.scope.kind != functionScope:
		g.fail(n.Span(), "'await' outside function")
	case g.unit.kind != asyncFunctionUnit && g.unit.kind != comprehensionUnit:
		g.fail(n.Span(), "'await' outside async function")
	}
	g.visit(n.Value)
}

// elements visits what may be starred.
func (g *code) elements(elts []ast.Expr) {
	for _, e := range elts {
		if s, ok := e.(*ast.Starred); ok {
			g.visit(s.Value)
		} else {
			g.visit(e)
		}
	}
}

// sequence visits a list or tuple; as a target it may have one starred element.
func (g *code) sequence(elts []ast.Expr, ctx ast.Ctx, at *ast.Pos) {
	if ctx == ast.Store {
		star := -1
		for i, e := range elts {
			if _, ok := e.(*ast.Starred); !ok {
				continue
			}
			switch {
			case star >= 0:
				g.fail(at, "multiple starred expressions in assignment")
			case i >= 1<<8 || len(elts)-i-1 >= 1<<23:
				g.fail(at, "too many expressions in star-unpacking assignment")
			}
			star = i
		}
	}
	g.elements(elts)
}

func (g *code) call(n *ast.Call) {
	g.keywords(n.Keywords)
	g.warnCall(n.Func)
	g.visit(n.Func)
	g.elements(n.Args)
	for _, k := range n.Keywords {
		g.visit(k.Value)
	}
}

// keywords checks the names of keyword arguments.
func (g *code) keywords(keywords []*ast.Keyword) {
	seen := map[ast.Ident]int{}
	for i, k := range keywords {
		if k.Arg == "" {
			continue
		}
		if _, ok := seen[k.Arg]; !ok {
			seen[k.Arg] = i
		}
	}
	for i, k := range keywords {
		if k.Arg == "" {
			continue
		}
		g.forbidDebug(k.Arg, ast.Store, k.Span())
		if seen[k.Arg] != i {
			continue
		}
		for _, other := range keywords[i+1:] {
			if other.Arg == k.Arg {
				g.fail(other.Span(), "keyword argument repeated: %s", k.Arg)
				return
			}
		}
	}
}

// comprehension visits one. Lists, sets and dicts become part of the code around them (PEP 709), except where a class
// scope could be seen from within.
func (g *code) comprehension(key ast.Expr, kind comprehensionKind, clauses []*ast.Comprehension, elt, value ast.Expr) {
	around := g.unit.kind
	sc := g.scopeOf[key]
	inline := kind != generatorExpression && around != classUnit && around != typeParamsUnit
	inner := func() {
		if sc.coroutine && kind != generatorExpression && around != asyncFunctionUnit && around != comprehensionUnit && !g.topLevelAwait() {
			g.fail(key.Span(), "asynchronous comprehension outside of an asynchronous function")
		}
		for i, c := range clauses {
			if i > 0 {
				g.visit(c.Iter)
			}
			g.visit(c.Target)
			g.visitAll(c.Ifs)
		}
		g.visit(elt)
		g.visit(value)
	}
	g.visit(clauses[0].Iter)
	if inline {
		outer := g.unit.scope
		g.unit.scope = sc
		inner()
		g.unit.scope = outer
		return
	}
	g.inUnit(comprehensionUnit, key, inner)
}
