// The class statement and super().
package eval

import (
	"pyasync/object"
)

var (
	strPrepare       = object.NewStr("__prepare__")
	strOrigBases     = object.NewStr("__orig_bases__")
	strClassCell     = object.NewStr("__classcell__")
	strClassDictCell = object.NewStr("__classdictcell__")
	strBuildClass    = object.NewStr("__build_class__")
	strMetaclass     = object.NewStr("metaclass")
)

func (n *classNode) Eval(f *Frame) Value {
	bases, kw, ok := f.starArgs(Value{}, n.bases, n.kws, n.pos)
	if !ok {
		return Value{}
	}
	npos := len(bases) - len(kw)
	values := bases[npos:]
	bases = bases[:npos:npos]
	fn := &object.Function{Header: object.Header{Shape: &object.FunctionType.Root}, Code: &n.code.Code, Globals: f.fn.Globals, Builtins: f.fn.Builtins,
		Name: n.name, Qualname: object.NewStr(n.code.Qualname), Doc: object.None, Module: f.moduleName(), Closure: f.closure(n.closure)}
	f.pos = n.pos
	r := f.makeClass(fn, n.name.V(), bases, values, kw)
	if r.H == nil {
		f.fail(n.pos)
	}
	return r
}

// makeClass calls __build_class__, which the builtins may have replaced or not have at all.
func (f *Frame) makeClass(fn *object.Function, name Value, bases, values []Value, kw []*Str) Value {
	b, ok := lookupBuiltin(f.th, f.fn.Builtins, strBuildClass)
	switch {
	case !ok:
		return Value{}
	case b.H == nil:
		return f.th.Raise(&object.NameErrorType, "__build_class__ not found")
	case b.IsExact(&object.BuiltinType) && (*object.Builtin)(b.Ptr()).Method.Name == "__build_class__":
		return buildClass(f.th, fn, name, bases, values, kw)
	}
	args := append(append([]Value{fn.V(), name}, bases...), values...)
	return f.th.Call(b, args, kw)
}

// buildClass is __build_class__: it finds the metaclass, runs the body in its namespace, and calls it.
func buildClass(th *Thread, fn *object.Function, name Value, bases []Value, kwValues []Value, kw []*Str) Value {
	orig := object.TupleCopy(bases).V()
	resolved, changed, ok := th.ResolveBases(bases, orig)
	if !ok {
		return Value{}
	}
	basesTuple := object.TupleCopy(resolved).V()
	meta, kwValues, kw := takeMetaclass(kwValues, kw)
	if meta.H == nil {
		meta = object.TypeType.V()
		if len(resolved) > 0 {
			meta = resolved[0].Type().V()
		}
	}
	if mt, isType := object.AsType(meta); isType {
		best, ok := th.Metaclass(mt, resolved)
		if !ok {
			return Value{}
		}
		meta = best.V()
	}
	ns := prepareNamespace(th, meta, name, basesTuple, kwValues, kw)
	if ns.H == nil {
		return ns
	}
	cell, ok := runClassBody(th, fn, ns)
	if !ok {
		return Value{}
	}
	if changed && !th.SetItem(ns, strOrigBases.V(), orig) {
		return Value{}
	}
	args := append([]Value{name, basesTuple, ns}, kwValues...)
	cls := th.Call(meta, args, kw)
	if cls.H != nil && cell != nil {
		return checkClassCell(th, cls, cell, name)
	}
	return cls
}

// checkClassCell verifies that type.__new__ received __classcell__ and set the __class__ cell.
func checkClassCell(th *Thread, cls Value, cell *object.Cell, name Value) Value {
	if _, isType := object.AsType(cls); !isType {
		return cls
	}
	switch cell.V {
	case cls:
		return cls
	case Value{}:
		s, _ := th.Repr(name)
		return th.RuntimeError("__class__ not set defining %s as %s. Was __classcell__ propagated to type.__new__?", s, reprOf(th, cls))
	}
	s, _ := th.Repr(name)
	return th.TypeError("__class__ set to %s defining %s as %s", reprOf(th, cell.V), s, reprOf(th, cls))
}

// takeMetaclass removes metaclass=… from the keywords.
func takeMetaclass(values []Value, kw []*Str) (meta Value, v []Value, k []*Str) {
	for i, name := range kw {
		if name.Go() == strMetaclass.Go() {
			v = append(append(v, values[:i]...), values[i+1:]...)
			k = append(append(k, kw[:i]...), kw[i+1:]...)
			return values[i], v, k
		}
	}
	return Value{}, values, kw
}

func prepareNamespace(th *Thread, meta, name, bases Value, kwValues []Value, kw []*Str) Value {
	if meta == object.TypeType.V() {
		return object.NewDict().V()
	}
	prep, ok := th.LookupAttr(meta, strPrepare)
	if !ok {
		return Value{}
	}
	if prep.H == nil {
		return object.NewDict().V()
	}
	ns := th.Call(prep, append([]Value{name, bases}, kwValues...), kw)
	if ns.H != nil && ns.Type().GetItem == nil {
		metaName := "<metaclass>"
		if mt, ok := object.AsType(meta); ok {
			metaName = mt.Name
		}
		return th.TypeError("%s.__prepare__() must return a mapping, not %s", metaName, ns.Type().TPName())
	}
	return ns
}

