// super: attribute lookup that starts behind a given class in the MRO.
package object

// Super is a super object; Obj is nil when unbound.
type Super struct {
	Header
	Class   *Type
	Obj     Value
	ObjType *Type
}

func init() {
	Define(&SuperType, Spec{Name: "super", Alloc: Allocator[Super](),
		Doc: "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\nsuper(type, obj) -> bound super object; requires isinstance(obj, type)\nsuper(type, type2) -> bound super object; requires issubclass(type2, type)\nTypical use to call a cooperative superclass method:\nclass C(B):\n    def meth(self, arg):\n        super().meth(arg)\nThis works for class methods too:\nclass C(B):\n    @classmethod\n    def cmeth(cls, arg):\n        super().cmeth(arg)\n",
		Slots: Slots{Repr: superRepr, GetAttr: superGetAttr, DescrGet: superDescrGet, Init: superInit,
			New: func(th *Thread, t *Type, args []Value, kw []*Str) Value { return allocate(t) }},
		Members: []Member{
			{Name: "__thisclass__", Doc: "the class invoking super()", Get: func(th *Thread, v Value) Value { return typeOrNone((*Super)(v.Ptr()).Class) }},
			{Name: "__self__", Doc: "the instance invoking super(); may be None", Get: func(th *Thread, v Value) Value { return OrNone((*Super)(v.Ptr()).Obj) }},
			{Name: "__self_class__", Doc: "the type of the instance invoking super(); may be None", Get: func(th *Thread, v Value) Value { return typeOrNone((*Super)(v.Ptr()).ObjType) }},
		},
	})
}

func typeOrNone(t *Type) Value {
	if t == nil {
		return None
	}
	return t.V()
}

func superInit(th *Thread, v Value, args []Value, kw []*Str) bool {
	s := (*Super)(v.Ptr())
	if len(kw) > 0 {
		th.TypeError("super() takes no keyword arguments")
		return false
	}
	if len(args) > 2 {
		th.TypeError("super() expected at most 2 arguments, got %d", len(args))
		return false
	}
	var cls, obj Value
	switch len(args) {
	case 0:
		var ok bool
		if th.Interp.Hooks.SuperArgs == nil {
			th.RuntimeError("super(): no current frame")
			return false
		}
		if cls, obj, ok = th.Interp.Hooks.SuperArgs(th); !ok {
			return false
		}
	case 2:
		obj = args[1]
		fallthrough
	default:
		cls = args[0]
	}
	t, ok := AsType(cls)
	if !ok {
		th.TypeError("super() argument 1 must be a type, not %s", cls.Type().TPName())
		return false
	}
	s.Class, s.Obj, s.ObjType = t, Value{}, nil
	if obj.H == nil || obj.IsNone() && len(args) == 2 {
		return true
	}
	if s.ObjType = th.superCheck(t, obj); s.ObjType == nil {
		return false
	}
	s.Obj = obj
	return true
}

// superCheck returns the class whose MRO super(t, obj) walks, or nil with a TypeError pending.
func (th *Thread) superCheck(t *Type, obj Value) *Type {
	if o, ok := AsType(obj); ok && (o == t || o.IsSubtype(t)) {
		return o
	}
	if ot := obj.Type(); ot.IsSubtype(t) {
		return ot
	}
	c, ok := th.LookupAttr(obj, strClass)
	if !ok {
		return nil
	}
	if c.H != nil {
		if ct, ok := AsType(c); ok && ct != obj.Type() && ct.IsSubtype(t) {
			return ct
		}
	}
	what, name := "instance of", obj.Type().FullName()
	if o, isType := AsType(obj); isType {
		what, name = "type", o.FullName()
	}
	th.TypeError("super(type, obj): obj (%s %s) is not an instance or subtype of type (%s).", what, name, t.FullName())
	return nil
}

// NewSuper returns super(t, obj).
func NewSuper(th *Thread, t *Type, obj Value) Value {
	ot := th.superCheck(t, obj)
	if ot == nil {
		return Value{}
	}
	return Value{&(&Super{Header{&SuperType.Root}, t, obj, ot}).Header, 0}
}

