// Variables: reading, storing and deleting locals, cells, free variables, globals and names of module and class bodies.
package eval

import (
	"pyasync/object"
)

// constant is a literal.
type constant struct{ v Value }

func (n *constant) Eval(f *Frame) Value { return n.v }

// local reads a variable of the frame.
type local struct {
	off  slot
	name *Str
	pos  Pos
}

func (n *local) Eval(f *Frame) Value {
	v := *f.at(n.off)
	if v.H == nil {
		return f.unbound(n.name, n.pos)
	}
	return v
}

//go:noinline
func (f *Frame) unbound(name *Str, pos Pos) Value {
	f.pos = pos
	e := object.NewException(&object.UnboundLocalErrorType, object.StrValue("cannot access local variable '"+name.Go()+"' where it is not associated with a value"))
	f.th.RaiseValue(e.V())
	return f.fail(pos)
}

// temp reads a temporary made by hoisting and empties it: every temporary is read once.
type temp struct{ off slot }

func (n *temp) Eval(f *Frame) Value {
	p := f.at(n.off)
	v := *p
	*p = Value{}
	return v
}

// cellVar reads a variable of this frame that nested functions share.
type cellVar struct {
	off  slot
	name *Str
	pos  Pos
}

func (n *cellVar) Eval(f *Frame) Value {
	v := (*object.Cell)(f.at(n.off).Ptr()).V
	if v.H == nil {
		return f.unbound(n.name, n.pos)
	}
	return v
}

// freeVar reads a variable of an enclosing function.
type freeVar struct {
	i    int
	name *Str
	pos  Pos
}

func (n *freeVar) Eval(f *Frame) Value {
	v := f.fn.Closure[n.i].V
	if v.H == nil {
		return f.unboundFree(n.name, n.pos)
	}
	return v
}

//go:noinline
func (f *Frame) unboundFree(name *Str, pos Pos) Value {
	f.pos = pos
	e := object.NewException(&object.NameErrorType, object.StrValue("cannot access free variable '"+name.Go()+"' where it is not associated with a value in enclosing scope"))
	object.SetNameErrorName(e, name)
	f.th.RaiseValue(e.V())
	return f.fail(pos)
}

// classFree reads a name in a class body that may be in its namespace or else is a variable of a function around.
type classFree struct {
	name *Str
	free Node
}

func (n *classFree) Eval(f *Frame) Value {
	if ns := *f.at(0); ns.H != nil {
		v, ok := lookupMapping(f.th, ns, n.name)
		if !ok {
			return f.fail(f.pos)
		}
		if v.H != nil {
			return v
		}
	}
	return n.free.Eval(f)
}

// classDictName reads a name in a scope of PEP 695 within a class body: the class's own names come first.
type classDictName struct {
	name       *Str
	dict, rest Node
}

func (n *classDictName) Eval(f *Frame) Value {
	ns := n.dict.Eval(f)
	if ns.H == nil {
		return ns
	}
	v, ok := lookupMapping(f.th, ns, n.name)
	if !ok {
		return f.fail(f.pos)
	}
	if v.H != nil {
		return v
	}
	return n.rest.Eval(f)
}

// global reads a global variable or builtin. It remembers where the name stands in its dict.
type global struct {
	name          *Str
	pos           Pos
	globals       *object.Dict // the dict the memory is about
	builtins      *object.Dict // set when the name was found there
	moves, bmoves uint32
	at, span      int
}

func (n *global) Eval(f *Frame) Value {
	g := f.fn.Globals
	if g == n.globals && g.Moves == n.moves {
		if n.builtins == nil {
			return g.At(n.at)
		}
		if g.Span() == n.span && n.builtins.Moves == n.bmoves {
			return n.builtins.At(n.at)
		}
	}
	return n.slow(f)
}

//go:noinline
func (n *global) slow(f *Frame) Value {
	g := f.fn.Globals
	if g.IsSubclass() || f.fn.Builtins.IsSubclass() {
		return n.slowest(f)
	}
	if i := g.FindStr(n.name); i >= 0 {
		n.globals, n.builtins, n.moves, n.at = g, nil, g.Moves, i
		return g.At(i)
	}
	b := f.fn.Builtins
	if i := b.FindStr(n.name); i >= 0 {
		n.globals, n.builtins, n.moves, n.bmoves, n.span, n.at = g, b, g.Moves, b.Moves, g.Span(), i
		return b.At(i)
	}
	return f.nameError(n.name, n.pos)
}

