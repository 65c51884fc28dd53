// The second pass: what CPython's symtable.c finds wrong with names.

package parser

import (
	"strings"

	"pyasync/ast"
)

// symbols is the state of the second pass.
type symbols struct {
	*checker
	cur *scope
}

func (c *checker) checkSymbols() {
	top := &scope{kind: moduleScope}
	c.scopeOf[c.module] = top
	s := &symbols{checker: c, cur: top}
	s.body(c.module.Body)
	if c.expr != nil {
		s.visit(c.expr)
	}
	if c.err == nil {
		c.resolve(top, nil, map[ast.Ident]bool{})
	}
}

// inScope runs f in a new scope made by key.
func (s *symbols) inScope(key any, kind scopeKind, f func(*scope)) {
	outer := s.cur
	sc := &scope{kind: kind, parent: outer, class: outer.class, iterExpr: outer.iterExpr}
	outer.children = append(outer.children, sc)
	s.scopeOf[key] = sc
	s.cur = sc
	f(sc)
	s.cur = outer
}

// define records that the current scope does something with a name.
func (s *symbols) define(name ast.Ident, flags symbolFlags, at *ast.Pos) {
	s.defineIn(s.cur, name, flags, at)
}

func (s *symbols) defineIn(sc *scope, name ast.Ident, flags symbolFlags, at *ast.Pos) {
	name = sc.mangle(name)
	old, known := sc.symbols[name]
	switch {
	case flags&old&defParam != 0:
		s.fail(at, "duplicate argument '%s' in function definition", name)
	case flags&old&defTypeParam != 0:
		s.fail(at, "duplicate type parameter '%s'", name)
	}
	flags |= old
	if s.cur.iterTarget && sc == s.cur {
		if flags&(defGlobal|defNonlocal) != 0 {
			s.fail(at, "comprehension inner loop cannot rebind assignment expression target '%s'", name)
		}
		flags |= defIteration
	}
	if sc.symbols == nil {
		sc.symbols = map[ast.Ident]symbolFlags{}
	}
	sc.symbols[name] = flags
	if !known {
		sc.order = append(sc.order, name)
	}
}

func (s *symbols) body(stmts []ast.Stmt) {
	for _, n := range stmts {
		if s.err != nil {
			return
		}
		s.statement(n)
	}
}

func (s *symbols) statement(n ast.Stmt) {
	if !s.enter() {
		return
	}
	defer s.leave()
	switch n := n.(type) {
	case *ast.FunctionDef:
		s.function(n, n, false)
	case *ast.AsyncFunctionDef:
		s.function((*ast.FunctionDef)(n), n, true)
	case *ast.ClassDef:
		s.class(n)
	case *ast.TypeAlias:
		s.typeAlias(n)
	case *ast.AnnAssign:
		s.annotatedAssign(n)
	case *ast.Global:
		s.declare(n.Names, defGlobal, "global", n.Span())
	case *ast.Nonlocal:
		s.declare(n.Names, defNonlocal, "nonlocal", n.Span())
	case *ast.Import:
		s.aliases(n.Names)
	case *ast.ImportFrom:
		s.aliases(n.Names)
	case *ast.Try:
		s.try(n)
	case *ast.TryStar:
		s.try((*ast.Try)(n))
	case *ast.Match:
		s.visit(n.Subject)
		for _, k := range n.Cases {
			s.pattern(k.Pattern)
			s.visit(k.Guard)
			s.body(k.Body)
		}
	default:
		s.plainStatement(n)
	}
}

// plainStatement visits the expressions and blocks of the statements that do nothing special with names.
func (s *symbols) plainStatement(n ast.Stmt) {
	switch n := n.(type) {
	case *ast.Return:
		s.visit(n.Value)
	case *ast.Delete:
		s.visitAll(n.Targets)
	case *ast.Assign:
		s.visitAll(n.Targets)
		s.visit(n.Value)
	case *ast.AugAssign:
		s.visit(n.Target)
		s.visit(n.Value)
	case *ast.For:
		s.loop(n)
	case *ast.AsyncFor:
		s.loop((*ast.For)(n))
	case *ast.While:
		s.visit(n.Test)
		s.body(n.Body)
		s.body(n.Orelse)
	case *ast.If:
		s.visit(n.Test)
		s.body(n.Body)
		s.body(n.Orelse)
	case *ast.With:
		s.with(n)
	case *ast.AsyncWith:
		s.with((*ast.With)(n))
	case *ast.Raise:
		s.visit(n.Exc)
		s.visit(n.Cause)
	case *ast.Assert:
		s.visit(n.Test)
		s.visit(n.Msg)
	case *ast.ExprStmt:
		s.visit(n.Value)
	}
}

