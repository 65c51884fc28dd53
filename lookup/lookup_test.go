// Completion and indentation of lines.
package lookup_test

import (
	"slices"
	"strings"
	"testing"

	py "pyasync"
	"pyasync/lookup"
)

const program = `
import collections, asyncio, types
class Base:
    shared = 'text'
    def method(self): pass
    @classmethod
    def make(cls): pass
class Point(Base):
    __slots__ = ('x', 'parent')
    def __init__(self): self.x, self.parent = 1.5, None
    @property
    def boom(self): raise SystemExit('a property ran')
    def __getattr__(self, name): raise SystemExit('__getattr__ ran')
class Listed:
    def __dir__(self): return ['one', 'two']
p = Point()
p.near = 'x'
q = Point()
q.parent = p
listed = Listed()
path_to = {}
naïve = 1
`

func TestComplete(t *testing.T) {
	in, err := py.New(py.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	if err := in.Exec(program, "main.py"); err != nil {
		t.Fatal(err)
	}
	names := lookup.Names{Namespace: in.Main().Dict}
	for _, c := range []struct{ text, want string }{
		{"pat", "path_to"},
		{"x = pat", "path_to"},
		{"nonl", "nonlocal"},
		{"isinst", "isinstance"},
		{"na", "naïve"},
		{"naï", "naïve"},
		{"p.m", "make method"},
		{"p.boom.", ""},
		{"p.nothere.x", ""},
		{"p.bo", "boom"},
		{"q.parent.near.upp", "upper"},
		{"p.x.real.hex", "hex"},
		{"p.shared.isal", "isalnum isalpha"},
		{"Point.mak", "make"},
		{"listed.", "one two"},
		{"foo().upp", ""},
		{"'abc'.upp", ""},
		{"1.re", ""},
		{"asyncio.create_", "create_eager_task_factory create_subprocess_exec create_subprocess_shell create_task"},
		{"f(asyncio.TimeoutE", "TimeoutError"},
		{"import asynci", "asyncio"},
		{"import json, dateti", "datetime"},
		{"from concurrent.fut", "concurrent.futures"},
		{"from math import co", "comb copysign cos cosh"},
		{"from math im", "import"},
		{"import nosuch", ""},
		{"p.__cla", "__class__"},
		{"", "*"},
	} {
		got, _ := names.Complete(in.Thread(), c.text)
		if c.want == "*" && len(got) > 100 || slices.Equal(got, strings.Fields(c.want)) {
			continue
		}
		t.Errorf("%q: got %v", c.text, got)
	}
}

func TestIndent(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"x = 1", ""}, {"if x:", "    "}, {"    for a in b:  # go", "        "}, {"    return x", ""}, {"        pass", "    "},
		{"    return f(", "    "}, {"    passage = 1", "    "}, {"", ""}, {"    print('#:')", "    "},
	} {
		if got := lookup.Indent(c.line); got != c.want {
			t.Errorf("%q: %q", c.line, got)
		}
	}
}
