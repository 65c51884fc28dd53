// Who knows an object: the tasks and threads whose frames refer to it, and the names they have for it.
//
// All frames are read once, for the objects that somebody waits for, so that a report on thousands of tasks is quick.
package asyncrt

import (
	"slices"
	"strconv"
	"strings"
	"unsafe"

	"pyasync/object"
)

// receiver is the object a bound method belongs to, or v itself.
func receiver(v Value) Value {
	switch {
	case v.H == nil:
		return v
	case v.H.Shape == &object.MethodType.Root:
		return (*object.BoundMethod)(v.Ptr()).Self
	case v.H.Shape == &object.BuiltinType.Root:
		if s := (*object.Builtin)(v.Ptr()).Self; s.H != nil {
			return s
		}
	}
	return v
}

// reference is how a frame refers to an object.
type reference struct {
	task   *Task  // whose frame it is; nil: a thread's
	thread string // the thread's name
	code   *object.Code
	name   string // of the variable, with attribute or index; "" for a value that an unfinished statement holds
	inside bool   // the frame is within `async with` of the object
	lib    bool   // the frame is the library's
}

// references finds the references to all objects that are waited for.
func (p *picture) references(v Value) []reference {
	if p.refs == nil {
		p.refs = map[*Header][]reference{}
		for _, t := range p.tasks {
			p.want(t)
		}
		for _, t := range p.tasks {
			p.readFrames(reference{task: t}, p.activations(t))
		}
		for _, th := range p.threads {
			p.readFrames(reference{thread: th.name}, th.acts)
		}
	}
	return p.refs[v.H]
}

// want notes what a task waits for, so that references to it are kept.
func (p *picture) want(t *Task) {
	if t.waiter == nil {
		return
	}
	f, ok := asFuture(valueOf(t.waiter))
	if !ok {
		return
	}
	p.wantFuture(f)
	for _, a := range p.activations(t) {
		if a.Library() && len(a.Vars) > 0 { // the receiver of a method of the library: a Barrier
			p.refs[a.Vars[0].V.H] = nil
		}
	}
}

func (p *picture) wantFuture(f *Future) {
	object, _ := subject(f)
	if _, known := p.refs[object]; known {
		return
	}
	p.refs[object] = nil
	switch f.kind {
	case waitsEvent:
		if e := ownerOf[eventWait](f, unsafe.Offsetof(eventWait{}.w)); e.Info == coQueueJoin {
			p.refs[&(*queueJoin)(unsafe.Pointer(e)).q.Header] = nil
		}
	case waitsLock:
		return
	}
	for _, s := range p.behind(nil, f) {
		if g, ok := asFuture(s.to); ok {
			if _, isTask := asTask(s.to); !isTask {
				p.wantFuture(g)
			}
		}
	}
}

// readFrames adds the references in some frames, the innermost first.
func (p *picture) readFrames(r reference, acts []object.Activation) {
	for i := len(acts) - 1; i >= 0; i-- {
		a := &acts[i]
		r.code, r.lib = a.Code, a.Library()
		for k := range a.Vars {
			x := &a.Vars[k]
			if r.name = x.Name; r.name == "" {
				r.inside = holdsExit(a, k)
				p.refer(receiver(x.V), r)
				r.inside = false
				continue
			}
			p.refer(x.V, r)
			p.refer(receiver(x.V), r)
			p.readWithin(x.V, r)
		}
	}
}

// refer keeps the reference if anybody waits for v.
func (p *picture) refer(v Value, r reference) {
	if v.H == nil {
		return
	}
	list, wanted := p.refs[v.H]
	if !wanted || len(list) > 0 && list[len(list)-1] == r {
		return
	}
	p.refs[v.H] = append(list, r)
}

// readWithin adds the references in the attributes or items of a variable's value.
func (p *picture) readWithin(container Value, r reference) {
	const most = 100
	variable := r.name
	item := func(v Value, suffix func() string) {
		if v.H != nil {
			if _, wanted := p.refs[v.H]; wanted {
				r.name = variable + suffix()
				p.refer(v, r)
			}
		}
	}
	if isInstance(container) {
		for _, y := range object.OwnAttrs(container) {
			item(y.V, func() string { return "." + y.Name })
		}
		return
	}
	var items []Value
	if l, ok := object.AsList(container); ok {
		items = l.Items
	} else if t, ok := object.AsTuple(container); ok {
		items = t.Items
	} else if d, ok := object.AsDict(container); ok && d.Len() <= most {
		for k, x, pos, more := d.Next(0); more; k, x, pos, more = d.Next(pos) {
			item(x, func() string { return "[" + keyText(k) + "]" })
		}
	}
	for i, x := range items[:min(len(items), most)] {
		item(x, func() string { return "[" + strconv.Itoa(i) + "]" })
	}
}

