// OrderedDict: a dict that can reorder its items and compares with its order.
package collections

import "pyasync/object"

// OrderedDictType is the class OrderedDict.
var OrderedDictType object.Type

type orderedDict struct {
	object.Dict
	attrs *object.Dict
}

func init() {
	object.Define(&OrderedDictType, object.Spec{Name: "collections.OrderedDict", Base: &object.DictType, Extends: true, Alloc: object.Allocator[orderedDict](),
		Doc:    "Dictionary that remembers insertion order",
		DictOf: func(v value, create bool) *object.Dict { return object.DictAt(&(*orderedDict)(v.Ptr()).attrs, create) },
		Slots: object.Slots{Init: orderedInit, Repr: orderedRepr, Compare: orderedCompare,
			Iter:    func(th *thread, v value) value { return newOrderedIter(v, iterKeys, false) },
			Binary:  [object.NumBinOps]object.BinaryFunc{object.OpOr: orderedOr},
			InPlace: [object.NumBinOps]object.BinaryFunc{object.OpOr: orderedInPlaceOr}},
		Methods: []object.Method{
			{Name: "popitem", Sig: "last=True", F: orderedPopItem, Doc: "Remove and return a (key, value) pair from the dictionary.\n\nPairs are returned in LIFO order if last is true or FIFO order if false."},
			{Name: "move_to_end", Sig: "key, last=True", F: orderedMoveToEnd, Doc: "Move an existing element to the end (or beginning if last is false).\n\nRaise KeyError if the element does not exist."},
			{Name: "fromkeys", Sig: "iterable, value=None", Flags: object.ClassMethod, F: orderedFromKeys, Doc: "Create a new ordered dictionary with keys from iterable and values set to value."},
			{Name: "pop", Sig: "key, default=<unrepresentable>", F: orderedPop, Doc: "od.pop(key[,default]) -> v, remove specified key and return the corresponding value.\n\nIf the key is not found, return the default if given; otherwise,\nraise a KeyError."},
			{Name: "setdefault", Sig: "key, default=None", F: orderedSetDefault, Doc: "Insert key with a value of default if key is not in the dictionary.\n\nReturn the value for key if key is in the dictionary, else default."},
			{Name: "update", Raw: orderedUpdate},
			{Name: "copy", F0: orderedCopy, Doc: "od.copy() -> a shallow copy of od"},
			{Name: "keys", F0: func(th *thread, v value) value { return newOrderedView(&orderedKeysType, v) }},
			{Name: "values", F0: func(th *thread, v value) value { return newOrderedView(&orderedValuesType, v) }},
			{Name: "items", F0: func(th *thread, v value) value { return newOrderedView(&orderedItemsType, v) }},
			{Name: "__reversed__", F0: func(th *thread, v value) value { return newOrderedIter(v, iterKeys, true) }, Doc: "od.__reversed__() <==> reversed(od)"},
			{Name: "__reduce__", F0: orderedReduce, Doc: "Return state information for pickling"},
			{Name: "__sizeof__", F0: func(th *thread, v value) value { return object.Int(int64(150 + 80*asDict(v).Len())) }},
		},
		Getset: []object.Getset{object.DictGetset},
	})
}

func asDict(v value) *object.Dict { return &(*orderedDict)(v.Ptr()).Dict }

func orderedInit(th *thread, self value, args []value, kw []*object.Str) bool {
	if n := len(args) - len(kw); n > 1 {
		th.TypeError("expected at most 1 arguments, got %d", n)
		return false
	}
	return orderedFill(th, self, args, kw)
}

func orderedUpdate(th *thread, self value, args []value, kw []*object.Str) value {
	if n := len(args) - len(kw); n > 1 {
		return th.TypeError("update() takes at most 1 positional argument (%d given)", n)
	}
	return done(orderedFill(th, self, args, kw))
}

func orderedRepr(th *thread, v value) value {
	name := v.Type().Name
	if asDict(v).Len() == 0 {
		return object.StrValue(name + "()")
	}
	if !th.EnterRepr(v) {
		return object.StrValue("...")
	}
	defer th.LeaveRepr()
	var s string
	ok := true
	if v.IsExact(&OrderedDictType) {
		s, ok = th.Repr(asDict(v).Copy().V())
	} else {
		items := th.CallMethod(v, strItems)
		if items.H == nil {
			return items
		}
		d := object.NewDict()
		if !th.DictUpdate(d, items) {
			return value{}
		}
		s, ok = th.Repr(d.V())
	}
	if !ok {
		return value{}
	}
	return object.StrValue(name + "(" + s + ")")
}

