// Reading the sources of our own modules: the same language in a hurry.
//
// The productions of participle cost half of what reading a source does: their tokens are all kept, 64 bytes each, and
// their fields filled by reflection. A program waits for its imports, so the compound statements of sources that are
// known to be right are read by hand here, line by line. The productions stay the grammar: the test of the library
// compares the trees that both make of every module.

package parser

import (
	"strings"

	plexer "github.com/alecthomas/participle/v2/lexer"

	"pyasync/ast"
	"pyasync/lexer"
)

// ReadLibrary reads decoded text that is known to compile. Of function bodies it reads only those that matter for the
// blocks around them; an ast.Deferred stands for the others, which ReadDeferred reads.
func ReadLibrary(text string) (*Result, error) {
	r := &Result{Module: &ast.Module{}, Source: text, Lines: ast.NewLineTable(text), Encoding: "utf-8"}
	err := readWith(lexer.New(text, lexer.Options{DeferBodies: true}), 128, func(p *lineReader) {
		for p.kind() != lexer.EOF {
			r.Module.Body = p.statement(r.Module.Body)
		}
	})
	return r, err
}

// ReadDeferred reads the statements of text that d stands for; line is the one that d begins on.
func ReadDeferred(text string, d *ast.Deferred, line int) (body []ast.Stmt, err error) {
	end := int(d.End)
	if i := strings.IndexByte(text[end:], '\n'); i >= 0 {
		end += i + 1
	}
	err = readWith(lexer.NewAt(text[:end], int(d.Start), line, lexer.Options{}), 40, func(p *lineReader) {
		body = p.block()
	})
	return body, err
}

// lineReader is a cursor over the tokens of one logical line, or the few that are left of it.
type lineReader struct {
	cursor
	lx *lexer.Lexer
}

// readWith reads tokens of lx; size is how many a line has room for at first.
func readWith(lx *lexer.Lexer, size int, read func(*lineReader)) (err error) {
	p := &lineReader{cursor{toks: make([]plexer.Token, 1, size), i: 1}, lx}
	defer func() {
		switch r := recover(); r {
		case nil:
		case errRejected, errTooComplex:
			err = r.(error)
		default:
			panic(r)
		}
	}()
	p.toks[0], err = lx.Next() // Start, whose value is the text
	p.more()
	read(p)
	return err
}

// more makes sure that a line is at hand, at the beginning of one.
func (p *lineReader) more() {
	if p.i == len(p.toks) {
		p.toks, p.i = p.toks[:1], 1
		p.readLine()
	}
}

// readLine adds the tokens of a line to those at hand.
func (p *lineReader) readLine() {
	for {
		t, err := p.lx.Next()
		if err != nil {
			p.reject()
		}
		p.toks = append(p.toks, t)
		if t.Type == lexer.Newline || t.Type == lexer.Deferred || t.Type == lexer.EOF {
			return
		}
	}
}

// took is accept at the beginning of a line.
func (p *lineReader) took(k lexer.Kind) bool {
	p.more()
	return p.accept(k)
}

// statement appends what the next logical line or compound statement holds.
func (p *lineReader) statement(out []ast.Stmt) []ast.Stmt {
	p.more()
	var n ast.Stmt
	switch s := p.start(); p.kind() {
	case lexer.KwIf:
		n = p.ifStatement()
	case lexer.KwWhile:
		p.i++
		n = p.while(s)
	case lexer.KwFor:
		n = p.forLoop(s)
	case lexer.KwTry:
		p.i++
		n = p.try(s)
	case lexer.KwWith:
		n = p.with(s)
	case lexer.KwDef:
		n = p.def(s, nil)
	case lexer.KwClass:
		n = p.class(s, nil)
	case lexer.KwAsync:
		n = p.async(s, nil)
	case lexer.At:
		n = p.decorated()
	case lexer.Deferred:
		d := &ast.Deferred{}
		d.Pos = tokenPos(p.next())
		n = d
	default:
		if p.isWord("match") {
			if p.readLine(); p.atMatch() {
				n = p.match(s)
				break
			}
		}
		out = p.simpleLine(out)
		p.more()
		return out
	}
	p.more()
	return append(out, n)
}

// suite reads ":" and a block.
func (p *lineReader) suite() []ast.Stmt {
	p.expect(lexer.Colon)
	if p.accept(lexer.Newline) {
		return p.block()
	}
	return p.simpleLine(nil)
}

// block reads an indented block.
func (p *lineReader) block() (body []ast.Stmt) {
	p.more()
	p.expect(lexer.Indent)
	for !p.took(lexer.Dedent) {
		body = p.statement(body)
	}
	return body
}

// orElse reads what follows the keyword k, if that comes next.
func (p *lineReader) orElse(k lexer.Kind) []ast.Stmt {
	if !p.took(k) {
		return nil
	}
	return p.suite()
}

// span is the place of a compound statement whose last parts are these blocks, the last of which is not empty.
func span(start int32, blocks ...[]ast.Stmt) ast.Pos {
	for i := len(blocks) - 1; i >= 0; i-- {
		if n := len(blocks[i]); n > 0 {
			return ast.Pos{Start: start, End: blocks[i][n-1].Span().End}
		}
	}
	return ast.Pos{Start: start}
}

