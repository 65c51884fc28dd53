// Lowering of functions, lambdas, classes, comprehensions and generator expressions.
package eval

import (
	"pyasync/ast"
	"pyasync/object"
)

// nested makes the lowerer and code object of a scope inside the current one.
func (l *lowerer) nested(key any, name string, at ast.Pos) *lowerer {
	s := l.u.scopes[key]
	qual := l.qualify(s, name)
	c := l.u.newCode(s, name, qual, at)
	l.code.consts = append(l.code.consts, c.V())
	c.Flags = object.CoOptimized | object.CoNewLocals
	if s.parent != nil && s.parent.host().isFunctionLike() {
		c.Flags |= object.CoNested
	}
	if len(s.free) == 0 {
		c.Flags |= 0
	}
	if l.u.stringAnnotations {
		c.Flags |= coFutureAnnotations
	}
	c.describe(s, &l.u.consts)
	switch {
	case s.isGenerator && s.isCoroutine:
		c.kind, c.Flags = asyncGeneratorCode, c.Flags|object.CoAsyncGenerator
	case s.isGenerator:
		c.kind, c.Flags = generatorCode, c.Flags|object.CoGenerator
	case s.isCoroutine:
		c.kind, c.Flags = coroutineCode, c.Flags|object.CoCoroutine
	}
	return &lowerer{u: l.u, s: s, code: c, qual: qual, async: s.isCoroutine}
}

// qualify returns the qualified name of a block named name in the current one.
func (l *lowerer) qualify(s *scope, name string) string {
	p := s.parent
	for p.kind == compScope || p.kind == typeParamsScope {
		p = p.parent
	}
	if sym := p.lookup(name); sym != nil && sym.flags&symGlobal != 0 && s.kind != compScope && !s.isLambda && !s.isGenexp {
		return name
	}
	switch {
	case l.qual == "":
		return name
	case p.kind == classScope:
		return l.qual + "." + name
	}
	return l.qual + ".<locals>." + name
}

// closureOf says where the free variables of a nested function come from.
func (l *lowerer) closureOf(s *scope) []closureCell {
	if len(s.free) == 0 {
		return nil
	}
	host := l.s.host()
	cells := make([]closureCell, len(s.free))
	for i, v := range s.free {
		if v.owner.host() == host {
			cells[i] = closureCell{own: true, off: slotAt(v.slot)}
		} else {
			cells[i] = closureCell{i: host.freeIndex[v]}
		}
	}
	return cells
}

// setParams describes the parameters to the code object.
func (c *Code) setParams(a *ast.Arguments) {
	c.PosOnlyCount = len(a.Posonlyargs)
	c.ArgCount = c.PosOnlyCount + len(a.Args)
	c.KwOnlyCount = len(a.Kwonlyargs)
	if a.Vararg != nil {
		c.Flags |= object.CoVarArgs
	}
	if a.Kwarg != nil {
		c.Flags |= object.CoVarKeywords
	}
	c.simple = c.KwOnlyCount == 0 && a.Vararg == nil && a.Kwarg == nil
	if c.simple && c.kind == plainCode {
		c.fastWhenReady = true
	}
}

// function makes the node that creates a function object; body lowers its body when it is first called.
func (l *lowerer) function(n *lowerer, args *ast.Arguments, body func() Stmt) *functionNode {
	c := n.code
	c.setParams(args)
	c.lower = func() {
		c.body = body()
		n.finish()
		if c.fastWhenReady {
			c.fast = int32(c.ArgCount)
		}
	}
	fn := &functionNode{code: c, closure: l.closureOf(n.s), name: l.u.consts.name(c.Name), qualname: object.NewStr(c.Qualname), doc: object.None}
	order := append(append([]ast.Expr{}, args.Defaults...), args.KwDefaults...)
	nodes := l.exprs(order)
	fn.defaults = nodes[:len(args.Defaults)]
	for i, d := range nodes[len(args.Defaults):] {
		if d != nil {
			fn.kwDefaults = append(fn.kwDefaults, kwDefault{object.NewStr(l.s.mangle(string(args.Kwonlyargs[i].Arg))), d})
		}
	}
	return fn
}

