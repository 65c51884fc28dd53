// Trees against dumps recorded from CPython, and the limits on nesting.
package parser

import (
	"os"
	"strings"
	"testing"

	"pyasync/ast"
)

// TestDump compares a program that has every kind of node with what `python3.13 -m ast -a` printed for it.
func TestDump(t *testing.T) {
	src, err := os.ReadFile("testdata/syntax.py")
	if err != nil {
		t.Fatal(err)
	}
	golden, err := os.ReadFile("testdata/syntax.ast")
	if err != nil {
		t.Fatal(err)
	}
	r, err := Parse(src, Options{Filename: "syntax.py", SyntaxOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Split(ast.Dump(r.Root(), ast.DumpOptions{Lines: r.Lines, Multiline: true, Indent: 3}), "\n")
	want := strings.Split(strings.TrimSuffix(string(golden), "\n"), "\n")
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			t.Fatalf("line %d: got %q, want %q", i+1, got[i], want[i])
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d lines, want %d", len(got), len(want))
	}
}

func TestDumpForms(t *testing.T) {
	for _, c := range []struct {
		src  string
		mode Mode
		want string
	}{
		{"x", Eval, "Expression(body=Name(id='x', ctx=Load()))"},
		{"", Exec, "Module()"},
		{"u'a'", Eval, "Expression(body=Constant(value='a', kind='u'))"},
		{"1e16, 1e15, 1e-5, 1.0", Eval, "Expression(body=Tuple(elts=[Constant(value=1e+16), Constant(value=1000000000000000.0), " +
			"Constant(value=1e-05), Constant(value=1.0)], ctx=Load()))"},
		{`"it's", 'a"b', '\'"', '\x7f\u200b'`, Eval, `Expression(body=Tuple(elts=[Constant(value="it's"), Constant(value='a"b'), ` +
			`Constant(value='\'"'), Constant(value='\x7f\u200b')], ctx=Load()))`},
	} {
		r, err := ParseString(c.src, Options{Mode: c.mode})
		if err != nil {
			t.Fatal(err)
		}
		if got := ast.Dump(r.Root(), ast.DumpOptions{}); got != c.want {
			t.Errorf("%s:\n\tgot  %s\n\twant %s", c.src, got, c.want)
		}
	}
}

// TestLimits: nesting that CPython refuses ends in an error, deeper nesting than that, too.
func TestLimits(t *testing.T) {
	for _, c := range []struct {
		src, kind string
	}{
		{strings.Repeat("-", 5000) + "1", ""},
		{strings.Repeat("-", 100000) + "1", "MemoryError"},
		{strings.Repeat("lambda: ", 100000) + "1", "MemoryError"},
		{strings.Repeat("2**", 100000) + "1", "MemoryError"},
		{strings.Repeat("not ", 100000) + "1", "MemoryError"},
		{strings.Repeat("x if y else ", 100000) + "1", "MemoryError"},
		{"1" + strings.Repeat("+1", 3000), ""},
		{"1" + strings.Repeat("+1", 100000), "RecursionError"},
		{"a" + strings.Repeat(".b", 100000), "RecursionError"},
		{"a" + strings.Repeat("()", 100000), "RecursionError"},
		{"a" + strings.Repeat("[0]", 100000), "RecursionError"},
		{strings.Repeat("(", 200) + strings.Repeat(")", 200), ""},
		{strings.Repeat("(", 201), "SyntaxError"},
		{strings.Repeat("1", 5000), "SyntaxError"},
		{strings.Repeat("(-", 100000), "SyntaxError"},
		{strings.Repeat("f(a=", 199) + "1 2", "SyntaxError"},
		{strings.Repeat("[{1: ", 90) + "1 2", "SyntaxError"},
	} {
		_, err := ParseString(c.src, Options{})
		kind := ""
		if err != nil {
			kind = err.(*SyntaxError).Kind
		}
		if kind != c.kind {
			t.Errorf("%.30q…: %v, want %q", c.src, err, c.kind)
		}
	}
}
