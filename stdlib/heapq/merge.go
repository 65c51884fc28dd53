// merge: one sorted stream out of several.
package heapq

import "pyasync/object"

var mergeType object.Type

// source is an input with its current value and that value's key.
type source struct {
	it, x, key value
	order      int
}

type merger struct {
	object.Header
	inputs  []value // not started: the iterables
	heap    []source
	key     value // nil: none
	reverse bool
	started bool
}

func init() {
	object.Define(&mergeType, object.Spec{Name: "generator", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[merger](),
		Slots: object.Slots{Iter: object.SelfIter, Next: mergeNext, Repr: func(th *thread, v value) value {
			return object.StrValue("<generator object merge at " + object.Address(v) + ">")
		}}})
}

func merge(th *thread, self value, a []value) value {
	m := &merger{Header: object.Header{Shape: &mergeType.Root}}
	if a[0].H != nil && !a[0].IsNone() {
		m.key = a[0]
	}
	if a[1].H != nil {
		var ok bool
		if m.reverse, ok = th.Truth(a[1]); !ok {
			return value{}
		}
	}
	t, _ := object.AsTuple(a[2])
	m.inputs = t.Items
	return object.ObjectValue(&m.Header)
}

// less orders sources: equal keys by the order of the inputs.
func (m *merger) less(th *thread, a, b *source) (bool, bool) {
	x, y := a, b
	if m.reverse {
		x, y = b, a
	}
	lt, ok := th.Less(x.key, y.key)
	if !ok || lt {
		return lt, ok
	}
	if gt, ok := th.Less(y.key, x.key); !ok || gt {
		return false, ok
	}
	return a.order < b.order, true
}

// advance takes the next value of a source; more false: exhausted or raised.
func (m *merger) advance(th *thread, s *source) (more, ok bool) {
	s.x = th.StepIter(s.it)
	if s.x.H == nil {
		return false, th.Ended()
	}
	s.key = s.x
	if m.key.H != nil {
		if s.key = th.Call1(m.key, s.x); s.key.H == nil {
			return false, false
		}
	}
	return true, true
}

func (m *merger) start(th *thread) bool {
	m.started = true
	for i, x := range m.inputs {
		s := source{it: th.Iter(x), order: i}
		if s.it.H == nil {
			return false
		}
		more, ok := m.advance(th, &s)
		if !ok {
			return false
		}
		if more {
			m.heap = append(m.heap, s)
		}
	}
	m.inputs = nil
	for i := len(m.heap)/2 - 1; i >= 0; i-- {
		if !m.sink(th, i) {
			return false
		}
	}
	return true
}

// sink moves the source at i down to its place by the comparisons of heapq's sift: the smaller child rises until a
// leaf is reached, then the source rises from there.
func (m *merger) sink(th *thread, i int) bool {
	n, start := len(m.heap), i
	for i < n/2 {
		c := 2*i + 1
		if c+1 < n {
			lt, ok := m.less(th, &m.heap[c], &m.heap[c+1])
			if !ok {
				return false
			}
			if !lt {
				c++
			}
		}
		m.heap[i], m.heap[c] = m.heap[c], m.heap[i]
		i = c
	}
	for i > start {
		parent := (i - 1) / 2
		lt, ok := m.less(th, &m.heap[i], &m.heap[parent])
		if !ok {
			return false
		}
		if !lt {
			break
		}
		m.heap[i], m.heap[parent] = m.heap[parent], m.heap[i]
		i = parent
	}
	return true
}

// mergeNext gives the least value. The source it came from is advanced only when the next one is asked for, as a
// generator would.
func mergeNext(th *thread, v value) value {
	m := (*merger)(v.Ptr())
	if !m.started {
		if !m.start(th) {
			m.heap = nil
			return value{}
		}
	} else if len(m.heap) > 0 {
		more, ok := m.advance(th, &m.heap[0])
		if ok && !more {
			n := len(m.heap) - 1
			m.heap[0] = m.heap[n]
			m.heap = m.heap[:n]
		}
		if !ok || len(m.heap) > 0 && !m.sink(th, 0) {
			m.heap = nil
			return value{}
		}
	}
	if len(m.heap) == 0 {
		return th.Exhausted()
	}
	return m.heap[0].x
}
