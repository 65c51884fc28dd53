// Rows of slotDefs for calling, making and ending objects, their attributes and descriptors.
package object

func addObjectSlots(add func(slotDef)) {
	addCallSlots(add)
	addGetAttrSlots(add)
	addSetAttrSlots(add)
	addDescriptorGetSlot(add)
	addDescriptorSetSlots(add)
	addDelSlot(add)
}

func addCallSlots(add func(slotDef)) {
	strCall, strInit := NewStr("__call__"), NewStr("__init__")
	add(slotDef{name: "__call__", slot: "Call",
		has:     func(s *Slots) bool { return s.Call != nil },
		inherit: func(dst, src *Slots) { dst.Call = src.Call },
		generic: func(dst *Slots) {
			dst.Call = func(th *Thread, f Value, args []Value, kw []*Str) Value {
				return th.callSpecialKw(f, strCall, args, kw)
			}
		},
	})
	add(slotDef{name: "__init__", slot: "Init",
		has:     func(s *Slots) bool { return s.Init != nil },
		inherit: func(dst, src *Slots) { dst.Init = src.Init },
		generic: func(dst *Slots) {
			dst.Init = func(th *Thread, v Value, args []Value, kw []*Str) bool {
				r := th.callSpecialKw(v, strInit, args, kw)
				if r.H != nil && !r.IsNone() {
					th.TypeError("__init__() should return None, not '%s'", r.Type().TPName())
					return false
				}
				return r.H != nil
			}
		},
	})
}

func addGetAttrSlots(add func(slotDef)) {
	strGetattribute, strGetattr := NewStr("__getattribute__"), NewStr("__getattr__")
	getGeneric := func(dst *Slots) {
		dst.GetAttr = func(th *Thread, v Value, name *Str) Value {
			return th.userGetAttr(v, name, strGetattribute, strGetattr)
		}
	}
	add(slotDef{name: "__getattribute__", sig: "name, /", slot: "GetAttr",
		has:     func(s *Slots) bool { return s.GetAttr != nil },
		inherit: func(dst, src *Slots) { dst.GetAttr = src.GetAttr },
		generic: getGeneric,
		wrap: func(th *Thread, s *Slots, self Value, a []Value) Value {
			name := th.attrName(a[0])
			if name == nil {
				return Value{}
			}
			return s.GetAttr(th, self, name)
		}})
	add(slotDef{name: "__getattr__", sig: "name, /", slot: "GetAttr", has: func(*Slots) bool { return false }, generic: getGeneric})
}

func addSetAttrSlots(add func(slotDef)) {
	strSetattr, strDelattr := NewStr("__setattr__"), NewStr("__delattr__")
	setGeneric := func(dst *Slots) {
		dst.SetAttr = func(th *Thread, v Value, name *Str, x Value) bool {
			if x.H == nil {
				return th.callSlot(v, strDelattr, name.V()).H != nil
			}
			return th.callSlot(v, strSetattr, name.V(), x).H != nil
		}
	}
	setRow := func(name, sig string, wrap func(th *Thread, s *Slots, self Value, a []Value) Value) {
		add(slotDef{name: name, sig: sig, slot: "SetAttr", generic: setGeneric, wrap: wrap,
			has:     func(s *Slots) bool { return s.SetAttr != nil },
			inherit: func(dst, src *Slots) { dst.SetAttr = src.SetAttr }})
	}
	setRow("__setattr__", "name, value, /", func(th *Thread, s *Slots, self Value, a []Value) Value {
		name := th.attrName(a[0])
		return noneIf(name != nil && th.setAttrAllowed(s, self, "__setattr__") && s.SetAttr(th, self, name, a[1]))
	})
	setRow("__delattr__", "name, /", func(th *Thread, s *Slots, self Value, a []Value) Value {
		name := th.attrName(a[0])
		return noneIf(name != nil && th.setAttrAllowed(s, self, "__delattr__") && s.SetAttr(th, self, name, Value{}))
	})
}

