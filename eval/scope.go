// Scopes: which names each block of a program binds and uses, and where every variable lives.
//
// The analysis runs in two passes over the tree: collect (in symbols.go) records bindings and uses; resolve decides
// for every name whether it is a local slot, a cell shared with nested functions, a free variable or a global.
// Comprehensions are blocks of their own for names, but their variables live in slots of the frame around them.
package eval

import (
	"slices"
	"strings"

	"pyasync/ast"
)

type scopeKind uint8

const (
	moduleScope scopeKind = iota
	classScope
	functionScope   // def, lambda, generator expression
	compScope       // list, set and dict comprehension: runs in the frame of its host
	typeParamsScope // PEP 695: a function made around a generic def, class or type alias
)

// symbolFlags say how a name occurs in a scope.
type symbolFlags uint8

const (
	symBound symbolFlags = 1 << iota
	symUsed
	symParam
	symGlobal
	symNonlocal
	symAnnotated
	symClassCell // __class__ of a class, for the functions in it
)

// symbol is a name in a scope. For variables that live in a frame it is the storage: slot, and whether it is a cell.
type symbol struct {
	name     string
	flags    symbolFlags
	captured bool // used by a nested function: the slot holds a Cell
	slot     int  // in the frame of the scope's host; -1: none assigned
	owner    *scope
	comp     *scope // not a symbol but the place of a comprehension among those of its host
}

// scope is a block of the program.
type scope struct {
	kind     scopeKind
	name     string // of the function or class
	node     any
	parent   *scope
	order    []*symbol          // in order of appearance: parameters first
	byName   map[string]*symbol // of order, once there are many
	children []*scope

	class string // name of the innermost class around, for private names
	// onlyParams: of the private names only those of the type parameters get the name of the class. So it is in the
	// bases of a generic class.
	onlyParams *scope

	isCoroutine, isGenerator, isLambda, isGenexp bool
	hasWalrus                                    bool // an expression may bind a variable
	isLazy                                       bool // the bound or default of a type parameter, the value of a type alias

	// free are the variables of enclosing functions that this host needs, in closure order.
	free      []*symbol
	freeIndex map[*symbol]int
	// needsClass: a method uses super() or __class__, so the class body has a __class__ cell.
	needsClass bool

	slots int // of hosts: number of frame slots used
}

func newScope(kind scopeKind, name string, node any, parent *scope) *scope {
	s := &scope{kind: kind, name: name, node: node, parent: parent}
	if kind == moduleScope || kind == classScope {
		s.slots = 1 // slot 0 is the namespace
	}
	if parent != nil {
		parent.children = append(parent.children, s)
		s.class, s.onlyParams = parent.class, parent.onlyParams
	}
	return s
}

// host returns the scope whose frame s runs in.
func (s *scope) host() *scope {
	for s.kind == compScope {
		s = s.parent
	}
	return s
}

// classAround returns the class whose names the code of s sees although s is a function: the scopes of PEP 695 in a
// class body do, through the variable __classdict__. Comprehensions in them do not.
func (s *scope) classAround() *scope {
	if s.kind == compScope {
		return nil
	}
	h := s
	for h.kind == typeParamsScope || h.isLazy {
		h = h.parent.host()
	}
	if h == s || h.kind != classScope {
		return nil
	}
	return h
}

// inside reports whether the variable lives within the class: in a scope that cls is around.
func (v *symbol) inside(cls *scope) bool {
	if v == nil {
		return false
	}
	for p := v.owner.parent; p != nil; p = p.parent {
		if p == cls {
			return true
		}
	}
	return false
}

func (s *scope) isFunctionLike() bool { return s.kind == functionScope || s.kind == typeParamsScope }

// fewSymbols is how many names are found sooner by looking at each than in a map, which most functions need not make.
const fewSymbols = 8

// lookup returns the symbol of a name that occurs in s, or nil.
func (s *scope) lookup(name string) *symbol {
	if s.byName != nil {
		return s.byName[name]
	}
	for _, sym := range s.order {
		if sym.name == name {
			return sym
		}
	}
	return nil
}

func (s *scope) symbol(name string) *symbol {
	sym := s.lookup(name)
	if sym != nil {
		return sym
	}
	sym = &symbol{name: name, slot: -1, owner: s}
	s.order = append(s.order, sym)
	switch {
	case s.byName != nil:
		s.byName[name] = sym
	case len(s.order) > fewSymbols:
		s.byName = make(map[string]*symbol, 4*fewSymbols)
		for _, x := range s.order {
			s.byName[x.name] = x
		}
	}
	return sym
}

