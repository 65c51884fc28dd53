// GenericAlias, what list[int] is (types.GenericAlias).
package object

import "strings"

// GenericAlias is a parameterised class.
type GenericAlias struct {
	Header
	Origin  Value
	Args    *Tuple
	params  *Tuple // __parameters__, nil before first use
	Starred bool   // *tuple[int, ...]
}

// NewGenericAlias returns origin[args]; args that is no tuple counts as one argument.
func NewGenericAlias(origin, args Value) Value {
	t, ok := AsTuple(args)
	if !ok {
		t = NewTuple([]Value{args})
	}
	return (&GenericAlias{Header: Header{&GenericAliasType.Root}, Origin: origin, Args: t}).V()
}

// V returns the alias as a Value.
func (g *GenericAlias) V() Value { return Value{&g.Header, 0} }

// AsGenericAlias returns the alias v is (or derives from).
func AsGenericAlias(v Value) (*GenericAlias, bool) {
	if v.H.Shape.Solid == &GenericAliasType {
		return (*GenericAlias)(v.Ptr()), true
	}
	return nil, false
}

func init() {
	Define(&GenericAliasType, Spec{Name: "types.GenericAlias", Sig: "origin, args, /", Alloc: Allocator[GenericAlias](),
		Doc: "Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).",
		Slots: Slots{New: aliasNew, Repr: aliasRepr, Call: aliasCall, GetAttr: aliasGetAttr, Compare: aliasCompare, Hash: aliasHash,
			GetItem: aliasGetItem, Iter: aliasIter, Binary: [NumBinOps]BinaryFunc{OpOr: unionOr}},
		Methods: []Method{
			{Name: "__mro_entries__", Sig: "bases, /", F1: func(th *Thread, v, bases Value) Value { return TupleOf((*GenericAlias)(v.Ptr()).Origin) }},
			{Name: "__instancecheck__", Sig: "instance, /", F1: func(th *Thread, v, x Value) Value {
				return th.TypeError("isinstance() argument 2 cannot be a parameterized generic")
			}},
			{Name: "__subclasscheck__", Sig: "subclass, /", F1: func(th *Thread, v, x Value) Value {
				return th.TypeError("issubclass() argument 2 cannot be a parameterized generic")
			}},
			{Name: "__reduce__", F0: aliasReduce},
			{Name: "__dir__", F0: aliasDir},
		},
		Members: []Member{
			{Name: "__origin__", Get: func(th *Thread, v Value) Value { return (*GenericAlias)(v.Ptr()).Origin }},
			{Name: "__args__", Get: func(th *Thread, v Value) Value { return (*GenericAlias)(v.Ptr()).Args.V() }},
			{Name: "__unpacked__", Get: func(th *Thread, v Value) Value { return Bool((*GenericAlias)(v.Ptr()).Starred) }},
		},
		Getset: []Getset{
			{Name: "__parameters__", Doc: "Type variables in the GenericAlias.", Get: func(th *Thread, v Value) Value {
				return th.aliasParams((*GenericAlias)(v.Ptr()))
			}},
			{Name: "__typing_unpacked_tuple_args__", Get: func(th *Thread, v Value) Value {
				g := (*GenericAlias)(v.Ptr())
				if g.Starred && g.Origin == TupleType.V() {
					return g.Args.V()
				}
				return None
			}},
		},
	})
}

func aliasNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	if len(kw) > 0 {
		return th.TypeError("GenericAlias() takes no keyword arguments")
	}
	if len(args) != 2 {
		return th.TypeError("GenericAlias expected 2 arguments, got %d", len(args))
	}
	v := allocate(t)
	g := (*GenericAlias)(v.Ptr())
	g.Origin = args[0]
	tuple, ok := AsTuple(args[1])
	if !ok {
		tuple = NewTuple([]Value{args[1]})
	}
	g.Args = tuple
	return v
}

func (th *Thread) aliasParams(g *GenericAlias) Value {
	if g.params == nil {
		p, ok := th.CollectTypeParams(g.Args.Items)
		if !ok {
			return Value{}
		}
		g.params = p
	}
	return g.params.V()
}

// CollectTypeParams returns the distinct type parameters in args, in order of appearance (_Py_make_parameters).
func (th *Thread) CollectTypeParams(args []Value) (*Tuple, bool) {
	var found []Value
	add := func(p Value) {
		for _, f := range found {
			if f == p {
				return
			}
		}
		found = append(found, p)
	}
	for _, a := range args {
		if _, ok := AsType(a); ok {
			continue
		}
		subst, ok := th.LookupAttr(a, strTypingSubst)
		if !ok {
			return nil, false
		}
		if subst.H != nil {
			add(a)
			continue
		}
		sub, ok := th.paramsOf(a)
		if !ok {
			return nil, false
		}
		for _, p := range sub {
			add(p)
		}
	}
	return NewTuple(found), true
}

func (th *Thread) paramsOf(a Value) ([]Value, bool) {
	if t, isTuple := AsTuple(a); isTuple {
		p, ok := th.CollectTypeParams(t.Items)
		if !ok {
			return nil, false
		}
		return p.Items, true
	}
	if l, isList := AsList(a); isList {
		p, ok := th.CollectTypeParams(l.Items)
		if !ok {
			return nil, false
		}
		return p.Items, true
	}
	p, ok := th.LookupAttr(a, strParameters)
	if !ok || p.H == nil {
		return nil, ok
	}
	if t, isTuple := AsTuple(p); isTuple {
		return t.Items, true
	}
	return nil, true
}

