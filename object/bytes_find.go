// Searching bytes and bytearray: find, index, count, startswith, endswith, replace, partition, split, strip, join.
package object

import (
	"bytes"
	"slices"
)

// bytesWindow clips optional start and end to b; valid is false when start lies behind the end.
func bytesWindow(th *Thread, b []byte, start, end Value) (i, j int, valid, ok bool) {
	if i, ok = th.SliceBound(start, 0); !ok {
		return 0, 0, false, false
	}
	if j, ok = th.SliceBound(end, len(b)); !ok {
		return 0, 0, false, false
	}
	if j > len(b) {
		j = len(b)
	} else if j < 0 {
		j = max(j+len(b), 0)
	}
	if i < 0 {
		i = max(i+len(b), 0)
	}
	return i, j, i <= j, true
}

// needle returns the bytes to search for: bytes-like, or an int.
func needle(th *Thread, v Value, single *[1]byte) ([]byte, bool) {
	if b, ok := bytesOrArray(v); ok {
		return b, true
	}
	if v.H.Shape.Type.Buffer != nil {
		return BytesLike(th, v)
	}
	if !v.IsSmallInt() && v.H.Shape.Type.Index == nil {
		th.TypeError("argument should be integer or bytes-like object, not '%s'", v.Type().TPName())
		return nil, false
	}
	c, ok := byteValue(th, v)
	if !ok && th.Catch(&OverflowErrorType) {
		th.ValueError("byte must be in range(0, 256)")
	}
	single[0] = c
	return single[:], ok
}

func bytesFinder(find func(s, sub []byte) int, mustFind bool) func(*Thread, Value, []Value) Value {
	return func(th *Thread, self Value, a []Value) Value {
		var single [1]byte
		b := selfBytes(self)
		i, j, valid, ok := bytesWindow(th, b, a[1], a[2])
		if !ok {
			return Value{}
		}
		sub, ok := needle(th, a[0], &single)
		if !ok {
			return Value{}
		}
		at := -1
		if b = selfBytes(self); valid && j <= len(b) {
			at = find(b[i:j], sub)
		}
		if at < 0 {
			if mustFind {
				return th.ValueError("subsection not found")
			}
			return Int(-1)
		}
		return Int(int64(i + at))
	}
}

func bytesCount(th *Thread, self Value, a []Value) Value {
	var single [1]byte
	b := selfBytes(self)
	i, j, valid, ok := bytesWindow(th, b, a[1], a[2])
	if !ok {
		return Value{}
	}
	sub, ok := needle(th, a[0], &single)
	switch {
	case !ok:
		return Value{}
	case !valid:
		return Int(0)
	case len(sub) == 0:
		return Int(int64(j - i + 1))
	}
	return Int(int64(bytes.Count(b[i:j], sub)))
}

func bytesAffix(method string, has func(s, x []byte) bool) func(*Thread, Value, []Value) Value {
	return func(th *Thread, self Value, a []Value) Value {
		b := selfBytes(self)
		i, j, valid, ok := bytesWindow(th, b, a[1], a[2])
		if !ok {
			return Value{}
		}
		if t, ok := AsTuple(a[0]); ok {
			for _, v := range t.Items {
				x, ok := BytesLike(th, v)
				if !ok {
					return Value{}
				}
				if valid && has(b[i:j], x) {
					return True
				}
			}
			return False
		}
		if a[0].H.Shape.Type.Buffer == nil {
			return th.TypeError("%s first arg must be bytes or a tuple of bytes, not %s", method, a[0].Type().TPName())
		}
		x, ok := BytesLike(th, a[0])
		if !ok {
			return Value{}
		}
		return Bool(valid && has(b[i:j], x))
	}
}

func bytesReplace(th *Thread, self Value, a []Value) Value {
	old, ok := BytesLike(th, a[0])
	if !ok {
		return Value{}
	}
	with, ok := BytesLike(th, a[1])
	if !ok {
		return Value{}
	}
	count := -1
	if a[2].H != nil {
		if count, ok = th.AsSize(a[2]); !ok {
			return Value{}
		}
	}
	b := selfBytes(self)
	if grow := len(with) - len(old); grow > 0 {
		n := len(b) + 1
		if len(old) > 0 {
			n = bytes.Count(b, old)
		}
		if count >= 0 {
			n = min(n, count)
		}
		if n > 0 && (grow > hardSizeLimit/n || !th.checkSize(len(b)+n*grow)) {
			return th.MemoryError()
		}
	}
	if len(old) == 0 {
		return likeSelf(self, interleaveBytes(b, with, count))
	}
	return likeSelf(self, bytes.Replace(b, old, with, count))
}

