// collector: the first pass of the scope analysis, a walk over the tree that records how names occur.
package eval

import "pyasync/ast"

type collector struct {
	cur    *scope
	top    *scope
	byNode map[any]*scope

	stringAnnotations bool // from __future__ import annotations: they are no expressions
}

func (c *collector) push(kind scopeKind, name string, node any) *scope {
	s := newScope(kind, name, node, c.cur)
	c.byNode[node] = s
	c.cur = s
	return s
}

func (c *collector) pop() { c.cur = c.cur.parent }

func (c *collector) bind(name ast.Ident) {
	if name != "" {
		c.cur.note(c.cur.mangle(string(name)), symBound)
	}
}

func (c *collector) use(name string) {
	name = c.cur.mangle(name)
	c.cur.note(name, symUsed)
	if cls := c.cur.classAround(); cls != nil {
		cls.note("__classdict__", symBound)
		c.cur.note("__classdict__", symUsed)
	}
	if name == "super" || name == "__class__" {
		c.useClassCell()
	}
}

// useClassCell notes that a function uses super() or __class__: the class around gets the cell.
func (c *collector) useClassCell() {
	if c.cur.kind == compScope && c.cur.host().kind == classScope { // which CPython takes for a global there
		return
	}
	for p := c.cur.parent; p != nil; p = p.parent {
		if p.kind == classScope {
			p.needsClass = true
			p.note("__class__", symClassCell)
			c.cur.note("__class__", symUsed)
			return
		}
	}
}

func (c *collector) stmts(body []ast.Stmt) {
	for _, s := range body {
		c.stmt(s)
	}
}

func (c *collector) exprs(es []ast.Expr) {
	for _, e := range es {
		c.expr(e)
	}
}

func (c *collector) stmt(s ast.Stmt) {
	switch s := s.(type) {
	case *ast.FunctionDef:
		c.function(s, s, false)
	case *ast.AsyncFunctionDef:
		c.function(s, (*ast.FunctionDef)(s), true)
	case *ast.ClassDef:
		c.class(s)
	case *ast.Return:
		c.expr(s.Value)
	case *ast.Delete:
		c.exprs(s.Targets)
	case *ast.Assign:
		c.expr(s.Value)
		c.exprs(s.Targets)
	case *ast.TypeAlias:
		c.typeAlias(s)
	case *ast.AugAssign:
		c.expr(s.Target)
		if n, ok := s.Target.(*ast.Name); ok {
			c.use(string(n.Id))
		}
		c.expr(s.Value)
	case *ast.AnnAssign:
		switch n, isName := s.Target.(*ast.Name); {
		case isName && s.Simple:
			c.cur.note(c.cur.mangle(string(n.Id)), symBound|symAnnotated)
		case !isName || s.Value != nil: // (name): annotation says nothing about the name
			c.expr(s.Target)
		}
		if !c.stringAnnotations {
			c.expr(s.Annotation)
		}
		c.expr(s.Value)
	case *ast.For:
		c.forLoop(s)
	case *ast.AsyncFor:
		c.cur.host().isCoroutine = true
		c.forLoop((*ast.For)(s))
	case *ast.While:
		c.expr(s.Test)
		c.stmts(s.Body)
		c.stmts(s.Orelse)
	case *ast.If:
		c.expr(s.Test)
		c.stmts(s.Body)
		c.stmts(s.Orelse)
	case *ast.With:
		c.with(s)
	case *ast.AsyncWith:
		c.cur.host().isCoroutine = true
		c.with((*ast.With)(s))
	case *ast.Match:
		c.match(s)
	case *ast.Raise:
		c.expr(s.Exc)
		c.expr(s.Cause)
	case *ast.Try:
		c.try(s)
	case *ast.TryStar:
		c.try((*ast.Try)(s))
	case *ast.Assert:
		c.expr(s.Test)
		c.expr(s.Msg)
	case *ast.Import:
		c.aliases(s.Names, true)
	case *ast.ImportFrom:
		c.aliases(s.Names, false)
	case *ast.Global:
		for _, n := range s.Names {
			name := c.cur.mangle(string(n))
			c.cur.note(name, symGlobal)
			c.top.note(name, symGlobal) // as CPython's symbol table: the module's own uses skip its locals, too
		}
	case *ast.Nonlocal:
		for _, n := range s.Names {
			c.cur.note(c.cur.mangle(string(n)), symNonlocal)
			if n == "__class__" {
				c.useClassCell()
			}
		}
	case *ast.ExprStmt:
		c.expr(s.Value)
	}
}