func (s *symbols) loop(n *ast.For) {
	s.visit(n.Target)
	s.visit(n.Iter)
	s.body(n.Body)
	s.body(n.Orelse)
}

func (s *symbols) with(n *ast.With) {
	for _, i := range n.Items {
		s.visit(i.ContextExpr)
		s.visit(i.OptionalVars)
	}
	s.body(n.Body)
}

func (s *symbols) try(n *ast.Try) {
	s.body(n.Body)
	s.body(n.Orelse)
	for _, h := range n.Handlers {
		s.visit(h.Type)
		if h.Name != "" {
			s.define(h.Name, defLocal, h.Span())
		}
		s.body(h.Body)
	}
	s.body(n.Finalbody)
}

func (s *symbols) function(n *ast.FunctionDef, key any, async bool) {
	s.define(n.Name, defLocal, n.Span())
	s.defaults(n.Args)
	s.visitAll(n.DecoratorList)
	s.generic(n.TypeParams, n.Args, func() {
		s.annotations(n)
		s.inScope(key, functionScope, func(sc *scope) {
			sc.coroutine = async
			s.parameters(n.Args)
			s.body(n.Body)
		})
	})
}

// generic runs f in a scope that holds the type parameters, if there are any.
func (s *symbols) generic(params []ast.TypeParam, key any, f func()) {
	if len(params) == 0 {
		f()
		return
	}
	s.inScope(key, typeParamsScope, func(*scope) {
		for _, p := range params {
			s.typeParam(p)
		}
		f()
	})
}

func (s *symbols) typeParam(p ast.TypeParam) {
	switch n := p.(type) {
	case *ast.TypeVar:
		s.define(n.Name, defTypeParam|defLocal, n.Span())
		info := "a TypeVar bound"
		if _, ok := n.Bound.(*ast.Tuple); ok {
			info = "a TypeVar constraint"
		}
		s.typeParamPart(n.Bound, info)
		s.typeParamPart(n.DefaultValue, "a TypeVar default")
	case *ast.ParamSpec:
		s.define(n.Name, defTypeParam|defLocal, n.Span())
		s.typeParamPart(n.DefaultValue, "a ParamSpec default")
	case *ast.TypeVarTuple:
		s.define(n.Name, defTypeParam|defLocal, n.Span())
		s.typeParamPart(n.DefaultValue, "a TypeVarTuple default")
	}
}

func (s *symbols) typeParamPart(e ast.Expr, info string) {
	if e != nil {
		s.inScope(e, typeVarScope, func(sc *scope) {
			sc.info = info
			s.visit(e)
		})
	}
}

func (s *symbols) class(n *ast.ClassDef) {
	s.define(n.Name, defLocal, n.Span())
	s.visitAll(n.DecoratorList)
	s.generic(n.TypeParams, n.Name, func() {
		s.visitAll(n.Bases)
		for _, k := range n.Keywords {
			s.visit(k.Value)
		}
		s.inScope(n, classScope, func(sc *scope) {
			sc.class = n.Name
			s.body(n.Body)
		})
	})
}

func (s *symbols) typeAlias(n *ast.TypeAlias) {
	s.visit(n.Name)
	s.generic(n.TypeParams, n.Name, func() {
		s.inScope(n, typeAliasScope, func(*scope) { s.visit(n.Value) })
	})
}

func (s *symbols) annotatedAssign(n *ast.AnnAssign) {
	name, ok := n.Target.(*ast.Name)
	if !ok {
		s.visit(n.Target)
	} else {
		cur := s.cur.lookup(name.Id)
		if n.Simple && s.cur.kind != moduleScope && cur&(defGlobal|defNonlocal) != 0 {
			what := "nonlocal"
			if cur&defGlobal != 0 {
				what = "global"
			}
			s.fail(n.Span(), "annotated name '%s' can't be %s", name.Id, what)
		}
		if n.Simple {
			s.define(name.Id, defAnnotated|defLocal, name.Span())
		} else if n.Value != nil {
			s.define(name.Id, defLocal, name.Span())
		}
	}
	s.annotation(n.Annotation)
	s.visit(n.Value)
}

