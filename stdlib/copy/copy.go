// Package copymod is Python's module copy: shallow and deep copies through __copy__, __deepcopy__ and __reduce_ex__.
package copymod

import (
	"pyasync/object"
	"pyasync/stdlib/weakref"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	m.Set("__doc__", object.StrValue("Generic (shallow and deep) copying operations."))
	var names []value
	for _, n := range []string{"Error", "copy", "deepcopy", "replace"} {
		names = append(names, object.StrValue(n))
	}
	m.Set("__all__", object.NewList(names).V())
	ns := object.NewDict()
	ns.SetName("__module__", object.StrValue("copy"))
	e, ok := object.NewType(th, &object.TypeType, shared("Error"), []*object.Type{&object.ExceptionType}, ns, nil, nil)
	if !ok {
		return false
	}
	m.Set("Error", e.V())
	m.Set("error", e.V())
	m.AddFuncs(functions)
	return true
}

var functions = []object.Method{
	{Name: "copy", Flags: object.PyFunction, Sig: "x", F1: shallow, F: func(th *thread, self value, a []value) value { return shallow(th, self, a[0]) }, Doc: "Shallow copy operation on arbitrary Python objects.\n\nSee the module's __doc__ string for more info."},
	{Name: "deepcopy", Flags: object.PyFunction, Sig: "x, memo=None, _nil=[]", F: deep, Doc: "Deep copy operation on arbitrary Python objects.\n\nSee the module's __doc__ string for more info."},
	{Name: "replace", Flags: object.PyFunction, Raw: replace, Doc: "Return a new object replacing specified fields with new values.\n\nThis is especially useful for immutable objects, like named tuples or frozen dataclasses."},
}

func shared(s string) *object.Str {
	x := object.NewStr(s)
	x.Hash()
	x.Len()
	return x
}

var (
	strCopy, strDeepCopy, strReplace = shared("__copy__"), shared("__deepcopy__"), shared("__replace__")
	strReduceEx, strReduce           = shared("__reduce_ex__"), shared("__reduce__")
	strSetState, strDict             = shared("__setstate__"), shared("__dict__")
	strAppend, strUpdate, strTable   = shared("append"), shared("update"), shared("dispatch_table")
)

// atomic reports whether objects of exactly this class are their own copies.
func atomic(t *object.Type) bool {
	switch t {
	case &object.NoneType, &object.IntType, &object.FloatType, &object.BoolType, &object.ComplexType, &object.StrType, &object.BytesType,
		&object.NotImplementedType, &object.EllipsisType, &object.CodeType, &object.RangeType, &object.PropertyType,
		&object.BuiltinType, &object.FunctionType, &object.TypeType:
		return true
	}
	return t.Flags&object.FlagType != 0 || t == &weakref.RefType
}

func shallow(th *thread, self, x value) value {
	t := x.Type()
	switch {
	case atomic(t) || t == &object.TupleType || t == &object.FrozenSetType || t == &object.SliceType:
		return x
	case t == &object.ListType:
		l, _ := object.AsList(x)
		return object.NewList(append([]value(nil), l.Items...)).V()
	case t == &object.DictType:
		d, _ := object.AsDict(x)
		return d.Copy().V()
	case t == &object.SetType || t == &object.ByteArrayType:
		return th.CallMethod(x, shared("copy"))
	}
	if f := th.Lookup(t, strCopy); f.H != nil && !f.IsNone() {
		r, _ := th.CallSpecial(x, strCopy)
		return r
	}
	rv := reduced(th, self, x, "un(shallow)copyable object of type %s")
	if rv.H == nil || rv.IsExact(&object.StrType) {
		if rv.H != nil {
			return x
		}
		return rv
	}
	return (&rebuild{th: th, module: self}).run(x, rv)
}

// reduced returns x taken apart by copyreg or __reduce_ex__(4).
func reduced(th *thread, module, x value, message string) value {
	t := x.Type()
	copyreg := th.Interp.Hooks.Import(th, "copyreg")
	if copyreg.H == nil {
		return copyreg
	}
	table := th.GetAttr(copyreg, strTable)
	if table.H == nil {
		return table
	}
	if d, ok := object.AsDict(table); ok {
		f, ok := d.Get(th, t.V())
		if !ok {
			return value{}
		}
		if f.H != nil {
			return th.Call1(f, x)
		}
	}
	if f, ok := th.LookupAttr(x, strReduceEx); !ok {
		return value{}
	} else if f.H != nil {
		return th.Call1(f, object.Int(4))
	}
	if f, ok := th.LookupAttr(x, strReduce); !ok {
		return value{}
	} else if f.H != nil {
		return th.Call(f, nil, nil)
	}
	e := th.GetAttrName(module, "Error")
	if e.H == nil {
		return e
	}
	s, _ := th.Repr(t.V())
	exc := th.CallArgs(e, object.StrValue(sprintf(message, s)))
	if exc.H == nil {
		return exc
	}
	return th.RaiseValue(exc)
}