// interleaveBytes puts with before each byte and at the end, count times (bytes.Replace would step by code points).
func interleaveBytes(b, with []byte, count int) []byte {
	if count < 0 {
		count = len(b) + 1
	}
	out := make([]byte, 0, len(b)+len(with)*min(count, len(b)+1))
	i := 0
	for ; count > 0; count-- {
		out = append(out, with...)
		if i == len(b) {
			break
		}
		out = append(out, b[i])
		i++
	}
	return append(out, b[i:]...)
}

func bytesPartitioner(find func(s, sub []byte) int, right bool) func(*Thread, Value, Value) Value {
	return func(th *Thread, self, sepv Value) Value {
		sep, ok := BytesLike(th, sepv)
		if !ok {
			return Value{}
		}
		if len(sep) == 0 {
			return th.ValueError("empty separator")
		}
		b := selfBytes(self)
		i := find(b, sep)
		switch {
		case i >= 0:
			mid := sepv
			if !self.Is(&BytesType) {
				mid = likeSelf(self, bytes.Clone(sep))
			}
			return TupleOf(sliceOfSelf(self, b[:i]), mid, sliceOfSelf(self, b[i+len(sep):]))
		}
		whole := self
		if !self.Is(&BytesType) {
			whole = sliceOfSelf(self, b)
		}
		if right {
			return TupleOf(likeSelf(self, nil), likeSelf(self, nil), whole)
		}
		return TupleOf(whole, likeSelf(self, nil), likeSelf(self, nil))
	}
}

// isByteSpace: the ASCII whitespace of bytes methods.
func isByteSpace(c byte) bool { return c == ' ' || c >= 9 && c <= 13 }

var byteSpaces = [256]bool{' ': true, 9: true, 10: true, 11: true, 12: true, 13: true}

func bytesSplitArgs(th *Thread, a []Value) (sep []byte, limit int, ok bool) {
	limit = -1
	if a[1].H != nil {
		if limit, ok = th.AsSize(a[1]); !ok {
			return nil, 0, false
		}
	}
	if a[0].H == nil || a[0].IsNone() {
		return nil, limit, true
	}
	if sep, ok = BytesLike(th, a[0]); !ok {
		return nil, 0, false
	}
	if len(sep) == 0 {
		th.ValueError("empty separator")
		return nil, 0, false
	}
	return sep, limit, true
}

func bytesSplit(th *Thread, self Value, a []Value) Value {
	sep, limit, ok := bytesSplitArgs(th, a)
	if !ok {
		return Value{}
	}
	b := selfBytes(self)
	var items []Value
	if sep == nil {
		for {
			for len(b) > 0 && isByteSpace(b[0]) {
				b = b[1:]
			}
			if len(b) == 0 {
				return NewList(items).V()
			}
			if limit == 0 {
				return NewList(append(items, sliceOfSelf(self, b))).V()
			}
			i := 0
			for i < len(b) && !isByteSpace(b[i]) {
				i++
			}
			items = append(items, sliceOfSelf(self, b[:i]))
			b = b[i:]
			limit--
		}
	}
	for ; limit != 0; limit-- {
		i := bytes.Index(b, sep)
		if i < 0 {
			break
		}
		items = append(items, sliceOfSelf(self, b[:i]))
		b = b[i+len(sep):]
	}
	return NewList(append(items, sliceOfSelf(self, b))).V()
}

func bytesRsplit(th *Thread, self Value, a []Value) Value {
	sep, limit, ok := bytesSplitArgs(th, a)
	if !ok {
		return Value{}
	}
	b := selfBytes(self)
	var items []Value
	if sep == nil {
		for {
			for len(b) > 0 && isByteSpace(b[len(b)-1]) {
				b = b[:len(b)-1]
			}
			if len(b) == 0 {
				break
			}
			i := len(b)
			if limit == 0 {
				items = append(items, sliceOfSelf(self, b))
				break
			}
			for i > 0 && !isByteSpace(b[i-1]) {
				i--
			}
			items = append(items, sliceOfSelf(self, b[i:]))
			b = b[:i]
			limit--
		}
	} else {
		for ; limit != 0; limit-- {
			i := bytes.LastIndex(b, sep)
			if i < 0 {
				break
			}
			items = append(items, sliceOfSelf(self, b[i+len(sep):]))
			b = b[:i]
		}
		items = append(items, sliceOfSelf(self, b))
	}
	for i, j := 0, len(items)-1; i < j; i, j = i+1, j-1 {
		items[i], items[j] = items[j], items[i]
	}
	return NewList(items).V()
}