func (l *lowerer) lambda(e *ast.Lambda) Node {
	n := l.nested(e, "<lambda>", e.Pos)
	return l.function(n, e.Args, func() Stmt {
		v := n.expr(e.Body)
		return n.wrap(&returnStmt{v})
	})
}

// functionDef lowers def and async def: decorators, function object, binding of the name.
func (l *lowerer) functionDef(key any, s *ast.FunctionDef, async bool) Stmt {
	decorators := l.exprs(s.DecoratorList)
	if len(s.DecoratorList) > 0 && l.anySuspends(append(s.Args.Defaults, s.Args.KwDefaults...)) {
		for i := range decorators {
			decorators[i] = l.save(decorators[i])
		}
	}
	var v Node
	if len(s.TypeParams) > 0 {
		v = l.genericFunction(key, s)
	} else {
		v = l.plainFunction(key, s, l)
	}
	v = l.decorate(v, decorators, s.DecoratorList)
	return newAssign(l.nameTarget(string(s.Name), posOf(s)), v)
}

func (l *lowerer) decorate(v Node, decorators []Node, list []ast.Expr) Node {
	for i := len(decorators) - 1; i >= 0; i-- {
		v = &call1{decorators[i], v, posOf(list[i])}
	}
	return v
}

// plainFunction makes the function node of a def; annotations are lowered by l, the scope around.
func (l *lowerer) plainFunction(key any, s *ast.FunctionDef, around *lowerer) *functionNode {
	at := s.Pos
	if len(s.DecoratorList) > 0 {
		at.Start = s.DecoratorList[0].Span().Start
	}
	n := l.nested(key, string(s.Name), at)
	n.code.defPos = posOf(s)
	d := deferredPart(s.Body)
	fn := l.function(n, s.Args, func() Stmt {
		if d != nil {
			n.readDeferred(s, d)
		}
		return n.functionBody(s.Body)
	})
	if d != nil {
		n.code.Complete = func(c *object.Code) { codeOf(c).prepare() }
	}
	if doc, ok := docString(s.Body); ok && l.u.optimize < 2 {
		fn.doc = object.StrValue(doc)
		n.code.Doc = fn.doc
	}
	add := func(name ast.Ident, e ast.Expr) {
		if e != nil {
			fn.annotations = append(fn.annotations, annotation{l.u.consts.name(l.s.mangle(string(name))), around.starAnnotation(e)})
		}
	}
	for _, p := range s.Args.Args { // CPython visits these before the positional-only ones
		add(p.Arg, p.Annotation)
	}
	for _, p := range s.Args.Posonlyargs {
		add(p.Arg, p.Annotation)
	}
	if p := s.Args.Vararg; p != nil {
		add(p.Arg, p.Annotation)
	}
	for _, p := range s.Args.Kwonlyargs {
		add(p.Arg, p.Annotation)
	}
	if p := s.Args.Kwarg; p != nil {
		add(p.Arg, p.Annotation)
	}
	add("return", s.Returns)
	return fn
}

// starAnnotation lowers `*args: *Ts`, whose value is the one item of the unpacked Ts.
func (l *lowerer) starAnnotation(e ast.Expr) Node {
	if st, ok := e.(*ast.Starred); ok && !l.u.stringAnnotations {
		return &item{&display{tupleDisplay, []starArg{{l.expr(st.Value), true, posOf(e)}}, posOf(e), false}, &constant{object.Int(0)}, posOf(e)}
	}
	return l.annotation(e)
}

func (l *lowerer) functionBody(body []ast.Stmt) Stmt {
	if _, ok := docString(body); ok {
		body = body[1:]
	}
	return l.body(body)
}

// classNode builds a class (__build_class__).
type classNode struct {
	code     *Code
	name     *Str
	bases    []starArg
	kws      []starKw
	closure  []closureCell
	classOff slot // of the __class__ cell in the body's frame, when hasClass
	hasClass bool
	pos      Pos
}

