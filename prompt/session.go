// Session, one stay at the prompt.
package prompt

import (
	"io"
	"os"
	"strconv"
	"strings"
	"sync"

	py "pyasync"
	"pyasync/asyncrt"
	"pyasync/eval"
	"pyasync/lookup"
	"pyasync/object"
	"pyasync/parser"
)

// Config says how a session goes.
type Config struct {
	// Open makes the editor. It gets the function that completes names.
	Open func(complete func(line string, pos int) (matches []string, typed int)) (Editor, error)
	// Stderr is where the banner and messages go.
	Stderr io.Writer
	Banner string // "" for none
	// Startup is the file of PYTHONSTARTUP, "" for none.
	Startup string
	// Terminal says that a person types: statements are named <python-input-N> and may come several at once. Otherwise
	// they come from <stdin>, one by one.
	Terminal bool
	Color    bool // of prompts
}

// Session is one stay at the prompt.
type Session struct {
	in      *py.Interpreter
	th      *object.Thread
	cfg     Config
	ed      *oneAtATime
	console *asyncrt.Console
	asked   chan prompts // requests for the next statement
	inputs  int
	future  bool // from __future__ import annotations
	status  py.Status
	over    bool // what is typed from now on does not count

	tasks      []asyncrt.TaskView      // as last looked at
	numbers    map[*asyncrt.Header]int // of the tasks
	lastNumber int
}

// Run holds a session in the interpreter's module __main__ and returns how it ended. The error is that of opening
// the editor.
func Run(in *py.Interpreter, cfg Config) (py.Status, error) {
	s := &Session{in: in, th: in.Thread(), cfg: cfg, asked: make(chan prompts, 1)}
	asyncio := eval.Import(s.th, "asyncio")
	if asyncio.IsNil() {
		return in.Report(in.Pending()), nil
	}
	var ok bool
	if s.console, ok = asyncrt.NewConsole(s.th); !ok {
		return in.Report(in.Pending()), nil
	}
	ed, err := cfg.Open(s.complete)
	if err != nil {
		s.console.Close(s.th)
		return py.Status{Code: 1}, err
	}
	s.ed = &oneAtATime{Editor: ed}
	s.th.Interp.Hooks.Output = s.ed.Output
	s.th.Interp.Hooks.Input = s.answer
	s.console.Idle = func(th *object.Thread) { s.ed.Interrupt() }
	s.prepare(asyncio)
	done := make(chan struct{})
	go s.read(done)
	s.console.Soon(s.th, func(th *object.Thread) { s.begin() })
	s.loop()
	s.over = true
	close(s.asked)
	s.ed.Close()
	s.th.Blocking(func() { <-done })
	s.th.Interp.Hooks.Output, s.th.Interp.Hooks.Input = nil, nil
	if !s.console.Close(s.th) {
		s.report(s.th.TakeExc())
	}
	return s.status, nil
}

// prepare gives the modules what a prompt adds to them.
func (s *Session) prepare(asyncio object.Value) {
	sys := s.th.Interp.Sys
	for name, text := range map[string]string{"ps1": ">>> ", "ps2": "... "} {
		if sys.Dict.GetName(name).IsNil() {
			sys.Set(name, object.StrValue(text))
		}
	}
	s.in.Main().Set("asyncio", asyncio)
}

// loop runs the event loop to the end of the session. Exceptions that leave it come from statements or, when they are
// SystemExit and KeyboardInterrupt, from anywhere.
func (s *Session) loop() {
	for !s.console.Run(s.th) {
		exc := s.th.TakeExc()
		if object.IsInstance(exc, &object.SystemExitType) {
			s.console.Leave(exc)
			s.exit(exc)
			return
		}
		if !s.console.Ending(exc) {
			s.show(exc)
			if !s.console.Busy() {
				s.ed.Interrupt()
			}
		}
	}
}

// read is the goroutine that reads.
func (s *Session) read(done chan<- struct{}) {
	defer close(done)
	mode := parser.Single
	if s.cfg.Terminal {
		mode = parser.Exec
	}
	for p := range s.asked {
		in := readInput(s.ed, p, mode)
		s.console.Post(func(th *object.Thread) { s.handle(in) })
	}
}

// oneAtATime is an editor that the reader and input() share.
type oneAtATime struct {
	Editor
	mu sync.Mutex
}

func (e *oneAtATime) ReadLine(r Request) (Line, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.Editor.ReadLine(r)
}

// answer is input(): the line comes from the editor, which may have read ahead. If a prompt is shown its line is
// finished first.
func (s *Session) answer(th *object.Thread, prompt string) object.Value {
	var line Line
	var err error
	th.Blocking(func() { line, err = s.ed.ReadLine(Request{Prompt: prompt, Answer: true}) })
	switch {
	case err == ErrInterrupted:
		return th.RaiseValue(object.NewException(&object.KeyboardInterruptType).V())
	case err != nil:
		return th.RaiseValue(object.NewException(&object.EOFErrorType).V())
	}
	return object.StrValue(line.Text)
}

// begin greets and runs the startup file.
func (s *Session) begin() {
	if s.cfg.Banner != "" {
		eval.WriteStderr(s.th, s.cfg.Banner)
	}
	if s.cfg.Startup != "" {
		s.startup()
		return
	}
	s.start()
}

