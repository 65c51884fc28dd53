// The prompt in a pseudo-terminal.
package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"pyasync/internal/ptytest"
)

// promptCommand is the command in an environment of its own.
func promptCommand(home string, args ...string) *exec.Cmd {
	cmd := exec.Command(pyasync.Command[0], args...)
	cmd.Dir = home
	cmd.Env = append([]string{"HOME=" + home, "TERM=xterm", "NO_COLOR=1", "PATH=" + os.Getenv("PATH")}, pyasync.Env...)
	return cmd
}

// startPrompt starts the command and waits for the first prompt.
func startPrompt(t *testing.T, args ...string) *ptytest.Terminal {
	t.Helper()
	t.Parallel()
	term := ptytest.Start(t, promptCommand(t.TempDir(), args...))
	term.Prompt(">>>")
	return term
}

// session is what the screen shows after the banner.
func session(term *ptytest.Terminal) string {
	_, text, _ := strings.Cut(term.Text(), ">>> import asyncio\n")
	return text
}

func checkSession(t *testing.T, term *ptytest.Terminal, want string) {
	t.Helper()
	if got := session(term); got != strings.TrimSpace(want) {
		t.Errorf("the session is\n%s\nwant\n%s", got, want)
	}
}

// checkShown checks that the session has each of some texts in it.
func checkShown(t *testing.T, term *ptytest.Terminal, texts ...string) {
	t.Helper()
	for _, want := range texts {
		if !strings.Contains(term.Text(), want) {
			t.Errorf("the session lacks\n%s\nit is\n%s", want, session(term))
		}
	}
}

func checkExit(t *testing.T, term *ptytest.Terminal, want int) {
	t.Helper()
	if code := term.Exit(); code != want {
		t.Errorf("exit status %d, want %d", code, want)
	}
}

func TestPromptStatements(t *testing.T) {
	term := startPrompt(t)
	term.Enter(
		"1 + 1", "_ * 21", "x = 'text'", "x", "None", "for i in range(2):", "print(i)", "", "1/0", "def f(:", "import sys",
		"sys.ps1 = '>>>' + ' '", "await asyncio.sleep(0, 'slept')", "async def g():", "yield 5", "", "async for y in g():", "print(y)", "",
		"async with asyncio.timeout(5): z = 3", "", "z; _", "def h():", "return nosuch", "", "h()", "sys.displayhook = print", "6",
	)
	term.Send("exit(3)")
	checkExit(t, term, 3)
	checkSession(t, term, `
>>> 1 + 1
2
>>> _ * 21
42
>>> x = 'text'
>>> x
'text'
>>> None
>>> for i in range(2):
...     print(i)
...
0
1
>>> 1/0
Traceback (most recent call last):
  File "<python-input-6>", line 1, in <module>
    1/0
    ~^~
ZeroDivisionError: division by zero
>>> def f(:
  File "<python-input-7>", line 1
    def f(:
          ^
SyntaxError: invalid syntax
>>> import sys
>>> sys.ps1 = '>>>' + ' '
>>> await asyncio.sleep(0, 'slept')
'slept'
>>> async def g():
...     yield 5
...
>>> async for y in g():
...     print(y)
...
5
>>> async with asyncio.timeout(5): z = 3
...
>>> z; _
3
3
>>> def h():
...     return nosuch
...
>>> h()
Traceback (most recent call last):
  File "<python-input-16>", line 1, in <module>
    h()
    ~^^
  File "<python-input-15>", line 2, in h
    return nosuch
           ^^^^^^
NameError: name 'nosuch' is not defined
>>> sys.displayhook = print
>>> 6
6
>>> exit(3)`)
}

func TestPromptBackground(t *testing.T) {
	term := startPrompt(t)
	term.Enter("async def tick():", "for n in range(3):", "await go.wait(); go.clear(); print('tick', n)", "",
		"go = asyncio.Event(); task = asyncio.create_task(tick())",
		"def later(): asyncio.get_running_loop().call_later(0.05, go.set)", "", "later()")
	term.Type("half a line")
	term.Shows("tick 0")
	term.Until("the line below the output", func(s *ptytest.Screen) bool { return s.Line() == ">>> half a line" && s.Col() == 15 })
	term.Type("\x15later()\r")
	term.Type("more")
	term.Shows("tick 1")
	term.ShowsLine(">>> more")
	term.Type("\x15")
	term.Enter("later()")
	term.Shows("tick 2")
	term.Prompt(">>>")
	term.Enter("task.done()")
	checkSession(t, term, `
>>> async def tick():
...     for n in range(3):
...         await go.wait(); go.clear(); print('tick', n)
...
>>> go = asyncio.Event(); task = asyncio.create_task(tick())
>>> def later(): asyncio.get_running_loop().call_later(0.05, go.set)
...
>>> later()
tick 0
>>> later()
tick 1
>>> later()
tick 2
>>> task.done()
True
>>>`)
}

