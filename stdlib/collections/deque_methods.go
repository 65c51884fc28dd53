// The methods of deque, and its iterators.
package collections

import "pyasync/object"

var dequeMethods = []object.Method{
	{Name: "append", Sig: "item, /", F1: func(th *thread, v, x value) value { (*deque)(v.Ptr()).append(x); return object.None }, Doc: "Add an element to the right side of the deque."},
	{Name: "appendleft", Sig: "item, /", F1: func(th *thread, v, x value) value { (*deque)(v.Ptr()).appendLeft(x); return object.None }, Doc: "Add an element to the left side of the deque."},
	{Name: "pop", F0: func(th *thread, v value) value {
		if d := (*deque)(v.Ptr()); d.n > 0 {
			return d.pop()
		}
		return th.IndexError("pop from an empty deque")
	}, Doc: "Remove and return the rightmost element."},
	{Name: "popleft", F0: func(th *thread, v value) value {
		if d := (*deque)(v.Ptr()); d.n > 0 {
			return d.popLeft()
		}
		return th.IndexError("pop from an empty deque")
	}, Doc: "Remove and return the leftmost element."},
	{Name: "extend", Sig: "iterable, /", F1: func(th *thread, v, x value) value { return done((*deque)(v.Ptr()).extend(th, x)) }, Doc: "Extend the right side of the deque with elements from the iterable."},
	{Name: "extendleft", Sig: "iterable, /", F1: dequeExtendLeft, Doc: "Extend the left side of the deque with elements from the iterable."},
	{Name: "rotate", Sig: "n=1, /", F: dequeRotate, Doc: "Rotate the deque n steps to the right.  If n is negative, rotates left."},
	{Name: "clear", F0: func(th *thread, v value) value { (*deque)(v.Ptr()).clear(); return object.None }, Doc: "Remove all elements from the deque."},
	{Name: "copy", F0: dequeCopy, Doc: "Return a shallow copy of a deque."},
	{Name: "__copy__", F0: dequeCopy, Doc: "Return a shallow copy of a deque."},
	{Name: "count", Sig: "value, /", F1: dequeCount, Doc: "Return number of occurrences of value."},
	{Name: "index", Sig: "value, start=0, stop=9223372036854775807, /", F: dequeIndex, Doc: "Return first index of value.\n\nRaises ValueError if the value is not present."},
	{Name: "insert", Sig: "index, value, /", F2: dequeInsert, Doc: "Insert value before index."},
	{Name: "remove", Sig: "value, /", F1: dequeRemove, Doc: "Remove first occurrence of value."},
	{Name: "reverse", F0: dequeReverse, Doc: "Reverse *IN PLACE*."},
	{Name: "__reversed__", F0: dequeReversed, Doc: "Return a reverse iterator over the deque."},
	{Name: "__reduce__", F0: dequeReduce, Doc: object.DocReduce},
	{Name: "__sizeof__", F0: func(th *thread, v value) value { return object.Int(int64(184 + 8*len((*deque)(v.Ptr()).buf))) }, Doc: "Return the size of the deque in memory, in bytes."},
	object.ClassGetItemRow,
}

func done(ok bool) value {
	if ok {
		return object.None
	}
	return value{}
}

func dequeExtendLeft(th *thread, v, iterable value) value {
	d := (*deque)(v.Ptr())
	if o, ok := asDeque(iterable); ok && o == d {
		for _, x := range o.items() {
			d.appendLeft(x)
		}
		return object.None
	}
	it := th.Iter(iterable)
	if it.H == nil {
		return it
	}
	for {
		x := th.StepIter(it)
		if x.H == nil {
			return done(th.Ended())
		}
		d.appendLeft(x)
	}
}

func dequeRotate(th *thread, v value, a []value) value {
	n := 1
	if a[0].H != nil {
		var ok bool
		if n, ok = th.AsSize(a[0]); !ok {
			return value{}
		}
	}
	d := (*deque)(v.Ptr())
	if d.n < 2 {
		return object.None
	}
	n %= d.n
	for ; n > 0; n-- {
		d.appendLeftOne(d.pop())
	}
	for ; n < 0; n++ {
		d.appendOne(d.popLeft())
	}
	return object.None
}

// appendOne and appendLeftOne put back an item just taken out: the limit cannot be met.
func (d *deque) appendOne(x value) {
	d.buf[d.index(d.n)] = x
	d.n++
}

func (d *deque) appendLeftOne(x value) {
	d.head = (d.head - 1) & (len(d.buf) - 1)
	d.buf[d.head] = x
	d.n++
}

func dequeCount(th *thread, v, x value) value {
	d, n, state := (*deque)(v.Ptr()), int64(0), (*deque)(v.Ptr()).state
	for i := 0; i < d.n; i++ {
		eq, ok := th.Equal(d.at(i), x)
		if !ok {
			return value{}
		}
		if d.state != state {
			return th.RuntimeError("deque mutated during iteration")
		}
		if eq {
			n++
		}
	}
	return object.Int(n)
}

func dequeIndex(th *thread, v value, a []value) value {
	d := (*deque)(v.Ptr())
	i, ok := th.SliceArg(a[1], 0)
	if !ok {
		return value{}
	}
	j, ok := th.SliceArg(a[2], d.n)
	if !ok {
		return value{}
	}
	if i < 0 {
		i = max(0, i+d.n)
	}
	if j < 0 {
		j = max(0, j+d.n)
	}
	i, ok = d.find(th, a[0], i, min(j, d.n))
	if !ok {
		return value{}
	}
	if i >= 0 {
		return object.Int(int64(i))
	}
	s, ok := th.Repr(a[0])
	if !ok {
		return value{}
	}
	return th.ValueError("%s is not in deque", s)
}

