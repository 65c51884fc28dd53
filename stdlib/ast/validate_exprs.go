// The checks of expressions and patterns.
package astmod

import (
	"pyasync/ast"
	"pyasync/object"
)

// context returns the context an expression has; ok false: it can only be loaded.
func context(e ast.Expr) (ctx ast.Ctx, ok bool) {
	switch n := e.(type) {
	case *ast.Attribute:
		return n.Ctx, true
	case *ast.Subscript:
		return n.Ctx, true
	case *ast.Starred:
		return n.Ctx, true
	case *ast.Name:
		return n.Ctx, true
	case *ast.List:
		return n.Ctx, true
	case *ast.Tuple:
		return n.Ctx, true
	}
	return ast.Load, false
}

// expr checks an expression that stands where ctx is wanted; nil is for the caller to refuse.
func (c *validator) expr(e ast.Expr, ctx ast.Ctx) bool {
	if e == nil {
		return true
	}
	if !c.position(e.Span()) {
		return false
	}
	if n, ok := e.(*ast.Name); ok && !c.name(n.Id) {
		return false
	}
	if has, ok := context(e); !ok && ctx != ast.Load {
		return c.value("expression which can't be assigned to in %s context", ctx)
	} else if has != ctx {
		return c.value("expression must have %s context but has %s instead", ctx, has)
	}
	switch n := e.(type) {
	case *ast.BoolOp:
		if len(n.Values) < 2 {
			return c.value("BoolOp with less than 2 values")
		}
		return c.exprs(n.Values, ast.Load, false)
	case *ast.BinOp:
		return c.load(n.Left, n.Right)
	case *ast.UnaryOp:
		return c.load(n.Operand)
	case *ast.Lambda:
		return c.arguments(n.Args) && c.load(n.Body)
	case *ast.IfExp:
		return c.load(n.Test, n.Body, n.Orelse)
	case *ast.Yield:
		return c.load(n.Value)
	case *ast.YieldFrom:
		return c.load(n.Value)
	case *ast.Await:
		return c.load(n.Value)
	case *ast.Compare:
		return c.compare(n)
	case *ast.Call:
		return c.load(n.Func) && c.exprs(n.Args, ast.Load, false) && c.keywords(n.Keywords)
	case *ast.NamedExpr:
		if _, ok := n.Target.(*ast.Name); !ok {
			return c.wrongType("NamedExpr target must be a Name")
		}
		return c.load(n.Value)
	case *ast.Attribute:
		return c.load(n.Value)
	case *ast.Subscript:
		return c.load(n.Slice, n.Value)
	case *ast.Starred:
		return c.expr(n.Value, ctx)
	case *ast.Slice:
		return c.load(n.Lower, n.Upper, n.Step)
	case *ast.Literal:
		if w := wrongConstant(n.Value.(object.Value)); !w.IsNil() {
			return c.wrongType("got an invalid type in Constant: %s", w.Type().Name)
		}
		return true
	}
	return c.display(e, ctx)
}

func (c *validator) compare(n *ast.Compare) bool {
	if len(n.Comparators) == 0 {
		return c.value("Compare with no comparators")
	}
	if len(n.Comparators) != len(n.Ops) {
		return c.value("Compare has a different number of comparators and operands")
	}
	return c.exprs(n.Comparators, ast.Load, false) && c.load(n.Left)
}

func (c *validator) display(e ast.Expr, ctx ast.Ctx) bool {
	switch n := e.(type) {
	case *ast.Dict:
		if len(n.Keys) != len(n.Values) {
			return c.value("Dict doesn't have the same number of keys as values")
		}
		return c.exprs(n.Keys, ast.Load, true) && c.exprs(n.Values, ast.Load, false)
	case *ast.Set:
		return c.exprs(n.Elts, ast.Load, false)
	case *ast.List:
		return c.exprs(n.Elts, ctx, false)
	case *ast.Tuple:
		return c.exprs(n.Elts, ctx, false)
	case *ast.ListComp:
		return c.comprehensions(n.Generators) && c.load(n.Elt)
	case *ast.SetComp:
		return c.comprehensions(n.Generators) && c.load(n.Elt)
	case *ast.GeneratorExp:
		return c.comprehensions(n.Generators) && c.load(n.Elt)
	case *ast.DictComp:
		return c.comprehensions(n.Generators) && c.load(n.Key, n.Value)
	case *ast.JoinedStr:
		return c.exprs(n.Values, ast.Load, false)
	case *ast.FormattedValue:
		switch n.Conversion {
		case -1, 's', 'r', 'a':
		default:
			c.th.Raisef(&object.SystemErrorType, "Unrecognized conversion character %d", n.Conversion)
			return false
		}
		return c.load(n.Value, n.FormatSpec)
	}
	return true
}

