// pyasync test and the options of notebooks, run as a user would.
package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// command runs the command in a folder and returns its standard output and exit status.
func command(t *testing.T, dir string, args ...string) (string, int) {
	t.Helper()
	cmd := exec.Command(pyasync.Command[0], args...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), pyasync.Env...)
	out, _ := cmd.Output()
	return string(out), cmd.ProcessState.ExitCode()
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func TestGoldenTests(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.py", "print('one')\n")
	write(t, dir, "a.out", "one\n")
	write(t, dir, "b.py", "print('two')\n")
	write(t, dir, "b.out", "other\n")
	write(t, dir, "page.md", "```python\nprint(3)\n```\n\n```text\n4\n```\n\n```python expect error\n1/0\n```\n\n```python skip\nx\n```\n\n"+
		"```pycon\n>>> 1 + 1\n2\n```\n\n```python stop=0.3\nwhile True:\n    import time; print('x'); time.sleep(5)\n```\n\n```text\nx\n```\n")
	write(t, dir, "book.ipynb", `{"cells":[{"cell_type":"code","id":"x","metadata":{},"source":"print('o')\n5","outputs":[{"output_type":"stream","name":"stdout","text":"o\n"},
{"output_type":"execute_result","data":{"text/plain":"5"},"metadata":{},"execution_count":1}],"execution_count":1}],"metadata":{},"nbformat":4,"nbformat_minor":5}`)
	out, code := command(t, dir, "test", ".", "--junit", "r.xml")
	if code != 1 || !strings.Contains(out, "5 passed, 2 failed, 1 skipped") || !strings.Contains(out, "    -other\n    +two\n") {
		t.Errorf("status %d:\n%s", code, out)
	}
	if x, _ := os.ReadFile(filepath.Join(dir, "r.xml")); !strings.Contains(string(x), `tests="8" failures="2" skipped="1"`) {
		t.Errorf("%s", x)
	}
	if out, code = command(t, dir, "test", ".", "--update"); code != 0 {
		t.Errorf("status %d:\n%s", code, out)
	}
	if out, code = command(t, dir, "test", "."); code != 0 || !strings.Contains(out, "7 passed, 0 failed, 1 skipped") {
		t.Errorf("status %d:\n%s", code, out)
	}
}

func TestNotebookOptions(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "book.ipynb", `{"cells":[{"cell_type":"code","id":"a","metadata":{},"source":"!echo one","outputs":[],"execution_count":null},
{"cell_type":"code","id":"b","metadata":{},"source":"1/0","outputs":[],"execution_count":null},
{"cell_type":"code","id":"c","metadata":{},"source":"print('three')","outputs":[],"execution_count":null}],"metadata":{},"nbformat":4,"nbformat_minor":5}`)
	for _, c := range []struct {
		args string
		want string
		code int
	}{
		{"book.ipynb", "one\n", 1},
		{"--keep-going book.ipynb", "one\nthree\n", 0},
		{"book.ipynb --cells 3", "three\n", 0},
		{"--cells 1,3- book.ipynb", "one\nthree\n", 0},
		{"-o out.ipynb --keep-going book.ipynb", "one\nthree\n", 0},
		{"--check out.ipynb", "3 cells run, 0 differ\n", 0},
	} {
		if out, code := command(t, dir, strings.Fields(c.args)...); out != c.want || code != c.code {
			t.Errorf("%s: status %d, %q", c.args, code, out)
		}
	}
	if out, code := command(t, dir, "--check", "book.ipynb"); code != 1 || !strings.Contains(out, "+one\n") {
		t.Errorf("status %d, %q", code, out)
	}
}

// TestNesting runs the programs of testdata/nest, whose outputs were thought out: nest_asyncio is no part of CPython.
func TestNesting(t *testing.T) {
	if out, code := command(t, "testdata", "test", "nest"); code != 0 {
		t.Errorf("status %d:\n%s", code, out)
	}
}

func TestSessions(t *testing.T) {
	dir := t.TempDir()
	const page = "```python\nimport asyncio\nx = 1\n```\n\n```python\nawait asyncio.sleep(0)\nprint(x + 1)\n```\n\n```text\n2\n```\n\n```python\n>>> x\n1\n>>> await asyncio.sleep(0, 'slept')\n'slept'\n```\n"
	write(t, dir, "page.md", page)
	write(t, dir, "session.md", "<!-- pyasync: session -->\n\n"+page)
	write(t, dir, "stop.md", "```python stop=0.2\nimport time\nprint('on', flush=True)\nwhile True: time.sleep(1)\n```\n\n```text\non\n```\n\n<!-- pyasync: stop after 0.2 s -->\n```python\nimport asyncio\nprint('two')\nasyncio.run(asyncio.sleep(100))\n```\n\n```text\ntwo\n```\n"+
		"<!-- pyasync: needs network -->\n```python\nraise SystemExit(1)\n```\n\n```python expect error ValueError\nint('x')\n```\n\n```python expect error KeyError\nint('x')\n```\n")
	for _, c := range []struct {
		args, want string
		code       int
	}{
		{"--session page.md", "2\n>>> x\n1\n>>> await asyncio.sleep(0, 'slept')\n'slept'\n", 0},
		{"--session --blocks 1,2 page.md", "2\n", 0},
		{"test session.md", "3 passed, 0 failed, 0 skipped", 0},
		{"test stop.md", "3 passed, 1 failed, 1 skipped", 1},
		{"test stop.md", "it should end with KeyError, not ValueError: invalid literal for int() with base 10: 'x'", 1},
		{"test nothing.md", "", 2},
	} {
		if out, code := command(t, dir, strings.Fields(c.args)...); !strings.Contains(out, c.want) || code != c.code {
			t.Errorf("%s: status %d, %q", c.args, code, out)
		}
	}
}