// runClassBody executes the body; cell is the __class__ cell when some method uses it.
func runClassBody(th *Thread, fn *object.Function, ns Value) (cell *object.Cell, ok bool) {
	c := codeOf(fn.Code)
	c.prepare()
	f := baseFrame(th)
	nf := f.push(c.slots)
	*nf.at(0) = ns
	var dictCell *object.Cell // type.__new__ puts the class's own namespace there
	for i, ci := range c.cells {
		x := object.NewCell(Value{})
		*nf.at(ci.slot) = object.ObjectValue(&x.Header)
		switch c.CellVars[i].Go() {
		case "__class__":
			cell = x
		case "__classdict__":
			x.V = ns
			dictCell = x
		}
	}
	saved := c.cells
	c.cells = nil // made already
	r := f.run(nf, fn, c)
	c.cells = saved
	if r.H == nil {
		return nil, false
	}
	if dictCell != nil && !th.SetItem(ns, strClassDictCell.V(), object.ObjectValue(&dictCell.Header)) {
		return nil, false
	}
	if cell != nil && !th.SetItem(ns, strClassCell.V(), object.ObjectValue(&cell.Header)) {
		return nil, false
	}
	return cell, true
}

// buildClassFunction is the builtin __build_class__, for programs that call it themselves.
func buildClassFunction(th *Thread, _ Value, a []Value, kw []*Str) Value {
	npos := len(a) - len(kw)
	if npos < 2 {
		return th.TypeError("__build_class__: not enough arguments")
	}
	fn, ok := object.AsFunction(a[0])
	if !ok {
		return th.TypeError("__build_class__: func must be a function")
	}
	if _, ok := object.AsStr(a[1]); !ok {
		return th.TypeError("__build_class__: name is not a string")
	}
	a = append([]Value(nil), a...)
	return buildClass(th, fn, a[1], a[2:npos:npos], a[npos:], kw)
}

// superNode is super() without arguments: the class is in the __class__ cell, the object is the first argument.
type superNode struct {
	fn    Node // the name super, which may have been replaced
	class Node
	first Node
	pos   Pos
}

func (n *superNode) Eval(f *Frame) Value {
	fn := n.fn.Eval(f)
	if fn.H == nil {
		return fn
	}
	f.pos = n.pos
	if fn != object.SuperType.V() {
		r := f.call0(fn)
		if r.H == nil {
			f.fail(n.pos)
		}
		return r
	}
	class, obj := n.target(f)
	if class == nil {
		return f.fail(n.pos)
	}
	r := object.NewSuper(f.th, class, obj)
	if r.H == nil {
		f.fail(n.pos)
	}
	return r
}

// target finds the class and the object that super() means; the class is nil when an exception is pending.
func (n *superNode) target(f *Frame) (class *object.Type, obj Value) {
	if n.first == nil {
		f.th.RuntimeError("super(): no arguments")
		return nil, obj
	}
	if n.class == nil {
		f.th.RuntimeError("super(): __class__ cell not found")
		return nil, obj
	}
	cls := n.class.Eval(f)
	if cls.H == nil {
		f.th.Exc = Value{}
		f.th.RuntimeError("super(): empty __class__ cell")
		return nil, obj
	}
	if obj = n.first.Eval(f); obj.H == nil {
		f.th.Exc = Value{}
		f.th.RuntimeError("super(): arg[0] deleted")
		return nil, obj
	}
	class, ok := object.AsType(cls)
	if !ok {
		f.th.RuntimeError("super(): __class__ is not a type (%s)", cls.Type().Name)
		return nil, obj
	}
	return class, obj
}

// superMethodCall is `super().name(args)`: it makes neither the super object nor a bound method.
type superMethodCall struct {
	methodCall
	super *superNode
}

func (n *superMethodCall) Eval(f *Frame) Value {
	fn := n.super.fn.Eval(f)
	if fn.H == nil {
		return fn
	}
	if fn != object.SuperType.V() {
		return n.methodCall.Eval(f)
	}
	f.pos = n.super.pos
	class, obj := n.super.target(f)
	if class == nil {
		return f.fail(n.super.pos)
	}
	f.pos = n.pos
	fv, bind := f.th.SuperMethod(class, obj, n.name)
	switch {
	case fv.H == nil:
		return f.fail(n.pos)
	case bind:
		return n.callMethod(f, obj, fv)
	}
	return n.callValue(f, fv)
}

// superCall lowers super().
func (l *lowerer) superCall(fn Node, pos Pos) Node {
	n := &superNode{fn: fn, pos: pos}
	if v := l.s.find("__class__"); v != nil {
		n.class = l.variable(v, object.NewStr("__class__"), pos)
	}
	host := l.s.host()
	if c := l.code; c.ArgCount > 0 && len(c.vars) > 0 && host.kind == functionScope {
		v := c.vars[0]
		if v.cell {
			n.first = &cellVar{v.slot, v.name, pos}
		} else {
			n.first = &local{v.slot, v.name, pos}
		}
	}
	return n
}