// annotation visits an annotation: in a scope of its own when it is not to be evaluated.
func (s *symbols) annotation(e ast.Expr) {
	if e == nil {
		return
	}
	if !s.features.annotations {
		s.visit(e)
		return
	}
	s.inScope(e, annotationScope, func(*scope) { s.visit(e) })
}

func (s *symbols) annotations(n *ast.FunctionDef) {
	for _, a := range allArgs(n.Args) {
		s.annotation(a.Annotation)
	}
	s.annotation(n.Returns)
}

// allArgs lists the parameters in the order CPython's symbol table takes them.
func allArgs(a *ast.Arguments) (out []*ast.Arg) {
	out = append(out, a.Posonlyargs...)
	out = append(out, a.Args...)
	out = append(out, a.Kwonlyargs...)
	if a.Vararg != nil {
		out = append(out, a.Vararg)
	}
	if a.Kwarg != nil {
		out = append(out, a.Kwarg)
	}
	return out
}

func (s *symbols) parameters(a *ast.Arguments) {
	for _, p := range allArgs(a) {
		s.define(p.Arg, defParam, p.Span())
	}
}

func (s *symbols) defaults(a *ast.Arguments) {
	s.visitAll(a.Defaults)
	s.visitAll(a.KwDefaults)
}

// declare handles global and nonlocal statements: they must come before any other use of the name.
func (s *symbols) declare(names []ast.Ident, flag symbolFlags, word string, at *ast.Pos) {
	for _, name := range names {
		switch cur := s.cur.lookup(name); {
		case cur&defParam != 0:
			s.fail(at, "name '%s' is parameter and %s", name, word)
		case cur&used != 0:
			s.fail(at, "name '%s' is used prior to %s declaration", name, word)
		case cur&defAnnotated != 0:
			s.fail(at, "annotated name '%s' can't be %s", name, word)
		case cur&defLocal != 0:
			s.fail(at, "name '%s' is assigned to before %s declaration", name, word)
		}
		s.define(name, flag, at)
		s.direct(name, at)
	}
}

// direct remembers where a name was declared; the first place counts.
func (s *symbols) direct(name ast.Ident, at *ast.Pos) {
	if s.cur.directives == nil {
		s.cur.directives = map[ast.Ident]*ast.Pos{}
	}
	if name = s.cur.mangle(name); s.cur.directives[name] == nil {
		s.cur.directives[name] = at
	}
}

func (s *symbols) aliases(names []*ast.Alias) {
	for _, a := range names {
		switch {
		case a.Asname != "":
			s.define(a.Asname, defImport, a.Span())
		case a.Name != "*":
			first, _, _ := strings.Cut(string(a.Name), ".")
			s.define(ast.Ident(first), defImport, a.Span())
		case s.cur.kind != moduleScope:
			s.fail(a.Span(), "import * only allowed at module level")
		}
	}
}

func (s *symbols) pattern(p ast.Pattern) {
	switch n := p.(type) {
	case *ast.MatchValue:
		s.visit(n.Value)
	case *ast.MatchSequence:
		s.patterns(n.Patterns)
	case *ast.MatchStar:
		s.capture(n.Name, n.Span())
	case *ast.MatchMapping:
		s.visitAll(n.Keys)
		s.patterns(n.Patterns)
		s.capture(n.Rest, n.Span())
	case *ast.MatchClass:
		s.visit(n.Cls)
		s.patterns(n.Patterns)
		s.patterns(n.KwdPatterns)
	case *ast.MatchAs:
		if n.Pattern != nil {
			s.pattern(n.Pattern)
		}
		s.capture(n.Name, n.Span())
	case *ast.MatchOr:
		s.patterns(n.Patterns)
	}
}

func (s *symbols) patterns(ps []ast.Pattern) {
	for _, p := range ps {
		s.pattern(p)
	}
}

func (s *symbols) capture(name ast.Ident, at *ast.Pos) {
	if name != "" {
		s.define(name, defLocal, at)
	}
}
