// Package typingmod is Python's _typing module: the parts of typing that are not written in Python.
package typingmod

import "pyasync/object"

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	m.AddTypes(&object.GenericType, &object.TypeVarType, &object.ParamSpecType, &object.ParamSpecArgsType,
		&object.ParamSpecKwargsType, &object.TypeVarTupleType, &object.TypeAliasTypeType)
	m.Set("NoDefault", object.NoDefault)
	m.AddFuncs([]object.Method{
		{Name: "_idfunc", Sig: "x, /", F1: func(th *object.Thread, self, x object.Value) object.Value { return x }},
		{Name: "cached", Sig: "function, typed=False, /", F: cached},
	})
	return true
}
