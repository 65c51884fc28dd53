// isinstance and issubclass.
package object

// IsInstanceOf is isinstance(v, cls).
func (th *Thread) IsInstanceOf(v, cls Value) (is, ok bool) {
	if t, isType := AsType(cls); isType {
		if v.H.Shape.Type == t {
			return true, true
		}
		if cls.H.Shape == &TypeType.Root {
			return th.plainInstance(v, t)
		}
	}
	if cls.IsExact(&UnionType) {
		return th.anyOf((*Union)(cls.Ptr()).Args, v, (*Thread).IsInstanceOf)
	}
	if tuple, isTuple := AsTuple(cls); isTuple {
		return th.anyOf(tuple.Items, v, (*Thread).IsInstanceOf)
	}
	if r, found := th.CallSpecial(cls, strInstanceCheck, v); found {
		if r.H == nil {
			return false, false
		}
		return th.Truth(r)
	}
	return th.RealIsInstance(v, cls)
}

// anyOf asks check for each class in turn, guarding against endless nesting of tuples.
func (th *Thread) anyOf(classes []Value, v Value, check func(*Thread, Value, Value) (bool, bool)) (is, ok bool) {
	if !th.Enter() {
		return false, false
	}
	defer th.Leave()
	for _, c := range classes {
		if is, ok = check(th, v, c); is || !ok {
			return is, ok
		}
	}
	return false, true
}

// plainInstance is type.__instancecheck__: the class of v, or what v.__class__ claims.
func (th *Thread) plainInstance(v Value, t *Type) (is, ok bool) {
	vt := v.H.Shape.Type
	if vt == t || vt.IsSubtype(t) {
		return true, true
	}
	if !vt.fakesClass(th) {
		return false, true
	}
	c, ok := th.LookupAttr(v, strClass)
	if !ok {
		return false, false
	}
	if c.H == nil {
		return false, true
	}
	ct, isType := AsType(c)
	return isType && ct != vt && ct.IsSubtype(t), true
}

// fakesClass reports whether __class__ of instances of t may be something else than t.
func (t *Type) fakesClass(th *Thread) bool {
	if t.Slots.GetAttr != nil {
		return t.Flags&FlagHeap != 0 || t.Solid != &TypeType && t.Solid != &ModuleType
	}
	d := th.Lookup(t, strClass)
	return !d.IsExact(&GetsetDescriptorType) || (*getsetDescriptor)(d.Ptr()).Owner != &ObjectType
}

// RealIsInstance is type.__instancecheck__; it also handles class-like objects that are no types.
func (th *Thread) RealIsInstance(v, cls Value) (is, ok bool) {
	if t, isType := AsType(cls); isType {
		return th.plainInstance(v, t)
	}
	if !th.checkClass(cls, "isinstance() arg 2 must be a type, a tuple of types, or a union") {
		return false, false
	}
	c, ok := th.LookupAttr(v, strClass)
	if !ok || c.H == nil {
		return false, ok
	}
	return th.abstractSubclass(c, cls)
}

// IsSubclassOf is issubclass(v, cls).
func (th *Thread) IsSubclassOf(v, cls Value) (is, ok bool) {
	if cls.H.Shape == &TypeType.Root {
		if v == cls {
			return true, true
		}
		return th.RealIsSubclass(v, cls)
	}
	if cls.IsExact(&UnionType) {
		return th.anyOf((*Union)(cls.Ptr()).Args, v, (*Thread).IsSubclassOf)
	}
	if tuple, isTuple := AsTuple(cls); isTuple {
		return th.anyOf(tuple.Items, v, (*Thread).IsSubclassOf)
	}
	if r, found := th.CallSpecial(cls, strSubclassCheck, v); found {
		if r.H == nil {
			return false, false
		}
		return th.Truth(r)
	}
	return th.RealIsSubclass(v, cls)
}

// RealIsSubclass is type.__subclasscheck__.
func (th *Thread) RealIsSubclass(v, cls Value) (is, ok bool) {
	t, isType := AsType(v)
	c, isClass := AsType(cls)
	if isType && isClass {
		return t.IsSubtype(c), true
	}
	if !th.checkClass(v, "issubclass() arg 1 must be a class") ||
		!th.checkClass(cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union") {
		return false, false
	}
	return th.abstractSubclass(v, cls)
}

// checkClass accepts whatever has a tuple of __bases__.
func (th *Thread) checkClass(v Value, message string) bool {
	if _, ok := AsType(v); ok {
		return true
	}
	b, ok := th.abstractBases(v)
	if ok && b == nil {
		th.TypeError("%s", message)
		return false
	}
	return ok
}

func (th *Thread) abstractBases(v Value) (*Tuple, bool) {
	b, ok := th.LookupAttr(v, strBases)
	if !ok || b.H == nil {
		return nil, ok
	}
	t, isTuple := AsTuple(b)
	if !isTuple {
		return nil, true
	}
	return t, true
}

// abstractSubclass follows __bases__ upwards.
func (th *Thread) abstractSubclass(v, cls Value) (is, ok bool) {
	if v == cls {
		return true, true
	}
	if !th.Enter() {
		return false, false
	}
	defer th.Leave()
	bases, ok := th.abstractBases(v)
	if !ok || bases == nil {
		return false, ok
	}
	for _, b := range bases.Items {
		if is, ok = th.abstractSubclass(b, cls); is || !ok {
			return is, ok
		}
	}
	return false, true
}

func typeInstanceCheck(th *Thread, cls, v Value) Value {
	return boolResult(th.RealIsInstance(v, cls))
}

func typeSubclassCheck(th *Thread, cls, v Value) Value { return boolResult(th.RealIsSubclass(v, cls)) }
