// The views and the iterator of OrderedDict.
package collections

import "pyasync/object"

var orderedKeysType, orderedValuesType, orderedItemsType, orderedIterType object.Type

const (
	iterKeys = iota
	iterValues
	iterItems
)

// orderedIter iterates over an OrderedDict that must not change meanwhile.
type orderedIter struct {
	header
	od      value // nil: exhausted
	kind    int
	reverse bool
	pos     int
	moves   uint32
	live    int
	left    int
}

func init() {
	view := func(t, base *object.Type, name string, kind int) {
		object.Define(t, object.Spec{Name: name, Base: base, Flags: object.FlagNoNew | object.FlagFinal,
			Slots:   object.Slots{Iter: func(th *thread, v value) value { return newOrderedIter(viewed(v), kind, false) }},
			Methods: []object.Method{{Name: "__reversed__", F0: func(th *thread, v value) value { return newOrderedIter(viewed(v), kind, true) }}}})
	}
	view(&orderedKeysType, &object.DictKeysType, "odict_keys", iterKeys)
	view(&orderedValuesType, &object.DictValuesType, "odict_values", iterValues)
	view(&orderedItemsType, &object.DictItemsType, "odict_items", iterItems)
	object.Define(&orderedIterType, object.Spec{Name: "odict_iterator", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[orderedIter](),
		Slots: object.Slots{Iter: object.SelfIter, Next: orderedNext},
		Methods: []object.Method{
			{Name: "__length_hint__", F0: func(th *thread, v value) value { return object.Int(int64((*orderedIter)(v.Ptr()).left)) }},
			{Name: "__reduce__", F0: func(th *thread, v value) value {
				copied := *(*orderedIter)(v.Ptr())
				items, ok := th.Drain(nil, object.ObjectValue(&copied.header))
				if !ok {
					return value{}
				}
				f := th.BuiltinFunc("iter")
				if f.H == nil {
					return f
				}
				return object.TupleOf(f, object.TupleOf(object.NewList(items).V()))
			}},
		}})
}

func viewed(v value) value { return (*object.DictView)(v.Ptr()).Dict.V() }

func newOrderedView(t *object.Type, v value) value {
	return object.ObjectValue(&(&object.DictView{Header: header{Shape: &t.Root}, Dict: asDict(v)}).Header)
}

func newOrderedIter(v value, kind int, reverse bool) value {
	d := asDict(v)
	it := &orderedIter{header: header{Shape: &orderedIterType.Root}, od: v, kind: kind, reverse: reverse, moves: d.Moves, live: d.Len(), left: d.Len()}
	if reverse {
		it.pos = d.Span()
	}
	return object.ObjectValue(&it.header)
}

func orderedNext(th *thread, v value) value {
	it := (*orderedIter)(v.Ptr())
	if it.od.H == nil {
		return value{}
	}
	d := asDict(it.od)
	if d.Moves != it.moves || d.Len() != it.live {
		return th.RuntimeError("OrderedDict mutated during iteration")
	}
	var k, x value
	var pos int
	var more bool
	if it.reverse {
		k, x, pos, more = d.Prev(it.pos)
	} else {
		k, x, pos, more = d.Next(it.pos)
	}
	if !more {
		it.od = value{}
		return value{}
	}
	it.pos = pos
	it.left--
	switch it.kind {
	case iterKeys:
		return k
	case iterValues:
		return x
	}
	return object.Pair(k, x)
}
