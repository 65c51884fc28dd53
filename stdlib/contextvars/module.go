// The module's table.
package contextvars

import "pyasync/object"

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	m.AddTypes(&ContextType, &VarType, &TokenType)
	m.HasCore("_contextvars")
	m.AddFuncs(functions)
	m.Set("__all__", object.TupleOf(object.StrValue("Context"), object.StrValue("ContextVar"), object.StrValue("Token"), object.StrValue("copy_context")))
	return true
}

var functions = []object.Method{
	{Name: "copy_context", F0: func(th *object.Thread, m object.Value) object.Value { return Copy(th).V() }},
}

// classGetItem makes ContextVar[int] and the like.
func classGetItem(th *object.Thread, class, item object.Value) object.Value {
	return th.CallArgs(object.GenericAliasType.V(), class, item)
}
