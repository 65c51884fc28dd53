// Import statements.

package parser

import (
	"strings"

	"pyasync/ast"
	"pyasync/lexer"
)

func (p *cursor) importStatement() ast.Stmt {
	s := p.start()
	p.i++
	n := &ast.Import{Names: []*ast.Alias{p.dottedAlias()}}
	for p.accept(lexer.Comma) {
		n.Names = append(n.Names, p.dottedAlias())
	}
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) dottedAlias() *ast.Alias {
	s := p.start()
	a := &ast.Alias{Name: p.dottedName()}
	if p.accept(lexer.KwAs) {
		a.Asname = p.ident()
	}
	a.Pos = p.pos(s)
	return a
}

func (p *cursor) dottedName() ast.Ident {
	name := p.ident()
	if p.kind() != lexer.Dot {
		return name
	}
	var b strings.Builder
	b.WriteString(string(name))
	for p.accept(lexer.Dot) {
		b.WriteByte('.')
		b.WriteString(string(p.ident()))
	}
	return ast.Ident(b.String())
}

func (p *cursor) importFrom() ast.Stmt {
	s := p.start()
	p.i++
	n := &ast.ImportFrom{}
	for {
		if p.accept(lexer.Dot) {
			n.Level++
		} else if p.accept(lexer.Ellipsis) {
			n.Level += 3
		} else {
			break
		}
	}
	if n.Level == 0 || p.kind() == lexer.Name {
		n.Module = p.dottedName()
	}
	p.expect(lexer.KwImport)
	n.Names = p.importedNames()
	n.Pos = p.pos(s)
	return n
}

func (p *cursor) importedNames() []*ast.Alias {
	s := p.start()
	if p.accept(lexer.Star) {
		a := &ast.Alias{Name: "*"}
		a.Pos = p.pos(s)
		return []*ast.Alias{a}
	}
	parens := p.accept(lexer.LPar)
	var names []*ast.Alias
	for {
		s := p.start()
		a := &ast.Alias{Name: p.ident()}
		if p.accept(lexer.KwAs) {
			a.Asname = p.ident()
		}
		a.Pos = p.pos(s)
		names = append(names, a)
		if !p.accept(lexer.Comma) || parens && p.kind() == lexer.RPar {
			break
		}
	}
	if parens {
		p.expect(lexer.RPar)
	}
	return names
}
