// The methods of list.
package object

import (
	"math"
	"slices"
)

var listMethods = []Method{
	{Name: "append", Sig: "object, /", F1: listAppend, Doc: "Append object to the end of the list."},
	{Name: "extend", Sig: "iterable, /", F1: listExtend, Doc: "Extend list by appending elements from the iterable."},
	{Name: "insert", Sig: "index, object, /", F2: listInsert, Doc: "Insert object before index."},
	{Name: "pop", Sig: "index=-1, /", F0: listPopLast, F: listPop, Doc: "Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range."},
	{Name: "remove", Sig: "value, /", F1: listRemove, Doc: "Remove first occurrence of value.\n\nRaises ValueError if the value is not present."},
	{Name: "clear", F0: listClear, Doc: "Remove all items from list."},
	{Name: "copy", F0: listCopy, Doc: "Return a shallow copy of the list."},
	{Name: "count", Sig: "value, /", F1: listCount, Doc: "Return number of occurrences of value."},
	{Name: "index", Sig: "value, start=0, stop=9223372036854775807, /", F: listIndex, Doc: "Return first index of value.\n\nRaises ValueError if the value is not present."},
	{Name: "reverse", F0: listReverse, Doc: "Reverse *IN PLACE*."},
	{Name: "sort", Sig: "*, key=None, reverse=False", F: listSort, Doc: "Sort the list in ascending order and return None.\n\nThe sort is in-place and stable. With a key function, the list is ordered by its results."},
	{Name: "__reversed__", F0: listReversed, Doc: "Return a reverse iterator over the list."},
	{Name: "__sizeof__", F0: func(th *Thread, self Value) Value { return Int(int64(40 + 8*cap((*List)(self.Ptr()).Items))) }, Doc: "Return the size of the list in memory, in bytes."},
	ClassGetItemRow,
}

func listAppend(th *Thread, self, x Value) Value {
	l := (*List)(self.Ptr())
	l.Items = append(l.Items, x)
	return None
}

// Append adds x at the end.
func (l *List) Append(x Value) { l.Items = append(l.Items, x) }

func listExtend(th *Thread, self, x Value) Value {
	return noneIf(th.ListExtend((*List)(self.Ptr()), x))
}

// ListExtend appends the values of iterable x to l; those that came before an exception stay.
func (th *Thread) ListExtend(l *List, x Value) bool {
	switch x.H.Shape {
	case &ListType.Root:
		l.extend((*List)(x.Ptr()).Items)
		return true
	case &TupleType.Root:
		l.extend((*Tuple)(x.Ptr()).Items)
		return true
	}
	if x.H == &l.Header {
		l.extend(l.Items)
		return true
	}
	it := th.Iter(x)
	if it.H == nil {
		return false
	}
	hint := th.LengthHint(x, 0)
	if hint < 0 {
		return false
	}
	if hint > math.MaxInt-len(l.Items) {
		hint = 0 // no list can be that long: the hint lied
	}
	if !th.checkRepeat(valueSize, hint) {
		return false
	}
	if hint > 4 && hint <= 1<<16 {
		l.grow(hint)
	}
	next := it.H.Shape.Type.Next
	for {
		th.Exc = Value{}
		y := next(th, it)
		if y.H == nil {
			return th.Exc.H == nil || th.Catch(&StopIterationType)
		}
		if !th.room(len(l.Items), valueSize) {
			return false
		}
		l.Items = append(l.Items, y)
	}
}

func (l *List) extend(items []Value) {
	if l.Items == nil {
		l.Items = slices.Clip(append([]Value(nil), items...))
		return
	}
	l.Items = append(l.Items, items...)
}

func listInsert(th *Thread, self, index, x Value) Value {
	i, ok := th.AsSize(index)
	if !ok {
		return Value{}
	}
	l := (*List)(self.Ptr())
	n := len(l.Items)
	if i < 0 {
		i = max(0, i+n)
	}
	l.Insert(min(i, n), x)
	return None
}

func listPopLast(th *Thread, self Value) Value {
	l := (*List)(self.Ptr())
	n := len(l.Items) - 1
	if n < 0 {
		return th.IndexError("pop from empty list")
	}
	x := l.Items[n]
	l.Items[n] = Value{}
	l.Items = l.Items[:n]
	return x
}

func listPop(th *Thread, self Value, a []Value) Value {
	l := (*List)(self.Ptr())
	i := -1
	if a[0].H != nil {
		var ok bool
		if i, ok = th.AsSize(a[0]); !ok {
			return Value{}
		}
	}
	n := len(l.Items)
	if n == 0 {
		return th.IndexError("pop from empty list")
	}
	if i < 0 {
		i += n
	}
	if uint(i) >= uint(n) {
		return th.IndexError("pop index out of range")
	}
	x := l.Items[i]
	if i == n-1 {
		l.Items[i] = Value{}
		l.Items = l.Items[:i]
		return x
	}
	l.Delete(i, i+1)
	return x
}

func listRemove(th *Thread, self, x Value) Value {
	l := (*List)(self.Ptr())
	for i := 0; i < len(l.Items); i++ {
		eq, ok := th.Equal(l.Items[i], x)
		if !ok {
			return Value{}
		}
		if eq {
			if i < len(l.Items) {
				l.Delete(i, i+1)
			}
			return None
		}
	}
	return th.ValueError("list.remove(x): x not in list")
}

func listClear(th *Thread, self Value) Value {
	(*List)(self.Ptr()).Items = nil
	return None
}

func listCopy(th *Thread, self Value) Value {
	return NewList(append([]Value(nil), (*List)(self.Ptr()).Items...)).V()
}

func listCount(th *Thread, self, x Value) Value {
	l, n := (*List)(self.Ptr()), int64(0)
	for i := 0; i < len(l.Items); i++ {
		eq, ok := th.Equal(l.Items[i], x)
		if !ok {
			return Value{}
		}
		if eq {
			n++
		}
	}
	return Int(n)
}

func listIndex(th *Thread, self Value, a []Value) Value {
	l := (*List)(self.Ptr())
	i, j, ok := th.searchRange(a[1], a[2], len(l.Items))
	if !ok {
		return Value{}
	}
	for ; i < j && i < len(l.Items); i++ {
		eq, ok := th.Equal(l.Items[i], a[0])
		if !ok {
			return Value{}
		}
		if eq {
			return Int(int64(i))
		}
	}
	s, ok := th.Repr(a[0])
	if !ok {
		return Value{}
	}
	return th.ValueError("%s is not in list", s)
}

// searchRange converts the bounds of an index method.
func (th *Thread) searchRange(start, stop Value, n int) (i, j int, ok bool) {
	if i, ok = th.SliceArg(start, 0); !ok {
		return 0, 0, false
	}
	if j, ok = th.SliceArg(stop, maxInt); !ok {
		return 0, 0, false
	}
	if i < 0 {
		i = max(0, i+n)
	}
	if j < 0 {
		j = max(0, j+n)
	}
	return i, j, true
}

func listReverse(th *Thread, self Value) Value {
	slices.Reverse((*List)(self.Ptr()).Items)
	return None
}

// Drain appends the remaining values of an iterator to items.
func (th *Thread) Drain(items []Value, it Value) ([]Value, bool) {
	next := it.H.Shape.Type.Next
	for {
		th.Exc = Value{}
		x := next(th, it)
		if x.H == nil {
			return items, th.Exc.H == nil || th.Catch(&StopIterationType)
		}
		if !th.room(len(items), valueSize) {
			return items, false
		}
		items = append(items, x)
	}
}
