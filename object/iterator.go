// The iterators of sequences: list, tuple, reversed list, and anything with __getitem__ by index.
package object

// ListIter iterates over a list as it is at each step. List is nil once it is exhausted.
type ListIter struct {
	Header
	List  *List
	Index int
}

// TupleIter iterates over a tuple. Tuple is nil once it is exhausted.
type TupleIter struct {
	Header
	Tuple *Tuple
	Index int
}

// seqIter iterates with v[0], v[1] … until IndexError or StopIteration.
type seqIter struct {
	Header
	seq Value // nil: exhausted
	i   int64
}

// ListIterType and TupleIterType are exported for the evaluator's loops.
var ListIterType, TupleIterType, listReverseIterType, seqIterType Type

func newSeqIter(v Value) Value { return Value{&(&seqIter{Header{&seqIterType.Root}, v, 0}).Header, 0} }

// SelfIter is the Iter slot of iterators.
func SelfIter(th *Thread, v Value) Value { return v }

const (
	DocHint   = "Private method returning an estimate of len(list(it))."
	DocReduce = "Return state information for pickling."
	DocState  = "Set state information for unpickling."
)

// IterMethods are the rows of an iterator that knows how much is left and can be pickled.
func IterMethods(hint, reduce func(th *Thread, v Value) Value, setState func(th *Thread, v, state Value) Value) []Method {
	return []Method{
		{Name: "__length_hint__", F0: hint, Doc: DocHint},
		{Name: "__reduce__", F0: reduce, Doc: DocReduce},
		{Name: "__setstate__", F1: setState, Doc: DocState},
	}
}

func init() {
	Define(&ListIterType, Spec{Name: "list_iterator", Flags: FlagNoNew | FlagFinal, Alloc: Allocator[ListIter](),
		Slots:   Slots{Iter: SelfIter, Next: ListIterNext},
		Methods: IterMethods(listIterHint, listIterReduce, listIterSetState)})
	Define(&TupleIterType, Spec{Name: "tuple_iterator", Flags: FlagNoNew | FlagFinal, Alloc: Allocator[TupleIter](),
		Slots:   Slots{Iter: SelfIter, Next: TupleIterNext},
		Methods: IterMethods(tupleIterHint, tupleIterReduce, tupleIterSetState)})
	Define(&listReverseIterType, Spec{Name: "list_reverseiterator", Flags: FlagNoNew | FlagFinal, Alloc: Allocator[ListIter](),
		Slots:   Slots{Iter: SelfIter, Next: listReverseNext},
		Methods: IterMethods(listReverseHint, listReverseReduce, listReverseSetState)})
	Define(&seqIterType, Spec{Name: "iterator", Flags: FlagNoNew | FlagFinal, Alloc: Allocator[seqIter](),
		Slots:   Slots{Iter: SelfIter, Next: seqIterNext},
		Methods: IterMethods(seqIterHint, seqIterReduce, seqIterSetState)})
}

func listIter(th *Thread, v Value) Value {
	return Value{&(&ListIter{Header{&ListIterType.Root}, (*List)(v.Ptr()), 0}).Header, 0}
}

// ListIterNext is the Next slot of list iterators.
func ListIterNext(th *Thread, v Value) Value {
	it := (*ListIter)(v.Ptr())
	if l := it.List; l != nil {
		if i := it.Index; uint(i) < uint(len(l.Items)) {
			it.Index++
			return l.Items[i]
		}
		it.List = nil
	}
	return Value{}
}

func listIterHint(th *Thread, v Value) Value {
	it := (*ListIter)(v.Ptr())
	if it.List == nil {
		return Int(0)
	}
	return Int(int64(max(0, len(it.List.Items)-it.Index)))
}

// BuiltinFunc returns a function of the builtins module, for __reduce__.
func (th *Thread) BuiltinFunc(name string) Value { return th.builtinFunc(name) }

func (th *Thread) builtinFunc(name string) Value {
	var f Value
	if ns := th.builtins(); ns.H != nil {
		if f = th.GetItem(ns, StrValue(name)); f.H == nil && !th.Catch(&KeyErrorType) {
			return f
		}
	}
	if f.H == nil {
		return th.Raise(&AttributeErrorType, name)
	}
	return f
}

// builtins is the namespace of builtins of the running code.
func (th *Thread) builtins() Value {
	if h := th.Interp.Hooks.CurrentFrame; h != nil {
		if f := h(th, 0); f.H != nil && f.Is(&FrameType) {
			if x, ok := frame(f).State.(interface{ Builtins() Value }); ok {
				return x.Builtins()
			}
		}
	}
	if th.Interp.Builtins == nil {
		return Value{}
	}
	return th.Interp.Builtins.Dict.V()
}

// reduceIter is the __reduce__ of an iterator that iter(seq) makes again, with state its position.
//
// Looking the function up may run Python code that exhausts the iterator: then state reports false.
func (th *Thread) reduceIter(name string, empty Value, state func() (seq Value, state int, ok bool)) Value {
	if _, _, ok := state(); !ok {
		name = "iter"
	}
	f := th.BuiltinFunc(name)
	if f.H == nil {
		return f
	}
	if seq, i, ok := state(); ok {
		return TupleOf(f, TupleOf(seq), Int(int64(i)))
	}
	return TupleOf(f, TupleOf(empty))
}

