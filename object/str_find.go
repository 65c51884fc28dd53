// Searching str: find, index, count, startswith, endswith, replace. Needle and haystack are UTF-8, which can be
// searched as bytes; only positions need translation for text beyond ASCII.
package object

import "strings"

// window resolves optional start and end (code points; nil or None: the whole) to byte offsets. valid is false when
// start lies behind the end, where even the empty str is not found; ok false: raised.
func (s *Str) window(th *Thread, start, end Value) (i, j int, valid, ok bool) {
	if start.H == nil && end.H == nil {
		return 0, len(s.s), true, true
	}
	n := s.Len()
	a, ok := th.SliceBound(start, 0)
	if !ok {
		return 0, 0, false, false
	}
	b, ok := th.SliceBound(end, n)
	if !ok {
		return 0, 0, false, false
	}
	if b > n {
		b = n
	} else if b < 0 {
		b = max(b+n, 0)
	}
	if a < 0 {
		a = max(a+n, 0)
	}
	if a > b {
		return 0, 0, false, true
	}
	return s.Offset(a), s.Offset(b), true, true
}

// strArg returns the text of an argument that must be a str, for methods with Argument Clinic's texts.
func strArg(th *Thread, v Value, method string, pos int) (string, bool) {
	if s, ok := AsStr(v); ok {
		return s.s, true
	}
	name := v.Type().Name
	if v.IsNone() {
		name = "None"
	}
	if pos == 0 {
		th.TypeError("%s() argument must be str, not %s", method, name)
	} else {
		th.TypeError("%s() argument %d must be str, not %s", method, pos, name)
	}
	return "", false
}

// locate finds a[0] in self within a[1]:a[2] and returns its index, or -1; ok false: raised.
func strLocate(th *Thread, self Value, a []Value, method string, find func(s, sub string) int) (int, bool) {
	s := (*Str)(self.Ptr())
	sub, ok := strArg(th, a[0], method, 1)
	if !ok {
		return 0, false
	}
	i, j, valid, ok := s.window(th, a[1], a[2])
	if !ok || !valid {
		return -1, ok
	}
	at := find(s.s[i:j], sub)
	if at < 0 {
		return -1, true
	}
	return s.CharIndex(i + at), true
}

func strFinder(method string, find func(s, sub string) int, mustFind bool) func(*Thread, Value, []Value) Value {
	return func(th *Thread, self Value, a []Value) Value {
		i, ok := strLocate(th, self, a, method, find)
		if !ok {
			return Value{}
		}
		if i < 0 && mustFind {
			return th.ValueError("substring not found")
		}
		return Int(int64(i))
	}
}

func strFind1(th *Thread, self, sub Value) Value {
	s := (*Str)(self.Ptr())
	t, ok := strArg(th, sub, "find", 1)
	if !ok {
		return Value{}
	}
	i := strings.Index(s.s, t)
	if i > 0 {
		i = s.CharIndex(i)
	}
	return Int(int64(i))
}

func strCount(th *Thread, self Value, a []Value) Value {
	s := (*Str)(self.Ptr())
	sub, ok := strArg(th, a[0], "count", 1)
	if !ok {
		return Value{}
	}
	i, j, valid, ok := s.window(th, a[1], a[2])
	switch {
	case !ok:
		return Value{}
	case !valid:
		return Int(0)
	case sub == "":
		return Int(int64(countChars(s.s[i:j]) + 1))
	}
	return Int(int64(strings.Count(s.s[i:j], sub)))
}

// affix is startswith and endswith.
func strAffix(th *Thread, self Value, a []Value, method string, has func(s, x string) bool) Value {
	s := (*Str)(self.Ptr())
	i, j, valid, ok := s.window(th, a[1], a[2])
	if !ok {
		return Value{}
	}
	if x, ok := AsStr(a[0]); ok {
		return Bool(valid && has(s.s[i:j], x.s))
	}
	t, ok := AsTuple(a[0])
	if !ok {
		return th.TypeError("%s first arg must be str or a tuple of str, not %s", method, a[0].Type().TPName())
	}
	for _, v := range t.Items {
		x, ok := AsStr(v)
		if !ok {
			return th.TypeError("tuple for %s must only contain str, not %s", method, v.Type().TPName())
		}
		if valid && has(s.s[i:j], x.s) {
			return True
		}
	}
	return False
}

