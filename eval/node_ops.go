// Operators: the generic nodes and the slow paths behind the generated variants (node_ops_gen.go).
package eval

import (
	"math"
	"math/bits"

	"pyasync/object"
)

//go:generate go run ./gen

// localSlot returns the slot of a node that reads a local variable.
func localSlot(n Node) (slot, bool) {
	if l, ok := n.(*local); ok {
		return l.off, true
	}
	return 0, false
}

// smallConst returns the value of a constant small int.
func smallConst(n Node) (int64, bool) {
	if c, ok := n.(*constant); ok {
		return c.v.SmallInt()
	}
	return 0, false
}

func mulInt(x, y int64) (int64, bool) {
	hi, lo := bits.Mul64(uint64(x), uint64(y))
	hi -= uint64(x>>63)&uint64(y) + uint64(y>>63)&uint64(x)
	r := int64(lo)
	return r, int64(hi) == r>>63
}

// exactFloat reports whether the conversion of x to float is exact, so that one division rounds once.
func exactFloat(x int64) bool { return x <= 1<<53 && x >= -1<<53 }

func floorDiv(x, y int64) int64 {
	q := x / y
	if x%y < 0 {
		q--
	}
	return q
}

func floorMod(x, y int64) int64 {
	r := x % y
	if r < 0 {
		r += y
	}
	return r
}

// binary is the slow path of arithmetic: operands that are unbound locals, other types, overflow.
func (f *Frame) binary(op object.BinOp, an, bn Node, a, b Value, pos Pos) Value {
	if a.H == nil {
		return an.Eval(f)
	}
	if b.H == nil {
		return bn.Eval(f)
	}
	if a.H == &object.FloatHeader && b.H == &object.IntHeader || a.H == &object.IntHeader && b.H == &object.FloatHeader {
		if r := mixedFloat(op, a, b); r.H != nil {
			return r
		}
	}
	f.pos = pos
	r := f.th.BinaryOp(op, a, b)
	if r.H == nil {
		f.fail(pos)
	}
	return r
}

// mixedFloat is arithmetic of an int and a float; nil where it needs more care.
func mixedFloat(op object.BinOp, a, b Value) Value {
	x, y := math.Float64frombits(a.N), math.Float64frombits(b.N)
	if a.H == &object.IntHeader {
		x = float64(int64(a.N))
	} else {
		y = float64(int64(b.N))
	}
	switch op {
	case object.OpAdd:
		return object.Float(x + y)
	case object.OpSub:
		return object.Float(x - y)
	case object.OpMul:
		return object.Float(x * y)
	case object.OpTrueDiv:
		if y != 0 {
			return object.Float(x / y)
		}
	}
	return Value{}
}

// compare is the slow path of comparisons.
func (f *Frame) compare(op object.CmpOp, an, bn Node, a, b Value, pos Pos) Value {
	if a.H == nil {
		return an.Eval(f)
	}
	if b.H == nil {
		return bn.Eval(f)
	}
	f.pos = pos
	r := f.th.Compare(a, b, op)
	if r.H == nil {
		f.fail(pos)
	}
	return r
}

func (f *Frame) compareTest(op object.CmpOp, an, bn Node, a, b Value, pos Pos) int {
	if op <= object.CmpNE && op >= object.CmpEQ && a.H != nil && b.H != nil && a.IsExact(&object.StrType) && b.IsExact(&object.StrType) {
		eq := (*Str)(a.Ptr()).Go() == (*Str)(b.Ptr()).Go()
		if eq == (op == object.CmpEQ) {
			return 1
		}
		return 0
	}
	return f.truth(f.compare(op, an, bn, a, b, pos), pos)
}

// truth returns bool(v) as a Cond result; v may be nil.
func (f *Frame) truth(v Value, pos Pos) int {
	switch v.H {
	case nil:
		return -1
	case &object.BoolHeader:
		return int(v.N)
	}
	f.pos = pos
	b, ok := f.th.Truth(v)
	switch {
	case !ok:
		f.fail(pos)
		return -1
	case b:
		return 1
	}
	return 0
}

// genericBinary is an operator without variants: @ and **.
type genericBinary struct {
	op   object.BinOp
	a, b Node
	pos  Pos
}

func (n *genericBinary) Eval(f *Frame) Value {
	a := n.a.Eval(f)
	if a.H == nil {
		return a
	}
	b := n.b.Eval(f)
	if b.H == nil {
		return b
	}
	return f.binary(n.op, n.a, n.b, a, b, n.pos)
}

// inPlace is the value of `a op= b`.
type inPlace struct {
	op   object.BinOp
	a, b Node
	pos  Pos
}

