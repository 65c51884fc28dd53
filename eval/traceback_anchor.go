// The source lines of a frame and the carets below them (PEP 657, as CPython 3.13 draws them).
package eval

import (
	"strconv"
	"strings"
	"unicode"

	"pyasync/ast"
	"pyasync/object"
	"pyasync/parser"
)

// frameText is one entry of a traceback, ready to be printed.
type frameText struct {
	file, name    string
	line, endLine int
	located       bool // col and endCol, in bytes, are known
	col, endCol   int
	lines         []string // the source lines line … endLine; empty when unknown
}

// anchors mark, inside the text of the failing expression, the part to underline with carets (an operator, the
// brackets of a subscript, the parentheses of a call); the rest is underlined with tildes.
type anchors struct {
	leftLine, leftCol, rightLine, rightCol int
}

func (f *frameText) format(c colors) string {
	head := "  File " + c.magenta + `"` + f.file + `"` + c.reset + ", line " + c.magenta + strconv.Itoa(f.line) + c.reset + ", in " + c.magenta + f.name + c.reset + "\n"
	if len(f.lines) == 0 || f.lines[0] == "" && len(f.lines) == 1 {
		return head
	}
	lines := make([][]rune, len(f.lines))
	for i, l := range f.lines {
		lines[i] = runesOf(l)
	}
	original := lines[0]
	lines = dedent(lines)
	if blank(lines) {
		return head
	}
	if !f.located {
		var b strings.Builder
		for _, l := range lines {
			b.WriteString(indentLine(string4(l)))
		}
		return head + b.String()
	}
	start := charOffset(f.lines[0], f.col)
	end := charOffset(f.lines[len(f.lines)-1], f.endCol)
	removed := len(original) - len(lines[0])
	m := marker{lines: lines, start: max(start-removed, 0), end: max(end-removed, 0), colors: c}
	return head + m.draw()
}

// runesOf decodes text that may hold surrogates.
func runesOf(s string) []rune {
	r := make([]rune, 0, len(s))
	for len(s) > 0 {
		c, n := object.DecodeRune(s)
		r = append(r, c)
		s = s[n:]
	}
	return r
}

func string4(r []rune) string {
	b := make([]byte, 0, len(r))
	for _, c := range r {
		b = object.AppendRune(b, c)
	}
	return string(b)
}

// charOffset turns a byte offset in a line into a character offset.
func charOffset(line string, off int) int {
	off = min(off, len(line))
	n := 0
	for i := 0; i < off; i++ {
		if line[i]&0xC0 != 0x80 {
			n++
		}
	}
	return n
}

func blank(lines [][]rune) bool {
	for _, l := range lines {
		if strings.TrimSpace(string(l)) != "" {
			return false
		}
	}
	return true
}

// dedent removes the leading whitespace that all lines have in common (textwrap.dedent).
func dedent(lines [][]rune) [][]rune {
	var margin []rune
	have := false
	for _, l := range lines {
		if len(strings.TrimSpace(string(l))) == 0 {
			continue
		}
		n := 0
		for n < len(l) && (l[n] == ' ' || l[n] == '\t') {
			n++
		}
		if !have {
			margin, have = l[:n], true
			continue
		}
		k := 0
		for k < len(margin) && k < n && margin[k] == l[k] {
			k++
		}
		margin = margin[:k]
	}
	out := make([][]rune, len(lines))
	for i, l := range lines {
		switch {
		case len(strings.TrimSpace(string(l))) == 0:
			out[i] = nil
		default:
			out[i] = l[len(margin):]
		}
	}
	return out
}

func indentLine(s string) string { return "    " + s + "\n" }

// marker draws the lines of one failing expression, which begins at character start of the first line and ends at
// character end of the last.
type marker struct {
	lines      [][]rune
	start, end int
	colors     colors
	anchors    *anchors
	show       bool
	columns    [2]int // of start and end, in terminal columns
	out        strings.Builder
}

