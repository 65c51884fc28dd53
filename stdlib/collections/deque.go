// deque, a double-ended queue on a ring buffer, and its operators.
package collections

import (
	"strings"

	"pyasync/object"
)

var dequeType object.Type

type deque struct {
	header
	buf    []value // a power of two, or nil
	head   int     // where the first item is
	n      int
	maxlen int    // -1: unbounded
	state  uint64 // changes with every mutation
}

func init() {
	object.Define(&dequeType, object.Spec{Name: "collections.deque", Sig: "iterable=(), maxlen=None", Flags: object.FlagSequence, Alloc: object.Allocator[deque](),
		Doc: "A list-like sequence optimized for data accesses near its endpoints.",
		Slots: object.Slots{New: dequeNew, Init: dequeInit, Repr: dequeRepr, Compare: dequeCompare, Iter: dequeIter,
			Len:     func(th *thread, v value) (int, bool) { return (*deque)(v.Ptr()).n, true },
			GetItem: dequeGetItem, SetItem: dequeSetItem, Contains: dequeContains,
			Concat: dequeConcat, InPlaceConcat: dequeInPlaceConcat, Repeat: dequeRepeat, InPlaceRepeat: dequeInPlaceRepeat},
		Methods: dequeMethods,
		Getset: []object.Getset{{Name: "maxlen", Doc: "maximum size of a deque or None if unbounded", Get: func(th *thread, v value) value {
			return (*deque)(v.Ptr()).limit()
		}}},
	})
}

func (d *deque) limit() value {
	if d.maxlen < 0 {
		return object.None
	}
	return object.Int(int64(d.maxlen))
}

func (d *deque) index(i int) int { return (d.head + i) & (len(d.buf) - 1) }

func (d *deque) at(i int) value { return d.buf[d.index(i)] }

// grow makes room for one more item.
func (d *deque) grow() {
	buf := make([]value, max(8, 2*len(d.buf)))
	d.copyTo(buf)
	d.buf, d.head = buf, 0
}

func (d *deque) copyTo(out []value) {
	if d.n > 0 {
		k := copy(out, d.buf[d.head:min(d.head+d.n, len(d.buf))])
		copy(out[k:d.n], d.buf)
	}
}

func (d *deque) items() []value {
	out := make([]value, d.n)
	d.copyTo(out)
	return out
}

func (d *deque) append(x value) {
	d.state++
	if d.n == len(d.buf) {
		d.grow()
	}
	d.buf[d.index(d.n)] = x
	d.n++
	if d.n > d.maxlen && d.maxlen >= 0 {
		d.popLeft()
	}
}

func (d *deque) appendLeft(x value) {
	d.state++
	if d.n == len(d.buf) {
		d.grow()
	}
	d.head = (d.head - 1) & (len(d.buf) - 1)
	d.buf[d.head] = x
	d.n++
	if d.n > d.maxlen && d.maxlen >= 0 {
		d.pop()
	}
}

func (d *deque) pop() value {
	d.state++
	d.n--
	i := d.index(d.n)
	x := d.buf[i]
	d.buf[i] = value{}
	return x
}

func (d *deque) popLeft() value {
	d.state++
	x := d.buf[d.head]
	d.buf[d.head] = value{}
	d.head = (d.head + 1) & (len(d.buf) - 1)
	d.n--
	return x
}

func (d *deque) clear() {
	d.state++
	d.buf, d.head, d.n = nil, 0, 0
}

// set makes items the content; it owns them no longer than the call.
func (d *deque) set(items []value) {
	d.clear()
	for _, x := range items {
		d.append(x)
	}
}

// remove takes out item i.
func (d *deque) removeAt(i int) {
	d.state++
	if i < d.n/2 {
		for ; i > 0; i-- {
			d.buf[d.index(i)] = d.at(i - 1)
		}
		d.popLeft()
		return
	}
	for ; i < d.n-1; i++ {
		d.buf[d.index(i)] = d.at(i + 1)
	}
	d.pop()
}

func dequeNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	v := object.Allocate(t)
	(*deque)(v.Ptr()).maxlen = -1
	return v
}

var dequeArgs = &object.ArgParser{Name: "deque", Sig: "iterable=(), maxlen=None"}

func dequeInit(th *thread, self value, args []value, kw []*object.Str) bool {
	var in [2]value
	if !dequeArgs.Bind(th, args, kw, in[:]) {
		return false
	}
	maxlen := -1
	if in[1].H != nil && !in[1].IsNone() {
		if in[1].Type().Index == nil {
			th.TypeError("an integer is required")
			return false
		}
		var ok bool
		if maxlen, ok = th.AsSize(in[1]); !ok {
			return false
		}
		if maxlen < 0 {
			th.ValueError("maxlen must be non-negative")
			return false
		}
	}
	d := (*deque)(self.Ptr())
	d.maxlen = maxlen
	if d.n > 0 {
		d.clear()
	}
	return in[0].H == nil || d.extend(th, in[0])
}

// extend appends the values of an iterable.
func (d *deque) extend(th *thread, iterable value) bool {
	if o, ok := asDeque(iterable); ok && o == d {
		for _, x := range o.items() {
			d.append(x)
		}
		return true
	}
	it := th.Iter(iterable)
	if it.H == nil {
		return false
	}
	for {
		x := th.StepIter(it)
		if x.H == nil {
			return th.Ended()
		}
		d.append(x)
	}
}