func (l *lowerer) classDef(s *ast.ClassDef) Stmt {
	decorators := l.exprs(s.DecoratorList)
	var v Node
	if len(s.TypeParams) > 0 {
		v = l.genericClass(s)
	} else {
		v = l.class(s, nil)
	}
	v = l.decorate(v, decorators, s.DecoratorList)
	return newAssign(l.nameTarget(string(s.Name), posOf(s)), v)
}

// class makes the node of a class statement; extra are further bases (Generic[...] of a PEP 695 class).
func (l *lowerer) class(s *ast.ClassDef, extra []starArg) *classNode {
	sc := l.u.scopes[s]
	at := s.Pos
	if len(s.DecoratorList) > 0 {
		at.Start = s.DecoratorList[0].Span().Start
	}
	n := l.nested(s, string(s.Name), at)
	c := n.code
	c.defPos = posOf(s)
	c.Flags &^= object.CoOptimized | object.CoNewLocals
	c.kind = plainCode
	c.vars, c.VarNames, c.CellVars, c.cells = nil, nil, nil, nil
	order := append([]ast.Expr{}, s.Bases...)
	for _, k := range s.Keywords {
		order = append(order, k.Value)
	}
	nodes := l.exprs(order)
	node := &classNode{code: c, name: l.u.consts.name(string(s.Name)), pos: posOf(s),
		bases: append(l.starArgs(s.Bases, nodes[:len(s.Bases)]), extra...), kws: l.starKws(s.Keywords, nodes[len(s.Bases):]), closure: l.closureOf(sc)}
	if sym := sc.lookup("__class__"); sym != nil && sym.slot >= 0 {
		node.hasClass, node.classOff = true, slotAt(sym.slot)
	}
	for _, name := range []string{"__class__", "__classdict__"} {
		if sym := sc.lookup(name); sym != nil && sym.slot >= 0 {
			c.cells = append(c.cells, cellInit{slotAt(sym.slot), false})
			c.CellVars = append(c.CellVars, l.u.consts.name(sym.name))
		}
	}
	for _, sym := range sc.order {
		if sym.comp != nil {
			c.describeComp(sym.comp, &l.u.consts)
		}
	}
	c.lower = func() {
		c.body = n.classBody(s)
		n.finish()
	}
	return node
}

// classBody lowers the body of a class: __module__, __qualname__ and the rest come first, as in CPython.
func (l *lowerer) classBody(s *ast.ClassDef) Stmt {
	l.noteName(strDunderName)
	list := []Stmt{
		&assign{l.nameTarget("__module__", 0), &global{name: strDunderName}},
		&assign{l.nameTarget("__qualname__", 0), &constant{object.StrValue(l.code.Qualname)}},
		&assign{l.nameTarget("__firstlineno__", 0), &constant{object.Int(int64(l.code.FirstLine))}},
	}
	if len(s.TypeParams) > 0 {
		list = append(list, &assign{l.nameTarget("__type_params__", 0), l.loadName(".type_params", posOf(s))})
	}
	list = append(list, l.moduleBody(s.Body))
	list = append(list, &assign{l.nameTarget("__static_attributes__", 0), &constant{staticAttributes(s)}})
	return &block{list}
}

// staticAttributes lists the names that methods assign on their first parameter (3.13's __static_attributes__).
func staticAttributes(s *ast.ClassDef) Value {
	names := map[string]bool{}
	for _, m := range s.Body {
		var f *ast.FunctionDef
		switch m := m.(type) {
		case *ast.FunctionDef:
			f = m
		case *ast.AsyncFunctionDef:
			f = (*ast.FunctionDef)(m)
		default:
			continue
		}
		collectSelfStores(f.Body, names)
	}
	var items []Value
	for _, n := range sortedNames(names) {
		items = append(items, object.StrValue(n))
	}
	return object.NewTuple(items).V()
}

