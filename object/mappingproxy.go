// mappingproxy, the read-only view of a mapping (types.MappingProxyType, C.__dict__).
package object

// MappingProxy shows Mapping.
type MappingProxy struct {
	Header
	Mapping Value
}

// NewMappingProxy returns a read-only view of m.
func NewMappingProxy(m Value) Value {
	return Value{&(&MappingProxy{Header{&MappingProxyType.Root}, m}).Header, 0}
}

func asMappingProxy(v Value) (*MappingProxy, bool) {
	if v.H != nil && v.H.Shape == &MappingProxyType.Root {
		return (*MappingProxy)(v.Ptr()), true
	}
	return nil, false
}

func proxied(v Value) Value { return (*MappingProxy)(v.Ptr()).Mapping }

func init() {
	Define(&MappingProxyType, Spec{Name: "mappingproxy", Sig: "mapping", Doc: "Read-only proxy of a mapping.", Flags: FlagFinal | FlagMapping,
		Alloc: Allocator[MappingProxy](),
		Slots: Slots{
			New:      mappingProxyNew,
			Repr:     mappingProxyRepr,
			Str:      func(th *Thread, v Value) Value { return textResult(th.Str(proxied(v))) },
			Hash:     func(th *Thread, v Value) (int64, bool) { return th.Hash(proxied(v)) },
			Len:      func(th *Thread, v Value) (int, bool) { return th.Len(proxied(v)) },
			GetItem:  func(th *Thread, v, k Value) Value { return th.GetItem(proxied(v), k) },
			Contains: func(th *Thread, v, x Value) (bool, bool) { return th.Contains(proxied(v), x) },
			Iter:     func(th *Thread, v Value) Value { return th.Iter(proxied(v)) },
			Compare:  func(th *Thread, a, b Value, op CmpOp) Value { return th.Compare(proxied(a), b, op) },
			Binary:   [NumBinOps]BinaryFunc{OpOr: mappingProxyOr},
			InPlace:  [NumBinOps]BinaryFunc{OpOr: mappingProxyIOr},
		},
		Methods: []Method{
			{Name: "get", Sig: "key, default=None, /", Doc: "Return the value for key if key is in the mapping, else default.",
				F: func(th *Thread, v Value, a []Value) Value {
					return th.CallMethod(proxied(v), NewStr("get"), a[0], OrNone(a[1]))
				}},
			{Name: "keys", F0: forward("keys"), Doc: "D.keys() -> a set-like object providing a view on D's keys"},
			{Name: "values", F0: forward("values"), Doc: "D.values() -> an object providing a view on D's values"},
			{Name: "items", F0: forward("items"), Doc: "D.items() -> a set-like object providing a view on D's items"},
			{Name: "copy", F0: forward("copy"), Doc: "D.copy() -> a shallow copy of D"},
			{Name: "__reversed__", F0: forward("__reversed__"), Doc: "D.__reversed__() -> reverse iterator"},
			{Name: "__class_getitem__", Flags: ClassMethod, Sig: "object, /", Doc: "See PEP 585", F1: func(th *Thread, cls, x Value) Value { return NewGenericAlias(cls, x) }},
		},
	})
}

// forward calls a method of the mapping.
func forward(name string) func(th *Thread, v Value) Value {
	key := constStr(name)
	return func(th *Thread, v Value) Value { return th.CallMethod(proxied(v), key) }
}

func textResult(s string, ok bool) Value {
	if !ok {
		return Value{}
	}
	return StrValue(s)
}

var mappingProxySig = ParseSignature("mapping")

func mappingProxyNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	w := th.Window(1)
	defer th.Release(w)
	if !mappingProxySig.Bind(th, "mappingproxy", args, kw, w) {
		return Value{}
	}
	m := w[0]
	mt := m.Type()
	if mt.Slots.GetItem == nil || m.Is(&ListType) || m.Is(&TupleType) || m.Is(&StrType) {
		return th.TypeError("mappingproxy() argument must be a mapping, not %s", mt.Name)
	}
	return NewMappingProxy(m)
}

func mappingProxyRepr(th *Thread, v Value) Value {
	r, ok := th.Repr(proxied(v))
	if !ok {
		return Value{}
	}
	return StrValue("mappingproxy(" + r + ")")
}

func mappingProxyOr(th *Thread, a, b Value) Value {
	if p, ok := asMappingProxy(a); ok {
		a = p.Mapping
	}
	if p, ok := asMappingProxy(b); ok {
		b = p.Mapping
	}
	return th.BinaryOp(OpOr, a, b)
}

func mappingProxyIOr(th *Thread, a, b Value) Value {
	return th.TypeError("'|=' is not supported by mappingproxy; use '|' instead")
}
