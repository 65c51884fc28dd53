// String literals: concatenation, f-strings.

package parser

import (
	"strings"

	plexer "github.com/alecthomas/participle/v2/lexer"

	"pyasync/ast"
	"pyasync/lexer"
)

// literalError is an error in the text of a literal, which CPython reports while it parses.
type literalError struct {
	msg    string
	escape bool // in an escape sequence
}

// decodeString returns the value of a string or bytes token, its kind, and whether its prefix is u.
func decodeString(t *plexer.Token) (value string, kind ast.ConstKind, u bool, err *literalError) {
	v := t.Value
	quote := strings.IndexAny(v, `"'`)
	prefix, q := strings.ToLower(v[:quote]), v[quote]
	width := 1
	if len(v) >= quote+6 && v[quote+1] == q && v[quote+2] == q {
		width = 3
	}
	body := v[quote+width : len(v)-width]
	kind = ast.CStr
	if strings.Contains(prefix, "b") {
		kind = ast.CBytes
		for i := range len(body) {
			if body[i] >= 0x80 {
				return "", kind, false, &literalError{"bytes can only contain ASCII literal characters", false}
			}
		}
	}
	if !strings.Contains(prefix, "r") && strings.IndexByte(body, '\\') >= 0 {
		var e *escapeError
		if body, e = unescape(body, kind == ast.CBytes); e != nil {
			return "", kind, false, &literalError{e.msg, true}
		}
	}
	return body, kind, prefix == "u", nil
}

// strings reads one or more literals that stand side by side.
func (p *cursor) strings() ast.Expr {
	if t := p.token(); t.Type == lexer.String && p.kindAt(1) != lexer.String && p.kindAt(1) != lexer.FStart {
		n := &ast.Constant{}
		n.S, n.Kind, n.U = p.stringValue(t)
		n.Pos = tokenPos(t)
		p.i++
		return n
	}
	s := p.start()
	var c concatenation
	for first := true; ; first = false {
		switch t := p.token(); t.Type {
		case lexer.String:
			v, kind, u := p.stringValue(t)
			if first {
				c.bytes, c.u = kind == ast.CBytes, u
			} else if c.bytes != (kind == ast.CBytes) {
				p.reject()
			}
			c.text(v, tokenPos(t))
			p.i++
		case lexer.FStart:
			if c.bytes {
				p.reject()
			}
			c.f = true
			p.i++
			p.fstringParts(isRaw(t.Value), &c)
			p.expect(lexer.FEnd)
		default:
			return c.node(p.pos(s))
		}
	}
}

func isRaw(prefix string) bool { return strings.ContainsAny(prefix, "rR") }

func (p *cursor) stringValue(t *plexer.Token) (string, ast.ConstKind, bool) {
	v, kind, u, err := decodeString(t)
	if err != nil {
		p.reject()
	}
	return v, kind, u
}

// concatenation collects the parts of adjacent literals; runs of text become one Constant.
type concatenation struct {
	f, bytes, u bool
	values      []ast.Expr
	buf         strings.Builder
	span        ast.Pos // of the text in buf
	open        bool    // buf holds text, perhaps empty
}

func (c *concatenation) text(s string, span ast.Pos) {
	if !c.open {
		c.open, c.span.Start = true, span.Start
	}
	c.span.End = span.End
	c.buf.WriteString(s)
}

func (c *concatenation) flush() {
	if c.buf.Len() > 0 {
		n := &ast.Constant{Kind: ast.CStr, S: c.buf.String(), U: c.u}
		n.Pos = c.span
		c.values = append(c.values, n)
	}
	c.buf.Reset()
	c.open = false
}

func (c *concatenation) field(e ast.Expr) {
	c.flush()
	c.values = append(c.values, e)
}

func (c *concatenation) node(pos ast.Pos) ast.Expr {
	if c.f {
		c.flush()
		n := &ast.JoinedStr{Values: c.values}
		n.Pos = pos
		return n
	}
	n := &ast.Constant{Kind: ast.CStr, S: c.buf.String(), U: c.u}
	if c.bytes {
		n.Kind = ast.CBytes
	}
	n.Pos = pos
	return n
}

// fstringParts reads text and fields up to what ends them: FEnd, or the brace after a format specification.
func (p *cursor) fstringParts(raw bool, c *concatenation) {
	for {
		switch t := p.token(); t.Type {
		case lexer.FMiddle:
			v, err := decodeMiddle(t, raw)
			if err != nil {
				p.reject()
			}
			c.text(v, tokenPos(t))
			p.i++
		case lexer.LBrace:
			p.enter(parenDepth)
			p.field(raw, c)
			p.leave(parenDepth)
		default:
			return
		}
	}
}

// decodeMiddle returns the value of literal text in an f-string.
func decodeMiddle(t *plexer.Token, raw bool) (string, *literalError) {
	v := t.Value
	if strings.Contains(v, "{{") || strings.Contains(v, "}}") {
		v = foldBraces(v)
	}
	if raw || strings.IndexByte(v, '\\') < 0 {
		return v, nil
	}
	v, err := unescape(v, false)
	if err != nil {
		return "", &literalError{err.msg, true}
	}
	return v, nil
}

// foldBraces turns doubled braces into single ones, except within \N{…}.
func foldBraces(v string) string {
	var b strings.Builder
	for i := 0; i < len(v); i++ {
		if strings.HasPrefix(v[i:], `\N{`) {
			if e := strings.IndexByte(v[i:], '}'); e > 0 {
				b.WriteString(v[i : i+e+1])
				i += e
				continue
			}
		}
		b.WriteByte(v[i])
		if (v[i] == '{' || v[i] == '}') && i+1 < len(v) && v[i+1] == v[i] {
			i++
		}
	}
	return b.String()
}

// field reads a replacement field.
func (p *cursor) field(raw bool, c *concatenation) {
	s := p.start()
	p.i++
	n := &ast.FormattedValue{Value: p.yieldOrStar(), Conversion: -1}
	debug := p.accept(lexer.Equal)
	if debug { // {x=}: the text up to the next token is shown, too
		c.text(debugText(p.source()[s+1:p.start()]), ast.Pos{Start: s + 1, End: p.start()})
	}
	if p.accept(lexer.Exclam) {
		n.Conversion = p.conversion()
	} else if debug && p.kind() != lexer.Colon {
		n.Conversion = 'r'
	}
	if p.accept(lexer.Colon) {
		n.FormatSpec = p.formatSpec(raw)
	}
	p.expect(lexer.RBrace)
	n.Pos = p.pos(s)
	c.field(n)
}

func (p *cursor) conversion() int {
	t := p.expect(lexer.Name)
	if v := t.Value; (v == "s" || v == "r" || v == "a") && int32(t.Pos.Offset) == tokenPos(&p.toks[p.i-2]).End {
		return int(v[0])
	}
	p.reject()
	return -1
}

func (p *cursor) formatSpec(raw bool) ast.Expr {
	s := p.end() - 1 // at the colon
	c := concatenation{f: true}
	p.fstringParts(raw, &c)
	return c.node(ast.Pos{Start: s, End: p.start()})
}

// debugText is the source of a self-documenting field, without comments.
func debugText(s string) string {
	if strings.IndexByte(s, '#') < 0 {
		return s
	}
	var b strings.Builder
	quote := byte(0)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '#':
			if i += strings.IndexByte(s[i:]+"\n", '\n'); i >= len(s) {
				return b.String()
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
