// Where the diagnoser's errors are: CPython's ways of naming a place.

package parser

import (
	"unicode/utf8"

	"pyasync/ast"
	"pyasync/lexer"
)

// unplaced tells whether CPython gives a token no column: those that have no text.
func (e *engine) unplaced(t *diagToken) bool {
	switch t.Type {
	case lexer.Indent, lexer.Dedent, lexer.EOF, errorToken:
		return true
	case lexer.Newline:
		return t.Pos.Offset >= len(e.src) // only implied
	}
	return false
}

// tokenLine returns the line a token begins on.
func (e *engine) tokenLine(i int) int {
	t := &e.toks[i]
	if !e.unplaced(t) {
		return e.lines.Line(int32(t.Pos.Offset))
	}
	if t.Type != lexer.Indent && t.Type != lexer.Dedent || t.Pos.Offset >= len(e.src) {
		return e.lastLine()
	}
	return t.line
}

// lastLine is the line CPython counts itself on at the end of the source: the last that has characters.
func (e *engine) lastLine() int {
	n := e.lines.Lines()
	if e.src == "" {
		return 0
	}
	if n > 1 && e.lines.Text(n) == "" {
		n--
	}
	return n
}

// startOf returns the line of a token and its column in bytes from 0, -1 when it has none.
func (e *engine) startOf(i int) (line, col int) {
	t := &e.toks[i]
	if e.unplaced(t) {
		return e.tokenLine(i), -1
	}
	return e.lines.Bytes(int32(t.Pos.Offset))
}

func (e *engine) endOf(i int) (line, col int) {
	t := &e.toks[i]
	if e.unplaced(t) {
		return e.tokenLine(i), -1
	}
	line, col = e.lines.Bytes(int32(t.Pos.Offset + len(t.Value)))
	if t.Type == lexer.Newline && !(e.opt.addedNewline && line == e.lastLine()) {
		col++
	}
	return line, col
}

func (e *engine) text(n *node) string {
	first, last := &e.toks[n.first], &e.toks[n.end-1]
	return e.src[first.Pos.Offset : last.Pos.Offset+len(last.Value)]
}

// raise marks a range of tokens (RAISE_SYNTAX_ERROR_KNOWN_RANGE).
func (e *engine) raise(n node, msg string) {
	line, col := e.startOf(n.first)
	endLine, endCol := e.endOf(n.end - 1)
	e.raiseAt(line, col+1, endLine, endCol+1, msg)
}

// raiseAt sets the error; col and endCol are in bytes, from 1, negative ones as they come.
func (e *engine) raiseAt(line, col, endLine, endCol int, msg string) {
	if e.err != nil {
		return
	}
	text := e.lineText(line)
	e.err = &SyntaxError{Kind: "SyntaxError", Msg: msg, Filename: e.opt.Filename,
		Line: line, Col: charColumn(text, col), EndLine: endLine, EndCol: charColumn(text, endCol), Text: text}
}

// charColumn turns a column in bytes into one in characters. CPython does that for both columns by the text
// of the first line, so that an end on another line moves when that line is longer.
func charColumn(text string, col int) int {
	if col <= 0 {
		return col
	}
	if col > len(text) {
		return utf8.RuneCountInString(text) + 1
	}
	return utf8.RuneCountInString(text[:col])
}

// lineText returns the source of a line. Compiling a str, CPython has only the current line with its newline,
// and with the lines that a backslash or a long string joins to it.
func (e *engine) lineText(line int) string {
	if e.opt.File {
		return e.opt.fileLine(e.lines, line)
	}
	text := e.lines.Text(line)
	now, _ := e.readPosition()
	if line < now {
		return text
	}
	if line < e.lines.Lines() {
		text += "\n"
	}
	read, _ := e.lx.Line()
	if start := e.lx.BufferStart(now < read); start < int(e.lines.Start(line)) {
		return e.src[start:e.lines.Start(line)] + text
	}
	return text
}

// fileLine returns a line as CPython reads it again from the file: with its newline, if it has one, and with the
// byte order mark.
func (o Options) fileLine(lines *ast.LineTable, line int) string {
	text := lines.Text(line)
	if line < lines.Lines() && !(o.addedNewline && line == lines.Lines()-1) {
		text += "\n"
	}
	if o.bom && line == 1 {
		text = "\ufeff" + text
	}
	return text
}

// readPosition is where the lexer stands: its line, and the bytes read of it.
func (e *engine) readPosition() (line, col int) {
	line, start := e.lx.Line()
	offset := e.lx.Offset()
	n := len(e.toks)
	if offset == start && line > 1 && (offset >= len(e.src) || n > 0 && e.toks[n-1].Type == lexer.Newline) {
		line-- // CPython has not gone on to the next line yet
		start = int(e.lines.Start(line))
	}
	return line, max(0, offset-start)
}

// raiseFrom marks everything from a token to where the lexer stands (RAISE_SYNTAX_ERROR_STARTING_FROM).
func (e *engine) raiseFrom(first int, msg string) {
	line, col := e.startOf(first)
	endLine, endCol := e.readPosition()
	e.raiseAt(line, col+1, endLine, endCol, msg)
}

// raiseToken marks one token; if it has no column, the place where the lexer stands (RAISE_SYNTAX_ERROR).
func (e *engine) raiseToken(i int, msg string) {
	if e.unplaced(&e.toks[i]) {
		_, col := e.readPosition()
		line := e.tokenLine(i)
		if e.opt.File && e.lx.Offset() >= len(e.src) {
			col = 0 // reading a file, CPython has dropped the last line by then
		}
		e.raiseAt(line, col, line, -1, msg)
		return
	}
	e.raise(node{first: i, end: i + 1}, msg)
}

// raiseLast is raiseToken for the last token read.
func (e *engine) raiseLast(msg string) { e.raiseToken(len(e.toks)-1, msg) }

// fromLexer takes over an error of the lexer.
func (e *engine) fromLexer(le *lexer.Error) *SyntaxError {
	err := fromLexer(le, e.opt)
	if !le.Raised {
		err.Text = e.lineText(err.Line)
	}
	return err
}
