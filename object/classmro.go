// The method resolution order: C3, and mro() methods of metaclasses.
package object

import "strings"

// computeMRO sets t.MRO (CPython's mro_internal).
func (th *Thread) computeMRO(t *Type) bool {
	meta := t.Header.Shape.Type
	if meta != &TypeType {
		f := th.Lookup(meta, strMRO)
		if d, ok := asMethodDescriptor(f); !ok || d.Owner != &TypeType {
			return th.customMRO(t)
		}
	}
	mro, ok := th.c3(t)
	if ok {
		t.MRO = mro
	}
	return ok
}

// customMRO asks the metaclass and checks its answer.
func (th *Thread) customMRO(t *Type) bool {
	r, _ := th.CallSpecial(t.V(), strMRO)
	if r.H == nil {
		return false
	}
	items, ok := th.Collect(r)
	if !ok {
		return false
	}
	if len(items) == 0 {
		th.TypeError("type MRO must not be empty")
		return false
	}
	solid := layoutBase(t)
	mro := make([]*Type, 0, len(items))
	for _, v := range items {
		m, ok := AsType(v)
		if !ok {
			th.TypeError("mro() returned a non-class ('%s')", v.Type().TPName())
			return false
		}
		if m.MRO != nil && !solid.IsSubtype(layoutBase(m)) && solid != layoutBase(m) && solid.MRO != nil {
			th.TypeError("mro() returned base with unsuitable layout ('%s')", m.Name)
			return false
		}
		mro = append(mro, m)
	}
	t.MRO = mro
	return true
}

// c3 merges the MROs of t's bases.
func (th *Thread) c3(t *Type) ([]*Type, bool) {
	for i, b := range t.Bases {
		if b.MRO == nil {
			th.TypeError("Cannot extend an incomplete type '%s'", b.Name)
			return nil, false
		}
		for _, c := range t.Bases[i+1:] {
			if b == c {
				th.TypeError("duplicate base class %s", b.Name)
				return nil, false
			}
		}
	}
	if len(t.Bases) == 1 {
		return append(append(make([]*Type, 0, len(t.Bases[0].MRO)+1), t), t.Bases[0].MRO...), true
	}
	lists := make([][]*Type, 0, len(t.Bases)+1)
	for _, b := range t.Bases {
		lists = append(lists, b.MRO)
	}
	lists = append(lists, t.Bases)
	mro := []*Type{t}
	for {
		next, done := mergeHead(lists)
		if done {
			return mro, true
		}
		if next == nil {
			th.inconsistentMRO(lists)
			return nil, false
		}
		mro = append(mro, next)
		for i, l := range lists {
			if len(l) > 0 && l[0] == next {
				lists[i] = l[1:]
			}
		}
	}
}

// mergeHead finds the first head that is in no tail.
func mergeHead(lists [][]*Type) (next *Type, done bool) {
	done = true
search:
	for _, l := range lists {
		if len(l) == 0 {
			continue
		}
		done = false
		for _, o := range lists {
			for i := 1; i < len(o); i++ {
				if o[i] == l[0] {
					continue search
				}
			}
		}
		return l[0], false
	}
	return nil, done
}

func (th *Thread) inconsistentMRO(lists [][]*Type) {
	var names []string
	seen := map[*Type]bool{}
	for _, l := range lists {
		if len(l) > 0 && !seen[l[0]] {
			seen[l[0]] = true
			names = append(names, l[0].Name)
		}
	}
	th.TypeError("Cannot create a consistent method resolution order (MRO) for bases %s", strings.Join(names, ", "))
}
