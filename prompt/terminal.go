// The editor for a terminal: github.com/chzyer/readline does the editing of one line; what readline does not have, or
// not in the way Python's prompts do, is added around it.
//
// Readline runs two goroutines that live as long as the editor. All changes of the line are made in one of them, by
// the functions filter and change: readline's own state has no locks that would allow another way.
package prompt

import (
	"io"
	"os"
	"os/signal"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/chzyer/readline"
	"golang.org/x/sys/unix"
)

// TerminalConfig says what a terminal editor works with.
type TerminalConfig struct {
	In, Out *os.File
	History *History
	// Complete returns what may stand at the end of line[:pos] and how many characters of it are typed already. It is
	// called from a goroutine of the editor.
	Complete func(line string, pos int) (matches []string, typed int)
	Dumb     bool // the terminal knows no escape sequences besides those readline needs
}

type terminal struct {
	cfg    TerminalConfig
	src    *source
	rl     *readline.Instance
	resize chan os.Signal
	done   chan struct{}
	onSize func()
	saved  *unix.Termios

	// Used by readline's goroutine and, while that waits, by ReadLine.
	request  Request
	pending  key
	char     rune
	search   *search
	columns  int    // of the terminal
	prompt   string // as it should be; what readline gets may be shorter
	position int    // in the history
	draft    string // the line that was left for the history

	mu      sync.Mutex
	shown   bool   // a prompt is on the screen
	queue   []byte // output that waits to be shown above it
	partial string // the unfinished line above the prompt
	midline bool   // the last output did not end in a newline
	mute    atomic.Bool
	// armed: the next thing that readline writes is its prompt. It holds a lock meanwhile, so that keys, which are let
	// through from then on, come after it; what it does between prompt and keys, and at the end of a line, has no lock.
	armed    atomic.Bool
	dead     bool
	closed   bool
	inFlight sync.WaitGroup // ReadLine
}

// NewTerminal makes an editor for a terminal.
func NewTerminal(cfg TerminalConfig) (Editor, error) {
	src, err := newSource(int(cfg.In.Fd()))
	if err != nil {
		return nil, err
	}
	t := &terminal{cfg: cfg, src: src, columns: columnsOf(cfg.Out), resize: make(chan os.Signal, 1), done: make(chan struct{})}
	t.rl, err = readline.NewEx(&readline.Config{
		Stdin: src, Stdout: screen{t}, Stderr: screen{t},
		HistoryLimit: -1, DisableAutoSaveHistory: true, // the editor has its own
		InterruptPrompt: "\n", EOFPrompt: "\n",
		FuncFilterInputRune: t.filter,
		Listener:            readline.FuncListener(t.change),
		ForceUseInteractive: true,
		FuncIsTerminal:      func() bool { return true },
		FuncGetWidth:        func() int { return t.columns },
		FuncMakeRaw:         func() error { return nil }, // ReadLine does it, before the prompt is to be seen
		FuncExitRaw:         func() error { return nil },
		FuncOnWidthChanged:  func(f func()) { t.onSize = f },
	})
	if err != nil {
		src.release()
		return nil, err
	}
	// Readline counts its goroutine only when that runs, and must not be closed before.
	t.rl.Terminal.KickRead()
	<-src.started
	signal.Notify(t.resize, unix.SIGWINCH)
	go t.watchSize()
	return t, nil
}

// watchSize has the line redrawn when the terminal changes its size.
func (t *terminal) watchSize() {
	for {
		select {
		case <-t.resize:
			t.src.set(func() { t.src.resized = true })
		case <-t.done:
			return
		}
	}
}

// measure takes notice of the size of the terminal. Readline and the prompt change together.
func (t *terminal) measure() {
	if n := columnsOf(t.cfg.Out); n != t.columns {
		t.rl.Clean()
		t.columns = n
		t.setPrompt(t.prompt)
		t.onSize()
	}
}

// columnsOf is the number of columns of a terminal. Readline cannot do with very few.
func columnsOf(f *os.File) int {
	ws, err := unix.IoctlGetWinsize(int(f.Fd()), unix.TIOCGWINSZ)
	if err != nil || ws.Col == 0 {
		return 80
	}
	return max(int(ws.Col), 20)
}

func (t *terminal) makeRaw() error {
	fd := int(t.cfg.In.Fd())
	old, err := unix.IoctlGetTermios(fd, unix.TCGETS)
	if err != nil {
		return err
	}
	t.saved = old
	raw := *old
	raw.Iflag &^= unix.BRKINT | unix.ICRNL | unix.INPCK | unix.ISTRIP | unix.IXON
	raw.Lflag &^= unix.ECHO | unix.ICANON | unix.IEXTEN | unix.ISIG
	raw.Cc[unix.VMIN], raw.Cc[unix.VTIME] = 1, 0
	return unix.IoctlSetTermios(fd, unix.TCSETSW, &raw)
}

