// frame, the type of frame objects, and its attributes.
package object

import "strconv"

func init() {
	Define(&FrameType, Spec{Name: "frame", Flags: FlagFinal | FlagNoNew, Alloc: Allocator[FrameObject](),
		Slots: Slots{Repr: frameRepr},
		Getset: []Getset{
			{Name: "f_back", Get: func(th *Thread, v Value) Value {
				if b := frame(v).Back(); b != nil {
					return b.V()
				}
				return None
			}},
			{Name: "f_locals", Get: func(th *Thread, v Value) Value {
				if f := frame(v); f.State != nil {
					return f.State.Locals(th)
				}
				return NewDict().V()
			}},
			{Name: "f_lineno", Get: func(th *Thread, v Value) Value { return Int(int64(frame(v).Line())) },
				Set: func(th *Thread, v, x Value) bool {
					if x.H == nil {
						th.Raise(&AttributeErrorType, "cannot delete attribute")
					} else {
						th.ValueError("f_lineno can only be set in a trace function")
					}
					return false
				}},
			{Name: "f_trace", Get: func(th *Thread, v Value) Value { return None }, Set: func(th *Thread, v, x Value) bool { return true }},
			{Name: "f_globals", Get: func(th *Thread, v Value) Value { return frame(v).Globals.V() }},
			{Name: "f_builtins", Get: func(th *Thread, v Value) Value {
				if x, ok := frame(v).State.(interface{ Builtins() Value }); ok {
					return x.Builtins()
				}
				return NewDict().V()
			}},
			{Name: "f_code", Get: func(th *Thread, v Value) Value { return frame(v).Code.V() }},
			{Name: "f_trace_opcodes", Get: func(th *Thread, v Value) Value { return False }, Set: func(th *Thread, v, x Value) bool { return true }},
			{Name: "f_lasti", Get: func(th *Thread, v Value) Value {
				start, _ := frame(v).Where().Span()
				return Int(int64(start) * 2)
			}},
		},
		Members: []Member{
			{Name: "f_trace_lines", Get: func(th *Thread, v Value) Value { return True }, Set: func(th *Thread, v, x Value) bool { return true }},
		},
		Methods: []Method{{Name: "clear", Doc: "F.clear(): clear all references held by the frame", F0: frameClear}},
	})
}

func frame(v Value) *FrameObject { return (*FrameObject)(v.Ptr()) }

// V returns the frame as a Value.
func (f *FrameObject) V() Value { return Value{&f.Header, 0} }

// AsFrame returns the frame object v is.
func AsFrame(v Value) (*FrameObject, bool) {
	if v.H != nil && v.Is(&FrameType) {
		return frame(v), true
	}
	return nil, false
}

func itoa(n int) string { return strconv.Itoa(n) }

func frameRepr(th *Thread, v Value) Value {
	f := frame(v)
	return StrValue("<frame at " + Address(v) + ", file '" + f.Code.Filename + "', line " + itoa(f.Line()) + ", code " + f.Code.Name + ">")
}

// frameClear drops the variables of a frame that has ended.
func frameClear(th *Thread, v Value) Value {
	if f := frame(v); f.State != nil {
		return noneIf(f.State.Clear(th))
	}
	return None
}
