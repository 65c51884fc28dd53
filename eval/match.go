// The match statement: patterns are nodes that test a value and bind names.
package eval

import (
	"pyasync/ast"
	"pyasync/object"
)

// pattern tests v: 1 it matches and names are bound, 0 it does not, -1 raised.
type pattern interface {
	match(f *Frame, v Value) int
}

type matchCase struct {
	p     pattern
	guard Cond // may be nil
	pre   Stmt // what the guard awaits; may be nil
	body  Stmt
}

// matchStmt runs the first case that matches. state: the subject, and 2*case (+1 while in the guard's awaits).
type matchStmt struct {
	subject Node
	cases   []matchCase
	state   slot // 0: cannot suspend
	pos     Pos
}

func (s *matchStmt) Exec(f *Frame) Status {
	var v Value
	first, inPre := 0, false
	if f.resuming {
		v = *f.at(s.state)
		k := int(f.at(s.state + slotSize).N)
		if k&1 == 0 {
			return s.leave(f, v, k/2, false, s.cases[k/2].body.Exec(f))
		}
		first, inPre = k/2, true
	} else if v = s.subject.Eval(f); v.H == nil {
		return Raise
	}
	for i := first; i < len(s.cases); i++ {
		c := &s.cases[i]
		if !inPre {
			switch c.p.match(f, v) {
			case 0:
				continue
			case -1:
				return Raise
			}
		}
		if c.pre != nil {
			if st := c.pre.Exec(f); st != Normal {
				return s.leave(f, v, i, true, st)
			}
		}
		inPre = false
		if c.guard != nil {
			switch c.guard.Test(f) {
			case 0:
				continue
			case -1:
				return Raise
			}
		}
		return s.leave(f, v, i, false, c.body.Exec(f))
	}
	return Normal
}

func (s *matchStmt) leave(f *Frame, v Value, i int, pre bool, st Status) Status {
	if st == Suspend {
		*f.at(s.state) = v
		k := int64(2 * i)
		if pre {
			k++
		}
		*f.at(s.state + slotSize) = object.Int(k)
	}
	return st
}

func (l *lowerer) match(s *ast.Match) Stmt {
	m := &matchStmt{subject: l.expr(s.Subject), pos: posOf(s)}
	n := l.susps
	outer := l.pre
	l.pre = nil
	for _, c := range s.Cases {
		mc := matchCase{p: l.pattern(c.Pattern)}
		if c.Guard != nil {
			mc.guard = l.cond(c.Guard)
			if len(l.pre) > 0 {
				mc.pre = l.joinSusp(l.pre)
				l.pre = nil
			}
		}
		mc.body = l.body(c.Body)
		m.cases = append(m.cases, mc)
	}
	l.pre = outer
	if l.susps != n {
		m.state = l.newSlots(2)
	}
	return m
}

func (l *lowerer) pattern(p ast.Pattern) pattern {
	switch p := p.(type) {
	case *ast.MatchValue:
		return &valuePattern{l.expr(p.Value), posOf(p)}
	case *ast.MatchSingleton:
		v := object.None
		switch p.Value {
		case ast.CTrue:
			v = object.True
		case ast.CFalse:
			v = object.False
		}
		return &singletonPattern{v}
	case *ast.MatchSequence:
		return l.sequencePattern(p)
	case *ast.MatchMapping:
		m := &mappingPattern{pos: posOf(p), patterns: l.patterns(p.Patterns)}
		for _, k := range p.Keys {
			m.keys = append(m.keys, l.expr(k))
		}
		if p.Rest != "" {
			m.rest = l.nameTarget(string(p.Rest), posOf(p))
		}
		return m
	case *ast.MatchClass:
		c := &classPattern{cls: l.expr(p.Cls), patterns: l.patterns(p.Patterns), kwPatterns: l.patterns(p.KwdPatterns), pos: posOf(p)}
		for _, a := range p.KwdAttrs {
			c.kw = append(c.kw, l.u.consts.name(mangle(l.s.class, string(a))))
		}
		return c
	case *ast.MatchAs:
		a := &asPattern{}
		if p.Pattern != nil {
			a.p = l.pattern(p.Pattern)
		}
		if p.Name != "" {
			a.t = l.nameTarget(string(p.Name), posOf(p))
		}
		return a
	case *ast.MatchOr:
		return &orPattern{l.patterns(p.Patterns)}
	}
	panic("lowering: unknown pattern")
}

