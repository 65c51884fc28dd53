// Compound statements: participle productions, and their lowering to ast nodes.

package parser

import (
	plexer "github.com/alecthomas/participle/v2/lexer"

	"pyasync/ast"
)

// tokens is a field participle fills with the tokens of a production, from which comes its span.
type tokens = []plexer.Token

type ifProduction struct {
	Tokens tokens
	Test   namedLeaf         `parser:"'if' @@"`
	Body   suite             `parser:"@@"`
	Elifs  []*elifProduction `parser:"@@*"`
	Else   *suite            `parser:"( 'else' @@ )?"`
}

type elifProduction struct {
	Tokens tokens
	Test   namedLeaf `parser:"'elif' @@"`
	Body   suite     `parser:"@@"`
}

type whileProduction struct {
	Tokens tokens
	Test   namedLeaf `parser:"'while' @@"`
	Body   suite     `parser:"@@"`
	Else   *suite    `parser:"( 'else' @@ )?"`
}

type forProduction struct {
	Tokens tokens
	Target targetLeaf   `parser:"'for' @@"`
	Iter   iterableLeaf `parser:"'in' @@"`
	Body   suite        `parser:"@@"`
	Else   *suite       `parser:"( 'else' @@ )?"`
}

type tryProduction struct {
	Tokens   tokens
	Body     suite                `parser:"'try' @@"`
	Handlers []*handlerProduction `parser:"@@*"`
	Else     *suite               `parser:"( 'else' @@ )?"`
	Finally  *suite               `parser:"( 'finally' @@ )?"`
}

type handlerProduction struct {
	Tokens tokens
	Star   bool            `parser:"'except' @'*'?"`
	Type   *expressionLeaf `parser:"( (?! ':') @@"`
	Name   string          `parser:"( 'as' @Name )? )?"`
	Body   suite           `parser:"@@"`
}

type withProduction struct {
	Tokens tokens
	Items  withItemsLeaf `parser:"'with' @@"`
	Body   suite         `parser:"@@"`
}

type defProduction struct {
	Tokens     tokens
	Name       string          `parser:"'def' @Name"`
	TypeParams typeParamsLeaf  `parser:"@@"`
	Params     paramsLeaf      `parser:"@@"`
	Returns    *expressionLeaf `parser:"( '->' @@ )?"`
	Body       suite           `parser:"@@"`
}

type classProduction struct {
	Tokens     tokens
	Name       string         `parser:"'class' @Name"`
	TypeParams typeParamsLeaf `parser:"@@"`
	Bases      basesLeaf      `parser:"@@"`
	Body       suite          `parser:"@@"`
}

type asyncProduction struct {
	Tokens tokens
	Def    *defProduction  `parser:"'async' ( @@"`
	For    *forProduction  `parser:"| @@"`
	With   *withProduction `parser:"| @@ )"`
}

type decoratedProduction struct {
	Decorators []*decoratorProduction `parser:"@@+"`
	Def        *defProduction         `parser:"( @@"`
	Class      *classProduction       `parser:"| @@"`
	Async      *asyncDefProduction    `parser:"| @@ )"`
}

type decoratorProduction struct {
	Expr namedLeaf `parser:"'@' @@ Newline"`
}

type asyncDefProduction struct {
	Tokens tokens
	Def    defProduction `parser:"'async' @@"`
}

type matchProduction struct {
	Tokens  tokens
	Subject subjectLeaf       `parser:"'match' @@"`
	Cases   []*caseProduction `parser:"':' Newline Indent @@+ Dedent"`
}

type caseProduction struct {
	Pattern patternLeaf `parser:"'case' @@"`
	Guard   *namedLeaf  `parser:"( 'if' @@ )?"`
	Body    suite       `parser:"@@"`
}

// statements returns a suite's body; an absent suite has none.
func (s *suite) statements() []ast.Stmt {
	if s == nil {
		return nil
	}
	return s.body
}

func (s *ifProduction) lower() ast.Stmt {
	n := &ast.If{Test: s.Test.expr, Body: s.Body.body}
	n.Pos = spanOf(s.Tokens)
	last := n
	for _, e := range s.Elifs {
		c := &ast.If{Test: e.Test.expr, Body: e.Body.body}
		c.Pos = ast.Pos{Start: tokenPos(&e.Tokens[0]).Start, End: n.End}
		last.Orelse = []ast.Stmt{c}
		last = c
	}
	last.Orelse = s.Else.statements()
	return n
}

