// This file tests what the harness itself does: normalisation, the files of a golden program, shrinking, generation.

package difftest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNormalise(t *testing.T) {
	text := `Traceback (most recent call last):
  File "/path/to/a.py", line 3, in <module>
    asyncio.run(main())
    ~~~~~~~~~~~^^^^^^^^
  File "/usr/lib/python3.13/asyncio/runners.py", line 194, in run
    return runner.run(main)
           ~~~~~~~~~~^^^^^^
  File "/path/to/a.py", line 2, in main
    1 / 0
<object object at 0x7f00deadbeef>
`
	want := `Traceback (most recent call last):
  File "a.py", line 3, in <module>
    asyncio.run(main())
    ~~~~~~~~~~~^^^^^^^^
  File "a.py", line 2, in main
    1 / 0
<object object at 0xADDRESS>
`
	if got := Normalise(text, "/path/to"); got != want {
		t.Errorf("got:\n%s", got)
	}
}

func TestRecordAndExpected(t *testing.T) {
	dir := t.TempDir()
	p := Program{Name: "x/a", Dir: dir, File: "a.py"}
	for _, o := range []Outcome{
		{"out\n", "", 0},
		{"", "no newline", 3},
		{"o", "exit status: is only text\nerr\n", 1},
		{"", "", 2},
	} {
		if err := p.Record(o); err != nil {
			t.Fatal(err)
		}
		got, err := p.Expected()
		if err != nil {
			t.Fatal(err)
		}
		if o.Stderr != "" && o.Status != 0 && !strings.HasSuffix(o.Stderr, "\n") {
			o.Stderr += "\n"
		}
		if got != o {
			t.Errorf("recorded %+v, read %+v", o, got)
		}
	}
	if err := p.Record(Outcome{Stdout: "x"}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "a.err")); err == nil {
		t.Error("an empty .err file stays")
	}
}

func TestMinimise(t *testing.T) {
	program := []*Node{
		line("import x").fixed(),
		line("a = 1"),
		block("if a:", line("b = 2"), block("for i in b:", line("bad(i)"), line("c"))).with(block("else:", line("d"))),
		line("e"),
	}
	shrunk := Minimise(program, 100, func(p []*Node) bool { return strings.Contains(Render(p), "bad(i)") })
	if got, want := Render(shrunk), "import x\nbad(i)\n"; got != want {
		t.Errorf("got:\n%s", got)
	}
}

func TestGenerateIsRepeatable(t *testing.T) {
	for seed := range int64(50) {
		first := Render(Generate(seed))
		if first != Render(Generate(seed)) {
			t.Errorf("seed %d makes different programs", seed)
		}
		if strings.Contains(first, "$") {
			t.Errorf("seed %d leaves a placeholder", seed)
		}
	}
}
