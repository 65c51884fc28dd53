// Attributes of classes: type.__getattribute__ and type.__setattr__, and what type itself defines.
package object

import (
	"strings"
	"unicode/utf8"
)

// typeGetAttr is type.__getattribute__: data descriptors of the metaclass, the class and its bases, the metaclass.
func typeGetAttr(th *Thread, v Value, name *Str) Value {
	x, found := th.findTypeAttr(v, name)
	if found {
		return x
	}
	t := (*Type)(v.Ptr())
	return th.AttributeError(v, name, "type object '%s' has no attribute '%s'", t.TPName(), name.s)
}

// findTypeAttr looks an attribute of a class up; found with a nil Value means a descriptor raised.
func (th *Thread) findTypeAttr(v Value, name *Str) (x Value, found bool) {
	t, meta := (*Type)(v.Ptr()), v.H.Shape.Type
	m := th.Lookup(meta, name)
	var get func(*Thread, Value, Value, Value) Value
	if m.H != nil {
		mt := m.H.Shape.Type
		get = mt.DescrGet
		if get != nil && mt.DescrSet != nil {
			return get(th, m, v, meta.V()), true
		}
	}
	if a := th.Lookup(t, name); a.H != nil {
		if g := a.H.Shape.Type.DescrGet; g != nil {
			return g(th, a, Value{}, v), true
		}
		return a, true
	}
	if m.H == nil {
		return Value{}, false
	}
	if get != nil {
		return get(th, m, v, meta.V()), true
	}
	return m, true
}

// typeSetAttr is type.__setattr__ and type.__delattr__.
func typeSetAttr(th *Thread, v Value, name *Str, x Value) bool {
	t := (*Type)(v.Ptr())
	if t.Flags&FlagHeap == 0 {
		th.TypeError("cannot set '%s' attribute of immutable type '%s'", name.s, t.FullName())
		return false
	}
	if d := th.Lookup(v.H.Shape.Type, name); d.H != nil {
		if set := d.H.Shape.Type.DescrSet; set != nil {
			return set(th, d, v, x)
		}
	}
	if !SetClassAttr(t, name, x) {
		th.AttributeError(v, name, "type object '%s' has no attribute '%s'", t.TPName(), name.s)
		return false
	}
	return true
}

func typeRepr(th *Thread, v Value) Value {
	t := (*Type)(v.Ptr())
	if m, ok := GoString(t.module()); ok && m != "builtins" {
		return StrValue("<class '" + m + "." + t.Qualname + "'>")
	}
	return StrValue("<class '" + t.Qualname + "'>")
}

// module returns __module__, or None when the namespace holds none.
func (t *Type) module() Value {
	if t.Flags&FlagHeap == 0 {
		return StrValue(t.Module)
	}
	if m := t.attrs.GetStr(strModule); m.H != nil {
		return m
	}
	return None
}

// typeOf returns the class a getset of type runs on.
func typeOf(v Value) *Type { return (*Type)(v.Ptr()) }

// typeMutable raises unless t's special attribute name may be set (or deleted: x nil).
func (th *Thread) typeMutable(t *Type, name string, x Value) bool {
	if t.Flags&FlagHeap == 0 {
		th.TypeError("cannot set '%s' attribute of immutable type '%s'", name, t.FullName())
		return false
	}
	if x.H == nil {
		th.TypeError("cannot delete '%s' attribute of immutable type '%s'", name, t.Name)
		return false
	}
	return true
}

var typeGetset = []Getset{
	{Name: "__name__", Get: func(th *Thread, v Value) Value { return StrValue(typeOf(v).Name) }, Set: setTypeName},
	{Name: "__qualname__", Get: func(th *Thread, v Value) Value { return StrValue(typeOf(v).Qualname) }, Set: setTypeQualname},
	{Name: "__bases__", Get: func(th *Thread, v Value) Value { return typeTuple(typeOf(v).Bases) }, Set: setBases},
	{Name: "__mro__", Get: func(th *Thread, v Value) Value {
		if typeOf(v).MRO == nil {
			return None // mro() is running
		}
		return typeTuple(typeOf(v).MRO)
	}},
	{Name: "__module__", Get: getTypeModule, Set: setTypeModule},
	{Name: "__abstractmethods__", Get: getAbstract, Set: setAbstract},
	{Name: "__dict__", Get: func(th *Thread, v Value) Value { return NewMappingProxy(typeOf(v).Namespace().V()) }},
	{Name: "__mro__", Get: func(th *Thread, v Value) Value { return typeTuple(typeOf(v).MRO) }},
	{Name: "__doc__", Get: getTypeDoc, Set: setTypeDoc},
	{Name: "__text_signature__", Get: getTypeSignature},
	{Name: "__annotations__", Get: getTypeAnnotations, Set: setTypeAnnotations},
	{Name: "__type_params__", Get: getTypeParams, Set: setTypeParams},
}

