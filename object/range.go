// Range and its iterators. Ranges whose numbers fit int64 take the fast path everywhere; others compute with Values.
package object

import "math/big"

// Range is a range object. When Small, First + i*Stride for 0 <= i < Count are its items.
type Range struct {
	Header
	Start, Stop, Step    Value // as given, converted to exact ints
	Length               Value
	Small                bool
	First, Stride, Count int64
}

// RangeIter iterates over a small range: Left more values from Next on.
type RangeIter struct {
	Header
	Next, Stride, Left int64
}

// longRangeIter iterates over any range.
type longRangeIter struct {
	Header
	r *Range
	i *big.Int
}

// RangeIterType is exported for the evaluator's loops.
var RangeIterType, longRangeIterType Type

func init() {
	field := func(name string, get func(r *Range) Value) Member {
		return Member{Name: name, Get: func(th *Thread, self Value) Value { return get((*Range)(self.Ptr())) }}
	}
	Define(&RangeType, Spec{Name: "range", Sig: "start, stop=None, step=None, /", Flags: FlagFinal | FlagSequence, Alloc: Allocator[Range](),
		Doc: "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nThe integers from start (inclusive) to stop (exclusive) by step.",
		Slots: Slots{New: rangeNew, Repr: rangeRepr, Hash: rangeHash, Compare: rangeCompare, Iter: rangeIter, Len: rangeLen,
			GetItem: RangeGetItem, Contains: rangeContains, ToBool: rangeBool},
		Methods: []Method{
			{Name: "__reversed__", F0: rangeReversed, Doc: "Return a reverse iterator."},
			{Name: "__reduce__", F0: func(th *Thread, self Value) Value {
				r := (*Range)(self.Ptr())
				return TupleOf(RangeType.V(), TupleOf(r.Start, r.Stop, r.Step))
			}},
			{Name: "count", Sig: "value, /", F1: rangeCount, Doc: "rangeobject.count(value) -> integer -- return number of occurrences of value"},
			{Name: "index", Sig: "value, /", F1: rangeIndex, Doc: "rangeobject.index(value) -> integer -- return index of value.\nRaise ValueError if the value is not present."},
		},
		Members: []Member{
			field("start", func(r *Range) Value { return r.Start }),
			field("stop", func(r *Range) Value { return r.Stop }),
			field("step", func(r *Range) Value { return r.Step }),
		}})
	Define(&RangeIterType, Spec{Name: "range_iterator", Flags: FlagNoNew | FlagFinal, Alloc: Allocator[RangeIter](),
		Slots: Slots{Iter: SelfIter, Next: RangeIterNext},
		Methods: []Method{
			{Name: "__length_hint__", F0: func(th *Thread, v Value) Value { return Int((*RangeIter)(v.Ptr()).Left) }, Doc: DocHint},
			{Name: "__reduce__", F0: rangeIterReduce, Doc: DocReduce},
			{Name: "__setstate__", F1: rangeIterSetState, Doc: DocState},
		}})
	Define(&longRangeIterType, Spec{Name: "longrange_iterator", Flags: FlagNoNew | FlagFinal, Alloc: Allocator[longRangeIter](),
		Slots:   Slots{Iter: SelfIter, Next: longRangeNext},
		Methods: IterMethods(longRangeHint, longRangeReduce, longRangeSetState)})
}

func rangeNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	if !th.NoKeywords("range", kw) || !th.ArgCount("range", len(args), 1, 3) {
		return Value{}
	}
	parts := [3]Value{Int(0), Int(0), Int(1)}
	if len(args) == 1 {
		parts[1] = args[0]
	} else {
		copy(parts[:], args)
	}
	for i, x := range parts {
		if x.H == &IntHeader {
			continue
		}
		n, ok := th.IndexValue(x)
		if !ok {
			return Value{}
		}
		parts[i] = IntFromBig(new(big.Int).Set(bigOfInt(n)))
	}
	if parts[2] == Int(0) {
		return th.ValueError("range() arg 3 must not be zero")
	}
	return newRange(parts[0], parts[1], parts[2])
}

