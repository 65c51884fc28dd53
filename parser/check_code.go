// The third pass: what CPython's code generator refuses, in the order in which it generates code.

package parser

import (
	"strings"

	"pyasync/ast"
)

// unitKind is what a code object belongs to.
type unitKind uint8

const (
	moduleUnit unitKind = iota
	classUnit
	functionUnit
	asyncFunctionUnit
	lambdaUnit
	comprehensionUnit
	typeParamsUnit
)

// blockKind is an entry of the stack of open blocks, by which break, continue and return find their way out.
type blockKind uint8

const (
	loopBlock blockKind = iota
	tryBlock
	groupHandlerBlock // an except* clause
)

// maxBlocks is CPython's CO_MAXBLOCKS, the depth of statements that need a block.
const maxBlocks = 21

// unit is a code object being generated.
type unit struct {
	kind   unitKind
	scope  *scope
	outer  *unit
	blocks []blockKind
}

// code is the state of the third pass.
type code struct {
	*checker
	unit *unit
}

func (c *checker) checkCode() {
	g := &code{checker: c, unit: &unit{kind: moduleUnit, scope: c.scopeOf[c.module]}}
	g.body(c.module.Body)
	if c.expr != nil {
		g.visit(c.expr)
	}
}

// inUnit runs f for a nested code object.
func (g *code) inUnit(kind unitKind, key any, f func()) {
	sc := g.scopeOf[key]
	if sc == nil {
		sc = g.unit.scope
	}
	g.unit = &unit{kind: kind, scope: sc, outer: g.unit}
	if (kind == functionUnit || kind == asyncFunctionUnit || kind == lambdaUnit || kind == comprehensionUnit) && (sc.generator || sc.coroutine) {
		g.unit.blocks = append(g.unit.blocks, tryBlock) // CPython turns StopIteration into RuntimeError there
	}
	f()
	g.unit = g.unit.outer
}

// block runs f with blocks of the given kinds open.
func (g *code) block(at *ast.Pos, f func(), kinds ...blockKind) {
	n := len(g.unit.blocks)
	if n+len(kinds) > maxBlocks {
		g.fail(at, "too many statically nested blocks")
		return
	}
	g.unit.blocks = append(g.unit.blocks, kinds...)
	f()
	g.unit.blocks = g.unit.blocks[:n]
}

func (g *code) body(stmts []ast.Stmt) {
	for _, n := range stmts {
		if !g.enter() {
			return
		}
		g.statement(n)
		g.leave()
	}
}

func (g *code) statement(n ast.Stmt) {
	switch n := n.(type) {
	case *ast.FunctionDef:
		g.function(n, n, functionUnit)
	case *ast.AsyncFunctionDef:
		g.function((*ast.FunctionDef)(n), n, asyncFunctionUnit)
	case *ast.ClassDef:
		g.class(n)
	case *ast.TypeAlias:
		g.generic(n.TypeParams, func() { g.inUnit(functionUnit, n, func() { g.visit(n.Value) }) })
		g.visit(n.Name)
	case *ast.Return:
		g.returnStatement(n)
	case *ast.Break:
		g.leaveLoop(n.Span(), "'break' outside loop")
	case *ast.Continue:
		g.leaveLoop(n.Span(), "'continue' not properly in loop")
	case *ast.For:
		g.loop(n, n.Span())
	case *ast.AsyncFor:
		g.requireAsync("async for", n.Span())
		g.loop((*ast.For)(n), n.Span())
	case *ast.While:
		g.block(n.Span(), func() {
			g.visit(n.Test)
			g.body(n.Body)
		}, loopBlock)
		g.body(n.Orelse)
	case *ast.If:
		g.visit(n.Test)
		g.body(n.Body)
		g.body(n.Orelse)
	case *ast.With:
		g.with(n.Items, n.Body, n.Span())
	case *ast.AsyncWith:
		g.requireAsync("async with", n.Span())
		g.with(n.Items, n.Body, n.Span())
	case *ast.Match:
		g.match(n)
	case *ast.Try:
		g.try(n, n.Span(), tryBlock)
	case *ast.TryStar:
		g.try((*ast.Try)(n), n.Span(), groupHandlerBlock)
	default:
		g.simple(n)
	}
}

