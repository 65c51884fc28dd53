// Package contextvars is Python's contextvars module, and the Go interface through which the event loop runs
// callbacks in their contexts.
//
// A Context is an immutable map (vars.go) behind a pointer: copying one copies the pointer, setting a variable
// replaces the map by one that shares all but one path with it.
package contextvars

import (
	"pyasync/object"
)

// Context is contextvars.Context.
type Context struct {
	object.Header
	vars    varMap
	prev    object.Value // the context that was current before this one was entered
	entered bool
}

// ContextType, VarType and TokenType are the classes of the module.
var ContextType, VarType, TokenType object.Type

// V returns the context as a Value.
func (c *Context) V() object.Value { return object.ObjectValue(&c.Header) }

// New returns an empty context.
func New() *Context { return &Context{Header: object.Header{Shape: &ContextType.Root}} }

// As returns the context v is.
func As(v object.Value) (*Context, bool) {
	if !v.IsNil() && v.Is(&ContextType) {
		return (*Context)(v.Ptr()), true
	}
	return nil, false
}

// Current returns the current context of the thread, making it at first use.
func Current(th *object.Thread) *Context {
	if th.Context.IsNil() {
		c := New()
		c.entered = true
		th.Context = c.V()
		return c
	}
	return (*Context)(th.Context.Ptr())
}

// Copy returns a copy of the current context (copy_context()).
func Copy(th *object.Thread) *Context {
	if th.Context.IsNil() {
		return New()
	}
	return (*Context)(th.Context.Ptr()).Copy()
}

// Copy returns a context with the same values that is not entered.
func (c *Context) Copy() *Context {
	n := New()
	n.vars = c.vars
	return n
}

// Enter makes c the current context of th; false: it is entered already, and RuntimeError is pending.
func (c *Context) Enter(th *object.Thread) bool {
	if c.entered {
		th.RuntimeError("cannot enter context: %s is already entered", c.repr())
		return false
	}
	c.prev = th.Context
	c.entered = true
	th.Context = c.V()
	return true
}

// Exit undoes Enter.
func (c *Context) Exit(th *object.Thread) {
	th.Context = c.prev
	c.prev = object.Value{}
	c.entered = false
}

// Run calls f in context c (Context.run).
func (c *Context) Run(th *object.Thread, f object.Value, args []object.Value, kw []*object.Str) object.Value {
	if !c.Enter(th) {
		return object.Value{}
	}
	r := th.Call(f, args, kw)
	c.Exit(th)
	return r
}

func (c *Context) repr() string {
	return "<_contextvars.Context object at " + object.Address(c.V()) + ">"
}

func self(v object.Value) *Context { return (*Context)(v.Ptr()) }

func init() {
	object.Define(&ContextType, object.Spec{
		Name:  "_contextvars.Context",
		Sig:   "",
		Flags: object.FlagFinal | object.FlagMapping,
		Alloc: object.Allocator[Context](),
		Slots: object.Slots{
			New:      contextNew,
			Compare:  contextCompare,
			Iter:     contextIter,
			Len:      func(th *object.Thread, v object.Value) (int, bool) { return self(v).vars.n, true },
			GetItem:  contextGetItem,
			Contains: contextContains,
			Repr:     func(th *object.Thread, v object.Value) object.Value { return object.StrValue(self(v).repr()) },
		},
		Methods: []object.Method{
			{Name: "run", Sig: "callable, /, *args, **kwargs", Raw: contextRun},
			{Name: "copy", F0: func(th *object.Thread, v object.Value) object.Value { return self(v).Copy().V() }},
			{Name: "get", Sig: "key, default=None, /", F: contextGet},
			{Name: "items", F0: contextItems},
			{Name: "keys", F0: contextKeys},
			{Name: "values", F0: contextValues},
			{Name: "__class_getitem__", Sig: "object, /", Flags: object.ClassMethod, F1: classGetItem},
		},
	})
}

func contextNew(th *object.Thread, t *object.Type, args []object.Value, kw []*object.Str) object.Value {
	if len(args) > 0 {
		return th.TypeError("Context() does not accept any arguments")
	}
	return New().V()
}

func contextRun(th *object.Thread, v object.Value, args []object.Value, kw []*object.Str) object.Value {
	if len(args)-len(kw) < 1 {
		return th.TypeError("run() missing 1 required positional argument")
	}
	return self(v).Run(th, args[0], args[1:], kw)
}

