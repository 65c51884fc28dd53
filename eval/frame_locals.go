// FrameLocalsProxy: the variables of a function's frame as a mapping that writes through (PEP 667).
package eval

import (
	"slices"
	"unsafe"

	"pyasync/object"
)

// frameLocals is f_locals of a function. Names that are no variables of the function go to a dict of the frame object.
type frameLocals struct {
	object.Header
	of *object.FrameObject
}

var frameLocalsType object.Type

func init() {
	object.Define(&frameLocalsType, object.Spec{
		Name: "FrameLocalsProxy", Flags: object.FlagFinal | object.FlagMapping, Alloc: object.Allocator[frameLocals](),
		Slots: object.Slots{
			New: newFrameLocals, Repr: localsRepr, GetItem: localsGetItem, SetItem: localsSetItem, Contains: localsContains, Compare: localsCompare,
			Len:  func(th *Thread, v Value) (int, bool) { return localsDict(th, v).Len(), true },
			Iter: func(th *Thread, v Value) Value { return th.Iter(localsList("keys")(th, v)) },
			Binary: [object.NumBinOps]object.BinaryFunc{object.OpOr: func(th *Thread, a, b Value) Value {
				return th.BinaryOp(object.OpOr, plainLocals(th, a), plainLocals(th, b))
			}},
			InPlace: [object.NumBinOps]object.BinaryFunc{object.OpOr: func(th *Thread, v, other Value) Value {
				if !localsUpdate(th, v, other) {
					return Value{}
				}
				return v
			}},
		},
		Methods: []object.Method{
			{Name: "copy", F0: func(th *Thread, v Value) Value { return localsDict(th, v).V() }},
			{Name: "keys", F0: localsList("keys")}, {Name: "values", F0: localsList("values")}, {Name: "items", F0: localsList("items")},
			{Name: "__reversed__", F0: func(th *Thread, v Value) Value {
				keys := localsList("keys")(th, v)
				if keys.H != nil {
					slices.Reverse((*object.List)(keys.Ptr()).Items)
				}
				return keys
			}},
			{Name: "get", Sig: "key, default=None, /", F: func(th *Thread, v Value, a []Value) Value {
				x, ok := localsFind(th, v, a[0])
				if !ok || x.H != nil {
					return x
				}
				return orNone(a[1])
			}},
			{Name: "setdefault", Sig: "key, default=None, /", F: func(th *Thread, v Value, a []Value) Value {
				x, ok := localsFind(th, v, a[0])
				if !ok || x.H != nil {
					return x
				}
				if x = orNone(a[1]); !localsSetItem(th, v, a[0], x) {
					return Value{}
				}
				return x
			}},
			{Name: "update", Sig: "other, /", F1: func(th *Thread, v, other Value) Value {
				if !localsUpdate(th, v, other) {
					return Value{}
				}
				return object.None
			}},
		},
	})
}

func localsOf(v Value) *frameLocals { return (*frameLocals)(v.Ptr()) }

// frame is the evaluator's frame that holds the variables: the running one, or what it left behind.
func (l *frameLocals) frame() *Frame { return frameBehind(l.of) }

func localsDict(th *Thread, v Value) *object.Dict {
	return localsOf(v).frame().variables(th)
}

// plainLocals replaces a proxy by a dict.
func plainLocals(th *Thread, v Value) Value {
	if v.IsExact(&frameLocalsType) {
		return localsDict(th, v).V()
	}
	return v
}

func newFrameLocals(th *Thread, t *object.Type, args []Value, kw []*Str) Value {
	if len(args) != 1 || len(kw) > 0 {
		return th.TypeError("FrameLocalsProxy expected 1 argument, got %d", len(args))
	}
	o, ok := object.AsFrame(args[0])
	if !ok {
		return th.TypeError("expect frame, not %s", args[0].Type().TPName())
	}
	if o.State == nil {
		return object.NewDict().V()
	}
	return o.State.Locals(th)
}

func localsRepr(th *Thread, v Value) Value {
	if !th.EnterRepr(v) {
		return object.StrValue("{...}")
	}
	defer th.LeaveRepr()
	s, ok := th.Repr(localsDict(th, v).V())
	if !ok {
		return Value{}
	}
	return object.StrValue(s)
}

