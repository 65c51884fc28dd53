// Bytes: the struct and what the rest of the runtime needs of it.
package object

// Bytes is a Python bytes object. It is immutable.
type Bytes struct {
	Header
	B []byte
}

// NewBytes returns a bytes object that owns b.
func NewBytes(b []byte) *Bytes { return &Bytes{Header{&BytesType.Root}, b} }

// V returns the bytes object as a Value.
func (b *Bytes) V() Value { return Value{&b.Header, 0} }
