// The protocols: what iteration, truth, hash() and str() mean for any value. Calls are in call.go, attributes, items
// and operators in protocol_*.go. Functions mirror CPython's PyObject_*, PyNumber_* and PySequence_*.
package object

// Iter returns iter(v).
func (th *Thread) Iter(v Value) Value {
	t := v.H.Shape.Type
	if t.Iter != nil {
		it := t.Iter(th, v)
		if it.H != nil && it.H.Shape.Type.Next == nil {
			return th.TypeError("iter() returned non-iterator of type '%s'", it.Type().TPName())
		}
		return it
	}
	if t.GetItem != nil && t.isSequence() {
		return newSeqIter(v)
	}
	return th.TypeError("'%s' object is not iterable", t.TPName())
}

// Next returns the next value of iterator it; the nil Value means exhausted, or, with ok false, raised.
func (th *Thread) Next(it Value) (v Value, ok bool) {
	th.Exc = Value{}
	v = it.H.Shape.Type.Next(th, it)
	if v.H != nil || th.Exc.H == nil {
		return v, true
	}
	if th.Catch(&StopIterationType) {
		return Value{}, true
	}
	return Value{}, false
}

// ForEach calls f with the values of iterable v; it reports false when f did, or iteration raised.
func (th *Thread) ForEach(v Value, f func(x Value) (ok bool)) bool {
	switch v.H.Shape {
	case &ListType.Root:
		l := (*List)(v.Ptr())
		for i := 0; i < len(l.Items); i++ {
			if !f(l.Items[i]) {
				return false
			}
		}
		return true
	case &TupleType.Root:
		for _, x := range (*Tuple)(v.Ptr()).Items {
			if !f(x) {
				return false
			}
		}
		return true
	}
	it := th.Iter(v)
	if it.H == nil {
		return false
	}
	for {
		x, ok := th.Next(it)
		if !ok {
			return false
		}
		if x.H == nil {
			return true
		}
		th.Exc = Value{} // what the iterator may have caught
		if !f(x) {
			return false
		}
	}
}

// Search calls f with the values of iterable v until one is found; ok is false when f or iteration raised.
func (th *Thread) Search(v Value, f func(x Value) (found, ok bool)) (found, ok bool) {
	ok = th.ForEach(v, func(x Value) bool {
		var ok bool
		found, ok = f(x)
		return ok && !found
	})
	return found, ok || found
}

// Collect returns the values of an iterable as a new slice.
func (th *Thread) Collect(v Value) (items []Value, ok bool) {
	switch v.H.Shape {
	case &ListType.Root:
		return append([]Value(nil), (*List)(v.Ptr()).Items...), true
	case &TupleType.Root:
		return append([]Value(nil), (*Tuple)(v.Ptr()).Items...), true
	}
	it := th.Iter(v)
	if it.H == nil {
		return nil, false
	}
	hint := th.LengthHint(v, 0)
	if hint < 0 || !th.checkRepeat(valueSize, hint) {
		return nil, false
	}
	if hint > 0 && hint <= 1<<16 {
		items = make([]Value, 0, hint)
	}
	return th.Drain(items, it)
}

// Truth returns bool(v).
func (th *Thread) Truth(v Value) (b, ok bool) {
	switch v.H {
	case &BoolHeader, &IntHeader:
		return v.N != 0, true
	case &noneHeader:
		return false, true
	}
	t := v.H.Shape.Type
	if t.ToBool != nil {
		return t.ToBool(th, v)
	}
	if t.Len != nil {
		n, ok := t.Len(th, v)
		return n > 0, ok
	}
	return true, true
}

// Hash returns hash(v).
func (th *Thread) Hash(v Value) (int64, bool) {
	switch v.H.Shape {
	case &StrType.Root:
		return int64((*Str)(v.Ptr()).Hash()), true
	case &IntType.Root:
		if v.H == &IntHeader {
			return hashSmallInt(int64(v.N)), true
		}
	}
	if f := v.H.Shape.Type.Hash; f != nil {
		return f(th, v)
	}
	th.TypeError("unhashable type: '%s'", v.Type().TPName())
	return 0, false
}

// Repr returns repr(v).
func (th *Thread) Repr(v Value) (string, bool) {
	return th.textFrom(v.H.Shape.Type.Repr, v, "__repr__", " while getting the repr of an object")
}

// ReprValue returns repr(v) as a Value, which an instance of a subclass of str stays.
func (th *Thread) ReprValue(v Value) Value {
	return th.textValue(v.H.Shape.Type.Repr, v, "__repr__", " while getting the repr of an object")
}

// Str returns str(v).
func (th *Thread) Str(v Value) (string, bool) {
	if v.IsExact(&StrType) {
		return (*Str)(v.Ptr()).s, true
	}
	return th.textFrom(v.H.Shape.Type.Str, v, "__str__", " while getting the str of an object")
}

// textFrom is what the Repr or Str slot f makes of v; method and doing name it in errors.
func (th *Thread) textFrom(f UnaryFunc, v Value, method, doing string) (string, bool) {
	r := th.textValue(f, v, method, doing)
	if r.H == nil {
		return "", false
	}
	return (*Str)(r.Ptr()).s, true
}

func (th *Thread) textValue(f UnaryFunc, v Value, method, doing string) Value {
	if !th.EnterFor(doing) {
		return Value{}
	}
	r := f(th, v)
	th.Leave()
	if r.H != nil && !r.Is(&StrType) {
		return th.TypeError("%s returned non-string (type %s)", method, r.Type().TPName())
	}
	return r
}

// IsInstance reports whether v's class is t or derives from it, without asking metaclasses.
func IsInstance(v Value, t *Type) bool { return v.H.Shape.Type.IsSubtype(t) }
