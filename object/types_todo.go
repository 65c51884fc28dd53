// Placeholders that the owners of the files named in each comment replace.
package object

// classGetItem (class.go) is C[key] for a class: __class_getitem__, or the metaclass. ok false: not subscriptable.
func (th *Thread) classGetItem(t *Type, key Value) (r Value, ok bool) { return Value{}, false }

// initFields (exceptions.go) makes room for the fields of e's type.
func initFields(t *Type, e *Exception) { e.Fields = make([]Value, 8) }

// NewStaticMethod (descriptors.go) wraps f.
func NewStaticMethod(f Value) Value { return f }

// NewGenericAlias (genericalias.go) is origin[args].
func NewGenericAlias(origin, args Value) Value { return origin }

// NewMappingProxy (mappingproxy.go) is a read-only view of a mapping.
func NewMappingProxy(m Value) Value { return m }
