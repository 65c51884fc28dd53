// PEP 695: type parameters of functions and classes, and the type statement.
package eval

import (
	"pyasync/ast"
	"pyasync/object"
)

// typeParamsNode runs inner in a frame of its own that holds the type parameters.
type typeParamsNode struct {
	code    *Code
	closure []closureCell
	pos     Pos
	args    []Node // evaluated outside, passed as the first slots (defaults of the function)
}

func (n *typeParamsNode) Eval(f *Frame) Value {
	fn := &object.Function{Header: object.Header{Shape: &object.FunctionType.Root}, Code: &n.code.Code, Globals: f.fn.Globals, Builtins: f.fn.Builtins,
		Name: object.NewStr(n.code.Name), Qualname: object.NewStr(n.code.Qualname), Doc: object.None, Module: f.moduleName(), Closure: f.closure(n.closure)}
	n.code.prepare()
	w := f.th.Window(len(n.args))
	defer f.th.Release(w)
	if !f.evalInto(w, n.args) {
		return Value{}
	}
	f.pos = n.pos
	nf := f.push(n.code.slots)
	for i, off := range n.code.argSlots {
		*nf.at(off) = w[i]
	}
	return f.run(nf, fn, n.code)
}

// typeParams lowers a type parameter list around what build makes; the result of the node is build's.
func (l *lowerer) typeParams(key any, name string, params []ast.TypeParam, at ast.Pos, args []Node, build func(n *lowerer, tuple Node, outer []Node) Node) Node {
	n := l.nested(typeParamsKey{key}, "<generic parameters of "+name+">", at)
	n.qual = l.qual
	if l.s.host().kind == functionScope && l.qual != "" {
		n.qual = l.qual
	}
	node := &typeParamsNode{code: n.code, closure: l.closureOf(n.s), pos: object.MakePos(at.Start, at.End), args: args}
	outer := make([]Node, len(args))
	for i := range args {
		off := n.newTemp()
		n.code.argSlots = append(n.code.argSlots, off)
		outer[i] = &peek{off}
	}
	n.code.lower = func() {
		var list []Stmt
		names := make([]Node, len(params))
		for i, p := range params {
			s, load := n.typeParam(p)
			list = append(list, s)
			names[i] = load
		}
		list = append(list, &returnStmt{build(n, &tupleNode{names}, outer)})
		n.code.body = &block{list}
		n.finish()
	}
	return node
}

// typeParam lowers one parameter: the statement that makes and binds it, and a node that reads it.
func (l *lowerer) typeParam(p ast.TypeParam) (Stmt, Node) {
	var mk *makeTypeParam
	var name ast.Ident
	switch p := p.(type) {
	case *ast.TypeVar:
		name = p.Name
		mk = &makeTypeParam{kind: typeVar, bound: l.lazy(boundKey{p}, p.Bound), def: l.lazy(defaultKey{p}, p.DefaultValue)}
		_, mk.constraints = p.Bound.(*ast.Tuple)
	case *ast.ParamSpec:
		name = p.Name
		mk = &makeTypeParam{kind: paramSpec, def: l.lazy(defaultKey{p}, p.DefaultValue)}
	case *ast.TypeVarTuple:
		name = p.Name
		mk = &makeTypeParam{kind: typeVarTuple, def: l.lazy(defaultKey{p}, p.DefaultValue)}
	}
	mk.name = string(name)
	pos := posOf(p)
	return newAssign(l.nameTarget(string(name), pos), mk), l.loadName(string(name), pos)
}

// lazy lowers an expression that is evaluated on demand: a function without parameters.
func (l *lowerer) lazy(key any, e ast.Expr) Node {
	if e == nil {
		return nil
	}
	n := l.nested(key, l.u.scopes[key].name, *e.Span())
	return l.function(n, &ast.Arguments{}, func() Stmt {
		v := n.starAnnotation(e)
		return n.wrap(&returnStmt{v})
	})
}

type typeParamKind uint8

