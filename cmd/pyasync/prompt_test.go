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

func TestPromptStatements(t *testing.T) {
	term := startPrompt(t)
	for _, line := range []string{
		"1 + 1", "_ * 21", "x = 'text'", "x", "None", "for i in range(2):", "print(i)", "", "1/0", "def f(:", "import sys",
		"sys.ps1 = '>>>' + ' '", "await asyncio.sleep(0, 'slept')", "async def g():", "yield 5", "", "async for y in g():", "print(y)", "",
		"async with asyncio.timeout(5): z = 3", "", "z; _", "def h():", "return nosuch", "", "h()", "sys.displayhook = print", "6",
	} {
		term.Enter(line)
	}
	term.Send("exit(3)")
	if code := term.Exit(); code != 3 {
		t.Errorf("exit status %d", code)
	}
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
	term.Enter("async def tick():")
	term.Enter("for n in range(3):")
	term.Enter("await go.wait(); go.clear(); print('tick', n)")
	term.Enter("")
	term.Enter("go = asyncio.Event(); task = asyncio.create_task(tick())")
	term.Enter("def later(): asyncio.get_running_loop().call_later(0.05, go.set)")
	term.Enter("")
	term.Enter("later()")
	term.Type("half a line")
	term.Shows("tick 0")
	term.Until("the line below the output", func(s *ptytest.Screen) bool { return s.Line() == ">>> half a line" && s.Col() == 15 })
	term.Type("\x15later()\r")
	term.Type("more")
	term.Shows("tick 1")
	term.Until("the line below the output", func(s *ptytest.Screen) bool { return s.Line() == ">>> more" })
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
	term.Enter("def dots(n):")
	term.Enter("print('.', end='', flush=True)")
	term.Enter("n and asyncio.get_running_loop().call_later(0.02, dots, n - 1)")
	term.Enter("")
	term.Enter("asyncio.get_running_loop().call_later(0.02, dots, 4) and None")
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
	term.Enter("other = asyncio.create_task(asyncio.sleep(3600, 'survived'))")
	term.Enter("async def wait():")
	term.Enter("print('waiting'); await asyncio.sleep(3600)")
	term.Enter("")
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
	term.Enter("asyncio.run(asyncio.sleep(0, 'ran'))")
	term.Enter("other.done()")
	term.Type("\x04")
	if code := term.Exit(); code != 0 {
		t.Errorf("exit status %d", code)
	}
	text := session(term)
	for _, want := range []string{
		">>> await wait()\nwaiting\n^C\nTraceback (most recent call last):\n  File \"<python-input-2>\", line 1, in <module>\n    await wait()\n" +
			"  File \"<python-input-1>\", line 2, in wait\n    print('waiting'); await asyncio.sleep(3600)\n                      ^^^^^^^^^^^^^^^^^^^^^^^^^\nKeyboardInterrupt\n",
		"while True: pass\n",
		">>> asyncio.run(asyncio.sleep(0, 'ran'))\n'ran'\n>>> other.done()\nFalse\n>>>",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the session lacks\n%s\nit is\n%s", want, text)
		}
	}
}

