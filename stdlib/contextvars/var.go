// ContextVar and Token.
package contextvars

import "pyasync/object"

// Var is contextvars.ContextVar.
type Var struct {
	object.Header
	id   uint32
	name object.Value
	def  object.Value // the default, or the nil Value
}

// Token is contextvars.Token: what ContextVar.set returns, to undo it.
type Token struct {
	object.Header
	v    *Var
	ctx  *Context
	old  object.Value // nil Value: the variable had none
	used bool
}

// counter numbers the variables of one interpreter.
type counter struct{ next uint32 }

type counterKey struct{}

// V returns the variable as a Value.
func (v *Var) V() object.Value { return object.ObjectValue(&v.Header) }

// NewVar makes a context variable; def is the nil Value when it has no default.
func NewVar(th *object.Thread, name string, def object.Value) *Var {
	c, _ := th.Interp.Ext(counterKey{}).(*counter)
	if c == nil {
		c = &counter{}
		th.Interp.SetExt(counterKey{}, c)
	}
	c.next++
	return &Var{Header: object.Header{Shape: &VarType.Root}, id: c.next - 1, name: object.StrValue(name), def: def}
}

// Get returns the value of v in the current context, or its default, or the nil Value (no exception is pending).
func (v *Var) Get(th *object.Thread) object.Value {
	if !th.Context.IsNil() {
		if x := (*Context)(th.Context.Ptr()).vars.get(v.id); !x.IsNil() {
			return x
		}
	}
	return v.def
}

// Set gives v a value in the current context and returns the token that undoes it.
func (v *Var) Set(th *object.Thread, x object.Value) *Token {
	c := Current(th)
	t := &Token{Header: object.Header{Shape: &TokenType.Root}, v: v, ctx: c, old: c.vars.get(v.id)}
	c.vars = c.vars.with(v, x)
	return t
}

func init() {
	object.Define(&VarType, object.Spec{
		Name:  "_contextvars.ContextVar",
		Sig:   "name, /, *, default=<unrepresentable>",
		Flags: object.FlagFinal,
		Alloc: object.Allocator[Var](),
		Slots: object.Slots{New: varNew, Repr: varRepr, Hash: func(th *object.Thread, v object.Value) (int64, bool) {
			return object.ID(v) >> 4, true
		}},
		Methods: []object.Method{
			{Name: "get", Sig: "default=<unrepresentable>, /", F: varGet},
			{Name: "set", Sig: "value, /", F1: func(th *object.Thread, v, x object.Value) object.Value {
				t := (*Var)(v.Ptr()).Set(th, x)
				return object.ObjectValue(&t.Header)
			}},
			{Name: "reset", Sig: "token, /", F1: varReset},
			{Name: "__class_getitem__", Sig: "object, /", Flags: object.ClassMethod, F1: classGetItem},
		},
		Members: []object.Member{
			{Name: "name", Get: func(th *object.Thread, v object.Value) object.Value { return (*Var)(v.Ptr()).name }},
		},
	})
	object.Define(&TokenType, object.Spec{
		Name:  "_contextvars.Token",
		Flags: object.FlagFinal,
		Alloc: object.Allocator[Token](),
		Slots: object.Slots{
			New: func(th *object.Thread, t *object.Type, args []object.Value, kw []*object.Str) object.Value {
				return th.RuntimeError("Tokens can only be created by ContextVars")
			},
			Repr: tokenRepr,
		},
		Methods: []object.Method{
			{Name: "__class_getitem__", Sig: "object, /", Flags: object.ClassMethod, F1: classGetItem},
		},
		Getset: []object.Getset{
			{Name: "var", Get: func(th *object.Thread, v object.Value) object.Value { return (*Token)(v.Ptr()).v.V() }},
			{Name: "old_value", Get: func(th *object.Thread, v object.Value) object.Value {
				if old := (*Token)(v.Ptr()).old; !old.IsNil() {
					return old
				}
				return missing
			}},
		},
		Consts: func() map[string]object.Value { return map[string]object.Value{"MISSING": missing} },
	})
	object.Define(&missingType, object.Spec{
		Name: "Token.MISSING", Flags: object.FlagFinal | object.FlagNoNew,
		Slots: object.Slots{Repr: func(th *object.Thread, v object.Value) object.Value { return object.StrValue("<Token.MISSING>") }},
	})
}

// missing is Token.MISSING, the old value of a variable that had none.
var (
	missingType   object.Type
	missingHeader = object.Header{Shape: &missingType.Root}
	missing       = object.ObjectValue(&missingHeader)
)

func varNew(th *object.Thread, t *object.Type, args []object.Value, kw []*object.Str) object.Value {
	var out [2]object.Value
	if !varSig.Bind(th, "ContextVar", args, kw, out[:]) {
		return object.Value{}
	}
	name, ok := object.GoString(out[0])
	if !ok {
		return th.TypeError("context variable name must be a str")
	}
	return NewVar(th, name, out[1]).V()
}

var varSig = object.ParseSignature("name, /, *, default=None")

func varGet(th *object.Thread, v object.Value, a []object.Value) object.Value {
	w := (*Var)(v.Ptr())
	if !th.Context.IsNil() {
		if x := (*Context)(th.Context.Ptr()).vars.get(w.id); !x.IsNil() {
			return x
		}
	}
	switch {
	case !a[0].IsNil():
		return a[0]
	case !w.def.IsNil():
		return w.def
	}
	return th.RaiseValue(object.NewException(&object.LookupErrorType, v).V())
}

func varReset(th *object.Thread, v, token object.Value) object.Value {
	if !token.Is(&TokenType) {
		return th.TypeError("expected an instance of Token, got %s", describe(th, token))
	}
	t := (*Token)(token.Ptr())
	switch {
	case t.used:
		return th.RuntimeError("%s has already been used once", describe(th, token))
	case t.v != (*Var)(v.Ptr()):
		return th.ValueError("%s was created by a different ContextVar", describe(th, token))
	case t.ctx != Current(th):
		return th.ValueError("%s was created in a different Context", describe(th, token))
	}
	t.used = true
	t.ctx.vars = t.ctx.vars.with(t.v, t.old)
	return object.None
}

func describe(th *object.Thread, v object.Value) string {
	s, ok := th.Repr(v)
	if !ok {
		th.TakeExc()
	}
	return s
}

func varRepr(th *object.Thread, v object.Value) object.Value {
	w := (*Var)(v.Ptr())
	name, ok := th.Repr(w.name)
	if !ok {
		return object.Value{}
	}
	s := "<ContextVar name=" + name
	if !w.def.IsNil() {
		d, ok := th.Repr(w.def)
		if !ok {
			return object.Value{}
		}
		s += " default=" + d
	}
	return object.StrValue(s + " at " + object.Address(v) + ">")
}

func tokenRepr(th *object.Thread, v object.Value) object.Value {
	t := (*Token)(v.Ptr())
	s, ok := th.Repr(t.v.V())
	if !ok {
		return object.Value{}
	}
	used := ""
	if t.used {
		used = " used"
	}
	return object.StrValue("<Token" + used + " var=" + s + " at " + object.Address(v) + ">")
}
