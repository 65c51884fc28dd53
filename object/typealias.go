// TypeAliasType (`type X = …`), the args and kwargs of a ParamSpec, and typing.Generic.
package object

// TypeAlias is what a type statement makes; its value is computed when first asked for.
type TypeAlias struct {
	Header
	Name   *Str
	Params Value // tuple, or nil
	value  Value
	thunk  Value
	module Value
}

// paramSpecPart is P.args or P.kwargs.
type paramSpecPart struct {
	Header
	origin Value
}

var TypeAliasTypeType, GenericType Type

// NewTypeAlias makes the alias of `type name[params] = …`; thunk computes the value, module is __module__.
func NewTypeAlias(name *Str, params, thunk, module Value) Value {
	if t, ok := AsTuple(OrNone(params)); ok && len(t.Items) == 0 {
		params = Value{}
	}
	return Value{&(&TypeAlias{Header: Header{&TypeAliasTypeType.Root}, Name: name, Params: params, thunk: thunk, module: module}).Header, 0}
}

func typeAlias(v Value) *TypeAlias { return (*TypeAlias)(v.Ptr()) }

func init() {
	Define(&TypeAliasTypeType, Spec{Name: "typing.TypeAliasType", Sig: "name, value, *, type_params=()", Doc: "Type alias.", Flags: FlagFinal,
		Alloc: Allocator[TypeAlias](),
		Slots: Slots{New: typeAliasNew, Repr: func(th *Thread, v Value) Value { return typeAlias(v).Name.V() }, GetItem: typeAliasGetItem,
			Binary: [NumBinOps]BinaryFunc{OpOr: typeAliasOr}, Iter: func(th *Thread, v Value) Value {
				u := th.typingAttr("Unpack")
				if u.H == nil {
					return u
				}
				if u = th.GetItem(u, v); u.H == nil {
					return u
				}
				return th.Iter(TupleOf(u))
			}},
		Methods: []Method{{Name: "__reduce__", F0: func(th *Thread, v Value) Value { return typeAlias(v).Name.V() }}},
		Members: []Member{{Name: "__name__", Get: func(th *Thread, v Value) Value { return typeAlias(v).Name.V() }}},
		Getset: []Getset{
			{Name: "__value__", Get: func(th *Thread, v Value) Value { a := typeAlias(v); return th.force(&a.value, &a.thunk) }},
			{Name: "__type_params__", Get: func(th *Thread, v Value) Value {
				if p := typeAlias(v).Params; p.H != nil {
					return p
				}
				return emptyTuple.V()
			}},
			{Name: "__parameters__", Get: typeAliasParams},
			{Name: "__module__", Get: func(th *Thread, v Value) Value { return OrNone(typeAlias(v).module) }},
		}})
	Define(&GenericType, Spec{Name: "typing.Generic", Doc: "Abstract base class for generic types.",
		Slots: Slots{},
		Methods: []Method{
			{Name: "__class_getitem__", Flags: ClassMethod, Raw: func(th *Thread, cls Value, a []Value, kw []*Str) Value {
				return th.typingCall("_generic_class_getitem", append([]Value{cls}, a...)...)
			}},
			{Name: "__init_subclass__", Flags: ClassMethod, Raw: genericInitSubclass},
		}})
}

func genericInitSubclass(th *Thread, cls Value, a []Value, kw []*Str) Value {
	f := th.typingAttr("_generic_init_subclass")
	if f.H == nil {
		return f
	}
	return th.Call(f, append([]Value{cls}, a...), kw)
}

