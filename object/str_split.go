// Taking str apart and putting it together: split, rsplit, splitlines, partition, strip, join.
package object

import "strings"

// pieces makes strs of parts of one text. All share its memory; they know to be ASCII when it is.
type pieces struct {
	ascii bool
	items []Value
}

func (p *pieces) add(s string) { p.items = append(p.items, p.value(s)) }

func (p *pieces) value(s string) Value {
	if len(s) <= 1 {
		if s == "" {
			return EmptyStr
		}
		return CharValue(rune(s[0]))
	}
	if p.ascii {
		return ASCIIValue(s)
	}
	return StrValue(s)
}

func newPieces(s *Str, n int) *pieces {
	return &pieces{ascii: s.IsASCII(), items: make([]Value, 0, n)}
}

func strSplit(th *Thread, self Value, a []Value) Value {
	sep, limit, ok := splitArgs(th, a)
	if !ok {
		return Value{}
	}
	return splitText(th, (*Str)(self.Ptr()), sep, limit)
}

func strSplit0(th *Thread, self Value) Value { return splitText(th, (*Str)(self.Ptr()), nil, -1) }

func strSplit1(th *Thread, self, sep Value) Value {
	x, ok := AsStr(sep)
	if !ok {
		return strSplit(th, self, []Value{sep, {}})
	}
	return splitText(th, (*Str)(self.Ptr()), x, -1)
}

// splitArgs checks sep and maxsplit; sep nil means whitespace.
func splitArgs(th *Thread, a []Value) (sep *Str, limit int, ok bool) {
	limit = -1
	if a[1].H != nil {
		if limit, ok = th.AsSize(a[1]); !ok {
			return nil, 0, false
		}
	}
	if a[0].H == nil || a[0].IsNone() {
		return nil, limit, true
	}
	if sep, ok = AsStr(a[0]); !ok {
		th.TypeError("must be str or None, not %s", a[0].Type().TPName())
		return nil, 0, false
	}
	if sep.s == "" {
		th.ValueError("empty separator")
		return nil, 0, false
	}
	return sep, limit, true
}

func splitText(th *Thread, s *Str, sep *Str, limit int) Value {
	if sep == nil {
		return splitSpace(s, limit)
	}
	if sep.s == "" {
		return th.ValueError("empty separator")
	}
	n := strings.Count(s.s, sep.s)
	if limit >= 0 {
		n = min(n, limit)
	}
	p := newPieces(s, n+1)
	rest := s.s
	if len(sep.s) == 1 {
		c := sep.s[0]
		for ; n > 0; n-- {
			i := strings.IndexByte(rest, c)
			p.add(rest[:i])
			rest = rest[i+1:]
		}
	} else {
		for ; n > 0; n-- {
			i := strings.Index(rest, sep.s)
			p.add(rest[:i])
			rest = rest[i+len(sep.s):]
		}
	}
	if len(p.items) == 0 {
		return NewList([]Value{exactStr(s)}).V()
	}
	p.add(rest)
	return NewList(p.items).V()
}

// splitSpace splits at runs of whitespace.
func splitSpace(s *Str, limit int) Value {
	p := newPieces(s, 8)
	t := trimLeftSpace(s.s)
	for t != "" && limit != 0 {
		i := indexSpace(t)
		if i < 0 {
			p.add(t)
			return NewList(p.items).V()
		}
		p.add(t[:i])
		t = trimLeftSpace(t[i:])
		limit--
	}
	if t != "" {
		p.add(t) // what is left when maxsplit is reached keeps its trailing space
	}
	return NewList(p.items).V()
}

// indexSpace returns the offset of the first whitespace in s, or -1.
func indexSpace(s string) int {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x80 {
			if j := strings.IndexFunc(s[i:], IsSpace); j >= 0 {
				return i + j
			}
			return -1
		}
		if asciiSpace[c] {
			return i
		}
	}
	return -1
}

func trimLeftSpace(s string) string {
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x80 {
			return strings.TrimLeftFunc(s[i:], IsSpace)
		}
		if !asciiSpace[c] {
			return s[i:]
		}
	}
	return ""
}

var asciiSpace = [256]bool{'\t': true, '\n': true, '\v': true, '\f': true, '\r': true, 28: true, 29: true, 30: true, 31: true, ' ': true}

func strRsplit(th *Thread, self Value, a []Value) Value {
	s := (*Str)(self.Ptr())
	sep, limit, ok := splitArgs(th, a)
	if !ok {
		return Value{}
	}
	p := newPieces(s, 8)
	rest := s.s
	if sep == nil {
		rest = strings.TrimRightFunc(rest, IsSpace)
		for rest != "" && limit != 0 {
			i := strings.LastIndexFunc(rest, IsSpace)
			if i < 0 {
				break
			}
			i += seqLen(rest[i])
			p.add(rest[i:])
			rest = strings.TrimRightFunc(rest[:i], IsSpace)
			limit--
		}
		if rest != "" {
			p.add(rest)
		}
	} else {
		for limit != 0 {
			i := strings.LastIndex(rest, sep.s)
			if i < 0 {
				break
			}
			p.add(rest[i+len(sep.s):])
			rest = rest[:i]
			limit--
		}
		if len(p.items) == 0 {
			return NewList([]Value{exactStr(s)}).V()
		}
		p.add(rest)
	}
	for i, j := 0, len(p.items)-1; i < j; i, j = i+1, j-1 {
		p.items[i], p.items[j] = p.items[j], p.items[i]
	}
	return NewList(p.items).V()
}

