// Code, the executable form of a block, and the entry points Compile and Run.
package eval

import (
	"unsafe"

	"pyasync/ast"
	"pyasync/object"
	"pyasync/parser"
)

// codeKind is what calling a function does.
type codeKind uint8

const (
	plainCode codeKind = iota
	generatorCode
	coroutineCode
	asyncGeneratorCode
)

// variable is a named slot of a frame.
type variable struct {
	name *Str
	slot slot
	cell bool
}

// hiddenVariable is a variable of a comprehension: it is there while the comprehension runs, which has its accumulator then.
type hiddenVariable struct {
	variable
	acc slot
}

// Code is a code object with its executable tree. The embedded object.Code is what Python sees.
type Code struct {
	object.Code
	kind   codeKind
	simple bool  // only positional parameters, none of them a cell: arguments go straight into the slots
	slots  int32 // size of a frame
	body   Stmt
	vars   []variable // named variables, parameters first
	hidden []hiddenVariable
	names  []*Str     // what co_names lists, with repetitions
	cells  []cellInit // slots that hold cells from the start
	lower  func()     // builds body at the first call; nil once done
	// fast is the number of arguments of a plain function with simple parameters whose body is ready, else -1: then
	// a call may write its arguments into a frame and run it.
	fast          int32
	fastWhenReady bool
	// fused is the same of a coroutine function: an await of a call may write its arguments into a free coroutine of
	// the size class and go through steps, the body's statements; see chain.
	fused    int32
	class    uint8
	steps    *step
	defPos   Pos     // of the def, below decorators
	awaits   slot    // where a suspended frame keeps what it awaits; 0: it cannot
	consts   []Value // constants and nested code objects, as the body mentions them
	argSlots []slot  // of type parameter scopes: where values from outside go
}

// cellInit says that a slot gets a new cell when the frame starts, holding the argument if it is a parameter.
type cellInit struct {
	slot  slot
	param bool
}

func (c *Code) makeCells(f *Frame) {
	for _, ci := range c.cells {
		p := f.at(ci.slot)
		var v Value
		if ci.param {
			v = *p
		}
		*p = object.ObjectValue(&object.NewCell(v).Header)
	}
}

// optimized reports whether variables live in slots (functions) rather than in a namespace (modules, classes).
func (c *Code) optimized() bool { return c.Flags&object.CoOptimized != 0 }

func codeOf(o *object.Code) *Code { return (*Code)(unsafe.Pointer(o)) }

// CompileOptions are the inputs of Compile besides the source.
type CompileOptions struct {
	Mode              parser.Mode
	File              bool   // the source is the file being run: see parser.Options.File
	TopLevelAwait     bool   // accept await outside functions: the code may suspend, Run returns a coroutine then
	Optimize          int    // 1: no assert statements, 2: no docstrings either
	FutureAnnotations bool   // as if the source began with from __future__ import annotations
	Text              bool   // the source was a str: an encoding declared in it means nothing
	Name              string // of the code object; "<module>" when empty
}

// Compile turns source text into a code object. ok false: SyntaxError (or what the decoder raised) is pending.
func Compile(th *Thread, source []byte, filename string, opt CompileOptions) (code *object.Code, ok bool) {
	parse := parser.Parse
	if opt.Text {
		parse = func(src []byte, o parser.Options) (*parser.Result, error) { return parser.ParseString(string(src), o) }
	}
	res, err := parse(source, parser.Options{Filename: filename, Mode: opt.Mode, File: opt.File, TopLevelAwait: opt.TopLevelAwait,
		OldNames: th.Interp.GetHost().Flags.Legacy})
	if err != nil {
		raiseSyntaxError(th, err, filename)
		return nil, false
	}
	return lowerChecked(th, res, filename, opt)
}

// lowerChecked is the rest of Compile, once the checks have passed.
func lowerChecked(th *Thread, res *parser.Result, filename string, opt CompileOptions) (code *object.Code, ok bool) {
	for _, w := range res.Warnings {
		if w.Category == foldWarning {
			th.WarnFolded(w.Msg)
			continue
		}
		if !warnSyntax(th, w, filename, res.Lines) {
			return nil, false
		}
	}
	if opt.Optimize == 0 {
		opt.Optimize = th.Interp.GetHost().Flags.Optimize // -O
	}
	return lowerModule(th, res, filename, opt)
}

