// Builtin functions and the descriptors through which types expose their method tables.
package object

// Builtin is a function written in Go: a module's function (Self is the module) or a method bound to its receiver.
type Builtin struct {
	Header
	Method *Method
	Self   Value
	Owner  *Type  // the type whose method this is; nil for module functions
	Module string // __module__ of module functions
	isNew  bool   // a __new__, whose Self is the type
	sig    *lazySignature
}

// MethodDescriptor is an unbound method of a builtin type.
type MethodDescriptor struct {
	Header
	Owner  *Type
	Method *Method
	sig    *lazySignature
}

// Getset and member descriptors.
type getsetDescriptor struct {
	Header
	Owner *Type
	Spec  *Getset
	slot  int // members made by __slots__: index of the slot + 1
}

// BoundMethod is a callable bound to a receiver (types.MethodType).
type BoundMethod struct {
	Header
	Func, Self Value
}

// NewBoundMethod returns f bound to self.
func NewBoundMethod(f, self Value) Value {
	return (&BoundMethod{Header{&MethodType.Root}, f, self}).V()
}

// V returns the bound method as a Value.
func (m *BoundMethod) V() Value { return Value{&m.Header, 0} }

// NewMethodDescriptor returns the method m as an attribute of classes that derive from t.
func NewMethodDescriptor(t *Type, m *Method) Value { return newMethodDescriptor(t, m) }

func newMethodDescriptor(t *Type, m *Method) Value {
	if m.Flags&PyFunction != 0 {
		f := newNativeFunction(t, m, Value{}, "")
		switch {
		case m.Flags&StaticMethod != 0:
			return NewStaticMethod(f)
		case m.Flags&ClassMethod != 0:
			return NewClassMethod(f)
		}
		return f
	}
	switch {
	case m.Flags&StaticMethod != 0:
		b := &Builtin{Header: Header{&BuiltinType.Root}, Method: m, Owner: t, sig: &lazySignature{}}
		return NewStaticMethod(Value{&b.Header, 0})
	case m.Flags&ClassMethod != 0:
		d := &MethodDescriptor{Header: Header{&ClassMethodDescriptorType.Root}, Owner: t, Method: m, sig: &lazySignature{}}
		return Value{&d.Header, 0}
	}
	d := &MethodDescriptor{Header: Header{&MethodDescriptorType.Root}, Owner: t, Method: m, sig: &lazySignature{}}
	return Value{&d.Header, 0}
}

func newGetset(t *Type, g *Getset) Value {
	d := &getsetDescriptor{Header{&GetsetDescriptorType.Root}, t, g, 0}
	return Value{&d.Header, 0}
}

func newMember(t *Type, m *Member) Value {
	d := &getsetDescriptor{Header{&MemberDescriptorType.Root}, t, (*Getset)(m), 0}
	return Value{&d.Header, 0}
}

// NewBuiltin returns a module function; self (usually the module) is passed to the implementation.
func NewBuiltin(m *Method, self Value, module string) Value {
	if m.Flags&PyFunction != 0 {
		return newNativeFunction(nil, m, self, module)
	}
	b := &Builtin{Header: Header{&BuiltinType.Root}, Method: m, Self: self, Module: module, sig: &lazySignature{}}
	return Value{&b.Header, 0}
}

// Call runs the builtin.
func (b *Builtin) Call(th *Thread, args []Value, kw []*Str) Value {
	owner := b.Owner
	if owner != nil && b.Self.H != nil {
		// Texts name the class that has the method; of class methods, the one they are called on.
		if t, ok := AsType(b.Self); ok && b.Method.Flags&ClassMethod != 0 {
			owner = t
		}
	}
	return b.Method.call(th, b.sig, b.Self, owner, args, kw)
}

// Call runs the method with the receiver self, whose type has been checked.
func (d *MethodDescriptor) Call(th *Thread, self Value, args []Value, kw []*Str) Value {
	return d.Method.call(th, d.sig, self, d.Owner, args, kw)
}

// Direct returns how many slots Method.F takes if a call with n positional arguments just puts them into the first of
// them; -1 if it takes more.
func (d *MethodDescriptor) Direct(n int) int {
	m := d.Method
	if m.F == nil || m.Raw != nil || m.Sig == "" || n == 2 && m.F2 != nil {
		return -1
	}
	if s := d.sig.get(m.Sig); s.plain && n >= s.Required && n <= s.Pos {
		return len(s.Params)
	}
	return -1
}

