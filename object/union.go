// Union, what int | str is (types.UnionType).
package object

import "strings"

// Union is a union of types.
type Union struct {
	Header
	Args   []Value
	params *Tuple
}

func init() {
	Define(&UnionType, Spec{Name: "types.UnionType", Flags: FlagNoNew | FlagFinal, Alloc: Allocator[Union](),
		Doc: "Represent a PEP 604 union type\n\nE.g. for int | str",
		Slots: Slots{Repr: unionRepr, Compare: unionCompare, Hash: unionHash, GetItem: unionGetItem,
			Binary: [NumBinOps]BinaryFunc{OpOr: unionOr}},
		Methods: []Method{
			{Name: "__instancecheck__", Sig: "instance, /", F1: func(th *Thread, v, x Value) Value {
				return th.unionCheck(v, x, "isinstance", (*Thread).IsInstanceOf)
			}},
			{Name: "__subclasscheck__", Sig: "subclass, /", F1: func(th *Thread, v, x Value) Value {
				return th.unionCheck(v, x, "issubclass", (*Thread).IsSubclassOf)
			}},
		},
		Members: []Member{{Name: "__args__", Get: func(th *Thread, v Value) Value { return TupleCopy((*Union)(v.Ptr()).Args).V() }}},
		Getset:  []Getset{{Name: "__parameters__", Doc: "Type variables in the types.UnionType.", Get: unionParams}},
	})
}

// AsUnion returns the union v is.
func AsUnion(v Value) (*Union, bool) {
	if v.H.Shape == &UnionType.Root {
		return (*Union)(v.Ptr()), true
	}
	return nil, false
}

// unionable reports whether v may be an operand of | for types.
func unionable(v Value) bool {
	if v.IsNone() {
		return true
	}
	if _, ok := AsType(v); ok {
		return true
	}
	t := v.H.Shape.Type
	return t == &UnionType || t == &TypeAliasTypeType || t.IsSubtype(&GenericAliasType)
}

func unionOr(th *Thread, a, b Value) Value {
	if !unionable(a) || !unionable(b) {
		return NotImplemented
	}
	return th.MakeUnion(a, b)
}

// MakeUnion returns the union of the given types, flattened and without duplicates.
func (th *Thread) MakeUnion(items ...Value) Value {
	var flat []Value
	for _, v := range items {
		if v.IsNone() {
			v = NoneType.V()
		}
		if u, ok := AsUnion(v); ok {
			flat = append(flat, u.Args...)
		} else {
			flat = append(flat, v)
		}
	}
	var args []Value
next:
	for _, v := range flat {
		for _, o := range args {
			if o == v {
				continue next
			}
			_, isType := AsType(o)
			_, isType2 := AsType(v)
			if isType && isType2 && o.H.Shape == &TypeType.Root && v.H.Shape == &TypeType.Root {
				continue
			}
			eq, ok := th.Equal(o, v)
			if !ok {
				return Value{}
			}
			if eq {
				continue next
			}
		}
		args = append(args, v)
	}
	if len(args) == 1 {
		return args[0]
	}
	return Value{&(&Union{Header: Header{&UnionType.Root}, Args: args}).Header, 0}
}

func unionRepr(th *Thread, v Value) Value {
	u := (*Union)(v.Ptr())
	parts := make([]string, len(u.Args))
	for i, a := range u.Args {
		if a == NoneType.V() {
			parts[i] = "None"
			continue
		}
		var ok bool
		if parts[i], ok = th.typeArgRepr(a); !ok {
			return Value{}
		}
	}
	return StrValue(strings.Join(parts, " | "))
}

func unionCompare(th *Thread, a, b Value, op CmpOp) Value {
	x, ok := AsUnion(a)
	y, ok2 := AsUnion(b)
	if !ok || !ok2 || op != CmpEQ && op != CmpNE {
		return NotImplemented
	}
	eq := len(x.Args) == len(y.Args)
	for _, p := range x.Args {
		if !eq {
			break
		}
		in := false
		for _, q := range y.Args {
			same, ok := th.Equal(p, q)
			if !ok {
				return Value{}
			}
			if same {
				in = true
				break
			}
		}
		eq = in
	}
	return Bool(eq == (op == CmpEQ))
}

func unionHash(th *Thread, v Value) (int64, bool) {
	set := th.CallArgs(FrozenSetType.V(), TupleCopy((*Union)(v.Ptr()).Args).V())
	if set.H == nil {
		return 0, false
	}
	return th.Hash(set)
}

func unionParams(th *Thread, v Value) Value {
	u := (*Union)(v.Ptr())
	if u.params == nil {
		p, ok := th.CollectTypeParams(u.Args)
		if !ok {
			return Value{}
		}
		u.params = p
	}
	return u.params.V()
}

func unionGetItem(th *Thread, v, item Value) Value {
	u := (*Union)(v.Ptr())
	if unionParams(th, v).H == nil {
		return Value{}
	}
	args, ok := th.SubstTypeParams(v, u.Args, u.params.Items, item)
	if !ok {
		return Value{}
	}
	r := args.Items[0]
	for _, a := range args.Items[1:] {
		if r = th.BinaryOp(OpOr, r, a); r.H == nil {
			return r
		}
	}
	return r
}

func (th *Thread) unionCheck(v, x Value, what string, check func(*Thread, Value, Value) (bool, bool)) Value {
	u := (*Union)(v.Ptr())
	for _, a := range u.Args {
		if a.Is(&GenericAliasType) {
			return th.TypeError("%s() argument 2 cannot be a parameterized generic", what)
		}
	}
	return boolResult(th.anyOf(u.Args, x, check))
}
