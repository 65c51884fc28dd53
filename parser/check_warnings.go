// SyntaxWarnings of the third pass: expressions that cannot be meant.

package parser

import (
	"fmt"
	"math/big"
	"unicode/utf8"

	"pyasync/ast"
)

// typeOfConstant are the types of literals.
var typeOfConstant = map[ast.ConstKind]string{
	ast.CNone: "NoneType", ast.CTrue: "bool", ast.CFalse: "bool", ast.CEllipsis: "ellipsis", ast.CInt: "int",
	ast.CFloat: "float", ast.CComplex: "complex", ast.CStr: "str", ast.CBytes: "bytes",
}

// constantType returns the type of an expression that CPython's optimiser makes a constant, else "".
func constantType(e ast.Expr) string {
	switch n := e.(type) {
	case *ast.Constant:
		return typeOfConstant[n.Kind]
	case *ast.Literal:
		return n.Type
	case *ast.Name:
		if n.Id == "__debug__" {
			return "bool"
		}
	case *ast.Tuple:
		if n.Ctx != ast.Load {
			return ""
		}
		for _, x := range n.Elts {
			if constantType(x) == "" {
				return ""
			}
		}
		return "tuple"
	case *ast.UnaryOp:
		t := constantType(n.Operand)
		switch {
		case t == "":
		case n.Op == ast.Not:
			return "bool"
		case t == "int" || t == "bool":
			return "int"
		case n.Op != ast.Invert && (t == "float" || t == "complex"):
			return t
		}
	case *ast.BinOp:
		return binaryType(n)
	case *ast.Subscript:
		return itemType(n)
	}
	return ""
}

// itemType is constantType for an item of a constant; an index out of range is left to fail when the program runs.
func itemType(n *ast.Subscript) string {
	if n.Ctx != ast.Load || constantType(n.Slice) != "int" {
		return ""
	}
	value, _, ok := numberValue(n.Slice)
	if !ok {
		return ""
	}
	index, exact := value.Int64()
	size, types := 0, func(int) string { return "" }
	switch v := n.Value.(type) {
	case *ast.Tuple:
		if constantType(v) == "" {
			return ""
		}
		size, types = len(v.Elts), func(i int) string { return constantType(v.Elts[i]) }
	case *ast.Constant:
		switch v.Kind {
		case ast.CStr:
			size, types = utf8.RuneCountInString(v.S), func(int) string { return "str" }
		case ast.CBytes:
			size, types = len(v.S), func(int) string { return "int" }
		}
	}
	if index < 0 {
		index += int64(size)
	}
	if exact != big.Exact || index < 0 || index >= int64(size) {
		return ""
	}
	return types(int(index))
}

// invertedBool is what CPython's folding of ~True warns of.
const invertedBool = "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise inversion of the underlying int object and is usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the underlying int."

// numericRank orders the numeric types: an operation has the higher of its operands'.
var numericRank = map[string]int{"bool": 1, "int": 1, "float": 2, "complex": 3}

func binaryType(n *ast.BinOp) string {
	left, right := constantType(n.Left), constantType(n.Right)
	l, r := numericRank[left], numericRank[right]
	switch {
	case left == "" || right == "":
		return ""
	case l > 0 && r > 0:
		rank := max(l, r)
		switch n.Op {
		case ast.BitAnd, ast.BitOr, ast.BitXor:
			if left == "bool" && right == "bool" {
				return "bool"
			}
			if rank > 1 {
				return ""
			}
		case ast.LShift, ast.RShift, ast.MatMult:
			if rank > 1 || n.Op == ast.MatMult {
				return ""
			}
		case ast.FloorDiv, ast.Mod:
			if rank > 2 || isZero(n.Right) {
				return ""
			}
		case ast.Div:
			if isZero(n.Right) {
				return ""
			}
		}
		if n.Op == ast.Div {
			rank = max(rank, 2)
		}
		return [...]string{"", "int", "float", "complex"}[rank]
	case n.Op == ast.Add && left == right && (left == "str" || left == "bytes" || left == "tuple"):
		return left
	case n.Op == ast.Mult && l == 0 && r == 1:
		return left
	case n.Op == ast.Mult && r == 0 && l == 1:
		return right
	}
	return ""
}