// Signature returns the declared parameters, without the receiver; nil when the row has no signature.
func (d *MethodDescriptor) Signature() *Signature { return d.Method.signature(d.sig) }

func (m *Method) signature(l *lazySignature) *Signature {
	switch {
	case m.F0 != nil && m.F == nil:
		return &Signature{}
	case m.Sig == "" && m.F == nil:
		return nil
	}
	if l == nil {
		return ParseSignature(m.Sig)
	}
	return l.get(m.Sig)
}

func (m *Method) call(th *Thread, l *lazySignature, self Value, owner *Type, args []Value, kw []*Str) Value {
	if len(kw) == 0 {
		switch {
		case m.F1 != nil && len(args) == 1:
			return m.F1(th, self, args[0])
		case m.F0 != nil && len(args) == 0:
			return m.F0(th, self)
		case m.F2 != nil && len(args) == 2:
			return m.F2(th, self, args[0], args[1])
		}
	}
	if m.Raw != nil {
		return m.Raw(th, self, args, kw)
	}
	return m.callBound(th, l, self, owner, args, kw)
}

// defaultSigs are the parameters of rows with a fixed-arity function and no signature text.
var defaultSigs = [...]*Signature{ParseSignature(""), ParseSignature("a, /"), ParseSignature("a, b, /")}

func (m *Method) callBound(th *Thread, l *lazySignature, self Value, owner *Type, args []Value, kw []*Str) Value {
	var s *Signature
	switch {
	case m.F0 != nil && m.F == nil:
		s = defaultSigs[0]
	case m.F1 != nil && m.Sig == "":
		s = defaultSigs[1]
	case m.F2 != nil && m.Sig == "":
		s = defaultSigs[2]
	default:
		s = l.get(m.Sig)
	}
	if len(kw) == 0 && s.plain && len(args) >= s.Required && len(args) <= s.Pos {
		// Nothing to distribute and nothing to complain of.
		w := th.Window(len(s.Params))
		copy(w, args)
		r := m.run(th, self, w)
		th.Release(w)
		return r
	}
	if m.Flags&PyFunction != 0 {
		return m.callPython(th, s, self, owner, args, kw)
	}
	name := m.Name
	if owner != nil {
		name = owner.Name + "." + name
	} else if self.H != nil {
		if mod, ok := AsModule(self); ok && mod.Name != "builtins" {
			name = mod.Name + "." + name
		}
	}
	if len(kw) > 0 && !s.VarKw && s.PosOnly == len(s.Params) {
		return th.TypeError("%s() takes no keyword arguments", name)
	}
	if s.PosOnly < len(s.Params) || s.VarKw || s.VarArgs {
		name = m.Name
	}
	w := th.Window(s.Slots())
	defer th.Release(w)
	if !s.Bind(th, name, args, kw, w) {
		return Value{}
	}
	return m.run(th, self, w)
}

// callPython is callBound for rows that stand for functions written in Python.
func (m *Method) callPython(th *Thread, s *Signature, self Value, owner *Type, args []Value, kw []*Str) Value {
	name, n := m.Name, 0
	if owner != nil {
		name, n = owner.Qualname+"."+name, 1
	}
	w := th.Window(s.Slots())
	defer th.Release(w)
	if !s.BindPython(th, name, n, args, kw, w) {
		return Value{}
	}
	return m.run(th, self, w)
}

// run calls the implementation with bound arguments.
func (m *Method) run(th *Thread, self Value, w []Value) Value {
	switch {
	case m.F != nil: // beside a fixed-arity function, which is then only the fast path
		return m.F(th, self, w)
	case m.F0 != nil:
		return m.F0(th, self)
	case m.F1 != nil:
		return m.F1(th, self, w[0])
	case m.F2 != nil:
	}
	return m.F2(th, self, w[0], w[1])
}

// checkReceiver raises the TypeError for a method called on the wrong type of object.
func (d *MethodDescriptor) checkReceiver(th *Thread, self Value) bool {
	if self.Type().IsSubtype(d.Owner) {
		return true
	}
	th.TypeError("descriptor '%s' for '%s' objects doesn't apply to a '%s' object", d.Method.Name, d.Owner.Name, self.Type().TPName())
	return false
}