func keyText(k Value) string {
	if s, ok := object.AsStr(k); ok {
		return strconv.Quote(s.Go())
	}
	if n, ok := k.SmallInt(); ok {
		return strconv.FormatInt(n, 10)
	}
	return "…"
}

// isInstance reports whether v is an instance of a class written in Python.
func isInstance(v Value) bool { return v.H != nil && v.H.Shape.Type.Flags&object.FlagHeap != 0 }

// holdsExit reports whether value i of a frame is the bound __aexit__ that an unfinished `async with` keeps, or the
// marked manager itself. The part of the statement that is under way follows: 0 as long as the object is being entered.
func holdsExit(a *object.Activation, i int) bool {
	x := a.Vars[i].V
	if receiver(x).H == x.H && x.N != object.ManagerMark || i+1 == len(a.Vars) || a.Vars[i+1].Name != "" {
		return false
	}
	part, ok := a.Vars[i+1].V.SmallInt()
	return ok && part > 0
}

// variable is the name of v: in the function that made it if that is still active, else in the innermost frame of t
// that has one, or among the globals; "" if there is none.
func (p *picture) variable(t *Task, v Value, made object.Site) string {
	own := ""
	for _, r := range p.references(v) {
		switch {
		case r.name == "" || r.lib:
		case r.code == made.Code:
			return r.name
		case (own == "" || own == "self") && t != nil && r.task == t:
			own = r.name
		}
	}
	if own == "" {
		own = p.global(v)
	}
	return own
}

// global is the name of v in the globals of one of the tasks' functions, or "".
func (p *picture) global(v Value) string {
	if p.globals == nil {
		p.globals = map[*Header]string{}
		seen := map[*object.Dict]bool{}
		for _, t := range p.tasks {
			for _, a := range p.activations(t) {
				if g := a.Globals; g != nil && !seen[g] && !a.Library() {
					seen[g] = true
					p.readGlobals(g)
				}
			}
		}
	}
	return p.globals[v.H]
}

func (p *picture) readGlobals(d *object.Dict) {
	for k, x, pos, ok := d.Next(0); ok; k, x, pos, ok = d.Next(pos) {
		if _, wanted := p.refs[x.H]; !wanted {
			continue
		}
		if s, isStr := object.AsStr(k); isStr && !strings.HasPrefix(s.Go(), "__") {
			p.globals[x.H] = s.Go()
		}
	}
}

// inside lists the tasks that are within an `async with v`.
func (p *picture) inside(v Value) (list []*Task) {
	for _, r := range p.references(v) {
		if r.inside && r.task != nil && !slices.Contains(list, r.task) {
			list = append(list, r.task)
		}
	}
	return list
}

// referrers says which other unfinished tasks, and which threads, refer to v and so could do what is to be done.
func (p *picture) referrers(t *Task, v Value, do string) []string {
	const most = 5
	var names []string
	more := 0
	seen := map[string]bool{}
	for _, r := range p.references(v) {
		if r.task != nil && (r.task == t || p.sameWait(t, r.task)) {
			continue // who waits for it will not bring it about
		}
		who := "thread '" + r.thread + "'"
		if r.task != nil {
			who = r.task.called()
		}
		if seen[who] {
			continue
		}
		seen[who] = true
		if len(names) == most {
			more++
			continue
		}
		if r.name != "" {
			who += " (as '" + r.name + "')"
		}
		names = append(names, who)
	}
	switch {
	case names == nil && p.global(v) != "":
		return []string{"every function can " + do + ": it is the global '" + p.global(v) + "'"}
	case names == nil:
		return []string{"no other task that is left refers to it, so none can " + do}
	case more > 0:
		return []string{"could " + do + ": " + strings.Join(names, ", ") + " and " + itoa(more) + " more"}
	}
	return []string{"could " + do + ": " + strings.Join(names, ", ")}
}
