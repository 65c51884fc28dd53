// Package lexer turns Python source text into tokens.
//
// The stream is flat: an f-string is FStart, then FMiddle and the tokens of its
// replacement fields between LBrace and RBrace, then FEnd. Blank lines and
// comments leave no tokens; brackets join lines. Errors carry CPython's message
// and columns, and come when the stream reaches them, so that a parser which
// stops earlier reports its own error first.
//
//	lexer.go       the Lexer and its main loop
//	token.go       the table of kinds
//	indent.go      INDENT and DEDENT
//	identifier.go  names, and the prefixes of strings
//	number.go      numeric literals
//	text.go        string literals
//	escape.go      warnings of their escape sequences
//	fstring.go     f-strings
//	operator.go    operators and brackets
//	extra.go       comments and blank lines as tokens
//	defer.go       bodies of functions as one token
//	error.go       errors
//	definition.go  the view participle has of all this
//	encoding.go    bytes to text (PEP 263)
package lexer

import (
	"strings"
	"unicode/utf8"

	"github.com/alecthomas/participle/v2/lexer"
)

// maxParens is the depth of brackets CPython's tokenizer accepts.
const maxParens = 200

// paren is an open bracket.
type paren struct {
	char      byte
	off       int
	line      int
	lineStart int
}

// Lexer produces the tokens of one source.
type Lexer struct {
	src       string
	pos       int // offset of the next character
	line      int // from 1
	lineStart int
	bufStart  int // where the text begins that CPython's tokenizer has in its buffer: of the line, or of those joined to it
	bufBefore int // the same for the line before
	started   bool
	lineBegin bool // at the beginning of a logical line
	indents   []indentation
	pending   int // DEDENT tokens still to come
	parens    []paren
	fstrings  []fstring
	last      Kind // of the last token, 0 at the beginning
	implied   bool // that token is a newline the source lacks
	comment   int  // offset of the comment that ends the line being read, or -1
	state     State
	err       *Error
	opt       Options
	warnings  []Warning
	deferral  deferral
	blank     bool // with Options.Extra: the line being read holds no code
	readUntil int  // where the body ends that has to be read: the ones in it are, too
}

// Options choose how the end of the source is seen.
type Options struct {
	// Single makes a missing last newline end the statement, and its blocks, at the end of the source.
	Single bool
	// KeepBlocksOpen withholds those last DEDENT tokens: PyCF_DONT_IMPLY_DEDENT, by which
	// a prompt knows that a block may go on.
	KeepBlocksOpen bool
	// OldNames makes async and await names of attributes, as before Python 3.7: asyncio.async(coro).
	OldNames bool
	// Extra gives comments and the ends of blank and of joined lines tokens of their own, and takes any word and
	// any number followed by one: what tools want to see. See extra.go.
	Extra bool
	// DeferBodies makes one token of each function's body: see defer.go.
	DeferBodies bool
}

// Warning is a remark on a literal.
type Warning struct {
	Line       int
	Msg        string
	Start, End int    // what it is about, in bytes
	Err        *Error // the error it becomes, when the tokenizer itself raises it; nil: one that marks Start to End
}

// New returns a Lexer over decoded text with "\n" line ends.
func New(src string, opt Options) *Lexer {
	l := &Lexer{src: src, line: 1, lineBegin: true, opt: opt}
	l.indents = append(make([]indentation, 0, 16), indentation{})
	return l
}

// State tells whether and why the stream has stopped.
func (l *Lexer) State() State { return l.state }

// AtEnd tells whether CPython's tokenizer would have met the end of the source: in looking for more of the last
// token, of an unfinished string, or of anything.
func (l *Lexer) AtEnd() bool {
	switch l.state {
	case AtEOF, InTripleQuoted, InQuoted:
		return true
	case Failed:
		return false
	}
	return l.pos >= len(l.src) && l.last != Newline && l.last != String && l.last != FEnd
}

// Offset returns the offset of the next character to read.
func (l *Lexer) Offset() int { return l.pos }

// Line returns the current line, from 1, and the offset of its first character.
func (l *Lexer) Line() (line, start int) { return l.line, l.lineStart }

// Depth returns the number of open brackets.
func (l *Lexer) Depth() int { return len(l.parens) }

// Warnings returns the remarks so far.
func (l *Lexer) Warnings() []Warning { return l.warnings }

// UnclosedLine returns the line of the innermost open bracket, 0 when none is open.
func (l *Lexer) UnclosedLine() int {
	if n := len(l.parens); n > 0 {
		return l.parens[n-1].line
	}
	return 0
}

// warn remarks on what ends before offset cur on the current line.
func (l *Lexer) warn(cur int, msg string) {
	col := l.chars(cur)
	err := &Error{Kind: "SyntaxError", Msg: msg, Line: l.line, Col: col, EndLine: l.line, EndCol: col, Text: l.lineText(), Raised: true}
	l.warnings = append(l.warnings, Warning{Line: l.line, Msg: msg, Start: cur, End: cur, Err: err})
}

// token returns src[start:end] as a token and moves behind it.
func (l *Lexer) token(k Kind, start, end int) (lexer.Token, error) {
	l.last = k
	l.implied = false
	l.pos = end
	return lexer.Token{Type: k, Value: l.src[start:end], Pos: lexer.Position{Offset: start, Line: l.line, Column: start - l.lineStart + 1}}, nil
}

// at returns the byte at offset i, 0 beyond the end.
func (l *Lexer) at(i int) byte {
	if i < len(l.src) {
		return l.src[i]
	}
	return 0
}

