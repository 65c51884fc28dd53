// Function, the function object made by def and lambda. The evaluator gives its type the Call slot.
package object

// Function is a Python function.
type Function struct {
	Header
	Code           *Code
	Globals        *Dict
	Builtins       *Dict
	Defaults       []Value // of the last positional parameters
	KwDefaults     *Dict   // of keyword-only parameters, by name; or nil
	Closure        []*Cell
	Name, Qualname *Str
	Module, Doc    Value
	Annotations    Value // dict, or nil Value before first use
	TypeParams     Value // tuple, or nil Value
	Dict           *Dict // function attributes, nil before first use
}

// V returns the function as a Value.
func (f *Function) V() Value { return Value{&f.Header, 0} }

// AsFunction returns the function v is.
func AsFunction(v Value) (*Function, bool) {
	if v.H.Shape.Solid == &FunctionType {
		return (*Function)(v.Ptr()), true
	}
	return nil, false
}

// Cell holds a variable shared between a function and those nested in it; V is nil while unbound.
type Cell struct {
	Header
	V Value
}

// NewCell returns a cell holding v.
func NewCell(v Value) *Cell { return &Cell{Header{&CellType.Root}, v} }
