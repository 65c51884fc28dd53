// Package gcmod is Python's gc module over Go's collector: collect() runs it, the switches are remembered, and what
// needs CPython's bookkeeping (referrers, generations) answers emptily.
package gcmod

import (
	"runtime"

	"pyasync/object"
)

type stateKey struct{}

type state struct {
	disabled  bool
	debug     int64
	threshold [3]int64
	module    *object.Module
}

func of(th *object.Thread) *state {
	if s, ok := th.Interp.Ext(stateKey{}).(*state); ok {
		return s
	}
	s := &state{threshold: [3]int64{2000, 10, 10}}
	th.Interp.SetExt(stateKey{}, s)
	return s
}

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	of(th).module = m
	m.AddFuncs(functions)
	for name, v := range map[string]int64{"DEBUG_STATS": 1, "DEBUG_COLLECTABLE": 2, "DEBUG_UNCOLLECTABLE": 4, "DEBUG_SAVEALL": 32, "DEBUG_LEAK": 38} {
		m.Set(name, object.Int(v))
	}
	m.Set("garbage", object.NewList(nil).V())
	m.Set("callbacks", object.NewList(nil).V())
	return true
}

func simple(f func(s *state) object.Value) func(*object.Thread, object.Value) object.Value {
	return func(th *object.Thread, self object.Value) object.Value { return f(of(th)) }
}

func emptyList(th *object.Thread, self object.Value, a []object.Value, kw []*object.Str) object.Value {
	return object.NewList(nil).V()
}

var functions = []object.Method{
	{Name: "enable", Doc: "Enable automatic garbage collection.", F0: simple(func(s *state) object.Value { s.disabled = false; return object.None })},
	{Name: "disable", Doc: "Disable automatic garbage collection.", F0: simple(func(s *state) object.Value { s.disabled = true; return object.None })},
	{Name: "isenabled", Doc: "Returns true if automatic garbage collection is enabled.", F0: simple(func(s *state) object.Value { return object.Bool(!s.disabled) })},
	{Name: "collect", Sig: "generation=2", Doc: "Run the garbage collector.", F: collect},
	{Name: "get_debug", Doc: "Get the garbage collection debugging flags.", F0: simple(func(s *state) object.Value { return object.Int(s.debug) })},
	{Name: "set_debug", Sig: "flags, /", Doc: "Set the garbage collection debugging flags.", F1: func(th *object.Thread, self, a object.Value) object.Value {
		n, ok := th.AsIndex(a, &object.OverflowErrorType)
		if !ok {
			return object.Value{}
		}
		of(th).debug = int64(n)
		return object.None
	}},
	{Name: "get_threshold", Doc: "Return the current collection thresholds.", F0: simple(func(s *state) object.Value {
		return object.TupleOf(object.Int(s.threshold[0]), object.Int(s.threshold[1]), object.Int(s.threshold[2]))
	})},
	{Name: "set_threshold", Doc: "Set the collection thresholds (the collection frequency).", Raw: setThreshold},
	{Name: "get_count", Doc: "Return a three-tuple of the current collection counts.", F0: simple(func(s *state) object.Value {
		return object.TupleOf(object.Int(0), object.Int(0), object.Int(0))
	})},
	{Name: "get_stats", Doc: "Return a list of dictionaries containing per-generation statistics.", F0: stats},
	{Name: "get_objects", Sig: "generation=None", Doc: "Return a list of objects tracked by the collector (excluding the list returned).", Raw: emptyList},
	{Name: "get_referrers", Doc: "Return the list of objects that directly refer to any of 'objs'.", Raw: emptyList},
	{Name: "get_referents", Doc: "Return the list of objects that are directly referred to by 'objs'.", Raw: referents},
	{Name: "is_tracked", Sig: "obj, /", Doc: "Returns true if the object is tracked by the garbage collector.", F1: func(th *object.Thread, self, a object.Value) object.Value {
		return object.Bool(tracked(a))
	}},
	{Name: "is_finalized", Sig: "obj, /", Doc: "Returns true if the object has been already finalized by the GC.", F1: func(th *object.Thread, self, a object.Value) object.Value { return object.False }},
	{Name: "freeze", Doc: "Freeze all current tracked objects and ignore them for future collections.", F0: simple(func(s *state) object.Value { return object.None })},
	{Name: "unfreeze", Doc: "Unfreeze all objects in the permanent generation.", F0: simple(func(s *state) object.Value { return object.None })},
	{Name: "get_freeze_count", Doc: "Return the number of objects in the permanent generation.", F0: simple(func(s *state) object.Value { return object.Int(0) })},
}

