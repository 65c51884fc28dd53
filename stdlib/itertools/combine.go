// The combinatoric iterators: product, permutations, combinations, combinations_with_replacement. Each keeps a pool
// and the indices of the tuple given last.
package itertools

import "pyasync/object"

var productType, permutationsType, combinationsType, combinationsRepType object.Type

type product struct {
	header
	pools         [][]value
	indices       []int
	started, done bool
}

type selection struct {
	header
	pool            []value
	indices, cycles []int
	r               int
	started, done   bool
}

func init() {
	object.Define(&productType, iterator("product", "*iterables, repeat=1", "Cartesian product of input iterables.  Equivalent to nested for-loops.",
		object.Allocator[product](), productNew, productNext, reduces(productReduce), sets(productSetState)))
	object.Define(&permutationsType, iterator("permutations", "iterable, r=None", "Return successive r-length permutations of elements in the iterable.",
		object.Allocator[selection](), permutationsNew, permutationsNext, reduces(selectionReduce), sets(permutationsSetState)))
	object.Define(&combinationsType, iterator("combinations", "iterable, r", "Return successive r-length combinations of elements in the iterable.",
		object.Allocator[selection](), combinationsNew, combinationsNext, reduces(selectionReduce), sets(combinationsSetState)))
	object.Define(&combinationsRepType, iterator("combinations_with_replacement", "iterable, r", "Return successive r-length combinations of elements in the iterable allowing individual elements to have successive repeats.",
		object.Allocator[selection](), combinationsRepNew, combinationsRepNext, reduces(selectionReduce), sets(combinationsRepSetState)))
}

func productNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	n := 1
	for i, k := range kw {
		if k.Go() != "repeat" {
			return th.TypeError("product() got an unexpected keyword argument '%s'%s", k.Go(), object.SuggestKeyword(k.Go(), "repeat"))
		}
		var ok bool
		if n, ok = size(th, args[len(args)-len(kw)+i], "repeat argument cannot be negative"); !ok {
			return value{}
		}
	}
	args = args[:len(args)-len(kw)]
	if n > 0 && len(args) > 0 && n > (1<<27)/len(args) {
		if n > (1<<60)/len(args) {
			return th.OverflowError("repeat argument too large")
		}
		return th.MemoryError()
	}
	pools := make([][]value, 0, n*len(args))
	if n > 0 {
		for _, x := range args {
			items, ok := th.Collect(x)
			if !ok {
				return value{}
			}
			pools = append(pools, items)
		}
	}
	for i := len(args); i < n*len(args); i++ {
		pools = append(pools, pools[i-len(args)])
	}
	v := object.Allocate(t)
	p := (*product)(v.Ptr())
	p.pools, p.indices = pools, make([]int, len(pools))
	for _, pool := range pools {
		p.done = p.done || len(pool) == 0
	}
	return v
}

func productNext(th *thread, v value) value {
	p := (*product)(v.Ptr())
	if p.done {
		return value{}
	}
	if p.started {
		i := len(p.indices) - 1
		for ; i >= 0; i-- {
			if p.indices[i]++; p.indices[i] < len(p.pools[i]) {
				break
			}
			p.indices[i] = 0
		}
		if i < 0 {
			p.done = true
			return value{}
		}
	}
	p.started = true
	items := make([]value, len(p.indices))
	for i, j := range p.indices {
		items[i] = p.pools[i][j]
	}
	return object.NewTuple(items).V()
}

// newSelection collects the pool; r < 0: all of it.
func newSelection(t *object.Type, pool []value, r int) (*selection, value) {
	v := object.Allocate(t)
	s := (*selection)(v.Ptr())
	s.pool, s.r = pool, r
	return s, v
}

func identity(n int) []int {
	a := make([]int, n)
	for i := range a {
		a[i] = i
	}
	return a
}

// give returns the tuple of the first r indices.
func (s *selection) give() value {
	s.started = true
	items := make([]value, s.r)
	for i := range items {
		items[i] = s.pool[s.indices[i]]
	}
	return object.NewTuple(items).V()
}

