// Package abcmod is Python's abc module: ABCMeta with its registries and caches, and the abstract-method markers.
package abcmod

import (
	"pyasync/object"
)

// MetaType is abc.ABCMeta.
var MetaType object.Type

var (
	strImpl       = object.NewStr("_abc_impl")
	strAbstract   = object.NewStr("__abstractmethods__")
	strIsAbstract = object.NewStr("__isabstractmethod__")
	strHook       = object.NewStr("__subclasshook__")
	strTpFlags    = object.NewStr("__abc_tpflags__")
	strClass      = object.NewStr("__class__")
)

func init() {
	object.Define(&MetaType, object.Spec{Name: "abc.ABCMeta", Base: &object.TypeType, Flags: object.FlagType, Sig: "name, bases, namespace, /, **kwargs",
		Doc:   "Metaclass for defining Abstract Base Classes (ABCs).\n\nUse this metaclass to create an ABC.  An ABC can be subclassed\ndirectly, and then acts as a mix-in class.  You can also register\nunrelated concrete classes (even built-in classes) and unrelated\nABCs as 'virtual subclasses' -- these and their descendants will\nbe considered subclasses of the registering ABC by the built-in\nissubclass() function, but the registering ABC won't show up in\ntheir MRO (Method Resolution Order) nor will method\nimplementations defined by the registering ABC be callable (not\neven via super()).\n",
		Slots: object.Slots{New: metaNew},
		Methods: []object.Method{
			{Name: "register", Flags: object.PyFunction, Sig: "subclass", Doc: "Register a virtual subclass of an ABC.\n\nReturns the subclass, to allow usage as a class decorator.\n", F: func(th *object.Thread, cls object.Value, a []object.Value) object.Value {
				return Register(th, cls, a[0])
			}},
			{Name: "__instancecheck__", Sig: "instance, /", Doc: "Override for isinstance(instance, cls).", F1: instanceCheck},
			{Name: "__subclasscheck__", Sig: "subclass, /", Doc: "Override for issubclass(subclass, cls).", F1: subclassCheck},
			{Name: "_dump_registry", Sig: "file=None", Doc: "Debug helper to print the ABC registry.", F: dumpRegistry},
			{Name: "_abc_registry_clear", Doc: "Clear the registry (for debugging or testing).", F0: func(th *object.Thread, cls object.Value) object.Value {
				if d := dataOf(th, cls); d != nil {
					clear(d.registry)
				}
				return object.None
			}},
			{Name: "_abc_caches_clear", Doc: "Clear the caches (for debugging or testing).", F0: func(th *object.Thread, cls object.Value) object.Value {
				if d := dataOf(th, cls); d != nil {
					clear(d.cache)
					clear(d.negative)
				}
				return object.None
			}},
		}})
}

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	m.AddTypes(&MetaType)
	m.AddFuncs(functions)
	m.AddTypes(&abstractClassMethod, &abstractStaticMethod, &abstractProperty)
	ns := object.NewDict()
	ns.SetName("__module__", object.StrValue("abc"))
	ns.SetName("__doc__", object.StrValue("Helper class that provides a standard way to create an ABC using\ninheritance.\n"))
	ns.SetName("__slots__", object.TupleOf())
	abc := th.CallArgs(MetaType.V(), object.StrValue("ABC"), object.TupleOf(), ns.V())
	if abc.IsNil() {
		return false
	}
	m.Set("ABC", abc)
	return true
}

var functions = []object.Method{
	{Name: "abstractmethod", Flags: object.PyFunction, Sig: "funcobj", Doc: "A decorator indicating abstract methods.", F: func(th *object.Thread, self object.Value, a []object.Value) object.Value {
		if !th.SetAttr(a[0], strIsAbstract, object.True) {
			return object.Value{}
		}
		return a[0]
	}},
	{Name: "get_cache_token", Doc: "Returns the current ABC cache token.", F0: func(th *object.Thread, self object.Value) object.Value {
		return object.Int(int64(state(th).counter))
	}},
	{Name: "_checking", Doc: "Is an ABC being asked about a class?", F0: func(th *object.Thread, self object.Value) object.Value {
		return object.Bool(state(th).busy > 0)
	}},
	{Name: "update_abstractmethods", Flags: object.PyFunction, Sig: "cls", Doc: "Recalculate the set of abstract methods of an abstract class.", F: updateAbstract},
}

// interpState is shared by all ABCs of an interpreter: the counter of registrations, which outdates negative caches.
type interpState struct {
	counter uint64
	// busy counts the checks in progress here: typing's protocols, which refuse some checks from Python code, allow
	// those that come from an ABC looking through its subclasses.
	busy int
}

