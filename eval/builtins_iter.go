// Builtin functions on iterables: all, any, iter, next, len, max, min, sorted, aiter, anext.
package eval

import "pyasync/object"

func builtinAll(th *Thread, m, x Value) Value { return quantify(th, x, false) }
func builtinAny(th *Thread, m, x Value) Value { return quantify(th, x, true) }

// quantify looks for an element whose truth is stop; the result is stop if there is one.
func quantify(th *Thread, x Value, stop bool) Value {
	found, ok := th.Search(x, func(y Value) (bool, bool) {
		b, ok := th.Truth(y)
		return ok && b == stop, ok
	})
	if !ok {
		return Value{}
	}
	return object.Bool(found == stop)
}

func builtinLen(th *Thread, m, x Value) Value {
	if f := x.Type().Len; f != nil {
		n, ok := f(th, x)
		if !ok {
			return Value{}
		}
		return object.Int(int64(n))
	}
	return th.TypeError("object of type '%s' has no len()", x.Type().TPName())
}

func builtinIter(th *Thread, m Value, args []Value, kw []*Str) Value {
	if !checkArgs(th, "iter", args, kw, 1, 2) {
		return Value{}
	}
	if len(args) == 1 {
		return th.Iter(args[0])
	}
	return th.IterCall(args[0], args[1])
}

func builtinNext(th *Thread, m Value, args []Value, kw []*Str) Value {
	if !checkArgs(th, "next", args, kw, 1, 2) {
		return Value{}
	}
	it := args[0]
	next := it.Type().Next
	if next == nil {
		return th.TypeError("'%s' object is not an iterator", it.Type().TPName())
	}
	th.Exc = Value{}
	v := next(th, it)
	if !v.IsNil() {
		return v
	}
	if len(args) == 2 && (th.Exc.IsNil() || th.Catch(&object.StopIterationType)) {
		return args[1]
	}
	if th.Exc.IsNil() {
		return th.RaiseValue(object.NewException(&object.StopIterationType).V())
	}
	return Value{}
}

func builtinMax(th *Thread, m Value, args []Value, kw []*Str) Value {
	return extremum(th, "max", object.CmpGT, args, kw)
}

func builtinMin(th *Thread, m Value, args []Value, kw []*Str) Value {
	return extremum(th, "min", object.CmpLT, args, kw)
}

func extremum(th *Thread, name string, op object.CmpOp, args []Value, kw []*Str) Value {
	npos := len(args) - len(kw)
	if npos == 2 && len(kw) == 0 {
		return pickPair(th, op, args[0], args[1])
	}
	if npos == 0 {
		return th.TypeError("%s expected at least 1 argument, got 0", name)
	}
	var key, def Value
	for i, k := range kw {
		switch k.Go() {
		case "key":
			if key = args[npos+i]; key.IsNone() {
				key = Value{}
			}
		case "default":
			def = args[npos+i]
		default:
			return th.TypeError("%s() got an unexpected keyword argument '%s'%s", name, k.Go(), object.SuggestKeyword(k.Go(), "key", "default"))
		}
	}
	s := search{th: th, op: op, key: key}
	if npos > 1 {
		if !def.IsNil() {
			return th.TypeError("Cannot specify a default for %s() with multiple positional arguments", name)
		}
		for _, x := range args[:npos] {
			if !s.see(x) {
				return Value{}
			}
		}
		return s.best
	}
	if !th.ForEach(args[0], s.see) {
		return Value{}
	}
	switch {
	case !s.best.IsNil():
		return s.best
	case !def.IsNil():
		return def
	}
	return th.ValueError("%s() iterable argument is empty", name)
}

// pickPair is min or max of two arguments, by far the commonest call.
func pickPair(th *Thread, op object.CmpOp, a, b Value) Value {
	if i, ok := a.SmallInt(); ok {
		if j, ok := b.SmallInt(); ok {
			if op == object.CmpGT && j > i || op == object.CmpLT && j < i {
				return b
			}
			return a
		}
	}
	better, ok := th.CompareBool(b, a, op)
	if !ok {
		return Value{}
	}
	if better {
		return b
	}
	return a
}

// search keeps the best element seen and its key.
type search struct {
	th      *Thread
	op      object.CmpOp
	key     Value
	best    Value
	bestKey Value
}

func (s *search) see(x Value) bool {
	k := x
	if !s.key.IsNil() {
		w := s.th.Window(1)
		w[0] = x
		k = s.th.Call(s.key, w, nil)
		s.th.Release(w)
		if k.IsNil() {
			return false
		}
	}
	if s.best.IsNil() {
		s.best, s.bestKey = x, k
		return true
	}
	if i, ok := k.SmallInt(); ok {
		if j, ok := s.bestKey.SmallInt(); ok {
			if s.op == object.CmpGT && i > j || s.op == object.CmpLT && i < j {
				s.best, s.bestKey = x, k
			}
			return true
		}
	}
	better, ok := s.th.CompareBool(k, s.bestKey, s.op)
	if !ok {
		return false
	}
	if better {
		s.best, s.bestKey = x, k
	}
	return true
}