func (c *collector) forLoop(s *ast.For) {
	c.expr(s.Iter)
	c.expr(s.Target)
	c.stmts(s.Body)
	c.stmts(s.Orelse)
}

func (c *collector) with(s *ast.With) {
	for _, it := range s.Items {
		c.expr(it.ContextExpr)
		c.expr(it.OptionalVars)
	}
	c.stmts(s.Body)
}

func (c *collector) try(s *ast.Try) {
	c.stmts(s.Body)
	for _, h := range s.Handlers {
		c.expr(h.Type)
		c.bind(h.Name)
		c.stmts(h.Body)
	}
	c.stmts(s.Orelse)
	c.stmts(s.Finalbody)
}

func (c *collector) aliases(names []*ast.Alias, dotted bool) {
	for _, a := range names {
		switch {
		case a.Asname != "":
			c.bind(a.Asname)
		case a.Name == "*":
		case dotted:
			c.bind(ast.Ident(firstPart(string(a.Name))))
		default:
			c.bind(a.Name)
		}
	}
}

func firstPart(dotted string) string {
	for i := 0; i < len(dotted); i++ {
		if dotted[i] == '.' {
			return dotted[:i]
		}
	}
	return dotted
}

func (c *collector) match(s *ast.Match) {
	c.expr(s.Subject)
	for _, k := range s.Cases {
		c.pattern(k.Pattern)
		c.expr(k.Guard)
		c.stmts(k.Body)
	}
}

func (c *collector) pattern(p ast.Pattern) {
	switch p := p.(type) {
	case *ast.MatchValue:
		c.expr(p.Value)
	case *ast.MatchSequence:
		c.patterns(p.Patterns)
	case *ast.MatchMapping:
		c.exprs(p.Keys)
		c.patterns(p.Patterns)
		c.bind(p.Rest)
	case *ast.MatchClass:
		c.expr(p.Cls)
		c.patterns(p.Patterns)
		c.patterns(p.KwdPatterns)
	case *ast.MatchStar:
		c.bind(p.Name)
	case *ast.MatchAs:
		if p.Pattern != nil {
			c.pattern(p.Pattern)
		}
		c.bind(p.Name)
	case *ast.MatchOr:
		c.patterns(p.Patterns)
	}
}

func (c *collector) patterns(ps []ast.Pattern) {
	for _, p := range ps {
		c.pattern(p)
	}
}

// function visits a def: decorators and defaults belong to the scope around, annotations too unless the function is
// generic; key is the node under which the scope is found.
func (c *collector) function(key any, s *ast.FunctionDef, async bool) {
	c.exprs(s.DecoratorList)
	c.defaults(s.Args)
	c.bind(s.Name)
	if len(s.TypeParams) > 0 {
		c.typeParams(typeParamsKey{key}, string(s.Name), s.TypeParams)
		defer c.pop()
	}
	c.annotations(s.Args, s.Returns)
	f := c.push(functionScope, string(s.Name), key)
	f.isCoroutine = async
	c.params(s.Args)
	c.stmts(s.Body)
	c.pop()
}

// typeParamsKey finds the scope of the type parameters of a generic definition.
type typeParamsKey struct{ node any }

func (c *collector) typeParams(key any, name string, params []ast.TypeParam) {
	s := c.push(typeParamsScope, name, key)
	for _, p := range params {
		c.typeParamOf(s, p)
	}
}

// classTypeParams is typeParams for a generic class: its type parameters are private names of its own, while other
// private names in its bases mean what they mean outside.
func (c *collector) classTypeParams(s *ast.ClassDef) {
	class := string(s.Name)
	t := c.push(typeParamsScope, class, typeParamsKey{s})
	for _, p := range s.TypeParams {
		t.symbol(mangle(class, typeParamName(p)))
	}
	t.class, t.onlyParams = class, t
	for _, p := range s.TypeParams {
		c.typeParamOf(t, p)
	}
}

