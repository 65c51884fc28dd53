// The algebra of sets: union, intersection, difference and comparison, in the order of steps of CPython, which decides
// the order of the results.
package object

// NewSetFrom returns a set of the values of an iterable; nil: raised.
func (th *Thread) NewSetFrom(v Value) *Set {
	s := NewSet()
	if !s.Update(th, v) {
		return nil
	}
	return s
}

// Update adds the values of any iterable (set_update_internal).
func (s *Set) Update(th *Thread, v Value) bool {
	if o, ok := AsSet(v); ok {
		return s.merge(th, o)
	}
	if v.IsExact(&DictType) {
		d := (*Dict)(v.Ptr())
		if mask := max(len(s.table), setMinSize) - 1; (s.fill+d.live)*5 >= mask*3 {
			s.resize((s.used + d.live) * 2)
		}
		for pos := 0; ; {
			k, _, next, more := d.Next(pos)
			if !more {
				return true
			}
			if !s.AddHash(th, k, d.entries[next-1].hash) {
				return false
			}
			pos = next
		}
	}
	if v.H.Shape == &ListType.Root {
		l := (*List)(v.Ptr())
		for i := 0; i < len(l.Items); i++ {
			if !s.Add(th, l.Items[i]) {
				return false
			}
		}
		return true
	}
	it := th.Iter(v)
	if it.H == nil {
		return false
	}
	for {
		x, ok := th.Next(it)
		if x.H == nil {
			return ok
		}
		if !th.room(s.used, elementSize) || !s.Add(th, x) {
			return false
		}
	}
}

// copyAs returns a set of class t (set or frozenset) with the elements of s.
func (s *Set) copyAs(th *Thread, t *Type) *Set {
	n := (*Set)(allocate(t).Ptr())
	n.merge(th, s)
	return n
}

// baseType is the class of results: set or frozenset, also for instances of subclasses.
func (s *Set) baseType() *Type {
	if s.Shape.Solid == &FrozenSetType {
		return &FrozenSetType
	}
	return &SetType
}

// intersection returns s & v (set_intersection).
func (s *Set) intersection(th *Thread, v Value) *Set {
	if v.H == &s.Header {
		return s.copyAs(th, s.baseType())
	}
	n := (*Set)(allocate(s.baseType()).Ptr())
	o, ok := AsSet(v)
	if !ok {
		complete := false // every element is found: what follows is not looked at
		if !th.eachHashed(v, func(x Value, h int64) bool {
			e, ok := s.find(th, x, h)
			if !ok || e != nil && !n.AddHash(th, x, h) {
				return false
			}
			complete = e != nil && n.used >= s.used
			return !complete
		}) && !complete {
			return nil
		}
		return n
	}
	a, b := s, o
	if b.used > a.used {
		a, b = b, a
	}
	for i := 0; i < len(b.table); i++ {
		x := b.table[i]
		if x.key.H == nil {
			continue
		}
		e, ok := a.find(th, x.key, x.hash)
		if !ok || e != nil && !n.AddHash(th, x.key, x.hash) {
			return nil
		}
	}
	return n
}

// eachHashed calls f with the values of an iterable and their hashes until f returns false.
func (th *Thread) eachHashed(v Value, f func(x Value, h int64) bool) bool {
	it := th.Iter(v)
	if it.H == nil {
		return false
	}
	for {
		x, ok := th.Next(it)
		if x.H == nil {
			return ok
		}
		h, ok := th.Hash(x)
		if !ok || !f(x, h) {
			return false
		}
	}
}

// subtract removes the values of an iterable (set_difference_update_internal).
func (s *Set) subtract(th *Thread, v Value) bool {
	if v.H == &s.Header {
		s.Clear()
		return true
	}
	if o, ok := AsSet(v); ok {
		if o.used>>3 > s.used {
			if o = s.intersection(th, v); o == nil {
				return false
			}
		}
		for i := 0; i < len(o.table); i++ {
			if e := o.table[i]; e.key.H != nil {
				if _, ok := s.discard(th, e.key, e.hash); !ok {
					return false
				}
			}
		}
	} else if !th.eachHashed(v, func(x Value, h int64) bool { _, ok := s.discard(th, x, h); return ok }) {
		return false
	}
	if mask := max(len(s.table), setMinSize) - 1; s.fill-s.used > mask/4 {
		s.resize(growSet(s.used))
	}
	return true
}