// slowest respects __getitem__ and __missing__ of a dict subclass given to exec as globals, and of other builtins.
func (n *global) slowest(f *Frame) Value {
	v, ok := lookupMapping(f.th, f.fn.Globals.V(), n.name)
	if !ok {
		return f.fail(n.pos)
	}
	if v.H == nil {
		if v, ok = lookupBuiltin(f.th, f.fn.Builtins, n.name); !ok {
			return f.fail(n.pos)
		}
	}
	if v.H == nil {
		return f.nameError(n.name, n.pos)
	}
	return v
}

//go:noinline
func (f *Frame) nameError(name *Str, pos Pos) Value {
	f.pos = pos
	e := object.NewException(&object.NameErrorType, object.StrValue("name '"+name.Go()+"' is not defined"))
	object.SetNameErrorName(e, name)
	f.th.RaiseValue(e.V())
	return f.fail(pos)
}

// lookupMapping returns ns[name]; absent: the nil Value with ok.
func lookupMapping(th *Thread, ns Value, name *Str) (Value, bool) {
	if ns.IsExact(&object.DictType) {
		return (*object.Dict)(ns.Ptr()).GetStr(name), true
	}
	v := th.GetItem(ns, name.V())
	if v.H == nil && !th.Catch(&object.KeyErrorType) {
		return v, false
	}
	return v, true
}

// bodyName reads a name in a module or class body: the namespace, then globals, then builtins.
type bodyName struct{ global }

func (n *bodyName) Eval(f *Frame) Value {
	ns := *f.at(0)
	if ns.H == nil {
		return n.global.Eval(f)
	}
	v, ok := lookupMapping(f.th, ns, n.name)
	if !ok {
		return f.fail(n.pos)
	}
	if v.H != nil {
		return v
	}
	return n.global.Eval(f)
}

// Targets store a value or delete a variable; store false: raised, and traced.
type target interface {
	store(f *Frame, v Value) bool
	del(f *Frame) bool
}

type localTarget struct {
	off  slot
	name *Str
	pos  Pos
}

func (t *localTarget) store(f *Frame, v Value) bool {
	object.Store(f.at(t.off), v)
	return true
}

func (t *localTarget) del(f *Frame) bool {
	if f.at(t.off).H == nil {
		f.unbound(t.name, t.pos)
		return false
	}
	*f.at(t.off) = Value{}
	return true
}

type cellTarget struct {
	off  slot
	name *Str
	pos  Pos
}

func (t *cellTarget) store(f *Frame, v Value) bool {
	(*object.Cell)(f.at(t.off).Ptr()).V = v
	return true
}

func (t *cellTarget) del(f *Frame) bool {
	c := (*object.Cell)(f.at(t.off).Ptr())
	if c.V.H == nil {
		f.unbound(t.name, t.pos)
		return false
	}
	c.V = Value{}
	return true
}

type freeTarget struct {
	i    int
	name *Str
	pos  Pos
}

func (t *freeTarget) store(f *Frame, v Value) bool {
	f.fn.Closure[t.i].V = v
	return true
}

func (t *freeTarget) del(f *Frame) bool {
	c := f.fn.Closure[t.i]
	if c.V.H == nil {
		f.unboundFree(t.name, t.pos)
		return false
	}
	c.V = Value{}
	return true
}

// globalTarget stores into the globals; body says that a namespace of a module or class body comes first.
type globalTarget struct {
	name    *Str
	pos     Pos
	body    bool
	globals *object.Dict
	moves   uint32
	at      int
}

func (t *globalTarget) store(f *Frame, v Value) bool {
	if t.body {
		if ns := *f.at(0); ns.H != nil {
			return t.storeBody(f, ns, v)
		}
	}
	g := f.fn.Globals
	if g == t.globals && g.Moves == t.moves {
		g.SetAt(t.at, v)
		return true
	}
	g.SetStr(t.name, v)
	t.globals, t.moves, t.at = g, g.Moves, g.FindStr(t.name)
	return true
}

