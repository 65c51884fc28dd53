// The rows of slotDefs, grouped by slot.
package object

var slotDefs []*slotDef

// binOpOfSlot maps the slot names of binary operators to the operator.
var binOpOfSlot = map[string]BinOp{}

// slotRows are the rows that feed the same slot as a special method, by its name.
var slotRows = map[string][]*slotDef{}

func init() {
	slotDefs = buildSlotDefs()
	for i := 0; i < len(slotDefs); {
		j := i + 1
		for j < len(slotDefs) && slotDefs[j].slot == slotDefs[i].slot {
			j++
		}
		for _, r := range slotDefs[i:j] {
			slotRows[r.name] = slotDefs[i:j]
		}
		i = j
	}
}

func buildSlotDefs() []*slotDef {
	var rows []*slotDef
	add := func(r slotDef) {
		r.key = constStr(r.name)
		rows = append(rows, &r)
	}
	addUnarySlots(add)
	addBinarySlots(add)
	addCompareSlots(add)
	addContainerSlots(add)
	addObjectSlots(add)
	return rows
}

func addUnarySlots(add func(slotDef)) {
	unary := func(name string, at func(s *Slots) *UnaryFunc) {
		key := NewStr(name)
		add(slotDef{name: name, slot: name,
			has:     func(s *Slots) bool { return *at(s) != nil },
			inherit: func(dst, src *Slots) { *at(dst) = *at(src) },
			generic: func(dst *Slots) { *at(dst) = func(th *Thread, v Value) Value { return th.callSlot(v, key) } },
			wrap:    func(th *Thread, s *Slots, self Value, a []Value) Value { return (*at(s))(th, self) },
		})
	}
	unary("__repr__", func(s *Slots) *UnaryFunc { return &s.Repr })
	unary("__str__", func(s *Slots) *UnaryFunc { return &s.Str })
	strIter := NewStr("__iter__")
	add(slotDef{name: "__iter__", slot: "__iter__",
		has:     func(s *Slots) bool { return s.Iter != nil },
		inherit: func(dst, src *Slots) { dst.Iter = src.Iter },
		generic: func(dst *Slots) {
			dst.Iter = func(th *Thread, v Value) Value {
				if th.Lookup(v.Type(), strIter).IsNone() {
					return th.TypeError("'%s' object is not iterable", v.Type().Name)
				}
				return th.callSlot(v, strIter)
			}
		},
		wrap: func(th *Thread, s *Slots, self Value, a []Value) Value { return s.Iter(th, self) },
	})
	unary("__neg__", func(s *Slots) *UnaryFunc { return &s.Neg })
	unary("__pos__", func(s *Slots) *UnaryFunc { return &s.Pos })
	unary("__abs__", func(s *Slots) *UnaryFunc { return &s.Abs })
	unary("__invert__", func(s *Slots) *UnaryFunc { return &s.Invert })
	unary("__int__", func(s *Slots) *UnaryFunc { return &s.ToInt })
	unary("__float__", func(s *Slots) *UnaryFunc { return &s.ToFloat })
	unary("__index__", func(s *Slots) *UnaryFunc { return &s.Index })
	unary("__await__", func(s *Slots) *UnaryFunc { return &s.Await })
	unary("__aiter__", func(s *Slots) *UnaryFunc { return &s.AIter })
	unary("__anext__", func(s *Slots) *UnaryFunc { return &s.ANext })
	add(slotDef{name: "__next__", slot: "__next__",
		has:     func(s *Slots) bool { return s.Next != nil },
		inherit: func(dst, src *Slots) { dst.Next = src.Next },
		generic: func(dst *Slots) { dst.Next = slotNext },
		wrap: func(th *Thread, s *Slots, self Value, a []Value) Value {
			th.Exc = Value{}
			v := s.Next(th, self)
			if v.H == nil && th.Exc.H == nil {
				return th.RaiseValue(NewException(&StopIterationType).V())
			}
			return v
		},
	})
}

var strNext = NewStr("__next__")

