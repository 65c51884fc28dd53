// What bytearray has beyond bytes: changing it.
package object

import (
	"bytes"
	"slices"
)

func byteArraySetItem(th *Thread, v, key, x Value) bool {
	a := (*ByteArray)(v.Ptr())
	if sl, ok := AsSlice(key); ok {
		return a.setSlice(th, v, sl, x)
	}
	if !key.IsSmallInt() && key.H.Shape.Type.Index == nil {
		th.TypeError("bytearray indices must be integers or slices, not %s", key.Type().TPName())
		return false
	}
	i, ok := th.AsIndex(key, &IndexErrorType)
	if !ok {
		return false
	}
	var c byte
	if x.H != nil {
		if c, ok = byteValue(th, x); !ok { // before the index is compared with the size
			return false
		}
	}
	if i < 0 {
		i += len(a.B)
	}
	if i < 0 || i >= len(a.B) {
		th.IndexError("bytearray index out of range")
		return false
	}
	if x.H == nil {
		return a.splice(th, i, i+1, nil)
	}
	a.B[i] = c
	return true
}

// setSlice assigns to (x nil: deletes) a slice.
func (a *ByteArray) setSlice(th *Thread, self Value, sl *Slice, x Value) bool {
	var y []byte
	if x.H != nil {
		// The slice is looked at before the value, and again once the value has been made bytes.
		if _, _, _, _, ok := th.SliceIndices(sl, func() int { return len(a.B) }); !ok {
			return false
		}
		var ok bool
		if y, ok = assignedBytes(th, x); !ok {
			return false
		}
	}
	start, stop, step, count, ok := th.SliceIndices(sl, func() int { return len(a.B) })
	if !ok {
		return false
	}
	if step == 1 {
		return a.splice(th, start, max(stop, start), y)
	}
	if len(y) > 0 && len(y) != count {
		th.ValueError("attempt to assign bytes of size %d to extended slice of size %d", len(y), count)
		return false
	}
	if len(y) > 0 {
		for i, c := range y {
			a.B[start+i*step] = c
		}
		return true
	}
	if count == 0 {
		return true
	}
	if !a.canResize(th) {
		return false
	}
	if step < 0 {
		start, step = start+(count-1)*step, -step
	}
	out := a.B[:start]
	for i := start; i < len(a.B); i++ {
		if d := i - start; d%step != 0 || d/step >= count {
			out = append(out, a.B[i])
		}
	}
	a.B = out
	return true
}

// assignedBytes returns a copy of the bytes that are assigned to a slice.
func assignedBytes(th *Thread, x Value) ([]byte, bool) {
	if b, ok := bytesOrArray(x); ok {
		return bytes.Clone(b), true
	}
	if x.Is(&StrType) || isNumber(x) {
		th.TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)")
		return nil, false
	}
	return bytesSource(th, "bytearray", x)
}

// isNumber is PyNumber_Check.
func isNumber(x Value) bool {
	t := x.H.Shape.Type
	return x.IsSmallInt() || t.Index != nil || t.ToInt != nil || t.ToFloat != nil || x.Is(&ComplexType)
}

// splice replaces a.B[i:j] by y. Cutting off the front moves the start of the slice instead of the bytes.
func (a *ByteArray) splice(th *Thread, i, j int, y []byte) bool {
	if j-i == len(y) {
		copy(a.B[i:], y)
		return true
	}
	if !a.canResize(th) || !th.checkSize(len(a.B)+len(y)) {
		return false
	}
	if i == 0 && len(y) < j {
		a.B = a.B[j-len(y):]
		copy(a.B, y)
		return true
	}
	a.B = slices.Replace(a.B, i, j, y...)
	return true
}

func byteArrayIConcat(th *Thread, v, x Value) Value {
	a := (*ByteArray)(v.Ptr())
	b, ok := bytesOrArray(x)
	if !ok {
		if x.H.Shape.Type.Buffer == nil {
			return th.TypeError("can't concat %s to %s", x.Type().TPName(), v.Type().TPName())
		}
		var release func()
		if b, release, ok = AsBytesLike(th, x); !ok {
			return Value{}
		}
		defer release()
	}
	if len(b) > 0 && x.H == v.H {
		return th.Raise(&BufferErrorType, "Existing exports of data: object cannot be re-sized") // its own export stands in the way
	}
	if len(b) > 0 {
		if !a.canResize(th) || !th.checkSize(len(a.B)+len(b)) {
			return Value{}
		}
		a.B = append(a.B, b...)
	}
	return v
}

func byteArrayIRepeat(th *Thread, v, count Value) Value {
	a := (*ByteArray)(v.Ptr())
	n, ok := th.AsIndex(count, &OverflowErrorType)
	if !ok {
		return Value{}
	}
	if n == 1 {
		return v
	}
	if !a.canResize(th) || n > 0 && !th.checkRepeat(len(a.B), n) {
		return Value{}
	}
	a.B = bytes.Repeat(a.B, max(n, 0))
	return v
}

func byteArrayAppend(th *Thread, self, x Value) Value {
	a := (*ByteArray)(self.Ptr())
	c, ok := byteValue(th, x)
	if !ok || !a.canResize(th) {
		return Value{}
	}
	a.B = append(a.B, c)
	return None
}

