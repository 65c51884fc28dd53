// How fast the library is parsed.
package parser

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// BenchmarkLibrary parses the modules of CPython's library that lie in its top folder. For comparison, CPython does
//
//	python3.13 -m timeit -s 'import ast,glob,os; s=[open(f,"rb").read() for f in glob.glob(os.path.dirname(os.__file__)+"/*.py")]' \
//	    'for x in s: ast.parse(x)'
func BenchmarkLibrary(b *testing.B) {
	python, err := exec.LookPath("python3.13")
	if err != nil {
		b.Skip("python3.13 is not at hand")
	}
	out, err := exec.Command(python, "-c", "import os; print(os.path.dirname(os.__file__))").Output()
	if err != nil {
		b.Skip(err)
	}
	files, _ := filepath.Glob(filepath.Join(strings.TrimSpace(string(out)), "*.py"))
	var sources [][]byte
	size := 0
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		sources = append(sources, src)
		size += len(src)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, src := range sources {
			if _, err := Parse(src, Options{SyntaxOnly: true}); err != nil {
				b.Fatal(err)
			}
		}
	}
}
