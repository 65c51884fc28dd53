// Package heapq is Python's module heapq: a priority queue in a list.
package heapq

import "pyasync/object"

type (
	value  = object.Value
	thread = object.Thread
)

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	m.Set("__doc__", object.StrValue("Heap queue algorithm (a.k.a. priority queue)."))
	var names []value
	for _, n := range []string{"heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"} {
		names = append(names, object.StrValue(n))
	}
	m.Set("__all__", object.NewList(names).V())
	m.HasCore("_heapq")
	m.AddFuncs(functions)
	return true
}

var functions = []object.Method{
	{Name: "heappush", Sig: "heap, item, /", F2: push, Doc: "Push item onto heap, maintaining the heap invariant."},
	{Name: "heappop", Sig: "heap, /", F1: func(th *thread, self, h value) value { return pop(th, "heappop", h, false) }, Doc: "Pop the smallest item off the heap, maintaining the heap invariant."},
	{Name: "heapify", Sig: "heap, /", F1: func(th *thread, self, h value) value { return heapify(th, "heapify", h, false) }, Doc: "Transform list into a heap, in-place, in O(len(heap)) time."},
	{Name: "heapreplace", Sig: "heap, item, /", F2: func(th *thread, self, h, x value) value { return replace(th, "heapreplace", h, x, false) }, Doc: "Pop and return the current smallest value, and add the new item.\n\nThis is more efficient than heappop() followed by heappush(), and can be\nmore appropriate when using a fixed-size heap."},
	{Name: "heappushpop", Sig: "heap, item, /", F2: pushPop, Doc: "Push item on the heap, then pop and return the smallest item from the heap."},
	{Name: "nsmallest", Flags: object.PyFunction, Sig: "n, iterable, key=None", F: smallest, Doc: "Find the n smallest elements in a dataset.\n\nEquivalent to:  sorted(iterable, key=key)[:n]"},
	{Name: "nlargest", Flags: object.PyFunction, Sig: "n, iterable, key=None", F: largest, Doc: "Find the n largest elements in a dataset.\n\nEquivalent to:  sorted(iterable, key=key, reverse=True)[:n]"},
	{Name: "merge", Flags: object.PyFunction, Sig: "*iterables, key=None, reverse=False", F: merge, Doc: "Merge multiple sorted inputs into a single sorted output."},
	{Name: "_heappop_max", Sig: "heap, /", F1: func(th *thread, self, h value) value { return pop(th, "_heappop_max", h, true) }, Doc: "Maxheap variant of heappop."},
	{Name: "_heapify_max", Sig: "heap, /", F1: func(th *thread, self, h value) value { return heapify(th, "_heapify_max", h, true) }, Doc: "Maxheap variant of heapify."},
	{Name: "_heapreplace_max", Sig: "heap, item, /", F2: func(th *thread, self, h, x value) value { return replace(th, "_heapreplace_max", h, x, true) }, Doc: "Maxheap variant of heapreplace."},
}

// asHeap checks the heap argument.
func asHeap(th *thread, name string, v value) *object.List {
	l, ok := object.AsList(v)
	if !ok {
		th.TypeError("%s() argument %smust be list, not %s", name, position(name), object.ArgumentTypeName(v))
		return nil
	}
	return l
}

func position(name string) string {
	switch name {
	case "heappush", "heapreplace", "heappushpop", "_heapreplace_max":
		return "1 "
	}
	return ""
}

// less is a < b, or for a max heap b < a.
func less(th *thread, a, b value, max bool) (bool, bool) {
	if max {
		return th.Less(b, a)
	}
	return th.Less(a, b)
}

// down moves the item at pos towards the root start as far as it is less than its parents.
func down(th *thread, l *object.List, start, pos int, max bool) bool {
	n := len(l.Items)
	for pos > start {
		parent := (pos - 1) >> 1
		lt, ok := less(th, l.Items[pos], l.Items[parent], max)
		if !ok || !unchanged(th, l, n) {
			return false
		}
		if !lt {
			return true
		}
		l.Items[pos], l.Items[parent] = l.Items[parent], l.Items[pos]
		pos = parent
	}
	return true
}

// up lets the smaller child rise until the item from pos reaches a leaf, then moves it down to its place: fewer
// comparisons than stopping on the way, because items from the end of the list mostly belong to the leaves.
func up(th *thread, l *object.List, pos int, max bool) bool {
	n, start := len(l.Items), pos
	for pos < n/2 {
		child := 2*pos + 1
		if child+1 < n {
			lt, ok := less(th, l.Items[child], l.Items[child+1], max)
			if !ok || !unchanged(th, l, n) {
				return false
			}
			if !lt {
				child++
			}
		}
		l.Items[pos], l.Items[child] = l.Items[child], l.Items[pos]
		pos = child
	}
	return down(th, l, start, pos, max)
}

func unchanged(th *thread, l *object.List, n int) bool {
	if len(l.Items) != n {
		th.RuntimeError("list changed size during iteration")
		return false
	}
	return true
}

func push(th *thread, self, h, x value) value {
	l := asHeap(th, "heappush", h)
	if l == nil {
		return value{}
	}
	l.Append(x)
	if !down(th, l, 0, len(l.Items)-1, false) {
		return value{}
	}
	return object.None
}

func pop(th *thread, name string, h value, max bool) value {
	l := asHeap(th, name, h)
	if l == nil {
		return value{}
	}
	n := len(l.Items) - 1
	if n < 0 {
		return th.IndexError("index out of range")
	}
	last := l.Items[n]
	l.Items[n] = value{}
	l.Items = l.Items[:n]
	if n == 0 {
		return last
	}
	top := l.Items[0]
	l.Items[0] = last
	if !up(th, l, 0, max) {
		return value{}
	}
	return top
}

func replace(th *thread, name string, h, x value, max bool) value {
	l := asHeap(th, name, h)
	if l == nil {
		return value{}
	}
	if len(l.Items) == 0 {
		return th.IndexError("index out of range")
	}
	top := l.Items[0]
	l.Items[0] = x
	if !up(th, l, 0, max) {
		return value{}
	}
	return top
}

func pushPop(th *thread, self, h, x value) value {
	l := asHeap(th, "heappushpop", h)
	if l == nil {
		return value{}
	}
	if len(l.Items) == 0 {
		return x
	}
	lt, ok := th.Less(l.Items[0], x)
	if !ok {
		return value{}
	}
	if !lt {
		return x
	}
	if len(l.Items) == 0 {
		return th.IndexError("index out of range")
	}
	top := l.Items[0]
	l.Items[0] = x
	if !up(th, l, 0, false) {
		return value{}
	}
	return top
}

func heapify(th *thread, name string, h value, max bool) value {
	l := asHeap(th, name, h)
	if l == nil {
		return value{}
	}
	for i := len(l.Items)/2 - 1; i >= 0; i-- {
		if !up(th, l, i, max) {
			return value{}
		}
	}
	return object.None
}
