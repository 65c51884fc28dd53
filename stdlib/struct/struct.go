// Package structmod is Python's struct module.
package structmod

import (
	"encoding/binary"
	"math"

	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// ErrorType is struct.error.
var ErrorType, structType, iterType object.Type

// structObject is a compiled format, struct.Struct.
type structObject struct {
	object.Header
	l *layout
}

// unpackIterator is the iterator of iter_unpack.
type unpackIterator struct {
	object.Header
	l    *layout
	data []byte
}

// cache keeps the formats an interpreter has compiled.
type cache struct{ layouts map[string]*layout }

type cacheKey struct{}

const cacheSize = 100

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	th.Interp.SetExt(cacheKey{}, &cache{map[string]*layout{}})
	m.HasCore("_struct")
	m.AddFuncs(functions)
	m.Set("Struct", structType.V())
	m.Set("error", ErrorType.V())
	return true
}

func init() {
	object.Define(&ErrorType, object.Spec{Name: "struct.error", Base: &object.ExceptionType})
	methods := []object.Method{
		{Name: "pack", Doc: "S.pack(v1, v2, ...) -> bytes", Raw: func(th *thread, self value, a []value, kw []*object.Str) value {
			if len(kw) > 0 {
				return th.TypeError("Struct.pack() takes no keyword arguments")
			}
			return of(self).pack(th, "pack", a)
		}},
		{Name: "unpack", Sig: "buffer, /", Doc: "Return a tuple containing unpacked values.", F1: func(th *thread, self, data value) value { return of(self).unpack(th, data) }},
		{Name: "unpack_from", Sig: "buffer, offset=0", Doc: "Return a tuple containing unpacked values.", F: func(th *thread, self value, a []value) value {
			return of(self).unpackFrom(th, a[0], a[1])
		}},
		{Name: "iter_unpack", Sig: "buffer, /", Doc: "Return an iterator yielding tuples.", F1: func(th *thread, self, data value) value { return of(self).iterUnpack(th, data) }},
		{Name: "pack_into", Doc: "S.pack_into(buffer, offset, v1, v2, ...)", Raw: func(th *thread, self value, a []value, kw []*object.Str) value {
			if len(kw) > 0 {
				return th.TypeError("Struct.pack_into() takes no keyword arguments")
			}
			return of(self).packInto(th, a)
		}},
	}
	object.Define(&structType, object.Spec{Name: "_struct.Struct", Sig: "format", Alloc: object.Allocator[structObject](), Doc: "Struct(fmt) --> compiled struct object",
		Slots: object.Slots{New: newStruct, Init: initStruct, Repr: func(th *thread, v value) value {
			r, _ := th.Repr(object.StrValue(of(v).text))
			return object.StrValue(v.Type().Name + "(" + r + ")")
		}},
		Methods: methods,
		Getset: []object.Getset{
			{Name: "format", Doc: "struct format string", Get: func(th *thread, v value) value { return object.StrValue(of(v).text) }},
			{Name: "size", Doc: "struct size in bytes", Get: func(th *thread, v value) value { return object.Int(int64(of(v).size)) }},
		},
	})
	object.Define(&iterType, object.Spec{Name: "_struct.unpack_iterator", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[unpackIterator](),
		Slots: object.Slots{
			Iter: func(th *thread, v value) value { return v },
			Next: func(th *thread, v value) value {
				it := (*unpackIterator)(v.Ptr())
				if len(it.data) < it.l.size {
					return value{}
				}
				r := it.l.unpackBytes(it.data)
				it.data = it.data[it.l.size:]
				return r
			},
		},
		Methods: []object.Method{{Name: "__length_hint__", F0: func(th *thread, v value) value {
			it := (*unpackIterator)(v.Ptr())
			return object.Int(int64(len(it.data) / it.l.size))
		}}},
	})
}

func of(v value) *layout { return (*structObject)(v.Ptr()).l }

var structSig = object.ParseSignature("format")

// newStruct leaves the format to __init__, which subclasses call with what they like.
func newStruct(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	o := t.Allocate()
	(*structObject)(o.Ptr()).l = &layout{order: binary.LittleEndian}
	return o
}

func initStruct(th *thread, self value, args []value, kw []*object.Str) bool {
	w := th.Window(1)
	defer th.Release(w)
	if !structSig.Bind(th, "Struct", args, kw, w) {
		return false
	}
	l, ok := layoutOf(th, w[0])
	if ok {
		(*structObject)(self.Ptr()).l = l
	}
	return ok
}

// layoutOf compiles a format given as str or bytes, or finds it in the cache.
func layoutOf(th *thread, format value) (*layout, bool) {
	text, ok := object.GoString(format)
	if !ok {
		b, isBytes := object.AsBytes(format)
		if !isBytes {
			th.TypeError("Struct() argument 1 must be a str or bytes object, not %s", format.Type().TPName())
			return nil, false
		}
		text = string(b.B)
	}
	c := th.Interp.Ext(cacheKey{}).(*cache)
	if l := c.layouts[text]; l != nil {
		return l, true
	}
	l, ok := compile(th, text)
	if ok {
		if len(c.layouts) >= cacheSize {
			clear(c.layouts)
		}
		c.layouts[text] = l
	}
	return l, ok
}

