// ModuleSpec, and the finders and loaders that Python code sees (importlib.machinery).
package eval

import (
	"path/filepath"
	"strings"
	"time"

	"pyasync/internal/stdnames"
	"pyasync/object"
)

// ModuleSpec is importlib.machinery.ModuleSpec. Its attributes live in a dict, because programs set and add some.
type ModuleSpec struct {
	object.Header
	attrs   *object.Dict
	loading int64 // the thread that executes the module; 0: none
}

var moduleSpecType, builtinImporterType, frozenImporterType, pathFinderType, sourceLoaderType, namespaceLoaderType object.Type

func asModuleSpec(v Value) (*ModuleSpec, bool) {
	if !v.IsNil() && v.Is(&moduleSpecType) {
		return (*ModuleSpec)(v.Ptr()), true
	}
	return nil, false
}

func (s *ModuleSpec) flag(name string) bool { return s.attrs.GetName(name) == object.True }

func specName(s *ModuleSpec) string {
	name, _ := object.GoString(orNone(s.attrs.GetName("name")))
	return name
}

// sourceLoader is SourceFileLoader and NamespaceLoader: a name and a path.
type sourceLoader struct {
	object.Header
	name, path Value
}

func newSpec(name, loader, origin, search Value, located bool) *ModuleSpec {
	s := &ModuleSpec{Header: object.Header{Shape: &moduleSpecType.Root}, attrs: object.NewDict()}
	d := s.attrs
	d.SetName("name", name)
	d.SetName("loader", loader)
	d.SetName("origin", origin)
	d.SetName("loader_state", object.None)
	d.SetName("submodule_search_locations", search)
	d.SetName("_uninitialized_submodules", object.NewList(nil).V())
	d.SetName("_set_fileattr", object.Bool(located))
	d.SetName("_cached", object.None)
	return s
}

// newSpecOf describes a module found by our own finders.
func newSpecOf(f *found) *ModuleSpec {
	name := object.StrValue(f.name)
	search := object.None
	if f.isPkg {
		dirs := make([]Value, len(f.search))
		for i, d := range f.search {
			dirs[i] = object.StrValue(d)
		}
		search = object.NewList(dirs).V()
	}
	switch {
	case f.kind == goModule && stdnames.IsBuiltin(f.name):
		return newSpec(name, builtinImporterType.V(), object.StrValue("built-in"), search, false)
	case f.kind == sourceModule:
		file := object.StrValue(f.file)
		return newSpec(name, newSourceLoader(&sourceLoaderType, name, file), file, search, true)
	case f.kind == namespaceModule:
		return newSpec(name, newSourceLoader(&namespaceLoaderType, name, search), object.None, search, false)
	}
	return newSpec(name, frozenImporterType.V(), object.StrValue("frozen"), search, false)
}

func newSourceLoader(t *object.Type, name, path Value) Value {
	l := &sourceLoader{object.Header{Shape: &t.Root}, name, path}
	return object.ObjectValue(&l.Header)
}

// initModule sets the attributes that the import system gives to modules.
func initModule(m *object.Module, f *found, spec *ModuleSpec) {
	d := m.Dict
	d.SetStr(strPackage, specParent(spec))
	d.SetStr(strLoader, spec.attrs.GetName("loader"))
	d.SetStr(strSpec, object.ObjectValue(&spec.Header))
	if f.isPkg {
		d.SetStr(strPath, spec.attrs.GetName("submodule_search_locations"))
	}
	if f.file != "" {
		d.SetStr(strFile, object.StrValue(f.file))
	}
	if f.kind == namespaceModule {
		d.SetStr(strFile, object.None)
	}
	if f.kind == sourceModule {
		d.SetStr(strCached, object.StrValue(cachePath(f.file)))
	}
}

// cachePath is where CPython would keep the compiled form; nothing is written there.
func cachePath(file string) string {
	dir, base := filepath.Split(file)
	return dir + "__pycache__/" + strings.TrimSuffix(base, ".py") + ".pyasync-313.pyc"
}

func specParent(s *ModuleSpec) Value {
	name := s.attrs.GetName("name")
	if !orNone(s.attrs.GetName("submodule_search_locations")).IsNone() {
		return name
	}
	n := specName(s)
	return object.StrValue(n[:max(strings.LastIndexByte(n, '.'), 0)])
}

// waitForOther waits until another thread has executed the module of spec. Two threads that wait for each other's
// modules would never end: after a while the module is taken as it is, as CPython does on a deadlock it detects.
func waitForOther(th *Thread, spec *ModuleSpec) bool {
	for i := 0; spec.loading != 0 && i < 2000; i++ {
		th.Blocking(func() { time.Sleep(time.Millisecond) })
	}
	return true
}

