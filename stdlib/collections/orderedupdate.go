// OrderedDict.update, which the constructor and |= share. It takes what MutableMapping.update takes, one item at a
// time, and unpacks pairs itself: its errors are not dict's.
package collections

import "pyasync/object"

// orderedFill sets the items of the one positional argument, then those given by keyword (mutablemapping_update).
func orderedFill(th *thread, self value, args []value, kw []*object.Str) bool {
	pos := args[:len(args)-len(kw)]
	if len(pos) == 1 && !setItems(th, self, pos[0]) {
		return false
	}
	for i, k := range kw {
		if !th.SetItem(self, k.V(), args[len(pos)+i]) {
			return false
		}
	}
	return true
}

var strKeys = shared("keys")

// setItems sets self[k] = v for the items of a mapping, of an object with items(), or of an iterable of pairs
// (mutablemapping_update_arg).
func setItems(th *thread, self, src value) bool {
	if (src.IsExact(&object.DictType) || src.IsExact(&OrderedDictType)) && setsDirectly(th, self) {
		return th.DictUpdate(asDict(self), src)
	}
	keys, ok := th.LookupAttr(src, strKeys)
	if !ok {
		return false
	}
	if keys.H != nil {
		return th.EachByKeys(src, th.Call(keys, nil, nil), func(k, x value) bool { return th.SetItem(self, k, x) })
	}
	items, ok := th.LookupAttr(src, strItems)
	switch {
	case !ok:
		return false
	case items.H == nil:
		return setPairs(th, self, src)
	}
	pairs := th.Call(items, nil, nil)
	return pairs.H != nil && setPairs(th, self, pairs)
}

// setsDirectly reports whether no class between self's and OrderedDict has a __setitem__ that must see each item.
func setsDirectly(th *thread, self value) bool {
	return self.IsExact(&OrderedDictType) ||
		self.Is(&OrderedDictType) && th.Lookup(self.Type(), strSetItem) == th.Lookup(&OrderedDictType, strSetItem)
}

// setPairs sets the items of an iterable of pairs (mutablemapping_add_pairs).
func setPairs(th *thread, self, pairs value) bool {
	it := th.Iter(pairs)
	if it.H == nil {
		return false
	}
	for {
		pair, ok := th.Next(it)
		if pair.H == nil {
			return ok
		}
		k, x, ok := unpackPair(th, pair)
		if !ok || !th.SetItem(self, k, x) {
			return false
		}
	}
}

// unpackPair returns the two values of an iterable that has no more.
func unpackPair(th *thread, pair value) (k, x value, ok bool) {
	if t, isTuple := object.AsTuple(pair); isTuple && pair.IsExact(&object.TupleType) && len(t.Items) == 2 {
		return t.Items[0], t.Items[1], true
	}
	it := th.Iter(pair)
	if it.H == nil {
		return k, x, false
	}
	if k, ok = th.Next(it); k.H == nil {
		if ok {
			th.ValueError("need more than 0 values to unpack")
		}
		return k, x, false
	}
	if x, ok = th.Next(it); x.H == nil {
		if ok {
			th.ValueError("need more than 1 value to unpack")
		}
		return k, x, false
	}
	more, ok := th.Next(it)
	if more.H != nil {
		th.ValueError("too many values to unpack (expected 2)")
		return k, x, false
	}
	return k, x, ok
}
