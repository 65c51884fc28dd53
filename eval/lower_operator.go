// Lowering of operators: arithmetic, and/or/not, comparisons, conditions.
package eval

import (
	"pyasync/ast"
	"pyasync/object"
)

// binOps maps the operators of the tree.
var binOps = map[ast.Op]object.BinOp{
	ast.Add: object.OpAdd, ast.Sub: object.OpSub, ast.Mult: object.OpMul, ast.MatMult: object.OpMatMul, ast.Div: object.OpTrueDiv,
	ast.FloorDiv: object.OpFloorDiv, ast.Mod: object.OpMod, ast.Pow: object.OpPow, ast.LShift: object.OpLShift, ast.RShift: object.OpRShift,
	ast.BitAnd: object.OpAnd, ast.BitOr: object.OpOr, ast.BitXor: object.OpXor,
}

func (l *lowerer) binOp(e *ast.BinOp) Node {
	if format := formatOf(e); format != nil {
		return l.joined(format)
	}
	a, b := l.pair(e.Left, e.Right)
	op := binOps[e.Op]
	if v := l.u.foldBinary(op, a, b); v.H != nil {
		return &constant{v}
	}
	if n := newBinary(op, a, b, posOf(e)); n != nil {
		return n
	}
	return &genericBinary{op, a, b, posOf(e)}
}

func (l *lowerer) unaryOp(e *ast.UnaryOp) Node {
	switch e.Op {
	case ast.Not:
		return l.notValue(e)
	case ast.Invert:
		if c, ok := e.Operand.(*ast.Constant); ok && (c.Kind == ast.CTrue || c.Kind == ast.CFalse) {
			return &constant{object.Int(^int64(constantValue(c).N))} // the parser has warned
		}
	}
	op := unaryOps[e.Op]
	n := l.expr(e.Operand)
	if v := l.u.foldUnary(op, n); v.H != nil {
		return &constant{v}
	}
	return &unary{op, n, posOf(e)}
}

var unaryOps = map[ast.Op]unaryOp{ast.USub: opNeg, ast.UAdd: opPos, ast.Invert: opInvert}

// notValue lowers `not x` where its value is wanted. As in CPython's bytecode `not (a and b)` asks the operand that
// decides twice for its truth, which a condition does not, and a failure is shown at the whole expression.
func (l *lowerer) notValue(e *ast.UnaryOp) Node {
	n := l.expr(e.Operand)
	if c, ok := n.(Cond); ok {
		return &not{c}
	}
	return &not{&truthNode{n, posOf(e)}}
}

// boolOp lowers and/or; with suspension inside it becomes nested ifs over a temporary.
func (l *lowerer) boolOp(e *ast.BoolOp) Node {
	if l.anySuspends(e.Values) {
		off := l.newTemp()
		l.boolSteps(e, off)
		return &temp{off}
	}
	list := make([]Node, len(e.Values))
	for i, v := range e.Values {
		list[i] = l.expr(v)
	}
	if e.Op == ast.And {
		return &andNode{list, posOf(e)}
	}
	return &orNode{list, posOf(e)}
}

func (l *lowerer) boolSteps(e *ast.BoolOp, off slot) {
	l.pre = append(l.pre, &assignLocal{off, l.expr(e.Values[0])})
	if len(e.Values) == 1 {
		return
	}
	var c Cond = &truthNode{&peek{off}, posOf(e)}
	if e.Op == ast.Or {
		c = &not{c}
	}
	remaining := *e
	remaining.Values = e.Values[1:]
	rest := l.sub(func() { l.boolSteps(&remaining, off) })
	l.pre = append(l.pre, &suspIf{c, rest, nil, l.newSlots(1)})
}

func (l *lowerer) ifExp(e *ast.IfExp) Node {
	if !l.suspends(e.Body) && !l.suspends(e.Orelse) {
		return &ifExp{l.cond(e.Test), l.expr(e.Body), l.expr(e.Orelse)}
	}
	off := l.newTemp()
	c := l.cond(e.Test)
	branch := func(x ast.Expr) Stmt {
		return l.sub(func() {
			n := l.expr(x)
			l.pre = append(l.pre, &assignLocal{off, n})
		})
	}
	l.pre = append(l.pre, &suspIf{c, branch(e.Body), branch(e.Orelse), l.newSlots(1)})
	return &temp{off}
}

var cmpOps = map[ast.Op]cmpKind{
	ast.Lt: cmpKind(object.CmpLT), ast.LtE: cmpKind(object.CmpLE), ast.Eq: cmpKind(object.CmpEQ), ast.NotEq: cmpKind(object.CmpNE),
	ast.Gt: cmpKind(object.CmpGT), ast.GtE: cmpKind(object.CmpGE), ast.Is: cmpIs, ast.IsNot: cmpIsNot, ast.In: cmpIn, ast.NotIn: cmpNotIn,
}

func (l *lowerer) compare(e *ast.Compare) Node {
	if len(e.Ops) == 1 {
		a, b := l.pair(e.Left, e.Comparators[0])
		return newComparison(cmpOps[e.Ops[0]], a, b, posOf(e))
	}
	if l.suspends(e) {
		return l.suspChain(e)
	}
	n := &chain{first: l.expr(e.Left), pos: posOf(e)}
	for i, c := range e.Comparators {
		n.ops = append(n.ops, chainLink{compareValues(cmpOps[e.Ops[i]]), l.expr(c)})
	}
	return n
}

func newComparison(op cmpKind, a, b Node, pos Pos) Node {
	switch op {
	case cmpIs, cmpIsNot:
		if c, ok := b.(*constant); ok && c.v.IsNone() {
			return &isNone{a, op == cmpIsNot}
		}
		return &isNode{a, b, op == cmpIsNot}
	case cmpIn, cmpNotIn:
		return &inNode{a, b, op == cmpNotIn, pos}
	}
	return newCompare(object.CmpOp(op), a, b, pos)
}

// suspChain lowers a chained comparison with suspension inside: result and operands live in temporaries.
func (l *lowerer) suspChain(e *ast.Compare) Node {
	res := l.newTemp()
	left := l.newTemp()
	l.pre = append(l.pre, &assignLocal{left, l.expr(e.Left)})
	var step func(i int)
	step = func(i int) {
		right := l.newTemp()
		l.pre = append(l.pre, &assignLocal{right, l.expr(e.Comparators[i])})
		l.pre = append(l.pre, &assignLocal{res, newComparison(cmpOps[e.Ops[i]], &peek{left}, &peek{right}, posOf(e))})
		if i+1 < len(e.Ops) {
			left = right
			rest := l.sub(func() { step(i + 1) })
			l.pre = append(l.pre, &suspIf{&truthNode{&peek{res}, posOf(e)}, rest, nil, l.newSlots(1)})
		}
	}
	step(0)
	return &temp{res}
}

// cond lowers an expression used as a condition.
func (l *lowerer) cond(e ast.Expr) Cond {
	if b, ok := e.(*ast.BoolOp); ok && !l.anySuspends(b.Values) {
		list := make([]Cond, len(b.Values))
		for i, v := range b.Values {
			list[i] = l.cond(v)
		}
		if b.Op == ast.And {
			return &andCond{list}
		}
		return &orCond{list}
	}
	if u, ok := e.(*ast.UnaryOp); ok && u.Op == ast.Not {
		return &not{l.cond(u.Operand)}
	}
	n := l.expr(e)
	if c, ok := n.(Cond); ok {
		return c
	}
	if off, ok := localSlot(n); ok {
		return &localTruth{truthNode{n, posOf(e)}, off}
	}
	return &truthNode{n, posOf(e)}
}
