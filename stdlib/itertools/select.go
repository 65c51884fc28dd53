// The iterators that pick from their input: chain, compress, dropwhile, takewhile, filterfalse, islice, starmap.
package itertools

import "pyasync/object"

var chainType, compressType, dropwhileType, takewhileType, filterfalseType, isliceType, starmapType object.Type

// chain goes through the iterables that source gives.
type chain struct {
	header
	source value // nil: exhausted
	active value // nil: take the next iterable
}

type compress struct {
	header
	data, selectors value
}

// conditional is the layout of the iterators with a function and an input.
type conditional struct {
	header
	f, it value
	done  bool // dropwhile: dropping is over; takewhile: stopped
}

type islice struct {
	header
	it         value // nil: exhausted
	next, stop int   // stop < 0: none
	step, pos  int
}

func init() {
	c := iterator("chain", "*iterables", "Return a chain object whose .__next__() method returns elements from the\nfirst iterable until it is exhausted, then elements from the next\niterable, until all of the iterables are exhausted.",
		object.Allocator[chain](), chainNew, chainNext,
		object.Method{Name: "from_iterable", Sig: "iterable, /", Flags: object.ClassMethod, F1: chainFromIterable, Doc: "Alternative chain() constructor taking a single iterable argument that evaluates lazily."},
		object.ClassGetItemRow, reduces(chainReduce), sets(chainSetState))
	object.Define(&chainType, c)
	object.Define(&compressType, iterator("compress", "data, selectors", "Return data elements corresponding to true selector elements.\n\nForms a shorter iterator from selected data elements using the selectors to\nchoose the data elements.",
		object.Allocator[compress](), compressNew, compressNext, reduces(compressReduce)))
	cond := func(t *object.Type, name, sig, doc string, next object.UnaryFunc, rows ...object.Method) {
		create := func(th *thread, c *object.Type, args []value, kw []*object.Str) value {
			return conditionalNew(th, c, t, args, kw)
		}
		object.Define(t, iterator(name, sig, doc, object.Allocator[conditional](), create, next, rows...))
	}
	cond(&dropwhileType, "dropwhile", "predicate, iterable, /", "Drop items from the iterable while predicate(item) is true.\n\nAfterwards, return every element until the iterable is exhausted.", dropwhileNext, reduces(flaggedReduce), sets(flaggedSetState))
	cond(&takewhileType, "takewhile", "predicate, iterable, /", "Return successive entries from an iterable as long as the predicate evaluates to true for each entry.", takewhileNext, reduces(flaggedReduce), sets(flaggedSetState))
	cond(&filterfalseType, "filterfalse", "function, iterable, /", "Return those items of iterable for which function(item) is false.\n\nIf function is None, return the items that are false.", filterfalseNext, reduces(conditionalReduce))
	cond(&starmapType, "starmap", "function, iterable, /", "Return an iterator whose values are returned from the function evaluated with an argument tuple taken from the given sequence.", starmapNext, reduces(conditionalReduce))
	object.Define(&isliceType, iterator("islice", "iterable, start, stop=<unrepresentable>, step=1, /", "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\nReturn an iterator whose next() method returns selected values from an\niterable.",
		object.Allocator[islice](), isliceNew, isliceNext, reduces(isliceReduce), sets(isliceSetState)))
}

func chainNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	if !noKeywords(th, t, &chainType, kw) {
		return value{}
	}
	return newChain(th, t, object.TupleCopy(args[:len(args)-len(kw)]).V())
}

func newChain(th *thread, t *object.Type, iterables value) value {
	it := th.Iter(iterables)
	if it.H == nil {
		return it
	}
	v := object.Allocate(t)
	(*chain)(v.Ptr()).source = it
	return v
}

func chainFromIterable(th *thread, cls, iterable value) value {
	t, _ := object.AsType(cls)
	return newChain(th, t, iterable)
}

func chainNext(th *thread, v value) value {
	c := (*chain)(v.Ptr())
	for c.source.H != nil {
		if c.active.H == nil {
			iterable := th.StepIter(c.source)
			if iterable.H == nil {
				c.source = value{}
				return value{}
			}
			it := th.Iter(iterable)
			if it.H == nil {
				c.source = value{}
				return it
			}
			c.active = it
		}
		x := th.StepIter(c.active)
		if x.H != nil {
			return x
		}
		if !th.Ended() {
			return x
		}
		c.active = value{}
	}
	return value{}
}

var compressArgs = &object.ArgParser{Name: "compress", Sig: "data, selectors"}

func compressNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	var in [2]value
	if !compressArgs.Bind(th, args, kw, in[:]) {
		return value{}
	}
	data := th.Iter(in[0])
	if data.H == nil {
		return data
	}
	selectors := th.Iter(in[1])
	if selectors.H == nil {
		return selectors
	}
	v := object.Allocate(t)
	c := (*compress)(v.Ptr())
	c.data, c.selectors = data, selectors
	return v
}

