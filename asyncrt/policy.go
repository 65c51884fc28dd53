// Event-loop policies: which loop a thread gets.
package asyncrt

import (
	"pyasync/object"
)

// The policy classes.
var AbstractPolicyType, BasePolicyType, UnixPolicyType object.Type

// policy is an instance of a policy class; the loops of the threads are kept in the threads.
type policy struct {
	Header
	dict *object.Dict
}

func init() {
	definePython(&AbstractPolicyType, object.Spec{
		Name: "asyncio.events.AbstractEventLoopPolicy", Sig: "()", Doc: "Abstract policy for accessing the event loop.",
		Alloc:  object.Allocator[policy](),
		DictOf: policyDict,
		Slots:  object.Slots{New: allocateObject},
		Methods: notImplementedMethods([]abstractRow{
			{"get_event_loop", "", false}, {"set_event_loop", "loop", false}, {"new_event_loop", "", false},
			{"get_child_watcher", "", false}, {"set_child_watcher", "watcher", false},
		}),
	})
	definePython(&BasePolicyType, object.Spec{
		Name: "asyncio.events.BaseDefaultEventLoopPolicy", Base: &AbstractPolicyType, DictOf: policyDict,
		Doc: "Default policy implementation for accessing the event loop.",
		Methods: []object.Method{
			{Name: "get_event_loop", F0: policyGetLoop},
			{Name: "set_event_loop", Sig: "loop", F1: policySetLoop},
			{Name: "new_event_loop", F0: func(th *Thread, self Value) Value {
				f := th.GetAttrName(self, "_loop_factory")
				if f.H == nil {
					return f
				}
				if !isSet(f) {
					return th.TypeError("'NoneType' object is not callable")
				}
				return th.CallArgs(f)
			}},
		},
		Getset: []object.Getset{{Name: "_local", Get: func(th *Thread, self Value) Value { return valueOf(&localOf(th, self).Header) }}},
		Consts: func() map[string]Value { return map[string]Value{"_loop_factory": None} },
	})
	object.Define(&UnixPolicyType, object.Spec{
		Name: "asyncio.unix_events._UnixDefaultEventLoopPolicy", Base: &BasePolicyType, DictOf: policyDict,
		Doc: "UNIX event loop policy with a watcher for child processes.",
		Consts: func() map[string]Value {
			m := lazyMethods("_UnixDefaultEventLoopPolicy", []lazyRow{{name: "get_child_watcher", module: "_asyncio_unix", fn: "policy_get_child_watcher"}, {name: "set_child_watcher", module: "_asyncio_unix", fn: "policy_set_child_watcher"}})
			m["_loop_factory"] = UnixLoopType.V()
			m["_watcher"] = None
			return m
		},
	})
}

func policyDict(v Value, create bool) *object.Dict {
	return object.DictAt(&(*policy)(v.Ptr()).dict, create)
}

// inMainThread is threading.current_thread() is threading.main_thread(); a program without threading has one thread.
func inMainThread(th *Thread) bool {
	m := th.Interp.Modules.GetName("threading")
	if !isSet(m) {
		return true
	}
	saved := th.Exc
	defer func() { th.Exc = saved }()
	a := th.CallMethod(m, name("current_thread"))
	b := th.CallMethod(m, name("main_thread"))
	return a.H != nil && a.H == b.H
}

func policyGetLoop(th *Thread, self Value) Value {
	s := localOf(th, self)
	if s.loop.H == nil && !s.setCalled && inMainThread(th) {
		if th.Interp.Hooks.Warn != nil && !th.Interp.Hooks.Warn(th, &object.DeprecationWarningType, "There is no current event loop", 1) {
			return Value{}
		}
		l := th.CallMethod(self, name("new_event_loop"))
		if l.H == nil || th.CallMethod(self, name("set_event_loop"), l).H == nil {
			return Value{}
		}
	}
	if s.loop.H == nil {
		return th.RuntimeError("There is no current event loop in thread %s.", threadName(th))
	}
	return s.loop
}

// threadName is repr(threading.current_thread().name).
func threadName(th *Thread) string {
	saved := th.Exc
	defer func() { th.Exc = saved }()
	if m := th.Interp.Modules.GetName("threading"); isSet(m) {
		if t := th.CallMethod(m, name("current_thread")); t.H != nil {
			if n := th.GetAttrName(t, "name"); n.H != nil {
				if s, ok := th.Repr(n); ok {
					return s
				}
			}
		}
	}
	return "'MainThread'"
}

func policySetLoop(th *Thread, self, loop Value) Value {
	s := localOf(th, self)
	s.setCalled = true
	if !loop.IsNone() && !object.IsInstance(loop, &AbstractLoopType) {
		return th.TypeError("loop must be an instance of AbstractEventLoop or None, not '%s'", loop.Type().Name)
	}
	s.loop = loop
	if loop.IsNone() {
		s.loop = Value{}
	}
	if self.Type().IsSubtype(&UnixPolicyType) && inMainThread(th) {
		if w := th.GetAttrName(self, "_watcher"); w.H == nil || !w.IsNone() && th.CallMethod(w, name("attach_loop"), loop).H == nil {
			return Value{}
		}
	}
	return None
}

// policyLocalType is what a policy keeps per thread, as its attribute _local shows it.
var policyLocalType object.Type

func init() {
	local := func(v Value) *policyLocal { return (*policyLocal)(v.Ptr()) }
	definePython(&policyLocalType, object.Spec{
		Name: "asyncio.events._Local", Flags: object.FlagNoNew,
		Getset: []object.Getset{
			{Name: "_loop", Get: func(th *Thread, self Value) Value { return orNone(local(self).loop) },
				Set: func(th *Thread, self, x Value) bool {
					local(self).loop = Value{}
					if isSet(x) {
						local(self).loop = x
					}
					return true
				}},
			{Name: "_set_called", Get: func(th *Thread, self Value) Value { return object.Bool(local(self).setCalled) },
				Set: func(th *Thread, self, x Value) (ok bool) {
					local(self).setCalled, ok = th.Truth(x)
					return ok
				}},
		},
	})
}

// localOf returns what policy p keeps for this thread.
func localOf(th *Thread, p Value) *policyLocal {
	t := threadOf(th)
	for _, l := range t.policy {
		if l.owner == p.H {
			return l
		}
	}
	l := &policyLocal{Header: Header{Shape: &policyLocalType.Root}, owner: p.H}
	t.policy = append(t.policy, l)
	return l
}

// eventLoopPolicy is get_event_loop_policy().
func eventLoopPolicy(th *Thread) Value {
	s := stateOf(th)
	if s.policy.H == nil {
		s.policy = UnixPolicyType.Allocate()
	}
	return s.policy
}

// newEventLoop is asyncio.new_event_loop().
func newEventLoop(th *Thread) Value {
	p := eventLoopPolicy(th)
	if p.IsExact(&UnixPolicyType) && (*policy)(p.Ptr()).dict == nil {
		return NewLoop(th).V()
	}
	return th.CallMethod(p, name("new_event_loop"))
}

// setEventLoop is asyncio.set_event_loop(loop).
func setEventLoop(th *Thread, loop Value) bool {
	return th.CallMethod(eventLoopPolicy(th), name("set_event_loop"), loop).H != nil
}
