// Statements: the first token chooses the production.

package parser

import (
	"sync"

	"github.com/alecthomas/participle/v2"
	plexer "github.com/alecthomas/participle/v2/lexer"

	"pyasync/ast"
	"pyasync/lexer"
)

// production is a compound statement's participle parser. It is built when a program first has such a
// statement: building all of them takes longer than parsing a short script.
type production[T any] struct {
	once   sync.Once
	parser *participle.Parser[T]
}

func (r *production[T]) parse(lx *plexer.PeekingLexer) (*T, error) {
	r.once.Do(func() {
		r.parser = participle.MustBuild[T](participle.Lexer(lexer.Definition{}), participle.UseLookahead(0))
	})
	return r.parser.ParseFromLexer(lx, participle.AllowTrailing(true))
}

// productions are shared by all parsers of the process; each is immutable once built.
var productions struct {
	ifs       production[ifProduction]
	while     production[whileProduction]
	fors      production[forProduction]
	try       production[tryProduction]
	with      production[withProduction]
	def       production[defProduction]
	class     production[classProduction]
	async     production[asyncProduction]
	decorated production[decoratedProduction]
	match     production[matchProduction]
}

// statement appends what the next logical line or compound statement holds.
func statement(lx *plexer.PeekingLexer, out []ast.Stmt) (_ []ast.Stmt, err error) {
	switch lx.Peek().Type {
	case lexer.KwIf:
		return compound(out, &productions.ifs, lx)
	case lexer.KwWhile:
		return compound(out, &productions.while, lx)
	case lexer.KwFor:
		return compound(out, &productions.fors, lx)
	case lexer.KwTry:
		return compound(out, &productions.try, lx)
	case lexer.KwWith:
		return compound(out, &productions.with, lx)
	case lexer.KwDef:
		return compound(out, &productions.def, lx)
	case lexer.KwClass:
		return compound(out, &productions.class, lx)
	case lexer.KwAsync:
		return compound(out, &productions.async, lx)
	case lexer.At:
		return compound(out, &productions.decorated, lx)
	}
	match := false
	err = parseLeaf(lx, func(p *cursor) {
		if match = p.atMatch(); !match {
			out = p.simpleLine(out)
		}
	})
	if match && err == nil {
		return compound(out, &productions.match, lx)
	}
	return out, err
}

// compound parses one production and lowers it on the spot.
func compound[T any, PT interface {
	*T
	lower() ast.Stmt
}](out []ast.Stmt, r *production[T], lx *plexer.PeekingLexer) ([]ast.Stmt, error) {
	v, err := r.parse(lx)
	if err != nil {
		return nil, err
	}
	n := PT(v).lower()
	if n == nil {
		return nil, errRejected
	}
	return append(out, n), nil
}
