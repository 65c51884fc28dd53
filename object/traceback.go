// traceback, one entry of the list of frames an exception passed through (types.TracebackType).
package object

func init() {
	Define(&TracebackType, Spec{Name: "traceback", Sig: "tb_next, tb_frame, tb_lasti, tb_lineno", Doc: "Create a new traceback object.", Flags: FlagFinal,
		Alloc: Allocator[Traceback](),
		Slots: Slots{New: tracebackNew},
		Methods: []Method{{Name: "__dir__", F0: func(th *Thread, v Value) Value {
			return NewList([]Value{StrValue("tb_frame"), StrValue("tb_next"), StrValue("tb_lasti"), StrValue("tb_lineno")}).V()
		}}},
		Members: []Member{
			{Name: "tb_frame", Get: func(th *Thread, v Value) Value {
				if f := (*Traceback)(v.Ptr()).Frame; f != nil {
					return f.V()
				}
				return None
			}},
			{Name: "tb_lasti", Get: func(th *Thread, v Value) Value { return Int((*Traceback)(v.Ptr()).Lasti()) }},
		},
		Getset: []Getset{
			{Name: "tb_next", Get: func(th *Thread, v Value) Value {
				if n := (*Traceback)(v.Ptr()).Next; n != nil {
					return n.V()
				}
				return None
			}, Set: setTbNext},
			{Name: "tb_lineno", Get: func(th *Thread, v Value) Value { return Int(int64((*Traceback)(v.Ptr()).Line())) }},
		},
	})
}

// V returns the traceback as a Value.
func (tb *Traceback) V() Value { return Value{&tb.Header, 0} }

// Line returns tb_lineno.
func (tb *Traceback) Line() int {
	if tb.Lineno != 0 || tb.Frame == nil {
		return tb.Lineno
	}
	return tb.Frame.Code.LineOf(tb.Pos)
}

// Lasti returns tb_lasti. There is no bytecode; the start of the place in the source serves as an offset that tells
// places apart, even as CPython's instruction offsets are.
func (tb *Traceback) Lasti() int64 {
	if tb.LastI != 0 {
		return int64(tb.LastI)
	}
	start, _ := tb.Pos.Span()
	return int64(start) * 2
}

func tracebackNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	w := th.Window(4)
	defer th.Release(w)
	if !tracebackSig.Bind(th, "traceback", args, kw, w) {
		return Value{}
	}
	next, ok := th.tbNext(w[0])
	if !ok {
		return Value{}
	}
	if !w[1].Is(&FrameType) {
		return th.TypeError("traceback() argument 'tb_frame' must be frame, not %s", w[1].Type().TPName())
	}
	lasti, ok := th.AsIndex(w[2], &OverflowErrorType)
	if !ok {
		return Value{}
	}
	line, ok := th.AsIndex(w[3], &OverflowErrorType)
	if !ok {
		return Value{}
	}
	return (&Traceback{Header: Header{&TracebackType.Root}, Next: next, Frame: (*FrameObject)(w[1].Ptr()), Lineno: line, LastI: lasti}).V()
}

var tracebackSig = ParseSignature("tb_next, tb_frame, tb_lasti, tb_lineno")

func (th *Thread) tbNext(v Value) (*Traceback, bool) {
	if v.IsNone() {
		return nil, true
	}
	if !v.Is(&TracebackType) {
		th.TypeError("expected traceback object or None, got '%s'", v.Type().TPName())
		return nil, false
	}
	return (*Traceback)(v.Ptr()), true
}

func setTbNext(th *Thread, v, x Value) bool {
	if x.H == nil {
		th.TypeError("can't delete tb_next attribute")
		return false
	}
	next, ok := th.tbNext(x)
	if !ok {
		return false
	}
	tb := (*Traceback)(v.Ptr())
	for t := next; t != nil; t = t.Next {
		if t == tb {
			th.ValueError("traceback loop detected")
			return false
		}
	}
	tb.Next = next
	return true
}
