// From Python's objects to the nodes of package ast, with the errors CPython has for objects that are no trees.
package astmod

import (
	"reflect"

	"pyasync/ast"
	"pyasync/object"
)

// maxDepth is the nesting at which CPython gives up converting a tree.
const maxDepth = 10_000

// reader converts one tree. Its methods return false when an exception is pending.
type reader struct {
	th     *object.Thread
	state  *state
	places []ast.Place
	depth  int
}

// attr returns an attribute, the nil Value when it is absent.
func (r *reader) attr(v object.Value, name *object.Str) (object.Value, bool) {
	return r.th.LookupAttr(v, name)
}

// node reads v as a node of a sum: nil for None.
func (r *reader) node(v object.Value, family string) (any, bool) {
	if v.IsNone() {
		return nil, true
	}
	if r.depth++; r.depth > maxDepth {
		r.th.Raise(&object.RecursionErrorType, "maximum recursion depth exceeded while traversing '"+family+"' node")
		return nil, false
	}
	defer func() { r.depth-- }()
	var pos ast.Pos
	if !r.position(v, family, &pos) {
		return nil, false
	}
	s := r.state.shapeOf(v.Type())
	if s == nil || s.family != family {
		r.th.TypeError("expected some sort of %s, but got %s", family, r.repr(v))
		return nil, false
	}
	return r.fields(v, s, pos)
}

// part reads v as a node that belongs to no sum; what has the fields will do.
func (r *reader) part(v object.Value, s *shape) (any, bool) {
	if r.depth++; r.depth > maxDepth {
		r.th.Raise(&object.RecursionErrorType, "maximum recursion depth exceeded while traversing '"+s.name+"' node")
		return nil, false
	}
	defer func() { r.depth-- }()
	n, ok := r.fields(v, s, ast.Pos{})
	if ok && s.positioned {
		ok = r.position(v, s.name, n.(ast.Node).Span())
	}
	return n, ok
}

func (r *reader) repr(v object.Value) string {
	s, ok := r.th.Repr(v)
	if !ok {
		r.th.Exc = object.Value{}
		return "<unprintable object>"
	}
	return s
}

var positionAttrs = [...]*object.Str{object.NewStr("lineno"), object.NewStr("col_offset"), object.NewStr("end_lineno"), object.NewStr("end_col_offset")}

// position reads the four attributes and makes two places of them. The ends may be missing, but for
// patterns and type parameters.
func (r *reader) position(v object.Value, where string, pos *ast.Pos) bool {
	var n [4]int32
	required := where == "pattern" || where == "type_param"
	for i, name := range positionAttrs {
		x, ok := r.attr(v, name)
		if !ok {
			return false
		}
		switch {
		case x.IsNil() && (i < 2 || required):
			r.missing(name.Go(), where)
			return false
		case i >= 2 && !required && (x.IsNil() || x.IsNone()):
			n[i] = n[i-2]
		default:
			k, ok := r.int(x)
			if !ok {
				return false
			}
			n[i] = int32(k)
		}
	}
	at := int32(len(r.places))
	r.places = append(r.places, ast.Place{Line: n[0], Col: n[1]}, ast.Place{Line: n[2], Col: n[3]})
	*pos = ast.Pos{Start: at, End: at + 1}
	return true
}

func (r *reader) missing(name, where string) {
	r.th.TypeError(`required field "%s" missing from %s`, name, where)
}

func (r *reader) int(v object.Value) (int, bool) {
	if !v.Type().IsSubtype(&object.IntType) {
		r.th.ValueError("invalid integer value: %s", r.repr(v))
		return 0, false
	}
	return r.th.AsInt(v)
}

// fields makes the struct of a shape from the attributes of v.
func (r *reader) fields(v object.Value, s *shape, pos ast.Pos) (any, bool) {
	n := reflect.New(s.goType)
	if s.positioned {
		*n.Interface().(ast.Node).Span() = pos
	}
	switch node := n.Interface().(type) {
	case *ast.Constant:
		return r.constant(v, node)
	case *ast.MatchSingleton:
		return node, r.singleton(v, node)
	}
	var absent string // a required field that is None: CPython says so after reading all
	for i := range s.fields {
		f := &s.fields[i]
		x, ok := r.attr(v, f.name)
		if !ok {
			return nil, false
		}
		target := n.Elem().Field(f.index)
		if target.Kind() == reflect.Slice {
			if !r.list(x, s, f, target) {
				return nil, false
			}
			continue
		}
		if f.optional && (x.IsNil() || x.IsNone()) {
			continue
		}
		if x.IsNil() {
			r.missing(f.name.Go(), s.name)
			return nil, false
		}
		if x.IsNone() && absent == "" && mayBeNone(target.Type()) {
			absent = f.name.Go()
			continue
		}
		if !r.value(x, f, target) {
			return nil, false
		}
	}
	if typeComments[s.name] {
		if x, ok := r.attr(v, strTypeComment); !ok || !r.text(x) {
			return nil, false
		}
	}
	if absent != "" {
		r.th.ValueError("field '%s' is required for %s", absent, s.name)
		return nil, false
	}
	return n.Interface(), true
}

