// Lowering of await and yield: what suspends, with the value going to a target.
package eval

import (
	"pyasync/ast"
	"pyasync/object"
)

// await hoists `await v`.
func (l *lowerer) await(e *ast.Await) Node {
	v := l.expr(e.Value)
	return l.suspendInto(func(t target) Stmt { return l.awaiting(v, t, posOf(e)) })
}

// awaiting makes the statement `t = await v`.
func (l *lowerer) awaiting(v Node, t target, pos Pos) Stmt {
	return l.awaitStmt(v, t, pos, false).stmt()
}

// stmt returns a as the statement that fits its operand.
func (a *awaitStmt) stmt() Stmt {
	if a.call != nil {
		return &awaitCall{awaitStmt: *a}
	}
	return a
}

// awaitAtEnd lowers the expressions `await v`, `x op await v` and `await v op x` to a statement that does the whole; the
// caller says where its result goes. It returns nil for others.
func (l *lowerer) awaitAtEnd(e ast.Expr) *awaitStmt {
	if aw, ok := e.(*ast.Await); ok {
		return l.awaitStmt(l.expr(aw.Value), nil, posOf(aw), false)
	}
	bin, ok := e.(*ast.BinOp)
	if !ok {
		return nil
	}
	op := &awaitedOp{op: binOps[bin.Op], pos: posOf(bin)}
	aw, ok := bin.Right.(*ast.Await)
	if ok && !l.suspends(bin.Left) {
		op.other = l.save(l.expr(bin.Left))
	} else if aw, ok = bin.Left.(*ast.Await); !ok || l.suspends(bin.Right) {
		return nil
	}
	a := l.awaitStmt(l.expr(aw.Value), nil, posOf(aw), false)
	a.op = op
	if op.other == nil {
		op.left, op.other = true, l.expr(bin.Right)
	}
	if c, ok := op.other.(*constant); ok {
		op.c = c.v
	}
	return a
}

func (l *lowerer) awaitStmt(v Node, t target, pos Pos, from bool) *awaitStmt {
	l.susps++
	a := &awaitStmt{v: v, t: t, state: l.awaitState(), pos: pos, from: from}
	if lt, ok := t.(*localTarget); ok {
		a.local, a.off = true, lt.off
	}
	if !from {
		a.call, _ = v.(startable)
	}
	return a
}

// suspendInto appends a suspending statement whose result goes to a temporary, and returns the node that reads it.
func (l *lowerer) suspendInto(make func(t target) Stmt) Node {
	off := l.newTemp()
	l.pre = append(l.pre, make(&localTarget{off: off}))
	return &temp{off}
}

func (l *lowerer) yield(e *ast.Yield) Node {
	v := Node(&constant{object.None})
	if e.Value != nil {
		v = l.expr(e.Value)
	}
	return l.suspendInto(func(t target) Stmt { return l.yieldStmt(v, t, posOf(e)) })
}

func (l *lowerer) yieldStmt(v Node, t target, pos Pos) Stmt {
	l.susps++
	return &yieldStmt{v: v, t: t, async: l.async, pos: pos}
}

func (l *lowerer) yieldFrom(e *ast.YieldFrom) Node {
	v := l.expr(e.Value)
	return l.suspendInto(func(t target) Stmt {
		s := l.awaitStmt(v, t, posOf(e), true)
		s.temp = isTemporary(e.Value)
		return s
	})
}
