// Lowering: from the syntax tree of a block to its executable tree.
package eval

import (
	"slices"
	"strings"

	"pyasync/ast"
	"pyasync/object"
	"pyasync/parser"
)

// unit is what the blocks of one source share.
type unit struct {
	th                *Thread // for folding: of whoever compiles
	src               *object.Source
	scopes            map[any]*scope
	filename          string
	optimize          int
	stringAnnotations bool // from __future__ import annotations
	interactive       bool
	consts            constants
}

// lowerer lowers one block.
type lowerer struct {
	u    *unit
	s    *scope // the current scope: the host, or a comprehension in it
	code *Code
	qual string // qualified name of the block, "" for modules
	// pre collects the statements hoisted out of the expression being lowered.
	pre []Stmt
	// susps counts the suspension points lowered so far; a statement whose count grew needs its suspendable form.
	susps int
	// awaits is where the frame keeps what an await needs while it is suspended there (see awaitSlots): a frame is
	// suspended at one place at a time. 0: there is no await.
	awaits slot
	// compPos is the span of the comprehension whose loops are being lowered.
	compPos Pos
	async   bool // a coroutine or asynchronous generator
}

// lowerModule makes the code object of a parsed source.
func lowerModule(th *Thread, res *parser.Result, filename string, opt CompileOptions) (*object.Code, bool) {
	var body []ast.Stmt
	if res.Module != nil {
		body = res.Module.Body
	}
	stringAnnotations := opt.FutureAnnotations || hasFuture(body, "annotations")
	top, scopes := analyse(body, res.Expr, stringAnnotations)
	u := &unit{th: th, src: sourceOf(res, filename), scopes: scopes, filename: filename, optimize: opt.Optimize,
		stringAnnotations: stringAnnotations, interactive: opt.Mode == parser.Single, consts: newConstants(th)}
	name := opt.Name
	if name == "" {
		name = "<module>"
	}
	c := u.newCode(top, name, name, ast.Pos{})
	c.describe(top, &u.consts)
	c.FirstLine = 1
	c.Flags = 0
	if u.stringAnnotations {
		c.Flags |= coFutureAnnotations
	}
	l := &lowerer{u: u, s: top, code: c, async: top.isCoroutine}
	if top.isCoroutine {
		c.kind = coroutineCode
		c.Flags |= object.CoCoroutine
		if top.isGenerator {
			c.kind = asyncGeneratorCode
		}
	}
	c.lower = func() {
		if res.Expr != nil {
			n := l.expr(res.Expr)
			c.body = l.wrap(&returnStmt{n})
		} else {
			c.body = l.moduleBody(body)
		}
		l.finish()
	}
	return &c.Code, true
}

const coFutureAnnotations = 0x1000000

func hasFuture(body []ast.Stmt, name string) bool {
	for _, s := range body {
		if im, ok := s.(*ast.ImportFrom); ok && im.Module == "__future__" && im.Level == 0 {
			for _, a := range im.Names {
				if string(a.Name) == name {
					return true
				}
			}
		}
	}
	return false
}

// moduleBody lowers statements of a module or class: the docstring and __annotations__ come first.
func (l *lowerer) moduleBody(body []ast.Stmt) Stmt {
	var list []Stmt
	if doc, ok := docString(body); ok && l.u.optimize < 2 && !l.u.interactive {
		list = append(list, &assign{l.nameTarget("__doc__", 0), &constant{object.StrValue(doc)}})
		body = body[1:]
	}
	if hasAnnotations(body) {
		list = append([]Stmt{&setupAnnotations{}}, list...)
	}
	list = append(list, l.stmts(body)...)
	if l.async && len(list) > 1 {
		return l.joinSusp(list) // await at top level
	}
	return l.join(list)
}

// docString returns the docstring of a body, with the indentation cleaned as CPython's compiler does.
func docString(body []ast.Stmt) (string, bool) {
	if len(body) == 0 {
		return "", false
	}
	e, ok := body[0].(*ast.ExprStmt)
	if !ok {
		return "", false
	}
	c, ok := e.Value.(*ast.Constant)
	if !ok || c.Kind != ast.CStr {
		return "", false
	}
	return cleanDoc(c.S), true
}

