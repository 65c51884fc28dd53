// The import statement: __import__, relative names, from-lists, `from x import *`.
package eval

import (
	"strings"

	"pyasync/object"
)

var (
	strImport   = object.NewStr("__import__")
	strPackage  = object.NewStr("__package__")
	strSpec     = object.NewStr("__spec__")
	strNameAttr = object.NewStr("__name__")
	strPath     = object.NewStr("__path__")
	strAll      = object.NewStr("__all__")
	strFile     = object.NewStr("__file__")
	strLoader   = object.NewStr("__loader__")
	strCached   = object.NewStr("__cached__")
)

// importStatement runs `import name` and `from name import fromlist`: it calls __import__, which programs may replace.
func importStatement(th *Thread, globals, builtins *object.Dict, locals Value, name *Str, fromlist Value, level int) Value {
	f, ok := lookupBuiltin(th, builtins, strImport)
	if !ok {
		return Value{}
	}
	if f.IsNil() {
		return th.Raise(&object.ImportErrorType, "__import__ not found")
	}
	if f.IsExact(&object.BuiltinType) && (*object.Builtin)(f.Ptr()).Method.Name == "__import__" {
		return importModule(th, name.Go(), globals, fromlist, level)
	}
	if locals.IsNil() {
		locals = object.None
	}
	return th.CallArgs(f, name.V(), globals.V(), locals, fromlist, object.Int(int64(level)))
}

// builtinImport is __import__(name, globals=None, locals=None, fromlist=(), level=0).
func builtinImport(th *Thread, m Value, a []Value) Value {
	name, ok := object.GoString(a[0])
	if !ok {
		return th.TypeError("module name must be a string")
	}
	level := 0
	if !a[4].IsNil() {
		if level, ok = th.AsIndex(a[4], &object.OverflowErrorType); !ok {
			return Value{}
		}
	}
	if level < 0 {
		return th.ValueError("level must be >= 0")
	}
	globals, isDict := object.AsDict(orNone(a[1]))
	if !isDict {
		if level > 0 && !orNone(a[1]).IsNone() {
			return th.TypeError("globals must be a dict")
		}
		globals = object.NewDict()
	}
	return importModule(th, name, globals, orNone(a[3]), level)
}

// importName imports an absolute name and returns the module it names (not the top package).
func importName(th *Thread, name string) Value { return importAbsolute(th, name) }

// importModule is PyImport_ImportModuleLevelObject.
func importModule(th *Thread, name string, globals *object.Dict, fromlist Value, level int) Value {
	abs := name
	if level > 0 {
		var ok bool
		if abs, ok = resolveName(th, name, globals, level); !ok {
			return Value{}
		}
	} else if name == "" {
		return th.ValueError("Empty module name")
	}
	mod := importAbsolute(th, abs)
	if mod.IsNil() {
		return mod
	}
	hasFrom := false
	if !fromlist.IsNone() {
		var ok bool
		if hasFrom, ok = th.Truth(fromlist); !ok {
			return Value{}
		}
	}
	if !hasFrom {
		front, _, dotted := strings.Cut(name, ".")
		switch {
		case !dotted || name == "":
			return mod
		case level == 0:
			return importAbsolute(th, front)
		}
		abs = abs[:len(abs)-(len(name)-len(front))]
		top := th.Interp.Modules.GetName(abs)
		if top.IsNil() {
			return th.Raisef(&object.KeyErrorType, "'%s' not in sys.modules as expected", abs)
		}
		return top
	}
	path, ok := th.LookupAttr(mod, strPath)
	if !ok {
		return Value{}
	}
	if !path.IsNil() && !handleFromList(th, mod, fromlist, false) {
		return Value{}
	}
	return mod
}

// resolveName makes a relative name absolute.
func resolveName(th *Thread, name string, globals *object.Dict, level int) (string, bool) {
	pkg, ok := packageOf(th, globals)
	if !ok {
		return "", false
	}
	if pkg == "" {
		th.Raise(&object.ImportErrorType, "attempted relative import with no known parent package")
		return "", false
	}
	for ; level > 1; level-- {
		i := strings.LastIndexByte(pkg, '.')
		if i < 0 {
			th.Raise(&object.ImportErrorType, "attempted relative import beyond top-level package")
			return "", false
		}
		pkg = pkg[:i]
	}
	if name == "" {
		return pkg, true
	}
	return pkg + "." + name, true
}

