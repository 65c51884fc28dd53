// The methods of arrays.
package arraymod

import (
	"bytes"
	"slices"

	"pyasync/object"
)

var methods = []object.Method{
	{Name: "append", Sig: "v, /", Doc: "Append new value v to the end of the array.", F1: func(th *thread, v, x value) value {
		return noneIf(of(v).append(th, x))
	}},
	{Name: "extend", Sig: "bb, /", Doc: "Append items to the end of the array.", F1: func(th *thread, v, x value) value {
		return noneIf(of(v).extend(th, x))
	}},
	{Name: "insert", Sig: "i, v, /", Doc: "Insert a new item v into the array before position i.", F2: func(th *thread, v, at, x value) value {
		a := of(v)
		i, ok := th.AsIndex(at, &object.OverflowErrorType)
		if !ok {
			return value{}
		}
		b, ok := a.encode(th, nil, x)
		if !ok || !a.canResize(th) {
			return value{}
		}
		if i < 0 {
			i = max(i+a.len(), 0)
		}
		a.b = slices.Insert(a.b, min(i, a.len())*a.size, b...)
		return object.None
	}},
	{Name: "pop", Sig: "i=-1, /", Doc: "Return the i-th element and delete it from the array.", F: func(th *thread, v value, args []value) value {
		a := of(v)
		if a.len() == 0 {
			return th.IndexError("pop from empty array")
		}
		k := args[0]
		if k.H == nil {
			k = object.Int(-1)
		}
		i, ok := a.index(th, k, "pop index out of range")
		if !ok {
			return value{}
		}
		x := a.get(th, i)
		if x.H == nil || !a.remove(th, i) {
			return value{}
		}
		return x
	}},
	{Name: "remove", Sig: "v, /", Doc: "Remove the first occurrence of v in the array.", F1: func(th *thread, v, x value) value {
		a := of(v)
		for i := 0; i < a.len(); i++ {
			eq, ok := a.equal(th, i, x)
			if !ok {
				return value{}
			}
			if eq {
				// Past the end: the comparison took the item away.
				return noneIf(i >= a.len() || a.remove(th, i))
			}
		}
		return th.ValueError("array.remove(x): x not in array")
	}},
	{Name: "index", Sig: "v, start=0, stop=9223372036854775807, /", Doc: "Return index of first occurrence of v in the array.", F: index},
	{Name: "count", Sig: "v, /", Doc: "Return number of occurrences of v in the array.", F1: func(th *thread, v, x value) value {
		a, n := of(v), int64(0)
		for i := 0; i < a.len(); i++ {
			eq, ok := a.equal(th, i, x)
			if !ok {
				return value{}
			}
			if eq {
				n++
			}
		}
		return object.Int(n)
	}},
	{Name: "reverse", Doc: "Reverse the order of the items in the array.", F0: func(th *thread, v value) value {
		a := of(v)
		slices.Reverse(a.b)
		for i := range a.len() { // each item's own bytes stay in order
			slices.Reverse(a.at(i))
		}
		return object.None
	}},
	{Name: "clear", Doc: "Remove all items from the array.", F0: func(th *thread, v value) value {
		a := of(v)
		if len(a.b) > 0 {
			if !a.canResize(th) {
				return value{}
			}
			a.b = nil
		}
		return object.None
	}},
	{Name: "tolist", Doc: "Convert array to an ordinary list with the same items.", F0: func(th *thread, v value) value { return of(v).list(th) }},
	{Name: "fromlist", Sig: "list, /", Doc: "Append items to array from list.", F1: func(th *thread, v, x value) value {
		if _, ok := object.AsList(x); !ok {
			return th.TypeError("arg must be list")
		}
		a := of(v)
		n := len(a.b)
		if !a.appendItems(th, plain(x)) {
			if a.exports == 0 {
				a.b = a.b[:min(n, len(a.b))]
			}
			return value{}
		}
		return object.None
	}},
	{Name: "tobytes", Doc: "Convert the array to an array of machine values and return the bytes representation.", F0: func(th *thread, v value) value {
		return object.BytesValue(bytes.Clone(of(v).b))
	}},
	{Name: "frombytes", Sig: "buffer, /", Doc: "Appends items from the string, interpreting it as an array of machine values.", F1: func(th *thread, v, x value) value {
		if t := x.Type(); t.Buffer == nil {
			return th.TypeError("a bytes-like object is required, not '%s'", t.TPName())
		}
		if o, ok := as(x); ok && o.size != 1 {
			return th.TypeError("a bytes-like object is required")
		}
		b, ok := object.BytesLike(th, x)
		return noneIf(ok && of(v).addBytes(th, b))
	}},
	{Name: "tounicode", Doc: "Extends this array with data from the unicode string ustr.", F0: func(th *thread, v value) value {
		if !of(v).isText() {
			return th.ValueError("tounicode() may only be called on unicode type arrays ('u' or 'w')")
		}
		return of(v).text(th)
	}},
	{Name: "fromunicode", Sig: "ustr, /", F1: func(th *thread, v, x value) value {
		if !of(v).isText() {
			return th.ValueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')")
		}
		if _, ok := object.AsStr(x); !ok {
			return th.TypeError("fromunicode() argument must be str, not %s", x.Type().TPName())
		}
		return noneIf(of(v).extend(th, x))
	}},
	{Name: "byteswap", Doc: "Byteswap all items of the array.", F0: func(th *thread, v value) value {
		a := of(v)
		for i := range a.len() {
			slices.Reverse(a.at(i))
		}
		return object.None
	}},
	{Name: "buffer_info", Doc: "Return a tuple (address, length) giving the current memory address and the length in items of the buffer.", F0: func(th *thread, v value) value {
		return object.TupleOf(object.Int(object.ID(v)), object.Int(int64(of(v).len())))
	}},
	{Name: "tofile", Sig: "f, /", Doc: "Write all items (as machine values) to the file object f.", F1: func(th *thread, v, f value) value {
		return noneIf(th.CallMethod(f, object.NewStr("write"), object.BytesValue(bytes.Clone(of(v).b))).H != nil)
	}},
	{Name: "fromfile", Sig: "f, n, /", Doc: "Read n objects from the file object f and append them to the end of the array.", F2: fromFile},
	{Name: "__copy__", F0: func(th *thread, v value) value { return newLike(of(v), bytes.Clone(of(v).b)) }},
	{Name: "__deepcopy__", Sig: "memo, /", F1: func(th *thread, v, _ value) value { return newLike(of(v), bytes.Clone(of(v).b)) }},
	{Name: "__reduce_ex__", Sig: "value, /", Doc: "Return state information for pickling.", F1: reduceEx},
	{Name: "__class_getitem__", Sig: "item, /", Flags: object.ClassMethod, Doc: "See PEP 585", F1: func(th *thread, class, item value) value {
		return th.CallArgs(object.GenericAliasType.V(), class, item)
	}},
}

