// The actions of the diagnoser's grammar: raising errors, and checks that CPython makes while it parses.

package parser

import (
	"fmt"
	"strings"

	"pyasync/ast"
	"pyasync/lexer"
)

// wording is a message with {label.property} in it.
type wording struct {
	text   string
	labels map[string]int
}

// message fills in the properties of the labelled nodes.
func (w wording) message(e *engine, labels []*node) string {
	msg := w.text
	for name, i := range w.labels {
		n := labels[i]
		if n == nil || !strings.Contains(msg, "{"+name+".") {
			continue
		}
		msg = strings.NewReplacer(
			"{"+name+".name}", exprNames[n.kind],
			"{"+name+".line}", fmt.Sprint(e.tokenLine(n.first)),
			"{"+name+".text}", e.text(n),
		).Replace(msg)
	}
	return msg
}

// errorActions are the functions an action may name.
var errorActions = map[string]func(args []int, w wording) action{
	"at": func(args []int, w wording) action {
		return raising(func(e *engine, v []*node) { e.raise(*v[args[0]], w.message(e, v)) })
	},
	"range": func(args []int, w wording) action {
		return raising(func(e *engine, v []*node) {
			e.raise(node{first: v[args[0]].first, end: v[args[1]].end}, w.message(e, v))
		})
	},
	"from": func(args []int, w wording) action {
		return raising(func(e *engine, v []*node) { e.raiseFrom(v[args[0]].first, w.message(e, v)) })
	},
	"last": func(_ []int, w wording) action {
		return raising(func(e *engine, v []*node) { e.raiseLast(w.message(e, v)) })
	},
	"next": func(_ []int, w wording) action {
		return raising(func(e *engine, v []*node) {
			if e.fill() != nil {
				e.raiseToken(e.pos, w.message(e, v))
			}
		})
	},
	"indent": func(_ []int, w wording) action {
		return raising(func(e *engine, v []*node) {
			e.raiseLast(w.message(e, v))
			e.err.Kind = "IndentationError"
		})
	},
	"storeTarget":       invalidTargetAction(storeTarget, "cannot assign to "),
	"forTarget":         invalidTargetAction(forTarget, "cannot assign to "),
	"deleteTarget":      invalidTargetAction(deleteTarget, "cannot delete "),
	"missingComma":      plainAction(missingComma),
	"legacyStatement":   plainAction(legacyStatement),
	"bareGenerator":     plainAction(bareGenerator),
	"bareGeneratorLast": plainAction(bareGeneratorLast),
	"misplacedArgument": plainAction(misplacedArgument),
	"missingColon":      plainAction(missingColon),
	"typeVarTuple":      boundAction("TypeVarTuple"),
	"paramSpec":         boundAction("ParamSpec"),
	"realNumber":        numberPartAction(false, "real number required in complex literal"),
	"imaginaryNumber":   numberPartAction(true, "imaginary number required in complex literal"),
	"conversion":        plainAction(checkConversion),
	"field":             plainAction(checkField),
	"number":            plainAction(checkNumber),
	"string":            plainAction(checkString),
	"fstring":           plainAction(checkFString),
	"strings":           plainAction(checkStrings),
	"tuple": plainAction(func(_ *engine, v []*node, span node) *node {
		span.kind, span.kids = nodeTuple, v[0].kids
		return &span
	}),
	"keywords": plainAction(func(_ *engine, v []*node, span node) *node {
		span.kind = nodeList
		span.kids = append(append(span.kids, v[0].kids...), v[1].kids...)
		return &span
	}),
}

// raising is an action that always fails.
func raising(f func(e *engine, v []*node)) action {
	return func(e *engine, v []*node, _ node) *node {
		f(e, v)
		return nil
	}
}

// plainAction hands the values of the operands to f.
func plainAction(f action) func([]int, wording) action {
	return func(args []int, _ wording) action {
		return func(e *engine, v []*node, span node) *node {
			operands := make([]*node, len(args))
			for i, a := range args {
				operands[i] = v[a]
			}
			return f(e, operands, span)
		}
	}
}

func invalidTargetAction(use targetUse, msg string) func([]int, wording) action {
	return plainAction(raising(func(e *engine, v []*node) {
		if bad := e.invalidTarget(v[0], use); bad != nil {
			e.raise(*bad, msg+exprNames[bad.kind])
		}
	}))
}

func isLegacy(e *engine, n *node) bool {
	return n.kind == nodeName && (e.text(n) == "print" || e.text(n) == "exec")
}

// missingComma: two expressions side by side within brackets.
func missingComma(e *engine, v []*node, _ node) *node {
	if !isLegacy(e, v[0]) && e.toks[e.pos-1].level > 0 {
		e.raise(node{first: v[0].first, end: v[1].end}, "invalid syntax. Perhaps you forgot a comma?")
	}
	return nil
}

// legacyStatement: the print and exec statements of Python 2.
func legacyStatement(e *engine, v []*node, _ node) *node {
	if isLegacy(e, v[0]) {
		name := e.text(v[0])
		e.raise(node{first: v[0].first, end: v[1].end}, "Missing parentheses in call to '"+name+"'. Did you mean "+name+"(...)?")
	}
	return nil
}

