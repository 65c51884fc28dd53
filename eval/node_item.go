// Subscripts.
package eval

import "pyasync/object"

// item is `v[k]`.
type item struct {
	v, k Node
	pos  Pos
}

func (n *item) Eval(f *Frame) Value {
	v := n.v.Eval(f)
	if v.H == nil {
		return v
	}
	k := n.k.Eval(f)
	if k.H == nil {
		return k
	}
	return f.getItem(v, k, n.pos)
}

func (f *Frame) getItem(v, k Value, pos Pos) Value {
	if k.H == &object.IntHeader {
		i := int(k.N)
		switch v.H.Shape {
		case &object.ListType.Root:
			items := (*object.List)(v.Ptr()).Items
			if i < 0 {
				i += len(items)
			}
			if uint(i) < uint(len(items)) {
				return items[i]
			}
		case &object.TupleType.Root:
			items := (*object.Tuple)(v.Ptr()).Items
			if i < 0 {
				i += len(items)
			}
			if uint(i) < uint(len(items)) {
				return items[i]
			}
		case &object.StrType.Root:
			if c := (*Str)(v.Ptr()).ASCIIAt(i); c.H != nil {
				return c
			}
		}
	}
	f.pos = pos
	r := f.th.GetItem(v, k)
	if r.H == nil {
		f.fail(pos)
	}
	return r
}

// localItem is `x[k]` for a local variable x, as node and as condition.
type localItem struct {
	item
	off slot
}

func (n *localItem) Eval(f *Frame) Value {
	v := *f.at(n.off)
	if v.H == nil {
		return n.v.Eval(f)
	}
	k := n.k.Eval(f)
	if k.H == &object.IntHeader && v.H.Shape == &object.ListType.Root {
		if items := (*object.List)(v.Ptr()).Items; k.N < uint64(len(items)) {
			return items[k.N]
		}
	}
	if k.H == nil {
		return k
	}
	return f.getItem(v, k, n.pos)
}

func (n *localItem) Test(f *Frame) int {
	v := n.Eval(f)
	if v.H == &object.BoolHeader {
		return int(v.N)
	}
	return f.truth(v, n.pos)
}

// localsItem is `x[k]` for local variables x and k.
type localsItem struct {
	localItem
	key slot
}

func (n *localsItem) Eval(f *Frame) Value {
	v, k := *f.at(n.off), *f.at(n.key)
	if v.H == nil || k.H != &object.IntHeader {
		return n.localItem.Eval(f)
	}
	if v.H.Shape == &object.ListType.Root {
		if items := (*object.List)(v.Ptr()).Items; k.N < uint64(len(items)) {
			return items[k.N]
		}
	}
	return f.getItem(v, k, n.pos)
}

func (n *localsItem) Test(f *Frame) int {
	v := n.Eval(f)
	if v.H == &object.BoolHeader {
		return int(v.N)
	}
	return f.truth(v, n.pos)
}

// newItem makes the node of `v[k]`.
func newItem(v, k Node, pos Pos) Node {
	if s, ok := k.(*sliceNode); ok {
		return &sliced{v, s, pos}
	}
	n := item{v, k, pos}
	off, ok := localSlot(v)
	if !ok {
		return &n
	}
	if key, ok := localSlot(k); ok {
		return &localsItem{localItem{n, off}, key}
	}
	return &localItem{n, off}
}

// newItemTarget makes the target `v[k]`.
func newItemTarget(v, k Node, pos Pos) target {
	if s, ok := k.(*sliceNode); ok {
		return &sliceTarget{v, s, pos}
	}
	return &itemTarget{v, k, pos}
}

// assignItem is `x[k] = v` for a local variable x.
type assignItem struct {
	itemTarget
	off   slot
	value Node
}

func (s *assignItem) Exec(f *Frame) Status {
	x := s.value.Eval(f)
	if x.H == nil {
		return Raise
	}
	v := *f.at(s.off)
	if v.H == nil {
		s.v.Eval(f)
		return Raise
	}
	k := s.k.Eval(f)
	if k.H == &object.IntHeader && v.H.Shape == &object.ListType.Root {
		if items := (*object.List)(v.Ptr()).Items; k.N < uint64(len(items)) {
			object.Store(&items[k.N], x)
			return Normal
		}
	}
	if k.H == nil || !f.setItem(v, k, x, s.pos) {
		return Raise
	}
	return Normal
}

// itemTarget stores to v[k].
type itemTarget struct {
	v, k Node
	pos  Pos
}

func (t *itemTarget) operands(f *Frame) (v, k Value, ok bool) {
	if v = t.v.Eval(f); v.H == nil {
		return v, v, false
	}
	k = t.k.Eval(f)
	return v, k, k.H != nil
}

func (t *itemTarget) store(f *Frame, x Value) bool {
	v, k, ok := t.operands(f)
	return ok && f.setItem(v, k, x, t.pos)
}

func (f *Frame) setItem(v, k, x Value, pos Pos) bool {
	if k.H == &object.IntHeader && v.H.Shape == &object.ListType.Root {
		items := (*object.List)(v.Ptr()).Items
		i := int(k.N)
		if i < 0 {
			i += len(items)
		}
		if uint(i) < uint(len(items)) {
			object.Store(&items[i], x)
			return true
		}
	}
	f.pos = pos
	if !f.th.SetItem(v, k, x) {
		f.fail(pos)
		return false
	}
	return true
}

func (t *itemTarget) del(f *Frame) bool {
	v, k, ok := t.operands(f)
	if !ok {
		return false
	}
	f.pos = t.pos
	if !f.th.SetItem(v, k, Value{}) {
		f.fail(t.pos)
		return false
	}
	return true
}
