// Running a notebook: pyasync book.ipynb.
package main

import (
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"

	py "pyasync"
	"pyasync/goldentest"
	"pyasync/notebook"
)

const notebookUsage = `usage: pyasync [option] ... BOOK.ipynb

Runs the code cells of a notebook in order: one namespace, one running loop, await at top level.

  --keep-going     go on after a cell that failed
  --cells LIST     run some cells only: numbers and ranges of code cells, as in 3-7,9
  --check          compare the outputs with those stored in the notebook
  -o FILE          write the notebook with its outputs
  --legacy         allow what asyncio allowed in Python 3.4 to 3.10
`

// notebookOptions are the options of a run.
type notebookOptions struct {
	book      string
	keepGoing bool
	check     bool
	out       string
	cells     string
	legacy    bool
}

// runNotebook runs the command and returns the exit status.
func runNotebook(args []string, stdin io.Reader, stdout, stderr io.Writer) (code int, interrupted bool) {
	var o notebookOptions
	flags := flag.NewFlagSet("notebook", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() { fmt.Fprint(stderr, notebookUsage) }
	flags.BoolVar(&o.keepGoing, "keep-going", false, "")
	flags.BoolVar(&o.check, "check", false, "")
	flags.StringVar(&o.out, "o", "", "")
	flags.StringVar(&o.cells, "cells", "", "")
	flags.BoolVar(&o.legacy, "legacy", false, "")
	files, err := parseAnywhere(flags, args)
	if err != nil {
		return 2, false
	}
	if len(files) != 1 {
		fmt.Fprint(stderr, notebookUsage)
		return 2, false
	}
	o.book = files[0]
	book, err := notebook.ReadBook(o.book)
	if err != nil {
		fmt.Fprintln(stderr, "pyasync:", err)
		return 2, false
	}
	chosen, err := choose(book.Code(), o.cells, "cells")
	if err != nil {
		fmt.Fprintln(stderr, "pyasync:", err)
		return 2, false
	}
	r := &notebookRun{options: o, book: book, cells: chosen, stdin: stdin, stdout: stdout, stderr: stderr}
	return r.run()
}

// parseAnywhere parses options that may stand before and after the files.
func parseAnywhere(flags *flag.FlagSet, args []string) (files []string, err error) {
	for {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		if flags.NArg() == 0 {
			return files, nil
		}
		files = append(files, flags.Arg(0))
		args = flags.Args()[1:]
	}
}

// choose returns the cells or blocks that a list such as "3-7,9" names; all for "". They are counted from 1.
func choose[T any](all []T, list, what string) ([]T, error) {
	if list == "" {
		return all, nil
	}
	var chosen []T
	for _, part := range strings.Split(list, ",") {
		from, to, isRange := strings.Cut(strings.TrimSpace(part), "-")
		first, err1 := strconv.Atoi(from)
		last, err2 := first, error(nil)
		switch {
		case isRange && to == "":
			last = len(all)
		case isRange:
			last, err2 = strconv.Atoi(to)
		}
		if err1 != nil || err2 != nil || first < 1 || last < first {
			return nil, fmt.Errorf("--%s: %q is no number or range", what, part)
		}
		if first > len(all) {
			return nil, fmt.Errorf("--%s: there are only %d", what, len(all))
		}
		chosen = append(chosen, all[first-1:min(last, len(all))]...)
	}
	return chosen, nil
}

// notebookRun is one run of a notebook.
type notebookRun struct {
	options        notebookOptions
	book           *notebook.Book
	cells          []*notebook.BookCell
	stdin          io.Reader
	stdout, stderr io.Writer

	capture  *capture
	recorder notebook.Recorder
	done     int      // cells that have ended
	diffs    []string // --check: one for each cell that differs
}

func (r *notebookRun) run() (code int, interrupted bool) {
	cfg := notebook.Config{Settle: true, History: true, Interrupts: true}
	capturing := r.options.check || r.options.out != ""
	if capturing {
		if err := r.startCapture(&cfg); err != nil {
			fmt.Fprintln(r.stderr, "pyasync:", err)
			return 1, false
		}
	}
	in, err := newInterpreter(func(o *py.Options) {
		o.Flags.Unbuffered = o.Flags.Unbuffered || capturing
		o.Flags.Legacy = r.options.legacy
	}, r.stdin, r.stdout, r.stderr)
	if err != nil {
		fmt.Fprintln(r.stderr, err)
		return 1, false
	}
	defer watchInterrupts(in)()
	failed, err := notebook.Run(in, r.sources(), r.options.keepGoing || r.options.check, cfg)
	st := finishKernel(in, err)
	if r.capture != nil {
		r.capture.stop()
	}
	if failed && !r.options.keepGoing && !r.options.check {
		st.Code = max(st.Code, 1)
	}
	return r.results(st)
}

// sources are the cells to run; those tagged "skip-execution" do nothing.
func (r *notebookRun) sources() []notebook.Cell {
	cells := make([]notebook.Cell, len(r.cells))
	for i, c := range r.cells {
		cells[i].Source = c.Source
		for _, tag := range c.Tags() {
			if tag == "skip-execution" {
				cells[i].Source = ""
			}
		}
	}
	return cells
}

// startCapture makes the run record the outputs of each cell.
func (r *notebookRun) startCapture(cfg *notebook.Config) (err error) {
	var tee [2]io.Writer
	r.capture, err = startCapture(func(name, s string) {
		r.recorder.Stream(name, s)
		if w := tee[map[string]int{"stdout": 0, "stderr": 1}[name]]; w != nil {
			io.WriteString(w, s)
		}
	})
	if err != nil {
		return err
	}
	shown := !r.options.check
	if shown {
		tee[0], tee[1] = r.capture.streams[0].saved, r.capture.streams[1].saved
	}
	cfg.Rich = true
	cfg.Quiet = true // failures become outputs
	cfg.Begin = func(c *notebook.Cell) { r.capture.sync(); r.recorder.Take() }
	cfg.Publish = func(kind string, data, metadata map[string]any, id string) {
		r.capture.sync()
		if text, ok := data["text/plain"].(string); ok && shown {
			fmt.Fprintln(tee[0], text)
		}
		r.recorder.Publish(kind, data, metadata, id, r.done+1)
	}
	cfg.End = func(c *notebook.Cell, f *notebook.Failure) {
		r.capture.sync()
		if f != nil {
			r.recorder.Fail(f)
			if shown {
				io.WriteString(tee[1], f.Traceback)
			}
		}
		r.cellEnded(r.cells[r.done], r.recorder.Take())
		r.done++
	}
	return nil
}

// cellEnded compares or stores the outputs of a cell.
func (r *notebookRun) cellEnded(c *notebook.BookCell, outs []notebook.Output) {
	if r.options.check {
		if d := goldentest.DiffOutputs(c.Outputs(), outs); d != "" {
			r.diffs = append(r.diffs, fmt.Sprintf("cell %d of %s differs:\n%s", r.done+1, r.options.book, d))
		}
	}
	c.SetOutputs(outs, r.done+1)
}

// results writes what was asked for and gives the exit status.
func (r *notebookRun) results(st py.Status) (code int, interrupted bool) {
	if r.options.out != "" {
		if err := r.book.Write(r.options.out); err != nil {
			fmt.Fprintln(r.stderr, "pyasync:", err)
			return 1, false
		}
	}
	if r.options.check {
		for _, d := range r.diffs {
			fmt.Fprint(r.stdout, d)
		}
		fmt.Fprintf(r.stdout, "%d cells run, %d differ\n", r.done, len(r.diffs))
		if len(r.diffs) > 0 {
			st.Code = max(st.Code, 1)
		}
	}
	return st.Code, st.Interrupted
}
