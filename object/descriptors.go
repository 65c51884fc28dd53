// The descriptors that builtin types consist of: method_descriptor, classmethod_descriptor, wrapper_descriptor,
// getset_descriptor and member_descriptor.
package object

func init() {
	Define(&MethodDescriptorType, Spec{Name: "method_descriptor", Flags: FlagNoNew | FlagFinal | FlagMethod, Alloc: Allocator[MethodDescriptor](),
		Slots: Slots{Repr: methodDescrRepr, Call: methodDescrCall, DescrGet: methodDescrGet}, Getset: methodDescrGetset, Methods: descrReduce})
	Define(&ClassMethodDescriptorType, Spec{Name: "classmethod_descriptor", Flags: FlagNoNew | FlagFinal, Alloc: Allocator[MethodDescriptor](),
		Slots: Slots{Repr: methodDescrRepr, Call: classMethodDescrCall, DescrGet: classMethodDescrGet}, Getset: methodDescrGetset})
	Define(&SlotWrapperType, Spec{Name: "wrapper_descriptor", Flags: FlagNoNew | FlagFinal | FlagMethod, Alloc: Allocator[SlotWrapper](),
		Slots: Slots{Repr: slotWrapperRepr, Call: slotWrapperCall, DescrGet: slotWrapperGet}, Getset: slotWrapperGetset, Methods: descrReduce})
	Define(&GetsetDescriptorType, Spec{Name: "getset_descriptor", Flags: FlagNoNew | FlagFinal, Alloc: Allocator[getsetDescriptor](),
		Slots: Slots{Repr: getsetRepr, DescrGet: getsetGet, DescrSet: getsetSet}, Getset: getsetGetset})
	Define(&MemberDescriptorType, Spec{Name: "member_descriptor", Flags: FlagNoNew | FlagFinal, Alloc: Allocator[getsetDescriptor](),
		Slots: Slots{Repr: memberRepr, DescrGet: getsetGet, DescrSet: getsetSet}, Getset: getsetGetset, Methods: descrReduce})
}

// descrReduce pickles a descriptor as getattr(owner, name).
var descrReduce = []Method{{Name: "__reduce__", F0: func(th *Thread, v Value) Value {
	getattr := th.builtinFunc("getattr")
	if getattr.H == nil {
		return getattr
	}
	owner, name := descrOwner(v)
	return TupleOf(getattr, TupleOf(owner.V(), StrValue(name)))
}}}

// descrOwner returns the type and the name of any descriptor of this file.
func descrOwner(v Value) (*Type, string) {
	switch v.H.Shape.Type {
	case &SlotWrapperType:
		w := (*SlotWrapper)(v.Ptr())
		return w.Owner, w.def.name
	case &GetsetDescriptorType, &MemberDescriptorType:
		d := (*getsetDescriptor)(v.Ptr())
		return d.Owner, d.Spec.Name
	}
	d := (*MethodDescriptor)(v.Ptr())
	return d.Owner, d.Method.Name
}

// methods of types

func methodDescrRepr(th *Thread, v Value) Value {
	d := (*MethodDescriptor)(v.Ptr())
	return StrValue("<method '" + d.Method.Name + "' of '" + d.Owner.FullName() + "' objects>")
}

func methodDescrCall(th *Thread, f Value, args []Value, kw []*Str) Value {
	d := (*MethodDescriptor)(f.Ptr())
	if len(args) == len(kw) {
		return th.TypeError("unbound method %s.%s() needs an argument", d.Owner.FullName(), d.Method.Name)
	}
	if self := args[0]; self.H.Shape.Type == d.Owner || d.checkReceiver(th, self) {
		return d.Call(th, self, args[1:], kw)
	}
	return Value{}
}

func methodDescrGet(th *Thread, v, obj, owner Value) Value {
	if obj.H == nil {
		return v
	}
	d := (*MethodDescriptor)(v.Ptr())
	if obj.H.Shape.Type != d.Owner && !d.checkReceiver(th, obj) {
		return Value{}
	}
	b := &Builtin{Header: Header{&BuiltinType.Root}, Method: d.Method, Self: obj, Owner: d.Owner, sig: d.sig}
	return Value{&b.Header, 0}
}

func classMethodDescrGet(th *Thread, v, obj, owner Value) Value {
	d := (*MethodDescriptor)(v.Ptr())
	if owner.H == nil {
		if obj.H == nil {
			return th.TypeError("descriptor '%s' for type '%s' needs either an object or a type", d.Method.Name, d.Owner.FullName())
		}
		owner = obj.Type().V()
	}
	t, ok := AsType(owner)
	if !ok {
		return th.TypeError("descriptor '%s' for type '%s' needs a type, not a '%s' as arg 2", d.Method.Name, d.Owner.FullName(), owner.Type().FullName())
	}
	if !t.IsSubtype(d.Owner) {
		return th.TypeError("descriptor '%s' requires a subtype of '%s' but received '%s'", d.Method.Name, d.Owner.FullName(), t.FullName())
	}
	b := &Builtin{Header: Header{&BuiltinType.Root}, Method: d.Method, Self: owner, Owner: d.Owner, sig: d.sig}
	return Value{&b.Header, 0}
}