// collectSelfStores finds assignments to self.name in statements.
func collectSelfStores(body []ast.Stmt, names map[string]bool) {
	store := func(e ast.Expr) {
		if a, ok := e.(*ast.Attribute); ok {
			if n, ok := a.Value.(*ast.Name); ok && n.Id == "self" {
				names[string(a.Attr)] = true
			}
		}
	}
	for _, s := range body {
		switch s := s.(type) {
		case *ast.Assign:
			for _, t := range s.Targets {
				store(t)
				if tup, ok := t.(*ast.Tuple); ok {
					for _, e := range tup.Elts {
						store(e)
					}
				}
			}
		case *ast.AugAssign:
			store(s.Target)
		case *ast.AnnAssign:
			store(s.Target)
		case *ast.If:
			collectSelfStores(s.Body, names)
			collectSelfStores(s.Orelse, names)
		case *ast.For:
			collectSelfStores(s.Body, names)
		case *ast.While:
			collectSelfStores(s.Body, names)
		case *ast.With:
			collectSelfStores(s.Body, names)
		case *ast.Try:
			collectSelfStores(s.Body, names)
			for _, h := range s.Handlers {
				collectSelfStores(h.Body, names)
			}
			collectSelfStores(s.Finalbody, names)
		}
	}
}

// compKind is what a comprehension makes.
type compKind uint8

const (
	listComp compKind = iota
	setComp
	dictComp
)

// generatorExp lowers (elt for …): a generator function called at once with the first iterable.
func (l *lowerer) generatorExp(e *ast.GeneratorExp) Node {
	first := l.expr(e.Generators[0].Iter)
	n := l.nested(e, "<genexpr>", e.Pos)
	c := n.code
	c.ArgCount, c.simple = 1, true
	n.compPos = posOf(e)
	c.lower = func() {
		c.body = n.loops(e.Generators, 0, n.loadName(".0", posOf(e.Generators[0].Iter)), func() Stmt {
			v := n.expr(e.Elt)
			return n.wrap(n.yieldStmt(v, nil, posOf(e.Elt)))
		})
		n.finish()
	}
	fn := &functionNode{code: c, closure: l.closureOf(n.s), name: l.u.consts.name("<genexpr>"), qualname: object.NewStr(c.Qualname), doc: object.None}
	return &genexpNode{fn, first, e.Generators[0].IsAsync, posOf(e.Generators[0].Iter)}
}

// genexpNode makes the generator of a generator expression.
type genexpNode struct {
	fn    *functionNode
	iter  Node
	async bool
	pos   Pos
}

func (n *genexpNode) Eval(f *Frame) Value {
	v := n.iter.Eval(f)
	if v.H == nil {
		return v
	}
	f.pos = n.pos
	if n.async {
		if t := v.Type(); t.AIter == nil {
			f.th.TypeError("'async for' requires an object with __aiter__ method, got %s", t.Name)
			return f.fail(n.pos)
		}
	} else if v = f.th.Iter(v); v.H == nil {
		return f.fail(n.pos)
	}
	fv := n.fn.Eval(f)
	if fv.H == nil {
		return fv
	}
	fn := (*object.Function)(fv.Ptr())
	c := codeOf(fn.Code)
	c.prepare()
	co := newCoroutine(f.th, fn, c)
	*co.frame.at(0) = v
	if c.cells != nil {
		c.makeCells(&co.frame)
	}
	return co.V()
}

