// The subcommand `pyasync cells FILE…`: files as the cells of one kernel.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	py "pyasync"
	"pyasync/notebook"
)

const cellsUsage = "usage: pyasync cells [--keep-going] [--legacy] FILE..."

// runCells runs the subcommand and returns the exit status.
func runCells(args []string, stdin io.Reader, stdout, stderr io.Writer) (code int, interrupted bool) {
	flags := flag.NewFlagSet("cells", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() { fmt.Fprintln(stderr, cellsUsage) }
	keepGoing := flags.Bool("keep-going", false, "go on after a cell that failed")
	legacy := flags.Bool("legacy", false, "allow what asyncio allowed in Python 3.4 to 3.10")
	if err := flags.Parse(args); err != nil {
		return 2, false
	}
	var cells []notebook.Cell
	for _, name := range flags.Args() {
		src, err := os.ReadFile(name)
		if err != nil {
			fmt.Fprintln(stderr, "pyasync cells:", err)
			return 2, false
		}
		cells = append(cells, notebook.Cell{Source: cellSource(string(src))})
	}
	in, err := newInterpreter(func(o *py.Options) { o.Flags.Legacy = *legacy }, stdin, stdout, stderr)
	if err != nil {
		fmt.Fprintln(stderr, err)
		return 1, false
	}
	defer watchInterrupts(in)()
	failed, err := notebook.Run(in, cells, *keepGoing, notebook.Config{Settle: true, Interrupts: true})
	st := finishKernel(in, err)
	if failed && !*keepGoing {
		st.Code = max(st.Code, 1)
	}
	return st.Code, st.Interrupted
}

// cellSource is a cell file without the line that marks its beginning.
func cellSource(text string) string {
	if strings.HasPrefix(text, "# %%") {
		_, text, _ = strings.Cut(text, "\n")
	}
	return text
}

// newInterpreter makes an interpreter for code that comes from no script; change may adjust the options.
func newInterpreter(change func(o *py.Options), stdin io.Reader, stdout, stderr io.Writer) (*py.Interpreter, error) {
	o := options(commandLine{}, os.Args, os.Environ())
	o.Stdin, o.Stdout, o.Stderr = standard(stdin), writer(stdout), writer(stderr)
	if change != nil {
		change(&o)
	}
	return py.New(o)
}

// finishKernel closes the interpreter after the kernel ended, with err if an exception ended it.
func finishKernel(in *py.Interpreter, err error) py.Status {
	st := py.Status{Code: 130, Interrupted: true}
	if err != notebook.ErrInterrupted {
		st = in.Report(err)
	}
	if n := in.Close(); n != 0 && st.Code == 0 {
		st.Code = n
	}
	return st
}