var typeMembers = []Member{
	{Name: "__basicsize__", Get: func(th *Thread, v Value) Value { return Int(basicSize(typeOf(v))) }},
	{Name: "__itemsize__", Get: func(th *Thread, v Value) Value { return Int(0) }},
	{Name: "__flags__", Get: func(th *Thread, v Value) Value { return Int(cpythonFlags(typeOf(v))) }},
	{Name: "__weakrefoffset__", Get: func(th *Thread, v Value) Value { return Int(int64(pickInt(typeOf(v).hasWeakref(), 24, 0))) }},
	{Name: "__base__", Get: func(th *Thread, v Value) Value {
		if b := typeOf(v).Base; b != nil {
			return b.V()
		}
		return None
	}},
	{Name: "__dictoffset__", Get: func(th *Thread, v Value) Value { return Int(int64(pickInt(typeOf(v).hasDict(), -1, 0))) }},
}

// basicSize is the size CPython's struct of such an instance has, roughly: header, dict and weakref pointers, slots.
func basicSize(t *Type) int64 {
	n := int64(16 + 8*t.NSlots)
	if t.Solid != &ObjectType {
		n += 16
	}
	return n
}

// cpythonFlags translates the flags that Python code tests on __flags__.
func cpythonFlags(t *Type) int64 {
	n := int64(1<<12 | 1<<18)
	for _, f := range []struct {
		have bool
		bit  int64
	}{
		{t.Flags&FlagHeap != 0 || t.Module != "builtins", 1 << 9}, {t.Flags&FlagFinal == 0, 1 << 10}, {t.Flags&FlagHeap == 0, 1 << 8},
		{t.Flags&FlagAbstract != 0, 1 << 20}, {t.Flags&FlagSequence != 0, 1 << 5}, {t.Flags&FlagMapping != 0, 1 << 6},
		{t.Flags&FlagMethod != 0, 1 << 17}, {t.Flags&FlagNoNew != 0, 1 << 7},
		{t.IsSubtype(&IntType), 1 << 24}, {t.IsSubtype(&ListType), 1 << 25}, {t.IsSubtype(&TupleType), 1 << 26},
		{t.IsSubtype(&BytesType), 1 << 27}, {t.IsSubtype(&StrType), 1 << 28}, {t.IsSubtype(&DictType), 1 << 29},
		{t.Flags&FlagException != 0, 1 << 30}, {t.IsSubtype(&TypeType), 1 << 31},
	} {
		if f.have {
			n |= f.bit
		}
	}
	return n
}

func typeTuple(types []*Type) Value {
	items := make([]Value, len(types))
	for i, t := range types {
		items[i] = t.V()
	}
	return NewTuple(items).V()
}

func setTypeName(th *Thread, v, x Value) bool {
	t := typeOf(v)
	if !th.typeMutable(t, "__name__", x) {
		return false
	}
	s, ok := AsStr(x)
	if !ok {
		th.TypeError("can only assign string to %s.__name__, not '%s'", t.Name, x.Type().TPName())
		return false
	}
	if !th.checkTypeName(s) {
		return false
	}
	t.Name = s.s
	return true
}

// checkTypeName wants a name that can be written as UTF-8 in C.
func (th *Thread) checkTypeName(s *Str) bool {
	if strings.IndexByte(s.s, 0) >= 0 {
		th.ValueError("type name must not contain null characters")
		return false
	}
	return th.checkUTF8(s)
}

// checkUTF8 raises for lone surrogates.
func (th *Thread) checkUTF8(s *Str) bool {
	return utf8.ValidString(s.s) || th.Encode(s.V(), "utf-8", "strict").H != nil
}

func setTypeQualname(th *Thread, v, x Value) bool {
	t := typeOf(v)
	if !th.typeMutable(t, "__qualname__", x) {
		return false
	}
	s, ok := AsStr(x)
	if !ok {
		th.TypeError("can only assign string to %s.__qualname__, not '%s'", t.Name, x.Type().TPName())
		return false
	}
	t.Qualname = s.s
	return true
}

