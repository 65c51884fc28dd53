// Loading modules: from a name to an executed module in sys.modules.
package eval

import (
	"strings"

	"pyasync/internal/stdnames"
	"pyasync/object"
	"pyasync/parser"
)

// importAbsolute returns the module with an absolute name, loading it and its parents if need be.
func importAbsolute(th *Thread, name string) Value {
	m := th.Interp.Modules.GetName(name)
	if m.IsNil() {
		return findAndLoad(th, name)
	}
	if m.IsNone() {
		return importError(th, &object.ModuleNotFoundErrorType, "import of "+name+" halted; None in sys.modules", object.StrValue(name), Value{}, Value{})
	}
	if !waitForLoad(th, m) {
		return Value{}
	}
	return m
}

// findAndLoad is importlib's _find_and_load_unlocked.
func findAndLoad(th *Thread, name string) Value {
	if !th.Enter() {
		return Value{}
	}
	defer th.Leave()
	path := Value{}
	parent := Value{}
	i := strings.LastIndexByte(name, '.')
	if i >= 0 {
		if parent = importAbsolute(th, name[:i]); parent.IsNil() {
			return parent
		}
		if m := th.Interp.Modules.GetName(name); !m.IsNil() { // the parent imported it
			return m
		}
		var ok bool
		if path, ok = th.LookupAttr(parent, strPath); !ok {
			return Value{}
		}
		if path.IsNil() {
			return noModule(th, name, "; "+quoted(name[:i])+" is not a package")
		}
	}
	m := findModule(th, name, path)
	if m.IsNil() {
		return m
	}
	if i >= 0 && !th.SetAttr(parent, object.NewStr(name[i+1:]), m) {
		if !th.Catch(&object.AttributeErrorType) {
			return Value{}
		}
	}
	return m
}

// findModule asks the finders of sys.meta_path and loads what they find.
func findModule(th *Thread, name string, path Value) Value {
	c := importConfig(th)
	finders := metaPath(th)
	if finders == nil {
		if f := c.find(th, name, path); f != nil {
			return load(th, f)
		}
		return noModule(th, name, "")
	}
	for _, finder := range finders {
		if t, ok := object.AsType(finder); ok {
			if f, ours := c.findBy(th, t, name, path); ours {
				if f != nil {
					return load(th, f)
				}
				continue
			}
		}
		spec := askFinder(th, finder, name, path)
		if spec.IsNil() {
			return spec
		}
		if !spec.IsNone() {
			return loadSpec(th, spec)
		}
	}
	return noModule(th, name, "")
}

func metaPath(th *Thread) []Value {
	if th.Interp.Sys == nil {
		return nil
	}
	l, ok := object.AsList(orNone(th.Interp.Sys.Dict.GetName("meta_path")))
	if !ok {
		return nil
	}
	return append([]Value(nil), l.Items...)
}

func askFinder(th *Thread, finder Value, name string, path Value) Value {
	f, ok := th.LookupAttr(finder, object.NewStr("find_spec"))
	if !ok {
		return Value{}
	}
	if f.IsNil() {
		return object.None
	}
	return th.CallArgs(f, object.StrValue(name), orNone(path), object.None)
}

// find is what the three default finders find, in their order.
func (c *ImportConfig) find(th *Thread, name string, path Value) *found {
	if f := c.findBuiltin(name); f != nil {
		return f
	}
	dirs := stringList(path)
	if path.IsNil() {
		dirs = sysPath(th)
	}
	return c.findOnPath(name, dirs)
}

// findBy is what one of our finders finds; ours is false for any other class.
func (c *ImportConfig) findBy(th *Thread, finder *object.Type, name string, path Value) (f *found, ours bool) {
	switch finder {
	case &builtinImporterType:
		if stdnames.IsBuiltin(name) {
			f = c.findBuiltin(name)
		}
	case &frozenImporterType:
		if !stdnames.IsBuiltin(name) {
			f = c.findBuiltin(name)
		}
	case &pathFinderType:
		dirs := stringList(path)
		if path.IsNil() || path.IsNone() {
			dirs = sysPath(th)
		}
		f = c.findOnPath(name, dirs)
	default:
		return nil, false
	}
	return f, true
}

// load makes the module found and executes it.
func load(th *Thread, f *found) Value {
	m := object.NewModule(f.name)
	spec := newSpecOf(f)
	initModule(m, f, spec)
	return execute(th, m, spec, func() bool { return execFound(th, m, f) })
}

// execute runs exec for module m while sys.modules shows it as being initialised. It returns what sys.modules holds
// in the end: a module may replace itself.
func execute(th *Thread, m *object.Module, spec *ModuleSpec, exec func() bool) Value {
	name := object.StrValue(specName(spec))
	modules := th.Interp.Modules
	key, _ := object.AsStr(name)
	if spec != nil {
		spec.attrs.SetName("_initializing", object.True)
		spec.loading = th.Ident
	}
	modules.SetStr(key, m.V())
	ok := exec()
	if spec != nil {
		spec.attrs.SetName("_initializing", object.False)
		spec.loading = 0
	}
	if !ok {
		modules.DelStr(key)
		return Value{}
	}
	r := modules.GetStr(key)
	if r.IsNil() {
		return importError(th, &object.ImportErrorType, "module "+quoted(key.Go())+" not in sys.modules", name, Value{}, Value{})
	}
	return r
}

