// Pickling and copying of the iterators, which CPython 3.13 still supports but warns about.
package itertools

import "pyasync/object"

const removalText = "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14."

// reduces makes the row of __reduce__.
func reduces(f func(th *thread, v value) value) object.Method {
	return object.Method{Name: "__reduce__", Doc: object.DocReduce, F0: func(th *thread, v value) value {
		if w := th.Interp.Hooks.Warn; w != nil && !w(th, &object.DeprecationWarningType, removalText, 1) {
			return value{}
		}
		return f(th, v)
	}}
}

// sets makes the row of __setstate__.
func sets(f func(th *thread, v, state value) bool) object.Method {
	return object.Method{Name: "__setstate__", Sig: "state, /", Doc: object.DocState, F1: func(th *thread, v, state value) value {
		if w := th.Interp.Hooks.Warn; w != nil && !w(th, &object.DeprecationWarningType, removalText, 1) {
			return value{}
		}
		if !f(th, v, state) {
			return value{}
		}
		return object.None
	}}
}

// made is (type(v), args) or (type(v), args, state).
func made(v, args value, state ...value) value {
	return object.TupleOf(append([]value{v.Type().V(), args}, state...)...)
}

func emptyIter(th *thread) value { return th.Iter(object.EmptyTuple()) }

// fields unpacks a state that must be a tuple of n items.
func fields(th *thread, state value, n int) ([]value, bool) {
	t, ok := object.AsTuple(state)
	if !ok {
		th.TypeError("state is not a tuple")
		return nil, false
	}
	if len(t.Items) != n {
		th.TypeError("function takes exactly %d arguments (%d given)", n, len(t.Items))
		return nil, false
	}
	return t.Items, true
}

func accumulateReduce(th *thread, v value) value {
	a := (*accumulate)(v.Ptr())
	f := object.OrNone(a.f)
	switch {
	case a.initial.H != nil:
		return made(v, object.Pair(chainOf(th, a.initial, a.it), f), object.None)
	case a.total.H == nil:
		return made(v, object.Pair(a.it, f))
	case a.total.IsNone():
		rest := th.CallArgs(accumulateType.V(), chainOf(th, object.None, a.it), f)
		if rest.H == nil {
			return rest
		}
		return object.TupleOf(isliceType.V(), object.TupleOf(rest, object.Int(1), object.None))
	}
	return made(v, object.Pair(a.it, f), a.total)
}

// chainOf is chain([first], it).
func chainOf(th *thread, first, it value) value {
	return newChain(th, &chainType, object.TupleOf(object.NewList([]value{first}).V(), it))
}

func accumulateSetState(th *thread, v, state value) bool {
	a := (*accumulate)(v.Ptr())
	if a.total = state; state.IsNone() {
		a.total = value{}
	}
	return true
}

func chainReduce(th *thread, v value) value {
	c := (*chain)(v.Ptr())
	switch {
	case c.source.H == nil:
		return made(v, object.EmptyTuple())
	case c.active.H == nil:
		return made(v, object.EmptyTuple(), object.TupleOf(c.source))
	}
	return made(v, object.EmptyTuple(), object.Pair(c.source, c.active))
}

func chainSetState(th *thread, v, state value) bool {
	t, ok := object.AsTuple(state)
	if !ok {
		th.TypeError("state is not a tuple")
		return false
	}
	if len(t.Items) < 1 || len(t.Items) > 2 {
		th.TypeError("function takes at %s argument%s (%d given)", [2]string{"least 1", "most 2"}[min(len(t.Items), 1)], [2]string{"", "s"}[min(len(t.Items), 1)], len(t.Items))
		return false
	}
	for _, x := range t.Items {
		if x.Type().Next == nil {
			th.TypeError("Arguments must be iterators.")
			return false
		}
	}
	c := (*chain)(v.Ptr())
	c.source, c.active = t.Items[0], value{}
	if len(t.Items) == 2 {
		c.active = t.Items[1]
	}
	return true
}

func cycleReduce(th *thread, v value) value {
	c := (*cycle)(v.Ptr())
	saved := object.NewList(append([]value(nil), c.saved...)).V()
	if c.it.H != nil {
		return made(v, object.TupleOf(c.it), object.Pair(saved, object.Bool(c.again)))
	}
	it := th.Iter(saved)
	if c.i != 0 && th.CallMethod(it, object.NewStr("__setstate__"), object.Int(int64(c.i))).H == nil {
		return value{}
	}
	return made(v, object.TupleOf(it), object.Pair(saved, object.True))
}

func cycleSetState(th *thread, v, state value) bool {
	f, ok := fields(th, state, 2)
	if !ok {
		return false
	}
	saved, isList := object.AsList(f[0])
	if !isList {
		th.TypeError("argument 1 must be list, not %s", f[0].Type().TPName())
		return false
	}
	again, ok := th.AsIndex(f[1], &object.OverflowErrorType)
	if !ok {
		return false
	}
	c := (*cycle)(v.Ptr())
	c.saved, c.again, c.i = append([]value(nil), saved.Items...), again != 0, 0
	return true
}

// conditionalReduce is for filterfalse and starmap; with a flag for dropwhile and takewhile.
func conditionalReduce(th *thread, v value) value {
	c := (*conditional)(v.Ptr())
	return made(v, object.Pair(c.f, c.it))
}

