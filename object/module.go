// Module, the module object.
package object

// Module is a Python module; its namespace is Dict.
type Module struct {
	Header
	Dict *Dict
	Name string // the name it was made with, for reprs when __name__ is gone
}

// NewModule returns a module with the standard attributes set.
func NewModule(name string) *Module {
	m := &Module{Header{&ModuleType.Root}, NewDict(), name}
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

// AddFuncs adds functions from a method table: their implementations receive the module as self.
func (m *Module) AddFuncs(rows []Method) {
	for i := range rows {
		m.Set(rows[i].Name, NewBuiltin(&rows[i], m.V(), m.Name))
	}
}

// AddTypes adds types under their names.
func (m *Module) AddTypes(types ...*Type) {
	for _, t := range types {
		m.Set(t.Name, t.V())
	}
}
