// Tokens, limits and decoding of sources; a fuzz test.
package lexer

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

// tokens renders the stream of src: a kind for each token, with its text where the kind has several.
func tokens(src string) string {
	l := New(src, Options{})
	l.Next()
	var out []string
	for {
		t, err := l.Next()
		var e *Error
		switch {
		case errors.As(err, &e):
			out = append(out, fmt.Sprintf("%s: %s @%d:%d", e.Kind, e.Msg, e.Line, e.Col))
			return strings.Join(out, " ")
		case t.Type == EOF:
			return strings.Join(out, " ")
		}
		s := Text(t.Type)
		switch t.Type {
		case Name, Number, String, FMiddle, FStart, FEnd, Operator:
			s = fmt.Sprintf("%s(%s)", KindName(t.Type), t.Value)
		case Newline, Indent, Dedent:
			s = strings.ToUpper(KindName(t.Type))
		}
		out = append(out, s)
	}
}

func TestTokens(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"x = 1\n", "Name(x) = Number(1) NEWLINE"},
		{"# only a comment\n\n", ""},
		{"if a:\n  b\n\n  # c\nd\n", "if Name(a) : NEWLINE INDENT Name(b) NEWLINE DEDENT Name(d) NEWLINE"},
		{"if a:\n  if b:\n    c\n", "if Name(a) : NEWLINE INDENT if Name(b) : NEWLINE INDENT Name(c) NEWLINE DEDENT DEDENT"},
		{"(a,\n b)\n", "( Name(a) , Name(b) ) NEWLINE"},
		{"a + \\\n b\n", "Name(a) + Name(b) NEWLINE"},
		{"  \\\n  a\n", "INDENT Name(a) NEWLINE DEDENT"},
		{"a **= b // c << d -> e ... := != <> !\n", "Name(a) **= Name(b) // Name(c) << Name(d) -> Name(e) ... := != != ! NEWLINE"},
		{"0x_1F 1_0.5e-3 .5 1j 0o7 00\n", "Number(0x_1F) Number(1_0.5e-3) Number(.5) Number(1j) Number(0o7) Number(00) NEWLINE"},
		{"1if x else 2\n", "Number(1) if Name(x) else Number(2) NEWLINE"},
		{"1.e5.real\n", "Number(1.e5) . Name(real) NEWLINE"},
		{"r'\\' b\"x\" Rb'' u''\n", "String(r'\\' b\"x\" Rb') String(' u') SyntaxError: unterminated string literal (detected at line 1) @1:18"},
		{"rb'\\x' 'a\\\nb' '''c\nd'''\n", "String(rb'\\x') String('a\\\nb') String('''c\nd''') NEWLINE"},
		{"f'a{b!r:>{w}}c'\n", "FStart(f') FMiddle(a) { Name(b) ! Name(r) : FMiddle(>) { Name(w) } FMiddle() } FMiddle(c) FEnd(') NEWLINE"},
		{"f'{{}} {x=}'\n", "FStart(f') FMiddle({{}} ) { Name(x) = } FEnd(') NEWLINE"},
		{"f'{a[\"b\"]:{c}}'\n", "FStart(f') { Name(a) [ String(\"b\") ] : { Name(c) } FMiddle() } FEnd(') NEWLINE"},
		{"rf'{x:\\d}\\n' f'\\N{BULLET}'\n", "FStart(rf') { Name(x) : FMiddle(\\d) } FMiddle(\\n) FEnd(') FStart(f') FMiddle(\\N{BULLET}) FEnd(') NEWLINE"},
		{"f'''{\na\n}\n'''\n", "FStart(f''') { Name(a) } FMiddle(\n) FEnd(''') NEWLINE"},
		{"match case type _\n", "Name(match) Name(case) Name(type) Name(_) NEWLINE"},
		{"naïve = Ⅷ\n", "Name(naïve) = Name(Ⅷ) NEWLINE"},
		{"a ? $ `\n", "Name(a) Operator(?) Operator($) Operator(`) NEWLINE"},
		{"a€\n", "SyntaxError: invalid character '€' (U+20AC) @1:2"},
		{"x\u200b\n", "SyntaxError: invalid non-printable character U+200B @1:2"},
		{"(]\n", "( SyntaxError: closing parenthesis ']' does not match opening parenthesis '(' @1:2"},
		{"(\n]\n", "( SyntaxError: closing parenthesis ']' does not match opening parenthesis '(' on line 1 @2:1"},
		{")\n", "SyntaxError: unmatched ')' @1:1"},
		{"[\n", "[ SyntaxError: '[' was never closed @1:1"},
		{"'abc\n", "SyntaxError: unterminated string literal (detected at line 1) @1:1"},
		{"'''abc\n\n", "SyntaxError: unterminated triple-quoted string literal (detected at line 2) @1:1"},
		{"f'a{x'\n", "FStart(f') FMiddle(a) { Name(x) SyntaxError: f-string: expecting '}' @1:6"},
		{"f'}'\n", "FStart(f') SyntaxError: f-string: single '}' is not allowed @1:3"},
		{"0777\n", "SyntaxError: leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers @1:1"},
		{"1__0\n", "SyntaxError: invalid decimal literal @1:2"},
		{"0b12\n", "SyntaxError: invalid digit '2' in binary literal @1:4"},
		{"1abc\n", "SyntaxError: invalid decimal literal @1:1"},
		{"if a:\n  b\n c\n", "if Name(a) : NEWLINE INDENT Name(b) NEWLINE IndentationError: unindent does not match any outer indentation level @3:3"},
		{"if a:\n\tb\n        c\n", "if Name(a) : NEWLINE INDENT Name(b) NEWLINE TabError: inconsistent use of tabs and spaces in indentation @3:1"},
		{"a \\ b\n", "Name(a) SyntaxError: unexpected character after line continuation character @1:4"},
	} {
		if got := tokens(c.src); got != c.want {
			t.Errorf("%q:\n\tgot  %s\n\twant %s", c.src, got, c.want)
		}
	}
}

