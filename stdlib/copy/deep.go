// Deep copies: every object met is remembered in the memo, so that shared and recursive structure survives.
package copymod

import (
	"fmt"

	"pyasync/object"
)

func sprintf(format string, a ...any) string { return fmt.Sprintf(format, a...) }

// memo maps id(x) to the copy of x, as the dict that __deepcopy__ methods receive does.
type memo struct {
	th     *thread
	module value
	v      value        // the mapping given or made
	d      *object.Dict // the same when it is a plain dict
	keep   *object.List // the originals, under id(memo): their ids must stay theirs
}

func deep(th *thread, self value, a []value) value {
	if atomic(a[0].Type()) {
		return a[0]
	}
	m := &memo{th: th, module: self, v: a[1]}
	if m.v.H == nil || m.v.IsNone() {
		m.v = object.NewDict().V()
	}
	if m.v.IsExact(&object.DictType) {
		m.d, _ = object.AsDict(m.v)
	}
	return m.copy(a[0])
}

func id(v value) value { return object.Int(object.ID(v)) }

func (m *memo) lookup(x value) (value, bool) {
	if m.d != nil {
		return m.d.Get(m.th, id(x))
	}
	r := m.th.CallMethod(m.v, shared("get"), id(x), object.None)
	if r.H != nil && r.IsNone() {
		return value{}, true
	}
	return r, r.H != nil
}

// remember notes that y is the copy of x, and keeps x alive as long as the memo.
func (m *memo) remember(x, y value) bool {
	if m.d == nil {
		return m.th.SetItem(m.v, id(x), y)
	}
	return m.d.Set(m.th, id(x), y)
}

func (m *memo) keepAlive(x value) bool {
	if m.keep == nil {
		m.keep = object.NewList(nil)
		if !m.th.SetItem(m.v, id(m.v), m.keep.V()) {
			return false
		}
	}
	m.keep.Append(x)
	return true
}

func (m *memo) copy(x value) value {
	t := x.Type()
	if atomic(t) {
		return x
	}
	y, ok := m.lookup(x)
	if y.H != nil || !ok {
		return y
	}
	if !m.th.Enter() {
		return value{}
	}
	y = m.copyNew(x, t)
	m.th.Leave()
	if y.H == nil || y == x {
		return y
	}
	if !m.remember(x, y) || !m.keepAlive(x) {
		return value{}
	}
	return y
}

func (m *memo) copyNew(x value, t *object.Type) value {
	switch t {
	case &object.ListType:
		return m.copyList(x)
	case &object.TupleType:
		return m.copyTuple(x)
	case &object.DictType:
		return m.copyDict(x)
	case &object.MethodType:
		b := (*object.BoundMethod)(x.Ptr())
		self := m.copy(b.Self)
		if self.H == nil {
			return self
		}
		return object.NewBoundMethod(b.Func, self)
	}
	if f, ok := m.th.LookupAttr(x, strDeepCopy); !ok {
		return value{}
	} else if f.H != nil {
		return m.th.Call1(f, m.v)
	}
	rv := reduced(m.th, m.module, x, "un(deep)copyable object of type %s")
	if rv.H == nil {
		return rv
	}
	if rv.IsExact(&object.StrType) {
		return x
	}
	return (&rebuild{m.th, m.module, m}).run(x, rv)
}

func (m *memo) copyList(x value) value {
	from, _ := object.AsList(x)
	to := object.NewList(make([]value, 0, len(from.Items)))
	if !m.remember(x, to.V()) {
		return value{}
	}
	for i := 0; i < len(from.Items); i++ {
		y := m.copy(from.Items[i])
		if y.H == nil {
			return y
		}
		to.Append(y)
	}
	return to.V()
}

// copyTuple returns x itself when all its items are their own copies.
func (m *memo) copyTuple(x value) value {
	from, _ := object.AsTuple(x)
	items := make([]value, len(from.Items))
	same := true
	for i, v := range from.Items {
		if items[i] = m.copy(v); items[i].H == nil {
			return value{}
		}
		same = same && items[i] == v
	}
	// Copying the items may have copied this tuple already, when it contains itself through a list.
	if y, ok := m.lookup(x); y.H != nil || !ok {
		return y
	}
	if same {
		return x
	}
	return object.NewTuple(items).V()
}

func (m *memo) copyDict(x value) value {
	from, _ := object.AsDict(x)
	to := object.NewDict()
	if !m.remember(x, to.V()) {
		return value{}
	}
	n := from.Len()
	for pos := 0; ; {
		k, v, next, more := from.Next(pos)
		if !more {
			return to.V()
		}
		pos = next
		if k = m.copy(k); k.H == nil {
			return k
		}
		if v = m.copy(v); v.H == nil || !to.Set(m.th, k, v) {
			return value{}
		}
		if from.Len() != n {
			return m.th.RuntimeError("dictionary changed size during iteration")
		}
	}
}