func (s *whileProduction) lower() ast.Stmt {
	n := &ast.While{Test: s.Test.expr, Body: s.Body.body, Orelse: s.Else.statements()}
	n.Pos = spanOf(s.Tokens)
	return n
}

func (s *forProduction) lower() ast.Stmt { return s.node() }

func (s *forProduction) node() *ast.For {
	n := &ast.For{Target: s.Target.expr, Iter: s.Iter.expr, Body: s.Body.body, Orelse: s.Else.statements()}
	n.Pos = spanOf(s.Tokens)
	return n
}

// lower returns nil for clauses that do not fit together.
func (s *tryProduction) lower() ast.Stmt {
	n := &ast.Try{Body: s.Body.body, Orelse: s.Else.statements(), Finalbody: s.Finally.statements()}
	if len(s.Handlers) == 0 && (s.Else != nil || s.Finally == nil) {
		return nil
	}
	for _, h := range s.Handlers {
		if h.Star != s.Handlers[0].Star || h.Star && h.Type == nil {
			return nil
		}
		a := &ast.ExceptHandler{Name: identOf(h.Name), Body: h.Body.body}
		if h.Type != nil {
			a.Type = h.Type.expr
		}
		a.Pos = spanOf(h.Tokens)
		n.Handlers = append(n.Handlers, a)
	}
	n.Pos = spanOf(s.Tokens)
	if len(s.Handlers) > 0 && s.Handlers[0].Star {
		return (*ast.TryStar)(n)
	}
	return n
}

func (s *withProduction) lower() ast.Stmt { return s.node() }

func (s *withProduction) node() *ast.With {
	n := &ast.With{Items: s.Items.items, Body: s.Body.body}
	n.Pos = spanOf(s.Tokens)
	return n
}

func (s *defProduction) lower() ast.Stmt { return s.node() }

func (s *defProduction) node() *ast.FunctionDef {
	n := &ast.FunctionDef{Name: identOf(s.Name), TypeParams: s.TypeParams.params, Args: s.Params.args, Body: s.Body.body}
	if s.Returns != nil {
		n.Returns = s.Returns.expr
	}
	n.Pos = spanOf(s.Tokens)
	return n
}

func (s *classProduction) lower() ast.Stmt { return s.node() }

func (s *classProduction) node() *ast.ClassDef {
	n := &ast.ClassDef{Name: identOf(s.Name), TypeParams: s.TypeParams.params, Bases: s.Bases.args, Keywords: s.Bases.keywords, Body: s.Body.body}
	n.Pos = spanOf(s.Tokens)
	return n
}

func (s *asyncProduction) lower() ast.Stmt {
	start := tokenPos(&s.Tokens[0]).Start
	switch {
	case s.Def != nil:
		n := s.Def.node()
		n.Start = start
		return (*ast.AsyncFunctionDef)(n)
	case s.For != nil:
		n := s.For.node()
		n.Start = start
		return (*ast.AsyncFor)(n)
	}
	n := s.With.node()
	n.Start = start
	return (*ast.AsyncWith)(n)
}

func (s *decoratedProduction) lower() ast.Stmt {
	decorators := make([]ast.Expr, len(s.Decorators))
	for i, d := range s.Decorators {
		decorators[i] = d.Expr.expr
	}
	switch {
	case s.Def != nil:
		n := s.Def.node()
		n.DecoratorList = decorators
		return n
	case s.Class != nil:
		n := s.Class.node()
		n.DecoratorList = decorators
		return n
	}
	n := s.Async.Def.node()
	n.Start = tokenPos(&s.Async.Tokens[0]).Start
	n.DecoratorList = decorators
	return (*ast.AsyncFunctionDef)(n)
}

func (s *matchProduction) lower() ast.Stmt {
	n := &ast.Match{Subject: s.Subject.expr}
	for _, c := range s.Cases {
		a := &ast.MatchCase{Pattern: c.Pattern.pattern, Body: c.Body.body}
		if c.Guard != nil {
			a.Guard = c.Guard.expr
		}
		n.Cases = append(n.Cases, a)
	}
	n.Pos = spanOf(s.Tokens)
	return n
}
