// The types set and frozenset: operators, methods, iteration.
package object

import "strings"

func init() {
	Define(&SetType, Spec{Name: "set", Sig: "iterable=(), /", Flags: FlagMatchSelf, Alloc: Allocator[Set](),
		Doc: "Build an unordered collection of unique elements.",
		Slots: Slots{New: setNew, Init: setInit, Repr: setRepr, Compare: setCompare, Iter: setIter, Len: setLen, Contains: setContains,
			Binary:  setBinary,
			InPlace: [NumBinOps]BinaryFunc{OpOr: setUpdateOp, OpAnd: setIntersectOp, OpSub: setSubtractOp, OpXor: setToggleOp}},
		Methods: append([]Method{
			{Name: "add", Sig: "object, /", F1: setAdd, Doc: "Add an element to a set.\n\nThis has no effect if the element is already present."},
			{Name: "clear", F0: func(th *Thread, self Value) Value { (*Set)(self.Ptr()).Clear(); return None }, Doc: "Remove all elements from this set."},
			{Name: "discard", Sig: "object, /", F1: setDiscard, Doc: "Remove an element from a set if it is a member.\n\nUnlike set.remove(), the discard() method does not raise an exception when an element is missing from the set."},
			{Name: "remove", Sig: "object, /", F1: setRemove, Doc: "Remove an element from a set; it must be a member.\n\nIf the element is not a member, raise a KeyError."},
			{Name: "pop", F0: setPop, Doc: "Remove and return an arbitrary set element.\n\nRaises KeyError if the set is empty."},
			{Name: "update", Sig: "*others", F: setUpdate, Doc: "Update the set, adding elements from all others."},
			{Name: "intersection_update", Sig: "*others", F: setIntersectionUpdate, Doc: "Update the set, keeping only elements found in it and all others."},
			{Name: "difference_update", Sig: "*others", F: setDifferenceUpdate, Doc: "Update the set, removing elements found in others."},
			{Name: "symmetric_difference_update", Sig: "other, /", F1: setToggle, Doc: "Update the set, keeping only elements found in either set, but not in both."},
		}, setMethods...),
	})
	Define(&FrozenSetType, Spec{Name: "frozenset", Sig: "iterable=(), /", Flags: FlagMatchSelf, Alloc: Allocator[Set](),
		Doc: "Build an immutable unordered collection of unique elements.",
		Slots: Slots{New: frozenSetNew, Repr: setRepr, Hash: frozenSetHash, Compare: setCompare, Iter: setIter, Len: setLen, Contains: setContains,
			Binary: setBinary},
		Methods: setMethods,
	})
	Define(&setIterType, Spec{Name: "set_iterator", Flags: FlagNoNew | FlagFinal, Alloc: Allocator[setIterator](),
		Slots: Slots{Iter: SelfIter, Next: setIterNext},
		Methods: []Method{
			{Name: "__length_hint__", F0: setIterHint, Doc: "Private method returning an estimate of len(list(it))."},
			{Name: "__reduce__", F0: func(th *Thread, self Value) Value {
				it := *(*setIterator)(self.Ptr())
				return th.reduceRest(Value{&(&it).Header, 0})
			}, Doc: "Return state information for pickling."},
		}})
}

// setMethods are the methods that set and frozenset share.
var setMethods = []Method{
	{Name: "copy", F0: setCopy, Doc: "Return a shallow copy of a set."},
	{Name: "union", Sig: "*others", F: setUnion, Doc: "Return a new set with elements from the set and all others."},
	{Name: "intersection", Sig: "*others", F: setIntersection, Doc: "Return a new set with elements common to the set and all others."},
	{Name: "difference", Sig: "*others", F: setDifference, Doc: "Return a new set with elements in the set that are not in the others."},
	{Name: "symmetric_difference", Sig: "other, /", F1: func(th *Thread, self, o Value) Value {
		return setResult((*Set)(self.Ptr()).symmetricDifference(th, o))
	}, Doc: "Return a new set with elements in either the set or other but not both."},
	{Name: "isdisjoint", Sig: "other, /", F1: func(th *Thread, self, o Value) Value { return boolResult((*Set)(self.Ptr()).disjoint(th, o)) }, Doc: "Return True if two sets have a null intersection."},
	{Name: "issubset", Sig: "other, /", F1: setIsSubset, Doc: "Report whether another set contains this set."},
	{Name: "issuperset", Sig: "other, /", F1: setIsSuperset, Doc: "Report whether this set contains another set."},
	{Name: "__reduce__", F0: setReduce, Doc: "Return state information for pickling."},
	{Name: "__sizeof__", F0: func(th *Thread, self Value) Value {
		n := len((*Set)(self.Ptr()).table)
		if n <= setMinSize {
			n = 0
		}
		return Int(int64(200 + 16*n))
	}, Doc: "S.__sizeof__() -> size of S in memory, in bytes."},
	ClassGetItemRow,
}