// slotNext runs __next__; StopIteration becomes exhaustion in Thread.Next.
func slotNext(th *Thread, v Value) Value { return th.callSlot(v, strNext) }

// callSlot calls a special method that is known to exist unless it was removed meanwhile.
func (th *Thread) callSlot(v Value, name *Str, args ...Value) Value {
	r, ok := th.CallSpecial(v, name, args...)
	if !ok {
		return th.Raise(&AttributeErrorType, name.s)
	}
	return r
}

// binNames are the special methods of the binary operators, in BinOp order.
var binNames = [NumBinOps]string{OpAdd: "add", OpSub: "sub", OpMul: "mul", OpMatMul: "matmul", OpTrueDiv: "truediv", OpFloorDiv: "floordiv",
	OpMod: "mod", OpDivMod: "divmod", OpLShift: "lshift", OpRShift: "rshift", OpAnd: "and", OpXor: "xor", OpOr: "or", OpPow: "pow"}

func addBinarySlots(add func(slotDef)) {
	for op := range NumBinOps {
		addBinarySlot(add, op)
	}
	for op := range NumBinOps {
		if op == OpDivMod {
			continue
		}
		name := "__i" + binNames[op] + "__"
		key := NewStr(name)
		seq := func(s *Slots) BinaryFunc {
			switch {
			case op == OpAdd && s.InPlaceConcat != nil:
				return s.InPlaceConcat
			case op == OpMul && s.InPlaceRepeat != nil:
				return s.InPlaceRepeat
			}
			return s.InPlace[op]
		}
		add(slotDef{name: name, sig: "value, /", slot: name,
			has:     func(s *Slots) bool { return seq(s) != nil },
			inherit: func(dst, src *Slots) { dst.InPlace[op] = src.InPlace[op] },
			generic: func(dst *Slots) {
				dst.InPlace[op] = func(th *Thread, a, b Value) Value { return th.callSlot1(a, key, b) }
			},
			wrap: func(th *Thread, s *Slots, self Value, a []Value) Value { return seq(s)(th, self, a[0]) },
		})
	}
}

func addBinarySlot(add func(slotDef), op BinOp) {
	name, rname := "__"+binNames[op]+"__", "__r"+binNames[op]+"__"
	key, rkey := NewStr(name), NewStr(rname)
	binOpOfSlot[name] = op
	sig := "value, /"
	if op == OpPow {
		sig = "value, mod=None, /"
	}
	seq := func(s *Slots) BinaryFunc {
		switch {
		case op == OpAdd && s.Concat != nil:
			return s.Concat
		case op == OpMul && s.Repeat != nil:
			return s.Repeat
		}
		return nil
	}
	generic := func(dst *Slots) {
		dst.Binary[op] = func(th *Thread, a, b Value) Value { return th.userBinary(op, key, rkey, a, b) }
		if op == OpPow {
			dst.Pow3 = func(th *Thread, a, b, c Value) Value { return th.callSlot(a, key, b, c) }
		}
	}
	inherit := func(dst, src *Slots) {
		dst.Binary[op] = src.Binary[op]
		if op == OpPow {
			dst.Pow3 = src.Pow3
		}
	}
	add(slotDef{name: name, sig: sig, slot: name, generic: generic, inherit: inherit,
		has: func(s *Slots) bool { return s.Binary[op] != nil || seq(s) != nil },
		wrap: func(th *Thread, s *Slots, self Value, a []Value) Value {
			if op == OpPow && len(a) == 2 && !a[1].IsNone() && s.Pow3 != nil {
				return s.Pow3(th, self, a[0], a[1])
			}
			if s.Binary[op] == nil {
				return seq(s)(th, self, a[0])
			}
			return s.Binary[op](th, self, a[0])
		},
	})
	add(slotDef{name: rname, sig: sig, slot: name, generic: generic, inherit: inherit,
		has: func(s *Slots) bool { return s.Binary[op] != nil || op == OpMul && s.Repeat != nil },
		wrap: func(th *Thread, s *Slots, self Value, a []Value) Value {
			if op == OpPow && len(a) == 2 && !a[1].IsNone() && s.Pow3 != nil {
				return s.Pow3(th, a[0], self, a[1])
			}
			if s.Binary[op] == nil {
				return seq(s)(th, self, a[0])
			}
			return s.Binary[op](th, a[0], self)
		},
	})
}

