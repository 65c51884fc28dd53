// cached_property: a descriptor that computes an attribute once and leaves it in the instance.
package functools

import "pyasync/object"

var cachedPropertyType object.Type

type cachedProperty struct {
	header
	f, name, doc, module value // name nil: not told yet
}

func init() {
	field := func(name string, at func(c *cachedProperty) *value) object.Member {
		return object.Member{Name: name, Get: func(th *thread, v value) value {
			if x := *at((*cachedProperty)(v.Ptr())); x.H != nil {
				return x
			}
			return object.None
		}, Set: func(th *thread, v, x value) bool { *at((*cachedProperty)(v.Ptr())) = x; return true }}
	}
	object.Define(&cachedPropertyType, object.Spec{Name: "functools.cached_property", Sig: "func", Alloc: object.Allocator[cachedProperty](),
		Slots: object.Slots{New: func(th *thread, t *object.Type, args []value, kw []*object.Str) value { return object.Allocate(t) },
			Init: cachedPropertyInit, DescrGet: cachedPropertyGet},
		Methods: []object.Method{
			{Name: "__set_name__", Sig: "owner, name", F2: cachedPropertySetName, F: func(th *thread, self value, a []value) value { return cachedPropertySetName(th, self, a[0], a[1]) }},
			object.ClassGetItemRow,
		},
		Members: []object.Member{
			field("func", func(c *cachedProperty) *value { return &c.f }),
			field("attrname", func(c *cachedProperty) *value { return &c.name }),
			field("__doc__", func(c *cachedProperty) *value { return &c.doc }),
			field("__module__", func(c *cachedProperty) *value { return &c.module }),
		}})
}

var cachedPropertyArgs = &object.ArgParser{Name: "cached_property.__init__", Sig: "func"}

func cachedPropertyInit(th *thread, self value, args []value, kw []*object.Str) bool {
	var in [1]value
	if !cachedPropertyArgs.Bind(th, args, kw, in[:]) {
		return false
	}
	c := (*cachedProperty)(self.Ptr())
	c.f = in[0]
	doc := th.GetAttr(in[0], assigned[3])
	if doc.H == nil {
		return false
	}
	c.doc = doc
	module, ok := th.LookupAttr(in[0], assigned[0])
	c.module = module
	return ok
}

func cachedPropertySetName(th *thread, self, owner, name value) value {
	c := (*cachedProperty)(self.Ptr())
	if c.name.H == nil || c.name.IsNone() {
		c.name = name
		return object.None
	}
	eq, ok := th.Equal(c.name, name)
	if !ok {
		return value{}
	}
	if !eq {
		a, _ := th.Repr(c.name)
		b, _ := th.Repr(name)
		return th.TypeError("Cannot assign the same cached_property to two different names (%s and %s).", a, b)
	}
	return object.None
}

func cachedPropertyGet(th *thread, d, obj, owner value) value {
	if obj.H == nil || obj.IsNone() {
		return d
	}
	c := (*cachedProperty)(d.Ptr())
	if c.name.H == nil || c.name.IsNone() {
		return th.TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
	}
	name, ok := object.AsStr(c.name)
	if !ok {
		return th.TypeError("attribute name must be string, not '%s'", c.name.Type().Name)
	}
	if x := object.OwnAttr(th, obj, name); x.H != nil {
		return x
	}
	if _, isType := object.AsType(obj); isType {
		return th.TypeError("The '__dict__' attribute on '%s' instance does not support item assignment for caching '%s' property.", obj.Type().Name, name.Go())
	}
	if !object.HasDict(obj) {
		return th.TypeError("No '__dict__' attribute on '%s' instance to cache '%s' property.", obj.Type().Name, name.Go())
	}
	x := th.Call1(c.f, obj)
	if x.H != nil {
		object.SetOwnAttr(obj, name, x)
	}
	return x
}
