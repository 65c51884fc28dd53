// The text of an expression, normalised as CPython's compiler writes annotations under
// `from __future__ import annotations` (Python/ast_unparse.c): one space around operators, only needed parentheses.
package eval

import (
	"strings"

	"pyasync/ast"
	"pyasync/object"
)

// Levels of precedence, loosest first. An expression of a looser kind than its place asks for gets parentheses.
const (
	prTuple = iota
	prTest  // if-else, lambda
	prOr
	prAnd
	prNot
	prCmp
	prBitOr // also "expression": what may stand behind a star
	prBitXor
	prBitAnd
	prShift
	prArith
	prTerm
	prFactor
	prPower
	prAwait
	prAtom
)

// unparse is the text of an annotation.
func (u *unit) unparse(e ast.Expr) string {
	w := &unparser{}
	w.expr(e, prTest)
	return w.b.String()
}

type unparser struct{ b strings.Builder }

func (w *unparser) put(parts ...string) {
	for _, s := range parts {
		w.b.WriteString(s)
	}
}

// open writes the parenthesis that an expression of precedence own needs at level, and returns the closing one.
func (w *unparser) open(level, own int) string {
	if level <= own {
		return ""
	}
	w.put("(")
	return ")"
}

// list writes expressions between commas.
func (w *unparser) list(es []ast.Expr, level int) {
	for i, e := range es {
		if i > 0 {
			w.put(", ")
		}
		w.expr(e, level)
	}
}

// binaryText are the binary operators with their precedence.
var binaryText = map[ast.Op]struct {
	text string
	pr   int
}{
	ast.Add: {" + ", prArith}, ast.Sub: {" - ", prArith}, ast.Mult: {" * ", prTerm}, ast.MatMult: {" @ ", prTerm}, ast.Div: {" / ", prTerm},
	ast.Mod: {" % ", prTerm}, ast.FloorDiv: {" // ", prTerm}, ast.LShift: {" << ", prShift}, ast.RShift: {" >> ", prShift},
	ast.BitOr: {" | ", prBitOr}, ast.BitXor: {" ^ ", prBitXor}, ast.BitAnd: {" & ", prBitAnd}, ast.Pow: {" ** ", prPower},
}

var compareText = map[ast.Op]string{
	ast.Eq: " == ", ast.NotEq: " != ", ast.Lt: " < ", ast.LtE: " <= ", ast.Gt: " > ", ast.GtE: " >= ", ast.Is: " is ", ast.IsNot: " is not ",
	ast.In: " in ", ast.NotIn: " not in ",
}

func (w *unparser) expr(e ast.Expr, level int) {
	switch e := e.(type) {
	case *ast.Name:
		w.put(string(e.Id))
	case *ast.Constant:
		w.constant(e)
	case *ast.Literal:
		w.put(strings.ReplaceAll(e.Text, "inf", "1e309"))
	case *ast.Attribute:
		w.expr(e.Value, prAtom)
		if c, ok := e.Value.(*ast.Constant); ok && c.Kind == ast.CInt {
			w.put(" ")
		}
		w.put(".", string(e.Attr))
	case *ast.Subscript:
		w.expr(e.Value, prAtom)
		w.put("[")
		w.expr(e.Slice, prTuple)
		w.put("]")
	case *ast.Slice:
		w.slice(e)
	case *ast.Call:
		w.call(e)
	case *ast.Starred:
		w.put("*")
		w.expr(e.Value, prBitOr)
	case *ast.JoinedStr, *ast.FormattedValue:
		w.put("f", object.StrRepr(joinedBody(e)))
	default:
		if !w.operator(e, level) {
			w.display(e, level)
		}
	}
}

