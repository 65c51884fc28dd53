// This file compares the public names of asyncio and its submodules, and their signatures, with CPython 3.13's.

package main

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"pyasync/internal/difftest"
)

const (
	namesProgram = "testdata/asyncio_names.py"
	namesRecord  = "testdata/asyncio_names.txt"
)

var recordNames = flag.Bool("record-asyncio-names", false, "write testdata/asyncio_names.txt anew, asking python3.13")

// publicName is one line of the program's output: a name, what it is, and how it is called.
type publicName struct{ name, kind, signature string }

// TestAsyncioNames prints a table of how many names there are (go test -v) and fails when one is missing or is
// called otherwise than CPython's.
func TestAsyncioNames(t *testing.T) {
	want := parseNames(cpythonNames(t))
	out := listNames(t, pyasync)
	got := map[string]publicName{}
	for _, n := range parseNames(out) {
		got[n.name] = n
	}
	table := coverageTable{}
	for _, w := range want {
		row := table.row(moduleOf(w.name))
		row.names++
		g, ok := got[w.name]
		switch {
		case !ok:
			row.missing++
			t.Errorf("%s is missing", w.name)
		case g.kind != w.kind:
			row.differing++
			t.Errorf("%s is a %s, want a %s", w.name, g.kind, w.kind)
		case g.signature != w.signature:
			row.differing++
			t.Errorf("%s%s, want %s", w.name, g.signature, w.signature)
		}
	}
	t.Log("\n" + table.String())
}

// listNames is what the program prints under an interpreter.
func listNames(t *testing.T, in difftest.Interpreter) string {
	dir, err := filepath.Abs(filepath.Dir(namesProgram))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	out, err := in.Run(ctx, difftest.Program{Dir: dir, File: filepath.Base(namesProgram)}, t.TempDir())
	if err != nil || out.Status != 0 {
		t.Fatalf("%s: status %d, %v\n%s", namesProgram, out.Status, err, out.Stderr)
	}
	if out.Stderr != "" {
		t.Logf("cannot be had:\n%s", out.Stderr)
	}
	return out.Stdout
}

// cpythonNames is what CPython 3.13 prints: asked when it is at hand, else as recorded.
func cpythonNames(t *testing.T) string {
	record, err := os.ReadFile(namesRecord)
	python, found := difftest.CPython()
	if !found {
		if err != nil {
			t.Fatal(err)
		}
		return string(record)
	}
	asked := listNames(t, python)
	if *recordNames {
		if err := os.WriteFile(namesRecord, []byte(asked), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if asked != string(record) {
		t.Errorf("%s is not what python3.13 prints now: run this test with -record-asyncio-names", namesRecord)
	}
	return asked
}

func parseNames(text string) []publicName {
	var names []publicName
	for _, line := range strings.Split(strings.TrimSpace(text), "\n") {
		f := strings.SplitN(line, " ", 3)
		if len(f) == 3 {
			names = append(names, publicName{f[0], f[1], f[2]})
		}
	}
	return names
}

// moduleOf is "asyncio.tasks" for asyncio.tasks.Task.cancel: submodules begin with a small letter and contain names.
func moduleOf(name string) string {
	parts := strings.Split(name, ".")
	if len(parts) > 2 && parts[1] == strings.ToLower(parts[1]) {
		return parts[0] + "." + parts[1]
	}
	return parts[0]
}

// coverageTable counts names by module.
type coverageTable map[string]*coverageRow

type coverageRow struct{ names, missing, differing int }

func (c coverageTable) row(module string) *coverageRow {
	if c[module] == nil {
		c[module] = &coverageRow{}
	}
	return c[module]
}

func (c coverageTable) String() string {
	var modules []string
	var all coverageRow
	for m, r := range c {
		modules = append(modules, m)
		all.names, all.missing, all.differing = all.names+r.names, all.missing+r.missing, all.differing+r.differing
	}
	sort.Strings(modules)
	var b strings.Builder
	line := func(name string, r *coverageRow) {
		b.WriteString(padRight(name, 28) + padLeft(r.names-r.missing, 6) + " of" + padLeft(r.names, 5) + padLeft(r.differing, 7) + " differ\n")
	}
	for _, m := range modules {
		line(m, c[m])
	}
	line("all", &all)
	return b.String()
}

func padRight(s string, width int) string { return s + strings.Repeat(" ", max(0, width-len(s))) }

func padLeft(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat(" ", max(0, width-len(s))) + s
}
