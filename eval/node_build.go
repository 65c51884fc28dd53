// Displays: tuples, lists, sets, dicts, f-strings, lambdas, named expressions.
package eval

import (
	"pyasync/object"
)

// tupleNode, listNode and setNode build from elements without stars.
type tupleNode struct{ elts []Node }

func (n *tupleNode) Eval(f *Frame) Value {
	items := make([]Value, len(n.elts))
	if !f.evalInto(items, n.elts) {
		return Value{}
	}
	return object.NewTuple(items).V()
}

type listNode struct{ elts []Node }

func (n *listNode) Eval(f *Frame) Value {
	items := make([]Value, len(n.elts))
	if !f.evalInto(items, n.elts) {
		return Value{}
	}
	return object.NewList(items).V()
}

// displayKind is what a general display makes.
type displayKind uint8

const (
	tupleDisplay displayKind = iota
	listDisplay
	setDisplay
)

// display builds a tuple, list or set whose elements may be *iterable.
type display struct {
	kind displayKind
	elts []starArg
	pos  Pos
	// folded is a set of three or more constants, see foldedSet.
	folded bool
}

func (n *display) Eval(f *Frame) Value {
	items := make([]Value, 0, len(n.elts))
	for i := range n.elts {
		v := n.elts[i].v.Eval(f)
		if v.H == nil {
			return v
		}
		if !n.elts[i].star {
			items = append(items, v)
			continue
		}
		f.pos = n.pos
		more, ok := f.th.Collect(v)
		if !ok {
			if t := v.Type(); n.kind != setDisplay && t.Iter == nil && t.GetItem == nil {
				f.th.TypeError("Value after * must be an iterable, not %s", t.TPName())
			}
			return f.fail(n.pos)
		}
		items = append(items, more...)
	}
	made := f.makeDisplay(n.kind, items, n.pos)
	if !n.folded || made.H == nil {
		return made
	}
	return f.foldedSet(made, n.pos)
}

// foldedSet gives a set the order it has in CPython when all elements are constants: the compiler makes a frozenset of
// them, makes another of the first one's elements when it merges constants, and the set is then updated from that.
func (f *Frame) foldedSet(first Value, pos Pos) Value {
	elements, ok := f.th.Collect(first)
	if !ok {
		return Value{}
	}
	second, merged := f.makeDisplay(setDisplay, elements, pos), object.NewSet()
	if second.H == nil || !merged.Update(f.th, second) {
		return Value{}
	}
	return merged.V()
}

func (f *Frame) makeDisplay(kind displayKind, items []Value, pos Pos) Value {
	switch kind {
	case tupleDisplay:
		return object.NewTuple(items).V()
	case listDisplay:
		return object.NewList(items).V()
	}
	s := object.NewSet()
	for _, x := range items {
		if !s.Add(f.th, x) {
			return f.fail(pos)
		}
	}
	return s.V()
}

// dictNode is a dict display; a nil key says **value.
type dictNode struct {
	keys, values []Node
	pos          Pos
}

func (n *dictNode) Eval(f *Frame) Value {
	d := object.NewDict()
	d.Grow(len(n.keys))
	for i, kn := range n.keys {
		if kn == nil {
			if !n.update(f, d, n.values[i]) {
				return Value{}
			}
			continue
		}
		k := kn.Eval(f)
		if k.H == nil {
			return k
		}
		v := n.values[i].Eval(f)
		if v.H == nil {
			return v
		}
		if !d.Set(f.th, k, v) {
			return f.fail(n.pos)
		}
	}
	return d.V()
}

func (n *dictNode) update(f *Frame, d *object.Dict, vn Node) bool {
	v := vn.Eval(f)
	if v.H == nil {
		return false
	}
	f.pos = n.pos
	th := f.th
	if _, isDict := object.AsDict(v); !isDict {
		if k, ok := th.LookupAttr(v, strKeys); ok && k.H == nil {
			th.TypeError("'%s' object is not a mapping", v.Type().TPName())
			f.fail(n.pos)
			return false
		}
	}
	if !th.DictUpdate(d, v) {
		f.fail(n.pos)
		return false
	}
	return true
}

// joined is an f-string.
type joined struct{ parts []Node }

func (n *joined) Eval(f *Frame) Value {
	b := f.th.TakeScratch()
	var r Value
	for _, p := range n.parts {
		if fv, ok := p.(*formatted); ok {
			v := fv.v.Eval(f)
			if v.H != nil {
				b, ok = fv.append(f, b, v)
			}
			if v.H == nil || !ok {
				f.th.GiveScratch(b)
				return r
			}
			continue
		}
		v := p.Eval(f)
		if v.H == nil {
			f.th.GiveScratch(b)
			return v
		}
		s, ok := object.GoString(v)
		if !ok {
			panic("f-string part is no str")
		}
		b = append(b, s...)
	}
	r = object.TextValue(b)
	f.th.GiveScratch(b)
	return r
}

