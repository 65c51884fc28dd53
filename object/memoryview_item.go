// Items of a memoryview: reading and writing them by format, indexing, slicing, comparison.
package object

import (
	"bytes"
	"encoding/binary"
	"math"
	"math/big"
)

// item returns the item at offset off.
func (m *MemoryView) item(th *Thread, off int) Value {
	b := m.mem[off : off+m.itemsize]
	le := binary.LittleEndian
	switch formatChar(m.format) {
	case 'B':
		return Int(int64(b[0]))
	case 'b':
		return Int(int64(int8(b[0])))
	case 'c':
		return BytesValue([]byte{b[0]})
	case '?':
		return Bool(b[0] != 0)
	case 'h':
		return Int(int64(int16(le.Uint16(b))))
	case 'H':
		return Int(int64(le.Uint16(b)))
	case 'i':
		return Int(int64(int32(le.Uint32(b))))
	case 'I':
		return Int(int64(le.Uint32(b)))
	case 'l', 'q', 'n':
		return Int(int64(le.Uint64(b)))
	case 'L', 'Q', 'N', 'P':
		return IntFromBig(new(big.Int).SetUint64(le.Uint64(b)))
	case 'f':
		return Float(float64(math.Float32frombits(le.Uint32(b))))
	case 'd':
		return Float(math.Float64frombits(le.Uint64(b)))
	case 'e':
		return Float(HalfToFloat(le.Uint16(b)))
	}
	return th.Raisef(&NotImplementedErrorType, "memoryview: format %s not supported", m.format)
}

// HalfToFloat converts an IEEE 754 half.
func HalfToFloat(h uint16) float64 {
	exp, frac := int(h>>10&31), float64(h&1023)
	var f float64
	switch exp {
	case 0:
		f = math.Ldexp(frac, -24)
	case 31:
		f = math.Inf(1)
		if frac != 0 {
			f = math.NaN()
		}
	default:
		f = math.Ldexp(frac+1024, exp-25)
	}
	if h&0x8000 != 0 {
		f = -f
	}
	return f
}

// FloatToHalf converts to an IEEE 754 half, rounding to even; ok is false when f is too large.
func FloatToHalf(f float64) (h uint16, ok bool) {
	sign := uint16(0)
	if math.Signbit(f) {
		sign = 0x8000
	}
	a := math.Abs(f)
	switch {
	case math.IsNaN(f):
		return sign | 0x7E00, true
	case math.IsInf(f, 0):
		return sign | 0x7C00, true
	case a == 0:
		return sign, true
	}
	_, exp := math.Frexp(a)
	exp = max(exp, -13)
	q := math.RoundToEven(math.Ldexp(a, 11-exp))
	if q >= 2048 {
		q /= 2
		exp++
	}
	if exp > 16 {
		return 0, false
	}
	if q < 1024 {
		return sign | uint16(q), true
	}
	return sign | uint16(exp+14)<<10 | uint16(q)&1023, true
}

// setItem stores x at offset off.
func (m *MemoryView) setItem(th *Thread, off int, x Value) bool {
	c := formatChar(m.format)
	b := m.mem[off : off+m.itemsize]
	le := binary.LittleEndian
	switch c {
	case 0:
		th.Raisef(&NotImplementedErrorType, "memoryview: format %s not supported", m.format)
		return false
	case '?':
		t, ok := th.Truth(x)
		if !ok || !m.check(th) {
			return false
		}
		b[0] = 0
		if t {
			b[0] = 1
		}
		return true
	case 'c':
		v, ok := AsBytes(x)
		if !ok {
			return m.badType(th)
		}
		if len(v.B) != 1 {
			return m.badValue(th)
		}
		b[0] = v.B[0]
		return true
	case 'f', 'd', 'e':
		f, ok := th.AsFloat64(x)
		if !ok {
			return th.Catch(&TypeErrorType) && m.badType(th)
		}
		if !m.check(th) {
			return false
		}
		switch c {
		case 'd':
			le.PutUint64(b, math.Float64bits(f))
		case 'f':
			le.PutUint32(b, math.Float32bits(float32(f)))
		default:
			h, ok := FloatToHalf(f)
			if !ok {
				return m.badValue(th)
			}
			le.PutUint16(b, h)
		}
		return true
	}
	u, ok := m.intItem(th, c, x)
	if !ok || !m.check(th) {
		return false
	}
	switch m.itemsize {
	case 1:
		b[0] = byte(u)
	case 2:
		le.PutUint16(b, uint16(u))
	case 4:
		le.PutUint32(b, uint32(u))
	default:
		le.PutUint64(b, u)
	}
	return true
}

