// Module, the module object.
package object

// Module is a Python module; its namespace is Dict.
type Module struct {
	Header
	Dict *Dict
	Name string // the name it was made with, for reprs when __name__ is gone
	// Late puts the names into Dict that the module's __getattr__ makes at first use; nil: there are none. It runs when
	// somebody lists the module.
	Late func(th *Thread, m *Module) bool
	// Core is the module that CPython has the functions in that are written in C, as _heapq for heapq; nil: m itself.
	Core *Module
}

// NewModule returns a module with the standard attributes set.
func NewModule(name string) *Module {
	m := &Module{Header{&ModuleType.Root}, NewDict(), name, nil, nil}
	m.Dict.SetStr(strName, StrValue(name))
	m.Dict.SetStr(strDoc, None)
	m.Dict.SetName("__package__", None)
	m.Dict.SetName("__loader__", None)
	m.Dict.SetName("__spec__", None)
	return m
}

// V returns the module as a Value.
func (m *Module) V() Value { return Value{&m.Header, 0} }

// AsModule returns the module v is.
func AsModule(v Value) (*Module, bool) {
	if v.H.Shape.Solid == &ModuleType {
		return (*Module)(v.Ptr()), true
	}
	return nil, false
}

// Set sets an attribute of the module.
func (m *Module) Set(name string, v Value) { m.Dict.SetName(name, v) }

// HasCore declares that the functions which AddFuncs adds from here on belong to a module of C functions: their
// __module__ and the texts of wrong calls name it. Those that are functions of Python in CPython stay with m.
func (m *Module) HasCore(name string) { m.Core = NewModule(name) }

// AddFuncs adds functions from a method table: their implementations receive the module, or its core, as self.
func (m *Module) AddFuncs(rows []Method) {
	for i := range rows {
		row, home := &rows[i], m
		if m.Core != nil && row.Flags&PyFunction == 0 && row.Name != "__getattr__" && row.Name != "__dir__" {
			home = m.Core
		}
		f := NewBuiltin(row, home.V(), home.Name)
		home.Set(row.Name, f)
		m.Set(row.Name, f)
	}
}

// AddTypes adds types under their names.
func (m *Module) AddTypes(types ...*Type) {
	for _, t := range types {
		m.Set(t.Name, t.V())
	}
}

func init() {
	Define(&ModuleType, Spec{Name: "module", Sig: "name, doc=None", Doc: "Create a module object.\n\nThe name must be a string; the optional docstring can have any type.",
		Alloc: Allocator[Module](), DictOf: moduleDict,
		Slots: Slots{New: func(th *Thread, t *Type, args []Value, kw []*Str) Value {
			v := allocate(t)
			(*Module)(v.Ptr()).Dict = NewDict()
			return v
		}, Init: moduleInit, Repr: moduleRepr, GetAttr: moduleGetAttr},
		Methods: []Method{{Name: "__dir__", Doc: "__dir__() -> list\nspecialized dir() implementation", F0: moduleDir}},
		Getset: []Getset{
			{Name: "__annotations__", Get: moduleAnnotations, Set: setModuleAnnotations},
		},
		Members: []Member{{Name: "__dict__", Get: func(th *Thread, v Value) Value { return (*Module)(v.Ptr()).Dict.V() }}},
	})
}

func moduleDict(v Value, create bool) *Dict { return (*Module)(v.Ptr()).Dict }

var moduleSig = ParseSignature("name, doc=None")

func moduleInit(th *Thread, v Value, args []Value, kw []*Str) bool {
	w := th.Window(2)
	defer th.Release(w)
	if !moduleSig.Bind(th, "module", args, kw, w) {
		return false
	}
	name, ok := AsStr(w[0])
	if !ok {
		th.TypeError("module() argument 'name' must be str, not %s", typeNameOf(w[0]))
		return false
	}
	m := (*Module)(v.Ptr())
	m.Name = name.s
	m.Dict.SetStr(strName, name.V())
	m.Dict.SetStr(strDoc, OrNone(w[1]))
	m.Dict.SetName("__package__", None)
	m.Dict.SetName("__loader__", None)
	m.Dict.SetStr(strSpec, None)
	return true
}

