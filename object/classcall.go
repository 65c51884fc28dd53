// Calling a class: type.__call__, object.__new__ and object.__init__.
package object

import "strings"

// typeCall is type.__call__.
func typeCall(th *Thread, f Value, args []Value, kw []*Str) Value {
	t := (*Type)(f.Ptr())
	if t == &TypeType {
		if npos := len(args) - len(kw); npos == 1 && len(kw) == 0 {
			return args[0].Type().V()
		} else if npos == 1 {
			return th.TypeError("type() takes no keyword arguments")
		} else if npos != 3 {
			return th.TypeError("type() takes 1 or 3 arguments")
		}
	}
	if t.Slots.Del != nil && t.attrHint < noInlineAttrs {
		t.attrHint = noInlineAttrs
	}
	if t.plainNew && t.Flags&FlagAbstract == 0 {
		return th.callPlain(t, args, kw)
	}
	if t.Slots.New == nil {
		return th.TypeError("cannot create '%s' instances", t.FullName())
	}
	obj := t.Slots.New(th, t, args, kw)
	if obj.H == nil {
		return obj
	}
	ot := obj.H.Shape.Type
	if ot.Slots.Del != nil && ot.Solid != &ObjectType { // object.__new__ has done it
		th.watchDel(obj)
	}
	if ot == t && t.newOnly || ot != t && !ot.IsSubtype(t) {
		return obj
	}
	if ot.Slots.Init != nil && !ot.Slots.Init(th, obj, args, kw) {
		return Value{}
	}
	return obj
}

// callPlain makes an instance of a class whose __new__ is object's.
func (th *Thread) callPlain(t *Type, args []Value, kw []*Str) Value {
	obj := Value{&NewInstance(t).Header, 0}
	if t.Slots.Del != nil {
		th.watchDel(obj)
	}
	if t.init == nil {
		if len(args) > 0 && th.excessNewArgs(t) {
			return Value{}
		}
		if t.Slots.Init != nil && !t.Slots.Init(th, obj, args, kw) {
			return Value{}
		}
		return obj
	}
	w := th.Window(len(args) + 1)
	w[0] = obj
	copy(w[1:], args)
	r := FunctionType.Slots.Call(th, t.init.V(), w, kw)
	th.Release(w)
	if r.H == nil {
		return r
	}
	if !r.IsNone() {
		return th.TypeError("__init__() should return None, not '%s'", r.Type().TPName())
	}
	return obj
}

// initOverridden and newOverridden report whether t has an __init__ or a __new__ that is not object's: object
// leaves complaining about arguments to whoever takes them.
func initOverridden(t *Type) bool {
	w, ok := asSlotWrapper(t.lookupMRO(strInit))
	return !ok || w.Owner != &ObjectType
}

func newOverridden(t *Type) bool { return !isNewWrapperOf(t.lookupMRO(strNew), &ObjectType) }

// excessNewArgs raises object.__new__'s complaint about arguments if it has reason to.
func (th *Thread) excessNewArgs(t *Type) bool {
	if newOverridden(t) {
		th.TypeError("object.__new__() takes exactly one argument (the type to instantiate)")
		return true
	}
	if !initOverridden(t) {
		th.TypeError("%s() takes no arguments", t.Name)
		return true
	}
	return false
}

// objectNew is object.__new__.
func objectNew(th *Thread, t *Type, args []Value, kw []*Str) Value {
	if len(args) > 0 && th.excessNewArgs(t) {
		return Value{}
	}
	if t.Flags&FlagAbstract != 0 {
		return th.abstractInstance(t)
	}
	if t.Slots.Del == nil {
		return allocate(t)
	}
	t.attrHint = max(t.attrHint, noInlineAttrs)
	v := allocate(t)
	th.watchDel(v)
	return v
}

