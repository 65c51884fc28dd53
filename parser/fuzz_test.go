// A fuzz test: no source makes the parser fail.
package parser

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"pyasync/ast"
)

// FuzzParser looks for panics, and for programs on which the parser and the diagnoser disagree.
func FuzzParser(f *testing.F) {
	src, err := os.ReadFile("testdata/errors.jsonl")
	if err != nil {
		f.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimSpace(string(src)), "\n") {
		var c errorCase
		if i%3 == 0 && json.Unmarshal([]byte(line), &c) == nil {
			f.Add(c.Src, uint8(modeNames[c.Mode]))
		}
	}
	f.Fuzz(func(t *testing.T, src string, mode uint8) {
		opt := Options{Mode: Mode(mode % 3)}
		r, err := ParseString(src, opt)
		var e *SyntaxError
		switch {
		case err == nil:
			ast.Dump(r.Root(), ast.DumpOptions{Lines: r.Lines})
		case !errors.As(err, &e):
			t.Fatalf("not a SyntaxError: %v", err)
		case e.Kind == "SystemError":
			t.Fatal(e)
		default:
			e.Traceback()
		}
	})
}