func (t *terminal) exitRaw() error {
	if t.saved == nil {
		return nil
	}
	saved := t.saved
	t.saved = nil
	return unix.IoctlSetTermios(int(t.cfg.In.Fd()), unix.TCSETSW, saved)
}

// screen is what readline writes to.
type screen struct{ t *terminal }

func (s screen) Write(p []byte) (int, error) {
	if s.t.armed.CompareAndSwap(true, false) {
		s.t.src.begin()
	}
	if s.t.mute.Load() {
		return len(p), nil
	}
	return s.t.cfg.Out.Write(p)
}

func (t *terminal) write(s string) { io.WriteString(screen{t}, s) }

// ReadLine reads a line.
func (t *terminal) ReadLine(r Request) (Line, error) {
	t.mu.Lock()
	if t.closed || t.dead {
		t.mu.Unlock()
		return Line{}, io.EOF
	}
	t.inFlight.Add(1)
	defer t.inFlight.Done()
	t.makeRaw()
	defer t.exitRaw()
	if t.midline && !r.Answer {
		t.write("\n")
	}
	t.shown, t.midline, t.partial = true, false, ""
	t.mu.Unlock()
	if !t.cfg.Dumb {
		t.write("\x1b[?2004h")
	}
	t.request, t.position, t.draft = r, t.cfg.History.Len(), ""
	t.measure()
	t.rl.Clean() // while readline still knows the prompt that was there: its line is empty now
	if i := strings.LastIndexByte(r.Prompt, '\n'); i >= 0 {
		t.write(r.Prompt[:i+1])
		t.request.Prompt = r.Prompt[i+1:]
	}
	t.setPrompt(t.request.Prompt)
	t.rl.Operation.SetBuffer(r.Indent)
	t.armed.Store(true)
	text, err := t.rl.Readline()
	t.src.end()
	t.exitRaw()
	if !t.cfg.Dumb {
		t.write("\x1b[?2004l")
	}
	t.hidePrompt()
	switch err {
	case nil:
		more := t.src.pasting()
		if !r.Answer {
			t.cfg.History.Add(text)
		}
		return Line{Text: text, More: more}, nil
	case readline.ErrInterrupt:
		return Line{}, ErrInterrupted
	}
	if t.src.eof {
		t.mu.Lock()
		t.dead = true
		t.mu.Unlock()
	}
	return Line{}, io.EOF
}

// hidePrompt writes out what came too late to be shown above the line.
func (t *terminal) hidePrompt() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.shown, t.partial = false, ""
	if len(t.queue) > 0 {
		t.direct(t.queue)
		t.queue = nil
	}
}

func (t *terminal) Ahead() string { return t.src.ahead() }

func (t *terminal) Interrupt() {
	t.src.set(func() { t.src.queue = append([]unit{{wire: "\x03"}}, t.src.queue...) })
}

// Output takes what is written while a prompt is shown; readline's goroutine shows it.
func (t *terminal) Output(fd int, p []byte) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(p) == 0 {
		return true
	}
	if !t.shown {
		t.midline = p[len(p)-1] != '\n'
		return false
	}
	t.queue = append(t.queue, p...)
	t.src.set(func() { t.src.output = true })
	// Who writes faster than the terminal shows has to wait, but not for ever: the caller holds the interpreter lock,
	// and readline's goroutine may be waiting for that.
	for i := 0; i < 100 && len(t.queue) > outputLimit; i++ {
		t.mu.Unlock()
		time.Sleep(time.Millisecond)
		t.mu.Lock()
	}
	return true
}

// outputLimit is how many bytes may wait to be shown.
const outputLimit = 1 << 20

// direct writes output where no prompt is.
func (t *terminal) direct(p []byte) {
	t.cfg.Out.Write(p)
	t.midline = p[len(p)-1] != '\n'
}

// showAbove writes the waiting output above the line and leaves the cursor where the prompt goes. A line that output
// left unfinished is gone on with.
func (t *terminal) showAbove() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if len(t.queue) == 0 {
		return
	}
	t.rl.Clean()
	if t.partial != "" {
		t.write("\x1b[A\r\x1b[2K")
	}
	text := t.partial + string(t.queue)
	t.queue = nil
	t.partial = text[strings.LastIndexByte(text, '\n')+1:]
	if len([]rune(t.partial)) >= t.columns || strings.ContainsAny(t.partial, "\x1b\r\t\b") {
		t.partial = "" // too much to be drawn again: the line ends here
	}
	if !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	t.write(text)
}

// Close ends readline and its goroutines.
func (t *terminal) Close() {
	t.mu.Lock()
	if t.closed {
		t.mu.Unlock()
		return
	}
	t.closed = true
	t.mute.Store(!t.shown)
	t.mu.Unlock()
	t.src.Close()
	t.inFlight.Wait()
	t.mute.Store(true)
	signal.Stop(t.resize)
	close(t.done)
	t.rl.Close()
	if !t.dead {
		t.rl.Readline() // readline's goroutine wants to say once more that the input has ended
	}
	t.src.release()
}
