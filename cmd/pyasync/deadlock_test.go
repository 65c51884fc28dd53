// This file tests the diagnosis of deadlocks: the programs of testdata/deadlock end with the report recorded beside
// them, those of testdata/idle only look as if nothing could wake them; and what SIGQUIT shows.

package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"pyasync/internal/difftest"
)

var recordDeadlocks = flag.Bool("record-deadlocks", false, "write what the programs of testdata/deadlock and testdata/newer print beside them")

// eachOf runs f on the programs of an area, more at a time than there are processors: they mostly wait.
func eachOf(t *testing.T, area string, f func(p difftest.Program) (problem string)) {
	programs, err := difftest.Area(corpus, area)
	if err != nil {
		t.Fatal(err)
	}
	const atATime = 8
	slots := make(chan struct{}, atATime)
	var wg sync.WaitGroup
	for _, p := range programs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			slots <- struct{}{}
			defer func() { <-slots }()
			if problem := f(p); problem != "" {
				t.Errorf("%s: %s", p.Name, problem)
			}
		}()
	}
	wg.Wait()
}

func TestDeadlocks(t *testing.T) {
	eachOf(t, "deadlock", func(p difftest.Program) string {
		if *recordDeadlocks {
			return record(p, t.TempDir())
		}
		want, err := p.Expected()
		if err != nil {
			return err.Error()
		}
		if want.Status != 70 || !strings.Contains(want.Stderr, "pyasync: deadlock: ") {
			return "the recorded outcome is no report of a deadlock"
		}
		return difftest.Compare(pyasync, p, want, t.TempDir(), patience)
	})
}

// TestNewer runs programs for what Python has after 3.13: asyncio.graph, TaskGroup.cancel().
func TestNewer(t *testing.T) {
	eachOf(t, "newer", func(p difftest.Program) string {
		if *recordDeadlocks {
			return record(p, t.TempDir())
		}
		want, err := p.Expected()
		if err != nil {
			return err.Error()
		}
		return difftest.Compare(pyasync, p, want, t.TempDir(), patience)
	})
}

func record(p difftest.Program, tmp string) string {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	got, err := pyasync.Run(ctx, p, tmp)
	if err == nil {
		err = p.Record(got)
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

func TestOnlyIdle(t *testing.T) {
	eachOf(t, "idle", func(p difftest.Program) string {
		want, err := p.Expected()
		if err != nil {
			return err.Error()
		}
		return difftest.Compare(pyasync, p, want, t.TempDir(), patience)
	})
}

// launch starts a program of testdata as the command, with arguments before its name.
func launch(t *testing.T, program string, args ...string) (cmd *exec.Cmd, stdout, stderr *bufio.Reader) {
	t.Helper()
	cmd = exec.Command(pyasync.Command[0], append(args, filepath.Base(program))...)
	cmd.Dir = filepath.Dir(program)
	cmd.Env = append(os.Environ(), pyasync.Env...)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	errs, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { cmd.Process.Kill() })
	return cmd, bufio.NewReader(out), bufio.NewReader(errs)
}

func TestNoDeadlockCheck(t *testing.T) {
	cmd, out, _ := launch(t, filepath.Join(corpus, "deadlock", "lock_left_locked.py"), "--no-deadlock-check", "-u")
	if line, _ := out.ReadString('\n'); line != "acquired\n" {
		t.Fatalf("got %q", line)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	select {
	case err := <-ended:
		t.Errorf("it ended: %v", err)
	case <-time.After(300 * time.Millisecond):
	}
}

// A program that SIGQUIT interrupts twice: while it waits, and while it computes. It ends when it has seen the end of
// its standard input.
const livingProgram = `import asyncio, sys

async def consumer(queue):
    await queue.get()

async def sleeper():
    await asyncio.sleep(3600)

def compute():
    print("computing", flush=True)
    while not stop:
        pass

def end():
    sys.stdin.read()
    stop.append(1)

async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(consumer(queue), name="consumer"), asyncio.create_task(sleeper())]
    gate = asyncio.create_task(asyncio.wait_for(asyncio.shield(tasks[0]), 3600), name="gate")
    await asyncio.sleep(0)
    print("waiting", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    asyncio.get_running_loop().run_in_executor(None, end)
    compute()
    print("done")
    gate.cancel()

stop = []
asyncio.run(main())
`

func TestQuitShowsTasks(t *testing.T) {
	program := filepath.Join(t.TempDir(), "living.py")
	if err := os.WriteFile(program, []byte(livingProgram), 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(pyasync.Command[0], program)
	cmd.Env = append(os.Environ(), pyasync.Env...)
	in, _ := cmd.StdinPipe()
	stdout, _ := cmd.StdoutPipe()
	stderr, _ := cmd.StderrPipe()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Process.Kill()
	out, errs := bufio.NewReader(stdout), bufio.NewReader(stderr)
	expectLine := func(want string) {
		t.Helper()
		if line, _ := out.ReadString('\n'); line != want+"\n" {
			t.Fatalf("got %q, want %q", line, want)
		}
	}
	// ask sends SIGQUIT and reads the answer up to the line that holds last.
	ask := func(last string) string {
		t.Helper()
		cmd.Process.Signal(syscall.SIGQUIT)
		var text strings.Builder
		for {
			line, err := errs.ReadString('\n')
			text.WriteString(line)
			if err != nil {
				t.Fatalf("no %q in\n%s", last, text.String())
			}
			if strings.Contains(line, last) {
				return text.String()
			}
		}
	}
	contains := func(text string, parts ...string) {
		t.Helper()
		for _, part := range parts {
			if !strings.Contains(text, part) {
				t.Errorf("%q is missing in\n%s", part, text)
			}
		}
	}
	// The last line is about the last task.
	line := strings.Count(livingProgram[:strings.Index(livingProgram, "gate =")], "\n") + 1
	last := fmt.Sprintf("task created at File %q, line %d, in main", program, line)
	expectLine("waiting")
	contains(ask(last), "pyasync: 4 tasks", "Task-1: main()", "└─ Task 'consumer': consumer(), waits for an item of Queue 'queue'",
		"waits for shield() of Task 'consumer'", "waits for sleep(), for 3", "await queue.get()")
	in.Write([]byte("go on\n"))
	expectLine("computing")
	contains(ask(last), "Thread 'MainThread' is at", "in compute", "while not stop:", "Task-1: main(), running")
	in.Close()
	go func() {
		for {
			if _, err := errs.ReadString('\n'); err != nil {
				return
			}
		}
	}()
	expectLine("done")
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
}
