// Command pyasync runs Python programs.
package main

import (
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"
)

func main() {
	tuneGC()
	code, interrupted := dispatch(os.Args)
	if interrupted {
		signal.Reset(syscall.SIGINT)
		syscall.Kill(os.Getpid(), syscall.SIGINT)
		time.Sleep(time.Second) // the signal does nothing where we were started with it ignored
	}
	os.Exit(code)
}

// dispatch runs the subcommand that is named, or the program.
func dispatch(args []string) (code int, interrupted bool) {
	if len(args) > 2 && args[1] == legacyOption && subcommands[args[2]] != nil {
		args = append([]string{args[0], args[2], legacyOption}, args[3:]...)
	}
	if len(args) > 1 {
		if sub := subcommands[args[1]]; sub != nil {
			return sub(args[2:], os.Stdin, os.Stdout, os.Stderr)
		}
	}
	if command := documentCommand(args[1:]); command != nil {
		return command(args[1:], os.Stdin, os.Stdout, os.Stderr)
	}
	return run(args, os.Environ(), os.Stdin, os.Stdout, os.Stderr)
}

// subcommand is a use of the command besides running a program.
type subcommand func(args []string, stdin io.Reader, stdout, stderr io.Writer) (code int, interrupted bool)

var subcommands map[string]subcommand

func init() {
	subcommands = map[string]subcommand{
		"ast": func(args []string, stdin io.Reader, stdout, stderr io.Writer) (int, bool) {
			return dumpAST(args, stdin, stdout, stderr), false
		},
		"cells":  runCells,
		"kernel": runKernel,
		"test":   runTests,
	}
}

// documents are the commands for files that are no scripts, by the end of their names.
var documents = map[string]subcommand{".ipynb": runNotebook, ".md": runPage, ".markdown": runPage}

// documentCommand returns the command for a notebook or page when the first argument that is no option names one.
func documentCommand(args []string) subcommand {
	for i := 0; i < len(args); i++ {
		switch a := args[i]; {
		case a == "-o" || a == "--cells" || a == "--blocks" || a == "--mark":
			i++
		case len(a) > 1 && a[0] == '-' && (a[1] != '-' && a[1] != 'o' || a == "--"):
			return nil // an option of the interpreter
		case a == "-" || a[:min(1, len(a))] != "-":
			return documents[filepath.Ext(a)]
		}
	}
	return nil
}
