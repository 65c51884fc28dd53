// The views of dicts: dict_keys, dict_values and dict_items.
package object

import "strings"

// DictView is dict.keys(), values() or items().
type DictView struct {
	Header
	Dict *Dict
}

var DictKeysType, DictValuesType, DictItemsType Type

func init() {
	setLike := [NumBinOps]BinaryFunc{OpOr: viewOr, OpAnd: viewAnd, OpSub: viewSub, OpXor: viewXor}
	define := func(t *Type, name string, kind int, s Slots) {
		s.Repr, s.Len = viewRepr, viewLen
		s.Iter = func(th *Thread, v Value) Value { return newDictIter(viewDict(v), kind, false) }
		methods := []Method{{Name: "__reversed__", F0: func(th *Thread, v Value) Value { return newDictIter(viewDict(v), kind, true) },
			Doc: "Return a reverse iterator over the dict " + [...]string{"keys", "values", "items"}[kind] + "."}}
		if kind != dictIterValues {
			methods = append(methods, Method{Name: "isdisjoint", Sig: "other, /", F1: viewDisjoint, Doc: "Return True if the view and the given iterable have a null intersection."})
		}
		Define(t, Spec{Name: name, Flags: FlagNoNew | FlagFinal, Alloc: Allocator[DictView](), Slots: s, Methods: methods,
			Getset: []Getset{{Name: "mapping", Doc: "dictionary that this view refers to", Get: func(th *Thread, v Value) Value { return NewMappingProxy(viewDict(v).V()) }}}})
	}
	define(&DictKeysType, "dict_keys", dictIterKeys, Slots{Contains: keysContain, Compare: viewCompare, Binary: setLike})
	define(&DictValuesType, "dict_values", dictIterValues, Slots{})
	define(&DictItemsType, "dict_items", dictIterItems, Slots{Contains: itemsContain, Compare: viewCompare, Binary: setLike})
}

func viewDict(v Value) *Dict { return (*DictView)(v.Ptr()).Dict }

func newView(t *Type, self Value) Value {
	return Value{&(&DictView{Header{&t.Root}, (*Dict)(self.Ptr())}).Header, 0}
}

func dictKeys(th *Thread, self Value) Value   { return newView(&DictKeysType, self) }
func dictValues(th *Thread, self Value) Value { return newView(&DictValuesType, self) }
func dictItems(th *Thread, self Value) Value  { return newView(&DictItemsType, self) }

func viewLen(th *Thread, v Value) (int, bool) { return viewDict(v).live, true }

func viewRepr(th *Thread, v Value) Value {
	if !th.EnterRepr(v) {
		return StrValue("...")
	}
	defer th.LeaveRepr()
	it := v.H.Shape.Type.Iter(th, v)
	items, ok := th.Drain(nil, it)
	if !ok {
		return Value{}
	}
	var b strings.Builder
	b.WriteString(v.Type().Name + "([")
	if !th.reprItems(&b, NewList(items).at) {
		return Value{}
	}
	b.WriteString("])")
	return StrValue(b.String())
}

func keysContain(th *Thread, v, key Value) (bool, bool) {
	return dictContains(th, viewDict(v).V(), key)
}

func itemsContain(th *Thread, v, item Value) (bool, bool) {
	t, ok := AsTuple(item)
	if !ok || len(t.Items) != 2 {
		return false, true
	}
	x, ok := viewDict(v).Get(th, t.Items[0])
	if x.H == nil {
		return false, ok
	}
	return th.Equal(x, t.Items[1])
}

// isView reports whether v is a view that behaves as a set.
func isView(v Value) bool {
	s := v.H.Shape.Solid
	return s == &DictKeysType || s == &DictItemsType
}

func viewCompare(th *Thread, a, b Value, op CmpOp) Value {
	if _, isSet := AsSet(b); !isSet && !isView(b) {
		return NotImplemented
	}
	n, ok := th.Len(a)
	if !ok {
		return Value{}
	}
	m, ok := th.Len(b)
	if !ok {
		return Value{}
	}
	within := func(a, b Value, possible bool) Value {
		if !possible {
			return Bool(op == CmpNE)
		}
		all, ok := th.allContained(a, b)
		if !ok {
			return Value{}
		}
		return Bool(all != (op == CmpNE))
	}
	switch op {
	case CmpEQ, CmpNE:
		return within(a, b, n == m)
	case CmpLT:
		return within(a, b, n < m)
	case CmpLE:
		return within(a, b, n <= m)
	case CmpGT:
		return within(b, a, n > m)
	}
	return within(b, a, n >= m)
}

// allContained reports whether all values of a are in b.
func (th *Thread) allContained(a, b Value) (all, ok bool) {
	it := th.Iter(a)
	if it.H == nil {
		return false, false
	}
	for {
		x, ok := th.Next(it)
		if x.H == nil {
			return ok, ok
		}
		if in, ok := th.Contains(b, x); !in || !ok {
			return false, ok
		}
	}
}

// The operators work when either operand is a view; the other may be any iterable.
func viewSub(th *Thread, a, b Value) Value {
	s := th.NewSetFrom(a)
	if s == nil || !s.subtract(th, b) {
		return Value{}
	}
	return s.V()
}

func viewOr(th *Thread, a, b Value) Value {
	s := th.NewSetFrom(a)
	if s == nil || !s.Update(th, b) {
		return Value{}
	}
	return s.V()
}

func viewXor(th *Thread, a, b Value) Value {
	s := th.NewSetFrom(a)
	if s == nil || !s.toggle(th, b) {
		return Value{}
	}
	return s.V()
}

// viewAnd follows _PyDictView_Intersect, which chooses the operand to iterate over.
func viewAnd(th *Thread, a, b Value) Value {
	if !isView(a) {
		a, b = b, a
	}
	d := viewDict(a)
	if b.IsExact(&SetType) && d.live <= (*Set)(b.Ptr()).used {
		return setResult((*Set)(b.Ptr()).intersection(th, a))
	}
	if isView(b) && viewDict(b).live > d.live {
		a, b = b, a
	}
	in := a.H.Shape.Type.Contains
	s := NewSet()
	it := th.Iter(b)
	if it.H == nil {
		return it
	}
	for {
		x, ok := th.Next(it)
		if x.H == nil && ok {
			return s.V()
		}
		yes := false
		if ok { // what is not in the view need not be hashable
			yes, ok = in(th, a, x)
		}
		if !ok || yes && !s.Add(th, x) {
			return Value{}
		}
	}
}

func viewDisjoint(th *Thread, self, v Value) Value {
	a, b := self, v
	if self == v {
		return Bool(viewDict(self).live == 0)
	}
	if _, isSet := AsSet(v); isSet || isView(v) {
		n, ok := th.Len(v)
		if !ok {
			return Value{}
		}
		if n > viewDict(self).live {
			a, b = v, self
		}
	}
	it := th.Iter(b)
	if it.H == nil {
		return it
	}
	for {
		x, ok := th.Next(it)
		if x.H == nil {
			return boolResult(ok, ok)
		}
		in, ok := th.Contains(a, x)
		if !ok {
			return Value{}
		}
		if in {
			return False
		}
	}
}
