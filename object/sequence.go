// Tuple and List: the structs and what the rest of the runtime needs of them.
package object

// Tuple is a Python tuple.
type Tuple struct {
	Header
	Items []Value
}

// NewTuple returns a tuple that owns items.
func NewTuple(items []Value) *Tuple {
	if len(items) == 0 {
		return emptyTuple
	}
	return &Tuple{Header{&TupleType.Root}, items}
}

var emptyTuple = &Tuple{Header: Header{&TupleType.Root}}

// TupleOf returns a tuple of the arguments.
func TupleOf(items ...Value) Value { return NewTuple(items).V() }

// TupleCopy returns a tuple with a copy of items.
func TupleCopy(items []Value) *Tuple { return NewTuple(append([]Value(nil), items...)) }

// V returns the tuple as a Value.
func (t *Tuple) V() Value { return Value{&t.Header, 0} }

// AsTuple returns the tuple v is (or derives from).
func AsTuple(v Value) (*Tuple, bool) {
	if v.H.Shape.Solid == &TupleType {
		return (*Tuple)(v.Ptr()), true
	}
	return nil, false
}

// List is a Python list.
type List struct {
	Header
	Items []Value
}

// NewList returns a list that owns items.
func NewList(items []Value) *List { return &List{Header{&ListType.Root}, items} }

// V returns the list as a Value.
func (l *List) V() Value { return Value{&l.Header, 0} }

// AsList returns the list v is (or derives from).
func AsList(v Value) (*List, bool) {
	if v.H.Shape.Solid == &ListType {
		return (*List)(v.Ptr()), true
	}
	return nil, false
}