// CompileLibrary is Compile for the modules in the binary, which a test has compiled: nothing is checked, and the bodies of
// functions are read when they are first needed.
func CompileLibrary(th *Thread, text, filename string) (code *object.Code, ok bool) {
	res, err := parser.ReadLibrary(text)
	if err != nil {
		th.Raisef(&object.SystemErrorType, "%s: %v", filename, err)
		return nil, false
	}
	return lowerModule(th, res, filename, CompileOptions{Optimize: th.Interp.GetHost().Flags.Optimize})
}

// foldWarning is the category of what folding constants warns of.
const foldWarning = "DeprecationWarning"

func sourceOf(res *parser.Result, filename string) *object.Source {
	lines := res.Lines
	return &object.Source{
		Filename: filename,
		Text:     res.Source,
		Locate:   func(off int32) (int, int) { return lines.Bytes(off) },
		Line: func(n int) string {
			if n < 1 || n > lines.Lines() {
				return ""
			}
			return lines.Text(n)
		},
	}
}

// Run executes module-level code. locals is the namespace mapping when it differs from globals (exec with two
// dicts), else the nil Value. It returns the value of an expression (mode Eval), None, a coroutine for code with
// top-level await, or the nil Value.
func Run(th *Thread, code *object.Code, globals *object.Dict, locals Value) Value {
	return runClosure(th, code, globals, locals, nil)
}

func runClosure(th *Thread, code *object.Code, globals *object.Dict, locals Value, closure []*object.Cell) Value {
	if globals.GetStr(strBuiltins).IsNil() {
		globals.SetStr(strBuiltins, builtinsValue(currentBuiltins(th)))
	}
	fn := newFunction(th, code, globals)
	fn.Closure = closure
	c := codeOf(code)
	c.prepare()
	f := baseFrame(th)
	if c.kind != plainCode {
		if fn.Name == nil { // the coroutine is named after it
			fn.Name = object.NewStr(code.Name)
			fn.Qualname = fn.Name
		}
		co := newCoroutine(th, fn, c)
		if d, ok := object.AsDict(locals0(locals)); !ok || d != globals {
			*co.frame.at(0) = locals
		}
		return co.V()
	}
	nf := f.push(c.slots)
	if locals.H != nil && locals.H != &globals.Header {
		*nf.at(0) = locals
	} else if globals.IsSubclass() && !c.optimized() { // with its own idea of items
		*nf.at(0) = globals.V()
	}
	r, _ := th.Guard(func() Value { return f.run(nf, fn, c) })
	return r
}

func locals0(v Value) Value {
	if v.H == nil {
		return object.None
	}
	return v
}

// prepare lowers the body on first use: programs define more functions than they call.
func (c *Code) prepare() {
	if c.lower != nil {
		l := c.lower
		c.lower = nil
		l()
	}
}

var strBuiltins = object.NewStr("__builtins__")

// warnSyntax issues a SyntaxWarning of the compiler; false when it was turned into an error.
func warnSyntax(th *Thread, w parser.Warning, filename string, lines *ast.LineTable) bool {
	if h := th.Interp.Hooks.WarnExplicit; h != nil {
		if h(th, &object.SyntaxWarningType, w.Msg, filename, w.Line) {
			return true
		}
		if w.Err != nil && th.Catch(&object.SyntaxWarningType) { // an error that tells the place says more
			raiseSyntaxError(th, w.Err, filename)
		}
		return false
	}
	return true
}

// WarnSyntax issues the warnings of the parser; false when one was turned into an error.
func WarnSyntax(th *object.Thread, list []parser.Warning, filename string) bool {
	for _, w := range list {
		if !warnSyntax(th, w, filename, nil) {
			return false
		}
	}
	return true
}

// RaiseSyntaxError makes pending the exception for what the parser found, for packages that call the parser themselves.
func RaiseSyntaxError(th *object.Thread, err error, filename string) {
	raiseSyntaxError(th, err, filename)
}