func localsList(method string) func(th *Thread, v Value) Value {
	name := object.NewStr(method)
	return func(th *Thread, v Value) Value {
		view := th.CallMethod(localsDict(th, v).V(), name)
		if view.H == nil {
			return view
		}
		return th.CallArgs(object.ListType.V(), view)
	}
}

// localsFind returns the value of a name, the nil Value with ok true when there is none.
func localsFind(th *Thread, v, key Value) (x Value, ok bool) { return localsDict(th, v).Get(th, key) }

func localsGetItem(th *Thread, v, key Value) Value {
	x, ok := localsFind(th, v, key)
	if !ok || x.H != nil {
		return x
	}
	text, ok := th.Repr(key)
	if !ok {
		return Value{}
	}
	return th.KeyError(object.StrValue("local variable '" + text + "' is not defined"))
}

func localsContains(th *Thread, v, key Value) (in, ok bool) {
	x, ok := localsFind(th, v, key)
	return x.H != nil, ok
}

func localsSetItem(th *Thread, v, key, x Value) bool {
	l := localsOf(v)
	if x.H == nil {
		th.TypeError("cannot remove variables from FrameLocalsProxy")
		return false
	}
	name, ok := l.frame().variableName(th, key)
	if !ok || name != nil && l.frame().setVariable(name, x) {
		return ok
	}
	if l.of.Extra == nil {
		l.of.Extra = object.NewDict()
	}
	return l.of.Extra.Set(th, key, x)
}

func localsUpdate(th *Thread, v, other Value) bool {
	d := object.NewDict()
	if th.CallMethod(d.V(), object.NewStr("update"), plainLocals(th, other)).H == nil {
		return false
	}
	for p := 0; ; {
		k, x, next, more := d.Next(p)
		if !more {
			return true
		}
		if p = next; !localsSetItem(th, v, k, x) {
			return false
		}
	}
}

func localsCompare(th *Thread, a, b Value, op object.CmpOp) Value {
	if op != object.CmpEQ && op != object.CmpNE {
		return object.NotImplemented
	}
	if b.IsExact(&frameLocalsType) {
		return object.Bool((localsOf(a).of == localsOf(b).of) == (op == object.CmpEQ))
	}
	return th.Compare(localsDict(th, a).V(), b, op)
}

// variableName returns the variable that a key names, nil if none can be: a str, or one of a subclass that hashes and
// compares like a variable's name. False: that raised.
func (f *Frame) variableName(th *Thread, key Value) (*Str, bool) {
	name, ok := object.AsStr(key)
	if !ok || key.IsExact(&object.StrType) {
		return name, true
	}
	hash, ok := th.Hash(key)
	if !ok {
		return nil, false
	}
	c := f.code()
	names := append([]*Str(nil), c.FreeVars...)
	for _, v := range c.vars {
		names = append(names, v.name)
	}
	for _, n := range names {
		if int64(n.Hash()) != hash {
			continue
		}
		if eq, ok := th.Equal(n.V(), key); !ok || eq {
			return n, ok
		}
	}
	return nil, true
}

// setVariable assigns to a variable of a function's frame; false when it has none of that name.
func (f *Frame) setVariable(name *Str, x Value) bool {
	c := f.code()
	for i := len(c.hidden) - 1; i >= 0; i-- { // the innermost comprehension's first
		if v := c.hidden[i]; f.at(v.acc).H != nil && v.name.Go() == name.Go() {
			f.assign(v.variable, x)
			return true
		}
	}
	for _, v := range c.vars {
		if v.name.Go() == name.Go() {
			f.assign(v, x)
			return true
		}
	}
	for i, n := range c.FreeVars {
		if n.Go() == name.Go() {
			f.fn.Closure[i].V = x
			return true
		}
	}
	return false
}

func (f *Frame) assign(v variable, x Value) {
	at := f.at(v.slot)
	if old := *at; v.cell && old.H != nil && old.H.Shape == &object.CellType.Root {
		(*object.Cell)(unsafe.Pointer(old.H)).V = x
	} else {
		*at = x
	}
}

// localsProxy is f_locals: the namespace itself in module and class bodies, a proxy in functions.
func localsProxy(th *Thread, o *object.FrameObject) Value {
	f := frameBehind(o)
	if !f.code().optimized() && !f.inComp() {
		return f.locals(th)
	}
	l := &frameLocals{object.Header{Shape: &frameLocalsType.Root}, o}
	return object.ObjectValue(&l.Header)
}
