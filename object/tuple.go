// Tuple, its operators and methods.
package object

import "strings"

// Tuple is a Python tuple.
type Tuple struct {
	Header
	Items []Value
}

// tuple2 and tuple3 hold the items of the commonest tuples in the same allocation.
type (
	tuple1 struct {
		Tuple
		in [1]Value
	}
	tuple2 struct {
		Tuple
		in [2]Value
	}
	tuple3 struct {
		Tuple
		in [3]Value
	}
)

// NewTuple returns a tuple that owns items.
func NewTuple(items []Value) *Tuple {
	if len(items) == 0 {
		return emptyTuple
	}
	return &Tuple{Header{&TupleType.Root}, items}
}

var emptyTuple = &Tuple{Header: Header{&TupleType.Root}}

// EmptyTuple is ().
func EmptyTuple() Value { return emptyTuple.V() }

// TupleOf returns a tuple of the arguments.
func TupleOf(items ...Value) Value { return TupleCopy(items).V() }

// Pair returns (a, b).
func Pair(a, b Value) Value {
	t := &tuple2{}
	t.Shape = &TupleType.Root
	t.in[0], t.in[1] = a, b
	t.Items = t.in[:]
	return Value{&t.Header, 0}
}

// TupleCopy returns a tuple with a copy of items, in one allocation where it is short.
func TupleCopy(items []Value) *Tuple {
	var t *Tuple
	switch len(items) {
	case 0:
		return emptyTuple
	case 1:
		x := &tuple1{}
		x.in[0] = items[0]
		t, x.Items = &x.Tuple, x.in[:]
	case 2:
		x := &tuple2{}
		x.in[0], x.in[1] = items[0], items[1]
		t, x.Items = &x.Tuple, x.in[:]
	case 3:
		x := &tuple3{}
		x.in[0], x.in[1], x.in[2] = items[0], items[1], items[2]
		t, x.Items = &x.Tuple, x.in[:]
	default:
		t = &Tuple{Items: append([]Value(nil), items...)}
	}
	t.Shape = &TupleType.Root
	return t
}

// V returns the tuple as a Value.
func (t *Tuple) V() Value { return Value{&t.Header, 0} }

// AsTuple returns the tuple v is (or derives from).
func AsTuple(v Value) (*Tuple, bool) {
	if v.H.Shape.Solid == &TupleType {
		return (*Tuple)(v.Ptr()), true
	}
	return nil, false
}

func init() {
	Define(&TupleType, Spec{Name: "tuple", Sig: "iterable=(), /", Flags: FlagSequence | FlagMatchSelf, Alloc: Allocator[Tuple](),
		Doc: "Built-in immutable sequence.\n\nIf no argument is given, the constructor returns an empty tuple.\nIf iterable is specified the tuple is initialized from iterable's items.\n\nIf the argument is a tuple, the return value is the same object.",
		Slots: Slots{
			New: tupleNew, Repr: tupleRepr, Hash: tupleHash, Compare: tupleCompare, Iter: tupleIter, Len: tupleLen,
			GetItem: TupleGetItem, Contains: tupleContains, Concat: tupleConcat, Repeat: tupleRepeat,
		},
		Methods: []Method{
			{Name: "index", Sig: "value, start=0, stop=9223372036854775807, /", F: tupleIndex, Doc: "Return first index of value.\n\nRaises ValueError if the value is not present."},
			{Name: "count", Sig: "value, /", F1: tupleCount, Doc: "Return number of occurrences of value."},
			{Name: "__getnewargs__", F0: func(th *Thread, self Value) Value { return TupleOf(TupleCopy((*Tuple)(self.Ptr()).Items).V()) }},
			ClassGetItemRow,
		},
	})
}

func tupleNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	if !th.NoNewKeywords(t, "tuple", kw) {
		return Value{}
	}
	pos := args[:len(args)-len(kw)]
	if !th.ArgCount("tuple", len(pos), 0, 1) {
		return Value{}
	}
	if len(pos) == 1 && t == &TupleType && pos[0].IsExact(&TupleType) {
		return pos[0]
	}
	var items []Value
	if len(pos) == 1 {
		var ok bool
		if items, ok = th.Collect(pos[0]); !ok {
			return Value{}
		}
	}
	if t == &TupleType {
		return NewTuple(items).V()
	}
	v := allocate(t)
	(*Tuple)(v.Ptr()).Items = items
	return v
}

var strInitName = sharedName("__init__")

