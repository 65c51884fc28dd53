// An observer of the loop: which events it hears, in which order.
package pyasync_test

import (
	"fmt"
	"strings"
	"testing"

	py "pyasync"
	"pyasync/asyncrt"
)

// recorder writes down what it is told, without the times of waits.
type recorder struct {
	lines []string
	task  string // whose step is under way
}

func (r *recorder) add(format string, args ...any) {
	r.lines = append(r.lines, fmt.Sprintf(format, args...))
}

func name(t *py.Task) string {
	if t == nil {
		return "nobody"
	}
	return t.Name()
}

func (r *recorder) TaskCreated(th *py.Thread, t, by *py.Task, at py.Site) {
	r.add("%s (%s) made by %s in line %d", t.Name(), t.Coroutine(th), name(by), at.Line())
}
func (r *recorder) Scheduled(th *py.Thread, t *py.Task, f *py.Future) {
	r.add("%s scheduled", t.Name())
}
func (r *recorder) StepBegins(th *py.Thread, t *py.Task) { r.task = t.Name() }
func (r *recorder) StepEnds(th *py.Thread, t *py.Task) {
	r.task = ""
	if !t.Done() {
		if w := asyncrt.WaitOf(th, t); w != nil {
			r.add("%s: %s", t.Name(), w.What)
		}
	}
}
func (r *recorder) Waits(th *py.Thread, t *py.Task, f *py.Future) { r.add("%s waits", t.Name()) }
func (r *recorder) TaskFinished(th *py.Thread, t *py.Task)        { r.add("%s finished", t.Name()) }
func (r *recorder) CancelRequested(th *py.Thread, t, by *py.Task, at py.Site) {
	r.add("%s cancelled by %s in line %d", t.Name(), name(by), at.Line())
}
func (r *recorder) CallbackBegins(th *py.Thread, l *py.Loop, c py.Callback) {
	if c.Task() == nil {
		r.add("run %s", c.Name(th))
	}
}
func (r *recorder) CallbackEnds(th *py.Thread, l *py.Loop, c py.Callback) {}
func (r *recorder) PollBegins(th *py.Thread, l *py.Loop, timeout float64) {
	if timeout != 0 {
		r.add("wait")
	}
}
func (r *recorder) PollEnds(th *py.Thread, l *py.Loop, events int) {}

const observedProgram = `import asyncio
async def child(lock):
    async with lock:
        await asyncio.sleep(3600)
def tick():
    lock.release()
async def main():
    global lock
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(child(lock), name="child")
    asyncio.get_running_loop().call_later(0.01, tick)
    await asyncio.sleep(0.02)
    task.cancel()
    await asyncio.wait([task])
asyncio.run(main())
`

const observedEvents = `Task-1 (main) made by nobody in line 16
Task-1 scheduled
child (child) made by Task-1 in line 11
child scheduled
Task-1 waits
Task-1: sleep()
child waits
child: Lock 'lock'
wait
run tick
child scheduled
child waits
child: sleep()
wait
run _set_result_unless_cancelled
Task-1 scheduled
child cancelled by Task-1 in line 14
child scheduled
Task-1 waits
Task-1: wait() for Task 'child'
child finished
run _wait.<locals>._on_completion
Task-1 scheduled
Task-1 finished
run _run_until_complete_cb`

func TestObserver(t *testing.T) {
	r := &recorder{}
	in, err := py.New(py.Options{Observer: r})
	if err != nil {
		t.Fatal(err)
	}
	if err := in.Exec(observedProgram, "observed.py"); err != nil {
		t.Fatal(err)
	}
	in.Close()
	var lines []string
	for _, line := range r.lines {
		if before, _, found := strings.Cut(line, "sleep(), for"); found {
			line = before + "sleep()"
		}
		lines = append(lines, line)
	}
	if got := strings.Join(lines, "\n"); got != observedEvents {
		t.Errorf("got\n%s", got)
	}
}

// An observer with one method, beside debug mode.
type counter struct {
	py.NoObserver
	steps int
}

func (c *counter) StepBegins(th *py.Thread, t *py.Task) { c.steps++ }

func TestObserverWithDebugMode(t *testing.T) {
	c := &counter{}
	var errs strings.Builder
	in, err := py.New(py.Options{Observer: c, Stderr: &errs})
	if err != nil {
		t.Fatal(err)
	}
	err = in.Exec(`import asyncio, time
async def main():
    asyncio.get_running_loop().slow_callback_duration = 0.01
    await asyncio.sleep(0)
    time.sleep(0.02)
asyncio.run(main(), debug=True)
`, "debug.py")
	if err != nil {
		t.Fatal(err)
	}
	in.Close()
	if c.steps < 2 {
		t.Errorf("%d steps", c.steps)
	}
	if text := errs.String(); !strings.HasPrefix(text, "Executing <Task finished name='Task-1' coro=<main() done, defined at debug.py:2>") {
		t.Errorf("%q", text)
	}
}
