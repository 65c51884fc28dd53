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

// statements returns what s consists of.
func statements(s Stmt) []Stmt {
	if b, ok := s.(*block); ok {
		return b.list
	}
	return []Stmt{s}
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
	c    Cond
	body []Stmt
	or   Stmt
	pos  Pos
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
		for _, x := range s.body {
			if st := x.Exec(f); st != Normal {
				if st == Continue {
					break
				}
				if st == Break {
					return Normal
				}
				return st
			}
		}
		if f.attention() && !f.poll(s.pos) {
			return Raise
		}
	}
}

// forStmt iterates over ranges, lists and tuples without making an iterator.
type forStmt struct {
	t     target
	off   slot // of a local target
	local bool
	iter  Node
	span  *rangeCall // iter as a call that may make a range
	body  []Stmt
	or    Stmt
	pos   Pos  // of the iterable
	temp  bool // the iterable is a temporary, see abandon
}

func (s *forStmt) set(f *Frame, v Value) bool {
	if s.local {
		object.Store(f.at(s.off), v)
		return true
	}
	return s.t.store(f, v)
}

func (s *forStmt) Exec(f *Frame) Status {
	var v Value
	var st Status
	if s.span == nil {
		v = s.iter.Eval(f)
	} else {
		start, stop, step, r := s.span.bounds(f)
		if step != 0 {
			st = s.overRange(f, start, stop, step)
			return s.end(f, st)
		}
		v = r
	}
	if v.H == nil {
		return Raise
	}
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
	return s.end(f, st)
}

// end is how the statement ends after its loop ended with st.
func (s *forStmt) end(f *Frame, st Status) Status {
	if st == Normal && s.or != nil {
		return s.or.Exec(f)
	}
	if st == Break {
		return Normal
	}
	return st
}

// rangeCall is a call of what may turn out to be range, with one to three arguments.
type rangeCall struct {
	fn   Node
	args [3]Node
	pos  Pos
}

// rangeCallOf returns n as a rangeCall if it looks like one.
func rangeCallOf(n Node) *rangeCall {
	r := &rangeCall{}
	switch n := n.(type) {
	case *call1:
		r.fn, r.args, r.pos = n.fn, [3]Node{n.a}, n.pos
	case *call2:
		r.fn, r.args, r.pos = n.fn, [3]Node{n.a, n.b}, n.pos
	case *call3:
		r.fn, r.args, r.pos = n.fn, [3]Node{n.a, n.b, n.c}, n.pos
	}
	switch fn := r.fn.(type) {
	case *global:
		if fn.name.Go() == "range" {
			return r
		}
	case *bodyName:
		if fn.name.Go() == "range" {
			return r
		}
	}
	return nil
}

// bounds evaluates the call. If it makes a range of small ints, the range is returned by its numbers, without being
// made; otherwise step is 0 and v is the result.
func (n *rangeCall) bounds(f *Frame) (start, stop, step int64, v Value) {
	fv := n.fn.Eval(f)
	if fv.H == nil {
		return 0, 0, 0, fv
	}
	var a [3]Value
	ints, count := fv.H == &object.RangeType.Header, 0
	for ; count < len(a) && n.args[count] != nil; count++ {
		x := n.args[count].Eval(f)
		if x.H == nil {
			return 0, 0, 0, x
		}
		ints = ints && x.H == &object.IntHeader
		a[count] = x
	}
	if ints {
		switch count {
		case 1:
			return 0, int64(a[0].N), 1, v
		case 2:
			return int64(a[0].N), int64(a[1].N), 1, v
		}
		if a[2].N != 0 {
			return int64(a[0].N), int64(a[1].N), int64(a[2].N), v
		}
	}
	f.pos = n.pos
	switch count {
	case 1:
		v = f.call1(fv, a[0])
	case 2:
		v = f.call2(fv, a[0], a[1])
	default:
		v = f.call3(fv, a[0], a[1], a[2])
	}
	if v.H == nil {
		f.fail(n.pos)
	}
	return 0, 0, 0, v
}

// body1 runs the body once; done: the loop ends with the status.
func (s *forStmt) body1(f *Frame) (st Status, done bool) {
	for _, x := range s.body {
		if st = x.Exec(f); st != Normal {
			if st != Continue {
				return st, true
			}
			break
		}
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
