// cursor: a hand-written parser's view of participle's tokens.

package parser

import (
	"errors"

	plexer "github.com/alecthomas/participle/v2/lexer"
	"golang.org/x/text/unicode/norm"

	"pyasync/ast"
	"pyasync/lexer"
)

// errRejected says that a program is not Python. What is wrong, and where, is found by a second
// parse (diagnose.go), as CPython does it: so nothing here spends time on messages.
var errRejected = errors.New("invalid syntax")

// errTooComplex says that a program is nested more deeply than the stack may grow.
//
//lint:ignore ST1005 the text is CPython's, and becomes that of a MemoryError
var errTooComplex = errors.New("Parser stack overflowed - Python source too complex to parse")

// maxDepth bounds the recursion of one cursor, in CPython's measure: the grammar rules it would have entered.
const maxDepth = 6000

// cursor walks the token slice of a PeekingLexer. Failures unwind by panic and stop at the next
// Parseable leaf; see leaf.go.
type cursor struct {
	toks  []plexer.Token
	i     int
	depth int
}

// open borrows the token slice of a PeekingLexer without copying it: Range gives a part of it, which
// may be extended to its capacity, and the EOF token is the sentinel.
func open(lex *plexer.PeekingLexer) *cursor {
	t := lex.Range(0, 1)
	return &cursor{toks: t[:cap(t)], i: int(lex.RawCursor())}
}

// commit moves the PeekingLexer to where the cursor stands.
func (p *cursor) commit(lex *plexer.PeekingLexer) {
	if c := int(lex.RawCursor()); p.i > c {
		lex.FastForward(plexer.RawCursor(p.i - 1))
	}
}

// source returns the whole text, the value of the Start token.
func (p *cursor) source() string { return p.toks[0].Value }

func (p *cursor) kind() lexer.Kind        { return p.toks[p.i].Type }
func (p *cursor) kindAt(n int) lexer.Kind { return p.toks[min(p.i+n, len(p.toks)-1)].Type }
func (p *cursor) token() *plexer.Token    { return &p.toks[p.i] }
func (p *cursor) start() int32            { return int32(p.toks[p.i].Pos.Offset) }
func (p *cursor) pos(start int32) ast.Pos { return ast.Pos{Start: start, End: p.end()} }
func (p *cursor) isWord(word string) bool { return p.kind() == lexer.Name && p.token().Value == word }

// end returns where the token before the cursor ends.
func (p *cursor) end() int32 {
	t := &p.toks[p.i-1]
	return int32(t.Pos.Offset + len(t.Value))
}

func (p *cursor) next() *plexer.Token {
	t := &p.toks[p.i]
	p.i++
	return t
}

func (p *cursor) accept(k lexer.Kind) bool {
	if p.toks[p.i].Type == k {
		p.i++
		return true
	}
	return false
}

func (p *cursor) expect(k lexer.Kind) *plexer.Token {
	if p.toks[p.i].Type != k {
		p.reject()
	}
	return p.next()
}

// reject gives up.
func (p *cursor) reject() { panic(errRejected) }

// enter counts a level of recursion that costs n of CPython's; leave takes it back.
func (p *cursor) enter(n int) {
	if p.depth += n; p.depth > maxDepth {
		panic(errTooComplex)
	}
}
func (p *cursor) leave(n int) { p.depth -= n }

// attempt runs f and tells whether it succeeded; if not, the cursor is back where it was.
func (p *cursor) attempt(f func() bool) (ok bool) {
	i, depth := p.i, p.depth
	defer func() {
		switch r := recover(); r {
		case nil:
		case errRejected:
			ok = false
		default:
			panic(r)
		}
		if !ok {
			p.i, p.depth = i, depth
		}
	}()
	return f()
}

func (p *cursor) ident() ast.Ident { return identOf(p.expect(lexer.Name).Value) }

// identOf normalises a name as PEP 3131 demands.
func identOf(s string) ast.Ident {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return ast.Ident(norm.NFKC.String(s))
		}
	}
	return ast.Ident(s)
}

func tokenPos(t *plexer.Token) ast.Pos {
	return ast.Pos{Start: int32(t.Pos.Offset), End: int32(t.Pos.Offset + len(t.Value))}
}

// spanOf is the span of a compound statement: from its first token to its last, not counting
// the line ends and indentation behind it.
func spanOf(toks []plexer.Token) ast.Pos {
	i := len(toks) - 1
	for i > 0 && (toks[i].Type == lexer.Dedent || toks[i].Type == lexer.Newline || toks[i].Type == lexer.Indent) {
		i--
	}
	return ast.Pos{Start: int32(toks[0].Pos.Offset), End: tokenPos(&toks[i]).End}
}