func classMethodDescrCall(th *Thread, f Value, args []Value, kw []*Str) Value {
	d := (*MethodDescriptor)(f.Ptr())
	if len(args) == len(kw) {
		return th.TypeError("descriptor '%s' of '%s' object needs an argument", d.Method.Name, d.Owner.FullName())
	}
	b := classMethodDescrGet(th, f, Value{}, args[0])
	if b.H == nil {
		return b
	}
	return (*Builtin)(b.Ptr()).Call(th, args[1:], kw)
}

func methodOf(v Value) *MethodDescriptor { return (*MethodDescriptor)(v.Ptr()) }

var methodDescrGetset = []Getset{
	{Name: "__doc__", Get: func(th *Thread, v Value) Value { return docValue(methodOf(v).Method.Doc) }},
	{Name: "__name__", Get: func(th *Thread, v Value) Value { return StrValue(methodOf(v).Method.Name) }},
	{Name: "__qualname__", Get: func(th *Thread, v Value) Value {
		return StrValue(methodOf(v).Owner.Qualname + "." + methodOf(v).Method.Name)
	}},
	{Name: "__objclass__", Get: func(th *Thread, v Value) Value { return methodOf(v).Owner.V() }},
	{Name: "__text_signature__", Get: func(th *Thread, v Value) Value {
		return methodOf(v).Method.textSignature(pickWord(v.H.Shape == &ClassMethodDescriptorType.Root, "$type", "$self"))
	}},
}

func docValue(doc string) Value {
	if doc == "" {
		return None
	}
	return StrValue(doc)
}

// textSignature is __text_signature__: "($self, a, /)"; receiver "" for static methods.
func (m *Method) textSignature(receiver string) Value {
	sig := m.Sig
	switch {
	case sig == "" && m.Raw != nil:
		return None
	case sig == "" && m.F1 != nil:
		sig = "object, /"
	case sig == "" && m.F2 != nil:
		return None
	}
	if receiver == "" {
		return StrValue("(" + sig + ")")
	}
	slash := true
	for _, p := range splitParams(sig) {
		slash = slash && p != "/"
	}
	switch {
	case sig == "":
		return StrValue("(" + receiver + ", /)")
	case slash:
		return StrValue("(" + receiver + ", /, " + sig + ")")
	}
	return StrValue("(" + receiver + ", " + sig + ")")
}

// special methods made from slots

func slotWrapperRepr(th *Thread, v Value) Value {
	w := (*SlotWrapper)(v.Ptr())
	return StrValue("<slot wrapper '" + w.def.name + "' of '" + w.Owner.FullName() + "' objects>")
}

func slotWrapperCall(th *Thread, f Value, args []Value, kw []*Str) Value {
	w := (*SlotWrapper)(f.Ptr())
	if len(args) == len(kw) {
		return th.TypeError("descriptor '%s' of '%s' object needs an argument", w.def.name, w.Owner.FullName())
	}
	if self := args[0]; self.H.Shape.Type == w.Owner || self.Type().IsSubtype(w.Owner) {
		return w.Call(th, self, args[1:], kw)
	}
	return th.TypeError("descriptor '%s' requires a '%s' object but received a '%s'", w.def.name, w.Owner.FullName(), args[0].Type().FullName())
}

func slotWrapperGet(th *Thread, v, obj, owner Value) Value {
	if obj.H == nil {
		return v
	}
	w := (*SlotWrapper)(v.Ptr())
	if !obj.Type().IsSubtype(w.Owner) {
		return th.TypeError("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", w.def.name, w.Owner.FullName(), obj.Type().FullName())
	}
	return Value{&(&methodWrapper{Header{&MethodWrapperType.Root}, w, obj}).Header, 0}
}

func wrapperOf(v Value) *SlotWrapper { return (*SlotWrapper)(v.Ptr()) }

var slotWrapperGetset = []Getset{
	{Name: "__doc__", Get: func(th *Thread, v Value) Value { return docValue(slotDocs[wrapperOf(v).def.name]) }},
	{Name: "__name__", Get: func(th *Thread, v Value) Value { return wrapperOf(v).def.key.V() }},
	{Name: "__qualname__", Get: func(th *Thread, v Value) Value {
		return StrValue(wrapperOf(v).Owner.Qualname + "." + wrapperOf(v).def.name)
	}},
	{Name: "__objclass__", Get: func(th *Thread, v Value) Value { return wrapperOf(v).Owner.V() }},
	{Name: "__text_signature__", Get: func(th *Thread, v Value) Value { return wrapperOf(v).def.textSignature() }},
}

func (d *slotDef) textSignature() Value {
	switch {
	case d.name == "__call__" || d.name == "__init__":
		return StrValue("($self, /, *args, **kwargs)")
	case d.sig == "":
		return StrValue("($self, /)")
	}
	return StrValue("($self, " + d.sig + ")")
}