func init() {
	object.Define(&moduleSpecType, object.Spec{
		Name:   "_frozen_importlib.ModuleSpec",
		Sig:    "name, loader, *, origin=None, loader_state=None, is_package=None",
		Alloc:  object.Allocator[ModuleSpec](),
		DictOf: func(v Value, create bool) *object.Dict { return (*ModuleSpec)(v.Ptr()).attrs },
		Slots:  object.Slots{New: specNew, Repr: specRepr, Compare: specCompare},
		Getset: []object.Getset{
			{Name: "parent", Get: func(th *Thread, v Value) Value { return specParent((*ModuleSpec)(v.Ptr())) }},
			{Name: "cached", Get: specCached, Set: func(th *Thread, v, x Value) bool {
				(*ModuleSpec)(v.Ptr()).attrs.SetName("_cached", orNone(x))
				return true
			}},
			{Name: "has_location", Get: func(th *Thread, v Value) Value { return (*ModuleSpec)(v.Ptr()).attrs.GetName("_set_fileattr") },
				Set: func(th *Thread, v, x Value) bool {
					b, ok := th.Truth(orNone(x))
					(*ModuleSpec)(v.Ptr()).attrs.SetName("_set_fileattr", object.Bool(b))
					return ok
				}},
		},
	})
	importerMethods := func(t *object.Type) []object.Method {
		return []object.Method{
			{Name: "find_spec", Sig: "fullname, path=None, target=None", Flags: object.ClassMethod, F: func(th *Thread, self Value, a []Value) Value {
				return finderFindSpec(th, t, a)
			}},
			{Name: "create_module", Sig: "spec", Flags: object.ClassMethod, F: func(th *Thread, self Value, a []Value) Value { return object.None }},
			{Name: "exec_module", Sig: "module", Flags: object.ClassMethod, F: func(th *Thread, self Value, a []Value) Value { return embeddedExec(th, a[0]) }},
			{Name: "get_source", Sig: "fullname", Flags: object.ClassMethod, F: func(th *Thread, self Value, a []Value) Value { return embeddedSource(th, a[0]) }},
			{Name: "get_code", Sig: "fullname", Flags: object.ClassMethod, F: func(th *Thread, self Value, a []Value) Value { return embeddedCode(th, a[0]) }},
			{Name: "is_package", Sig: "fullname", Flags: object.ClassMethod, F: func(th *Thread, self Value, a []Value) Value {
				name, _ := object.GoString(a[0])
				f := importConfig(th).findEmbedded(name)
				return object.Bool(f != nil && f.isPkg)
			}},
			{Name: "invalidate_caches", Flags: object.ClassMethod, F0: func(th *Thread, self Value) Value { return object.None }},
		}
	}
	object.Define(&builtinImporterType, object.Spec{Name: "_frozen_importlib.BuiltinImporter", Methods: importerMethods(&builtinImporterType)})
	object.Define(&frozenImporterType, object.Spec{Name: "_frozen_importlib.FrozenImporter", Methods: importerMethods(&frozenImporterType)})
	object.Define(&pathFinderType, object.Spec{Name: "_frozen_importlib_external.PathFinder", Methods: importerMethods(&pathFinderType)})
	object.Define(&sourceLoaderType, object.Spec{
		Name: "_frozen_importlib_external.SourceFileLoader", Sig: "fullname, path", Alloc: object.Allocator[sourceLoader](),
		Slots:   object.Slots{New: sourceLoaderNew},
		Methods: sourceLoaderMethods,
		Getset: []object.Getset{
			{Name: "name", Get: func(th *Thread, v Value) Value { return (*sourceLoader)(v.Ptr()).name }},
			{Name: "path", Get: func(th *Thread, v Value) Value { return (*sourceLoader)(v.Ptr()).path }},
		},
	})
	object.Define(&namespaceLoaderType, object.Spec{
		Name: "_frozen_importlib_external.NamespaceLoader", Flags: object.FlagNoNew, Alloc: object.Allocator[sourceLoader](),
		Methods: []object.Method{
			{Name: "create_module", Sig: "spec", F: func(th *Thread, self Value, a []Value) Value { return object.None }},
			{Name: "exec_module", Sig: "module", F: func(th *Thread, self Value, a []Value) Value { return object.None }},
			{Name: "get_source", Sig: "fullname", F: func(th *Thread, self Value, a []Value) Value { return object.StrValue("") }},
			{Name: "is_package", Sig: "fullname", F: func(th *Thread, self Value, a []Value) Value { return object.True }},
		},
	})
}

