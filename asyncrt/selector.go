// BaseSelectorEventLoop's readers and writers, on the loop's own poller or on a selector object.
package asyncrt

import (
	"pyasync/object"
)

var selectorMethods = []object.Method{
	{Name: "add_reader", Sig: "fd, callback, *args", Raw: func(th *Thread, self Value, a []Value, kw []*object.Str) Value {
		return publicWatch(th, self, "_add_reader", a, kw)
	}},
	{Name: "add_writer", Sig: "fd, callback, *args", Raw: func(th *Thread, self Value, a []Value, kw []*object.Str) Value {
		return publicWatch(th, self, "_add_writer", a, kw)
	}},
	{Name: "remove_reader", Sig: "fd", F1: func(th *Thread, self, fd Value) Value {
		return publicUnwatch(th, self, "_remove_reader", fd)
	}},
	{Name: "remove_writer", Sig: "fd", F1: func(th *Thread, self, fd Value) Value {
		return publicUnwatch(th, self, "_remove_writer", fd)
	}},
	{Name: "_add_reader", Sig: "fd, callback, *args", Raw: func(th *Thread, self Value, a []Value, kw []*object.Str) Value {
		return addWatch(th, self, false, a)
	}},
	{Name: "_add_writer", Sig: "fd, callback, *args", Raw: func(th *Thread, self Value, a []Value, kw []*object.Str) Value {
		return addWatch(th, self, true, a)
	}},
	{Name: "_remove_reader", Sig: "fd", F1: func(th *Thread, self, fd Value) Value { return removeWatch(th, self, false, fd) }},
	{Name: "_remove_writer", Sig: "fd", F1: func(th *Thread, self, fd Value) Value { return removeWatch(th, self, true, fd) }},
	{Name: "_ensure_fd_no_transport", Sig: "fd", F1: func(th *Thread, self, fd Value) Value { return nilOrNone(ensureNoTransport(th, self, fd)) }},
}

// selectorGetset are the attributes that concern polling.
var selectorGetset = []object.Getset{
	{Name: "_transports", Get: func(th *Thread, self Value) Value {
		l := loopOf(self)
		if l.transports.H == nil {
			l.transports = object.NewDict().V()
		}
		return l.transports
	}, Set: func(th *Thread, self, x Value) bool { loopOf(self).transports = x; return true }},
	{Name: "_signal_handlers", Get: func(th *Thread, self Value) Value {
		l := loopOf(self)
		if l.signals.H == nil {
			l.signals = object.NewDict().V()
		}
		return l.signals
	}, Set: func(th *Thread, self, x Value) bool { loopOf(self).signals = x; return true }},
	{Name: "_unix_server_sockets", Get: func(th *Thread, self Value) Value {
		l := loopOf(self)
		if l.unixSockets.H == nil {
			l.unixSockets = object.NewDict().V()
		}
		return l.unixSockets
	}, Set: func(th *Thread, self, x Value) bool { loopOf(self).unixSockets = x; return true }},
	{Name: "_selector", Get: func(th *Thread, self Value) Value {
		l := loopOf(self)
		if l.selector.H != nil {
			return l.selector
		}
		if !self.Type().IsSubtype(&SelectorLoopType) {
			return th.AttributeError(self, name("_selector"), "'%s' object has no attribute '_selector'", self.Type().Name)
		}
		l.selector = callHelper(th, "own_selector", self)
		return l.selector
	}, Set: func(th *Thread, self, x Value) bool {
		l := loopOf(self)
		l.selector = x
		l.foreign = x.H != nil && !x.IsNone()
		return true
	}},
}

// ownSelector reports whether a value of _selector stands for the loop's own poller.
func (l *Loop) ownSelector(sel Value) bool {
	return !l.foreign && (sel.H == l.selector.H || sel.IsNone())
}

// foreignSelector returns the selector object set on the loop, or nil when the loop polls by itself.
func (l *Loop) foreignSelector(th *Thread) Value {
	if l.foreign {
		return l.selector
	}
	if l.dict != nil {
		return l.dict.GetName("_selector")
	}
	if l.Shape.Type.Flags&object.FlagHeap != 0 {
		return object.OwnAttr(th, l.V(), name("_selector"))
	}
	return Value{}
}

