// The prompt in a pseudo-terminal: editing, pasting, completing lines, their history, other sizes of the screen.
package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pyasync/internal/ptytest"
)

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
	term.Enter("", "", "f()")
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
	term.Enter("def f():", "x = 1", "if x:", "pass", "return x", "")
	term.Shows("...     x = 1\n...     if x:\n...         pass\n...     return x\n...\n>>>")
	term.Type("if 1:\r")
	term.Prompt("...")
	term.Type("\x7fx") // one level back
	term.ShowsLine("... x")
	term.Type("\x03")
	term.Prompt(">>>")
	term.Type("\tq\x14\x14\x14z\x00\x1c\x1f\x1b[9;9~\x1bOzw")
	term.ShowsLine(">>>     qzw")
	term.Type("\x01\x0b\x19\x1bb\x1bf\x1bd\x17\x15\x0c")
	term.Prompt(">>>")
	term.Enter("'wide: \u4e2d\u6587 ü'")
}

func TestPromptCompletion(t *testing.T) {
	term := startPrompt(t)
	term.Type("asyncio.create_ta\t")
	term.Shows(">>> asyncio.create_task")
	term.Type("\x15async\t")
	term.ShowsLine(">>> async")
	term.Type("\t")
	term.Shows("async    asyncio\n>>> async")
	term.Type("\x15")
	term.Enter("class P: boom = property(lambda self: print('ran')); near = 1", "", "p = P()")
	term.Type("p.boom.\t\x15p.bo\t")
	term.ShowsLine(">>> p.boom")
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
	term.Enter("first = 1", "second = 'needle'", "third = 3")
	term.Type("\x1b[A\x1b[A")
	term.ShowsLine(">>> second = 'needle'")
	term.Type("\x1b[B\x1b[B")
	term.Prompt(">>>")
	term.Type("\x04")
	term.Exit()
	term = start()
	term.Type("draft\x1b[A")
	term.ShowsLine(">>> third = 3")
	term.Type("\x1b[B")
	term.ShowsLine(">>> draft")
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

func TestPromptResize(t *testing.T) {
	term := startPrompt(t)
	term.Resize(30, 10)
	term.Enter("import os", "os.get_terminal_size()[0]")
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