func strStartswith1(th *Thread, self, x Value) Value {
	if p, ok := AsStr(x); ok {
		return Bool(strings.HasPrefix(strText(self), p.s))
	}
	return strAffix(th, self, []Value{x, {}, {}}, "startswith", strings.HasPrefix)
}

func strEndswith1(th *Thread, self, x Value) Value {
	if p, ok := AsStr(x); ok {
		return Bool(strings.HasSuffix(strText(self), p.s))
	}
	return strAffix(th, self, []Value{x, {}, {}}, "endswith", strings.HasSuffix)
}

func strReplace(th *Thread, self Value, a []Value) Value {
	s := (*Str)(self.Ptr())
	old, ok := strArg(th, a[0], "replace", 1)
	if !ok {
		return Value{}
	}
	with, ok := strArg(th, a[1], "replace", 2)
	if !ok {
		return Value{}
	}
	count := -1
	if a[2].H != nil {
		if count, ok = th.AsSize(a[2]); !ok {
			return Value{}
		}
	}
	return replaceText(th, s, old, with, count)
}

func strReplace2(th *Thread, self, a, b Value) Value {
	if x, ok := AsStr(a); ok {
		if y, ok := AsStr(b); ok {
			return replaceText(th, (*Str)(self.Ptr()), x.s, y.s, -1)
		}
	}
	return strReplace(th, self, []Value{a, b, {}})
}

// replaceText replaces up to count (negative: all) occurrences.
func replaceText(th *Thread, s *Str, old, with string, count int) Value {
	if grow := len(with) - len(old); grow > 0 {
		n := 0
		if old == "" {
			n = s.Len() + 1
		} else {
			n = strings.Count(s.s, old)
		}
		if count >= 0 {
			n = min(n, count)
		}
		if n > 0 && (grow > hardSizeLimit/n || !th.checkSize(len(s.s)+n*grow)) {
			return th.MemoryError()
		}
	}
	if old == "" {
		return StrValue(interleave(s.s, with, count))
	}
	t := strings.Replace(s.s, old, with, count)
	if len(t) == len(s.s) && t == s.s {
		return exactStr(s)
	}
	return StrValue(t)
}

// interleave puts with before each code point and at the end, count times (strings.Replace with an empty old text
// does not know surrogates).
func interleave(s, with string, count int) string {
	if count < 0 {
		count = len(s) + 1
	}
	b := make([]byte, 0, len(s)+len(with)*min(count, countChars(s)+1))
	i := 0
	for ; count > 0; count-- {
		b = append(b, with...)
		if i == len(s) {
			break
		}
		n := seqLen(s[i])
		b = append(b, s[i:i+n]...)
		i += n
	}
	return bytesAsString(append(b, s[i:]...))
}

// exactStr returns s as an exact str: itself, or a copy of an instance of a subclass.
func exactStr(s *Str) Value {
	if s.Shape == &StrType.Root {
		return s.V()
	}
	return Value{&(&Str{Header: Header{&StrType.Root}, s: s.s, hash: s.hash, count: s.count}).Header, 0}
}

const findSig = "sub, start=None, end=None, /"

var strFindMethods = []Method{
	{Name: "find", Sig: findSig, F1: strFind1, F: strFinder("find", strings.Index, false)},
	{Name: "rfind", Sig: findSig, F: strFinder("rfind", strings.LastIndex, false)},
	{Name: "index", Sig: findSig, F: strFinder("index", strings.Index, true)},
	{Name: "rindex", Sig: findSig, F: strFinder("rindex", strings.LastIndex, true)},
	{Name: "count", Sig: findSig, F: strCount},
	{Name: "startswith", Sig: "prefix, start=None, end=None, /", F1: strStartswith1, F: func(th *Thread, self Value, a []Value) Value {
		return strAffix(th, self, a, "startswith", strings.HasPrefix)
	}},
	{Name: "endswith", Sig: "suffix, start=None, end=None, /", F1: strEndswith1, F: func(th *Thread, self Value, a []Value) Value {
		return strAffix(th, self, a, "endswith", strings.HasSuffix)
	}},
	{Name: "replace", Sig: "old, new, /, count=-1", F2: strReplace2, F: strReplace},
}
