// Package astmod is Python's _ast module: it parses source text into the node classes that the ast module (written in
// Python) declares.
package astmod

import (
	"reflect"
	"strings"
	"unicode"

	"pyasync/ast"
	"pyasync/eval"
	"pyasync/object"
	"pyasync/parser"
)

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	m.AddFuncs([]object.Method{
		{Name: "parse", Sig: "source, filename, mode, classes", Doc: "Parse source into nodes of the given classes.", F: parse},
		{Name: "register", Sig: "classes", Doc: "Remember the namespace with the node classes.", F1: register},
		{Name: "incomplete", Sig: "source, mode", Doc: "Tell whether source is the beginning of a command that goes on.", F2: incomplete},
	})
	eval.SetTrees(th.Interp, Trees{})
	return true
}

var modes = map[string]parser.Mode{"exec": parser.Exec, "eval": parser.Eval, "single": parser.Single}

func parse(th *object.Thread, self object.Value, a []object.Value) object.Value {
	filename, ok := object.GoString(a[1])
	if !ok {
		return th.TypeError("filename must be str, not %s", a[1].Type().Name)
	}
	name, _ := object.GoString(a[2])
	mode, ok := modes[name]
	if !ok {
		return th.ValueError("compile() mode must be 'exec', 'eval' or 'single'")
	}
	source, ok := sourceBytes(th, a[0])
	if !ok {
		return object.Value{}
	}
	classes, ok := object.AsDict(a[3])
	if !ok {
		return th.TypeError("classes must be a dict")
	}
	tree, err := parser.Parse(source, parser.Options{Filename: filename, Mode: mode, SyntaxOnly: true})
	if err != nil {
		eval.RaiseSyntaxError(th, err, filename)
		return object.Value{}
	}
	if !eval.WarnSyntax(th, tree.Warnings, filename) {
		return object.Value{}
	}
	b := &builder{th: th, classes: classes, lines: tree.Lines, empty: map[string]object.Value{}}
	if mode == parser.Eval {
		body := b.node(tree.Expr)
		return b.make("Expression", []string{"body"}, []object.Value{body}, nil)
	}
	body := b.list(reflect.ValueOf(tree.Module.Body))
	if mode == parser.Single {
		return b.make("Interactive", []string{"body"}, []object.Value{body}, nil)
	}
	return b.make("Module", []string{"body", "type_ignores"}, []object.Value{body, object.NewList(nil).V()}, nil)
}

// incomplete is what codeop decides by.
func incomplete(th *object.Thread, self, source, mode object.Value) object.Value {
	text, ok := object.GoString(source)
	if !ok {
		return th.TypeError("source must be str, not %s", source.Type().Name)
	}
	name, _ := object.GoString(mode)
	m, ok := modes[name]
	if !ok {
		return th.ValueError("compile() mode must be 'exec', 'eval' or 'single'")
	}
	r, err := parser.ParseCommand(text, parser.Options{Mode: m})
	return object.Bool(r == nil && err == nil)
}

func sourceBytes(th *object.Thread, v object.Value) ([]byte, bool) {
	if s, ok := object.GoString(v); ok {
		return []byte(s), true
	}
	f := v.Type().Slots.Buffer
	if f == nil {
		th.TypeError("compile() arg 1 must be a string, bytes or AST object")
		return nil, false
	}
	buf, ok := f(th, v)
	if !ok {
		return nil, false
	}
	data := append([]byte(nil), buf.Bytes...)
	if buf.Release != nil {
		buf.Release()
	}
	return data, true
}

// builder turns the Go tree into Python objects. Failed allocations show as nil Values, which end up as None: the
// classes are plain, so making instances does not raise.
type builder struct {
	th      *object.Thread
	classes *object.Dict
	lines   *ast.LineTable
	empty   map[string]object.Value // the instances of marker classes, such as Load, which are shared
}

