// The orders of queues: how the builtin classes keep their items (their _init, _put and _get).
package asyncrt

import "pyasync/object"

// ownQueue is the _queue of a class with its own order, or nil.
func (q *Queue) ownQueue() Value {
	if q.dict == nil {
		return Value{}
	}
	return q.dict.GetStr(strQueue)
}

func (q *Queue) count() int { return len(q.items) - q.head }

func (q *Queue) contents() []Value { return append([]Value(nil), q.items[q.head:]...) }

// size is qsize() of this class.
func (q *Queue) size(th *Thread) (int, bool) {
	if q.custom {
		if own := q.ownQueue(); own.H != nil {
			return th.Len(own)
		}
	}
	return q.count(), true
}

// isEmpty and isFull ask a subclass's methods.
func (q *Queue) isEmpty(th *Thread) (bool, bool) { return q.ask(th, strEmpty, q.count() == 0) }

func (q *Queue) isFull(th *Thread) (bool, bool) {
	return q.ask(th, strFull, q.max > 0 && q.count() >= q.max)
}

func (q *Queue) ask(th *Thread, method *object.Str, plain bool) (bool, bool) {
	if !q.custom {
		return plain, true
	}
	r := th.CallMethod(q.V(), method)
	if r.H == nil {
		return false, false
	}
	return th.Truth(r)
}

// add is _put of the builtin classes.
func (q *Queue) add(th *Thread, x Value) bool {
	if own := q.ownQueue(); q.custom && own.H != nil {
		if q.order == priority {
			f := importAttr(th, "heapq", "heappush")
			return f.H != nil && th.CallArgs(f, own, x).H != nil
		}
		return th.CallMethod(own, name("append"), x).H != nil
	}
	q.items = append(q.items, x)
	if q.order == priority {
		return heapSiftDown(th, q.items, 0, len(q.items)-1)
	}
	return true
}

// take is _get of the builtin classes.
func (q *Queue) take(th *Thread) Value {
	if own := q.ownQueue(); q.custom && own.H != nil {
		switch q.order {
		case priority:
			f := importAttr(th, "heapq", "heappop")
			if f.H == nil {
				return f
			}
			return th.CallArgs(f, own)
		case lifo:
			return th.CallMethod(own, name("pop"))
		}
		return th.CallMethod(own, name("popleft"))
	}
	if q.count() == 0 {
		return th.IndexError("pop from an empty deque")
	}
	switch q.order {
	case lifo:
		n := len(q.items) - 1
		x := q.items[n]
		q.items[n] = Value{}
		q.items = q.items[:n]
		return x
	case priority:
		return q.takeLeast(th)
	}
	x := q.items[q.head]
	q.items[q.head] = Value{}
	q.head++
	if q.head == len(q.items) {
		q.items, q.head = q.items[:0], 0
	} else if q.head > 1024 && q.head*2 > len(q.items) {
		n := copy(q.items, q.items[q.head:])
		clear(q.items[n:])
		q.items, q.head = q.items[:n], 0
	}
	return x
}

func (q *Queue) takeLeast(th *Thread) Value {
	n := len(q.items) - 1
	last := q.items[n]
	q.items[n] = Value{}
	q.items = q.items[:n]
	if n == 0 {
		return last
	}
	top := q.items[0]
	q.items[0] = last
	if !heapSiftUp(th, q.items, 0) {
		return Value{}
	}
	return top
}

// heapSiftDown and heapSiftUp make heapq's moves; a comparison may raise.
func heapSiftDown(th *Thread, a []Value, start, pos int) bool {
	x := a[pos]
	for pos > start {
		parent := (pos - 1) >> 1
		lt, ok := th.CompareBool(x, a[parent], object.CmpLT)
		if !ok {
			a[pos] = x
			return false
		}
		if !lt {
			break
		}
		a[pos] = a[parent]
		pos = parent
	}
	a[pos] = x
	return true
}

func heapSiftUp(th *Thread, a []Value, pos int) bool {
	end, start := len(a), pos
	x := a[pos]
	for child := 2*pos + 1; child < end; child = 2*pos + 1 {
		if right := child + 1; right < end {
			lt, ok := th.CompareBool(a[child], a[right], object.CmpLT)
			if !ok {
				a[pos] = x
				return false
			}
			if !lt {
				child = right
			}
		}
		a[pos] = a[child]
		pos = child
	}
	a[pos] = x
	return heapSiftDown(th, a, start, pos)
}
