// The texts of ImportError and of AttributeError on modules.
package eval

import (
	"path/filepath"
	"strings"

	"pyasync/internal/stdnames"
	"pyasync/object"
)

// importError raises t(msg, name=name, path=path); name and path may be nil Values.
func importError(th *Thread, t *object.Type, msg string, name, path, from Value) Value {
	args := []Value{object.StrValue(msg)}
	var kw []*Str
	for _, a := range [...]struct {
		key string
		v   Value
	}{{"name", name}, {"path", path}, {"name_from", from}} {
		if !a.v.IsNil() {
			args = append(args, a.v)
			kw = append(kw, object.NewStr(a.key))
		}
	}
	e := th.Call(t.V(), args, kw)
	if e.IsNil() {
		return e
	}
	return th.RaiseValue(e)
}

// noModule raises ModuleNotFoundError. The note names what CPython has and pyasync lacks; str(e) stays CPython's.
func noModule(th *Thread, name, extra string) Value {
	importError(th, &object.ModuleNotFoundErrorType, "No module named "+quoted(name)+extra, object.StrValue(name), Value{}, Value{})
	if extra == "" && stdnames.IsStdlib(name) {
		exc := th.TakeExc()
		th.CallMethod(exc, strAddNote, object.StrValue("The module "+quoted(name)+" of CPython's standard library is not available in pyasync."))
		th.Exc = exc
	}
	return Value{}
}

var strAddNote = object.NewStr("add_note")

// quoted is the repr of a name in an error text.
func quoted(s string) string {
	if strings.ContainsRune(s, '\'') && !strings.ContainsRune(s, '"') {
		return `"` + s + `"`
	}
	return "'" + strings.ReplaceAll(strings.ReplaceAll(s, `\`, `\\`), "'", `\'`) + "'"
}

// origin describes where a module came from.
type origin struct {
	name         string // __name__, "<unknown module name>" if it has none
	file         string // spec.origin when the module has a location, else ""
	initializing bool
}

func originOf(mod Value) origin {
	o := origin{name: "<unknown module name>"}
	m, ok := object.AsModule(mod)
	if !ok {
		return o
	}
	if s, ok := object.GoString(orNone(m.Dict.GetStr(strNameAttr))); ok {
		o.name = s
	}
	if s, ok := asModuleSpec(m.Dict.GetStr(strSpec)); ok {
		o.initializing = s.flag("_initializing")
		if s.flag("_set_fileattr") {
			o.file, _ = object.GoString(orNone(s.attrs.GetName("origin")))
		}
	}
	if o.file == "" {
		o.file, _ = object.GoString(orNone(m.Dict.GetStr(strFile)))
	}
	return o
}

// shadows reports whether the module was found in sys.path[0], the script's folder, so that it may hide another.
func (o origin) shadows(th *Thread) bool {
	if o.file == "" {
		return false
	}
	dir := filepath.Dir(o.file)
	if filepath.Base(o.file) == "__init__.py" {
		dir = filepath.Dir(dir)
	}
	path := sysPath(th)
	if len(path) == 0 {
		return false
	}
	first := path[0]
	if first == "" {
		return dir == "." || dir == currentDir(th)
	}
	return dir == first
}

// cannotImport raises the ImportError of `from mod import name`.
func cannotImport(th *Thread, mod, modName Value, name *Str) Value {
	o := originOf(mod)
	if modName.IsNil() {
		o.name = "<unknown module name>"
	}
	msg := "cannot import name " + quoted(name.Go()) + " from "
	path := Value{}
	if o.file != "" {
		path = object.StrValue(o.file)
	}
	switch {
	case o.initializing && o.file != "":
		msg += "partially initialized module " + quoted(o.name) + " (most likely due to a circular import) (" + o.file + ")"
	case o.initializing:
		msg += "partially initialized module " + quoted(o.name) + " (most likely due to a circular import)"
	case o.file != "":
		msg += quoted(o.name) + " (" + o.file + ")"
	default:
		msg += quoted(o.name) + " (unknown location)"
	}
	return importError(th, &object.ImportErrorType, msg, object.StrValue(o.name), path, name.V())
}

// moduleAttrError raises the AttributeError of mod.name.
func moduleAttrError(th *Thread, m *object.Module, name *Str) Value {
	o := originOf(m.V())
	if m.Dict.GetStr(strNameAttr).IsNil() {
		return th.AttributeError(m.V(), name, "module has no attribute %s", quoted(name.Go()))
	}
	shadows := (o.initializing || stdnames.IsStdlib(o.name)) && o.shadows(th)
	attr := quoted(name.Go())
	switch {
	case shadows && stdnames.IsStdlib(o.name):
		return th.AttributeError(m.V(), name, "module %s has no attribute %s (consider renaming %s since it has the same name as the standard library module named %s and the import system gives it precedence)",
			quoted(o.name), attr, quoted(o.file), quoted(o.name))
	case o.initializing && shadows:
		return th.AttributeError(m.V(), name, "module %s has no attribute %s (consider renaming %s if it has the same name as a third-party module you intended to import)", quoted(o.name), attr, quoted(o.file))
	case o.initializing && o.file != "":
		return th.AttributeError(m.V(), name, "partially initialized module %s from %s has no attribute %s (most likely due to a circular import)", quoted(o.name), quoted(o.file), attr)
	case o.initializing:
		return th.AttributeError(m.V(), name, "partially initialized module %s has no attribute %s (most likely due to a circular import)", quoted(o.name), attr)
	}
	if sub := th.Interp.Modules.GetName(o.name + "." + name.Go()); !sub.IsNil() && !sub.IsNone() && originOf(sub).initializing {
		return th.AttributeError(m.V(), name, "cannot access submodule %s of module %s (most likely due to a circular import)", attr, quoted(o.name))
	}
	return th.AttributeError(m.V(), name, "module %s has no attribute %s", quoted(o.name), attr)
}
