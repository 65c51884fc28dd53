// Compound statements that cannot suspend: block, if, while, for.
package eval

import "pyasync/object"

// block runs statements in order.
type block struct{ list []Stmt }

func (s *block) Exec(f *Frame) Status {
	for _, x := range s.list {
		if st := x.Exec(f); st != Normal {
			return st
		}
	}
	return Normal
}

type ifStmt struct {
	c        Cond
	then, or Stmt // or may be nil
}

func (s *ifStmt) Exec(f *Frame) Status {
	switch s.c.Test(f) {
	case 1:
		return s.then.Exec(f)
	case 0:
		if s.or != nil {
			return s.or.Exec(f)
		}
		return Normal
	}
	return Raise
}

type whileStmt struct {
	c        Cond
	body, or Stmt
	pos      Pos
}

func (s *whileStmt) Exec(f *Frame) Status {
	for {
		switch s.c.Test(f) {
		case 0:
			if s.or != nil {
				return s.or.Exec(f)
			}
			return Normal
		case -1:
			return Raise
		}
		if st := s.body.Exec(f); st != Normal && st != Continue {
			if st == Break {
				return Normal
			}
			return st
		}
		if f.attention() && !f.poll(s.pos) {
			return Raise
		}
	}
}

// forStmt iterates over ranges, lists and tuples without making an iterator.
type forStmt struct {
	t        target
	off      slot // of a local target
	local    bool
	iter     Node
	body, or Stmt
	pos      Pos  // of the iterable
	temp     bool // the iterable is a temporary, see abandon
}

func (s *forStmt) set(f *Frame, v Value) bool {
	if s.local {
		object.Store(f.at(s.off), v)
		return true
	}
	return s.t.store(f, v)
}

func (s *forStmt) Exec(f *Frame) Status {
	v := s.iter.Eval(f)
	if v.H == nil {
		return Raise
	}
	var st Status
	switch v.H.Shape {
	case &object.RangeType.Root:
		if start, stop, step, ok := object.RangeInts(v); ok && step != 0 {
			st = s.overRange(f, start, stop, step)
			break
		}
		st = s.overIterator(f, v)
	case &object.ListType.Root:
		st = s.overList(f, (*object.List)(v.Ptr()))
	case &object.TupleType.Root:
		st = s.overTuple(f, (*object.Tuple)(v.Ptr()))
	default:
		st = s.overIterator(f, v)
	}
	if st == Normal && s.or != nil {
		return s.or.Exec(f)
	}
	if st == Break {
		return Normal
	}
	return st
}

// body1 runs the body once; done: the loop ends with the status.
func (s *forStmt) body1(f *Frame) (st Status, done bool) {
	if st = s.body.Exec(f); st != Normal && st != Continue {
		return st, true
	}
	if f.attention() && !f.poll(s.pos) {
		return Raise, true
	}
	return Normal, false
}

func (s *forStmt) overRange(f *Frame, start, stop, step int64) Status {
	if step > 0 && start >= stop || step < 0 && start <= stop {
		return Normal
	}
	n := rangeLen(start, stop, step)
	for i := start; n > 0; n-- {
		if s.local {
			object.Store(f.at(s.off), object.Int(i))
		} else if !s.t.store(f, object.Int(i)) {
			return Raise
		}
		if st, done := s.body1(f); done {
			return st
		}
		i += step
	}
	return Normal
}

func rangeLen(start, stop, step int64) uint64 {
	if step > 0 {
		return (uint64(stop)-uint64(start)-1)/uint64(step) + 1
	}
	return (uint64(start)-uint64(stop)-1)/(-uint64(step)) + 1
}

func (s *forStmt) overList(f *Frame, l *object.List) Status {
	for i := 0; i < len(l.Items); i++ {
		if !s.set(f, l.Items[i]) {
			return Raise
		}
		if st, done := s.body1(f); done {
			return st
		}
	}
	return Normal
}

func (s *forStmt) overTuple(f *Frame, t *object.Tuple) Status {
	for _, x := range t.Items {
		if !s.set(f, x) {
			return Raise
		}
		if st, done := s.body1(f); done {
			return st
		}
	}
	return Normal
}

func (s *forStmt) overIterator(f *Frame, v Value) Status {
	f.pos = s.pos
	it := f.th.Iter(v)
	if it.H == nil {
		return f.failStatus(s.pos)
	}
	own := s.temp && fresh(it)
	for {
		f.pos = s.pos
		x, ok := f.th.Next(it)
		if !ok {
			return f.failStatus(s.pos)
		}
		if x.H == nil {
			return Normal
		}
		st, done := Raise, true
		if s.set(f, x) {
			st, done = s.body1(f)
		}
		if done {
			if own {
				f.abandon(it)
			}
			return st
		}
	}
}
