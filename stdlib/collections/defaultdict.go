// defaultdict: a dict that makes missing values with a factory.
package collections

import "pyasync/object"

var defaultDictType object.Type

type defaultDict struct {
	object.Dict
	factory value // nil: none
}

func init() {
	object.Define(&defaultDictType, object.Spec{Name: "collections.defaultdict", Base: &object.DictType, Extends: true, Alloc: object.Allocator[defaultDict](),
		Sig: "default_factory=None, /, *args, **kwargs",
		Doc: "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default factory is called without arguments to produce\na new value when a key is not present, in __getitem__ only.\nA defaultdict compares equal to a dict with the same items.\nAll remaining arguments are treated the same as if they were\npassed to the dict constructor, including keyword arguments.",
		Slots: object.Slots{Init: defaultDictInit, Repr: defaultDictRepr, GetItem: defaultDictGetItem,
			Binary: [object.NumBinOps]object.BinaryFunc{object.OpOr: defaultDictOr}},
		Methods: []object.Method{
			{Name: "__missing__", Sig: "key, /", F1: defaultDictMissing, Doc: "__missing__(key) # Called by __getitem__ for missing key; pseudo-code:\n  if self.default_factory is None: raise KeyError((key,))\n  self[key] = value = self.default_factory()\n  return value"},
			{Name: "copy", F0: defaultDictCopy, Doc: "D.copy() -> a shallow copy of D."},
			{Name: "__copy__", F0: defaultDictCopy, Doc: "D.copy() -> a shallow copy of D."},
			{Name: "__reduce__", F0: defaultDictReduce, Doc: object.DocReduce},
			object.ClassGetItemRow,
		},
		Members: []object.Member{{Name: "default_factory", Doc: "Factory for default value called by __missing__().",
			Get: func(th *thread, v value) value { return factoryOf(v) },
			Set: func(th *thread, v, x value) bool { (*defaultDict)(v.Ptr()).factory = x; return true }}},
	})
}

func factoryOf(v value) value {
	if f := (*defaultDict)(v.Ptr()).factory; f.H != nil {
		return f
	}
	return object.None
}

func defaultDictInit(th *thread, self value, args []value, kw []*object.Str) bool {
	factory := object.None
	if len(args) > len(kw) {
		factory, args = args[0], args[1:]
		if !factory.IsNone() && factory.Type().Call == nil {
			th.TypeError("first argument must be callable or None")
			return false
		}
	}
	(*defaultDict)(self.Ptr()).factory = factory
	return object.DictType.Slots.Init(th, self, args, kw)
}

func defaultDictGetItem(th *thread, v, key value) value {
	d := &(*defaultDict)(v.Ptr()).Dict
	h, ok := th.Hash(key)
	if !ok {
		return value{}
	}
	x, ok := d.GetHash(th, key, h)
	if x.H != nil || !ok {
		return x
	}
	if v.IsExact(&defaultDictType) {
		return defaultDictMissing(th, v, key)
	}
	r, _ := th.CallSpecial(v, strMissing, key)
	return r
}

func defaultDictMissing(th *thread, v, key value) value {
	d := (*defaultDict)(v.Ptr())
	if d.factory.H == nil || d.factory.IsNone() {
		return th.KeyError(key)
	}
	x := th.Call(d.factory, nil, nil)
	if x.H == nil || !th.SetItem(v, key, x) {
		return value{}
	}
	return x
}

func defaultDictRepr(th *thread, v value) value {
	base := object.DictType.Slots.Repr(th, v)
	if base.H == nil {
		return base
	}
	text, _ := object.GoString(base)
	f := "None"
	if x := (*defaultDict)(v.Ptr()).factory; x.H != nil && !x.IsNone() {
		if !th.EnterRepr(v) {
			f = "..."
		} else {
			s, ok := th.Repr(x)
			th.LeaveRepr()
			if !ok {
				return value{}
			}
			f = s
		}
	}
	return object.StrValue(v.Type().Name + "(" + f + ", " + text + ")")
}

func defaultDictCopy(th *thread, v value) value {
	return th.CallArgs(v.Type().V(), factoryOf(v), v)
}

func defaultDictReduce(th *thread, v value) value {
	args := object.EmptyTuple()
	if f := factoryOf(v); !f.IsNone() {
		args = object.TupleOf(f)
	}
	items := th.CallMethod(v, strItems)
	if items.H == nil {
		return items
	}
	it := th.Iter(items)
	if it.H == nil {
		return it
	}
	return object.TupleOf(v.Type().V(), args, object.None, object.None, it)
}

var strItems = shared("items")

// defaultDictOr is d | e where either is a defaultdict: the result has the factory of the left one if it is one.
func defaultDictOr(th *thread, a, b value) value {
	self := a
	if !a.Type().IsSubtype(&defaultDictType) {
		self = b
	}
	if _, ok := object.AsDict(a); !ok {
		return object.NotImplemented
	}
	if _, ok := object.AsDict(b); !ok {
		return object.NotImplemented
	}
	n := th.CallArgs(self.Type().V(), factoryOf(self), a)
	if n.H == nil {
		return n
	}
	d, ok := object.AsDict(n)
	if !ok {
		return n
	}
	if !th.DictUpdate(d, b) {
		return value{}
	}
	return n
}
