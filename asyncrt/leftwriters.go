// Connections that a server's callback leaves open without keeping their StreamWriter. CPython's writer closes them from
// its destructor, at once. Without reference counts we look when the loop is about to wait, as for exceptions that
// nobody retrieved: a connection whose writer the collector has found unreachable is closed then.
package asyncrt

import (
	"runtime"
	"time"
	"weak"

	"pyasync/object"
)

// leftWriter is a connection to look after.
type leftWriter struct {
	writer    weak.Pointer[StreamWriter]
	transport Value
	reader    Value
	loop      Value
	checks    int
}

// maxLeftChecks is how often a connection is looked at: a writer still alive then is somebody's.
const maxLeftChecks = 2

// noteLeft looks after a connection whose callback has ended, unless it is closing.
func noteLeft(th *Thread, x leftWriter) {
	if t := plainSocketTransport(x.transport); t != nil && !t.closing {
		s := stateOf(th)
		s.left = append(s.left, x)
	}
}

// closeLeft closes the connections that nobody can use any more. It collects garbage, seldom enough to take no more than
// a tenth of the time; the result is how long the loop may wait before it has to look again.
func (s *interpState) closeLeft(th *Thread, timeout float64) float64 {
	if rest := time.Until(s.nextLeft).Seconds(); rest > 0 {
		if timeout < 0 {
			return rest
		}
		return min(timeout, rest)
	}
	began := time.Now()
	runtime.GC()
	s.nextLeft = time.Now().Add(10 * time.Since(began))
	list := s.left
	s.left = nil
	for _, x := range list {
		t := plainSocketTransport(x.transport)
		switch {
		case t == nil || t.closing:
		case x.writer.Value() == nil:
			x.close(th, t)
		default:
			if x.checks++; x.checks < maxLeftChecks {
				s.left = append(s.left, x)
			}
		}
	}
	if len(s.left) > 0 && timeout < 0 {
		return time.Until(s.nextLeft).Seconds()
	}
	return timeout
}

func (x *leftWriter) close(th *Thread, t *selectorTransport) {
	saved := th.Exc
	w := &StreamWriter{Header: Header{Shape: &StreamWriterType.Root}, transport: x.transport, reader: x.reader, loop: x.loop}
	text, ok := th.Repr(w.V())
	ok = t.close(th) && ok
	if ok && th.Interp.Hooks.Warn != nil {
		ok = th.Interp.Hooks.Warn(th, &object.ResourceWarningType, "unclosed "+text, 1)
	}
	if !ok {
		unraisable(th, w.V())
	}
	th.Exc = saved
}
