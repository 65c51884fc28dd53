// Running cells: output, results, failures.
package notebook_test

import (
	"strings"
	"testing"

	py "pyasync"
	"pyasync/notebook"
)

// runCells runs cells and returns standard output and the failures.
func runCells(t *testing.T, keepGoing bool, cells ...string) (stdout string, failures []string) {
	t.Helper()
	var out, errs strings.Builder
	in, err := py.New(py.Options{Stdout: &out, Stderr: &errs})
	if err != nil {
		t.Fatal(err)
	}
	var list []notebook.Cell
	for _, c := range cells {
		list = append(list, notebook.Cell{Source: c})
	}
	_, err = notebook.Run(in, list, keepGoing, notebook.Config{Settle: true, History: true, End: func(c *notebook.Cell, f *notebook.Failure) {
		if f != nil {
			failures = append(failures, f.Line())
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	in.Close()
	return out.String(), failures
}

func TestCells(t *testing.T) {
	for name, c := range map[string]struct {
		cells []string
		want  string
	}{
		"value":       {[]string{"x = 2", "x + 1", "None", "x;"}, "3\n"},
		"names":       {[]string{"class A: pass\nA", "def f(a, b=1): pass\nf", "int"}, "__main__.A\n<function __main__.f(a, b=1)>\nint\n"},
		"await":       {[]string{"import asyncio\nawait asyncio.sleep(0, 'done')"}, "'done'\n"},
		"two awaits":  {[]string{"import asyncio\nprint(1)\nawait asyncio.sleep(.001)\nprint(2)\nawait asyncio.sleep(.001)\nprint(3)"}, "1\n2\n3\n"},
		"async for":   {[]string{"async def g():\n  yield 1\n  yield 2", "async for x in g():\n  print(x)", "[x async for x in g()]"}, "1\n2\n[1, 2]\n"},
		"background":  {[]string{"import asyncio\nasync def f():\n  await asyncio.sleep(.01)\n  print('later')\nt = asyncio.create_task(f())\nprint('now')", "t.done()"}, "now\nlater\nTrue\n"},
		"one loop":    {[]string{"import asyncio\na = asyncio.get_running_loop()", "a is asyncio.get_running_loop()"}, "True\n"},
		"history":     {[]string{"40 + 1", "_ + 1", "Out[1], _2, In[1]"}, "41\n42\n(41, 42, '40 + 1')\n"},
		"display":     {[]string{"class H:\n  def _repr_html_(self): return '<b>'\n  def __repr__(self): return 'H!'\ndisplay(H(), 5)"}, "H!\n5\n"},
		"nested loop": {[]string{"import nest_asyncio, asyncio\nnest_asyncio.apply()\nasync def f(): await asyncio.sleep(.001); return 7", "asyncio.run(f())", "type(asyncio.Future())"}, "7\nasyncio.futures.Future\n"},
		"time":        {[]string{"x = %time 5\nx"}, ""},
	} {
		got, failures := runCells(t, false, c.cells...)
		if name == "time" {
			if !strings.HasPrefix(got, "CPU times: user ") || !strings.HasSuffix(got, "\n5\n") {
				t.Errorf("%s: %q", name, got)
			}
			continue
		}
		if got != c.want || len(failures) > 0 {
			t.Errorf("%s: got %q, want %q; failures %q", name, got, c.want, failures)
		}
	}
}

func TestFailures(t *testing.T) {
	got, failures := runCells(t, false, "1/0", "print('not run')")
	if got != "" || len(failures) != 1 || failures[0] != "ZeroDivisionError: division by zero" {
		t.Errorf("%q %q", got, failures)
	}
	got, failures = runCells(t, true, "def", "print('run')", "import asyncio\nasync def f(): pass\nasyncio.run(f())")
	if got != "run\n" || len(failures) != 2 || failures[1] != "RuntimeError: asyncio.run() cannot be called from a running event loop" {
		t.Errorf("%q %q", got, failures)
	}
}