func flaggedReduce(th *thread, v value) value {
	c := (*conditional)(v.Ptr())
	flag := object.Int(0)
	if c.done {
		flag = object.Int(1)
	}
	return made(v, object.Pair(c.f, c.it), flag)
}

func flaggedSetState(th *thread, v, state value) bool {
	done, ok := th.Truth(state)
	(*conditional)(v.Ptr()).done = done
	return ok
}

func isliceReduce(th *thread, v value) value {
	s := (*islice)(v.Ptr())
	if s.it.H == nil {
		return made(v, object.Pair(emptyIter(th), object.Int(0)), object.Int(0))
	}
	stop := object.None
	if s.stop >= 0 {
		stop = object.Int(int64(s.stop))
	}
	return made(v, object.TupleOf(s.it, object.Int(int64(s.next)), stop, object.Int(int64(s.step))), object.Int(int64(s.pos)))
}

func isliceSetState(th *thread, v, state value) bool {
	n, ok := th.AsIndex(state, &object.OverflowErrorType)
	(*islice)(v.Ptr()).pos = n
	return ok
}

func groupbyReduce(th *thread, v value) value {
	g := (*groupby)(v.Ptr())
	args := object.Pair(g.it, object.OrNone(g.key))
	if g.target.H != nil && g.cur.H != nil && g.item.H != nil {
		return made(v, args, object.TupleOf(g.item, g.target, g.cur))
	}
	return made(v, args)
}

func groupbySetState(th *thread, v, state value) bool {
	f, ok := fields(th, state, 3)
	if ok {
		g := (*groupby)(v.Ptr())
		g.item, g.target, g.cur = f[0], f[1], f[2]
	}
	return ok
}

func grouperReduce(th *thread, v value) value {
	p := (*grouper)(v.Ptr())
	if p.parent.group != p.group {
		f := th.BuiltinFunc("iter")
		if f.H == nil {
			return f
		}
		return object.TupleOf(f, object.TupleOf(object.EmptyTuple()))
	}
	return made(v, object.Pair(object.ObjectValue(&p.parent.header), p.key))
}

func zipLongestReduce(th *thread, v value) value {
	z := (*zipLongest)(v.Ptr())
	its := make([]value, len(z.its))
	for i, it := range z.its {
		if its[i] = it; it.H == nil {
			its[i] = object.EmptyTuple()
		}
	}
	return made(v, object.NewTuple(its).V(), z.fill)
}

func zipLongestSetState(th *thread, v, state value) bool {
	(*zipLongest)(v.Ptr()).fill = state
	return true
}

func indexTuple(a []int) value {
	items := make([]value, len(a))
	for i, x := range a {
		items[i] = object.Int(int64(x))
	}
	return object.NewTuple(items).V()
}

// setIndices reads a tuple of len(to) numbers, clipped to 0..limit(i).
func setIndices(th *thread, state value, to []int, limit func(i int) int) bool {
	t, ok := object.AsTuple(state)
	if !ok || len(t.Items) != len(to) {
		th.ValueError("invalid arguments")
		return false
	}
	for i, x := range t.Items {
		n, ok := th.AsIndex(x, &object.OverflowErrorType)
		if !ok {
			return false
		}
		to[i] = min(max(n, 0), limit(i))
	}
	return true
}

func productReduce(th *thread, v value) value {
	p := (*product)(v.Ptr())
	if p.done {
		return made(v, object.TupleOf(object.EmptyTuple()))
	}
	pools := make([]value, len(p.pools))
	for i, pool := range p.pools {
		pools[i] = object.TupleCopy(pool).V()
	}
	args := object.NewTuple(pools).V()
	if !p.started {
		return made(v, args)
	}
	return made(v, args, indexTuple(p.indices))
}

func productSetState(th *thread, v, state value) bool {
	p := (*product)(v.Ptr())
	if p.done {
		return true
	}
	p.started = true
	return setIndices(th, state, p.indices, func(i int) int { return len(p.pools[i]) - 1 })
}

func selectionReduce(th *thread, v value) value {
	s := (*selection)(v.Ptr())
	r := object.Int(int64(s.r))
	if s.done {
		return made(v, object.Pair(object.EmptyTuple(), r))
	}
	args := object.Pair(object.TupleCopy(s.pool).V(), r)
	switch {
	case !s.started:
		return made(v, args)
	case s.cycles != nil:
		return made(v, args, object.Pair(indexTuple(s.indices), indexTuple(s.cycles)))
	}
	return made(v, args, indexTuple(s.indices))
}

func combinationsSetState(th *thread, v, state value) bool {
	s := (*selection)(v.Ptr())
	s.started = true
	return setIndices(th, state, s.indices, func(i int) int { return i + len(s.pool) - s.r })
}

func combinationsRepSetState(th *thread, v, state value) bool {
	s := (*selection)(v.Ptr())
	s.started = true
	return setIndices(th, state, s.indices, func(i int) int { return len(s.pool) - 1 })
}

func permutationsSetState(th *thread, v, state value) bool {
	s := (*selection)(v.Ptr())
	f, ok := fields(th, state, 2)
	if !ok {
		return false
	}
	n := len(s.pool)
	s.started = true
	return setIndices(th, f[0], s.indices, func(i int) int { return n - 1 }) &&
		setIndices(th, f[1], s.cycles, func(i int) int { return n - i })
}
