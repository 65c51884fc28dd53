// Lowering of expressions. Sub-expressions that suspend are hoisted: their statements go to l.pre, and the
// expression reads a temporary; what is evaluated before them is saved in temporaries too, so that order is kept.
package eval

import (
	"strings"

	"pyasync/ast"
	"pyasync/object"
)

// newTemp reserves a slot for a temporary.
func (l *lowerer) newTemp() slot { return l.newSlots(1) }

// save evaluates n now, into a temporary.
func (l *lowerer) save(n Node) Node {
	switch n.(type) {
	case *constant, *temp:
		return n
	}
	off := l.newTemp()
	l.pre = append(l.pre, &assignLocal{off, n})
	return &temp{off}
}

// peek reads a temporary without emptying it.
type peek struct{ off slot }

func (n *peek) Eval(f *Frame) Value { return *f.at(n.off) }

// exprs lowers expressions that are evaluated in order.
func (l *lowerer) exprs(es []ast.Expr) []Node {
	last := -1
	for i, e := range es {
		if l.suspends(e) {
			last = i
		}
	}
	nodes := make([]Node, len(es))
	for i, e := range es {
		if e == nil {
			continue
		}
		nodes[i] = l.expr(e)
		if i < last {
			nodes[i] = l.save(nodes[i])
		}
	}
	return nodes
}

func (l *lowerer) pair(a, b ast.Expr) (Node, Node) {
	if !l.suspends(b) {
		return l.expr(a), l.expr(b)
	}
	na := l.save(l.expr(a))
	return na, l.expr(b)
}

// expr lowers an expression to a node.
func (l *lowerer) expr(e ast.Expr) Node {
	switch e := e.(type) {
	case *ast.Constant:
		v := l.u.consts.literal(e)
		l.code.consts = append(l.code.consts, v)
		return &constant{v}
	case *ast.Literal:
		v := e.Value.(Value)
		l.code.consts = append(l.code.consts, v)
		return &constant{v}
	case *ast.Name:
		return l.loadName(string(e.Id), posOf(e))
	case *ast.BinOp:
		return l.binOp(e)
	case *ast.BoolOp:
		return l.boolOp(e)
	case *ast.UnaryOp:
		return l.unaryOp(e)
	case *ast.Compare:
		return l.compare(e)
	case *ast.Call:
		return l.call(e)
	case *ast.Attribute:
		return l.attribute(e)
	case *ast.Subscript:
		v, k := l.pair(e.Value, e.Slice)
		if x := l.u.foldItem(v, k); x.H != nil {
			return &constant{x}
		}
		return newItem(v, k, posOf(e))
	case *ast.Slice:
		n := l.exprs([]ast.Expr{e.Lower, e.Upper, e.Step})
		return &sliceNode{n[0], n[1], n[2]}
	case *ast.IfExp:
		return l.ifExp(e)
	case *ast.Tuple:
		return l.tuple(e)
	case *ast.List:
		return l.display(listDisplay, e.Elts, posOf(e))
	case *ast.Set:
		return l.display(setDisplay, e.Elts, posOf(e))
	case *ast.Dict:
		return l.dict(e)
	case *ast.JoinedStr:
		return l.joined(e)
	case *ast.FormattedValue:
		return l.formatted(e)
	case *ast.NamedExpr:
		v := l.expr(e.Value)
		return &named{l.target(e.Target), v}
	case *ast.Lambda:
		return l.lambda(e)
	case *ast.ListComp:
		return l.comprehension(e, listComp, e.Generators, e.Elt, nil, posOf(e))
	case *ast.SetComp:
		return l.comprehension(e, setComp, e.Generators, e.Elt, nil, posOf(e))
	case *ast.DictComp:
		return l.comprehension(e, dictComp, e.Generators, e.Key, e.Value, posOf(e))
	case *ast.GeneratorExp:
		return l.generatorExp(e)
	case *ast.Await:
		return l.await(e)
	case *ast.Yield:
		return l.yield(e)
	case *ast.YieldFrom:
		return l.yieldFrom(e)
	case *ast.Starred:
		return l.expr(e.Value)
	}
	panic("lowering: unknown expression")
}

// constantValue makes the Value of a literal.
func constantValue(c *ast.Constant) Value {
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
		return object.NewComplex(complex(0, c.Float()))
	case ast.CStr:
		return object.StrValue(c.S)
	case ast.CBytes:
		return object.BytesValue([]byte(c.S))
	}
	return object.None
}

