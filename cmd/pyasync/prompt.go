// The prompt: pyasync without arguments on a terminal, and -i.
package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"

	py "pyasync"
	"pyasync/prompt"
)

// banner greets at the prompt.
const banner = `pyasync ` + version + ` (Python ` + pythonVersion + `) on linux
Use "await" directly; asyncio.run() works, too. ":help" lists the commands for tasks.
Type "help", "copyright", "credits" or "license" for more information.
`

// wantsPrompt reports whether nothing was asked for but to type.
func wantsPrompt(c commandLine, stdin io.Reader) bool {
	return c.kind == fromStdin && (c.flags.Interactive > 0 || c.args == nil && terminal(stdin) != nil)
}

// terminal returns the terminal that a stream is, nil for anything else.
func terminal(stream any) *os.File {
	f, ok := stream.(*os.File)
	if !ok || f == nil {
		return nil
	}
	if _, err := unix.IoctlGetTermios(int(f.Fd()), unix.TCGETS); err != nil {
		return nil
	}
	return f
}

// runPrompt holds a session at the prompt. greet false leaves out the banner.
func runPrompt(in *py.Interpreter, c commandLine, greet bool, getenv func(string) string, stdin io.Reader, stdout, stderr io.Writer) py.Status {
	cfg := prompt.Config{Stderr: stderr}
	if greet && c.flags.Quiet == 0 {
		cfg.Banner = banner
	}
	if greet {
		cfg.Startup = getenv("PYTHONSTARTUP")
	}
	if input, output := terminal(stdin), terminal(stdout); input != nil && output != nil {
		cfg.Terminal = true
		cfg.Color = colorful(getenv)
		cfg.Open = func(complete func(line string, pos int) ([]string, int)) (prompt.Editor, error) {
			return prompt.NewTerminal(prompt.TerminalConfig{In: input, Out: output, Complete: complete,
				History: prompt.OpenHistory(historyFile(getenv)), Dumb: getenv("TERM") == "dumb"})
		}
	} else {
		cfg.Open = func(complete func(line string, pos int) ([]string, int)) (prompt.Editor, error) {
			return prompt.NewPlain(stdin, stderr), nil
		}
	}
	st, err := prompt.Run(in, cfg)
	if err != nil {
		fmt.Fprintln(stderr, "pyasync:", err)
	}
	return st
}

// historyFile is where the lines typed are kept.
func historyFile(getenv func(string) string) string {
	if path := getenv("PYTHON_HISTORY"); path != "" {
		return path
	}
	if home := getenv("HOME"); home != "" {
		return filepath.Join(home, ".pyasync_history")
	}
	return ""
}

// colorful decides about the colours of the prompt as CPython's _colorize does; it is on a terminal.
func colorful(getenv func(string) string) bool {
	switch v := getenv("PYTHON_COLORS"); {
	case v == "0" || v == "1":
		return v == "1"
	case getenv("NO_COLOR") != "":
		return false
	case getenv("FORCE_COLOR") != "":
		return true
	}
	return getenv("TERM") != "dumb"
}
