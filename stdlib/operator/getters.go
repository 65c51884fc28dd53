// attrgetter, itemgetter and methodcaller: callables that look something up in their argument.
package operator

import (
	"strings"

	"pyasync/eval"
	"pyasync/object"
)

type attrGetter struct {
	object.Header
	names []value         // as given
	paths [][]*object.Str // split at dots
}

type itemGetter struct {
	object.Header
	keys []value
}

type methodCaller struct {
	object.Header
	name *object.Str
	args []value // positional, then values of kw
	kw   []*object.Str
}

var attrGetterType, itemGetterType, methodCallerType object.Type

func init() {
	object.Define(&attrGetterType, object.Spec{Name: "operator.attrgetter", Sig: "attr, /, *attrs", Alloc: object.Allocator[attrGetter](),
		Doc: "Return a callable object that fetches the given attribute(s) from its operand.",
		Slots: object.Slots{New: newAttrGetter, Call: callAttrGetter, Repr: func(th *thread, v value) value {
			return reprCall(th, "operator.attrgetter", (*attrGetter)(v.Ptr()).names, nil)
		}},
		Methods: []object.Method{{Name: "__reduce__", F0: func(th *thread, v value) value {
			return object.TupleOf(v.Type().V(), object.TupleCopy((*attrGetter)(v.Ptr()).names).V())
		}}},
	})
	object.Define(&itemGetterType, object.Spec{Name: "operator.itemgetter", Sig: "item, /, *items", Alloc: object.Allocator[itemGetter](),
		Doc: "Return a callable object that fetches the given item(s) from its operand.",
		Slots: object.Slots{New: newItemGetter, Call: callItemGetter, Repr: func(th *thread, v value) value {
			return reprCall(th, "operator.itemgetter", (*itemGetter)(v.Ptr()).keys, nil)
		}},
		Methods: []object.Method{{Name: "__reduce__", F0: func(th *thread, v value) value {
			return object.TupleOf(v.Type().V(), object.TupleCopy((*itemGetter)(v.Ptr()).keys).V())
		}}},
	})
	object.Define(&methodCallerType, object.Spec{Name: "operator.methodcaller", Sig: "name, /, *args, **kwargs", Alloc: object.Allocator[methodCaller](),
		Doc:   "Return a callable object that calls the given method on its operand.",
		Slots: object.Slots{New: newMethodCaller, Call: callMethodCaller, Repr: reprMethodCaller},
		Methods: []object.Method{{Name: "__reduce__", Doc: "Return state information for pickling.", F0: reduceMethodCaller}},
	})
}

// reduceMethodCaller pickles keywords by way of functools.partial.
func reduceMethodCaller(th *thread, v value) value {
	m := (*methodCaller)(v.Ptr())
	name, npos := m.name.V(), len(m.args)-len(m.kw)
	if len(m.kw) == 0 {
		return object.TupleOf(v.Type().V(), object.TupleCopy(append([]value{name}, m.args...)).V())
	}
	partial := th.GetAttrName(eval.Import(th, "functools"), "partial")
	if partial.H == nil {
		return partial
	}
	make := th.Call(partial, append([]value{v.Type().V(), name}, m.args[npos:]...), m.kw)
	if make.H == nil {
		return make
	}
	return object.TupleOf(make, object.TupleCopy(m.args[:npos]).V())
}

func reprCall(th *thread, name string, args []value, kw []*object.Str) value {
	var b strings.Builder
	b.WriteString(name)
	b.WriteByte('(')
	for i, x := range args {
		if i > 0 {
			b.WriteString(", ")
		}
		if k := i - (len(args) - len(kw)); k >= 0 {
			b.WriteString(kw[k].Go())
			b.WriteByte('=')
		}
		s, ok := th.Repr(x)
		if !ok {
			return value{}
		}
		b.WriteString(s)
	}
	b.WriteByte(')')
	return object.StrValue(b.String())
}

func newAttrGetter(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	if len(kw) > 0 {
		return th.TypeError("attrgetter() takes no keyword arguments")
	}
	if len(args) == 0 {
		return th.TypeError("attrgetter expected 1 argument, got 0")
	}
	o := t.Allocate()
	g := (*attrGetter)(o.Ptr())
	for _, a := range args {
		s, ok := object.AsStr(a)
		if !ok {
			return th.TypeError("attribute name must be a string")
		}
		var path []*object.Str
		for _, part := range strings.Split(s.Go(), ".") {
			path = append(path, object.NewStr(part))
		}
		g.names = append(g.names, a)
		g.paths = append(g.paths, path)
	}
	return o
}

// oneArgument checks the call of a getter.
func oneArgument(th *thread, name string, args []value, kw []*object.Str) bool {
	if len(kw) > 0 {
		th.TypeError("%s() takes no keyword arguments", name)
		return false
	}
	if len(args) != 1 {
		th.TypeError("%s expected 1 argument, got %d", name, len(args))
		return false
	}
	return true
}

func callAttrGetter(th *thread, f value, args []value, kw []*object.Str) value {
	if !oneArgument(th, "attrgetter", args, kw) {
		return value{}
	}
	g := (*attrGetter)(f.Ptr())
	get := func(path []*object.Str) value {
		v := args[0]
		for _, name := range path {
			if v = th.GetAttr(v, name); v.H == nil {
				return v
			}
		}
		return v
	}
	if len(g.paths) == 1 {
		return get(g.paths[0])
	}
	items := make([]value, len(g.paths))
	for i, path := range g.paths {
		if items[i] = get(path); items[i].H == nil {
			return value{}
		}
	}
	return object.NewTuple(items).V()
}

func newItemGetter(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	if len(kw) > 0 {
		return th.TypeError("itemgetter() takes no keyword arguments")
	}
	if len(args) == 0 {
		return th.TypeError("itemgetter expected 1 argument, got 0")
	}
	o := t.Allocate()
	(*itemGetter)(o.Ptr()).keys = append([]value(nil), args...)
	return o
}

func callItemGetter(th *thread, f value, args []value, kw []*object.Str) value {
	if !oneArgument(th, "itemgetter", args, kw) {
		return value{}
	}
	g := (*itemGetter)(f.Ptr())
	if len(g.keys) == 1 {
		return th.GetItem(args[0], g.keys[0])
	}
	items := make([]value, len(g.keys))
	for i, k := range g.keys {
		if items[i] = th.GetItem(args[0], k); items[i].H == nil {
			return value{}
		}
	}
	return object.NewTuple(items).V()
}

func newMethodCaller(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	if len(args) == len(kw) {
		return th.TypeError("methodcaller needs at least one argument, the method name")
	}
	name, ok := object.AsStr(args[0])
	if !ok {
		return th.TypeError("method name must be a string")
	}
	o := t.Allocate()
	m := (*methodCaller)(o.Ptr())
	m.name = name
	m.args = append([]value(nil), args[1:]...)
	m.kw = append([]*object.Str(nil), kw...)
	return o
}

func callMethodCaller(th *thread, f value, args []value, kw []*object.Str) value {
	if !oneArgument(th, "methodcaller", args, kw) {
		return value{}
	}
	m := (*methodCaller)(f.Ptr())
	fn := th.GetAttr(args[0], m.name)
	if fn.H == nil {
		return fn
	}
	return th.Call(fn, m.args, m.kw)
}

func reprMethodCaller(th *thread, v value) value {
	m := (*methodCaller)(v.Ptr())
	return reprCall(th, "operator.methodcaller", append([]value{m.name.V()}, m.args...), m.kw)
}
