// What a prompt shows of tasks: the pictures that deadlock reports are made of, since when each waits, and who waits
// for whom.
package asyncrt

import (
	"time"

	"pyasync/object"
)

// waitWatch is an Observer that remembers when tasks last ran.
type waitWatch struct {
	NoObserver
	since map[*Task]time.Time
}

// TaskCreated, StepEnds and TaskFinished keep the times.
func (w *waitWatch) TaskCreated(th *Thread, t, by *Task, at object.Site) { w.since[t] = time.Now() }
func (w *waitWatch) StepEnds(th *Thread, t *Task)                        { w.note(t) }
func (w *waitWatch) TaskFinished(th *Thread, t *Task)                    { delete(w.since, t) }

func (w *waitWatch) note(t *Task) {
	if t.done() {
		delete(w.since, t)
		return
	}
	w.since[t] = time.Now()
}

// TaskView is what a prompt shows of an unfinished task.
type TaskView struct {
	TaskInfo
	Task  Value
	For   time.Duration // how long ago it was made or last ran; negative if nobody looked
	Needs []Value       // the unfinished tasks that have to end, or to go on, before it can
}

// Tasks lists the unfinished tasks in order of creation, without the one of the running statement.
func (c *Console) Tasks(th *Thread) []TaskView {
	p := newPicture(th, c.loop)
	var list []TaskView
	for _, t := range p.tasks {
		if &t.Header == c.task.H {
			continue
		}
		v := TaskView{TaskInfo: p.info(t), Task: t.V(), For: -1, Needs: p.needs(t.V())}
		if t.n > 0 && v.State == "waiting" {
			v.State = "cancelling"
		}
		if since, ok := c.watch.since[t]; ok {
			v.For = time.Since(since)
		}
		list = append(list, v)
	}
	return list
}

// needs lists the tasks that v waits for, directly or through gatherings and the like.
func (p *picture) needs(v Value) (tasks []Value) {
	seen := map[*Header]bool{v.H: true}
	var visit func(v Value)
	visit = func(v Value) {
		for _, s := range p.next(v) {
			if seen[s.to.H] {
				continue
			}
			seen[s.to.H] = true
			if t, ok := asTask(s.to); !ok {
				visit(s.to)
			} else if !t.done() {
				tasks = append(tasks, s.to)
			}
		}
	}
	visit(v)
	return tasks
}

// Cancel cancels a task, as its method does.
func (c *Console) Cancel(th *Thread, task Value) bool {
	_, ok := cancelFuture(th, task, Value{})
	return ok
}