func (m *MemoryView) badType(th *Thread) bool {
	th.TypeError("memoryview: invalid type for format '%s'", m.format)
	return false
}

func (m *MemoryView) badValue(th *Thread) bool {
	th.ValueError("memoryview: invalid value for format '%s'", m.format)
	return false
}

// intItem converts x for an integer format.
func (m *MemoryView) intItem(th *Thread, c byte, x Value) (uint64, bool) {
	if !x.Is(&IntType) && !x.IsSmallInt() && !x.IsBool() {
		idx := x.H.Shape.Type.Index
		if idx == nil {
			return 0, m.badType(th)
		}
		if x = idx(th, x); x.H == nil {
			return 0, th.Catch(&TypeErrorType) && m.badType(th)
		}
	}
	bitsN := uint(8 * m.itemsize)
	signed := c == 'b' || c == 'h' || c == 'i' || c == 'l' || c == 'q' || c == 'n'
	n, _ := BigOf(x)
	lo, hi := new(big.Int), new(big.Int).Lsh(big.NewInt(1), bitsN)
	if signed {
		hi.Rsh(hi, 1)
		lo.Neg(hi)
	}
	if n.Cmp(lo) < 0 || n.Cmp(hi) >= 0 {
		return 0, m.badValue(th)
	}
	if n.Sign() < 0 {
		return uint64(n.Int64()), true
	}
	return n.Uint64(), true
}

// locate resolves an index in dimension d.
func (m *MemoryView) locate(th *Thread, key Value, d int) (int, bool) {
	i, ok := th.AsIndex(key, &IndexErrorType)
	if !ok || !m.check(th) { // __index__ may have released it
		return 0, false
	}
	if i < 0 {
		i += m.shape[d]
	}
	if i < 0 || i >= m.shape[d] {
		th.IndexError("index out of bounds on dimension %d", d+1)
		return 0, false
	}
	return i * m.strides[d], true
}

func isIndex(v Value) bool { return v.IsSmallInt() || v.H.Shape.Type.Index != nil }

// place resolves the key of an item; found is false when the key selects no single item.
func (m *MemoryView) place(th *Thread, key Value) (off int, found, ok bool) {
	if isIndex(key) && len(m.shape) == 1 {
		i, ok := m.locate(th, key, 0)
		return m.off + i, ok, ok
	}
	t, isTuple := AsTuple(key)
	if !isTuple {
		return 0, false, true
	}
	for _, k := range t.Items {
		if !isIndex(k) {
			return 0, false, true
		}
	}
	if len(t.Items) > len(m.shape) {
		th.TypeError("cannot index %d-dimension view with %d-element tuple", len(m.shape), len(t.Items))
		return 0, false, false
	}
	if len(t.Items) < len(m.shape) {
		th.Raise(&NotImplementedErrorType, "sub-views are not implemented")
		return 0, false, false
	}
	off = m.off
	for d, k := range t.Items {
		i, ok := m.locate(th, k, d)
		if !ok {
			return 0, false, false
		}
		off += i
	}
	return off, true, true
}

func memoryViewGetItem(th *Thread, v, key Value) Value {
	m := (*MemoryView)(v.Ptr())
	if !m.check(th) {
		return Value{}
	}
	if len(m.shape) == 0 {
		if t, ok := AsTuple(key); ok && len(t.Items) == 0 {
			return m.item(th, m.off)
		}
		if key == Ellipsis {
			return v
		}
		return th.TypeError("invalid indexing of 0-dim memory")
	}
	if isIndex(key) && len(m.shape) > 1 {
		if _, ok := th.AsIndex(key, &IndexErrorType); !ok || !m.check(th) {
			return Value{}
		}
		return th.Raise(&NotImplementedErrorType, "multi-dimensional sub-views are not implemented")
	}
	off, found, ok := m.place(th, key)
	if !ok {
		return Value{}
	}
	if found {
		if off+m.itemsize > len(m.mem) {
			return th.IndexError("index out of bounds on dimension 1")
		}
		return m.item(th, off)
	}
	if sl, ok := AsSlice(key); ok {
		n, ok := m.slice(th, sl)
		if !ok {
			return Value{}
		}
		return n.V()
	}
	if t, ok := AsTuple(key); ok && allSlices(t.Items) {
		return th.Raise(&NotImplementedErrorType, "multi-dimensional slicing is not implemented")
	}
	return th.TypeError("memoryview: invalid slice key")
}

func allSlices(items []Value) bool {
	for _, x := range items {
		if !x.IsExact(&SliceType) {
			return false
		}
	}
	return true
}

