// Lowering of statements.
package eval

import (
	"pyasync/ast"
	"pyasync/object"
)

// stmt lowers one statement; what its expressions hoist is left in l.pre for the caller to put before it.
func (l *lowerer) stmt(s ast.Stmt) Stmt {
	switch s := s.(type) {
	case *ast.ExprStmt:
		return l.exprStmt(s)
	case *ast.Assign:
		return l.assign(s)
	case *ast.AugAssign:
		return l.augAssign(s)
	case *ast.AnnAssign:
		return l.annAssign(s)
	case *ast.Return:
		return l.returnStmt(s)
	case *ast.If:
		return l.ifStmt(s)
	case *ast.While:
		return l.whileStmt(s)
	case *ast.For:
		return l.forStmt(s)
	case *ast.AsyncFor:
		return l.asyncFor((*ast.For)(s))
	case *ast.Try:
		return l.try(s, false)
	case *ast.TryStar:
		return l.try((*ast.Try)(s), true)
	case *ast.With:
		return l.with(s.Items, s.Body, false)
	case *ast.AsyncWith:
		return l.with(s.Items, s.Body, true)
	case *ast.FunctionDef:
		return l.functionDef(s, s, false)
	case *ast.AsyncFunctionDef:
		return l.functionDef(s, (*ast.FunctionDef)(s), true)
	case *ast.ClassDef:
		return l.classDef(s)
	case *ast.Raise:
		n := l.exprs([]ast.Expr{s.Exc, s.Cause})
		return &raiseStmt{n[0], n[1], posOf(s)}
	case *ast.Assert:
		return l.assert(s)
	case *ast.Delete:
		return l.del(s)
	case *ast.Import:
		return l.importStmt(s)
	case *ast.ImportFrom:
		return l.importFrom(s)
	case *ast.Match:
		return l.match(s)
	case *ast.TypeAlias:
		return l.typeAlias(s)
	case *ast.Break:
		return &breakStmt{}
	case *ast.Continue:
		return &continueStmt{}
	}
	return &passStmt{} // pass, global, nonlocal
}

func (l *lowerer) exprStmt(s *ast.ExprStmt) Stmt {
	if l.u.interactive && l.s.kind == moduleScope {
		return &displayStmt{l.expr(s.Value), posOf(s)}
	}
	switch e := s.Value.(type) {
	case *ast.Await:
		return l.awaiting(l.expr(e.Value), nil, posOf(e))
	case *ast.Yield:
		v := Node(&constant{object.None})
		if e.Value != nil {
			v = l.expr(e.Value)
		}
		return l.yieldStmt(v, nil, posOf(e))
	case *ast.YieldFrom:
		s := l.awaitStmt(l.expr(e.Value), nil, posOf(e), true)
		s.temp = isTemporary(e.Value)
		return s
	case *ast.Constant, *ast.Literal:
		return &passStmt{}
	case *ast.Call:
		return &callStmt{l.expr(s.Value), posOf(s)}
	}
	return &exprStmt{l.expr(s.Value)}
}

func (l *lowerer) assign(s *ast.Assign) Stmt {
	if len(s.Targets) == 1 {
		t := s.Targets[0]
		if p := l.assignPair(t, s.Value); p != nil {
			return p
		}
		if aw, ok := s.Value.(*ast.Await); ok && !l.suspends(t) {
			v := l.expr(aw.Value)
			return l.awaiting(v, l.target(t), posOf(aw))
		}
		if y, ok := s.Value.(*ast.Yield); ok && y.Value != nil && !l.suspends(t) {
			v := l.expr(y.Value)
			return l.yieldStmt(v, l.target(t), posOf(y))
		}
	}
	v := l.expr(s.Value)
	if l.anySuspends(s.Targets) {
		v = l.save(v)
	}
	if len(s.Targets) == 1 {
		return newAssign(l.target(s.Targets[0]), v)
	}
	ts := make([]target, len(s.Targets))
	for i, t := range s.Targets {
		ts[i] = l.target(t)
	}
	return &assignMany{ts, v}
}

func newAssign(t target, v Node) Stmt {
	if lt, ok := t.(*localTarget); ok {
		return &assignLocal{lt.off, v}
	}
	if it, ok := t.(*itemTarget); ok {
		if off, ok := localSlot(it.v); ok {
			return &assignItem{*it, off, v}
		}
	}
	return &assign{t, v}
}