func (l *lowerer) patterns(ps []ast.Pattern) []pattern {
	list := make([]pattern, len(ps))
	for i, p := range ps {
		list[i] = l.pattern(p)
	}
	return list
}

// sequencePattern splits at the star.
func (l *lowerer) sequencePattern(p *ast.MatchSequence) pattern {
	s := &sequencePattern{pos: posOf(p)}
	for _, x := range p.Patterns {
		if st, ok := x.(*ast.MatchStar); ok {
			s.star = true
			if st.Name != "" {
				s.rest = l.nameTarget(string(st.Name), posOf(st))
			}
			continue
		}
		if s.star {
			s.after = append(s.after, l.pattern(x))
		} else {
			s.before = append(s.before, l.pattern(x))
		}
	}
	return s
}

type valuePattern struct {
	v   Node
	pos Pos
}

func (p *valuePattern) match(f *Frame, v Value) int {
	x := p.v.Eval(f)
	if x.H == nil {
		return -1
	}
	f.pos = p.pos
	r := f.th.Compare(v, x, object.CmpEQ)
	if r.H == nil {
		f.fail(p.pos)
		return -1
	}
	return f.truth(r, p.pos)
}

type singletonPattern struct{ v Value }

func (p *singletonPattern) match(f *Frame, v Value) int {
	if v == p.v {
		return 1
	}
	return 0
}

// asPattern is a capture, the wildcard, or `pattern as name`.
type asPattern struct {
	p pattern // nil: matches anything
	t target  // nil: binds nothing
}

func (p *asPattern) match(f *Frame, v Value) int {
	if p.p != nil {
		if r := p.p.match(f, v); r <= 0 {
			return r
		}
	}
	if p.t != nil && !p.t.store(f, v) {
		return -1
	}
	return 1
}

type orPattern struct{ list []pattern }

func (p *orPattern) match(f *Frame, v Value) int {
	for _, x := range p.list {
		if r := x.match(f, v); r != 0 {
			return r
		}
	}
	return 0
}

type sequencePattern struct {
	before, after []pattern
	star          bool
	rest          target // nil: the starred part is not bound
	pos           Pos
}

func (p *sequencePattern) match(f *Frame, v Value) int {
	if v.Type().Flags&object.FlagSequence == 0 {
		return 0
	}
	f.pos = p.pos
	th := f.th
	n, ok := th.Len(v)
	if !ok {
		f.fail(p.pos)
		return -1
	}
	want := len(p.before) + len(p.after)
	if n < want || n > want && !p.star {
		return 0
	}
	if r := p.matchItems(f, v, p.before, 0); r <= 0 {
		return r
	}
	if p.rest != nil {
		items := make([]Value, 0, n-want)
		for i := len(p.before); i < n-len(p.after); i++ {
			x := th.GetItem(v, object.Int(int64(i)))
			if x.H == nil {
				f.fail(p.pos)
				return -1
			}
			items = append(items, x)
		}
		if !p.rest.store(f, object.NewList(items).V()) {
			return -1
		}
	}
	return p.matchItems(f, v, p.after, n-len(p.after))
}

func (p *sequencePattern) matchItems(f *Frame, v Value, ps []pattern, from int) int {
	for i, x := range ps {
		if a, ok := x.(*asPattern); ok && a.p == nil && a.t == nil {
			continue
		}
		item := f.th.GetItem(v, object.Int(int64(from+i)))
		if item.H == nil {
			f.fail(p.pos)
			return -1
		}
		if r := x.match(f, item); r <= 0 {
			return r
		}
	}
	return 1
}

type mappingPattern struct {
	keys     []Node
	patterns []pattern
	rest     target
	pos      Pos
}

var strGet = object.NewStr("get")

func (p *mappingPattern) match(f *Frame, v Value) int {
	if v.Type().Flags&object.FlagMapping == 0 {
		return 0
	}
	f.pos = p.pos
	th := f.th
	n, ok := th.Len(v)
	if !ok {
		f.fail(p.pos)
		return -1
	}
	if n < len(p.keys) {
		return 0
	}
	keys := make([]Value, len(p.keys))
	values := make([]Value, len(p.keys))
	seen := object.NewDict()
	for i, kn := range p.keys {
		k := kn.Eval(f)
		if k.H == nil {
			return -1
		}
		x, ok := p.lookup(f, v, k, seen)
		if !ok {
			return -1
		}
		if x.H == nil {
			return 0
		}
		keys[i], values[i] = k, x
	}
	for i, x := range p.patterns {
		if r := x.match(f, values[i]); r <= 0 {
			return r
		}
	}
	if p.rest == nil {
		return 1
	}
	d := object.NewDict()
	if !th.DictUpdate(d, v) {
		f.fail(p.pos)
		return -1
	}
	for _, k := range keys {
		if _, ok := d.Pop(th, k); !ok {
			f.fail(p.pos)
			return -1
		}
	}
	if !p.rest.store(f, d.V()) {
		return -1
	}
	return 1
}

