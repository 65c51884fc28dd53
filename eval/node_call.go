// Calls: f(a, b), v.m(a), and the general form with keywords, *args and **kwargs.
package eval

import (
	"pyasync/object"
)

// call is `fn(args)` with positional arguments only.
type call struct {
	fn   Node
	args []Node
	pos  Pos
}

// call0, call1, call2 and call3 avoid the loop and the argument window.
type (
	call0 struct {
		fn  Node
		pos Pos
	}
	call1 struct {
		fn, a Node
		pos   Pos
	}
	call2 struct {
		fn, a, b Node
		pos      Pos
	}
	call3 struct {
		fn, a, b, c Node
		pos         Pos
	}
)

func (n *call0) Eval(f *Frame) Value {
	fv := n.fn.Eval(f)
	if fv.H == nil {
		return fv
	}
	f.pos = n.pos
	r := f.call0(fv)
	if r.H == nil {
		f.fail(n.pos)
	}
	return r
}

func (n *call1) Eval(f *Frame) Value {
	fv := n.fn.Eval(f)
	if fv.H == nil {
		return fv
	}
	a := n.a.Eval(f)
	if a.H == nil {
		return a
	}
	f.pos = n.pos
	r := f.call1(fv, a)
	if r.H == nil {
		f.fail(n.pos)
	}
	return r
}

func (n *call2) Eval(f *Frame) Value {
	fv := n.fn.Eval(f)
	if fv.H == nil {
		return fv
	}
	a := n.a.Eval(f)
	if a.H == nil {
		return a
	}
	b := n.b.Eval(f)
	if b.H == nil {
		return b
	}
	f.pos = n.pos
	r := f.call2(fv, a, b)
	if r.H == nil {
		f.fail(n.pos)
	}
	return r
}

func (n *call3) Eval(f *Frame) Value {
	fv := n.fn.Eval(f)
	if fv.H == nil {
		return fv
	}
	a := n.a.Eval(f)
	if a.H == nil {
		return a
	}
	b := n.b.Eval(f)
	if b.H == nil {
		return b
	}
	c := n.c.Eval(f)
	if c.H == nil {
		return c
	}
	f.pos = n.pos
	r := f.call3(fv, a, b, c)
	if r.H == nil {
		f.fail(n.pos)
	}
	return r
}

func (n *call) Eval(f *Frame) Value {
	fv := n.fn.Eval(f)
	if fv.H == nil {
		return fv
	}
	th := f.th
	w := th.Window(len(n.args))
	r := Value{}
	if f.evalInto(w, n.args) {
		f.pos = n.pos
		if r = th.Call(fv, w, nil); r.H == nil {
			f.fail(n.pos)
		}
	}
	th.Release(w)
	return r
}

// evalInto evaluates args into w.
func (f *Frame) evalInto(w []Value, args []Node) bool {
	for i, a := range args {
		v := a.Eval(f)
		if v.H == nil {
			return false
		}
		w[i] = v
	}
	return true
}

// call0 calls fv without arguments; like the others it returns nil without having traced the failure.
func (f *Frame) call0(fv Value) Value {
	switch fv.H.Shape {
	case &object.FunctionType.Root:
		fn := (*object.Function)(fv.Ptr())
		if c := codeOf(fn.Code); c.fast == 0 {
			return f.run(f.push(c.slots), fn, c)
		}
	case &object.BuiltinType.Root:
		b := (*object.Builtin)(fv.Ptr())
		if b.Method.F0 != nil {
			return b.Method.F0(f.th, b.Self)
		}
	case &object.MethodType.Root:
		m := (*object.BoundMethod)(fv.Ptr())
		return f.call1(m.Func, m.Self)
	}
	return f.th.Call(fv, nil, nil)
}

