// This file runs every golden program of testdata/ through the command and compares its standard output,
// standard error and exit status with what CPython 3.13 printed.

package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"sync"
	"testing"
	"time"

	"pyasync/internal/difftest"
)

const (
	corpus        = "../../testdata"
	knownFailures = corpus + "/known_failures.txt"
	patience      = 30 * time.Second
)

var (
	writeKnown = flag.Bool("write-known-failures", false, "rewrite testdata/known_failures.txt with the programs that fail now")
	lenient    = flag.Bool("known-may-pass", true, "a listed program that passes is no error (some depend on how busy the machine is)")
)

// runAsCommand is the variable that makes the test binary behave as the command.
const runAsCommand = "PYASYNC_TEST_RUN_AS_COMMAND"

// pyasync is the command under test: this test binary, started once more.
var pyasync difftest.Interpreter

func TestMain(m *testing.M) {
	if os.Getenv(runAsCommand) == "1" {
		main()
		return
	}
	self, err := os.Executable()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	pyasync = difftest.Interpreter{Command: []string{self}, Env: []string{runAsCommand + "=1"}}
	os.Exit(m.Run())
}

// failures collects what failed, for -write-known-failures.
type failures struct {
	sync.Mutex
	reasons map[string]string
}

func (f *failures) add(name, reason string) {
	f.Lock()
	defer f.Unlock()
	f.reasons[name] = reason
}

func TestGolden(t *testing.T) {
	programs, err := difftest.Programs(corpus)
	if err != nil {
		t.Fatal(err)
	}
	known, err := difftest.ReadKnownFailures(knownFailures)
	if err != nil {
		t.Fatal(err)
	}
	failed := &failures{reasons: map[string]string{}}
	t.Run("programs", func(t *testing.T) {
		for _, p := range programs {
			t.Run(p.Name, func(t *testing.T) {
				t.Parallel()
				checkProgram(t, p, known, failed)
			})
		}
	})
	reportTotals(t, len(programs), failed)
	if *writeKnown {
		if err := difftest.WriteKnownFailures(knownFailures, known, failed.reasons); err != nil {
			t.Fatal(err)
		}
		return
	}
	checkKnownExist(t, programs, known)
}

// checkProgram runs one program. A listed program has to fail, any other to pass.
func checkProgram(t *testing.T, p difftest.Program, known map[string]string, failed *failures) {
	want, err := expected(p, t)
	if err != nil {
		t.Fatal(err)
	}
	reason, listed := known[p.Name]
	tries := 3 // timers that are late on a busy machine change the order of what is printed
	if listed || *writeKnown {
		tries = 1
	}
	problem := ""
	for range tries {
		if problem = difftest.Compare(pyasync, p, want, t.TempDir(), patience); problem == "" {
			break
		}
	}
	if problem != "" {
		failed.add(p.Name, difftest.Reason(problem))
	}
	switch {
	case *writeKnown:
	case problem != "" && listed:
		t.Skipf("known failure: %s", reason)
	case problem != "":
		t.Error(problem)
	case listed && !*lenient:
		t.Errorf("passes: remove it from %s", filepath.Base(knownFailures))
	}
}

// expected is the recorded outcome; under PYASYNC_LIVE=1 it has to be what python3.13 prints now, too.
func expected(p difftest.Program, t *testing.T) (difftest.Outcome, error) {
	want, err := p.Expected()
	if err != nil || os.Getenv("PYASYNC_LIVE") != "1" {
		return want, err
	}
	python, ok := difftest.CPython()
	if !ok {
		return want, nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	live, err := python.Run(ctx, p, t.TempDir())
	if err != nil {
		return want, err
	}
	if diff := difftest.Diff(want, live); diff != "" {
		t.Errorf("CPython no longer prints what is recorded:\n%s", diff)
	}
	return want, nil
}

func reportTotals(t *testing.T, total int, failed *failures) {
	areas := map[string]int{}
	for name := range failed.reasons {
		area, _, _ := strings.Cut(name, "/")
		areas[area]++
	}
	t.Logf("%d of %d golden programs pass", total-len(failed.reasons), total)
	var names []string
	for area := range areas {
		names = append(names, area)
	}
	sort.Strings(names)
	for _, area := range names {
		t.Logf("  %-14s %d fail", area, areas[area])
	}
}

// checkKnownExist finds entries of the list that name no program.
func checkKnownExist(t *testing.T, programs []difftest.Program, known map[string]string) {
	exists := map[string]bool{}
	for _, p := range programs {
		exists[p.Name] = true
	}
	for name := range known {
		if !exists[name] {
			t.Errorf("%s names %s, which does not exist", filepath.Base(knownFailures), name)
		}
	}
}