// userBinary is a binary slot of a class with special methods (CPython's SLOT1BINFULL).
func (th *Thread) userBinary(op BinOp, key, rkey *Str, a, b Value) Value {
	ta, tb := a.H.Shape.Type, b.H.Shape.Type
	other := ta != tb && tb.userBinary&(1<<op) != 0
	if ta.userBinary&(1<<op) != 0 {
		if other && tb.IsSubtype(ta) {
			if ra, rb := th.Lookup(ta, rkey), th.Lookup(tb, rkey); rb.H != nil && ra != rb {
				if r, _ := th.callSpecial1(b, rkey, a); r != NotImplemented {
					return r
				}
				other = false
			}
		}
		if r, ok := th.callSpecial1(a, key, b); ok && r != NotImplemented {
			return r
		}
	}
	if other {
		if r, ok := th.callSpecial1(b, rkey, a); ok {
			return r
		}
	}
	return NotImplemented
}

var cmpNames = [...]string{CmpLT: "__lt__", CmpLE: "__le__", CmpEQ: "__eq__", CmpNE: "__ne__", CmpGT: "__gt__", CmpGE: "__ge__"}
var cmpKeys = func() (k [6]*Str) {
	for i, n := range cmpNames {
		k[i] = NewStr(n)
		k[i].Hash()
	}
	return
}()

func addCompareSlots(add func(slotDef)) {
	for op := CmpLT; op <= CmpGE; op++ {
		add(slotDef{name: cmpNames[op], sig: "value, /", slot: "Compare",
			has:     func(s *Slots) bool { return s.Compare != nil },
			inherit: func(dst, src *Slots) { dst.Compare = src.Compare },
			generic: func(dst *Slots) { dst.Compare = slotCompare },
			wrap:    func(th *Thread, s *Slots, self Value, a []Value) Value { return s.Compare(th, self, a[0], op) },
		})
	}
	add(slotDef{name: "__hash__", slot: "Hash",
		has:     func(s *Slots) bool { return s.Hash != nil },
		inherit: func(dst, src *Slots) { dst.Hash = src.Hash },
		generic: func(dst *Slots) { dst.Hash = slotHash },
		wrap: func(th *Thread, s *Slots, self Value, a []Value) Value {
			h, ok := s.Hash(th, self)
			if !ok {
				return Value{}
			}
			return Int(h)
		},
	})
}

// slotCompare runs the special method of the comparison; a class that overrides only some inherits the others.
func slotCompare(th *Thread, a, b Value, op CmpOp) Value {
	r, ok := th.callSpecial1(a, cmpKeys[op], b)
	if !ok {
		return NotImplemented
	}
	return r
}

// callSpecial1 is CallSpecial with one argument, which it passes without allocating.
func (th *Thread) callSpecial1(v Value, name *Str, a Value) (r Value, ok bool) {
	t := v.H.Shape.Type
	f := th.Lookup(t, name)
	if f.H == nil {
		return Value{}, false
	}
	ft := f.H.Shape.Type
	if ft.Flags&FlagMethod == 0 {
		return th.callUnbound(f, v, t, []Value{a}), true
	}
	w := th.Window(2)
	w[0], w[1] = v, a
	r = ft.Call(th, f, w, nil)
	th.Release(w)
	return r, true
}

// callSlot1 is callSlot with one argument.
func (th *Thread) callSlot1(v Value, name *Str, a Value) Value {
	r, ok := th.callSpecial1(v, name, a)
	if !ok {
		return th.Raise(&AttributeErrorType, name.s)
	}
	return r
}