func (f *Frame) call1(fv, a Value) Value {
	switch fv.H.Shape {
	case &object.FunctionType.Root:
		fn := (*object.Function)(fv.Ptr())
		if c := codeOf(fn.Code); c.fast == 1 {
			nf := f.push(c.slots)
			*nf.at(0) = a
			return f.run(nf, fn, c)
		}
	case &object.BuiltinType.Root:
		b := (*object.Builtin)(fv.Ptr())
		if b.Method.F1 != nil {
			return b.Method.F1(f.th, b.Self, a)
		}
	case &object.MethodType.Root:
		m := (*object.BoundMethod)(fv.Ptr())
		return f.call2(m.Func, m.Self, a)
	}
	w := f.th.Window(1)
	w[0] = a
	r := f.th.Call(fv, w, nil)
	f.th.Release(w)
	return r
}

func (f *Frame) call2(fv, a, b Value) Value {
	switch fv.H.Shape {
	case &object.FunctionType.Root:
		fn := (*object.Function)(fv.Ptr())
		if c := codeOf(fn.Code); c.fast == 2 {
			nf := f.push(c.slots)
			*nf.at(0) = a
			*nf.at(slotSize) = b
			return f.run(nf, fn, c)
		}
	case &object.BuiltinType.Root:
		bf := (*object.Builtin)(fv.Ptr())
		if bf.Method.F2 != nil {
			return bf.Method.F2(f.th, bf.Self, a, b)
		}
	case &object.MethodType.Root:
		m := (*object.BoundMethod)(fv.Ptr())
		return f.call3(m.Func, m.Self, a, b)
	}
	w := f.th.Window(2)
	w[0], w[1] = a, b
	r := f.th.Call(fv, w, nil)
	f.th.Release(w)
	return r
}

func (f *Frame) call3(fv, a, b, c Value) Value {
	if fv.H.Shape == &object.FunctionType.Root {
		fn := (*object.Function)(fv.Ptr())
		if code := codeOf(fn.Code); code.fast == 3 {
			nf := f.push(code.slots)
			*nf.at(0) = a
			*nf.at(slotSize) = b
			*nf.at(2 * slotSize) = c
			return f.run(nf, fn, code)
		}
	}
	w := f.th.Window(3)
	w[0], w[1], w[2] = a, b, c
	r := f.th.Call(fv, w, nil)
	f.th.Release(w)
	return r
}

// methodCall is `v.name(args)` with positional arguments: no bound method is made.
type methodCall struct {
	attr
	args    []Node
	callPos Pos
}

func (n *methodCall) Eval(f *Frame) Value {
	v := n.v.Eval(f)
	if v.H == nil {
		return v
	}
	return n.on(f, v)
}

// on calls the method of v.
func (n *methodCall) on(f *Frame, v Value) Value {
	c := n.entry(v)
	if c == nil {
		c = n.vacant(v)
		c.fill(f.th, v, n.name)
	}
	switch c.kind {
	case attrMethod:
		return n.callMethod(f, v, c.val)
	case attrBuiltin:
		if c.builtin(v) {
			return n.callBuiltin(f, v, (*object.MethodDescriptor)(c.val.Ptr()))
		}
	}
	fv := n.of(f, v)
	if fv.H == nil {
		return fv
	}
	return n.callValue(f, fv)
}

func (n *methodCall) callMethod(f *Frame, v, fv Value) Value {
	var r Value
	switch len(n.args) {
	case 0:
		f.pos = n.callPos
		r = f.call1(fv, v)
	case 1:
		a := n.args[0].Eval(f)
		if a.H == nil {
			return a
		}
		f.pos = n.callPos
		r = f.call2(fv, v, a)
	case 2:
		a := n.args[0].Eval(f)
		if a.H == nil {
			return a
		}
		b := n.args[1].Eval(f)
		if b.H == nil {
			return b
		}
		f.pos = n.callPos
		r = f.call3(fv, v, a, b)
	default:
		w := f.th.Window(len(n.args) + 1)
		w[0] = v
		ok := f.evalInto(w[1:], n.args)
		if ok {
			f.pos = n.callPos
			r = f.th.Call(fv, w, nil)
		}
		f.th.Release(w)
		if !ok {
			return Value{}
		}
	}
	if r.H == nil {
		f.fail(n.callPos)
	}
	return r
}

