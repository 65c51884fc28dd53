// Pickling of arrays: as the list of their items up to protocol 2, from 3 on as memory with a code for its layout,
// which _array_reconstructor reads on any machine.
package arraymod

import (
	"bytes"
	"encoding/binary"
	"slices"
	"unicode/utf16"

	"pyasync/eval"
	"pyasync/object"
)

// layout is a machine format: what the items in a pickle look like.
type layout struct {
	code  byte // of an array with such items, in the machine's order
	size  int
	big   bool // most significant byte first
	utf16 bool
}

// layouts are the machine formats in the order of their codes.
var layouts = []layout{
	{code: 'B', size: 1}, {code: 'b', size: 1},
	{code: 'H', size: 2}, {code: 'H', size: 2, big: true}, {code: 'h', size: 2}, {code: 'h', size: 2, big: true},
	{code: 'I', size: 4}, {code: 'I', size: 4, big: true}, {code: 'i', size: 4}, {code: 'i', size: 4, big: true},
	{code: 'L', size: 8}, {code: 'L', size: 8, big: true}, {code: 'l', size: 8}, {code: 'l', size: 8, big: true},
	{code: 'f', size: 4}, {code: 'f', size: 4, big: true}, {code: 'd', size: 8}, {code: 'd', size: 8, big: true},
	{code: 'u', size: 2, utf16: true}, {code: 'u', size: 2, big: true, utf16: true},
	{code: 'u', size: 4}, {code: 'u', size: 4, big: true},
}

// sameLayout maps a typecode to the one that stands for its layout in the table.
var sameLayout = map[byte]byte{'w': 'u', 'q': 'l', 'Q': 'L'}

// layoutOf is the code of the layout that the machine has for a typecode.
func layoutOf(code byte) int {
	if c, ok := sameLayout[code]; ok {
		code = c
	}
	return slices.IndexFunc(layouts, func(l layout) bool { return l.code == code && !l.big && !l.utf16 })
}

func reduceEx(th *thread, v, protocol value) value {
	a := of(v)
	n, ok := th.AsIndex(protocol, &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	dict := th.GetAttr(v, object.NewStr("__dict__"))
	if dict.H == nil {
		if !th.Catch(&object.AttributeErrorType) {
			return value{}
		}
		dict = object.None
	}
	code := object.CharValue(rune(a.code))
	if n < 3 {
		items := a.list(th)
		if items.H == nil {
			return items
		}
		return object.TupleOf(v.Type().V(), object.TupleOf(code, items), dict)
	}
	reconstruct := th.GetAttrName(eval.Import(th, "array"), "_array_reconstructor")
	if reconstruct.H == nil {
		return reconstruct
	}
	args := object.TupleOf(v.Type().V(), code, object.Int(int64(layoutOf(a.code))), object.BytesValue(bytes.Clone(a.b)))
	return object.TupleOf(reconstruct, args, dict)
}

var functions = []object.Method{
	{Name: "_array_reconstructor", Sig: "arraytype, typecode, mformat_code, items, /", Doc: "Internal. Used for pickling support.", F: reconstruct},
}

func reconstruct(th *thread, _ value, args []value) value {
	class, ok := object.AsType(args[0])
	if !ok {
		return th.TypeError("first argument must be a type object, not %s", args[0].Type().TPName())
	}
	if !class.IsSubtype(&ArrayType) {
		return th.TypeError("%s is not a subtype of array.array", class.TPName())
	}
	code, ok := object.AsStr(args[1])
	if !ok || code.Len() != 1 {
		return th.TypeError("_array_reconstructor() argument 2 must be a unicode character, not %s", args[1].Type().TPName())
	}
	n, ok := th.AsInt(args[2])
	if !ok {
		return value{}
	}
	items, isBytes := object.AsBytes(args[3])
	switch {
	case len(code.Go()) != 1 || itemSizes[code.Go()[0]] == 0:
		return th.ValueError("second argument must be a valid type code")
	case n < 0 || n >= len(layouts):
		return th.ValueError("third argument must be a valid machine format code.")
	case !isBytes:
		return th.TypeError("fourth argument should be bytes, not %s", args[3].Type().TPName())
	}
	return layouts[n].build(th, class, code.Go()[0], items.B)
}

// build makes an array of the class from items in layout l: with the typecode of l if the asked one has other items.
func (l layout) build(th *thread, class *object.Type, code byte, b []byte) value {
	if len(b)%l.size != 0 {
		return th.ValueError("bytes length not a multiple of item size")
	}
	if l.utf16 {
		b = l.fromUTF16(b)
	} else if l.big {
		b = bytes.Clone(b)
		for i := 0; i < len(b); i += l.size {
			slices.Reverse(b[i : i+l.size])
		}
	}
	machine := array{code: l.code, size: itemSizes[l.code]}
	if layoutOf(code) == layoutOf(l.code) {
		return th.CallArgs(class.V(), object.CharValue(rune(code)), object.BytesValue(b))
	}
	if l.code == 'f' || l.code == 'd' || machine.isText() {
		machine.b = b
		items := machine.list(th)
		if items.H == nil {
			return items
		}
		return th.CallArgs(class.V(), object.CharValue(rune(code)), items)
	}
	if l.size == 8 { // the last typecode with this layout
		l.code += 'q' - 'l'
	}
	return th.CallArgs(class.V(), object.CharValue(rune(l.code)), object.BytesValue(b))
}

// fromUTF16 makes items of four bytes of UTF-16; a surrogate alone stays what it is.
func (l layout) fromUTF16(b []byte) []byte {
	var order binary.ByteOrder = binary.LittleEndian
	if l.big {
		order = binary.BigEndian
	}
	var out []byte
	for i := 0; i < len(b); i += 2 {
		r := rune(order.Uint16(b[i:]))
		if i+4 <= len(b) && utf16.IsSurrogate(r) {
			if pair := utf16.DecodeRune(r, rune(order.Uint16(b[i+2:]))); pair != '\ufffd' {
				r = pair
				i += 2
			}
		}
		out = binary.LittleEndian.AppendUint32(out, uint32(r))
	}
	return out
}