// cleanDoc removes the common indentation of all lines but the first (inspect.cleandoc without stripping newlines).
func cleanDoc(doc string) string {
	doc = expandTabs(doc)
	lines := strings.Split(doc, "\n")
	margin := -1
	for _, l := range lines[1:] {
		if t := strings.TrimLeft(l, " "); t != "" {
			if n := len(l) - len(t); margin < 0 || n < margin {
				margin = n
			}
		}
	}
	lines[0] = strings.TrimLeft(lines[0], " ")
	for i := 1; i < len(lines) && margin > 0; i++ {
		lines[i] = lines[i][min(margin, len(lines[i])):]
	}
	return strings.Join(lines, "\n")
}

func expandTabs(s string) string {
	if !strings.Contains(s, "\t") {
		return s
	}
	var b strings.Builder
	col := 0
	for _, r := range s {
		switch r {
		case '\t':
			n := 8 - col%8
			b.WriteString("        "[:n])
			col += n
			continue
		case '\n', '\r':
			col = -1
		}
		b.WriteRune(r)
		col++
	}
	return b.String()
}

// hasAnnotations reports whether a body annotates a name outside functions and classes.
func hasAnnotations(body []ast.Stmt) bool {
	for _, s := range body {
		switch s := s.(type) {
		case *ast.AnnAssign:
			return true
		case *ast.If:
			if hasAnnotations(s.Body) || hasAnnotations(s.Orelse) {
				return true
			}
		case *ast.For:
			if hasAnnotations(s.Body) || hasAnnotations(s.Orelse) {
				return true
			}
		case *ast.While:
			if hasAnnotations(s.Body) || hasAnnotations(s.Orelse) {
				return true
			}
		case *ast.With:
			if hasAnnotations(s.Body) {
				return true
			}
		case *ast.Try:
			if hasAnnotations(s.Body) || hasAnnotations(s.Orelse) || hasAnnotations(s.Finalbody) {
				return true
			}
			for _, h := range s.Handlers {
				if hasAnnotations(h.Body) {
					return true
				}
			}
		}
	}
	return false
}

func posOf(n ast.Node) Pos {
	p := n.Span()
	return object.MakePos(p.Start, p.End)
}

// newCode makes the code object of a scope, without a body.
func (u *unit) newCode(s *scope, name, qual string, at ast.Pos) *Code {
	c := &Code{}
	c.Header.Shape = &object.CodeType.Root
	c.Name, c.Qualname, c.Filename, c.Source = name, qual, u.filename, u.src
	c.Pos = object.MakePos(at.Start, at.End)
	c.defPos = c.Pos
	c.fast, c.fused = -1, -1
	c.Clone = cloneCode
	c.Constants, c.UsedNames = constantsOf, namesOf
	if at.End > 0 {
		c.FirstLine, _ = u.src.Locate(at.Start)
	}
	for _, v := range s.free {
		c.FreeVars = append(c.FreeVars, u.consts.name(v.name))
	}
	return c
}

func cloneCode(o *object.Code) *object.Code {
	c := codeOf(o)
	c.prepare()
	n := *c
	return &n.Code
}

// constantsOf is co_consts: a function's docstring (None without one) first, then what the body mentions, in order.
func constantsOf(o *object.Code) []Value {
	c := codeOf(o)
	c.prepare()
	var list []Value
	add := func(v Value) {
		for _, x := range list {
			if x.H.Shape == v.H.Shape && object.SameConstant(x, v) {
				return
			}
		}
		list = append(list, v)
	}
	if c.optimized() {
		if o.Doc.H != nil {
			add(o.Doc)
		} else {
			add(object.None)
		}
	}
	for _, v := range c.consts {
		add(v)
	}
	if !c.optimized() {
		add(object.None)
	}
	return list
}

// namesOf is co_names: globals, attributes and imported names, in order of use.
func namesOf(o *object.Code) []*Str {
	c := codeOf(o)
	c.prepare()
	var list []*Str
	seen := map[string]bool{}
	for _, n := range c.names {
		if !seen[n.Go()] {
			seen[n.Go()] = true
			list = append(list, n)
		}
	}
	return list
}