func setResult(s *Set) Value {
	if s == nil {
		return Value{}
	}
	return s.V()
}

func setNew(th *Thread, t *Type, args []Value, kw []*Str) Value { return allocate(t) }

func setInit(th *Thread, self Value, args []Value, kw []*Str) bool {
	if !th.NoKeywords("set", kw) {
		return false
	}
	pos := args[:len(args)-len(kw)]
	if !th.ArgCount("set", len(pos), 0, 1) {
		return false
	}
	s := (*Set)(self.Ptr())
	s.Clear()
	return len(pos) == 0 || s.Update(th, pos[0])
}

func frozenSetNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	if !th.NoNewKeywords(t, "frozenset", kw) {
		return Value{}
	}
	pos := args[:len(args)-len(kw)]
	if !th.ArgCount("frozenset", len(pos), 0, 1) {
		return Value{}
	}
	if len(pos) == 1 && t == &FrozenSetType && pos[0].IsExact(&FrozenSetType) {
		return pos[0]
	}
	v := allocate(t)
	if len(pos) == 1 && !(*Set)(v.Ptr()).Update(th, pos[0]) {
		return Value{}
	}
	return v
}

func setRepr(th *Thread, v Value) Value {
	s, name := (*Set)(v.Ptr()), v.Type().Name
	if s.used == 0 {
		return StrValue(name + "()")
	}
	if !th.EnterRepr(v) {
		return StrValue(name + "(...)")
	}
	defer th.LeaveRepr()
	var b strings.Builder
	if v.Type() != &SetType {
		b.WriteString(name + "(")
	}
	b.WriteByte('{')
	keys := s.keys()
	if !th.reprItems(&b, func(i int) (Value, bool) {
		if i < len(keys) {
			return keys[i], true
		}
		return Value{}, false
	}) {
		return Value{}
	}
	b.WriteByte('}')
	if v.Type() != &SetType {
		b.WriteByte(')')
	}
	return StrValue(b.String())
}

// keys returns the elements in iteration order.
func (s *Set) keys() []Value {
	keys := make([]Value, 0, s.used)
	for i := range s.table {
		if s.table[i].key.H != nil {
			keys = append(keys, s.table[i].key)
		}
	}
	return keys
}

func frozenSetHash(th *Thread, v Value) (int64, bool) {
	s := (*Set)(v.Ptr())
	if !s.hashed {
		s.hash, s.hashed = s.frozenHash(), true
	}
	return s.hash, true
}

func setLen(th *Thread, v Value) (int, bool) { return (*Set)(v.Ptr()).used, true }

// lookupKey returns a hashable form of key: a set looked up in a set counts as the frozenset of its elements.
func (th *Thread) lookupKey(key Value) (Value, int64, bool) {
	if o, ok := AsSet(key); ok && key.H.Shape.Type.Hash == nil {
		f := o.copyAs(th, &FrozenSetType)
		return f.V(), f.frozenHash(), true
	}
	h, ok := th.Hash(key)
	return key, h, ok
}

func setContains(th *Thread, v, key Value) (bool, bool) {
	k, h, ok := th.lookupKey(key)
	if !ok {
		return false, false
	}
	e, ok := (*Set)(v.Ptr()).find(th, k, h)
	return e != nil, ok
}