func bytesSplitlines(th *Thread, self Value, a []Value) Value {
	keep := false
	if a[0].H != nil {
		var ok bool
		if keep, ok = th.Truth(a[0]); !ok {
			return Value{}
		}
	}
	b := selfBytes(self)
	var items []Value
	for len(b) > 0 {
		i := bytes.IndexAny(b, "\r\n")
		if i < 0 {
			items = append(items, sliceOfSelf(self, b))
			break
		}
		next := i + 1
		if b[i] == '\r' && next < len(b) && b[next] == '\n' {
			next++
		}
		end := i
		if keep {
			end = next
		}
		items = append(items, sliceOfSelf(self, b[:end]))
		b = b[next:]
	}
	return NewList(items).V()
}

func bytesStripper(name string, left, right bool) Method {
	strip := func(th *Thread, self, chars Value) Value {
		set := &byteSpaces
		if chars.H != nil && !chars.IsNone() {
			cs, ok := BytesLike(th, chars)
			if !ok {
				return Value{}
			}
			set = &[256]bool{}
			for _, c := range cs {
				set[c] = true
			}
		}
		b := selfBytes(self)
		for left && len(b) > 0 && set[b[0]] {
			b = b[1:]
		}
		for right && len(b) > 0 && set[b[len(b)-1]] {
			b = b[:len(b)-1]
		}
		return sliceOfSelf(self, b)
	}
	return Method{Name: name, Sig: "bytes=None, /",
		F0: func(th *Thread, self Value) Value { return strip(th, self, Value{}) },
		F1: strip,
		F:  func(th *Thread, self Value, a []Value) Value { return strip(th, self, a[0]) }}
}

func bytesJoin(th *Thread, self, it Value) Value {
	if self.Is(&ByteArrayType) { // the iterator must not change it
		held, ok := self.Type().Buffer(th, self)
		if !ok {
			return Value{}
		}
		if held.Release != nil {
			defer held.Release()
		}
	}
	items, ok := th.Sequence(it, "can only join an iterable")
	items = slices.Clone(items) // a __buffer__ method may change the list
	if !ok {
		return Value{}
	}
	sep := selfBytes(self)
	if len(items) == 1 && items[0].IsExact(&BytesType) && self.Is(&BytesType) {
		return items[0]
	}
	var out []byte
	n := 0
	for i, v := range items {
		if v.H.Shape.Type.Buffer == nil {
			return th.TypeError("sequence item %d: expected a bytes-like object, %s found", i, v.Type().TPName())
		}
		if b, ok := bytesOrArray(v); ok {
			n += len(b)
		}
	}
	if n += len(sep) * len(items); !th.checkSize(n) {
		return Value{}
	}
	out = make([]byte, 0, n)
	for i, v := range items {
		if i > 0 {
			out = append(out, sep...)
		}
		b, ok := BytesLike(th, v)
		if !ok {
			return Value{}
		}
		out = append(out, b...)
	}
	return likeSelf(self, out)
}

var bytesFindMethods = []Method{
	{Name: "find", Sig: findSig, F: bytesFinder(bytes.Index, false)},
	{Name: "rfind", Sig: findSig, F: bytesFinder(bytes.LastIndex, false)},
	{Name: "index", Sig: findSig, F: bytesFinder(bytes.Index, true)},
	{Name: "rindex", Sig: findSig, F: bytesFinder(bytes.LastIndex, true)},
	{Name: "count", Sig: findSig, F: bytesCount},
	{Name: "startswith", Sig: "prefix, start=None, end=None, /", F: bytesAffix("startswith", bytes.HasPrefix)},
	{Name: "endswith", Sig: "suffix, start=None, end=None, /", F: bytesAffix("endswith", bytes.HasSuffix)},
	{Name: "replace", Sig: "old, new, count=-1, /", F: bytesReplace},
}

var bytesSplitMethods = []Method{
	{Name: "split", Sig: "sep=None, maxsplit=-1", F: bytesSplit},
	{Name: "rsplit", Sig: "sep=None, maxsplit=-1", F: bytesRsplit},
	{Name: "splitlines", Sig: "keepends=False", F: bytesSplitlines},
	{Name: "partition", Sig: "sep, /", F1: bytesPartitioner(bytes.Index, false)},
	{Name: "rpartition", Sig: "sep, /", F1: bytesPartitioner(bytes.LastIndex, true)},
	{Name: "join", Sig: "iterable_of_bytes, /", F1: bytesJoin},
	bytesStripper("strip", true, true),
	bytesStripper("lstrip", true, false),
	bytesStripper("rstrip", false, true),
}
