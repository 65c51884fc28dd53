// The iterator types among the builtins: enumerate, reversed, and iter(callable, sentinel).
package object

import "math/big"

// EnumerateType and ReversedType are the builtins enumerate and reversed.
var EnumerateType, ReversedType, callIterType Type

type enumerate struct {
	Header
	it Value
	n  int64
	b  *big.Int // the counter once it left int64
}

type reversed struct {
	Header
	seq Value // nil: exhausted
	i   int
}

// callIter calls f until it returns sentinel.
type callIter struct {
	Header
	f, sentinel Value // nil: exhausted
}

func init() {
	Define(&EnumerateType, Spec{Name: "enumerate", Sig: "iterable, start=0", Alloc: Allocator[enumerate](),
		Doc:   "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nIt yields pairs of a count (from start, which defaults to zero) and a value of the iterable.",
		Slots: Slots{New: enumerateNew, Iter: SelfIter, Next: enumerateNext},
		Methods: []Method{
			{Name: "__reduce__", F0: func(th *Thread, v Value) Value {
				e := (*enumerate)(v.Ptr())
				return TupleOf(v.Type().V(), TupleOf(e.it, e.count()))
			}, Doc: DocReduce},
			ClassGetItemRow,
		}})
	Define(&ReversedType, Spec{Name: "reversed", Sig: "sequence, /", Alloc: Allocator[reversed](),
		Doc:     "Return a reverse iterator over the values of the given sequence.",
		Slots:   Slots{New: reversedNew, Iter: SelfIter, Next: reversedNext},
		Methods: IterMethods(reversedHint, reversedReduce, reversedSetState)})
	Define(&callIterType, Spec{Name: "callable_iterator", Flags: FlagNoNew | FlagFinal, Alloc: Allocator[callIter](),
		Slots:   Slots{Iter: SelfIter, Next: callIterNext},
		Methods: []Method{{Name: "__reduce__", F0: callIterReduce, Doc: DocReduce}}})
}

func enumerateNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	var in [2]Value
	if !th.enumerateArgs(args, kw, &in) {
		return Value{}
	}
	v := allocate(t)
	e := (*enumerate)(v.Ptr())
	if in[1].H != nil {
		n, ok := th.IndexValue(in[1])
		if !ok {
			return Value{}
		}
		if n.H == &IntHeader {
			e.n = int64(n.N)
		} else if b := bigOfInt(n); b.IsInt64() {
			e.n = b.Int64()
		} else {
			e.b = new(big.Int).Set(b)
		}
	}
	if e.it = th.Iter(in[0]); e.it.H == nil {
		return Value{}
	}
	return v
}

// enumerateArgs binds (iterable, start=0) with enumerate's own error texts.
func (th *Thread) enumerateArgs(args []Value, kw []*Str, in *[2]Value) bool {
	pos := len(args) - len(kw)
	if len(args) > 2 {
		th.TypeError("enumerate() takes at most 2 arguments (%d given)", len(args))
		return false
	}
	copy(in[:], args[:pos])
	for i, k := range kw {
		j := 0
		switch k.s {
		case "iterable":
		case "start":
			j = 1
		default:
			th.TypeError("'%s' is an invalid keyword argument for enumerate()", k.s)
			return false
		}
		if in[j].H != nil {
			th.TypeError("argument for enumerate() given by name ('%s') and position (%d)", k.s, j+1)
			return false
		}
		in[j] = args[pos+i]
	}
	if in[0].H == nil {
		th.TypeError("enumerate() missing required argument 'iterable'")
		return false
	}
	return true
}

func (e *enumerate) count() Value {
	if e.b != nil {
		return IntFromBig(new(big.Int).Set(e.b))
	}
	return Int(e.n)
}

func enumerateNext(th *Thread, v Value) Value {
	e := (*enumerate)(v.Ptr())
	x := e.it.H.Shape.Type.Next(th, e.it)
	if x.H == nil {
		return x
	}
	if e.b != nil || e.n == 1<<63-1 {
		n := bigOfInt(e.count())
		e.b = new(big.Int).Add(n, big.NewInt(1))
		return Pair(IntFromBig(new(big.Int).Set(n)), x)
	}
	n := e.n
	e.n++
	return Pair(Int(n), x)
}