var setBinary = [NumBinOps]BinaryFunc{OpOr: setOr, OpAnd: setAnd, OpSub: setSub, OpXor: setXor}

// bothSets checks the operands of a set operator.
func bothSets(a, b Value) (*Set, bool) {
	s, ok := AsSet(a)
	_, ok2 := AsSet(b)
	return s, ok && ok2
}

func setOr(th *Thread, a, b Value) Value {
	s, ok := bothSets(a, b)
	if !ok {
		return NotImplemented
	}
	n := s.copyAs(th, s.baseType())
	if !n.Update(th, b) {
		return Value{}
	}
	return n.V()
}

func setAnd(th *Thread, a, b Value) Value {
	s, ok := bothSets(a, b)
	if !ok {
		return NotImplemented
	}
	return setResult(s.intersection(th, b))
}

func setSub(th *Thread, a, b Value) Value {
	s, ok := bothSets(a, b)
	if !ok {
		return NotImplemented
	}
	return setResult(s.difference(th, b))
}

func setXor(th *Thread, a, b Value) Value {
	s, ok := bothSets(a, b)
	if !ok {
		return NotImplemented
	}
	return setResult(s.symmetricDifference(th, b))
}

// The in-place operators.
func setUpdateOp(th *Thread, a, b Value) Value {
	s, ok := bothSets(a, b)
	return inPlaceResult(a, ok, ok && s.Update(th, b))
}

func setIntersectOp(th *Thread, a, b Value) Value {
	s, ok := bothSets(a, b)
	return inPlaceResult(a, ok, ok && s.intersectWith(th, b))
}

func setSubtractOp(th *Thread, a, b Value) Value {
	s, ok := bothSets(a, b)
	return inPlaceResult(a, ok, ok && s.subtract(th, b))
}

func setToggleOp(th *Thread, a, b Value) Value {
	s, ok := bothSets(a, b)
	return inPlaceResult(a, ok, ok && s.toggle(th, b))
}

func inPlaceResult(a Value, supported, ok bool) Value {
	switch {
	case !supported:
		return NotImplemented
	case !ok:
		return Value{}
	}
	return a
}

// take makes the elements of n those of s.
func (s *Set) take(n *Set) {
	s.table, s.fill, s.used = n.table, n.fill, n.used
	s.changes++
}

func (s *Set) intersectWith(th *Thread, v Value) bool {
	n := s.intersection(th, v)
	if n != nil {
		s.take(n)
	}
	return n != nil
}

func setAdd(th *Thread, self, x Value) Value { return noneIf((*Set)(self.Ptr()).Add(th, x)) }

func setDiscard(th *Thread, self, x Value) Value {
	k, h, ok := th.lookupKey(x)
	if !ok {
		return Value{}
	}
	_, ok = (*Set)(self.Ptr()).discard(th, k, h)
	return noneIf(ok)
}

func setRemove(th *Thread, self, x Value) Value {
	k, h, ok := th.lookupKey(x)
	if !ok {
		return Value{}
	}
	found, ok := (*Set)(self.Ptr()).discard(th, k, h)
	if ok && !found {
		return th.KeyError(x)
	}
	return noneIf(ok)
}

func setPop(th *Thread, self Value) Value {
	s := (*Set)(self.Ptr())
	if s.used == 0 {
		return th.KeyError(StrValue("pop from an empty set"))
	}
	return s.pop()
}

// others returns what the parameter *others was bound to.
func others(a []Value) []Value { return (*Tuple)(a[0].Ptr()).Items }

func setUpdate(th *Thread, self Value, a []Value) Value {
	for _, o := range others(a) {
		if !(*Set)(self.Ptr()).Update(th, o) {
			return Value{}
		}
	}
	return None
}

func setIntersectionUpdate(th *Thread, self Value, a []Value) Value {
	s := (*Set)(self.Ptr())
	n := s.intersectAll(th, others(a))
	if n == nil {
		return Value{}
	}
	s.take(n)
	return None
}

