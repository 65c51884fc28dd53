// Items, membership and length of any value.
package object

// GetItem returns v[key].
func (th *Thread) GetItem(v, key Value) Value {
	t := v.H.Shape.Type
	if t.GetItem != nil {
		return t.GetItem(th, v, key)
	}
	if ct, ok := AsType(v); ok {
		if r, ok := th.classGetItem(ct, key); ok {
			return r
		}
	}
	return th.TypeError("'%s' object is not subscriptable", t.TPName())
}

// SetItem sets v[key] = x; x nil deletes.
func (th *Thread) SetItem(v, key, x Value) bool {
	t := v.H.Shape.Type
	if t.SetItem != nil {
		return t.SetItem(th, v, key, x)
	}
	asSequence := t.Len != nil || t.Contains != nil || t.Concat != nil || t.Flags&FlagHeap != 0
	if asSequence && key.H.Shape.Type.Index != nil {
		// CPython asks the type as a sequence when the key is an index.
		if _, ok := th.AsIndex(key, &IndexErrorType); !ok {
			return false
		}
	}
	if x.H == nil {
		does := "does not"
		if asSequence && key.H.Shape.Type.Index != nil {
			does = "doesn't"
		}
		th.TypeError("'%s' object %s support item deletion", t.TPName(), does)
	} else {
		th.TypeError("'%s' object does not support item assignment", t.TPName())
	}
	return false
}

// Contains returns x in v.
func (th *Thread) Contains(v, x Value) (in, ok bool) {
	t := v.H.Shape.Type
	if t.Contains != nil {
		return t.Contains(th, v, x)
	}
	if t.Iter == nil && !(t.GetItem != nil && t.isSequence()) {
		th.TypeError("argument of type '%s' is not iterable", t.TPName())
		return false, false
	}
	it := v
	if t.Flags&FlagHeap != 0 {
		if it = th.Iter(v); it.H == nil {
			if th.Catch(&TypeErrorType) {
				th.TypeError("argument of type '%s' is not iterable", t.TPName())
			}
			return false, false
		}
	}
	return th.Search(it, func(y Value) (bool, bool) { return th.Equal(y, x) })
}

// Len returns len(v).
func (th *Thread) Len(v Value) (int, bool) {
	if f := v.H.Shape.Type.Len; f != nil {
		return f(th, v)
	}
	th.TypeError("object of type '%s' has no len()", v.Type().TPName())
	return 0, false
}

// isSequence reports whether GetItem works by index, so that iteration may fall back on it.
func (t *Type) isSequence() bool { return t.Flags&FlagMapping == 0 || t.Flags&FlagHeap != 0 }