func asDeque(v value) (*deque, bool) {
	if v.Is(&dequeType) {
		return (*deque)(v.Ptr()), true
	}
	return nil, false
}

func dequeRepr(th *thread, v value) value {
	d := (*deque)(v.Ptr())
	if !th.EnterRepr(v) {
		return object.StrValue("[...]")
	}
	defer th.LeaveRepr()
	s, ok := th.Repr(object.NewList(d.items()).V())
	if !ok {
		return value{}
	}
	var b strings.Builder
	b.WriteString(v.Type().Name + "(" + s)
	if d.maxlen >= 0 {
		n, _ := th.Repr(d.limit())
		b.WriteString(", maxlen=" + n)
	}
	b.WriteByte(')')
	return object.StrValue(b.String())
}

func dequeCompare(th *thread, a, b value, op object.CmpOp) value {
	x, ok := asDeque(a)
	y, ok2 := asDeque(b)
	if !ok || !ok2 {
		return object.NotImplemented
	}
	if x.n != y.n && (op == object.CmpEQ || op == object.CmpNE) {
		return object.Bool(op == object.CmpNE)
	}
	return th.Compare(object.NewList(x.items()).V(), object.NewList(y.items()).V(), op)
}

// position converts the key of d[key].
func (d *deque) position(th *thread, key value) (int, bool) {
	if key.Type().Index == nil {
		th.TypeError("sequence index must be integer, not '%s'", key.Type().TPName())
		return 0, false
	}
	i, ok := th.AsIndex(key, &object.IndexErrorType)
	if !ok {
		return 0, false
	}
	if i < 0 {
		i += d.n
	}
	if uint(i) >= uint(d.n) {
		th.IndexError("deque index out of range")
		return 0, false
	}
	return i, true
}

func dequeGetItem(th *thread, v, key value) value {
	d := (*deque)(v.Ptr())
	i, ok := d.position(th, key)
	if !ok {
		return value{}
	}
	return d.at(i)
}

func dequeSetItem(th *thread, v, key, x value) bool {
	d := (*deque)(v.Ptr())
	i, ok := d.position(th, key)
	if !ok {
		return false
	}
	if x.H == nil {
		d.removeAt(i)
	} else {
		d.buf[d.index(i)] = x
	}
	return true
}

// find returns the position of the first item equal to x in i..j-1, or -1; ok false: raised.
func (d *deque) find(th *thread, x value, i, j int) (pos int, ok bool) {
	state := d.state
	for ; i < j; i++ {
		eq, ok := th.Equal(d.at(i), x)
		if !ok {
			return -1, false
		}
		if d.state != state {
			th.RuntimeError("deque mutated during iteration")
			return -1, false
		}
		if eq {
			return i, true
		}
	}
	return -1, true
}

func dequeContains(th *thread, v, x value) (bool, bool) {
	d := (*deque)(v.Ptr())
	i, ok := d.find(th, x, 0, d.n)
	return i >= 0, ok
}

// like returns an empty deque of the class of v with its limit.
func like(th *thread, v value) (value, bool) {
	d := (*deque)(v.Ptr())
	if v.IsExact(&dequeType) {
		n := dequeNew(th, &dequeType, nil, nil)
		(*deque)(n.Ptr()).maxlen = d.maxlen
		return n, true
	}
	args := []value{v}
	if d.maxlen >= 0 {
		args = append(args, d.limit())
	}
	n := th.Call(v.Type().V(), args, nil)
	if n.H == nil {
		return n, false
	}
	if !n.Is(&dequeType) {
		return th.TypeError("%s() must return a deque, not %s", v.Type().TPName(), n.Type().TPName()), false
	}
	(*deque)(n.Ptr()).clear()
	return n, true
}

func dequeCopy(th *thread, v value) value {
	n, ok := like(th, v)
	if ok {
		(*deque)(n.Ptr()).set((*deque)(v.Ptr()).items())
	}
	return n
}

func dequeConcat(th *thread, a, b value) value {
	y, ok := asDeque(b)
	if !ok {
		return th.TypeError(`can only concatenate deque (not "%s") to deque`, b.Type().TPName())
	}
	n := dequeCopy(th, a)
	if n.H != nil && !(*deque)(n.Ptr()).extend(th, object.ObjectValue(&y.header)) {
		return value{}
	}
	return n
}

func dequeInPlaceConcat(th *thread, a, b value) value {
	if !(*deque)(a.Ptr()).extend(th, b) {
		return value{}
	}
	return a
}

func dequeRepeat(th *thread, v, count value) value {
	n := dequeCopy(th, v)
	if n.H == nil {
		return n
	}
	return dequeInPlaceRepeat(th, n, count)
}

func dequeInPlaceRepeat(th *thread, v, count value) value {
	n, ok := th.AsIndex(count, &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	d := (*deque)(v.Ptr())
	if n <= 0 || d.n == 0 {
		d.clear()
		return v
	}
	items := d.items()
	if d.maxlen >= 0 && d.n > 0 {
		n = min(n, d.maxlen/d.n+2)
	}
	if n > 1<<40/d.n || !th.CheckSize(n*d.n*16) {
		return th.MemoryError()
	}
	for ; n > 1; n-- {
		for _, x := range items {
			d.append(x)
		}
	}
	return v
}
