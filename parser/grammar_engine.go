// The engine of the diagnoser: an interpreter for parsing expression grammars.
//
// Errors depend on the order in which CPython's parser, a PEG parser, tries its alternatives, and on how far
// it has read by then. So rejected programs are parsed by the same method, from a grammar in text form
// (grammar.go), tokens being read only when asked for. Speed does not matter here.

package parser

import (
	"strings"

	plexer "github.com/alecthomas/participle/v2/lexer"

	"pyasync/ast"
	"pyasync/lexer"
)

// rule is a named list of alternatives.
type rule struct {
	name    string
	alts    []*alternative
	memo    bool // remember results: also what makes left recursion possible
	leftRec bool
	invalid bool // matches a mistake
	id      int
}

// alternative is a sequence of items and what to do when all of them match.
type alternative struct {
	items  []*item
	action action
	labels int // number of labelled items
	// invalid alternatives are tried only in the second pass: those that are nothing but a rule for mistakes.
	// CPython tries one within a sequence in the first pass, too, and so do we.
	invalid bool
}

type itemKind uint8

const (
	itemToken    itemKind = iota // one token of kind tok
	itemSoft                     // a name with the text of a soft keyword
	itemAnySoft                  // any soft keyword
	itemRule                     // a rule
	itemGroup                    // alternatives in parentheses
	itemOptional                 // ?
	itemRepeat                   // * or +
	itemList                     // separator.item+
	itemAnd                      // &
	itemNot                      // !
	itemForced                   // && : an error if it does not match
	itemCut                      // ~
)

type item struct {
	kind  itemKind
	tok   lexer.Kind
	text  string
	rule  *rule
	alts  []*alternative
	sub   *item // operand of ? * + & ! && and lists
	sep   *item
	min   int
	label int // index among the values given to the action, -1: none
}

// node is what a match produced: enough of a tree to word the errors.
type node struct {
	kind       nodeKind
	first, end int // tokens [first, end)
	kids       []*node
}

// action turns the values of the labels into a node. nil makes the rule fail without trying
// further alternatives; an error is raised through e.
type action func(e *engine, labels []*node, span node) *node

type memoKey struct{ rule, pos int }
type memoValue struct {
	n   *node
	end int
}

// engine is one parse of one source.
type engine struct {
	lx      *lexer.Lexer
	src     string
	lines   *ast.LineTable
	opt     Options
	toks    []diagToken
	pos     int
	second  bool // errors are looked for: invalid rules are tried
	quiet   bool // … but not just now
	memo    map[memoKey]memoValue
	err     *SyntaxError
	depth   int
	steps   int
	grammar *grammar
}

// diagToken is a token and what CPython's parser also knows of it.
type diagToken struct {
	plexer.Token
	level int // open brackets behind it
	line  int
}

// maxSteps bounds the work: backtracking may be exponential in odd programs.
const maxSteps = 5_000_000

// fill makes sure that the token at e.pos is read; it returns nil when that raised an error.
func (e *engine) fill() *diagToken {
	for e.pos >= len(e.toks) {
		t, err := e.lx.Next()
		line, _ := e.lx.Line()
		e.toks = append(e.toks, diagToken{t, e.lx.Depth(), line})
		if err != nil {
			e.toks[len(e.toks)-1].Type = errorToken
			if e.err == nil {
				e.err = e.fromLexer(err.(*lexer.Error))
			}
			return nil
		}
	}
	if t := &e.toks[e.pos]; t.Type != errorToken {
		return t
	}
	return nil
}

// errorToken stands where the lexer failed.
const errorToken lexer.Kind = 1 << 20

func (e *engine) parse(r *rule) *node {
	if e.err != nil {
		return nil
	}
	if e.steps++; e.steps > maxSteps {
		e.raiseLast("invalid syntax")
		return nil
	}
	if e.depth++; e.depth > maxDepth {
		e.err = &SyntaxError{Kind: "MemoryError", Msg: errTooComplex.Error(), Filename: e.opt.Filename}
		return nil
	}
	defer func() { e.depth-- }()
	if r.name == "expression_quietly" {
		quiet := e.quiet
		e.quiet = true
		defer func() { e.quiet = quiet }()
	}
	if !r.memo {
		return e.alternatives(r.alts)
	}
	key := memoKey{r.id, e.pos}
	if m, ok := e.memo[key]; ok {
		e.pos = m.end
		return m.n
	}
	if r.leftRec {
		return e.grow(r, key)
	}
	n := e.alternatives(r.alts)
	e.memo[key] = memoValue{n, e.pos}
	return n
}

