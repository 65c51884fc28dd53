// Bodies of library functions that are parsed when first needed, against parsing at once.
package stdlib_test

import (
	"io/fs"
	"reflect"
	"strings"
	"testing"

	"pyasync/ast"
	"pyasync/parser"
	"pyasync/stdlib"
)

// TestDeferredBodies proves of every module written in Python what importing it takes for granted: that it compiles, and
// that it is the same when the bodies of its functions are read later.
func TestDeferredBodies(t *testing.T) {
	deferred := 0
	err := fs.WalkDir(stdlib.Python, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".py") {
			return err
		}
		src, err := fs.ReadFile(stdlib.Python, name)
		if err != nil {
			return err
		}
		whole, err := parser.Parse(src, parser.Options{Filename: name})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return nil
		}
		for _, w := range whole.Warnings {
			t.Errorf("%s:%d: %s", name, w.Line, w.Msg)
		}
		later, err := parser.ReadLibrary(whole.Source)
		if err != nil {
			t.Errorf("%s: with its bodies deferred: %v", name, err)
			return nil
		}
		deferred += readAll(t, name, later, later.Module.Body)
		compareTrees(t, name, whole, later)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if deferred < 1000 {
		t.Errorf("only %d bodies were deferred", deferred)
	}
}

// readAll reads the deferred bodies in statements of a module or class, and returns their number.
func readAll(t *testing.T, name string, r *parser.Result, body []ast.Stmt) (n int) {
	for _, s := range body {
		switch s := s.(type) {
		case *ast.FunctionDef:
			n += readBody(t, name, r, s)
		case *ast.AsyncFunctionDef:
			n += readBody(t, name, r, (*ast.FunctionDef)(s))
		case *ast.ClassDef:
			n += readAll(t, name, r, s.Body)
		case *ast.If:
			n += readAll(t, name, r, s.Body) + readAll(t, name, r, s.Orelse)
		case *ast.For:
			n += readAll(t, name, r, s.Body)
		case *ast.With:
			n += readAll(t, name, r, s.Body)
		case *ast.Try:
			n += readAll(t, name, r, s.Body) + readAll(t, name, r, s.Orelse) + readAll(t, name, r, s.Finalbody)
			for _, h := range s.Handlers {
				n += readAll(t, name, r, h.Body)
			}
		}
	}
	return n
}

func readBody(t *testing.T, name string, r *parser.Result, f *ast.FunctionDef) int {
	last := len(f.Body) - 1
	d, ok := f.Body[last].(*ast.Deferred)
	if !ok {
		return 0
	}
	line := r.Lines.Line(d.Start)
	rest, err := parser.ReadDeferred(r.Source, d, line)
	if err != nil {
		t.Errorf("%s:%d: %v", name, line, err)
	}
	f.Body = append(f.Body[:last:last], rest...)
	return 1
}

// compareTrees compares what two ways of reading made, statement by statement.
func compareTrees(t *testing.T, name string, a, b *parser.Result) {
	x, y := a.Module.Body, b.Module.Body
	for i := range min(len(x), len(y)) {
		if !reflect.DeepEqual(x[i], y[i]) {
			t.Errorf("%s:%d: the statement is another one with deferred bodies (an f-string with its own quotes in it?)", name, a.Lines.Line(x[i].Span().Start))
			return
		}
	}
	if len(x) != len(y) {
		t.Errorf("%s: %d statements, with deferred bodies %d", name, len(x), len(y))
	}
}