// loadName reads a variable.
func (l *lowerer) loadName(name string, pos Pos) Node {
	if name == "__debug__" {
		return &constant{object.Bool(l.u.optimize == 0)}
	}
	name = l.s.mangle(name)
	host := l.s.host()
	key := l.u.consts.name(name)
	v := l.s.find(name)
	if cls := l.s.classAround(); cls != nil && name != "__classdict__" && !v.inside(cls) {
		if sym := cls.lookup(name); sym != nil && sym.flags&symGlobal != 0 {
			return &global{name: l.noteName(key), pos: pos}
		}
		if dict := l.s.find("__classdict__"); dict != nil && (l.s.lookup(name) == nil || l.s.lookup(name).flags&symGlobal == 0) {
			l.noteName(key)
			rest := Node(&global{name: key, pos: pos})
			// A name that the class binds is a global otherwise: variables of functions around the class are passed over.
			if sym := cls.lookup(name); v != nil && (sym == nil || sym.flags&symBound == 0 || sym.flags&symNonlocal != 0) {
				rest = l.variable(v, key, pos)
			}
			return &classDictName{key, l.variable(dict, l.u.consts.name("__classdict__"), pos), rest}
		}
	}
	if v == nil {
		l.noteName(key)
		if sym := l.s.lookup(name); sym != nil && sym.flags&symGlobal != 0 || host.kind == functionScope || host.kind == typeParamsScope || host.kind == classScope && l.s != host {
			return &global{name: key, pos: pos}
		}
		return &bodyName{global{name: key, pos: pos}}
	}
	n := l.variable(v, key, pos)
	if l.s.kind == classScope {
		return &classFree{key, n}
	}
	return n
}

func (l *lowerer) variable(v *symbol, key *Str, pos Pos) Node {
	host := l.s.host()
	if v.owner.host() != host {
		return &freeVar{host.freeIndex[v], key, pos}
	}
	if v.captured {
		return &cellVar{slotAt(v.slot), key, pos}
	}
	return &local{slotAt(v.slot), key, pos}
}

// sub collects what f hoists as a statement of its own.
func (l *lowerer) sub(f func()) Stmt {
	outer := l.pre
	l.pre = nil
	f()
	s := l.joinSusp(l.pre)
	l.pre = outer
	return s
}

func (l *lowerer) attribute(e *ast.Attribute) Node {
	v := l.expr(e.Value)
	a := attr{v: v, name: l.attrName(e.Attr), pos: l.attrPos(e)}
	if off, ok := localSlot(v); ok {
		return &localAttr{a, off}
	}
	return &a
}

// attrPos is where a traceback shows an attribute: the whole expression, or the name alone when that stands on a later
// line than the expression begins on.
func (l *lowerer) attrPos(e *ast.Attribute) Pos { return l.fromAttr(posOf(e), e) }

// fromAttr moves the start of pos, an expression that begins with e, to the name of the attribute if that stands on a
// later line (CPython's update_start_location_to_match_attr).
func (l *lowerer) fromAttr(pos Pos, e *ast.Attribute) Pos {
	start, end := pos.Span()
	nameEnd := e.Span().End
	if text := l.u.src.Text; int(nameEnd) > len(text) || strings.IndexByte(text[start:nameEnd], '\n') < 0 {
		return pos
	}
	return object.MakePos(nameEnd-int32(len(e.Attr)), end)
}

// methodCallPos is where a traceback shows the call of a method.
func (l *lowerer) methodCallPos(e *ast.Call) Pos {
	a, ok := e.Func.(*ast.Attribute)
	if !ok || hasStar(e.Args) {
		return posOf(e)
	}
	for _, k := range e.Keywords {
		if k.Arg == "" {
			return posOf(e)
		}
	}
	return l.fromAttr(posOf(e), a)
}

func (l *lowerer) attrName(id ast.Ident) *Str {
	return l.noteName(l.u.consts.name(l.s.mangle(string(id))))
}

// noteName adds a name to co_names.
func (l *lowerer) noteName(name *Str) *Str {
	l.code.names = append(l.code.names, name)
	return name
}

func (l *lowerer) tuple(e *ast.Tuple) Node {
	n := l.display(tupleDisplay, e.Elts, posOf(e))
	t, ok := n.(*tupleNode)
	if !ok {
		return n
	}
	items := make([]Value, len(t.elts))
	for i, x := range t.elts {
		c, ok := x.(*constant)
		if !ok {
			return n
		}
		items[i] = c.v
	}
	return &constant{l.u.consts.tuple(items)}
}

func hasStar(es []ast.Expr) bool {
	for _, e := range es {
		if _, ok := e.(*ast.Starred); ok {
			return true
		}
	}
	return false
}