func noneIf(ok bool) value {
	if ok {
		return object.None
	}
	return value{}
}

func index(th *thread, v value, args []value) value {
	a := of(v)
	bound := func(x value, def int) (int, bool) {
		if x.H == nil {
			return def, true
		}
		i, ok := th.AsIndex(x, nil)
		if i < 0 {
			i = max(i+a.len(), 0)
		}
		return i, ok
	}
	start, ok := bound(args[1], 0)
	if !ok {
		return value{}
	}
	stop, ok := bound(args[2], a.len())
	if !ok {
		return value{}
	}
	for i := start; i < stop && i < a.len(); i++ {
		eq, ok := a.equal(th, i, args[0])
		if !ok {
			return value{}
		}
		if eq {
			return object.Int(int64(i))
		}
	}
	return th.ValueError("array.index(x): x not in array")
}

func fromFile(th *thread, v, f, count value) value {
	a := of(v)
	n, ok := th.AsIndex(count, &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	if n < 0 {
		return th.ValueError("negative count")
	}
	data := th.CallMethod(f, object.NewStr("read"), object.Int(int64(n*a.size)))
	if data.H == nil {
		return data
	}
	b, ok := object.BytesLike(th, data)
	if !ok {
		return value{}
	}
	whole := len(b) / a.size * a.size
	if !a.addBytes(th, b[:whole]) {
		return value{}
	}
	if whole != n*a.size {
		return th.Raise(&object.EOFErrorType, "read() didn't return enough bytes")
	}
	return object.None
}
