// Package notebook runs cells as Jupyter does: one namespace, one running loop, await at top level, the value of a last
// expression displayed. Kernel is what runs them; the rest of the package reads and writes notebooks.
//
// What has to happen inside the loop is written in Python (folder py) and calls back into Kernel for everything that
// concerns the world outside.
package notebook

import (
	"embed"
	"errors"
	"strconv"
	"sync"

	py "pyasync"
	"pyasync/eval"
	"pyasync/lookup"
	"pyasync/object"
)

// Cell is a piece of source to run.
type Cell struct {
	Source string
	Name   string // file name in tracebacks; "" for "<cell N>"
	Silent bool   // do not display the value of the last expression
	Number int    // execution count; 0: the kernel counts
	Apart  bool   // leaves the execution count, In and Out as they are
}

// Failure is the exception that left a cell.
type Failure struct {
	Type, Message string
	Traceback     string
}

// Line is the last line of the traceback: class and message.
func (f *Failure) Line() string {
	if f.Message == "" {
		return f.Type
	}
	return f.Type + ": " + f.Message
}

// Config says how a Kernel meets the world. All functions are called from the goroutine that runs the kernel.
type Config struct {
	// Next gives the next cell; more false ends the run. A nil cell with more true means "nothing yet": the loop
	// goes on, and Kernel.Wake makes the kernel ask again.
	Next func() (cell *Cell, more bool)
	// Begin and End surround a cell. failure is nil when it went well.
	Begin func(c *Cell)
	End   func(c *Cell, failure *Failure)
	// Publish shows something: kind is execute_result, display_data, update_display_data or clear_output. When it is
	// nil the text is printed to sys.stdout.
	Publish func(kind string, data, metadata map[string]any, displayID string)
	// Input asks the user for a line: the answer comes over the channel. When it is nil, input() reads sys.stdin. The
	// error says why nobody can be asked.
	Input func(prompt string, password bool) (answer <-chan string, err error)

	Settle     bool // after each cell wait until no task and no child process is left
	Interrupts bool // SIGINT ends the cell, not the kernel
	Rich       bool // break wide containers over several lines, as IPython does
	Quiet      bool // do not print the traceback of a failed cell: End gets it
	History    bool // keep In, Out, _ and _N
}

// Kernel runs cells in an interpreter, in its module __main__.
type Kernel struct {
	in      *py.Interpreter
	cfg     Config
	ns      *object.Dict // the namespace of the Python part
	kernel  object.Value // its Kernel object
	count   int
	current *Cell
	failure *Failure
	served  bool // cells come from outside, one by one
	wakeMu  sync.Mutex
}

//go:embed py
var sources embed.FS

// driverFile is how the frames of the Python part are told from the user's.
const driverFile = object.NotebookFolder

// New prepares a kernel in an interpreter that runs nothing else.
func New(in *py.Interpreter, cfg Config) (*Kernel, error) {
	k := &Kernel{in: in, cfg: cfg}
	th := in.Thread()
	m := object.NewModule("ipykernel.kernelbase")
	k.ns = m.Dict
	for i := range hostFunctions {
		k.ns.SetName(hostFunctions[i].name, hostFunctions[i].builtin(k))
	}
	for _, name := range [...]string{"magics.py", "display.py", "lookup.py", "driver.py"} {
		src, err := sources.ReadFile("py/" + name)
		if err != nil {
			return nil, err
		}
		code, ok := eval.Compile(th, src, driverFile+name, eval.CompileOptions{})
		if !ok || eval.Run(th, code, k.ns, object.Value{}).IsNil() {
			return nil, in.Pending()
		}
	}
	k.kernel = th.CallArgs(k.ns.GetName("Kernel"), in.Main().Dict.V())
	if k.kernel.IsNil() || th.CallMethod(k.kernel, object.NewStr("install")).IsNil() {
		return nil, in.Pending()
	}
	return k, nil
}

