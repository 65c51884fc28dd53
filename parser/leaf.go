// Leaves: the parts of compound statements that are parsed by hand.
//
// Each leaf implements participle's Parseable: it runs a cursor over participle's own tokens, builds
// ast nodes directly, and on failure moves participle to the failing token, so that participle, which
// looks no token ahead (UseLookahead(0)), reports the error instead of trying another branch.

package parser

import (
	plexer "github.com/alecthomas/participle/v2/lexer"

	"pyasync/ast"
	"pyasync/lexer"
)

type (
	expressionLeaf struct{ expr ast.Expr } // an expression
	namedLeaf      struct{ expr ast.Expr } // an expression, perhaps with :=
	iterableLeaf   struct{ expr ast.Expr } // what a for loop runs over
	targetLeaf     struct{ expr ast.Expr } // what it assigns to
	subjectLeaf    struct{ expr ast.Expr } // what a match statement matches
	patternLeaf    struct{ pattern ast.Pattern }
	withItemsLeaf  struct{ items []*ast.WithItem }
	paramsLeaf     struct{ args *ast.Arguments }
	typeParamsLeaf struct{ params []ast.TypeParam }
	basesLeaf      struct {
		args     []ast.Expr
		keywords []*ast.Keyword
	}
	suite struct{ body []ast.Stmt } // ":" and a block
)

// parseLeaf runs f on a cursor and moves participle along.
func parseLeaf(lx *plexer.PeekingLexer, f func(*cursor)) (err error) {
	p := open(lx)
	defer func() {
		switch r := recover(); r {
		case nil:
		case errRejected, errTooComplex:
			err = r.(error)
			if p.i <= int(lx.RawCursor()) && lx.Peek().Type != lexer.EOF {
				p.i = int(lx.RawCursor()) + 1
			}
		default:
			panic(r)
		}
		p.commit(lx)
	}()
	f(p)
	return nil
}

func (e *expressionLeaf) Parse(lx *plexer.PeekingLexer) error {
	return parseLeaf(lx, func(p *cursor) { e.expr = p.expression() })
}

func (e *namedLeaf) Parse(lx *plexer.PeekingLexer) error {
	return parseLeaf(lx, func(p *cursor) { e.expr = p.namedExpression() })
}

func (e *iterableLeaf) Parse(lx *plexer.PeekingLexer) error {
	return parseLeaf(lx, func(p *cursor) { e.expr = p.starExpressions() })
}

func (e *targetLeaf) Parse(lx *plexer.PeekingLexer) error {
	return parseLeaf(lx, func(p *cursor) { e.expr = p.targets() })
}

func (e *subjectLeaf) Parse(lx *plexer.PeekingLexer) error {
	return parseLeaf(lx, func(p *cursor) { e.expr = p.subject() })
}

func (e *patternLeaf) Parse(lx *plexer.PeekingLexer) error {
	return parseLeaf(lx, func(p *cursor) { e.pattern = p.patterns() })
}

func (e *withItemsLeaf) Parse(lx *plexer.PeekingLexer) error {
	return parseLeaf(lx, func(p *cursor) { e.items = p.withItems() })
}

func (e *paramsLeaf) Parse(lx *plexer.PeekingLexer) error {
	return parseLeaf(lx, func(p *cursor) {
		p.expect(lexer.LPar)
		e.args = p.parameters(lexer.RPar)
		p.expect(lexer.RPar)
	})
}

func (e *typeParamsLeaf) Parse(lx *plexer.PeekingLexer) error {
	return parseLeaf(lx, func(p *cursor) { e.params = p.typeParams() })
}

func (e *basesLeaf) Parse(lx *plexer.PeekingLexer) error {
	return parseLeaf(lx, func(p *cursor) {
		if p.kind() == lexer.LPar {
			e.args, e.keywords = p.arguments(false)
		}
	})
}

// Parse reads a block. It loops over the statements itself: participle would reflect on each of them.
func (s *suite) Parse(lx *plexer.PeekingLexer) (err error) {
	indented := false
	err = parseLeaf(lx, func(p *cursor) {
		p.expect(lexer.Colon)
		if indented = p.accept(lexer.Newline); indented {
			p.expect(lexer.Indent)
		} else {
			s.body = p.simpleLine(nil)
		}
	})
	if err != nil || !indented {
		return err
	}
	for lx.Peek().Type != lexer.Dedent {
		if s.body, err = statement(lx, s.body); err != nil {
			return err
		}
	}
	lx.Next()
	return nil
}

// withItems reads the items of a with statement. Parentheses around all of them are tried first, as
// CPython's grammar does; they may turn out to belong to an expression.
func (p *cursor) withItems() (items []*ast.WithItem) {
	if p.kind() == lexer.LPar && p.attempt(func() bool {
		p.i++
		items = p.withItemList(true)
		return p.accept(lexer.RPar) && p.kind() == lexer.Colon
	}) {
		return items
	}
	return p.withItemList(false)
}

func (p *cursor) withItemList(parens bool) (items []*ast.WithItem) {
	for {
		item := &ast.WithItem{ContextExpr: p.expression()}
		if p.accept(lexer.KwAs) {
			item.OptionalVars = p.target()
		}
		items = append(items, item)
		if !p.accept(lexer.Comma) || parens && p.kind() == lexer.RPar {
			return items
		}
	}
}
