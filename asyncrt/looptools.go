// What transports ask of their loop, of whatever class it is.
package asyncrt

import "pyasync/object"

var (
	strAddReader     = name("_add_reader")
	strAddWriter     = name("_add_writer")
	strRemoveReader  = name("_remove_reader")
	strRemoveWriter  = name("_remove_writer")
	strTransports    = name("_transports")
	strReadyCallback = name("_read_ready")
)

// loopSoon is loop.call_soon(fn, *args).
func loopSoon(th *Thread, loop, fn Value, args ...Value) bool {
	if fn.H == nil {
		return false
	}
	if l := fastLoop(loop.H); l != nil && !l.debug {
		if !l.checkClosed(th) {
			return false
		}
		l.callSoon(th, fn, args, futureContext(th))
		return true
	}
	return th.CallMethod(loop, strCallSoon, append([]Value{fn}, args...)...).H != nil
}

// loopWatch is loop._add_reader(fd, fn) or loop._add_writer(fd, fn).
func loopWatch(th *Thread, loop Value, write bool, fd, fn Value) bool {
	if fn.H == nil {
		return false
	}
	if l := fastLoop(loop.H); l != nil {
		return addWatch(th, loop, write, []Value{fd, fn}).H != nil
	}
	if write {
		return th.CallMethod(loop, strAddWriter, fd, fn).H != nil
	}
	return th.CallMethod(loop, strAddReader, fd, fn).H != nil
}

// loopUnwatch is loop._remove_reader(fd) or loop._remove_writer(fd).
func loopUnwatch(th *Thread, loop Value, write bool, fd Value) bool {
	if l := fastLoop(loop.H); l != nil {
		return removeWatch(th, loop, write, fd).H != nil
	}
	if write {
		return th.CallMethod(loop, strRemoveWriter, fd).H != nil
	}
	return th.CallMethod(loop, strRemoveReader, fd).H != nil
}

// forgetTransport takes a transport out of loop._transports.
func forgetTransport(th *Thread, loop, fd, self Value) bool {
	table := th.GetAttr(loop, strTransports)
	if table.H == nil {
		return false
	}
	d, ok := object.AsDict(table)
	if !ok {
		return true // a weak dictionary of a loop in Python
	}
	x, ok := d.Get(th, fd)
	if !ok || x.H != self.H {
		return ok
	}
	return th.SetItem(table, fd, Value{})
}

// settleWaiter is waiter.set_result(None), or set_exception(exc) when exc is set.
func settleWaiter(th *Thread, waiter, exc Value) bool {
	if f, exact := exactFuture(waiter); exact {
		if exc.H != nil {
			return f.setException(th, exc)
		}
		return f.setResult(th, None)
	}
	if exc.H != nil {
		return th.CallMethod(waiter, strSetException, exc).H != nil
	}
	return th.CallMethod(waiter, strSetResult, None).H != nil
}