func (n *inPlace) Eval(f *Frame) Value {
	a := n.a.Eval(f)
	if a.H == nil {
		return a
	}
	b := n.b.Eval(f)
	if b.H == nil {
		return b
	}
	return f.inPlaceOp(n.op, a, b, n.pos)
}

func (f *Frame) inPlaceOp(op object.BinOp, a, b Value, pos Pos) Value {
	if a.H == b.H {
		switch {
		case a.H == &object.IntHeader:
			x, y := int64(a.N), int64(b.N)
			switch op {
			case object.OpAdd:
				if r := x + y; (x^r)&(y^r) >= 0 {
					return object.Int(r)
				}
			case object.OpSub:
				if r := x - y; (x^y)&(x^r) >= 0 {
					return object.Int(r)
				}
			case object.OpMul:
				if r, ok := mulInt(x, y); ok {
					return object.Int(r)
				}
			}
		case a.H == &object.FloatHeader:
			if r := floatOp(op, math.Float64frombits(a.N), math.Float64frombits(b.N)); r.H != nil {
				return r
			}
		}
	}
	f.pos = pos
	r := f.th.InPlaceOp(op, a, b)
	if r.H == nil {
		f.fail(pos)
	}
	return r
}

func floatOp(op object.BinOp, x, y float64) Value {
	switch op {
	case object.OpAdd:
		return object.Float(x + y)
	case object.OpSub:
		return object.Float(x - y)
	case object.OpMul:
		return object.Float(x * y)
	case object.OpTrueDiv:
		if y != 0 {
			return object.Float(x / y)
		}
	}
	return Value{}
}

// unary is -x, +x and ~x.
type unary struct {
	op  unaryOp
	a   Node
	pos Pos
}

type unaryOp uint8

const (
	opNeg unaryOp = iota
	opPos
	opInvert
)

// of returns a type's slot for the operator, and how it is written.
func (op unaryOp) of(t *object.Type) (object.UnaryFunc, string) {
	switch op {
	case opNeg:
		return t.Neg, "-"
	case opPos:
		return t.Pos, "+"
	}
	return t.Invert, "~"
}

func (n *unary) Eval(f *Frame) Value {
	a := n.a.Eval(f)
	if a.H == nil {
		return a
	}
	if n.op == opNeg {
		if i, ok := a.SmallInt(); ok && i != math.MinInt64 {
			return object.Int(-i)
		}
		if x, ok := a.ExactFloat(); ok {
			return object.Float(-x)
		}
	}
	f.pos = n.pos
	t := a.Type()
	fn, sym := n.op.of(t)
	var r Value
	if fn == nil {
		f.th.TypeError("bad operand type for unary %s: '%s'", sym, t.TPName())
	} else {
		r = fn(f.th, a)
	}
	if r.H == nil {
		f.fail(n.pos)
	}
	return r
}

// truthNode makes a Cond of any node.
type truthNode struct {
	a   Node
	pos Pos
}

func (n *truthNode) Test(f *Frame) int {
	v := n.a.Eval(f)
	switch v.H {
	case nil:
		return -1
	case &object.BoolHeader:
		return int(v.N)
	}
	return f.truth(v, n.pos)
}

// localTruth is a local variable as a condition.
type localTruth struct {
	truthNode
	off slot
}

func (n *localTruth) Test(f *Frame) int {
	v := *f.at(n.off)
	switch v.H {
	case &object.BoolHeader:
		return int(v.N)
	case &object.IntHeader:
		if v.N != 0 {
			return 1
		}
		return 0
	case nil:
		n.a.Eval(f)
		return -1
	}
	return f.truth(v, n.pos)
}

// not is `not x`, as node and as condition.
type not struct{ c Cond }

func (n *not) Test(f *Frame) int {
	if r := n.c.Test(f); r >= 0 {
		return 1 - r
	}
	return -1
}

func (n *not) Eval(f *Frame) Value { return boolOf(n.Test(f)) }

func boolOf(r int) Value {
	if r < 0 {
		return Value{}
	}
	return object.Bool(r == 1)
}

// andNode and orNode give the deciding operand.
type andNode struct {
	list []Node
	pos  Pos
}

func (n *andNode) Eval(f *Frame) Value {
	last := len(n.list) - 1
	for i := 0; i < last; i++ {
		v := n.list[i].Eval(f)
		if r := f.truth(v, n.pos); r <= 0 {
			if r < 0 {
				return Value{}
			}
			return v
		}
	}
	return n.list[last].Eval(f)
}

type orNode struct {
	list []Node
	pos  Pos
}

func (n *orNode) Eval(f *Frame) Value {
	last := len(n.list) - 1
	for i := 0; i < last; i++ {
		v := n.list[i].Eval(f)
		if r := f.truth(v, n.pos); r != 0 {
			if r < 0 {
				return Value{}
			}
			return v
		}
	}
	return n.list[last].Eval(f)
}

