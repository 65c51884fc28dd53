// Exception, the layout of all exceptions, and how Go code raises them.
package object

import "fmt"

// Exception is the state of a BaseException.
type Exception struct {
	Header
	Attrs
	Args            *Tuple
	Traceback       *Traceback // nil: none
	Cause, Context  Value      // nil Value: none
	SuppressContext bool
	// Fields are the attributes of particular exception types (OSError.errno, StopIteration.value …) in the order of
	// the type's field table; nil Values read as None.
	Fields []Value
}

// Traceback is one entry of a traceback: a frame and the place in it.
type Traceback struct {
	Header
	Next  *Traceback // towards the raise
	Frame *FrameObject
	Pos   Pos
	// Lineno and LastI are set in entries made by Python code, which have no place.
	Lineno, LastI int
}

// Pos is a place in a source text: byte offsets of start and end, packed.
type Pos uint64

// MakePos packs a span.
func MakePos(start, end int32) Pos { return Pos(uint32(start))<<32 | Pos(uint32(end)) }

// Span unpacks a place.
func (p Pos) Span() (start, end int32) { return int32(p >> 32), int32(p) }

// V returns the exception as a Value.
func (e *Exception) V() Value { return Value{&e.Header, 0} }

// AsException returns the exception v is.
func AsException(v Value) (*Exception, bool) {
	if v.H != nil && v.H.Shape.Type.Flags&FlagException != 0 && v.H.Shape.Solid != &TypeType {
		return (*Exception)(v.Ptr()), true
	}
	return nil, false
}

// NewException makes an exception of builtin type t with the given args, without calling Python code.
func NewException(t *Type, args ...Value) *Exception {
	e := &Exception{Header: Header{&t.Root}, Args: TupleCopy(args)}
	initFields(t, e)
	return e
}

// Raise makes the exception t(message) pending and returns the nil Value.
func (th *Thread) Raise(t *Type, message string) Value {
	return th.RaiseValue(NewException(t, StrValue(message)).V())
}

// Raisef is Raise with a format.
func (th *Thread) Raisef(t *Type, format string, a ...any) Value {
	return th.Raise(t, fmt.Sprintf(format, a...))
}

// RaiseValue makes exc pending, with the exception being handled as its context, and returns the nil Value.
func (th *Thread) RaiseValue(exc Value) Value {
	e := (*Exception)(exc.Ptr())
	if h := th.Handled; h.H != nil && h.H != exc.H {
		setContext(e, h)
	}
	th.Exc = exc
	return Value{}
}

// setContext links handled as the context of e, breaking a cycle that would arise (as _PyErr_SetObject does).
func setContext(e *Exception, handled Value) {
	o := (*Exception)(handled.Ptr())
	slow, toggle := o, false
	for x := o; x.Context.H != nil; {
		if x.Context.H == &e.Header {
			x.Context = Value{}
			break
		}
		x = (*Exception)(x.Context.Ptr())
		if x == slow {
			break
		}
		if toggle {
			slow = (*Exception)(slow.Context.Ptr())
		}
		toggle = !toggle
	}
	e.Context = handled
}

// Shorthands for the commonest exceptions; each returns the nil Value.
func (th *Thread) TypeError(format string, a ...any) Value {
	return th.Raisef(&TypeErrorType, format, a...)
}
func (th *Thread) ValueError(format string, a ...any) Value {
	return th.Raisef(&ValueErrorType, format, a...)
}
func (th *Thread) OverflowError(format string, a ...any) Value {
	return th.Raisef(&OverflowErrorType, format, a...)
}
func (th *Thread) IndexError(format string, a ...any) Value {
	return th.Raisef(&IndexErrorType, format, a...)
}
func (th *Thread) RuntimeError(format string, a ...any) Value {
	return th.Raisef(&RuntimeErrorType, format, a...)
}
func (th *Thread) AttributeError(obj Value, name *Str, format string, a ...any) Value {
	e := NewException(&AttributeErrorType, StrValue(fmt.Sprintf(format, a...)))
	e.Fields[0], e.Fields[1] = name.V(), obj
	return th.RaiseValue(e.V())
}

// AttrContext notes in a pending AttributeError what was looked up where, for suggestions, if whoever raised it did not
// (set_attribute_error_context). It returns the nil Value.
func (th *Thread) AttrContext(obj Value, name *Str) Value {
	if th.Pending(&AttributeErrorType) {
		if e, ok := AsException(th.Exc); ok && e.Fields[0].IsNil() && e.Fields[1].IsNil() {
			e.Fields[0], e.Fields[1] = name.V(), obj
		}
	}
	return Value{}
}

// KeyError raises KeyError(key).
func (th *Thread) KeyError(key Value) Value {
	return th.RaiseValue(NewException(&KeyErrorType, key).V())
}

// MemoryError raises MemoryError().
func (th *Thread) MemoryError() Value { return th.RaiseValue(NewException(&MemoryErrorType).V()) }

// Pending reports whether the pending exception is an instance of t.
func (th *Thread) Pending(t *Type) bool {
	return th.Exc.H != nil && th.Exc.H.Shape.Type.IsSubtype(t)
}

// Catch clears the pending exception if it is an instance of t and reports whether it was.
func (th *Thread) Catch(t *Type) bool {
	if th.Pending(t) {
		th.Exc = Value{}
		return true
	}
	return false
}

// TakeExc returns the pending exception and clears it.
func (th *Thread) TakeExc() Value {
	e := th.Exc
	th.Exc = Value{}
	return e
}
