// Comprehensions: loops in the surrounding frame that fill an accumulator.
package eval

import (
	"slices"

	"pyasync/object"
)

// compNode is a comprehension that cannot suspend.
type compNode struct {
	kind     compKind
	first    Node // the first iterable
	firstOff slot
	acc      slot
	body     Stmt
	cells    []slot // loop variables shared with functions inside: fresh for every run
	async    bool
	pos      Pos
}

// begin evaluates the first iterable and makes the accumulator.
func (n *compNode) begin(f *Frame) bool {
	v := n.first.Eval(f)
	if v.H == nil {
		return false
	}
	*f.at(n.firstOff) = v
	for _, c := range n.cells {
		*f.at(c) = object.ObjectValue(&object.NewCell(Value{}).Header)
	}
	switch n.kind {
	case listComp:
		*f.at(n.acc) = object.NewList(nil).V()
	case setComp:
		*f.at(n.acc) = object.NewSet().V()
	default:
		*f.at(n.acc) = object.NewDict().V()
	}
	return true
}

func (n *compNode) Eval(f *Frame) Value {
	if !n.begin(f) {
		return Value{}
	}
	st := n.body.Exec(f)
	p := f.at(n.acc)
	v := *p
	*p = Value{}
	if st == Raise {
		return Value{}
	}
	return v
}

// compStart begins a comprehension that can suspend; its loops follow as statements.
type compStart struct{ c *compNode }

func (s *compStart) Exec(f *Frame) Status {
	if !s.c.begin(f) {
		return Raise
	}
	return Normal
}

type listCompAdd struct {
	acc slot
	v   Node
}

func (s *listCompAdd) Exec(f *Frame) Status {
	v := s.v.Eval(f)
	if v.H == nil {
		return Raise
	}
	l := (*object.List)(f.at(s.acc).Ptr())
	if len(l.Items) == cap(l.Items) && len(l.Items) > 1<<12 {
		l.Items = slices.Grow(l.Items, len(l.Items)) // append would copy it four times as often
	}
	l.Items = append(l.Items, v)
	return Normal
}

type setCompAdd struct {
	acc slot
	v   Node
	pos Pos
}

func (s *setCompAdd) Exec(f *Frame) Status {
	v := s.v.Eval(f)
	if v.H == nil {
		return Raise
	}
	if !(*object.Set)(f.at(s.acc).Ptr()).Add(f.th, v) {
		return f.failStatus(s.pos)
	}
	return Normal
}

type dictCompAdd struct {
	acc  slot
	k, v Node
	pos  Pos
}

func (s *dictCompAdd) Exec(f *Frame) Status {
	k := s.k.Eval(f)
	if k.H == nil {
		return Raise
	}
	v := s.v.Eval(f)
	if v.H == nil {
		return Raise
	}
	if !(*object.Dict)(f.at(s.acc).Ptr()).Set(f.th, k, v) {
		return f.failStatus(s.pos)
	}
	return Normal
}
