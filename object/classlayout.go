// How a class lays out its instances: the base that decides it, and __slots__.
package object

// layoutBase returns the nearest base of t (or t) that adds to the layout: a builtin type with a struct of its own,
// or a class with __slots__ (CPython's solid_base).
func layoutBase(t *Type) *Type {
	for t.Base != nil {
		if t.Flags&FlagHeap == 0 {
			if t.Solid == t {
				return t
			}
		} else if t.NSlots > t.Base.NSlots {
			return t
		}
		t = t.Base
	}
	return t
}

// bestBase returns the base that decides the layout, or nil with an exception pending.
func bestBase(th *Thread, bases []*Type) *Type {
	var base, winner *Type
	for _, b := range bases {
		if b.Flags&FlagFinal != 0 {
			th.TypeError("type '%s' is not an acceptable base type", b.FullName())
			return nil
		}
		candidate := layoutBase(b)
		switch {
		case winner == nil || candidate != winner && candidate.IsSubtype(winner):
			winner, base = candidate, b
		case winner.IsSubtype(candidate):
		default:
			th.TypeError("multiple bases have instance lay-out conflict")
			return nil
		}
	}
	return base
}

// FullName is the name in error texts about types that CPython writes in C: "collections.deque".
func (t *Type) FullName() string {
	if t.Flags&FlagHeap == 0 && t.Module != "builtins" {
		return t.Module + "." + t.Name
	}
	return t.Name
}

// hasDict reports whether instances of t have a __dict__.
func (t *Type) hasDict() bool {
	return t.DictOf != nil || t.AttrsOff != 0 && t.Flags&FlagNoDict == 0
}

// initLayout sets what allocation and attribute access need to know of t, and makes the members of __slots__.
func (th *Thread) initLayout(t *Type) bool {
	base := t.Base
	t.Solid = base.Solid
	t.Alloc = base.Alloc
	t.AttrsOff = t.SubOff
	t.DictOf = base.DictOf
	t.NSlots = base.NSlots
	t.attrHint = t.NSlots
	t.excFields = base.excFields
	for _, b := range t.Bases {
		if len(b.excFields) > len(t.excFields) {
			t.excFields = b.excFields // class E(MyError, OSError): the fields are OSError's
		}
	}
	slots := t.attrs.GetStr(strSlots)
	mayDict := t.SubOff != 0 && t.DictOf == nil
	switch {
	case slots.H == nil:
		if base.Flags&FlagHeap != 0 && base.AttrsOff != 0 {
			t.attrHint = base.attrHint
		}
		addDict := mayDict && !(base.Flags&FlagHeap != 0 && base.hasDict() || base.Flags&FlagException != 0 && base.Flags&FlagHeap == 0)
		t.addInstanceGetsets(addDict, !base.hasWeakref())
		return true
	default:
		return th.addSlots(t, slots)
	}
}

// hasWeakref reports whether instances of t can be weakly referenced (as far as Python code is told).
func (t *Type) hasWeakref() bool {
	if t.Flags&FlagHeap != 0 {
		return t.Flags&FlagNoWeakref == 0
	}
	return false
}

// addInstanceGetsets puts the descriptors of __dict__ and __weakref__ into the namespace of t.
func (t *Type) addInstanceGetsets(dict, weakref bool) {
	if dict && t.attrs.FindStr(strDict) < 0 {
		t.attrs.SetStr(strDict, newGetset(t, &instanceDict))
	}
	if weakref && t.attrs.FindStr(strWeakref) < 0 {
		t.attrs.SetStr(strWeakref, newGetset(t, &instanceWeakref))
	}
}

// weakReferable are the builtin types to whose instances, and those of subclasses with __slots__, CPython has weak references.
var weakReferable = map[*Type]bool{&SetType: true, &FrozenSetType: true, &GenericAliasType: true, &TypeType: true, &ModuleType: true}

// addSlots interprets __slots__.
func (th *Thread) addSlots(t *Type, slots Value) bool {
	names, ok := th.slotList(t, slots)
	if !ok {
		return false
	}
	base := t.Base
	if base.Flags&FlagNoWeakref != 0 || base.Flags&FlagHeap == 0 && !weakReferable[base] {
		t.Flags |= FlagNoWeakref
	}
	if !base.hasDict() {
		t.Flags |= FlagNoDict
	}
	wantDict, wantWeakref := false, false
	if len(names) > 0 && (t.SubOff == 0 || varSized(base)) {
		th.TypeError("nonempty __slots__ not supported for subtype of '%s'", base.Name)
		return false
	}
	for _, n := range names {
		switch n.s {
		case "__dict__":
			if wantDict || t.Flags&FlagNoDict == 0 {
				th.TypeError("__dict__ slot disallowed: we already got one")
				return false
			}
			wantDict = true
			continue
		case "__weakref__":
			if wantWeakref || t.Flags&FlagNoWeakref == 0 {
				th.TypeError("__weakref__ slot disallowed: we already got one")
				return false
			}
			wantWeakref = true
			continue
		}
		n = mangle(t.Name, n)
		if t.attrs.FindStr(n) >= 0 && n.s != "__qualname__" && n.s != "__classcell__" {
			k, _ := th.Repr(n.V())
			th.ValueError("%s in __slots__ conflicts with class variable", k)
			return false
		}
		t.slotNames = append(t.slotNames, n)
	}
	if wantDict {
		t.Flags &^= FlagNoDict
	}
	if wantWeakref {
		t.Flags &^= FlagNoWeakref
	}
	th.otherBasesLayout(t)
	sortNames(t.slotNames)
	for i, n := range t.slotNames {
		t.attrs.SetStr(n, newSlotMember(t, n, base.NSlots+i))
	}
	t.NSlots = base.NSlots + len(t.slotNames)
	t.attrHint = max(t.attrHint, t.NSlots)
	t.addInstanceGetsets(wantDict, wantWeakref)
	return true
}

