// Subscripts and slices.
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
		}
	}
	f.pos = pos
	r := f.th.GetItem(v, k)
	if r.H == nil {
		f.fail(pos)
	}
	return r
}

// sliceNode is `a:b:c` inside a subscript.
type sliceNode struct{ lower, upper, step Node }

func (n *sliceNode) Eval(f *Frame) Value {
	var p [3]Value
	for i, x := range [3]Node{n.lower, n.upper, n.step} {
		p[i] = object.None
		if x != nil {
			if p[i] = x.Eval(f); p[i].H == nil {
				return Value{}
			}
		}
	}
	return object.NewSlice(p[0], p[1], p[2])
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
