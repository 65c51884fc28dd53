// Package operator is Python's operator module: the operators as functions.
package operator

import (
	"math/big"

	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	m.HasCore("_operator")
	m.AddFuncs(functions)
	m.AddFuncs(binaryRows)
	m.AddFuncs(inPlaceRows)
	m.AddFuncs(compareRows)
	m.AddTypes(&attrGetterType, &itemGetterType, &methodCallerType)
	var all []value
	for _, name := range publicNames() {
		all = append(all, object.StrValue(name))
	}
	m.Set("__all__", object.NewList(all).V())
	for _, name := range dunderNames {
		plain := name
		switch name {
		case "and", "or", "not":
			plain += "_"
		}
		m.Set("__"+name+"__", m.Dict.GetName(plain))
	}
	return true
}

func publicNames() []string {
	names := []string{"attrgetter", "itemgetter", "methodcaller"}
	for _, rows := range [][]object.Method{functions, binaryRows, inPlaceRows, compareRows} {
		for i := range rows {
			names = append(names, rows[i].Name)
		}
	}
	return names
}

// dunderNames have the form __name__ too.
var dunderNames = []string{"lt", "le", "eq", "ne", "ge", "gt", "not", "abs", "add", "and", "call", "floordiv", "index", "inv", "invert",
	"lshift", "mod", "mul", "matmul", "neg", "or", "pos", "pow", "rshift", "sub", "truediv", "xor", "concat", "contains", "delitem",
	"getitem", "setitem", "iadd", "iand", "iconcat", "ifloordiv", "ilshift", "imod", "imul", "imatmul", "ior", "ipow", "irshift",
	"isub", "itruediv", "ixor"}

var binaryRows = makeRows("", func(op object.BinOp) func(th *thread, m, a, b value) value {
	return func(th *thread, _, a, b value) value { return th.BinaryOp(op, a, b) }
})

var inPlaceRows = makeRows("i", func(op object.BinOp) func(th *thread, m, a, b value) value {
	return func(th *thread, _, a, b value) value { return th.InPlaceOp(op, a, b) }
})

var binaryNames = []struct {
	name string
	op   object.BinOp
}{
	{"add", object.OpAdd}, {"and_", object.OpAnd}, {"floordiv", object.OpFloorDiv}, {"lshift", object.OpLShift}, {"mod", object.OpMod},
	{"mul", object.OpMul}, {"matmul", object.OpMatMul}, {"or_", object.OpOr}, {"pow", object.OpPow}, {"rshift", object.OpRShift},
	{"sub", object.OpSub}, {"truediv", object.OpTrueDiv}, {"xor", object.OpXor},
}

func makeRows(prefix string, f func(op object.BinOp) func(th *thread, m, a, b value) value) []object.Method {
	var rows []object.Method
	for _, b := range binaryNames {
		name := b.name
		if prefix != "" {
			for name[len(name)-1] == '_' {
				name = name[:len(name)-1]
			}
		}
		rows = append(rows, object.Method{Name: prefix + name, Sig: "a, b, /",
			Doc: "Same as a " + operatorText(b.op, prefix) + " b.", F2: f(b.op)})
	}
	return rows
}

// operatorText is the operator as written in a program.
func operatorText(op object.BinOp, prefix string) string {
	text := object.BinOpSymbols[op]
	if op == object.OpPow {
		text = "**"
	}
	if prefix != "" {
		text += "="
	}
	return text
}

var compareRows = func() []object.Method {
	var rows []object.Method
	for _, c := range []struct {
		name string
		op   object.CmpOp
	}{{"lt", object.CmpLT}, {"le", object.CmpLE}, {"eq", object.CmpEQ}, {"ne", object.CmpNE}, {"ge", object.CmpGE}, {"gt", object.CmpGT}} {
		rows = append(rows, object.Method{Name: c.name, Sig: "a, b, /", Doc: "Same as a " + object.CmpSymbols[c.op] + " b.",
			F2: func(th *thread, _, a, b value) value { return th.Compare(a, b, c.op) }})
	}
	return rows
}()

var functions = []object.Method{
	{Name: "not_", Sig: "a, /", Doc: "Same as not a.", F1: func(th *thread, _, a value) value { b, ok := th.Truth(a); return boolOr(!b, ok) }},
	{Name: "truth", Sig: "a, /", Doc: "Return True if a is true, False otherwise.", F1: func(th *thread, _, a value) value { return boolOr(th.Truth(a)) }},
	{Name: "is_", Sig: "a, b, /", Doc: "Same as a is b.", F2: func(th *thread, _, a, b value) value { return object.Bool(a == b) }},
	{Name: "is_not", Sig: "a, b, /", Doc: "Same as a is not b.", F2: func(th *thread, _, a, b value) value { return object.Bool(a != b) }},
	{Name: "abs", Sig: "a, /", Doc: "Same as abs(a).", F1: func(th *thread, _, a value) value { return th.Abs(a) }},
	{Name: "neg", Sig: "a, /", Doc: "Same as -a.", F1: func(th *thread, _, a value) value { return th.Neg(a) }},
	{Name: "pos", Sig: "a, /", Doc: "Same as +a.", F1: func(th *thread, _, a value) value { return th.Pos(a) }},
	{Name: "inv", Sig: "a, /", Doc: "Same as ~a.", F1: func(th *thread, _, a value) value { return th.Invert(a) }},
	{Name: "invert", Sig: "a, /", Doc: "Same as ~a.", F1: func(th *thread, _, a value) value { return th.Invert(a) }},
	{Name: "index", Sig: "a, /", Doc: "Same as a.__index__()", F1: index},
	{Name: "concat", Sig: "a, b, /", Doc: "Same as a + b, for a and b sequences.", F2: concat},
	{Name: "iconcat", Sig: "a, b, /", Doc: "Same as a += b, for a and b sequences.", F2: inPlaceConcat},
	{Name: "contains", Sig: "a, b, /", Doc: "Same as b in a (note reversed operands).", F2: func(th *thread, _, a, b value) value { return boolOr(th.Contains(a, b)) }},
	{Name: "countOf", Sig: "a, b, /", Doc: "Return the number of items in a which are, or which equal, b.", F2: countOf},
	{Name: "indexOf", Sig: "a, b, /", Doc: "Return the first index of b in a.", F2: indexOf},
	{Name: "getitem", Sig: "a, b, /", Doc: "Same as a[b].", F2: func(th *thread, _, a, b value) value { return th.GetItem(a, b) }},
	{Name: "setitem", Sig: "a, b, c, /", Doc: "Same as a[b] = c.", F: func(th *thread, _ value, a []value) value { return noneOr(th.SetItem(a[0], a[1], a[2])) }},
	{Name: "delitem", Sig: "a, b, /", Doc: "Same as del a[b].", F2: func(th *thread, _, a, b value) value { return noneOr(th.SetItem(a, b, value{})) }},
	{Name: "length_hint", Sig: "obj, default=0, /", Doc: "Return an estimate of the number of items in obj.", F: lengthHint},
	{Name: "call", Sig: "obj, /, *args, **kwargs", Doc: "Same as obj(*args, **kwargs).", Raw: call},
}