// otherBasesLayout gives t the dict and the weak references that a base beside the deciding one has.
func (th *Thread) otherBasesLayout(t *Type) {
	for _, b := range t.Bases {
		if b == t.Base || b.Flags&FlagHeap == 0 {
			continue
		}
		if b.hasDict() {
			t.Flags &^= FlagNoDict
		}
		if b.hasWeakref() {
			t.Flags &^= FlagNoWeakref
		}
	}
}

// varSized reports whether CPython stores instances of t with a variable part, which leaves no room for slots.
func varSized(t *Type) bool {
	switch t.Solid {
	case &IntType, &TupleType, &BytesType, &TypeType:
		return true
	}
	return false
}

func (th *Thread) slotList(t *Type, slots Value) ([]*Str, bool) {
	items := []Value{slots}
	if _, ok := AsStr(slots); !ok {
		var ok bool
		if items, ok = th.Collect(slots); !ok {
			return nil, false
		}
	}
	var names []*Str
	for _, v := range items {
		s, ok := AsStr(v)
		if !ok {
			th.TypeError("__slots__ items must be strings, not '%s'", v.Type().TPName())
			return nil, false
		}
		if !IsIdentifier(s.s) {
			th.TypeError("__slots__ must be identifiers")
			return nil, false
		}
		names = append(names, s)
	}
	return names, true
}

// mangle is name mangling of private names.
func mangle(class string, name *Str) *Str {
	s := name.s
	if len(s) < 2 || s[:2] != "__" || s[len(s)-2:] == "__" {
		return name
	}
	for len(class) > 0 && class[0] == '_' {
		class = class[1:]
	}
	if class == "" {
		return name
	}
	return NewStr("_" + class + s)
}

func sortNames(names []*Str) {
	for i := 1; i < len(names); i++ {
		for j := i; j > 0 && names[j].s < names[j-1].s; j-- {
			names[j], names[j-1] = names[j-1], names[j]
		}
	}
}

// HasDict reports whether v can have attributes of its own.
func HasDict(v Value) bool { return v.Type().hasDict() }

// DictGetset is the row for __dict__ of builtin types whose instances keep one (Spec.DictOf).
var DictGetset = Getset{Name: "__dict__", Get: func(th *Thread, v Value) Value { return instanceDict.Get(th, v) },
	Set: func(th *Thread, v, x Value) bool { return instanceDict.Set(th, v, x) }}

// instanceDict and instanceWeakref are the __dict__ and __weakref__ of instances.
var instanceDict = Getset{Name: "__dict__", Doc: "dictionary for instance variables",
	Get: func(th *Thread, self Value) Value {
		if t, ok := AsType(self); ok {
			return NewMappingProxy(t.Namespace().V())
		}
		d := DictOfInstance(self)
		if d == nil {
			return th.noAttribute(self, self.Type(), strDict)
		}
		return d.V()
	},
	Set: func(th *Thread, self, x Value) bool {
		if self.Is(&TypeType) {
			th.Raise(&AttributeErrorType, "attribute '__dict__' of 'type' objects is not writable")
			return false
		}
		if x.H == nil {
			x = NewDict().V()
		}
		d, ok := AsDict(x)
		if !ok {
			th.TypeError("__dict__ must be set to a dictionary, not a '%s'", x.Type().TPName())
			return false
		}
		if !SetDictOfInstance(self, d) {
			th.AttributeError(self, strDict, "'%s' object has no attribute '__dict__'", self.Type().Name)
			return false
		}
		return true
	},
}

var instanceWeakref = Getset{Name: "__weakref__", Doc: "list of weak references to the object",
	Get: func(th *Thread, self Value) Value {
		if h := th.Interp.Hooks.WeakrefOf; h != nil {
			return h(th, self)
		}
		return None
	},
}

// instanceDictRow is the row of types in Go whose instances keep a dict; a variable, because the row leads to all types.
var instanceDictRow *Getset

func init() { instanceDictRow = &instanceDict }