var permutationsArgs = &object.ArgParser{Name: "permutations", Sig: "iterable, r=None"}

func permutationsNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	var in [2]value
	if !permutationsArgs.Bind(th, args, kw, in[:]) {
		return value{}
	}
	pool, ok := th.Collect(in[0])
	if !ok {
		return value{}
	}
	r := len(pool)
	if in[1].H != nil && !in[1].IsNone() {
		if !object.IsInt(in[1]) {
			return th.TypeError("Expected int as r")
		}
		if r, ok = size(th, in[1], "r must be non-negative"); !ok {
			return value{}
		}
	}
	s, v := newSelection(t, pool, r)
	if s.done = s.r > len(s.pool); s.done {
		return v
	}
	s.indices, s.cycles = identity(len(s.pool)), make([]int, s.r)
	for i := range s.cycles {
		s.cycles[i] = len(s.pool) - i
	}
	return v
}

func permutationsNext(th *thread, v value) value {
	s := (*selection)(v.Ptr())
	if s.done {
		return value{}
	}
	if !s.started {
		return s.give()
	}
	n := len(s.pool)
	for i := s.r - 1; i >= 0; i-- {
		s.cycles[i]--
		if s.cycles[i] == 0 {
			first := s.indices[i]
			copy(s.indices[i:], s.indices[i+1:])
			s.indices[n-1] = first
			s.cycles[i] = n - i
			continue
		}
		j := n - s.cycles[i]
		s.indices[i], s.indices[j] = s.indices[j], s.indices[i]
		return s.give()
	}
	s.done = true
	return value{}
}

var combinationsArgs = &object.ArgParser{Name: "combinations", Sig: "iterable, r"}

func combinationsNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	s, v := combinationsOf(th, t, combinationsArgs, args, kw)
	if s == nil {
		return v
	}
	if s.done = s.r > len(s.pool); !s.done {
		s.indices = identity(s.r)
	}
	return v
}

func combinationsOf(th *thread, t *object.Type, p *object.ArgParser, args []value, kw []*object.Str) (*selection, value) {
	var in [2]value
	if !p.Bind(th, args, kw, in[:]) {
		return nil, value{}
	}
	r, ok := th.AsSize(in[1])
	if !ok {
		return nil, value{}
	}
	pool, ok := th.Collect(in[0])
	if !ok {
		return nil, value{}
	}
	if r < 0 {
		return nil, th.ValueError("r must be non-negative")
	}
	return newSelection(t, pool, r)
}

func combinationsNext(th *thread, v value) value {
	s := (*selection)(v.Ptr())
	if s.done {
		return value{}
	}
	if !s.started {
		return s.give()
	}
	i := s.r - 1
	for i >= 0 && s.indices[i] == i+len(s.pool)-s.r {
		i--
	}
	if i < 0 {
		s.done = true
		return value{}
	}
	s.indices[i]++
	for j := i + 1; j < s.r; j++ {
		s.indices[j] = s.indices[j-1] + 1
	}
	return s.give()
}

var combinationsRepArgs = &object.ArgParser{Name: "combinations_with_replacement", Sig: "iterable, r"}

func combinationsRepNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	s, v := combinationsOf(th, t, combinationsRepArgs, args, kw)
	if s == nil {
		return v
	}
	if s.done = len(s.pool) == 0 && s.r > 0; !s.done {
		if !th.CheckSize(8 * s.r) {
			return value{}
		}
		s.indices = make([]int, s.r)
	}
	return v
}

func combinationsRepNext(th *thread, v value) value {
	s := (*selection)(v.Ptr())
	if s.done {
		return value{}
	}
	if !s.started {
		return s.give()
	}
	i := s.r - 1
	for i >= 0 && s.indices[i] == len(s.pool)-1 {
		i--
	}
	if i < 0 {
		s.done = true
		return value{}
	}
	next := s.indices[i] + 1
	for j := i; j < s.r; j++ {
		s.indices[j] = next
	}
	return s.give()
}