// fdOf converts a descriptor or an object with fileno().
func fdOf(th *Thread, v Value) (int, bool) {
	if n, ok := v.SmallInt(); ok {
		if n < 0 {
			th.ValueError("Invalid file descriptor: %d", n)
			return 0, false
		}
		return int(n), true
	}
	m, ok := th.LookupAttr(v, name("fileno"))
	if !ok {
		return 0, false
	}
	if m.H != nil {
		r := th.CallArgs(m)
		if r.H == nil {
			return 0, false
		}
		if n, ok := r.SmallInt(); ok && n >= 0 {
			return int(n), true
		} else if ok {
			th.ValueError("Invalid file descriptor: %d", n)
			return 0, false
		}
		if r.Type().Index != nil {
			return th.AsIndex(r, nil)
		}
	}
	if s, ok := th.Repr(v); ok {
		th.ValueError("Invalid file object: %s", s)
	}
	return 0, false
}

// ensureNoTransport raises when a transport uses the descriptor.
func ensureNoTransport(th *Thread, self, fd Value) bool {
	l := loopOf(self)
	n, ok := fdOf(th, fd)
	if !ok {
		return false
	}
	if l.transports.H == nil {
		return true
	}
	t := th.CallMethod(l.transports, name("get"), object.Int(int64(n)))
	if t.H == nil {
		return false
	}
	if t.IsNone() {
		return true
	}
	closing := th.CallMethod(t, name("is_closing"))
	if closing.H == nil {
		return false
	}
	if yes, ok := th.Truth(closing); yes || !ok {
		return ok
	}
	a, ok := th.Repr(fd)
	b, ok2 := th.Repr(t)
	if ok && ok2 {
		th.RuntimeError("File descriptor %s is used by transport %s", a, b)
	}
	return false
}

func publicWatch(th *Thread, self Value, method string, a []Value, kw []*object.Str) Value {
	if len(a) < 2 {
		return th.TypeError("BaseSelectorEventLoop.%s() missing required positional arguments", method[1:])
	}
	if !ensureNoTransport(th, self, a[0]) {
		return Value{}
	}
	m := th.GetAttrName(self, method)
	if m.H == nil || th.Call(m, a, kw).H == nil {
		return Value{}
	}
	return None
}

func publicUnwatch(th *Thread, self Value, method string, fd Value) Value {
	if !ensureNoTransport(th, self, fd) {
		return Value{}
	}
	return th.CallMethod(self, name(method), fd)
}

// addWatch is _add_reader and _add_writer; it returns the handle.
func addWatch(th *Thread, self Value, write bool, a []Value) Value {
	l := loopOf(self)
	if !l.checkClosed(th) {
		return Value{}
	}
	h := l.newHandle(th, a[1], a[2:], futureContext(th))
	if sel := l.foreignSelector(th); sel.H != nil {
		return callHelper(th, "selector_add", self, sel, a[0], object.Bool(write), h.V())
	}
	fd, ok := fdOf(th, a[0])
	if !ok {
		return Value{}
	}
	old, ok := l.setWatch(th, fd, write, h)
	if !ok {
		return Value{}
	}
	if old != nil && handleCancel(th, old.V()).H == nil {
		return Value{}
	}
	return h.V()
}

// removeWatch is _remove_reader and _remove_writer.
func removeWatch(th *Thread, self Value, write bool, fdv Value) Value {
	l := loopOf(self)
	if l.closed {
		return object.False
	}
	if sel := l.foreignSelector(th); sel.H != nil {
		return callHelper(th, "selector_remove", self, sel, fdv, object.Bool(write))
	}
	fd, ok := fdOf(th, fdv)
	if !ok {
		return Value{}
	}
	old, ok := l.setWatch(th, fd, write, nil)
	if !ok {
		return Value{}
	}
	if old == nil {
		return object.False
	}
	if handleCancel(th, old.V()).H == nil {
		return Value{}
	}
	return object.True
}

// processEvents is _process_events for what a selector object's select() returned.
func (l *Loop) processEvents(th *Thread, list Value) Value {
	return callHelper(th, "process_events", l.V(), list)
}
