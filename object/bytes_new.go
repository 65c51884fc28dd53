// The types bytes and bytearray, and the constructors with their many forms of argument.
package object

import "bytes"

var strDunderBytes = NewStr("__bytes__")

func init() {
	common := Slots{
		Compare: bytesCompare, Iter: bytesIter, Len: bytesLen, GetItem: bytesGetItem, Contains: bytesContains,
		Concat: bytesConcat, Repeat: bytesRepeat, Binary: [NumBinOps]BinaryFunc{OpMod: bytesMod},
	}
	s := common
	s.New, s.Repr, s.Str, s.Buffer = bytesNew, bytesRepr, bytesStr, bytesBuffer
	s.Hash = func(th *Thread, v Value) (int64, bool) { return int64((*Bytes)(v.Ptr()).Hash()), true }
	const doc = "(iterable_of_ints)\n(string, encoding[, errors])\n(bytes_or_buffer)\n(int)\n\nA sequence of bytes: "
	Define(&BytesType, Spec{Name: "bytes", Flags: FlagMatchSelf, Alloc: Allocator[Bytes](), Sig: "source=b'', encoding='utf-8', errors='strict'",
		Doc: "bytes" + doc + "immutable.", Slots: s, Methods: joinRows(bytesFindMethods, bytesSplitMethods, bytesCaseMethods, bytesTextMethods, []Method{
			{Name: "__bytes__", F0: func(th *Thread, self Value) Value { return exactBytes(self) }},
			{Name: "__getnewargs__", F0: func(th *Thread, self Value) Value { return TupleOf(exactBytes(self)) }},
			{Name: "__sizeof__", F0: func(th *Thread, self Value) Value { return Int(int64(33 + len(selfBytes(self)))) }},
		})})
	s = common
	s.New, s.Init, s.Repr, s.Str, s.Buffer, s.SetItem = byteArrayNew, byteArrayInit, byteArrayRepr, byteArrayStr, byteArrayBuffer, byteArraySetItem
	s.InPlaceConcat, s.InPlaceRepeat = byteArrayIConcat, byteArrayIRepeat
	Define(&ByteArrayType, Spec{Name: "bytearray", Flags: FlagMatchSelf, Alloc: Allocator[ByteArray](), Sig: "source=b'', encoding='utf-8', errors='strict'",
		Doc: "bytearray" + doc + "mutable.", Slots: s, Methods: joinRows(bytesFindMethods, bytesSplitMethods, bytesCaseMethods, bytesTextMethods, byteArrayMethods)})
}

func exactBytes(v Value) Value {
	if v.IsExact(&BytesType) {
		return v
	}
	return BytesValue((*Bytes)(v.Ptr()).B)
}

var bytesNewSig = ParseSignature("source=b'', encoding=None, errors=None")

func bytesNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	var a [3]Value
	if len(args) > 3 {
		th.TypeError("bytes() takes at most 3 %sarguments (%d given)", pickWord(len(args) == len(kw), "keyword ", ""), len(args))
		return Value{}
	}
	if !bytesNewSig.Bind(th, "bytes", args, kw, a[:]) {
		return Value{}
	}
	v := bytesFrom(th, a)
	if t == &BytesType || v.H == nil {
		return v
	}
	r := t.Allocate()
	(*Bytes)(r.Ptr()).B = selfBytes(v)
	return r
}

func bytesFrom(th *Thread, a [3]Value) Value {
	x := a[0]
	if a[1].H != nil || a[2].H != nil {
		b, ok := encodedSource(th, "bytes", a)
		if !ok {
			return Value{}
		}
		return BytesValue(b)
	}
	if x.H == nil {
		return BytesValue(nil)
	}
	if x.IsExact(&BytesType) {
		return x
	}
	if x.H.Shape.Type.Flags&FlagHeap != 0 || !x.Is(&BytesType) {
		r, found := th.CallSpecial(x, strDunderBytes)
		if found {
			if r.H != nil && !r.Is(&BytesType) {
				return th.TypeError("__bytes__ returned non-bytes (type %s)", r.Type().TPName())
			}
			return r
		}
	}
	b, ok := bytesSource(th, "bytes", x)
	if !ok {
		return Value{}
	}
	return BytesValue(b)
}

