// The match statement: patterns are nodes that test a value and bind names.
package eval

import (
	"pyasync/ast"
	"pyasync/object"
)

// pattern tests v: 1 it matches and what it captures is stored, 0 it does not, -1 raised.
type pattern interface {
	match(f *Frame, v Value) int
}

type matchCase struct {
	p     pattern
	binds []captured
	guard Cond // may be nil
	pre   Stmt // what the guard awaits; may be nil
	body  Stmt
}

// captured is a name that a pattern binds: what it captures waits in a temporary until the whole pattern has matched.
type captured struct {
	name string
	from slot
	t    target
}

// matches tests v and binds the names: only of a pattern that matches as a whole.
func (c *matchCase) matches(f *Frame, v Value) int {
	r := c.p.match(f, v)
	if r <= 0 {
		return r
	}
	for i := range c.binds {
		b := &c.binds[i]
		p := f.at(b.from)
		x := *p
		*p = Value{}
		if !b.t.store(f, x) {
			return -1
		}
	}
	return 1
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
			switch c.matches(f, v) {
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
	var temps []slot
	for _, c := range s.Cases {
		pl := patternLowerer{lowerer: l, temps: temps, direct: capturesAtEnd(c.Pattern)}
		mc := matchCase{p: pl.pattern(c.Pattern)}
		mc.binds, temps = pl.binds, pl.temps
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

// patternLowerer lowers the pattern of one case.
type patternLowerer struct {
	*lowerer
	binds []captured
	temps []slot // temporaries of the statement, shared by its cases
	// direct: the pattern captures one value, when nothing can fail any more.
	direct bool
}

// capture returns where a captured value is stored.
func (l *patternLowerer) capture(name ast.Ident, pos Pos) target {
	if l.direct {
		return l.nameTarget(string(name), pos)
	}
	for i := range l.binds {
		if l.binds[i].name == string(name) { // in another alternative of an or-pattern
			return &localTarget{off: l.binds[i].from}
		}
	}
	n := len(l.binds)
	if n == len(l.temps) {
		l.temps = append(l.temps, l.newSlots(1))
	}
	l.binds = append(l.binds, captured{string(name), l.temps[n], l.nameTarget(string(name), pos)})
	return &localTarget{off: l.temps[n]}
}

// capturesAtEnd reports whether a pattern is a name, or captures only the subject at last.
func capturesAtEnd(p ast.Pattern) bool {
	as, ok := p.(*ast.MatchAs)
	return ok && (as.Pattern == nil || !capturesAny(as.Pattern))
}

func capturesAny(p ast.Pattern) bool {
	c := &collector{cur: newScope(functionScope, "", nil, nil), byNode: map[any]*scope{}}
	c.top = c.cur
	c.pattern(p)
	for _, s := range c.cur.order {
		if s.flags&symBound != 0 {
			return true
		}
	}
	return false
}

func (l *patternLowerer) pattern(p ast.Pattern) pattern {
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
		m.distinct = true
		for _, k := range p.Keys {
			x := l.expr(k)
			_, isConst := x.(*constant)
			m.distinct = m.distinct && isConst // the parser has compared literals
			m.keys = append(m.keys, x)
		}
		if p.Rest != "" {
			m.rest = l.capture(p.Rest, posOf(p))
		}
		return m
	case *ast.MatchClass:
		c := &classPattern{cls: l.expr(p.Cls), patterns: l.patterns(p.Patterns), kwPatterns: l.patterns(p.KwdPatterns), pos: posOf(p)}
		for _, a := range p.KwdAttrs {
			c.kw = append(c.kw, l.noteName(l.u.consts.name(string(a))))
		}
		return c
	case *ast.MatchAs:
		a := &asPattern{}
		if p.Pattern != nil {
			a.p = l.pattern(p.Pattern)
		}
		if p.Name != "" {
			a.t = l.capture(p.Name, posOf(p))
		}
		return a
	case *ast.MatchOr:
		return &orPattern{l.patterns(p.Patterns)}
	}
	panic("lowering: unknown pattern")
}

func (l *patternLowerer) patterns(ps []ast.Pattern) []pattern {
	list := make([]pattern, len(ps))
	for i, p := range ps {
		list[i] = l.pattern(p)
	}
	return list
}

// sequencePattern splits at the star.
func (l *patternLowerer) sequencePattern(p *ast.MatchSequence) pattern {
	s := &sequencePattern{pos: posOf(p)}
	for _, x := range p.Patterns {
		if st, ok := x.(*ast.MatchStar); ok {
			s.star = true
			if st.Name != "" {
				s.rest = l.capture(st.Name, posOf(st))
			}
			continue
		}
		if s.star {
			s.after = append(s.after, l.pattern(x))
		} else {
			s.before = append(s.before, l.pattern(x))
		}
	}
	s.skips = s.rest == nil && (s.star || allWildcards(s.before))
	return s
}

func allWildcards(ps []pattern) bool {
	for _, p := range ps {
		if !isWildcard(p) {
			return false
		}
	}
	return true
}
