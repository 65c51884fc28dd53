// This file runs a sample of CPython's own tests, where they are installed, with our unittest.

package main

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"pyasync/internal/difftest"
)

// cpythonTests are the modules of the sample: quick ones that need little of the rest of the library.
var cpythonTests = []string{
	"test_asyncio.test_context", "test_asyncio.test_futures2", "test_asyncio.test_locks", "test_asyncio.test_protocols",
	"test_asyncio.test_queues", "test_asyncio.test_staggered", "test_asyncio.test_threads", "test_asyncio.test_transports",
	"test_asyncio.test_waitfor", "test_contextlib", "test_contextlib_async", "test_context", "test_generator_stop", "test_yield_from",
}

// conformancePage lists the tests that are known to fail, each with a reason.
const conformancePage = "../../docs/conformance.md"

// TestCPythonTests wants every test of the sample to pass that docs/conformance.md does not list.
func TestCPythonTests(t *testing.T) {
	if testing.Short() {
		t.Skip("takes several seconds")
	}
	folder := cpythonTestFolder(t)
	page, err := os.ReadFile(conformancePage)
	if err != nil {
		t.Fatal(err)
	}
	for _, module := range cpythonTests {
		t.Run(module, func(t *testing.T) {
			t.Parallel()
			out := runUnittest(t, folder, "test."+module)
			if !ranTests.MatchString(out) {
				t.Fatalf("no tests were run:\n%s", out)
			}
			for _, failed := range failedTest.FindAllStringSubmatch(out, -1) {
				name := strings.TrimPrefix(failed[1], "test.")
				if !strings.Contains(string(page), "- "+name+"\n") && !strings.Contains(string(page), "- "+name+":") {
					t.Errorf("%s fails", name)
				}
			}
		})
	}
}

var (
	ranTests   = regexp.MustCompile(`(?m)^Ran [1-9]\d* tests?`)
	failedTest = regexp.MustCompile(`(?m)^(?:FAIL|ERROR): \S+ \((\S+)\)`)
)

// cpythonTestFolder is a folder that holds CPython's package `test` and nothing else of its library.
func cpythonTestFolder(t *testing.T) string {
	python, found := difftest.CPython()
	if !found {
		t.Skip("no python3.13 to take the tests from")
	}
	out, err := exec.Command(python.Command[0], "-c", "import test.test_asyncio, os; print(os.path.dirname(test.__file__))").Output()
	if err != nil {
		t.Skip("the installed python3.13 is without its tests")
	}
	folder := t.TempDir()
	if err := os.Symlink(strings.TrimSpace(string(out)), filepath.Join(folder, "test")); err != nil {
		t.Fatal(err)
	}
	return folder
}

// runUnittest is `pyasync -m unittest MODULE` with the tests on the path; it returns what is printed.
func runUnittest(t *testing.T, folder, module string) string {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, pyasync.Command[0], append(pyasync.Command[1:len(pyasync.Command):len(pyasync.Command)], "-m", "unittest", module)...)
	cmd.Dir = t.TempDir()
	cmd.Env = append(append(os.Environ(), pyasync.Env...), "PYTHONPATH="+folder, "HOME="+cmd.Dir, "TMPDIR="+cmd.Dir)
	out, err := cmd.CombinedOutput()
	if ctx.Err() != nil {
		t.Fatalf("%s does not end: %v\n%s", module, err, out)
	}
	return string(out)
}