// andCond and orCond are the same as conditions.
type andCond struct{ list []Cond }

func (n *andCond) Test(f *Frame) int {
	for _, c := range n.list {
		if r := c.Test(f); r <= 0 {
			return r
		}
	}
	return 1
}

type orCond struct{ list []Cond }

func (n *orCond) Test(f *Frame) int {
	for _, c := range n.list {
		if r := c.Test(f); r != 0 {
			return r
		}
	}
	return 0
}

// ifExp is `a if c else b`.
type ifExp struct {
	c    Cond
	a, b Node
}

func (n *ifExp) Eval(f *Frame) Value {
	switch n.c.Test(f) {
	case 1:
		return n.a.Eval(f)
	case 0:
		return n.b.Eval(f)
	}
	return Value{}
}

// isNode is `a is b` or, negated, `a is not b`.
type isNode struct {
	a, b   Node
	negate bool
}

func (n *isNode) Test(f *Frame) int {
	a := n.a.Eval(f)
	if a.H == nil {
		return -1
	}
	b := n.b.Eval(f)
	if b.H == nil {
		return -1
	}
	if (a == b) != n.negate {
		return 1
	}
	return 0
}

func (n *isNode) Eval(f *Frame) Value { return boolOf(n.Test(f)) }

// isNone is `a is None`, the commonest case.
type isNone struct {
	a      Node
	negate bool
}

func (n *isNone) Test(f *Frame) int {
	a := n.a.Eval(f)
	if a.H == nil {
		return -1
	}
	if a.IsNone() != n.negate {
		return 1
	}
	return 0
}

func (n *isNone) Eval(f *Frame) Value { return boolOf(n.Test(f)) }

// inNode is `a in b` or `a not in b`.
type inNode struct {
	a, b   Node
	negate bool
	pos    Pos
}

func (n *inNode) Test(f *Frame) int {
	a := n.a.Eval(f)
	if a.H == nil {
		return -1
	}
	b := n.b.Eval(f)
	if b.H == nil {
		return -1
	}
	f.pos = n.pos
	in, ok := f.th.Contains(b, a)
	if !ok {
		f.fail(n.pos)
		return -1
	}
	if in != n.negate {
		return 1
	}
	return 0
}

func (n *inNode) Eval(f *Frame) Value { return boolOf(n.Test(f)) }

// chain is a comparison with several operators: a < b <= c evaluates each operand once.
type chain struct {
	first Node
	ops   []chainLink
	pos   Pos
}

type chainLink struct {
	cmp func(f *Frame, a, b Value, pos Pos) Value
	b   Node
}

func (n *chain) Eval(f *Frame) Value {
	a := n.first.Eval(f)
	if a.H == nil {
		return a
	}
	for i := range n.ops {
		l := &n.ops[i]
		b := l.b.Eval(f)
		if b.H == nil {
			return b
		}
		r := l.cmp(f, a, b, n.pos)
		if i == len(n.ops)-1 {
			return r
		}
		if t := f.truth(r, n.pos); t <= 0 {
			if t < 0 {
				return Value{}
			}
			return r
		}
		a = b
	}
	return Value{}
}

// compareValues returns the function that compares two values by an operator of the language.
func compareValues(op cmpKind) func(f *Frame, a, b Value, pos Pos) Value {
	switch op {
	case cmpIs, cmpIsNot:
		return func(f *Frame, a, b Value, pos Pos) Value { return object.Bool((a == b) == (op == cmpIs)) }
	case cmpIn, cmpNotIn:
		return func(f *Frame, a, b Value, pos Pos) Value {
			f.pos = pos
			in, ok := f.th.Contains(b, a)
			if !ok {
				return f.fail(pos)
			}
			return object.Bool(in == (op == cmpIn))
		}
	}
	return func(f *Frame, a, b Value, pos Pos) Value {
		if a.H == b.H && a.H == &object.IntHeader {
			return object.Bool(intCompare(object.CmpOp(op), int64(a.N), int64(b.N)))
		}
		return f.compare(object.CmpOp(op), nil, nil, a, b, pos)
	}
}

func intCompare(op object.CmpOp, x, y int64) bool {
	switch op {
	case object.CmpLT:
		return x < y
	case object.CmpLE:
		return x <= y
	case object.CmpEQ:
		return x == y
	case object.CmpNE:
		return x != y
	case object.CmpGT:
		return x > y
	}
	return x >= y
}

// cmpKind extends CmpOp by the operators that are no rich comparisons.
type cmpKind uint8

const (
	cmpIs cmpKind = iota + 16
	cmpIsNot
	cmpIn
	cmpNotIn
)
