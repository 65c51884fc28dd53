// Running the blocks of a Markdown page: pyasync page.md.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	py "pyasync"
	"pyasync/markdown"
	"pyasync/notebook"
)

const pageUsage = `usage: pyasync [option] ... PAGE.md

Runs the python blocks of a Markdown page, each as a program of its own.

  --session        run the blocks one after the other in one namespace, as cells of a notebook
  --blocks LIST    run some blocks only: numbers and ranges, as in 2-4,7
  --context        give each block the imports and definitions of the blocks before it
  --keep-going     go on after a block that failed
  --legacy         allow what asyncio allowed in Python 3.4 to 3.10
`

type pageRun struct {
	path           string
	session        bool
	keepGoing      bool
	context        bool
	legacy         bool
	page           *markdown.Page
	mark           string // printed after each block, with its exit status
	blocks         []*markdown.Block
	stdin          io.Reader
	stdout, stderr io.Writer
}

// runPage runs the command and returns the exit status.
func runPage(args []string, stdin io.Reader, stdout, stderr io.Writer) (code int, interrupted bool) {
	r := &pageRun{stdin: stdin, stdout: stdout, stderr: stderr}
	list := ""
	flags := flag.NewFlagSet("page", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() { fmt.Fprint(stderr, pageUsage) }
	flags.BoolVar(&r.session, "session", false, "")
	flags.BoolVar(&r.keepGoing, "keep-going", false, "")
	flags.BoolVar(&r.context, "context", false, "")
	flags.BoolVar(&r.legacy, "legacy", false, "")
	flags.StringVar(&list, "blocks", "", "")
	flags.StringVar(&r.mark, "mark", "", "")
	files, err := parseAnywhere(flags, args)
	if err != nil {
		return 2, false
	}
	if len(files) != 1 {
		fmt.Fprint(stderr, pageUsage)
		return 2, false
	}
	r.path = files[0]
	text, err := os.ReadFile(r.path)
	if err != nil {
		fmt.Fprintln(stderr, "pyasync:", err)
		return 2, false
	}
	page := markdown.Parse(string(text))
	r.page = page
	r.session = r.session || page.Attrs.Session
	r.legacy = r.legacy || page.Attrs.Legacy
	r.blocks, err = choose(page.Blocks, list, "blocks")
	if err != nil {
		fmt.Fprintln(stderr, "pyasync:", err)
		return 2, false
	}
	if list == "" {
		r.dropSkipped()
	}
	if r.session {
		return r.runSession()
	}
	for _, b := range r.blocks {
		st := r.runBlock(b)
		if b.Attrs.Error || st.Interrupted && b.Attrs.StopAfter > 0 {
			continue
		}
		if st.Interrupted {
			return st.Code, true
		}
		if code = max(code, st.Code); code != 0 && !r.keepGoing {
			return code, false
		}
	}
	return code, false
}

// dropSkipped leaves blocks out that are marked so, unless they are asked for by number.
func (r *pageRun) dropSkipped() {
	all := r.blocks
	r.blocks = nil
	for _, b := range all {
		if !b.Attrs.Skip {
			r.blocks = append(r.blocks, b)
		}
	}
}

func (r *pageRun) interpreter(legacy bool) (*py.Interpreter, error) {
	return newInterpreter(func(o *py.Options) {
		o.Args = []string{r.path}
		o.Flags.Unbuffered = true
		o.Flags.Legacy = legacy
	}, r.stdin, r.stdout, r.stderr)
}

// runBlock runs one block in an interpreter of its own: as a program, or as a cell when it awaits at top level.
func (r *pageRun) runBlock(b *markdown.Block) py.Status {
	in, err := r.interpreter(r.legacy || b.Attrs.Legacy)
	if err != nil {
		fmt.Fprintln(r.stderr, err)
		return py.Status{Code: 1}
	}
	defer watchInterrupts(in)()
	if b.Attrs.StopAfter > 0 {
		defer time.AfterFunc(b.Attrs.StopAfter, in.Interrupt).Stop()
	}
	if r.context {
		for _, earlier := range r.page.Blocks[:b.Number-1] {
			for _, source := range earlier.Definitions() {
				in.Exec(source, r.path) // what cannot be defined here may not be needed
			}
		}
	}
	if b.Doctest {
		return r.transcript(in, []*markdown.Block{b})
	}
	if !notebook.NeedsLoop(b.Source) {
		st := in.RunSource(b.Padded(), r.path)
		if n := in.Close(); n != 0 && st.Code == 0 {
			st.Code = n
		}
		return st
	}
	failed, err := notebook.Run(in, []notebook.Cell{{Source: b.Padded(), Name: r.path}}, false, notebook.Config{Settle: true, Interrupts: true})
	st := finishKernel(in, err)
	if failed {
		st.Code = max(st.Code, 1)
	}
	return st
}

// runSession runs the blocks as cells of one kernel.
func (r *pageRun) runSession() (code int, interrupted bool) {
	in, err := r.interpreter(r.legacy)
	if err != nil {
		fmt.Fprintln(r.stderr, err)
		return 1, false
	}
	defer watchInterrupts(in)()
	st := r.transcript(in, r.blocks)
	return st.Code, st.Interrupted
}

// transcript runs blocks in one kernel; doctests are echoed with their prompts, so that the output is the transcript.
func (r *pageRun) transcript(in *py.Interpreter, blocks []*markdown.Block) py.Status {
	var cells []notebook.Cell
	steps := map[int]step{}
	for _, b := range blocks {
		if !b.Doctest {
			cells = append(cells, notebook.Cell{Source: b.Padded(), Name: r.path, Silent: true})
			steps[len(cells)] = step{block: b, last: true}
			continue
		}
		examples := markdown.Examples(b.Source)
		for i := range examples {
			e := &examples[i]
			cells = append(cells, notebook.Cell{Source: strings.Repeat("\n", b.Line-1+e.Line) + e.Source, Name: r.path})
			steps[len(cells)] = step{b, e, i == len(examples)-1}
		}
	}
	n, bad := 0, false
	doctest := len(blocks) == 1 && blocks[0].Doctest
	cfg := notebook.Config{Settle: !doctest, Quiet: true,
		Begin: func(c *notebook.Cell) {
			n++
			if e := steps[n].example; e != nil {
				io.WriteString(r.stdout, e.Prompted())
			}
		},
		End: func(c *notebook.Cell, f *notebook.Failure) {
			s := steps[n]
			switch {
			case f != nil && s.example != nil:
				fmt.Fprintf(r.stdout, "Traceback (most recent call last):\n    ...\n%s\n", f.Line())
			case f != nil:
				io.WriteString(r.stderr, f.Traceback)
				bad = bad || !s.block.Attrs.Error
			}
			if r.mark != "" && s.last {
				fmt.Fprintf(r.stdout, "\n%s %s\n", r.mark, strconv.FormatBool(f == nil || s.example != nil))
			}
		}}
	_, err := notebook.Run(in, cells, r.keepGoing || doctest || r.mark != "", cfg)
	st := finishKernel(in, err)
	if bad {
		st.Code = max(st.Code, 1)
	}
	return st
}

// step is a cell of a transcript: a block, or an example of one.
type step struct {
	block   *markdown.Block
	example *markdown.Example
	last    bool // of its block
}
