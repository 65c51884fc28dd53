// Package weakref is Python's module _weakref: weak references and proxies on Go's weak pointers. An object dies when
// the collector finds it unreachable, not with its last reference, so referents live and callbacks run later than in
// CPython.
package weakref

import (
	"runtime"
	"slices"
	"weak"

	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
	header = object.Header
)

// Ref is a weak reference or proxy.
type Ref struct {
	header
	target   weak.Pointer[header]
	callback value // nil: none
	hash     int64
	hashed   bool
}

// RefType is weakref.ReferenceType.
var RefType, proxyType, callableProxyType object.Type

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	m.Set("__doc__", object.StrValue("Weak-reference support module."))
	m.Set("ref", RefType.V())
	m.AddTypes(&RefType, &proxyType, &callableProxyType)
	m.AddFuncs([]object.Method{
		{Name: "getweakrefcount", Sig: "object, /", F1: func(th *thread, self, v value) value { return object.Int(int64(len(refsOf(th, v)))) }, Doc: "Return the number of weak references to 'object'."},
		{Name: "getweakrefs", Sig: "object, /", F1: func(th *thread, self, v value) value { return object.NewList(refsOf(th, v)).V() }, Doc: "Return a list of all weak reference objects pointing to 'object'."},
		{Name: "proxy", Sig: "object, callback=None, /", F: newProxy, Doc: "Create a proxy object that weakly references 'object'.\n\n'callback', if given, is called with a reference to the\nproxy when 'object' is about to be finalized."},
	})
	th.Interp.Hooks.WeakrefOf = func(th *thread, v value) value {
		if refs := refsOf(th, v); len(refs) > 0 {
			return refs[0]
		}
		return object.None
	}
	return true
}

// registry knows the references to each object that has some.
type registry struct {
	in   *object.Interp
	refs map[weak.Pointer[header]][]weak.Pointer[Ref]
}

type registryKey struct{}

func registryOf(in *object.Interp) *registry {
	if r, ok := in.Ext(registryKey{}).(*registry); ok {
		return r
	}
	r := &registry{in, map[weak.Pointer[header]][]weak.Pointer[Ref]{}}
	in.SetExt(registryKey{}, r)
	return r
}

// refsOf returns the live references to v, the shared ones first.
func refsOf(th *thread, v value) []value {
	var live []value
	for _, w := range registryOf(th.Interp).refs[weak.Make(v.H)] {
		if r := w.Value(); r != nil {
			live = append(live, object.ObjectValue(&r.header))
		}
	}
	slices.SortStableFunc(live, func(a, b value) int { return rank(a) - rank(b) })
	return live
}

// rank orders the references to an object: the plain one, the plain proxy, others.
func rank(v value) int {
	switch {
	case (*Ref)(v.Ptr()).callback.H != nil || v.Type().Flags&object.FlagHeap != 0:
		return 2
	case v.Is(&RefType):
		return 0
	}
	return 1
}

// referable reports whether objects of v's class can be weakly referenced.
func referable(v value) bool {
	t := v.Type()
	if t.Flags&object.FlagHeap != 0 {
		return t.Flags&object.FlagNoWeakref == 0
	}
	if t.Flags&object.FlagNoWeakref != 0 || t.IsSubtype(&object.BaseExceptionType) || t.IsSubtype(&object.TupleType) {
		return false
	}
	switch t {
	case &object.ObjectType, &object.IntType, &object.BoolType, &object.FloatType, &object.ComplexType, &object.StrType, &object.BytesType, &object.ByteArrayType,
		&object.ListType, &object.DictType, &object.RangeType, &object.SliceType, &object.NoneType, &object.NotImplementedType,
		&object.EllipsisType, &object.CellType, &object.PropertyType, &object.StaticMethodType, &object.ClassMethodType, &object.SuperType, &object.MappingProxyType,
		&object.TracebackType, &object.EnumerateType, &object.ZipType, &object.MapType, &object.FilterType:
		return false
	}
	return t.Next == nil || t.Solid == &object.GeneratorType
}

// register notes a reference; the first one to an object asks the collector to tell of its death.
func (g *registry) register(target *header, r *Ref) {
	key := r.target
	list, known := g.refs[key]
	if !known {
		runtime.AddCleanup(target, func(key weak.Pointer[header]) { g.in.Defer(func(th *thread) { g.died(th, key) }) }, key)
	}
	live := list[:0]
	for _, w := range list {
		if w.Value() != nil {
			live = append(live, w)
		}
	}
	g.refs[key] = append(live, weak.Make(r))
}

