// The type parameters of PEP 695 and typing: TypeVar, ParamSpec and TypeVarTuple. Their bounds, constraints and
// defaults may be thunks that run when first asked for.
package object

// TypeParam is a TypeVar, ParamSpec or TypeVarTuple. Of each pair, the thunk (a callable without parameters) is nil
// once the value is known.
type TypeParam struct {
	Header
	Name                            *Str
	Bound, boundThunk               Value
	Constraints, constraintsThunk   Value
	Default, defaultThunk           Value
	Covariant, Contravariant, Infer bool
	Dict                            *Dict
}

// The types; their module is typing.
var (
	TypeVarType, ParamSpecType, ParamSpecArgsType, ParamSpecKwargsType, TypeVarTupleType Type
	noDefaultType                                                                        Type
	noDefaultHdr                                                                         = Header{&noDefaultType.Root}
)

// NoDefault is typing.NoDefault.
var NoDefault = Value{&noDefaultHdr, 0}

// IsTypeVarTuple reports whether v is a TypeVarTuple.
func IsTypeVarTuple(v Value) bool { return v.Is(&TypeVarTupleType) }

// NewTypeVar makes the TypeVar of `[T: bound]` or `[T: (constraints)] = default`; thunks that are nil Values say that
// the part is absent.
func NewTypeVar(name *Str, bound, constraints, deflt Value) Value {
	p := &TypeParam{Header: Header{&TypeVarType.Root}, Name: name, boundThunk: bound, constraintsThunk: constraints, defaultThunk: deflt, Infer: true}
	return Value{&p.Header, 0}
}

// NewParamSpec makes the ParamSpec of `[**P = default]`.
func NewParamSpec(name *Str, deflt Value) Value {
	p := &TypeParam{Header: Header{&ParamSpecType.Root}, Name: name, defaultThunk: deflt, Infer: true}
	return Value{&p.Header, 0}
}

// NewTypeVarTuple makes the TypeVarTuple of `[*Ts = default]`.
func NewTypeVarTuple(name *Str, deflt Value) Value {
	p := &TypeParam{Header: Header{&TypeVarTupleType.Root}, Name: name, defaultThunk: deflt, Infer: true}
	return Value{&p.Header, 0}
}

func typeParam(v Value) *TypeParam { return (*TypeParam)(v.Ptr()) }

func typeParamDict(v Value, create bool) *Dict {
	return DictAt(&typeParam(v).Dict, create)
}

// force runs a thunk the first time its value is wanted.
func (th *Thread) force(value, thunk *Value) Value {
	if thunk.H != nil {
		v := th.CallArgs(*thunk)
		if v.H == nil {
			return v
		}
		*value, *thunk = v, Value{}
	}
	return *value
}

