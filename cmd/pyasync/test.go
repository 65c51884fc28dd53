// The subcommand `pyasync test`: golden tests.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"time"

	"pyasync/goldentest"
)

const testUsage = `usage: pyasync test [option] ... PATH...

Runs scripts (expected output in an .out file beside), Markdown pages (in a following text block, or as a doctest) and
notebooks (their stored outputs). In folders it looks for all of these.

  --update       record what is printed as expected
  --legacy       allow what asyncio allowed in Python 3.4 to 3.10
  --network      run what is marked as needing the network
  -j N           run N at a time
  --timeout S    stop a test after S seconds (60)
  --junit FILE   write the results as JUnit XML
  --all          scripts without expected output, too
  -v             a line for each test
`

// runTests runs the subcommand and returns the exit status.
func runTests(args []string, stdin io.Reader, stdout, stderr io.Writer) (code int, interrupted bool) {
	flags := flag.NewFlagSet("test", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() { fmt.Fprint(stderr, testUsage) }
	update := flags.Bool("update", false, "")
	legacy := flags.Bool("legacy", false, "")
	network := flags.Bool("network", false, "")
	jobs := flags.Int("j", 2*runtime.NumCPU(), "")
	timeout := flags.Float64("timeout", goldentest.DefaultTimeout.Seconds(), "")
	junit := flags.String("junit", "", "")
	all := flags.Bool("all", false, "")
	verbose := flags.Bool("v", false, "")
	paths, err := parseAnywhere(flags, args)
	if err != nil {
		return 2, false
	}
	if len(paths) == 0 {
		fmt.Fprint(stderr, testUsage)
		return 2, false
	}
	cases, err := goldentest.Find(paths, *all)
	if err != nil {
		fmt.Fprintln(stderr, "pyasync test:", err)
		return 2, false
	}
	report := &testReport{out: stdout, verbose: *verbose, terminal: isTerminal(stdout)}
	start := time.Now()
	results, err := goldentest.Run(cases, goldentest.Options{Command: []string{executable(os.Args[0])}, Jobs: *jobs,
		Timeout: time.Duration(*timeout * float64(time.Second)), Update: *update, Network: *network, Legacy: *legacy, Done: report.done})
	if err == nil && *junit != "" {
		err = goldentest.WriteJUnit(*junit, results, time.Since(start))
	}
	report.end(time.Since(start))
	if err != nil {
		fmt.Fprintln(stderr, "pyasync test:", err)
		return 2, false
	}
	if report.counts[goldentest.Fail] > 0 {
		return 1, false
	}
	return 0, false
}

// testReport prints results as they come.
type testReport struct {
	out               io.Writer
	verbose, terminal bool
	counts            map[goldentest.Verdict]int
}

const clearLine = "\r\x1b[K"

func (t *testReport) done(r goldentest.Result, done, all int) {
	if t.counts == nil {
		t.counts = map[goldentest.Verdict]int{}
	}
	t.counts[r.Verdict]++
	if t.terminal {
		fmt.Fprint(t.out, clearLine)
	}
	switch {
	case r.Verdict == goldentest.Fail:
		fmt.Fprintf(t.out, "FAIL %s: %s\n", r.Name, r.Reason)
		if r.Detail != "" {
			fmt.Fprint(t.out, indented(r.Detail))
		}
	case t.verbose || r.Verdict == goldentest.Updated:
		fmt.Fprintf(t.out, "%-7s %s%s\n", r.Verdict, r.Name, orEmpty(": ", r.Reason))
	}
	if t.terminal {
		fmt.Fprintf(t.out, "[%d/%d] %s", done, all, r.Name)
	}
}

func orEmpty(before, s string) string {
	if s == "" {
		return ""
	}
	return before + s
}

func (t *testReport) end(took time.Duration) {
	if t.terminal {
		fmt.Fprint(t.out, clearLine)
	}
	c := t.counts
	fmt.Fprintf(t.out, "%d passed, %d failed, %d skipped", c[goldentest.Pass], c[goldentest.Fail], c[goldentest.Skip])
	if n := c[goldentest.Updated]; n > 0 {
		fmt.Fprintf(t.out, ", %d updated", n)
	}
	fmt.Fprintf(t.out, " in %.1f s\n", took.Seconds())
}
