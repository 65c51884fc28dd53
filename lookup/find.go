// Attributes without running code.
package lookup

import (
	"strings"

	"pyasync/object"
)

// Find returns the object a dotted name stands for, or the nil Value.
func (n Names) Find(th *object.Thread, dotted string) object.Value {
	defer func() { th.Exc = object.Value{} }()
	first, rest, more := strings.Cut(dotted, ".")
	obj := n.Namespace.GetName(first)
	if obj.IsNil() {
		obj = th.Interp.Builtins.Dict.GetName(first)
	}
	for more && !obj.IsNil() {
		first, rest, more = strings.Cut(rest, ".")
		obj = Attribute(th, obj, object.NewStr(first))
	}
	return obj
}

// Attribute returns an attribute of obj, or the nil Value if there is none or if a property or other code of the
// user's would have to run.
func Attribute(th *object.Thread, obj object.Value, name *object.Str) object.Value {
	if m, ok := object.AsModule(obj); ok {
		return m.Dict.GetStr(name)
	}
	if t, ok := object.AsType(obj); ok {
		if v := th.Lookup(t, name); !v.IsNil() {
			return unwrap(v)
		}
		return plain(th, obj, th.Lookup(obj.Type(), name))
	}
	if v := object.OwnAttr(th, obj, name); !v.IsNil() {
		return v
	}
	return plain(th, obj, th.Lookup(obj.Type(), name))
}

// plain gives the value of what was found on the class of obj.
func plain(th *object.Thread, obj, found object.Value) object.Value {
	switch {
	case found.IsNil(), found.Is(&object.PropertyType):
		return object.Value{}
	case found.Is(&object.GetsetDescriptorType), found.Is(&object.MemberDescriptorType):
		v := th.CallMethod(found, object.NewStr("__get__"), obj, obj.Type().V()) // written in Go
		th.Exc = object.Value{}
		return v
	}
	v := unwrap(found)
	if t := v.Type(); t.Flags&object.FlagHeap != 0 && !th.Lookup(t, object.NewStr("__get__")).IsNil() {
		return object.Value{} // a descriptor of the user's
	}
	return v
}

// unwrap returns the function in a staticmethod or classmethod.
func unwrap(v object.Value) object.Value {
	if v.Is(&object.StaticMethodType) || v.Is(&object.ClassMethodType) {
		return (*object.Wrapped)(v.Ptr()).Func
	}
	return v
}
