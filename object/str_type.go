// The type str: constructor, slots, indexing, iteration, comparison.
package object

import (
	"strconv"
	"strings"
)

func init() {
	Define(&StrType, Spec{Name: "str", Flags: FlagMatchSelf, Alloc: Allocator[Str](), Sig: "object='', encoding='utf-8', errors='strict'",
		Doc: "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str\n\nText: a sequence of code points. Without an encoding, the readable form of any object.",
		Slots: Slots{
			New: strNewSlot, Repr: strReprSlot, Str: func(th *Thread, v Value) Value { return exactStr((*Str)(v.Ptr())) },
			Hash:    func(th *Thread, v Value) (int64, bool) { return int64((*Str)(v.Ptr()).Hash()), true },
			Compare: strCompare, Iter: strIterate, Len: func(th *Thread, v Value) (int, bool) { return (*Str)(v.Ptr()).Len(), true },
			ToBool:  nil,
			GetItem: strGetItem, Contains: strContains, Concat: strConcat, Repeat: strRepeat,
			Binary: [NumBinOps]BinaryFunc{OpMod: strMod},
		},
		Methods: joinRows(strFindMethods, strSplitMethods, strCaseMethods, strClassMethods, strMethods)})
	defineStrIterator(&strIterType, "str_iterator")
	defineStrIterator(&strASCIIIterType, "str_ascii_iterator")
}

// defineStrIterator makes an iterator type: CPython has one of its own for ASCII text, and programs see its name.
func defineStrIterator(t *Type, name string) {
	Define(t, Spec{Name: name, Flags: FlagNoNew | FlagFinal, Alloc: Allocator[strIterator](), Slots: Slots{
		Iter: func(th *Thread, v Value) Value { return v }, Next: strIterNext},
		Methods: []Method{
			{Name: "__length_hint__", F0: func(th *Thread, self Value) Value {
				it := (*strIterator)(self.Ptr())
				return Int(int64(countChars(it.s.s[it.off:])))
			}},
			{Name: "__reduce__", F0: strIterReduce},
			{Name: "__setstate__", F1: strIterSetState},
		}})
}

func joinRows(tables ...[]Method) (rows []Method) {
	for _, t := range tables {
		rows = append(rows, t...)
	}
	return rows
}

var strNewSig = ParseSignature("object='', encoding=None, errors=None")

func strNewSlot(th *Thread, t *Type, args []Value, kw []*Str) Value {
	var v Value
	if len(args) == 1 && len(kw) == 0 {
		v = th.StrOf(args[0])
	} else {
		var a [3]Value
		if len(args) > 3 && len(kw) == 0 {
			return th.TypeError("str expected at most 3 arguments, got %d", len(args))
		}
		if len(args) > 3 {
			return th.TypeError("str() takes at most 3 %sarguments (%d given)", pickWord(len(args) == len(kw), "keyword ", ""), len(args))
		}
		if !strNewSig.Bind(th, "str", args, kw, a[:]) {
			return Value{}
		}
		if t == &StrType && len(kw) == 0 { // the call without keywords words this error in its own way
			for i, name := range [...]string{"encoding", "errors"} {
				if x := a[i+1]; x.H != nil && x.IsNone() {
					return th.TypeError("str() argument '%s' must be str, not NoneType", name)
				}
			}
		}
		v = strFromArgs(th, a)
	}
	if t == &StrType || v.H == nil {
		return v
	}
	s, _ := AsStr(v)
	r := t.Allocate()
	o := (*Str)(r.Ptr())
	o.s, o.hash, o.count = s.s, s.hash, s.count
	return r
}

func strFromArgs(th *Thread, a [3]Value) Value {
	if a[1].H == nil && a[2].H == nil {
		if a[0].H == nil {
			return EmptyStr
		}
		return th.StrOf(a[0])
	}
	encoding, errors, ok := codecArgs(th, "str", a[1], a[2])
	if !ok {
		return Value{}
	}
	if a[0].H == nil {
		return EmptyStr
	}
	if a[0].Is(&StrType) {
		return th.TypeError("decoding str is not supported")
	}
	if a[0].H.Shape.Type.Buffer == nil {
		return th.TypeError("decoding to str: need a bytes-like object, %s found", a[0].Type().TPName())
	}
	return th.Decode(a[0], encoding, errors)
}