// assignPair recognises a, b = x, y: both values are computed before either is stored, so no tuple is needed.
func (l *lowerer) assignPair(t, v ast.Expr) Stmt {
	var te, ve []ast.Expr
	if x, ok := t.(*ast.Tuple); ok {
		te = x.Elts
	}
	if x, ok := v.(*ast.Tuple); ok {
		ve = x.Elts
	}
	if len(te) != 2 || len(ve) != 2 || hasStar(te) || hasStar(ve) || l.suspends(t) || l.suspends(v) {
		return nil
	}
	a, b := l.expr(ve[0]), l.expr(ve[1])
	return &assignPair{l.target(te[0]), l.target(te[1]), a, b}
}

// target lowers the target of an assignment, for loop, with or del.
func (l *lowerer) target(e ast.Expr) target {
	switch e := e.(type) {
	case *ast.Name:
		return l.nameTarget(string(e.Id), posOf(e))
	case *ast.Attribute:
		return &attrTarget{v: l.expr(e.Value), name: l.attrName(e.Attr), pos: l.attrPos(e)}
	case *ast.Subscript:
		v, k := l.pair(e.Value, e.Slice)
		return newItemTarget(v, k, posOf(e))
	case *ast.Tuple:
		return l.unpackTarget(e.Elts, posOf(e))
	case *ast.List:
		return l.unpackTarget(e.Elts, posOf(e))
	case *ast.Starred:
		return l.target(e.Value)
	}
	panic("lowering: unknown target")
}

func (l *lowerer) unpackTarget(elts []ast.Expr, pos Pos) target {
	t := &unpackTarget{pos: pos}
	for _, e := range elts {
		x := l.target(e)
		_, star := e.(*ast.Starred)
		switch {
		case star:
			t.star = x
		case t.star != nil:
			t.after = append(t.after, x)
		default:
			t.before = append(t.before, x)
		}
	}
	return t
}

// nameTarget stores to a variable.
func (l *lowerer) nameTarget(name string, pos Pos) target {
	name = l.s.mangle(name)
	key := l.u.consts.name(name)
	v := l.s.find(name)
	if v == nil {
		l.noteName(key)
		sym := l.s.lookup(name)
		declared := sym != nil && sym.flags&symGlobal != 0
		host := l.s.host().kind
		return &globalTarget{name: key, pos: pos, body: !declared && (host == moduleScope || host == classScope)}
	}
	host := l.s.host()
	if sym := l.s.lookup(name); l.s.kind == classScope && (sym == nil || sym.flags&symNonlocal == 0) {
		return &globalTarget{name: l.noteName(key), pos: pos, body: true}
	}
	switch {
	case v.owner.host() != host:
		return &freeTarget{host.freeIndex[v], key, pos}
	case v.captured:
		return &cellTarget{slotAt(v.slot), key, pos}
	}
	return &localTarget{slotAt(v.slot), key, pos}
}

func (l *lowerer) augAssign(s *ast.AugAssign) Stmt {
	op, pos := binOps[s.Op], posOf(s)
	if l.suspends(s.Value) || l.suspends(s.Target) {
		return l.augSuspending(s, op, pos)
	}
	switch t := s.Target.(type) {
	case *ast.Attribute:
		v := l.expr(t.Value)
		name := l.attrName(t.Attr)
		return &augAttr{attr{v: v, name: name, pos: l.attrPos(t)}, attrTarget{name: name, pos: l.attrPos(t)}, l.expr(s.Value), op, pos}
	case *ast.Subscript:
		v, k := l.expr(t.Value), l.expr(t.Slice)
		return &augItem{itemTarget{v, k, posOf(t)}, l.expr(s.Value), op, pos}
	}
	n := s.Target.(*ast.Name)
	x := l.loadName(string(n.Id), posOf(n))
	v := l.expr(s.Value)
	if off, ok := localSlot(x); ok && !l.s.hasWalrus { // augLocal reads x last
		return &augLocal{off, x, v, op, pos}
	}
	return &assign{l.nameTarget(string(n.Id), posOf(n)), &inPlace{op, x, v, pos}}
}

