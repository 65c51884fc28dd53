// property, the descriptor of computed attributes.
package object

// Property is a property object; nil Values stand for functions not given.
type Property struct {
	Header
	Get, Set, Del Value
	Doc           Value
	Name          Value // set by __set_name__, or nil
	getterDoc     bool  // the doc was taken from the getter
}

func init() {
	Define(&PropertyType, Spec{Name: "property", Sig: "fget=None, fset=None, fdel=None, doc=None", Alloc: Allocator[Property](),
		Doc: "Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  fset\n    function to be used for setting an attribute value\n  fdel\n    function to be used for del'ing an attribute\n  doc\n    docstring\n\nTypical use is to define a managed attribute x:\n\nclass C(object):\n    def getx(self): return self._x\n    def setx(self, value): self._x = value\n    def delx(self): del self._x\n    x = property(getx, setx, delx, \"I'm the 'x' property.\")\n\nDecorators make defining new properties or modifying existing ones easy:\n\nclass C(object):\n    @property\n    def x(self):\n        \"I am the 'x' property.\"\n        return self._x\n    @x.setter\n    def x(self, value):\n        self._x = value\n    @x.deleter\n    def x(self):\n        del self._x",
		Slots: Slots{DescrGet: propertyGet, DescrSet: propertySet, Init: propertyInit,
			New: func(th *Thread, t *Type, args []Value, kw []*Str) Value { return allocate(t) }},
		Methods: []Method{
			{Name: "getter", Doc: "Descriptor to obtain a copy of the property with a different getter.", Sig: "object, /",
				F1: func(th *Thread, v, f Value) Value { return th.copyProperty(v, f, Value{}, Value{}) }},
			{Name: "setter", Doc: "Descriptor to obtain a copy of the property with a different setter.", Sig: "object, /",
				F1: func(th *Thread, v, f Value) Value { return th.copyProperty(v, Value{}, f, Value{}) }},
			{Name: "deleter", Doc: "Descriptor to obtain a copy of the property with a different deleter.", Sig: "object, /",
				F1: func(th *Thread, v, f Value) Value { return th.copyProperty(v, Value{}, Value{}, f) }},
			{Name: "__set_name__", Doc: "Method to set name of a property.", Raw: propertySetName},
		},
		Getset: []Getset{
			{Name: "__name__", Get: propertyName, Set: func(th *Thread, v, x Value) bool {
				(*Property)(v.Ptr()).Name = x
				return true
			}},
			{Name: "__isabstractmethod__", Get: propertyIsAbstract},
		},
		Members: []Member{
			{Name: "fget", Get: func(th *Thread, v Value) Value { return OrNone((*Property)(v.Ptr()).Get) }},
			{Name: "fset", Get: func(th *Thread, v Value) Value { return OrNone((*Property)(v.Ptr()).Set) }},
			{Name: "fdel", Get: func(th *Thread, v Value) Value { return OrNone((*Property)(v.Ptr()).Del) }},
			{Name: "__doc__", Get: func(th *Thread, v Value) Value { return OrNone((*Property)(v.Ptr()).Doc) },
				Set: func(th *Thread, v, x Value) bool { (*Property)(v.Ptr()).Doc = x; return true }},
		},
	})
}

func nilIfNone(v Value) Value {
	if v.H != nil && v.IsNone() {
		return Value{}
	}
	return v
}

var propertySig = ParseSignature("fget=None, fset=None, fdel=None, doc=None")

func propertyInit(th *Thread, v Value, args []Value, kw []*Str) bool {
	w := th.Window(4)
	defer th.Release(w)
	if !propertySig.Bind(th, "property", args, kw, w) {
		return false
	}
	p := (*Property)(v.Ptr())
	p.Get, p.Set, p.Del, p.Doc = nilIfNone(w[0]), nilIfNone(w[1]), nilIfNone(w[2]), nilIfNone(w[3])
	p.Name, p.getterDoc = Value{}, false
	if p.Doc.H == nil && p.Get.H != nil {
		d, ok := th.LookupAttr(p.Get, strDoc)
		if !ok {
			return false
		}
		p.Doc, p.getterDoc = nilIfNone(d), d.H != nil && !d.IsNone()
	}
	if v.Type().Flags&FlagHeap != 0 {
		// The class's own __doc__ would hide the member, so subclasses keep the text in the instance. That this is
		// impossible is only told when the text was the getter's.
		if !th.SetAttr(v, strDoc, OrNone(p.Doc)) {
			return !p.getterDoc && th.Catch(&AttributeErrorType)
		}
	}
	return true
}