var functions = []object.Method{
	{Name: "calcsize", Sig: "format, /", Doc: "Return size in bytes of the struct described by the format string.", F1: func(th *thread, _, f value) value {
		l, ok := layoutOf(th, f)
		if !ok {
			return value{}
		}
		return object.Int(int64(l.size))
	}},
	{Name: "pack", Doc: "pack(format, v1, v2, ...) -> bytes", Raw: func(th *thread, _ value, a []value, kw []*object.Str) value {
		if len(kw) > 0 {
			return th.TypeError("_struct.pack() takes no keyword arguments")
		}
		if len(a) == 0 {
			return th.TypeError("missing format argument")
		}
		l, ok := layoutOf(th, a[0])
		if !ok {
			return value{}
		}
		return l.pack(th, "pack", a[1:])
	}},
	{Name: "pack_into", Doc: "pack_into(format, buffer, offset, v1, v2, ...)", Raw: func(th *thread, _ value, a []value, kw []*object.Str) value {
		if len(kw) > 0 {
			return th.TypeError("_struct.pack_into() takes no keyword arguments")
		}
		if len(a) == 0 {
			return th.TypeError("missing format argument")
		}
		l, ok := layoutOf(th, a[0])
		if !ok {
			return value{}
		}
		return l.packInto(th, a[1:])
	}},
	{Name: "unpack", Sig: "format, buffer, /", Doc: "Return a tuple containing values unpacked according to the format string.", F2: func(th *thread, _, f, data value) value {
		l, ok := layoutOf(th, f)
		if !ok {
			return value{}
		}
		return l.unpack(th, data)
	}},
	{Name: "unpack_from", Sig: "format, /, buffer, offset=0", Doc: "Return a tuple containing values unpacked according to the format string.", F: func(th *thread, _ value, a []value) value {
		l, ok := layoutOf(th, a[0])
		if !ok {
			return value{}
		}
		return l.unpackFrom(th, a[1], a[2])
	}},
	{Name: "iter_unpack", Sig: "format, buffer, /", Doc: "Return an iterator yielding tuples unpacked from the given bytes.", F2: func(th *thread, _, f, data value) value {
		l, ok := layoutOf(th, f)
		if !ok {
			return value{}
		}
		return l.iterUnpack(th, data)
	}},
	{Name: "_clearcache", F0: func(th *thread, _ value) value {
		clear(th.Interp.Ext(cacheKey{}).(*cache).layouts)
		return object.None
	}},
}

func (l *layout) pack(th *thread, fn string, args []value) value {
	if len(args) != l.values {
		return structError(th, "%s expected %d items for packing (got %d)", fn, l.values, len(args))
	}
	if !th.CheckSize(l.size) {
		return value{}
	}
	b := make([]byte, l.size)
	if !l.packBytes(th, b, args) {
		return value{}
	}
	return object.BytesValue(b)
}

func (l *layout) packBytes(th *thread, b []byte, args []value) bool {
	for i := range l.items {
		it := &l.items[i]
		at := b[it.offset:]
		switch it.code {
		case 'x':
			clear(at[:it.count])
			continue
		case 's', 'p':
			if !packText(th, at, it, args[0]) {
				return false
			}
			args = args[1:]
			continue
		}
		for k := range it.count {
			if !l.packOne(th, at[k*it.size:], it, args[k]) {
				return false
			}
		}
		args = args[it.count:]
	}
	return true
}

func packText(th *thread, b []byte, it *item, v value) bool {
	var data []byte
	if x, ok := object.AsBytes(v); ok {
		data = x.B
	} else if x, ok := object.AsByteArray(v); ok {
		data = x.B
	} else {
		structError(th, "argument for '%c' must be a bytes object", it.code)
		return false
	}
	clear(b[:it.count])
	if it.code == 's' {
		copy(b[:it.count], data)
	} else if it.count > 0 {
		n := copy(b[1:it.count], data)
		b[0] = byte(min(n, 255))
	}
	return true
}

func (l *layout) packOne(th *thread, b []byte, it *item, v value) bool {
	switch it.code {
	case 'c':
		if x, ok := object.AsBytes(v); ok && len(x.B) == 1 {
			b[0] = x.B[0]
			return true
		}
		structError(th, "char format requires a bytes object of length 1")
		return false
	case '?':
		t, ok := th.Truth(v)
		b[0] = 0
		if t {
			b[0] = 1
		}
		return ok
	case 'e', 'f', 'd':
		return l.packFloat(th, b, it, v)
	}
	return l.packInt(th, b, it, v)
}