func (m *marker) draw() string {
	last := len(m.lines) - 1
	m.columns = [2]int{displayWidth(m.lines[0], m.start), displayWidth(m.lines[last], m.end)}
	m.anchors = findAnchors(m.segment())
	m.show = m.shouldShow()
	wanted := map[int]bool{0: true, last: true}
	if a := m.anchors; a != nil {
		for d := -1; d <= 1; d++ {
			wanted[a.leftLine+d], wanted[a.rightLine+d] = true, true
		}
		if a.leftLine == 0 {
			a.leftCol += m.start
		}
		if a.rightLine == 0 {
			a.rightCol += m.start
		}
		a.leftCol, a.rightCol = displayWidth(m.lines[a.leftLine], a.leftCol), displayWidth(m.lines[a.rightLine], a.rightCol)
	}
	prev := -1
	for i := range m.lines {
		if !wanted[i] {
			continue
		}
		switch gap := i - prev; {
		case prev >= 0 && gap == 2:
			m.line(i - 1)
		case prev >= 0 && gap > 2:
			m.out.WriteString(indentLine("...<" + strconv.Itoa(gap-1) + " lines>..."))
		}
		m.line(i)
		prev = i
	}
	return m.out.String()
}

// segment returns the text of the expression, its lines as they are except for what lies before and behind it.
func (m *marker) segment() []string {
	out := make([]string, len(m.lines))
	for i, l := range m.lines {
		from, to := 0, len(l)
		if i == 0 {
			from = min(m.start, len(l))
		}
		if i == len(m.lines)-1 {
			to = max(min(m.end, len(l)), from)
		}
		out[i] = string4(l[from:to])
	}
	return out
}

// line draws one line and, if carets are shown, those below it.
func (m *marker) line(i int) {
	l := m.lines[i]
	if !m.show {
		m.out.WriteString(indentLine(string4(l)))
		return
	}
	spaces := 0
	for spaces < len(l) && unicode.IsSpace(l[spaces]) {
		spaces++
	}
	width := displayWidth(l, len(l))
	if i == len(m.lines)-1 {
		width = m.columns[1]
	}
	carets := make([]byte, 0, width)
	for col := range width {
		switch {
		case col < spaces || i == 0 && col < m.columns[0]:
			carets = append(carets, ' ')
		case m.anchors == nil:
			carets = append(carets, '^')
		case m.anchors.covers(i, col):
			carets = append(carets, '^')
		default:
			carets = append(carets, '~')
		}
	}
	if m.colors.reset != "" {
		m.out.WriteString(m.colored(l, carets))
		return
	}
	m.out.WriteString(indentLine(string4(l)))
	m.out.WriteString(indentLine(string(carets)))
}

func (a *anchors) covers(line, col int) bool {
	return (line > a.leftLine || line == a.leftLine && col >= a.leftCol) && (line < a.rightLine || line == a.rightLine && col < a.rightCol)
}

// shouldShow reports whether carets tell something: not when they would underline a whole line, nor below a plain
// call of a name that is a whole return statement or assigned value of a name.
func (m *marker) shouldShow() bool {
	if m.wholeCall() {
		return false
	}
	if m.anchors != nil {
		return true
	}
	first, last := m.lines[0], m.lines[len(m.lines)-1]
	before := strings.TrimLeftFunc(string(first[:min(m.start, len(first))]), unicode.IsSpace)
	after := strings.TrimRightFunc(string(last[min(m.end, len(last)):]), unicode.IsSpace)
	return before != "" || after != ""
}