// simple handles the statements without blocks.
func (g *code) simple(n ast.Stmt) {
	switch n := n.(type) {
	case *ast.Delete:
		g.visitAll(n.Targets)
	case *ast.Assign:
		g.visit(n.Value)
		g.visitAll(n.Targets)
	case *ast.AugAssign:
		g.visit(n.Target)
		g.visit(n.Value)
	case *ast.AnnAssign:
		if n.Value != nil {
			g.visit(n.Value)
			g.visit(n.Target)
		} else {
			g.annotatedTarget(n.Target, n.Span())
		}
		g.annotation(n.Annotation)
	case *ast.Raise:
		g.visit(n.Exc)
		g.visit(n.Cause)
	case *ast.Assert:
		g.warnAssert(n)
		g.visit(n.Test)
		g.visit(n.Msg)
	case *ast.ExprStmt:
		if constantType(n.Value) == "" { // a constant leaves no code
			g.visit(n.Value)
		}
	case *ast.Import:
		for _, a := range n.Names {
			g.forbidAlias(a, n.Span())
		}
	case *ast.ImportFrom:
		if n.Module == "__future__" && n.Level == 0 && n.Start > g.features.last {
			g.fail(n.Span(), "from __future__ imports must occur at the beginning of the file")
		}
		for _, a := range n.Names {
			g.forbidAlias(a, n.Span())
		}
	}
}

// annotatedTarget visits the parts of a target that is only annotated: they are evaluated all the same.
func (g *code) annotatedTarget(e ast.Expr, at *ast.Pos) {
	switch n := e.(type) {
	case *ast.Name:
		g.forbidDebug(n.Id, n.Ctx, at)
	case *ast.Attribute:
		g.forbidDebug(n.Attr, n.Ctx, at)
		g.visit(n.Value)
	case *ast.Subscript:
		g.visit(n.Value)
		g.visit(n.Slice)
	}
}

func (g *code) annotation(e ast.Expr) {
	if e == nil || g.features.annotations {
		return
	}
	if s, ok := e.(*ast.Starred); ok { // *args: *Ts
		e = s.Value
	}
	g.visit(e)
}

// forbidDebug: __debug__ is a constant.
func (g *code) forbidDebug(name ast.Ident, ctx ast.Ctx, at *ast.Pos) {
	if name == "__debug__" && ctx != ast.Load {
		if ctx == ast.Del {
			g.fail(at, "cannot delete __debug__")
		} else {
			g.fail(at, "cannot assign to __debug__")
		}
	}
}

func (g *code) forbidAlias(a *ast.Alias, at *ast.Pos) {
	name := a.Asname
	if name == "" {
		first, _, _ := strings.Cut(string(a.Name), ".")
		name = ast.Ident(first)
	}
	g.forbidDebug(name, ast.Store, at)
}

func (g *code) function(n *ast.FunctionDef, key any, kind unitKind) {
	for _, a := range allArgs(n.Args) {
		g.forbidDebug(a.Arg, ast.Store, a.Span())
	}
	g.visitAll(n.DecoratorList)
	g.defaults(n.Args)
	g.generic(n.TypeParams, func() {
		for _, a := range allArgs(n.Args) {
			g.annotation(a.Annotation)
		}
		g.annotation(n.Returns)
		g.inUnit(kind, key, func() { g.body(n.Body) })
	})
	g.forbidDebug(n.Name, ast.Store, n.Span())
}

func (g *code) defaults(a *ast.Arguments) {
	g.visitAll(a.Defaults)
	g.visitAll(a.KwDefaults)
}

func (g *code) class(n *ast.ClassDef) {
	g.visitAll(n.DecoratorList)
	g.generic(n.TypeParams, func() {
		g.inUnit(classUnit, n, func() { g.body(n.Body) })
		g.keywords(n.Keywords)
		g.elements(n.Bases)
		for _, k := range n.Keywords {
			g.visit(k.Value)
		}
	})
	g.forbidDebug(n.Name, ast.Store, n.Span())
}

// generic visits type parameters and then f in a unit of their own, if there are any.
func (g *code) generic(params []ast.TypeParam, f func()) {
	if len(params) == 0 {
		f()
		return
	}
	g.inUnit(typeParamsUnit, nil, func() {
		seenDefault := false
		for _, p := range params {
			seenDefault = g.typeParam(p, seenDefault)
		}
		f()
	})
}