func TestPromptPartialOutput(t *testing.T) {
	term := startPrompt(t)
	term.Enter("def dots(n):", "print('.', end='', flush=True)",
		"n and asyncio.get_running_loop().call_later(0.02, dots, n - 1)", "",
		"asyncio.get_running_loop().call_later(0.02, dots, 4) and None")
	term.Type("abc")
	term.Shows("\n.....\n>>> abc")
	term.Type("\x15")
	term.Enter("print('no newline', end='')")
	if !strings.HasSuffix(term.Text(), "\nno newline\n>>>") {
		t.Errorf("%s", term.Text())
	}
}

func TestPromptInterrupts(t *testing.T) {
	term := startPrompt(t)
	term.Type("something")
	term.Shows(">>> something")
	term.Type("\x03")
	term.Shows("KeyboardInterrupt\n>>>")
	term.Signal(syscall.SIGINT) // from elsewhere
	term.ShowsTimes("KeyboardInterrupt\n>>>", 2)
	term.Enter("if True:")
	term.Type("\x03")
	term.ShowsTimes("KeyboardInterrupt\n>>>", 3)
	term.Enter("other = asyncio.create_task(asyncio.sleep(3600, 'survived'))", "async def wait():",
		"print('waiting'); await asyncio.sleep(3600)", "")
	term.Send("await wait()")
	term.Shows("\nwaiting")
	term.Type("\x03")
	term.ShowsTimes("KeyboardInterrupt\n>>>", 4)
	term.Type("print('spinning')\x1b[200~\nwhile True: pass\n\n\x1b[201~")
	term.Shows("\nspinning")
	term.Type("\x03")
	term.ShowsTimes("KeyboardInterrupt\n>>>", 5)
	term.Enter("other.done()")
	term.Send("asyncio.run(wait())")
	term.ShowsTimes("\nwaiting", 2)
	term.Type("\x03")
	term.ShowsTimes("KeyboardInterrupt\n>>>", 6)
	term.Enter("asyncio.run(asyncio.sleep(0, 'ran'))", "other.done()")
	term.Type("\x04")
	checkExit(t, term, 0)
	checkShown(t, term,
		">>> await wait()\nwaiting\n^C\nTraceback (most recent call last):\n  File \"<python-input-2>\", line 1, in <module>\n    await wait()\n"+
			"  File \"<python-input-1>\", line 2, in wait\n    print('waiting'); await asyncio.sleep(3600)\n                      ^^^^^^^^^^^^^^^^^^^^^^^^^\nKeyboardInterrupt\n",
		"while True: pass\n",
		">>> asyncio.run(asyncio.sleep(0, 'ran'))\n'ran'\n>>> other.done()\nFalse\n>>>",
	)
}

func TestPromptStubbornTask(t *testing.T) {
	term := startPrompt(t)
	term.Enter("async def spin():", "print('spinning')", "while True: pass", "")
	term.Send("t = asyncio.create_task(spin())")
	term.Shows("\nspinning")
	term.Prompt(">>>")
	term.Type("\x03") // ends the line only
	term.Until("the end of the line", func(s *ptytest.Screen) bool { return !s.Modes["?2004"] })
	term.Type("\x03")
	term.Shows("KeyboardInterrupt\n")
	term.Prompt(">>>")
	term.Enter("1 + 1")
	term.Shows("\n2\n")
}

func TestPromptCommands(t *testing.T) {
	term := startPrompt(t)
	term.Enter(
		"lock = asyncio.Lock()", "_ = await lock.acquire()",
		"inner = asyncio.create_task(lock.acquire(), name='inner')",
		"async def outer(): await asyncio.gather(inner, asyncio.sleep(3600))", "",
		"task = asyncio.create_task(outer(), name='outer')", ":tasks", ":tree", ":where outer", ":cancel 2", "task.cancelled()", ":tasks",
		":time await asyncio.sleep(0.01, 'x')", ":nosuch", ":cancel", ":cancel 99", ":help", ":", ":where", ":load", ":load nosuch.py", ":cancel all",
	)
	checkShown(t, term,
		"id  name", "waits for", "outer", "gather() of Task 'inner'", "├─ 1 inner Lock.acquire()", "line 1, in outer\n    async def outer()",
		"cancelled outer\n", "\nTrue\n", "'x'\ntook ", "no command :nosuch", "usage: :cancel N", "no task 99", ":load FILE", "can't open file 'nosuch.py'",
	)
}

