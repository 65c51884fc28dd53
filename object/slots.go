// Slots, the protocol functions of a type: what operators, calls, attribute access, iteration and await run.
// They mirror CPython's tp_*, nb_*, sq_* and mp_* slots, and obey the same conventions.
package object

// BinOp numbers the binary operators.
type BinOp uint8

const (
	OpAdd BinOp = iota
	OpSub
	OpMul
	OpMatMul
	OpTrueDiv
	OpFloorDiv
	OpMod
	OpDivMod
	OpLShift
	OpRShift
	OpAnd
	OpXor
	OpOr
	OpPow
	NumBinOps
)

// CmpOp numbers the rich comparisons.
type CmpOp uint8

const (
	CmpLT CmpOp = iota
	CmpLE
	CmpEQ
	CmpNE
	CmpGT
	CmpGE
)

// Status is how a statement, or a resumed frame, ended.
type Status uint8

const (
	Normal   Status = iota // went through
	Break                  // left by break
	Continue               // left by continue
	Return                 // returned: the value is at hand
	Raise                  // an exception is pending
	Suspend                // suspended: the yielded value is at hand
)

// Function types of the slots. A nil Value (or false) from any of them says an exception is pending.
type (
	UnaryFunc   func(th *Thread, v Value) Value
	BinaryFunc  func(th *Thread, a, b Value) Value // either operand may be the slot's type; NotImplemented passes on
	TernaryFunc func(th *Thread, a, b, c Value) Value
	CompareFunc func(th *Thread, a, b Value, op CmpOp) Value
	// CallFunc receives positional arguments followed by the values of the keywords kw. It must not keep args.
	CallFunc func(th *Thread, f Value, args []Value, kw []*Str) Value
)

// Slots are the protocol functions of a type; nil means unsupported.
type Slots struct {
	Repr, Str UnaryFunc
	Hash      func(th *Thread, v Value) (int64, bool)
	Call      CallFunc
	GetAttr   func(th *Thread, v Value, name *Str) Value
	SetAttr   func(th *Thread, v Value, name *Str, x Value) bool // x nil: delete
	Compare   CompareFunc
	Iter      UnaryFunc
	Next      UnaryFunc                                   // exhausted: nil Value with no exception pending
	DescrGet  func(th *Thread, d, obj, owner Value) Value // obj nil: through the class
	DescrSet  func(th *Thread, d, obj, x Value) bool      // x nil: delete
	New       func(th *Thread, t *Type, args []Value, kw []*Str) Value
	Init      func(th *Thread, self Value, args []Value, kw []*Str) bool
	Del       func(th *Thread, self Value)

	Binary                [NumBinOps]BinaryFunc
	InPlace               [NumBinOps]BinaryFunc
	Pow3                  TernaryFunc // pow(a, b, m)
	Neg, Pos, Abs, Invert UnaryFunc
	ToBool                func(th *Thread, v Value) (bool, bool)
	ToInt, ToFloat, Index UnaryFunc

	Len                   func(th *Thread, v Value) (int, bool)
	GetItem               BinaryFunc
	SetItem               func(th *Thread, v, key, x Value) bool // x nil: delete
	Contains              func(th *Thread, v, x Value) (bool, bool)
	Concat, InPlaceConcat BinaryFunc
	Repeat, InPlaceRepeat BinaryFunc // v, count

	Await, AIter, ANext UnaryFunc

	// Resume drives generators, coroutines and native awaitables (CPython's am_send): it sends x into v, or, when
	// exc is set, throws exc into it. Suspend: the Value is what was yielded; Return: the result; Raise: pending.
	Resume func(th *Thread, v, x, exc Value) (Value, Status)
	// AwaitStep is `await v` without an iterator, for native awaitables (futures). state is a word of the awaiting
	// frame: 0 at the start, the callee's own afterwards. The first call, with x None and no exc, starts; Suspend
	// returns what is yielded to the task; Return and Raise end the await.
	AwaitStep func(th *Thread, v Value, state *uint64, x, exc Value) (Value, Status)

	// Buffer returns the bytes behind a bytes-like object and whether they may be written.
	Buffer func(th *Thread, v Value) (buf *Buffer, ok bool)
}

// Buffer is a view of the memory of a bytes-like object. Release must be called once when done.
type Buffer struct {
	Bytes    []byte
	ReadOnly bool
	Format   string // of the items, as in module struct; "" means "B"
	Release  func()
}

// inherit copies from base what s does not define, as CPython's inherit_slots does: Hash and Compare travel together.
func (s *Slots) inherit(b *Slots) {
	if s.Compare == nil && s.Hash == nil {
		s.Compare, s.Hash = b.Compare, b.Hash
	}
	pick(&s.Repr, b.Repr)
	pick(&s.Str, b.Str)
	pick(&s.Call, b.Call)
	pick(&s.GetAttr, b.GetAttr)
	pick(&s.SetAttr, b.SetAttr)
	pick(&s.Iter, b.Iter)
	pick(&s.Next, b.Next)
	pick(&s.DescrGet, b.DescrGet)
	pick(&s.DescrSet, b.DescrSet)
	pick(&s.New, b.New)
	pick(&s.Init, b.Init)
	pick(&s.Del, b.Del)
	for i := range s.Binary {
		pick(&s.Binary[i], b.Binary[i])
		pick(&s.InPlace[i], b.InPlace[i])
	}
	pick(&s.Pow3, b.Pow3)
	pick(&s.Neg, b.Neg)
	pick(&s.Pos, b.Pos)
	pick(&s.Abs, b.Abs)
	pick(&s.Invert, b.Invert)
	pick(&s.ToBool, b.ToBool)
	pick(&s.ToInt, b.ToInt)
	pick(&s.ToFloat, b.ToFloat)
	pick(&s.Index, b.Index)
	pick(&s.Len, b.Len)
	pick(&s.GetItem, b.GetItem)
	pick(&s.SetItem, b.SetItem)
	pick(&s.Contains, b.Contains)
	pick(&s.Concat, b.Concat)
	pick(&s.InPlaceConcat, b.InPlaceConcat)
	pick(&s.Repeat, b.Repeat)
	pick(&s.InPlaceRepeat, b.InPlaceRepeat)
	if s.Await == nil && s.AwaitStep == nil {
		s.AwaitStep = b.AwaitStep // the two are one method in two forms: they are inherited together
	}
	pick(&s.Await, b.Await)
	pick(&s.AIter, b.AIter)
	pick(&s.ANext, b.ANext)
	pick(&s.Resume, b.Resume)
	pick(&s.Buffer, b.Buffer)
}

func pick[F ~func(*Thread, Value) Value | ~func(*Thread, Value, Value) Value | ~func(*Thread, Value, Value, Value) Value |
	~func(*Thread, Value, Value, CmpOp) Value | ~func(*Thread, Value, []Value, []*Str) Value | ~func(*Thread, Value, *Str) Value |
	~func(*Thread, Value, *Str, Value) bool | ~func(*Thread, Value, Value, Value) bool | ~func(*Thread, *Type, []Value, []*Str) Value |
	~func(*Thread, Value, []Value, []*Str) bool | ~func(*Thread, Value) | ~func(*Thread, Value) (bool, bool) | ~func(*Thread, Value) (int, bool) |
	~func(*Thread, Value, Value) (bool, bool) | ~func(*Thread, Value, Value, Value) (Value, Status) | ~func(*Thread, Value) (*Buffer, bool)](dst *F, src F) {
	if *dst == nil {
		*dst = src
	}
}
