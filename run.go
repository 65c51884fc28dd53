// Running programs as the command does: __main__, sys.argv, exit statuses.
package pyasync

import (
	"bytes"
	"io"
	"os"
	"path/filepath"

	"pyasync/eval"
	"pyasync/internal/ziptree"
	"pyasync/object"
)

// Status is how a program ended.
type Status struct {
	Code        int  // the process's exit code, as of sys.exit: 0 for a program that ran to its end
	Interrupted bool // by an uncaught KeyboardInterrupt: the command ends by the signal
}

// RunFile runs a script as __main__; its folder comes first on sys.path. Uncaught exceptions are printed.
func (p *Interpreter) RunFile(name string) Status {
	src, err := os.ReadFile(name)
	if err == nil {
		if info, e := os.Stat(name); e == nil && info.IsDir() {
			return p.RunModuleMain(name)
		}
	} else if info, e := os.Stat(name); e == nil && info.IsDir() {
		return p.runFolder(name)
	}
	if ziptree.IsArchive(src) {
		return p.runFolder(name)
	}
	if err != nil {
		n := object.ErrnoOf(err)
		abs, _ := filepath.Abs(name)
		eval.WriteStderr(p.th, p.executable()+": can't open file '"+abs+"': [Errno "+itoa(n)+"] "+object.Strerror(n)+"\n")
		return Status{Code: 2}
	}
	if abs, err := filepath.Abs(name); err == nil {
		name = abs
	}
	if p.th.Interp.GetHost().Flags.SkipFirstLine {
		_, src, _ = bytes.Cut(src, []byte("\n"))
	}
	p.main.Set("__file__", object.StrValue(name))
	p.main.Set("__cached__", object.None)
	p.main.Set("__loader__", eval.SourceLoader("__main__", name))
	return p.finish(p.exec(src, name, eval.CompileOptions{File: true}))
}

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + string(rune('0'+n%10))
	}
	return string(rune('0' + n))
}

func (p *Interpreter) executable() string { return p.th.Interp.GetHost().Executable }

// runFolder runs the __main__.py of a folder or a ZIP archive, which becomes sys.path[0].
func (p *Interpreter) runFolder(dir string) Status {
	if abs, err := filepath.Abs(dir); err == nil {
		p.setPath0(abs)
	}
	if _, err := new(ziptree.Tree).Stat(filepath.Join(dir, "__main__.py")); err != nil {
		if abs, err := filepath.Abs(dir); err == nil {
			dir = abs
		}
		eval.WriteStderr(p.th, p.executable()+": can't find '__main__' module in '"+dir+"'\n")
		return Status{Code: 1}
	}
	return p.finish(eval.RunModule(p.th, p.main, "__main__", p.executable(), false))
}

func (p *Interpreter) setPath0(dir string) {
	if l, ok := object.AsList(p.th.Interp.Sys.Dict.GetName("path")); ok && len(l.Items) > 0 {
		l.Items[0] = object.StrValue(dir)
	}
}

// RunCode runs the argument of -c.
func (p *Interpreter) RunCode(code string) Status {
	eval.RegisterSource(p.th, "<string>", code)
	return p.finish(p.exec([]byte(code), "<string>", eval.CompileOptions{}))
}

// RunSource runs a program whose text is at hand; name stands for its file in tracebacks.
func (p *Interpreter) RunSource(source, name string) Status {
	eval.RegisterSource(p.th, name, source)
	return p.finish(p.exec([]byte(source), name, eval.CompileOptions{}))
}

// RunReader runs a program read from standard input.
func (p *Interpreter) RunReader(r io.Reader) Status {
	src, err := io.ReadAll(r)
	if err != nil {
		eval.WriteStderr(p.th, err.Error()+"\n")
		return Status{Code: 1}
	}
	p.main.Set("__file__", object.StrValue("<stdin>"))
	return p.finish(p.exec(src, "<stdin>", eval.CompileOptions{File: true}))
}

// RunModuleMain runs a module as __main__ (-m).
func (p *Interpreter) RunModuleMain(name string) Status {
	return p.finish(eval.RunModule(p.th, p.main, name, p.executable(), true))
}

// finish turns the result of the main program into a status, printing an uncaught exception.
func (p *Interpreter) finish(r object.Value) Status {
	if !r.IsNil() {
		return Status{}
	}
	return p.report(p.th.TakeExc())
}

// Report prints an exception that ended the program, as Exec returns it, and gives the status to exit with; nil is
// success.
func (p *Interpreter) Report(err error) Status {
	switch e := err.(type) {
	case *Error:
		return p.report(e.value)
	case *DeadlockError:
		return p.report(e.value)
	}
	if err != nil {
		eval.WriteStderr(p.th, err.Error()+"\n")
		return Status{Code: 1}
	}
	return Status{}
}

// report handles an exception that nobody caught.
func (p *Interpreter) report(exc object.Value) Status {
	th := p.th
	if object.IsInstance(exc, &object.SystemExitType) && th.Interp.GetHost().Flags.Inspect == 0 {
		return p.systemExit(exc)
	}
	if d := p.deadlock(exc); d != nil {
		p.flush()
		eval.WriteStderr(th, d.Picture.Deadlock())
		return Status{Code: deadlockStatus}
	}
	eval.CallExceptHook(th, exc)
	if !th.Exc.IsNil() { // the hook left by sys.exit
		return p.systemExit(th.TakeExc())
	}
	if hint := p.LegacyHint(exc); hint != "" {
		eval.WriteStderr(th, hint)
	}
	if object.IsInstance(exc, &object.KeyboardInterruptType) {
		return Status{Code: 130, Interrupted: true}
	}
	return Status{Code: 1}
}

// systemExit gives the exit status of SystemExit: its code if that is an int, 0 for None; anything else is printed.
func (p *Interpreter) systemExit(exc object.Value) Status {
	th := p.th
	code := th.GetAttrName(exc, "code")
	if code.IsNil() {
		th.Exc = object.Value{}
		return Status{Code: 1}
	}
	if code.IsNone() {
		return Status{}
	}
	if code.Is(&object.IntType) || code.IsSmallInt() || code.IsBool() {
		n, ok := th.AsIndex(code, &object.OverflowErrorType)
		if !ok {
			th.Exc = object.Value{}
			n = -1
		}
		return Status{Code: n & 0xff}
	}
	s, ok := th.Str(code)
	if !ok {
		th.Exc = object.Value{}
	}
	eval.WriteStderr(th, s+"\n")
	return Status{Code: 1}
}

// Interrupt makes the main thread raise KeyboardInterrupt at the next opportunity. Any goroutine may call it.
func (p *Interpreter) Interrupt() { eval.Interrupt(p.th.Interp) }

// ExitStatus gives the status that a SystemExit asks for; a code that is no number is printed.
func (p *Interpreter) ExitStatus(exc object.Value) Status { return p.systemExit(exc) }

// ForgetFile takes the names from __main__ that belong to a script being run: the script has ended, and a prompt
// follows.
func (p *Interpreter) ForgetFile() {
	for _, name := range [...]string{"__file__", "__cached__"} {
		p.main.Dict.DelStr(object.NewStr(name))
	}
	p.th.Exc = object.Value{}
}