// NewRange returns range(start, stop, step); step is not zero.
func NewRange(start, stop, step int64) Value { return newRange(Int(start), Int(stop), Int(step)) }

// newRange makes a range of exact ints.
func newRange(start, stop, step Value) Value {
	r := &Range{Header: Header{&RangeType.Root}, Start: start, Stop: stop, Step: step}
	if start.H == &IntHeader && stop.H == &IntHeader && step.H == &IntHeader {
		a, b, s := int64(start.N), int64(stop.N), int64(step.N)
		n := uint64(0)
		if s > 0 && a < b {
			n = (uint64(b)-uint64(a)-1)/uint64(s) + 1
		} else if s < 0 && a > b {
			n = (uint64(a)-uint64(b)-1)/(-uint64(s)) + 1
		}
		if n <= 1<<63-1 {
			r.Small, r.First, r.Stride, r.Count = true, a, s, int64(n)
			r.Length = Int(r.Count)
			return Value{&r.Header, 0}
		}
	}
	r.Length = IntFromBig(bigRangeLen(bigOfInt(start), bigOfInt(stop), bigOfInt(step)))
	return Value{&r.Header, 0}
}

func bigRangeLen(a, b, s *big.Int) *big.Int {
	n := new(big.Int)
	if s.Sign() > 0 {
		n.Sub(b, a)
	} else {
		n.Sub(a, b)
	}
	if n.Sign() <= 0 {
		return n.SetInt64(0)
	}
	n.Sub(n, big.NewInt(1))
	n.Quo(n, new(big.Int).Abs(s))
	return n.Add(n, big.NewInt(1))
}

// item returns the item at a position that may be outside.
func (r *Range) item(i *big.Int) Value {
	n := new(big.Int).Mul(i, bigOfInt(r.Step))
	return IntFromBig(n.Add(n, bigOfInt(r.Start)))
}

func rangeRepr(th *Thread, v Value) Value {
	r := (*Range)(v.Ptr())
	parts := []Value{r.Start, r.Stop, r.Step}
	if r.Step == Int(1) {
		parts = parts[:2]
	}
	text := "range("
	for i, x := range parts {
		if i > 0 {
			text += ", "
		}
		text += bigOfInt(x).String()
	}
	return StrValue(text + ")")
}

// key is what makes ranges equal: the length, and as far as they matter the first item and the step.
func (r *Range) key() []Value {
	switch r.Length {
	case Int(0):
		return []Value{r.Length, None, None}
	case Int(1):
		return []Value{r.Length, r.Start, None}
	}
	return []Value{r.Length, r.Start, r.Step}
}

func rangeHash(th *Thread, v Value) (int64, bool) { return th.hashItems((*Range)(v.Ptr()).key()) }

func rangeCompare(th *Thread, a, b Value, op CmpOp) Value {
	if !a.Is(&RangeType) || !b.Is(&RangeType) || op != CmpEQ && op != CmpNE {
		return NotImplemented
	}
	return th.compareItems((*Range)(a.Ptr()).key(), (*Range)(b.Ptr()).key(), op)
}

func rangeLen(th *Thread, v Value) (int, bool) {
	r := (*Range)(v.Ptr())
	if r.Length.H != &IntHeader {
		th.OverflowError("Python int too large to convert to C ssize_t")
		return 0, false
	}
	return int(r.Length.N), true
}

func rangeBool(th *Thread, v Value) (bool, bool) { return (*Range)(v.Ptr()).Length != Int(0), true }

// RangeGetItem is range[key].
func RangeGetItem(th *Thread, v, key Value) Value {
	r := (*Range)(v.Ptr())
	if key.H == &IntHeader && r.Small {
		i := int64(key.N)
		if i < 0 {
			i += r.Count
		}
		if uint64(i) < uint64(r.Count) {
			return Int(r.First + i*r.Stride)
		}
		return th.IndexError("range object index out of range")
	}
	if s, ok := AsSlice(key); ok {
		return th.rangeSlice(r, s)
	}
	if !key.Is(&IntType) && key.H.Shape.Type.Index == nil {
		return th.TypeError("range indices must be integers or slices, not %s", key.Type().TPName())
	}
	x, ok := th.toBig(key)
	if !ok {
		return Value{}
	}
	n := bigOfInt(r.Length)
	i := new(big.Int).Set(x)
	if i.Sign() < 0 {
		i.Add(i, n)
	}
	if i.Sign() < 0 || i.Cmp(n) >= 0 {
		return th.IndexError("range object index out of range")
	}
	return r.item(i)
}

