// Scopes: the symbol tables of the second pass, and what is decided when all names are known.

package parser

import (
	"pyasync/ast"
)

// scopeKind is the type of a symbol table entry.
type scopeKind uint8

const (
	moduleScope scopeKind = iota
	classScope
	functionScope   // def, lambda, comprehension
	typeParamsScope // around a generic function, class or alias
	typeAliasScope
	typeVarScope    // bound, constraints or default of a type parameter
	annotationScope // with from __future__ import annotations
)

// comprehensionKind tells the comprehensions apart.
type comprehensionKind uint8

const (
	noComprehension comprehensionKind = iota
	listComprehension
	setComprehension
	dictComprehension
	generatorExpression
)

var comprehensionNames = [...]string{"", "list comprehension", "set comprehension", "dict comprehension", "generator expression"}

// symbolFlags say what a scope does with a name. They are CPython's DEF_* and USE.
type symbolFlags uint16

const (
	defGlobal symbolFlags = 1 << iota
	defLocal
	defParam
	defNonlocal
	used
	defImport
	defAnnotated
	defIteration // target of a comprehension's for
	defTypeParam

	defBound = defLocal | defParam | defImport | defTypeParam
)

// scope is a symbol table entry.
type scope struct {
	kind          scopeKind
	comprehension comprehensionKind
	info          string // for typeVarScope: what it is, in messages
	symbols       map[ast.Ident]symbolFlags
	order         []ast.Ident            // of symbols
	directives    map[ast.Ident]*ast.Pos // where a name was declared global or nonlocal
	children      []*scope
	parent        *scope
	class         ast.Ident // innermost class, for private names
	iterTarget    bool      // within a comprehension's target
	iterExpr      int       // depth within comprehensions' iterables
	generator     bool      // has a yield
	coroutine     bool      // async def, or a comprehension that awaits
}

// functionLike tells whether code of the scope runs in a frame of its own, as a function does.
func (s *scope) functionLike() bool { return s.kind != moduleScope && s.kind != classScope }

// mangle is the name a private one stands for inside a class.
func (s *scope) mangle(name ast.Ident) ast.Ident {
	n := len(name)
	if s.class == "" || n < 3 || name[0] != '_' || name[1] != '_' || name[n-1] == '_' && name[n-2] == '_' {
		return name
	}
	class := s.class
	for class != "" && class[0] == '_' {
		class = class[1:]
	}
	if class == "" {
		return name
	}
	return "_" + class + name
}

func (s *scope) lookup(name ast.Ident) symbolFlags { return s.symbols[s.mangle(name)] }

// resolve checks global and nonlocal declarations against the scopes around, outermost first.
// bound are the names of enclosing functions, nil at module level; typeParams those that are type parameters.
func (c *checker) resolve(s *scope, bound, typeParams map[ast.Ident]bool) {
	local := map[ast.Ident]bool{}
	for _, name := range s.order {
		flags := s.symbols[name]
		switch {
		case flags&defGlobal != 0:
			if flags&defNonlocal != 0 {
				c.fail(s.directives[name], "name '%s' is nonlocal and global", name)
			}
			delete(bound, name)
		case flags&defNonlocal != 0:
			switch {
			case bound == nil:
				c.fail(s.directives[name], "nonlocal declaration not allowed at module level")
			case !bound[name]:
				c.fail(s.directives[name], "no binding for nonlocal '%s' found", name)
			case typeParams[name]:
				c.fail(s.directives[name], "nonlocal binding not allowed for type parameter '%s'", name)
			}
		case flags&defBound != 0:
			local[name] = true
			if flags&defTypeParam != 0 {
				typeParams[name] = true
			} else {
				delete(typeParams, name)
			}
		}
		if c.err != nil {
			return
		}
	}
	for _, child := range s.children {
		inner := copySet(bound)
		switch {
		case s.functionLike():
			for n := range local {
				inner[n] = true
			}
		case s.kind == classScope:
			inner["__class__"] = true
		}
		c.resolve(child, inner, copySet(typeParams))
	}
}

func copySet(s map[ast.Ident]bool) map[ast.Ident]bool {
	out := make(map[ast.Ident]bool, len(s))
	for k, v := range s {
		out[k] = v
	}
	return out
}