// slice returns the view of a slice of the first dimension.
func (m *MemoryView) slice(th *Thread, sl *Slice) (*MemoryView, bool) {
	n := m.derive() // first: the indices may release m
	start, _, step, count, ok := th.SliceIndices(sl, func() int { return m.shape[0] })
	if !ok {
		n.Release(th)
		return nil, false
	}
	n.off += start * m.strides[0]
	n.shape = append([]int{count}, m.shape[1:]...)
	n.strides = append([]int{step * m.strides[0]}, m.strides[1:]...)
	if count == 0 {
		n.off = m.off
	}
	return n, true
}

func memoryViewSetItem(th *Thread, v, key, x Value) bool {
	m := (*MemoryView)(v.Ptr())
	if !m.check(th) {
		return false
	}
	if m.readonly {
		th.TypeError("cannot modify read-only memory")
		return false
	}
	if x.H == nil {
		th.TypeError("cannot delete memory")
		return false
	}
	if len(m.shape) == 0 {
		if t, ok := AsTuple(key); ok && len(t.Items) == 0 || key == Ellipsis {
			return m.setItem(th, m.off, x)
		}
		th.TypeError("invalid indexing of 0-dim memory")
		return false
	}
	if isIndex(key) && len(m.shape) > 1 {
		th.Raise(&NotImplementedErrorType, "sub-views are not implemented")
		return false
	}
	off, found, ok := m.place(th, key)
	if !ok {
		return false
	}
	if found {
		return m.setItem(th, off, x)
	}
	if sl, ok := AsSlice(key); ok && len(m.shape) == 1 {
		return m.setSlice(th, sl, x)
	}
	_, isSlice := AsSlice(key)
	if t, ok := AsTuple(key); isSlice || ok && allSlices(t.Items) {
		th.Raise(&NotImplementedErrorType, "memoryview slice assignments are currently restricted to ndim = 1")
		return false
	}
	th.TypeError("memoryview: invalid slice key")
	return false
}

func (m *MemoryView) setSlice(th *Thread, sl *Slice, x Value) bool {
	if x.H.Shape.Type.Buffer == nil {
		th.TypeError("a bytes-like object is required, not '%s'", x.Type().TPName())
		return false
	}
	src := NewMemoryView(th, x)
	if src.H == nil {
		return false
	}
	s := (*MemoryView)(src.Ptr())
	defer s.Release(th)
	n, ok := m.slice(th, sl)
	if !ok {
		return false
	}
	defer n.Release(th)
	if !m.check(th) {
		return false
	}
	if formatChar(s.format) != formatChar(n.format) || len(s.shape) != 1 || s.shape[0] != n.shape[0] {
		th.ValueError("memoryview assignment: lvalue and rvalue have different structures")
		return false
	}
	data := s.bytes()
	n.each(func(off int) bool {
		copy(n.mem[off:off+n.itemsize], data)
		data = data[n.itemsize:]
		return true
	})
	return true
}

func memoryViewCompare(th *Thread, a, b Value, op CmpOp) Value {
	if op != CmpEQ && op != CmpNE {
		return NotImplemented
	}
	m := (*MemoryView)(a.Ptr())
	if m.released {
		return Bool((a == b) == (op == CmpEQ))
	}
	o, ok := asMemoryView(b)
	if !ok {
		if b.H.Shape.Type.Buffer == nil {
			return NotImplemented
		}
		v := NewMemoryView(th, b)
		if v.H == nil {
			return v
		}
		o = (*MemoryView)(v.Ptr())
		defer o.Release(th)
	} else if o.released {
		return Bool(op == CmpNE)
	}
	eq, ok := m.equal(th, o)
	if !ok {
		return Value{}
	}
	return Bool(eq == (op == CmpEQ))
}

func (m *MemoryView) equal(th *Thread, o *MemoryView) (eq, ok bool) {
	if len(m.shape) != len(o.shape) {
		return false, true
	}
	for i := range m.shape {
		if m.shape[i] != o.shape[i] {
			return false, true
		}
		if m.shape[i] == 0 {
			return true, true
		}
	}
	c, d := formatChar(m.format), formatChar(o.format)
	if c == 0 || d == 0 {
		return m == o, true
	}
	if c == d && c != 'f' && c != 'd' && c != 'e' && c != '?' {
		return bytes.Equal(m.bytes(), o.bytes()), true
	}
	var offs []int
	o.each(func(off int) bool { offs = append(offs, off); return true })
	i := 0
	ok = true
	eq = m.each(func(off int) bool {
		same := false
		x, y := m.item(th, off), o.item(th, offs[i])
		i++
		if f, isFloat := x.ExactFloat(); isFloat && math.IsNaN(f) {
			return false
		}
		same, ok = th.CompareBool(x, y, CmpEQ)
		return same && ok
	})
	return eq, ok
}
