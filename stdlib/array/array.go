// Package arraymod is Python's array module: arrays of machine numbers.
package arraymod

import (
	"encoding/binary"
	"math"
	"slices"

	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// array is an array.array: its items as bytes in the machine's (little-endian) order.
type array struct {
	object.Header
	code byte
	size int
	b    []byte
}

// ArrayType is array.array.
var ArrayType object.Type

const typeCodes = "bBuwhHiIlLqQfd"

var itemSizes = map[byte]int{'b': 1, 'B': 1, 'u': 4, 'w': 4, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	m.AddTypes(&ArrayType)
	m.Set("ArrayType", ArrayType.V())
	m.Set("typecodes", object.StrValue(typeCodes))
	return true
}

func of(v value) *array { return (*array)(v.Ptr()) }

func as(v value) (*array, bool) {
	if v.Is(&ArrayType) {
		return of(v), true
	}
	return nil, false
}

func init() {
	object.Define(&ArrayType, object.Spec{Name: "array.array", Flags: object.FlagSequence, Alloc: object.Allocator[array](), Sig: "typecode, initializer=<unrepresentable>, /",
		Doc: "Return a new array whose items are restricted by typecode, and\ninitialized from the optional initializer value.",
		Slots: object.Slots{New: newArray, Repr: repr, Compare: compare,
			Len:     func(th *thread, v value) (int, bool) { return of(v).len(), true },
			GetItem: getItem, SetItem: setItem, Concat: concat, InPlaceConcat: extendInPlace, Repeat: repeat, Contains: contains,
			Buffer: func(th *thread, v value) (*object.Buffer, bool) {
				return &object.Buffer{Bytes: of(v).b, Format: string(rune(of(v).code)), Release: func() {}}, true
			},
		},
		Methods: methods,
		Getset: []object.Getset{
			{Name: "typecode", Doc: "the typecode character used to create the array", Get: func(th *thread, v value) value { return object.CharValue(rune(of(v).code)) }},
			{Name: "itemsize", Doc: "the size, in bytes, of one array item", Get: func(th *thread, v value) value { return object.Int(int64(of(v).size)) }},
		},
	})
}

func (a *array) len() int { return len(a.b) / a.size }

func (a *array) at(i int) []byte { return a.b[i*a.size : (i+1)*a.size] }

// get returns item i.
func (a *array) get(i int) value {
	b := a.at(i)
	switch a.code {
	case 'f':
		return object.Float(float64(math.Float32frombits(binary.LittleEndian.Uint32(b))))
	case 'd':
		return object.Float(math.Float64frombits(binary.LittleEndian.Uint64(b)))
	case 'u', 'w':
		return object.CharValue(rune(binary.LittleEndian.Uint32(b)))
	}
	var w [8]byte
	copy(w[:], b)
	u := binary.LittleEndian.Uint64(w[:])
	if a.code < 'a' {
		return object.IntFromUint64(u)
	}
	shift := 64 - 8*a.size
	return object.Int(int64(u<<shift) >> shift)
}

// names of the C types in error texts.
var typeNames = map[byte]string{'b': "signed char", 'B': "unsigned byte integer", 'h': "signed short integer", 'H': "unsigned short",
	'i': "signed integer", 'I': "unsigned int", 'l': "signed long", 'L': "unsigned long", 'q': "signed long long", 'Q': "unsigned long long"}

// encode appends x, converted to the item type, to dst.
func (a *array) encode(th *thread, dst []byte, x value) ([]byte, bool) {
	switch a.code {
	case 'f', 'd':
		f, ok := th.AsFloat64(x)
		if !ok {
			return nil, false
		}
		if a.code == 'f' {
			return binary.LittleEndian.AppendUint32(dst, math.Float32bits(float32(f))), true
		}
		return binary.LittleEndian.AppendUint64(dst, math.Float64bits(f)), true
	case 'u', 'w':
		s, ok := object.AsStr(x)
		if !ok {
			th.TypeError("array item must be a unicode character, not %s", x.Type().TPName())
			return nil, false
		}
		if s.Len() != 1 {
			th.TypeError("array item must be a string of length 1, not a string of length %d", s.Len())
			return nil, false
		}
		r, _ := object.DecodeRune(s.Go())
		return binary.LittleEndian.AppendUint32(dst, uint32(r)), true
	}
	return a.encodeInt(th, dst, x)
}

func (a *array) encodeInt(th *thread, dst []byte, x value) ([]byte, bool) {
	n := th.Index(x)
	if n.H == nil {
		return nil, false
	}
	i, fits := object.AsInt64(n)
	u := uint64(i)
	bits := 8 * a.size
	if a.code < 'a' {
		if !fits {
			big, _ := object.BigOf(n)
			if !big.IsUint64() || bits < 64 {
				return nil, a.outOfRange(th, big.Sign() < 0)
			}
			u = big.Uint64()
		} else if i < 0 || bits < 64 && u>>bits != 0 {
			return nil, a.outOfRange(th, i < 0)
		}
	} else if !fits || bits < 64 && (i < -1<<(bits-1) || i >= 1<<(bits-1)) {
		neg := i < 0
		if !fits {
			big, _ := object.BigOf(n)
			neg = big.Sign() < 0
		}
		return nil, a.outOfRange(th, neg)
	}
	var w [8]byte
	binary.LittleEndian.PutUint64(w[:], u)
	return append(dst, w[:a.size]...), true
}

func (a *array) outOfRange(th *thread, less bool) bool {
	switch a.code {
	case 'l':
		th.OverflowError("Python int too large to convert to C long")
	case 'q':
		th.OverflowError("int too big to convert")
	case 'L', 'Q':
		if less {
			th.OverflowError("can't convert negative value to unsigned int")
		} else {
			th.OverflowError("int too big to convert")
		}
	default:
		word := "greater than maximum"
		if less {
			word = "less than minimum"
		}
		th.OverflowError("%s is %s", typeNames[a.code], word)
	}
	return false
}

func newLike(a *array, b []byte) value {
	n := &array{object.Header{Shape: &ArrayType.Root}, a.code, a.size, b}
	return object.ObjectValue(&n.Header)
}

func newArray(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	if len(kw) > 0 && t == &ArrayType {
		return th.TypeError("array.array() takes no keyword arguments")
	}
	args = args[:len(args)-len(kw)]
	if len(args) < 1 || len(args) > 2 {
		return th.TypeError("array() takes at least 1 argument (%d given)", len(args))
	}
	s, ok := object.AsStr(args[0])
	if !ok || s.Len() != 1 {
		return th.TypeError("array() argument 1 must be a unicode character, not %s", args[0].Type().TPName())
	}
	size := itemSizes[s.Go()[0]]
	if size == 0 || len(s.Go()) != 1 {
		return th.ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
	}
	if warn := th.Interp.Hooks.Warn; s.Go() == "u" && warn != nil && !warn(th, &object.DeprecationWarningType, "The 'u' type code is deprecated and will be removed in Python 3.16", 1) {
		return value{}
	}
	o := t.Allocate()
	a := of(o)
	a.code, a.size = s.Go()[0], size
	if len(args) == 2 && !a.fill(th, args[1]) {
		return value{}
	}
	return o
}

// fill adds the items of an initializer: bytes are raw memory.
func (a *array) fill(th *thread, init value) bool {
	if b, ok := object.AsBytes(init); ok {
		return a.addBytes(th, b.B)
	}
	if b, ok := object.AsByteArray(init); ok {
		return a.addBytes(th, b.B)
	}
	if _, ok := object.AsStr(init); ok && a.code != 'u' && a.code != 'w' {
		th.TypeError("cannot use a str to initialize an array with typecode '%c'", a.code)
		return false
	}
	return a.extend(th, plain(init))
}

// plain returns the items of a list or tuple, of whatever subclass, as a tuple; anything else as it is.
func plain(v value) value {
	if l, ok := object.AsList(v); ok {
		return object.NewTuple(slices.Clone(l.Items)).V()
	}
	if t, ok := object.AsTuple(v); ok {
		return object.NewTuple(t.Items).V()
	}
	return v
}

func (a *array) addBytes(th *thread, b []byte) bool {
	if len(b)%a.size != 0 {
		th.ValueError("bytes length not a multiple of item size")
		return false
	}
	a.b = append(a.b, b...)
	return true
}

func (a *array) extend(th *thread, items value) bool {
	if o, ok := as(items); ok {
		if o.code != a.code {
			th.TypeError("can only extend with array of same kind")
			return false
		}
		a.b = append(a.b, o.b...)
		return true
	}
	raised := false
	th.Exc = value{}
	ok := th.ForEach(items, func(x value) bool {
		b, ok := a.encode(th, a.b, x)
		if raised = !ok; ok {
			a.b = b
		}
		return ok
	})
	return ok && !raised
}

func repr(th *thread, v value) value {
	a := of(v)
	head := v.Type().Name + "('" + string(rune(a.code)) + "'"
	if a.len() == 0 {
		return object.StrValue(head + ")")
	}
	var content value
	if a.code == 'u' || a.code == 'w' {
		content = object.StrValue(a.text())
	} else {
		content = a.list()
	}
	s, ok := th.Repr(content)
	if !ok {
		return value{}
	}
	return object.StrValue(head + ", " + s + ")")
}

func (a *array) text() string {
	var b []byte
	for i := range a.len() {
		b = object.AppendRune(b, rune(binary.LittleEndian.Uint32(a.at(i))))
	}
	return string(b)
}

func (a *array) list() value {
	items := make([]value, a.len())
	for i := range items {
		items[i] = a.get(i)
	}
	return object.NewList(items).V()
}

func compare(th *thread, x, y value, op object.CmpOp) value {
	b, ok := as(y)
	if !ok {
		return object.NotImplemented
	}
	return th.Compare(of(x).list(), b.list(), op)
}

func contains(th *thread, v, x value) (bool, bool) {
	a := of(v)
	for i := 0; i < a.len(); i++ {
		if eq, ok := th.Equal(a.get(i), x); !ok || eq {
			return eq, ok
		}
	}
	return false, true
}

func (a *array) index(th *thread, k value, text string) (int, bool) {
	i, ok := th.AsIndex(k, &object.IndexErrorType)
	if !ok {
		return 0, false
	}
	if i < 0 {
		i += a.len()
	}
	if i < 0 || i >= a.len() {
		th.IndexError("%s", text)
		return 0, false
	}
	return i, true
}

func getItem(th *thread, v, k value) value {
	a := of(v)
	if k.IsExact(&object.SliceType) {
		sl, _ := object.AsSlice(k)
		start, _, step, n, ok := th.SliceIndices(sl, a.len)
		if !ok {
			return value{}
		}
		b := make([]byte, 0, n*a.size)
		for i := range n {
			b = append(b, a.at(start+i*step)...)
		}
		return newLike(a, b)
	}
	if !object.IsInt(k) && k.Type().Index == nil {
		return th.TypeError("array indices must be integers")
	}
	i, ok := a.index(th, k, "array index out of range")
	if !ok {
		return value{}
	}
	return a.get(i)
}

func setItem(th *thread, v, k, x value) bool {
	a := of(v)
	if k.IsExact(&object.SliceType) {
		return a.setSlice(th, k, x)
	}
	if !object.IsInt(k) && k.Type().Index == nil {
		th.TypeError("array indices must be integers")
		return false
	}
	i, ok := a.index(th, k, "array assignment index out of range")
	if !ok {
		return false
	}
	if x.H == nil {
		a.b = slices.Delete(a.b, i*a.size, (i+1)*a.size)
		return true
	}
	b, ok := a.encode(th, nil, x)
	if ok && i < a.len() { // else the conversion of x took the item away
		copy(a.at(i), b)
	}
	return ok
}

// setSlice goes by way of a list of items, for which slice assignment is known.
func (a *array) setSlice(th *thread, k, x value) bool {
	l := a.list()
	if x.H != nil {
		o, ok := as(x)
		if !ok {
			th.TypeError("can only assign array (not \"%s\") to array slice", x.Type().TPName())
			return false
		}
		if o.code != a.code {
			th.TypeError("bad argument type for built-in operation")
			return false
		}
		x = o.list()
	}
	if !th.SetItem(l, k, x) {
		return false
	}
	a.b = a.b[:0:0]
	return a.extend(th, l)
}

func concat(th *thread, v, x value) value {
	a := of(v)
	o, ok := as(x)
	if !ok {
		return th.TypeError("can only append array (not \"%s\") to array", x.Type().TPName())
	}
	if o.code != a.code {
		return th.TypeError("bad argument type for built-in operation")
	}
	return newLike(a, append(slices.Clone(a.b), o.b...))
}

func extendInPlace(th *thread, v, x value) value {
	if _, ok := as(x); !ok {
		return th.TypeError("can only extend with array (not \"%s\")", x.Type().TPName())
	}
	if !of(v).extend(th, x) {
		return value{}
	}
	return v
}

func repeat(th *thread, v, n value) value {
	a := of(v)
	k, ok := th.AsIndex(n, &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	k = max(k, 0)
	if len(a.b) > 0 && (k > math.MaxInt32 || !th.CheckSize(k*len(a.b))) {
		return th.MemoryError()
	}
	b := make([]byte, 0, k*len(a.b))
	for range k {
		b = append(b, a.b...)
	}
	return newLike(a, b)
}