// augSuspending is t op= v with an await inside: object, key and old value wait in temporaries.
func (l *lowerer) augSuspending(s *ast.AugAssign, op object.BinOp, pos Pos) Stmt {
	hold := func(e ast.Expr) Node {
		off := l.newTemp()
		l.pre = append(l.pre, &assignLocal{off, l.expr(e)})
		return &peek{off}
	}
	var old Node
	var t target
	switch e := s.Target.(type) {
	case *ast.Attribute:
		v := hold(e.Value)
		name := l.attrName(e.Attr)
		old, t = &attr{v: v, name: name, pos: l.attrPos(e)}, &attrTarget{v: v, name: name, pos: l.attrPos(e)}
	case *ast.Subscript:
		v := hold(e.Value)
		k := hold(e.Slice)
		old, t = &item{v, k, posOf(e)}, &itemTarget{v, k, posOf(e)}
	default:
		old, t = l.expr(readable(s.Target)), l.target(s.Target)
	}
	old = l.save(old)
	v := l.expr(s.Value)
	return newAssign(t, &inPlace{op, old, v, pos})
}

// readable is a name target as a load.
func readable(e ast.Expr) ast.Expr {
	n := *e.(*ast.Name)
	n.Ctx = ast.Load
	return &n
}

func (l *lowerer) annAssign(s *ast.AnnAssign) Stmt {
	var list []Stmt
	body := l.s.kind == moduleScope || l.s.kind == classScope
	if s.Value != nil {
		v := l.expr(s.Value)
		list = append(list, newAssign(l.target(s.Target), v))
	} else if a, ok := s.Target.(*ast.Attribute); ok {
		list = append(list, &exprStmt{l.expr(a.Value)})
	}
	switch n, isName := s.Target.(*ast.Name); {
	case isName && s.Simple && body:
		list = append(list, &setAnnotation{l.attrName(n.Id), l.annotation(s.Annotation), posOf(s)})
	case body && !l.u.stringAnnotations:
		list = append(list, &exprStmt{l.expr(s.Annotation)})
	}
	return l.join(list)
}

// annotation lowers an annotation: its value, or its text under `from __future__ import annotations`.
func (l *lowerer) annotation(e ast.Expr) Node {
	if l.u.stringAnnotations {
		return &constant{object.StrValue(l.u.unparse(e))}
	}
	return l.expr(e)
}

func (l *lowerer) returnStmt(s *ast.Return) Stmt {
	if s.Value == nil {
		return &returnNone{}
	}
	if l.suspends(s.Value) {
		if a := l.awaitAtEnd(s.Value); a != nil {
			a.ret = true
			return a.stmt()
		}
	}
	return &returnStmt{l.expr(s.Value)}
}

func (l *lowerer) ifStmt(s *ast.If) Stmt {
	if l.u.optimize > 0 {
		if n, ok := s.Test.(*ast.Name); ok && n.Id == "__debug__" {
			return l.join(l.stmts(s.Orelse))
		}
	}
	c := l.cond(s.Test)
	n := l.susps
	outer := l.pre
	l.pre = nil
	then, or := l.body(s.Body), l.bodyOrNil(s.Orelse)
	l.pre = outer
	if l.susps != n {
		return &suspIf{c, then, or, l.newSlots(1)}
	}
	return &ifStmt{c, then, or}
}

func (l *lowerer) whileStmt(s *ast.While) Stmt {
	n := l.susps
	outer := l.pre
	l.pre = nil
	c := l.cond(s.Test)
	pre := l.pre
	l.pre = nil
	body, or := l.body(s.Body), l.bodyOrNil(s.Orelse)
	l.pre = outer
	if l.susps == n {
		return &whileStmt{c, statements(body), or, posOf(s.Test)}
	}
	w := &suspWhile{c: c, body: body, or: or, state: l.newSlots(1), pos: posOf(s.Test)}
	if len(pre) > 0 {
		w.pre = l.joinSusp(pre)
	}
	return w
}

