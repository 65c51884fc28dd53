// object, the base of all classes, and what every object can do: comparison by identity, repr, formatting, dir(),
// copying and pickling.
package object

import "unsafe"

func init() {
	var o Instance
	Define(&ObjectType, Spec{Name: "object",
		Doc: "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n",
		Alloc: Alloc{
			New:    func(t *Type) Value { return Value{&(&Instance{Header: Header{&t.Root}}).Header, 0} },
			NewSub: func(t *Type) Value { return Value{&NewInstance(t).Header, 0} },
			SubOff: unsafe.Offsetof(o.Attrs),
		},
		Slots: Slots{
			Repr: objectRepr, Str: objectStr, Hash: objectHash, Compare: objectCompare, New: objectNew, Init: objectInit,
			GetAttr: func(th *Thread, v Value, name *Str) Value { return th.GenericGetAttr(v, name) },
			SetAttr: func(th *Thread, v Value, name *Str, x Value) bool { return th.GenericSetAttr(v, name, x) },
		},
		Methods: []Method{
			{Name: "__reduce_ex__", Sig: "protocol, /", Doc: "Helper for pickle.", F1: objectReduceEx},
			{Name: "__reduce__", Doc: "Helper for pickle.", F0: func(th *Thread, v Value) Value { return th.reduceOld(v, 0) }},
			{Name: "__getstate__", Doc: "Helper for pickle.", F0: objectGetState},
			{Name: "__subclasshook__", Flags: ClassMethod, Sig: "object, /", Doc: "Abstract classes can override this to customize issubclass().\n\nThis is invoked early on by abc.ABCMeta.__subclasscheck__().\nIt should return True, False or NotImplemented.  If it returns\nNotImplemented, the normal algorithm is used.  Otherwise, it\noverrides the normal algorithm (and the outcome is cached).\n",
				Raw: func(th *Thread, self Value, a []Value, kw []*Str) Value { return NotImplemented }},
			{Name: "__init_subclass__", Flags: ClassMethod, Doc: "This method is called when a class is subclassed.\n\nThe default implementation does nothing. It may be\noverridden to extend subclasses.\n",
				Raw: objectInitSubclass},
			{Name: "__format__", Sig: "format_spec, /", Doc: "Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.", F1: objectFormat},
			{Name: "__sizeof__", Doc: "Size of object in memory, in bytes.", F0: func(th *Thread, v Value) Value { return Int(basicSize(v.Type())) }},
			{Name: "__dir__", Doc: "Default dir() implementation.", F0: objectDir},
		},
		Getset: []Getset{{Name: "__class__", Doc: "the object's class", Get: func(th *Thread, v Value) Value { return v.Type().V() }, Set: setClass}},
	})
}

func objectRepr(th *Thread, v Value) Value {
	t := v.Type()
	if m, ok := GoString(t.module()); ok && m != "builtins" {
		return StrValue("<" + m + "." + t.Qualname + " object at " + Address(v) + ">")
	}
	return StrValue("<" + t.Qualname + " object at " + Address(v) + ">")
}

func objectStr(th *Thread, v Value) Value {
	if f := v.H.Shape.Type.Repr; f != nil {
		return f(th, v)
	}
	return objectRepr(th, v)
}

func objectHash(th *Thread, v Value) (int64, bool) {
	h := int64(uintptr(unsafe.Pointer(v.H)) >> 4)
	return h, true
}

func objectCompare(th *Thread, a, b Value, op CmpOp) Value {
	switch op {
	case CmpEQ:
		if a == b {
			return True
		}
	case CmpNE:
		if cmp := a.H.Shape.Type.Compare; cmp != nil {
			r := cmp(th, a, b, CmpEQ)
			if r.H == nil || r == NotImplemented {
				return r
			}
			eq, ok := th.Truth(r)
			return boolResult(!eq, ok)
		}
	}
	return NotImplemented
}

func objectInitSubclass(th *Thread, cls Value, a []Value, kw []*Str) Value {
	t, _ := AsType(cls)
	if len(kw) > 0 {
		return th.TypeError("%s.__init_subclass__() takes no keyword arguments", t.Name)
	}
	if len(a) > 0 {
		return th.TypeError("%s.__init_subclass__() takes no arguments (%d given)", t.Name, len(a))
	}
	return None
}

func objectFormat(th *Thread, v, spec Value) Value {
	s, ok := AsStr(spec)
	if !ok {
		return th.TypeError("__format__() argument must be str, not %s", typeNameOf(spec))
	}
	if s.s != "" {
		return th.TypeError("unsupported format string passed to %s.__format__", v.Type().FullName())
	}
	text, ok := th.Str(v)
	if !ok {
		return Value{}
	}
	return StrValue(text)
}

// objectDir is object.__dir__: the names in the instance's __dict__ and in its class.
func objectDir(th *Thread, v Value) Value {
	d := NewDict()
	own, ok := th.LookupAttr(v, strDict)
	if !ok {
		return Value{}
	}
	if own.H != nil {
		if _, isDict := AsDict(own); isDict && !th.mergeKeys(d, own) {
			return Value{}
		}
	}
	cls, ok := th.LookupAttr(v, strClass)
	if !ok {
		return Value{}
	}
	if cls.H != nil && !th.mergeClassDict(d, cls) {
		return Value{}
	}
	return d.keyList().V()
}