func (th *Thread) abstractInstance(t *Type) Value {
	abstract := th.GetAttr(t.V(), strAbstract)
	if abstract.H == nil {
		return abstract
	}
	items, ok := th.Collect(abstract)
	if !ok {
		return Value{}
	}
	names := make([]string, 0, len(items))
	for _, v := range items {
		s, ok := AsStr(v)
		if !ok {
			return th.TypeError("sequence item 0: expected str instance, %s found", v.Type().TPName())
		}
		names = append(names, s.s)
	}
	for i := 1; i < len(names); i++ {
		for j := i; j > 0 && names[j] < names[j-1]; j-- {
			names[j], names[j-1] = names[j-1], names[j]
		}
	}
	return th.TypeError("Can't instantiate abstract class %s without an implementation for abstract method%s '%s'",
		t.Name, plural(len(names)), strings.Join(names, "', '"))
}

// objectInit is object.__init__.
func objectInit(th *Thread, self Value, args []Value, kw []*Str) bool {
	if len(args) == 0 {
		return true
	}
	t := self.Type()
	if initOverridden(t) {
		th.TypeError("object.__init__() takes exactly one argument (the instance to initialize)")
		return false
	}
	if !newOverridden(t) {
		th.TypeError("%s.__init__() takes exactly one argument (the instance to initialize)", t.Name)
		return false
	}
	return true
}

// typeInit is type.__init__.
func typeInit(th *Thread, self Value, args []Value, kw []*Str) bool {
	npos := len(args) - len(kw)
	switch {
	case len(kw) > 0 && npos == 1:
		th.TypeError("type.__init__() takes no keyword arguments")
		return false
	case npos != 1 && npos != 3:
		th.TypeError("type.__init__() takes 1 or 3 arguments")
		return false
	}
	return true
}

// newWrapper makes the __new__ of a builtin type (CPython's tp_new_wrapper).
func newWrapper(t *Type) Value {
	b := &Builtin{Header: Header{&BuiltinType.Root}, Method: &newMethod, Self: t.V(), isNew: true}
	return Value{&b.Header, 0}
}

var newMethod = Method{Name: "__new__", Sig: "*args, **kwargs", Doc: "Create and return a new object.  See help(type) for accurate signature."}

func init() { newMethod.Raw = callNewWrapper }

func callNewWrapper(th *Thread, self Value, args []Value, kw []*Str) Value {
	owner := (*Type)(self.Ptr())
	if len(args) == len(kw) {
		return th.TypeError("%s.__new__(): not enough arguments", owner.FullName())
	}
	t, ok := AsType(args[0])
	if !ok {
		return th.TypeError("%s.__new__(X): X is not a type object (%s)", owner.FullName(), args[0].Type().TPName())
	}
	if !t.IsSubtype(owner) {
		return th.TypeError("%s.__new__(%s): %s is not a subtype of %s", owner.FullName(), t.FullName(), t.FullName(), owner.FullName())
	}
	if safe := newBase(t); safe != nil && safe != newBase(owner) && safe != owner {
		return th.TypeError("%s.__new__(%s) is not safe, use %s.__new__()", owner.FullName(), t.FullName(), safe.FullName())
	}
	return owner.own.New(th, t, args[1:], kw)
}

// newBase returns the nearest builtin base of t that brings its own __new__, or that cannot be made at all.
func newBase(t *Type) *Type {
	for ; t != nil; t = t.Base {
		if t.Flags&FlagHeap == 0 && (t.own.New != nil || t.Flags&FlagNoNew != 0) {
			return t
		}
	}
	return nil
}

// asNewWrapper returns the builtin type whose __new__ v is.
func asNewWrapper(v Value) (*Type, bool) {
	if v.H == nil || v.H.Shape != &BuiltinType.Root || !(*Builtin)(v.Ptr()).isNew {
		return nil, false
	}
	return (*Type)((*Builtin)(v.Ptr()).Self.Ptr()), true
}

func isNewWrapperOf(v Value, t *Type) bool {
	u, ok := asNewWrapper(v)
	return ok && u == t
}