// make creates an instance of the class without running its __init__.
func (b *builder) make(class string, names []string, values []object.Value, pos *ast.Pos) object.Value {
	c := b.classes.GetName(class)
	t, ok := object.AsType(c)
	if c.IsNil() || !ok {
		return b.th.RuntimeError("ast has no class %s", class)
	}
	v := object.ObjectValue(&object.NewInstance(t).Header)
	for i, n := range names {
		x := values[i]
		if x.IsNil() {
			x = object.None
		}
		object.SetOwnAttr(v, object.NewStr(n), x)
	}
	if pos != nil {
		line, col := b.lines.Bytes(pos.Start)
		endLine, endCol := b.lines.Bytes(pos.End)
		for i, n := range [...]string{"lineno", "col_offset", "end_lineno", "end_col_offset"} {
			object.SetOwnAttr(v, object.NewStr(n), object.Int(int64([...]int{line, col, endLine, endCol}[i])))
		}
	}
	return v
}

func (b *builder) marker(class string) object.Value {
	if v, ok := b.empty[class]; ok {
		return v
	}
	v := b.make(class, nil, nil, nil)
	b.empty[class] = v
	return v
}

func (b *builder) list(v reflect.Value) object.Value {
	items := make([]object.Value, v.Len())
	for i := range items {
		items[i] = b.value(v.Index(i))
	}
	return object.NewList(items).V()
}

// node converts a struct; its fields are the node's, in order, in Go spelling.
func (b *builder) node(n any) object.Value {
	v := reflect.ValueOf(n).Elem()
	t := v.Type()
	name := t.Name()
	if p, ok := pythonNames[name]; ok {
		name = p
	}
	var pos *ast.Pos
	if sp, ok := n.(ast.Node); ok && hasPosition(name) {
		pos = sp.Span()
	}
	switch c := n.(type) {
	case *ast.Constant:
		kind := object.None
		if c.U {
			kind = object.StrValue("u")
		}
		return b.make(name, []string{"value", "kind"}, []object.Value{b.constant(c), kind}, pos)
	case *ast.MatchSingleton:
		return b.make(name, []string{"value"}, []object.Value{b.constant(&ast.Constant{Kind: c.Value})}, pos)
	}
	var names []string
	var values []object.Value
	for i := range t.NumField() {
		if f := t.Field(i); !f.Anonymous {
			names = append(names, snake(f.Name))
			values = append(values, b.value(v.Field(i)))
		}
	}
	return b.make(name, names, values, pos)
}

func (b *builder) value(f reflect.Value) object.Value {
	switch f.Kind() {
	case reflect.Slice:
		return b.list(f)
	case reflect.Interface, reflect.Pointer:
		if f.IsNil() {
			return object.None
		}
	}
	switch x := f.Interface().(type) {
	case ast.Ident:
		if x == "" {
			return object.None
		}
		return object.StrValue(string(x))
	case ast.Ctx:
		return b.marker(x.String())
	case ast.Op:
		return b.marker(x.String())
	case int:
		return object.Int(int64(x))
	case bool:
		if x {
			return object.Int(1)
		}
		return object.Int(0)
	case string:
		return object.StrValue(x)
	default:
		return b.node(x)
	}
}

func (b *builder) constant(c *ast.Constant) object.Value {
	switch c.Kind {
	case ast.CTrue:
		return object.True
	case ast.CFalse:
		return object.False
	case ast.CEllipsis:
		return object.Ellipsis
	case ast.CInt:
		return object.IntFromBig(c.Int())
	case ast.CFloat:
		return object.Float(c.Float())
	case ast.CComplex:
		return b.th.CallArgs(object.ComplexType.V(), object.Float(0), object.Float(c.Float()))
	case ast.CStr:
		return object.StrValue(c.S)
	case ast.CBytes:
		return object.NewBytes([]byte(c.S)).V()
	}
	return object.None
}

// snake turns a Go field name into Python's.
func snake(s string) string {
	var out strings.Builder
	for i, r := range s {
		if unicode.IsUpper(r) {
			if i > 0 {
				out.WriteByte('_')
			}
			r = unicode.ToLower(r)
		}
		out.WriteRune(r)
	}
	return out.String()
}