func aliasRepr(th *Thread, v Value) Value {
	g := (*GenericAlias)(v.Ptr())
	var b strings.Builder
	if g.Starred {
		b.WriteByte('*')
	}
	s, ok := th.typeArgRepr(g.Origin)
	if !ok {
		return Value{}
	}
	b.WriteString(s)
	b.WriteByte('[')
	for i, a := range g.Args.Items {
		if i > 0 {
			b.WriteString(", ")
		}
		if s, ok = th.typeArgRepr(a); !ok {
			return Value{}
		}
		b.WriteString(s)
	}
	if len(g.Args.Items) == 0 {
		b.WriteString("()")
	}
	b.WriteByte(']')
	return StrValue(b.String())
}

// typeArgRepr is how a type shows inside list[...] and unions: classes by their qualified name.
func (th *Thread) typeArgRepr(v Value) (string, bool) {
	if v == Ellipsis {
		return "...", true
	}
	if l, ok := AsList(v); ok {
		parts := make([]string, len(l.Items))
		for i, x := range l.Items {
			var ok bool
			if parts[i], ok = th.typeArgRepr(x); !ok {
				return "", false
			}
		}
		return "[" + strings.Join(parts, ", ") + "]", true
	}
	origin, ok := th.LookupAttr(v, strOrigin)
	if !ok {
		return "", false
	}
	if origin.H != nil {
		args, ok := th.LookupAttr(v, strArgs)
		if !ok {
			return "", false
		}
		if args.H != nil {
			return th.Repr(v)
		}
	}
	q, ok := th.LookupAttr(v, strQualname)
	if !ok {
		return "", false
	}
	m, ok2 := th.LookupAttr(v, strModule)
	if !ok2 {
		return "", false
	}
	if q.H == nil || m.H == nil || m.IsNone() {
		return th.Repr(v)
	}
	qs, ok := th.Str(q)
	if !ok {
		return "", false
	}
	ms, ok := th.Str(m)
	if !ok {
		return "", false
	}
	if ms == "builtins" {
		return qs, true
	}
	return ms + "." + qs, true
}

func aliasCall(th *Thread, f Value, args []Value, kw []*Str) Value {
	g := (*GenericAlias)(f.Ptr())
	obj := th.Call(g.Origin, args, kw)
	if obj.H == nil {
		return obj
	}
	if !th.SetAttr(obj, strOrigClass, f) && !th.Catch(&AttributeErrorType) && !th.Catch(&TypeErrorType) {
		return Value{}
	}
	return obj
}

// aliasOwn are the attributes an alias has itself; all others are its origin's.
var aliasOwn = map[string]bool{"__class__": true, "__bases__": false, "__origin__": true, "__args__": true, "__unpacked__": true,
	"__parameters__": true, "__typing_unpacked_tuple_args__": true, "__mro_entries__": true, "__reduce_ex__": true, "__reduce__": true,
	"__copy__": false, "__deepcopy__": false}

func aliasGetAttr(th *Thread, v Value, name *Str) Value {
	if _, own := aliasOwn[name.s]; own {
		return th.GenericGetAttr(v, name)
	}
	return th.GetAttr((*GenericAlias)(v.Ptr()).Origin, name)
}

func aliasCompare(th *Thread, a, b Value, op CmpOp) Value {
	x, ok := AsGenericAlias(a)
	y, ok2 := AsGenericAlias(b)
	if !ok || !ok2 || op != CmpEQ && op != CmpNE {
		return NotImplemented
	}
	eq := x.Starred == y.Starred
	if eq {
		if eq, ok = th.Equal(x.Origin, y.Origin); !ok {
			return Value{}
		}
	}
	if eq {
		if eq, ok = th.Equal(x.Args.V(), y.Args.V()); !ok {
			return Value{}
		}
	}
	return Bool(eq == (op == CmpEQ))
}

func aliasHash(th *Thread, v Value) (int64, bool) {
	g := (*GenericAlias)(v.Ptr())
	h, ok := th.Hash(g.Origin)
	if !ok {
		return 0, false
	}
	h2, ok := th.Hash(g.Args.V())
	return h ^ h2, ok
}

func aliasGetItem(th *Thread, v, item Value) Value {
	g := (*GenericAlias)(v.Ptr())
	params := th.aliasParams(g)
	if params.H == nil {
		return params
	}
	args, ok := th.SubstTypeParams(v, g.Args.Items, g.params.Items, item)
	if !ok {
		return Value{}
	}
	r := &GenericAlias{Header: Header{&GenericAliasType.Root}, Origin: g.Origin, Args: args, Starred: g.Starred}
	return r.V()
}

// aliasIter makes *tuple[int, ...] possible: it yields the starred alias once.
func aliasIter(th *Thread, v Value) Value {
	g := *(*GenericAlias)(v.Ptr())
	g.Header = Header{&GenericAliasType.Root}
	g.Starred = true
	return th.Iter(TupleOf(g.V()))
}

func aliasReduce(th *Thread, v Value) Value {
	g := (*GenericAlias)(v.Ptr())
	if g.Starred {
		plain := *g
		plain.Starred = false
		next := th.builtinFunc("next")
		if next.H == nil {
			return next
		}
		return TupleOf(next, TupleOf(aliasIter(th, plain.V())))
	}
	return TupleOf(GenericAliasType.V(), TupleOf(g.Origin, g.Args.V()))
}

func aliasDir(th *Thread, v Value) Value {
	f := th.builtinFunc("dir")
	if f.H == nil {
		return f
	}
	r := th.CallArgs(f, (*GenericAlias)(v.Ptr()).Origin)
	if r.H == nil {
		return r
	}
	l, ok := AsList(r)
	if !ok {
		return r
	}
	for name, own := range aliasOwn {
		if !own {
			continue
		}
		l.Items = append(l.Items, StrValue(name))
	}
	return r
}
