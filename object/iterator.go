// The iterator over anything with __getitem__ by index.
package object

// seqIter iterates with v[0], v[1] … until IndexError or StopIteration.
type seqIter struct {
	Header
	seq Value
	i   int64
}

var seqIterType Type

func newSeqIter(v Value) Value { return Value{&(&seqIter{Header{&seqIterType.Root}, v, 0}).Header, 0} }

func init() {
	Define(&seqIterType, Spec{Name: "iterator", Flags: FlagNoNew | FlagFinal, Alloc: Allocator[seqIter](), Slots: Slots{
		Iter: func(th *Thread, v Value) Value { return v },
		Next: seqIterNext,
	}})
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
