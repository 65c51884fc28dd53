// The making of classes: type.__new__, as class statements and type(name, bases, namespace) run it.
package object

import (
	"slices"
	"weak"
)

// NewType makes a class as type.__new__(meta, name, bases, ns, **kw) does: it finds the layout and the MRO, takes a
// copy of ns as the namespace, makes the descriptors of __slots__, fills the slots, and runs __set_name__ and
// __init_subclass__. meta is the most derived metaclass already. False: an exception is pending.
func NewType(th *Thread, meta *Type, name *Str, bases []*Type, ns *Dict, kwNames []*Str, kwValues []Value) (*Type, bool) {
	if len(bases) == 0 {
		bases = []*Type{&ObjectType}
	}
	base := bestBase(th, bases)
	if base == nil {
		return nil, false
	}
	t := &Type{Name: name.s, Qualname: name.s, Base: base, Bases: bases, attrs: ns.Copy()}
	t.Header.Shape = &meta.Root
	t.Flags = FlagHeap | base.Flags&(FlagMethod|FlagException|FlagType|FlagHasFinalizer) | collectionFlags(bases)
	if !th.prepareNamespace(t) || !th.initLayout(t) {
		return nil, false
	}
	if t.attrs.FindStr(strDoc) < 0 {
		t.attrs.SetStr(strDoc, None)
	}
	t.Root = Shape{Type: t, Solid: t.Base.Root.Solid}
	if !th.computeMRO(t) {
		return nil, false
	}
	t.fillSlots()
	th.addSubclass(t)
	if !th.checkStringKeys(t) {
		return nil, false
	}
	return t, th.announceClass(t, kwNames, kwValues)
}

// collectionFlags are the pattern-matching properties, which come from the first base that has any.
func collectionFlags(bases []*Type) TypeFlags {
	for _, b := range bases {
		if f := b.Flags & (FlagSequence | FlagMapping | FlagMatchSelf); f != 0 {
			return f
		}
	}
	return 0
}

// prepareNamespace brings t's namespace into the form CPython's type_new_set_attrs leaves.
func (th *Thread) prepareNamespace(t *Type) bool {
	d := t.attrs
	if d.GetStr(strModule).IsNil() {
		if m := th.callerModule(); m.H != nil {
			d.SetStr(strModule, m)
		}
	}
	if q := d.GetStr(strQualname); q.H != nil {
		s, ok := AsStr(q)
		if !ok {
			th.TypeError("type __qualname__ must be a str, not %s", q.Type().TPName())
			return false
		}
		t.Qualname = s.s
		d.DelStr(strQualname)
	}
	if v := d.GetStr(strDoc); v.H != nil {
		if doc, ok := AsStr(v); ok && !th.checkUTF8(doc) {
			return false
		}
	}
	wrapFunction(d, strNew, NewStaticMethod)
	wrapFunction(d, strInitSubclass, NewClassMethod)
	wrapFunction(d, strClassGetitem, NewClassMethod)
	if d.FindStr(strEq) >= 0 && d.FindStr(strHash) < 0 {
		d.SetStr(strHash, None)
	}
	return th.setClassCells(t)
}

// callerModule is __name__ of the globals of the running frame.
func (th *Thread) callerModule() Value {
	if th.Interp.Hooks.CurrentFrame == nil {
		return Value{}
	}
	f := th.Interp.Hooks.CurrentFrame(th, 0)
	if f.H == nil || !f.Is(&FrameType) {
		return Value{}
	}
	return (*FrameObject)(f.Ptr()).Globals.GetStr(strName)
}

func wrapFunction(d *Dict, name *Str, wrap func(Value) Value) {
	if f := d.GetStr(name); f.H != nil && f.H.Shape.Type == &FunctionType {
		d.SetStr(name, wrap(f))
	}
}

// setClassCells gives the __class__ cell (and the one of the class dict) its value and drops it from the namespace.
func (th *Thread) setClassCells(t *Type) bool {
	if c := t.attrs.GetStr(strClassCell); c.H != nil {
		if !c.Is(&CellType) {
			th.TypeError("__classcell__ must be a nonlocal cell, not <class '%s'>", c.Type().TPName())
			return false
		}
		(*Cell)(c.Ptr()).V = t.V()
		t.attrs.DelStr(strClassCell)
	}
	if c := t.attrs.GetStr(strClassDictCell); c.H != nil && c.Is(&CellType) {
		(*Cell)(c.Ptr()).V = t.attrs.V()
		t.attrs.DelStr(strClassDictCell)
	}
	return true
}