func (n *methodCall) callBuiltin(f *Frame, v Value, d *object.MethodDescriptor) Value {
	m := d.Method
	var r Value
	switch {
	case len(n.args) == 1 && m.F1 != nil:
		a := n.args[0].Eval(f)
		if a.H == nil {
			return a
		}
		f.pos = n.callPos
		r = m.F1(f.th, v, a)
	case len(n.args) == 0 && m.F0 != nil:
		f.pos = n.callPos
		r = m.F0(f.th, v)
	default:
		size := d.Direct(len(n.args))
		w := f.th.Window(max(size, len(n.args)))
		ok := f.evalInto(w, n.args)
		if ok {
			f.pos = n.callPos
			if size >= 0 {
				r = m.F(f.th, v, w)
			} else {
				r = d.Call(f.th, v, w, nil)
			}
		}
		f.th.Release(w)
		if !ok {
			return Value{}
		}
	}
	if r.H == nil {
		f.fail(n.callPos)
	}
	return r
}

func (n *methodCall) callValue(f *Frame, fv Value) Value {
	var r Value
	switch len(n.args) {
	case 0:
		f.pos = n.callPos
		r = f.call0(fv)
	case 1:
		a := n.args[0].Eval(f)
		if a.H == nil {
			return a
		}
		f.pos = n.callPos
		r = f.call1(fv, a)
	default:
		w := f.th.Window(len(n.args))
		ok := f.evalInto(w, n.args)
		if ok {
			f.pos = n.callPos
			r = f.th.Call(fv, w, nil)
		}
		f.th.Release(w)
		if !ok {
			return Value{}
		}
	}
	if r.H == nil {
		f.fail(n.callPos)
	}
	return r
}

// kwCall is a call with named keywords, but no * or **: fn(a, k=b).
type kwCall struct {
	fn   Node
	args []Node // positional, then the values of kw
	kw   []*Str
	pos  Pos
}

func (n *kwCall) Eval(f *Frame) Value {
	fv := n.fn.Eval(f)
	if fv.H == nil {
		return fv
	}
	th := f.th
	w := th.Window(len(n.args))
	r := Value{}
	if f.evalInto(w, n.args) {
		f.pos = n.pos
		if r = th.Call(fv, w, n.kw); r.H == nil {
			f.fail(n.pos)
		}
	}
	th.Release(w)
	return r
}

// starCall is the general call: arguments may be *iterable, keywords **mapping.
type starCall struct {
	fn   Node
	args []starArg
	kws  []starKw
	pos  Pos
}

type starArg struct {
	v    Node
	star bool
	pos  Pos
}

type starKw struct {
	name *Str // nil: **v
	v    Node
	pos  Pos
}

func (n *starCall) Eval(f *Frame) Value {
	fv := n.fn.Eval(f)
	if fv.H == nil {
		return fv
	}
	args, kw, ok := f.starArgs(fv, n.args, n.kws, n.pos)
	if !ok {
		return Value{}
	}
	f.pos = n.pos
	r := f.th.Call(fv, args, kw)
	if r.H == nil {
		f.fail(n.pos)
	}
	return r
}

