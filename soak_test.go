// Soak tests: many connections and child processes, and what they must not leave behind.
package pyasync_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"strconv"
	"strings"
	"testing"
	"time"

	"pyasync"
)

// The soak tests run small by default. With PYASYNC_SOAK=full they run at full size: 2,000 connections at once and
// 200,000 messages; 500 child processes.
func soakSize(small, full int) int {
	if os.Getenv("PYASYNC_SOAK") == "full" {
		return full
	}
	return small
}

// footprint is what a program must not leave behind.
type footprint struct{ heap, rss, fds, goroutines int }

func (f footprint) String() string {
	return fmt.Sprintf("heap %d kB, RSS %d kB, %d descriptors, %d goroutines", f.heap>>10, f.rss>>10, f.fds, f.goroutines)
}

func measure(t *testing.T) footprint {
	t.Helper()
	for range 3 { // weak references and finalizers need more than one
		runtime.GC()
	}
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	statm, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		t.Skip("no /proc here")
	}
	pages, _ := strconv.Atoi(strings.Fields(string(statm))[1])
	fds, _ := os.ReadDir("/proc/self/fd")
	return footprint{int(m.HeapAlloc), pages * os.Getpagesize(), len(fds), runtime.NumGoroutine()}
}

// settled measures until no more descriptors and goroutines are left than before, or gives up after a while.
func settled(t *testing.T, before footprint) footprint {
	f := measure(t)
	for i := 0; i < 50 && (f.fds > before.fds || f.goroutines > before.goroutines); i++ {
		time.Sleep(10 * time.Millisecond)
		f = measure(t)
	}
	return f
}

// compare reports what grew: descriptors and goroutines at all, memory by more than a tenth.
func (f footprint) compare(t *testing.T, before footprint) {
	t.Helper()
	t.Logf("before: %v", before)
	t.Logf("after:  %v", f)
	if f.fds > before.fds || f.goroutines > before.goroutines {
		var stacks bytes.Buffer
		pprof.Lookup("goroutine").WriteTo(&stacks, 1)
		t.Errorf("left open: %v, before %v\n%s", f, before, stacks.String())
	}
	if f.heap > before.heap+before.heap/10+1<<20 || !raceDetector && f.rss > before.rss+before.rss/10+4<<20 {
		t.Errorf("memory grew: %v, before %v", f, before)
	}
}

// soakProgram loads testdata/soak/_echo.py.
func soakProgram(t *testing.T, stderr *bytes.Buffer) *pyasync.Interpreter {
	t.Helper()
	if testing.Short() {
		t.Skip("takes seconds")
	}
	in, err := pyasync.New(pyasync.Options{Stderr: stderr, Env: os.Environ(), Files: true})
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(filepath.Join("testdata", "soak", "_echo.py"))
	if err == nil {
		err = in.Exec(string(src), "echo.py")
	}
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func soakCall(t *testing.T, in *pyasync.Interpreter, name string, args ...any) any {
	t.Helper()
	r, err := in.Call(name, args...)
	if err != nil {
		if e, ok := err.(*pyasync.Error); ok {
			t.Fatal(e.Traceback)
		}
		t.Fatal(err)
	}
	return r
}

// soakEnd closes the program and the interpreter, after which nothing may be left of what was there since start.
func soakEnd(t *testing.T, in *pyasync.Interpreter, start footprint, stderr *bytes.Buffer) {
	t.Helper()
	soakCall(t, in, "close")
	if code := in.Close(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	if end := settled(t, start); end.fds > start.fds || end.goroutines > start.goroutines {
		t.Errorf("after the end: %v, at the start %v", end, start)
	}
	if stderr.Len() > 0 {
		t.Errorf("stderr:\n%.2000s", stderr.String())
	}
}

// TestSoakConnections serves many clients at once, a fifth of which vanish, send half lines or reset. No message may be
// lost or mixed up, and nothing left behind: neither memory, nor descriptors, nor goroutines.
func TestSoakConnections(t *testing.T) {
	connections, messages := soakSize(300, 2000), soakSize(6000, 200000)
	start := measure(t)
	var stderr bytes.Buffer
	in := soakProgram(t, &stderr)
	for range 2 { // until everything is loaded and buffers have their size
		soakCall(t, in, "phase", connections, messages/10)
	}
	before := measure(t)
	r := soakCall(t, in, "phase", connections, messages).([]any)
	after := settled(t, before)
	t.Logf("%d connections at once, %v messages checked; the server met %v connections, %v half lines, %v resets, %v lines",
		connections, r[0], r[2], r[3], r[4], r[5])
	if r[0] != int64(messages) {
		t.Errorf("%v messages came back, want %d", r[0], messages)
	}
	if r[1] != int64(0) {
		t.Errorf("%v tasks left", r[1])
	}
	after.compare(t, before)
	soakEnd(t, in, start, &stderr)
}

// TestSoakChildren runs many child processes, twenty at a time, and looks for what they leave.
func TestSoakChildren(t *testing.T) {
	count := soakSize(60, 500)
	start := measure(t)
	var stderr bytes.Buffer
	in := soakProgram(t, &stderr)
	soakCall(t, in, "children", 20, 20)
	before := measure(t)
	if r := soakCall(t, in, "children", count, 20); r != int64(count) {
		t.Errorf("%v children did what they should, want %d", r, count)
	}
	settled(t, before).compare(t, before)
	if left := childrenLeft(); len(left) > 0 {
		t.Errorf("children left: %v", left)
	}
	soakEnd(t, in, start, &stderr)
}

// childrenLeft lists the child processes of this one, zombies among them, with their states.
func childrenLeft() []string {
	var left []string
	stats, _ := filepath.Glob("/proc/[0-9]*/stat")
	for _, name := range stats {
		stat, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		i := strings.LastIndexByte(string(stat), ')')
		fields := strings.Fields(string(stat[i+1:]))
		if len(fields) > 1 && fields[1] == strconv.Itoa(os.Getpid()) {
			left = append(left, string(stat[:i+1])+" "+fields[0])
		}
	}
	return left
}