// describe fills in what Python sees of a function's variables, once they are resolved.
func (c *Code) describe(s *scope, names *constants) {
	var shared []variable // with functions inside: after the others, by name
	for _, sym := range s.order {
		if sym.comp != nil {
			c.describeComp(sym.comp, names)
		}
		if sym.slot < 0 || sym.owner != s {
			continue
		}
		name := names.name(sym.name)
		isParam := sym.flags&symParam != 0
		if sym.captured {
			c.cells = append(c.cells, cellInit{slotAt(sym.slot), isParam})
		}
		if sym.captured && !isParam {
			shared = append(shared, variable{name, slotAt(sym.slot), true})
			continue
		}
		c.vars = append(c.vars, variable{name, slotAt(sym.slot), sym.captured})
		c.VarNames = addName(c.VarNames, name)
		if sym.captured {
			c.CellVars = addName(c.CellVars, name)
		}
	}
	slices.SortStableFunc(shared, func(a, b variable) int { return strings.Compare(a.name.Go(), b.name.Go()) })
	for _, v := range shared {
		c.vars = append(c.vars, v)
		c.CellVars = addName(c.CellVars, v.name)
	}
}

// describeComp is describe for the variables of a comprehension, which are the host's for Python.
func (c *Code) describeComp(s *scope, names *constants) {
	for _, sym := range s.order {
		switch {
		case sym.comp != nil:
			c.describeComp(sym.comp, names)
		case sym.slot < 0 || sym.owner != s:
		default:
			c.VarNames = addName(c.VarNames, names.name(sym.name))
			if sym.captured {
				c.CellVars = addName(c.CellVars, names.name(sym.name))
			}
		}
	}
}

func addName(list []*Str, name *Str) []*Str {
	for _, x := range list {
		if x == name || x.Go() == name.Go() {
			return list
		}
	}
	return append(list, name)
}

// finish completes the code when its body has been lowered: only now the number of slots is known.
func (l *lowerer) finish() {
	c := l.code
	c.slots = int32(l.s.host().slots)
	c.awaits = l.awaits
	if c.kind != coroutineCode {
		return
	}
	c.steps = stepsOf(c.body)
	c.class = sizeClass(c.slots)
	if c.simple && c.cells == nil && c.class != noFreeList {
		c.fused = int32(c.ArgCount)
	}
}

// awaitState is the place of the awaits of the function.
func (l *lowerer) awaitState() slot {
	if l.awaits == 0 {
		l.awaits = l.newSlots(awaitSlots)
	}
	return l.awaits
}

// newSlots reserves n slots in the frame. Slot 0 is never used for progress, so 0 can mean "none".
func (l *lowerer) newSlots(n int) slot {
	h := l.s.host()
	if h.slots == 0 {
		h.slots = 1
	}
	at := h.slots
	h.slots += n
	return slotAt(at)
}

// join makes one statement of a list.
func (l *lowerer) join(list []Stmt) Stmt {
	switch len(list) {
	case 0:
		return &passStmt{}
	case 1:
		return list[0]
	}
	return &block{list}
}

// joinSusp is join for lists in which something suspends.
func (l *lowerer) joinSusp(list []Stmt) Stmt {
	if len(list) == 1 {
		return list[0]
	}
	var flat []Stmt
	for _, s := range list {
		if b, ok := s.(*suspBlock); ok { // a statement with what was hoisted out of it
			flat = append(flat, b.list...)
		} else {
			flat = append(flat, s)
		}
	}
	return &suspBlock{flat, l.newSlots(1)}
}

// wrap puts the statements hoisted so far before s.
func (l *lowerer) wrap(s Stmt) Stmt {
	if len(l.pre) == 0 {
		return s
	}
	list := append(l.pre, s)
	l.pre = nil
	return l.joinSusp(list)
}

// body lowers a nested block.
func (l *lowerer) body(stmts []ast.Stmt) Stmt {
	n := l.susps
	list := l.stmts(stmts)
	if l.susps != n {
		return l.joinSusp(list)
	}
	return l.join(list)
}