// packageOf returns the package that relative imports of a module start from (calc_package).
func packageOf(th *Thread, globals *object.Dict) (string, bool) {
	if p := globals.GetStr(strPackage); !p.IsNil() && !p.IsNone() {
		s, ok := object.GoString(p)
		if !ok {
			th.TypeError("package must be a string")
		}
		return s, ok
	}
	if spec := globals.GetStr(strSpec); !spec.IsNil() && !spec.IsNone() {
		p := th.GetAttrName(spec, "parent")
		if p.IsNil() {
			return "", false
		}
		s, ok := object.GoString(p)
		if !ok {
			th.TypeError("__spec__.parent must be a string")
		}
		return s, ok
	}
	n := globals.GetStr(strNameAttr)
	if n.IsNil() {
		th.Raise(&object.KeyErrorType, "'__name__' not in globals")
		return "", false
	}
	s, ok := object.GoString(n)
	if !ok {
		th.TypeError("__name__ must be a string")
		return "", false
	}
	if globals.GetStr(strPath).IsNil() {
		i := strings.LastIndexByte(s, '.')
		if i < 0 {
			return "", true
		}
		s = s[:i]
	}
	return s, true
}

// handleFromList imports the submodules that a from-list names and the package does not have yet.
func handleFromList(th *Thread, mod, fromlist Value, isAll bool) bool {
	names, ok := th.Collect(fromlist)
	if !ok {
		return false
	}
	for _, n := range names {
		s, ok := object.AsStr(n)
		if !ok {
			where := "``from list''"
			if isAll {
				where = moduleName(mod) + ".__all__"
			}
			th.TypeError("Item in %s must be str, not %s", where, n.Type().TPName())
			return false
		}
		if s.Go() == "*" {
			all, ok := th.LookupAttr(mod, strAll)
			if !ok || !isAll && !all.IsNil() && !handleFromList(th, mod, all, true) {
				return false
			}
			continue
		}
		if x, ok := th.LookupAttr(mod, s); !ok {
			return false
		} else if !x.IsNil() {
			continue
		}
		full := moduleName(mod) + "." + s.Go()
		if importAbsolute(th, full).IsNil() && !forgiveMissing(th, full) {
			return false
		}
	}
	return true
}

// forgiveMissing clears the error that says that just the module name itself was not found: the from import will
// report it as a missing name.
func forgiveMissing(th *Thread, name string) bool {
	if !th.Pending(&object.ModuleNotFoundErrorType) {
		return false
	}
	exc := th.TakeExc()
	n := th.GetAttrName(exc, "name")
	th.Exc = exc
	if s, ok := object.GoString(orNone(n)); !ok || s != name {
		return false
	}
	if m := th.Interp.Modules.GetName(name); !m.IsNil() && m.IsNone() {
		return false
	}
	th.Exc = Value{}
	return true
}

func moduleName(mod Value) string {
	if m, ok := object.AsModule(mod); ok {
		if s, ok := object.GoString(orNone(m.Dict.GetStr(strNameAttr))); ok {
			return s
		}
		return m.Name
	}
	return "?"
}

// importFrom is the part of `from mod import name` that fetches one name.
func importFrom(th *Thread, mod Value, name *Str) Value {
	if m, ok := object.AsModule(mod); ok {
		if x := m.Dict.GetStr(name); !x.IsNil() {
			return x
		}
	}
	x, ok := th.LookupAttr(mod, name)
	if !ok || !x.IsNil() {
		return x
	}
	// A circular import may have put the submodule into sys.modules without binding it in the package yet.
	modName, ok := th.LookupAttr(mod, strNameAttr)
	if !ok {
		return Value{}
	}
	if s, isStr := object.GoString(orNone(modName)); isStr {
		if x := th.Interp.Modules.GetName(s + "." + name.Go()); !x.IsNil() {
			return x
		}
	}
	return cannotImport(th, mod, modName, name)
}

// importStar copies the public names of a module into a namespace.
func importStar(th *Thread, mod Value, set func(name *Str, v Value) bool) bool {
	all, ok := th.LookupAttr(mod, strAll)
	if !ok {
		return false
	}
	skip := all.IsNil()
	if skip {
		d, ok := th.LookupAttr(mod, strDictName)
		if !ok {
			return false
		}
		if d.IsNil() {
			th.Raise(&object.ImportErrorType, "from-import-* object has no __dict__ and no __all__")
			return false
		}
		if all = th.CallMethod(d, strKeys); all.IsNil() {
			return false
		}
	}
	names, ok := th.Collect(all)
	if !ok {
		return false
	}
	for _, n := range names {
		s, ok := object.AsStr(n)
		if !ok {
			what, where := "Item in", ".__all__"
			if skip {
				what, where = "Key in", ".__dict__"
			}
			th.TypeError("%s %s%s must be str, not %s", what, moduleName(mod), where, n.Type().TPName())
			return false
		}
		if skip && strings.HasPrefix(s.Go(), "_") {
			continue
		}
		x := th.GetAttr(mod, s)
		if x.IsNil() || !set(s, x) {
			return false
		}
	}
	return true
}
