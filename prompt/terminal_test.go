// The line editor on a terminal: any keys, and nothing left behind.
package prompt

import (
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
	"golang.org/x/sys/unix"

	"pyasync/internal/ptytest"
)

// open makes an editor in a pseudo-terminal; keys typed at the file returned reach it. What it writes is drawn.
func open(t *testing.T, h *History) (Editor, *os.File, func() string) {
	t.Helper()
	far, near, err := pty.Open()
	if err != nil {
		t.Skip("no pseudo-terminal:", err)
	}
	pty.Setsize(near, &pty.Winsize{Rows: 24, Cols: 40})
	// What is typed before the editor is ready must reach it unchanged.
	mode, err := unix.IoctlGetTermios(int(near.Fd()), unix.TCGETS)
	if err != nil {
		t.Fatal(err)
	}
	mode.Iflag &^= unix.ICRNL | unix.IXON // a Ctrl-S between two lines would stop the output for good
	mode.Lflag &^= unix.ICANON | unix.ISIG | unix.ECHO
	unix.IoctlSetTermios(int(near.Fd()), unix.TCSETS, mode)
	screen := ptytest.NewScreen(40, 24)
	done := make(chan struct{})
	go func() {
		io.Copy(screen, far)
		close(done)
	}()
	ed, err := NewTerminal(TerminalConfig{In: near, Out: near, History: h, Complete: func(line string, pos int) ([]string, int) {
		return []string{"alpha", "alphabet", "beta"}[pos%3:], 0
	}})
	if err != nil {
		t.Fatal(err)
	}
	return ed, far, func() string {
		near.Close()
		<-done
		far.Close()
		return screen.Text()
	}
}

// goroutines waits until no more than n goroutines are left.
func goroutines(t *testing.T, n int) {
	t.Helper()
	for range 1000 {
		if runtime.NumGoroutine() <= n {
			return
		}
		time.Sleep(time.Millisecond)
	}
	var b strings.Builder
	buf := make([]byte, 1<<16)
	b.Write(buf[:runtime.Stack(buf, true)])
	t.Errorf("%d goroutines are left of %d:\n%s", runtime.NumGoroutine(), n, &b)
}

func TestTerminalLeavesNoGoroutines(t *testing.T) {
	// The first use starts what stays for good: signal handling.
	for i, use := range []func(ed Editor, far *os.File){
		func(ed Editor, far *os.File) {},
		func(ed Editor, far *os.File) {},
		func(ed Editor, far *os.File) {
			far.WriteString("line\r")
			if line, err := ed.ReadLine(Request{Prompt: "> "}); err != nil || line.Text != "line" {
				t.Errorf("%v %v", line, err)
			}
		},
		func(ed Editor, far *os.File) {
			go func() {
				time.Sleep(5 * time.Millisecond)
				ed.Close()
			}()
			far.WriteString("half")
			ed.ReadLine(Request{Prompt: "> "})
		},
		func(ed Editor, far *os.File) {
			far.WriteString("x\x03\x04")
			if _, err := ed.ReadLine(Request{Prompt: "> "}); err != ErrInterrupted {
				t.Error(err)
			}
			if _, err := ed.ReadLine(Request{Prompt: "> "}); err != io.EOF {
				t.Error(err)
			}
		},
		func(ed Editor, far *os.File) {
			go func() {
				time.Sleep(5 * time.Millisecond)
				ed.Interrupt()
			}()
			if _, err := ed.ReadLine(Request{Prompt: "> "}); err != ErrInterrupted {
				t.Error(err)
			}
			ed.Output(1, []byte("out\n"))
		},
	} {
		before := runtime.NumGoroutine()
		ed, far, end := open(t, OpenHistory(""))
		use(ed, far)
		ed.Close()
		ed.Close()
		if _, err := ed.ReadLine(Request{Prompt: "> "}); err != io.EOF {
			t.Error(err)
		}
		end()
		if i > 0 {
			goroutines(t, before)
		}
	}
}

