// Observer, the one instrument of the loop: debug mode's reports and every later view read it.
package asyncrt

// Observer is told what a loop does. All methods run on the loop's thread with the interpreter lock held and must
// not call Python code. A loop without one spends a nil check per event.
type Observer interface {
	TaskCreated(th *Thread, t, by *Task)       // by: the task that called create_task, nil outside
	Scheduled(th *Thread, fn Value, f *Future) // f completed and schedules a callback
	StepBegins(th *Thread, t *Task)            // the coroutine is about to be resumed
	StepEnds(th *Thread, t *Task)              // it was suspended or has ended
	Waits(th *Thread, t *Task, f *Future)      // t waits for f
	TaskFinished(th *Thread, t *Task)          // t's coroutine has ended
	CancelRequested(th *Thread, t *Task)       // somebody called t.cancel()
	HandleRun(th *Thread, h *Handle)           // a callback of call_soon and the like runs
	PollBegins(th *Thread, timeout float64)    // about to wait for I/O, seconds; <0: without limit
	PollEnds(th *Thread, events int)           // the wait is over
}

// SetObserver makes o the observer of the loop; nil removes it.
func (l *Loop) SetObserver(o Observer) { l.observer = o }

// taskCreated tells the observer and debug mode of a new task.
func (l *Loop) taskCreated(th *Thread, t *Task) {
	if l.observer != nil {
		by, _ := asTaskOrNil(l.cur)
		l.observer.TaskCreated(th, t, by)
	}
	if l.debug && t.rare().source.H == nil {
		t.ext.source = extractStack(th)
	}
}

func asTaskOrNil(v Value) (*Task, bool) {
	if v.H == nil {
		return nil, false
	}
	return asTask(v)
}
