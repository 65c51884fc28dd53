// Construction of PEP 695 objects on behalf of the evaluator; the typing module provides it when first needed.
package object

// TypeParamKind tells the kinds of type parameters apart.
type TypeParamKind uint8

const (
	TypeVarKind TypeParamKind = iota
	ParamSpecKind
	TypeVarTupleKind
)

// NewTypeParam makes a type parameter. bound and def are functions without parameters that compute the bound (the
// constraints when constrained) and the default on demand, or nil Values.
func NewTypeParam(th *Thread, kind TypeParamKind, name string, bound Value, constrained bool, def, module Value) Value {
	if h := th.Interp.Hooks.TypeParam; h != nil {
		return h(th, kind, name, bound, constrained, def, module)
	}
	return th.Raise(&NotImplementedErrorType, "type parameters (PEP 695) are not available")
}

// NewGenericBase returns typing.Generic[params].
func NewGenericBase(th *Thread, params Value) Value {
	if h := th.Interp.Hooks.GenericBase; h != nil {
		return h(th, params)
	}
	return th.Raise(&NotImplementedErrorType, "generic classes (PEP 695) are not available")
}

// NewTypeAlias makes a TypeAliasType whose value is computed by the function value on demand.
func NewTypeAlias(th *Thread, name string, params, value, module Value) Value {
	if h := th.Interp.Hooks.TypeAlias; h != nil {
		return h(th, name, params, value, module)
	}
	return th.Raise(&NotImplementedErrorType, "the type statement (PEP 695) is not available")
}