// rebuild makes an object from what __reduce_ex__ gave, copying the parts when memo is set.
type rebuild struct {
	th     *thread
	module value
	memo   *memo
}

func (r *rebuild) part(x value) value {
	if r.memo == nil {
		return x
	}
	return r.memo.copy(x)
}

func (r *rebuild) run(x, rv value) value {
	th := r.th
	t, ok := object.AsTuple(rv)
	if !ok || len(t.Items) < 2 || len(t.Items) > 5 {
		return th.TypeError("_reconstruct() takes from 4 to 7 positional arguments but %d were given", 2+len(t.Items))
	}
	item := func(i int) value {
		if i < len(t.Items) && !t.Items[i].IsNone() {
			return t.Items[i]
		}
		return value{}
	}
	args, ok := th.Collect(t.Items[1])
	if !ok {
		return value{}
	}
	for i := range args {
		if args[i] = r.part(args[i]); args[i].H == nil {
			return value{}
		}
	}
	y := th.Call(t.Items[0], args, nil)
	if y.H == nil {
		return y
	}
	if r.memo != nil && !r.memo.remember(x, y) {
		return value{}
	}
	if s := item(2); s.H != nil && !r.setState(y, s) || item(3).H != nil && !r.extend(y, item(3)) || item(4).H != nil && !r.fill(y, item(4)) {
		return value{}
	}
	return y
}

func (r *rebuild) setState(y, state value) bool {
	th := r.th
	if state = r.part(state); state.H == nil {
		return false
	}
	f, ok := th.LookupAttr(y, strSetState)
	if !ok {
		return false
	}
	if f.H != nil {
		return th.Call1(f, state).H != nil
	}
	slots := value{}
	if pair, ok := object.AsTuple(state); ok && len(pair.Items) == 2 {
		state, slots = pair.Items[0], pair.Items[1]
	}
	if !state.IsNone() {
		d := th.GetAttr(y, strDict)
		if d.H == nil || th.CallMethod(d, strUpdate, state).H == nil {
			return false
		}
	}
	if slots.H == nil || slots.IsNone() {
		return true
	}
	return r.setSlots(y, slots)
}

func (r *rebuild) setSlots(y, slots value) bool {
	d := object.NewDict()
	if !r.th.DictUpdate(d, slots) {
		return false
	}
	for pos := 0; ; {
		k, x, next, more := d.Next(pos)
		if !more {
			return true
		}
		pos = next
		name, ok := object.AsStr(k)
		if !ok || !r.th.SetAttr(y, name, x) {
			return false
		}
	}
}

func (r *rebuild) extend(y, items value) bool {
	it := r.th.Iter(items)
	if it.H == nil {
		return false
	}
	for {
		x := r.th.StepIter(it)
		if x.H == nil {
			return r.th.Ended()
		}
		if x = r.part(x); x.H == nil || r.th.CallMethod(y, strAppend, x).H == nil {
			return false
		}
	}
}

func (r *rebuild) fill(y, items value) bool {
	it := r.th.Iter(items)
	if it.H == nil {
		return false
	}
	for {
		pair := r.th.StepIter(it)
		if pair.H == nil {
			return r.th.Ended()
		}
		var kv [2]value
		if !r.th.Unpack(pair, kv[:]) {
			return false
		}
		k := r.part(kv[0])
		if k.H == nil {
			return false
		}
		x := r.part(kv[1])
		if x.H == nil || !r.th.SetItem(y, k, x) {
			return false
		}
	}
}

func replace(th *thread, self value, args []value, kw []*object.Str) value {
	if len(args)-len(kw) != 1 {
		return th.TypeError("replace() takes 1 positional argument but %d were given", len(args)-len(kw))
	}
	f := th.Lookup(args[0].Type(), strReplace)
	if f.H == nil {
		return th.TypeError("replace() does not support %s objects", args[0].Type().Name)
	}
	return th.Call(f, args, kw)
}
