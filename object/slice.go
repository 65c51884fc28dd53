// Slice, and the arithmetic of indices and slices that all sequences share.
package object

import "math/big"

// Slice is a slice object; its fields are any values.
type Slice struct {
	Header
	Start, Stop, Step Value
}

// NewSlice returns slice(start, stop, step).
func NewSlice(start, stop, step Value) Value {
	return Value{&(&Slice{Header{&SliceType.Root}, start, stop, step}).Header, 0}
}

// PassingSlice is NewSlice for a slice that is forgotten before any code of the program runs: it is the same every time.
func (th *Thread) PassingSlice(start, stop, step Value) Value {
	s := &th.slice
	s.Shape = &SliceType.Root
	Store(&s.Start, start)
	Store(&s.Stop, stop)
	Store(&s.Step, step)
	return Value{&s.Header, 0}
}

// AsSlice returns the slice v is.
func AsSlice(v Value) (*Slice, bool) {
	if v.H.Shape == &SliceType.Root {
		return (*Slice)(v.Ptr()), true
	}
	return nil, false
}

// SliceIndices resolves s for a sequence: the first index, the bound, the step, and how many items are selected
// (PySlice_Unpack and PySlice_AdjustIndices). size is asked last: __index__ may have changed it. ok false: raised.
func (th *Thread) SliceIndices(s *Slice, size func() int) (start, stop, step, count int, ok bool) {
	if start, stop, step, ok = th.SliceUnpack(s); ok {
		start, stop, count = AdjustIndices(start, stop, step, size())
	}
	return start, stop, step, count, ok
}

// SliceUnpack returns the fields of s clipped to Go ints, with the defaults for None.
func (th *Thread) SliceUnpack(s *Slice) (start, stop, step int, ok bool) {
	step = 1
	if !s.Step.IsNone() {
		if step, ok = th.sliceIndex(s.Step); !ok {
			return 0, 0, 0, false
		}
		if step == 0 {
			th.ValueError("slice step cannot be zero")
			return 0, 0, 0, false
		}
		step = max(step, -maxInt)
	}
	if step < 0 {
		start, stop = maxInt, -maxInt-1
	} else {
		start, stop = 0, maxInt
	}
	if !s.Start.IsNone() {
		if start, ok = th.sliceIndex(s.Start); !ok {
			return 0, 0, 0, false
		}
	}
	if !s.Stop.IsNone() {
		if stop, ok = th.sliceIndex(s.Stop); !ok {
			return 0, 0, 0, false
		}
	}
	return start, stop, step, true
}

const maxInt = int(^uint(0) >> 1)

// AdjustIndices clips unpacked slice bounds to a sequence of n items and counts what they select.
func AdjustIndices(start, stop, step, n int) (int, int, int) {
	start, stop = clipIndex(start, step, n), clipIndex(stop, step, n)
	switch {
	case step < 0 && stop < start:
		return start, stop, (start-stop-1)/(-step) + 1
	case step > 0 && start < stop:
		return start, stop, (stop-start-1)/step + 1
	}
	return start, stop, 0
}

func clipIndex(i, step, n int) int {
	if i < 0 {
		if i += n; i < 0 {
			if step < 0 {
				return -1
			}
			return 0
		}
	} else if i >= n {
		if step < 0 {
			return n - 1
		}
		return n
	}
	return i
}

// sliceIndex converts a slice field that is not None (_PyEval_SliceIndex).
func (th *Thread) sliceIndex(v Value) (int, bool) {
	if i, ok := v.SmallInt(); ok {
		return int(i), true
	}
	if !v.Is(&IntType) && v.H.Shape.Type.Index == nil {
		th.TypeError("slice indices must be integers or None or have an __index__ method")
		return 0, false
	}
	return th.AsIndex(v, nil)
}

// SliceBound converts an optional start or stop argument (None or omitted: def) of methods such as str.find.
func (th *Thread) SliceBound(v Value, def int) (int, bool) {
	if v.H == nil || v.IsNone() {
		return def, true
	}
	return th.sliceIndex(v)
}

// SliceArg is SliceBound for methods that do not take None, such as list.index.
func (th *Thread) SliceArg(v Value, def int) (int, bool) {
	if v.H != nil && !v.Is(&IntType) && v.H.Shape.Type.Index == nil {
		th.TypeError("slice indices must be integers or have an __index__ method")
		return 0, false
	}
	return th.SliceBound(v, def)
}

// ItemIndex converts the key of s[key] to a position in 0..n-1, counting negative ones from the end. kind names the
// sequence in the TypeError ("list indices must be integers or slices, not str"); outOfRange is the IndexError's text.
func (th *Thread) ItemIndex(key Value, size func() int, kind, outOfRange string) (int, bool) {
	i, ok := key.SmallInt()
	if !ok {
		if !key.Is(&IntType) && key.H.Shape.Type.Index == nil {
			if kind == "string" {
				th.TypeError("string indices must be integers, not '%s'", key.Type().TPName())
			} else {
				th.TypeError("%s indices must be integers or slices, not %s", kind, key.Type().TPName())
			}
			return 0, false
		}
		x, ok := th.AsIndex(key, &IndexErrorType)
		if !ok {
			return 0, false
		}
		i = int64(x)
	}
	n := size()
	if i < 0 {
		i += int64(n)
	}
	if uint64(i) >= uint64(n) {
		th.IndexError("%s", outOfRange)
		return 0, false
	}
	return int(i), true
}