// V returns the property as a Value.
func (p *Property) V() Value { return Value{&p.Header, 0} }

func propertyGet(th *Thread, v, obj, owner Value) Value {
	if obj.H == nil || obj.IsNone() {
		return v
	}
	p := (*Property)(v.Ptr())
	if p.Get.H == nil {
		return th.propertyError(p, obj, "getter")
	}
	w := th.Window(1)
	w[0] = obj
	r := th.Call(p.Get, w, nil)
	th.Release(w)
	return r
}

func propertySet(th *Thread, v, obj, x Value) bool {
	p := (*Property)(v.Ptr())
	f, n, kind := p.Set, 2, "setter"
	if x.H == nil {
		f, n, kind = p.Del, 1, "deleter"
	}
	if f.H == nil {
		th.propertyError(p, obj, kind)
		return false
	}
	w := th.Window(n)
	w[0] = obj
	if n == 2 {
		w[1] = x
	}
	r := th.Call(f, w, nil)
	th.Release(w)
	return r.H != nil
}

func (th *Thread) propertyError(p *Property, obj Value, kind string) Value {
	name, ok := th.nameOfProperty(p)
	if !ok {
		return Value{}
	}
	cls := th.typeQualname(obj.Type())
	if name.H != nil {
		r, ok := th.Repr(name)
		if !ok {
			return Value{}
		}
		return th.Raisef(&AttributeErrorType, "property %s of %s object has no %s", r, cls, kind)
	}
	return th.Raisef(&AttributeErrorType, "property of %s object has no %s", cls, kind)
}

func (th *Thread) typeQualname(t *Type) string {
	r, _ := th.Repr(StrValue(t.Qualname))
	return r
}

// nameOfProperty is its __name__: what __set_name__ said, else the getter's name; nil when unknown.
func (th *Thread) nameOfProperty(p *Property) (Value, bool) {
	if p.Name.H != nil {
		return p.Name, true
	}
	if p.Get.H == nil {
		return Value{}, true
	}
	return th.LookupAttr(p.Get, strName)
}

func propertyName(th *Thread, v Value) Value {
	n, ok := th.nameOfProperty((*Property)(v.Ptr()))
	if ok && n.H == nil {
		return th.AttributeError(v, strName, "'property' object has no attribute '__name__'")
	}
	return n
}

func propertySetName(th *Thread, v Value, args []Value, kw []*Str) Value {
	if len(args) != 2 {
		return th.TypeError("__set_name__() takes 2 positional arguments but %d were given", len(args))
	}
	(*Property)(v.Ptr()).Name = args[1]
	return None
}

func propertyIsAbstract(th *Thread, v Value) Value {
	p := (*Property)(v.Ptr())
	for _, f := range [...]Value{p.Get, p.Set, p.Del} {
		if f.H == nil {
			continue
		}
		if is, ok := th.isAbstractMethod(f); is || !ok {
			return boolResult(is, ok)
		}
	}
	return False
}

// isAbstractMethod asks f.__isabstractmethod__.
func (th *Thread) isAbstractMethod(f Value) (is, ok bool) {
	if f.H == nil {
		return false, true
	}
	x, ok := th.LookupAttr(f, strIsAbstract)
	if !ok || x.H == nil {
		return false, ok
	}
	return th.Truth(x)
}

// copyProperty makes a property of the same class with some functions replaced.
func (th *Thread) copyProperty(v, get, set, del Value) Value {
	p := (*Property)(v.Ptr())
	pickNew := func(x, old Value) Value {
		if x.H == nil || x.IsNone() {
			return OrNone(old)
		}
		return x
	}
	doc := OrNone(p.Doc)
	if p.getterDoc && get.H != nil && !get.IsNone() {
		doc = None
	}
	newGet := pickNew(get, p.Get)
	r := th.CallArgs(v.Type().V(), newGet, pickNew(set, p.Set), pickNew(del, p.Del), doc)
	if r.H == nil {
		return r
	}
	if q := r; q.Is(&PropertyType) {
		n := (*Property)(q.Ptr())
		n.Name = p.Name
		if p.getterDoc && doc.H != nil && !doc.IsNone() {
			n.getterDoc = true
		}
	}
	return r
}