func dequeInsert(th *thread, v, index, x value) value {
	i, ok := th.AsSize(index)
	if !ok {
		return value{}
	}
	d := (*deque)(v.Ptr())
	if d.n == d.maxlen {
		return th.IndexError("deque already at its maximum size")
	}
	if i < 0 {
		i = max(0, i+d.n)
	}
	if i >= d.n {
		d.append(x)
		return object.None
	}
	if i < d.n/2 {
		d.appendLeft(x)
		for k := 0; k < i; k++ {
			d.buf[d.index(k)] = d.at(k + 1)
		}
	} else {
		d.append(x)
		for k := d.n - 1; k > i; k-- {
			d.buf[d.index(k)] = d.at(k - 1)
		}
	}
	d.buf[d.index(i)] = x
	return object.None
}

func dequeRemove(th *thread, v, x value) value {
	d := (*deque)(v.Ptr())
	state := d.state
	for i := 0; i < d.n; i++ {
		eq, ok := th.Equal(d.at(i), x)
		if !ok {
			return value{}
		}
		if d.state != state {
			return th.IndexError("deque mutated during remove().")
		}
		if eq {
			d.removeAt(i)
			return object.None
		}
	}
	text, ok := th.Repr(x)
	if !ok {
		return value{}
	}
	return th.ValueError("%s is not in deque", text)
}

func dequeReverse(th *thread, v value) value {
	d := (*deque)(v.Ptr())
	for i, j := 0, d.n-1; i < j; i, j = i+1, j-1 {
		p, q := d.index(i), d.index(j)
		d.buf[p], d.buf[q] = d.buf[q], d.buf[p]
	}
	return object.None
}

func dequeReduce(th *thread, v value) value {
	d := (*deque)(v.Ptr())
	state, ok := th.StateOf(v)
	if !ok {
		return value{}
	}
	it := th.Iter(v)
	if it.H == nil {
		return it
	}
	args := object.EmptyTuple()
	if d.maxlen >= 0 {
		args = object.Pair(args, d.limit())
	}
	return object.TupleOf(v.Type().V(), args, state, it)
}

// dequeIterator goes over a deque that must not change meanwhile.
type dequeIterator struct {
	header
	d     *deque
	state uint64
	i     int // items given
	left  int
}

var dequeIterType, dequeRevIterType object.Type

func init() {
	define := func(t *object.Type, name string, next object.UnaryFunc) {
		object.Define(t, object.Spec{Name: "_collections." + name, Flags: object.FlagFinal, Alloc: object.Allocator[dequeIterator](),
			Slots: object.Slots{New: dequeIterNew, Iter: object.SelfIter, Next: next},
			Methods: []object.Method{
				{Name: "__length_hint__", F0: func(th *thread, v value) value { return object.Int(int64((*dequeIterator)(v.Ptr()).left)) }, Doc: object.DocHint},
				{Name: "__reduce__", F0: func(th *thread, v value) value {
					it := (*dequeIterator)(v.Ptr())
					return object.TupleOf(v.Type().V(), object.TupleOf(object.ObjectValue(&it.d.header), object.Int(int64(it.i))))
				}, Doc: object.DocReduce},
			}})
	}
	define(&dequeIterType, "_deque_iterator", func(th *thread, v value) value {
		it := (*dequeIterator)(v.Ptr())
		if !it.more(th) {
			return value{}
		}
		return it.d.at(it.i - 1)
	})
	define(&dequeRevIterType, "_deque_reverse_iterator", func(th *thread, v value) value {
		it := (*dequeIterator)(v.Ptr())
		if !it.more(th) {
			return value{}
		}
		return it.d.at(it.left)
	})
}

// more steps on; false: exhausted or raised.
func (it *dequeIterator) more(th *thread) bool {
	if it.d.state != it.state {
		it.left = 0
		th.RuntimeError("deque mutated during iteration")
		return false
	}
	if it.left == 0 {
		return false
	}
	it.i++
	it.left--
	return true
}

func newDequeIter(t *object.Type, d *deque) value {
	return object.ObjectValue(&(&dequeIterator{header{Shape: &t.Root}, d, d.state, 0, d.n}).header)
}

func dequeIter(th *thread, v value) value { return newDequeIter(&dequeIterType, (*deque)(v.Ptr())) }
func dequeReversed(th *thread, v value) value {
	return newDequeIter(&dequeRevIterType, (*deque)(v.Ptr()))
}

func dequeIterNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	if !th.ArgCount(t.Name, len(args)-len(kw), 1, 2) {
		return value{}
	}
	d, ok := asDeque(args[0])
	if !ok {
		return th.TypeError("%s() argument 1 must be collections.deque, not %s", t.Name, args[0].Type().TPName())
	}
	v := newDequeIter(t, d)
	if len(args) == 2 {
		n, ok := th.AsIndex(args[1], &object.OverflowErrorType)
		if !ok {
			return value{}
		}
		it := (*dequeIterator)(v.Ptr())
		it.i = min(max(n, 0), d.n)
		it.left = d.n - it.i
	}
	return v
}