func TestPromptLoadAndStartup(t *testing.T) {
	home := t.TempDir()
	write(t, home, "start.py", "started = 'from the startup file'\nimport sys\nsys.ps1 = 'in: '\n")
	write(t, home, "script.py", "import asyncio\nvalue = await asyncio.sleep(0, 'awaited')\nprint(__name__, value)\n")
	cmd := promptCommand(home, "-q")
	cmd.Env = append(cmd.Env, "PYTHONSTARTUP="+filepath.Join(home, "start.py"))
	term := ptytest.Start(t, cmd)
	term.Prompt("in:")
	term.Send("started")
	term.Shows("'from the startup file'\nin:")
	term.Send(":load script.py")
	term.Shows("__main__ awaited\nin:")
	term.Send("value")
	term.Shows("'awaited'\nin:")
	term.Type("\x04")
	term.Exit()
}

func TestPromptAfterProgram(t *testing.T) {
	home := t.TempDir()
	write(t, home, "script.py", "import sys\nname = sys.argv[1]\nraise SystemExit(name)\n")
	term := ptytest.Start(t, promptCommand(home, "-i", "script.py", "arg"))
	term.Prompt(">>>")
	term.Shows("SystemExit: arg\n>>>")
	term.Enter("name")
	term.Shows("'arg'")
	term.Send("raise SystemExit(5)")
	checkExit(t, term, 5)
	if strings.Contains(term.Text(), "Type \"help\"") {
		t.Error("a banner after a program")
	}
}

func TestPromptExits(t *testing.T) {
	for _, c := range []struct {
		name string
		run  func(term *ptytest.Terminal)
		code int
		text string
	}{
		{"quit", func(term *ptytest.Terminal) { term.Send("quit") }, 0, ""},
		{"exit", func(term *ptytest.Terminal) { term.Send("exit") }, 0, ""},
		{"text", func(term *ptytest.Terminal) { term.Send("import sys; sys.exit('bye')") }, 1, "\nbye"},
		{"awaiting", func(term *ptytest.Terminal) { term.Send("await asyncio.sleep(0); raise SystemExit(4)") }, 4, ""},
		{"callback", func(term *ptytest.Terminal) {
			term.Enter("import sys; loop = asyncio.get_running_loop()")
			term.Send("_ = loop.call_later(0.05, sys.exit, 6)")
		}, 6, ""},
		{"cancelled", func(term *ptytest.Terminal) {
			term.Enter("async def f():", "try: await asyncio.sleep(3600)", "finally: print('cleaned up')", "",
				"t = asyncio.create_task(f())")
			term.Type("\x04")
		}, 0, "\ncleaned up"},
		{"exit while typing", func(term *ptytest.Terminal) {
			term.Enter("async def f():", "try: await asyncio.sleep(3600)", "finally: await asyncio.sleep(0.01); print('cleaned up')", "",
				"t = asyncio.create_task(f())", "import sys; loop = asyncio.get_running_loop()", "_ = loop.call_later(0.1, sys.exit, 7)")
			term.Type("half a li")
		}, 7, "\ncleaned up"},
		{"end of input", func(term *ptytest.Terminal) { term.Type("\x04") }, 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			term := startPrompt(t)
			c.run(term)
			checkExit(t, term, c.code)
			if !strings.HasSuffix(term.Text(), c.text) {
				t.Errorf("the session is\n%s", session(term))
			}
		})
	}
}

func TestPromptInput(t *testing.T) {
	term := startPrompt(t)
	term.Send("name = input('your name: ')")
	term.Prompt("your name:")
	term.Send("Bob")
	term.Prompt(">>>")
	term.Enter("name")
	term.Shows("\n'Bob'\n")
	term.Type("input()\rahead\r")
	term.Shows("\n'ahead'\n")
	term.Send("input('again: ')")
	term.Prompt("again:")
	term.Type("\x03")
	term.Shows("KeyboardInterrupt\n>>>")
	term.Send("input('last: ')")
	term.Prompt("last:")
	term.Type("\x04")
	term.Shows("EOFError")
}