func init() {
	field := func(name string, get func(s *Slice) Value) Member {
		return Member{Name: name, Get: func(th *Thread, self Value) Value { return get((*Slice)(self.Ptr())) }}
	}
	Define(&SliceType, Spec{Name: "slice", Sig: "start, stop=None, step=None, /", Flags: FlagFinal, Alloc: Allocator[Slice](),
		Doc:   "slice(stop)\nslice(start, stop[, step])\n\nThe range of items that x[start:stop:step] selects.",
		Slots: Slots{New: sliceNew, Repr: sliceRepr, Hash: sliceHash, Compare: sliceCompare},
		Methods: []Method{
			{Name: "indices", Sig: "len, /", F1: sliceIndices, Doc: "Return (start, stop, stride) for a sequence of the given length."},
			{Name: "__reduce__", F0: sliceReduce, Doc: "Return state information for pickling."},
		},
		Members: []Member{
			field("start", func(s *Slice) Value { return s.Start }),
			field("stop", func(s *Slice) Value { return s.Stop }),
			field("step", func(s *Slice) Value { return s.Step }),
		}})
}

func sliceNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	if !th.NoKeywords("slice", kw) || !th.ArgCount("slice", len(args), 1, 3) {
		return Value{}
	}
	switch len(args) {
	case 1:
		return NewSlice(None, args[0], None)
	case 2:
		return NewSlice(args[0], args[1], None)
	}
	return NewSlice(args[0], args[1], args[2])
}

func (s *Slice) items() []Value { return []Value{s.Start, s.Stop, s.Step} }

func sliceRepr(th *Thread, v Value) Value {
	s := (*Slice)(v.Ptr())
	text := "slice("
	for i, x := range s.items() {
		r, ok := th.Repr(x)
		if !ok {
			return Value{}
		}
		if i > 0 {
			text += ", "
		}
		text += r
	}
	return StrValue(text + ")")
}

// sliceHash mixes the hashes as tuples do, but leaves out the length.
func sliceHash(th *Thread, v Value) (int64, bool) {
	acc, ok := th.mixHashes((*Slice)(v.Ptr()).items())
	if acc == ^uint64(0) {
		acc = 1546275796
	}
	return int64(acc), ok
}

func sliceCompare(th *Thread, a, b Value, op CmpOp) Value {
	x, ok := AsSlice(a)
	y, ok2 := AsSlice(b)
	if !ok || !ok2 {
		return NotImplemented
	}
	return th.compareItems(x.items(), y.items(), op)
}

func sliceReduce(th *Thread, self Value) Value {
	s := (*Slice)(self.Ptr())
	return TupleOf(SliceType.V(), TupleOf(s.Start, s.Stop, s.Step))
}

// sliceIndices is slice.indices(n): like SliceIndices, for ints of any size.
func sliceIndices(th *Thread, self, n Value) Value {
	s := (*Slice)(self.Ptr())
	length, ok := th.toBig(n)
	if !ok {
		return Value{}
	}
	if length.Sign() < 0 {
		return th.ValueError("length should not be negative")
	}
	start, stop, step, ok := th.bigSlice(s, length)
	if !ok {
		return Value{}
	}
	return TupleOf(IntFromBig(start), IntFromBig(stop), IntFromBig(step))
}

// bigSlice resolves s for a sequence of length items (_PySlice_GetLongIndices).
func (th *Thread) bigSlice(s *Slice, length *big.Int) (start, stop, step *big.Int, ok bool) {
	one := big.NewInt(1)
	step = big.NewInt(1)
	if !s.Step.IsNone() {
		if step, ok = th.bigIndex(s.Step); !ok {
			return nil, nil, nil, false
		}
		if step.Sign() == 0 {
			th.ValueError("slice step cannot be zero")
			return nil, nil, nil, false
		}
	}
	lower, upper := new(big.Int), new(big.Int).Set(length)
	if step.Sign() < 0 {
		lower.SetInt64(-1)
		upper.Sub(length, one)
	}
	bound := func(v Value, def *big.Int) (*big.Int, bool) {
		if v.IsNone() {
			return new(big.Int).Set(def), true
		}
		x, ok := th.bigIndex(v)
		if !ok {
			return nil, false
		}
		x = new(big.Int).Set(x)
		if x.Sign() < 0 {
			x.Add(x, length)
			if x.Cmp(lower) < 0 {
				x.Set(lower)
			}
		} else if x.Cmp(upper) > 0 {
			x.Set(upper)
		}
		return x, true
	}
	first, last := lower, upper
	if step.Sign() < 0 {
		first, last = upper, lower
	}
	if start, ok = bound(s.Start, first); !ok {
		return nil, nil, nil, false
	}
	stop, ok = bound(s.Stop, last)
	return start, stop, step, ok
}

func (th *Thread) bigIndex(v Value) (*big.Int, bool) {
	if !v.Is(&IntType) && !v.IsBool() && v.H.Shape.Type.Index == nil {
		th.TypeError("slice indices must be integers or None or have an __index__ method")
		return nil, false
	}
	return th.toBig(v)
}

// toBig returns operator.index(v) as a big.Int of its own or shared: callers do not change it.
func (th *Thread) toBig(v Value) (*big.Int, bool) {
	v, ok := th.IndexValue(v)
	if !ok {
		return nil, false
	}
	return bigOfInt(v), true
}

// bigOfInt returns the number in an int Value.
func bigOfInt(v Value) *big.Int {
	if v.H == &IntHeader || v.H == &BoolHeader {
		return big.NewInt(int64(v.N))
	}
	return &(*BigInt)(v.Ptr()).Big
}

// IndexValue returns operator.index(v): an int Value, exact where v is exact.
func (th *Thread) IndexValue(v Value) (Value, bool) {
	r := th.Index(v)
	return r, r.H != nil
}
