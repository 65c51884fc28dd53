// Picture, the state of all tasks at one moment: what deadlock reports and the answer to SIGQUIT show.
package asyncrt

import (
	"strconv"
	"strings"
	"unsafe"

	"pyasync/object"
)

// Place is a place in the program.
type Place struct {
	File     string
	Line     int
	Function string // qualified name, "<module>" at module level
	Text     string // the source line, "" when it is not at hand
}

func placeOf(s object.Site) Place {
	return Place{s.File(), s.Line(), s.Function(), s.Text()}
}

// ownPlace is placeOf for places outside of the library.
func ownPlace(s object.Site) Place {
	if s.Library() {
		return Place{}
	}
	return placeOf(s)
}

// TaskInfo is what a Picture says of a task.
type TaskInfo struct {
	Name      string  // get_name()
	Coroutine string  // qualified name of the coroutine
	Made      Place   // where the task was made; File is "" when that is not known
	State     string  // "waiting", "ready" to go on, "running" or "new"
	Stack     []Place // the awaiting frames, outermost first
	Wait      *Wait   // what it waits for; nil when it does not
}

// Wait is what a task waits for.
type Wait struct {
	What string   // "Lock 'first'", "gather() of Task 'a', Task 'b'"
	Made Place    // where that object was made; File is "" when that is not known
	Who  []string // what is known of who could end the wait, a sentence each
}

// Picture is the state of all tasks at one moment.
type Picture struct {
	Tasks   []TaskInfo
	Future  *Wait        // the plain future that run_until_complete() runs for
	More    int          // tasks beyond those in Tasks, when there are very many
	Cycles  [][]string   // circular waits, a sentence for each step
	Tree    []string     // the tasks, one a line, each below the one that waits for it
	Threads []ThreadInfo // the main thread first; only threads in which code of the program is active
}

// ThreadInfo is what a Picture says of a thread.
type ThreadInfo struct {
	Name  string  // "MainThread", or as threading knows it
	Stack []Place // the active frames, outermost first
}

// picture collects a Picture. Nothing in here runs Python code.
type picture struct {
	th    *Thread
	tasks []*Task
	acts  map[*Task][]object.Activation
	ready map[*Header]bool // tasks that are about to run
	until map[*Loop]*Future
	// threads are those that run or wait elsewhere than in the loop that is looked at.
	threads []threadStack
	refs    map[*Header][]reference // to what is waited for; see referrers.go
	globals map[*Header]string
	more    int // tasks beyond maxTasks
}

// maxTasks bounds the tasks a picture tells apart.
const maxTasks = 20_000

type threadStack struct {
	name string
	acts []object.Activation
}

// TakePicture describes the tasks of an interpreter, for any thread of it that has the interpreter lock.
func TakePicture(th *Thread) *Picture { return newPicture(th, nil).finished() }

// newPicture looks at the loops of an interpreter; also is one that may not be among those it knows.
func newPicture(th *Thread, also *Loop) *picture {
	p := &picture{th: th, acts: map[*Task][]object.Activation{}, ready: map[*Header]bool{}, until: map[*Loop]*Future{}}
	s := stateOf(th)
	loops := s.loops
	if also != nil && !containsLoop(loops, also) {
		loops = append(loops[:len(loops):len(loops)], also)
	}
	for _, l := range loops {
		if !l.closed {
			p.addLoop(l)
		}
	}
	p.addTasks(&s.tasks)
	p.addThreads()
	return p
}

// addThreads looks at the threads besides the one that asks.
func (p *picture) addThreads() {
	in := p.th.Interp
	if in.Hooks.Stack == nil {
		return
	}
	if in.Main != nil && in.Main != p.th {
		p.threads = append(p.threads, threadStack{"MainThread", in.Hooks.Stack(in.Main)})
	}
	for _, th := range in.Threads() {
		if th != p.th {
			p.threads = append(p.threads, threadStack{threadTitle(th), in.Hooks.Stack(th)})
		}
	}
}

// threadTitle is the name that the module threading has for a thread.
func threadTitle(th *Thread) string {
	if m, ok := object.AsModule(orNone(th.Interp.Modules.GetName("threading"))); ok {
		if active, ok := object.AsDict(orNone(m.Dict.GetName("_active"))); ok {
			if t, ok := active.Get(th, object.Int(th.Ident)); ok && t.H != nil {
				if s, ok := object.GoString(orNone(object.OwnAttr(th, t, name("_name")))); ok {
					return s
				}
			}
		}
	}
	return strconv.FormatInt(th.Ident, 10)
}

func containsLoop(list []*Loop, l *Loop) bool {
	for _, x := range list {
		if x == l {
			return true
		}
	}
	return false
}

