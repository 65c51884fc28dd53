// Package arraymod is Python's array module: arrays of machine numbers.
package arraymod

import (
	"encoding/binary"
	"math"
	"slices"
	"unicode"

	"pyasync/eval"
	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// array is an array.array: its items as bytes in the machine's (little-endian) order.
type array struct {
	object.Header
	code    byte
	size    int
	b       []byte
	exports int // buffers of it in use: they fix its size
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
	m.AddFuncs(functions)
	return registerSequence(th)
}

// registerSequence makes array a MutableSequence.
func registerSequence(th *thread) bool {
	abcs := eval.Import(th, "_collections_abc")
	if abcs.H == nil {
		return false
	}
	class := th.GetAttrName(abcs, "MutableSequence")
	return class.H != nil && th.CallMethod(class, object.NewStr("register"), ArrayType.V()).H != nil
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
			GetItem: getItem, SetItem: setItem, Concat: concat, InPlaceConcat: extendInPlace, Repeat: repeat, InPlaceRepeat: repeatInPlace, Contains: contains,
			Iter: iterate, Buffer: export,
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

// get returns item i: memory that came as bytes may hold what is no character.
func (a *array) get(th *thread, i int) value {
	b := a.at(i)
	switch a.code {
	case 'f':
		return object.Float(float64(math.Float32frombits(binary.LittleEndian.Uint32(b))))
	case 'd':
		return object.Float(math.Float64frombits(binary.LittleEndian.Uint64(b)))
	case 'u', 'w':
		r := a.codePoint(i)
		if r > unicode.MaxRune {
			return th.ValueError("chr() arg not in range(0x110000)")
		}
		return object.CharValue(rune(r))
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
		if less && a.code == 'L' {
			th.OverflowError("can't convert negative value to unsigned int")
		} else if less {
			th.OverflowError("can't convert negative int to unsigned")
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
	n := &array{object.Header{Shape: &ArrayType.Root}, a.code, a.size, b, 0}
	return object.ObjectValue(&n.Header)
}

func newArray(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	if len(kw) > 0 && (t == &ArrayType || !overridesInit(th, t)) {
		return th.TypeError("array.array() takes no keyword arguments")
	}
	args = args[:len(args)-len(kw)]
	if len(args) < 1 {
		return th.TypeError("array() takes at least 1 argument (%d given)", len(args))
	}
	if len(args) > 2 {
		return th.TypeError("array() takes at most 2 arguments (%d given)", len(args))
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

// overridesInit reports whether a subclass has an __init__ of its own, which may take keywords.
func overridesInit(th *thread, t *object.Type) bool {
	init := object.NewStr("__init__")
	return th.Lookup(t, init) != th.Lookup(&ArrayType, init)
}

// fill adds the items of an initializer: bytes are raw memory.
func (a *array) fill(th *thread, init value) bool {
	if o, ok := as(init); ok && o.code != a.code {
		return a.convert(th, o)
	}
	if b, ok := object.AsBytes(init); ok {
		return a.addBytes(th, b.B)
	}
	if b, ok := object.AsByteArray(init); ok {
		return a.addBytes(th, b.B)
	}
	if _, ok := object.AsStr(init); ok && !a.isText() {
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

// convert adds the items of an array of another kind; characters and numbers do not mix.
func (a *array) convert(th *thread, o *array) bool {
	if o.isText() && !a.isText() {
		th.TypeError("cannot use a unicode array to initialize an array with typecode '%c'", a.code)
		return false
	}
	items := o.list(th)
	return items.H != nil && a.appendItems(th, items)
}

func (a *array) addBytes(th *thread, b []byte) bool {
	if len(b)%a.size != 0 {
		th.ValueError("bytes length not a multiple of item size")
		return false
	}
	return a.addRaw(th, b)
}

// addRaw adds whole items as they are in memory.
func (a *array) addRaw(th *thread, b []byte) bool {
	if len(b) > 0 && !a.canResize(th) {
		return false
	}
	a.b = append(a.b, b...)
	return true
}

// canResize reports whether the array may change its size; false: BufferError.
func (a *array) canResize(th *thread) bool {
	if a.exports > 0 {
		th.Raise(&object.BufferErrorType, "cannot resize an array that is exporting buffers")
		return false
	}
	return true
}

func export(th *thread, v value) (*object.Buffer, bool) {
	a := of(v)
	format := a.code
	if format == 'u' {
		format = 'w'
	}
	a.exports++
	return &object.Buffer{Bytes: a.b, Format: string(rune(format)), Release: func() { a.exports-- }}, true
}

func (a *array) isText() bool { return a.code == 'u' || a.code == 'w' }

func (a *array) extend(th *thread, items value) bool {
	if o, ok := as(items); ok {
		if o.code != a.code {
			th.TypeError("can only extend with array of same kind")
			return false
		}
		return a.addRaw(th, o.b)
	}
	return a.appendItems(th, items)
}

func (a *array) appendItems(th *thread, items value) bool {
	return th.ForEach(items, func(x value) bool { return a.append(th, x) })
}

func (a *array) append(th *thread, x value) bool {
	b, ok := a.encode(th, a.b, x)
	if !ok || !a.canResize(th) {
		return false
	}
	a.b = b
	return true
}

// remove takes out item i.
func (a *array) remove(th *thread, i int) bool {
	if !a.canResize(th) {
		return false
	}
	a.b = slices.Delete(a.b, i*a.size, (i+1)*a.size)
	return true
}

func repr(th *thread, v value) value {
	a := of(v)
	head := v.Type().Name + "('" + string(rune(a.code)) + "'"
	if a.len() == 0 {
		return object.StrValue(head + ")")
	}
	var content value
	if a.isText() {
		content = a.text(th)
	} else {
		content = a.list(th)
	}
	if content.H == nil {
		return content
	}
	s, ok := th.Repr(content)
	if !ok {
		return value{}
	}
	return object.StrValue(head + ", " + s + ")")
}

func (a *array) text(th *thread) value {
	var b []byte
	for i := range a.len() {
		r := a.codePoint(i)
		if r > unicode.MaxRune {
			return th.ValueError("character U+%x is not in range [U+0000; U+10ffff]", r)
		}
		b = object.AppendRune(b, rune(r))
	}
	return object.StrFromBytes(b)
}

func (a *array) codePoint(i int) uint32 { return binary.LittleEndian.Uint32(a.at(i)) }

func (a *array) list(th *thread) value {
	items := make([]value, a.len())
	for i := range items {
		if items[i] = a.get(th, i); items[i].H == nil {
			return value{}
		}
	}
	return object.NewList(items).V()
}

func (a *array) equal(th *thread, i int, x value) (same, ok bool) {
	item := a.get(th, i)
	if item.H == nil {
		return false, false
	}
	return th.Equal(item, x)
}

func compare(th *thread, x, y value, op object.CmpOp) value {
	b, ok := as(y)
	if !ok {
		return object.NotImplemented
	}
	a := of(x)
	if a.len() != b.len() && (op == object.CmpEQ || op == object.CmpNE) {
		return object.Bool(op == object.CmpNE)
	}
	for i := 0; i < a.len() && i < b.len(); i++ {
		// By value alone: an item read twice is no one object, so a NaN differs from itself.
		left, right := a.get(th, i), b.get(th, i)
		if a.isText() && a.code == b.code {
			th.Exc = value{} // as numbers even what are no characters compare
			left, right = object.Int(int64(a.codePoint(i))), object.Int(int64(b.codePoint(i)))
		}
		if left.H == nil || right.H == nil {
			return value{}
		}
		same := th.Compare(left, right, object.CmpEQ)
		if same.H == nil {
			return same
		}
		if equal, ok := th.Truth(same); !ok {
			return value{}
		} else if !equal {
			if op == object.CmpEQ || op == object.CmpNE {
				return object.Bool(op == object.CmpNE)
			}
			return th.Compare(left, right, op)
		}
	}
	return th.Compare(object.Int(int64(a.len())), object.Int(int64(b.len())), op)
}

func contains(th *thread, v, x value) (bool, bool) {
	a := of(v)
	for i := 0; i < a.len(); i++ {
		if eq, ok := a.equal(th, i, x); !ok || eq {
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
	return a.get(th, i)
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
		return a.remove(th, i)
	}
	b, ok := a.encode(th, nil, x)
	if ok && i < a.len() { // else the conversion of x took the item away
		copy(a.at(i), b)
	}
	return ok
}

// setSlice goes by way of a list of items, for which slice assignment is known.
func (a *array) setSlice(th *thread, k, x value) bool {
	l := a.list(th)
	if l.H == nil {
		return false
	}
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
		sl, _ := object.AsSlice(k)
		if _, _, step, n, ok := th.SliceIndices(sl, a.len); !ok || step != 1 && n != o.len() {
			if ok {
				th.ValueError("attempt to assign array of size %d to extended slice of size %d", o.len(), n)
			}
			return false
		}
		if x = o.list(th); x.H == nil {
			return false
		}
	}
	size := a.len()
	if !th.SetItem(l, k, x) {
		return false
	}
	n, ok := th.Len(l)
	if !ok || n != size && !a.canResize(th) {
		return false
	}
	fresh := array{code: a.code, size: a.size}
	if !fresh.appendItems(th, l) {
		return false
	}
	if n == size {
		copy(a.b, fresh.b) // buffers keep seeing it
	} else {
		a.b = fresh.b
	}
	return true
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
	b, ok := of(v).repeated(th, n)
	if !ok {
		return value{}
	}
	return newLike(of(v), b)
}

func repeatInPlace(th *thread, v, n value) value {
	a := of(v)
	b, ok := a.repeated(th, n)
	if !ok || len(b) != len(a.b) && !a.canResize(th) {
		return value{}
	}
	if len(b) != len(a.b) {
		a.b = b
	}
	return v
}

func (a *array) repeated(th *thread, n value) ([]byte, bool) {
	k, ok := th.AsIndex(n, &object.OverflowErrorType)
	if !ok {
		return nil, false
	}
	k = max(k, 0)
	if len(a.b) > 0 && (k > math.MaxInt32 || !th.CheckSize(k*len(a.b))) {
		th.MemoryError()
		return nil, false
	}
	b := make([]byte, 0, k*len(a.b))
	for range k {
		b = append(b, a.b...)
	}
	return b, true
}
