// DynamicClassAttribute: a property that, looked up on the class, raises AttributeError, so that the metaclass's
// __getattr__ is asked. Its functions are ordinary attributes, which enum assigns to.
package typesmod

import "pyasync/object"

type dynamicAttribute struct {
	object.Header
	get, set, del object.Value
	doc           object.Value
	overwriteDoc  bool
	abstract      object.Value
}

var dynamicAttributeType object.Type

var dynamicSig = object.ParseSignature("fget=None, fset=None, fdel=None, doc=None")

func init() {
	object.Define(&dynamicAttributeType, object.Spec{Name: "types.DynamicClassAttribute", Sig: "fget=None, fset=None, fdel=None, doc=None",
		Doc:   "Route attribute access on a class to __getattr__.",
		Alloc: object.Allocator[dynamicAttribute](),
		Slots: object.Slots{
			New: func(th *object.Thread, t *object.Type, args []object.Value, kw []*object.Str) object.Value {
				return object.Allocate(t)
			},
			Init: dynamicInit, DescrGet: dynamicGet, DescrSet: dynamicSet,
		},
		Methods: []object.Method{
			{Name: "getter", Sig: "fget", F: func(th *object.Thread, v object.Value, a []object.Value) object.Value {
				d := dynamic(v)
				doc := d.doc
				if x, ok := th.LookupAttr(a[0], strDoc); !ok {
					return object.Value{}
				} else if d.overwriteDoc && !x.IsNil() && !x.IsNone() {
					doc = x
				}
				r := th.CallArgs(v.Type().V(), a[0], object.OrNone(d.set), object.OrNone(d.del), object.OrNone(doc))
				if !r.IsNil() && r.Is(&dynamicAttributeType) {
					dynamic(r).overwriteDoc = d.overwriteDoc
				}
				return r
			}},
			{Name: "setter", Sig: "fset", F: func(th *object.Thread, v object.Value, a []object.Value) object.Value {
				d := dynamic(v)
				return copyOverwrite(d, th.CallArgs(v.Type().V(), object.OrNone(d.get), a[0], object.OrNone(d.del), object.OrNone(d.doc)))
			}},
			{Name: "deleter", Sig: "fdel", F: func(th *object.Thread, v object.Value, a []object.Value) object.Value {
				d := dynamic(v)
				return copyOverwrite(d, th.CallArgs(v.Type().V(), object.OrNone(d.get), object.OrNone(d.set), a[0], object.OrNone(d.doc)))
			}},
		},
		Members: []object.Member{
			field("fget", func(d *dynamicAttribute) *object.Value { return &d.get }),
			field("fset", func(d *dynamicAttribute) *object.Value { return &d.set }),
			field("fdel", func(d *dynamicAttribute) *object.Value { return &d.del }),
			field("__doc__", func(d *dynamicAttribute) *object.Value { return &d.doc }),
			field("__isabstractmethod__", func(d *dynamicAttribute) *object.Value { return &d.abstract }),
			{Name: "overwrite_doc", Get: func(th *object.Thread, v object.Value) object.Value { return object.Bool(dynamic(v).overwriteDoc) }},
		},
	})
}

var strDoc = object.NewStr("__doc__")

func dynamic(v object.Value) *dynamicAttribute { return (*dynamicAttribute)(v.Ptr()) }

func copyOverwrite(from *dynamicAttribute, to object.Value) object.Value {
	if !to.IsNil() && to.Is(&dynamicAttributeType) {
		dynamic(to).overwriteDoc = from.overwriteDoc
	}
	return to
}

func field(name string, at func(d *dynamicAttribute) *object.Value) object.Member {
	return object.Member{Name: name,
		Get: func(th *object.Thread, v object.Value) object.Value { return object.OrNone(*at(dynamic(v))) },
		Set: func(th *object.Thread, v, x object.Value) bool { *at(dynamic(v)) = x; return true },
	}
}

func dynamicInit(th *object.Thread, v object.Value, args []object.Value, kw []*object.Str) bool {
	w := th.Window(4)
	defer th.Release(w)
	if !dynamicSig.Bind(th, "DynamicClassAttribute", args, kw, w) {
		return false
	}
	d := dynamic(v)
	d.get, d.set, d.del, d.doc = w[0], w[1], w[2], w[3]
	d.overwriteDoc = object.OrNone(d.doc).IsNone()
	d.abstract = object.False
	if object.OrNone(d.get).IsNone() {
		return true
	}
	if d.overwriteDoc {
		doc, ok := th.LookupAttr(d.get, strDoc)
		if !ok {
			return false
		}
		d.doc = doc
	}
	abstract, ok := th.LookupAttr(d.get, object.NewStr("__isabstractmethod__"))
	if ok && !abstract.IsNil() {
		is, truthOK := th.Truth(abstract)
		d.abstract = object.Bool(is)
		ok = truthOK
	}
	return ok
}

func dynamicGet(th *object.Thread, v, obj, owner object.Value) object.Value {
	d := dynamic(v)
	if obj.IsNil() || obj.IsNone() {
		if d.abstract == object.True {
			return v
		}
		return th.RaiseValue(object.NewException(&object.AttributeErrorType).V())
	}
	if object.OrNone(d.get).IsNone() {
		return th.Raise(&object.AttributeErrorType, "unreadable attribute")
	}
	return th.CallArgs(d.get, obj)
}

func dynamicSet(th *object.Thread, v, obj, x object.Value) bool {
	d := dynamic(v)
	if x.IsNil() {
		if object.OrNone(d.del).IsNone() {
			th.Raise(&object.AttributeErrorType, "can't delete attribute")
			return false
		}
		return !th.CallArgs(d.del, obj).IsNil()
	}
	if object.OrNone(d.set).IsNone() {
		th.Raise(&object.AttributeErrorType, "can't set attribute")
		return false
	}
	return !th.CallArgs(d.set, obj, x).IsNil()
}