// wholeCall recognises `return f(…)` and `x = f(…)` whose call is exactly what failed.
func (m *marker) wholeCall() bool {
	texts := make([]string, len(m.lines))
	for i, l := range m.lines {
		texts[i] = string4(l)
	}
	res, err := parser.Parse([]byte(strings.Join(texts, "\n")), parser.Options{Filename: "<unknown>", SyntaxOnly: true})
	if err != nil || len(res.Module.Body) == 0 {
		return false
	}
	var call ast.Expr
	switch s := res.Module.Body[0].(type) {
	case *ast.Return:
		if c, ok := s.Value.(*ast.Call); ok {
			if _, ok := c.Func.(*ast.Name); ok {
				call = c
			}
		}
	case *ast.Assign:
		if c, ok := s.Value.(*ast.Call); ok && len(s.Targets) == 1 {
			if _, ok := s.Targets[0].(*ast.Name); ok {
				call = c
			}
		}
	}
	if call == nil {
		return false
	}
	span := call.Span()
	l1, c1 := res.Lines.Bytes(span.Start)
	l2, c2 := res.Lines.Bytes(span.End)
	// CPython compares byte offsets of the tree with character offsets here; so do we.
	return l1 == 1 && l2 == len(m.lines) && c1 == m.start && c2 == m.end
}

// findAnchors parses the text of the failing expression, in parentheses because it may span lines, and finds the
// operator, subscript or argument list in it.
func findAnchors(lines []string) *anchors {
	text := "(\n" + strings.Join(lines, "\n") + "\n)"
	res, err := parser.Parse([]byte(text), parser.Options{Filename: "<unknown>", SyntaxOnly: true})
	if err != nil || len(res.Module.Body) != 1 {
		return nil
	}
	stmt, ok := res.Module.Body[0].(*ast.ExprStmt)
	if !ok {
		return nil
	}
	s := &segmentScan{table: res.Lines}
	for _, l := range lines {
		s.lines = append(s.lines, runesOf(l))
	}
	switch e := stmt.Value.(type) {
	case *ast.BinOp:
		return s.operator(e)
	case *ast.Subscript:
		return s.bracket(e.Value, e, '[')
	case *ast.Call:
		return s.bracket(e.Func, e, '(')
	}
	return nil
}

// segmentScan walks over the characters of a failing expression.
type segmentScan struct {
	table *ast.LineTable
	lines [][]rune
}

// place returns line and character of an offset in the parenthesised text; line 0 is the first of the expression.
func (s *segmentScan) place(off int32) (line, col int) {
	line, col = s.table.Chars(off)
	return line - 2, col
}

// valid moves on to the next character that exists.
func (s *segmentScan) valid(line, col int) (int, int, bool) {
	for line < len(s.lines) && col >= len(s.lines[line]) {
		line, col = line+1, 0
	}
	return line, col, line < len(s.lines)
}

// until moves on to the first character that satisfies stop, skipping comments and line continuations.
func (s *segmentScan) until(line, col int, stop func(rune) bool) (int, int, bool) {
	line, col, ok := s.valid(line, col)
	for ok {
		switch c := s.lines[line][col]; {
		case c == '\\' || c == '#':
			line, col, ok = s.valid(line+1, 0)
		case stop(c):
			return line, col, true
		default:
			line, col, ok = s.valid(line, col+1)
		}
	}
	return 0, 0, false
}

func (s *segmentScan) operator(e *ast.BinOp) *anchors {
	line, col := s.place(e.Left.Span().End)
	line, col, ok := s.until(line, col, func(c rune) bool { return !unicode.IsSpace(c) && c != ')' })
	if !ok {
		return nil
	}
	right := col + 1
	rl, rc := s.place(e.Right.Span().Start)
	if l := s.lines[line]; right < len(l) && (rl > line || right < rc) {
		if c := l[right]; !unicode.IsSpace(c) && c != '\\' && c != '#' {
			right++
		}
	}
	return &anchors{line, col, line, right}
}

func (s *segmentScan) bracket(head, whole ast.Expr, open rune) *anchors {
	line, col := s.place(head.Span().End)
	line, col, ok := s.until(line, col, func(c rune) bool { return c == open })
	if !ok {
		return nil
	}
	endLine, endCol := s.place(whole.Span().End)
	return &anchors{line, col, endLine, endCol}
}
