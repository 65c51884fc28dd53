// partial: a callable with some arguments given in advance.
package functools

import (
	"strings"

	"pyasync/object"
)

var partialType object.Type

type partial struct {
	header
	f    value
	args value // a tuple
	kw   *object.Dict
	dict *object.Dict
}

func (p *partial) pos() []value {
	t, _ := object.AsTuple(p.args)
	return t.Items
}

// dictGetset is the row for __dict__ of a type that keeps it where at says.
func dictGetset(at func(v value) **object.Dict) object.Getset {
	return object.Getset{Name: "__dict__", Get: object.DictGetset.Get, Set: func(th *thread, v, x value) bool {
		if x.H == nil {
			th.TypeError("cannot delete __dict__")
			return false
		}
		d, ok := object.AsDict(x)
		if !ok {
			th.TypeError("__dict__ must be set to a dictionary, not a '%s'", x.Type().Name)
			return false
		}
		*at(v) = d
		return true
	}}
}

func init() {
	object.Define(&partialType, object.Spec{Name: "functools.partial", Sig: "func, /, *args, **keywords", Alloc: object.Allocator[partial](),
		Doc:    "Create a new function with partial application of the given arguments and keywords.",
		DictOf: func(v value, create bool) *object.Dict { return object.DictAt(&(*partial)(v.Ptr()).dict, create) },
		Slots:  object.Slots{New: partialNew, Call: partialCall, Repr: partialRepr, DescrGet: partialGet},
		Methods: []object.Method{
			{Name: "__reduce__", F0: partialReduce},
			{Name: "__setstate__", F1: partialSetState},
			object.ClassGetItemRow,
		},
		Members: []object.Member{
			{Name: "func", Doc: "function object to use in future partial calls", Get: func(th *thread, v value) value { return (*partial)(v.Ptr()).f }},
			{Name: "args", Doc: "tuple of arguments to future partial calls", Get: func(th *thread, v value) value { return (*partial)(v.Ptr()).args }},
			{Name: "keywords", Doc: "dictionary of keyword arguments to future partial calls", Get: func(th *thread, v value) value { return (*partial)(v.Ptr()).kw.V() }},
		},
		Getset: []object.Getset{dictGetset(func(v value) **object.Dict { return &(*partial)(v.Ptr()).dict })},
	})
}

func newPartial(t *object.Type, f value, args []value, kw *object.Dict) value {
	v := object.Allocate(t)
	p := (*partial)(v.Ptr())
	p.f, p.args, p.kw = f, object.NewTuple(args).V(), kw
	return v
}

func partialNew(th *thread, t *object.Type, args []value, kw []*object.Str) value {
	npos := len(args) - len(kw)
	if npos < 1 {
		return th.TypeError("type 'partial' takes at least one argument")
	}
	f := args[0]
	if f.Type().Call == nil {
		return th.TypeError("the first argument must be callable")
	}
	pos, kwargs := append([]value(nil), args[1:npos]...), object.NewDict()
	// A partial of a plain partial becomes one: the inner one's arguments come first.
	if inner := f; inner.Is(&partialType) && t == &partialType && inner.Type() == t && (*partial)(inner.Ptr()).dict == nil {
		p := (*partial)(inner.Ptr())
		f, pos, kwargs = p.f, append(append([]value(nil), p.pos()...), pos...), p.kw.Copy()
	}
	for i, k := range kw {
		kwargs.SetStr(k, args[npos+i])
	}
	return newPartial(t, f, pos, kwargs)
}

func partialCall(th *thread, v value, args []value, kw []*object.Str) value {
	p := (*partial)(v.Ptr())
	if p.kw.Len() == 0 {
		given := p.pos()
		w := th.Window(len(given) + len(args))
		copy(w[copy(w, given):], args)
		r := th.Call(p.f, w, kw)
		th.Release(w)
		return r
	}
	return p.callKw(th, args, kw)
}

