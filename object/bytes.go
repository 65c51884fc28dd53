// Bytes and ByteArray: the structs, constructors, and how other code gets at the memory of bytes-like objects.
package object

import (
	"bytes"
	"strings"
	"weak"
)

// Bytes is a Python bytes object; B never changes.
type Bytes struct {
	Header
	B    []byte
	hash uint64 // 0: not computed
}

// ByteArray is a Python bytearray.
type ByteArray struct {
	Header
	B       []byte
	exports int // borrowers in Go code that forbid resizing
	views   []weak.Pointer[managedBuffer]
}

// BytesValue returns a bytes object that owns b.
func BytesValue(b []byte) Value {
	switch len(b) {
	case 0:
		return Value{&emptyBytes.Header, 0}
	case 1:
		return Value{&singleBytes[b[0]].Header, 0}
	}
	return Value{&(&Bytes{Header: Header{&BytesType.Root}, B: b}).Header, 0}
}

var emptyBytes = Bytes{Header: Header{&BytesType.Root}, B: []byte{}}

var singleBytes = func() (t [256]Bytes) {
	all := make([]byte, 256)
	for i := range t {
		all[i] = byte(i)
		t[i] = Bytes{Header: Header{&BytesType.Root}, B: all[i : i+1 : i+1]}
		t[i].Hash()
	}
	emptyBytes.Hash()
	return
}()

// bytes32 is a short bytes object with its contents behind it: one allocation instead of two.
type bytes32 struct {
	Bytes
	data [32]byte
}

// newLike returns an object of the receiver's type with n bytes, and its memory to be filled at once.
func newLike(self Value, n int) (Value, []byte) {
	if self.H.Shape.Solid != &BytesType {
		b := make([]byte, n)
		return NewByteArray(b).V(), b
	}
	if n > 32 || n < 2 {
		b := make([]byte, n)
		return Value{&(&Bytes{Header: Header{&BytesType.Root}, B: b}).Header, 0}, b
	}
	x := &bytes32{}
	x.Shape = &BytesType.Root
	x.B = x.data[:n:n]
	return x.V(), x.B
}

// NewBytes returns a bytes object that owns b.
func NewBytes(b []byte) *Bytes { return (*Bytes)(BytesValue(b).Ptr()) }

// V returns the bytes object as a Value.
func (b *Bytes) V() Value { return Value{&b.Header, 0} }

// NewByteArray returns a bytearray that owns b.
func NewByteArray(b []byte) *ByteArray {
	return &ByteArray{Header: Header{&ByteArrayType.Root}, B: b}
}

// V returns the bytearray as a Value.
func (a *ByteArray) V() Value { return Value{&a.Header, 0} }

// Hash returns the hash of the contents: that of a str of the same characters.
func (b *Bytes) Hash() uint64 {
	if b.hash == 0 {
		b.hash = hashOctets(bytesAsString(b.B))
	}
	return b.hash
}

// AsBytes returns the bytes object v is (or derives from).
func AsBytes(v Value) (*Bytes, bool) {
	if v.H.Shape.Solid == &BytesType {
		return (*Bytes)(v.Ptr()), true
	}
	return nil, false
}

// AsByteArray returns the bytearray v is (or derives from).
func AsByteArray(v Value) (*ByteArray, bool) {
	if v.H.Shape.Solid == &ByteArrayType {
		return (*ByteArray)(v.Ptr()), true
	}
	return nil, false
}

// bytesOrArray returns the contents of a bytes or bytearray.
func bytesOrArray(v Value) ([]byte, bool) {
	switch v.H.Shape.Solid {
	case &BytesType:
		return (*Bytes)(v.Ptr()).B, true
	case &ByteArrayType:
		return (*ByteArray)(v.Ptr()).B, true
	}
	return nil, false
}

// selfBytes returns the contents of a receiver of the methods that bytes and bytearray share.
func selfBytes(v Value) []byte {
	if v.H.Shape.Solid == &BytesType {
		return (*Bytes)(v.Ptr()).B
	}
	return (*ByteArray)(v.Ptr()).B
}

// likeSelf returns b, which it owns, as the type of the receiver self: bytes or bytearray.
func likeSelf(self Value, b []byte) Value {
	if self.H.Shape.Solid == &BytesType {
		return BytesValue(b)
	}
	return NewByteArray(b).V()
}

