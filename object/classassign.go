// Assignment to __bases__ of a class and to __class__ of an object.
package object

// setBases is C.__bases__ = bases.
func setBases(th *Thread, v, x Value) bool {
	t := typeOf(v)
	if !th.typeMutable(t, "__bases__", x) {
		return false
	}
	bases, ok := th.checkNewBases(t, x)
	if !ok {
		return false
	}
	base := bestBase(th, bases)
	if base == nil || !th.sameLayout(t.Base, base, "__bases__") {
		return false
	}
	oldBases, oldBase := t.Bases, t.Base
	t.Bases, t.Base = bases, base
	var undo []savedMRO
	ok = th.recomputeMROs(t, &undo)
	if !ok {
		for _, u := range undo {
			u.t.MRO = u.mro
			u.t.modified()
		}
	}
	if !sameTypes(t.Bases, bases) {
		return ok // a mro() method assigned __bases__ meanwhile
	}
	if !ok {
		t.Bases, t.Base = oldBases, oldBase
		return false
	}
	for _, b := range oldBases {
		th.removeSubclass(b, t)
	}
	th.addSubclass(t)
	t.modified()
	t.updateSlots()
	return true
}

func sameTypes(a, b []*Type) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

func (th *Thread) checkNewBases(t *Type, x Value) ([]*Type, bool) {
	tuple, ok := AsTuple(x)
	if !ok {
		th.TypeError("can only assign tuple to %s.__bases__, not %s", t.Name, x.Type().TPName())
		return nil, false
	}
	if len(tuple.Items) == 0 {
		th.TypeError("can only assign non-empty tuple to %s.__bases__, not ()", t.Name)
		return nil, false
	}
	var bases []*Type
	for _, v := range tuple.Items {
		b, ok := AsType(v)
		if !ok {
			th.TypeError("%s.__bases__ must be tuple of classes, not '%s'", t.Name, v.Type().TPName())
			return nil, false
		}
		if b.IsSubtype(t) || b.basedOn(t) {
			th.TypeError("a __bases__ item causes an inheritance cycle")
			return nil, false
		}
		bases = append(bases, b)
	}
	return bases, true
}

// basedOn reports whether the chain of deciding bases of t leads to u.
func (t *Type) basedOn(u *Type) bool {
	for ; t != nil; t = t.Base {
		if t == u {
			return true
		}
	}
	return false
}

// savedMRO remembers the MRO of a class that is being recomputed.
type savedMRO struct {
	t   *Type
	mro []*Type
}

// recomputeMROs computes the MROs of t and its subclasses; undo collects what to restore when one fails.
func (th *Thread) recomputeMROs(t *Type, undo *[]savedMRO) bool {
	old := t.MRO
	if !th.computeMRO(t) {
		return false
	}
	*undo = append(*undo, savedMRO{t, old})
	t.modified()
	for _, w := range t.subclasses {
		if s := w.Value(); s != nil && !th.recomputeMROs(s, undo) {
			return false
		}
	}
	return true
}

// sameLayout reports whether an object laid out as from can become one laid out as to (compatible_for_assignment).
func (th *Thread) sameLayout(from, to *Type, what string) bool {
	a, b := layoutBase(from), layoutBase(to)
	if a == b || sameSlots(a, b) {
		if from.hasDict() == to.hasDict() && from.hasWeakref() == to.hasWeakref() || what == "__bases__" {
			return true
		}
	} else if what == "__bases__" && from.Flags&FlagHeap != to.Flags&FlagHeap && a.Solid != b.Solid {
		th.TypeError("%s assignment: '%s' deallocator differs from '%s'", what, to.Name, from.Name)
		return false
	}
	th.TypeError("%s assignment: '%s' object layout differs from '%s'", what, to.Name, from.Name)
	return false
}

func sameSlots(a, b *Type) bool {
	if a.Flags&FlagHeap == 0 || b.Flags&FlagHeap == 0 || a.Solid != b.Solid || len(a.slotNames) != len(b.slotNames) {
		return false
	}
	for i, n := range a.slotNames {
		if n.s != b.slotNames[i].s {
			return false
		}
	}
	return layoutBase(a.Base) == layoutBase(b.Base)
}

// setClass is obj.__class__ = cls.
func setClass(th *Thread, v, x Value) bool {
	if x.H == nil {
		th.TypeError("can't delete __class__ attribute")
		return false
	}
	to, ok := AsType(x)
	if !ok {
		th.TypeError("__class__ must be set to a class, not '%s' object", x.Type().TPName())
		return false
	}
	from := v.Type()
	isModule := from.IsSubtype(&ModuleType) && to.IsSubtype(&ModuleType)
	if !isModule && (from.Flags&FlagHeap == 0 || to.Flags&FlagHeap == 0) {
		th.TypeError("__class__ assignment only supported for mutable types or ModuleType subclasses")
		return false
	}
	if !isModule && !th.sameLayout(from, to, "__class__") {
		return false
	}
	if from != to && from.Solid == &TypeType {
		SetMetaclass((*Type)(v.Ptr()), to)
		return true
	}
	changeClass(v, to)
	return true
}

// SetMetaclass makes meta the class of the class t.
func SetMetaclass(t *Type, meta *Type) {
	t.Header.Shape = &meta.Root
	t.modified()
}

// changeClass moves v to the shape of class to that has the same attributes in the same order.
func changeClass(v Value, to *Type) {
	from := v.H.Shape
	switch {
	case from.DictMode:
		v.H.Shape = to.Root.dictShape()
	default:
		s := &to.Root
		for _, k := range from.keys {
			s = s.With(k)
		}
		v.H.Shape = s
	}
}
