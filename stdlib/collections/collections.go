// Package collections is Python's module collections: deque, defaultdict, OrderedDict and namedtuple in Go; Counter,
// ChainMap and the User classes in Python, loaded when they are first asked for.
package collections

import "pyasync/object"

type (
	value  = object.Value
	thread = object.Thread
	header = object.Header
)

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	m.Set("__doc__", object.StrValue("This module implements specialized container datatypes providing\nalternatives to Python's general purpose built-in containers, dict,\nlist, set, and tuple."))
	names := make([]value, len(all))
	for i, n := range all {
		names[i] = object.StrValue(n)
	}
	m.Set("__all__", object.NewList(names).V())
	m.AddTypes(&dequeType, &defaultDictType, &OrderedDictType, &tupleGetterType)
	m.HasCore("_collections")
	m.AddFuncs(functions)
	m.Late = func(th *thread, m *object.Module) bool {
		for _, n := range all {
			if th.GetAttrName(m.V(), n).H == nil {
				return false
			}
		}
		return th.GetAttrName(m.V(), "abc").H != nil
	}
	return true
}

// InitCore fills the module _collections, under whose name iterators are pickled.
func InitCore(th *thread, m *object.Module) bool {
	m.AddTypes(&dequeType, &defaultDictType, &OrderedDictType, &tupleGetterType, &dequeIterType, &dequeRevIterType)
	m.AddFuncs(functions[1:2])
	return true
}

var all = []string{"ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"}

var functions = []object.Method{
	{Name: "namedtuple", Flags: object.PyFunction, Sig: "typename, field_names, *, rename=False, defaults=None, module=None", F: namedtuple,
		Doc: "Returns a new subclass of tuple with named fields.\n\n>>> Point = namedtuple('Point', ['x', 'y'])\n>>> Point.__doc__                   # docstring for the new class\n'Point(x, y)'\n>>> p = Point(11, y=22)             # instantiate with positional args or keywords\n>>> p[0] + p[1]                     # indexable like a plain tuple\n33"},
	{Name: "_count_elements", Sig: "mapping, iterable, /", F2: countElements, Doc: "Count elements in the iterable, updating the mapping"},
	{Name: "__getattr__", Sig: "name, /", F1: lateName},
}

// lateNames are the names written in Python and the modules that define them.
var lateNames = map[string]string{
	"Counter": "_collections_counter", "ChainMap": "_collections_user", "UserDict": "_collections_user",
	"UserList": "_collections_user", "UserString": "_collections_user", "abc": "_collections_abc",
}

// lateName is the module's __getattr__.
func lateName(th *thread, self, name value) value {
	s, ok := object.AsStr(name)
	if !ok {
		return th.TypeError("attribute name must be string, not '%s'", name.Type().TPName())
	}
	from, ok := lateNames[s.Go()]
	if !ok {
		return th.AttributeError(self, s, "module 'collections' has no attribute '%s'", s.Go())
	}
	if s.Go() == "abc" {
		from = "collections.abc"
	}
	x := th.Interp.Hooks.Import(th, from)
	if x.H != nil && s.Go() != "abc" {
		x = th.GetAttr(x, s)
	}
	if x.H != nil {
		mod, _ := object.AsModule(self)
		mod.Dict.SetStr(s, x)
	}
	return x
}

// countElements adds the count of each value of an iterable to a mapping.
func countElements(th *thread, self, mapping, iterable value) value {
	it := th.Iter(iterable)
	if it.H == nil {
		return it
	}
	d, plain := object.AsDict(mapping)
	plain = plain && !overrides(th, mapping.Type())
	for {
		x := th.StepIter(it)
		if x.H == nil {
			if !th.Ended() {
				return x
			}
			return object.None
		}
		ok := false
		if plain {
			ok = increment(th, d, x)
		} else {
			ok = incrementSlowly(th, mapping, x)
		}
		if !ok {
			return value{}
		}
	}
}

// overrides reports whether class t has a get or __setitem__ other than dict's.
func overrides(th *thread, t *object.Type) bool {
	for _, name := range []*object.Str{strGet, strSetItem} {
		if th.Lookup(t, name) != th.Lookup(&object.DictType, name) {
			return true
		}
	}
	return false
}

func increment(th *thread, d *object.Dict, x value) bool {
	h, ok := th.Hash(x)
	if !ok {
		return false
	}
	pos, ok := d.Find(th, x, h)
	if !ok {
		return false
	}
	if pos < 0 {
		return d.SetHash(th, x, h, object.Int(1))
	}
	old := d.At(pos)
	if n, ok := old.SmallInt(); ok && n < 1<<62 {
		d.SetAt(pos, object.Int(n+1))
		return true
	}
	sum := th.BinaryOp(object.OpAdd, old, object.Int(1))
	return sum.H != nil && d.SetHash(th, x, h, sum)
}

func incrementSlowly(th *thread, mapping, x value) bool {
	old := th.CallMethod(mapping, strGet, x, object.Int(0))
	if old.H == nil {
		return false
	}
	sum := th.BinaryOp(object.OpAdd, old, object.Int(1))
	return sum.H != nil && th.SetItem(mapping, x, sum)
}

func shared(s string) *object.Str {
	x := object.NewStr(s)
	x.Hash()
	x.Len()
	return x
}

var strGet, strSetItem, strMissing = shared("get"), shared("__setitem__"), shared("__missing__")