var (
	strTypeComment = object.NewStr("type_comment")
	strKind        = object.NewStr("kind")
	strValue       = object.NewStr("value")
)

// mayBeNone tells for which types None is read as nothing, rather than as an object that is wrong.
func mayBeNone(t reflect.Type) bool { return familyOf[t] != "" || t == identType }

// value reads a single value into a field or an item of a list.
func (r *reader) value(x object.Value, f *field, target reflect.Value) bool {
	switch t := target.Type(); {
	case t == identType:
		return r.identifier(x, target)
	case t == opType:
		return r.operator(x, f.family, target)
	case t == ctxType:
		return r.context(x, target)
	case f.family != "":
		n, ok := r.node(x, f.family)
		if ok && n != nil {
			target.Set(reflect.ValueOf(n))
		}
		return ok
	case t.Kind() == reflect.Pointer:
		n, ok := r.part(x, r.state.partShape(t.Elem()))
		if ok {
			target.Set(reflect.ValueOf(n))
		}
		return ok
	}
	n, ok := r.int(x)
	switch {
	case !ok:
	case target.Kind() == reflect.Bool:
		target.SetBool(n != 0)
	default:
		target.SetInt(int64(n))
	}
	return ok
}

// list reads a field that holds a list; an absent one is empty.
func (r *reader) list(x object.Value, s *shape, f *field, target reflect.Value) bool {
	if x.IsNil() {
		return true
	}
	l, ok := object.AsList(x)
	if !ok {
		r.th.TypeError(`%s field "%s" must be a list, not a %s`, s.name, f.name.Go(), x.Type().Name)
		return false
	}
	size := len(l.Items)
	items := reflect.MakeSlice(target.Type(), size, size)
	for i := range size {
		if !r.value(l.Items[i], f, items.Index(i)) {
			return false
		}
		if len(l.Items) != size {
			r.th.RuntimeError(`%s field "%s" changed size during iteration`, s.name, f.name.Go())
			return false
		}
	}
	target.Set(items)
	return true
}

func (r *reader) identifier(x object.Value, target reflect.Value) bool {
	if x.IsNone() {
		return true
	}
	if !x.IsExact(&object.StrType) {
		r.th.TypeError("AST identifier must be of type str")
		return false
	}
	name, _ := object.GoString(x)
	target.SetString(name)
	return true
}

// text checks an optional string.
func (r *reader) text(x object.Value) bool {
	if x.IsNil() || x.IsNone() || x.IsExact(&object.StrType) || x.IsExact(&object.BytesType) {
		return true
	}
	r.th.TypeError("AST string must be of type str")
	return false
}

func (r *reader) operator(x object.Value, family string, target reflect.Value) bool {
	limits := operatorRange[family]
	for op := limits[0]; op <= limits[1]; op++ {
		if r.state.isNode(x, op.String()) {
			target.SetUint(uint64(op))
			return true
		}
	}
	r.th.TypeError("expected some sort of %s, but got %s", family, r.repr(x))
	return false
}

func (r *reader) context(x object.Value, target reflect.Value) bool {
	for ctx := ast.Load; ctx <= ast.Del; ctx++ {
		if r.state.isNode(x, ctx.String()) {
			target.SetUint(uint64(ctx))
			return true
		}
	}
	r.th.TypeError("expected some sort of expr_context, but got %s", r.repr(x))
	return false
}

func (r *reader) singleton(v object.Value, n *ast.MatchSingleton) bool {
	x, ok := r.attr(v, strValue)
	switch {
	case !ok:
		return false
	case x.IsNil():
		r.missing("value", "MatchSingleton")
		return false
	}
	if n.Value = constantKind(x); n.Value > ast.CFalse {
		n.Value = ast.CEllipsis // refused later
	}
	return true
}
