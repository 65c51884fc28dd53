// The self-pipe of selector loops. The loop's own poller is woken by other means; the attributes and methods are for
// subclasses that make a pipe of their own, and for programs that count the loop's descriptors.
package asyncrt

import "pyasync/object"

// selfPipe is what a subclass's _make_self_pipe has set.
type selfPipe struct{ ssock, csock Value }

var (
	strMakeSelfPipe  = name("_make_self_pipe")
	strCloseSelfPipe = name("_close_self_pipe")
)

func (l *Loop) needPipe() *selfPipe {
	if l.pipe == nil {
		l.pipe = &selfPipe{None, None}
	}
	return l.pipe
}

// initSelfPipe lets a subclass make its pipe.
func (l *Loop) initSelfPipe(th *Thread) bool {
	if !overridden(th, l.V(), &SelectorLoopType, strMakeSelfPipe) {
		l.internalFDs = 1
		return true
	}
	return th.CallMethod(l.V(), strMakeSelfPipe).H != nil
}

// closeSelfPipe gives up the pipe when the loop is closed.
func (l *Loop) closeSelfPipe(th *Thread) bool {
	if l.pipe == nil && !overridden(th, l.V(), &SelectorLoopType, strCloseSelfPipe) || !l.V().Type().IsSubtype(&SelectorLoopType) {
		l.internalFDs = 0
		return true
	}
	return th.CallMethod(l.V(), strCloseSelfPipe).H != nil
}

// closeSelector closes the selector that the loop was given.
func (l *Loop) closeSelector(th *Thread) bool {
	if !isSet(l.selector) {
		return true
	}
	sel := l.selector
	l.selector, l.foreign = None, false
	return th.CallMethod(sel, strClose).H != nil
}

var selfPipeMethods = []object.Method{
	{Name: "_make_self_pipe", F0: func(th *Thread, self Value) Value { loopOf(self).internalFDs++; return None }},
	{Name: "_close_self_pipe", F0: func(th *Thread, self Value) Value {
		l := loopOf(self)
		if l.pipe != nil && isSet(l.pipe.ssock) {
			if callHelper(th, "close_self_pipe", self).H == nil {
				return Value{}
			}
		}
		l.internalFDs--
		return None
	}},
	{Name: "_read_from_self", F0: func(th *Thread, self Value) Value {
		if l := loopOf(self); l.pipe != nil && isSet(l.pipe.ssock) {
			return callHelper(th, "read_from_self", self, l.pipe.ssock)
		}
		return None
	}},
	{Name: "_process_self_data", Sig: "data", F1: func(th *Thread, self, data Value) Value { return None }},
}

var selfPipeGetset = []object.Getset{
	{Name: "_internal_fds", Get: func(th *Thread, self Value) Value { return object.Int(int64(loopOf(self).internalFDs)) },
		Set: func(th *Thread, self, x Value) bool {
			n, ok := th.AsIndex(x, nil)
			loopOf(self).internalFDs = n
			return ok
		}},
	{Name: "_ssock", Get: func(th *Thread, self Value) Value { return loopOf(self).needPipe().ssock },
		Set: func(th *Thread, self, x Value) bool { loopOf(self).needPipe().ssock = orNone(x); return true }},
	{Name: "_csock", Get: func(th *Thread, self Value) Value { return loopOf(self).needPipe().csock },
		Set: func(th *Thread, self, x Value) bool { loopOf(self).needPipe().csock = orNone(x); return true }},
}