// execFound fills module m with the contents found.
func execFound(th *Thread, m *object.Module, f *found) bool {
	switch f.kind {
	case goModule:
		return f.init(th, m)
	case embeddedModule, sourceModule:
		return execSource(th, m, f.file)
	}
	return true
}

// execSource compiles a source file and runs it in module m.
func execSource(th *Thread, m *object.Module, file string) bool {
	code, ok := compileFile(th, file)
	return ok && !Run(th, code, m.Dict, Value{}).IsNil()
}

// compileFile compiles the source of a module.
func compileFile(th *Thread, file string) (*object.Code, bool) {
	c := importConfig(th)
	if isLibrary(file) {
		text, err := c.libraryText(file)
		if err != nil {
			return nil, raiseReadError(th, err, file)
		}
		return CompileLibrary(th, text, file)
	}
	src, err := c.readSource(file)
	if err != nil {
		return nil, raiseReadError(th, err, file)
	}
	return Compile(th, src, file, CompileOptions{Mode: parser.Exec})
}

// raiseReadError raises the OSError of a source that cannot be read.
func raiseReadError(th *Thread, err error, file string) bool {
	th.Raisef(&object.OSErrorType, "cannot read %s: %v", file, err)
	return false
}

// waitForLoad waits while another thread executes the module: only fully loaded modules are shared between threads,
// except when the two wait for each other.
func waitForLoad(th *Thread, m Value) bool {
	mod, ok := object.AsModule(m)
	if !ok {
		return true
	}
	spec, ok := asModuleSpec(mod.Dict.GetStr(strSpec))
	if !ok || spec.loading == 0 || spec.loading == th.Ident {
		return true
	}
	return waitForOther(th, spec)
}

// loadSpec makes and executes a module from a spec that a finder outside returned (importlib's _load_unlocked).
func loadSpec(th *Thread, spec Value) Value {
	m := moduleFromSpec(th, spec)
	if m.IsNil() {
		return m
	}
	name := th.GetAttrName(spec, "name")
	if name.IsNil() {
		return name
	}
	loader := th.GetAttrName(spec, "loader")
	if loader.IsNil() {
		return loader
	}
	if !th.Interp.Modules.Set(th, name, m) {
		return Value{}
	}
	own, _ := asModuleSpec(spec)
	if own != nil {
		own.attrs.SetName("_initializing", object.True)
		own.loading = th.Ident
	}
	failed := !loader.IsNone() && th.CallMethod(loader, object.NewStr("exec_module"), m).IsNil()
	if own != nil {
		own.attrs.SetName("_initializing", object.False)
		own.loading = 0
	}
	if failed {
		exc := th.TakeExc()
		th.Interp.Modules.Pop(th, name)
		th.Exc = exc
		return Value{}
	}
	if r, ok := th.Interp.Modules.Get(th, name); !ok || !r.IsNil() {
		return r
	}
	return th.KeyError(name)
}

// moduleFromSpec is importlib.util.module_from_spec.
func moduleFromSpec(th *Thread, spec Value) Value {
	loader, ok := th.LookupAttr(spec, object.NewStr("loader"))
	if !ok {
		return Value{}
	}
	m := object.None
	if !loader.IsNil() && !loader.IsNone() {
		create, ok := th.LookupAttr(loader, object.NewStr("create_module"))
		if !ok {
			return Value{}
		}
		if !create.IsNil() {
			if m = th.CallArgs(create, spec); m.IsNil() {
				return m
			}
		} else if x, ok := th.LookupAttr(loader, object.NewStr("exec_module")); ok && !x.IsNil() {
			return th.Raise(&object.ImportErrorType, "loaders that define exec_module() must also define create_module()")
		}
	}
	name := th.GetAttrName(spec, "name")
	if name.IsNil() {
		return name
	}
	if m.IsNone() {
		s, _ := object.GoString(name)
		m = object.NewModule(s).V()
	}
	set := func(key string, x Value) bool {
		return !x.IsNil() && th.SetAttr(m, object.NewStr(key), x)
	}
	if !set("__name__", name) || !set("__loader__", orNone(loader)) || !set("__package__", th.GetAttrName(spec, "parent")) || !set("__spec__", spec) {
		return Value{}
	}
	search := th.GetAttrName(spec, "submodule_search_locations")
	if search.IsNil() || !search.IsNone() && !set("__path__", search) {
		return Value{}
	}
	hasLoc := th.GetAttrName(spec, "has_location")
	if hasLoc.IsNil() {
		return hasLoc
	}
	if has, ok := th.Truth(hasLoc); !ok {
		return Value{}
	} else if !has {
		if search.IsNone() || loader.Type() != &namespaceLoaderType {
			return m
		}
		if !set("__file__", object.None) { // a namespace package has it, and it says nothing
			return Value{}
		}
	} else {
		if !set("__file__", th.GetAttrName(spec, "origin")) {
			return Value{}
		}
		cached := th.GetAttrName(spec, "cached")
		if cached.IsNil() || !cached.IsNone() && !set("__cached__", cached) {
			return Value{}
		}
	}
	return m
}
