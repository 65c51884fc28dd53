// Running the cases.
package goldentest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Options say how cases are run.
type Options struct {
	Command []string // the interpreter: the script or page and its options are appended
	Jobs    int      // cases at a time
	Timeout time.Duration
	Update  bool // record what is printed
	Network bool // run what needs the network
	Legacy  bool // run with --legacy
	// Done is called after each case, one at a time, with the number of cases done and to do.
	Done func(r Result, done, all int)
}

// Verdict is the outcome of a case.
type Verdict string

const (
	Pass    Verdict = "passed"
	Fail    Verdict = "failed"
	Skip    Verdict = "skipped"
	Updated Verdict = "updated"
)

// Result is what came of a case.
type Result struct {
	Name, Path string
	Verdict    Verdict
	Reason     string // one line: why it failed or was skipped
	Detail     string // the difference, the end of standard error
	Took       time.Duration
}

// Run runs cases, several at a time, and returns the results in their order.
func Run(cases []*Case, o Options) ([]Result, error) {
	if o.Timeout == 0 {
		o.Timeout = DefaultTimeout
	}
	results := make([][]Result, len(cases))
	var mu sync.Mutex
	var group sync.WaitGroup
	slots := make(chan struct{}, max(1, o.Jobs))
	done := 0
	for i, c := range cases {
		group.Add(1)
		slots <- struct{}{}
		go func() {
			defer func() { <-slots; group.Done() }()
			list := runCase(c, &o)
			mu.Lock()
			defer mu.Unlock()
			results[i] = list
			done++
			if o.Done != nil {
				for _, r := range list {
					o.Done(r, done, len(cases))
				}
			}
		}()
	}
	group.Wait()
	var all []Result
	for _, list := range results {
		all = append(all, list...)
	}
	return all, writePages(cases, o.Update)
}

func writePages(cases []*Case, update bool) error {
	if !update {
		return nil
	}
	seen := map[*page]bool{}
	for _, c := range cases {
		if c.page != nil && !seen[c.page] {
			seen[c.page] = true
			if err := c.page.write(); err != nil {
				return err
			}
		}
	}
	return nil
}

func runCase(c *Case, o *Options) []Result {
	start := time.Now()
	var list []Result
	switch {
	case c.session != nil:
		list = c.runSession(o)
	case c.isBook:
		list = []Result{c.runBook(o)}
	default:
		list = []Result{c.run(o)}
	}
	for i := range list {
		list[i].Took = time.Since(start)
	}
	return list
}

// outcome is what a process did.
type outcome struct {
	stdout, stderr string
	status         int
	timedOut       bool
	stopped        bool
	err            error
}

func (c *Case) result(v Verdict, reason, detail string) Result {
	return Result{Name: c.Name, Path: c.Path, Verdict: v, Reason: reason, Detail: detail}
}

// skip says why a case is not run.
func (c *Case) skip(o *Options) string {
	switch {
	case c.Attrs.Skip:
		return "marked skip"
	case c.Attrs.Network && !o.Network:
		return "needs the network (--network)"
	}
	return ""
}

func (c *Case) run(o *Options) Result {
	if reason := c.skip(o); reason != "" {
		return c.result(Skip, reason, "")
	}
	out := c.start(c.args, o)
	if c.block != nil && out.status != 0 && !c.Attrs.Error {
		out = c.again(out, o)
	}
	if out.timedOut && c.want == nil && out.stdout != "" {
		r := c.result(Pass, "runs on: stopped", "")
		return r
	}
	if reason := c.judgeEnd(out); reason != "" {
		return c.result(Fail, reason, tail(out.stderr))
	}
	return c.judgeOutput(out.stdout, o)
}

