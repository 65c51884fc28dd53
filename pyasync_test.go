// The interpreter as an embedding program uses it.
package pyasync_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/pprof"
	"strings"
	"sync"
	"testing"
	"time"

	"pyasync"
)

// Example embeds an interpreter: define a coroutine function, run it, call a function from Go.
func Example() {
	in, err := pyasync.New(pyasync.Options{Stdout: os.Stdout})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer in.Close()
	err = in.Exec(`
import asyncio

async def greet(name):
    await asyncio.sleep(0)
    print("hello,", name)

def run(name):
    asyncio.run(greet(name))
    return len(name)
`, "greet.py")
	if err != nil {
		fmt.Println(err)
		return
	}
	n, err := in.Call("run", "gopher")
	fmt.Println(n, err)
	// Output:
	// hello, gopher
	// 6 <nil>
}

// TestInterpretersAreSeparate runs interpreters side by side; with -race it shows that they share nothing mutable.
func TestInterpretersAreSeparate(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var out bytes.Buffer
			in, err := pyasync.New(pyasync.Options{Stdout: &out})
			if err != nil {
				t.Error(err)
				return
			}
			err = in.Exec(fmt.Sprintf(`
import asyncio, collections, enum, json, re
counter = %d
class Base: pass
class Color(enum.Enum):
    RED = counter
async def work(n):
    global counter
    await asyncio.sleep(0)
    counter += n
    return json.dumps({"n": re.sub("x", str(n), "axb")})
async def main():
    print(await asyncio.gather(*(work(i) for i in range(5))), counter, Color.RED, len(Base.__subclasses__()))
asyncio.run(main())
`, i*100), "main.py")
			if err != nil {
				t.Error(err)
			}
			in.Close()
			if !strings.Contains(out.String(), fmt.Sprintf(" %d Color.RED 0", i*100+10)) {
				t.Errorf("interpreter %d printed %q", i, out.String())
			}
		}()
	}
	wg.Wait()
}

// TestNoFiles checks that an interpreter without the capability cannot reach files.
func TestNoFiles(t *testing.T) {
	in, err := pyasync.New(pyasync.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	name := filepath.Join(t.TempDir(), "f")
	if err := in.Exec(fmt.Sprintf("open(%q, 'w')", name), "x.py"); err == nil {
		t.Error("open() worked without Files")
	}
	if _, err := os.Stat(name); err == nil {
		t.Error("the file was made")
	}
}

// TestStartupImportsLittle checks that a trivial asyncio program runs no module written in Python: each costs more than
// all the rest of the start.
func TestStartupImportsLittle(t *testing.T) {
	var out bytes.Buffer
	in, err := pyasync.New(pyasync.Options{Stdout: &out})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	err = in.Exec(`
import asyncio, sys
async def main():
    await asyncio.sleep(0)
asyncio.run(main())
print([name for name in sys.modules if name in ("enum", "functools", "types", "collections", "re", "os", "logging", "traceback")])
`, "main.py")
	if err != nil || out.String() != "[]\n" {
		t.Errorf("imported %s (%v)", out.String(), err)
	}
}

// TestNoGoroutineLeft checks that a finished program leaves no goroutine behind.
func TestNoGoroutineLeft(t *testing.T) {
	before := runtime.NumGoroutine()
	in, err := pyasync.New(pyasync.Options{})
	if err != nil {
		t.Fatal(err)
	}
	err = in.Exec(`
import asyncio
async def gen():
    try:
        yield 1
    finally:
        pass
async def main():
    async for x in gen():
        break
    await asyncio.gather(*(asyncio.sleep(0.001) for _ in range(100)))
    await asyncio.to_thread(sum, [1, 2])
asyncio.run(main())
`, "main.py")
	if err != nil {
		t.Fatal(err)
	}
	in.Close()
	for range 100 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	var stacks bytes.Buffer
	pprof.Lookup("goroutine").WriteTo(&stacks, 1)
	t.Errorf("%d goroutines before, %d after:\n%s", before, runtime.NumGoroutine(), stacks.String())
}

// FuzzEval runs arbitrary programs: whatever they do, the interpreter must not panic.
func FuzzEval(f *testing.F) {
	for _, area := range []string{"syntax", "classes", "generators", "match", "exceptions", "comprehensions", "str", "int", "asyncgen"} {
		files, _ := filepath.Glob("testdata/" + area + "/*.py")
		for _, name := range files {
			if src, err := os.ReadFile(name); err == nil && len(src) < 3000 {
				f.Add(string(src))
			}
		}
	}
	f.Fuzz(func(t *testing.T, src string) {
		var out bytes.Buffer
		in, err := pyasync.New(pyasync.Options{Stdout: &out, Stderr: &out})
		if err != nil {
			t.Fatal(err)
		}
		stop := time.AfterFunc(2*time.Second, in.Interrupt)
		err = in.Exec(src, "fuzz.py")
		stop.Stop()
		if err != nil && strings.Contains(err.Error(), "SystemError") {
			t.Errorf("internal error: %v", err)
		}
		in.Close()
	})
}