func byteArrayInsert(th *Thread, self, at, x Value) Value {
	a := (*ByteArray)(self.Ptr())
	i, ok := th.AsSize(at)
	if !ok {
		return Value{}
	}
	c, ok := byteValue(th, x)
	if !ok || !a.canResize(th) {
		return Value{}
	}
	if i < 0 {
		i = max(i+len(a.B), 0)
	}
	a.B = slices.Insert(a.B, min(i, len(a.B)), c)
	return None
}

func byteArrayPop(th *Thread, self Value, args []Value) Value {
	a := (*ByteArray)(self.Ptr())
	i := -1
	if args[0].H != nil {
		var ok bool
		if i, ok = th.AsSize(args[0]); !ok {
			return Value{}
		}
	}
	if len(a.B) == 0 {
		return th.IndexError("pop from empty bytearray")
	}
	if i < 0 {
		i += len(a.B)
	}
	if i < 0 || i >= len(a.B) {
		return th.IndexError("pop index out of range")
	}
	if !a.canResize(th) {
		return Value{}
	}
	c := a.B[i]
	a.B = slices.Delete(a.B, i, i+1)
	return Int(int64(c))
}

func byteArrayRemove(th *Thread, self, x Value) Value {
	a := (*ByteArray)(self.Ptr())
	c, ok := byteValue(th, x)
	if !ok {
		return Value{}
	}
	i := bytes.IndexByte(a.B, c)
	if i < 0 {
		return th.ValueError("value not found in bytearray")
	}
	if !a.canResize(th) {
		return Value{}
	}
	a.B = slices.Delete(a.B, i, i+1)
	return None
}

func byteArrayExtend(th *Thread, self, x Value) Value {
	a := (*ByteArray)(self.Ptr())
	if s, isStr := AsStr(x); isStr && s.s != "" {
		return th.TypeError("expected iterable of integers; got: 'str'")
	}
	t := x.H.Shape.Type
	if t.Buffer == nil && t.Iter == nil && t.GetItem == nil {
		return th.TypeError("can't extend bytearray with %s", t.Name)
	}
	var b []byte
	var ok bool
	if t.Buffer != nil {
		b, ok = bytesSource(th, "bytearray", x)
	} else {
		it := th.Iter(x)
		if it.H == nil {
			if th.Catch(&TypeErrorType) {
				th.TypeError("can't extend bytearray with %s", t.Name)
			}
			return Value{}
		}
		hint := th.LengthHint(x, 0)
		if ok = hint >= 0 && th.checkRepeat(1, hint); ok {
			b, ok = bytesFromIterable(th, "bytearray", it)
		}
	}
	if !ok || len(b) > 0 && !a.canResize(th) {
		return Value{}
	}
	a.B = append(a.B, b...)
	return None
}

// byteArrayReduce describes the object to pickle and copy: by text for protocols 0 and 1, which know no bytes.
func byteArrayReduce(th *Thread, self Value, proto int) Value {
	a := (*ByteArray)(self.Ptr())
	state := th.CallMethod(self, strGetstate)
	if state.H == nil {
		return state
	}
	args := emptyTuple.V()
	switch {
	case len(a.B) == 0:
	case proto < 2:
		text, _ := th.decodeWith(latin1Codec, bytes.Clone(a.B), "strict", true)
		args = TupleOf(text, StrValue("latin-1"))
	default:
		args = TupleOf(BytesValue(bytes.Clone(a.B)))
	}
	return TupleOf(self.Type().V(), args, state)
}

var strGetstate = NewStr("__getstate__")

var byteArrayMethods = []Method{
	{Name: "append", Sig: "item, /", F1: byteArrayAppend},
	{Name: "insert", Sig: "index, item, /", F2: byteArrayInsert},
	{Name: "pop", Sig: "index=-1, /", F: byteArrayPop},
	{Name: "remove", Sig: "value, /", F1: byteArrayRemove},
	{Name: "extend", Sig: "iterable_of_ints, /", F1: byteArrayExtend},
	{Name: "clear", F0: func(th *Thread, self Value) Value {
		a := (*ByteArray)(self.Ptr())
		if !a.canResize(th) {
			return Value{}
		}
		a.B = nil
		return None
	}},
	{Name: "copy", F0: func(th *Thread, self Value) Value { return NewByteArray(bytes.Clone(selfBytes(self))).V() }},
	{Name: "reverse", F0: func(th *Thread, self Value) Value { slices.Reverse((*ByteArray)(self.Ptr()).B); return None }},
	{Name: "__alloc__", F0: func(th *Thread, self Value) Value { return Int(int64(cap((*ByteArray)(self.Ptr()).B) + 1)) }},
	{Name: "__reduce__", F0: func(th *Thread, self Value) Value { return byteArrayReduce(th, self, 2) }},
	{Name: "__reduce_ex__", Sig: "proto=0, /", F: func(th *Thread, self Value, a []Value) Value {
		proto := 0
		if a[0].H != nil {
			var ok bool
			if proto, ok = th.AsInt(a[0]); !ok {
				return Value{}
			}
		}
		return byteArrayReduce(th, self, proto)
	}},
	{Name: "__sizeof__", F0: func(th *Thread, self Value) Value { return Int(int64(57 + len(selfBytes(self)))) }},
}
