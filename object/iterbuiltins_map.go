// The builtins map, filter and zip.
package object

// MapType, FilterType and ZipType are the builtins map, filter and zip.
var MapType, FilterType, ZipType Type

type mapIter struct {
	Header
	f   Value
	its []Value
}

type filterIter struct {
	Header
	f, it Value
}

type zipIter struct {
	Header
	its    []Value
	strict bool
}

func init() {
	Define(&MapType, Spec{Name: "map", Sig: "function, iterable, /, *iterables", Alloc: Allocator[mapIter](),
		Doc:   "Make an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted.",
		Slots: Slots{New: mapNew, Iter: SelfIter, Next: mapNext},
		Methods: []Method{{Name: "__reduce__", F0: func(th *Thread, v Value) Value {
			m := (*mapIter)(v.Ptr())
			return TupleOf(v.Type().V(), NewTuple(append([]Value{m.f}, m.its...)).V())
		}, Doc: DocReduce}}})
	Define(&FilterType, Spec{Name: "filter", Sig: "function, iterable, /", Alloc: Allocator[filterIter](),
		Doc:   "Return an iterator yielding those items of iterable for which function(item)\nis true. If function is None, return the items that are true.",
		Slots: Slots{New: filterNew, Iter: SelfIter, Next: filterNext},
		Methods: []Method{{Name: "__reduce__", F0: func(th *Thread, v Value) Value {
			f := (*filterIter)(v.Ptr())
			return TupleOf(v.Type().V(), TupleOf(f.f, f.it))
		}, Doc: DocReduce}}})
	Define(&ZipType, Spec{Name: "zip", Sig: "*iterables, strict=False", Alloc: Allocator[zipIter](),
		Doc:   "The zip object yields n-length tuples, where n is the number of iterables\npassed as positional arguments to zip().  The i-th element in every tuple\ncomes from the i-th iterable argument to zip().  This continues until the\nshortest argument is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the others,\nraise a ValueError.",
		Slots: Slots{New: zipNew, Iter: SelfIter, Next: zipNext},
		Methods: []Method{
			{Name: "__reduce__", F0: zipReduce, Doc: DocReduce},
			{Name: "__setstate__", F1: func(th *Thread, v, state Value) Value {
				strict, ok := th.Truth(state)
				(*zipIter)(v.Ptr()).strict = strict
				return noneIf(ok)
			}, Doc: DocState},
		}})
}

// itersOf returns iterators over each of args.
func (th *Thread) itersOf(args []Value) ([]Value, bool) {
	its := make([]Value, len(args))
	for i, x := range args {
		if its[i] = th.Iter(x); its[i].H == nil {
			return nil, false
		}
	}
	return its, true
}

func mapNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	if !th.NoNewKeywords(t, "map", kw) {
		return Value{}
	}
	args = args[:len(args)-len(kw)]
	if len(args) < 2 {
		return th.TypeError("map() must have at least two arguments.")
	}
	its, ok := th.itersOf(args[1:])
	if !ok {
		return Value{}
	}
	v := allocate(t)
	m := (*mapIter)(v.Ptr())
	m.f, m.its = args[0], its
	return v
}

func mapNext(th *Thread, v Value) Value {
	m := (*mapIter)(v.Ptr())
	w := th.Window(len(m.its))
	for i, it := range m.its {
		th.Exc = Value{} // what an earlier iterator caught is not the end of this one
		x := it.H.Shape.Type.Next(th, it)
		if x.H == nil {
			th.Release(w)
			return x
		}
		w[i] = x
	}
	r := th.Call(m.f, w, nil)
	th.Release(w)
	return r
}

func filterNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	if !th.NoNewKeywords(t, "filter", kw) || !th.ArgCount("filter", len(args)-len(kw), 2, 2) {
		return Value{}
	}
	it := th.Iter(args[1])
	if it.H == nil {
		return it
	}
	v := allocate(t)
	f := (*filterIter)(v.Ptr())
	f.f, f.it = args[0], it
	return v
}

func filterNext(th *Thread, v Value) Value {
	f := (*filterIter)(v.Ptr())
	next := f.it.H.Shape.Type.Next
	plain := f.f.IsNone() || f.f == BoolType.V()
	for {
		th.Exc = Value{}
		x := next(th, f.it)
		if x.H == nil {
			return x
		}
		good := x
		if !plain {
			w := th.Window(1)
			w[0] = x
			good = th.Call(f.f, w, nil)
			th.Release(w)
			if good.H == nil {
				return good
			}
		}
		keep, ok := th.Truth(good)
		if !ok {
			return Value{}
		}
		if keep {
			return x
		}
	}
}

func zipNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	strict := false
	for i, k := range kw {
		if k.s != "strict" && t.Flags&FlagHeap != 0 && isOverridden(t, strInitName) {
			continue
		}
		if k.s != "strict" {
			return th.TypeError("zip() got an unexpected keyword argument '%s'%s", k.s, SuggestKeyword(k.s, "strict"))
		}
		var ok bool
		if strict, ok = th.Truth(args[len(args)-len(kw)+i]); !ok {
			return Value{}
		}
	}
	its, ok := th.itersOf(args[:len(args)-len(kw)])
	if !ok {
		return Value{}
	}
	v := allocate(t)
	z := (*zipIter)(v.Ptr())
	z.its, z.strict = its, strict
	return v
}

func zipNext(th *Thread, v Value) Value {
	z := (*zipIter)(v.Ptr())
	n := len(z.its)
	if n == 0 {
		return Value{}
	}
	if n == 2 {
		a := z.its[0].H.Shape.Type.Next(th, z.its[0])
		if a.H == nil {
			return z.ended(th, 0)
		}
		th.Exc = Value{}
		b := z.its[1].H.Shape.Type.Next(th, z.its[1])
		if b.H == nil {
			return z.ended(th, 1)
		}
		return Pair(a, b)
	}
	items := make([]Value, n)
	for i, it := range z.its {
		th.Exc = Value{}
		if items[i] = it.H.Shape.Type.Next(th, it); items[i].H == nil {
			return z.ended(th, i)
		}
	}
	return NewTuple(items).V()
}

// ended is the end of a zip whose iterator i gave nothing: exhausted, or raised; when strict the others must be
// exhausted too.
func (z *zipIter) ended(th *Thread, i int) Value {
	if th.Exc.H != nil && !th.Catch(&StopIterationType) || !z.strict {
		return Value{}
	}
	if i > 0 {
		return th.ValueError("zip() argument %d is shorter than argument%s%d", i+1, oneOrMore(i), i)
	}
	for i = 1; i < len(z.its); i++ {
		x, ok := th.Next(z.its[i])
		if !ok {
			return Value{}
		}
		if x.H != nil {
			return th.ValueError("zip() argument %d is longer than argument%s%d", i+1, oneOrMore(i), i)
		}
	}
	return Value{}
}

func oneOrMore(n int) string {
	if n == 1 {
		return " "
	}
	return "s 1-"
}

func zipReduce(th *Thread, v Value) Value {
	z := (*zipIter)(v.Ptr())
	its := TupleCopy(z.its).V()
	if z.strict {
		return TupleOf(v.Type().V(), its, True)
	}
	return TupleOf(v.Type().V(), its)
}