// collect runs Go's collector; the number of objects it frees is not known, so the answer is 0. Finalizers and weak
// reference callbacks that became due are run by the interpreter's poll.
func collect(th *object.Thread, self object.Value, a []object.Value) object.Value {
	if !a[0].IsNil() {
		n, ok := th.AsIndex(a[0], &object.OverflowErrorType)
		if !ok {
			return object.Value{}
		}
		if n < 0 || n > 2 {
			return th.ValueError("invalid generation")
		}
	}
	generation := int64(2)
	if !a[0].IsNil() {
		generation, _ = a[0].SmallInt()
	}
	tellCallbacks(th, "start", generation)
	defer tellCallbacks(th, "stop", generation)
	th.Interp.ClearCaches()
	th.Exc = object.Value{} // stale now, but its traceback would keep frames alive
	after := func() {}
	if h := th.Interp.Hooks.Collecting; h != nil {
		after = h(th)
	}
	th.Blocking(func() { runtime.GC(); object.AwaitFinalizers() })
	after()
	if h := th.Interp.Hooks.Collected; h != nil {
		h(th)
	}
	if poll := th.Interp.Hooks.Poll; poll != nil && !poll(th) {
		return object.Value{}
	}
	return object.Int(0)
}

// tellCallbacks runs what gc.callbacks holds before and after a collection; what they raise is reported and ignored.
func tellCallbacks(th *object.Thread, phase string, generation int64) {
	list, ok := object.AsList(of(th).module.Dict.GetName("callbacks"))
	if !ok || len(list.Items) == 0 {
		return
	}
	exc := th.Exc
	info := object.NewDict()
	info.SetName("generation", object.Int(generation))
	info.SetName("collected", object.Int(0))
	info.SetName("uncollectable", object.Int(0))
	for _, f := range append([]object.Value(nil), list.Items...) {
		if th.CallArgs(f, object.StrValue(phase), info.V()).IsNil() {
			failed := th.TakeExc()
			if report := th.Interp.Hooks.Unraisable; report != nil {
				report(th, failed, f, "")
			}
		}
	}
	th.Exc = exc
}

// referents lists what the objects directly refer to: the items of containers and the attributes of instances.
func referents(th *object.Thread, self object.Value, a []object.Value, kw []*object.Str) object.Value {
	var out []object.Value
	for _, v := range a {
		switch l, isList := object.AsList(v); {
		case isList:
			out = append(out, l.Items...)
		case v.Is(&object.TupleType):
			t, _ := object.AsTuple(v)
			out = append(out, t.Items...)
		case v.Is(&object.DictType):
			d, _ := object.AsDict(v)
			for k, v, next, more := d.Next(0); more; k, v, next, more = d.Next(next) {
				out = append(out, k, v)
			}
		case v.Is(&object.SetType), v.Is(&object.FrozenSetType):
			items, ok := th.Collect(v)
			if !ok {
				return object.Value{}
			}
			out = append(out, items...)
		}
	}
	return object.NewList(out).V()
}

// tracked reports whether a container may be part of a reference cycle; dicts and tuples only if an item may.
func tracked(v object.Value) bool {
	if t, ok := object.AsType(v); ok && t.Flags&object.FlagHeap == 0 {
		return false
	}
	switch v.Type() {
	case &object.IntType, &object.FloatType, &object.BoolType, &object.StrType, &object.BytesType, &object.NoneType, &object.ComplexType,
		&object.ByteArrayType, &object.RangeType, &object.EllipsisType, &object.NotImplementedType:
		return false
	case &object.TupleType:
		t, _ := object.AsTuple(v)
		return len(t.Items) > 0
	case &object.DictType:
		d, _ := object.AsDict(v)
		for k, v, next, more := d.Next(0); more; k, v, next, more = d.Next(next) {
			if tracked(k) || tracked(v) {
				return true
			}
		}
		return false
	}
	return true
}

func setThreshold(th *object.Thread, self object.Value, a []object.Value, kw []*object.Str) object.Value {
	if len(kw) > 0 || len(a) < 1 || len(a) > 3 {
		return th.TypeError("gc.set_threshold requires 1 to 3 arguments")
	}
	for i, v := range a {
		n, ok := th.AsIndex(v, &object.OverflowErrorType)
		if !ok {
			return object.Value{}
		}
		of(th).threshold[i] = int64(n)
	}
	return object.None
}

func stats(th *object.Thread, self object.Value) object.Value {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	var list []object.Value
	for i := range 3 {
		d := object.NewDict()
		n := int64(0)
		if i == 2 {
			n = int64(m.NumGC)
		}
		d.SetName("collections", object.Int(n))
		d.SetName("collected", object.Int(0))
		d.SetName("uncollectable", object.Int(0))
		list = append(list, d.V())
	}
	return object.NewList(list).V()
}