func finderFindSpec(th *Thread, t *object.Type, a []Value) Value {
	name, ok := object.GoString(a[0])
	if !ok {
		return th.TypeError("module name must be str, not %s", a[0].Type().TPName())
	}
	f, _ := importConfig(th).findBy(th, t, name, orNone(a[1]))
	if f == nil {
		return object.None
	}
	return object.ObjectValue(&newSpecOf(f).Header)
}

func specNew(th *Thread, t *object.Type, args []Value, kw []*Str) Value {
	var out [5]Value
	if !specSig.Bind(th, "ModuleSpec", args, kw, out[:]) {
		return Value{}
	}
	search := object.None
	if p := orNone(out[4]); !p.IsNone() {
		b, ok := th.Truth(p)
		if !ok {
			return Value{}
		}
		if b {
			search = object.NewList(nil).V()
		}
	}
	s := newSpec(out[0], out[1], orNone(out[2]), search, false)
	s.attrs.SetName("loader_state", orNone(out[3]))
	return object.ObjectValue(&s.Header)
}

var specSig = object.ParseSignature("name, loader, *, origin=None, loader_state=None, is_package=None")

func specRepr(th *Thread, v Value) Value {
	d := (*ModuleSpec)(v.Ptr()).attrs
	text := "ModuleSpec("
	for i, key := range [...]string{"name", "loader", "origin", "submodule_search_locations"} {
		x := orNone(d.GetName(key))
		if i > 1 && x.IsNone() {
			continue
		}
		s, ok := th.Repr(x)
		if !ok {
			return Value{}
		}
		if i > 0 {
			text += ", "
		}
		text += key + "=" + s
	}
	return object.StrValue(text + ")")
}

func specCompare(th *Thread, a, b Value, op object.CmpOp) Value {
	x, ok1 := asModuleSpec(a)
	y, ok2 := asModuleSpec(b)
	if !ok1 || !ok2 || op != object.CmpEQ && op != object.CmpNE {
		return object.NotImplemented
	}
	eq := true
	for _, key := range [...]string{"name", "loader", "origin", "submodule_search_locations", "_set_fileattr"} {
		same, ok := th.Equal(orNone(x.attrs.GetName(key)), orNone(y.attrs.GetName(key)))
		if !ok {
			return Value{}
		}
		eq = eq && same
	}
	return object.Bool(eq == (op == object.CmpEQ))
}

func specCached(th *Thread, v Value) Value {
	s := (*ModuleSpec)(v.Ptr())
	if c := orNone(s.attrs.GetName("_cached")); !c.IsNone() {
		return c
	}
	if origin, ok := object.GoString(orNone(s.attrs.GetName("origin"))); ok && s.flag("_set_fileattr") && strings.HasSuffix(origin, ".py") {
		return object.StrValue(cachePath(origin))
	}
	return object.None
}

// embeddedExec fills a module with what the binary holds under its name.
func embeddedExec(th *Thread, mod Value) Value {
	m, ok := object.AsModule(mod)
	if !ok {
		return th.TypeError("module expected, not %s", mod.Type().TPName())
	}
	name := moduleName(mod)
	f := importConfig(th).findEmbedded(name)
	if f == nil {
		return noModule(th, name, "")
	}
	if !execFound(th, m, f) {
		return Value{}
	}
	return object.None
}

// embeddedCode is the code of an embedded module written in Python, under the name that CPython gives to frozen ones.
func embeddedCode(th *Thread, fullname Value) Value {
	name, _ := object.GoString(fullname)
	c := importConfig(th)
	f := c.findEmbedded(name)
	if f == nil || f.kind != embeddedModule {
		return object.None
	}
	text, err := c.libraryText(f.file)
	if err != nil {
		return object.None
	}
	code, ok := CompileLibrary(th, text, "<frozen "+name+">")
	if !ok {
		return Value{}
	}
	return code.V()
}

func embeddedSource(th *Thread, fullname Value) Value {
	name, _ := object.GoString(fullname)
	c := importConfig(th)
	f := c.findEmbedded(name)
	if f == nil || f.kind != embeddedModule {
		return object.None
	}
	src, err := c.readSource(f.file)
	if err != nil {
		return object.None
	}
	return object.StrValue(string(src))
}

func sourceLoaderNew(th *Thread, t *object.Type, args []Value, kw []*Str) Value {
	var out [2]Value
	if !loaderSig.Bind(th, t.Name, args, kw, out[:]) {
		return Value{}
	}
	v := t.Allocate()
	l := (*sourceLoader)(v.Ptr())
	l.name, l.path = out[0], out[1]
	return v
}