// formatted is {value!conversion:spec} in an f-string.
type formatted struct {
	v          Node
	conversion byte // 0, 's', 'r', 'a'
	spec       Node // nil: empty
	pos        Pos
}

func (n *formatted) Eval(f *Frame) Value {
	v := n.v.Eval(f)
	if v.H == nil || n.conversion == 0 && n.spec == nil && v.IsExact(&object.StrType) {
		return v
	}
	b, ok := n.append(f, f.th.TakeScratch(), v)
	var r Value
	if ok {
		r = object.TextValue(b)
	}
	f.th.GiveScratch(b)
	return r
}

// append appends the formatted form of v to b; false: raised.
func (n *formatted) append(f *Frame, b []byte, v Value) ([]byte, bool) {
	spec := ""
	if c, ok := n.spec.(*constant); ok {
		spec, _ = object.GoString(c.v)
	} else if n.spec != nil {
		sv := n.spec.Eval(f)
		if sv.H == nil {
			return b, false
		}
		spec, _ = object.GoString(sv)
	}
	f.pos = n.pos
	th := f.th
	if n.conversion == 'r' && spec == "" && v.IsExact(&object.StrType) {
		s, _ := object.GoString(v)
		return object.AppendStrRepr(b, s, false), true
	}
	if n.conversion != 0 {
		s, ok := convert(th, v, n.conversion)
		if !ok {
			f.fail(n.pos)
			return b, false
		}
		if spec == "" {
			return append(b, s...), true
		}
		v = object.StrValue(s)
	}
	b, ok := th.AppendFormat(b, v, spec)
	if !ok {
		f.fail(n.pos)
	}
	return b, ok
}

func convert(th *Thread, v Value, conversion byte) (string, bool) {
	switch conversion {
	case 's':
		return th.Str(v)
	case 'a':
		return th.ASCII(v)
	}
	return th.Repr(v)
}

// named is `name := value`.
type named struct {
	t target
	v Node
}

func (n *named) Eval(f *Frame) Value {
	v := n.v.Eval(f)
	if v.H != nil && !n.t.store(f, v) {
		return Value{}
	}
	return v
}

// functionNode makes a function object: lambda, or the body of a def statement.
type functionNode struct {
	code        *Code
	defaults    []Node
	kwDefaults  []kwDefault
	annotations []annotation
	closure     []closureCell
	qualname    *Str
	name        *Str
	doc         Value
	typeParams  Node
}

type kwDefault struct {
	name *object.Str
	v    Node
}

type annotation struct {
	name *Str
	v    Node
}

// closureCell says where a free variable of the new function comes from: a cell slot of this frame, or this
// function's own closure.
type closureCell struct {
	own bool
	off slot
	i   int
}

func (f *Frame) closure(cells []closureCell) []*object.Cell {
	if cells == nil {
		return nil
	}
	c := make([]*object.Cell, len(cells))
	for i, x := range cells {
		if x.own {
			c[i] = (*object.Cell)(f.at(x.off).Ptr())
		} else {
			c[i] = f.fn.Closure[x.i]
		}
	}
	return c
}

func (n *functionNode) Eval(f *Frame) Value {
	fn := &object.Function{Header: object.Header{Shape: &object.FunctionType.Root}, Code: &n.code.Code, Globals: f.fn.Globals, Builtins: f.fn.Builtins,
		Name: n.name, Qualname: n.qualname, Doc: n.doc, Module: f.moduleName()}
	if len(n.defaults) > 0 {
		fn.Defaults = make([]Value, len(n.defaults))
		if !f.evalInto(fn.Defaults, n.defaults) {
			return Value{}
		}
	}
	if len(n.kwDefaults) > 0 {
		fn.KwDefaults = object.NewDict()
		for _, d := range n.kwDefaults {
			v := d.v.Eval(f)
			if v.H == nil {
				return v
			}
			fn.KwDefaults.SetStr(d.name, v)
		}
	}
	if len(n.annotations) > 0 {
		d := object.NewDict()
		for _, a := range n.annotations {
			v := a.v.Eval(f)
			if v.H == nil {
				return v
			}
			d.SetStr(a.name, v)
		}
		fn.Annotations = d.V()
	}
	if n.typeParams != nil {
		if fn.TypeParams = n.typeParams.Eval(f); fn.TypeParams.H == nil {
			return Value{}
		}
	}
	fn.Closure = f.closure(n.closure)
	return fn.V()
}

// moduleName is __name__ of the globals, which functions keep as __module__.
func (f *Frame) moduleName() Value {
	if v := f.fn.Globals.GetStr(strDunderName); v.H != nil {
		return v
	}
	return object.None
}

var strDunderName = object.NewStr("__name__")
