// The way from the root of a tree to a place in it, for reports that look at the source again.

package ast

import "reflect"

// Enclosing returns the nodes below root that contain span, outermost first. It uses reflection: not for hot paths.
func Enclosing(root *Module, span Pos) []Node {
	var path []Node
	Visit(root, func(n Node) bool {
		p := n.Span()
		if p.Start > span.Start || p.End < span.End {
			return false
		}
		path = append(path, n)
		return true
	})
	return path
}

// Visit calls f for every node below root, in the order of the source's fields; the parts of a node follow when f
// returns true. It uses reflection: not for hot paths.
func Visit(root any, f func(Node) bool) { visit(reflect.ValueOf(root), f, true) }

func visit(v reflect.Value, f func(Node) bool, root bool) {
	switch v.Kind() {
	case reflect.Interface:
		if !v.IsNil() {
			visit(v.Elem(), f, root)
		}
	case reflect.Pointer:
		if v.IsNil() || v.Elem().Kind() != reflect.Struct {
			return
		}
		if n, ok := v.Interface().(Node); ok && !root && !f(n) {
			return
		}
		for i := 0; i < v.Elem().NumField(); i++ {
			if field := v.Elem().Field(i); v.Elem().Type().Field(i).IsExported() {
				visit(field, f, false)
			}
		}
	case reflect.Slice:
		for i := 0; i < v.Len(); i++ {
			visit(v.Index(i), f, false)
		}
	}
}