func (p *picture) addLoop(l *Loop) {
	p.addTasks(&l.tasks)
	for i := 0; i < l.ready.len(); i++ {
		if e := l.ready.at(i); e.fn.N == wakeTask || e.fn.N == wakeStep {
			p.ready[e.fn.H] = true
		}
	}
	if l.until.H != nil && l.threadID != 0 {
		if f, ok := asFuture(l.until); ok && f.state == pending {
			if _, isTask := asTask(l.until); !isTask {
				p.until[l] = f
			}
		}
	}
}

func (p *picture) addTasks(list *taskList) {
	for t := list.first; t != nil; t = t.next {
		switch {
		case t.state != pending:
		case len(p.tasks) == maxTasks:
			p.more++
		default:
			p.tasks = append(p.tasks, t)
		}
	}
}

// activations are the frames of a task, outermost first: its own and those of the coroutines it awaits, also through
// coroutines of this package.
func (p *picture) activations(t *Task) []object.Activation {
	if list, ok := p.acts[t]; ok {
		return list
	}
	var list []object.Activation
	if look := p.th.Interp.Hooks.Suspended; look != nil && t.coro != nil {
		for v := valueOf(t.coro); v.H != nil; {
			frames, subject := look(v)
			list = append(list, frames...)
			v = innerAwait(subject)
		}
	}
	p.acts[t] = list
	return list
}

// innerAwait is what a coroutine of this package awaits at the moment, or the nil Value.
func innerAwait(v Value) Value {
	if v.H == nil {
		return v
	}
	co, ok := object.AsCoroutine(v)
	if !ok || co.Step == nil {
		return Value{}
	}
	switch co.Info {
	case coWaitFor:
		return (*waitingFor)(unsafe.Pointer(co)).aw.v
	case coCondWait:
		return (*condWait)(unsafe.Pointer(co)).aw.v
	}
	if co.Flags.Kind == nativeFunc {
		if a := (*funcCoro)(unsafe.Pointer(co)).aw; a != nil {
			return a.v
		}
	}
	return Value{}
}

// stack turns activations into places. Frames of the library are left out unless there is nothing else.
func stack(acts []object.Activation) []Place {
	list := ownFrames(acts)
	if list == nil {
		for _, a := range acts {
			list = append(list, placeOf(a.Site))
		}
	}
	return list
}

func ownFrames(acts []object.Activation) (list []Place) {
	for _, a := range acts {
		if !a.Library() {
			list = append(list, placeOf(a.Site))
		}
	}
	return list
}

// finished makes the Picture.
func (p *picture) finished() *Picture {
	r := &Picture{More: p.more}
	for _, t := range p.tasks {
		r.Tasks = append(r.Tasks, p.info(t))
	}
	for _, f := range p.until {
		r.Future = p.describe(nil, f)
	}
	r.Cycles = p.cycles()
	r.Tree = p.tree()
	for _, th := range p.threads {
		if list := ownFrames(th.acts); len(list) > 0 {
			r.Threads = append(r.Threads, ThreadInfo{th.name, list})
		}
	}
	return r
}

func (p *picture) info(t *Task) TaskInfo {
	i := TaskInfo{Name: t.displayName(), Made: ownPlace(t.Site()), Stack: stack(p.activations(t)), State: "waiting"}
	if t.coro != nil {
		if co, ok := object.AsCoroutine(valueOf(t.coro)); ok {
			i.Coroutine, _ = object.GoString(orNone(optAttr(p.th, co.V(), "__qualname__")))
			switch co.State {
			case object.CoCreated:
				i.State = "new"
			case object.CoRunning:
				i.State = "running"
			}
		}
	}
	l, isLoop := asLoop(valueOf(t.loop))
	switch {
	case isLoop && l.cur.H == &t.Header:
		i.State = "running"
		i.Stack = nil
	case i.State != "waiting":
	case p.ready[&t.Header] || t.waiter == nil:
		i.State = "ready"
	default:
		i.Wait = p.wait(t)
	}
	return i
}

// wait is what a task waits for.
func (p *picture) wait(t *Task) *Wait {
	if t.waiter == nil {
		return nil
	}
	f, ok := asFuture(valueOf(t.waiter))
	if !ok {
		return &Wait{What: "an object of class " + valueOf(t.waiter).Type().Name}
	}
	return p.describe(t, f)
}

// called is how a report calls a task.
func (t *Task) called() string {
	n := t.displayName()
	if t.ext == nil || t.ext.name == nil || strings.HasPrefix(n, "Task-") {
		return n
	}
	return "Task '" + n + "'"
}
