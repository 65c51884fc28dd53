// The table that ties special methods (__add__, __len__ …) to slots, in both directions: builtin types show their
// slots as wrapper descriptors, classes written in Python fill their slots with functions that run their methods.
package object

// slotDef is one special method. Rows with the same slot name feed the same slot.
type slotDef struct {
	name    string
	key     *Str
	sig     string // parameters after self
	slot    string
	has     func(s *Slots) bool
	inherit func(dst, src *Slots)
	generic func(dst *Slots)
	// wrap runs the slot found in s on self, as the special method would.
	wrap func(th *Thread, s *Slots, self Value, a []Value) Value
}

// SlotWrapper is a special method of a builtin type, made from its slot (CPython's wrapper_descriptor).
type SlotWrapper struct {
	Header
	Owner *Type
	def   *slotDef
	sig   lazySignature
}

// Call runs the special method on self, whose type has been checked.
func (w *SlotWrapper) Call(th *Thread, self Value, args []Value, kw []*Str) Value {
	if !th.Enter() {
		return Value{}
	}
	defer th.Leave()
	switch w.def.slot {
	case "Call":
		return w.Owner.own.Call(th, self, args, kw)
	case "Init":
		return noneIf(w.Owner.own.Init(th, self, args, kw))
	}
	sig := w.sig.get(w.def.sig)
	if (len(kw) > 0 || len(args) != 1) && w.isMethod() {
		if len(kw) > 0 {
			return th.TypeError("%s.%s() takes no keyword arguments", w.Owner.Name, w.def.name)
		}
		return th.TypeError("%s.%s() takes exactly one argument (%d given)", w.Owner.Name, w.def.name, len(args))
	}
	if len(kw) > 0 {
		return th.TypeError("wrapper %s() takes no keyword arguments", w.def.name)
	}
	if len(args) < sig.Required || len(args) > sig.Pos {
		return th.TypeError("%sexpected %s%d argument%s, got %d", w.namePrefix(), limit(sig.Required == sig.Pos, pickWord(len(args) < sig.Required, "at least", "at most")),
			pickInt(len(args) < sig.Required, sig.Required, sig.Pos), plural(pickInt(len(args) < sig.Required, sig.Required, sig.Pos)), len(args))
	}
	return w.def.wrap(th, w.Owner.own, self, args)
}

// emptyName are the special methods whose wrappers in CPython unpack a tuple of arguments under an empty name, which
// shows as a blank in their errors.
var emptyName = map[string]bool{"__get__": true, "__set__": true, "__setitem__": true, "__setattr__": true, "__pow__": true, "__rpow__": true, "__ipow__": true}

func (w *SlotWrapper) namePrefix() string {
	if emptyName[w.def.name] || w.Owner.own.Repeat != nil && (w.def.name == "__mul__" || w.def.name == "__rmul__" || w.def.name == "__imul__") {
		return " "
	}
	return ""
}

// isMethod tells the special methods that CPython has as ordinary methods of one argument beside the slot.
func (w *SlotWrapper) isMethod() bool {
	switch w.def.name {
	case "__contains__":
		return w.Owner == &DictType || w.Owner == &SetType || w.Owner == &FrozenSetType
	case "__getitem__":
		return w.Owner == &DictType || w.Owner == &ListType
	}
	return false
}

func pickWord(c bool, a, b string) string {
	if c {
		return a
	}
	return b
}

func pickInt(c bool, a, b int) int {
	if c {
		return a
	}
	return b
}

func addSlotWrappers(t *Type, d *Dict) {
	for _, def := range slotDefs {
		if def.has(t.own) {
			w := &SlotWrapper{Header: Header{&SlotWrapperType.Root}, Owner: t, def: def}
			d.SetStr(def.key, Value{&w.Header, 0})
		}
	}
}