func orderedCompare(th *thread, a, b value, op object.CmpOp) value {
	if op != object.CmpEQ && op != object.CmpNE {
		return object.NotImplemented
	}
	r := object.DictType.Slots.Compare(th, a, b, object.CmpEQ)
	if r.H == nil || r == object.NotImplemented {
		return r
	}
	same := r == object.True
	if same && a.Type().IsSubtype(&OrderedDictType) && b.Type().IsSubtype(&OrderedDictType) {
		x, y := asDict(a), asDict(b)
		xMoves, yMoves, xLen, yLen := x.Moves, y.Moves, x.Len(), y.Len()
		for i, j := 0, 0; same; {
			k, _, p, more := x.Next(i)
			l, _, q, more2 := y.Next(j)
			if !more || !more2 {
				break
			}
			var ok bool
			if same, ok = th.Equal(k, l); !ok {
				return value{}
			}
			if x.Moves != xMoves || y.Moves != yMoves || x.Len() != xLen || y.Len() != yLen {
				return th.RuntimeError("OrderedDict mutated during iteration")
			}
			i, j = p, q
		}
	}
	return object.Bool(same == (op == object.CmpEQ))
}

func orderedOr(th *thread, a, b value) value {
	self := a
	if !a.Type().IsSubtype(&OrderedDictType) {
		self = b
	}
	if _, ok := object.AsDict(a); !ok {
		return object.NotImplemented
	}
	if _, ok := object.AsDict(b); !ok {
		return object.NotImplemented
	}
	n := th.CallArgs(self.Type().V(), a)
	if n.H == nil || !setItems(th, n, b) {
		return value{}
	}
	return n
}

func orderedInPlaceOr(th *thread, a, b value) value {
	if !orderedFill(th, a, []value{b}, nil) {
		return value{}
	}
	return a
}

func flag(th *thread, v value, def bool) (b, ok bool) {
	if v.H == nil {
		return def, true
	}
	return th.Truth(v)
}

func orderedPopItem(th *thread, self value, a []value) value {
	last, ok := flag(th, a[0], true)
	if !ok {
		return value{}
	}
	d := asDict(self)
	if d.Len() == 0 {
		return th.KeyError(object.StrValue("dictionary is empty"))
	}
	var k, x value
	var pos int
	if last {
		k, x, pos, _ = d.Prev(d.Span())
	} else {
		k, x, pos, _ = d.Next(0)
		pos--
	}
	d.RemoveAt(pos)
	return object.Pair(k, x)
}

func orderedMoveToEnd(th *thread, self value, a []value) value {
	last, ok := flag(th, a[1], true)
	if !ok {
		return value{}
	}
	d := asDict(self)
	h, ok := th.Hash(a[0])
	if !ok {
		return value{}
	}
	pos, ok := d.Find(th, a[0], h)
	switch {
	case !ok:
		return value{}
	case pos < 0:
		return missingKey(th, a[0])
	case last:
		d.MoveToEnd(pos)
	default:
		d.MoveToFront(pos)
	}
	return object.None
}

func orderedFromKeys(th *thread, cls value, a []value) value {
	n := th.CallArgs(cls)
	if n.H == nil {
		return n
	}
	x := object.None
	if a[1].H != nil {
		x = a[1]
	}
	it := th.Iter(a[0])
	if it.H == nil {
		return it
	}
	for {
		k := th.StepIter(it)
		if k.H == nil {
			if !th.Ended() {
				return k
			}
			return n
		}
		if !th.SetItem(n, k, x) {
			return value{}
		}
	}
}

// missingKey raises a KeyError as OrderedDict does: the elements of a tuple become its arguments, None none.
func missingKey(th *thread, key value) value {
	if key.IsNone() {
		return th.RaiseValue(object.NewException(&object.KeyErrorType).V())
	}
	if t, ok := object.AsTuple(key); ok {
		return th.RaiseValue(object.NewException(&object.KeyErrorType, t.Items...).V())
	}
	return th.KeyError(key)
}

func orderedPop(th *thread, self value, a []value) value {
	d := asDict(self)
	x, ok := d.Pop(th, a[0])
	if x.H != nil || !ok {
		return x
	}
	if a[1].H == nil {
		return missingKey(th, a[0])
	}
	return a[1]
}

func orderedSetDefault(th *thread, self value, a []value) value {
	x, ok := asDict(self).Get(th, a[0])
	if x.H != nil || !ok {
		return x
	}
	if x = a[1]; x.H == nil {
		x = object.None
	}
	if !th.SetItem(self, a[0], x) {
		return value{}
	}
	return x
}

func orderedCopy(th *thread, self value) value {
	n := th.CallArgs(self.Type().V())
	if n.H == nil || !setItems(th, n, self) {
		return value{}
	}
	if attrs := (*orderedDict)(self.Ptr()).attrs; attrs != nil && n.Is(&object.DictType) {
		if to := object.DictOfInstance(n); to != nil && !th.DictUpdate(to, attrs.V()) {
			return value{}
		}
	}
	return n
}

func orderedReduce(th *thread, self value) value {
	state, ok := th.StateOf(self)
	if !ok {
		return value{}
	}
	items := th.CallMethod(self, strItems)
	if items.H == nil {
		return items
	}
	it := th.Iter(items)
	if it.H == nil {
		return it
	}
	return object.TupleOf(self.Type().V(), object.EmptyTuple(), state, object.None, it)
}
