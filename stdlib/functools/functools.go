// Package functools is Python's module functools. What programs call in loops (partial, lru_cache, reduce, wraps …) is
// written in Go; the rest (singledispatch, total_ordering, partialmethod) is Python, loaded when it is first asked for.
package functools

import (
	"strings"

	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
	header = object.Header
)

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	m.Set("__doc__", object.StrValue("functools.py - Tools for working with functions and callable objects"))
	names := make([]value, len(all))
	for i, n := range all {
		names[i] = object.StrValue(n)
	}
	m.Set("__all__", object.NewList(names).V())
	m.Set("WRAPPER_ASSIGNMENTS", wrapperAssignments())
	m.Set("WRAPPER_UPDATES", object.TupleOf(object.StrValue("__dict__")))
	m.AddTypes(&partialType, &cachedPropertyType, &lruType)
	m.HasCore("_functools")
	m.AddFuncs(functions)
	m.Late = func(th *thread, m *object.Module) bool {
		for _, n := range lateNames {
			if th.GetAttrName(m.V(), n).H == nil {
				return false
			}
		}
		return true
	}
	return true
}

var all = []string{"update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key",
	"lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property"}

func wrapperAssignments() value {
	var items []value
	for _, n := range assigned {
		items = append(items, n.V())
	}
	return object.NewTuple(items).V()
}

var functions = []object.Method{
	{Name: "reduce", Sig: "function, iterable, initial=<unrepresentable>, /", F: reduce, Doc: "Apply a function of two arguments cumulatively to the items of an iterable, from left to right.\n\nThis effectively reduces the iterable to a single value.  If initial is present,\nit is placed before the items of the iterable in the calculation, and serves as\na default when the iterable is empty."},
	{Name: "cmp_to_key", Sig: "mycmp", F: cmpToKey, Doc: "Convert a cmp= function into a key= function."},
	{Name: "update_wrapper", Flags: object.PyFunction, Sig: "wrapper, wrapped, assigned=('__module__', '__name__', '__qualname__', '__doc__', '__annotations__', '__type_params__'), updated=('__dict__',)", F: updateWrapper,
		Doc: "Update a wrapper function to look like the wrapped function"},
	{Name: "wraps", Flags: object.PyFunction, Sig: "wrapped, assigned=('__module__', '__name__', '__qualname__', '__doc__', '__annotations__', '__type_params__'), updated=('__dict__',)", F: wraps,
		Doc: "Decorator factory to apply update_wrapper() to a wrapper function"},
	{Name: "lru_cache", Flags: object.PyFunction, Sig: "maxsize=128, typed=False", F: lruCache, Doc: "Least-recently-used cache decorator.\n\nIf *maxsize* is set to None, the LRU features are disabled and the cache\ncan grow without bound.\n\nIf *typed* is True, arguments of different types will be cached separately."},
	{Name: "cache", Flags: object.PyFunction, Sig: "user_function, /", F1: cache, Doc: "Simple lightweight unbounded cache.  Sometimes called \"memoize\"."},
	{Name: "__getattr__", Sig: "name, /", F1: lateName},
}

// lateName finds the names written in Python: it is the module's __getattr__.
func lateName(th *thread, self, name value) value {
	s, ok := object.AsStr(name)
	if !ok {
		return th.TypeError("attribute name must be string, not '%s'", name.Type().Name)
	}
	for _, late := range lateNames {
		if s.Go() != late && !strings.Contains(s.Go(), "_from_") {
			continue
		}
		m := th.Interp.Hooks.Import(th, "_functools_late")
		if m.H == nil {
			return m
		}
		x := th.GetAttr(m, s)
		if x.H != nil {
			mod, _ := object.AsModule(self)
			mod.Dict.SetStr(s, x)
		}
		return x
	}
	return th.AttributeError(self, s, "module 'functools' has no attribute '%s'", s.Go())
}

var lateNames = []string{"total_ordering", "partialmethod", "singledispatch", "singledispatchmethod", "_make_key", "_unwrap_partial", "_CacheInfo", "get_cache_token", "_convert", "_c3_mro", "_compose_mro", "_c3_merge", "_find_impl", "_unwrap_partialmethod"}

func reduce(th *thread, self value, a []value) value {
	if t := a[1].Type(); t.Iter == nil && t.GetItem == nil {
		return th.TypeError("reduce() arg 2 must support iteration")
	}
	it := th.Iter(a[1])
	if it.H == nil {
		return it
	}
	acc := a[2]
	for {
		x := th.StepIter(it)
		if x.H == nil {
			if !th.Ended() {
				return value{}
			}
			if acc.H == nil {
				return th.TypeError("reduce() of empty iterable with no initial value")
			}
			return acc
		}
		if acc.H == nil {
			acc = x
		} else if acc = th.Call2(a[0], acc, x); acc.H == nil {
			return acc
		}
	}
}

func shared(s string) *object.Str {
	x := object.NewStr(s)
	x.Hash()
	x.Len()
	return x
}

var (
	assigned   = []*object.Str{shared("__module__"), shared("__name__"), shared("__qualname__"), shared("__doc__"), shared("__annotations__"), shared("__type_params__")}
	strDict    = shared("__dict__")
	strUpdate  = shared("update")
	strWrapped = shared("__wrapped__")
)

func updateWrapper(th *thread, self value, a []value) value {
	names, ok := namesOf(th, a[2], assigned)
	if !ok {
		return value{}
	}
	for _, n := range names {
		x, ok := th.LookupAttr(a[1], n)
		if !ok || x.H != nil && !th.SetAttr(a[0], n, x) {
			return value{}
		}
	}
	if names, ok = namesOf(th, a[3], []*object.Str{strDict}); !ok {
		return value{}
	}
	for _, n := range names {
		if !updateFrom(th, a[0], a[1], n) {
			return value{}
		}
	}
	if !th.SetAttr(a[0], strWrapped, a[1]) {
		return value{}
	}
	return a[0]
}

// updateFrom is getattr(wrapper, name).update(getattr(wrapped, name, {})).
func updateFrom(th *thread, wrapper, wrapped value, name *object.Str) bool {
	to := th.GetAttr(wrapper, name)
	if to.H == nil {
		return false
	}
	from, ok := th.LookupAttr(wrapped, name)
	if !ok {
		return false
	}
	if from.H == nil {
		from = object.NewDict().V()
	}
	return th.CallMethod(to, strUpdate, from).H != nil
}

func namesOf(th *thread, v value, def []*object.Str) ([]*object.Str, bool) {
	if v.H == nil {
		return def, true
	}
	items, ok := th.Collect(v)
	if !ok {
		return nil, false
	}
	names := make([]*object.Str, len(items))
	for i, x := range items {
		if names[i], ok = object.AsStr(x); !ok {
			th.TypeError("attribute name must be string, not '%s'", x.Type().Name)
			return nil, false
		}
	}
	return names, true
}

// wraps returns partial(update_wrapper, wrapped=…, assigned=…, updated=…).
func wraps(th *thread, self value, a []value) value {
	f := th.GetAttrName(self, "update_wrapper")
	if f.H == nil {
		return f
	}
	kw := object.NewDict()
	kw.SetName("wrapped", a[0])
	if a[1].H == nil {
		a[1] = th.GetAttrName(self, "WRAPPER_ASSIGNMENTS")
	}
	if a[2].H == nil {
		a[2] = th.GetAttrName(self, "WRAPPER_UPDATES")
	}
	if a[1].H == nil || a[2].H == nil {
		return value{}
	}
	kw.SetName("assigned", a[1])
	kw.SetName("updated", a[2])
	return newPartial(&partialType, f, nil, kw)
}
