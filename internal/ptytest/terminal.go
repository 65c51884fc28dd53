// A pseudo-terminal with a program in it: typing, and waiting for what the screen shows.
package ptytest

import (
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
)

// patience is how long a test waits for what must come.
const patience = 30 * time.Second

// Terminal is a program that runs in a terminal.
type Terminal struct {
	t    *testing.T
	cmd  *exec.Cmd
	file *os.File
	gone chan struct{}

	mu      sync.Mutex
	changed *sync.Cond
	screen  *Screen
	raw     []byte
	over    bool
}

// Start runs a command in a terminal of 80 by 24.
func Start(t *testing.T, cmd *exec.Cmd) *Terminal {
	t.Helper()
	file, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if err != nil {
		t.Skip("no pseudo-terminal:", err)
	}
	term := &Terminal{t: t, cmd: cmd, file: file, gone: make(chan struct{}), screen: NewScreen(80, 24)}
	term.changed = sync.NewCond(&term.mu)
	go term.read()
	t.Cleanup(func() {
		cmd.Process.Kill()
		<-term.gone
		file.Close()
	})
	return term
}

func (term *Terminal) read() {
	defer close(term.gone)
	buf := make([]byte, 4096)
	for {
		n, err := term.file.Read(buf)
		term.mu.Lock()
		term.raw = append(term.raw, buf[:n]...)
		term.screen.Write(buf[:n])
		term.over = err != nil
		term.changed.Broadcast()
		term.mu.Unlock()
		if err != nil {
			term.cmd.Wait()
			return
		}
	}
}

// Type sends keys.
func (term *Terminal) Type(keys string) {
	term.t.Helper()
	if _, err := term.file.WriteString(keys); err != nil {
		term.t.Fatal(err)
	}
}

// Until waits until the screen is as it should be.
func (term *Terminal) Until(what string, ok func(s *Screen) bool) {
	term.t.Helper()
	timer := time.AfterFunc(patience, term.changed.Broadcast)
	defer timer.Stop()
	deadline := time.Now().Add(patience)
	term.mu.Lock()
	defer term.mu.Unlock()
	for !ok(term.screen) {
		if term.over || time.Now().After(deadline) {
			term.t.Fatalf("the screen does not show %s:\n%s\n(raw: %q)", what, term.screen.Text(), tail(term.raw))
		}
		term.changed.Wait()
	}
}

func tail(b []byte) []byte { return b[max(0, len(b)-1000):] }

// Shows waits for a text on the screen.
func (term *Terminal) Shows(text string) {
	term.t.Helper()
	term.Until(text, func(s *Screen) bool { return strings.Contains(s.Text(), text) })
}

// ShowsTimes waits until a text is there n times.
func (term *Terminal) ShowsTimes(text string, n int) {
	term.t.Helper()
	term.Until(text, func(s *Screen) bool { return strings.Count(s.Text(), text) >= n })
}

// ShowsLine waits until the line of the cursor is this.
func (term *Terminal) ShowsLine(line string) {
	term.t.Helper()
	term.Until("the line "+line, func(s *Screen) bool { return s.Line() == line })
}

// Prompt waits until the cursor stands behind a prompt, with nothing typed.
func (term *Terminal) Prompt(prompt string) {
	term.t.Helper()
	term.Until("the prompt "+prompt, func(s *Screen) bool { return s.Line() == prompt && s.Col() >= len(prompt)+1 })
}

// Enter types lines one by one: it waits for the echo, presses Enter, and waits for the next prompt, >>> or ...
func (term *Terminal) Enter(lines ...string) {
	term.t.Helper()
	for _, line := range lines {
		row := term.Send(line)
		term.Until("the next prompt after "+line, func(s *Screen) bool {
			return s.Row() > row && (s.Line() == ">>>" || s.Line() == "...") && s.Col() >= 4
		})
	}
}

// Send types a line, waits for its echo, and presses Enter. It returns the row of the line.
func (term *Terminal) Send(line string) (row int) {
	term.t.Helper()
	term.Type(line)
	want := strings.TrimSpace(line)
	term.Until("what was typed: "+line, func(s *Screen) bool {
		row = s.Row()
		return strings.HasSuffix(s.Line(), want)
	})
	term.Type("\r")
	return row
}

// Resize changes the size of the terminal and waits until the program has drawn something.
func (term *Terminal) Resize(cols, rows int) {
	term.t.Helper()
	term.mu.Lock()
	term.screen.Cols, term.screen.Rows = cols, rows
	before := len(term.raw)
	term.mu.Unlock()
	if err := pty.Setsize(term.file, &pty.Winsize{Rows: uint16(rows), Cols: uint16(cols)}); err != nil {
		term.t.Fatal(err)
	}
	term.Until("something drawn after the resize", func(*Screen) bool { return len(term.raw) > before })
}

// Text is what the screen shows.
func (term *Terminal) Text() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.screen.Text()
}

// Raw is all that was written.
func (term *Terminal) Raw() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return string(term.raw)
}

// Exit waits for the end of the program and returns its status.
func (term *Terminal) Exit() int {
	term.t.Helper()
	select {
	case <-term.gone:
	case <-time.After(patience):
		term.t.Fatalf("the program does not end:\n%s", term.Text())
	}
	return term.cmd.ProcessState.ExitCode()
}

// Signal sends a signal to the program.
func (term *Terminal) Signal(sig os.Signal) { term.cmd.Process.Signal(sig) }