func defineParamSpecParts() {
	part := func(t *Type, name, attr string) {
		Define(t, Spec{Name: "typing." + name, Sig: "origin", Flags: FlagFinal, Alloc: Allocator[paramSpecPart](),
			Slots: Slots{
				New: func(th *Thread, t *Type, args []Value, kw []*Str) Value {
					if len(args) != 1 || len(kw) > 0 {
						return th.TypeError("%s() takes exactly 1 argument", name)
					}
					return newParamSpecPart(t, args[0])
				},
				Repr: func(th *Thread, v Value) Value {
					o := (*paramSpecPart)(v.Ptr()).origin
					if o.Is(&ParamSpecType) {
						return StrValue(typeParam(o).Name.s + "." + attr)
					}
					r, ok := th.Repr(o)
					return textResult(r+"."+attr, ok)
				},
				Compare: func(th *Thread, a, b Value, op CmpOp) Value {
					if op != CmpEQ && op != CmpNE || a.Type() != b.Type() {
						return NotImplemented
					}
					return th.Compare((*paramSpecPart)(a.Ptr()).origin, (*paramSpecPart)(b.Ptr()).origin, op)
				},
				Hash: func(th *Thread, v Value) (int64, bool) { return th.Hash((*paramSpecPart)(v.Ptr()).origin) },
			},
			Methods: []Method{{Name: "__mro_entries__", Sig: "bases, /", F1: func(th *Thread, v, bases Value) Value {
				return th.TypeError("Cannot subclass an instance of %s", v.Type().TPName())
			}}},
			Members: []Member{{Name: "__origin__", Get: func(th *Thread, v Value) Value { return (*paramSpecPart)(v.Ptr()).origin }}}})
	}
	part(&ParamSpecArgsType, "ParamSpecArgs", "args")
	part(&ParamSpecKwargsType, "ParamSpecKwargs", "kwargs")
}

func newParamSpecPart(t *Type, origin Value) Value {
	return Value{&(&paramSpecPart{Header{&t.Root}, origin}).Header, 0}
}

var typeAliasSig = ParseSignature("name, value, *, type_params=()")

func typeAliasNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	w := th.Window(3)
	defer th.Release(w)
	if !typeAliasSig.Bind(th, "typealias", args, kw, w) {
		return Value{}
	}
	name, ok := AsStr(w[0])
	if !ok {
		return th.TypeError("typealias() argument 'name' must be str, not %s", typeNameOf(w[0]))
	}
	if w[2].H != nil && !w[2].Is(&TupleType) {
		return th.TypeError("type_params must be a tuple")
	}
	v := NewTypeAlias(name, w[2], Value{}, th.callerModule())
	typeAlias(v).value = w[1]
	return v
}

func typeAliasParams(th *Thread, v Value) Value {
	p := typeAlias(v).Params
	if p.H == nil {
		return emptyTuple.V()
	}
	items, ok := th.unpackTypeVarTuples(p)
	if !ok {
		return Value{}
	}
	return NewTuple(items).V()
}

// unpackTypeVarTuples replaces each TypeVarTuple by its unpacked form.
func (th *Thread) unpackTypeVarTuples(params Value) ([]Value, bool) {
	src, _ := AsTuple(params)
	items := append([]Value(nil), src.Items...)
	for i, p := range items {
		if !IsTypeVarTuple(p) {
			continue
		}
		u := th.typingAttr("Unpack")
		if u.H == nil {
			return nil, false
		}
		if items[i] = th.GetItem(u, p); items[i].H == nil {
			return nil, false
		}
	}
	return items, true
}

func typeAliasGetItem(th *Thread, v, key Value) Value {
	if typeAlias(v).Params.H == nil {
		return th.TypeError("Only generic type aliases are subscriptable")
	}
	return NewGenericAlias(v, key)
}

func typeAliasOr(th *Thread, a, b Value) Value {
	if !unionable(a) || !unionable(b) {
		return typingUnion(th, a, b)
	}
	return th.MakeUnion(a, b)
}

// SubscriptGeneric returns typing.Generic[*params], the implicit base of `class C[T]`.
func (th *Thread) SubscriptGeneric(params Value) Value {
	items, ok := th.unpackTypeVarTuples(params)
	if !ok {
		return Value{}
	}
	return th.GetItem(GenericType.V(), NewTuple(items).V())
}