func tupleRepr(th *Thread, v Value) Value {
	t := (*Tuple)(v.Ptr())
	if len(t.Items) == 0 {
		return StrValue("()")
	}
	if !th.EnterRepr(v) {
		return StrValue("(...)")
	}
	defer th.LeaveRepr()
	var b strings.Builder
	b.WriteByte('(')
	if !th.reprItems(&b, t.at) {
		return Value{}
	}
	if len(t.Items) == 1 {
		b.WriteByte(',')
	}
	b.WriteByte(')')
	return StrValue(b.String())
}

func (t *Tuple) at(i int) (Value, bool) {
	if i < len(t.Items) {
		return t.Items[i], true
	}
	return Value{}, false
}

func tupleHash(th *Thread, v Value) (int64, bool) { return th.hashItems((*Tuple)(v.Ptr()).Items) }

func tupleCompare(th *Thread, a, b Value, op CmpOp) Value {
	x, ok := AsTuple(a)
	y, ok2 := AsTuple(b)
	if !ok || !ok2 {
		return NotImplemented
	}
	return th.compareItems(x.Items, y.Items, op)
}

func tupleLen(th *Thread, v Value) (int, bool) { return len((*Tuple)(v.Ptr()).Items), true }

// TupleGetItem is tuple[key].
func TupleGetItem(th *Thread, v, key Value) Value {
	t := (*Tuple)(v.Ptr())
	if key.H == &IntHeader {
		i := int64(key.N)
		if i < 0 {
			i += int64(len(t.Items))
		}
		if uint64(i) < uint64(len(t.Items)) {
			return t.Items[i]
		}
		return th.IndexError("tuple index out of range")
	}
	return tupleSubscript(th, v, t, key)
}

func tupleSubscript(th *Thread, v Value, t *Tuple, key Value) Value {
	s, ok := AsSlice(key)
	if !ok {
		i, ok := th.ItemIndex(key, func() int { return len(t.Items) }, "tuple", "tuple index out of range")
		if !ok {
			return Value{}
		}
		return t.Items[i]
	}
	start, _, step, n, ok := th.SliceIndices(s, func() int { return len(t.Items) })
	if !ok {
		return Value{}
	}
	if n == len(t.Items) && step == 1 && v.IsExact(&TupleType) {
		return v
	}
	if step == 1 {
		return TupleCopy(t.Items[start : start+n]).V()
	}
	return NewTuple(sliceItems(t.Items, start, step, n)).V()
}

func tupleContains(th *Thread, v, x Value) (bool, bool) {
	for _, y := range (*Tuple)(v.Ptr()).Items {
		eq, ok := th.Equal(y, x)
		if eq || !ok {
			return eq, ok
		}
	}
	return false, true
}

func tupleConcat(th *Thread, a, b Value) Value {
	x := (*Tuple)(a.Ptr())
	y, ok := AsTuple(b)
	switch {
	case len(x.Items) == 0 && b.IsExact(&TupleType):
		return b
	case !ok:
		return th.TypeError(`can only concatenate tuple (not "%s") to tuple`, b.Type().TPName())
	case len(y.Items) == 0 && a.IsExact(&TupleType):
		return a
	}
	items := make([]Value, len(x.Items)+len(y.Items))
	copy(items[copy(items, x.Items):], y.Items)
	return NewTuple(items).V()
}

func tupleRepeat(th *Thread, v, n Value) Value {
	count, ok := th.repeatCount(n)
	if !ok {
		return Value{}
	}
	t := (*Tuple)(v.Ptr())
	if (count == 1 || len(t.Items) == 0) && v.IsExact(&TupleType) {
		return v
	}
	items, ok := th.repeatItems(t.Items, count)
	if !ok {
		return Value{}
	}
	return NewTuple(items).V()
}

func tupleCount(th *Thread, self, x Value) Value {
	n := int64(0)
	for _, y := range (*Tuple)(self.Ptr()).Items {
		eq, ok := th.Equal(y, x)
		if !ok {
			return Value{}
		}
		if eq {
			n++
		}
	}
	return Int(n)
}

func tupleIndex(th *Thread, self Value, a []Value) Value {
	items := (*Tuple)(self.Ptr()).Items
	i, j, ok := th.searchRange(a[1], a[2], len(items))
	if !ok {
		return Value{}
	}
	for ; i < min(j, len(items)); i++ {
		eq, ok := th.Equal(items[i], a[0])
		if !ok {
			return Value{}
		}
		if eq {
			return Int(int64(i))
		}
	}
	return th.ValueError("tuple.index(x): x not in tuple")
}
