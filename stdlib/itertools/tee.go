// tee: several iterators over one, which share what some have read and others have not.
package itertools

import "pyasync/object"

var teeType object.Type

// teeCell is a link of the chain of values read. next is nil where nobody has read on.
type teeCell struct {
	x    value
	next *teeCell
}

// teeSource is the iterator that the tees share.
type teeSource struct {
	it      value
	running bool
}

type teeIter struct {
	header
	source *teeSource
	at     *teeCell // its next holds, or will hold, the next value
}

func init() {
	spec := iterator("_tee", "iterable, /", "Iterator wrapped to make it copyable.", object.Allocator[teeIter](), teeNew, teeNext,
		object.Method{Name: "__copy__", F0: teeCopy, Doc: "Returns an independent iterator."})
	object.Define(&teeType, spec)
}

func teeNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	if !th.NoKeywords("_tee", kw) || !th.ArgCount("_tee", len(args), 1, 1) {
		return value{}
	}
	it := th.Iter(args[0])
	if it.H == nil {
		return it
	}
	return teeOver(it)
}

// teeOver returns a tee over an iterator; one over a tee shares its source.
func teeOver(it value) value {
	if it.Is(&teeType) {
		t := (*teeIter)(it.Ptr())
		return newTee(t.source, t.at)
	}
	return newTee(&teeSource{it: it}, &teeCell{})
}

func newTee(s *teeSource, at *teeCell) value {
	v := object.Allocate(&teeType)
	t := (*teeIter)(v.Ptr())
	t.source, t.at = s, at
	return v
}

func teeCopy(th *thread, self value) value {
	t := (*teeIter)(self.Ptr())
	return newTee(t.source, t.at)
}

func teeNext(th *thread, v value) value {
	t := (*teeIter)(v.Ptr())
	if t.at.next == nil {
		s := t.source
		if s.running {
			return th.RuntimeError("cannot re-enter the tee iterator")
		}
		s.running = true
		x := th.StepIter(s.it)
		s.running = false
		if x.H == nil {
			return x
		}
		t.at.next = &teeCell{x: x}
	}
	t.at = t.at.next
	return t.at.x
}

func tee(th *thread, self value, a []value) value {
	n := 2
	if a[1].H != nil {
		var ok bool
		if n, ok = size(th, a[1], "n must be >= 0"); !ok {
			return value{}
		}
	}
	if !th.CheckSize(16 * min(n, 1<<58)) {
		return value{}
	}
	if n == 0 {
		return object.EmptyTuple()
	}
	it := th.Iter(a[0])
	if it.H == nil {
		return it
	}
	items := make([]value, n)
	items[0] = teeOver(it)
	for i := 1; i < n; i++ {
		items[i] = teeCopy(th, items[0])
	}
	return object.NewTuple(items).V()
}