func init() {
	Define(&noDefaultType, Spec{Name: "NoDefaultType", Doc: "The type of the NoDefault singleton.", Flags: FlagFinal, Alloc: Allocator[struct{ Header }](),
		Slots: Slots{Repr: func(th *Thread, v Value) Value { return StrValue("typing.NoDefault") },
			New: func(th *Thread, t *Type, args []Value, kw []*Str) Value {
				if len(args) > 0 {
					return th.TypeError("NoDefaultType takes no arguments")
				}
				return NoDefault
			}},
		Methods: []Method{{Name: "__reduce__", F0: func(th *Thread, v Value) Value { return StrValue("NoDefault") }}}})
	Define(&TypeVarType, Spec{Name: "typing.TypeVar", Sig: "name, *constraints, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False",
		Doc: "Type variable.", Flags: FlagFinal, Alloc: Allocator[TypeParam](), DictOf: typeParamDict,
		Slots: Slots{New: typeVarNew, Repr: typeVarRepr, Binary: [NumBinOps]BinaryFunc{OpOr: typingUnion}},
		Methods: append([]Method{
			{Name: "__typing_subst__", Sig: "arg, /", F1: func(th *Thread, v, a Value) Value { return th.typingCall("_typevar_subst", v, a) }},
			{Name: "__typing_prepare_subst__", Sig: "alias, args, /", F2: typeVarPrepare},
		}, typeParamMethods...),
		Members: append([]Member{
			{Name: "__covariant__", Get: func(th *Thread, v Value) Value { return Bool(typeParam(v).Covariant) }},
			{Name: "__contravariant__", Get: func(th *Thread, v Value) Value { return Bool(typeParam(v).Contravariant) }},
			{Name: "__infer_variance__", Get: func(th *Thread, v Value) Value { return Bool(typeParam(v).Infer) }},
		}, typeParamMembers...),
		Getset: append([]Getset{
			{Name: "__bound__", Get: func(th *Thread, v Value) Value { p := typeParam(v); return p.bound(th) }},
			{Name: "__constraints__", Get: func(th *Thread, v Value) Value {
				p := typeParam(v)
				if p.constraintsThunk.H == nil && p.Constraints.H == nil {
					return emptyTuple.V()
				}
				return th.force(&p.Constraints, &p.constraintsThunk)
			}},
		}, typeParamGetset...)})
	Define(&ParamSpecType, Spec{Name: "typing.ParamSpec", Sig: "name, *, bound=None, default=typing.NoDefault, covariant=False, contravariant=False, infer_variance=False",
		Doc: "Parameter specification variable.", Flags: FlagFinal, Alloc: Allocator[TypeParam](), DictOf: typeParamDict,
		Slots: Slots{New: paramSpecNew, Repr: typeVarRepr, Binary: [NumBinOps]BinaryFunc{OpOr: typingUnion}},
		Methods: append([]Method{
			{Name: "__typing_subst__", Sig: "arg, /", F1: func(th *Thread, v, a Value) Value { return th.typingCall("_paramspec_subst", v, a) }},
			{Name: "__typing_prepare_subst__", Sig: "alias, args, /", F2: func(th *Thread, v, alias, args Value) Value {
				return th.typingCall("_paramspec_prepare_subst", v, alias, args)
			}},
		}, typeParamMethods...),
		Members: append([]Member{
			{Name: "__covariant__", Get: func(th *Thread, v Value) Value { return Bool(typeParam(v).Covariant) }},
			{Name: "__contravariant__", Get: func(th *Thread, v Value) Value { return Bool(typeParam(v).Contravariant) }},
			{Name: "__infer_variance__", Get: func(th *Thread, v Value) Value { return Bool(typeParam(v).Infer) }},
		}, typeParamMembers...),
		Getset: append([]Getset{
			{Name: "__bound__", Get: func(th *Thread, v Value) Value { p := typeParam(v); return p.bound(th) }},
			{Name: "args", Doc: "Represents positional arguments.", Get: func(th *Thread, v Value) Value { return newParamSpecPart(&ParamSpecArgsType, v) }},
			{Name: "kwargs", Doc: "Represents keyword arguments.", Get: func(th *Thread, v Value) Value { return newParamSpecPart(&ParamSpecKwargsType, v) }},
		}, typeParamGetset...)})
	Define(&TypeVarTupleType, Spec{Name: "typing.TypeVarTuple", Sig: "name, *, default=typing.NoDefault", Doc: "Type variable tuple.",
		Flags: FlagFinal, Alloc: Allocator[TypeParam](), DictOf: typeParamDict,
		Slots: Slots{New: typeVarTupleNew, Repr: func(th *Thread, v Value) Value { return typeParam(v).Name.V() }, Iter: func(th *Thread, v Value) Value {
			u := th.typingAttr("Unpack")
			if u.H == nil {
				return u
			}
			if u = th.GetItem(u, v); u.H == nil {
				return u
			}
			return th.Iter(TupleOf(u))
		}},
		Methods: append([]Method{
			{Name: "__typing_subst__", Sig: "arg, /", F1: func(th *Thread, v, a Value) Value {
				return th.TypeError("Substitution of bare TypeVarTuple is not supported")
			}},
			{Name: "__typing_prepare_subst__", Sig: "alias, args, /", F2: func(th *Thread, v, alias, args Value) Value {
				return th.typingCall("_typevartuple_prepare_subst", v, alias, args)
			}},
		}, typeParamMethods...),
		Members: typeParamMembers, Getset: typeParamGetset})
	defineParamSpecParts()
}

func (p *TypeParam) bound(th *Thread) Value {
	if p.boundThunk.H == nil && p.Bound.H == nil {
		return None
	}
	return th.force(&p.Bound, &p.boundThunk)
}

var typeParamMembers = []Member{{Name: "__name__", Get: func(th *Thread, v Value) Value { return typeParam(v).Name.V() }}}

var typeParamGetset = []Getset{{Name: "__default__", Get: func(th *Thread, v Value) Value {
	p := typeParam(v)
	if p.defaultThunk.H == nil && p.Default.H == nil {
		return NoDefault
	}
	return th.force(&p.Default, &p.defaultThunk)
}}}

var typeParamMethods = []Method{
	{Name: "has_default", F0: func(th *Thread, v Value) Value {
		p := typeParam(v)
		return Bool(p.defaultThunk.H != nil || p.Default.H != nil && p.Default != NoDefault)
	}},
	{Name: "__reduce__", F0: func(th *Thread, v Value) Value { return typeParam(v).Name.V() }},
	{Name: "__mro_entries__", Sig: "bases, /", F1: func(th *Thread, v, bases Value) Value {
		return th.TypeError("Cannot subclass an instance of %s", v.Type().TPName())
	}},
}

func typeVarRepr(th *Thread, v Value) Value {
	p := typeParam(v)
	switch {
	case p.Infer:
		return p.Name.V()
	case p.Covariant:
		return StrValue("+" + p.Name.s)
	case p.Contravariant:
		return StrValue("-" + p.Name.s)
	}
	return StrValue("~" + p.Name.s)
}

