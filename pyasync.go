// Package pyasync embeds a Python interpreter specialised on asyncio: make an Interpreter from Options, run programs
// in it, call what they define.
//
//	in, err := pyasync.New(pyasync.Options{Stdout: os.Stdout})
//	…
//	defer in.Close()
//	err = in.Exec("import asyncio\nasync def main(): …\nasyncio.run(main())", "main.py")
//
// An interpreter reaches nothing of the machine that its Options do not name. It is used by one goroutine at a time.
package pyasync

import (
	"errors"
	"io"
	"os"
	"strings"

	"pyasync/asyncrt"
	"pyasync/eval"
	"pyasync/internal/ziptree"
	"pyasync/object"
	"pyasync/parser"
	"pyasync/stdlib"
	"pyasync/stdlib/atexit"
	iomod "pyasync/stdlib/io"
	signalmod "pyasync/stdlib/signal"
	sysmod "pyasync/stdlib/sys"
	warningsmod "pyasync/stdlib/warnings"
)

// Options are what an interpreter may use. The zero value can compute, but sees no files, environment or streams.
type Options struct {
	Args       []string // sys.argv
	OrigArgs   []string // sys.orig_argv
	Env        []string // os.environ, as "NAME=value"
	Executable string   // sys.executable
	Path       []string // sys.path in front of the library

	Stdin  io.Reader // nil: sys.stdin is None
	Stdout io.Writer // nil: sys.stdout is None
	Stderr io.Writer // nil: sys.stderr is None

	Files bool // may open files and import modules from Path

	Flags object.Flags // sys.flags, -W and -X options

	// NoDeadlockCheck lets an event loop wait for ever when nothing can wake it any more, as CPython does. Otherwise
	// such a program ends with a DeadlockError.
	NoDeadlockCheck bool

	// Observer, when set, is told what the event loops do: tasks, their steps and waits, callbacks, I/O.
	Observer Observer
}

// Interpreter is one Python interpreter.
type Interpreter struct {
	th   *object.Thread
	main *object.Module
	done bool
	// stuck: a deadlock ended the program, threads that are left will never end.
	stuck bool
}

// New makes an interpreter.
func New(o Options) (*Interpreter, error) {
	in := object.NewInterp()
	th := object.NewThread(in)
	th.Lock()
	in.SetHost(&object.Host{Args: o.Args, OrigArgs: o.OrigArgs, Env: o.Env, Executable: o.Executable, Path: o.Path,
		Stdin: o.Stdin, Stdout: o.Stdout, Stderr: o.Stderr, NoFiles: !o.Files, Flags: o.Flags})
	in.NoDeadlockCheck = o.NoDeadlockCheck
	if o.Observer != nil {
		asyncrt.Observe(th, o.Observer)
	}
	p := &Interpreter{th: th}
	if !p.setup(o) {
		err := p.pending()
		th.Unlock()
		return nil, err
	}
	return p, nil
}

func (p *Interpreter) setup(o Options) bool {
	th := p.th
	in := th.Interp
	eval.InstallHooks(th)
	eval.SetupImports(th, importConfig(o))
	in.Hooks.TextSink = iomod.Sink
	warningsmod.Install(th)
	in.Builtins = eval.NewBuiltins(th)
	in.Modules.SetName("builtins", in.Builtins.V())
	sys := object.NewModule("sys")
	in.Modules.SetName("sys", sys.V())
	if !sysmod.Init(th, sys) {
		return false
	}
	eval.DescribeBuiltin(in.Builtins)
	eval.DescribeBuiltin(sys)
	if eval.Import(th, "io").IsNil() || !sysmod.OpenStreams(th, sys) {
		return false
	}
	if len(o.Flags.Warn) > 0 && eval.Import(th, "warnings").IsNil() {
		return false
	}
	p.main = object.NewModule("__main__")
	p.main.Set("__builtins__", in.Builtins.V())
	in.Modules.SetName("__main__", p.main.V())
	return true
}

func importConfig(o Options) eval.ImportConfig {
	c := eval.ImportConfig{
		Go: func(name string) (func(*object.Thread, *object.Module) bool, bool) {
			f := stdlib.Find(name)
			return f, f != nil
		},
		GoPackage: func(name string) bool {
			for m := range stdlib.Modules {
				if strings.HasPrefix(m, name) && len(m) > len(name) && m[len(name)] == '.' {
					return true
				}
			}
			return false
		},
		Python: stdlib.PythonFS(),
	}
	if o.Files {
		files := &ziptree.Tree{}
		c.Stat, c.ReadFile, c.Getwd = files.Stat, files.ReadFile, os.Getwd
	}
	return c
}

