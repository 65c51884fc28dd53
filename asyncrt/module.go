// The module asyncio and its submodules.
package asyncrt

import (
	"slices"

	"strings"

	"pyasync/object"
)

// Modules are the Init functions of asyncio and its submodules, by full name.
var Modules = map[string]func(th *object.Thread, m *object.Module) bool{"asyncio": initPackage}

func init() {
	Modules["_asyncio"] = initAccelerator
	for _, sub := range submoduleNames {
		full := "asyncio." + sub
		Modules[full] = func(th *Thread, m *object.Module) bool { return initSubmodule(th, m, sub) }
	}
}

var submoduleNames = []string{"base_events", "base_futures", "base_subprocess", "base_tasks", "constants", "coroutines", "events", "exceptions",
	"format_helpers", "futures", "locks", "log", "mixins", "protocols", "queues", "runners", "selector_events", "sslproto", "staggered",
	"proactor_events", "streams", "subprocess", "taskgroups", "tasks", "threads", "timeouts", "transports", "trsock", "unix_events", "graph"}

// initPackage fills asyncio: the public names, and __getattr__ for submodules and what is loaded lazily.
func initPackage(th *Thread, m *object.Module) bool {
	stateOf(th).submodules["asyncio"] = m
	m.Set("__package__", object.StrValue("asyncio"))
	for _, sub := range publicOrder {
		for i := range functions {
			f := &functions[i]
			if f.module == sub && (f.Name[0] != '_' || slices.Contains(underscored[sub], f.Name)) {
				m.Set(f.Name, f.object(th))
			}
		}
		for _, t := range typesOf[sub] {
			if isExported(t.Name) {
				m.Set(t.Name, t.V())
			}
		}
	}
	setConstants(m, "tasks")
	m.Set("TimeoutError", object.TimeoutErrorType.V())
	m.Set("SelectorEventLoop", UnixLoopType.V())
	m.Set("DefaultEventLoopPolicy", UnixPolicyType.V())
	m.Set("EventLoop", UnixLoopType.V())
	m.Set("__all__", object.NewTuple(allNames()).V())
	addGetattr(m)
	return !th.Interp.GetHost().Flags.Legacy || applyLegacy(th)
}

// publicOrder are the submodules whose public names the package exports.
var publicOrder = []string{"base_events", "coroutines", "events", "exceptions", "futures", "locks", "protocols", "runners", "queues",
	"streams", "subprocess", "tasks", "taskgroups", "timeouts", "threads", "transports", "graph"}

// typesOf lists the classes of each submodule.
var typesOf = map[string][]*object.Type{
	"base_events":     {&BaseLoopType},
	"selector_events": {&SelectorLoopType, &SelectorTransportType, &SocketTransportType},
	"protocols":       {&BaseProtocolType, &ProtocolType, &DatagramProtocolType, &SubprocessProtocolType, &BufferedProtocolType},
	"transports": {&BaseTransportType, &ReadTransportType, &WriteTransportType, &TransportType, &DatagramTransportType,
		&SubprocessTransportType, &FlowTransportType},
	"streams":     {&StreamReaderType, &StreamWriterType, &StreamProtocolType, &FlowControlMixinType},
	"unix_events": {&UnixLoopType, &UnixPolicyType},
	"events":      {&AbstractLoopType, &HandleType, &TimerHandleType, &AbstractPolicyType, &BasePolicyType},
	"exceptions": {&CancelledErrorType, &InvalidStateErrorType, &SendfileNotAvailableErrorType, &IncompleteReadErrorType,
		&LimitOverrunErrorType, &BrokenBarrierErrorType},
	"futures":    {&FutureType},
	"locks":      {&LockType, &EventType, &ConditionType, &SemaphoreType, &BoundedSemaphoreType},
	"queues":     {&QueueType, &PriorityQueueType, &LifoQueueType, &QueueEmptyType, &QueueFullType, &QueueShutDownType},
	"runners":    {&RunnerType},
	"tasks":      {&TaskType},
	"taskgroups": {&TaskGroupType},
	"timeouts":   {&TimeoutType},
}

