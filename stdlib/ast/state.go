// What an interpreter knows of the node classes, which the module ast declares.
package astmod

import (
	"reflect"

	"pyasync/object"
)

type stateKey struct{}

// state finds classes by name and the shapes of classes.
type state struct {
	classes *object.Dict // the namespace of the module ast
	root    *object.Type // the class AST
	shapes  map[*object.Type]*shape
	parts   map[reflect.Type]*shape
	types   map[string]*object.Type
}

// stateOf returns the interpreter's state, nil when the module ast was not imported.
func stateOf(th *object.Thread) *state {
	s, _ := th.Interp.Ext(stateKey{}).(*state)
	return s
}

// register is called by the module ast with its namespace.
func register(th *object.Thread, self, classes object.Value) object.Value {
	d, ok := object.AsDict(classes)
	if !ok {
		return th.TypeError("classes must be a dict")
	}
	s := &state{classes: d, shapes: map[*object.Type]*shape{}, parts: map[reflect.Type]*shape{}, types: map[string]*object.Type{}}
	if s.root = s.class("AST"); s.root == nil {
		return th.RuntimeError("ast has no class AST")
	}
	th.Interp.SetExt(stateKey{}, s)
	return object.None
}

// class returns a class by its name, or nil.
func (s *state) class(name string) *object.Type {
	t, ok := s.types[name]
	if !ok {
		if c := s.classes.GetName(name); !c.IsNil() {
			t, _ = object.AsType(c)
		}
		s.types[name] = t
	}
	return t
}

// isNode is isinstance(v, the class of that name).
func (s *state) isNode(v object.Value, name string) bool {
	t := s.class(name)
	return t != nil && v.Type().IsSubtype(t)
}

// shapeOf returns the shape of a node's class, which may be a subclass of the declared one; nil: no node that belongs
// to a sum.
func (s *state) shapeOf(t *object.Type) *shape {
	if x, ok := s.shapes[t]; ok {
		return x
	}
	if len(s.shapes) == 0 {
		for family, nodes := range families {
			for _, n := range nodes {
				x := newShape(reflect.TypeOf(n).Elem(), family)
				if c := s.class(x.name); c != nil {
					s.shapes[c] = x
				}
			}
		}
	}
	var found *shape
	for _, base := range t.MRO {
		if found = s.shapes[base]; found != nil {
			break
		}
	}
	s.shapes[t] = found
	return found
}

// partShape is the shape of a struct that belongs to no sum.
func (s *state) partShape(t reflect.Type) *shape {
	x := s.parts[t]
	if x == nil {
		x = newShape(t, "")
		s.parts[t] = x
	}
	return x
}
