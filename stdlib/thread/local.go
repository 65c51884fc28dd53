// _thread._local: attributes that each thread has for itself.
package threadmod

import "pyasync/object"

// local keeps the arguments for __init__, which runs once in every thread that uses the object.
type local struct {
	object.Header
	args []value
	kw   []*str
}

var localType object.Type

func init() {
	object.Define(&localType, object.Spec{Name: "_thread._local", Alloc: object.Allocator[local](),
		Slots: object.Slots{New: localNew, Init: localInit, GetAttr: localGet, SetAttr: localSet},
	})
}

// localDicts are the namespaces of one thread.
type localDicts map[*object.Header]*object.Dict

type localKey struct{}

func localNew(th *thread, t *object.Type, args []value, kw []*str) value {
	if len(args) > 0 && t == &localType {
		return th.TypeError("Initialization arguments are not supported")
	}
	v := t.Allocate()
	l := (*local)(v.Ptr())
	l.args, l.kw = append([]value(nil), args...), append([]*str(nil), kw...)
	dicts(th)[v.H] = object.NewDict() // __init__ runs for the creating thread anyway
	return v
}

func localInit(th *thread, v value, args []value, kw []*str) bool { return true }

func dicts(th *thread) localDicts {
	d, _ := th.Ext(localKey{}).(localDicts)
	if d == nil {
		d = localDicts{}
		th.SetExt(localKey{}, d)
	}
	return d
}

// namespace returns the calling thread's attributes of v; nil when __init__ raised.
func namespace(th *thread, v value) *object.Dict {
	all := dicts(th)
	d := all[v.H]
	if d == nil {
		d = object.NewDict()
		all[v.H] = d
		l := (*local)(v.Ptr())
		if init := v.Type().Init; init != nil && !init(th, v, l.args, l.kw) {
			delete(all, v.H)
			return nil
		}
	}
	return d
}

func localGet(th *thread, v value, name *str) value {
	d := namespace(th, v)
	if d == nil {
		return value{}
	}
	if name.Go() == "__dict__" {
		return d.V()
	}
	t := v.Type()
	x := th.Lookup(t, name)
	if !x.IsNil() && x.Type().DescrGet != nil && x.Type().DescrSet != nil {
		return x.Type().DescrGet(th, x, v, t.V())
	}
	if own := d.GetStr(name); !own.IsNil() {
		return own
	}
	switch {
	case x.IsNil():
		return th.AttributeError(v, name, "'%s' object has no attribute '%s'", t.FullName(), name.Go())
	case x.Type().DescrGet != nil:
		return x.Type().DescrGet(th, x, v, t.V())
	}
	return x
}

func localSet(th *thread, v value, name *str, x value) bool {
	d := namespace(th, v)
	if d == nil {
		return false
	}
	t := v.Type()
	if name.Go() == "__dict__" {
		th.AttributeError(v, name, "'%s' object attribute '__dict__' is read-only", t.FullName())
		return false
	}
	if y := th.Lookup(t, name); !y.IsNil() && y.Type().DescrSet != nil {
		return y.Type().DescrSet(th, y, v, x)
	}
	if x.IsNil() {
		if !d.DelStr(name) {
			th.AttributeError(v, name, "'%s' object has no attribute '%s'", t.FullName(), name.Go())
			return false
		}
		return true
	}
	d.SetStr(name, x)
	return true
}
