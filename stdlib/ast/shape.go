// How the node classes of Python and the structs of package ast correspond.
package astmod

import (
	"reflect"
	"strings"

	"pyasync/ast"
	"pyasync/object"
)

// pythonNames are the classes whose name in Python is not the one in Go.
var pythonNames = map[string]string{"ExprStmt": "Expr", "Comprehension": "comprehension", "Keyword": "keyword", "Arg": "arg",
	"Arguments": "arguments", "Alias": "alias", "WithItem": "withitem", "MatchCase": "match_case"}

// families are the sums of CPython's grammar of trees, each with its nodes.
var families = map[string][]any{
	"stmt": {(*ast.FunctionDef)(nil), (*ast.AsyncFunctionDef)(nil), (*ast.ClassDef)(nil), (*ast.Return)(nil), (*ast.Delete)(nil),
		(*ast.Assign)(nil), (*ast.TypeAlias)(nil), (*ast.AugAssign)(nil), (*ast.AnnAssign)(nil), (*ast.For)(nil), (*ast.AsyncFor)(nil),
		(*ast.While)(nil), (*ast.If)(nil), (*ast.With)(nil), (*ast.AsyncWith)(nil), (*ast.Match)(nil), (*ast.Raise)(nil), (*ast.Try)(nil),
		(*ast.TryStar)(nil), (*ast.Assert)(nil), (*ast.Import)(nil), (*ast.ImportFrom)(nil), (*ast.Global)(nil), (*ast.Nonlocal)(nil),
		(*ast.ExprStmt)(nil), (*ast.Pass)(nil), (*ast.Break)(nil), (*ast.Continue)(nil)},
	"expr": {(*ast.BoolOp)(nil), (*ast.NamedExpr)(nil), (*ast.BinOp)(nil), (*ast.UnaryOp)(nil), (*ast.Lambda)(nil), (*ast.IfExp)(nil),
		(*ast.Dict)(nil), (*ast.Set)(nil), (*ast.ListComp)(nil), (*ast.SetComp)(nil), (*ast.DictComp)(nil), (*ast.GeneratorExp)(nil),
		(*ast.Await)(nil), (*ast.Yield)(nil), (*ast.YieldFrom)(nil), (*ast.Compare)(nil), (*ast.Call)(nil), (*ast.FormattedValue)(nil),
		(*ast.JoinedStr)(nil), (*ast.Constant)(nil), (*ast.Attribute)(nil), (*ast.Subscript)(nil), (*ast.Starred)(nil), (*ast.Name)(nil),
		(*ast.List)(nil), (*ast.Tuple)(nil), (*ast.Slice)(nil)},
	"pattern": {(*ast.MatchValue)(nil), (*ast.MatchSingleton)(nil), (*ast.MatchSequence)(nil), (*ast.MatchMapping)(nil),
		(*ast.MatchClass)(nil), (*ast.MatchStar)(nil), (*ast.MatchAs)(nil), (*ast.MatchOr)(nil)},
	"type_param":    {(*ast.TypeVar)(nil), (*ast.ParamSpec)(nil), (*ast.TypeVarTuple)(nil)},
	"excepthandler": {(*ast.ExceptHandler)(nil)},
}

// familyOf tells the sum a field belongs to by the type of the field.
var familyOf = map[reflect.Type]string{
	reflect.TypeFor[ast.Stmt](): "stmt", reflect.TypeFor[ast.Expr](): "expr", reflect.TypeFor[ast.Pattern](): "pattern",
	reflect.TypeFor[ast.TypeParam](): "type_param", reflect.TypeFor[*ast.ExceptHandler](): "excepthandler",
}

// optionalFields may be None or absent; those of pointer type that are not listed here must be given.
var optionalFields = map[string]string{
	"FunctionDef": "returns", "AsyncFunctionDef": "returns", "Return": "value", "AnnAssign": "value", "Raise": "exc cause",
	"Assert": "msg", "ImportFrom": "module level", "Yield": "value", "FormattedValue": "format_spec", "Slice": "lower upper step",
	"ExceptHandler": "type name", "arguments": "vararg kwarg", "arg": "annotation", "keyword": "arg", "alias": "asname",
	"withitem": "optional_vars", "match_case": "guard", "MatchMapping": "rest", "MatchStar": "name", "MatchAs": "pattern name",
	"TypeVar": "bound default_value", "ParamSpec": "default_value", "TypeVarTuple": "default_value", "Constant": "kind",
}

// typeComments are the nodes with a field that is read, checked and dropped.
var typeComments = map[string]bool{"FunctionDef": true, "AsyncFunctionDef": true, "Assign": true, "For": true, "AsyncFor": true,
	"With": true, "AsyncWith": true, "arg": true}

// shape describes a struct of package ast to the loops over its fields.
type shape struct {
	name       string // of the class in Python
	family     string // "" for a node of its own, such as arguments
	goType     reflect.Type
	positioned bool // has lineno and the like
	fields     []field
}

type field struct {
	index    int
	name     *object.Str
	optional bool
	family   string // of nodes and of operators
}

// newShape reads the fields of a struct by reflection.
func newShape(t reflect.Type, family string) *shape {
	s := &shape{name: t.Name(), family: family, goType: t}
	if p, ok := pythonNames[s.name]; ok {
		s.name = p
	}
	_, isNode := reflect.New(t).Interface().(ast.Node)
	s.positioned = isNode && hasPosition(s.name)
	optional := strings.Fields(optionalFields[s.name])
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous {
			continue
		}
		x := field{index: i, name: object.NewStr(snake(f.Name))}
		for _, o := range optional {
			x.optional = x.optional || o == x.name.Go()
		}
		elem := f.Type
		if elem.Kind() == reflect.Slice {
			elem = elem.Elem()
		}
		if x.family = familyOf[elem]; elem == opType {
			x.family = operatorFamily[s.name]
		}
		s.fields = append(s.fields, x)
	}
	return s
}

// operatorFamily is the sum of a node's operators.
var operatorFamily = map[string]string{"BoolOp": "boolop", "BinOp": "operator", "AugAssign": "operator", "UnaryOp": "unaryop", "Compare": "cmpop"}

// operatorRange gives the members of a sum of operators.
var operatorRange = map[string][2]ast.Op{"boolop": {ast.And, ast.Or}, "operator": {ast.Add, ast.FloorDiv},
	"unaryop": {ast.Invert, ast.USub}, "cmpop": {ast.Eq, ast.NotIn}}

var (
	opType    = reflect.TypeFor[ast.Op]()
	ctxType   = reflect.TypeFor[ast.Ctx]()
	identType = reflect.TypeFor[ast.Ident]()
)

// hasPosition reports whether CPython's class has lineno and the like.
func hasPosition(class string) bool {
	switch class {
	case "comprehension", "arguments", "withitem", "match_case":
		return false
	}
	return true
}
