// The iterator over an array.
package arraymod

import "pyasync/object"

// iterator yields the items of an array as it is when they are asked for; once at the end it lets go of it.
type iterator struct {
	object.Header
	a *array // nil: exhausted
	i int
}

var iteratorType object.Type

func init() {
	object.Define(&iteratorType, object.Spec{Name: "array.arrayiterator", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[iterator](),
		Slots: object.Slots{Iter: object.SelfIter, Next: next},
		Methods: []object.Method{
			{Name: "__reduce__", Doc: "Return state information for pickling.", F0: reduceIterator},
			{Name: "__setstate__", Sig: "state, /", Doc: "Set state information for unpickling.", F1: setIteratorState},
		}})
}

func iterate(th *thread, v value) value {
	it := &iterator{object.Header{Shape: &iteratorType.Root}, of(v), 0}
	return object.ObjectValue(&it.Header)
}

func next(th *thread, v value) value {
	it := (*iterator)(v.Ptr())
	if it.a == nil {
		return value{}
	}
	if it.i >= it.a.len() {
		it.a = nil
		return value{}
	}
	it.i++
	return it.a.get(th, it.i-1)
}

func reduceIterator(th *thread, v value) value {
	it := (*iterator)(v.Ptr())
	iter := th.Interp.Builtins.Dict.GetName("iter")
	if it.a == nil {
		return object.TupleOf(iter, object.TupleOf(object.NewTuple(nil).V()))
	}
	return object.TupleOf(iter, object.TupleOf(object.ObjectValue(&it.a.Header)), object.Int(int64(it.i)))
}

func setIteratorState(th *thread, v, state value) value {
	it := (*iterator)(v.Ptr())
	i, ok := th.AsIndex(state, nil)
	if !ok {
		return value{}
	}
	if it.a != nil {
		it.i = min(max(i, 0), it.a.len())
	}
	return object.None
}