// moduleRepr is "<module 'os' from '/…/os.py'>", by way of the spec and the loader as importlib decides.
func moduleRepr(th *Thread, v Value) Value {
	m := (*Module)(v.Ptr())
	name := "'?'"
	if n := m.Dict.GetStr(strName); n.H != nil {
		r, ok := th.Repr(n)
		if !ok {
			return Value{}
		}
		name = r
	}
	if s := m.Dict.GetStr(strSpec); s.H != nil && !s.IsNone() {
		if r, ok := th.specRepr(s); !ok || r != "" {
			return textResult(r, ok)
		}
	}
	if f := m.Dict.GetName("__file__"); f.H != nil {
		r, ok := th.Repr(f)
		if !ok {
			return Value{}
		}
		return StrValue("<module " + name + " from " + r + ">")
	}
	if l := m.Dict.GetName("__loader__"); l.H != nil && !l.IsNone() {
		r, ok := th.Repr(l)
		if !ok {
			return Value{}
		}
		return StrValue("<module " + name + " (" + r + ")>")
	}
	return StrValue("<module " + name + ">")
}

func (th *Thread) specRepr(spec Value) (string, bool) {
	get := func(attr string) (Value, bool) { return th.LookupAttr(spec, NewStr(attr)) }
	name, ok := get("name")
	if !ok || name.H == nil {
		return "", ok
	}
	ns, ok := th.Repr(name)
	if !ok {
		return "", false
	}
	origin, ok := get("origin")
	if !ok {
		return "", false
	}
	if origin.H == nil || origin.IsNone() {
		loader, ok := get("loader")
		if !ok {
			return "", false
		}
		if loader.H == nil || loader.IsNone() {
			return "<module " + ns + ">", true
		}
		l, ok := th.Repr(loader)
		return "<module " + ns + " (" + l + ")>", ok
	}
	has, ok := th.flagAttr(spec, "has_location")
	if !ok {
		return "", false
	}
	if has {
		o, ok := th.Repr(origin)
		return "<module " + ns + " from " + o + ">", ok
	}
	o, ok := th.Str(origin)
	return "<module " + ns + " (" + o + ")>", ok
}

// moduleGetAttr falls back on the module's own __getattr__.
func moduleGetAttr(th *Thread, v Value, name *Str) Value {
	m := (*Module)(v.Ptr())
	t := v.H.Shape.Type
	if t == &ModuleType {
		// Nothing on the type hides a name of the namespace but these data descriptors.
		if x := m.Dict.GetStr(name); x.H != nil && !isDunder(name.s) {
			return x
		}
	}
	if x, found := th.findAttr(v, t, name); found {
		return x
	}
	if f := m.Dict.GetStr(strGetattrName); f.H != nil {
		x := th.CallArgs(f, name.V())
		if x.H == nil {
			th.AttrContext(v, name)
		}
		return x
	}
	return th.noModuleAttribute(v, m, name)
}

func (th *Thread) noModuleAttribute(v Value, m *Module, name *Str) Value {
	if f := th.Interp.Hooks.ModuleAttrError; f != nil {
		return f(th, m, name)
	}
	n, ok := GoString(OrNone(m.Dict.GetStr(strName)))
	if !ok {
		return th.AttributeError(v, name, "module has no attribute '%s'", name.s)
	}
	if spec := m.Dict.GetStr(strSpec); spec.H != nil && !spec.IsNone() {
		if busy, ok := th.flagAttr(spec, "_initializing"); ok && busy {
			return th.AttributeError(v, name, "partially initialized module '%s' has no attribute '%s' (most likely due to a circular import)", n, name.s)
		}
		th.Exc = Value{}
	}
	return th.AttributeError(v, name, "module '%s' has no attribute '%s'", n, name.s)
}

// moduleDir is the sorted caller's job: the names in the namespace, or what the module's own __dir__ says.
func moduleDir(th *Thread, v Value) Value {
	m := (*Module)(v.Ptr())
	if f := m.Dict.GetStr(strDirName); f.H != nil {
		return th.CallArgs(f)
	}
	if late := m.Late; late != nil {
		if m.Late = nil; !late(th, m) {
			return Value{}
		}
	}
	d := th.GetAttr(v, strDict)
	if d.H == nil {
		return d
	}
	dict, ok := AsDict(d)
	if !ok {
		return th.TypeError("%s.__dict__ is not a dictionary", m.Name)
	}
	return dict.keyList().V()
}

func moduleAnnotations(th *Thread, v Value) Value {
	m := (*Module)(v.Ptr())
	a := m.Dict.GetStr(strAnnotations)
	if a.H == nil {
		a = NewDict().V()
		m.Dict.SetStr(strAnnotations, a)
	}
	return a
}

func setModuleAnnotations(th *Thread, v, x Value) bool {
	m := (*Module)(v.Ptr())
	if x.H != nil {
		m.Dict.SetStr(strAnnotations, x)
		return true
	}
	if !m.Dict.DelStr(strAnnotations) {
		th.Raise(&AttributeErrorType, "__annotations__")
		return false
	}
	return true
}