type stateKey struct{}

func state(th *object.Thread) *interpState {
	if s, ok := th.Interp.Ext(stateKey{}).(*interpState); ok {
		return s
	}
	s := &interpState{}
	th.Interp.SetExt(stateKey{}, s)
	return s
}

func metaNew(th *object.Thread, meta *object.Type, args []object.Value, kw []*object.Str) object.Value {
	cls := object.TypeNew(th, meta, args, kw)
	if cls.IsNil() {
		return cls
	}
	t, ok := object.AsType(cls)
	if !ok || !initClass(th, t) {
		return object.Value{}
	}
	return cls
}

// initClass gives a new ABC its data and its set of abstract methods.
func initClass(th *object.Thread, t *object.Type) bool {
	if !setAbstractMethods(th, t) {
		return false
	}
	if f := t.Namespace().GetStr(strTpFlags); !f.IsNil() {
		n, _ := f.SmallInt()
		if n&(1<<5) != 0 {
			t.Flags |= object.FlagSequence
		}
		if n&(1<<6) != 0 {
			t.Flags |= object.FlagMapping
		}
		object.SetClassAttr(t, strTpFlags, object.Value{})
	}
	object.SetClassAttr(t, strImpl, newData(th))
	return true
}

// setAbstractMethods computes __abstractmethods__: what the namespace marks, and what bases left open.
func setAbstractMethods(th *object.Thread, t *object.Type) bool {
	var names []object.Value
	ns := t.Namespace()
	for pos := 0; ; {
		k, v, next, more := ns.Next(pos)
		if !more {
			break
		}
		pos = next
		is, ok := isAbstract(th, v)
		if !ok {
			return false
		}
		if is {
			names = append(names, k)
		}
	}
	for _, b := range t.Bases {
		if b.Flags&object.FlagHeap == 0 {
			continue
		}
		inherited, ok := th.LookupAttr(b.V(), strAbstract)
		if !ok {
			return false
		}
		if inherited.IsNil() {
			continue
		}
		items, ok := th.Collect(inherited)
		if !ok {
			return false
		}
		for _, k := range items {
			name, isStr := object.AsStr(k)
			if !isStr {
				continue
			}
			v, ok := th.LookupAttr(t.V(), name)
			if !ok {
				return false
			}
			if v.IsNil() {
				continue
			}
			is, ok := isAbstract(th, v)
			if !ok {
				return false
			}
			if is {
				names = append(names, k)
			}
		}
	}
	set := th.CallArgs(object.FrozenSetType.V(), object.NewList(names).V())
	return !set.IsNil() && th.SetAttr(t.V(), strAbstract, set)
}

func isAbstract(th *object.Thread, v object.Value) (is, ok bool) {
	if v.IsExact(&object.StrType) || v.IsSmallInt() || v.IsNone() {
		return false, true
	}
	x, ok := th.LookupAttr(v, strIsAbstract)
	if !ok || x.IsNil() {
		return false, ok
	}
	return th.Truth(x)
}

func updateAbstract(th *object.Thread, self object.Value, a []object.Value) object.Value {
	t, ok := object.AsType(a[0])
	if !ok {
		return a[0]
	}
	x, ok := th.LookupAttr(a[0], strAbstract)
	if !ok {
		return object.Value{}
	}
	if x.IsNil() {
		return a[0]
	}
	if !setAbstractMethods(th, t) {
		return object.Value{}
	}
	return a[0]
}

// The deprecated combinations of a descriptor and abstractmethod.
var abstractClassMethod, abstractStaticMethod, abstractProperty object.Type

func init() {
	marked := []object.Getset{{Name: "__isabstractmethod__", Get: func(th *object.Thread, v object.Value) object.Value { return object.True }}}
	wrapper := func(base *object.Type) object.Slots {
		return object.Slots{Init: func(th *object.Thread, v object.Value, args []object.Value, kw []*object.Str) bool {
			if len(args) > 0 && base != &object.PropertyType && !th.SetAttr(args[0], strIsAbstract, object.True) {
				return false
			}
			return base.Slots.Init(th, v, args, kw)
		}}
	}
	for _, r := range []struct {
		t    *object.Type
		name string
		base *object.Type
	}{{&abstractClassMethod, "abstractclassmethod", &object.ClassMethodType}, {&abstractStaticMethod, "abstractstaticmethod", &object.StaticMethodType},
		{&abstractProperty, "abstractproperty", &object.PropertyType}} {
		object.Define(r.t, object.Spec{Name: "abc." + r.name, Base: r.base, Slots: wrapper(r.base), Getset: marked})
	}
}