// updateSlots recomputes all slots of heap type t, and of its subclasses, from the special methods along its MRO.
func (t *Type) updateSlots() {
	if t.Flags&FlagHeap == 0 {
		return
	}
	var s Slots
	s.New, s.DescrGet = t.Slots.New, nil
	s.Alloc(t)
	t.userBinary = 0
	for i := 0; i < len(slotDefs); {
		j := i + 1
		for j < len(slotDefs) && slotDefs[j].slot == slotDefs[i].slot {
			j++
		}
		t.updateSlot(&s, slotDefs[i:j])
		i = j
	}
	if s.Next == nil && t.Slots.Next != nil {
		s.Next = nextGone // loops that run have looked at the slot before
	}
	t.Slots = s
	t.dropSequenceSlots()
	t.updateNew()
	for _, sub := range t.subclasses {
		if sub := sub.Value(); sub != nil {
			sub.updateSlots()
		}
	}
}

// refreshSlots recomputes what the special method of that name feeds, in t and its subclasses.
func (t *Type) refreshSlots(name string) {
	rows := slotRows[name]
	switch {
	case t.Flags&FlagHeap == 0 || rows == nil && name != "__new__":
		return
	case rows != nil && spreads[rows[0].slot]:
		t.updateSlots()
		return
	case rows != nil:
		t.clearSlot(rows[0])
		t.updateSlot(&t.Slots, rows)
	}
	t.updateNew()
	for _, sub := range t.subclasses {
		if sub := sub.Value(); sub != nil {
			sub.refreshSlots(name)
		}
	}
}

// spreads are the slots on which others depend: see updateSlots and dropSequenceSlots.
var spreads = map[string]bool{"__next__": true, "__add__": true, "__mul__": true, "__iadd__": true, "__imul__": true, "Buffer": true}

// fillSlots computes the slots of the new class t. With one base whose MRO it extends, the slots are the base's
// except where t's own namespace has special methods: most classes touch one or two rows of the table.
func (t *Type) fillSlots() {
	if len(t.Bases) != 1 || len(t.MRO) < 2 || len(t.MRO) != len(t.Base.MRO)+1 || t.MRO[1] != t.Base {
		t.updateSlots()
		return
	}
	t.Slots, t.userBinary, t.userCall = t.Base.Slots, t.Base.userBinary, t.Base.userCall
	for pos := 0; ; {
		k, _, next, more := t.attrs.Next(pos)
		if !more {
			break
		}
		pos = next
		name, ok := AsStr(k)
		if !ok || !isDunder(name.s) {
			continue
		}
		if rows := slotRows[name.s]; rows != nil {
			t.clearSlot(rows[0])
			t.updateSlot(&t.Slots, rows)
		}
	}
	t.dropSequenceSlots()
	t.updateNew()
}

// dropSequenceSlots empties Concat and Repeat where + and * run special methods in Python: those were asked, and what
// they refuse is not done behind their back.
func (t *Type) dropSequenceSlots() {
	if t.userBinary&(1<<OpAdd) != 0 {
		t.Slots.Concat = nil
	}
	if t.Slots.InPlace[OpAdd] != nil && t.Flags&FlagHeap != 0 {
		t.Slots.InPlaceConcat = nil
	}
	if t.userBinary&(1<<OpMul) != 0 {
		t.Slots.Repeat = nil
	}
}

var noSlots Slots

// clearSlot empties the slot of row before it is computed anew.
func (t *Type) clearSlot(row *slotDef) {
	row.inherit(&t.Slots, &noSlots)
	if op, ok := binOpOfSlot[row.slot]; ok {
		t.userBinary &^= 1 << op
	}
}

// Alloc copies what no special method feeds.
func (s *Slots) Alloc(t *Type) {
	s.Resume, s.Buffer = t.Base.Slots.Resume, t.Base.Slots.Buffer
	s.Concat, s.InPlaceConcat = t.Base.Slots.Concat, t.Base.Slots.InPlaceConcat
	s.Repeat, s.InPlaceRepeat = t.Base.Slots.Repeat, t.Base.Slots.InPlaceRepeat
}