// callKw merges the keywords: those of the call override, in the place of the given ones.
func (p *partial) callKw(th *thread, args []value, kw []*object.Str) value {
	merged := p.kw
	npos := len(args) - len(kw)
	if len(kw) > 0 {
		merged = p.kw.Copy()
		for i, k := range kw {
			merged.SetStr(k, args[npos+i])
		}
	}
	w := th.Window(len(p.pos()) + npos + merged.Len())
	n := copy(w, p.pos())
	n += copy(w[n:], args[:npos])
	names := make([]*object.Str, 0, merged.Len())
	for pos := 0; ; {
		k, x, next, more := merged.Next(pos)
		if !more {
			break
		}
		pos = next
		s, ok := object.AsStr(k)
		if !ok {
			th.Release(w)
			return th.TypeError("keywords must be strings")
		}
		names = append(names, s)
		w[n] = x
		n++
	}
	r := th.Call(p.f, w, names)
	th.Release(w)
	return r
}

func partialGet(th *thread, d, obj, owner value) value {
	if obj.H == nil || obj.IsNone() {
		return d
	}
	if w := th.Interp.Hooks.Warn; w != nil && !w(th, &object.FutureWarningType, "functools.partial will be a method descriptor in future Python versions; "+
		"wrap it in staticmethod() if you want to preserve the old behavior", 1) {
		return value{}
	}
	return d
}

func partialRepr(th *thread, v value) value {
	p := (*partial)(v.Ptr())
	if !th.EnterRepr(v) {
		return object.StrValue("...")
	}
	defer th.LeaveRepr()
	t := v.Type()
	name := t.Qualname
	module := th.GetAttrName(t.V(), "__module__")
	if module.H == nil {
		return module
	}
	if s, ok := object.GoString(module); ok && s != "builtins" && s != "__main__" || ok && s == "__main__" {
		name = s + "." + name
	}
	var b strings.Builder
	b.WriteString(name + "(")
	s, ok := th.Repr(p.f)
	if !ok {
		return value{}
	}
	b.WriteString(s)
	for _, x := range p.pos() {
		if s, ok = th.Repr(x); !ok {
			return value{}
		}
		b.WriteString(", " + s)
	}
	for pos := 0; ; {
		k, x, next, more := p.kw.Next(pos)
		if !more {
			break
		}
		pos = next
		key, ok := th.Str(k)
		if !ok {
			return value{}
		}
		if s, ok = th.Repr(x); !ok {
			return value{}
		}
		b.WriteString(", " + key + "=" + s)
	}
	b.WriteByte(')')
	return object.StrValue(b.String())
}

func partialReduce(th *thread, v value) value {
	p := (*partial)(v.Ptr())
	dict := object.None
	if p.dict != nil && p.dict.Len() > 0 {
		dict = p.dict.V()
	}
	return object.TupleOf(v.Type().V(), object.TupleOf(p.f), object.TupleOf(p.f, p.args, p.kw.V(), dict))
}

func partialSetState(th *thread, v, state value) value {
	t, ok := object.AsTuple(state)
	if !ok || len(t.Items) != 4 {
		return th.TypeError("invalid partial state")
	}
	args, ok := object.AsTuple(t.Items[1])
	kw, ok2 := object.AsDict(t.Items[2])
	if t.Items[2].IsNone() {
		kw, ok2 = object.NewDict(), true
	}
	dict, ok3 := object.AsDict(t.Items[3])
	if t.Items[0].Type().Call == nil || !ok || !ok2 || !ok3 && !t.Items[3].IsNone() {
		return th.TypeError("invalid partial state")
	}
	p := (*partial)(v.Ptr())
	p.f, p.args, p.dict = t.Items[0], t.Items[1], dict
	if !p.args.IsExact(&object.TupleType) {
		p.args = object.TupleCopy(args.Items).V()
	}
	if p.kw = kw; !t.Items[2].IsExact(&object.DictType) {
		p.kw = kw.Copy()
	}
	return object.None
}