func (l *layout) packInto(th *thread, a []value) value {
	switch len(a) {
	case 0:
		return structError(th, "pack_into expected buffer argument")
	case 1:
		return structError(th, "pack_into expected offset argument")
	}
	if len(a)-2 != l.values {
		return structError(th, "pack_into expected %d items for packing (got %d)", l.values, len(a)-2)
	}
	t := a[0].Type()
	if t.Buffer == nil {
		return th.TypeError("a bytes-like object is required, not '%s'", t.TPName())
	}
	buf, ok := t.Buffer(th, a[0])
	if !ok {
		return value{}
	}
	if buf.Release != nil {
		defer buf.Release()
	}
	if buf.ReadOnly {
		return th.TypeError("argument must be read-write bytes-like object, not %s", t.TPName())
	}
	off, ok := th.AsIndex(a[1], &object.IndexErrorType)
	if !ok {
		return value{}
	}
	n := len(buf.Bytes)
	if off < 0 {
		if off+l.size > 0 {
			return structError(th, "no space to pack %d bytes at offset %d", l.size, off)
		}
		if off+n < 0 {
			return structError(th, "offset %d out of range for %d-byte buffer", off, n)
		}
		off += n
	}
	if n-off < l.size {
		return structError(th, "pack_into requires a buffer of at least %d bytes for packing %d bytes at offset %d (actual buffer size is %d)", uint64(off)+uint64(l.size), l.size, off, n)
	}
	if !l.packBytes(th, buf.Bytes[off:off+l.size], a[2:]) {
		return value{}
	}
	return object.None
}

func (l *layout) unpack(th *thread, data value) value {
	b, release, ok := object.AsBytesLike(th, data)
	if !ok {
		return value{}
	}
	defer release()
	if len(b) != l.size {
		return structError(th, "unpack requires a buffer of %d bytes", l.size)
	}
	return l.unpackBytes(b)
}

func (l *layout) unpackFrom(th *thread, data, offset value) value {
	off := 0
	if offset.H != nil {
		var ok bool
		if off, ok = th.AsIndex(offset, &object.IndexErrorType); !ok {
			return value{}
		}
	}
	b, release, ok := object.AsBytesLike(th, data)
	if !ok {
		return value{}
	}
	defer release()
	n := len(b)
	if off < 0 {
		if off+l.size > 0 {
			return structError(th, "not enough data to unpack %d bytes at offset %d", l.size, off)
		}
		if off+n < 0 {
			return structError(th, "offset %d out of range for %d-byte buffer", off, n)
		}
		off += n
	}
	if n-off < l.size {
		return structError(th, "unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at offset %d (actual buffer size is %d)", uint64(off)+uint64(l.size), l.size, off, n)
	}
	return l.unpackBytes(b[off:])
}

func (l *layout) iterUnpack(th *thread, data value) value {
	if l.size == 0 {
		return structError(th, "cannot iteratively unpack with a struct of length 0")
	}
	b, release, ok := object.AsBytesLike(th, data)
	if !ok {
		return value{}
	}
	defer release()
	if len(b)%l.size != 0 {
		return structError(th, "iterative unpacking requires a buffer of a multiple of %d bytes", l.size)
	}
	it := &unpackIterator{Header: object.Header{Shape: &iterType.Root}, l: l, data: append([]byte(nil), b...)}
	return object.ObjectValue(&it.Header)
}

func (l *layout) unpackBytes(b []byte) value {
	out := make([]value, 0, l.values)
	for i := range l.items {
		it := &l.items[i]
		at := b[it.offset:]
		switch it.code {
		case 'x':
			continue
		case 's':
			out = append(out, object.BytesValue(append([]byte(nil), at[:it.count]...)))
			continue
		case 'p':
			n := 0
			if it.count > 0 {
				n = min(int(at[0]), it.count-1)
				at = at[1:]
			}
			out = append(out, object.BytesValue(append([]byte(nil), at[:n]...)))
			continue
		}
		for k := range it.count {
			out = append(out, l.unpackOne(at[k*it.size:], it))
		}
	}
	return object.NewTuple(out).V()
}

func (l *layout) unpackOne(b []byte, it *item) value {
	switch it.code {
	case 'c':
		return object.BytesValue([]byte{b[0]})
	case '?':
		return object.Bool(b[0] != 0)
	case 'd':
		return object.Float(math.Float64frombits(l.order.Uint64(b)))
	case 'f':
		return object.Float(float64(math.Float32frombits(l.order.Uint32(b))))
	case 'e':
		return object.Float(fromHalf(l.order.Uint16(b)))
	case 'B', 'H', 'I', 'L', 'Q', 'N', 'P':
		return object.IntFromUint64(getUint(l.order, b, it.size))
	}
	shift := 64 - 8*it.size
	return object.Int(int64(getUint(l.order, b, it.size)<<shift) >> shift)
}