// Run runs the cells that Config.Next gives, to the end. The error is an uncaught exception that ended the kernel
// itself, such as KeyboardInterrupt.
func (k *Kernel) Run() error {
	if k.in.Thread().CallMethod(k.kernel, object.NewStr("run")).IsNil() {
		return k.in.Pending()
	}
	return nil
}

// Wake makes the kernel call Config.Next again. Any goroutine may call it, at any time while Run runs.
func (k *Kernel) Wake() {
	k.wakeMu.Lock()
	defer k.wakeMu.Unlock()
	th := object.NewThread(k.in.Thread().Interp)
	th.Lock()
	defer th.Unlock()
	th.CallMethod(k.kernel, object.NewStr("wake_threadsafe"))
}

// Count is the number of the last cell begun.
func (k *Kernel) Count() int { return k.count }

// number gives a cell its number and name.
func (k *Kernel) number(c *Cell) {
	if !c.Apart {
		k.count++
	}
	if c.Number == 0 {
		c.Number = k.count
	}
	if c.Name == "" {
		c.Name = "<cell " + strconv.Itoa(c.Number) + ">"
	}
}

// ErrInterrupted says that SIGINT ended a run.
var ErrInterrupted = errors.New("interrupted")

// Run runs cells in a new kernel of the interpreter and returns whether one of them failed. With keepGoing the cells
// after a failed one run, too. With Config.Interrupts an interrupt ends the run, with ErrInterrupted.
func Run(in *py.Interpreter, cells []Cell, keepGoing bool, cfg Config) (failed bool, err error) {
	i := 0
	interrupted := false
	end := cfg.End
	cfg.Next = func() (*Cell, bool) {
		if i == len(cells) || interrupted || failed && !keepGoing {
			return nil, false
		}
		i++
		return &cells[i-1], true
	}
	cfg.End = func(c *Cell, f *Failure) {
		failed = failed || f != nil
		interrupted = interrupted || cfg.Interrupts && f != nil && f.Type == "KeyboardInterrupt"
		if end != nil {
			end(c, f)
		}
	}
	k, err := New(in, cfg)
	if err != nil {
		return true, err
	}
	if err = k.Run(); err == nil && interrupted {
		err = ErrInterrupted
	}
	return failed || err != nil, err
}

// Complete returns the names that may stand at the cursor, a number of characters, and where they begin. It is
// called from Config.Next.
func (k *Kernel) Complete(code string, cursor int) (matches []string, start int) {
	text := []rune(code)
	cursor = max(0, min(cursor, len(text)))
	matches, typed := lookup.Names{Namespace: k.in.Main().Dict}.Complete(k.in.Thread(), string(text[:cursor]))
	return matches, cursor - typed
}

// Evaluate evaluates one of a client's expressions in the user's namespace, after a cell: a display of its value, or the
// error, in the form of the protocol. It is called from Config.End.
func (k *Kernel) Evaluate(expression string) any {
	th := k.in.Thread()
	r := th.CallArgs(k.ns.GetName("user_expression"), object.StrValue(expression), k.in.Main().Dict.V())
	if r.IsNil() {
		th.Exc = object.Value{}
		return nil
	}
	x, err := k.in.FromPython(r)
	if m, ok := x.(map[string]any); ok && err == nil {
		return plainJSON(m)
	}
	return nil
}

// Inspect returns what is known about the name at the cursor, "" if nothing. It is called from Config.Next.
func (k *Kernel) Inspect(code string, cursor int) string {
	s, _ := k.ask("describe", code, cursor).(string)
	return s
}

// ask calls a function of the Python part; errors count as no answer.
func (k *Kernel) ask(function, code string, cursor int) any {
	th := k.in.Thread()
	r := th.CallArgs(k.ns.GetName(function), object.StrValue(code), object.Int(int64(cursor)), k.in.Main().Dict.V())
	if r.IsNil() {
		th.Exc = object.Value{}
		return nil
	}
	x, err := k.in.FromPython(r)
	if err != nil {
		return nil
	}
	return x
}