// again runs a failed block of a page once more, as what its failure shows it to be: a fragment that relies on what the
// page defined before, or a program for an older Python.
func (c *Case) again(out outcome, o *Options) outcome {
	args := c.args
	if c.block.Number > 1 && strings.HasPrefix(lastLine(out.stderr), "NameError") {
		args = append([]string{"--context"}, args...)
		out = c.start(args, o)
	}
	if out.status != 0 && strings.Contains(out.stderr, legacyHint) {
		out = c.start(append([]string{"--legacy"}, args...), o)
	}
	return out
}

// legacyHint ends the command's hint that --legacy avoids an error.
const legacyHint = "; run with --legacy to allow it\n"

// judgeEnd is what is wrong with the way a process ended.
func (c *Case) judgeEnd(out outcome) string {
	switch {
	case out.err != nil:
		return out.err.Error()
	case out.timedOut:
		return "it did not end in time"
	case out.stopped:
		return ""
	case c.Attrs.Error:
		if c.block == nil && out.status == 0 || !strings.Contains(out.stderr, "Traceback") && !strings.Contains(out.stderr, "Error") {
			return "it should end with an exception"
		}
		if t := c.Attrs.ErrorType; t != "" && !regexp.MustCompile(`(?m)^\S*`+regexp.QuoteMeta(t)+`\b`).MatchString(out.stderr) {
			return "it should end with " + t + ", not " + lastLine(out.stderr)
		}
	case out.status != 0:
		return reasonOf(out)
	}
	return ""
}

// reasonOf words the failure of a program that ended with an exception.
func reasonOf(out outcome) string {
	last := lastLine(out.stderr)
	switch {
	case strings.HasPrefix(last, "ModuleNotFoundError"), strings.Contains(out.stderr, "ModuleNotFoundError: No module named"):
		if m := regexp.MustCompile(`No module named '([^']+)'`).FindStringSubmatch(out.stderr); m != nil {
			return "needs the module " + m[1] + ", which is not there"
		}
	case regexp.MustCompile(`(?m)^(ConnectionRefusedError|ConnectionResetError|socket\.gaierror|TimeoutError|ConnectionError|OSError: \[Errno (101|110|111|113)\]|OSError: Multiple exceptions)`).MatchString(out.stderr):
		return "needs a service that does not answer: " + last
	}
	if last == "" {
		return fmt.Sprintf("exit status %d", out.status)
	}
	return fmt.Sprintf("exit status %d: %s", out.status, last)
}

func (c *Case) judgeOutput(stdout string, o *Options) Result {
	if o.Update && (c.want == nil || c.compare(*c.want, stdout) != "") {
		if c.want == nil && stdout == "" {
			return c.result(Pass, "", "")
		}
		if err := c.update(stdout); err != nil {
			return c.result(Fail, err.Error(), "")
		}
		return c.result(Updated, "", "")
	}
	if c.want != nil {
		if d := c.compare(*c.want, stdout); d != "" {
			return c.result(Fail, "the output differs", d)
		}
	}
	return c.result(Pass, "", "")
}

// runBook runs a notebook with --check, or with --update writes its outputs.
func (c *Case) runBook(o *Options) Result {
	args := c.args
	if o.Update {
		args = []string{"--keep-going", "-o", absolute(c.Path), absolute(c.Path)}
	}
	out := c.start(args, o)
	switch {
	case out.err != nil || out.timedOut:
		return c.result(Fail, c.judgeEnd(out), "")
	case o.Update:
		return c.result(Updated, "", "")
	case out.status != 0:
		return c.result(Fail, lastLine(out.stdout), out.stdout+tail(out.stderr))
	}
	return c.result(Pass, "", "")
}