// died runs the callbacks of the references to an object, the youngest first.
func (g *registry) died(th *thread, key weak.Pointer[header]) {
	list := g.refs[key]
	delete(g.refs, key)
	for i := len(list) - 1; i >= 0; i-- {
		r := list[i].Value()
		if r == nil || r.callback.H == nil {
			continue
		}
		callback := r.callback
		r.callback = value{}
		if th.Call1(callback, object.ObjectValue(&r.header)).H == nil {
			exc := th.TakeExc()
			if report := th.Interp.Hooks.Unraisable; report != nil {
				report(th, exc, callback, "")
			}
		}
	}
}

// make returns a reference of class t to v. Plain ones without callback are shared.
func makeRef(th *thread, t *object.Type, v, callback value) value {
	if !referable(v) {
		return th.TypeError("cannot create weak reference to '%s' object", v.Type().Name)
	}
	if callback.H != nil && callback.IsNone() {
		callback = value{}
	}
	if callback.H == nil && t.Flags&object.FlagHeap == 0 {
		for _, old := range refsOf(th, v) {
			if old.IsExact(t) && (*Ref)(old.Ptr()).callback.H == nil {
				return old
			}
		}
	}
	x := object.Allocate(t)
	r := (*Ref)(x.Ptr())
	r.target, r.callback = weak.Make(v.H), callback
	registryOf(th.Interp).register(v.H, r)
	return x
}

// get returns the referent, or the nil Value when it is gone.
func (r *Ref) get() value {
	if h := r.target.Value(); h != nil {
		return object.ObjectValue(h)
	}
	return value{}
}

func deref(v value) value { return (*Ref)(v.Ptr()).get() }

func init() {
	object.Define(&RefType, object.Spec{Name: "weakref.ReferenceType", Sig: "object, callback=None, /", Alloc: object.Allocator[Ref](),
		Slots:   object.Slots{New: refNew, Init: refInit, Call: refCall, Repr: refRepr, Hash: refHash, Compare: refCompare},
		Methods: []object.Method{object.ClassGetItemRow},
		Members: []object.Member{{Name: "__callback__", Get: func(th *thread, v value) value {
			if c := (*Ref)(v.Ptr()).callback; c.H != nil && deref(v).H != nil {
				return c
			}
			return object.None
		}}}})
}

func refNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	if t == &RefType && len(kw) > 0 {
		return th.TypeError("ref() takes no keyword arguments")
	}
	pos := args[:len(args)-len(kw)]
	if !th.ArgCount("__new__", len(pos), 1, 2) {
		return value{}
	}
	callback := value{}
	if len(pos) == 2 {
		callback = pos[1]
	}
	return makeRef(th, t, pos[0], callback)
}

func refInit(th *thread, self value, args []value, kw []*object.Str) bool {
	if len(kw) > 0 {
		th.TypeError("ref() takes no keyword arguments")
		return false
	}
	return th.ArgCount("__init__", len(args), 1, 2)
}

func refCall(th *thread, v value, args []value, kw []*object.Str) value {
	if len(args) > 0 {
		if len(kw) > 0 {
			return th.TypeError("%s() takes no keyword arguments", v.Type().Name)
		}
		return th.TypeError("%s() takes no arguments (%d given)", v.Type().Name, len(args))
	}
	if x := deref(v); x.H != nil {
		return x
	}
	return object.None
}

func refRepr(th *thread, v value) value {
	x := deref(v)
	if x.H == nil {
		return object.StrValue("<weakref at " + object.Address(v) + "; dead>")
	}
	name := th.Lookup(x.Type(), object.NewStr("__name__"))
	if name.H != nil && name.Type().DescrGet != nil {
		if name = name.Type().DescrGet(th, name, x, x.Type().V()); name.H == nil {
			th.Exc = value{}
		}
	}
	text := "<weakref at " + object.Address(v) + "; to '" + x.Type().Name + "' at " + object.Address(x)
	if name.H != nil {
		if s, ok := object.GoString(name); ok {
			text += " (" + s + ")"
		}
	}
	return object.StrValue(text + ">")
}

func refHash(th *thread, v value) (int64, bool) {
	r := (*Ref)(v.Ptr())
	if r.hashed {
		return r.hash, true
	}
	x := r.get()
	if x.H == nil {
		th.TypeError("weak object has gone away")
		return 0, false
	}
	h, ok := th.Hash(x)
	r.hash, r.hashed = h, ok
	return h, ok
}

func refCompare(th *thread, a, b value, op object.CmpOp) value {
	if op != object.CmpEQ && op != object.CmpNE || !a.Is(&RefType) || !b.Is(&RefType) {
		return object.NotImplemented
	}
	x, y := deref(a), deref(b)
	if x.H == nil || y.H == nil {
		return object.Bool((a == b) == (op == object.CmpEQ))
	}
	return th.Compare(x, y, op)
}
