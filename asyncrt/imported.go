// Names that asyncio's submodules have because their source imports them, and that programs reach through them.
package asyncrt

import "pyasync/object"

// importedNames are such names by submodule; those with a module in importedModules are found everywhere.
var importedNames = map[string][]string{
	"base_events": {"logger"}, "base_futures": {"isfuture"}, "base_subprocess": {"logger"}, "events": {"on_fork"},
	"futures": {"GenericAlias", "STACK_DEBUG", "logger"}, "log": {"logger"}, "proactor_events": {"logger"}, "queues": {"GenericAlias"},
	"selector_events": {"logger"}, "sslproto": {"logger", "SSLAgainErrors"}, "streams": {"logger", "sleep"}, "subprocess": {"logger"},
	"tasks": {"GenericAlias"}, "timeouts": {"Optional", "TracebackType", "Type", "final"}, "unix_events": {"logger"},
}

// stackDebug is the logging level of very detailed messages: one below DEBUG.
const stackDebug = 9

// importedName is what such a name stands for.
func importedName(th *Thread, attr string) Value {
	switch attr {
	case "logger":
		return asyncioLogger(th)
	case "STACK_DEBUG":
		return object.Int(stackDebug)
	case "on_fork":
		return object.NewBuiltin(&onForkMethod, Value{}, "asyncio.events")
	case "SSLAgainErrors":
		read, syscall := importAttr(th, "ssl", "SSLWantReadError"), importAttr(th, "ssl", "SSLSyscallError")
		if read.H == nil || syscall.H == nil {
			return Value{}
		}
		return object.TupleOf(read, syscall)
	}
	for _, source := range [...]struct{ name, module string }{{"GenericAlias", "types"}, {"TracebackType", "types"}, {"isfuture", "asyncio.futures"},
		{"sleep", "asyncio.tasks"}, {"Optional", "typing"}, {"Type", "typing"}, {"final", "typing"}} {
		if source.name == attr {
			return importAttr(th, source.module, attr)
		}
	}
	return th.Raisef(&object.AttributeErrorType, "%s", attr)
}

// onForkMethod forgets the running loop of this thread: CPython calls it in the child after a fork.
var onForkMethod = object.Method{Name: "on_fork", Flags: object.PyFunction, F0: func(th *Thread, m Value) Value {
	threadOf(th).running = Value{}
	return None
}}

// childWatcherNames are the classes that the package shows beside those of its public submodules.
func childWatcherNames(sub string) []string {
	if sub == "" {
		return childWatchers[:]
	}
	return nil
}