// startup runs the file of PYTHONSTARTUP.
func (s *Session) startup() {
	if _, err := os.Stat(s.cfg.Startup); err != nil {
		eval.WriteStderr(s.th, "Could not open PYTHONSTARTUP\n")
		s.th.RaiseOSError(err, object.StrValue(s.cfg.Startup))
		s.show(s.th.TakeExc())
		s.start()
		return
	}
	s.load(s.cfg.Startup, s.start)
}

// start asks for the first statement.
func (s *Session) start() {
	if s.cfg.Terminal && s.cfg.Banner != "" {
		eval.WriteStderr(s.th, s.prompt("ps1", ">>> ")+"import asyncio\n")
	}
	s.ask()
}

// ask has the next statement read.
func (s *Session) ask() {
	if s.over {
		return
	}
	th := s.th
	for _, name := range [...]string{"stdout", "stderr"} {
		if f := th.Interp.Sys.Dict.GetName(name); !f.IsNil() && !f.IsNone() {
			th.CallMethod(f, object.NewStr("flush"))
			th.Exc = object.Value{}
		}
	}
	s.asked <- prompts{s.prompt("ps1", ">>> "), s.prompt("ps2", "... ")}
}

// prompt is sys.ps1 or sys.ps2 as text.
func (s *Session) prompt(name, missing string) string {
	text := missing
	if v := s.th.Interp.Sys.Dict.GetName(name); !v.IsNil() {
		var ok bool
		if text, ok = s.th.Str(v); !ok {
			s.th.Exc = object.Value{}
			text = ""
		}
	}
	if s.cfg.Color && text != "" {
		text = "\x1b[1;35m" + text + "\x1b[0m"
	}
	return text
}

// handle does what was typed.
func (s *Session) handle(in input) {
	if s.over {
		return
	}
	switch in.kind {
	case ending:
		if !s.cfg.Terminal {
			eval.WriteStderr(s.th, "\n")
		}
		s.console.Stop()
		return
	case interrupt:
		eval.WriteStderr(s.th, "KeyboardInterrupt\n")
		s.ask()
	case command:
		s.command(in.text)
	default:
		if strings.TrimSpace(in.text) == "" {
			s.ask()
			return
		}
		s.statement(in.text, s.ask)
	}
}

// words are statements that are no Python: names that CPython's prompt takes for calls of themselves.
var words = map[string]string{"exit": "exit()", "quit": "quit()", "help": "help()", "copyright": "copyright()", "credits": "credits()", "license": "license()"}

// statement runs source that was typed, then calls after unless the session ends.
func (s *Session) statement(text string, after func()) {
	name := "<stdin>"
	if s.cfg.Terminal {
		name = "<python-input-" + strconv.Itoa(s.inputs) + ">"
		if call := words[strings.TrimSpace(text)]; call != "" && s.in.Main().Dict.GetName(strings.TrimSpace(text)).IsNil() {
			text = call
		}
	}
	s.inputs++
	eval.RegisterSource(s.th, name, text)
	list, ok := eval.CompileInput(s.th, text, name, &s.future)
	if !ok {
		s.show(s.th.TakeExc())
		after()
		return
	}
	s.run(list, after)
}

// run runs code objects one after the other, up to one that fails.
func (s *Session) run(list []*object.Code, after func()) {
	if len(list) == 0 {
		after()
		return
	}
	start := func(th *object.Thread) object.Value {
		return eval.Run(th, list[0], s.in.Main().Dict, object.Value{})
	}
	s.console.Execute(s.th, start, func(th *object.Thread, exc object.Value) {
		if !exc.IsNil() {
			if object.IsInstance(exc, &object.SystemExitType) {
				s.exit(exc)
				return
			}
			s.show(exc)
			after()
			return
		}
		s.run(list[1:], after)
	})
}

// show prints an exception through sys.excepthook.
func (s *Session) show(exc object.Value) {
	s.th.Exc = object.Value{}
	if s.cfg.Terminal && object.IsInstance(exc, &object.KeyboardInterruptType) {
		eval.WriteStderr(s.th, "\n") // the terminal has shown ^C
	}
	eval.CallExceptHook(s.th, exc)
	if !s.th.Exc.IsNil() {
		s.th.Exc = object.Value{}
	}
}

func (s *Session) report(exc object.Value) { s.show(exc) }

// exit ends the session with the status of a SystemExit.
func (s *Session) exit(exc object.Value) {
	s.status = s.in.ExitStatus(exc)
	s.console.Stop()
}

// complete returns what may stand at a place of a line. It is called from a goroutine of the editor.
func (s *Session) complete(line string, pos int) (matches []string, typed int) {
	text := string([]rune(line)[:pos])
	if name, ok := strings.CutPrefix(text, ":"); ok && !strings.Contains(name, " ") {
		for _, c := range commands {
			if strings.HasPrefix(c.name, name) {
				matches = append(matches, c.name)
			}
		}
		return matches, len(name)
	}
	text = strings.TrimPrefix(text, ":time ")
	s.console.Call(func(th *object.Thread) {
		matches, typed = lookup.Names{Namespace: s.in.Main().Dict}.Complete(th, text)
	})
	return matches, typed
}
