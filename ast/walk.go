// The parts of an expression, for passes over the tree.

package ast

// EachExpr calls f for the direct subexpressions of e, in the order of CPython's fields. The parts of
// comprehensions and the bodies and defaults of lambdas have scopes of their own and are left to the caller.
func EachExpr(e Expr, f func(Expr)) {
	one := func(x Expr) {
		if x != nil {
			f(x)
		}
	}
	all := func(xs []Expr) {
		for _, x := range xs {
			one(x)
		}
	}
	switch n := e.(type) {
	case *BoolOp:
		all(n.Values)
	case *NamedExpr:
		one(n.Value)
		one(n.Target)
	case *BinOp:
		one(n.Left)
		one(n.Right)
	case *UnaryOp:
		one(n.Operand)
	case *IfExp:
		one(n.Test)
		one(n.Body)
		one(n.Orelse)
	case *Dict:
		all(n.Keys)
		all(n.Values)
	case *Set:
		all(n.Elts)
	case *Await:
		one(n.Value)
	case *Yield:
		one(n.Value)
	case *YieldFrom:
		one(n.Value)
	case *Compare:
		one(n.Left)
		all(n.Comparators)
	case *Call:
		one(n.Func)
		all(n.Args)
		for _, k := range n.Keywords {
			one(k.Value)
		}
	case *FormattedValue:
		one(n.Value)
		one(n.FormatSpec)
	case *JoinedStr:
		all(n.Values)
	case *Attribute:
		one(n.Value)
	case *Subscript:
		one(n.Value)
		one(n.Slice)
	case *Starred:
		one(n.Value)
	case *List:
		all(n.Elts)
	case *Tuple:
		all(n.Elts)
	case *Slice:
		one(n.Lower)
		one(n.Upper)
		one(n.Step)
	}
}