func (l *lowerer) display(kind displayKind, elts []ast.Expr, pos Pos) Node {
	nodes := l.exprs(elts)
	if !hasStar(elts) {
		switch kind {
		case tupleDisplay:
			return &tupleNode{nodes}
		case listDisplay:
			return &listNode{nodes}
		}
	}
	folded := kind == setDisplay && len(elts) >= 3
	for _, e := range elts {
		folded = folded && isFoldedConstant(e)
	}
	return &display{kind, l.starArgs(elts, nodes), pos, folded}
}

// isFoldedConstant recognises what CPython's compiler turns into a constant.
func isFoldedConstant(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Constant, *ast.Literal:
		return true
	case *ast.UnaryOp:
		return isFoldedConstant(e.Operand)
	case *ast.BinOp:
		return isFoldedConstant(e.Left) && isFoldedConstant(e.Right)
	case *ast.Tuple:
		for _, elt := range e.Elts {
			if !isFoldedConstant(elt) {
				return false
			}
		}
		return true
	}
	return false
}

func (l *lowerer) starArgs(elts []ast.Expr, nodes []Node) []starArg {
	args := make([]starArg, len(elts))
	for i, n := range nodes {
		_, star := elts[i].(*ast.Starred)
		args[i] = starArg{n, star, posOf(elts[i])}
	}
	return args
}

func (l *lowerer) dict(e *ast.Dict) Node {
	var order []ast.Expr
	for i, k := range e.Keys {
		order = append(order, k, e.Values[i])
	}
	nodes := l.exprs(order)
	d := &dictNode{pos: posOf(e)}
	for i := range e.Keys {
		d.keys = append(d.keys, nodes[2*i])
		d.values = append(d.values, nodes[2*i+1])
	}
	return d
}

func (l *lowerer) joined(e *ast.JoinedStr) Node {
	nodes := l.exprs(e.Values)
	if len(nodes) == 0 {
		return &constant{object.StrValue("")}
	}
	if len(nodes) == 1 {
		if c, ok := nodes[0].(*constant); ok {
			return c
		}
	}
	return &joined{nodes}
}

func (l *lowerer) formatted(e *ast.FormattedValue) Node {
	n := &formatted{pos: posOf(e)}
	if e.Conversion > 0 {
		n.conversion = byte(e.Conversion)
	}
	if e.FormatSpec != nil {
		n.v, n.spec = l.pair(e.Value, e.FormatSpec)
		return n
	}
	n.v = l.expr(e.Value)
	return n
}

// call lowers a call to the node that fits its arguments.
func (l *lowerer) call(e *ast.Call) Node {
	pos := l.methodCallPos(e)
	general := hasStar(e.Args)
	order := append([]ast.Expr{}, e.Args...)
	for _, k := range e.Keywords {
		order = append(order, k.Value)
		general = general || k.Arg == ""
	}
	susp := l.anySuspends(order)
	a, isAttr := e.Func.(*ast.Attribute)
	if isAttr && !susp && !general && len(e.Keywords) == 0 {
		v := l.expr(a.Value)
		call := methodCall{attr: attr{v: v, name: l.attrName(a.Attr), pos: l.attrPos(a)}, args: l.exprs(e.Args), callPos: pos}
		if s, ok := v.(*superNode); ok {
			return &superMethodCall{call, s}
		}
		return &call
	}
	fn := l.expr(e.Func)
	if susp {
		fn = l.save(fn)
	}
	nodes := l.exprs(order)
	if general {
		return &starCall{fn, l.starArgs(e.Args, nodes[:len(e.Args)]), l.starKws(e.Keywords, nodes[len(e.Args):]), pos}
	}
	if len(e.Keywords) > 0 {
		kw := make([]*Str, len(e.Keywords))
		for i, k := range e.Keywords {
			kw[i] = l.u.consts.name(string(k.Arg))
		}
		return &kwCall{fn, nodes, kw, pos}
	}
	return l.positionalCall(e, fn, nodes, pos)
}

func (l *lowerer) positionalCall(e *ast.Call, fn Node, nodes []Node, pos Pos) Node {
	switch len(nodes) {
	case 0:
		if n, ok := e.Func.(*ast.Name); ok && n.Id == "super" && l.s.host().isFunctionLike() {
			return l.superCall(fn, pos)
		}
		return &call0{fn, pos}
	case 1:
		return &call1{fn, nodes[0], pos}
	case 2:
		return &call2{fn, nodes[0], nodes[1], pos}
	case 3:
		return &call3{fn, nodes[0], nodes[1], nodes[2], pos}
	}
	return &call{fn, nodes, pos}
}

func (l *lowerer) starKws(kws []*ast.Keyword, nodes []Node) []starKw {
	list := make([]starKw, len(kws))
	for i, k := range kws {
		list[i] = starKw{v: nodes[i], pos: posOf(k)}
		if k.Arg != "" {
			list[i].name = l.u.consts.name(string(k.Arg))
		}
	}
	return list
}
