// getsizeof: the sizes that CPython would report for builtin objects, as far as they follow from their contents.
package sysmod

import (
	"pyasync/object"
)

var sSizeof = object.NewStr("__sizeof__")

func getSizeOf(th *thread, m value, a []value) value {
	if n, ok := builtinSize(th, a[0]); ok {
		return object.Int(n)
	}
	r, ok := th.CallSpecial(a[0], sSizeof)
	if !ok {
		if a[1].IsNil() {
			return th.TypeError("Type %s doesn't define __sizeof__", a[0].Type().TPName())
		}
		return a[1]
	}
	if r.IsNil() {
		if !a[1].IsNil() && th.Catch(&object.TypeErrorType) {
			return a[1]
		}
		return r
	}
	n, ok := th.AsIndex(r, &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	if n < 0 {
		return th.ValueError("__sizeof__() should return >= 0")
	}
	return object.Int(int64(n))
}

func builtinSize(th *thread, v value) (int64, bool) {
	if i, ok := v.SmallInt(); ok {
		return intSize(i), true
	}
	switch v.Type() {
	case &object.BoolType:
		return 28, true
	case &object.FloatType:
		return 24, true
	case &object.NoneType:
		return 16, true
	case &object.IntType:
		bits := int64((*object.BigInt)(v.Ptr()).Big.BitLen())
		return 24 + 4*((bits+29)/30), true
	case &object.StrType:
		return strSize(v), true
	case &object.BytesType:
		return 33 + int64(len((*object.Bytes)(v.Ptr()).B)), true
	case &object.TupleType:
		return 40 + 8*int64(len((*object.Tuple)(v.Ptr()).Items)), true
	case &object.ListType:
		return listSize(int64(len((*object.List)(v.Ptr()).Items))), true
	case &object.DictType:
		return dictSize(int64((*object.Dict)(v.Ptr()).Len())), true
	case &object.SetType, &object.FrozenSetType:
		n, ok := th.Len(v)
		return setSize(int64(n)), ok
	case &object.ObjectType:
		return 16, true
	case &object.FunctionType:
		return 160, true
	}
	if v.Type().Flags&object.FlagHeap != 0 && v.Is(&object.ObjectType) {
		return 48, th.LookupStr(v.Type(), "__sizeof__") == th.LookupStr(&object.ObjectType, "__sizeof__")
	}
	return 0, false
}

func intSize(i int64) int64 {
	if i < 0 {
		i = -i
	}
	n := int64(28)
	for i >>= 30; i != 0; i >>= 30 {
		n += 4
	}
	return n
}

func strSize(v value) int64 {
	s, _ := object.AsStr(v)
	width, base := int64(1), int64(41)
	if !s.IsASCII() {
		base = 57
		for _, r := range s.Go() {
			switch {
			case r >= 0x10000:
				width = 4
			case r >= 0x100:
				width = max(width, 2)
			}
		}
		if width > 1 {
			base = 58 + width - 2
			if width == 4 {
				base = 60
			}
		}
	}
	return base + width*int64(s.Len())
}

// listSize assumes that the list was made with its length; appending would round up.
func listSize(n int64) int64 {
	if n == 0 {
		return 56
	}
	return 56 + 8*((n+1)&^1)
}

func dictSize(n int64) int64 {
	if n == 0 {
		return 64
	}
	size := int64(8)
	for size*2/3 < n {
		size *= 2
	}
	index := size
	switch {
	case size > 1<<16:
		index = size * 4
	case size > 1<<8:
		index = size * 2
	}
	return 64 + 24 + 8 + index + size*2/3*24 - 32
}

func setSize(n int64) int64 {
	if n < 5 {
		return 216
	}
	size := int64(8)
	for size*3 <= n*5 {
		size *= 4
	}
	return 200 + 16*size
}