var loaderSig = object.ParseSignature("fullname, path")

var sourceLoaderMethods = []object.Method{
	{Name: "create_module", Sig: "spec", F: func(th *Thread, self Value, a []Value) Value { return object.None }},
	{Name: "exec_module", Sig: "module", F: func(th *Thread, self Value, a []Value) Value {
		m, ok := object.AsModule(a[0])
		if !ok {
			return th.TypeError("module expected, not %s", a[0].Type().TPName())
		}
		file, ok := object.GoString((*sourceLoader)(self.Ptr()).path)
		if !ok || !execSource(th, m, file) {
			return Value{}
		}
		return object.None
	}},
	{Name: "get_filename", Sig: "name=None", F: func(th *Thread, self Value, a []Value) Value { return (*sourceLoader)(self.Ptr()).path }},
	{Name: "is_package", Sig: "fullname", F: func(th *Thread, self Value, a []Value) Value {
		file, _ := object.GoString((*sourceLoader)(self.Ptr()).path)
		return object.Bool(filepath.Base(file) == "__init__.py")
	}},
	{Name: "get_source", Sig: "fullname", F: func(th *Thread, self Value, a []Value) Value {
		file, _ := object.GoString((*sourceLoader)(self.Ptr()).path)
		src, err := importConfig(th).readSource(file)
		if err != nil {
			raiseReadError(th, err, file)
			return Value{}
		}
		return object.StrValue(strings.ReplaceAll(string(src), "\r\n", "\n"))
	}},
	{Name: "get_data", Sig: "path", F: func(th *Thread, self Value, a []Value) Value {
		name, ok := object.GoString(a[0])
		if !ok {
			return th.TypeError("expected str, bytes or os.PathLike object, not %s", a[0].Type().TPName())
		}
		data, err := importConfig(th).readSource(name)
		if err != nil {
			raiseReadError(th, err, name)
			return Value{}
		}
		return object.BytesValue(data)
	}},
	{Name: "get_code", Sig: "fullname", F: func(th *Thread, self Value, a []Value) Value {
		file, _ := object.GoString((*sourceLoader)(self.Ptr()).path)
		src, err := importConfig(th).readSource(file)
		if err != nil {
			raiseReadError(th, err, file)
			return Value{}
		}
		code, ok := Compile(th, src, file, CompileOptions{})
		if !ok {
			return Value{}
		}
		return object.ObjectValue(&code.Header)
	}},
}

// InitImportlib fills _frozen_importlib: the classes and functions on which the importlib package stands.
func InitImportlib(th *Thread, m *object.Module) bool {
	m.AddTypes(&moduleSpecType, &builtinImporterType, &frozenImporterType, &pathFinderType, &sourceLoaderType, &namespaceLoaderType)
	m.AddFuncs(importlibFuncs)
	return true
}

var importlibFuncs []object.Method

func init() {
	importlibFuncs = []object.Method{
		{Name: "module_from_spec", Sig: "spec", F: func(th *Thread, m Value, a []Value) Value { return moduleFromSpec(th, a[0]) }},
		{Name: "_load", Sig: "spec", F: func(th *Thread, m Value, a []Value) Value { return loadSpec(th, a[0]) }},
		{Name: "_gcd_import", Sig: "name", F: func(th *Thread, m Value, a []Value) Value {
			name, ok := object.GoString(a[0])
			if !ok {
				return th.TypeError("module name must be str, not %s", a[0].Type().TPName())
			}
			if name == "" {
				return th.ValueError("Empty module name")
			}
			return importAbsolute(th, name)
		}},
		{Name: "_find_spec", Sig: "name, path=None, target=None", F: func(th *Thread, m Value, a []Value) Value { return findSpec(th, a[0], orNone(a[1]), orNone(a[2])) }},
	}
}

// MetaPath returns the default value of sys.meta_path.
func MetaPath() []Value {
	return []Value{builtinImporterType.V(), frozenImporterType.V(), pathFinderType.V()}
}

// findSpec asks all finders for a spec.
func findSpec(th *Thread, name, path, target Value) Value {
	for _, finder := range metaPath(th) {
		f, ok := th.LookupAttr(finder, object.NewStr("find_spec"))
		if !ok {
			return Value{}
		}
		if f.IsNil() {
			continue
		}
		if spec := th.CallArgs(f, name, path, target); spec.IsNil() || !spec.IsNone() {
			return spec
		}
	}
	return object.None
}