// sliceOfSelf returns part of the receiver's contents: shared for bytes, unless it is a small part of something
// large; copied for bytearray.
func sliceOfSelf(self Value, b []byte) Value {
	if self.H.Shape.Solid != &BytesType {
		return NewByteArray(bytes.Clone(b)).V()
	}
	if whole := (*Bytes)(self.Ptr()).B; len(whole) == len(b) && self.IsExact(&BytesType) {
		return self
	} else if len(whole) > 1<<14 && len(b) < len(whole)/8 {
		b = bytes.Clone(b)
	}
	return BytesValue(b[:len(b):len(b)])
}

func noRelease() {}

// AsBytesLike returns the memory of a bytes-like object. Until release is called a bytearray cannot be resized.
// ok false: a TypeError is pending.
func AsBytesLike(th *Thread, v Value) (b []byte, release func(), ok bool) {
	if b, ok := AsBytes(v); ok {
		return b.B, noRelease, true
	}
	get := v.H.Shape.Type.Buffer
	if get == nil {
		th.TypeError("a bytes-like object is required, not '%s'", v.Type().TPName())
		return nil, nil, false
	}
	buf, ok := get(th, v)
	if !ok {
		return nil, nil, false
	}
	return buf.Bytes, buf.Release, true
}

// BytesLike returns the memory of a bytes-like object for use before any Python code runs again.
func BytesLike(th *Thread, v Value) ([]byte, bool) {
	if b, ok := bytesOrArray(v); ok {
		return b, true
	}
	b, release, ok := AsBytesLike(th, v)
	if ok {
		release()
	}
	return b, ok
}

// IsBytesLike reports whether v supports the buffer protocol.
func IsBytesLike(v Value) bool { return v.H.Shape.Type.Buffer != nil }

func bytesBuffer(th *Thread, v Value) (*Buffer, bool) {
	return &Buffer{Bytes: (*Bytes)(v.Ptr()).B, ReadOnly: true, Release: noRelease}, true
}

func byteArrayBuffer(th *Thread, v Value) (*Buffer, bool) {
	a := (*ByteArray)(v.Ptr())
	a.exports++
	return &Buffer{Bytes: a.B, Release: func() { a.exports-- }}, true
}

// AppendBytesRepr appends the repr of bytes (b'...').
func AppendBytesRepr(out, b []byte) []byte {
	quote := byte('\'')
	if bytes.IndexByte(b, '\'') >= 0 && bytes.IndexByte(b, '"') < 0 {
		quote = '"'
	}
	out = append(out, 'b', quote)
	for _, c := range b {
		switch {
		case c == quote || c == '\\':
			out = append(out, '\\', c)
		case c == '\n':
			out = append(out, '\\', 'n')
		case c == '\r':
			out = append(out, '\\', 'r')
		case c == '\t':
			out = append(out, '\\', 't')
		case c < 0x20 || c >= 0x7F:
			out = appendHex(append(out, '\\', 'x'), uint32(c), 2)
		default:
			out = append(out, c)
		}
	}
	return append(out, quote)
}

// BytesRepr returns the repr of a bytes object.
func BytesRepr(b []byte) string { return string(AppendBytesRepr(make([]byte, 0, len(b)+3), b)) }

func bytesRepr(th *Thread, v Value) Value { return ASCIIValue(BytesRepr((*Bytes)(v.Ptr()).B)) }

// bytesStr and byteArrayStr are str(v), of which the option -b warns.
func bytesStr(th *Thread, v Value) Value {
	if th.Interp.GetHost().Flags.BytesWarning > 0 && !th.warn(&BytesWarningType, "str() on a bytes instance") {
		return Value{}
	}
	return bytesRepr(th, v)
}

func byteArrayStr(th *Thread, v Value) Value {
	if th.Interp.GetHost().Flags.BytesWarning > 0 && !th.warn(&BytesWarningType, "str() on a bytearray instance") {
		return Value{}
	}
	return byteArrayRepr(th, v)
}