// SuperAttr is super(t, obj).name without the super object.
func (th *Thread) SuperAttr(t *Type, obj Value, name *Str) Value {
	ot := obj.H.Shape.Type
	if !ot.IsSubtype(t) || obj.H.Shape.Solid == &TypeType {
		if ot = th.superCheck(t, obj); ot == nil {
			return Value{}
		}
	}
	v, ok := th.superLookup(t, obj, ot, name)
	if !ok || v.H != nil {
		return v
	}
	s := Value{&(&Super{Header{&SuperType.Root}, t, obj, ot}).Header, 0}
	return th.GenericGetAttr(s, name)
}

// SuperMethod finds super(t, obj).name for a call: when bind is set, f is the bare function, to be called with obj
// as its first argument. A nil f says an exception is pending.
func (th *Thread) SuperMethod(t *Type, obj Value, name *Str) (f Value, bind bool) {
	ot := obj.H.Shape.Type
	if obj.H.Shape.Solid != &TypeType && ot.IsSubtype(t) {
		if d := th.superFindCached(t, ot, name); d.H != nil && d.H.Shape.Type.Flags&FlagMethod != 0 {
			return d, true
		}
	}
	return th.SuperAttr(t, obj, name), false
}

// superCacheEntry remembers what a method name means behind t in the MRO of ot. Only methods are kept: what else a
// class holds may be replaced without a new version.
type superCacheEntry struct {
	t, ot *Type
	name  *Str
	ver   uint32
	v     Value
}

const superCacheSize = 128

func (th *Thread) superFindCached(t, ot *Type, name *Str) Value {
	e := &th.Interp.superCache[(name.Hash()^ptrHash(t)^ptrHash(ot)<<3)%superCacheSize]
	if e.t == t && e.ot == ot && e.ver == ot.Root.Ver && (e.name == name || e.name.s == name.s) {
		return e.v
	}
	v := superFind(t, ot, name)
	if v.H != nil && v.H.Shape.Type.Flags&FlagMethod != 0 {
		*e = superCacheEntry{t, ot, name, ot.Root.Ver, v}
	}
	return v
}

// superFind finds name in the MRO of ot behind t.
func superFind(t, ot *Type, name *Str) Value {
	mro := ot.MRO
	for i, m := range mro {
		if m == t {
			for _, m := range mro[i+1:] {
				if v := m.Namespace().GetStr(name); v.H != nil {
					return v
				}
			}
			break
		}
	}
	return Value{}
}

// superLookup finds and binds an attribute; the nil Value with ok true: there is none.
func (th *Thread) superLookup(t *Type, obj Value, ot *Type, name *Str) (v Value, ok bool) {
	if name.s == "__class__" {
		return Value{}, true
	}
	v = superFind(t, ot, name)
	if v.H == nil {
		return v, true
	}
	if get := v.H.Shape.Type.DescrGet; get != nil {
		if obj == ot.V() {
			obj = Value{}
		}
		v = get(th, v, obj, ot.V())
	}
	return v, v.H != nil
}

func superGetAttr(th *Thread, v Value, name *Str) Value {
	s := (*Super)(v.Ptr())
	if s.ObjType != nil {
		x, ok := th.superLookup(s.Class, s.Obj, s.ObjType, name)
		if !ok || x.H != nil {
			return x
		}
	}
	return th.GenericGetAttr(v, name)
}

func superDescrGet(th *Thread, d, obj, owner Value) Value {
	s := (*Super)(d.Ptr())
	if obj.H == nil || obj.IsNone() || s.Obj.H != nil {
		return d
	}
	if d.Type() != &SuperType {
		return th.CallArgs(d.Type().V(), s.Class.V(), obj)
	}
	return NewSuper(th, s.Class, obj)
}

func superRepr(th *Thread, v Value) Value {
	s := (*Super)(v.Ptr())
	name := "NULL"
	if s.Class != nil {
		name = s.Class.Name
	}
	if s.ObjType == nil {
		return StrValue("<super: <class '" + name + "'>, NULL>")
	}
	return StrValue("<super: <class '" + name + "'>, <" + s.ObjType.Name + " object>>")
}
