// Debug mode as an observer: where tasks are made, and callbacks that take long.
package asyncrt

import "pyasync/object"

// debugWatch is the observer of a loop in debug mode. Unlike others it runs Python code: what it has to say goes to
// asyncio's logger.
type debugWatch struct {
	NoObserver
	began []float64 // when the callbacks under way began; more than one in nested runs
}

// TaskCreated keeps the stack as _source_traceback.
func (d *debugWatch) TaskCreated(th *Thread, t, by *Task, at object.Site) {
	l, ok := asLoop(valueOf(t.loop))
	if t.rare().source.H == nil && ok {
		t.ext.source = extractVia(th, l.via)
	}
	if ok {
		l.via = nil
	}
}

// Scheduled keeps the stack for the handle that the step will seem to have.
func (d *debugWatch) Scheduled(th *Thread, t *Task, f *Future) {
	t.rare().scheduled = extractStack(th)
}

// CallbackBegins notes time and handle (_current_handle).
func (d *debugWatch) CallbackBegins(th *Thread, l *Loop, c Callback) {
	h := l.handleOf(c.e)
	if t := c.Task(); t != nil && t.ext != nil && h.source.H == nil {
		h.source, t.ext.scheduled = t.ext.scheduled, Value{}
	}
	l.current = h.V()
	d.began = append(d.began, l.now())
}

// CallbackEnds warns of a callback that took slow_callback_duration or longer.
func (d *debugWatch) CallbackEnds(th *Thread, l *Loop, c Callback) {
	n := len(d.began) - 1
	if n < 0 {
		return // debug mode was turned on inside the callback
	}
	took := l.now() - d.began[n]
	d.began = d.began[:n]
	h, isHandle := asHandle(orNone(l.current))
	l.current = Value{}
	limit, isNumber := toFloat(th, l.slow)
	if c.Failed || !isHandle || !isNumber || took < limit {
		return
	}
	s, ok := formatHandle(th, h)
	if !ok || !logWarning(th, "Executing "+s+" took "+fixed3(took)+" seconds") {
		unraisable(th, h.V())
	}
}