// typingAttr returns a helper of the typing module.
func (th *Thread) typingAttr(name string) Value {
	if th.Interp.Hooks.Import == nil {
		return th.RuntimeError("typing is not available")
	}
	m := th.Interp.Hooks.Import(th, "typing")
	if m.H == nil {
		return m
	}
	return th.GetAttrName(m, name)
}

func (th *Thread) typingCall(name string, args ...Value) Value {
	f := th.typingAttr(name)
	if f.H == nil {
		return f
	}
	return th.CallArgs(f, args...)
}

func typingUnion(th *Thread, a, b Value) Value { return th.typingCall("_make_union", a, b) }

// typeVarPrepare fills in the default when the argument was left out.
func typeVarPrepare(th *Thread, v, alias, args Value) Value {
	params := th.GetAttr(alias, strParameters)
	if params.H == nil {
		return params
	}
	items, ok := th.Collect(params)
	if !ok {
		return Value{}
	}
	given, ok := th.Collect(args)
	if !ok {
		return Value{}
	}
	i := indexOfValue(items, v)
	p := typeParam(v)
	hasDefault := p.defaultThunk.H != nil || p.Default.H != nil && p.Default != NoDefault
	switch {
	case i < len(given):
		return args
	case i == len(given) && hasDefault:
		d := th.GetAttrName(v, "__default__")
		if d.H == nil {
			return d
		}
		return NewTuple(append(append([]Value(nil), given...), d)).V()
	}
	r, ok := th.Str(alias)
	if !ok {
		return Value{}
	}
	return th.TypeError("Too few arguments for %s; actual %d, expected at least %d", r, len(given), i+1)
}

var (
	typeVarSig      = ParseSignature("name, *constraints, bound=None, default=None, covariant=False, contravariant=False, infer_variance=False")
	paramSpecSig    = ParseSignature("name, *, bound=None, default=None, covariant=False, contravariant=False, infer_variance=False")
	typeVarTupleSig = ParseSignature("name, *, default=None")
)

// newTypeParam reads the parts all constructors share; w is laid out as name, bound, default and the variances.
func (th *Thread) newTypeParam(t *Type, kind string, name, bound, deflt Value, flags []Value) *TypeParam {
	s, ok := AsStr(name)
	if !ok {
		th.TypeError("%s() argument 'name' must be str, not %s", kind, typeNameOf(name))
		return nil
	}
	p := (*TypeParam)(allocate(t).Ptr())
	p.Name = s
	if bound.H != nil && !bound.IsNone() {
		if bound = th.typingCall("_type_check", bound, StrValue("Bound must be a type.")); bound.H == nil {
			return nil
		}
		p.Bound = bound
	}
	p.Default = deflt
	for i, dst := range []*bool{&p.Covariant, &p.Contravariant, &p.Infer} {
		if i < len(flags) && flags[i].H != nil {
			if *dst, ok = th.Truth(flags[i]); !ok {
				return nil
			}
		}
	}
	switch {
	case p.Covariant && p.Contravariant:
		th.ValueError("Bivariant types are not supported.")
		return nil
	case p.Infer && (p.Covariant || p.Contravariant):
		th.ValueError("Variance cannot be specified with infer_variance.")
		return nil
	}
	typeParamDict(Value{&p.Header, 0}, true).SetStr(strModule, OrNone(th.callerModule()))
	return p
}

func typeVarNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	w := th.Window(typeVarSig.Slots())
	defer th.Release(w)
	if !typeVarSig.Bind(th, "typevar", args, kw, w) {
		return Value{}
	}
	p := th.newTypeParam(t, "typevar", w[0], w[1], w[2], w[3:6])
	if p == nil {
		return Value{}
	}
	constraints, _ := AsTuple(w[6])
	switch n := len(constraints.Items); {
	case n == 1:
		return th.TypeError("A single constraint is not allowed")
	case n > 1 && p.Bound.H != nil:
		return th.TypeError("Constraints cannot be combined with bound=...")
	case n > 1:
		checked := make([]Value, n)
		for i, c := range constraints.Items {
			if checked[i] = th.typingCall("_type_check", c, StrValue("TypeVar(name, constraint, ...): constraints must be types.")); checked[i].H == nil {
				return Value{}
			}
		}
		p.Constraints = NewTuple(checked).V()
	}
	return Value{&p.Header, 0}
}

func paramSpecNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	w := th.Window(paramSpecSig.Slots())
	defer th.Release(w)
	if !paramSpecSig.Bind(th, "paramspec", args, kw, w) {
		return Value{}
	}
	if p := th.newTypeParam(t, "paramspec", w[0], w[1], w[2], w[3:6]); p != nil {
		return Value{&p.Header, 0}
	}
	return Value{}
}

func typeVarTupleNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	w := th.Window(typeVarTupleSig.Slots())
	defer th.Release(w)
	if !typeVarTupleSig.Bind(th, "typevartuple", args, kw, w) {
		return Value{}
	}
	if p := th.newTypeParam(t, "typevartuple", w[0], Value{}, w[1], nil); p != nil {
		return Value{&p.Header, 0}
	}
	return Value{}
}
