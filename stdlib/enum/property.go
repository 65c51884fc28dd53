// enum.property: a property of members that gives way to a member of the same name when looked up on the class.
package enummod

import (
	"pyasync/object"
	typesmod "pyasync/stdlib/types"
)

var propertyType object.Type

// property adds to a DynamicClassAttribute where it stands, and what it hides.
type property struct {
	typesmod.DynamicAttribute
	name, class value // of the attribute, and of the class it was made in
	member      value // what the class attribute is
	kind, owner value // of the inherited attribute that instances see: 'attr', 'desc', 'enum', and its class
}

func init() {
	object.Define(&propertyType, object.Spec{Name: "enum.property", Base: &typesmod.DynamicAttributeType, Extends: true,
		Sig: "fget=None, fset=None, fdel=None, doc=None", Alloc: object.Allocator[property](),
		Doc: "This is a descriptor, used to define attributes that act differently\n" +
			"when accessed through an enum member and through an enum class.",
		Slots: object.Slots{DescrGet: getProperty, DescrSet: setProperty},
		Methods: []object.Method{{Name: "__set_name__", Sig: "ownerclass, name", F: func(th *thread, self value, a []value) value {
			p := (*property)(self.Ptr())
			class := th.GetAttr(a[0], strDunderName)
			if class.IsNil() {
				return class
			}
			p.class, p.name = class, a[1]
			return object.None
		}}},
		Members: []object.Member{
			field("__doc__", func(p *property) *value { return &p.Doc }), // the class's own would hide the one inherited
			field("name", func(p *property) *value { return &p.name }),
			field("clsname", func(p *property) *value { return &p.class }),
			field("member", func(p *property) *value { return &p.member }),
			field("_attr_type", func(p *property) *value { return &p.kind }),
			field("_cls_type", func(p *property) *value { return &p.owner }),
		},
	})
	propertyType.Getter = func(d value) value {
		if f := (*property)(d.Ptr()).Get; given(f) {
			return f
		}
		return value{}
	}
}

var strDunderName = shared("__name__")

func field(name string, at func(p *property) *value) object.Member {
	return object.Member{Name: name,
		Get: func(th *thread, v value) value { return object.OrNone(*at((*property)(v.Ptr()))) },
		Set: func(th *thread, v, x value) bool { *at((*property)(v.Ptr())) = x; return true },
	}
}

func given(v value) bool { return !v.IsNil() && !v.IsNone() }

func getProperty(th *thread, d, member, class value) value {
	p := (*property)(d.Ptr())
	if member.IsNil() || member.IsNone() {
		if given(p.member) {
			return p.member
		}
		return p.missing(th, class)
	}
	if given(p.Get) {
		w := th.Window(1)
		w[0] = member
		r := th.Call(p.Get, w, nil)
		th.Release(w)
		return r
	}
	name, ok := object.AsStr(object.OrNone(p.name))
	if !ok {
		return p.missing(th, class)
	}
	switch kind, _ := object.GoString(object.OrNone(p.kind)); kind {
	case "attr":
		return th.GetAttr(p.owner, name)
	case "desc":
		v := th.GetAttr(member, strValue)
		if v.IsNil() {
			return v
		}
		return th.GetAttr(v, name)
	}
	if t, ok := object.AsType(object.OrNone(class)); ok {
		if m, done := lookup(th, table(th, t, strMembers), name.V()); done {
			return m
		}
	}
	return p.missing(th, class)
}

func (p *property) missing(th *thread, class value) value {
	c, ok := th.Repr(object.OrNone(class))
	if !ok {
		return value{}
	}
	return th.Raisef(&object.AttributeErrorType, "%s has no attribute %s", c, p.repr(th, p.name))
}

// repr shows a name in an error.
func (p *property) repr(th *thread, v value) string {
	s, ok := th.Repr(object.OrNone(v))
	if !ok {
		th.Exc = value{}
	}
	return s
}

func setProperty(th *thread, d, member, x value) bool {
	p := (*property)(d.Ptr())
	switch {
	case x.IsNil() && given(p.Del):
		return !th.CallArgs(p.Del, member).IsNil()
	case !x.IsNil() && given(p.Set):
		return !th.CallArgs(p.Set, member, x).IsNil()
	}
	what := "set"
	if x.IsNil() {
		what = "delete"
	}
	th.Raisef(&object.AttributeErrorType, "<enum %s> cannot %s attribute %s", p.repr(th, p.class), what, p.repr(th, p.name))
	return false
}
