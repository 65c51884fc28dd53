// Package object holds Python values: the Value word pair, types, every builtin type with its methods, and the
// protocols (call, attribute access, iteration, comparison, await) through which everything else uses them.
//
// A Value is 16 bytes. Small ints, floats, bools and None live in the payload under static headers and never
// allocate; everything else is a heap object whose first word is a Header. The zero Value (nil header) is not a
// Python value: returned from a function it says "an exception is pending in the Thread", stored in a slot it
// says "unbound".
package object

import (
	"math"
	"unsafe"
)

// Header is the first word of every heap object: its hidden class. The shape proves the type and, for instances,
// the layout of the attributes.
type Header struct{ Shape *Shape }

// Value is a Python value, or the absence of one when H is nil.
type Value struct {
	H *Header
	N uint64
}

// The static headers under which scalars live in the payload.
var (
	IntHeader   = Header{&IntType.Root}
	FloatHeader = Header{&FloatType.Root}
	BoolHeader  = Header{&BoolType.Root}
	noneHeader  = Header{&NoneType.Root}
	notImplHdr  = Header{&NotImplementedType.Root}
	ellipsisHdr = Header{&EllipsisType.Root}
)

// The singletons.
var (
	None           = Value{&noneHeader, 0}
	True           = Value{&BoolHeader, 1}
	False          = Value{&BoolHeader, 0}
	NotImplemented = Value{&notImplHdr, 0}
	Ellipsis       = Value{&ellipsisHdr, 0}
)

// Int returns the Python int i.
func Int(i int64) Value { return Value{&IntHeader, uint64(i)} }

// Float returns the Python float f.
func Float(f float64) Value { return Value{&FloatHeader, math.Float64bits(f)} }

// Bool returns True or False.
func Bool(b bool) Value {
	if b {
		return Value{&BoolHeader, 1}
	}
	return Value{&BoolHeader, 0}
}

// IsNil reports whether v is no value: an exception is pending, or a slot is unbound.
func (v Value) IsNil() bool { return v.H == nil }

// IsNone reports whether v is None.
func (v Value) IsNone() bool { return v.H == &noneHeader }

// IsSmallInt reports whether v is an int held in the payload.
func (v Value) IsSmallInt() bool { return v.H == &IntHeader }

// SmallInt returns the payload of a small int and whether v is one (bools and big ints are not).
func (v Value) SmallInt() (int64, bool) { return int64(v.N), v.H == &IntHeader }

// ExactFloat returns the payload of an exact float and whether v is one.
func (v Value) ExactFloat() (float64, bool) { return math.Float64frombits(v.N), v.H == &FloatHeader }

// IsBool reports whether v is True or False.
func (v Value) IsBool() bool { return v.H == &BoolHeader }

// Type returns the class of v.
func (v Value) Type() *Type { return v.H.Shape.Type }

// Ptr returns the heap object of v as an untyped pointer; callers convert it after checking the solid type.
func (v Value) Ptr() unsafe.Pointer { return unsafe.Pointer(v.H) }

// Is reports whether the solid type of v (the nearest base that fixes the Go layout) is t: then v's object begins
// with t's Go struct, also for instances of Python subclasses.
func (v Value) Is(t *Type) bool { return v.H.Shape.Solid == t }

// IsExact reports whether the class of v is exactly the builtin type t and v has no attributes of its own.
func (v Value) IsExact(t *Type) bool { return v.H.Shape == &t.Root }

// ObjectValue makes the Value of a heap object from its header.
func ObjectValue(h *Header) Value { return Value{h, 0} }

// Store writes v to *p; over a value with the same header it stores only the payload, which needs no write barrier.
func Store(p *Value, v Value) {
	if p.H == v.H {
		p.N = v.N
	} else {
		*p = v
	}
}