func typeParamName(p ast.TypeParam) string {
	switch p := p.(type) {
	case *ast.TypeVar:
		return string(p.Name)
	case *ast.ParamSpec:
		return string(p.Name)
	case *ast.TypeVarTuple:
		return string(p.Name)
	}
	return ""
}

func (c *collector) typeParamOf(s *scope, p ast.TypeParam) {
	switch p := p.(type) {
	case *ast.TypeVar:
		c.typeParam(s, p, p.Name, p.Bound, p.DefaultValue)
	case *ast.ParamSpec:
		c.typeParam(s, p, p.Name, nil, p.DefaultValue)
	case *ast.TypeVarTuple:
		c.typeParam(s, p, p.Name, nil, p.DefaultValue)
	}
}

// boundKey and defaultKey find the scopes of the lazily evaluated parts of a type parameter.
type (
	boundKey   struct{ node any }
	defaultKey struct{ node any }
)

func (c *collector) typeParam(s *scope, node any, name ast.Ident, bound, def ast.Expr) {
	c.bind(name)
	lazy := func(key any, e ast.Expr) {
		if e != nil {
			c.push(functionScope, string(name), key).isLazy = true
			c.expr(e)
			c.pop()
		}
	}
	lazy(boundKey{node}, bound)
	lazy(defaultKey{node}, def)
}

func (c *collector) typeAlias(s *ast.TypeAlias) {
	n := s.Name.(*ast.Name)
	c.bind(n.Id)
	c.typeParams(typeParamsKey{s}, string(n.Id), s.TypeParams)
	c.push(functionScope, string(n.Id), s).isLazy = true
	c.expr(s.Value)
	c.pop()
	c.pop()
}

func (c *collector) class(s *ast.ClassDef) {
	c.exprs(s.DecoratorList)
	c.bind(s.Name)
	if len(s.TypeParams) > 0 {
		c.classTypeParams(s)
		c.cur.note(".type_params", symBound)
		c.cur.note(".generic_base", symBound)
		defer c.pop()
	}
	c.exprs(s.Bases)
	for _, k := range s.Keywords {
		c.expr(k.Value)
	}
	outer := c.cur
	cls := c.push(classScope, string(s.Name), s)
	cls.class, cls.onlyParams = string(s.Name), nil
	if outer.kind == typeParamsScope {
		c.use(".type_params")
	}
	c.stmts(s.Body)
	c.pop()
}

func (c *collector) defaults(a *ast.Arguments) {
	c.exprs(a.Defaults)
	c.exprs(a.KwDefaults)
}

func (c *collector) annotations(a *ast.Arguments, returns ast.Expr) {
	if c.stringAnnotations {
		return
	}
	eachArg(a, func(p *ast.Arg) { c.expr(p.Annotation) })
	c.expr(returns)
}

// eachArg visits the parameters in the order of co_varnames.
func eachArg(a *ast.Arguments, f func(*ast.Arg)) {
	for _, p := range a.Posonlyargs {
		f(p)
	}
	for _, p := range a.Args {
		f(p)
	}
	for _, p := range a.Kwonlyargs {
		f(p)
	}
	if a.Vararg != nil {
		f(a.Vararg)
	}
	if a.Kwarg != nil {
		f(a.Kwarg)
	}
}

func (c *collector) params(a *ast.Arguments) {
	eachArg(a, func(p *ast.Arg) { c.cur.note(c.cur.mangle(string(p.Arg)), symBound|symParam) })
}

