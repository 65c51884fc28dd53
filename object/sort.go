// list.sort and sorted: keys are computed once, the list is empty while it is sorted, and the order is stable.
package object

import (
	"math"
	"slices"
)

func listSort(th *Thread, self Value, a []Value) Value {
	l := (*List)(self.Ptr())
	reverse := false
	if a[1].H != nil {
		var ok bool
		if reverse, ok = th.Truth(a[1]); !ok {
			return Value{}
		}
	}
	key := a[0]
	if key.H != nil && key.IsNone() {
		key = Value{}
	}
	return noneIf(th.SortList(l, key, reverse))
}

// SortList sorts l in place by key (nil: by the items themselves). While it runs l is empty; whatever key or
// comparison functions put there is lost, and reported.
func (th *Thread) SortList(l *List, key Value, reverse bool) bool {
	items := l.Items
	l.Items = nil
	sorted, ok := th.sortItems(items, key, reverse)
	modified := l.Items != nil
	l.Items = sorted
	if ok && modified {
		th.ValueError("list modified during sort")
		return false
	}
	return ok
}

// sortItems sorts items in place (also when it fails half-way: some permutation stays).
func (th *Thread) sortItems(items []Value, key Value, reverse bool) ([]Value, bool) {
	pairs := []sortPair[Value](nil)
	if key.H != nil {
		var ok bool
		if pairs, ok = th.sortKeys(items, key); !ok {
			return items, false
		}
	}
	if len(items) < 2 {
		return items, true
	}
	// Reversing before and after keeps equal elements in their order.
	if reverse {
		slices.Reverse(items)
		slices.Reverse(pairs)
	}
	ok := true
	if pairs != nil {
		ok = th.sortPairs(pairs, items)
	} else {
		ok = th.sortPlain(items)
	}
	if reverse {
		slices.Reverse(items)
	}
	return items, ok
}

func (th *Thread) sortKeys(items []Value, key Value) ([]sortPair[Value], bool) {
	pairs := make([]sortPair[Value], len(items))
	w := th.Window(1)
	defer th.Release(w)
	call := key.H.Shape.Type.Call
	for i, x := range items {
		if call == nil {
			th.TypeError("'%s' object is not callable", key.Type().TPName())
			return nil, false
		}
		w[0] = x
		k := call(th, key, w, nil)
		if k.H == nil {
			return nil, false
		}
		pairs[i] = sortPair[Value]{k, x}
	}
	return pairs, true
}

// Kinds of keys with a comparison of their own.
type sortKind uint8

const (
	sortMixed sortKind = iota
	sortInts
	sortFloats
	sortStrs
)

func sortKindOf(n int, key func(i int) Value) sortKind {
	first := key(0).H.Shape
	var kind sortKind
	switch {
	case key(0).H == &IntHeader:
		kind = sortInts
	case key(0).H == &FloatHeader:
		kind = sortFloats
	case first == &StrType.Root:
		kind = sortStrs
	default:
		return sortMixed
	}
	for i := range n {
		k := key(i)
		if k.H.Shape != first || kind == sortInts && k.H != &IntHeader || kind == sortFloats && k.N&^(1<<63) > 0x7FF<<52 {
			return sortMixed // another type, a big int, or a NaN
		}
	}
	return kind
}

// sortPlain sorts values by themselves.
func (th *Thread) sortPlain(items []Value) bool {
	switch sortKindOf(len(items), func(i int) Value { return items[i] }) {
	case sortInts:
		// Equal ints cannot be told apart, so any sorting of the bare numbers is stable.
		nums := make([]int64, len(items))
		for i, x := range items {
			nums[i] = int64(x.N)
		}
		slices.Sort(nums)
		for i, n := range nums {
			items[i].N = uint64(n)
		}
		return true
	case sortFloats:
		sortByKey(items, items, func(v Value) float64 { return math.Float64frombits(v.N) })
		return true
	case sortStrs:
		sortByKey(items, items, func(v Value) string { return (*Str)(v.Ptr()).s })
		return true
	}
	pairs := make([]sortPair[Value], len(items))
	for i, x := range items {
		pairs[i] = sortPair[Value]{x, x}
	}
	return th.sortPairs(pairs, items)
}

// sortPairs sorts by keys and writes the values to out.
func (th *Thread) sortPairs(pairs []sortPair[Value], out []Value) bool {
	kind := sortKindOf(len(pairs), func(i int) Value { return pairs[i].key })
	if kind == sortMixed {
		ok := th.mergeSortValues(pairs)
		for i := range pairs {
			out[i] = pairs[i].val
		}
		return ok
	}
	keys := make([]Value, len(pairs))
	for i := range pairs {
		keys[i], out[i] = pairs[i].key, pairs[i].val
	}
	switch kind {
	case sortInts:
		sortByKey(keys, out, func(v Value) int64 { return int64(v.N) })
	case sortFloats:
		sortByKey(keys, out, func(v Value) float64 { return math.Float64frombits(v.N) })
	case sortStrs:
		sortByKey(keys, out, func(v Value) string { return (*Str)(v.Ptr()).s })
	}
	return true
}

// sortedLess is a < b as sorting asks it: without allocation for the commonest types.
func (th *Thread) sortedLess(a, b Value) (less, ok bool) {
	if a.H == b.H {
		switch a.H {
		case &IntHeader:
			return int64(a.N) < int64(b.N), true
		case &FloatHeader:
			return math.Float64frombits(a.N) < math.Float64frombits(b.N), true
		}
	}
	if a.H.Shape == b.H.Shape {
		switch a.H.Shape {
		case &StrType.Root:
			return (*Str)(a.Ptr()).s < (*Str)(b.Ptr()).s, true
		case &TupleType.Root:
			return th.tupleLess((*Tuple)(a.Ptr()).Items, (*Tuple)(b.Ptr()).Items)
		}
	}
	r := th.Compare(a, b, CmpLT)
	if r.H == nil {
		return false, false
	}
	return th.Truth(r)
}

func (th *Thread) tupleLess(a, b []Value) (less, ok bool) {
	for i := 0; i < len(a) && i < len(b); i++ {
		eq, ok := th.Equal(a[i], b[i])
		if !ok {
			return false, false
		}
		if !eq {
			return th.sortedLess(a[i], b[i])
		}
	}
	return len(a) < len(b), true
}

// Less is a < b as sorting and heaps ask it.
func (th *Thread) Less(a, b Value) (less, ok bool) { return th.sortedLess(a, b) }
