// run, the command as a function: what to run, with which options and environment.
package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	py "pyasync"
)

// version is the version of the command; pythonVersion that of the language.
const (
	version       = "0.1"
	pythonVersion = "3.13.0"
)

// run is the command: args[0] is its name. interrupted says that it should end by SIGINT.
func run(args, env []string, stdin io.Reader, stdout, stderr io.Writer) (code int, interrupted bool) {
	c, problem := parseArgs(args[1:])
	switch {
	case problem != "":
		fmt.Fprintf(stderr, "%s\nusage: %s [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `pyasync -h' for more information.\n", problem, args[0])
		return 2, false
	case c.kind == showHelp:
		fmt.Fprint(stdout, helpText)
		return 0, false
	case c.kind == showVersion:
		fmt.Fprintf(stdout, "pyasync %s (Python %s)\n", version, pythonVersion)
		return 0, false
	}
	o := options(c, args, env)
	o.Stdin, o.Stdout, o.Stderr = standard(stdin), writer(stdout), writer(stderr)
	in, err := py.New(o)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1, false
	}
	stop := watchInterrupts(in)
	defer stop()
	getenv := environment(o)
	var st py.Status
	if wantsPrompt(c, stdin) {
		st = runPrompt(in, c, true, getenv, o.Stdin, o.Stdout, o.Stderr)
	} else {
		st = start(in, c, stdin)
		if o.Flags.Inspect > 0 && (o.Flags.Interactive > 0 || terminal(stdin) != nil) {
			in.ForgetFile()
			st = runPrompt(in, c, false, getenv, o.Stdin, o.Stdout, o.Stderr)
		}
	}
	if n := in.Close(); n != 0 && st.Code == 0 {
		st.Code = n
	}
	return st.Code, st.Interrupted
}

// standard and writer keep a nil *os.File from becoming a non-nil interface.
func standard(r io.Reader) io.Reader {
	if f, ok := r.(*os.File); ok && !valid(f) {
		return nil
	}
	return r
}

func writer(w io.Writer) io.Writer {
	if f, ok := w.(*os.File); ok && !valid(f) {
		return nil
	}
	return w
}

// valid reports whether a standard stream is open.
func valid(f *os.File) bool {
	if f == nil {
		return false
	}
	_, err := f.Stat()
	return err == nil
}

func start(in *py.Interpreter, c commandLine, stdin io.Reader) py.Status {
	switch c.kind {
	case fromFile:
		return in.RunFile(c.program)
	case fromCode:
		return in.RunCode(c.program)
	case fromModule:
		return in.RunModuleMain(c.program)
	}
	return in.RunReader(stdin)
}

// options turns command line and environment into the options of the interpreter.
func options(c commandLine, args, env []string) py.Options {
	o := py.Options{Env: env, Files: true, Flags: c.flags, OrigArgs: args, NoDeadlockCheck: c.noDeadlockCheck}
	f := &o.Flags
	get := environment(o)
	o.Executable = executable(args[0])
	for _, x := range f.X {
		switch x {
		case "dev":
			f.DevMode = true
		case "no_debug_ranges":
			f.NoDebugRanges = true
		}
	}
	f.DevMode = f.DevMode || get("PYTHONDEVMODE") != ""
	f.NoDebugRanges = f.NoDebugRanges || get("PYTHONNODEBUGRANGES") != ""
	f.Unbuffered = f.Unbuffered || get("PYTHONUNBUFFERED") != ""
	f.SafePath = f.SafePath || get("PYTHONSAFEPATH") != ""
	if get("PYTHONINSPECT") != "" {
		f.Inspect++
	}
	if get("PYTHONOPTIMIZE") != "" {
		f.Optimize = max(f.Optimize, 1)
	}
	f.Warn = warnOptions(c.warn, get("PYTHONWARNINGS"), f.DevMode, f.BytesWarning)
	o.Args = append([]string{argv0(c)}, c.args...)
	if dir, ok := firstPath(c); ok && !f.SafePath {
		o.Path = append(o.Path, dir)
	}
	for _, dir := range filepath.SplitList(get("PYTHONPATH")) {
		if dir == "" {
			dir, _ = os.Getwd()
		}
		if abs, err := filepath.Abs(dir); err == nil {
			dir = abs
		}
		o.Path = append(o.Path, dir)
	}
	return o
}

// environment looks variables up as far as the options allow.
func environment(o py.Options) func(name string) string {
	return func(name string) string {
		if o.Flags.IgnoreEnvironment > 0 {
			return ""
		}
		for _, e := range o.Env {
			if v, ok := strings.CutPrefix(e, name+"="); ok {
				return v
			}
		}
		return ""
	}
}

// warnOptions are the warning filters in the order in which later ones win: -X dev, the environment, -W, -b.
func warnOptions(flags []string, env string, dev bool, bytesWarning int) (list []string) {
	if dev {
		list = append(list, "default")
	}
	if env != "" {
		for _, w := range strings.Split(env, ",") {
			list = append(list, strings.TrimSpace(w))
		}
	}
	list = append(list, flags...)
	switch {
	case bytesWarning > 1:
		list = append(list, "error::BytesWarning")
	case bytesWarning == 1:
		list = append(list, "default::BytesWarning")
	}
	return list
}

func argv0(c commandLine) string {
	switch c.kind {
	case fromFile:
		return c.program
	case fromCode:
		return "-c"
	case fromModule:
		return "-m"
	}
	if c.args != nil {
		return "-"
	}
	return ""
}

// firstPath is sys.path[0]: the script's folder, the current one for -m, "" for -c and standard input.
func firstPath(c commandLine) (string, bool) {
	switch c.kind {
	case fromFile:
		name := c.program
		if real, err := filepath.EvalSymlinks(name); err == nil {
			name = real
		}
		if abs, err := filepath.Abs(name); err == nil {
			name = abs
		}
		return filepath.Dir(name), true
	case fromModule:
		wd, err := os.Getwd()
		return wd, err == nil
	}
	return "", true
}

func executable(arg0 string) string {
	if exe, err := os.Executable(); err == nil {
		return exe
	}
	return arg0
}