func (s *scope) note(name string, f symbolFlags) *symbol {
	sym := s.symbol(name)
	sym.flags |= f
	return sym
}

// newSlot reserves a frame slot in the host of s.
func (s *scope) newSlot() int {
	h := s.host()
	h.slots++
	return h.slots - 1
}

// find returns the variable that name means in s when it lives in some frame, or nil when it is a global or, in
// module and class bodies, an entry of the namespace.
func (s *scope) find(name string) *symbol {
	direct := true
	for p := s; p != nil; p = p.parent {
		sym := p.lookup(name)
		visible := p.kind != classScope || name == "__class__" || name == "__classdict__"
		if sym != nil && (visible || p == s && direct) {
			switch {
			case sym.flags&symClassCell != 0 && p != s.host():
				return sym

			case sym.flags&symGlobal != 0:
				return nil
			case sym.flags&symNonlocal != 0:
			case sym.flags&symBound != 0 && p.kind == moduleScope:
				return nil
			case sym.flags&symBound != 0 && p.kind == classScope && p == s && name != "__classdict__":
				return nil
			case sym.flags&symBound != 0 && (p.kind != classScope || name == "__classdict__"):
				if p.kind == classScope && p == s.host() {
					return nil // the body itself reads the namespace, its comprehensions globals
				}
				return sym
			case name == "__class__" && p.kind == classScope && p != s && p == s.host(): // CPython takes it for a global there
				return nil
			}
		}
	}
	return nil
}

// resolve assigns slots and marks captured variables, for s and the scopes in it.
func (s *scope) resolve() {
	if s.kind != moduleScope && s.kind != classScope {
		for _, sym := range s.order {
			if sym.slot < 0 && sym.flags&symBound != 0 && sym.flags&(symGlobal|symNonlocal) == 0 {
				sym.slot = s.newSlot()
			}
		}
	}
	if s.kind == classScope {
		for _, name := range []string{"__class__", "__classdict__"} {
			if sym := s.lookup(name); sym != nil && (sym.flags&symClassCell != 0 || name == "__classdict__" && sym.flags&symBound != 0) {
				sym.slot = s.newSlot()
				sym.captured = true
			}
		}
	}
	for _, c := range s.children {
		c.resolve()
	}
	for _, sym := range s.order {
		if sym.flags&(symUsed|symBound|symNonlocal) != 0 {
			s.capture(sym.name)
		}
	}
}

// capture makes the variable name means in s reachable: nothing when it lives in the same frame, else it becomes a
// cell, and every function between gets a free variable.
func (s *scope) capture(name string) {
	v := s.find(name)
	if v == nil {
		return
	}
	target := v.owner.host()
	for h := s.host(); h != target; h = h.parent.host() {
		v.captured = true
		if _, ok := h.freeIndex[v]; !ok {
			if h.freeIndex == nil {
				h.freeIndex = map[*symbol]int{}
			}
			h.freeIndex[v] = len(h.free)
			h.free = append(h.free, v)
		}
	}
}

// sortFree puts the free variables of s and the scopes in it into the order of co_freevars, which is by name.
func (s *scope) sortFree() {
	if len(s.free) > 1 {
		slices.SortStableFunc(s.free, func(a, b *symbol) int { return strings.Compare(a.name, b.name) })
		for i, v := range s.free {
			s.freeIndex[v] = i
		}
	}
	for _, c := range s.children {
		c.sortFree()
	}
}

// mangle applies the private name rule of classes to a name in s.
func (s *scope) mangle(name string) string {
	if s.onlyParams != nil && s.onlyParams.lookup(mangle(s.class, name)) == nil {
		return name
	}
	return mangle(s.class, name)
}

// mangle is the private name rule: __x becomes _C__x.
func mangle(class, name string) string {
	if class == "" || len(name) < 3 || name[:2] != "__" || name[len(name)-2:] == "__" {
		return name
	}
	for i := 0; i < len(name); i++ {
		if name[i] == '.' {
			return name
		}
	}
	for class != "" && class[0] == '_' {
		class = class[1:]
	}
	if class == "" {
		return name
	}
	return "_" + class + name
}

// analyse builds the scopes of a module.
func analyse(body []ast.Stmt, expr ast.Expr, stringAnnotations bool) (*scope, map[any]*scope) {
	c := &collector{byNode: map[any]*scope{}, stringAnnotations: stringAnnotations}
	c.cur = newScope(moduleScope, "<module>", nil, nil)
	top := c.cur
	c.top = top
	c.stmts(body)
	if expr != nil {
		c.expr(expr)
	}
	top.resolve()
	top.sortFree()
	return top, c.byNode
}
