// The second pass, expressions: uses of names, assignment expressions, comprehensions.

package parser

import (
	"pyasync/ast"
)

func (s *symbols) visitAll(list []ast.Expr) {
	for _, e := range list {
		s.visit(e)
	}
}

// visit visits an expression; nil is allowed.
func (s *symbols) visit(e ast.Expr) {
	if e == nil || !s.enter() {
		return
	}
	defer s.leave()
	switch n := e.(type) {
	case *ast.Name:
		flags := used
		if n.Ctx != ast.Load {
			flags = defLocal
		}
		s.define(n.Id, flags, n.Span())
		if n.Id == "super" && n.Ctx == ast.Load && s.cur.functionLike() {
			s.define("__class__", used, n.Span())
		}
	case *ast.NamedExpr:
		s.namedExpr(n)
	case *ast.Lambda:
		s.defaults(n.Args)
		s.inScope(n, functionScope, func(*scope) {
			s.parameters(n.Args)
			s.visit(n.Body)
		})
	case *ast.ListComp:
		s.comprehension(n, listComprehension, n.Generators, n.Elt, nil)
	case *ast.SetComp:
		s.comprehension(n, setComprehension, n.Generators, n.Elt, nil)
	case *ast.DictComp:
		s.comprehension(n, dictComprehension, n.Generators, n.Key, n.Value)
	case *ast.GeneratorExp:
		s.comprehension(n, generatorExpression, n.Generators, n.Elt, nil)
	case *ast.Yield, *ast.YieldFrom:
		s.refuseInTypes("yield expression", e.Span())
		ast.EachExpr(e, s.visit)
		s.cur.generator = true
		if k := s.cur.comprehension; k != noComprehension {
			s.fail(e.Span(), "'yield' inside %s", comprehensionNames[k])
		}
	case *ast.UnaryOp:
		if c, ok := n.Operand.(*ast.Constant); ok && n.Op == ast.Invert && (c.Kind == ast.CTrue || c.Kind == ast.CFalse) {
			s.warnings = append(s.warnings, Warning{Category: "DeprecationWarning", Msg: invertedBool})
		}
		s.visit(n.Operand)
	case *ast.Await:
		s.refuseInTypes("await expression", n.Span())
		s.visit(n.Value)
		s.cur.coroutine = true
	default:
		ast.EachExpr(e, s.visit)
	}
}

// refuseInTypes: some expressions may not stand in annotations, aliases and type parameters (PEP 695).
func (s *symbols) refuseInTypes(what string, at *ast.Pos) {
	switch s.cur.kind {
	case annotationScope:
		s.fail(at, "%s cannot be used within an annotation", what)
	case typeVarScope:
		s.fail(at, "%s cannot be used within %s", what, s.cur.info)
	case typeAliasScope:
		s.fail(at, "%s cannot be used within a type alias", what)
	case typeParamsScope:
		s.fail(at, "%s cannot be used within the definition of a generic", what)
	}
}

func (s *symbols) namedExpr(n *ast.NamedExpr) {
	s.refuseInTypes("named expression", n.Span())
	if s.cur.iterExpr > 0 {
		s.fail(n.Span(), "assignment expression cannot be used in a comprehension iterable expression")
	}
	if s.cur.comprehension != noComprehension {
		s.bindOutside(n.Target.(*ast.Name))
	}
	s.visit(n.Value)
	s.visit(n.Target)
}

// refusedAround are the scopes in which a comprehension may not hold an assignment expression.
var refusedAround = map[scopeKind]string{
	classScope:      "in a class body",
	typeParamsScope: "within the definition of a generic",
	typeAliasScope:  "in a type alias",
	typeVarScope:    "in a TypeVar bound",
}

// bindOutside binds the target of := within a comprehension in the scope around it (PEP 572).
func (s *symbols) bindOutside(target *ast.Name) {
	for sc := s.cur; sc != nil && s.err == nil; sc = sc.parent {
		if sc.comprehension != noComprehension {
			if f := sc.lookup(target.Id); f&defIteration != 0 && f&defLocal != 0 {
				s.fail(target.Span(), "assignment expression cannot rebind comprehension iteration variable '%s'", target.Id)
			}
			continue
		}
		switch sc.kind {
		case functionScope:
			if sc.lookup(target.Id)&defGlobal != 0 {
				s.define(target.Id, defGlobal, target.Span())
			} else {
				s.define(target.Id, defNonlocal, target.Span())
			}
			s.direct(target.Id, target.Span())
			s.defineIn(sc, target.Id, defLocal, target.Span())
			return
		case moduleScope:
			s.define(target.Id, defGlobal, target.Span())
			s.direct(target.Id, target.Span())
			s.defineIn(sc, target.Id, defGlobal, target.Span())
			return
		}
		if where, ok := refusedAround[sc.kind]; ok {
			s.fail(target.Span(), "assignment expression within a comprehension cannot be used %s", where)
		}
	}
}

// comprehension visits one: its first iterable belongs to the scope around it.
func (s *symbols) comprehension(key ast.Expr, kind comprehensionKind, clauses []*ast.Comprehension, elt, value ast.Expr) {
	first := clauses[0]
	s.iterable(first.Iter)
	coroutine := false
	s.inScope(key, functionScope, func(sc *scope) {
		sc.comprehension = kind
		sc.coroutine = first.IsAsync
		s.iterationTarget(first.Target)
		s.visitAll(first.Ifs)
		for _, c := range clauses[1:] {
			s.iterationTarget(c.Target)
			s.iterable(c.Iter)
			s.visitAll(c.Ifs)
			sc.coroutine = sc.coroutine || c.IsAsync
		}
		s.visit(value)
		s.visit(elt)
		coroutine = sc.coroutine && kind != generatorExpression
	})
	if coroutine {
		s.cur.coroutine = true
	}
}

func (s *symbols) iterable(e ast.Expr) {
	s.cur.iterExpr++
	s.visit(e)
	s.cur.iterExpr--
}

func (s *symbols) iterationTarget(e ast.Expr) {
	s.cur.iterTarget = true
	s.visit(e)
	s.cur.iterTarget = false
}
