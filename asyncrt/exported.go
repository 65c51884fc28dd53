// What `from asyncio import *` brings: __all__ of the package and of its submodules.
package asyncrt

import "pyasync/object"

// notExported are public names of submodules that their __all__ leaves out.
var notExported = map[string]bool{"BaseDefaultEventLoopPolicy": true, "DEVNULL": true, "PIPE": true, "STDOUT": true, "Process": true,
	"SubprocessStreamProtocol": true, "FlowControlMixin": true, "MAXIMUM_SELECT_TIMEOUT": true, "SC_IOV_MAX": true, "BaseChildWatcher": true,
	"can_use_pidfd": true, "waitstatus_to_exitcode": true}

// underscored are the names with an underscore that __all__ has all the same.
var underscored = map[string][]string{"events": {"_get_running_loop", "_set_running_loop"},
	"tasks": {"_enter_task", "_leave_task", "_register_task", "_unregister_task"}}

// withoutAll are the submodules that have no __all__.
var withoutAll = map[string]bool{"base_subprocess": true, "base_tasks": true, "constants": true, "format_helpers": true, "log": true,
	"mixins": true, "sslproto": true, "trsock": true}

// extraExports are exported names that are neither functions nor classes nor loaded lazily.
var extraExports = map[string][]string{"tasks": {"ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION"}, "exceptions": {"TimeoutError"},
	"unix_events": {"DefaultEventLoopPolicy", "EventLoop", "SelectorEventLoop"}}

// isExported reports whether a submodule's name is in its __all__.
func isExported(name string) bool { return name[0] != '_' && !notExported[name] }

// exportsOf lists __all__ of a submodule; the package's is all of them together.
func exportsOf(sub string) []string {
	var names []string
	for i := range functions {
		if f := &functions[i]; f.module == sub && isExported(f.Name) {
			names = append(names, f.Name)
		}
	}
	for _, t := range typesOf[sub] {
		if isExported(t.Name) {
			names = append(names, t.Name)
		}
	}
	for _, n := range lazyOrder[sub] {
		if isExported(n) {
			names = append(names, n)
		}
	}
	return append(append(names, extraExports[sub]...), underscored[sub]...)
}

// allNames is asyncio.__all__: what Python 3.13 exports. The call graphs of later versions are attributes only.
func allNames() []Value {
	var names []Value
	add := func(list []string) {
		for _, n := range list {
			names = append(names, object.StrValue(n))
		}
	}
	for _, sub := range publicOrder {
		if sub != "graph" {
			add(exportsOf(sub))
		}
	}
	add(extraExports["unix_events"])
	add(childWatchers[:])
	return names
}
