package pyasync

import (
	"bytes"
	"strings"
	"testing"

	"pyasync/object"
)

// brokenMethod is a builtin function with a bug.
var brokenMethod = &object.Method{Name: "broken", F0: func(th *object.Thread, self object.Value) object.Value {
	var none []int
	return object.Int(int64(none[th.Depth]))
}}

// TestBugsAreSystemErrors: a bug of the interpreter ends what runs into it with SystemError, and nothing else.
func TestBugsAreSystemErrors(t *testing.T) {
	var out bytes.Buffer
	in, err := New(Options{Stdout: &out, Stderr: &out})
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	in.main.Set("broken", object.NewBuiltin(brokenMethod, object.Value{}, ""))
	err = in.Exec(bugProgram, "bug.py")
	if err != nil {
		t.Fatal(err)
	}
	if got := out.String(); got != bugOutput {
		t.Errorf("got:\n%s\nwant:\n%s", got, bugOutput)
	}
	if _, err = in.Call("calls", 3); err == nil || !strings.Contains(err.Error(), "please report it") {
		t.Errorf("Call returned %v", err)
	}
	if r, err := in.Call("fine"); err != nil || r != int64(7) {
		t.Errorf("after a bug, a call returns %v, %v", r, err)
	}
}

const bugProgram = `
import asyncio, threading, traceback
def calls(n):
    x = [n]
    return calls(n - 1) + 1 if n else broken()
def fine():
    return 7
def gen():
    yield calls(1)
def names(e):
    return [f.name for f in traceback.extract_tb(e.__traceback__)]
try:
    exec("next(gen())")
except SystemError as e:
    print(names(e), "index out of range" in str(e), "please report it" in str(e))
async def other():
    try:
        await asyncio.sleep(0.01)
    finally:
        print("other is done")
async def leaf():
    await asyncio.sleep(0)
    calls(0)
async def middle():
    await leaf()
async def main():
    task = asyncio.create_task(other())
    try:
        await asyncio.create_task(middle())
    except SystemError as e:
        print("awaited", names(e))
    await task
    await middle()
try:
    asyncio.run(main())
except SystemError as e:
    print("main", names(e))
asyncio.run(other())
def hook(args):
    print("thread", args.exc_type.__name__)
threading.excepthook = hook
t = threading.Thread(target=calls, args=(2,))
t.start()
t.join()
print(fine())
`

const bugOutput = `['<module>', '<module>', 'gen', 'calls', 'calls'] True True
awaited ['main', 'middle', 'leaf', 'calls']
other is done
main ['<module>', 'main', 'middle', 'leaf', 'calls']
other is done
thread SystemError
7
`