func (l *lowerer) forStmt(s *ast.For) Stmt {
	iter := l.expr(s.Iter)
	n := l.susps
	outer := l.pre
	l.pre = nil
	t := l.target(s.Target)
	body, or := l.body(s.Body), l.bodyOrNil(s.Orelse)
	l.pre = outer
	if l.susps != n {
		return &suspFor{t, iter, body, or, l.newSlots(2), posOf(s.Iter), isTemporary(s.Iter)}
	}
	f := &forStmt{t: t, iter: iter, body: statements(body), or: or, pos: posOf(s.Iter), temp: isTemporary(s.Iter), span: rangeCallOf(iter)}
	if lt, ok := t.(*localTarget); ok {
		f.off, f.local = lt.off, true
	}
	return f
}

func (l *lowerer) asyncFor(s *ast.For) Stmt {
	iter := l.expr(s.Iter)
	outer := l.pre
	l.pre = nil
	l.susps++
	state := l.newSlots(asyncForSlots)
	f := &asyncFor{t: l.target(s.Target), iter: iter, state: state, aw: l.awaitState(), pos: posOf(s.Iter), whole: posOf(s), temp: isTemporary(s.Iter)}
	f.body, f.or = l.body(s.Body), l.bodyOrNil(s.Orelse)
	l.pre = outer
	return f
}

func (l *lowerer) try(s *ast.Try, star bool) Stmt {
	n := l.susps
	outer := l.pre
	l.pre = nil
	t := &tryStmt{star: star, body: l.body(s.Body)}
	for _, h := range s.Handlers {
		x := handler{}
		if h.Type != nil {
			x.typ, x.pos = l.expr(h.Type), posOf(h)
		}
		if h.Name != "" {
			x.name = l.nameTarget(string(h.Name), posOf(h))
		}
		x.body = l.body(h.Body)
		t.handlers = append(t.handlers, x)
	}
	t.or = l.bodyOrNil(s.Orelse)
	t.finally = l.bodyOrNil(s.Finalbody)
	l.pre = outer
	if l.susps != n {
		t.state = l.newSlots(tryProgress)
	}
	return t
}

// with lowers the items of a with statement, each nested in the one before.
func (l *lowerer) with(items []*ast.WithItem, body []ast.Stmt, async bool) Stmt {
	it := items[0]
	w := withStmt{cm: l.expr(it.ContextExpr), pos: posOf(it.ContextExpr)}
	n := l.susps
	outer := l.pre
	l.pre = nil
	if async {
		l.susps++
	}
	if it.OptionalVars != nil {
		w.t = l.target(it.OptionalVars)
	}
	if len(items) > 1 {
		inner := l.with(items[1:], body, async)
		w.body = l.wrap(inner)
	} else {
		w.body = l.body(body)
	}
	l.pre = outer
	switch {
	case async:
		return &asyncWith{w, l.newSlots(asyncWithSlots), l.awaitState()}
	case l.susps != n:
		return &suspWith{w, l.newSlots(1)}
	}
	return &w
}

func (l *lowerer) assert(s *ast.Assert) Stmt {
	if l.u.optimize > 0 {
		return &passStmt{}
	}
	c := l.cond(s.Test)
	a := &assertStmt{c: c, pos: posOf(s.Test)}
	if s.Msg == nil {
		return a
	}
	if l.suspends(s.Msg) {
		fail := l.sub(func() {
			a.c, a.msg = &constCond{0}, l.expr(s.Msg)
			l.pre = append(l.pre, a)
		})
		return &suspIf{c, &passStmt{}, fail, l.newSlots(1)}
	}
	a.msg = l.expr(s.Msg)
	return a
}

// constCond is a condition known in advance.
type constCond struct{ r int }

func (c *constCond) Test(f *Frame) int { return c.r }

func (l *lowerer) del(s *ast.Delete) Stmt {
	var list []Stmt
	for _, t := range s.Targets {
		list = append(list, &delStmt{l.delTarget(t)})
	}
	return l.join(list)
}

func (l *lowerer) delTarget(e ast.Expr) target { return l.target(e) }

// callStmt is a call whose result is dropped; a coroutine dropped on the spot was never awaited.
type callStmt struct {
	v   Node
	pos Pos
}

func (s *callStmt) Exec(f *Frame) Status {
	v := s.v.Eval(f)
	if v.H == nil {
		return Raise
	}
	if v.H.Shape == &object.CoroutineType.Root {
		return f.dropped(v, s.pos)
	}
	if d := v.H.Shape.Type.Dropped; d != nil {
		d(f.th, v)
	}
	return Normal
}
