// isinstance() and issubclass(): with tuples, unions, and the hooks __instancecheck__ and __subclasscheck__.
package object

var (
	strInstanceCheck = NewStr("__instancecheck__")
	strSubclassCheck = NewStr("__subclasscheck__")
	strBases         = NewStr("__bases__")
)

// IsInstanceOf is isinstance(v, cls) for any cls (CPython's PyObject_IsInstance).
func (th *Thread) IsInstanceOf(v, cls Value) (is, ok bool) {
	if t, isType := AsType(cls); isType {
		if v.H.Shape.Type == t {
			return true, true
		}
		if cls.H.Shape == &TypeType.Root {
			return th.RealIsInstance(v, cls)
		}
	}
	if t, isTuple := AsTuple(cls); isTuple {
		return th.anyOf(t, func(c Value) (bool, bool) { return th.IsInstanceOf(v, c) })
	}
	return th.classCheck(cls, strInstanceCheck, v, th.RealIsInstance)
}

// IsSubclassOf is issubclass(c, cls) for any cls (CPython's PyObject_IsSubclass).
func (th *Thread) IsSubclassOf(c, cls Value) (is, ok bool) {
	if cls.H.Shape == &TypeType.Root {
		if c == cls {
			return true, true
		}
		return th.RealIsSubclass(c, cls)
	}
	if t, isTuple := AsTuple(cls); isTuple {
		return th.anyOf(t, func(x Value) (bool, bool) { return th.IsSubclassOf(c, x) })
	}
	return th.classCheck(cls, strSubclassCheck, c, th.RealIsSubclass)
}

func (th *Thread) anyOf(t *Tuple, test func(Value) (bool, bool)) (is, ok bool) {
	if !th.Enter() {
		return false, false
	}
	defer th.Leave()
	for _, c := range t.Items {
		if is, ok = test(c); is || !ok {
			return is, ok
		}
	}
	return false, true
}

// classCheck asks the hook on the type of cls, or decides by real.
func (th *Thread) classCheck(cls Value, hook *Str, v Value, real func(v, cls Value) (bool, bool)) (is, ok bool) {
	t := cls.H.Shape.Type
	f := th.Lookup(t, hook)
	if f.H == nil {
		return real(v, cls)
	}
	if !th.Enter() {
		return false, false
	}
	r := th.callUnbound(f, cls, t, []Value{v})
	th.Leave()
	if r.H == nil {
		return false, false
	}
	return th.Truth(r)
}

// RealIsInstance is type.__instancecheck__: the class of v, or what v.__class__ says, derives from cls.
func (th *Thread) RealIsInstance(v, cls Value) (is, ok bool) {
	if t, isType := AsType(cls); isType {
		if v.H.Shape.Type.IsSubtype(t) {
			return true, true
		}
		if v.H.Shape.Type.Flags&FlagHeap == 0 {
			return false, true
		}
		c, ok := th.LookupAttr(v, strClass)
		if !ok || c.H == nil {
			return false, ok
		}
		ct, isType := AsType(c)
		return isType && ct != v.H.Shape.Type && ct.IsSubtype(t), true
	}
	bases, ok := th.basesOf(cls)
	if !ok {
		return false, false
	}
	if bases == nil {
		th.TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union")
		return false, false
	}
	c, ok := th.LookupAttr(v, strClass)
	if !ok || c.H == nil {
		return false, ok
	}
	return th.abstractIsSubclass(c, cls)
}

// RealIsSubclass is type.__subclasscheck__.
func (th *Thread) RealIsSubclass(c, cls Value) (is, ok bool) {
	ct, isType := AsType(c)
	t, isType2 := AsType(cls)
	if isType && isType2 {
		return ct.IsSubtype(t), true
	}
	for _, check := range [...]struct {
		v    Value
		text string
	}{{c, "issubclass() arg 1 must be a class"}, {cls, "issubclass() arg 2 must be a class, a tuple of classes, or a union"}} {
		bases, ok := th.basesOf(check.v)
		if !ok {
			return false, false
		}
		if bases == nil {
			th.TypeError("%s", check.text)
			return false, false
		}
	}
	return th.abstractIsSubclass(c, cls)
}

// basesOf returns cls.__bases__ if it is a tuple; anything that has such bases counts as a class.
func (th *Thread) basesOf(cls Value) (bases *Tuple, ok bool) {
	b, ok := th.LookupAttr(cls, strBases)
	if !ok || b.H == nil {
		return nil, ok
	}
	bases, _ = AsTuple(b)
	return bases, true
}

func (th *Thread) abstractIsSubclass(c, cls Value) (is, ok bool) {
	if c == cls {
		return true, true
	}
	bases, ok := th.basesOf(c)
	if !ok || bases == nil {
		return false, ok
	}
	return th.anyOf(bases, func(b Value) (bool, bool) { return th.abstractIsSubclass(b, cls) })
}