// updateSlot sets the slot fed by the special methods of rows: inherited when all that are found are wrappers of
// one builtin type, generic when any was written in Python.
func (t *Type) updateSlot(s *Slots, rows []*slotDef) {
	var owner *Type
	var row *slotDef
	if rows[0].slot == "Call" {
		t.userCall = true
		defer func() { t.userCall = owner == nil || owner.userCall }()
	}
	for _, r := range rows {
		d := t.lookupMRO(r.key)
		if d.H == nil {
			continue
		}
		if d.IsNone() && r.slot == "Hash" {
			s.Hash = nil
			return
		}
		w, ok := asSlotWrapper(d)
		if !ok || w.def.slot != r.slot || !t.IsSubtype(w.Owner) {
			if m, isMethod := asMethodDescriptor(d); isMethod && m.Owner.Flags&FlagHeap == 0 && r.has(&m.Owner.Slots) && m.Owner.Namespace().GetStr(NewStr(r.name)) == d {
				owner, row = m.Owner, r
				continue
			}
			r.generic(s)
			if r.slot == "__await__" {
				s.AwaitStep = nil
			}
			owner = nil
			if op, ok := binOpOfSlot[r.slot]; ok {
				t.userBinary |= 1 << op
			}
			return
		}
		if owner == nil || w.Owner.IsSubtype(owner) {
			owner, row = w.Owner, r
		}
	}
	if owner != nil {
		row.inherit(s, &owner.Slots)
		if row.slot == "__await__" {
			s.AwaitStep = owner.Slots.AwaitStep // the same method without an iterator
		}
	}
}

func asSlotWrapper(v Value) (*SlotWrapper, bool) {
	if v.H.Shape == &SlotWrapperType.Root {
		return (*SlotWrapper)(v.Ptr()), true
	}
	return nil, false
}

// nextGone is the Next slot of a class whose __next__ was deleted (_PyObject_NextNotImplemented).
func nextGone(th *Thread, v Value) Value {
	return th.TypeError("'%s' object is not iterable", v.Type().TPName())
}

func asMethodDescriptor(v Value) (*MethodDescriptor, bool) {
	if v.H.Shape == &MethodDescriptorType.Root {
		return (*MethodDescriptor)(v.Ptr()), true
	}
	return nil, false
}

// updateNew makes the New slot run a __new__ written in Python, or the nearest builtin one, and notes what the fast
// path of instantiation may rely on.
func (t *Type) updateNew() {
	t.plainNew, t.init = false, nil
	for _, m := range t.MRO {
		if m.Flags&FlagHeap == 0 {
			if m.own.New != nil {
				t.Slots.New = m.own.New
				t.plainNew = m == &ObjectType && t.Solid == &ObjectType
				break
			}
			continue
		}
		d := m.attrs.GetStr(strNew)
		if d.H == nil {
			continue
		}
		if w, ok := asNewWrapper(d); ok && t.IsSubtype(w) && w.own.New != nil {
			t.Slots.New = w.own.New
			t.plainNew = w == &ObjectType && t.Solid == &ObjectType
			break
		}
		t.Slots.New = slotNew
		break
	}
	if t.plainNew && t.Flags&FlagAbstract == 0 {
		if f := t.lookupMRO(strInit); f.H != nil && f.IsExact(&FunctionType) {
			t.init = (*Function)(f.Ptr())
		}
	}
}

// InitFunction returns the Python function __init__ when calling t means no more than NewInstance(t) followed by that
// function: no __new__ and no metaclass __call__ interfere, and t is not abstract. Else nil. The answer holds while
// t.Root.Ver stays the same.
func (t *Type) InitFunction() *Function {
	if t.Header.Shape.Type.userCall {
		return nil
	}
	return t.init
}

// IsPlainNew reports whether instances of t are made by object.__new__.
func (t *Type) IsPlainNew() bool { return t.plainNew }

var strNew, strInit = constStr("__new__"), constStr("__init__")