func getTypeModule(th *Thread, v Value) Value {
	t := typeOf(v)
	if t.Flags&FlagHeap == 0 {
		return StrValue(t.Module)
	}
	if m := t.attrs.GetStr(strModule); m.H != nil {
		return m
	}
	return th.AttributeError(Value{}, strModule, "__module__")
}

func setTypeModule(th *Thread, v, x Value) bool {
	t := typeOf(v)
	if !th.typeMutable(t, "__module__", x) {
		return false
	}
	t.attrs.DelStr(NewStr("__firstlineno__"))
	return SetClassAttr(t, strModule, x)
}

func getAbstract(th *Thread, v Value) Value {
	t := typeOf(v)
	if t != &TypeType {
		if x := t.Namespace().GetStr(strAbstract); x.H != nil {
			return x
		}
	}
	return th.AttributeError(Value{}, strAbstract, "__abstractmethods__")
}

func setAbstract(th *Thread, v, x Value) bool {
	t := typeOf(v)
	if t.Flags&FlagHeap == 0 {
		return th.typeMutable(t, "__abstractmethods__", x)
	}
	if x.H == nil {
		if !SetClassAttr(t, strAbstract, x) {
			th.AttributeError(Value{}, strAbstract, "__abstractmethods__")
			return false
		}
		t.Flags &^= FlagAbstract
		t.updateNew()
		return true
	}
	abstract, ok := th.Truth(x)
	if !ok {
		return false
	}
	t.Flags &^= FlagAbstract
	if abstract {
		t.Flags |= FlagAbstract
	}
	SetClassAttr(t, strAbstract, x)
	t.updateNew()
	return true
}

func getTypeDoc(th *Thread, v Value) Value {
	t := typeOf(v)
	if t.Flags&FlagHeap == 0 {
		if t.Doc == "" {
			return None
		}
		return StrValue(t.Doc)
	}
	d := t.lookupMRO(strDoc)
	if own := t.attrs.GetStr(strDoc); own.H != nil {
		d = own
	}
	if d.H == nil {
		return None
	}
	if get := d.H.Shape.Type.DescrGet; get != nil {
		return get(th, d, Value{}, v)
	}
	return d
}

func setTypeDoc(th *Thread, v, x Value) bool {
	t := typeOf(v)
	return th.typeMutable(t, "__doc__", x) && SetClassAttr(t, strDoc, x)
}

// noParameters is the Spec.Sig of a class that takes no arguments; an empty one says nothing.
const noParameters = "()"

// withoutSignature are the types whose calls CPython does not describe.
var withoutSignature = map[*Type]bool{&ByteArrayType: true, &BytesType: true, &DictType: true, &IntType: true, &RangeType: true,
	&SliceType: true, &StrType: true, &TypeType: true}

func getTypeSignature(th *Thread, v Value) Value {
	t := typeOf(v)
	if t == &ObjectType {
		return StrValue("()")
	}
	switch {
	case t.spec == nil || t.spec.Sig == "" || withoutSignature[t]:
		return None
	case t.spec.Sig == noParameters:
		return StrValue(noParameters)
	}
	return StrValue("(" + t.spec.Sig + ")")
}

func getTypeAnnotations(th *Thread, v Value) Value {
	t := typeOf(v)
	if t.Flags&FlagHeap == 0 {
		return th.AttributeError(v, strAnnotations, "type object '%s' has no attribute '__annotations__'", t.Name)
	}
	a := t.attrs.GetStr(strAnnotations)
	if a.H == nil {
		a = NewDict().V()
		SetClassAttr(t, strAnnotations, a)
		return a
	}
	if get := a.H.Shape.Type.DescrGet; get != nil {
		return get(th, a, Value{}, v)
	}
	return a
}

func setTypeAnnotations(th *Thread, v, x Value) bool {
	t := typeOf(v)
	if t.Flags&FlagHeap == 0 {
		th.TypeError("cannot set '__annotations__' attribute of immutable type '%s'", t.FullName())
		return false
	}
	if !SetClassAttr(t, strAnnotations, x) {
		th.AttributeError(Value{}, strAnnotations, "__annotations__")
		return false
	}
	return true
}

func getTypeParams(th *Thread, v Value) Value {
	t := typeOf(v)
	if t != &TypeType {
		if p := t.Namespace().GetStr(strTypeParams); p.H != nil {
			return p
		}
	}
	return emptyTuple.V()
}

func setTypeParams(th *Thread, v, x Value) bool {
	t := typeOf(v)
	return th.typeMutable(t, "__type_params__", x) && SetClassAttr(t, strTypeParams, x)
}
