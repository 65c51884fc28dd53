// What CPython checks in a tree before it compiles it: lists that must not be empty, contexts, positions.
// The functions mirror those of Python/ast.c, in the order of its checks.
package astmod

import (
	"slices"

	"pyasync/ast"
	"pyasync/object"
)

// validator goes over one tree. Its methods return false when an exception is pending.
type validator struct {
	th     *object.Thread
	places []ast.Place
}

func (c *validator) value(format string, args ...any) bool {
	c.th.ValueError(format, args...)
	return false
}

func (c *validator) wrongType(format string, args ...any) bool {
	c.th.TypeError(format, args...)
	return false
}

func (c *validator) position(p *ast.Pos) bool {
	from, to := c.places[p.Start], c.places[p.End]
	switch {
	case from.Line > to.Line:
		return c.value("AST node line range (%d, %d) is not valid", from.Line, to.Line)
	case from.Line < 0 && to.Line != from.Line, from.Col < 0 && to.Col != from.Col:
		return c.value("AST node column range (%d, %d) for line range (%d, %d) is not valid", from.Col, to.Col, from.Line, to.Line)
	case from.Line == to.Line && from.Col > to.Col:
		return c.value("line %d, column %d-%d is not a valid range", from.Line, from.Col, to.Col)
	}
	return true
}

// name refuses the keywords that are constants.
func (c *validator) name(id ast.Ident) bool {
	switch id {
	case "None", "True", "False":
		return c.value("identifier field can't represent '%s' constant", id)
	}
	return true
}

func (c *validator) names(ids []ast.Ident) bool {
	return !slices.Contains(ids, "") || c.value("None disallowed in identifier list")
}

// plainTarget refuses what the parser never makes the target of += and of annotations; the numbers are CPython's.
func (c *validator) plainTarget(e ast.Expr, what string) bool {
	kind := 0
	switch e.(type) {
	case *ast.Starred:
		kind = 23
	case *ast.List:
		kind = 25
	case *ast.Tuple:
		kind = 26
	default:
		return true
	}
	c.th.Raisef(&object.SystemErrorType, "invalid node type (%d) for %s assignment", kind, what)
	return false
}

func (c *validator) notEmpty(n int, what, owner string) bool {
	return n > 0 || c.value("empty %s on %s", what, owner)
}

func (c *validator) body(stmts []ast.Stmt, owner string) bool {
	return c.notEmpty(len(stmts), "body", owner) && c.stmts(stmts)
}

func (c *validator) stmts(stmts []ast.Stmt) bool {
	for _, s := range stmts {
		if s == nil {
			return c.value("None disallowed in statement list")
		}
		if !c.stmt(s) {
			return false
		}
	}
	return true
}

func (c *validator) exprs(list []ast.Expr, ctx ast.Ctx, holes bool) bool {
	for _, e := range list {
		if e == nil && !holes {
			return c.value("None disallowed in expression list")
		}
		if !c.expr(e, ctx) {
			return false
		}
	}
	return true
}

func (c *validator) load(list ...ast.Expr) bool { return c.exprs(list, ast.Load, true) }

func (c *validator) targets(list []ast.Expr, ctx ast.Ctx, owner string) bool {
	return c.notEmpty(len(list), "targets", owner) && c.exprs(list, ctx, false)
}

// stmt checks a statement; simple ones without parts need nothing but their position.
func (c *validator) stmt(s ast.Stmt) bool {
	if !c.position(s.Span()) {
		return false
	}
	switch n := s.(type) {
	case *ast.FunctionDef:
		return c.function(n, "FunctionDef")
	case *ast.AsyncFunctionDef:
		return c.function((*ast.FunctionDef)(n), "AsyncFunctionDef")
	case *ast.ClassDef:
		return c.body(n.Body, "ClassDef") && c.typeParams(n.TypeParams) && c.exprs(n.Bases, ast.Load, false) &&
			c.keywords(n.Keywords) && c.exprs(n.DecoratorList, ast.Load, false)
	case *ast.Return:
		return c.load(n.Value)
	case *ast.Delete:
		return c.targets(n.Targets, ast.Del, "Delete")
	case *ast.Assign:
		return c.targets(n.Targets, ast.Store, "Assign") && c.load(n.Value)
	case *ast.AugAssign:
		return c.expr(n.Target, ast.Store) && c.load(n.Value) && c.plainTarget(n.Target, "augmented")
	case *ast.AnnAssign:
		if _, ok := n.Target.(*ast.Name); !ok && n.Simple {
			return c.wrongType("AnnAssign with simple non-Name target")
		}
		return c.expr(n.Target, ast.Store) && c.load(n.Value, n.Annotation) && c.plainTarget(n.Target, "annotated")
	case *ast.TypeAlias:
		if _, ok := n.Name.(*ast.Name); !ok {
			return c.wrongType("TypeAlias with non-Name name")
		}
		return c.expr(n.Name, ast.Store) && c.typeParams(n.TypeParams) && c.load(n.Value)
	case *ast.Raise:
		if n.Exc == nil && n.Cause != nil {
			return c.value("Raise with cause but no exception")
		}
		return c.load(n.Exc, n.Cause)
	case *ast.Assert:
		return c.load(n.Test, n.Msg)
	case *ast.Import:
		return c.notEmpty(len(n.Names), "names", "Import")
	case *ast.ImportFrom:
		if n.Level < 0 {
			return c.value("Negative ImportFrom level")
		}
		return c.notEmpty(len(n.Names), "names", "ImportFrom")
	case *ast.Global:
		return c.notEmpty(len(n.Names), "names", "Global") && c.names(n.Names)
	case *ast.Nonlocal:
		return c.notEmpty(len(n.Names), "names", "Nonlocal") && c.names(n.Names)
	case *ast.ExprStmt:
		return c.load(n.Value)
	}
	return c.compound(s)
}