func byteArrayRepr(th *Thread, v Value) Value {
	text := BytesRepr((*ByteArray)(v.Ptr()).B)
	if text[1] == '"' {
		text = strings.ReplaceAll(text, "'", `\'`) // CPython's bytearray escapes ' even between double quotes
	}
	return ASCIIValue(v.Type().Name + "(" + text + ")")
}

// bytesCompare compares with anything bytes-like.
func bytesCompare(th *Thread, a, b Value, op CmpOp) Value {
	if a.Is(&BytesType) && !b.Is(&BytesType) && b.H.Shape.Type.Buffer != nil {
		return NotImplemented // the other one knows
	}
	y, ok := bytesOrArray(b)
	if !ok {
		if (op == CmpEQ || op == CmpNE) && !th.warnMixed(a, b) {
			return Value{}
		}
		if b.H.Shape.Type.Buffer == nil || b.Is(&MemoryViewType) && (op == CmpEQ || op == CmpNE) {
			return NotImplemented
		}
		var release func()
		if y, release, ok = AsBytesLike(th, b); !ok {
			return Value{}
		}
		defer release()
	}
	x := selfBytes(a)
	switch op {
	case CmpEQ:
		return Bool(bytes.Equal(x, y))
	case CmpNE:
		return Bool(!bytes.Equal(x, y))
	}
	return Bool(Ordered(bytes.Compare(x, y), 0, op))
}

// warnMixed issues the BytesWarning of the option -b for a comparison of bytes with a str, or with -b an int; false: it
// raised.
func (th *Thread) warnMixed(a, b Value) bool {
	with := ""
	switch {
	case b.Is(&StrType):
		with = "string"
	case a.Is(&BytesType) && b.Is(&IntType):
		with = "int"
	}
	if with == "" || th.Interp.GetHost().Flags.BytesWarning == 0 {
		return true
	}
	return th.warn(&BytesWarningType, pickWord(a.Is(&BytesType), "Comparison between bytes and "+with, "Comparison between bytearray and string"))
}

func bytesLen(th *Thread, v Value) (int, bool) { return len(selfBytes(v)), true }

// byteValue converts v to a byte; errors as for bytearray items.
func byteValue(th *Thread, v Value) (byte, bool) {
	if i, ok := v.SmallInt(); ok && uint64(i) < 256 {
		return byte(i), true
	}
	i, ok := th.AsIndex(v, nil)
	if !ok {
		return 0, false
	}
	if i < 0 || i > 255 {
		th.ValueError("byte must be in range(0, 256)")
		return 0, false
	}
	return byte(i), true
}

func bytesGetItem(th *Thread, v, key Value) Value {
	b := selfBytes(v)
	if i, ok := key.SmallInt(); ok {
		if i < 0 {
			i += int64(len(b))
		}
		if uint64(i) < uint64(len(b)) {
			return Int(int64(b[i]))
		}
	}
	name := "byte"
	outOfRange := "index out of range"
	if v.Is(&ByteArrayType) {
		name, outOfRange = "bytearray", "bytearray index out of range"
	}
	sl, ok := AsSlice(key)
	if !ok {
		i, ok := th.ItemIndex(key, func() int { return len(selfBytes(v)) }, name, outOfRange)
		if !ok {
			return Value{}
		}
		return Int(int64(selfBytes(v)[i]))
	}
	start, stop, step, count, ok := th.SliceIndices(sl, func() int { return len(selfBytes(v)) })
	switch {
	case !ok:
		return Value{}
	case count <= 0:
		return likeSelf(v, nil)
	case step == 1:
		return sliceOfSelf(v, selfBytes(v)[start:stop])
	}
	out := make([]byte, count)
	b = selfBytes(v)
	for i := range out {
		out[i] = b[start+i*step]
	}
	return likeSelf(v, out)
}

func bytesContains(th *Thread, v, x Value) (bool, bool) {
	b := selfBytes(v)
	if sub, ok := bytesOrArray(x); ok {
		return bytes.Contains(b, sub), true
	}
	if x.IsSmallInt() || x.H.Shape.Type.Index != nil {
		i, ok := th.AsIndex(x, nil)
		if ok && (i < 0 || i > 255) {
			th.ValueError("byte must be in range(0, 256)")
			return false, false
		}
		if ok {
			return bytes.IndexByte(selfBytes(v), byte(i)) >= 0, true
		}
		th.Exc = Value{} // whatever it was: the object may still be bytes-like
	}
	sub, release, ok := AsBytesLike(th, x)
	if !ok {
		return false, false
	}
	defer release()
	return bytes.Contains(b, sub), true
}

