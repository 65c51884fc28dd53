// Entry points of the import system for embedders: importing by name, running a module as __main__.
package eval

import (
	"strings"

	"pyasync/object"
)

// Import imports a module by absolute name and returns it.
func Import(th *Thread, name string) Value { return importAbsolute(th, name) }

// DescribeBuiltin sets __spec__, __loader__ and __package__ of a module made before there were imports.
func DescribeBuiltin(m *object.Module) {
	f := &found{kind: goModule, name: m.Name}
	initModule(m, f, newSpecOf(f))
}

// SourceLoader returns a SourceFileLoader.
func SourceLoader(name, path string) Value {
	return newSourceLoader(&sourceLoaderType, object.StrValue(name), object.StrValue(path))
}

// RunModule runs the module or package name as __main__, as `-m name` does (runpy._run_module_as_main); setArgv0 puts
// its file into sys.argv[0].
func RunModule(th *Thread, main *object.Module, name, executable string, setArgv0 bool) Value {
	c := importConfig(th)
	f := resolveMain(th, c, name, executable)
	if f == nil {
		return Value{}
	}
	spec := newSpecOf(f)
	d := main.Dict
	initModule(main, f, spec)
	d.SetName("__name__", object.StrValue("__main__"))
	if sys := th.Interp.Sys; sys != nil && f.file != "" && setArgv0 {
		if argv, ok := object.AsList(orNone(sys.Dict.GetName("argv"))); ok && len(argv.Items) > 0 {
			argv.Items[0] = object.StrValue(f.file)
		}
	}
	if f.kind != embeddedModule && f.kind != sourceModule {
		return mainError(th, executable, "No code object available for "+name)
	}
	code, ok := compileFile(th, f.file)
	if !ok {
		return Value{}
	}
	r := Run(th, code, d, Value{})
	if e, ok := object.AsException(th.Exc); r.IsNil() && ok && setArgv0 {
		e.Traceback = runpyFrame(runpyFrame(e.Traceback, "_run_code", 88), "_run_module_as_main", 198)
	}
	return r
}

// runpyFrame puts an entry in front of next for a function of runpy, which runs modules in CPython 3.13.
func runpyFrame(next *object.Traceback, name string, line int) *object.Traceback {
	code := &object.Code{Name: name, Qualname: name, Filename: "<frozen runpy>"}
	code.Header.Shape = &object.CodeType.Root
	frame := &object.FrameObject{Header: object.Header{Shape: &object.FrameType.Root}, Code: code, Globals: object.NewDict()}
	return &object.Traceback{Header: object.Header{Shape: &object.TracebackType.Root}, Next: next, Frame: frame, Lineno: line}
}

// resolveMain finds the module to run: for a package, its __main__.
func resolveMain(th *Thread, c *ImportConfig, name, executable string) *found {
	path := Value{}
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		parent := importAbsolute(th, name[:i])
		if parent.IsNil() {
			if th.Pending(&object.ImportErrorType) {
				exc := th.TakeExc()
				msg, _ := th.Str(exc)
				mainError(th, executable, "Error while finding module specification for "+quoted(name)+" ("+exc.Type().Name+": "+msg+")")
			}
			return nil
		}
		if path = th.GetAttr(parent, strPath); path.IsNil() {
			return nil
		}
	}
	f := c.find(th, name, path)
	switch {
	case f == nil:
		mainError(th, executable, "No module named "+name)
		return nil
	case !f.isPkg:
		return f
	}
	if pkg := importAbsolute(th, name); pkg.IsNil() {
		return nil
	}
	m := c.findOnPath(name+".__main__", f.search)
	if m == nil {
		mainError(th, executable, "No module named "+name+".__main__; "+quoted(name)+" is a package and cannot be directly executed")
	}
	return m
}

// mainError prints what is wrong with the module to run, and ends the program with status 1.
func mainError(th *Thread, executable, msg string) Value {
	WriteStderr(th, executable+": "+msg+"\n")
	e := th.CallArgs(object.SystemExitType.V(), object.Int(1))
	if e.IsNil() {
		return e
	}
	return th.RaiseValue(e)
}