// lookup finds a key with get(), so that mappings with defaults do not grow; absent: the nil Value.
func (p *mappingPattern) lookup(f *Frame, v, k Value, seen *object.Dict) (Value, bool) {
	th := f.th
	if old, ok := seen.Get(th, k); !ok || old.H != nil {
		if ok {
			th.ValueError("mapping pattern checks duplicate key (%s)", reprOf(th, k))
		}
		f.fail(p.pos)
		return Value{}, false
	}
	if !seen.Set(th, k, object.None) {
		f.fail(p.pos)
		return Value{}, false
	}
	if d, ok := object.AsDict(v); ok && v.IsExact(&object.DictType) {
		x, ok := d.Get(th, k)
		if !ok {
			f.fail(p.pos)
		}
		return x, ok
	}
	missing := object.NewList(nil).V()
	x := th.CallMethod(v, strGet, k, missing)
	if x.H == nil {
		f.fail(p.pos)
		return x, false
	}
	if x == missing {
		return Value{}, true
	}
	return x, true
}

type classPattern struct {
	cls        Node
	patterns   []pattern
	kw         []*Str
	kwPatterns []pattern
	pos        Pos
}

var strMatchArgs = object.NewStr("__match_args__")

func (p *classPattern) match(f *Frame, v Value) int {
	cls := p.cls.Eval(f)
	if cls.H == nil {
		return -1
	}
	f.pos = p.pos
	th := f.th
	t, ok := object.AsType(cls)
	if !ok {
		th.TypeError("called match pattern must be a class")
		f.fail(p.pos)
		return -1
	}
	is, ok := th.IsInstanceOf(v, cls)
	if !ok {
		f.fail(p.pos)
		return -1
	}
	if !is {
		return 0
	}
	names, self, ok := p.positional(th, t, cls)
	if !ok {
		f.fail(p.pos)
		return -1
	}
	if self {
		if r := p.patterns[0].match(f, v); r <= 0 {
			return r
		}
	}
	patterns := append(p.patterns[:len(names):len(names)], p.kwPatterns...)
	for i, name := range append(names, p.kw...) {
		x, ok := th.LookupAttr(v, name)
		if !ok {
			f.fail(p.pos)
			return -1
		}
		if x.H == nil {
			return 0
		}
		if r := patterns[i].match(f, x); r <= 0 {
			return r
		}
	}
	return 1
}

// positional returns the attributes that positional patterns match; self: the one pattern matches the subject.
func (p *classPattern) positional(th *Thread, t *object.Type, cls Value) (names []*Str, self, ok bool) {
	n := len(p.patterns)
	if n == 0 {
		return nil, false, true
	}
	ma, ok := th.LookupAttr(cls, strMatchArgs)
	if !ok {
		return nil, false, false
	}
	if ma.H == nil {
		if t.Flags&object.FlagMatchSelf != 0 {
			if n == 1 {
				return nil, true, true
			}
			th.TypeError("%s() accepts 1 positional sub-pattern (%d given)", t.Name, n)
			return nil, false, false
		}
		th.TypeError("%s() accepts 0 positional sub-patterns (%d given)", t.Name, n)
		return nil, false, false
	}
	args, isTuple := object.AsTuple(ma)
	if !isTuple {
		th.TypeError("%s.__match_args__ must be a tuple (got %s)", t.Name, ma.Type().Name)
		return nil, false, false
	}
	if n > len(args.Items) {
		th.TypeError("%s() accepts %d positional sub-pattern%s (%d given)", t.Name, len(args.Items), pluralS(len(args.Items) != 1), n)
		return nil, false, false
	}
	used := map[string]bool{}
	for _, x := range args.Items[:n] {
		s, isStr := object.AsStr(x)
		if !isStr {
			th.TypeError("__match_args__ elements must be strings (got %s)", x.Type().Name)
			return nil, false, false
		}
		used[s.Go()] = true
		names = append(names, s)
	}
	for _, k := range p.kw {
		if used[k.Go()] {
			th.TypeError("%s() got multiple sub-patterns for attribute '%s'", t.Name, k.Go())
			return nil, false, false
		}
	}
	return names, false, true
}