// announceClass tells the attributes their names and the bases about their new subclass.
func (th *Thread) announceClass(t *Type, kwNames []*Str, kwValues []Value) bool {
	if !th.setNames(t) {
		return false
	}
	if !slices.Contains(t.MRO, t) { // what super(t, t) says of a class that left itself out in mro()
		th.TypeError("super(type, obj): obj (type %s) is not an instance or subtype of type (%s).", t.Name, t.Name)
		return false
	}
	f, ok := th.superLookup(t, t.V(), t, strInitSubclass)
	if !ok {
		return false
	}
	if f.H == nil || isObjectInitSubclass(f) && len(kwNames) == 0 {
		return true
	}
	return th.Call(f, kwValues, kwNames).H != nil
}

func isObjectInitSubclass(f Value) bool {
	if !f.IsExact(&BuiltinType) {
		return false
	}
	b := (*Builtin)(f.Ptr())
	return b.Owner == &ObjectType
}

// checkStringKeys warns of what is no name in the namespace.
func (th *Thread) checkStringKeys(t *Type) bool {
	for pos := 0; ; {
		k, _, next, more := t.attrs.Next(pos)
		if !more {
			return true
		}
		if pos = next; !k.Is(&StrType) {
			warn := th.Interp.Hooks.Warn
			return warn == nil || warn(th, &RuntimeWarningType, "non-string key in the __dict__ of class "+t.Name, 1)
		}
	}
}

// setNames calls __set_name__ of the attributes that have one, over a copy of the namespace.
func (th *Thread) setNames(t *Type) bool {
	type item struct{ k, v Value }
	var todo []item
	for pos := 0; ; {
		k, v, next, more := t.attrs.Next(pos)
		if !more {
			break
		}
		pos = next
		if vt := v.H.Shape.Type; vt != &FunctionType && th.Lookup(vt, strSetName).H != nil {
			todo = append(todo, item{k, v})
		}
	}
	for _, it := range todo {
		r, _ := th.CallSpecial(it.v, strSetName, t.V(), it.k)
		if r.H == nil {
			k, _ := th.Repr(it.k)
			exc := th.Exc
			th.AddNote(exc, "Error calling __set_name__ on '"+it.v.Type().Name+"' instance "+k+" in '"+t.Name+"'")
			th.Exc = exc
			return false
		}
	}
	return true
}

// addSubclass records t with its bases: __subclasses__ and the invalidation of caches need to find it.
func (th *Thread) addSubclass(t *Type) {
	w := weak.Make(t)
	for _, b := range t.Bases {
		if b.Flags&FlagHeap != 0 {
			b.subclasses = appendLive(b.subclasses, w)
		} else {
			th.Interp.builtinSubs[b] = appendLive(th.Interp.builtinSubs[b], w)
		}
	}
}

// appendLive appends w; when the slice is full it first drops classes that are gone.
func appendLive(list []weak.Pointer[Type], w weak.Pointer[Type]) []weak.Pointer[Type] {
	if len(list) == cap(list) {
		keep := list[:0]
		for _, x := range list {
			if x.Value() != nil {
				keep = append(keep, x)
			}
		}
		list = keep
	}
	return append(list, w)
}

func (th *Thread) removeSubclass(base, t *Type) {
	list := base.subclasses
	if base.Flags&FlagHeap == 0 {
		list = th.Interp.builtinSubs[base]
	}
	for i, w := range list {
		if w.Value() == t {
			list = append(list[:i:i], list[i+1:]...)
			break
		}
	}
	if base.Flags&FlagHeap == 0 {
		th.Interp.builtinSubs[base] = list
	} else {
		base.subclasses = list
	}
}

// Subclasses returns the living direct subclasses of t, builtin ones included, in the order they were made.
func (th *Thread) Subclasses(t *Type) []*Type {
	var all []*Type
	list := t.subclasses
	if t.Flags&FlagHeap == 0 {
		for _, b := range builtinTypes {
			if b.Base == t {
				all = append(all, b)
			}
		}
		list = th.Interp.builtinSubs[t]
	}
	for _, w := range list {
		if s := w.Value(); s != nil {
			all = append(all, s)
		}
	}
	return all
}