func (t *globalTarget) storeBody(f *Frame, ns, v Value) bool {
	if ns.IsExact(&object.DictType) {
		(*object.Dict)(ns.Ptr()).SetStr(t.name, v)
		return true
	}
	f.pos = t.pos
	if !f.th.SetItem(ns, t.name.V(), v) {
		f.fail(t.pos)
		return false
	}
	return true
}

func (t *globalTarget) del(f *Frame) bool {
	if t.body && f.at(0).H != nil && !f.at(0).IsExact(&object.DictType) {
		if f.th.SetItem(*f.at(0), t.name.V(), Value{}) {
			return true
		}
		f.th.Exc = Value{} // whatever it was
	} else {
		d := f.fn.Globals
		if t.body && f.at(0).H != nil {
			d = (*object.Dict)(f.at(0).Ptr())
		}
		if d.DelStr(t.name) {
			return true
		}
	}
	f.nameError(t.name, t.pos)
	return false
}

// unpackTarget stores the values of an iterable: a, *b, c = v.
type unpackTarget struct {
	before []target
	star   target // nil: none
	after  []target
	pos    Pos
}

func (t *unpackTarget) del(f *Frame) bool {
	for _, x := range t.before {
		if !x.del(f) {
			return false
		}
	}
	return true
}

func (t *unpackTarget) store(f *Frame, v Value) bool {
	if t.star == nil {
		var items []Value
		if v.IsExact(&object.TupleType) {
			items = (*object.Tuple)(v.Ptr()).Items
		} else if v.IsExact(&object.ListType) {
			items = (*object.List)(v.Ptr()).Items
		}
		if items != nil && len(items) == len(t.before) {
			return t.storeItems(f, items)
		}
	}
	f.pos = t.pos
	items, ok := f.unpack(v, len(t.before), len(t.after), t.star != nil)
	if !ok {
		f.fail(t.pos)
		return false
	}
	return t.storeItems(f, items)
}

func (t *unpackTarget) storeItems(f *Frame, items []Value) bool {
	n := len(t.before)
	if n == 2 && t.star == nil { // a, b = b, a: the list may be one of the targets' own
		a, b := items[0], items[1]
		return t.before[0].store(f, a) && t.before[1].store(f, b)
	}
	if t.star == nil {
		for i, x := range t.before {
			if i >= len(items) || !x.store(f, items[i]) {
				return false
			}
		}
		return true
	}
	rest := len(items) - len(t.after)
	for i, x := range t.before {
		if !x.store(f, items[i]) {
			return false
		}
	}
	if !t.star.store(f, object.NewList(append([]Value(nil), items[n:rest]...)).V()) {
		return false
	}
	for i, x := range t.after {
		if !x.store(f, items[rest+i]) {
			return false
		}
	}
	return true
}

// unpack returns exactly before (+ after, at least, with star) values of an iterable.
func (f *Frame) unpack(v Value, before, after int, star bool) ([]Value, bool) {
	th := f.th
	switch {
	case v.IsExact(&object.TupleType), v.IsExact(&object.ListType), v.IsExact(&object.DictType):
		items, ok := th.Collect(v)
		return items, ok && checkUnpacked(th, len(items), before, after, star)
	}
	if t := v.Type(); t.Iter == nil && t.GetItem == nil {
		th.TypeError("cannot unpack non-iterable %s object", t.Name)
		return nil, false
	}
	it := th.Iter(v)
	if it.H == nil {
		return nil, false
	}
	var items []Value
	for len(items) <= before {
		if star && len(items) == before { // the rest becomes a list, which asks how many there are
			rest, ok := th.Collect(it)
			if !ok {
				return nil, false
			}
			items = append(items, rest...)
			break
		}
		x, ok := th.Next(it)
		if !ok {
			return nil, false
		}
		if x.H == nil {
			break
		}
		items = append(items, x)
	}
	return items, checkUnpacked(th, len(items), before, after, star)
}

func checkUnpacked(th *Thread, n, before, after int, star bool) bool {
	switch {
	case star && n < before+after:
		th.ValueError("not enough values to unpack (expected at least %d, got %d)", before+after, n)
		return false
	case !star && n < before:
		th.ValueError("not enough values to unpack (expected %d, got %d)", before, n)
		return false
	case !star && n > before:
		th.ValueError("too many values to unpack (expected %d)", before)
		return false
	}
	return true
}
