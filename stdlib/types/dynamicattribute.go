// DynamicClassAttribute: a property that, looked up on the class, raises AttributeError, so that the metaclass's
// __getattr__ is asked. Its functions are ordinary attributes, which enum assigns to.
package typesmod

import "pyasync/object"

// DynamicAttribute is a DynamicClassAttribute, or the beginning of what derives from it in Go.
type DynamicAttribute struct {
	object.Header
	Get, Set, Del object.Value // None or nil: not given
	Doc           object.Value
	overwriteDoc  bool
	abstract      object.Value
}

// DynamicAttributeType is types.DynamicClassAttribute.
var DynamicAttributeType object.Type

var dynamicSig = object.ParseSignature("fget=None, fset=None, fdel=None, doc=None")

func init() {
	object.Define(&DynamicAttributeType, object.Spec{Name: "types.DynamicClassAttribute", Sig: "fget=None, fset=None, fdel=None, doc=None",
		Doc:   "Route attribute access on a class to __getattr__.",
		Alloc: object.Allocator[DynamicAttribute](),
		Slots: object.Slots{
			New: func(th *object.Thread, t *object.Type, args []object.Value, kw []*object.Str) object.Value {
				return object.Allocate(t)
			},
			Init: dynamicInit, DescrGet: dynamicGet, DescrSet: dynamicSet,
		},
		Methods: []object.Method{
			{Name: "getter", Sig: "fget", F: func(th *object.Thread, v object.Value, a []object.Value) object.Value {
				d := dynamic(v)
				doc := d.Doc
				if x, ok := th.LookupAttr(a[0], strDoc); !ok {
					return object.Value{}
				} else if d.overwriteDoc && !x.IsNil() && !x.IsNone() {
					doc = x
				}
				r := th.CallArgs(v.Type().V(), a[0], object.OrNone(d.Set), object.OrNone(d.Del), object.OrNone(doc))
				if !r.IsNil() && r.Is(&DynamicAttributeType) {
					dynamic(r).overwriteDoc = d.overwriteDoc
				}
				return r
			}},
			{Name: "setter", Sig: "fset", F: func(th *object.Thread, v object.Value, a []object.Value) object.Value {
				d := dynamic(v)
				return copyOverwrite(d, th.CallArgs(v.Type().V(), object.OrNone(d.Get), a[0], object.OrNone(d.Del), object.OrNone(d.Doc)))
			}},
			{Name: "deleter", Sig: "fdel", F: func(th *object.Thread, v object.Value, a []object.Value) object.Value {
				d := dynamic(v)
				return copyOverwrite(d, th.CallArgs(v.Type().V(), object.OrNone(d.Get), object.OrNone(d.Set), a[0], object.OrNone(d.Doc)))
			}},
		},
		Members: []object.Member{
			field("fget", func(d *DynamicAttribute) *object.Value { return &d.Get }),
			field("fset", func(d *DynamicAttribute) *object.Value { return &d.Set }),
			field("fdel", func(d *DynamicAttribute) *object.Value { return &d.Del }),
			field("__doc__", func(d *DynamicAttribute) *object.Value { return &d.Doc }),
			field("__isabstractmethod__", func(d *DynamicAttribute) *object.Value { return &d.abstract }),
			{Name: "overwrite_doc", Get: func(th *object.Thread, v object.Value) object.Value { return object.Bool(dynamic(v).overwriteDoc) }},
		},
	})
}

var strDoc = object.NewStr("__doc__")

func dynamic(v object.Value) *DynamicAttribute { return (*DynamicAttribute)(v.Ptr()) }

func copyOverwrite(from *DynamicAttribute, to object.Value) object.Value {
	if !to.IsNil() && to.Is(&DynamicAttributeType) {
		dynamic(to).overwriteDoc = from.overwriteDoc
	}
	return to
}

func field(name string, at func(d *DynamicAttribute) *object.Value) object.Member {
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
	d.Get, d.Set, d.Del, d.Doc = w[0], w[1], w[2], w[3]
	d.overwriteDoc = object.OrNone(d.Doc).IsNone()
	d.abstract = object.False
	if object.OrNone(d.Get).IsNone() {
		return true
	}
	if d.overwriteDoc {
		doc, ok := th.LookupAttr(d.Get, strDoc)
		if !ok {
			return false
		}
		d.Doc = doc
	}
	abstract, ok := th.LookupAttr(d.Get, object.NewStr("__isabstractmethod__"))
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
	if object.OrNone(d.Get).IsNone() {
		return th.Raise(&object.AttributeErrorType, "unreadable attribute")
	}
	return th.CallArgs(d.Get, obj)
}

func dynamicSet(th *object.Thread, v, obj, x object.Value) bool {
	d := dynamic(v)
	if x.IsNil() {
		if object.OrNone(d.Del).IsNone() {
			th.Raise(&object.AttributeErrorType, "can't delete attribute")
			return false
		}
		return !th.CallArgs(d.Del, obj).IsNil()
	}
	if object.OrNone(d.Set).IsNone() {
		th.Raise(&object.AttributeErrorType, "can't set attribute")
		return false
	}
	return !th.CallArgs(d.Set, obj, x).IsNil()
}
