// Programs for Python 3.4 to 3.10 and the hint for those that run without --legacy.

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// commandLineOf runs the command on arguments and returns what it printed.
func commandLineOf(t *testing.T, args ...string) (stdout, stderr string) {
	t.Helper()
	cmd := exec.Command(pyasync.Command[0], args...)
	cmd.Env = append(os.Environ(), pyasync.Env...)
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	cmd.Run()
	return out.String(), errs.String()
}

// TestLegacy runs the programs of testdata/legacy; their outputs were recorded from CPython 3.8.
func TestLegacy(t *testing.T) {
	programs, _ := filepath.Glob("testdata/legacy/*.py")
	if len(programs) == 0 {
		t.Fatal("no programs")
	}
	for _, p := range programs {
		t.Run(filepath.Base(p), func(t *testing.T) {
			t.Parallel()
			want, err := os.ReadFile(strings.TrimSuffix(p, ".py") + ".out")
			if err != nil {
				t.Fatal(err)
			}
			out, errs := commandLineOf(t, "--legacy", p)
			if out != string(want) {
				t.Errorf("printed\n%s\nnot\n%s\n%s", out, want, errs)
			}
			if !strings.Contains(errs, "DeprecationWarning: ") {
				t.Errorf("no DeprecationWarning on standard error:\n%s", errs)
			}
		})
	}
}

func TestLegacyHint(t *testing.T) {
	for _, c := range []struct{ program, hint string }{
		{"asyncio.coroutine", "asyncio.coroutine was removed in Python 3.11"},
		{"from asyncio import coroutine", "asyncio.coroutine was removed in Python 3.11"},
		{"from asyncio.coroutines import coroutine", "asyncio.coroutines.coroutine was removed in Python 3.11"},
		{"asyncio.new_event_loop().run_until_complete(asyncio.wait([asyncio.sleep(0)]))", "asyncio.wait() takes no coroutines since Python 3.11"},
		{"asyncio.Queue(loop=None)", "asyncio's functions have no parameter loop since Python 3.10"},
		{"asyncio.sleep(1, loop=None)", "asyncio's functions have no parameter loop since Python 3.10"},
		{"asyncio.Task.all_tasks()", "asyncio.Task.all_tasks was removed in Python 3.9"},
		{"def f(): yield from asyncio.Lock()\nnext(f())", "'with (yield from lock)' was removed in Python 3.9"},
		{"asyncio.new_event_loop().create_task(x for x in [])", "asyncio takes no generators for coroutines since Python 3.12"},
		{"asyncio.async(1)", "asyncio.async was replaced by asyncio.ensure_future in Python 3.4.4, async is a keyword since 3.7"},
		{"class asyncio: pass\nasyncio.coroutine", ""},
		{"def f(): pass\nf(loop=1)", ""},
	} {
		_, errs := commandLineOf(t, "-c", "import asyncio\n"+c.program)
		want := ""
		if c.hint != "" {
			want = "pyasync: hint: " + c.hint + "; run with --legacy to allow it\n"
		}
		if !strings.Contains(errs, want) || want == "" && strings.Contains(errs, "--legacy") {
			t.Errorf("%s: printed %q, which lacks %q", c.program, errs, want)
		}
	}
}