func boolOr(b, ok bool) value {
	if !ok {
		return value{}
	}
	return object.Bool(b)
}

func noneOr(ok bool) value {
	if !ok {
		return value{}
	}
	return object.None
}

func isSequence(v value) bool { return v.Type().GetItem != nil && v.Type() != &object.DictType }

func concat(th *thread, _, a, b value) value {
	if f := a.Type().Concat; f != nil {
		return f(th, a, b)
	}
	if !canAdd(a, b) {
		return th.TypeError("'%s' object can't be concatenated", a.Type().TPName())
	}
	return th.BinaryOp(object.OpAdd, a, b)
}

func inPlaceConcat(th *thread, _, a, b value) value {
	if f := a.Type().InPlaceConcat; f != nil {
		return f(th, a, b)
	}
	if a.Type().Concat == nil && canAdd(a, b) {
		return th.InPlaceOp(object.OpAdd, a, b)
	}
	return concat(th, value{}, a, b)
}

// canAdd reports whether two sequences that have no concatenation of their own have an addition.
func canAdd(a, b value) bool {
	t, u := a.Type(), b.Type()
	return isSequence(a) && isSequence(b) && (t.Binary[object.OpAdd] != nil || t.InPlace[object.OpAdd] != nil || u.Binary[object.OpAdd] != nil)
}

// search calls found with the index of each item equal to x until it returns false.
func search(th *thread, seq, x value, found func(i int64) bool) bool {
	i := int64(-1)
	_, ok := th.Search(seq, func(y value) (bool, bool) {
		i++
		eq, ok := th.Equal(y, x)
		return eq && ok && !found(i), ok
	})
	return ok
}

// iterator is iter(v) with a TypeError text of its own.
func iterator(th *thread, v value) value {
	it := th.Iter(v)
	if it.H == nil && th.Catch(&object.TypeErrorType) {
		th.TypeError("argument of type '%s' is not iterable", v.Type().TPName())
	}
	return it
}

func countOf(th *thread, _, a, b value) value {
	if a = iterator(th, a); a.H == nil {
		return value{}
	}
	n := int64(0)
	if !search(th, a, b, func(int64) bool { n++; return true }) {
		return value{}
	}
	return object.Int(n)
}

func indexOf(th *thread, _, a, b value) value {
	if a = iterator(th, a); a.H == nil {
		return value{}
	}
	at := int64(-1)
	if !search(th, a, b, func(i int64) bool { at = i; return false }) {
		return value{}
	}
	if at < 0 {
		return th.ValueError("sequence.index(x): x not in sequence")
	}
	return object.Int(at)
}

var strLengthHint = object.NewStr("__length_hint__")

func lengthHint(th *thread, _ value, a []value) value {
	def := int64(0)
	if a[1].H != nil {
		if !object.IsInt(a[1]) {
			return th.TypeError("'%s' object cannot be interpreted as an integer", a[1].Type().TPName())
		}
		n, ok := th.AsIndex(a[1], &object.OverflowErrorType)
		if !ok {
			return value{}
		}
		def = int64(n)
	}
	v := a[0]
	if v.Type().Len != nil {
		n, ok := th.Len(v)
		if ok {
			return object.Int(int64(n))
		}
		if !th.Catch(&object.TypeErrorType) {
			return value{}
		}
	}
	r, found := th.CallSpecial(v, strLengthHint)
	switch {
	case !found || r == object.NotImplemented:
		return object.Int(def)
	case r.H == nil:
		if th.Catch(&object.TypeErrorType) {
			return object.Int(def)
		}
		return r
	case !object.IsInt(r):
		return th.TypeError("__length_hint__ must be an integer, not %s", r.Type().TPName())
	}
	if n, ok := object.AsInt64(r); !ok || n < 0 {
		return th.ValueError("__length_hint__() should return >= 0")
	}
	return r
}

func call(th *thread, _ value, args []value, kw []*object.Str) value {
	if len(args) == len(kw) {
		return th.TypeError("call expected at least 1 argument, got 0")
	}
	return th.Call(args[0], args[1:], kw)
}

// index is operator.index, which makes an int of True.
func index(th *thread, _, a value) value {
	r := th.Index(a)
	if r.IsNil() || r.IsExact(&object.IntType) {
		return r
	}
	b, _ := object.BigOf(r)
	return object.IntFromBig(new(big.Int).Set(b))
}