func addDescriptorGetSlot(add func(slotDef)) {
	strGet := NewStr("__get__")
	add(slotDef{name: "__get__", sig: "instance, owner=None, /", slot: "DescrGet",
		has:     func(s *Slots) bool { return s.DescrGet != nil },
		inherit: func(dst, src *Slots) { dst.DescrGet = src.DescrGet },
		generic: func(dst *Slots) {
			dst.DescrGet = func(th *Thread, d, obj, owner Value) Value {
				if obj.H == nil {
					obj = None
				}
				if owner.H == nil {
					owner = None
				}
				return th.callSlot(d, strGet, obj, owner)
			}
		},
		wrap: func(th *Thread, s *Slots, self Value, a []Value) Value {
			obj, owner := a[0], Value{}
			if obj.IsNone() {
				obj = Value{}
			}
			if len(a) > 1 && !a[1].IsNone() {
				owner = a[1]
			}
			if obj.H == nil && owner.H == nil {
				return th.TypeError("__get__(None, None) is invalid")
			}
			return s.DescrGet(th, self, obj, owner)
		}})
}

func addDescriptorSetSlots(add func(slotDef)) {
	strSet, strDelete := NewStr("__set__"), NewStr("__delete__")
	descrGeneric := func(dst *Slots) {
		dst.DescrSet = func(th *Thread, d, obj, x Value) bool {
			name, args := strSet, []Value{obj, x}
			if x.H == nil {
				name, args = strDelete, args[:1]
			}
			r, ok := th.CallSpecial(d, name, args...)
			if !ok {
				th.AttributeError(d, name, "%s", name.s)
			}
			return r.H != nil
		}
	}
	addSetter(add, "DescrSet", func(s *Slots) *setSlot { return &s.DescrSet }, descrGeneric,
		slotDef{name: "__set__", sig: "instance, value, /"}, slotDef{name: "__delete__", sig: "instance, /"})
}

func addDelSlot(add func(slotDef)) {
	strDel := NewStr("__del__")
	add(slotDef{name: "__del__", slot: "Del",
		has:     func(s *Slots) bool { return s.Del != nil },
		inherit: func(dst, src *Slots) { dst.Del = src.Del },
		generic: func(dst *Slots) { dst.Del = func(th *Thread, v Value) { th.callSlot(v, strDel) } },
		wrap:    func(th *Thread, s *Slots, self Value, a []Value) Value { s.Del(th, self); return None },
	})
}

// attrName returns the name of an attribute; nil: it is no string, and the TypeError is raised.
func (th *Thread) attrName(v Value) *Str {
	name, ok := AsStr(v)
	if !ok {
		th.TypeError("attribute name must be string, not '%s'", v.Type().TPName())
	}
	return name
}

// setAttrAllowed keeps object.__setattr__(cls, …) from going past the one of a type in Go (CPython's hackcheck).
func (th *Thread) setAttrAllowed(s *Slots, self Value, what string) bool {
	for _, m := range self.Type().MRO {
		if m.own == s {
			return true
		}
		if m.Flags&FlagHeap == 0 && m.own.SetAttr != nil {
			th.TypeError("can't apply this %s to %s object", what, self.Type().FullName())
			return false
		}
	}
	return true
}

// userGetAttr is attribute access on a class with __getattribute__ or __getattr__.
func (th *Thread) userGetAttr(v Value, name, getattribute, getattr *Str) Value {
	t := v.H.Shape.Type
	var x Value
	g := th.Lookup(t, getattribute)
	if w, ok := asSlotWrapper(g); ok {
		x = w.Owner.own.GetAttr(th, v, name)
	} else {
		x = th.callUnbound(g, v, t, []Value{name.V()})
	}
	if x.H != nil || !th.Pending(&AttributeErrorType) {
		return x
	}
	f := th.Lookup(t, getattr)
	if f.H != nil {
		th.Exc = Value{}
		x = th.callUnbound(f, v, t, []Value{name.V()})
	}
	if x.H == nil {
		th.AttrContext(v, name)
	}
	return x
}

// slotNew is the New slot of classes with a __new__ written in Python.
func slotNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	f := th.GetAttr(t.V(), strNew)
	if f.H == nil {
		return f
	}
	w := th.Window(len(args) + 1)
	w[0] = t.V()
	copy(w[1:], args)
	r := th.Call(f, w, kw)
	th.Release(w)
	return r
}
