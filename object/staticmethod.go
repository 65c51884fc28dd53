// staticmethod and classmethod.
package object

// Wrapped is a staticmethod or a classmethod: the callable, and attributes copied from it.
type Wrapped struct {
	Header
	Func Value
	Dict *Dict
}

// NewStaticMethod wraps f as a staticmethod.
func NewStaticMethod(f Value) Value {
	return Value{&(&Wrapped{Header: Header{&StaticMethodType.Root}, Func: f}).Header, 0}
}

// NewClassMethod wraps f as a classmethod.
func NewClassMethod(f Value) Value {
	return Value{&(&Wrapped{Header: Header{&ClassMethodType.Root}, Func: f}).Header, 0}
}

func init() {
	dictOf := func(v Value, create bool) *Dict {
		return DictAt(&(*Wrapped)(v.Ptr()).Dict, create)
	}
	Define(&StaticMethodType, Spec{Name: "staticmethod", Sig: "function, /", Alloc: Allocator[Wrapped](), DictOf: dictOf,
		Doc: "Convert a function to be a static method.\n\nA static method does not receive an implicit first argument.\nTo declare a static method, use this idiom:\n\n     class C:\n         @staticmethod\n         def f(arg1, arg2, argN):\n             ...\n\nIt can be called either on the class (e.g. C.f()) or on an instance\n(e.g. C().f()). Both the class and the instance are ignored, and\nneither is passed implicitly as the first argument to the method.\n\nStatic methods in Python are similar to those found in Java or C++.\nFor a more advanced concept, see the classmethod builtin.",
		Slots: Slots{New: wrappedNew, Init: wrappedInit("staticmethod"), Repr: wrappedRepr("staticmethod"),
			DescrGet: func(th *Thread, d, obj, owner Value) Value { return (*Wrapped)(d.Ptr()).Func },
			Call: func(th *Thread, f Value, args []Value, kw []*Str) Value {
				return th.Call((*Wrapped)(f.Ptr()).Func, args, kw)
			}},
		Getset: wrappedGetset, Members: wrappedMembers})
	Define(&ClassMethodType, Spec{Name: "classmethod", Sig: "function, /", Alloc: Allocator[Wrapped](), DictOf: dictOf,
		Doc:    "Convert a function to be a class method.\n\nA class method receives the class as implicit first argument,\njust like an instance method receives the instance.\nTo declare a class method, use this idiom:\n\n  class C:\n      @classmethod\n      def f(cls, arg1, arg2, argN):\n          ...\n\nIt can be called either on the class (e.g. C.f()) or on an instance\n(e.g. C().f()).  The instance is ignored except for its class.\nIf a class method is called for a derived class, the derived class\nobject is passed as the implied first argument.\n\nClass methods are different than C++ or Java static methods.\nIf you want those, see the staticmethod builtin.",
		Slots:  Slots{New: wrappedNew, Init: wrappedInit("classmethod"), Repr: wrappedRepr("classmethod"), DescrGet: classMethodGet},
		Getset: wrappedGetset, Members: wrappedMembers})
}

func wrappedNew(th *Thread, t *Type, args []Value, kw []*Str) Value { return allocate(t) }

func wrappedInit(name string) func(th *Thread, v Value, args []Value, kw []*Str) bool {
	return func(th *Thread, v Value, args []Value, kw []*Str) bool {
		if len(kw) > 0 {
			th.TypeError("%s() takes no keyword arguments", name)
			return false
		}
		if len(args) != 1 {
			th.TypeError("%s expected 1 argument, got %d", name, len(args))
			return false
		}
		w := (*Wrapped)(v.Ptr())
		w.Func = args[0]
		return th.copyFunctionAttrs(v, args[0])
	}
}

var wrapperAssignments = []*Str{strModule, strName, strQualname, strDoc, strAnnotations}

// copyFunctionAttrs makes the wrapper look like what it wraps (functools_wraps in funcobject.c). Functions need
// nothing copied until somebody looks: the getsets read through; but their presence in __dict__ is visible.
func (th *Thread) copyFunctionAttrs(v, f Value) bool {
	d := v.Type().DictOf(v, true)
	for _, k := range wrapperAssignments {
		x, ok := th.LookupAttr(f, k)
		if !ok {
			return false
		}
		if x.H != nil {
			d.SetStr(k, x)
		}
	}
	return true
}

func wrappedRepr(name string) UnaryFunc {
	return func(th *Thread, v Value) Value {
		r, ok := th.Repr(OrNone((*Wrapped)(v.Ptr()).Func))
		if !ok {
			return Value{}
		}
		return StrValue("<" + name + "(" + r + ")>")
	}
}

func classMethodGet(th *Thread, d, obj, owner Value) Value {
	w := (*Wrapped)(d.Ptr())
	if w.Func.H == nil {
		return th.RuntimeError("uninitialized classmethod object")
	}
	if owner.H == nil {
		owner = obj.Type().V()
	}
	return NewBoundMethod(w.Func, owner)
}

var wrappedMembers = []Member{
	{Name: "__func__", Get: func(th *Thread, v Value) Value { return OrNone((*Wrapped)(v.Ptr()).Func) }},
	{Name: "__wrapped__", Get: func(th *Thread, v Value) Value { return OrNone((*Wrapped)(v.Ptr()).Func) }},
}

var wrappedGetset = []Getset{
	{Name: "__isabstractmethod__", Get: func(th *Thread, v Value) Value {
		return boolResult(th.isAbstractMethod((*Wrapped)(v.Ptr()).Func))
	}},
	{Name: "__dict__", Get: func(th *Thread, v Value) Value { return v.Type().DictOf(v, true).V() }},
	{Name: "__annotations__", Get: wrappedAnnotations, Set: setWrappedAnnotations},
}

// wrappedAnnotations reads the annotations of the function at first use.
func wrappedAnnotations(th *Thread, v Value) Value {
	w := (*Wrapped)(v.Ptr())
	if w.Dict != nil {
		if a := w.Dict.GetStr(strAnnotations); a.H != nil {
			return a
		}
	}
	return th.GetAttr(w.Func, strAnnotations)
}

func setWrappedAnnotations(th *Thread, v, x Value) bool {
	d := v.Type().DictOf(v, true)
	if x.H == nil {
		return d.DelStr(strAnnotations)
	}
	d.SetStr(strAnnotations, x)
	return true
}
