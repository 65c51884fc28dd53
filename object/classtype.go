// type, the class of classes.
package object

func init() {
	Define(&TypeType, Spec{Name: "type", Sig: "object_or_name, bases, dict, /", Flags: FlagType,
		Doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
		Slots: Slots{
			Repr: typeRepr, Call: typeCall, GetAttr: typeGetAttr, SetAttr: typeSetAttr, New: typeNew, Init: typeInit,
			Binary: [NumBinOps]BinaryFunc{OpOr: unionOr},
		},
		Methods: []Method{
			{Name: "mro", Doc: "Return a type's method resolution order.", F0: typeMRO},
			{Name: "__subclasses__", Doc: "Return a list of immediate subclasses.", F0: typeSubclasses},
			{Name: "__prepare__", Flags: ClassMethod, Doc: "Create the namespace for the class statement", Sig: "*args, **kwargs",
				Raw: func(th *Thread, self Value, a []Value, kw []*Str) Value { return NewDict().V() }},
			{Name: "__instancecheck__", Sig: "instance, /", Doc: "Check if an object is an instance.", F1: typeInstanceCheck},
			{Name: "__subclasscheck__", Sig: "subclass, /", Doc: "Check if a class is a subclass.", F1: typeSubclassCheck},
			{Name: "__dir__", Doc: "Specialized __dir__ implementation for types.", F0: typeDir},
			{Name: "__sizeof__", Doc: "Return memory consumption of the type object.", F0: func(th *Thread, v Value) Value { return Int(1064) }},
		},
		Getset: typeGetset, Members: typeMembers,
	})
	// Classes keep their attributes in their namespace: no instance layout beyond Type.
	TypeType.Alloc = Alloc{}
	TypeType.Solid = &TypeType
	TypeType.Root.Solid = &TypeType
}

func typeMRO(th *Thread, v Value) Value {
	mro, ok := th.c3(typeOf(v))
	if !ok {
		return Value{}
	}
	items := make([]Value, len(mro))
	for i, t := range mro {
		items[i] = t.V()
	}
	return NewList(items).V()
}

func typeSubclasses(th *Thread, v Value) Value {
	subs := th.Subclasses(typeOf(v))
	items := make([]Value, len(subs))
	for i, t := range subs {
		items[i] = t.V()
	}
	return NewList(items).V()
}

// typeDir merges the namespaces of the class and its bases (merge_class_dict).
func typeDir(th *Thread, v Value) Value {
	d := NewDict()
	if !th.mergeClassDict(d, v) {
		return Value{}
	}
	return d.keyList().V()
}

func (th *Thread) mergeClassDict(into *Dict, class Value) bool {
	ns, ok := th.LookupAttr(class, strDict)
	if !ok {
		return false
	}
	if ns.H != nil && !th.mergeKeys(into, ns) {
		return false
	}
	bases, ok := th.LookupAttr(class, strBases)
	if !ok {
		return false
	}
	if bases.H == nil {
		return true
	}
	return th.ForEach(bases, func(b Value) bool { return th.mergeClassDict(into, b) })
}

// mergeKeys adds the keys of mapping m.
func (th *Thread) mergeKeys(into *Dict, m Value) bool {
	if p, ok := asMappingProxy(m); ok {
		m = p.Mapping
	}
	ok := true
	if d, isDict := AsDict(m); isDict {
		for pos := 0; ok; {
			k, _, next, more := d.Next(pos)
			if !more {
				break
			}
			pos = next
			ok = into.Set(th, k, None)
		}
		return ok
	}
	return th.ForEach(m, func(k Value) bool { return into.Set(th, k, None) })
}

func (d *Dict) keyList() *List {
	items := make([]Value, 0, d.Len())
	for pos := 0; ; {
		k, _, next, more := d.Next(pos)
		if !more {
			return NewList(items)
		}
		pos = next
		items = append(items, k)
	}
}

// classGetItem is C[key] for a class C whose metaclass has no __getitem__: C.__class_getitem__(key). ok false: C is
// not subscriptable.
func (th *Thread) classGetItem(t *Type, key Value) (r Value, ok bool) {
	if t == &TypeType {
		return NewGenericAlias(t.V(), key), true
	}
	f, ok := th.LookupAttr(t.V(), strClassGetitem)
	if !ok {
		return Value{}, true
	}
	if f.H == nil || f.IsNone() {
		return th.TypeError("type '%s' is not subscriptable", t.FullName()), true
	}
	return th.CallArgs(f, key), true
}