// grow parses a left-recursive rule: from a failure on, each round may use the result of the last.
func (e *engine) grow(r *rule, key memoKey) *node {
	start := e.pos
	best := memoValue{nil, start}
	for {
		e.memo[key] = best
		e.pos = start
		n := e.alternatives(r.alts)
		if e.err != nil {
			return nil
		}
		if n == nil || e.pos <= best.end {
			break
		}
		best = memoValue{n, e.pos}
	}
	e.memo[key] = best
	e.pos = best.end
	return best.n
}

// alternatives tries each in turn. A failed alternative behind a cut ends the search.
func (e *engine) alternatives(alts []*alternative) *node {
	start := e.pos
	for _, a := range alts {
		if a.invalid && (!e.second || e.quiet) {
			continue
		}
		labels := make([]*node, a.labels)
		value, cut, ok := e.sequence(a, labels)
		if e.err != nil {
			return nil
		}
		if ok {
			if a.action == nil {
				return value
			}
			n := a.action(e, labels, node{first: start, end: e.pos})
			if n == nil {
				e.pos = start
			}
			return n
		}
		e.pos = start
		if cut {
			return nil
		}
	}
	return nil
}

// sequence matches all items; its value is that of the only item, or a list of all.
func (e *engine) sequence(a *alternative, labels []*node) (value *node, cut, ok bool) {
	start := e.pos
	for _, it := range a.items {
		if it.kind == itemCut {
			cut = true
			continue
		}
		n := e.item(it)
		if n == nil || e.err != nil {
			return nil, cut, false
		}
		if it.label >= 0 {
			labels[it.label] = n
		}
		value = n
	}
	if len(a.items) == 1 {
		return value, cut, true
	}
	return &node{first: start, end: e.pos}, cut, true
}

// absent is the value of an optional item that did not match.
var absent = &node{kind: nodeAbsent}

func (e *engine) item(it *item) *node {
	start := e.pos
	switch it.kind {
	case itemToken, itemSoft, itemAnySoft:
		return e.token(it)
	case itemRule:
		return e.parse(it.rule)
	case itemGroup:
		return e.alternatives(it.alts)
	case itemOptional:
		if n := e.item(it.sub); n != nil || e.err != nil {
			return n
		}
		e.pos = start
		return absent
	case itemRepeat:
		return e.repeat(it)
	case itemList:
		return e.list(it)
	case itemAnd, itemNot:
		n := e.item(it.sub)
		e.pos = start
		if e.err != nil || (n != nil) != (it.kind == itemAnd) {
			return nil
		}
		return absent
	}
	if n := e.item(it.sub); n != nil || e.err != nil {
		return n
	}
	if e.second && e.fill() != nil {
		e.raise(node{first: e.pos, end: e.pos + 1}, "expected '"+lexer.Text(it.sub.tok)+"'")
	}
	return nil
}

func (e *engine) token(it *item) *node {
	t := e.fill()
	if t == nil {
		return nil
	}
	switch it.kind {
	case itemToken:
		if t.Type != it.tok || it.tok == lexer.NotEqual && t.Value == "<>" {
			return nil
		}
	case itemSoft:
		if t.Type != lexer.Name || t.Value != it.text {
			return nil
		}
	default:
		if t.Type != lexer.Name || !isSoftKeyword(t.Value) {
			return nil
		}
	}
	e.pos++
	return &node{kind: tokenNodes[t.Type], first: e.pos - 1, end: e.pos}
}

// isSoftKeyword tells whether CPython's parser takes a name for a soft keyword where any of them will do:
// it compares only as many characters as the name has.
func isSoftKeyword(s string) bool {
	for _, k := range [...]string{"_", "case", "match", "type"} {
		if strings.HasPrefix(k, s) {
			return true
		}
	}
	return false
}

func (e *engine) repeat(it *item) *node {
	list := &node{kind: nodeList, first: e.pos}
	for {
		start := e.pos
		n := e.item(it.sub)
		if e.err != nil {
			return nil
		}
		if n == nil || e.pos == start {
			e.pos = start
			break
		}
		list.kids = append(list.kids, n)
	}
	list.end = e.pos
	if len(list.kids) < it.min {
		return nil
	}
	return list
}

func (e *engine) list(it *item) *node {
	list := &node{kind: nodeList, first: e.pos}
	for {
		start := e.pos
		if len(list.kids) > 0 && e.item(it.sep) == nil {
			e.pos = start
			break
		}
		n := e.item(it.sub)
		if n == nil {
			e.pos = start
			break
		}
		list.kids = append(list.kids, n)
	}
	list.end = e.pos
	if len(list.kids) == 0 || e.err != nil {
		return nil
	}
	return list
}