// asVar checks that a key is a ContextVar.
func asVar(th *object.Thread, key object.Value) *Var {
	if !key.Is(&VarType) {
		s, ok := th.Repr(key)
		if ok {
			th.TypeError("a ContextVar key was expected, got %s", s)
		}
		return nil
	}
	return (*Var)(key.Ptr())
}

func contextGetItem(th *object.Thread, v, key object.Value) object.Value {
	k := asVar(th, key)
	if k == nil {
		return object.Value{}
	}
	x := self(v).vars.get(k.id)
	if x.IsNil() {
		return th.KeyError(key)
	}
	return x
}

func contextContains(th *object.Thread, v, key object.Value) (bool, bool) {
	k := asVar(th, key)
	if k == nil {
		return false, false
	}
	return !self(v).vars.get(k.id).IsNil(), true
}

func contextGet(th *object.Thread, v object.Value, a []object.Value) object.Value {
	k := asVar(th, a[0])
	if k == nil {
		return object.Value{}
	}
	if x := self(v).vars.get(k.id); !x.IsNil() {
		return x
	}
	if a[1].IsNil() {
		return object.None
	}
	return a[1]
}

func contextCompare(th *object.Thread, a, b object.Value, op object.CmpOp) object.Value {
	if op != object.CmpEQ && op != object.CmpNE || !a.Is(&ContextType) || !b.Is(&ContextType) {
		return object.NotImplemented
	}
	eq, ok := sameVars(th, &self(a).vars, &self(b).vars)
	if !ok {
		return object.Value{}
	}
	return object.Bool(eq == (op == object.CmpEQ))
}

func sameVars(th *object.Thread, a, b *varMap) (eq, ok bool) {
	if a.n != b.n {
		return false, true
	}
	eq, ok = true, true
	a.each(func(k *Var, x object.Value) bool {
		y := b.get(k.id)
		if y.IsNil() {
			eq = false
		} else {
			eq, ok = th.Equal(x, y)
		}
		return eq && ok
	})
	return eq, ok
}

// list returns the items of the context, each turned into a value by f.
func (c *Context) list(f func(k *Var, x object.Value) object.Value) object.Value {
	items := make([]object.Value, 0, c.vars.n)
	c.vars.each(func(k *Var, x object.Value) bool {
		items = append(items, f(k, x))
		return true
	})
	return object.NewTuple(items).V()
}

func contextIter(th *object.Thread, v object.Value) object.Value {
	return th.Iter(self(v).list(func(k *Var, x object.Value) object.Value { return k.V() }))
}

func contextKeys(th *object.Thread, v object.Value) object.Value { return contextIter(th, v) }

func contextValues(th *object.Thread, v object.Value) object.Value {
	return th.Iter(self(v).list(func(k *Var, x object.Value) object.Value { return x }))
}

func contextItems(th *object.Thread, v object.Value) object.Value {
	return th.Iter(self(v).list(func(k *Var, x object.Value) object.Value { return object.TupleOf(k.V(), x) }))
}

// Swap makes c the current context of th, nil standing for an empty one that is made only when somebody needs it.
// prev goes to Restore. ok false: c is entered already, and RuntimeError is pending.
func Swap(th *object.Thread, c *Context) (prev object.Value, ok bool) {
	prev = th.Context
	if c == nil {
		th.Context = object.Value{}
		return prev, true
	}
	if c.entered {
		th.RuntimeError("cannot enter context: %s is already entered", c.repr())
		return prev, false
	}
	c.entered = true
	th.Context = c.V()
	return prev, true
}

// Restore undoes Swap and returns the context that was current, nil when nobody needed it.
func Restore(th *object.Thread, prev object.Value) *Context {
	var c *Context
	if !th.Context.IsNil() {
		c = (*Context)(th.Context.Ptr())
		c.entered = false
	}
	th.Context = prev
	return c
}

// Snapshot is Copy, but an empty context is nil.
func Snapshot(th *object.Thread) *Context {
	if th.Context.IsNil() {
		return nil
	}
	c := (*Context)(th.Context.Ptr())
	if c.vars.n == 0 {
		return nil
	}
	return c.Copy()
}