// function is a row of the table of module functions.
type function struct {
	module string
	object.Method
}

// objectKey finds a function's object of one interpreter.

// object returns the Python object of the function, one per interpreter: the same in asyncio and in its submodule.
func (f *function) object(th *Thread) Value {
	s := stateOf(th)
	if s.functions == nil {
		s.functions = make(map[*function]Value, len(functions))
	}
	v := s.functions[f]
	if v.H == nil {
		v = object.NewBuiltin(&f.Method, Value{}, "asyncio."+f.module)
		s.functions[f] = v
	}
	return v
}

// initSubmodule fills asyncio.<sub>.
func initSubmodule(th *Thread, m *object.Module, sub string) bool {
	s := stateOf(th)
	s.submodules["asyncio."+sub] = m
	m.Set("__package__", object.StrValue("asyncio"))
	for i := range functions {
		if f := &functions[i]; f.module == sub {
			m.Set(f.Name, f.object(th))
		}
	}
	for _, t := range typesOf[sub] {
		m.Set(t.Name, t.V())
	}
	setConstants(m, sub)
	if !withoutAll[sub] {
		names := exportsOf(sub)
		all := make([]Value, len(names))
		for i, n := range names {
			all[i] = object.StrValue(n)
		}
		m.Set("__all__", object.NewTuple(all).V())
	}
	addGetattr(m)
	// The package shows its submodules as attributes.
	if p := s.submodules["asyncio"]; p != nil {
		p.Set(sub, m.V())
	}
	return true
}

// initAccelerator fills _asyncio, under which CPython has the classes and functions that are written in C.
func initAccelerator(th *Thread, m *object.Module) bool {
	m.AddTypes(&FutureType, &TaskType)
	for i := range functions {
		if f := &functions[i]; inC[f.Name] {
			m.Set(f.Name, f.object(th))
		}
	}
	return true
}

// addGetattr gives a module its __getattr__ (PEP 562).
func addGetattr(m *object.Module) {
	m.Set("__getattr__", object.NewBuiltin(&getattrMethod, m.V(), m.Name))
	m.Set("__dir__", object.NewBuiltin(&dirMethod, m.V(), m.Name))
}

var getattrMethod = object.Method{Name: "__getattr__", Sig: "name, /", F1: func(th *Thread, self, n Value) Value {
	m, _ := object.AsModule(self)
	attr, _ := object.GoString(n)
	v, found := lazyAttr(th, m, attr)
	if found {
		if v.H != nil && m.Dict.GetName(attr).H == nil {
			m.Set(attr, v)
		}
		return v
	}
	return th.AttributeError(self, object.NewStr(attr), "module '%s' has no attribute '%s'", m.Name, attr)
}}

var dirMethod = object.Method{Name: "__dir__", F0: func(th *Thread, self Value) Value {
	m, _ := object.AsModule(self)
	names, ok := th.Collect(m.Dict.V())
	if !ok {
		return Value{}
	}
	seen := map[string]bool{}
	for _, n := range names {
		s, _ := object.GoString(n)
		seen[s] = true
	}
	add := func(s string) {
		if !seen[s] {
			seen[s] = true
			names = append(names, object.StrValue(s))
		}
	}
	sub := submoduleOf(m)
	for n := range lazyNames[sub] {
		add(n)
	}
	for _, list := range [...][]string{importedNames[sub], childWatcherNames(sub)} {
		for _, n := range list {
			add(n)
		}
	}
	if sub == "" {
		for _, n := range submoduleNames {
			add(n)
		}
		for _, p := range publicOrder {
			for n := range lazyNames[p] {
				if isExported(n) && p != "graph" {
					add(n)
				}
			}
		}
	}
	return object.NewList(names).V()
}}

// submoduleOf is "" for the package itself.
func submoduleOf(m *object.Module) string {
	if len(m.Name) > len("asyncio.") {
		return m.Name[len("asyncio."):]
	}
	return ""
}

