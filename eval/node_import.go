// The import statements.
package eval

import (
	"strings"

	"pyasync/ast"
	"pyasync/object"
)

// importNode is `import a.b.c` or `import a.b.c as d`: its value is what gets bound.
type importNode struct {
	name *Str
	tail []*Str // of a dotted name with "as": the attributes to follow from the top package
	pos  Pos
}

func (n *importNode) Eval(f *Frame) Value {
	f.pos = n.pos
	v := importStatement(f.th, f.fn.Globals, f.fn.Builtins, f.importLocals(), n.name, object.None, 0)
	if v.H == nil {
		return f.fail(n.pos)
	}
	for _, name := range n.tail {
		if v = importFrom(f.th, v, name); v.H == nil {
			return f.fail(n.pos)
		}
	}
	return v
}

// importLocals is the locals argument of a replaced __import__.
func (f *Frame) importLocals() Value {
	if f.code().optimized() {
		return object.None
	}
	return f.locals(f.th)
}

// importFromStmt is `from m import a, b as c`.
type importFromStmt struct {
	module   *Str
	level    int
	fromlist Value
	names    []*Str
	targets  []target
	pos      Pos
}

func (s *importFromStmt) Exec(f *Frame) Status {
	f.pos = s.pos
	th := f.th
	m := importStatement(th, f.fn.Globals, f.fn.Builtins, f.importLocals(), s.module, s.fromlist, s.level)
	if m.H == nil {
		return f.failStatus(s.pos)
	}
	for i, name := range s.names {
		f.pos = s.pos
		v := importFrom(th, m, name)
		if v.H == nil {
			return f.failStatus(s.pos)
		}
		if !s.targets[i].store(f, v) {
			return Raise
		}
	}
	return Normal
}

// importStarStmt is `from m import *`.
type importStarStmt struct {
	module *Str
	level  int
	pos    Pos
}

func (s *importStarStmt) Exec(f *Frame) Status {
	f.pos = s.pos
	th := f.th
	m := importStatement(th, f.fn.Globals, f.fn.Builtins, f.importLocals(), s.module, object.TupleOf(object.StrValue("*")), s.level)
	if m.H == nil {
		return f.failStatus(s.pos)
	}
	ns := *f.at(0)
	if ns.H == nil {
		ns = f.fn.Globals.V()
	}
	if !importStar(th, m, func(name *Str, v Value) bool { return th.SetItem(ns, name.V(), v) }) {
		return f.failStatus(s.pos)
	}
	return Normal
}

func (l *lowerer) importStmt(s *ast.Import) Stmt {
	var list []Stmt
	for _, a := range s.Names {
		n := &importNode{name: l.noteName(object.NewStr(string(a.Name))), pos: posOf(s)}
		bind := a.Asname
		if bind == "" {
			bind = ast.Ident(firstPart(string(a.Name)))
		} else {
			parts := strings.Split(string(a.Name), ".")
			for _, p := range parts[1:] {
				n.tail = append(n.tail, l.noteName(object.NewStr(p)))
			}
		}
		list = append(list, newAssign(l.nameTarget(string(bind), posOf(s)), n))
	}
	return l.join(list)
}

func (l *lowerer) importFrom(s *ast.ImportFrom) Stmt {
	module := l.noteName(object.NewStr(string(s.Module)))
	if len(s.Names) == 1 && s.Names[0].Name == "*" {
		return &importStarStmt{module, s.Level, posOf(s)}
	}
	st := &importFromStmt{module: module, level: s.Level, pos: posOf(s)}
	var from []Value
	for _, a := range s.Names {
		name := object.NewStr(string(a.Name))
		from = append(from, name.V())
		bind := a.Asname
		if bind == "" {
			bind = a.Name
		}
		st.names = append(st.names, l.noteName(name))
		st.targets = append(st.targets, l.nameTarget(string(bind), posOf(s)))
	}
	st.fromlist = object.NewTuple(from).V()
	return st
}
