// Where a coroutine that nobody awaited was dropped: found in the source when the collector has seen that it is gone.
// CPython warns at the line that runs when the last reference goes: the line itself for a value that is used on the
// spot, the next assignment of a variable, else the call of the function whose variable it was.
package eval

import (
	"pyasync/ast"
	"pyasync/object"
	"pyasync/parser"
)

// unawaitedPlaces finds places, and keeps the trees of the files it has looked at.
type unawaitedPlaces struct {
	trees map[*object.Source]*ast.Module
}

func (p *unawaitedPlaces) tree(src *object.Source) *ast.Module {
	if m, ok := p.trees[src]; ok {
		return m
	}
	if p.trees == nil {
		p.trees = map[*object.Source]*ast.Module{}
	}
	var m *ast.Module
	if r, err := parser.ParseString(src.Text, parser.Options{Filename: src.Filename, TopLevelAwait: true, SyntaxOnly: true}); err == nil {
		m = r.Module
	}
	p.trees[src] = m
	return m
}

// path is the way to what runs at s, outermost node first; nil when the source is not at hand.
func (p *unawaitedPlaces) path(s site) []ast.Node {
	if s.fn == nil || s.fn.Code.Source == nil {
		return nil
	}
	m := p.tree(s.fn.Code.Source)
	if m == nil {
		return nil
	}
	start, end := s.pos.Span()
	return ast.Enclosing(m, ast.Pos{Start: start, End: end})
}

// find returns the arguments of warn_explicit for a coroutine made at one place in a function called from another, or
// None for the place that runs.
func (p *unawaitedPlaces) find(th *Thread, at, via site) Value {
	path := p.path(at)
	if len(path) == 0 {
		return object.None
	}
	use := consumer(path)
	switch s := path[use].(type) {
	case *ast.Return:
		if up := p.path(via); len(up) > 0 && at.fn.Code.Name != "<module>" {
			return p.find(th, via, site{})
		}
	case *ast.Assign:
		if name := soleName(s.Targets); name != "" {
			return p.variable(path[:use+1], name, at, via)
		}
	case *ast.AnnAssign:
		if n, ok := s.Target.(*ast.Name); ok {
			return p.variable(path[:use+1], n.Id, at, via)
		}
	case ast.Expr:
		return placeOf(at, s.Span().Start)
	}
	start, _ := at.pos.Span()
	return placeOf(at, start)
}

// consumer is the index of the node that takes the value of the last of path: what only holds it is passed over.
func consumer(path []ast.Node) int {
	i := len(path) - 1
	for i > 0 {
		i--
		switch path[i].(type) {
		case *ast.List, *ast.Tuple, *ast.Set, *ast.Dict, *ast.Starred, *ast.IfExp, *ast.ListComp, *ast.SetComp, *ast.DictComp:
			continue
		}
		return i
	}
	return i
}

func soleName(targets []ast.Expr) ast.Ident {
	if len(targets) == 1 {
		if n, ok := targets[0].(*ast.Name); ok {
			return n.Id
		}
	}
	return ""
}

// variable is where a variable assigned by the last of path loses its value: the next assignment or del in the same
// function, else the call of the function.
func (p *unawaitedPlaces) variable(path []ast.Node, name ast.Ident, at, via site) Value {
	var scope any = p.tree(at.fn.Code.Source)
	inFunction, async := false, false
	for _, n := range path {
		switch n := n.(type) {
		case *ast.FunctionDef:
			scope, inFunction, async = n, true, false
		case *ast.AsyncFunctionDef:
			scope, inFunction, async = n, true, true
		}
	}
	if next := rebound(scope, name, path[len(path)-1].Span().End); next >= 0 {
		return placeOf(at, next)
	}
	start, _ := at.pos.Span()
	if !inFunction {
		return placeOf(at, start)
	}
	up := p.path(via)
	if len(up) == 0 || async && !awaits(up) {
		// The outermost coroutine of a task: the loop's code drops it, which tells nobody anything.
		return placeOf(at, start)
	}
	start, _ = via.pos.Span()
	return placeOf(via, start)
}

// awaits tells whether what runs at the end of path awaits.
func awaits(path []ast.Node) bool {
	for i := len(path) - 1; i >= 0; i-- {
		switch path[i].(type) {
		case *ast.Await, *ast.AsyncFor, *ast.AsyncWith:
			return true
		case ast.Stmt:
			return false
		}
	}
	return false
}

// rebound is the start of the first statement of scope after a place that assigns or deletes name; -1: there is none.
func rebound(scope any, name ast.Ident, after int32) int32 {
	found := int32(-1)
	var stmt ast.Node
	ast.Visit(scope, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FunctionDef, *ast.AsyncFunctionDef, *ast.ClassDef, *ast.Lambda:
			return false
		case *ast.Name:
			if found < 0 && n.Id == name && n.Ctx != ast.Load && n.Start >= after && stmt != nil {
				found = stmt.Span().Start
			}
		case ast.Stmt:
			stmt = n
		}
		return true
	})
	return found
}

// placeOf is warn's place for a byte of the source of a function.
func placeOf(s site, off int32) Value {
	code := s.fn.Code
	line, _ := code.Source.Locate(off)
	module, registry := object.StrValue("<string>"), object.None
	if g := s.fn.Globals; g != nil {
		if n := g.GetName("__name__"); n.H != nil {
			module = n
		}
		if registry = g.GetName("__warningregistry__"); registry.H == nil {
			registry = object.NewDict().V()
			g.SetName("__warningregistry__", registry)
		}
	}
	return object.TupleOf(object.StrValue(code.Filename), object.Int(int64(line)), module, registry)
}

// atExit is the place of warnings after the program's end, as CPython names it.
func atExit() Value {
	return object.TupleOf(object.StrValue("<sys>"), object.Int(0), object.StrValue("sys"), object.None)
}