// keys are typed in any order by the test below.
var keys = []string{"a", "b", " ", "\u4e2d", "e\u0301", "\U0001f600", "\t", "\r", "\r", "\x01", "\x02", "\x05", "\x06", "\x07", "\x08", "\x7f", "\x0b", "\x0c",
	"\x0e", "\x10", "\x12", "\x12", "\x13", "\x14", "\x15", "\x17", "\x19", "\x00", "\x1c", "\x1d", "\x1e", "\x1f", "\x0f", "\x11", "\x16", "\x18",
	"\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[F", "\x1b[3~", "\x1b[1;5C", "\x1b[1;5D", "\x1bb", "\x1bf", "\x1bd", "\x1b\x7f", "\x1b<", "\x1b>",
	"\x1b[200~one\ntwo \x01\x1b\n\n  three\x1b[201~", "\x1b[200~x\x1b[201~", "\x1b[99;99R", "\x1b[", "\x1bO", "\x1b", "\xff\xfe", "\xf3\xb0\x80\x80", "\x03", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}

// TestTerminalAnyKeys types at random; readline panics when it is led astray, which would end the test.
func TestTerminalAnyKeys(t *testing.T) {
	rounds := 30
	if testing.Short() {
		rounds = 5
	}
	for round := range rounds {
		r := rand.New(rand.NewPCG(uint64(round), 1))
		h := OpenHistory("")
		if round%2 == 0 {
			h.Add("first line")
			h.Add("a second \u4e2d\u6587 line that is longer than the terminal is wide, and then some")
		}
		ed, far, end := open(t, h)
		typed := make(chan struct{})
		go func() {
			defer close(typed)
			for i := range 150 {
				io.WriteString(far, keys[r.IntN(len(keys))])
				if i%10 == 0 {
					ed.Output(1, []byte(strings.Repeat("output ", i%9)+[]string{"", "\n"}[i/10%2]))
				}
				if i%40 == 0 {
					pty.Setsize(far, &pty.Winsize{Rows: uint16(1 + i%7), Cols: uint16(i % 50)})
				}
			}
			io.WriteString(far, "\x1b\x1b[201~\r\x07\x03\x15\x04")
		}()
		for {
			_, err := ed.ReadLine(Request{Prompt: []string{">>> ", "\x1b[1;35m>>> \x1b[0m", "a prompt\non two lines: ", "", "\x1b", "\x1b[31", "a\x01\x1b[3x>\x1b["}[round%7], Indent: strings.Repeat(" ", round%9)})
			if err == io.EOF {
				break
			}
		}
		<-typed
		ed.Close()
		end()
	}
}

func TestDecoder(t *testing.T) {
	show := func(list []unit) (s string) {
		for _, u := range list {
			s += fmt.Sprintf("%q", u.wire)
			if u.text != "" {
				s += "=" + u.text
			}
			s += " "
		}
		return strings.TrimSpace(s)
	}
	up, insert := keyUp.unit().wire, keyInsert.unit().wire
	for _, c := range []struct{ in, want string }{
		{"ab", `"a" "b"`},
		{"\u00e9\u4e2d", `"é" "中"`},
		{"\x1b[A\x1bOA", fmt.Sprintf("%q %q", up, up)},
		{"\x1b[1;2Zx", `"x"`},
		{"\x1bbz", `"\x1bb" "z"`},
		{"\xffa", `"�" "a"`},
		{"\xf3\xb0\x80\x80", `"�"`}, // the private plane of our keys
		{"\x00\x0f\x10", fmt.Sprintf("%q", up)},
		{"\n\r", `"\r" "\r"`},
		{"\x1b[200~a\tb\r\n\x1b[201~c", fmt.Sprintf("%q=a\tb \"\\r\" \"c\"", insert)},
	} {
		var d decoder
		if got := show(d.feed([]byte(c.in))); got != c.want {
			t.Errorf("%q: %s, want %s", c.in, got, c.want)
		}
		var slow decoder
		var list []unit
		for i := range len(c.in) {
			list = append(list, slow.feed([]byte{c.in[i]})...)
		}
		if got := show(list); got != c.want {
			t.Errorf("%q byte by byte: %s", c.in, got)
		}
	}
}
