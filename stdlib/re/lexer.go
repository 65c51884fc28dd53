// re.Scanner, the undocumented lexer: a list of (pattern, action) pairs tried at each position.
package remod

import "pyasync/object"

var lexerType object.Type

// lexer is a re.Scanner.
type lexer struct {
	object.Header
	lexicon []value // actions
	pats    []*pattern
	match   value
}

func scannerClass(th *thread) value { return lexerType.V() }

func init() {
	object.Define(&lexerType, object.Spec{Name: "re.Scanner", Sig: "lexicon, flags=0", Alloc: object.Allocator[lexer](),
		Slots:   object.Slots{New: func(th *thread, t *object.Type, args []value, kw []*object.Str) value { return t.Allocate() }, Init: lexerInit},
		Methods: []object.Method{{Name: "scan", Sig: "string", F1: lexerScan}},
		Members: []object.Member{{Name: "match", Get: func(th *thread, v value) value { return object.OrNone((*lexer)(v.Ptr()).match) }}},
	})
}

var lexerArgs = &object.ArgParser{Name: "Scanner.__init__", Sig: "lexicon, flags=0"}

func lexerInit(th *thread, self value, args []value, kw []*object.Str) bool {
	var a [2]value
	if !lexerArgs.Bind(th, args, kw, a[:]) {
		return false
	}
	l := (*lexer)(self.Ptr())
	items, ok := th.Collect(a[0])
	if !ok {
		return false
	}
	for _, it := range items {
		pair, ok := th.Collect(it)
		if !ok {
			return false
		}
		if len(pair) != 2 {
			th.ValueError("not enough values to unpack (expected 2, got %d)", len(pair))
			return false
		}
		p := compileValue(th, pair[0], a[1])
		if p.H == nil {
			return false
		}
		l.pats = append(l.pats, asPattern(p))
		l.lexicon = append(l.lexicon, pair[1])
	}
	return true
}

func lexerScan(th *thread, self, text value) value {
	l := (*lexer)(self.Ptr())
	s, ok := object.AsStr(text)
	if !ok {
		return th.TypeError("expected string or bytes-like object, got '%s'", text.Type().TPName())
	}
	var items []value
	at := 0
next:
	for at < s.Len() {
		for i, p := range l.pats {
			r, ok := p.start(th, text, object.Int(int64(at)), value{})
			if !ok {
				return value{}
			}
			m := r.result(r.matchHere())
			r.stop()
			if m.H == nil {
				return m
			}
			if m.IsNone() {
				continue
			}
			end := asMatch(m).charIndex(asMatch(m).caps[1])
			if int(end.N) == at {
				break next
			}
			x := l.lexicon[i]
			if x.Type().Call != nil {
				l.match = m
				if x = th.CallArgs(x, self, asMatch(m).group(0, object.None)); x.H == nil {
					return x
				}
			}
			if !x.IsNone() {
				items = append(items, x)
			}
			at = int(end.N)
			continue next
		}
		break
	}
	return object.TupleOf(object.NewList(items).V(), s.Part(s.Slice(at, s.Len())))
}
