// Slices: `v[a:b:c]` read, stored and deleted.
package eval

import "pyasync/object"

// sliceNode is `a:b:c` inside a subscript.
type sliceNode struct{ lower, upper, step Node }

func (n *sliceNode) Eval(f *Frame) Value {
	a, b, c, ok := n.bounds(f)
	if !ok {
		return Value{}
	}
	return object.NewSlice(a, b, c)
}

// bounds evaluates the three parts; what is left out is None.
func (n *sliceNode) bounds(f *Frame) (a, b, c Value, ok bool) {
	a, b, c = object.None, object.None, object.None
	if n.lower != nil {
		if a = n.lower.Eval(f); a.H == nil {
			return a, a, a, false
		}
	}
	if n.upper != nil {
		if b = n.upper.Eval(f); b.H == nil {
			return b, b, b, false
		}
	}
	if n.step != nil {
		if c = n.step.Eval(f); c.H == nil {
			return c, c, c, false
		}
	}
	return a, b, c, true
}

// passing evaluates the parts and makes the slice object for v[a:b:c]: the thread's own, if v is of a builtin type,
// which does not keep it, and the bounds run no code of the program.
func (n *sliceNode) passing(f *Frame, v Value) Value {
	a, b, c, ok := n.bounds(f)
	if !ok {
		return Value{}
	}
	if plainBound(a) && plainBound(b) && plainBound(c) {
		switch v.H.Shape {
		case &object.ListType.Root, &object.StrType.Root, &object.BytesType.Root, &object.TupleType.Root, &object.ByteArrayType.Root:
			return f.th.PassingSlice(a, b, c)
		}
	}
	return object.NewSlice(a, b, c)
}

func plainBound(v Value) bool { return v.H == &object.IntHeader || v.IsNone() }

// sliced is `v[a:b:c]`.
type sliced struct {
	v   Node
	s   *sliceNode
	pos Pos
}

func (n *sliced) Eval(f *Frame) Value {
	v := n.v.Eval(f)
	if v.H == nil {
		return v
	}
	k := n.s.passing(f, v)
	if k.H == nil {
		return k
	}
	return f.getItem(v, k, n.pos)
}

// sliceTarget stores to v[a:b:c].
type sliceTarget struct {
	v   Node
	s   *sliceNode
	pos Pos
}

func (t *sliceTarget) store(f *Frame, x Value) bool {
	v := t.v.Eval(f)
	if v.H == nil {
		return false
	}
	var k Value
	if x.IsExact(&object.ListType) || x.IsExact(&object.TupleType) {
		k = t.s.passing(f, v)
	} else { // to iterate over x may run code of the program
		k = t.s.Eval(f)
	}
	return k.H != nil && f.setItem(v, k, x, t.pos)
}

func (t *sliceTarget) del(f *Frame) bool {
	v := t.v.Eval(f)
	if v.H == nil {
		return false
	}
	k := t.s.passing(f, v)
	if k.H == nil {
		return false
	}
	f.pos = t.pos
	if !f.th.SetItem(v, k, Value{}) {
		f.fail(t.pos)
		return false
	}
	return true
}
