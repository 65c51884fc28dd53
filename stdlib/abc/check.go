// The registry and the caches behind isinstance() and issubclass() on ABCs (CPython's _abc.c).
package abcmod

import (
	"strconv"
	"weak"

	"pyasync/object"
)

type classSet map[weak.Pointer[object.Type]]struct{}

func (s classSet) has(t *object.Type) bool { _, ok := s[weak.Make(t)]; return ok }
func (s classSet) add(t *object.Type)      { s[weak.Make(t)] = struct{}{} }

// data is what an ABC remembers, kept in its attribute _abc_impl.
type data struct {
	object.Header
	registry, cache, negative classSet
	order                     []weak.Pointer[object.Type] // of registration, for _dump_registry and the search
	version                   uint64                      // of negative
}

var dataType object.Type

func init() {
	object.Define(&dataType, object.Spec{Name: "_abc._abc_data", Flags: object.FlagNoNew, Alloc: object.Allocator[data](), Doc: "Internal state held by ABC machinery."})
}

func newData(th *object.Thread) object.Value {
	d := &data{Header: object.Header{Shape: &dataType.Root}, registry: classSet{}, cache: classSet{}, negative: classSet{}, version: state(th).counter}
	return object.ObjectValue(&d.Header)
}

// dataOf returns the data of an ABC, or nil with a TypeError pending.
func dataOf(th *object.Thread, cls object.Value) *data {
	t, ok := object.AsType(cls)
	if ok {
		if v := t.Namespace().GetStr(strImpl); !v.IsNil() && v.IsExact(&dataType) {
			return (*data)(v.Ptr())
		}
	}
	th.TypeError("_abc_impl is set to a wrong type")
	return nil
}

// Register is ABCMeta.register.
func Register(th *object.Thread, cls, sub object.Value) object.Value {
	t, ok := object.AsType(sub)
	if !ok {
		return th.TypeError("Can only register classes")
	}
	st := state(th)
	st.busy++
	is, ok := th.IsSubclassOf(sub, cls)
	cycle := false
	if ok && !is {
		cycle, ok = th.IsSubclassOf(cls, sub)
	}
	st.busy--
	switch {
	case !ok:
		return object.Value{}
	case is:
		return sub
	case cycle:
		return th.RuntimeError("Refusing to create an inheritance cycle")
	}
	d := dataOf(th, cls)
	if d == nil {
		return object.Value{}
	}
	d.registry.add(t)
	d.order = append(d.order, weak.Make(t))
	state(th).counter++
	if c, ok := object.AsType(cls); ok {
		flags := c.Flags & (object.FlagSequence | object.FlagMapping)
		if flags != 0 && t.Flags&object.FlagHeap != 0 {
			setCollectionFlags(th, t, flags)
		}
	}
	return sub
}

func setCollectionFlags(th *object.Thread, t *object.Type, flags object.TypeFlags) {
	if t.Flags&(object.FlagSequence|object.FlagMapping) == 0 {
		t.Flags |= flags
	}
	for _, s := range th.Subclasses(t) {
		setCollectionFlags(th, s, flags)
	}
}

func instanceCheck(th *object.Thread, cls, v object.Value) object.Value {
	d := dataOf(th, cls)
	if d == nil {
		return object.Value{}
	}
	sub := v.Type()
	subclass := th.GetAttr(v, strClass)
	if subclass.IsNil() {
		return subclass
	}
	st, isType := object.AsType(subclass)
	if isType && d.cache.has(st) {
		return object.True
	}
	if isType && st == sub {
		if d.version == state(th).counter && d.negative.has(st) {
			return object.False
		}
		return check(th, cls, subclass)
	}
	r := check(th, cls, subclass)
	if r.IsNil() || r == object.True {
		return r
	}
	return check(th, cls, sub.V())
}

// check runs cls.__subclasscheck__, which a metaclass may override.
func check(th *object.Thread, cls, sub object.Value) object.Value {
	st := state(th)
	st.busy++
	r, ok := th.CallSpecial(cls, strSubclassCheck, sub)
	st.busy--
	if !ok {
		return subclassCheck(th, cls, sub)
	}
	if r.IsNil() {
		return r
	}
	b, ok := th.Truth(r)
	if !ok {
		return object.Value{}
	}
	return object.Bool(b)
}

var strSubclassCheck = object.NewStr("__subclasscheck__")

func subclassCheck(th *object.Thread, cls, sub object.Value) object.Value {
	t, ok := object.AsType(sub)
	if !ok {
		return th.TypeError("issubclass() arg 1 must be a class")
	}
	d := dataOf(th, cls)
	if d == nil {
		return object.Value{}
	}
	if d.cache.has(t) {
		return object.True
	}
	st := state(th)
	if d.version < st.counter {
		clear(d.negative)
		d.version = st.counter
	} else if d.negative.has(t) {
		return object.False
	}
	hook := th.GetAttr(cls, strHook)
	if hook.IsNil() {
		return hook
	}
	r := th.CallArgs(hook, sub)
	switch r {
	case object.True:
		d.cache.add(t)
		return r
	case object.False:
		d.negative.add(t)
		return r
	case object.NotImplemented:
	default:
		if !r.IsNil() {
			return th.Raise(&object.AssertionErrorType, "__subclasshook__ must return either False, True, or NotImplemented")
		}
		return r
	}
	is, ok := search(th, d, cls, t)
	if !ok {
		return object.Value{}
	}
	if is {
		d.cache.add(t)
	} else {
		d.negative.add(t)
	}
	return object.Bool(is)
}

// search looks for t among the real subclasses, the registered classes and the subclasses' own.
func search(th *object.Thread, d *data, cls object.Value, t *object.Type) (is, ok bool) {
	c, _ := object.AsType(cls)
	if t.IsSubtype(c) {
		return true, true
	}
	if d.registry.has(t) {
		return true, true
	}
	for _, w := range d.order {
		r := w.Value()
		if r == nil || !d.registry.has(r) {
			continue
		}
		if is, ok = th.IsSubclassOf(t.V(), r.V()); is || !ok {
			return is, ok
		}
	}
	st := state(th)
	st.busy++
	defer func() { st.busy-- }()
	subs := th.CallMethod(cls, strSubclasses)
	if subs.IsNil() {
		return false, false
	}
	items, ok := th.Collect(subs)
	if !ok {
		return false, false
	}
	for _, s := range items {
		if is, ok = th.IsSubclassOf(t.V(), s); is || !ok {
			return is, ok
		}
	}
	return false, true
}

var strSubclasses = object.NewStr("__subclasses__")

func dumpRegistry(th *object.Thread, cls object.Value, a []object.Value) object.Value {
	d := dataOf(th, cls)
	if d == nil {
		return object.Value{}
	}
	print := th.Interp.Builtins.Dict.GetName("print")
	kw := []*object.Str{object.NewStr("file")}
	file := object.None
	if !a[0].IsNil() {
		file = a[0]
	}
	line := func(s string) bool {
		return !th.Call(print, []object.Value{object.StrValue(s), file}, kw).IsNil()
	}
	t, _ := object.AsType(cls)
	mod, _ := th.Str(th.GetAttrName(cls, "__module__"))
	if !line("Class: "+mod+"."+t.Qualname) || !line("Inv. counter: "+strconv.FormatUint(state(th).counter, 10)) {
		return object.Value{}
	}
	return object.None
}