// computed attributes and members

func getsetRepr(th *Thread, v Value) Value {
	d := (*getsetDescriptor)(v.Ptr())
	return StrValue("<attribute '" + d.Spec.Name + "' of '" + d.Owner.FullName() + "' objects>")
}

func memberRepr(th *Thread, v Value) Value {
	d := (*getsetDescriptor)(v.Ptr())
	return StrValue("<member '" + d.Spec.Name + "' of '" + d.Owner.FullName() + "' objects>")
}

func (d *getsetDescriptor) check(th *Thread, obj Value) bool {
	if obj.H.Shape.Type == d.Owner || obj.Type().IsSubtype(d.Owner) {
		return true
	}
	th.TypeError("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", d.Spec.Name, d.Owner.FullName(), obj.Type().FullName())
	return false
}

func getsetGet(th *Thread, v, obj, owner Value) Value {
	if obj.H == nil {
		return v
	}
	d := (*getsetDescriptor)(v.Ptr())
	if !d.check(th, obj) {
		return Value{}
	}
	if d.slot > 0 {
		return d.getSlot(th, obj)
	}
	if d.Spec.Get == nil {
		return th.AttributeError(Value{}, strDoc, "attribute '%s' of '%s' objects is not readable", d.Spec.Name, d.Owner.FullName())
	}
	return d.Spec.Get(th, obj)
}

func getsetSet(th *Thread, v, obj, x Value) bool {
	d := (*getsetDescriptor)(v.Ptr())
	if !d.check(th, obj) {
		return false
	}
	if d.slot > 0 {
		return d.setSlot(th, obj, x)
	}
	if d.Spec.Set == nil {
		if v.H.Shape == &MemberDescriptorType.Root {
			th.Raise(&AttributeErrorType, "readonly attribute")
			return false
		}
		th.Raisef(&AttributeErrorType, "attribute '%s' of '%s' objects is not writable", d.Spec.Name, d.Owner.FullName())
		return false
	}
	return d.Spec.Set(th, obj, x)
}

// newSlotMember makes the member descriptor of a name in __slots__; its value lives in Attrs.Slots[index].
func newSlotMember(t *Type, name *Str, index int) Value {
	d := &getsetDescriptor{Header{&MemberDescriptorType.Root}, t, &Getset{Name: name.s}, index + 1}
	return Value{&d.Header, 0}
}

// SlotMember returns the slot index of a descriptor made by __slots__ and the class that has it; index -1: v is none.
func SlotMember(v Value) (index int, owner *Type) {
	if v.H.Shape != &MemberDescriptorType.Root {
		return -1, nil
	}
	d := (*getsetDescriptor)(v.Ptr())
	return d.slot - 1, d.Owner
}

func (d *getsetDescriptor) getSlot(th *Thread, obj Value) Value {
	a := AttrsOf(obj)
	if d.slot <= len(a.Slots) {
		if x := a.Slots[d.slot-1]; x.H != nil {
			return x
		}
	}
	name := NewStr(d.Spec.Name)
	return th.AttributeError(obj, name, "'%s' object has no attribute '%s'", obj.Type().qualifiedName(), name.s)
}

// qualifiedName is what the format %T of CPython's C API writes: the qualified name, with the module if that is neither
// builtins nor the script.
func (t *Type) qualifiedName() string {
	module := t.Module
	if t.Flags&FlagHeap != 0 {
		m, ok := GoString(t.attrs.GetStr(strModule))
		if !ok {
			return t.Qualname
		}
		module = m
	}
	if module == "builtins" || module == "__main__" {
		return t.Qualname
	}
	return module + "." + t.Qualname
}

func (d *getsetDescriptor) setSlot(th *Thread, obj, x Value) bool {
	a := AttrsOf(obj)
	for len(a.Slots) < obj.Type().NSlots {
		a.Slots = append(a.Slots, Value{})
	}
	p := &a.Slots[d.slot-1]
	if x.H == nil && p.H == nil {
		th.AttributeError(obj, NewStr(d.Spec.Name), "%s", d.Spec.Name)
		return false
	}
	*p = x
	return true
}

func getsetOf(v Value) *getsetDescriptor { return (*getsetDescriptor)(v.Ptr()) }

var getsetGetset = []Getset{
	{Name: "__doc__", Get: func(th *Thread, v Value) Value { return docValue(getsetOf(v).Spec.Doc) }},
	{Name: "__name__", Get: func(th *Thread, v Value) Value { return StrValue(getsetOf(v).Spec.Name) }},
	{Name: "__qualname__", Get: func(th *Thread, v Value) Value {
		return StrValue(getsetOf(v).Owner.Qualname + "." + getsetOf(v).Spec.Name)
	}},
	{Name: "__objclass__", Get: func(th *Thread, v Value) Value { return getsetOf(v).Owner.V() }},
}