func slotHash(th *Thread, v Value) (int64, bool) {
	f := th.Lookup(v.Type(), strHash)
	if f.H == nil || f.IsNone() {
		th.TypeError("unhashable type: '%s'", v.Type().Name)
		return 0, false
	}
	r := th.callUnbound(f, v, v.Type(), nil)
	if r.H == nil {
		return 0, false
	}
	if !r.Is(&IntType) && !r.IsBool() {
		th.TypeError("__hash__ method should return an integer")
		return 0, false
	}
	if i, ok := r.SmallInt(); ok {
		if i == -1 {
			i = -2
		}
		return i, true
	}
	return IntType.Hash(th, r)
}

func addContainerSlots(add func(slotDef)) {
	strLen, strGetitem := NewStr("__len__"), NewStr("__getitem__")
	strSetitem, strDelitem, strContains, strBool := NewStr("__setitem__"), NewStr("__delitem__"), NewStr("__contains__"), NewStr("__bool__")
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
	hasSet := func(s *Slots) bool { return s.SetItem != nil }
	inheritSet := func(dst, src *Slots) { dst.SetItem = src.SetItem }
	add(slotDef{name: "__setitem__", sig: "key, value, /", slot: "SetItem", has: hasSet, inherit: inheritSet, generic: setGeneric,
		wrap: func(th *Thread, s *Slots, self Value, a []Value) Value {
			return noneIf(s.SetItem(th, self, a[0], a[1]))
		}})
	add(slotDef{name: "__delitem__", sig: "key, /", slot: "SetItem", has: hasSet, inherit: inheritSet, generic: setGeneric,
		wrap: func(th *Thread, s *Slots, self Value, a []Value) Value {
			return noneIf(s.SetItem(th, self, a[0], Value{}))
		}})
	add(slotDef{name: "__contains__", sig: "key, /", slot: "Contains",
		has:     func(s *Slots) bool { return s.Contains != nil },
		inherit: func(dst, src *Slots) { dst.Contains = src.Contains },
		generic: func(dst *Slots) {
			dst.Contains = func(th *Thread, v, x Value) (bool, bool) {
				if f := th.Lookup(v.Type(), strContains); f.IsNone() {
					th.TypeError("'%s' object is not a container", v.Type().Name)
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
	add(slotDef{name: "__bool__", slot: "ToBool",
		has:     func(s *Slots) bool { return s.ToBool != nil },
		inherit: func(dst, src *Slots) { dst.ToBool = src.ToBool },
		generic: func(dst *Slots) {
			dst.ToBool = func(th *Thread, v Value) (bool, bool) {
				r := th.callSlot(v, strBool)
				if r.H != nil && !r.IsBool() {
					r = th.TypeError("__bool__ should return bool, returned %s", r.Type().Name)
				}
				return r == True, r.H != nil
			}
		},
		wrap: func(th *Thread, s *Slots, self Value, a []Value) Value { return boolResult(s.ToBool(th, self)) },
	})
}

func noneIf(ok bool) Value {
	if ok {
		return None
	}
	return Value{}
}

func boolResult(b, ok bool) Value {
	if !ok {
		return Value{}
	}
	return Bool(b)
}

// lenResult checks what __len__ returned.
func (th *Thread) lenResult(r Value) (int, bool) {
	if r.H == nil {
		return 0, false
	}
	n, ok := th.AsIndex(r, &OverflowErrorType)
	if ok && n < 0 {
		th.ValueError("__len__() should return >= 0")
		return 0, false
	}
	return n, ok
}

func addObjectSlots(add func(slotDef)) {
	strCall, strGetattribute, strGetattr := NewStr("__call__"), NewStr("__getattribute__"), NewStr("__getattr__")
	strSetattr, strDelattr, strGet, strSet, strDelete := NewStr("__setattr__"), NewStr("__delattr__"), NewStr("__get__"), NewStr("__set__"), NewStr("__delete__")
	strInit, strDel := NewStr("__init__"), NewStr("__del__")
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
					th.TypeError("__init__() should return None, not '%s'", r.Type().Name)
					return false
				}
				return r.H != nil
			}
		},
	})
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
			name, ok := AsStr(a[0])
			if !ok {
				return th.TypeError("attribute name must be string, not '%s'", a[0].Type().Name)
			}
			return s.GetAttr(th, self, name)
		}})
	add(slotDef{name: "__getattr__", sig: "name, /", slot: "GetAttr", has: func(*Slots) bool { return false }, generic: getGeneric})
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
	attrName := func(th *Thread, v Value) *Str {
		name, ok := AsStr(v)
		if !ok {
			th.TypeError("attribute name must be string, not '%s'", v.Type().Name)
		}
		return name
	}
	setRow("__setattr__", "name, value, /", func(th *Thread, s *Slots, self Value, a []Value) Value {
		name := attrName(th, a[0])
		return noneIf(name != nil && th.setAttrAllowed(s, self, "__setattr__") && s.SetAttr(th, self, name, a[1]))
	})
	setRow("__delattr__", "name, /", func(th *Thread, s *Slots, self Value, a []Value) Value {
		name := attrName(th, a[0])
		return noneIf(name != nil && th.setAttrAllowed(s, self, "__delattr__") && s.SetAttr(th, self, name, Value{}))
	})
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
	hasSet := func(s *Slots) bool { return s.DescrSet != nil }
	inheritSet := func(dst, src *Slots) { dst.DescrSet = src.DescrSet }
	add(slotDef{name: "__set__", sig: "instance, value, /", slot: "DescrSet", has: hasSet, inherit: inheritSet, generic: descrGeneric,
		wrap: func(th *Thread, s *Slots, self Value, a []Value) Value {
			return noneIf(s.DescrSet(th, self, a[0], a[1]))
		}})
	add(slotDef{name: "__delete__", sig: "instance, /", slot: "DescrSet", has: hasSet, inherit: inheritSet, generic: descrGeneric,
		wrap: func(th *Thread, s *Slots, self Value, a []Value) Value {
			return noneIf(s.DescrSet(th, self, a[0], Value{}))
		}})
	add(slotDef{name: "__del__", slot: "Del",
		has:     func(s *Slots) bool { return s.Del != nil },
		inherit: func(dst, src *Slots) { dst.Del = src.Del },
		generic: func(dst *Slots) { dst.Del = func(th *Thread, v Value) { th.callSlot(v, strDel) } },
		wrap:    func(th *Thread, s *Slots, self Value, a []Value) Value { s.Del(th, self); return None },
	})
}