func (c *collector) expr(e ast.Expr) {
	switch e := e.(type) {
	case nil:
	case *ast.Name:
		if e.Ctx == ast.Load {
			c.use(string(e.Id))
		} else {
			c.bind(e.Id)
		}
	case *ast.Constant, *ast.Literal:
	case *ast.BoolOp:
		c.exprs(e.Values)
	case *ast.NamedExpr:
		c.walrus(e)
	case *ast.BinOp:
		c.expr(e.Left)
		c.expr(e.Right)
	case *ast.UnaryOp:
		c.expr(e.Operand)
	case *ast.Lambda:
		c.defaults(e.Args)
		s := c.push(functionScope, "<lambda>", e)
		s.isLambda = true
		c.params(e.Args)
		c.expr(e.Body)
		c.pop()
	case *ast.IfExp:
		c.expr(e.Test)
		c.expr(e.Body)
		c.expr(e.Orelse)
	case *ast.Dict:
		c.exprs(e.Keys)
		c.exprs(e.Values)
	case *ast.Set:
		c.exprs(e.Elts)
	case *ast.ListComp:
		c.comprehension(e, compScope, "<listcomp>", e.Generators, e.Elt, nil)
	case *ast.SetComp:
		c.comprehension(e, compScope, "<setcomp>", e.Generators, e.Elt, nil)
	case *ast.DictComp:
		c.comprehension(e, compScope, "<dictcomp>", e.Generators, e.Key, e.Value)
	case *ast.GeneratorExp:
		c.comprehension(e, functionScope, "<genexpr>", e.Generators, e.Elt, nil)
	case *ast.Await:
		c.cur.host().isCoroutine = true
		c.expr(e.Value)
	case *ast.Yield:
		c.cur.host().isGenerator = true
		c.expr(e.Value)
	case *ast.YieldFrom:
		c.cur.host().isGenerator = true
		c.expr(e.Value)
	case *ast.Compare:
		c.expr(e.Left)
		c.exprs(e.Comparators)
	case *ast.Call:
		c.expr(e.Func)
		c.exprs(e.Args)
		for _, k := range e.Keywords {
			c.expr(k.Value)
		}
	case *ast.FormattedValue:
		c.expr(e.Value)
		c.expr(e.FormatSpec)
	case *ast.JoinedStr:
		c.exprs(e.Values)
	case *ast.Attribute:
		c.expr(e.Value)
	case *ast.Subscript:
		c.expr(e.Value)
		c.expr(e.Slice)
	case *ast.Starred:
		c.expr(e.Value)
	case *ast.List:
		c.exprs(e.Elts)
	case *ast.Tuple:
		c.exprs(e.Elts)
	case *ast.Slice:
		c.expr(e.Lower)
		c.expr(e.Upper)
		c.expr(e.Step)
	}
}

// walrus binds in the nearest scope that is no comprehension.
func (c *collector) walrus(e *ast.NamedExpr) {
	c.expr(e.Value)
	n := e.Target.(*ast.Name)
	s := c.cur
	for s.kind == compScope || s.isGenexp {
		s = s.parent
	}
	s.hasWalrus = true
	name := s.mangle(string(n.Id))
	if s == c.cur {
		s.note(name, symBound)
		return
	}
	if s.symbol(name).flags&(symGlobal|symNonlocal) == 0 {
		s.note(name, symBound)
	}
	// Seen from the comprehension it is a variable of the scope around (or a global there).
	flag := symNonlocal
	if s.kind == moduleScope || s.lookup(name).flags&symGlobal != 0 {
		flag = symGlobal
	}
	for p := c.cur; p != s; p = p.parent {
		p.note(name, flag)
	}
}

func (c *collector) comprehension(key any, kind scopeKind, name string, gens []*ast.Comprehension, elt, value ast.Expr) {
	c.expr(gens[0].Iter) // evaluated outside
	around := c.cur
	s := c.push(kind, name, key)
	if kind == compScope {
		around.order = append(around.order, &symbol{slot: -1, owner: around, comp: s})
	}
	if kind == functionScope {
		s.isGenexp, s.isGenerator = true, true
		s.note(".0", symBound|symParam)
	}
	for i, g := range gens {
		if i > 0 {
			c.expr(g.Iter)
		}
		c.expr(g.Target)
		c.exprs(g.Ifs)
		if g.IsAsync {
			s.host().isCoroutine = true
		}
	}
	c.expr(elt)
	c.expr(value)
	c.pop()
}
