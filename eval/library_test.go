// Functions of library modules that are read when first called: their code is that of reading at once.
package eval_test

import (
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"

	"pyasync"
	"pyasync/eval"
	"pyasync/object"
	"pyasync/stdlib"
)

// TestLibraryCode compares the code objects of the modules in the binary, whose functions are read when somebody looks
// at them, with those that Compile makes of the same sources.
func TestLibraryCode(t *testing.T) {
	in, err := pyasync.New(pyasync.Options{Stdout: io.Discard})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	th := in.Thread()
	err = fs.WalkDir(stdlib.Python, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".py") {
			return err
		}
		src, err := fs.ReadFile(stdlib.Python, name)
		if err != nil {
			return err
		}
		whole, ok1 := eval.Compile(th, src, name, eval.CompileOptions{})
		later, ok2 := eval.CompileLibrary(th, string(src), name)
		if !ok1 || !ok2 {
			t.Errorf("%s: does not compile", name)
			th.Exc = object.Value{}
			return nil
		}
		compareCode(t, th, whole, later)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func compareCode(t *testing.T, th *object.Thread, a, b *object.Code) {
	x, y := describe(t, th, a), describe(t, th, b)
	if x != y {
		t.Errorf("%s:%d:\n\t%s\n\tread later: %s", a.Filename, a.FirstLine, x, y)
		return
	}
	p, q := a.Constants(a), b.Constants(b)
	for i := range p {
		if c := asCode(p[i]); c != nil {
			compareCode(t, th, c, asCode(q[i]))
		}
	}
}

// asCode returns the code object that v is, or nil.
func asCode(v object.Value) *object.Code {
	if !v.Is(&object.CodeType) {
		return nil
	}
	return (*object.Code)(v.Ptr())
}

// describe writes down what Python sees of a code object. Looking at its variables makes it read the function.
func describe(t *testing.T, th *object.Thread, c *object.Code) string {
	s := ""
	for _, attr := range []string{"co_varnames", "co_cellvars", "co_freevars", "co_nlocals", "co_name", "co_qualname", "co_argcount",
		"co_posonlyargcount", "co_kwonlyargcount", "co_flags", "co_firstlineno"} {
		text, ok := th.Repr(th.GetAttrName(c.V(), attr))
		if !ok {
			t.Errorf("%s of %s raises", attr, c.Qualname)
		}
		s += attr + "=" + text + " "
	}
	start, end := c.Pos.Span()
	s += fmt.Sprint("span=", start, ":", end, " consts=")
	for _, v := range c.Constants(c) {
		if k := asCode(v); k != nil {
			s += "<" + k.Qualname + "> "
		} else if text, ok := th.Repr(v); ok {
			s += text + " "
		}
	}
	return s
}

// TestUnreadFunctions looks at functions of an imported module that nobody has called.
func TestUnreadFunctions(t *testing.T) {
	for expr, want := range map[string]string{
		"textwrap.dedent.__code__.co_varnames[0]":                                              "text",
		"len(textwrap.dedent.__code__.co_varnames) == textwrap.dedent.__code__.co_nlocals > 1": "True",
		"str(inspect.signature(textwrap.indent))":                                              "(text, prefix, predicate=None)",
		"textwrap.indent.__code__.co_argcount":                                                 "3",
		"inspect.getsource(textwrap.indent).startswith('def indent(')":                         "True",
		"textwrap.indent.__doc__ is not None":                                                  "True",
		"dis_free(textwrap.shorten)":                                                           "()",
		"inspect.iscoroutinefunction(contextlib.AsyncExitStack.aclose)":                        "True",
	} {
		in, err := pyasync.New(pyasync.Options{Stdout: io.Discard})
		if err != nil {
			t.Fatal(err)
		}
		if err := in.Exec("import textwrap, inspect, contextlib\ndef dis_free(f): return f.__code__.co_freevars", "main.py"); err != nil {
			t.Fatal(err)
		}
		got, err := in.Eval("str(" + expr + ")")
		if err != nil || fmt.Sprint(got) != want {
			t.Errorf("%s is %v, want %s (%v)", expr, got, want, err)
		}
		in.Close()
	}
}
