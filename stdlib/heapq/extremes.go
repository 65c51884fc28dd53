// nsmallest and nlargest: one item by min or max, all of them by sorting, some by a heap of the best seen so far.
// Which of these runs decides what is compared with what, and that a program can see.
package heapq

import "pyasync/object"

// extremes is one call of nsmallest or, with large, of nlargest.
type extremes struct {
	th     *thread
	n, key value
	large  bool
}

func smallest(th *thread, self value, a []value) value { return bestItems(th, a, false) }
func largest(th *thread, self value, a []value) value  { return bestItems(th, a, true) }

func bestItems(th *thread, a []value, large bool) value {
	x := extremes{th: th, n: a[0], key: a[2], large: large}
	if x.key.H != nil && x.key.IsNone() {
		x.key = value{}
	}
	one, ok := th.Equal(x.n, object.Int(1))
	if !ok {
		return value{}
	}
	if one {
		return x.single(a[1])
	}
	if sized, ok := x.sorted(a[1]); !ok || sized.H != nil {
		return sized
	}
	return x.fromHeap(a[1])
}

// single is the list of the one best item, or of none.
func (x *extremes) single(iterable value) value {
	it := x.th.Iter(iterable)
	if it.H == nil {
		return it
	}
	var best, bestKey value
	for {
		item, ok := x.th.Next(it)
		if !ok {
			return value{}
		}
		if item.H == nil {
			break
		}
		key, ok := x.keyOf(item)
		if !ok {
			return value{}
		}
		better := best.H == nil
		if !better {
			op := object.CmpLT
			if x.large {
				op = object.CmpGT
			}
			if better, ok = x.th.CompareBool(key, bestKey, op); !ok {
				return value{}
			}
		}
		if better {
			best, bestKey = item, key
		}
	}
	if best.H == nil {
		return object.NewList(nil).V()
	}
	return object.NewList([]value{best}).V()
}

func (x *extremes) keyOf(item value) (value, bool) {
	if x.key.H == nil {
		return item, true
	}
	k := x.th.Call1(x.key, item)
	return k, k.H != nil
}

// sorted answers for an iterable that has no more items than are asked for; nil and true: for others.
func (x *extremes) sorted(iterable value) (r value, ok bool) {
	th := x.th
	size, ok := th.Len(iterable)
	if !ok {
		return value{}, th.Catch(&object.TypeErrorType) || th.Catch(&object.AttributeErrorType)
	}
	enough, ok := th.CompareBool(x.n, object.Int(int64(size)), object.CmpGE)
	if !ok || !enough {
		return value{}, ok
	}
	items, ok := th.Collect(iterable)
	if !ok {
		return value{}, false
	}
	l := object.NewList(items)
	if !th.SortList(l, x.key, x.large) {
		return value{}, false
	}
	r = th.GetItem(l.V(), object.NewSlice(object.None, x.n, object.None))
	return r, r.H != nil
}

// fromHeap keeps the n best items seen, the worst of them on top, as tuples (key, order, item).
func (x *extremes) fromHeap(iterable value) value {
	th := x.th
	it := th.Iter(iterable)
	if it.H == nil {
		return it
	}
	n, ok := x.count()
	if !ok {
		return value{}
	}
	heap := object.NewList(nil)
	for len(heap.Items) < n {
		item, ok := th.Next(it)
		if !ok {
			return value{}
		}
		if item.H == nil {
			break
		}
		if !x.add(heap, item) {
			return value{}
		}
	}
	if len(heap.Items) == 0 {
		return heap.V()
	}
	if heapify(th, "heapify", heap.V(), !x.large).H == nil || !x.replaceWorst(heap, it) || !th.SortList(heap, value{}, x.large) {
		return value{}
	}
	for i, entry := range heap.Items {
		t, _ := object.AsTuple(entry)
		heap.Items[i] = t.Items[2]
	}
	return heap.V()
}

// count is the n of range(n), or for nlargest of range(0, -n, -1).
func (x *extremes) count() (int, bool) {
	n := x.n
	if x.large {
		if n = x.th.Neg(n); n.H == nil {
			return 0, false
		}
	}
	i, ok := x.th.AsIndex(n, nil)
	if x.large {
		i = -i
	}
	return i, ok
}

func (x *extremes) entry(key, item value, order int) value {
	if x.large {
		order = -order
	}
	return object.TupleOf(key, object.Int(int64(order)), item)
}

func (x *extremes) add(heap *object.List, item value) bool {
	key, ok := x.keyOf(item)
	if ok {
		heap.Append(x.entry(key, item, len(heap.Items)))
	}
	return ok
}

// replaceWorst lets each further item that is better than the worst one kept take its place.
func (x *extremes) replaceWorst(heap *object.List, it value) bool {
	th := x.th
	for order := len(heap.Items); ; order++ {
		item, ok := th.Next(it)
		if item.H == nil {
			return ok
		}
		key, ok := x.keyOf(item)
		if !ok {
			return false
		}
		worst, _ := object.AsTuple(heap.Items[0])
		better, ok := less(th, key, worst.Items[0], x.large)
		if !ok {
			return false
		}
		if better && replace(th, "heapreplace", heap.V(), x.entry(key, item, order), !x.large).H == nil {
			return false
		}
	}
}