// nextLine begins a line that does not continue a token or, by a backslash, another line.
func (l *Lexer) nextLine(start int) {
	l.joinLine(start)
	l.bufBefore, l.bufStart = l.bufStart, start
}

// joinLine begins a line that does.
func (l *Lexer) joinLine(start int) {
	l.line++
	l.lineStart = start
}

// BufferStart returns the offset from which on CPython shows source for an error on the current line,
// or, if before is set, on the one before.
func (l *Lexer) BufferStart(before bool) int {
	if before {
		return l.bufBefore
	}
	return l.bufStart
}

// Next returns the next token. After an error it returns the same error again.
func (l *Lexer) Next() (lexer.Token, error) {
	switch {
	case l.err != nil:
		return lexer.Token{}, l.err
	case !l.started:
		l.started = true
		return lexer.Token{Type: Start, Value: l.src, Pos: lexer.Position{Line: 1, Column: 1}}, nil
	case l.pending > 0:
		l.pending--
		return l.token(Dedent, l.pos, l.pos)
	case l.inFStringText():
		return l.fstringText()
	}
	if l.lineBegin && len(l.parens) == 0 {
		if t, ok, err := l.beginLine(); ok || err != nil {
			return t, err
		}
	}
	if l.deferral > inHeader {
		if t, ok := l.deferred(); ok {
			return t, nil
		}
	}
	return l.scan()
}

// scan reads a token within a line.
func (l *Lexer) scan() (lexer.Token, error) {
	src := l.src
	l.comment = -1
	for l.pos < len(src) {
		i := l.pos
		c := src[i]
		switch {
		case c == ' ' || c == '\t' || c == '\f':
			l.pos++
		case charClass[c]&identStart != 0:
			return l.identifier()
		case c == '\n':
			if l.opt.Extra && (l.blank || len(l.parens) > 0) {
				return l.noNewline(i)
			}
			if len(l.parens) == 0 {
				return l.newline(i)
			}
			l.pos++
			l.nextLine(l.pos)
		case c == '#':
			if l.opt.Extra {
				return l.commentToken(i)
			}
			l.comment = i
			l.skipComment()
		case c == '\\':
			if t, err := l.continueLine((*Lexer).joinLine); err != nil {
				return t, err
			}
		case charClass[c]&digit != 0 || c == '.' && charClass[l.at(i+1)]&digit != 0:
			return l.number()
		case c == '"' || c == '\'':
			return l.text(i, i)
		default:
			return l.operator()
		}
	}
	return l.atEnd()
}

// newline ends a logical line at offset i. The token covers the comment before it, not the newline itself,
// as an error there is marked by CPython.
func (l *Lexer) newline(i int) (lexer.Token, error) {
	start := i
	if l.comment >= 0 && l.comment >= l.lineStart {
		start = l.comment
	}
	t, _ := l.token(Newline, start, i)
	l.pos = i + 1
	l.nextLine(i + 1)
	l.lineBegin = true
	return t, nil
}

func (l *Lexer) skipComment() {
	if i := strings.IndexByte(l.src[l.pos:], '\n'); i >= 0 {
		l.pos += i
	} else {
		l.pos = len(l.src)
	}
}

// continueLine reads a backslash and the end of its line, and begins the next with begin.
func (l *Lexer) continueLine(begin func(*Lexer, int)) (lexer.Token, error) {
	i := l.pos
	if i+1 >= len(l.src) || l.src[i+1] != '\n' {
		col := l.chars(i + 2)
		t, err := l.failRange(i+1, col, 0, "unexpected character after line continuation character")
		l.err.Text += "\n"
		l.err.Raised = false
		return t, err
	}
	if i+2 >= len(l.src) {
		l.pos = len(l.src)
		return l.failAtEOF()
	}
	l.pos = i + 2
	begin(l, l.pos)
	return lexer.Token{}, nil
}

// failAtEOF is CPython's E_EOF: an unclosed bracket, or a text that just stops.
func (l *Lexer) failAtEOF() (lexer.Token, error) {
	if len(l.parens) > 0 {
		t, err := l.Unfinished()
		l.state = AtEOF
		return t, err
	}
	t, err := l.failRange(l.pos, l.chars(l.pos), -1, "unexpected EOF while parsing")
	l.err.Text += "\n"
	l.err.Raised = false
	l.state = AtEOF
	return t, err
}

// Unfinished reports the innermost bracket as never closed.
func (l *Lexer) Unfinished() (lexer.Token, error) {
	p := l.parens[len(l.parens)-1]
	l.err = &Error{Kind: "SyntaxError", Msg: "'" + string(p.char) + "' was never closed",
		Line: p.line, Col: utf8.RuneCountInString(l.src[p.lineStart:p.off]) + 1, EndLine: p.line, EndCol: 0}
	l.err.Text, _, _ = strings.Cut(l.src[p.lineStart:], "\n")
	l.err.Text += "\n"
	l.state = Failed
	return lexer.Token{}, l.err
}

// atEnd ends the stream. A file ends in a newline, whose line has closed all blocks; a single interactive
// statement may lack it, and then gets one, and the end of its blocks.
func (l *Lexer) atEnd() (lexer.Token, error) {
	if len(l.parens) > 0 {
		return l.failAtEOF()
	}
	l.state = AtEOF
	if l.opt.Single && l.last != 0 && !l.implied {
		t, _ := l.token(Newline, l.pos, l.pos)
		l.implied = true
		if n := len(l.indents) - 1; n > 0 && !l.opt.KeepBlocksOpen {
			l.indents = l.indents[:1]
			l.pending = n
		}
		return t, nil
	}
	return l.token(EOF, l.pos, l.pos)
}
