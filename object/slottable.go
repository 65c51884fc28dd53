// The rows of slotDefs, grouped by slot: here the operators, elsewhere containers (slottable_container.go) and
// what every object has (slottable_object.go).
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
					return th.TypeError("'%s' object is not iterable", v.Type().TPName())
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

func slotHash(th *Thread, v Value) (int64, bool) {
	f := th.Lookup(v.Type(), strHash)
	if f.H == nil || f.IsNone() {
		th.TypeError("unhashable type: '%s'", v.Type().TPName())
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