// operator writes what has a precedence; false: e is of another kind.
func (w *unparser) operator(e ast.Expr, level int) bool {
	end := ""
	switch e := e.(type) {
	case *ast.BoolOp:
		pr, text := prAnd, " and "
		if e.Op == ast.Or {
			pr, text = prOr, " or "
		}
		end = w.open(level, pr)
		for i, v := range e.Values {
			if i > 0 {
				w.put(text)
			}
			w.expr(v, pr+1)
		}
	case *ast.BinOp:
		op := binaryText[e.Op]
		left, right := op.pr, op.pr+1
		if e.Op == ast.Pow {
			left, right = right, left
		}
		end = w.open(level, op.pr)
		w.expr(e.Left, left)
		w.put(op.text)
		w.expr(e.Right, right)
	case *ast.UnaryOp:
		pr, text := prFactor, "-"
		switch e.Op {
		case ast.Not:
			pr, text = prNot, "not "
		case ast.UAdd:
			text = "+"
		case ast.Invert:
			text = "~"
		}
		end = w.open(level, pr)
		w.put(text)
		w.expr(e.Operand, pr)
	case *ast.Compare:
		end = w.open(level, prCmp)
		w.expr(e.Left, prCmp+1)
		for i, c := range e.Comparators {
			w.put(compareText[e.Ops[i]])
			w.expr(c, prCmp+1)
		}
	case *ast.IfExp:
		end = w.open(level, prTest)
		w.expr(e.Body, prTest+1)
		w.put(" if ")
		w.expr(e.Test, prTest+1)
		w.put(" else ")
		w.expr(e.Orelse, prTest)
	case *ast.Lambda:
		end = w.open(level, prTest)
		w.put("lambda")
		w.parameters(e.Args)
		w.put(": ")
		w.expr(e.Body, prTest)
	case *ast.NamedExpr:
		end = w.open(level, prTuple)
		w.expr(e.Target, prAtom)
		w.put(" := ")
		w.expr(e.Value, prAtom)
	case *ast.Await:
		end = w.open(level, prAwait)
		w.put("await ")
		w.expr(e.Value, prAtom)
	default:
		return false
	}
	w.put(end)
	return true
}

// display writes tuples, lists, sets, dicts, comprehensions and yields.
func (w *unparser) display(e ast.Expr, level int) {
	switch e := e.(type) {
	case *ast.Tuple:
		if len(e.Elts) == 0 {
			w.put("()")
			return
		}
		end := w.open(level, prTuple)
		w.list(e.Elts, prTest)
		if len(e.Elts) == 1 {
			w.put(",")
		}
		w.put(end)
	case *ast.List:
		w.put("[")
		w.list(e.Elts, prTest)
		w.put("]")
	case *ast.Set:
		w.put("{")
		w.list(e.Elts, prTest)
		w.put("}")
	case *ast.Dict:
		w.put("{")
		for i, k := range e.Keys {
			if i > 0 {
				w.put(", ")
			}
			w.pair(k, e.Values[i])
		}
		w.put("}")
	case *ast.ListComp:
		w.comprehension("[", "]", e.Elt, nil, e.Generators)
	case *ast.SetComp:
		w.comprehension("{", "}", e.Elt, nil, e.Generators)
	case *ast.GeneratorExp:
		w.comprehension("(", ")", e.Elt, nil, e.Generators)
	case *ast.DictComp:
		w.comprehension("{", "}", e.Key, e.Value, e.Generators)
	case *ast.Yield:
		w.put("(yield")
		if e.Value != nil {
			w.put(" ")
			w.expr(e.Value, prTuple)
		}
		w.put(")")
	case *ast.YieldFrom:
		w.put("(yield from ")
		w.expr(e.Value, prTest)
		w.put(")")
	}
}

// pair writes an item of a dict; a nil key is that of **value.
func (w *unparser) pair(key, value ast.Expr) {
	if key == nil {
		w.put("**")
		w.expr(value, prBitOr)
		return
	}
	w.expr(key, prTest)
	w.put(": ")
	w.expr(value, prTest)
}

func (w *unparser) comprehension(left, right string, elt, value ast.Expr, gens []*ast.Comprehension) {
	w.put(left)
	if value != nil {
		w.pair(elt, value)
	} else {
		w.expr(elt, prTest)
	}
	for _, g := range gens {
		w.put(pick(g.IsAsync, " async for ", " for "))
		w.expr(g.Target, prTuple)
		w.put(" in ")
		w.expr(g.Iter, prTest+1)
		for _, c := range g.Ifs {
			w.put(" if ")
			w.expr(c, prTest+1)
		}
	}
	w.put(right)
}

