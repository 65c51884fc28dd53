// Rows of slotDefs for containers and truth: __len__, items, __contains__, __bool__, __buffer__.
package object

func addContainerSlots(add func(slotDef)) {
	addBufferSlot(add)
	addLenSlot(add)
	addItemSlots(add)
	addContainsSlot(add)
	addBoolSlot(add)
}

func addLenSlot(add func(slotDef)) {
	strLen := NewStr("__len__")
	add(slotDef{name: "__len__", slot: "Len",
		has:     func(s *Slots) bool { return s.Len != nil },
		inherit: func(dst, src *Slots) { dst.Len = src.Len },
		generic: func(dst *Slots) {
			dst.Len = func(th *Thread, v Value) (int, bool) { return th.lenResult(th.callSlot(v, strLen)) }
		},
		wrap: func(th *Thread, s *Slots, self Value, a []Value) Value {
			n, ok := s.Len(th, self)
			if !ok {
				return Value{}
			}
			return Int(int64(n))
		},
	})
}

// lenResult checks what __len__ returned.
func (th *Thread) lenResult(r Value) (int, bool) {
	if r.H == nil {
		return 0, false
	}
	if r = th.Index(r); r.H == nil {
		return 0, false
	}
	n, ok := AsInt64(r)
	if !ok {
		if b, _ := BigOf(r); b.Sign() > 0 {
			th.OverflowError("cannot fit '%s' into an index-sized integer", r.Type().Name)
			return 0, false
		}
		n = -1
	}
	if n < 0 {
		th.ValueError("__len__() should return >= 0")
		return 0, false
	}
	return int(n), true
}

func addItemSlots(add func(slotDef)) {
	strGetitem, strSetitem, strDelitem := NewStr("__getitem__"), NewStr("__setitem__"), NewStr("__delitem__")
	add(slotDef{name: "__getitem__", sig: "key, /", slot: "GetItem",
		has:     func(s *Slots) bool { return s.GetItem != nil },
		inherit: func(dst, src *Slots) { dst.GetItem = src.GetItem },
		generic: func(dst *Slots) {
			dst.GetItem = func(th *Thread, v, k Value) Value { return th.callSlot1(v, strGetitem, k) }
		},
		wrap: func(th *Thread, s *Slots, self Value, a []Value) Value { return s.GetItem(th, self, a[0]) },
	})
	setGeneric := func(dst *Slots) {
		dst.SetItem = func(th *Thread, v, k, x Value) bool {
			if x.H != nil {
				if r, ok := th.CallSpecial(v, strSetitem, k, x); ok {
					return r.H != nil
				}
				th.Raise(&AttributeErrorType, strSetitem.s)
				return false
			}
			if r, ok := th.CallSpecial(v, strDelitem, k); ok {
				return r.H != nil
			}
			th.Raise(&AttributeErrorType, strDelitem.s)
			return false
		}
	}
	addSetter(add, "SetItem", func(s *Slots) *setSlot { return &s.SetItem }, setGeneric,
		slotDef{name: "__setitem__", sig: "key, value, /"}, slotDef{name: "__delitem__", sig: "key, /"})
}

// setSlot is a slot that sets what belongs to a key, or deletes it if x is nil.
type setSlot = func(th *Thread, v, key, x Value) bool

// addSetter adds the special methods set and del, which a slot serves together.
func addSetter(add func(slotDef), slot string, field func(s *Slots) *setSlot, generic func(dst *Slots), set, del slotDef) {
	set.wrap = func(th *Thread, s *Slots, self Value, a []Value) Value {
		return noneIf((*field(s))(th, self, a[0], a[1]))
	}
	del.wrap = func(th *Thread, s *Slots, self Value, a []Value) Value {
		return noneIf((*field(s))(th, self, a[0], Value{}))
	}
	for _, d := range []slotDef{set, del} {
		d.slot, d.generic = slot, generic
		d.has = func(s *Slots) bool { return *field(s) != nil }
		d.inherit = func(dst, src *Slots) { *field(dst) = *field(src) }
		add(d)
	}
}

func addContainsSlot(add func(slotDef)) {
	strContains := NewStr("__contains__")
	add(slotDef{name: "__contains__", sig: "key, /", slot: "Contains",
		has:     func(s *Slots) bool { return s.Contains != nil },
		inherit: func(dst, src *Slots) { dst.Contains = src.Contains },
		generic: func(dst *Slots) {
			dst.Contains = func(th *Thread, v, x Value) (bool, bool) {
				if f := th.Lookup(v.Type(), strContains); f.IsNone() {
					th.TypeError("'%s' object is not a container", v.Type().TPName())
					return false, false
				}
				r := th.callSlot1(v, strContains, x)
				if r.H == nil {
					return false, false
				}
				return th.Truth(r)
			}
		},
		wrap: func(th *Thread, s *Slots, self Value, a []Value) Value { return boolResult(s.Contains(th, self, a[0])) },
	})
}

func addBoolSlot(add func(slotDef)) {
	strBool := NewStr("__bool__")
	add(slotDef{name: "__bool__", slot: "ToBool",
		has:     func(s *Slots) bool { return s.ToBool != nil },
		inherit: func(dst, src *Slots) { dst.ToBool = src.ToBool },
		generic: func(dst *Slots) {
			dst.ToBool = func(th *Thread, v Value) (bool, bool) {
				r := th.callSlot(v, strBool)
				if r.H != nil && !r.IsBool() {
					r = th.TypeError("__bool__ should return bool, returned %s", r.Type().TPName())
				}
				return r == True, r.H != nil
			}
		},
		wrap: func(th *Thread, s *Slots, self Value, a []Value) Value { return boolResult(s.ToBool(th, self)) },
	})
}

func addBufferSlot(add func(slotDef)) {
	add(slotDef{name: "__buffer__", sig: "flags, /", slot: "Buffer",
		has:     func(s *Slots) bool { return s.Buffer != nil },
		inherit: func(dst, src *Slots) { dst.Buffer = src.Buffer },
		generic: func(dst *Slots) { dst.Buffer = userBuffer },
		wrap: func(th *Thread, s *Slots, self Value, a []Value) Value {
			if _, ok := th.AsIndex(a[0], &OverflowErrorType); !ok {
				return Value{}
			}
			return NewMemoryView(th, self)
		},
	})
}

// fullReadOnlyBuffer is inspect.BufferFlags.FULL_RO, what memoryview() and most others ask for.
const fullReadOnlyBuffer = 0x11c

var strBuffer, strReleaseBuffer = NewStr("__buffer__"), NewStr("__release_buffer__")

// userBuffer is the Buffer slot of classes with a __buffer__ written in Python: that returns a memoryview, which
// __release_buffer__ gets back.
func userBuffer(th *Thread, v Value) (*Buffer, bool) {
	r := th.callSlot1(v, strBuffer, Int(fullReadOnlyBuffer))
	if r.H == nil {
		return nil, false
	}
	m, ok := asMemoryView(r)
	if !ok {
		th.TypeError("__buffer__ returned non-memoryview object")
		return nil, false
	}
	b, ok := memoryViewBuffer(th, m.V())
	if !ok {
		return nil, false
	}
	release := b.Release
	b.Release = func() {
		release()
		saved := th.Exc
		if r, found := th.CallSpecial(v, strReleaseBuffer, m.V()); found && r.H == nil && th.Interp.Hooks.Unraisable != nil {
			th.Interp.Hooks.Unraisable(th, th.TakeExc(), v, "")
		}
		th.Exc = saved
	}
	return b, true
}
