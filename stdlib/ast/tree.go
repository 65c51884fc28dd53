// The roots of trees, as compile() gets them.
package astmod

import (
	"reflect"

	"pyasync/ast"
	"pyasync/object"
	"pyasync/parser"
)

// Trees reads syntax trees for compile().
type Trees struct{}

// IsTree tells whether v is an instance of ast.AST.
func (Trees) IsTree(th *object.Thread, v object.Value) bool {
	s := stateOf(th)
	return s != nil && v.Type().IsSubtype(s.root)
}

// rootNames are the classes that compile() takes in each mode.
var rootNames = map[parser.Mode]string{parser.Exec: "Module", parser.Eval: "Expression", parser.Single: "Interactive"}

// Read converts and checks a tree; nil: an exception is pending.
func (Trees) Read(th *object.Thread, v object.Value, mode parser.Mode) *parser.Result {
	r := &reader{th: th, state: stateOf(th)}
	name := rootNames[mode]
	if !r.state.isNode(v, name) {
		th.TypeError("expected %s node, got %s", name, v.Type().Name)
		return nil
	}
	res := &parser.Result{Encoding: "utf-8"}
	ok := false
	if mode == parser.Eval {
		res.Expr, ok = r.expression(v)
	} else {
		res.Module, ok = r.module(v, name)
	}
	if !ok {
		return nil
	}
	c := &validator{th: th, places: r.places}
	if res.Module != nil && !c.stmts(res.Module.Body) || !c.load(res.Expr) {
		return nil
	}
	if r.places == nil {
		r.places = []ast.Place{{Line: 1}}
	}
	res.Lines = ast.NewPlaceTable(r.places)
	return res
}

var (
	strBody        = object.NewStr("body")
	strTypeIgnores = object.NewStr("type_ignores")
	strLineno      = object.NewStr("lineno")
	strTag         = object.NewStr("tag")
)

func (r *reader) expression(v object.Value) (ast.Expr, bool) {
	x, ok := r.attr(v, strBody)
	if !ok {
		return nil, false
	}
	if x.IsNil() {
		r.missing("body", "Expression")
		return nil, false
	}
	n, ok := r.node(x, "expr")
	if ok && n == nil {
		r.th.ValueError("field 'body' is required for Expression")
		return nil, false
	}
	e, _ := n.(ast.Expr)
	return e, ok
}

func (r *reader) module(v object.Value, name string) (*ast.Module, bool) {
	m := &ast.Module{}
	x, ok := r.attr(v, strBody)
	s := &shape{name: name}
	if !ok || !r.list(x, s, &field{name: strBody, family: "stmt"}, reflect.ValueOf(&m.Body).Elem()) {
		return nil, false
	}
	if name == "Module" && !r.typeIgnores(v) {
		return nil, false
	}
	return m, true
}

// typeIgnores checks the list of comments, which means nothing to the compiler.
func (r *reader) typeIgnores(v object.Value) bool {
	x, ok := r.attr(v, strTypeIgnores)
	if !ok || x.IsNil() {
		return ok
	}
	l, isList := object.AsList(x)
	if !isList {
		r.th.TypeError(`Module field "type_ignores" must be a list, not a %s`, x.Type().Name)
		return false
	}
	for _, item := range l.Items {
		if item.IsNone() {
			continue
		}
		if !r.state.isNode(item, "TypeIgnore") {
			r.th.TypeError("expected some sort of type_ignore, but got %s", r.repr(item))
			return false
		}
		line, ok := r.attr(item, strLineno)
		if ok && line.IsNil() {
			r.missing("lineno", "TypeIgnore")
			return false
		}
		if ok {
			_, ok = r.int(line)
		}
		if !ok {
			return false
		}
		tag, ok := r.attr(item, strTag)
		if ok && tag.IsNil() {
			r.missing("tag", "TypeIgnore")
			return false
		}
		if !ok || !r.text(tag) {
			return false
		}
	}
	return true
}