// difference returns s - v (set_difference).
func (s *Set) difference(th *Thread, v Value) *Set {
	o, isSet := AsSet(v)
	d, isDict := AsDict(v)
	if n := 0; isSet || isDict {
		if isSet {
			n = o.used
		} else {
			n = d.live
		}
		if s.used>>2 <= n {
			return s.without(th, o, d)
		}
	}
	n := s.copyAs(th, s.baseType())
	if !n.subtract(th, v) {
		return nil
	}
	return n
}

// without returns the elements of s that are not in o, or, when o is nil, not keys of d.
func (s *Set) without(th *Thread, o *Set, d *Dict) *Set {
	n := (*Set)(allocate(s.baseType()).Ptr())
	for i := 0; i < len(s.table); i++ {
		x := s.table[i]
		if x.key.H == nil {
			continue
		}
		var in, ok bool
		if o != nil {
			var e *setEntry
			e, ok = o.find(th, x.key, x.hash)
			in = e != nil
		} else {
			var pos int
			pos, ok = d.find(th, x.key, x.hash)
			in = pos >= 0
		}
		if !ok || !in && !n.AddHash(th, x.key, x.hash) {
			return nil
		}
	}
	return n
}

// toggle makes s the symmetric difference with v (set_symmetric_difference_update).
func (s *Set) toggle(th *Thread, v Value) bool {
	if v.H == &s.Header {
		s.Clear()
		return true
	}
	o, ok := AsSet(v)
	if !ok {
		if o = th.NewSetFrom(v); o == nil {
			return false
		}
	}
	for i := 0; i < len(o.table); i++ {
		e := o.table[i]
		if e.key.H == nil {
			continue
		}
		found, ok := s.discard(th, e.key, e.hash)
		if !ok || !found && !s.AddHash(th, e.key, e.hash) {
			return false
		}
	}
	return true
}

// symmetricDifference returns s ^ v.
func (s *Set) symmetricDifference(th *Thread, v Value) *Set {
	n := (*Set)(allocate(s.baseType()).Ptr())
	if !n.Update(th, v) || !n.toggle(th, s.V()) {
		return nil
	}
	return n
}

// subset reports whether all elements of s are in o.
func (s *Set) subset(th *Thread, o *Set) (yes, ok bool) {
	if s.used > o.used {
		return false, true
	}
	for i := 0; i < len(s.table); i++ {
		x := s.table[i]
		if x.key.H == nil {
			continue
		}
		e, ok := o.find(th, x.key, x.hash)
		if e == nil {
			return false, ok
		}
	}
	return true, true
}

// disjoint reports whether s and the iterable v have no element in common.
func (s *Set) disjoint(th *Thread, v Value) (yes, ok bool) {
	if v.H == &s.Header {
		return s.used == 0, true
	}
	if o, ok := AsSet(v); ok {
		a, b := s, o
		if b.used > a.used {
			a, b = b, a
		}
		for i := 0; i < len(b.table); i++ {
			x := b.table[i]
			if x.key.H == nil {
				continue
			}
			if e, ok := a.find(th, x.key, x.hash); e != nil || !ok {
				return false, ok
			}
		}
		return true, true
	}
	met := false
	ok = th.eachHashed(v, func(x Value, h int64) bool {
		e, ok := s.find(th, x, h)
		met = ok && e != nil
		return ok && !met
	})
	return ok, ok || met
}

func setCompare(th *Thread, a, b Value, op CmpOp) Value {
	s, ok := AsSet(a)
	o, ok2 := AsSet(b)
	if !ok || !ok2 {
		return NotImplemented
	}
	switch op {
	case CmpEQ, CmpNE:
		eq := s.used == o.used && !(s.hashed && o.hashed && s.hash != o.hash)
		if eq {
			if eq, ok = s.subset(th, o); !ok {
				return Value{}
			}
		}
		return Bool(eq == (op == CmpEQ))
	case CmpLT, CmpLE:
		if op == CmpLT && s.used >= o.used {
			return False
		}
		return boolResult(s.subset(th, o))
	}
	if op == CmpGT && s.used <= o.used {
		return False
	}
	return boolResult(o.subset(th, s))
}