var strSort = object.NewStr("sort")

func builtinSorted(th *Thread, m Value, args []Value, kw []*Str) Value {
	if n := len(args) - len(kw); n != 1 {
		return th.TypeError("sorted expected 1 argument, got %d", n)
	}
	items, ok := th.Collect(args[0])
	if !ok {
		return Value{}
	}
	l := object.NewList(items)
	sort := th.GetAttr(l.V(), strSort)
	if sort.IsNil() || th.Call(sort, args[1:], kw).IsNil() {
		return Value{}
	}
	return l.V()
}

func builtinAIter(th *Thread, m, x Value) Value {
	f := x.Type().AIter
	if f == nil {
		return th.TypeError("'%s' object is not an async iterable", x.Type().TPName())
	}
	it := f(th, x)
	if !it.IsNil() && it.Type().ANext == nil {
		return th.TypeError("%s() returned not an async iterator of type '%s'", "aiter", it.Type().TPName())
	}
	return it
}

func builtinANext(th *Thread, m Value, args []Value, kw []*Str) Value {
	if !checkArgs(th, "anext", args, kw, 1, 2) {
		return Value{}
	}
	f := args[0].Type().ANext
	if f == nil {
		return th.TypeError("'%s' object is not an async iterator", args[0].Type().TPName())
	}
	aw := f(th, args[0])
	if aw.IsNil() || len(args) == 1 {
		return aw
	}
	a := &anextAwaitable{Header: object.Header{Shape: &anextAwaitableType.Root}, aw: aw, def: args[1]}
	return object.ObjectValue(&a.Header)
}

// anextAwaitable is anext(it, default): it awaits and turns StopAsyncIteration into the default.
type anextAwaitable struct {
	object.Header
	aw, def Value
	iter    Value // what await drives, once started
}

var anextAwaitableType object.Type

func init() {
	object.Define(&anextAwaitableType, object.Spec{Name: "anext_awaitable", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[anextAwaitable](),
		Slots: object.Slots{
			Iter:   func(th *Thread, v Value) Value { return v },
			Await:  func(th *Thread, v Value) Value { return v },
			Resume: anextResume,
			Next:   func(th *Thread, v Value) Value { return resumeAsNext(th, v, object.None, Value{}) },
		},
		Methods: []object.Method{
			{Name: "send", Sig: "Value, /", F1: func(th *Thread, v, x Value) Value { return stopIfNil(th, resumeAsNext(th, v, x, Value{})) }},
			{Name: "throw", Sig: "typ, val=None, tb=None, /", F: anextThrow},
			{Name: "close", F0: anextClose},
		}})
}

func anextResume(th *Thread, v, x, exc Value) (Value, object.Status) {
	a := (*anextAwaitable)(v.Ptr())
	if a.iter.IsNil() {
		if a.iter = th.AwaitIter(a.aw); a.iter.IsNil() {
			return Value{}, object.Raise
		}
	}
	r, st := th.Resume(a.iter, x, exc)
	if st == object.Raise && th.Catch(&object.StopAsyncIterationType) {
		return a.def, object.Return
	}
	return r, st
}

// resumeAsNext is __next__ in terms of Resume: a result becomes StopIteration(result).
func resumeAsNext(th *Thread, v, x, exc Value) Value {
	r, st := th.Resume(v, x, exc)
	switch st {
	case object.Suspend:
		return r
	case object.Return:
		e := object.NewException(&object.StopIterationType, r)
		e.Fields[0] = r
		return th.RaiseValue(e.V())
	}
	return Value{}
}

func stopIfNil(th *Thread, v Value) Value {
	if v.IsNil() && th.Exc.IsNil() {
		return th.RaiseValue(object.NewException(&object.StopIterationType).V())
	}
	return v
}

func anextThrow(th *Thread, v Value, a []Value) Value {
	exc := a[0]
	if t, ok := object.AsType(exc); ok {
		if exc = th.CallArgs(t.V()); exc.IsNil() {
			return exc
		}
	}
	return stopIfNil(th, resumeAsNext(th, v, object.None, exc))
}

func anextClose(th *Thread, v Value) Value {
	a := (*anextAwaitable)(v.Ptr())
	if a.iter.IsNil() {
		a.iter = a.aw
	}
	f, ok := th.LookupAttr(a.iter, object.NewStr("close"))
	if !ok {
		return Value{}
	}
	if f.IsNil() {
		return object.None
	}
	return th.Call(f, nil, nil)
}

// checkArgs checks the number of arguments of a function without keywords.
func checkArgs(th *Thread, name string, args []Value, kw []*Str, lo, hi int) bool {
	n := len(args)
	switch {
	case len(kw) > 0:
		th.TypeError("%s() takes no keyword arguments", name)
	case n < lo && lo == hi:
		th.TypeError("%s expected %d argument%s, got %d", name, lo, plural(lo), n)
	case n < lo:
		th.TypeError("%s expected at least %d argument%s, got %d", name, lo, plural(lo), n)
	case n > hi:
		th.TypeError("%s expected at most %d argument%s, got %d", name, hi, plural(hi), n)
	default:
		return true
	}
	return false
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}
