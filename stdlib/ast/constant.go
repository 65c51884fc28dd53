// The values of Constant nodes.
package astmod

import (
	"math"
	"strconv"

	"pyasync/ast"
	"pyasync/object"
)

// constantKind classifies None, True and False; anything else counts as Ellipsis.
func constantKind(v object.Value) ast.ConstKind {
	switch {
	case v.IsNone():
		return ast.CNone
	case v.IsBool() && v.N != 0:
		return ast.CTrue
	case v.IsBool():
		return ast.CFalse
	}
	return ast.CEllipsis
}

// constant reads a Constant: as a literal when one denotes the value, else as the value itself.
func (r *reader) constant(v object.Value, n *ast.Constant) (ast.Expr, bool) {
	x, ok := r.attr(v, strValue)
	if !ok {
		return nil, false
	}
	if x.IsNil() {
		r.missing("value", "Constant")
		return nil, false
	}
	kind, ok := r.attr(v, strKind)
	if !ok || !r.text(kind) {
		return nil, false
	}
	if !kind.IsNil() {
		k, _ := object.GoString(kind)
		n.U = k == "u"
	}
	if r.literal(x, n) {
		return n, true
	}
	l := &ast.Literal{Value: x, Type: x.Type().Name}
	*l.Span() = n.Pos
	if validConstant(x) {
		l.Text, ok = r.th.Repr(x)
	}
	return l, ok
}

// literal fills in n when a literal denotes x.
func (r *reader) literal(x object.Value, n *ast.Constant) bool {
	switch t := x.Type(); t {
	case &object.NoneType, &object.BoolType, &object.EllipsisType:
		n.Kind = constantKind(x)
	case &object.IntType:
		n.Kind = ast.CInt
		b, _ := object.BigOf(x)
		n.S = b.String()
	case &object.FloatType:
		f, _ := x.ExactFloat()
		if math.IsNaN(f) {
			return false
		}
		n.Kind, n.S = ast.CFloat, strconv.FormatFloat(f, 'g', -1, 64)
	case &object.ComplexType:
		c, _ := object.AsComplex(x)
		if real(c) != 0 || math.Signbit(real(c)) || math.IsNaN(imag(c)) || math.Signbit(imag(c)) {
			return false
		}
		n.Kind, n.S = ast.CComplex, strconv.FormatFloat(imag(c), 'g', -1, 64)+"j"
	case &object.StrType:
		n.Kind = ast.CStr
		n.S, _ = object.GoString(x)
	case &object.BytesType:
		n.Kind = ast.CBytes
		b, _ := object.AsBytes(x)
		n.S = string(b.B)
	default:
		return false
	}
	return true
}

// validConstant tells whether the compiler takes x: a value of an immutable builtin type, or a collection of such.
func validConstant(x object.Value) bool { return wrongConstant(x).IsNil() }

// wrongConstant returns the first value in x that no constant may hold, else the nil Value.
func wrongConstant(x object.Value) object.Value {
	var items []object.Value
	switch x.Type() {
	case &object.NoneType, &object.BoolType, &object.EllipsisType, &object.IntType, &object.FloatType, &object.ComplexType,
		&object.StrType, &object.BytesType:
		return object.Value{}
	case &object.TupleType:
		t, _ := object.AsTuple(x)
		items = t.Items
	case &object.FrozenSetType:
		s, _ := object.AsSet(x)
		for item, next, more := s.Next(0); more; item, next, more = s.Next(next) {
			items = append(items, item)
		}
	default:
		return x
	}
	for _, item := range items {
		if w := wrongConstant(item); !w.IsNil() {
			return w
		}
	}
	return object.Value{}
}