// starArgs evaluates the arguments of a general call.
func (f *Frame) starArgs(fv Value, as []starArg, kws []starKw, pos Pos) (args []Value, kw []*Str, ok bool) {
	for i := range as {
		v := as[i].v.Eval(f)
		if v.H == nil {
			return nil, nil, false
		}
		if !as[i].star {
			args = append(args, v)
			continue
		}
		items, ok := f.th.Collect(v)
		if !ok {
			if t := v.Type(); t.Iter == nil && t.GetItem == nil {
				if len(as) == 1 {
					f.th.TypeError("%s argument after * must be an iterable, not %s", callName(f.th, fv), t.TPName())
				} else {
					f.th.TypeError("Value after * must be an iterable, not %s", t.TPName())
				}
			}
			f.fail(pos)
			return nil, nil, false
		}
		args = append(args, items...)
	}
	ks := keywordArgs{args: args}
	for i := range kws {
		v := kws[i].v.Eval(f)
		if v.H == nil {
			return nil, nil, false
		}
		ok := true
		if name := kws[i].name; name != nil {
			ok = ks.add(f.th, fv, name.V(), v)
		} else {
			ok = ks.merge(f.th, fv, v)
		}
		if !ok {
			f.fail(pos)
			return nil, nil, false
		}
	}
	if ks.odd != nil {
		f.th.TypeError("keywords must be strings")
		f.fail(pos)
		return nil, nil, false
	}
	return ks.args, ks.names, true
}

func containsName(names []*Str, name *Str) bool {
	for _, k := range names {
		if k.Go() == name.Go() {
			return true
		}
	}
	return false
}

// keywordArgs collects the keyword arguments of a call with **: the values follow the positional ones.
type keywordArgs struct {
	args  []Value
	names []*Str
	odd   *object.Dict // keys that are no strings, which is an error once all have been seen; nil: none
}

// merge adds the items of a mapping given as **v.
func (ks *keywordArgs) merge(th *Thread, fv, v Value) bool {
	if d, isDict := object.AsDict(v); isDict {
		for p := 0; ; {
			k, x, next, more := d.Next(p)
			if !more {
				return true
			}
			if p = next; !ks.add(th, fv, k, x) {
				return false
			}
		}
	}
	keys := th.CallMethod(v, strKeys)
	if keys.H == nil {
		if th.Catch(&object.AttributeErrorType) {
			th.TypeError("%s argument after ** must be a mapping, not %s", callName(th, fv), v.Type().TPName())
		}
		return false
	}
	return th.ForEach(keys, func(k Value) bool {
		x := th.GetItem(v, k)
		return x.H != nil && ks.add(th, fv, k, x)
	})
}

func (ks *keywordArgs) add(th *Thread, fv, k, x Value) bool {
	name, ok := object.AsStr(k)
	if !ok {
		return ks.addOdd(th, fv, k)
	}
	if containsName(ks.names, name) {
		th.TypeError("%s got multiple values for keyword argument '%s'", callName(th, fv), name.Go())
		return false
	}
	ks.names, ks.args = append(ks.names, name), append(ks.args, x)
	return true
}

func (ks *keywordArgs) addOdd(th *Thread, fv, k Value) bool {
	if ks.odd == nil {
		ks.odd = object.NewDict()
	}
	old, ok := ks.odd.Get(th, k)
	if ok && old.H != nil {
		if text, ok := th.Str(k); ok {
			th.TypeError("%s got multiple values for keyword argument '%s'", callName(th, fv), text)
		}
		return false
	}
	return ok && ks.odd.Set(th, k, k)
}

var strKeys = object.NewStr("keys")

// callName is how error texts name a callable: module.qualname(), or str() of what has no __qualname__ (_PyObject_FunctionStr).
func callName(th *Thread, fv Value) string {
	pending := th.Exc
	defer func() { th.Exc = pending }()
	if fv.H == nil { // the bases and keywords of a class
		return "__build_class__()"
	}
	qual, _ := th.LookupAttr(fv, strQualname)
	if qual.H == nil {
		text, _ := th.Str(fv)
		return text
	}
	name, _ := th.Str(qual)
	module, _ := th.LookupAttr(fv, strDunderModule)
	if m, ok := object.GoString(orNone(module)); ok && m != "builtins" {
		return m + "." + name + "()"
	}
	return name + "()"
}

var (
	strQualname     = object.NewStr("__qualname__")
	strDunderModule = object.NewStr("__module__")
)

func orNone(v Value) Value {
	if v.H == nil {
		return object.None
	}
	return v
}