// Thread returns the interpreter's main thread, for packages of this module.
func (p *Interpreter) Thread() *object.Thread { return p.th }

// Main returns the module __main__.
func (p *Interpreter) Main() *object.Module { return p.main }

// Error is an uncaught Python exception.
type Error struct {
	Type      string // the name of the exception's class
	Message   string // str() of the exception
	Traceback string // what CPython would print
	value     object.Value
}

// Error returns the last line of the traceback: the type and, if there is one, the message.
func (e *Error) Error() string {
	if e.Message == "" {
		return e.Type
	}
	return e.Type + ": " + e.Message
}

// pending turns the pending exception into an Error.
func (p *Interpreter) pending() error {
	exc := p.th.TakeExc()
	if exc.IsNil() {
		return errors.New("pyasync: an operation failed without an exception")
	}
	msg, _ := p.th.Str(exc)
	text := eval.FormatException(p.th, exc, eval.FormatOptions{})
	p.th.Exc = object.Value{}
	if d := p.deadlock(exc); d != nil {
		return d
	}
	return &Error{Type: exc.Type().Name, Message: msg, Traceback: text, value: exc}
}

// Pending takes the pending exception of the main thread as an Error, for packages of this module.
func (p *Interpreter) Pending() error { return p.pending() }

// Exec runs a program in __main__.
func (p *Interpreter) Exec(source, filename string) error {
	ok := !p.exec([]byte(source), filename, eval.CompileOptions{}).IsNil()
	var err error
	if !ok {
		err = p.pending()
	}
	p.flush()
	return err
}

func (p *Interpreter) exec(source []byte, filename string, opt eval.CompileOptions) object.Value {
	code, ok := eval.Compile(p.th, source, filename, opt)
	if !ok {
		return object.Value{}
	}
	return eval.Run(p.th, code, p.main.Dict, object.Value{})
}

// Eval returns the value of an expression in __main__, as a Go value (see FromPython).
func (p *Interpreter) Eval(expr string) (any, error) {
	v := p.exec([]byte(expr), "<string>", eval.CompileOptions{Mode: parser.Eval})
	if v.IsNil() {
		return nil, p.pending()
	}
	return p.FromPython(v)
}

// Call calls a function defined in __main__ with Go values.
func (p *Interpreter) Call(name string, args ...any) (any, error) {
	f := p.th.GetAttrName(p.main.V(), name)
	if f.IsNil() {
		return nil, p.pending()
	}
	vals := make([]object.Value, len(args))
	for i, a := range args {
		v, err := p.ToPython(a)
		if err != nil {
			return nil, err
		}
		vals[i] = v
	}
	r, _ := p.th.Guard(func() object.Value { return p.th.Call(f, vals, nil) })
	if r.IsNil() {
		return nil, p.pending()
	}
	p.flush()
	return p.FromPython(r)
}

// Close runs what waits for the end (threads, atexit functions) and flushes the streams. It returns the exit status
// that this asks for: 0, 120 when standard output cannot be written, 70 when the threads wait for ever.
func (p *Interpreter) Close() int {
	if p.done {
		return 0
	}
	p.done = true
	th := p.th
	failed := 0
	if m := th.Interp.Modules.GetName("threading"); !m.IsNil() && !p.stuck {
		if f, ok := th.LookupAttr(m, object.NewStr("_shutdown")); ok && !f.IsNil() {
			if th.Call(f, nil, nil).IsNil() {
				exc := th.TakeExc()
				if d := p.deadlock(exc); d != nil {
					p.report(exc)
					failed = deadlockStatus
				} else {
					eval.PrintException(th, exc)
				}
			}
		}
	}
	atexit.Run(th)
	asyncrt.Finish(th)
	th.Exc = object.Value{}
	if report := th.Interp.Hooks.ReportUnawaited; report != nil {
		report(th, true)
	}
	th.FinalizeAll()
	status := p.flush()
	if failed != 0 {
		status = failed
	}
	sysmod.SetFinalizing(th)
	signalmod.Close(th)
	iomod.FlushDirty(th)
	th.Unlock()
	return status
}

// flush writes out the standard streams.
func (p *Interpreter) flush() int {
	th := p.th
	status := 0
	for _, name := range [...]string{"stdout", "stderr"} {
		v := th.Interp.Sys.Dict.GetName(name)
		if v.IsNil() || v.IsNone() {
			continue
		}
		if closed := th.GetAttrName(v, "closed"); closed == object.True {
			continue
		}
		th.Exc = object.Value{}
		if th.CallMethod(v, object.NewStr("flush")).IsNil() {
			exc := th.TakeExc()
			if name == "stdout" {
				eval.Unraisable(th, exc, v, "")
				status = 120
			}
		}
	}
	return status
}