func (th *Thread) rangeSlice(r *Range, s *Slice) Value {
	start, stop, step, ok := th.bigSlice(s, bigOfInt(r.Length))
	if !ok {
		return Value{}
	}
	sub := IntFromBig(new(big.Int).Mul(step, bigOfInt(r.Step)))
	return newRange(r.item(start), r.item(stop), sub)
}

// position returns the index of an int in r, or nil.
func (r *Range) position(x *big.Int) *big.Int {
	d := new(big.Int).Sub(x, bigOfInt(r.Start))
	q, m := new(big.Int).QuoRem(d, bigOfInt(r.Step), new(big.Int))
	if m.Sign() != 0 || q.Sign() < 0 || q.Cmp(bigOfInt(r.Length)) >= 0 {
		return nil
	}
	return q
}

// isExactInt reports whether v compares as an int does: an int or bool, not an instance of a subclass.
func isExactInt(v Value) bool { return v.H == &IntHeader || v.IsBool() || v.IsExact(&IntType) }

func rangeContains(th *Thread, v, x Value) (bool, bool) {
	r := (*Range)(v.Ptr())
	if x.H == &IntHeader && r.Small {
		d := int64(x.N) - r.First
		if r.Stride > 0 {
			// Compared before subtracting overflows: the items lie between First and the last one.
			return r.Count > 0 && int64(x.N) >= r.First && int64(x.N) <= r.First+(r.Count-1)*r.Stride && uint64(d)%uint64(r.Stride) == 0, true
		}
		return r.Count > 0 && int64(x.N) <= r.First && int64(x.N) >= r.First+(r.Count-1)*r.Stride && (-uint64(d))%(-uint64(r.Stride)) == 0, true
	}
	if isExactInt(x) {
		return r.position(bigOfInt(x)) != nil, true
	}
	it := rangeIter(th, v)
	for {
		y, ok := th.Next(it)
		if y.H == nil {
			return false, ok
		}
		if eq, ok := th.Equal(y, x); eq || !ok {
			return eq, ok
		}
	}
}

func rangeCount(th *Thread, self, x Value) Value {
	if isExactInt(x) {
		return boolInt(rangeContains(th, self, x))
	}
	it, n := rangeIter(th, self), int64(0)
	for {
		y, ok := th.Next(it)
		if !ok {
			return Value{}
		}
		if y.H == nil {
			return Int(n)
		}
		eq, ok := th.Equal(y, x)
		if !ok {
			return Value{}
		}
		if eq {
			n++
		}
	}
}

func boolInt(b, ok bool) Value {
	switch {
	case !ok:
		return Value{}
	case b:
		return Int(1)
	}
	return Int(0)
}

func rangeIndex(th *Thread, self, x Value) Value {
	r := (*Range)(self.Ptr())
	if isExactInt(x) {
		if i := r.position(bigOfInt(x)); i != nil {
			return IntFromBig(i)
		}
		s, ok := th.Repr(x)
		if !ok {
			return Value{}
		}
		return th.ValueError("%s is not in range", s)
	}
	it := rangeIter(th, self)
	for i := int64(0); ; i++ {
		y, ok := th.Next(it)
		if !ok {
			return Value{}
		}
		if y.H == nil {
			return th.ValueError("sequence.index(x): x not in sequence")
		}
		eq, ok := th.Equal(y, x)
		if !ok {
			return Value{}
		}
		if eq {
			return Int(i)
		}
	}
}

func rangeIter(th *Thread, v Value) Value {
	r := (*Range)(v.Ptr())
	if r.Small && r.fits() {
		return Value{&(&RangeIter{Header{&RangeIterType.Root}, r.First, r.Stride, r.Count}).Header, 0}
	}
	return Value{&(&longRangeIter{Header{&longRangeIterType.Root}, r, new(big.Int)}).Header, 0}
}

