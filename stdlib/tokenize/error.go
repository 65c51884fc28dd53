// Errors: what CPython's tokenizer reports to the module tokenize.

package tokenize

import (
	"strings"
	"unicode/utf8"

	"pyasync/lexer"
	"pyasync/object"
)

// raise makes the exception for the lexer's error.
func (t *tokens) raise(th *thread, e *lexer.Error) value {
	if t.lex.State() == lexer.AtEOF {
		return t.raiseAtEOF(th)
	}
	cls, col, text := &object.SyntaxErrorType, e.Col, strings.TrimSuffix(e.Text, "\n")
	switch e.Kind {
	case "IndentationError":
		cls = &object.IndentationErrorType
	case "TabError":
		cls = &object.TabErrorType
	}
	if cls != &object.SyntaxErrorType || !e.Raised {
		col = utf8.RuneCountInString(text) + 1
	}
	return raiseAt(th, cls, e.Msg, e.Line, col, object.StrValue(text))
}

// raiseAtEOF reports a statement without end. The column is the number of bytes that CPython has in its buffer: none,
// unless a backslash or an open f-string kept them there.
func (t *tokens) raiseAtEOF(th *thread) value {
	line, _ := t.lex.Line()
	from := len(t.src)
	if t.fields >= 0 {
		from = t.fields
	} else if rest := t.src[t.lex.BufferStart(false):]; strings.HasSuffix(rest, "\\\n") && strings.TrimSpace(rest) != "\\" {
		from -= len(rest)
	}
	if t.lex.Offset() >= len(t.src) && line > 1 && strings.HasSuffix(t.src, "\n") && t.lexLineIsNew() {
		line--
	}
	return raiseAt(th, &object.SyntaxErrorType, "unexpected EOF in multi-line statement", line, len(t.src)-from, object.None)
}

// lexLineIsNew reports whether the lexer has counted the empty rest behind the last newline as a line.
func (t *tokens) lexLineIsNew() bool {
	_, start := t.lex.Line()
	return start == len(t.src)
}

func raiseAt(th *thread, cls *object.Type, msg string, line, col int, text value) value {
	place := object.TupleOf(object.StrValue("<string>"), object.Int(int64(line)), object.Int(int64(col)), text, object.None, object.None)
	exc := th.CallArgs(cls.V(), object.StrValue(msg), place)
	if exc.H != nil {
		th.RaiseValue(exc)
	}
	return value{}
}
