// The modules of C functions behind library modules that are all Go here: _heapq of heapq and the like. A function
// names its core as its __module__, so pickles of it look there.
package stdlib

import (
	"pyasync/eval"
	"pyasync/object"
)

func init() {
	for core, library := range map[string]string{
		"_bisect":      "bisect",
		"_contextvars": "contextvars",
		"_decimal":     "decimal",
		"_functools":   "functools",
		"_heapq":       "heapq",
		"_json":        "_jsoncore", // what json itself uses: _json may be blocked
		"_operator":    "operator",
		"_signal":      "signal",
		"_struct":      "struct",
	} {
		Modules[core] = coreOf(library)
	}
}

// coreOf fills the core of a library module with its functions and with the classes that are not made in Python.
func coreOf(library string) Init {
	return func(th *object.Thread, m *object.Module) bool {
		v := eval.Import(th, library)
		if v.H == nil {
			return false
		}
		from, _ := object.AsModule(v)
		copyNames(m, from, func(name string, v object.Value) bool {
			if t, ok := object.AsType(v); ok {
				return t.Flags&object.FlagHeap == 0
			}
			f, ok := object.AsBuiltin(v)
			return ok && from.Core != nil && f.Self == from.Core.V() && f.Method.Name == name // not an alias of the library's
		})
		return true
	}
}

// copyNames gives m the names of another module whose values are wanted and which it does not have yet.
func copyNames(m, from *object.Module, wanted func(string, object.Value) bool) {
	for pos := 0; ; {
		k, v, next, more := from.Dict.Next(pos)
		if !more {
			return
		}
		pos = next
		if name, ok := object.AsStr(k); ok && wanted(name.Go(), v) && m.Dict.GetStr(name).IsNil() {
			m.Dict.SetStr(name, v)
		}
	}
}