func (w *unparser) slice(e *ast.Slice) {
	if e.Lower != nil {
		w.expr(e.Lower, prTest)
	}
	w.put(":")
	if e.Upper != nil {
		w.expr(e.Upper, prTest)
	}
	if e.Step != nil {
		w.put(":")
		w.expr(e.Step, prTest)
	}
}

func (w *unparser) call(e *ast.Call) {
	w.expr(e.Func, prAtom)
	if len(e.Args) == 1 && len(e.Keywords) == 0 {
		if g, ok := e.Args[0].(*ast.GeneratorExp); ok {
			w.expr(g, prAtom) // its own parentheses are enough
			return
		}
	}
	w.put("(")
	w.list(e.Args, prTest)
	for i, k := range e.Keywords {
		if i > 0 || len(e.Args) > 0 {
			w.put(", ")
		}
		w.put(pick(k.Arg == "", "**", string(k.Arg)+"="))
		w.expr(k.Value, prTest)
	}
	w.put(")")
}

// parameters writes those of a lambda.
func (w *unparser) parameters(a *ast.Arguments) {
	first := true
	comma := func() {
		w.put(pick(first, " ", ", "))
		first = false
	}
	def := func(e ast.Expr) {
		if e != nil {
			w.put("=")
			w.expr(e, prTest)
		}
	}
	n := len(a.Posonlyargs)
	all := append(append([]*ast.Arg{}, a.Posonlyargs...), a.Args...)
	for i, p := range all {
		comma()
		w.put(string(p.Arg))
		if k := i - (len(all) - len(a.Defaults)); k >= 0 {
			def(a.Defaults[k])
		}
		if i+1 == n {
			w.put(", /")
		}
	}
	if a.Vararg != nil || len(a.Kwonlyargs) > 0 {
		comma()
		w.put("*")
		if a.Vararg != nil {
			w.put(string(a.Vararg.Arg))
		}
	}
	for i, p := range a.Kwonlyargs {
		comma()
		w.put(string(p.Arg))
		def(a.KwDefaults[i])
	}
	if a.Kwarg != nil {
		comma()
		w.put("**", string(a.Kwarg.Arg))
	}
}

func (w *unparser) constant(e *ast.Constant) {
	switch e.Kind {
	case ast.CStr:
		w.put(pick(e.U, "u", ""), object.StrRepr(e.S))
	case ast.CBytes:
		w.put(object.BytesRepr([]byte(e.S)))
	case ast.CInt:
		w.put(e.Int().String())
	case ast.CFloat:
		w.put(strings.ReplaceAll(object.FloatRepr(e.Float()), "inf", "1e309"))
	case ast.CComplex:
		f := object.FloatRepr(e.Float())
		w.put(strings.ReplaceAll(strings.TrimSuffix(f, ".0"), "inf", "1e309"), "j")
	case ast.CNone:
		w.put("None")
	case ast.CTrue:
		w.put("True")
	case ast.CFalse:
		w.put("False")
	case ast.CEllipsis:
		w.put("...")
	}
}

// joinedBody is what stands between the quotes of an f-string.
func joinedBody(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.JoinedStr:
		var b strings.Builder
		for _, v := range e.Values {
			b.WriteString(joinedBody(v))
		}
		return b.String()
	case *ast.Constant:
		return strings.ReplaceAll(strings.ReplaceAll(e.S, "{", "{{"), "}", "}}")
	case *ast.FormattedValue:
		w := &unparser{}
		w.expr(e.Value, prTest+1)
		text := w.b.String()
		field := "{" + pick(strings.HasPrefix(text, "{"), " ", "") + text
		if e.Conversion > 0 {
			field += "!" + string(rune(e.Conversion))
		}
		if e.FormatSpec != nil {
			field += ":" + joinedBody(e.FormatSpec)
		}
		return field + "}"
	}
	return ""
}

func pick(c bool, yes, no string) string {
	if c {
		return yes
	}
	return no
}
