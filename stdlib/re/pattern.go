// The type re.Pattern: matching, searching, splitting, substituting.
package remod

import (
	"strconv"
	"strings"

	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// pattern is a compiled pattern.
type pattern struct {
	object.Header
	prog      *program
	source    value // str or bytes; None for those of Scanner
	names     value // groupindex
	free      *machine
	templates map[string][]piece
}

var patternType, scannerType, matchIterType object.Type

func init() {
	object.Define(&patternType, object.Spec{Name: "re.Pattern", Doc: "Compiled regular expression object.",
		Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[pattern](),
		Slots: object.Slots{Repr: patternRepr, Hash: patternHash, Compare: patternCompare},
		Methods: []object.Method{
			{Name: "match", Sig: "string, pos=0, endpos=9223372036854775807", F1: oneArg(patternMatch), F: patternMatch},
			{Name: "fullmatch", Sig: "string, pos=0, endpos=9223372036854775807", F1: oneArg(patternFullmatch), F: patternFullmatch},
			{Name: "search", Sig: "string, pos=0, endpos=9223372036854775807", F1: oneArg(patternSearch), F: patternSearch},
			{Name: "sub", Sig: "repl, string, count=0", F: func(th *thread, self value, a []value) value { return patternSub(th, self, a, false) }},
			{Name: "subn", Sig: "repl, string, count=0", F: func(th *thread, self value, a []value) value { return patternSub(th, self, a, true) }},
			{Name: "findall", Sig: "string, pos=0, endpos=9223372036854775807", F: patternFindall},
			{Name: "split", Sig: "string, maxsplit=0", F: patternSplit},
			{Name: "finditer", Sig: "string, pos=0, endpos=9223372036854775807", F: patternFinditer},
			{Name: "scanner", Sig: "string, pos=0, endpos=9223372036854775807", F: patternScanner},
			{Name: "__copy__", F0: same},
			{Name: "__deepcopy__", Sig: "memo, /", F1: func(th *thread, self, memo value) value { return self }},
			{Name: "__reduce__", F0: patternReduce},
			object.ClassGetItemRow,
		},
		Members: []object.Member{
			{Name: "pattern", Doc: "The pattern string from which the RE object was compiled.", Get: func(th *thread, v value) value { return asPattern(v).source }},
			{Name: "flags", Doc: "The regex matching flags.", Get: func(th *thread, v value) value { return object.Int(int64(asPattern(v).prog.flags)) }},
			{Name: "groups", Doc: "The number of capturing groups in the pattern.", Get: func(th *thread, v value) value { return object.Int(int64(asPattern(v).prog.groups)) }},
		},
		Getset: []object.Getset{{Name: "groupindex", Doc: "A dictionary mapping group names to group numbers.", Get: func(th *thread, v value) value { return asPattern(v).names }}},
	})
	object.Define(&scannerType, object.Spec{Name: "_sre.SRE_Scanner", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[scanner](),
		Methods: []object.Method{
			{Name: "match", F0: func(th *thread, self value) value { return scannerOf(self).next(th, (*run).matchHere) }},
			{Name: "search", F0: func(th *thread, self value) value { return scannerOf(self).next(th, (*run).find) }},
		},
		Members: []object.Member{{Name: "pattern", Get: func(th *thread, v value) value { return scannerOf(v).run.pat.V() }}},
	})
	object.Define(&matchIterType, object.Spec{Name: "callable_iterator", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[scanner](),
		Slots: object.Slots{
			Iter: func(th *thread, v value) value { return v },
			Next: func(th *thread, v value) value {
				m := scannerOf(v).next(th, (*run).find)
				if m.IsNone() {
					return value{}
				}
				return m
			},
		}})
}

func same(th *thread, self value) value { return self }

// oneArg is the fast path of methods called with the string alone.
func oneArg(f func(th *thread, self value, a []value) value) func(*thread, value, value) value {
	return func(th *thread, self, s value) value {
		w := th.Window(3)
		w[0] = s
		r := f(th, self, w)
		th.Release(w)
		return r
	}
}

func (p *pattern) V() value { return object.ObjectValue(&p.Header) }

func asPattern(v value) *pattern { return (*pattern)(v.Ptr()) }

func newPattern(prog *program, source value) *pattern {
	names := object.NewDict()
	for _, n := range prog.order {
		names.SetName(n, object.Int(int64(prog.names[n])))
	}
	return &pattern{Header: object.Header{Shape: &patternType.Root}, prog: prog, source: source, names: object.NewMappingProxy(names.V())}
}

// run is one use of a pattern on a subject.
type run struct {
	*machine
	pat         *pattern
	subject     value
	str         *object.Str // of text
	pos, endpos int         // as given, clipped, in characters
	at          int         // where to go on, in bytes
}

// start prepares a run over subject from pos to endpos (nil: the whole).
func (p *pattern) start(th *thread, subject, pos, endpos value) (*run, bool) {
	r := &run{pat: p, subject: subject}
	var text string
	n := 0
	if s, ok := object.AsStr(subject); ok {
		if !p.prog.isText {
			th.TypeError("cannot use a bytes pattern on a string-like object")
			return nil, false
		}
		r.str, text, n = s, s.Go(), s.Len()
	} else {
		if !object.IsBytesLike(subject) {
			th.TypeError("expected string or bytes-like object, got '%s'", subject.Type().TPName())
			return nil, false
		}
		if p.prog.isText {
			th.TypeError("cannot use a string pattern on a bytes-like object")
			return nil, false
		}
		b, ok := object.BytesLike(th, subject)
		if !ok {
			return nil, false
		}
		if text = object.BytesAsText(b); !subject.Is(&object.BytesType) {
			text = string(b)
		}
		n = len(b)
	}
	r.endpos = n
	var ok bool
	if pos.H != nil {
		if r.pos, ok = th.AsIndex(pos, nil); !ok {
			return nil, false
		}
		r.pos = min(max(r.pos, 0), n)
	}
	if endpos.H != nil {
		if r.endpos, ok = th.AsIndex(endpos, nil); !ok {
			return nil, false
		}
		r.endpos = min(max(r.endpos, 0), n)
	}
	if r.machine = p.free; r.machine == nil {
		r.machine = newMachine(p.prog)
	}
	p.free = nil
	r.th, r.s, r.full, r.mustAdvance, r.steps = th, text, false, -1, 0
	r.machine.end, r.at = len(text), 0
	if r.endpos < n {
		r.machine.end = r.offset(r.endpos)
	}
	if r.pos > 0 {
		r.at = r.offset(r.pos)
	}
	return r, true
}

// stop gives the machine back for reuse.
func (r *run) stop() {
	m := r.machine
	m.s, m.th = "", nil
	if cap(m.stack) > 1<<16 {
		m.stack = nil
	}
	r.pat.free = m
}

func (r *run) offset(i int) int {
	if r.str != nil {
		return r.str.Offset(i)
	}
	return i
}

// text returns part of the subject as a Value.
func (r *run) text(i, j int) value { return partOf(r.subject, r.str, r.s, i, j) }

func partOf(subject value, str *object.Str, s string, i, j int) value {
	switch {
	case str != nil:
		if i == 0 && j == len(s) && subject.IsExact(&object.StrType) {
			return subject
		}
		return str.Part(s[i:j])
	case i == 0 && j == len(s) && subject.IsExact(&object.BytesType):
		return subject
	}
	return object.BytesValue(object.TextAsBytes(s[i:j]))
}

// find searches on from r.at; matches that follow an empty match must not be empty at the same place.
func (r *run) find() bool {
	if r.pos > r.endpos {
		return false
	}
	return r.search(r.at) >= 0
}

// matchHere matches at r.at only.
func (r *run) matchHere() bool {
	if r.pos > r.endpos {
		return false
	}
	return r.matchAt(r.at) >= 0
}

// advance moves behind the match just found.
func (r *run) advance() {
	r.mustAdvance = -1
	if r.caps[0] == r.caps[1] {
		r.mustAdvance = r.caps[1]
	}
	r.at = r.caps[1]
}

// result returns the match object of the last match.
func (r *run) result(found bool) value {
	if r.failed {
		return value{}
	}
	if !found {
		return object.None
	}
	m := &match{Header: object.Header{Shape: &matchType.Root}, pat: r.pat, subject: r.subject, str: r.str, s: r.s, pos: r.pos, endpos: r.endpos, last: r.last}
	if len(r.caps) <= len(m.few) {
		m.caps = m.few[:len(r.caps)]
	} else {
		m.caps = make([]int, len(r.caps))
	}
	copy(m.caps, r.caps)
	return object.ObjectValue(&m.Header)
}

func patternMatch(th *thread, self value, a []value) value {
	r, ok := asPattern(self).start(th, a[0], a[1], a[2])
	if !ok {
		return value{}
	}
	m := r.result(r.matchHere())
	r.stop()
	return m
}

func patternFullmatch(th *thread, self value, a []value) value {
	r, ok := asPattern(self).start(th, a[0], a[1], a[2])
	if !ok {
		return value{}
	}
	r.full = true
	m := r.result(r.matchHere())
	r.stop()
	return m
}

func patternSearch(th *thread, self value, a []value) value {
	r, ok := asPattern(self).start(th, a[0], a[1], a[2])
	if !ok {
		return value{}
	}
	m := r.result(r.find())
	r.stop()
	return m
}

func patternFindall(th *thread, self value, a []value) value {
	p := asPattern(self)
	r, ok := p.start(th, a[0], a[1], a[2])
	if !ok {
		return value{}
	}
	defer r.stop()
	var items []value
	for r.find() {
		switch p.prog.groups {
		case 0:
			items = append(items, r.text(r.caps[0], r.caps[1]))
		case 1:
			items = append(items, r.groupOrEmpty(1))
		default:
			t := make([]value, p.prog.groups)
			for g := range t {
				t[g] = r.groupOrEmpty(g + 1)
			}
			items = append(items, object.NewTuple(t).V())
		}
		r.advance()
	}
	if r.failed {
		return value{}
	}
	return object.NewList(items).V()
}

func (r *run) groupOrEmpty(g int) value {
	if r.caps[2*g+1] < 0 {
		return r.text(0, 0)
	}
	return r.text(r.caps[2*g], r.caps[2*g+1])
}

func patternSplit(th *thread, self value, a []value) value {
	p := asPattern(self)
	limit := 0
	if a[1].H != nil {
		var ok bool
		if limit, ok = th.AsIndex(a[1], &object.OverflowErrorType); !ok {
			return value{}
		}
	}
	r, ok := p.start(th, a[0], value{}, value{})
	if !ok {
		return value{}
	}
	defer r.stop()
	var items []value
	last := 0
	for n := 0; limit == 0 || n < limit; n++ {
		if !r.find() {
			break
		}
		items = append(items, r.text(last, r.caps[0]))
		for g := 1; g <= p.prog.groups; g++ {
			if r.caps[2*g+1] < 0 {
				items = append(items, object.None)
			} else {
				items = append(items, r.text(r.caps[2*g], r.caps[2*g+1]))
			}
		}
		last = r.caps[1]
		r.advance()
	}
	if r.failed {
		return value{}
	}
	return object.NewList(append(items, r.text(last, len(r.s)))).V()
}

// patternSub is sub and, with counted, subn.
func patternSub(th *thread, self value, a []value, counted bool) value {
	p := asPattern(self)
	limit := 0
	if a[2].H != nil {
		var ok bool
		if limit, ok = th.AsIndex(a[2], &object.OverflowErrorType); !ok {
			return value{}
		}
	}
	repl := a[0]
	callable := repl.Type().Call != nil
	var pieces []piece
	if !callable {
		var ok bool
		if pieces, ok = p.template(th, repl, a[1]); !ok {
			return value{}
		}
	}
	r, ok := p.start(th, a[1], value{}, value{})
	if !ok {
		return value{}
	}
	defer r.stop()
	var out []byte
	last, n := 0, 0
	for limit == 0 || n < limit {
		if !r.find() {
			break
		}
		out = append(out, r.s[last:r.caps[0]]...)
		last = r.caps[1]
		if callable {
			m := r.result(true)
			r.advance()
			x := th.CallArgs(repl, m)
			if x.H == nil {
				return x
			}
			if out, ok = r.appendReplacement(th, out, x); !ok {
				return value{}
			}
		} else {
			out = appendPieces(out, pieces, r.s, r.caps)
			r.advance()
		}
		n++
		if len(out) > 1<<24 && !th.CheckSize(len(out)) {
			return value{}
		}
	}
	if r.failed {
		return value{}
	}
	res := r.text(0, len(r.s))
	if n > 0 {
		out = append(out, r.s[last:]...)
		if r.str != nil {
			res = object.StrFromBytes(out)
		} else {
			res = object.BytesValue(out)
		}
	}
	if counted {
		return object.TupleOf(res, object.Int(int64(n)))
	}
	return res
}

// appendReplacement appends what a callable returned: text, or None for nothing.
func (r *run) appendReplacement(th *thread, out []byte, x value) ([]byte, bool) {
	if x.IsNone() {
		return out, true
	}
	if r.str != nil {
		if s, ok := object.AsStr(x); ok {
			return append(out, s.Go()...), true
		}
		th.TypeError("sequence item %d: expected str instance, %s found", min(len(out), 1), x.Type().TPName())
		return nil, false
	}
	if !object.IsBytesLike(x) {
		th.TypeError("sequence item %d: expected a bytes-like object, %s found", min(len(out), 1), x.Type().TPName())
		return nil, false
	}
	b, ok := object.BytesLike(th, x)
	return append(out, b...), ok
}

// scanner is the state of finditer and of pattern.scanner().
type scanner struct {
	object.Header
	run  *run
	done bool
}

func scannerOf(v value) *scanner { return (*scanner)(v.Ptr()) }

func (p *pattern) newScanner(th *thread, t *object.Type, a []value) value {
	r, ok := p.start(th, a[0], a[1], a[2])
	if !ok {
		return value{}
	}
	return object.ObjectValue(&(&scanner{Header: object.Header{Shape: &t.Root}, run: r}).Header)
}

func patternFinditer(th *thread, self value, a []value) value {
	return asPattern(self).newScanner(th, &matchIterType, a)
}

func patternScanner(th *thread, self value, a []value) value {
	return asPattern(self).newScanner(th, &scannerType, a)
}

// next returns the next match, or None.
func (s *scanner) next(th *thread, find func(*run) bool) value {
	if s.done {
		return object.None
	}
	r := s.run
	r.th = th
	m := r.result(find(r))
	if m.H == nil || m.IsNone() {
		s.done = true
		return m
	}
	r.advance()
	return m
}

func patternRepr(th *thread, v value) value {
	p := asPattern(v)
	src, ok := th.Repr(p.source)
	if !ok {
		return value{}
	}
	if rs := object.Runes(src); len(rs) > 200 {
		var b []byte
		for _, r := range rs[:200] {
			b = object.AppendRune(b, r)
		}
		src = string(b)
	}
	flags := p.prog.flags
	if p.prog.isText && flags&typeFlags == flagUnicode {
		flags &^= flagUnicode
	}
	text := "re.compile(" + src
	if flags != 0 {
		var names []string
		for _, f := range patternFlagNames {
			if flags&f.value != 0 {
				names = append(names, "re."+f.name)
				flags &^= f.value
			}
		}
		if flags != 0 {
			names = append(names, "0x"+strconv.FormatInt(int64(flags), 16))
		}
		text += ", " + strings.Join(names, "|")
	}
	return object.StrValue(text + ")")
}

var patternFlagNames = []struct {
	name  string
	value int
}{{"IGNORECASE", flagIgnoreCase}, {"LOCALE", flagLocale}, {"MULTILINE", flagMultiline}, {"DOTALL", flagDotAll},
	{"UNICODE", flagUnicode}, {"VERBOSE", flagVerbose}, {"DEBUG", flagDebug}, {"ASCII", flagASCII}}

func patternHash(th *thread, v value) (int64, bool) {
	p := asPattern(v)
	h, ok := th.Hash(p.source)
	h ^= int64(p.prog.flags)
	if h == -1 {
		h = -2
	}
	return h, ok
}

func patternCompare(th *thread, a, b value, op object.CmpOp) value {
	if op != object.CmpEQ && op != object.CmpNE || !a.IsExact(&patternType) || !b.IsExact(&patternType) {
		return object.NotImplemented
	}
	p, q := asPattern(a), asPattern(b)
	eq := p == q
	if !eq && p.prog.flags == q.prog.flags && p.prog.isText == q.prog.isText {
		var ok bool
		if eq, ok = th.Equal(p.source, q.source); !ok {
			return value{}
		}
	}
	return object.Bool(eq == (op == object.CmpEQ))
}

func patternReduce(th *thread, self value) value {
	p := asPattern(self)
	m := th.Interp.Hooks.Import(th, "re")
	if m.H == nil {
		return m
	}
	f := th.GetAttrName(m, "_compile")
	if f.H == nil {
		return f
	}
	return object.TupleOf(f, object.TupleOf(p.source, object.Int(int64(p.prog.flags))))
}