func TestLimits(t *testing.T) {
	deep := func(n int) (b strings.Builder) {
		for i := range n {
			b.WriteString(strings.Repeat(" ", i) + "if 1:\n")
		}
		b.WriteString(strings.Repeat(" ", n) + "x\n")
		return b
	}
	ok, tooDeep := deep(99), deep(100)
	for _, c := range []struct{ src, msg string }{
		{strings.Repeat("(", 200) + strings.Repeat(")", 200) + "\n", ""},
		{strings.Repeat("(", 201) + "\n", "too many nested parentheses"},
		{ok.String(), ""},
		{tooDeep.String(), "too many levels of indentation"},
		{"f'{1:{2:{3}}}'\n", ""},
		{"f'{1:{2:{3:{4}}}}'\n", "f-string: expressions nested too deeply"},
	} {
		got := tokens(c.src)
		if bad := strings.Contains(got, "Error"); bad != (c.msg != "") || !strings.Contains(got, c.msg) {
			t.Errorf("%.20q…: want %q in …%s", c.src, c.msg, got[max(0, len(got)-80):])
		}
	}
}

func TestDecode(t *testing.T) {
	for _, c := range []struct{ src, text, encoding, msg string }{
		{"x\r\ny\rz", "x\ny\nz", "utf-8", ""},
		{"\xef\xbb\xbfx", "x", "utf-8", ""},
		{"# -*- coding: latin-1 -*-\n'\xe9'", "# -*- coding: latin-1 -*-\n'é'", "iso-8859-1", ""},
		{"#!x\n# vim: set fileencoding=cp1252 :\n'\x80'", "#!x\n# vim: set fileencoding=cp1252 :\n'€'", "cp1252", ""},
		{"x\n# coding: latin-1\n", "x\n# coding: latin-1\n", "utf-8", ""},
		{"# coding: nonsense\n", "", "", "encoding problem: nonsense"},
		{"'\xff'", "", "", `Non-UTF-8 code starting with '\xff' in file f.py on line 1, but no encoding declared; see https://peps.python.org/pep-0263/ for details`},
		{"a\x00b", "", "", "source code cannot contain null bytes"},
	} {
		s, err := Decode("f.py", []byte(c.src))
		switch {
		case c.msg != "":
			if err == nil || err.(*Error).Msg != c.msg {
				t.Errorf("%q: %v, want %q", c.src, err, c.msg)
			}
		case err != nil || s.Text != c.text || s.Encoding != c.encoding:
			t.Errorf("%q: %q %s %v", c.src, s.Text, s.Encoding, err)
		}
	}
}

func FuzzLexer(f *testing.F) {
	for _, s := range []string{"x = 1\n", "if a:\n\tb\n  c", "f'{a!r:>{w}}{{'", "'''\n", "(\n]", "1__0 0x 1e+", "\\\n\\", "é€\xff", "f'''{\n'''", "rb'\\'"} {
		f.Add(s, false)
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, src string, single bool) {
		l := New(FoldNewlines(src), Options{Single: single})
		end := 0
		for i := 0; ; i++ {
			tok, err := l.Next()
			if err != nil || tok.Type == EOF {
				return
			}
			if i > 0 && (tok.Pos.Offset < 0 || tok.Pos.Offset+len(tok.Value) > len(src)) {
				t.Fatalf("token outside the source: %v", tok)
			}
			if tok.Type != Indent && i > 0 {
				if tok.Pos.Offset < end {
					t.Fatalf("token %v begins before %d", tok, end)
				}
				end = tok.Pos.Offset + len(tok.Value)
			}
			if i > 4*len(src)+1000 {
				t.Fatal("does not end")
			}
		}
	})
}