func (g *code) typeParam(p ast.TypeParam, seenDefault bool) bool {
	var name ast.Ident
	var value ast.Expr
	switch n := p.(type) {
	case *ast.TypeVar:
		name, value = n.Name, n.DefaultValue
		g.typeParamPart(n.Bound)
	case *ast.ParamSpec:
		name, value = n.Name, n.DefaultValue
	case *ast.TypeVarTuple:
		name, value = n.Name, n.DefaultValue
		if s, ok := value.(*ast.Starred); ok {
			g.typeParamPart(s.Value)
			return true
		}
	}
	if value == nil {
		if seenDefault {
			g.fail(p.Span(), "non-default type parameter '%s' follows default type parameter", name)
		}
		return seenDefault
	}
	g.typeParamPart(value)
	return true
}

func (g *code) typeParamPart(e ast.Expr) {
	if e != nil {
		g.inUnit(functionUnit, e, func() { g.visit(e) })
	}
}

const groupHandlerMessage = "'break', 'continue' and 'return' cannot appear in an except* block"

func (g *code) returnStatement(n *ast.Return) {
	sc := g.unit.scope
	switch {
	case !sc.functionLike():
		g.fail(n.Span(), "'return' outside function")
	case n.Value != nil && sc.coroutine && sc.generator:
		g.fail(n.Span(), "'return' with value in async generator")
	}
	g.visit(n.Value)
	at := n.Span()
	if k, ok := n.Value.(*ast.Constant); ok && g.lines.Line(k.Start) == g.lines.Line(n.Start) {
		at = k.Span()
	}
	for _, b := range g.unit.blocks {
		if b == groupHandlerBlock {
			g.fail(at, groupHandlerMessage)
		}
	}
}

// leaveLoop handles break and continue.
func (g *code) leaveLoop(at *ast.Pos, outside string) {
	for i := len(g.unit.blocks) - 1; i >= 0; i-- {
		switch g.unit.blocks[i] {
		case loopBlock:
			return
		case groupHandlerBlock:
			g.fail(at, groupHandlerMessage)
			return
		}
	}
	g.fail(at, "%s", outside)
}

func (g *code) requireAsync(what string, at *ast.Pos) {
	if g.unit.kind != asyncFunctionUnit && !g.topLevelAwait() {
		g.fail(at, "'%s' outside async function", what)
	}
}

func (g *code) topLevelAwait() bool { return g.opt.TopLevelAwait && g.unit.kind == moduleUnit }

func (g *code) loop(n *ast.For, at *ast.Pos) {
	g.visit(n.Iter)
	g.block(at, func() {
		g.visit(n.Target)
		g.body(n.Body)
	}, loopBlock)
	g.body(n.Orelse)
}

func (g *code) with(items []*ast.WithItem, body []ast.Stmt, at *ast.Pos) {
	if len(items) == 0 {
		g.body(body)
		return
	}
	g.visit(items[0].ContextExpr)
	g.block(at, func() {
		g.visit(items[0].OptionalVars)
		g.with(items[1:], body, at)
	}, tryBlock)
}

// try handles try statements; handler is the kind of block of their except clauses.
func (g *code) try(n *ast.Try, at *ast.Pos, handler blockKind) {
	if len(n.Finalbody) == 0 {
		g.tryExcept(n, at, handler)
		return
	}
	g.block(at, func() {
		if len(n.Handlers) > 0 {
			g.tryExcept(n, at, handler)
		} else {
			g.body(n.Body)
		}
	}, tryBlock)
	g.body(n.Finalbody)
}

func (g *code) tryExcept(n *ast.Try, at *ast.Pos, handler blockKind) {
	g.block(at, func() { g.body(n.Body) }, tryBlock)
	if handler == tryBlock {
		g.body(n.Orelse)
	}
	g.block(at, func() {
		for i, h := range n.Handlers {
			if h.Type == nil && i < len(n.Handlers)-1 {
				g.fail(h.Span(), "default 'except:' must be last")
			}
			g.visit(h.Type)
			g.forbidDebug(h.Name, ast.Store, h.Span())
			g.block(at, func() { g.body(h.Body) }, tryBlock)
		}
	}, handler)
	if handler != tryBlock {
		g.body(n.Orelse)
	}
}