func TestPromptFromPipe(t *testing.T) {
	cmd := promptCommand(t.TempDir(), "-i")
	cmd.Stdin = strings.NewReader("x = 5\nx\nfor i in range(2):\n    print(i)\n\ndef f():\n    1/0\n\nf()\nif\nawait asyncio.sleep(0, 7)\nexit(3)\n")
	var out, errs strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &errs
	cmd.Run()
	if cmd.ProcessState.ExitCode() != 3 || out.String() != "5\n0\n1\n7\n" {
		t.Errorf("%d %q", cmd.ProcessState.ExitCode(), out.String())
	}
	_, text, _ := strings.Cut(errs.String(), ">>> ")
	const want = `>>> >>> ... ... >>> ... ... >>> Traceback (most recent call last):
  File "<stdin>", line 1, in <module>
    f()
    ~^^
  File "<stdin>", line 2, in f
    1/0
    ~^~
ZeroDivisionError: division by zero
>>>   File "<stdin>", line 1
    if
      ^
SyntaxError: invalid syntax
>>> >>> `
	if text != want {
		t.Errorf("%s\nwant\n%s", text, want)
	}
}

func TestPromptHangup(t *testing.T) {
	term := startPrompt(t)
	term.Type("half")
	term.Shows("half")
	term.Signal(syscall.SIGHUP)
	term.Exit()
}

// BenchmarkPromptReady measures how long it takes until a prompt is there, beside CPython's asyncio prompt if
// python3.13 is at hand: go test ./cmd/pyasync -run '^$' -bench PromptReady
func BenchmarkPromptReady(b *testing.B) {
	home := b.TempDir()
	ready := func(cmd *exec.Cmd) time.Duration {
		begin := time.Now()
		took, err := ptytest.UntilPrompt(cmd, ">>> import asyncio", ">>> ")
		if err != nil {
			b.Skip(err)
		}
		return took.Sub(begin)
	}
	python, err := exec.LookPath("python3.13")
	var ours, theirs time.Duration
	for b.Loop() {
		ours += ready(promptCommand(home))
		if err == nil {
			cmd := exec.Command(python, "-m", "asyncio")
			cmd.Env = append(promptCommand(home).Env, "LC_ALL=C.UTF-8")
			theirs += ready(cmd)
		}
	}
	b.ReportMetric(float64(ours.Milliseconds())/float64(b.N), "ms/pyasync")
	if theirs > 0 {
		b.ReportMetric(float64(theirs.Milliseconds())/float64(b.N), "ms/cpython")
		b.ReportMetric(float64(ours)/float64(theirs), "ratio")
	}
}

func TestPromptReportsFailures(t *testing.T) {
	term := startPrompt(t)
	term.Enter("async def bad(): 1/0", "", "_ = asyncio.create_task(bad()); del _")
	term.Shows("Task exception was never retrieved")
	term.Shows("ZeroDivisionError: division by zero\n>>>")
	term.Enter("import threading, logging", "def f(): go.wait(); print('from a thread'); logging.error('logged')", "",
		"go = threading.Event(); threading.Thread(target=f).start()",
		"_ = asyncio.get_running_loop().call_later(0.02, go.set)")
	term.Type("typing")
	term.Shows("from a thread\nERROR:root:logged\n>>> typing")
}

func TestPromptLoops(t *testing.T) {
	term := startPrompt(t)
	term.Enter(
		"async def name(): return asyncio.current_task().get_name()", "",
		"import contextvars; v = contextvars.ContextVar('v', default=0)", "_ = v.set(1)", "async def set_v(): v.set(2)", "", "await set_v()", "v.get()",
		"outer = asyncio.get_running_loop()", "asyncio.get_event_loop() is outer", "outer.run_until_complete(asyncio.sleep(0, 'inside'))",
		"loop = asyncio.new_event_loop()", "loop.run_until_complete(asyncio.sleep(0, 'beside'))", "loop.close()",
		"with asyncio.Runner() as r: print(r.run(asyncio.sleep(0, 'runner')))", "",
		"asyncio.get_running_loop() is outer, asyncio.all_tasks()",
		"async def wrong(): asyncio.run(asyncio.sleep(0))", "", "await wrong()",
		"outer.stop()", "'still here'",
	)
	checkShown(t, term,
		">>> v.get()\n2\n", "is outer\nTrue\n", "\n'inside'\n", "\n'beside'\n", "\nrunner\n", "(True, set())",
		"RuntimeError: asyncio.run() cannot be called from a running event loop", "\n'still here'\n",
	)
}

// python -m asyncio is CPython's prompt that takes await.
func TestPromptAsModule(t *testing.T) {
	cmd := promptCommand(t.TempDir(), "-m", "asyncio")
	cmd.Stdin = strings.NewReader("await asyncio.sleep(0, 5)\nasync def f(): return 3\n\nawait f()\n")
	out, err := cmd.Output()
	if err != nil || string(out) != "5\n3\n" {
		t.Errorf("it printed %q (%v)", out, err)
	}
}
