// The iterators that combine neighbours: accumulate, batched, groupby, pairwise; and zip_longest.
package itertools

import "pyasync/object"

var accumulateType, batchedType, groupbyType, grouperType, pairwiseType, zipLongestType object.Type

type accumulate struct {
	header
	it, f, total, initial value
}

type batched struct {
	header
	it     value // nil: exhausted
	n      int
	strict bool
}

// groupby reads ahead one value. Its current group is the grouper whose number is group.
type groupby struct {
	header
	it, key           value
	target, cur, item value // keys of the group asked for and of item, which was read last
	group             int
}

type grouper struct {
	header
	parent *groupby
	key    value
	group  int
}

type pairwise struct {
	header
	it, old value
}

type zipLongest struct {
	header
	its    []value // nil entries: exhausted
	fill   value
	active int
}

func init() {
	object.Define(&accumulateType, iterator("accumulate", "iterable, func=None, *, initial=None", "Return series of accumulated sums.",
		object.Allocator[accumulate](), accumulateNew, accumulateNext, reduces(accumulateReduce), sets(accumulateSetState)))
	object.Define(&batchedType, iterator("batched", "iterable, n, *, strict=False", "Batch data into tuples of length n. The last batch may be shorter than n.\n\nLoops over the input iterable and accumulates data into tuples up to size n.\nThe input is consumed lazily, just enough to fill a batch.\nIf \"strict\" is True, will raise a ValueError if the final batch is shorter than n.",
		object.Allocator[batched](), batchedNew, batchedNext))
	object.Define(&groupbyType, iterator("groupby", "iterable, key=None", "make an iterator that returns consecutive keys and groups from the iterable\n\n  iterable\n    Elements to divide into groups according to the key function.\n  key\n    A function for computing the group category for each element.\n    If the key function is not specified or is None, the element itself\n    is used for grouping.",
		object.Allocator[groupby](), groupbyNew, groupbyNext, reduces(groupbyReduce), sets(groupbySetState)))
	g := iterator("_grouper", "parent, tgtkey, /", "", object.Allocator[grouper](), grouperNew, grouperNext, reduces(grouperReduce))
	object.Define(&grouperType, g)
	object.Define(&pairwiseType, iterator("pairwise", "iterable, /", "Return an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), (s1,s2), (s2, s3), ...",
		object.Allocator[pairwise](), pairwiseNew, pairwiseNext))
	object.Define(&zipLongestType, iterator("zip_longest", "*iterables, fillvalue=None", "Return a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th iterable argument, until the longest one is exhausted.\nMissing values are replaced by fillvalue.",
		object.Allocator[zipLongest](), zipLongestNew, zipLongestNext, reduces(zipLongestReduce), sets(zipLongestSetState)))
}

var accumulateArgs = &object.ArgParser{Name: "accumulate", Sig: "iterable, func=None, *, initial=None"}

func accumulateNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	var in [3]value
	if !accumulateArgs.Bind(th, args, kw, in[:]) {
		return value{}
	}
	it := th.Iter(in[0])
	if it.H == nil {
		return it
	}
	v := object.Allocate(t)
	a := (*accumulate)(v.Ptr())
	a.it = it
	if in[1].H != nil && !in[1].IsNone() {
		a.f = in[1]
	}
	if in[2].H != nil && !in[2].IsNone() {
		a.initial = in[2]
	}
	return v
}

func accumulateNext(th *thread, v value) value {
	a := (*accumulate)(v.Ptr())
	if a.initial.H != nil {
		a.total, a.initial = a.initial, value{}
		return a.total
	}
	x := th.StepIter(a.it)
	if x.H == nil {
		return x
	}
	if a.total.H == nil {
		a.total = x
		return x
	}
	var total value
	if a.f.H == nil {
		total = th.BinaryOp(object.OpAdd, a.total, x)
	} else {
		total = th.Call2(a.f, a.total, x)
	}
	if total.H != nil {
		a.total = total
	}
	return total
}

var batchedArgs = &object.ArgParser{Name: "batched", Sig: "iterable, n, *, strict=False"}

func batchedNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	var in [3]value
	if !batchedArgs.Bind(th, args, kw, in[:]) {
		return value{}
	}
	n, ok := th.AsSize(in[1])
	if !ok {
		return value{}
	}
	strict := false
	if in[2].H != nil {
		if strict, ok = th.Truth(in[2]); !ok {
			return value{}
		}
	}
	if n < 1 {
		return th.ValueError("n must be at least one")
	}
	it := th.Iter(in[0])
	if it.H == nil {
		return it
	}
	v := object.Allocate(t)
	b := (*batched)(v.Ptr())
	b.it, b.n, b.strict = it, n, strict
	return v
}