// fits reports whether the number after the last item is an int64 too, as a RangeIter steps there.
func (r *Range) fits() bool {
	const far = 1 << 62
	if r.Count < far && r.First < far && r.First > -far && r.Stride < far && r.Stride > -far {
		if stop := int64(r.Stop.N); stop < far && stop > -far {
			return true
		}
	}
	end := new(big.Int).Mul(big.NewInt(r.Count), big.NewInt(r.Stride))
	return end.Add(end, big.NewInt(r.First)).IsInt64()
}

func rangeReversed(th *Thread, v Value) Value {
	r := (*Range)(v.Ptr())
	if r.Small && r.Stride != -1<<63 {
		last := r.First + (r.Count-1)*r.Stride
		rev := &Range{Header: Header{&RangeType.Root}, Small: true, First: last, Stride: -r.Stride, Count: r.Count,
			Start: Int(last), Stop: Int(r.First), Step: Int(-r.Stride), Length: r.Length}
		if r.Count == 0 {
			rev.First = r.First
		}
		if rev.fits() {
			return rangeIter(th, Value{&rev.Header, 0})
		}
	}
	one := big.NewInt(1)
	last := r.item(new(big.Int).Sub(bigOfInt(r.Length), one))
	step := new(big.Int).Neg(bigOfInt(r.Step))
	stop := new(big.Int).Add(bigOfInt(r.Start), step)
	rev := newRange(last, IntFromBig(stop), IntFromBig(step))
	return Value{&(&longRangeIter{Header{&longRangeIterType.Root}, (*Range)(rev.Ptr()), new(big.Int)}).Header, 0}
}

// RangeIterNext is the Next slot of small range iterators.
func RangeIterNext(th *Thread, v Value) Value {
	it := (*RangeIter)(v.Ptr())
	if it.Left <= 0 {
		return Value{}
	}
	it.Left--
	n := it.Next
	it.Next += it.Stride
	return Int(n)
}

func rangeIterReduce(th *Thread, v Value) Value {
	it := (*RangeIter)(v.Ptr())
	f := th.BuiltinFunc("iter")
	if f.H == nil {
		return f
	}
	return TupleOf(f, TupleOf(NewRange(it.Next, it.Next+it.Left*it.Stride, it.Stride)), None)
}

func rangeIterSetState(th *Thread, v, state Value) Value {
	i, ok := th.AsIndex(state, &OverflowErrorType)
	if !ok {
		return Value{}
	}
	it := (*RangeIter)(v.Ptr())
	n := min(max(int64(i), 0), it.Left)
	it.Next += n * it.Stride
	it.Left -= n
	return None
}

func longRangeNext(th *Thread, v Value) Value {
	it := (*longRangeIter)(v.Ptr())
	if it.i.Cmp(bigOfInt(it.r.Length)) >= 0 {
		return Value{}
	}
	x := it.r.item(it.i)
	it.i.Add(it.i, big.NewInt(1))
	return x
}

func longRangeHint(th *Thread, v Value) Value {
	it := (*longRangeIter)(v.Ptr())
	return IntFromBig(new(big.Int).Sub(bigOfInt(it.r.Length), it.i))
}

func longRangeReduce(th *Thread, v Value) Value {
	it := (*longRangeIter)(v.Ptr())
	f := th.BuiltinFunc("iter")
	if f.H == nil {
		return f
	}
	rest := newRange(it.r.item(it.i), it.r.Stop, it.r.Step)
	return TupleOf(f, TupleOf(rest), None)
}

func longRangeSetState(th *Thread, v, state Value) Value {
	i, ok := th.toBig(state)
	if !ok {
		return Value{}
	}
	it := (*longRangeIter)(v.Ptr())
	n, length := new(big.Int).Set(i), bigOfInt(it.r.Length)
	if n.Sign() < 0 {
		n.SetInt64(0)
	} else if n.Cmp(length) > 0 {
		n.Set(length)
	}
	it.i = n
	return None
}
