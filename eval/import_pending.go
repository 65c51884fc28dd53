package eval

// Replaced by import.go.

import "pyasync/object"

func importStatement(th *Thread, globals, builtins *object.Dict, locals Value, name *Str, fromlist Value, level int) Value {
	return th.Raise(&object.ImportErrorType, "no imports yet")
}
func importFrom(th *Thread, mod Value, name *Str) Value                        { return Value{} }
func importStar(th *Thread, mod Value, set func(name *Str, v Value) bool) bool { return false }