// StrOf returns str(v) as a Value; instances of subclasses of str that __str__ returns are kept.
func (th *Thread) StrOf(v Value) Value {
	if v.IsExact(&StrType) {
		return v
	}
	if i, ok := v.SmallInt(); ok {
		var b [24]byte
		return TextValue(strconv.AppendInt(b[:0], i, 10))
	}
	f := v.H.Shape.Type.Str
	if !th.Enter() {
		return Value{}
	}
	r := f(th, v)
	th.Leave()
	if r.H != nil && !r.Is(&StrType) {
		return th.TypeError("__str__ returned non-string (type %s)", r.Type().TPName())
	}
	return r
}

func strReprSlot(th *Thread, v Value) Value { return StrValue(StrRepr(strText(v))) }

func strCompare(th *Thread, a, b Value, op CmpOp) Value {
	x, ok := AsStr(a)
	y, ok2 := AsStr(b)
	if !ok || !ok2 {
		return NotImplemented
	}
	switch op {
	case CmpEQ:
		return Bool(x.s == y.s)
	case CmpNE:
		return Bool(x.s != y.s)
	}
	return Bool(Ordered(strings.Compare(x.s, y.s), 0, op))
}

func strGetItem(th *Thread, v, key Value) Value {
	s := (*Str)(v.Ptr())
	if i, ok := key.SmallInt(); ok {
		n := s.Len()
		if i < 0 {
			i += int64(n)
		}
		if uint64(i) >= uint64(n) {
			return th.IndexError("string index out of range")
		}
		if n == len(s.s) {
			return Value{&latin1Strs[s.s[i]].Header, 0}
		}
		return CharValue(s.At(int(i)))
	}
	if sl, ok := AsSlice(key); ok {
		return strSlice(th, s, sl)
	}
	i, ok := th.ItemIndex(key, s.Len, "string", "string index out of range")
	if !ok {
		return Value{}
	}
	return CharValue(s.At(i))
}

func strSlice(th *Thread, s *Str, sl *Slice) Value {
	start, stop, step, count, ok := th.SliceIndices(sl, s.Len)
	switch {
	case !ok:
		return Value{}
	case count <= 0:
		return EmptyStr
	case step == 1 && count == s.Len():
		return exactStr(s)
	case step == 1:
		return s.part(s.Slice(start, stop))
	}
	if s.IsASCII() {
		b := make([]byte, count)
		for i := range b {
			b[i] = s.s[start+i*step]
		}
		return sameText(s, bytesAsString(b))
	}
	rs := Runes(s.s)
	b := make([]byte, 0, count*2)
	for i := range count {
		b = AppendRune(b, rs[start+i*step])
	}
	return StrFromBytes(b)
}

func strContains(th *Thread, v, x Value) (bool, bool) {
	sub, ok := AsStr(x)
	if !ok {
		th.TypeError("'in <string>' requires string as left operand, not %s", x.Type().TPName())
		return false, false
	}
	return strings.Contains(strText(v), sub.s), true
}

// strIterator iterates over the characters of a str.
type strIterator struct {
	Header
	s   *Str // nil when exhausted
	off int
}

var strIterType, strASCIIIterType Type

func strIterate(th *Thread, v Value) Value {
	shape := &strIterType.Root
	if v.IsExact(&StrType) && (*Str)(v.Ptr()).IsASCII() {
		shape = &strASCIIIterType.Root
	}
	return Value{&(&strIterator{Header{shape}, (*Str)(v.Ptr()), 0}).Header, 0}
}

func strIterNext(th *Thread, v Value) Value {
	it := (*strIterator)(v.Ptr())
	if it.off >= len(it.s.s) {
		it.s, it.off = emptyStr, 0
		return Value{}
	}
	c := it.s.s[it.off]
	if c < 0x80 {
		it.off++
		return Value{&latin1Strs[c].Header, 0}
	}
	r, n := DecodeRune(it.s.s[it.off:])
	it.off += n
	return CharValue(r)
}

func strIterReduce(th *Thread, self Value) Value {
	it := (*strIterator)(self.Ptr())
	iter := th.BuiltinFunc("iter")
	if iter.H == nil {
		return iter
	}
	if len(it.s.s) == 0 {
		return TupleOf(iter, TupleOf(EmptyStr))
	}
	return TupleOf(iter, TupleOf(it.s.V()), Int(int64(it.s.CharIndex(it.off))))
}

func strIterSetState(th *Thread, self, state Value) Value {
	it := (*strIterator)(self.Ptr())
	i, ok := th.AsIndex(state, nil)
	if !ok {
		return Value{}
	}
	it.off = it.s.Offset(min(max(i, 0), it.s.Len()))
	return None
}
