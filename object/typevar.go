// The type parameters of PEP 695 and typing: TypeVar, ParamSpec, TypeVarTuple and TypeAliasType.
package object

// The types; their module is typing.
var TypeVarType, ParamSpecType, ParamSpecArgsType, ParamSpecKwargsType, TypeVarTupleType, TypeAliasTypeType, GenericType Type

// IsTypeVarTuple reports whether v is a TypeVarTuple.
func IsTypeVarTuple(v Value) bool { return v.Is(&TypeVarTupleType) }