func (s *Set) intersectAll(th *Thread, others []Value) *Set {
	if len(others) == 0 {
		return s.copyAs(th, s.baseType())
	}
	n := s
	for _, o := range others {
		if n = n.intersection(th, o); n == nil {
			return nil
		}
	}
	return n
}

func setDifferenceUpdate(th *Thread, self Value, a []Value) Value {
	for _, o := range others(a) {
		if !(*Set)(self.Ptr()).subtract(th, o) {
			return Value{}
		}
	}
	return None
}

func setToggle(th *Thread, self, o Value) Value { return noneIf((*Set)(self.Ptr()).toggle(th, o)) }

func setCopy(th *Thread, self Value) Value {
	if self.IsExact(&FrozenSetType) {
		return self
	}
	s := (*Set)(self.Ptr())
	return s.copyAs(th, s.baseType()).V()
}

func setUnion(th *Thread, self Value, a []Value) Value {
	s := (*Set)(self.Ptr())
	n := s.copyAs(th, s.baseType())
	for _, o := range others(a) {
		if o.H != self.H && !n.Update(th, o) {
			return Value{}
		}
	}
	return n.V()
}

func setIntersection(th *Thread, self Value, a []Value) Value {
	return setResult((*Set)(self.Ptr()).intersectAll(th, others(a)))
}

func setDifference(th *Thread, self Value, a []Value) Value {
	s := (*Set)(self.Ptr())
	rest := others(a)
	if len(rest) == 0 {
		return setCopy(th, self)
	}
	n := s.difference(th, rest[0])
	for _, o := range rest[1:] {
		if n == nil || !n.subtract(th, o) {
			return Value{}
		}
	}
	return setResult(n)
}

func setIsSubset(th *Thread, self, v Value) Value {
	s := (*Set)(self.Ptr())
	o, ok := AsSet(v)
	if !ok {
		n := s.intersection(th, v)
		if n == nil {
			return Value{}
		}
		return Bool(n.used == s.used)
	}
	return boolResult(s.subset(th, o))
}

func setIsSuperset(th *Thread, self, v Value) Value {
	s := (*Set)(self.Ptr())
	if o, ok := AsSet(v); ok {
		return boolResult(o.subset(th, s))
	}
	missing := false
	ok := th.eachHashed(v, func(x Value, h int64) bool {
		e, ok := s.find(th, x, h)
		missing = ok && e == nil
		return ok && !missing
	})
	if missing {
		return False
	}
	return boolResult(ok, ok)
}

func setReduce(th *Thread, self Value) Value {
	state, ok := th.StateOf(self)
	if !ok {
		return Value{}
	}
	return TupleOf(self.Type().V(), TupleOf(NewList((*Set)(self.Ptr()).keys()).V()), state)
}

// StateOf returns what object.__getstate__ gives for v: its __dict__, or None.
func (th *Thread) StateOf(v Value) (Value, bool) {
	f, ok := th.LookupAttr(v, strGetState)
	if !ok {
		return Value{}, false
	}
	if f.H == nil {
		return None, true
	}
	r := th.Call(f, nil, nil)
	return r, r.H != nil
}

var strGetState = sharedName("__getstate__")

// setIterator iterates over a set that must not change its size meanwhile.
type setIterator struct {
	Header
	set  *Set // nil: exhausted
	used int
	pos  int
	left int
}

var setIterType Type

func setIter(th *Thread, v Value) Value {
	s := (*Set)(v.Ptr())
	return Value{&(&setIterator{Header{&setIterType.Root}, s, s.used, 0, s.used}).Header, 0}
}

func setIterNext(th *Thread, v Value) Value {
	it := (*setIterator)(v.Ptr())
	if it.set == nil {
		return Value{}
	}
	if it.used != it.set.used {
		it.used = -1
		return th.RuntimeError("Set changed size during iteration")
	}
	key, next, more := it.set.Next(it.pos)
	if !more {
		it.set = nil
		return Value{}
	}
	it.pos = next
	it.left--
	return key
}

func setIterHint(th *Thread, v Value) Value {
	it := (*setIterator)(v.Ptr())
	if it.set == nil || it.used != it.set.used {
		return Int(0)
	}
	return Int(int64(it.left))
}