func TestPromptStubbornTask(t *testing.T) {
	term := startPrompt(t)
	term.Enter("async def spin():")
	term.Enter("print('spinning')")
	term.Enter("while True: pass")
	term.Enter("")
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

func TestPromptPaste(t *testing.T) {
	const block = "async def a():\n    x = 1\n\n    return x\n\n\nclass C:\n    def m(self):\n\n        return 2\n\nprint(await a(), C().m())\n"
	const shown = `>>> async def a():
...     x = 1
...
...     return x
...
...
... class C:
...     def m(self):
...
...         return 2
...
... print(await a(), C().m())
1 2
>>>`
	term := startPrompt(t)
	term.Type("\x1b[200~" + strings.ReplaceAll(block, "\n", "\r") + "\x1b[201~")
	term.Shows("\n1 2\n>>>")
	checkSession(t, term, shown)
	term.Type("\x1b[200~def f():\n\treturn 7\x1b[201~")
	term.Shows("return 7")
	term.Enter("")
	term.Enter("")
	term.Enter("f()")
	term.Shows("\n7\n")
	term.Type("\x1b[200~>>> y = 5\n>>> y + 1\n6\n\x1b[201~")
	term.ShowsTimes("\n6\n>>>", 1)
}

func TestPromptPasteWithoutBrackets(t *testing.T) {
	term := startPrompt(t)
	term.Type("def f(n):\r    if n:\r\r        return 'yes'\r\r    return 'no'\r\rf(1), f(0)\r")
	term.Shows("('yes', 'no')\n>>>")
}

func TestPromptEditing(t *testing.T) {
	term := startPrompt(t)
	term.Type("pritn(12)\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1b[D\x1b[3~\x1b[Ctq\x7f\x05")
	term.Shows(">>> print(12)")
	term.Enter("")
	term.Shows("\n12\n")
	for _, line := range []string{"def f():", "x = 1", "if x:", "pass", "return x", ""} {
		term.Enter(line)
	}
	term.Shows("...     x = 1\n...     if x:\n...         pass\n...     return x\n...\n>>>")
	term.Type("if 1:\r")
	term.Prompt("...")
	term.Type("\x7fx") // one level back
	term.Until("an empty line with x", func(s *ptytest.Screen) bool { return s.Line() == "... x" })
	term.Type("\x03")
	term.Prompt(">>>")
	term.Type("\tq\x14\x14\x14z\x00\x1c\x1f\x1b[9;9~\x1bOzw")
	term.Until("a line with an indent", func(s *ptytest.Screen) bool { return s.Line() == ">>>     qzw" })
	term.Type("\x01\x0b\x19\x1bb\x1bf\x1bd\x17\x15\x0c")
	term.Prompt(">>>")
	term.Enter("'wide: \u4e2d\u6587 ü'")
}

func TestPromptCompletion(t *testing.T) {
	term := startPrompt(t)
	term.Type("asyncio.create_ta\t")
	term.Shows(">>> asyncio.create_task")
	term.Type("\x15async\t")
	term.Until("asyncio or async", func(s *ptytest.Screen) bool { return s.Line() == ">>> async" })
	term.Type("\t")
	term.Shows("async    asyncio\n>>> async")
	term.Type("\x15")
	term.Enter("class P: boom = property(lambda self: print('ran')); near = 1")
	term.Enter("")
	term.Enter("p = P()")
	term.Type("p.boom.\t\x15p.bo\t")
	term.Until("boom", func(s *ptytest.Screen) bool { return s.Line() == ">>> p.boom" })
	term.Type("\x15:tas\t\r")
	term.Shows("no tasks")
	if strings.Contains(term.Text(), "\nran") {
		t.Error("completion ran a property")
	}
}

func TestPromptHistory(t *testing.T) {
	home := t.TempDir()
	file := filepath.Join(home, "lines")
	start := func() *ptytest.Terminal {
		cmd := promptCommand(home)
		cmd.Env = append(cmd.Env, "PYTHON_HISTORY="+file)
		term := ptytest.Start(t, cmd)
		term.Prompt(">>>")
		return term
	}
	term := start()
	for _, line := range []string{"first = 1", "second = 'needle'", "third = 3"} {
		term.Enter(line)
	}
	term.Type("\x1b[A\x1b[A")
	term.Until("the second line", func(s *ptytest.Screen) bool { return s.Line() == ">>> second = 'needle'" })
	term.Type("\x1b[B\x1b[B")
	term.Prompt(">>>")
	term.Type("\x04")
	term.Exit()
	term = start()
	term.Type("draft\x1b[A")
	term.Until("the last line of the run before", func(s *ptytest.Screen) bool { return s.Line() == ">>> third = 3" })
	term.Type("\x1b[B")
	term.Until("the draft", func(s *ptytest.Screen) bool { return s.Line() == ">>> draft" })
	term.Type("\x15\x12need")
	term.Shows("(reverse-i-search)`need': second = 'needle'")
	term.Type("\r")
	term.Prompt(">>>")
	term.Shows(">>> second = 'needle'\n>>>")
	term.Type("\x12zzz")
	term.Shows("(failed reverse-i-search)`zzz'")
	term.Type("\x03")
	term.Prompt(">>>")
	term.Type("\x12fir\x07")
	term.Prompt(">>>")
	term.Type("\x12d =\x12\x12\x05 + 0")
	term.Until("an edited line of the history", func(s *ptytest.Screen) bool { return strings.HasSuffix(s.Line(), " + 0") })
	term.Type("\x15\x04")
	term.Exit()
	text, err := os.ReadFile(file)
	if err != nil || string(text) != "first = 1\nsecond = 'needle'\nthird = 3\nsecond = 'needle'\n" {
		t.Errorf("history %q %v", text, err)
	}
}

func TestPromptCommands(t *testing.T) {
	term := startPrompt(t)
	for _, line := range []string{
		"lock = asyncio.Lock()", "_ = await lock.acquire()",
		"inner = asyncio.create_task(lock.acquire(), name='inner')",
		"async def outer(): await asyncio.gather(inner, asyncio.sleep(3600))", "",
		"task = asyncio.create_task(outer(), name='outer')", ":tasks", ":tree", ":where outer", ":cancel 2", "task.cancelled()", ":tasks",
		":time await asyncio.sleep(0.01, 'x')", ":nosuch", ":cancel", ":cancel 99", ":help", ":", ":where", ":load", ":load nosuch.py", ":cancel all",
	} {
		term.Enter(line)
	}
	for _, want := range []string{
		"id  name", "waits for", "outer", "gather() of Task 'inner'", "├─ 1 inner Lock.acquire()", "line 1, in outer\n    async def outer()",
		"cancelled outer\n", "\nTrue\n", "'x'\ntook ", "no command :nosuch", "usage: :cancel N", "no task 99", ":load FILE", "can't open file 'nosuch.py'",
	} {
		if !strings.Contains(term.Text(), want) {
			t.Errorf("the session lacks %q:\n%s", want, session(term))
		}
	}
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
	if code := term.Exit(); code != 5 {
		t.Errorf("exit status %d", code)
	}
	if strings.Contains(term.Text(), "Type \"help\"") {
		t.Error("a banner after a program")
	}
}

func TestPromptResize(t *testing.T) {
	term := startPrompt(t)
	term.Resize(30, 10)
	term.Enter("import os")
	term.Enter("os.get_terminal_size()[0]")
	term.Shows("\n30\n")
	long := "'" + strings.Repeat("0123456789", 5) + "'"
	term.Type(long)
	term.Until("a line on two rows", func(s *ptytest.Screen) bool { return strings.HasSuffix(s.Text(), long[len(long)-10:]) })
	term.Resize(100, 20)
	term.Type("[:3]\r")
	term.Shows("'012'\n")
	term.Resize(1, 1)
	term.Type("1 + 1\r2\r")
	term.Resize(80, 24)
	term.Type("'4' * 20\r")
	term.Shows(strings.Repeat("4", 20))
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
			term.Enter("async def f():")
			term.Enter("try: await asyncio.sleep(3600)")
			term.Enter("finally: print('cleaned up')")
			term.Enter("")
			term.Enter("t = asyncio.create_task(f())")
			term.Type("\x04")
		}, 0, "\ncleaned up"},
		{"exit while typing", func(term *ptytest.Terminal) {
			for _, line := range []string{"async def f():", "try: await asyncio.sleep(3600)", "finally: await asyncio.sleep(0.01); print('cleaned up')", "",
				"t = asyncio.create_task(f())", "import sys; loop = asyncio.get_running_loop()", "_ = loop.call_later(0.1, sys.exit, 7)"} {
				term.Enter(line)
			}
			term.Type("half a li")
		}, 7, "\ncleaned up"},
		{"end of input", func(term *ptytest.Terminal) { term.Type("\x04") }, 0, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			term := startPrompt(t)
			c.run(term)
			if code := term.Exit(); code != c.code {
				t.Errorf("exit status %d", code)
			}
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

func TestPromptColors(t *testing.T) {
	cmd := promptCommand(t.TempDir())
	var env []string
	for _, e := range cmd.Env {
		if e != "NO_COLOR=1" {
			env = append(env, e)
		}
	}
	cmd.Env = env
	term := ptytest.Start(t, cmd)
	term.Prompt(">>>")
	term.Enter("1/0")
	if raw := term.Raw(); !strings.Contains(raw, "\x1b[1;35m>>> \x1b[0m") || !strings.Contains(raw, "\x1b[1;35mZeroDivisionError\x1b[0m") {
		t.Errorf("%q", raw)
	}
	plain := startPrompt(t)
	plain.Enter("1/0")
	if raw := plain.Raw(); strings.Contains(raw, "m>>>") || strings.Contains(raw, "mZeroDivisionError") {
		t.Errorf("%q", raw)
	}
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
	term.Enter("async def bad(): 1/0")
	term.Enter("")
	term.Enter("_ = asyncio.create_task(bad()); del _")
	term.Shows("Task exception was never retrieved")
	term.Shows("ZeroDivisionError: division by zero\n>>>")
	term.Enter("import threading, logging")
	term.Enter("def f(): go.wait(); print('from a thread'); logging.error('logged')")
	term.Enter("")
	term.Enter("go = threading.Event(); threading.Thread(target=f).start()")
	term.Enter("_ = asyncio.get_running_loop().call_later(0.02, go.set)")
	term.Type("typing")
	term.Shows("from a thread\nERROR:root:logged\n>>> typing")
}

func TestPromptLoops(t *testing.T) {
	term := startPrompt(t)
	for _, line := range []string{
		"async def name(): return asyncio.current_task().get_name()", "",
		"import contextvars; v = contextvars.ContextVar('v', default=0)", "_ = v.set(1)", "async def set_v(): v.set(2)", "", "await set_v()", "v.get()",
		"outer = asyncio.get_running_loop()", "asyncio.get_event_loop() is outer", "outer.run_until_complete(asyncio.sleep(0, 'inside'))",
		"loop = asyncio.new_event_loop()", "loop.run_until_complete(asyncio.sleep(0, 'beside'))", "loop.close()",
		"with asyncio.Runner() as r: print(r.run(asyncio.sleep(0, 'runner')))", "",
		"asyncio.get_running_loop() is outer, asyncio.all_tasks()",
		"async def wrong(): asyncio.run(asyncio.sleep(0))", "", "await wrong()",
		"outer.stop()", "'still here'",
	} {
		term.Enter(line)
	}
	for _, want := range []string{
		">>> v.get()\n2\n", "is outer\nTrue\n", "\n'inside'\n", "\n'beside'\n", "\nrunner\n", "(True, set())",
		"RuntimeError: asyncio.run() cannot be called from a running event loop", "\n'still here'\n",
	} {
		if !strings.Contains(term.Text(), want) {
			t.Errorf("the session lacks %q:\n%s", want, session(term))
		}
	}
}