// bodyOrNil is body for else clauses.
func (l *lowerer) bodyOrNil(stmts []ast.Stmt) Stmt {
	if len(stmts) == 0 {
		return nil
	}
	return l.body(stmts)
}

func (l *lowerer) stmts(stmts []ast.Stmt) []Stmt {
	list := make([]Stmt, 0, len(stmts))
	for _, s := range stmts {
		outer := l.pre
		l.pre = nil
		x := l.stmt(s)
		x = l.wrap(x)
		l.pre = outer
		if _, isPass := x.(*passStmt); isPass && len(stmts) > 1 {
			continue
		}
		list = append(list, x)
	}
	return list
}

// canSuspend reports whether the block is a generator or coroutine at all.
func (l *lowerer) canSuspend() bool { h := l.s.host(); return h.isGenerator || h.isCoroutine }

// suspends reports whether evaluating e can suspend the frame.
func (l *lowerer) suspends(e ast.Expr) bool {
	return l.canSuspend() && containsAwait(e)
}

func (l *lowerer) anySuspends(es []ast.Expr) bool {
	for _, e := range es {
		if l.suspends(e) {
			return true
		}
	}
	return false
}

// containsAwait looks for await, yield and asynchronous comprehensions outside nested functions.
func containsAwait(e ast.Expr) bool {
	switch e := e.(type) {
	case nil, *ast.Name, *ast.Constant:
		return false
	case *ast.Await, *ast.Yield, *ast.YieldFrom:
		return true
	case *ast.BoolOp:
		return anyAwait(e.Values)
	case *ast.NamedExpr:
		return containsAwait(e.Value)
	case *ast.BinOp:
		return containsAwait(e.Left) || containsAwait(e.Right)
	case *ast.UnaryOp:
		return containsAwait(e.Operand)
	case *ast.Lambda:
		return anyAwait(e.Args.Defaults) || anyAwait(e.Args.KwDefaults)
	case *ast.IfExp:
		return containsAwait(e.Test) || containsAwait(e.Body) || containsAwait(e.Orelse)
	case *ast.Dict:
		return anyAwait(e.Keys) || anyAwait(e.Values)
	case *ast.Set:
		return anyAwait(e.Elts)
	case *ast.ListComp:
		return compAwaits(e.Generators, e.Elt, nil)
	case *ast.SetComp:
		return compAwaits(e.Generators, e.Elt, nil)
	case *ast.DictComp:
		return compAwaits(e.Generators, e.Key, e.Value)
	case *ast.GeneratorExp:
		return containsAwait(e.Generators[0].Iter)
	case *ast.Compare:
		return containsAwait(e.Left) || anyAwait(e.Comparators)
	case *ast.Call:
		if containsAwait(e.Func) || anyAwait(e.Args) {
			return true
		}
		for _, k := range e.Keywords {
			if containsAwait(k.Value) {
				return true
			}
		}
	case *ast.FormattedValue:
		return containsAwait(e.Value) || containsAwait(e.FormatSpec)
	case *ast.JoinedStr:
		return anyAwait(e.Values)
	case *ast.Attribute:
		return containsAwait(e.Value)
	case *ast.Subscript:
		return containsAwait(e.Value) || containsAwait(e.Slice)
	case *ast.Starred:
		return containsAwait(e.Value)
	case *ast.List:
		return anyAwait(e.Elts)
	case *ast.Tuple:
		return anyAwait(e.Elts)
	case *ast.Slice:
		return containsAwait(e.Lower) || containsAwait(e.Upper) || containsAwait(e.Step)
	}
	return false
}

func anyAwait(es []ast.Expr) bool {
	for _, e := range es {
		if containsAwait(e) {
			return true
		}
	}
	return false
}

func compAwaits(gens []*ast.Comprehension, elt, value ast.Expr) bool {
	for _, g := range gens {
		if g.IsAsync || containsAwait(g.Iter) || anyAwait(g.Ifs) {
			return true
		}
	}
	return containsAwait(elt) || containsAwait(value)
}