func batchedNext(th *thread, v value) value {
	b := (*batched)(v.Ptr())
	if b.it.H == nil {
		return value{}
	}
	items := make([]value, 0, min(b.n, 64))
	for len(items) < b.n {
		x := th.StepIter(b.it)
		if x.H == nil {
			b.it = value{}
			if !th.Ended() || len(items) == 0 {
				return value{}
			}
			if b.strict {
				return th.ValueError("batched(): incomplete batch")
			}
			break
		}
		items = append(items, x)
	}
	return object.NewTuple(items).V()
}

var groupbyArgs = &object.ArgParser{Name: "groupby", Sig: "iterable, key=None"}

func groupbyNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	var in [2]value
	if !groupbyArgs.Bind(th, args, kw, in[:]) {
		return value{}
	}
	it := th.Iter(in[0])
	if it.H == nil {
		return it
	}
	v := object.Allocate(t)
	g := (*groupby)(v.Ptr())
	g.it = it
	if in[1].H != nil && !in[1].IsNone() {
		g.key = in[1]
	}
	return v
}

// step reads the next value and its key; false: ended or raised.
func (g *groupby) step(th *thread) bool {
	x := th.StepIter(g.it)
	if x.H == nil {
		return false
	}
	key := x
	if g.key.H != nil {
		if key = th.Call1(g.key, x); key.H == nil {
			return false
		}
	}
	g.item, g.cur = x, key
	return true
}

func groupbyNext(th *thread, v value) value {
	g := (*groupby)(v.Ptr())
	g.group++
	for {
		if g.cur.H != nil {
			if g.target.H == nil {
				break
			}
			same, ok := th.Equal(g.target, g.cur)
			if !ok {
				return value{}
			}
			if !same {
				break
			}
		}
		if !g.step(th) {
			return value{}
		}
	}
	g.target = g.cur
	return object.Pair(g.cur, newGrouper(g, g.cur))
}

func newGrouper(g *groupby, key value) value {
	x := object.Allocate(&grouperType)
	p := (*grouper)(x.Ptr())
	p.parent, p.key, p.group = g, key, g.group
	return x
}

func grouperNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	if !th.NoKeywords("_grouper", kw) || !th.ArgCount("_grouper", len(args), 2, 2) {
		return value{}
	}
	if !args[0].Is(&groupbyType) {
		return th.TypeError("_grouper() argument 1 must be itertools.groupby, not %s", args[0].Type().TPName())
	}
	return newGrouper((*groupby)(args[0].Ptr()), args[1])
}

func grouperNext(th *thread, v value) value {
	p := (*grouper)(v.Ptr())
	g := p.parent
	if g.group != p.group {
		return value{}
	}
	if g.item.H == nil && !g.step(th) {
		return value{}
	}
	same, ok := th.Equal(p.key, g.cur)
	if !ok {
		return value{}
	}
	if !same {
		return th.Exhausted()
	}
	x := g.item
	g.item = value{}
	return x
}

func pairwiseNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	if !noKeywords(th, t, &pairwiseType, kw) || !th.ArgCount("pairwise", len(args)-len(kw), 1, 1) {
		return value{}
	}
	it := th.Iter(args[0])
	if it.H == nil {
		return it
	}
	v := object.Allocate(t)
	(*pairwise)(v.Ptr()).it = it
	return v
}

func pairwiseNext(th *thread, v value) value {
	p := (*pairwise)(v.Ptr())
	if p.it.H == nil {
		return value{}
	}
	if p.old.H == nil {
		old := th.StepIter(p.it)
		if old.H == nil {
			p.it = value{}
			return old
		}
		p.old = old
		if p.it.H == nil { // exhausted by the step itself
			return th.Exhausted()
		}
	}
	old := p.old
	x := th.StepIter(p.it)
	if x.H == nil {
		p.it, p.old = value{}, value{}
		return x
	}
	p.old = x
	return object.Pair(old, x)
}

func zipLongestNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	fill := object.None
	for i, k := range kw {
		if k.Go() != "fillvalue" {
			return th.TypeError("zip_longest() got an unexpected keyword argument")
		}
		fill = args[len(args)-len(kw)+i]
	}
	args = args[:len(args)-len(kw)]
	its := make([]value, len(args))
	for i, x := range args {
		if its[i] = th.Iter(x); its[i].H == nil {
			return value{}
		}
	}
	v := object.Allocate(t)
	z := (*zipLongest)(v.Ptr())
	z.its, z.fill, z.active = its, fill, len(its)
	return v
}

func zipLongestNext(th *thread, v value) value {
	z := (*zipLongest)(v.Ptr())
	if z.active == 0 {
		return value{}
	}
	items := make([]value, len(z.its))
	for i, it := range z.its {
		items[i] = z.fill
		if it.H == nil {
			continue
		}
		x := th.StepIter(it)
		if x.H != nil {
			items[i] = x
			continue
		}
		if !th.Ended() {
			z.active = 0
			return value{}
		}
		z.its[i] = value{}
		if z.active--; z.active == 0 {
			return value{}
		}
	}
	return object.NewTuple(items).V()
}