// lazyAttr finds a name that is loaded at first use.
func lazyAttr(th *Thread, m *object.Module, attr string) (v Value, found bool) {
	sub := submoduleOf(m)
	if sub != "" {
		if mod := lazyNames[sub][attr]; mod != "" {
			return lazyImport(th, mod, attr), true
		}
		for _, s := range submoduleNames {
			if s == attr {
				return importModule(th, "asyncio."+s), true
			}
		}
		if mod := importedModules[attr]; mod != "" {
			return importModule(th, mod), true
		}
		for _, n := range importedNames[sub] {
			if n == attr {
				return importedName(th, attr), true
			}
		}
		return moduleState(th, m, sub, attr)
	}
	for _, s := range submoduleNames {
		if s == attr {
			return importModule(th, "asyncio."+s), true
		}
	}
	for _, p := range publicOrder {
		if mod := lazyNames[p][attr]; mod != "" && isExported(attr) {
			return lazyImport(th, mod, attr), true
		}
	}
	for _, n := range childWatchers {
		if n == attr {
			return lazyImport(th, "_asyncio_unix", attr), true
		}
	}
	return Value{}, false
}

// childWatchers are the names of unix_events that the package exports beside the loop and the policy.
var childWatchers = [...]string{"AbstractChildWatcher", "SafeChildWatcher", "FastChildWatcher", "PidfdChildWatcher", "MultiLoopChildWatcher", "ThreadedChildWatcher"}

// importedModules are modules that asyncio's own import and that tests reach through them.
var importedModules = map[string]string{"socket": "socket", "ssl": "ssl", "os": "os", "sys": "sys", "time": "time", "signal": "signal",
	"selectors": "selectors", "threading": "threading", "warnings": "warnings", "contextvars": "contextvars", "functools": "functools",
	"collections": "collections", "concurrent": "concurrent.futures", "inspect": "inspect", "traceback": "traceback", "heapq": "heapq",
	"weakref": "weakref", "itertools": "itertools", "errno": "errno", "stat": "stat", "subprocess": "subprocess", "types": "types", "fcntl": "fcntl", "io": "io"}

// moduleState are the attributes that show the interpreter's state.
func moduleState(th *Thread, m *object.Module, sub, attr string) (Value, bool) {
	for _, prefix := range [...]string{"_py_", "_c_"} {
		// The names of the two implementations that CPython has of its hot functions; here they are one.
		if bare, ok := strings.CutPrefix(attr, prefix); ok {
			for _, n := range [...]string{bare, "_" + bare} {
				if v := m.Dict.GetName(n); v.H != nil {
					return v, true
				}
			}
		}
	}
	if sub == "tasks" {
		switch attr {
		case "_PyTask", "_CTask":
			return TaskType.V(), true
		case "_current_tasks":
			return callHelperState(th, attr), true
		case "_scheduled_tasks", "_eager_tasks":
			return callHelperState(th, attr), true
		}
	}
	if sub == "futures" {
		switch attr {
		case "_PyFuture", "_CFuture":
			return FutureType.V(), true
		}
	}
	return Value{}, false
}

// taskState shows the registers of tasks as Python containers.
func taskState(th *Thread, what string) Value {
	s := stateOf(th)
	switch what {
	case "_current_tasks":
		d := object.NewDict()
		for _, l := range s.loops {
			if l.cur.H != nil {
				d.Set(th, l.V(), l.cur)
			}
		}
		for _, c := range s.current {
			d.Set(th, c.loop, c.task)
		}
		return d.V()
	case "_eager_tasks":
		return newSet(th, s.eager)
	}
	var list []Value
	for _, l := range s.loops {
		for t := l.tasks.first; t != nil; t = t.next {
			list = append(list, t.V())
		}
	}
	for t := s.tasks.first; t != nil; t = t.next {
		list = append(list, t.V())
	}
	return newSet(th, append(list, s.registered...))
}

// callHelperState makes a view of the loop's registers for tests.
func callHelperState(th *Thread, attr string) Value {
	return taskState(th, attr)
}