// ifStatement reads what begins with if or elif.
func (p *lineReader) ifStatement() *ast.If {
	s := p.start()
	p.i++
	n := &ast.If{Test: p.namedExpression(), Body: p.suite()}
	p.more()
	if p.kind() == lexer.KwElif {
		n.Orelse = []ast.Stmt{p.ifStatement()}
	} else {
		n.Orelse = p.orElse(lexer.KwElse)
	}
	n.Pos = span(s, n.Body, n.Orelse)
	return n
}

func (p *lineReader) while(s int32) ast.Stmt {
	n := &ast.While{Test: p.namedExpression(), Body: p.suite(), Orelse: p.orElse(lexer.KwElse)}
	n.Pos = span(s, n.Body, n.Orelse)
	return n
}

func (p *lineReader) forLoop(s int32) *ast.For {
	p.expect(lexer.KwFor)
	n := &ast.For{Target: p.targets()}
	p.expect(lexer.KwIn)
	n.Iter, n.Body, n.Orelse = p.starExpressions(), p.suite(), p.orElse(lexer.KwElse)
	n.Pos = span(s, n.Body, n.Orelse)
	return n
}

func (p *lineReader) with(s int32) *ast.With {
	p.expect(lexer.KwWith)
	n := &ast.With{Items: p.withItems(), Body: p.suite()}
	n.Pos = span(s, n.Body)
	return n
}

func (p *lineReader) try(s int32) ast.Stmt {
	n := &ast.Try{Body: p.suite()}
	var last []ast.Stmt
	star := false
	for p.more(); p.kind() == lexer.KwExcept; p.more() {
		h := &ast.ExceptHandler{}
		at := p.start()
		p.i++
		star = p.accept(lexer.Star)
		if p.kind() != lexer.Colon {
			h.Type = p.expression()
			if p.accept(lexer.KwAs) {
				h.Name = p.ident()
			}
		}
		h.Body = p.suite()
		h.Pos = span(at, h.Body)
		n.Handlers = append(n.Handlers, h)
		last = h.Body
	}
	n.Orelse, n.Finalbody = p.orElse(lexer.KwElse), p.orElse(lexer.KwFinally)
	n.Pos = span(s, n.Body, last, n.Orelse, n.Finalbody)
	if star {
		return (*ast.TryStar)(n)
	}
	return n
}

func (p *lineReader) def(s int32, decorators []ast.Expr) *ast.FunctionDef {
	p.expect(lexer.KwDef)
	n := &ast.FunctionDef{Name: p.ident(), TypeParams: p.typeParams(), DecoratorList: decorators}
	p.expect(lexer.LPar)
	n.Args = p.parameters(lexer.RPar)
	p.expect(lexer.RPar)
	if p.accept(lexer.RArrow) {
		n.Returns = p.expression()
	}
	n.Body = p.suite()
	n.Pos = span(s, n.Body)
	return n
}

func (p *lineReader) class(s int32, decorators []ast.Expr) ast.Stmt {
	p.expect(lexer.KwClass)
	n := &ast.ClassDef{Name: p.ident(), TypeParams: p.typeParams(), DecoratorList: decorators}
	if p.kind() == lexer.LPar {
		n.Bases, n.Keywords = p.arguments(false)
	}
	n.Body = p.suite()
	n.Pos = span(s, n.Body)
	return n
}

func (p *lineReader) async(s int32, decorators []ast.Expr) ast.Stmt {
	p.expect(lexer.KwAsync)
	switch p.kind() {
	case lexer.KwFor:
		return (*ast.AsyncFor)(p.forLoop(s))
	case lexer.KwWith:
		return (*ast.AsyncWith)(p.with(s))
	}
	return (*ast.AsyncFunctionDef)(p.def(s, decorators))
}

func (p *lineReader) decorated() ast.Stmt {
	var decorators []ast.Expr
	for p.took(lexer.At) {
		decorators = append(decorators, p.namedExpression())
		p.expect(lexer.Newline)
	}
	switch s := p.start(); p.kind() {
	case lexer.KwClass:
		return p.class(s, decorators)
	case lexer.KwAsync:
		return p.async(s, decorators)
	default:
		return p.def(s, decorators)
	}
}

func (p *lineReader) match(s int32) ast.Stmt {
	p.i++
	n := &ast.Match{Subject: p.subject()}
	p.expect(lexer.Colon)
	p.expect(lexer.Newline)
	p.more()
	p.expect(lexer.Indent)
	var last []ast.Stmt
	for !p.took(lexer.Dedent) {
		p.i++ // case
		c := &ast.MatchCase{Pattern: p.patterns()}
		if p.accept(lexer.KwIf) {
			c.Guard = p.namedExpression()
		}
		c.Body = p.suite()
		n.Cases = append(n.Cases, c)
		last = c.Body
	}
	n.Pos = span(s, last)
	return n
}