// TypeNew is type.__new__ for metaclasses written in Go.
func TypeNew(th *Thread, meta *Type, args []Value, kw []*Str) Value {
	return typeNew(th, meta, args, kw)
}

// typeNew is type.__new__ called with Python arguments.
func typeNew(th *Thread, meta *Type, args []Value, kw []*Str) Value {
	npos := len(args) - len(kw)
	if npos != 3 {
		return th.TypeError("type.__new__() takes exactly 3 arguments (%d given)", npos)
	}
	name, ok := AsStr(args[0])
	if !ok {
		return th.TypeError("type.__new__() argument 1 must be str, not %s", typeNameOf(args[0]))
	}
	tuple, ok := AsTuple(args[1])
	if !ok {
		return th.TypeError("type.__new__() argument 2 must be tuple, not %s", args[1].Type().TPName())
	}
	ns, ok := AsDict(args[2])
	if !ok {
		return th.TypeError("type.__new__() argument 3 must be dict, not %s", args[2].Type().TPName())
	}
	if !th.checkTypeName(name) {
		return Value{}
	}
	winner, bases := th.typeBases(meta, tuple.Items)
	if winner == nil {
		return Value{}
	}
	if winner != meta {
		if f := winner.lookupMRO(strNew); !isNewWrapperOf(f, &TypeType) {
			return winner.Slots.New(th, winner, args, kw)
		}
		meta = winner
	}
	t, ok := NewType(th, meta, name, bases, ns, kw, args[3:])
	if !ok {
		return Value{}
	}
	return t.V()
}

// typeBases checks the bases and finds the metaclass (type_new_get_bases).
func (th *Thread) typeBases(meta *Type, items []Value) (*Type, []*Type) {
	for _, b := range items {
		if _, ok := AsType(b); ok {
			continue
		}
		x, ok := th.LookupAttr(b, strMroEntries)
		if !ok {
			return nil, nil
		}
		if x.H != nil {
			th.TypeError("type() doesn't support MRO entry resolution; use types.new_class()")
			return nil, nil
		}
	}
	winner, ok := th.Metaclass(meta, items)
	if !ok {
		return nil, nil
	}
	bases := make([]*Type, 0, len(items)+1)
	for _, b := range items {
		t, ok := AsType(b)
		if !ok {
			th.TypeError("bases must be types")
			return nil, nil
		}
		bases = append(bases, t)
	}
	return winner, bases
}

// Metaclass returns the most derived of meta and the metaclasses of bases (_PyType_CalculateMetaclass).
func (th *Thread) Metaclass(meta *Type, bases []Value) (*Type, bool) {
	winner := meta
	for _, b := range bases {
		m := b.Type()
		if winner.IsSubtype(m) {
			continue
		}
		if !m.IsSubtype(winner) {
			th.TypeError("metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases")
			return nil, false
		}
		winner = m
	}
	return winner, true
}

// ResolveBases replaces bases that are no classes by what their __mro_entries__ returns for orig, the tuple of all bases
// (PEP 560); changed reports whether there were any, in which case the class gets __orig_bases__.
func (th *Thread) ResolveBases(bases []Value, orig Value) (resolved []Value, changed, ok bool) {
	for i, b := range bases {
		if _, isType := AsType(b); isType {
			if changed {
				resolved = append(resolved, b)
			}
			continue
		}
		f, ok := th.LookupAttr(b, strMroEntries)
		if !ok {
			return nil, false, false
		}
		if f.H == nil {
			if changed {
				resolved = append(resolved, b)
			}
			continue
		}
		r := th.CallArgs(f, orig)
		if r.H == nil {
			return nil, false, false
		}
		entries, isTuple := AsTuple(r)
		if !isTuple {
			th.TypeError("__mro_entries__ must return a tuple")
			return nil, false, false
		}
		if !changed {
			changed = true
			resolved = append([]Value(nil), bases[:i]...)
		}
		resolved = append(resolved, entries.Items...)
	}
	if !changed {
		return bases, false, true
	}
	return resolved, true, true
}