func compressNext(th *thread, v value) value {
	c := (*compress)(v.Ptr())
	for {
		x := th.StepIter(c.data)
		if x.H == nil {
			return x
		}
		s := th.StepIter(c.selectors)
		if s.H == nil {
			return s
		}
		take, ok := th.Truth(s)
		if !ok {
			return value{}
		}
		if take {
			return x
		}
	}
}

func compressReduce(th *thread, v value) value {
	c := (*compress)(v.Ptr())
	return made(v, object.Pair(c.data, c.selectors))
}

func conditionalNew(th *thread, t, builtin *object.Type, args []value, kw []*object.Str) value {
	if !noKeywords(th, t, builtin, kw) || !th.ArgCount(builtin.Name, len(args)-len(kw), 2, 2) {
		return value{}
	}
	it := th.Iter(args[1])
	if it.H == nil {
		return it
	}
	v := object.Allocate(t)
	c := (*conditional)(v.Ptr())
	c.f, c.it = args[0], it
	return v
}

// test returns the truth of f(x).
func (c *conditional) test(th *thread, x value) (yes, ok bool) {
	r := th.Call1(c.f, x)
	if r.H == nil {
		return false, false
	}
	return th.Truth(r)
}

func dropwhileNext(th *thread, v value) value {
	c := (*conditional)(v.Ptr())
	for {
		x := th.StepIter(c.it)
		if x.H == nil || c.done {
			return x
		}
		drop, ok := c.test(th, x)
		if !ok {
			return value{}
		}
		if !drop {
			c.done = true
			return x
		}
	}
}

func takewhileNext(th *thread, v value) value {
	c := (*conditional)(v.Ptr())
	if c.done {
		return value{}
	}
	x := th.StepIter(c.it)
	if x.H == nil {
		return x
	}
	take, ok := c.test(th, x)
	if !ok {
		return value{}
	}
	if !take {
		c.done = true
		return th.Exhausted()
	}
	return x
}

func filterfalseNext(th *thread, v value) value {
	c := (*conditional)(v.Ptr())
	plain := c.f.IsNone() || c.f == object.BoolType.V()
	for {
		x := th.StepIter(c.it)
		if x.H == nil {
			return x
		}
		var skip, ok bool
		if plain {
			skip, ok = th.Truth(x)
		} else {
			skip, ok = c.test(th, x)
		}
		if !ok {
			return value{}
		}
		if !skip {
			return x
		}
	}
}

func starmapNext(th *thread, v value) value {
	c := (*conditional)(v.Ptr())
	x := th.StepIter(c.it)
	if x.H == nil {
		return x
	}
	if t, ok := object.AsTuple(x); ok {
		return th.Call(c.f, t.Items, nil)
	}
	args, ok := th.Collect(x)
	if !ok {
		return value{}
	}
	return th.Call(c.f, args, nil)
}

func isliceNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	if !noKeywords(th, t, &isliceType, kw) || !th.ArgCount("islice", len(args)-len(kw), 2, 4) {
		return value{}
	}
	args = args[:len(args)-len(kw)]
	s := islice{stop: -1, step: 1}
	const stopText = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
	const indexText = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
	bound := func(v value, def int, message string) (int, bool) {
		if v.IsNone() {
			return def, true
		}
		n, ok := th.AsIndex(v, &object.OverflowErrorType)
		if !ok || n < 0 {
			if ok && n < -1 && message == stopText {
				message = indexText
			}
			th.ValueError("%s", message)
			return 0, false
		}
		return n, true
	}
	ok := true
	if len(args) == 2 {
		s.stop, ok = bound(args[1], -1, stopText)
	} else if s.stop, ok = bound(args[2], -1, stopText); ok {
		s.next, ok = bound(args[1], 0, indexText)
	}
	if !ok {
		return value{}
	}
	if len(args) == 4 {
		const text = "Step for islice() must be a positive integer or None."
		if s.step, ok = bound(args[3], 1, text); !ok {
			return value{}
		}
		if s.step < 1 {
			return th.ValueError(text)
		}
	}
	if s.it = th.Iter(args[0]); s.it.H == nil {
		return value{}
	}
	v := object.Allocate(t)
	p := (*islice)(v.Ptr())
	p.it, p.next, p.stop, p.step = s.it, s.next, s.stop, s.step
	return v
}

func isliceNext(th *thread, v value) value {
	s := (*islice)(v.Ptr())
	if s.it.H == nil {
		return value{}
	}
	for s.pos < s.next {
		x := th.StepIter(s.it)
		if x.H == nil {
			s.it = value{}
			return x
		}
		s.pos++
	}
	if s.stop >= 0 && s.pos >= s.stop {
		s.it = value{}
		return th.Exhausted()
	}
	x := th.StepIter(s.it)
	if x.H == nil {
		s.it = value{}
		return x
	}
	s.pos++
	next := s.next + s.step
	if next < s.next || s.stop >= 0 && next > s.stop {
		next = s.stop
		if next < 0 {
			next = int(^uint(0) >> 1)
		}
	}
	s.next = next
	return x
}
