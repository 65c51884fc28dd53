// This file runs an interpreter on a program and normalises what differs from machine to machine.

package difftest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"syscall"
	"time"
)

// Interpreter is a command that runs Python scripts: Command, then the script's name.
// Env entries are added to the small fixed environment of a run.
type Interpreter struct {
	Command []string
	Env     []string
}

// CPython finds a python3.13 that runs on PATH. The second result is false where there is none.
func CPython() (Interpreter, bool) {
	path, err := exec.LookPath("python3.13")
	if err != nil {
		return Interpreter{}, false
	}
	// A version manager's stand-in is there even when no 3.13 is chosen, and then only fails.
	if version, err := exec.Command(path, "--version").Output(); err == nil && strings.HasPrefix(string(version), "Python 3.13") {
		return Interpreter{Command: []string{path}}, true
	}
	return Interpreter{}, false
}

// environment is what a program may see: everything that could change its output is fixed.
func environment(tmp string, extra []string) []string {
	env := []string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + tmp, "TMPDIR=" + tmp, "LANG=C.UTF-8", "TZ=UTC",
		"NO_COLOR=1", "PYTHONDONTWRITEBYTECODE=1",
	}
	return append(env, extra...)
}

// Run executes a golden program in its folder, with the bare file name as the argument.
// A program that outlives the context is killed with everything it started.
func (in Interpreter) Run(ctx context.Context, p Program, tmp string) (Outcome, error) {
	input, err := p.Input()
	if err != nil {
		return Outcome{}, err
	}
	return in.run(ctx, p.Dir, []string{p.File}, input, tmp)
}

func (in Interpreter) run(ctx context.Context, dir string, args []string, input, tmp string) (Outcome, error) {
	var stdout, stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, in.Command[0], append(in.Command[1:len(in.Command):len(in.Command)], args...)...)
	cmd.Dir = dir
	cmd.Env = environment(tmp, in.Env)
	cmd.Stdin = strings.NewReader(input)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	cmd.WaitDelay = 5 * time.Second
	err := cmd.Run()
	if ctx.Err() != nil {
		return Outcome{}, fmt.Errorf("killed: %w; stdout so far:\n%s\nstderr so far:\n%s", ctx.Err(), stdout.String(), stderr.String())
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return Outcome{}, err
	}
	status := cmd.ProcessState.ExitCode()
	if sys, ok := cmd.ProcessState.Sys().(syscall.WaitStatus); ok && sys.Signaled() {
		status = 128 + int(sys.Signal()) // as a shell reports it
	}
	return Outcome{Normalise(stdout.String(), dir), Normalise(stderr.String(), dir), status}, nil
}

var (
	libraryFrame = regexp.MustCompile(`^([ |+]*)File "(?:/[^"]*/lib/python3\.\d+/|<frozen |<pyasync>/)[^"]*", line \d+`)
	librarySpot  = regexp.MustCompile(` at (?:/[^<>,\]]*/lib/python3\.\d+/)?(asyncio/\w+\.py):\d+`)
	libraryFile  = regexp.MustCompile(`\(/[^()"]*/lib/python3\.\d+/[^()"]*\)`)
	ownHint      = regexp.MustCompile(`(?m)^pyasync: hint: .*\n`)
	address      = regexp.MustCompile(`\b0x[0-9a-f]{6,16}\b`)
)

// Normalise takes the program's folder out of paths, addresses out of reprs, the frames of CPython's own library out of
// tracebacks (that library is Go here and leaves no Python frames), and the hints that we add to them.
func Normalise(text, dir string) string {
	text = strings.ReplaceAll(text, dir+"/", "")
	text = libraryFile.ReplaceAllString(text, "(unknown location)")
	text = librarySpot.ReplaceAllString(text, " at $1:N")
	text = ownHint.ReplaceAllString(text, "")
	text = address.ReplaceAllString(text, "0xADDRESS")
	if !strings.Contains(text, `File "`) {
		return text
	}
	var kept strings.Builder
	skip := "" // prefix of the lines that belong to a frame left out
	for _, line := range strings.SplitAfter(text, "\n") {
		if m := libraryFrame.FindStringSubmatch(line); m != nil {
			skip = m[1] + "  "
			continue
		}
		if skip != "" && strings.HasPrefix(line, skip) {
			continue
		}
		skip = ""
		kept.WriteString(line)
	}
	return kept.String()
}