func bytesConcat(th *Thread, a, b Value) Value {
	x := selfBytes(a)
	y, ok := bytesOrArray(b)
	if !ok {
		if b.H.Shape.Type.Buffer == nil {
			return th.TypeError("can't concat %s to %s", b.Type().TPName(), a.Type().TPName())
		}
		var release func()
		if y, release, ok = AsBytesLike(th, b); !ok {
			return Value{}
		}
		defer release()
	}
	switch {
	case len(y) == 0 && a.IsExact(&BytesType):
		return a
	case len(x) == 0 && a.Is(&BytesType) && b.IsExact(&BytesType):
		return b
	case !th.checkSize(len(x) + len(y)):
		return Value{}
	}
	v, out := newLike(a, len(x)+len(y))
	copy(out[copy(out, x):], y)
	return v
}

func bytesRepeat(th *Thread, v, count Value) Value {
	n, ok := th.AsIndex(count, &OverflowErrorType)
	if !ok {
		return Value{}
	}
	b := selfBytes(v)
	switch {
	case n <= 0 || len(b) == 0:
		return likeSelf(v, nil)
	case n == 1 && v.IsExact(&BytesType):
		return v
	case !th.checkRepeat(len(b), n):
		return Value{}
	}
	return likeSelf(v, bytes.Repeat(b, n))
}

func bytesMod(th *Thread, a, b Value) Value {
	x, ok := bytesOrArray(a)
	if !ok {
		return NotImplemented
	}
	f := percentFormatter{th: th, bytes: true, format: string(x)}
	if !f.run(b) {
		return Value{}
	}
	return likeSelf(a, f.out)
}

// bytesIterator iterates over bytes and bytearray.
type bytesIterator struct {
	Header
	seq Value // nil when exhausted
	i   int
}

var bytesIterType, byteArrayIterType Type

func bytesIter(th *Thread, v Value) Value {
	t := &bytesIterType
	if v.Is(&ByteArrayType) {
		t = &byteArrayIterType
	}
	return Value{&(&bytesIterator{Header{&t.Root}, v, 0}).Header, 0}
}

func bytesIterNext(th *Thread, v Value) Value {
	it := (*bytesIterator)(v.Ptr())
	if it.seq.H == nil {
		return Value{}
	}
	b := selfBytes(it.seq)
	if it.i >= len(b) {
		it.seq = Value{}
		return Value{}
	}
	it.i++
	return Int(int64(b[it.i-1]))
}

func bytesIterReduce(th *Thread, self Value) Value {
	it := (*bytesIterator)(self.Ptr())
	iter := th.BuiltinFunc("iter")
	if iter.H == nil {
		return iter
	}
	if it.seq.H == nil {
		return TupleOf(iter, TupleOf(emptyTuple.V()))
	}
	return TupleOf(iter, TupleOf(it.seq), Int(int64(it.i)))
}

func init() {
	for t, name := range map[*Type]string{&bytesIterType: "bytes_iterator", &byteArrayIterType: "bytearray_iterator"} {
		Define(t, Spec{Name: name, Flags: FlagNoNew | FlagFinal, Alloc: Allocator[bytesIterator](), Slots: Slots{
			Iter: func(th *Thread, v Value) Value { return v }, Next: bytesIterNext},
			Methods: []Method{
				{Name: "__length_hint__", F0: func(th *Thread, self Value) Value {
					it := (*bytesIterator)(self.Ptr())
					if it.seq.H == nil {
						return Int(0)
					}
					return Int(int64(max(len(selfBytes(it.seq))-it.i, 0)))
				}},
				{Name: "__reduce__", F0: bytesIterReduce},
				{Name: "__setstate__", F1: func(th *Thread, self, state Value) Value {
					i, ok := th.AsIndex(state, nil)
					if !ok {
						return Value{}
					}
					if it := (*bytesIterator)(self.Ptr()); it.seq.H != nil {
						it.i = min(max(i, 0), len(selfBytes(it.seq)))
					}
					return None
				}},
			}})
	}
}