func (c *validator) comprehensions(list []*ast.Comprehension) bool {
	if len(list) == 0 {
		return c.value("comprehension with no generators")
	}
	for _, g := range list {
		if !c.expr(g.Target, ast.Store) || !c.load(g.Iter) || !c.exprs(g.Ifs, ast.Load, false) {
			return false
		}
	}
	return true
}

// Patterns

func (c *validator) patterns(list []ast.Pattern, star bool) bool {
	for _, p := range list {
		if !c.pattern(p, star) {
			return false
		}
	}
	return true
}

// pattern checks a pattern; star says that it may be a MatchStar.
func (c *validator) pattern(p ast.Pattern, star bool) bool {
	if p == nil {
		return c.value("None disallowed in pattern list")
	}
	if !c.position(p.Span()) {
		return false
	}
	switch n := p.(type) {
	case *ast.MatchValue:
		return c.matchedValue(n.Value)
	case *ast.MatchSingleton:
		return n.Value <= ast.CFalse || c.value("MatchSingleton can only contain True, False and None")
	case *ast.MatchSequence:
		return c.patterns(n.Patterns, true)
	case *ast.MatchMapping:
		return c.mapping(n)
	case *ast.MatchClass:
		return c.matchedClass(n)
	case *ast.MatchStar:
		if !star {
			return c.value("can't use MatchStar here")
		}
		return c.capture(n.Name)
	case *ast.MatchAs:
		switch {
		case !c.capture(n.Name):
			return false
		case n.Pattern == nil:
			return true
		case n.Name == "":
			return c.value("MatchAs must specify a target name if a pattern is given")
		}
		return c.pattern(n.Pattern, false)
	case *ast.MatchOr:
		if len(n.Patterns) < 2 {
			return c.value("MatchOr requires at least 2 patterns")
		}
		return c.patterns(n.Patterns, false)
	}
	return true
}

func (c *validator) capture(name ast.Ident) bool {
	if name == "_" {
		return c.value("can't capture name '_' in patterns")
	}
	return c.name(name)
}

func (c *validator) mapping(n *ast.MatchMapping) bool {
	if len(n.Keys) != len(n.Patterns) {
		return c.value("MatchMapping doesn't have the same number of keys as patterns")
	}
	if !c.capture(n.Rest) {
		return false
	}
	for _, k := range n.Keys {
		if k == nil {
			return c.value("None disallowed in expression list")
		}
		if lit, ok := k.(*ast.Constant); ok && lit.Kind <= ast.CFalse {
			continue
		}
		if !c.matchedValue(k) {
			return false
		}
	}
	return c.patterns(n.Patterns, false)
}

func (c *validator) matchedClass(n *ast.MatchClass) bool {
	if len(n.KwdAttrs) != len(n.KwdPatterns) {
		return c.value("MatchClass doesn't have the same number of keyword attributes as patterns")
	}
	if !c.load(n.Cls) {
		return false
	}
	cls := n.Cls
	for {
		a, ok := cls.(*ast.Attribute)
		if !ok {
			break
		}
		cls = a.Value
	}
	if _, ok := cls.(*ast.Name); !ok {
		return c.value("MatchClass cls field can only contain Name or Attribute nodes.")
	}
	for _, name := range n.KwdAttrs {
		if !c.name(name) {
			return false
		}
	}
	return c.patterns(n.Patterns, false) && c.patterns(n.KwdPatterns, false)
}

// matchedValue checks what a subject is compared with.
func (c *validator) matchedValue(e ast.Expr) bool {
	if !c.load(e) {
		return false
	}
	switch n := e.(type) {
	case *ast.Constant:
		return n.Kind >= ast.CInt || c.value("unexpected constant inside of a literal pattern")
	case *ast.Literal:
		if n.Type == "tuple" || n.Type == "frozenset" {
			return c.value("unexpected constant inside of a literal pattern")
		}
		return true
	case *ast.Attribute, *ast.JoinedStr:
		return true
	case *ast.UnaryOp:
		if signedNumber(n, true, true) {
			return true
		}
	case *ast.BinOp:
		if (n.Op == ast.Add || n.Op == ast.Sub) && signedNumber(n.Left, true, false) && number(n.Right, false, true) {
			return true
		}
	}
	return c.value("patterns may only match literals and attribute lookups")
}

// number recognises a numeric literal of the wanted sort.
func number(e ast.Expr, real, imaginary bool) bool {
	switch n := e.(type) {
	case *ast.Constant:
		return real && (n.Kind == ast.CInt || n.Kind == ast.CFloat) || imaginary && n.Kind == ast.CComplex
	case *ast.Literal:
		return real && n.Type == "float" || imaginary && n.Type == "complex"
	}
	return false
}

func signedNumber(e ast.Expr, real, imaginary bool) bool {
	if n, ok := e.(*ast.UnaryOp); ok {
		return n.Op == ast.USub && number(n.Operand, real, imaginary)
	}
	return number(e, real, imaginary)
}