func (c *validator) compound(s ast.Stmt) bool {
	switch n := s.(type) {
	case *ast.For:
		return c.loop(n, "For")
	case *ast.AsyncFor:
		return c.loop((*ast.For)(n), "AsyncFor")
	case *ast.While:
		return c.load(n.Test) && c.body(n.Body, "While") && c.stmts(n.Orelse)
	case *ast.If:
		return c.load(n.Test) && c.body(n.Body, "If") && c.stmts(n.Orelse)
	case *ast.With:
		return c.with(n, "With")
	case *ast.AsyncWith:
		return c.with((*ast.With)(n), "AsyncWith")
	case *ast.Match:
		return c.match(n)
	case *ast.Try:
		return c.try(n, "Try")
	case *ast.TryStar:
		return c.try((*ast.Try)(n), "TryStar")
	}
	return true
}

func (c *validator) function(n *ast.FunctionDef, owner string) bool {
	return c.body(n.Body, owner) && c.typeParams(n.TypeParams) && c.arguments(n.Args) &&
		c.exprs(n.DecoratorList, ast.Load, false) && c.load(n.Returns)
}

func (c *validator) loop(n *ast.For, owner string) bool {
	return c.expr(n.Target, ast.Store) && c.load(n.Iter) && c.body(n.Body, owner) && c.stmts(n.Orelse)
}

func (c *validator) with(n *ast.With, owner string) bool {
	if !c.notEmpty(len(n.Items), "items", owner) {
		return false
	}
	for _, item := range n.Items {
		if !c.load(item.ContextExpr) || !c.expr(item.OptionalVars, ast.Store) {
			return false
		}
	}
	return c.body(n.Body, owner)
}

func (c *validator) match(n *ast.Match) bool {
	if !c.load(n.Subject) || !c.notEmpty(len(n.Cases), "cases", "Match") {
		return false
	}
	for _, k := range n.Cases {
		if !c.pattern(k.Pattern, false) || !c.load(k.Guard) || !c.body(k.Body, "match_case") {
			return false
		}
	}
	return true
}

func (c *validator) try(n *ast.Try, owner string) bool {
	if !c.body(n.Body, owner) {
		return false
	}
	if len(n.Handlers) == 0 && len(n.Finalbody) == 0 {
		return c.value("%s has neither except handlers nor finalbody", owner)
	}
	if len(n.Handlers) == 0 && len(n.Orelse) > 0 {
		return c.value("%s has orelse but no except handlers", owner)
	}
	for _, h := range n.Handlers {
		if h == nil {
			return c.value("None disallowed in handler list")
		}
		if !c.position(h.Span()) || !c.load(h.Type) || !c.body(h.Body, "ExceptHandler") {
			return false
		}
	}
	return c.stmts(n.Finalbody) && c.stmts(n.Orelse) && (owner == "Try" || c.typed(n.Handlers))
}

// typed refuses a bare except* clause, on which CPython's code generator fails.
func (c *validator) typed(handlers []*ast.ExceptHandler) bool {
	for _, h := range handlers {
		if h.Type == nil {
			return c.value("Invalid CFG, stack underflow")
		}
	}
	return true
}

// Definitions

func (c *validator) arguments(a *ast.Arguments) bool {
	if !c.args(a.Posonlyargs) || !c.args(a.Args) || a.Vararg != nil && !c.load(a.Vararg.Annotation) ||
		!c.args(a.Kwonlyargs) || a.Kwarg != nil && !c.load(a.Kwarg.Annotation) {
		return false
	}
	if len(a.Defaults) > len(a.Posonlyargs)+len(a.Args) {
		return c.value("more positional defaults than args on arguments")
	}
	if len(a.KwDefaults) != len(a.Kwonlyargs) {
		return c.value("length of kwonlyargs is not the same as kw_defaults on arguments")
	}
	return c.exprs(a.Defaults, ast.Load, false) && c.exprs(a.KwDefaults, ast.Load, true)
}

func (c *validator) args(list []*ast.Arg) bool {
	for _, a := range list {
		if !c.position(a.Span()) || !c.load(a.Annotation) {
			return false
		}
	}
	return true
}

func (c *validator) keywords(list []*ast.Keyword) bool {
	for _, k := range list {
		if !c.load(k.Value) {
			return false
		}
	}
	return true
}

func (c *validator) typeParams(list []ast.TypeParam) bool {
	for _, p := range list {
		ok := false
		switch n := p.(type) {
		case nil:
			return c.value("None disallowed in type parameter list")
		case *ast.TypeVar:
			ok = c.position(n.Span()) && c.name(n.Name) && c.load(n.Bound, n.DefaultValue)
		case *ast.ParamSpec:
			ok = c.position(n.Span()) && c.name(n.Name) && c.load(n.DefaultValue)
		case *ast.TypeVarTuple:
			ok = c.position(n.Span()) && c.name(n.Name) && c.load(n.DefaultValue)
		}
		if !ok {
			return false
		}
	}
	return true
}
