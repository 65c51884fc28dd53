// Package tokenize is Python's _tokenize module: the lexer's tokens as tuples, for the module tokenize.
package tokenize

import (
	"slices"
	"strings"
	"unicode/utf8"

	"pyasync/lexer"
	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	m.AddTypes(&iterType)
	return true
}

var iterType object.Type

func init() {
	object.Define(&iterType, object.Spec{Name: "_tokenize.TokenizerIter", Flags: object.FlagFinal, Alloc: object.Allocator[tokens](),
		Sig: "source, extra_tokens=False", Doc: "Goes through the tokens of a text: (kind, text, start, end, line) each.",
		Slots: object.Slots{
			New:  newTokens,
			Iter: func(th *thread, v value) value { return v },
			Next: func(th *thread, v value) value { return (*tokens)(v.Ptr()).next(th) },
		}})
}

// tokens is an iterator. The lexer reads the text with "\n" at the end of each line; lines are as they were written.
type tokens struct {
	object.Header
	lex     *lexer.Lexer
	src     string
	extra   bool
	implied bool      // the text lacks its last newline
	returns []lineEnd // the newlines in src that were "\r\n" or "\r"
	fields  int       // where the line begins that the outermost open f-string stands on, or -1
	done    bool
}

var newArgs = &object.ArgParser{Name: "TokenizerIter", Sig: "source, extra_tokens=False"}

func newTokens(th *thread, cls *object.Type, args []value, kw []*object.Str) value {
	var a [2]value
	if !newArgs.Bind(th, args, kw, a[:]) {
		return value{}
	}
	text, ok := object.GoString(a[0])
	if !ok {
		return th.TypeError("source must be str, not %s", a[0].Type().Name)
	}
	extra := false
	if a[1].H != nil {
		if extra, ok = th.Truth(a[1]); !ok {
			return value{}
		}
	}
	t := &tokens{Header: object.Header{Shape: &iterType.Root}, extra: extra, fields: -1}
	if i := strings.IndexByte(text, 0); i >= 0 {
		return raiseAt(th, &object.SyntaxErrorType, "source code cannot contain null bytes", 1+strings.Count(text[:i], "\n"), 0, object.None)
	}
	if text != "" && text[len(text)-1] != '\n' {
		text += "\n"
		t.implied = true
	}
	t.fold(text)
	t.lex = lexer.New(t.src, lexer.Options{Extra: extra})
	return object.ObjectValue(&t.Header)
}

// lineEnd is the offset of a newline, and what it was.
type lineEnd struct {
	at   int
	text string
}

// fold makes src of the text.
func (t *tokens) fold(text string) {
	folded := 0
	for i := strings.IndexByte(text, '\r'); i >= 0; {
		end := lineEnd{i - folded, "\r"}
		if strings.HasPrefix(text[i:], "\r\n") {
			end.text = "\r\n"
			folded++
		}
		t.returns = append(t.returns, end)
		n := strings.IndexByte(text[i+1:], '\r')
		if n < 0 {
			break
		}
		i += 1 + n
	}
	t.src = lexer.FoldNewlines(text)
}

// written is src[start:end] as it stood in the text.
func (t *tokens) written(start, end int) string {
	s := t.src[start:end]
	if len(t.returns) == 0 || strings.IndexByte(s, '\n') < 0 {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '\n' {
			b.WriteString(t.newlineAt(start + i))
		} else {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

func (t *tokens) newlineAt(offset int) string {
	i, found := slices.BinarySearchFunc(t.returns, offset, func(e lineEnd, at int) int { return e.at - at })
	if found {
		return t.returns[i].text
	}
	return "\n"
}

func (t *tokens) next(th *thread) value {
	if t.done {
		return value{}
	}
	tok, err := t.lex.Next()
	if err == nil && tok.Type == lexer.Start {
		tok, err = t.lex.Next()
	}
	if err != nil {
		t.done = true
		return t.raise(th, err.(*lexer.Error))
	}
	switch tok.Type {
	case lexer.EOF:
		t.done = true
		return t.last(tok.Type)
	case lexer.Dedent:
		if t.lex.Offset() >= len(t.src) {
			return t.last(tok.Type)
		}
	case lexer.FStart:
		if t.fields < 0 {
			t.fields = lineStart(t.src, tok.Pos.Offset)
		}
	}
	if !t.lex.InFString() {
		t.fields = -1
	}
	start := tok.Pos.Offset
	end := start + len(tok.Value)
	line, col := tok.Pos.Line, utf8.RuneCountInString(t.src[start-tok.Pos.Column+1:start])
	endLine, endStart := t.lex.Line()
	if tok.Type == lexer.Newline || tok.Type == lexer.NL {
		endLine, endStart = line, start-tok.Pos.Column+1
	}
	text, endCol := t.text(tok.Type, start, end), utf8.RuneCountInString(t.src[endStart:end])
	if tok.Type == lexer.Newline && t.extra || tok.Type == lexer.NL {
		endCol = col + max(1, len(text))
		if text == "\r" {
			endCol++
		}
	}
	first, last := endStart, end
	if tok.Type == lexer.NL {
		last = start
	}
	if tok.Type == lexer.String || tok.Type == lexer.FMiddle {
		first = start - tok.Pos.Column + 1
	}
	if (tok.Type == lexer.Indent || tok.Type == lexer.Dedent) && !t.extra {
		text, col, endCol = "", -1, -1
	}
	return tuple(t.number(tok.Type), text, line, col, endLine, endCol, t.line(first, last))
}

// text is what stands for a token.
func (t *tokens) text(k lexer.Kind, start, end int) string {
	switch {
	case k == lexer.Newline && !t.extra:
		return t.src[start:end]
	case k != lexer.Newline && k != lexer.NL:
		return t.written(start, end)
	case t.implied && t.nextLine(start) == len(t.src):
		return ""
	}
	return t.written(t.nextLine(start)-1, t.nextLine(start))
}

// last is the tuple of a token at the end of the text.
func (t *tokens) last(k lexer.Kind) value {
	line, _ := t.lex.Line()
	if !t.extra {
		text := ""
		if line > 1 {
			line--
			text = t.line(lineStart(t.src, len(t.src)-1), len(t.src)-1)
		}
		return tuple(t.number(k), "", line, -1, line, -1, text)
	}
	return tuple(t.number(k), "", line, 0, line, 0, "")
}

// line is the text from the beginning of a line to the end of the line that holds end.
func (t *tokens) line(first, end int) string {
	last := t.nextLine(end)
	if t.implied && last == len(t.src) {
		last--
	}
	return t.written(first, max(first, last))
}

// nextLine is the offset of the line behind the one that holds the offset at.
func (t *tokens) nextLine(at int) int {
	if i := strings.IndexByte(t.src[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(t.src)
}

func lineStart(src string, at int) int { return strings.LastIndexByte(src[:at], '\n') + 1 }

func tuple(kind int, text string, line, col, endLine, endCol int, source string) value {
	n := func(i int) value { return object.Int(int64(i)) }
	return object.TupleOf(n(kind), object.StrValue(text), object.TupleOf(n(line), n(col)), object.TupleOf(n(endLine), n(endCol)), object.StrValue(source))
}