func strSplitlines(th *Thread, self Value, a []Value) Value {
	s := (*Str)(self.Ptr())
	keep := false
	if a[0].H != nil {
		var ok bool
		if keep, ok = th.Truth(a[0]); !ok {
			return Value{}
		}
	}
	p := newPieces(s, 8)
	start := 0
	for i := 0; i < len(s.s); {
		r, n := DecodeRune(s.s[i:])
		if !isLineBreak(r) {
			i += n
			continue
		}
		end := i
		i += n
		if r == '\r' && i < len(s.s) && s.s[i] == '\n' {
			i++
		}
		if keep {
			end = i
		}
		p.add(s.s[start:end])
		start = i
	}
	if start == 0 && len(s.s) > 0 {
		p.items = append(p.items, exactStr(s))
	} else if start < len(s.s) {
		p.add(s.s[start:])
	}
	return NewList(p.items).V()
}

func strPartition(th *Thread, self, sepv Value) Value {
	return partition(th, self, sepv, strings.Index, false)
}

func strRpartition(th *Thread, self, sepv Value) Value {
	return partition(th, self, sepv, strings.LastIndex, true)
}

func partition(th *Thread, self, sepv Value, find func(s, sub string) int, right bool) Value {
	sep, ok := AsStr(sepv)
	if !ok {
		return th.TypeError("must be str, not %s", sepv.Type().TPName())
	}
	if sep.s == "" {
		return th.ValueError("empty separator")
	}
	s := (*Str)(self.Ptr())
	i := find(s.s, sep.s)
	if i < 0 { // the object itself, also of a subclass
		if right {
			return TupleOf(EmptyStr, EmptyStr, self)
		}
		return TupleOf(self, EmptyStr, EmptyStr)
	}
	p := pieces{ascii: s.IsASCII()}
	return TupleOf(p.value(s.s[:i]), exactStr(sep), p.value(s.s[i+len(sep.s):]))
}

// stripper makes strip, lstrip or rstrip.
func stripper(name string, left, right bool) Method {
	strip := func(th *Thread, self, chars Value) Value {
		s := (*Str)(self.Ptr())
		f := IsSpace
		if chars.H != nil && !chars.IsNone() {
			c, ok := AsStr(chars)
			if !ok {
				return th.TypeError("%s arg must be None or str", name)
			}
			f = inText(c.s)
		}
		t := s.s
		if left {
			for t != "" {
				r, n := DecodeRune(t)
				if !f(r) {
					break
				}
				t = t[n:]
			}
		}
		if right {
			for t != "" {
				r, n := DecodeLastRune(t)
				if !f(r) {
					break
				}
				t = t[:len(t)-n]
			}
		}
		if len(t) == len(s.s) {
			return exactStr(s)
		}
		return s.part(t)
	}
	return Method{Name: name, Sig: "chars=None, /",
		F0: func(th *Thread, self Value) Value { return strip(th, self, Value{}) },
		F1: strip,
		F:  func(th *Thread, self Value, a []Value) Value { return strip(th, self, a[0]) }}
}

// inText returns the test for being one of the characters of s.
func inText(s string) func(rune) bool {
	if len(s) == 1 {
		c := rune(s[0])
		return func(r rune) bool { return r == c }
	}
	return func(r rune) bool {
		var b [4]byte
		return strings.Contains(s, bytesAsString(AppendRune(b[:0], r)))
	}
}

// part returns a str of t, which is part of the text of s. A small part of a large text is copied, so that it does
// not keep the whole in memory.
func (s *Str) part(t string) Value {
	if len(t) <= 1 {
		p := pieces{}
		return p.value(t)
	}
	if len(s.s) > 1<<14 && len(t) < len(s.s)/8 {
		t = strings.Clone(t)
	}
	if s.count == len(s.s)+1 {
		return ASCIIValue(t)
	}
	return StrValue(t)
}

// Part returns a str of t, which must be part of the text of s.
func (s *Str) Part(t string) Value { return s.part(t) }

func strJoin(th *Thread, self, it Value) Value {
	sep := (*Str)(self.Ptr())
	items, ok := th.Sequence(it, "can only join an iterable")
	if !ok {
		return Value{}
	}
	return JoinStrs(th, sep.s, items)
}

// JoinStrs returns sep.join(items).
func JoinStrs(th *Thread, sep string, items []Value) Value {
	switch len(items) {
	case 0:
		return EmptyStr
	case 1:
		if items[0].IsExact(&StrType) {
			return items[0]
		}
	}
	n := len(sep) * (len(items) - 1)
	for i, v := range items {
		s, ok := AsStr(v)
		if !ok {
			return th.TypeError("sequence item %d: expected str instance, %s found", i, v.Type().TPName())
		}
		n += len(s.s)
	}
	if !th.checkSize(n) {
		return Value{}
	}
	if n <= 64 {
		var short [64]byte
		return TextValue(appendJoined(short[:0], sep, items))
	}
	return StrFromBytes(appendJoined(make([]byte, 0, n), sep, items))
}

func appendJoined(b []byte, sep string, items []Value) []byte {
	for i, v := range items {
		if i > 0 {
			b = append(b, sep...)
		}
		b = append(b, strText(v)...)
	}
	return b
}

var strSplitMethods = []Method{
	{Name: "split", Sig: "sep=None, maxsplit=-1", F0: strSplit0, F1: strSplit1, F: strSplit},
	{Name: "rsplit", Sig: "sep=None, maxsplit=-1", F: strRsplit},
	{Name: "splitlines", Sig: "keepends=False", F: strSplitlines},
	{Name: "partition", Sig: "sep, /", F1: strPartition},
	{Name: "rpartition", Sig: "sep, /", F1: strRpartition},
	{Name: "join", Sig: "iterable, /", F1: strJoin},
	stripper("strip", true, true),
	stripper("lstrip", true, false),
	stripper("rstrip", false, true),
}