// setAttrAllowed keeps object.__setattr__(cls, …) from going past the one of a type in Go (CPython's hackcheck).
func (th *Thread) setAttrAllowed(s *Slots, self Value, what string) bool {
	for _, m := range self.Type().MRO {
		if m.own == s {
			return true
		}
		if m.Flags&FlagHeap == 0 && m.own.SetAttr != nil {
			th.TypeError("can't apply this %s to %s object", what, self.Type().fullName())
			return false
		}
	}
	return true
}

// callSpecialKw calls a special method with keywords.
func (th *Thread) callSpecialKw(v Value, name *Str, args []Value, kw []*Str) Value {
	t := v.H.Shape.Type
	f := th.Lookup(t, name)
	if f.H == nil {
		return th.AttributeError(v, name, "'%s' object has no attribute '%s'", t.Name, name.s)
	}
	if !th.EnterFor(" while calling a Python object") {
		return Value{}
	}
	defer th.Leave()
	ft := f.H.Shape.Type
	if ft.Flags&FlagMethod == 0 {
		if ft.DescrGet != nil {
			if f = ft.DescrGet(th, f, v, t.V()); f.H == nil {
				return f
			}
		}
		if !th.Enter() {
			return Value{}
		}
		r := th.Call(f, args, kw)
		th.Leave()
		return r
	}
	w := th.Window(len(args) + 1)
	w[0] = v
	copy(w[1:], args)
	r := ft.Call(th, f, w, kw)
	th.Release(w)
	return r
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
	if f.H == nil {
		return x
	}
	th.Exc = Value{}
	return th.callUnbound(f, v, t, []Value{name.V()})
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