// positionalArguments are those parts of an argument list that are no keywords.
func positionalArguments(n *node) (out []*node) {
	for _, k := range n.kids {
		if k.kind != nodeKeyword && k.kind != nodeUnpacking {
			out = append(out, k)
		}
	}
	return out
}

// lastOfClauses is the last condition or iterable of a comprehension.
func lastOfClauses(clauses *node) *node {
	last := clauses.kids[len(clauses.kids)-1]
	return last.kids[len(last.kids)-1]
}

const bareGeneratorMessage = "Generator expression must be parenthesized"

func bareGenerator(e *engine, v []*node, _ node) *node {
	if args := positionalArguments(v[0]); len(args) > 1 {
		e.raise(node{first: args[len(args)-1].first, end: lastOfClauses(v[1]).end}, bareGeneratorMessage)
	}
	return nil
}

func bareGeneratorLast(e *engine, v []*node, _ node) *node {
	e.raise(node{first: v[0].first, end: lastOfClauses(v[1]).end}, bareGeneratorMessage)
	return nil
}

func misplacedArgument(e *engine, v []*node, _ node) *node {
	msg := "positional argument follows keyword argument"
	for _, k := range v[0].kids {
		if k.kind == nodeUnpacking {
			msg = "positional argument follows keyword argument unpacking"
		}
	}
	e.raiseLast(msg)
	return nil
}

func missingColon(e *engine, v []*node, _ node) *node {
	line, _ := e.startOf(v[0].first)
	_, col := e.endOf(v[0].end - 1)
	e.raiseAt(line, col, line, 0, "':' expected after dictionary key")
	return nil
}

func boundAction(kind string) func([]int, wording) action {
	return plainAction(raising(func(e *engine, v []*node) {
		what := "bound"
		if v[1].kind == nodeTuple {
			what = "constraints"
		}
		e.raiseFrom(v[0].first, "cannot use "+what+" with "+kind)
	}))
}

// numberPartAction checks the two parts of a complex number in a pattern.
func numberPartAction(imaginary bool, msg string) func([]int, wording) action {
	return plainAction(func(e *engine, v []*node, _ node) *node {
		if (numberKind(e.toks[v[0].first].Value) == ast.CComplex) != imaginary {
			e.raise(*v[0], msg)
			return nil
		}
		return v[0]
	})
}

// checkConversion: the letter must stand right behind the !.
func checkConversion(e *engine, v []*node, span node) *node {
	if mark, name := &e.toks[v[0].first], &e.toks[v[1].first]; mark.Pos.Offset+1 != name.Pos.Offset {
		e.raise(span, "f-string: conversion type must come right after the exclamanation mark") // sic
		return nil
	}
	return &span
}

// checkField: the letter must be one that is known.
func checkField(e *engine, v []*node, span node) *node {
	if v[0].kind != nodeAbsent {
		name := e.toks[v[0].first+1].Value
		if name != "s" && name != "r" && name != "a" {
			e.raise(node{first: v[0].first + 1, end: v[0].end}, "f-string: invalid conversion character "+ast.Quote(name)+": expected 's', 'r', or 'a'")
			return nil
		}
	}
	return &span
}

func checkNumber(e *engine, v []*node, _ node) *node {
	s := e.toks[v[0].first].Value
	if numberKind(s) == ast.CInt && tooManyDigits(s) {
		line, _ := e.startOf(v[0].first)
		e.raiseAt(line, 0, line, 0, fmt.Sprintf("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; "+
			"use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.",
			maxIntDigits, decimalDigits(s)))
		return nil
	}
	return v[0]
}

// raiseLiteral marks the literal itself, or, for escapes, the last token read.
func (e *engine) raiseLiteral(n node, err *literalError) {
	if err.escape {
		e.raiseLast(err.msg)
	} else {
		e.raise(n, err.msg)
	}
}

func checkString(e *engine, v []*node, _ node) *node {
	_, kind, _, err := decodeString(&e.toks[v[0].first].Token)
	if err != nil {
		e.raiseLiteral(*v[0], err)
		return nil
	}
	n := *v[0]
	if kind == ast.CBytes {
		n.kids = []*node{absent} // marks bytes
	}
	return &n
}

// checkFString decodes the text of an f-string; those within its fields are checked already.
func checkFString(e *engine, _ []*node, span node) *node {
	depth := 0
	raw := isRaw(e.toks[span.first].Value)
	for i := span.first; i < span.end; i++ {
		switch t := &e.toks[i]; t.Type {
		case lexer.FStart:
			depth++
		case lexer.FEnd:
			depth--
		case lexer.FMiddle:
			if depth > 1 {
				continue
			}
			if _, err := decodeMiddle(&t.Token, raw); err != nil {
				e.raiseLiteral(node{first: i, end: i + 1}, err)
				return nil
			}
		}
	}
	span.kind = nodeFString
	return &span
}

func checkStrings(e *engine, v []*node, span node) *node {
	parts := v[0].kids
	span.kind = nodeLiteral
	for _, k := range parts {
		if (k.kids != nil) != (parts[0].kids != nil) {
			e.raiseLast("cannot mix bytes and nonbytes literals")
			return nil
		}
		if k.kind == nodeFString {
			span.kind = nodeFString
		}
	}
	return &span
}