// isZero reports a divisor by which nothing is folded.
func isZero(e ast.Expr) bool {
	re, im, ok := numberValue(e)
	return ok && re.Sign() == 0 && im.Sign() == 0
}

// constantRepr is repr() of a constant key, for a message.
func constantRepr(e ast.Expr) string {
	if c, ok := e.(*ast.Constant); ok {
		s := ast.Dump(c, ast.DumpOptions{})
		s = s[len("Expression(body=Constant(value="):]
		if c.U {
			return ast.Quote(c.S)
		}
		return s[:len(s)-2]
	}
	if c, ok := e.(*ast.Literal); ok {
		return c.Text
	}
	re, im, _ := numberValue(e)
	switch constantType(e) {
	case "int":
		i, _ := re.Int(nil)
		return i.String()
	case "float":
		f, _ := re.Float64()
		c := &ast.Constant{Kind: ast.CFloat, S: fmt.Sprint(-f)}
		return "-" + constantRepr(c)
	}
	a, _ := re.Float64()
	b, _ := im.Float64()
	return fmt.Sprintf("(%g%+gj)", a, b)
}

// inferType returns the type of an expression as far as its form tells, else "".
func inferType(e ast.Expr) string {
	switch e.(type) {
	case *ast.Tuple:
		return "tuple"
	case *ast.List, *ast.ListComp:
		return "list"
	case *ast.Dict, *ast.DictComp:
		return "dict"
	case *ast.Set, *ast.SetComp:
		return "set"
	case *ast.GeneratorExp:
		return "generator"
	case *ast.Lambda:
		return "function"
	case *ast.JoinedStr, *ast.FormattedValue:
		return "str"
	}
	return constantType(e)
}

// warnIs: comparing identity with a literal.
func (g *code) warnIs(n *ast.Compare) {
	literal := func(e ast.Expr) bool {
		switch constantType(e) {
		case "", "NoneType", "bool", "ellipsis":
			return false
		}
		return true
	}
	left := n.Left
	for i, op := range n.Ops {
		right := n.Comparators[i]
		if (op == ast.Is || op == ast.IsNot) && (literal(left) || literal(right)) {
			kind := right
			if literal(left) {
				kind = left
			}
			if op == ast.Is {
				g.warn(n.Span(), `"is" with '%s' literal. Did you mean "=="?`, inferType(kind))
			} else {
				g.warn(n.Span(), `"is not" with '%s' literal. Did you mean "!="?`, inferType(kind))
			}
			return
		}
		left = right
	}
}

// warnCall: calling what cannot be called.
func (g *code) warnCall(f ast.Expr) {
	switch f.(type) {
	case *ast.Lambda:
		return
	}
	if t := inferType(f); t != "" {
		g.warn(f.Span(), "'%s' object is not callable; perhaps you missed a comma?", t)
	}
}

// warnSubscript: subscripting what has no items, or with what is no index.
func (g *code) warnSubscript(n *ast.Subscript) {
	t := inferType(n.Value)
	switch t {
	case "NoneType", "ellipsis", "int", "bool", "float", "complex", "set", "generator", "function":
		g.warn(n.Value.Span(), "'%s' object is not subscriptable; perhaps you missed a comma?", t)
	case "str", "bytes", "tuple", "list":
		if index := inferType(n.Slice); index != "" && index != "int" && index != "bool" {
			g.warn(n.Value.Span(), "%s indices must be integers or slices, not %s; perhaps you missed a comma?", t, index)
		}
	}
}

func (g *code) warnAssert(n *ast.Assert) {
	if t, ok := n.Test.(*ast.Tuple); ok && len(t.Elts) > 0 {
		g.warn(n.Span(), "assertion is always true, perhaps remove parentheses?")
	}
}