var strReversed = sharedName("__reversed__")

func reversedNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	if !th.NoNewKeywords(t, "reversed", kw) || !th.ArgCount("reversed", len(args)-len(kw), 1, 1) {
		return Value{}
	}
	seq := args[0]
	if f := th.Lookup(seq.Type(), strReversed); f.H != nil {
		if f.IsNone() {
			return th.TypeError("'%s' object is not reversible", seq.Type().TPName())
		}
		r, _ := th.CallSpecial(seq, strReversed)
		return r
	}
	st := seq.Type()
	if st.GetItem == nil || st.Flags&FlagMapping != 0 || !st.isSequence() {
		return th.TypeError("'%s' object is not reversible", st.Name)
	}
	n, ok := th.Len(seq)
	if !ok {
		return Value{}
	}
	v := allocate(t)
	r := (*reversed)(v.Ptr())
	r.seq, r.i = seq, n-1
	return v
}

func reversedNext(th *Thread, v Value) Value {
	r := (*reversed)(v.Ptr())
	if r.seq.H == nil {
		return Value{}
	}
	if r.i >= 0 {
		x := th.GetItem(r.seq, Int(int64(r.i)))
		if x.H != nil {
			r.i--
			return x
		}
		if !th.Catch(&IndexErrorType) && !th.Catch(&StopIterationType) {
			return Value{}
		}
	}
	r.seq, r.i = Value{}, -1
	return Value{}
}

func reversedHint(th *Thread, v Value) Value {
	r := (*reversed)(v.Ptr())
	if r.seq.H == nil {
		return Int(0)
	}
	n, ok := th.Len(r.seq)
	if !ok {
		return Value{}
	}
	if n < r.i+1 {
		return Int(0)
	}
	return Int(int64(r.i + 1))
}

func reversedReduce(th *Thread, v Value) Value {
	r := (*reversed)(v.Ptr())
	if r.seq.H == nil {
		return TupleOf(v.Type().V(), TupleOf(emptyTuple.V()))
	}
	return TupleOf(v.Type().V(), TupleOf(r.seq), Int(int64(r.i)))
}

func reversedSetState(th *Thread, v, state Value) Value {
	i, ok := th.AsIndex(state, nil)
	if !ok {
		return Value{}
	}
	if r := (*reversed)(v.Ptr()); r.seq.H != nil {
		n, ok := th.Len(r.seq)
		if !ok {
			return Value{}
		}
		r.i = min(max(i, -1), n-1)
	}
	return None
}

// IterCall returns iter(f, sentinel).
func (th *Thread) IterCall(f, sentinel Value) Value {
	if f.H.Shape.Type.Call == nil {
		return th.TypeError("iter(v, w): v must be callable")
	}
	return Value{&(&callIter{Header{&callIterType.Root}, f, sentinel}).Header, 0}
}

func callIterNext(th *Thread, v Value) Value {
	it := (*callIter)(v.Ptr())
	if it.f.H == nil {
		return Value{}
	}
	x := th.Call(it.f, nil, nil)
	if x.H == nil {
		if th.Pending(&StopIterationType) {
			it.f, it.sentinel = Value{}, Value{}
		}
		return Value{}
	}
	if it.f.H == nil { // exhausted by the call itself
		th.Exc = Value{}
		return Value{}
	}
	eq, ok := th.Equal(it.sentinel, x)
	if !ok {
		return Value{}
	}
	if eq {
		it.f, it.sentinel = Value{}, Value{}
		th.Exc = Value{}
		return Value{}
	}
	return x
}

func callIterReduce(th *Thread, v Value) Value {
	it := (*callIter)(v.Ptr())
	f := th.BuiltinFunc("iter")
	if f.H == nil {
		return f
	}
	if it.f.H == nil {
		return TupleOf(f, TupleOf(emptyTuple.V()))
	}
	return TupleOf(f, TupleOf(it.f, it.sentinel))
}