// reduceDone is the __reduce__ of an exhausted iterator.
func (th *Thread) reduceDone(empty Value) Value {
	f := th.BuiltinFunc("iter")
	if f.H == nil {
		return f
	}
	return TupleOf(f, TupleOf(empty))
}

// state is what a list iterator is pickled with.
func (it *ListIter) state() (seq Value, state int, ok bool) {
	if it.List == nil {
		return Value{}, 0, false
	}
	return it.List.V(), it.Index, true
}

// reduceRest is the __reduce__ of iterators that are pickled as a list of what they still give; it is a copy.
func (th *Thread) reduceRest(it Value) Value {
	items, ok := th.Drain(nil, it)
	if !ok {
		return Value{}
	}
	return th.reduceDone(NewList(items).V())
}

func listIterReduce(th *Thread, v Value) Value {
	return th.reduceIter("iter", NewList(nil).V(), (*ListIter)(v.Ptr()).state)
}

func listIterSetState(th *Thread, v, state Value) Value {
	i, ok := th.AsIndex(state, nil)
	it := (*ListIter)(v.Ptr())
	if ok && it.List != nil {
		it.Index = min(max(i, 0), len(it.List.Items))
	}
	return noneIf(ok)
}

func tupleIter(th *Thread, v Value) Value {
	return Value{&(&TupleIter{Header{&TupleIterType.Root}, (*Tuple)(v.Ptr()), 0}).Header, 0}
}

// TupleIterNext is the Next slot of tuple iterators.
func TupleIterNext(th *Thread, v Value) Value {
	it := (*TupleIter)(v.Ptr())
	if t := it.Tuple; t != nil {
		if i := it.Index; uint(i) < uint(len(t.Items)) {
			it.Index++
			return t.Items[i]
		}
		it.Tuple = nil
	}
	return Value{}
}

func tupleIterHint(th *Thread, v Value) Value {
	it := (*TupleIter)(v.Ptr())
	if it.Tuple == nil {
		return Int(0)
	}
	return Int(int64(len(it.Tuple.Items) - it.Index))
}

func tupleIterReduce(th *Thread, v Value) Value {
	it := (*TupleIter)(v.Ptr())
	return th.reduceIter("iter", emptyTuple.V(), func() (Value, int, bool) {
		if it.Tuple == nil {
			return Value{}, 0, false
		}
		return it.Tuple.V(), it.Index, true
	})
}

func tupleIterSetState(th *Thread, v, state Value) Value {
	i, ok := th.AsIndex(state, nil)
	it := (*TupleIter)(v.Ptr())
	if ok && it.Tuple != nil {
		it.Index = min(max(i, 0), len(it.Tuple.Items))
	}
	return noneIf(ok)
}

func listReversed(th *Thread, v Value) Value {
	l := (*List)(v.Ptr())
	return Value{&(&ListIter{Header{&listReverseIterType.Root}, l, len(l.Items) - 1}).Header, 0}
}

func listReverseNext(th *Thread, v Value) Value {
	it := (*ListIter)(v.Ptr())
	if l := it.List; l != nil {
		if i := it.Index; uint(i) < uint(len(l.Items)) {
			it.Index--
			return l.Items[i]
		}
		it.List, it.Index = nil, -1
	}
	return Value{}
}

func listReverseHint(th *Thread, v Value) Value {
	it := (*ListIter)(v.Ptr())
	if it.List == nil || it.Index >= len(it.List.Items) {
		return Int(0)
	}
	return Int(int64(it.Index + 1))
}

func listReverseReduce(th *Thread, v Value) Value {
	return th.reduceIter("reversed", NewList(nil).V(), (*ListIter)(v.Ptr()).state)
}

func listReverseSetState(th *Thread, v, state Value) Value {
	i, ok := th.AsIndex(state, nil)
	it := (*ListIter)(v.Ptr())
	if ok && it.List != nil {
		it.Index = min(max(i, -1), len(it.List.Items)-1)
	}
	return noneIf(ok)
}

func seqIterNext(th *Thread, v Value) Value {
	it := (*seqIter)(v.Ptr())
	if it.seq.H == nil {
		return Value{}
	}
	x := th.GetItem(it.seq, Int(it.i))
	if x.H == nil {
		if th.Catch(&IndexErrorType) || th.Catch(&StopIterationType) {
			it.seq = Value{}
		}
		return Value{}
	}
	it.i++
	return x
}

func seqIterHint(th *Thread, v Value) Value {
	it := (*seqIter)(v.Ptr())
	if it.seq.H == nil {
		return Int(0)
	}
	if it.seq.H.Shape.Type.Len == nil {
		return NotImplemented
	}
	n, ok := th.Len(it.seq)
	if !ok {
		return Value{}
	}
	return Int(max(0, int64(n)-it.i))
}

func seqIterReduce(th *Thread, v Value) Value {
	it := (*seqIter)(v.Ptr())
	return th.reduceIter("iter", emptyTuple.V(), func() (Value, int, bool) { return it.seq, int(it.i), it.seq.H != nil })
}

func seqIterSetState(th *Thread, v, state Value) Value {
	i, ok := th.AsIndex(state, nil)
	if it := (*seqIter)(v.Ptr()); ok && it.seq.H != nil {
		it.i = int64(max(i, 0))
	}
	return noneIf(ok)
}