// loops nests the for and if clauses of a comprehension around inner; first replaces the first iterable, when the
// caller has evaluated it already.
func (l *lowerer) loops(gens []*ast.Comprehension, i int, first Node, inner func() Stmt) Stmt {
	if i == len(gens) {
		return inner()
	}
	g := gens[i]
	outer := l.pre
	l.pre = nil
	iter := first
	if iter == nil {
		iter = l.expr(g.Iter)
	}
	pre := l.pre
	l.pre = nil
	n := l.susps
	t := l.target(g.Target)
	var s Stmt
	if g.IsAsync {
		l.susps++
		state := l.newSlots(asyncForSlots)
		s = &asyncFor{t: t, iter: iter, body: l.filtered(gens, i, 0, inner), state: state, aw: l.awaitState(), pos: posOf(g.Iter), whole: l.compPos, temp: isTemporary(g.Iter)}
	} else {
		body := l.filtered(gens, i, 0, inner)
		if l.susps != n {
			s = &suspFor{t, iter, body, nil, l.newSlots(2), posOf(g.Iter), isTemporary(g.Iter)}
		} else {
			f := &forStmt{t: t, iter: iter, body: statements(body), pos: posOf(g.Iter), temp: isTemporary(g.Iter), span: rangeCallOf(iter)}
			if lt, ok := t.(*localTarget); ok {
				f.off, f.local = lt.off, true
			}
			s = f
		}
	}
	if len(pre) > 0 {
		s = l.joinSusp(append(pre, s))
	}
	l.pre = outer
	return s
}

// filtered nests the conditions of clause i, from the j-th on, around the next clause.
func (l *lowerer) filtered(gens []*ast.Comprehension, i, j int, inner func() Stmt) Stmt {
	if j == len(gens[i].Ifs) {
		return l.loops(gens, i+1, nil, inner)
	}
	n := l.susps
	outer := l.pre
	l.pre = nil
	c := l.cond(gens[i].Ifs[j])
	pre := l.pre
	l.pre = nil
	then := l.filtered(gens, i, j+1, inner)
	var s Stmt = &ifStmt{c, then, nil}
	if l.susps != n {
		s = &suspIf{c, then, nil, l.newSlots(1)}
	}
	if len(pre) > 0 {
		s = l.joinSusp(append(pre, s))
	}
	l.pre = outer
	return s
}

// comprehension lowers a list, set or dict comprehension to loops in the frame around it, filling a temporary.
func (l *lowerer) comprehension(key any, kind compKind, gens []*ast.Comprehension, elt, value ast.Expr, pos Pos) Node {
	susp := l.canSuspend() && compAwaits(gens, elt, value)
	first := l.newTemp()
	firstNode := l.expr(gens[0].Iter)
	acc := l.newTemp()
	outerScope := l.s
	l.s = l.u.scopes[key]
	var cells []slot
	for _, sym := range l.s.order {
		if sym.slot < 0 || sym.owner != l.s {
			continue
		}
		if sym.captured {
			cells = append(cells, slotAt(sym.slot))
		}
		if !susp {
			l.code.hidden = append(l.code.hidden, hiddenVariable{variable{l.u.consts.name(sym.name), slotAt(sym.slot), sym.captured}, acc})
		}
	}
	outer := l.pre
	l.pre = nil
	body := l.compLoops(kind, gens, elt, value, acc, first, pos)
	l.pre = outer
	l.s = outerScope
	c := &compNode{kind: kind, first: firstNode, firstOff: first, acc: acc, body: body, cells: cells, pos: posOf(gens[0].Iter), async: gens[0].IsAsync}
	if !susp {
		return c
	}
	l.pre = append(l.pre, &compStart{c}, body)
	return &temp{acc}
}

// compLoops makes the loops of a comprehension; the first iterable (or its iterator) waits in the temporary first.
func (l *lowerer) compLoops(kind compKind, gens []*ast.Comprehension, elt, value ast.Expr, acc, first slot, pos Pos) Stmt {
	inner := func() Stmt {
		outer := l.pre
		l.pre = nil
		var s Stmt
		if kind == dictComp {
			k, v := l.pair(elt, value)
			s = &dictCompAdd{acc, k, v, pos}
		} else {
			v := l.expr(elt)
			if kind == listComp {
				s = &listCompAdd{acc, v}
			} else {
				s = &setCompAdd{acc, v, pos}
			}
		}
		s = l.wrap(s)
		l.pre = outer
		return s
	}
	around := l.compPos
	l.compPos = pos
	s := l.loops(gens, 0, &temp{first}, inner)
	l.compPos = around
	return s
}