// encodedSource handles the forms with an encoding.
func encodedSource(th *Thread, fname string, a [3]Value) ([]byte, bool) {
	encoding, errors, ok := codecArgs(th, fname, a[1], a[2])
	switch {
	case !ok:
	case a[0].H == nil:
		th.TypeError("%s", pickWord(a[1].H != nil, "encoding without a string argument", "errors without a string argument"))
	case !a[0].Is(&StrType):
		th.TypeError("%s", pickWord(a[1].H != nil, "encoding without a string argument", "errors without a string argument"))
	case a[1].H == nil:
		th.TypeError("string argument without an encoding")
	default:
		v := th.Encode(a[0], encoding, errors)
		if v.H == nil {
			return nil, false
		}
		return selfBytes(v), true
	}
	return nil, false
}

// bytesSource returns fresh bytes from a count, a bytes-like object or an iterable of ints.
func bytesSource(th *Thread, fname string, x Value) ([]byte, bool) {
	t := x.H.Shape.Type
	switch {
	case x.Is(&StrType):
		th.TypeError("string argument without an encoding")
		return nil, false
	case x.IsSmallInt() || t.Index != nil:
		n, ok := th.AsIndex(x, &OverflowErrorType)
		if !ok {
			if !th.Catch(&TypeErrorType) {
				return nil, false
			}
			break
		}
		if n < 0 {
			th.ValueError("negative count")
			return nil, false
		}
		if !th.checkSize(n) {
			return nil, false
		}
		return make([]byte, n), true
	}
	if t.Buffer != nil {
		b, release, ok := AsBytesLike(th, x)
		if !ok {
			return nil, false
		}
		defer release()
		return bytes.Clone(b), true
	}
	return bytesFromIterable(th, fname, x)
}

func bytesFromIterable(th *Thread, fname string, x Value) ([]byte, bool) {
	what := fname
	if fname == "bytearray" {
		what = "byte"
	}
	var out []byte
	if t := x.H.Shape.Type; !x.IsExact(&ListType) && !x.IsExact(&TupleType) {
		it := th.Iter(x)
		if it.H == nil {
			if th.Catch(&TypeErrorType) {
				th.TypeError("cannot convert '%s' object to %s", t.TPName(), fname)
			}
			return nil, false
		}
		if fname == "bytes" && th.LengthHint(x, 0) < 0 {
			return nil, false
		}
		x = it
	}
	ok := th.ForEach(x, func(v Value) bool {
		if i, small := v.SmallInt(); small && uint64(i) < 256 {
			out = append(out, byte(i))
			return th.room(len(out), 1)
		}
		i, ok := th.AsIndex(v, nil)
		if ok && (i < 0 || i > 255) {
			th.ValueError("%s must be in range(0, 256)", what)
			ok = false
		}
		out = append(out, byte(i))
		return ok
	})
	return out, ok
}

func byteArrayNew(th *Thread, t *Type, args []Value, kw []*Str) Value { return t.Allocate() }

func byteArrayInit(th *Thread, self Value, args []Value, kw []*Str) bool {
	var a [3]Value
	if len(args) > 3 {
		th.TypeError("bytearray() takes at most 3 %sarguments (%d given)", pickWord(len(args) == len(kw), "keyword ", ""), len(args))
		return false
	}
	if !bytesNewSig.Bind(th, "bytearray", args, kw, a[:]) {
		return false
	}
	o := (*ByteArray)(self.Ptr())
	if len(o.B) > 0 && !o.canResize(th) {
		return false
	}
	var b []byte
	ok := true
	switch {
	case a[1].H != nil || a[2].H != nil:
		if b, ok = encodedSource(th, "bytearray", a); ok {
			b = bytes.Clone(b)
		}
	case a[0].H != nil:
		b, ok = bytesSource(th, "bytearray", a[0])
	}
	if !ok {
		return false
	}
	o.B = b
	return true
}
