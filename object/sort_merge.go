// The stable merge sort behind list.sort: natural runs as in timsort, short ones extended by binary insertion, merged
// so that equal keys keep their order. One variant compares keys of a Go type directly, the other runs Python code.
package object

import "cmp"

type sortPair[K any] struct {
	key K
	val Value
}

// minRun is the length to which short runs are extended.
const minRun = 24

// sortByKey sorts out stably by the keys that keyOf takes from keys.
func sortByKey[K cmp.Ordered](keys, out []Value, keyOf func(Value) K) {
	pairs := make([]sortPair[K], len(out))
	for i, v := range out {
		pairs[i] = sortPair[K]{keyOf(keys[i]), v}
	}
	mergeSortOrdered(pairs)
	for i := range pairs {
		out[i] = pairs[i].val
	}
}

// span is a sorted run a[lo:hi].
type span struct{ lo, hi int }

// mergeOrder drives a merge sort: it takes the run that starts at each position from nextRun and merges
// neighbours, keeping the lengths on the stack decreasing like powers of two, so that work stays n log n.
func mergeOrder(n int, nextRun func(lo int) (int, bool), merge func(a, b span) bool) bool {
	var stack [64]span
	top := 0
	for lo := 0; lo < n; {
		hi, ok := nextRun(lo)
		if !ok {
			return false
		}
		stack[top] = span{lo, hi}
		top++
		for top > 1 && (hi == n || stack[top-2].hi-stack[top-2].lo <= 2*(stack[top-1].hi-stack[top-1].lo)) {
			if !merge(stack[top-2], stack[top-1]) {
				return false
			}
			stack[top-2].hi = stack[top-1].hi
			top--
		}
		lo = hi
	}
	return true
}

func reversePairs[K any](a []sortPair[K]) {
	for i, j := 0, len(a)-1; i < j; i, j = i+1, j-1 {
		a[i], a[j] = a[j], a[i]
	}
}

func mergeSortOrdered[K cmp.Ordered](a []sortPair[K]) {
	var tmp []sortPair[K]
	run := func(lo int) (int, bool) {
		hi := lo + 1
		if hi < len(a) && a[hi].key < a[lo].key {
			for hi++; hi < len(a) && a[hi].key < a[hi-1].key; hi++ {
			}
			reversePairs(a[lo:hi])
		} else {
			for ; hi < len(a) && a[hi].key >= a[hi-1].key; hi++ {
			}
		}
		for end := min(len(a), lo+minRun); hi < end; hi++ {
			x := a[hi]
			i := hi
			for ; i > lo && x.key < a[i-1].key; i-- {
				a[i] = a[i-1]
			}
			a[i] = x
		}
		return hi, true
	}
	merge := func(p, q span) bool {
		if a[p.hi-1].key <= a[q.lo].key {
			return true
		}
		if tmp == nil {
			tmp = make([]sortPair[K], len(a))
		}
		left := tmp[:copy(tmp, a[p.lo:p.hi])]
		i, j, w := 0, q.lo, p.lo
		for i < len(left) && j < q.hi {
			if a[j].key < left[i].key {
				a[w] = a[j]
				j++
			} else {
				a[w] = left[i]
				i++
			}
			w++
		}
		copy(a[w:], left[i:])
		return true
	}
	mergeOrder(len(a), run, merge)
}

// mergeSortValues sorts by Python's <; false: a comparison raised, and a holds all elements in some order.
func (th *Thread) mergeSortValues(a []sortPair[Value]) bool {
	s := &valueSorter{th: th, a: a}
	return mergeOrder(len(a), s.run, s.merge)
}

type valueSorter struct {
	th     *Thread
	a, tmp []sortPair[Value]
}

func (s *valueSorter) less(x, y *sortPair[Value]) (bool, bool) { return s.th.sortedLess(x.key, y.key) }

// run finds the run that starts at lo and extends it by binary insertion to the length that CPython extends runs to:
// below 64 elements its comparisons are the same, one by one.
func (s *valueSorter) run(lo int) (int, bool) {
	hi, ok := s.natural(lo)
	if !ok {
		return 0, false
	}
	for end := min(len(s.a), lo+minRunOf(len(s.a))); hi < end; hi++ {
		if !s.insert(lo, hi) {
			return 0, false
		}
	}
	return hi, true
}

// minRunOf is merge_compute_minrun: n itself when small, else between 32 and 64, so that the runs' number is a power
// of two or just below.
func minRunOf(n int) int {
	r := 0
	for n >= 64 {
		r |= n & 1
		n >>= 1
	}
	return n + r
}

// natural is count_run: the end of the ascending run at lo, made ascending if it descends. A descending run may
// contain stretches of equal elements; they are reversed on the way, and again with the whole.
func (s *valueSorter) natural(lo int) (int, bool) {
	a, hi := s.a, lo+1
	hi, ok := s.ascending(hi)
	if !ok || hi == len(a) {
		return hi, ok
	}
	if hi > lo+1 {
		lt, ok := s.less(&a[lo], &a[hi-1])
		if !ok || lt {
			return hi, ok
		}
		reversePairs(a[lo:hi]) // all equal so far
	}
	equal := 0
	for hi++; hi < len(a); hi++ {
		smaller, ok := s.less(&a[hi], &a[hi-1])
		if !ok {
			return 0, false
		}
		if smaller {
			reversePairs(a[hi-1-equal : hi])
			equal = 0
			continue
		}
		larger, ok := s.less(&a[hi-1], &a[hi])
		if !ok {
			return 0, false
		}
		if larger {
			break
		}
		equal++
	}
	reversePairs(a[hi-1-equal : hi])
	reversePairs(a[lo:hi])
	return s.ascending(hi)
}

// ascending extends an ascending run that ends at hi.
func (s *valueSorter) ascending(hi int) (int, bool) {
	for ; hi < len(s.a); hi++ {
		lt, ok := s.less(&s.a[hi], &s.a[hi-1])
		if !ok {
			return 0, false
		}
		if lt {
			break
		}
	}
	return hi, true
}

// insert puts a[hi] in its place in the run a[lo:hi].
func (s *valueSorter) insert(lo, hi int) bool {
	a, x := s.a, s.a[hi]
	l, r := lo, hi
	for l < r {
		m := (l + r) / 2
		lt, ok := s.less(&x, &a[m])
		if !ok {
			return false
		}
		if lt {
			r = m
		} else {
			l = m + 1
		}
	}
	copy(a[l+1:hi+1], a[l:hi])
	a[l] = x
	return true
}

// merge merges neighbouring runs; when a comparison raises, the rest of the copied run is put back.
func (s *valueSorter) merge(p, q span) bool {
	a := s.a
	gt, ok := s.less(&a[q.lo], &a[p.hi-1])
	if !ok || !gt {
		return ok
	}
	if s.tmp == nil {
		s.tmp = make([]sortPair[Value], len(a))
	}
	left := s.tmp[:copy(s.tmp, a[p.lo:p.hi])]
	i, j, w := 0, q.lo, p.lo
	for ok = true; i < len(left) && j < q.hi; w++ {
		var lt bool
		if lt, ok = s.less(&a[j], &left[i]); !ok {
			break
		}
		if lt {
			a[w] = a[j]
			j++
		} else {
			a[w] = left[i]
			i++
		}
	}
	copy(a[w:], left[i:])
	return ok
}
