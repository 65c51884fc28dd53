// Deadlocks as an embedding program sees them.
package pyasync_test

import (
	"errors"
	"strings"
	"testing"

	py "pyasync"
)

// A deadlock is an error of its own kind, and the interpreter goes on after it.
func TestDeadlockError(t *testing.T) {
	var out, errs strings.Builder
	in, err := py.New(py.Options{Stdout: &out, Stderr: &errs})
	if err != nil {
		t.Fatal(err)
	}
	err = in.Exec(`import asyncio
async def wait(lock):
    async with lock:
        await asyncio.Event().wait()
async def main():
    lock = asyncio.Lock()
    await asyncio.gather(wait(lock), wait(lock))
print("before")
`, "stuck.py")
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		_, err = in.Eval("asyncio.run(main())")
		var d *py.DeadlockError
		if !errors.As(err, &d) {
			t.Fatalf("got %v", err)
		}
		if n := len(d.Picture.Tasks); n != 3 {
			t.Errorf("%d tasks", n)
		}
		last := d.Picture.Tasks[2]
		if w := last.Wait; last.State != "waiting" || w == nil || w.What != "Lock 'lock'" || w.Made.Line != 6 || w.Who[0] != "held by "+d.Picture.Tasks[1].Name {
			t.Errorf("%+v %+v", last, w)
		}
		if !strings.HasPrefix(d.Report(), "pyasync: deadlock: 3 tasks are waiting") || !strings.HasPrefix(err.Error(), "deadlock: 3 tasks") {
			t.Errorf("%v\n%s", err, d.Report())
		}
	}
	if x, err := in.Eval("asyncio.run(asyncio.sleep(0, 5))"); err != nil || x != int64(5) {
		t.Errorf("afterwards: %v, %v", x, err)
	}
	if status := in.Close(); status != 0 || out.String() != "before\n" || errs.String() != "" {
		t.Errorf("status %d, stdout %q, stderr %q", status, out.String(), errs.String())
	}
}

// A picture can be taken from any goroutine while the program runs.
func TestPicture(t *testing.T) {
	var out strings.Builder
	in, err := py.New(py.Options{Stdout: &out})
	if err != nil {
		t.Fatal(err)
	}
	found := make(chan bool)
	go func() {
		for {
			for _, task := range in.Picture().Tasks {
				if task.Name == "sleeper" && task.Wait != nil && strings.HasPrefix(task.Wait.What, "sleep()") {
					close(found)
					return
				}
			}
		}
	}()
	err = in.Exec(`import asyncio
async def main():
    task = asyncio.create_task(asyncio.sleep(3600), name="sleeper")
    for _ in range(1000):
        await asyncio.sleep(0.01)
        if enough:
            break
enough = False
asyncio.run(asyncio.wait_for(main(), 0.5))
`, "living.py")
	<-found
	var e *py.Error
	if !errors.As(err, &e) || e.Type != "TimeoutError" {
		t.Error(err)
	}
	in.Close()
}