// runSession runs the blocks of a page in one process, which marks where each ends.
func (c *Case) runSession(o *Options) (list []Result) {
	mark := "\x1epyasync-block\x1e"
	out := c.start(append([]string{"--mark", mark}, c.args...), o)
	rest := out.stdout
	for _, b := range c.session {
		if reason := b.skip(o); b.Attrs.Skip {
			list = append(list, b.result(Skip, reason, ""))
			continue
		}
		text, after, found := strings.Cut(rest, "\n"+mark+" ")
		status, after, _ := strings.Cut(after, "\n")
		rest = after
		switch {
		case !found:
			list = append(list, b.result(Fail, "the page ended before this block did", tail(out.stderr)))
		case status != "true" && !b.Attrs.Error:
			list = append(list, b.result(Fail, reasonOf(outcome{stderr: out.stderr, status: 1}), tail(out.stderr)))
		case status == "true" && b.Attrs.Error:
			list = append(list, b.result(Fail, "it should end with an exception", ""))
		default:
			list = append(list, b.judgeOutput(text, o))
		}
	}
	return list
}

// endlessAfter is how long a block of a page may run whose output is not compared.
const endlessAfter = 20 * time.Second

// start runs the command.
func (c *Case) start(args []string, o *Options) (out outcome) {
	limit := o.Timeout
	if c.Attrs.Timeout > 0 {
		limit = c.Attrs.Timeout
	} else if c.block != nil && c.want == nil {
		limit = min(limit, endlessAfter) // servers and endless loops are common in pages
	}
	command := o.Command[1:len(o.Command):len(o.Command)]
	if o.Legacy || c.Attrs.Legacy {
		command = append(command, "--legacy")
	}
	cmd := exec.Command(o.Command[0], append(command, args...)...)
	cmd.Dir = filepath.Dir(c.Path)
	cmd.Env = append(os.Environ(), "PYTHONUNBUFFERED=1", "NO_COLOR=1")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	var stdout, stderr bytes.Buffer
	first := &firstWrite{w: &stdout, seen: make(chan struct{})}
	cmd.Stdout, cmd.Stderr = first, &stderr
	cmd.WaitDelay = 2 * time.Second
	if err := cmd.Start(); err != nil {
		return outcome{err: err}
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	var err error
	if c.Attrs.StopAfter > 0 {
		out.stopped, err = stopAfter(cmd, ended, first.seen, c.Attrs.StopAfter, limit)
	} else {
		out.timedOut, err = waitFor(cmd, ended, limit)
	}
	syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) // children that are left
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		out.status = exit.ExitCode()
	case err != nil && !errors.Is(err, exec.ErrWaitDelay):
		out.err = err
	}
	out.stdout, out.stderr = stdout.String(), stderr.String()
	return out
}

// firstWrite tells when the first output comes.
type firstWrite struct {
	w    io.Writer
	once sync.Once
	seen chan struct{}
}

func (f *firstWrite) Write(p []byte) (int, error) {
	f.once.Do(func() { close(f.seen) })
	return f.w.Write(p)
}

// waitFor waits for the end of a process, killing it after limit.
func waitFor(cmd *exec.Cmd, ended chan error, limit time.Duration) (timedOut bool, err error) {
	select {
	case err = <-ended:
		return false, err
	case <-time.After(limit):
		syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		return true, <-ended
	}
}

// stopAfter interrupts a process some time after its first output.
func stopAfter(cmd *exec.Cmd, ended chan error, first chan struct{}, after, limit time.Duration) (stopped bool, err error) {
	select {
	case <-first:
	case <-time.After(limit):
	case err = <-ended:
		return false, err
	}
	select {
	case err = <-ended:
		return false, err
	case <-time.After(after):
	}
	cmd.Process.Signal(syscall.SIGINT)
	_, err = waitFor(cmd, ended, 5*time.Second)
	return true, err
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	for i := len(lines) - 1; i >= 0; i-- {
		if l := lines[i]; l != "" && l[0] != ' ' && !strings.HasPrefix(l, "<sys>") && !strings.HasPrefix(l, "pyasync: hint: ") {
			return l
		}
	}
	return ""
}

// tail is the end of standard error.
func tail(s string) string {
	lines := strings.SplitAfter(s, "\n")
	return strings.Join(lines[max(0, len(lines)-12):], "")
}