const (
	typeVar typeParamKind = iota
	paramSpec
	typeVarTuple
)

// makeTypeParam makes a TypeVar, ParamSpec or TypeVarTuple.
type makeTypeParam struct {
	kind        typeParamKind
	name        string
	bound, def  Node // functions, may be nil
	constraints bool // the bound is a tuple of constraints
}

func (n *makeTypeParam) Eval(f *Frame) Value {
	var bound, def Value
	if n.bound != nil {
		bound = n.bound.Eval(f)
	}
	if n.def != nil {
		def = n.def.Eval(f)
	}
	name := object.NewStr(n.name)
	switch {
	case n.kind == paramSpec:
		return object.NewParamSpec(name, def)
	case n.kind == typeVarTuple:
		return object.NewTypeVarTuple(name, def)
	case n.constraints:
		return object.NewTypeVar(name, Value{}, bound, def)
	}
	return object.NewTypeVar(name, bound, Value{}, def)
}

func (l *lowerer) genericFunction(key any, s *ast.FunctionDef) Node {
	args := l.exprs(append(append([]ast.Expr{}, s.Args.Defaults...), nonNil(s.Args.KwDefaults)...))
	return l.typeParams(key, string(s.Name), s.TypeParams, s.Pos, args, func(n *lowerer, tuple Node, outer []Node) Node {
		plain := *s
		plainArgs := *s.Args
		plainArgs.Defaults, plainArgs.KwDefaults = nil, nil
		plain.Args = &plainArgs
		n.s.parent = l.s
		fn := n.plainFunction(key, &plain, n)
		fn.defaults = outer[:len(s.Args.Defaults)]
		outer = outer[len(s.Args.Defaults):]
		for i, d := range s.Args.KwDefaults {
			if d != nil {
				fn.kwDefaults = append(fn.kwDefaults, kwDefault{object.NewStr(l.s.mangle(string(s.Args.Kwonlyargs[i].Arg))), outer[0]})
				outer = outer[1:]
			}
		}
		fn.typeParams = tuple
		return fn
	})
}

func nonNil(es []ast.Expr) []ast.Expr {
	var list []ast.Expr
	for _, e := range es {
		if e != nil {
			list = append(list, e)
		}
	}
	return list
}

func (l *lowerer) genericClass(s *ast.ClassDef) Node {
	return l.typeParams(s, string(s.Name), s.TypeParams, s.Pos, nil, func(n *lowerer, tuple Node, _ []Node) Node {
		params := n.nameTarget(".type_params", posOf(s))
		base := n.nameTarget(".generic_base", posOf(s))
		set := &named{params, tuple}
		generic := &named{base, &genericBase{set}}
		return n.class(s, []starArg{{generic, false, posOf(s)}})
	})
}

// genericBase is Generic[T, …] for the parameters of a generic class.
type genericBase struct{ params Node }

func (n *genericBase) Eval(f *Frame) Value {
	v := n.params.Eval(f)
	if v.H == nil {
		return v
	}
	r := f.th.SubscriptGeneric(v)
	if r.H == nil {
		f.fail(f.pos)
	}
	return r
}

// typeAlias lowers `type X[T] = value`.
func (l *lowerer) typeAlias(s *ast.TypeAlias) Stmt {
	name := s.Name.(*ast.Name)
	v := l.typeParams(s, string(name.Id), s.TypeParams, s.Pos, nil, func(n *lowerer, tuple Node, _ []Node) Node {
		return &typeAliasNode{string(name.Id), tuple, n.lazy(s, s.Value)}
	})
	return newAssign(l.nameTarget(string(name.Id), posOf(name)), v)
}

type typeAliasNode struct {
	name          string
	params, value Node
}

func (n *typeAliasNode) Eval(f *Frame) Value {
	params := n.params.Eval(f)
	if params.H == nil {
		return params
	}
	return object.NewTypeAlias(object.NewStr(n.name), params, n.value.Eval(f), f.moduleName())
}
