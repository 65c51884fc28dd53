// What a future stands for: the lock, queue or group behind it, in words, and whom that waits for in turn.
package asyncrt

import (
	"strconv"
	"strings"
	"unsafe"

	"pyasync/object"
)

// describe says what the future f is that t waits for; t is nil for run_until_complete().
func (p *picture) describe(t *Task, f *Future) *Wait {
	if other, ok := asTask(f.V()); ok {
		w := &Wait{What: other.called(), Made: ownPlace(other.Site())}
		if other == t {
			w.Who = append(w.Who, "it waits for itself")
		}
		return w
	}
	if f.Shape == &gatherType.Root {
		g := gatherOf(f)
		return &Wait{What: "gather() of " + p.list(g.children)}
	}
	switch f.kind {
	case waitsFutures:
		w := (*waiting)(unsafe.Pointer(f.result.H))
		return &Wait{What: "wait() for " + p.list(w.futs)}
	case waitsGroup:
		return &Wait{What: "the end of a TaskGroup with " + p.list(groupOf(f.result).unfinished())}
	case waitsShield:
		return &Wait{What: "shield() of " + p.list([]Value{(*shielding)(unsafe.Pointer(f.result.H)).inner})}
	case waitsLock:
		return p.describeLock(t, ownerOf[lockAcquire](f, unsafe.Offsetof(lockAcquire{}.w)).lock)
	case waitsEvent:
		return p.describeEvent(t, ownerOf[eventWait](f, unsafe.Offsetof(eventWait{}.w)))
	case waitsCondition:
		return p.describeCondition(t, ownerOf[condWait](f, unsafe.Offsetof(condWait{}.w)).cond)
	case waitsSemaphore:
		return p.describeSemaphore(t, ownerOf[semAcquire](f, unsafe.Offsetof(semAcquire{}.w)).sem)
	case waitsQueue:
		return p.describeQueue(t, ownerOf[queueOp](f, unsafe.Offsetof(queueOp{}.w)))
	case waitsSleep:
		return p.describeSleep(f)
	case waitsRead:
		r := ownerOf[readOp](f, unsafe.Offsetof(readOp{}.first)).reader
		w := p.object(t, r.V(), r.made)
		w.What = "data on " + w.What
		w.Who = p.referrers(t, r.V(), "feed it")
		return w
	case waitsDrain:
		return &Wait{What: "the other side of a connection to read"}
	}
	w := p.object(t, f.V(), f.site())
	w.Who = p.referrers(t, f.V(), "resolve it")
	return w
}

// list names the unfinished ones of some futures.
func (p *picture) list(futs []Value) string {
	const most = 6
	var names []string
	left, done := 0, 0
	for _, v := range futs {
		f, ok := asFuture(v)
		switch {
		case ok && f.done():
			done++
			continue
		case len(names) == most:
			left++
			continue
		}
		names = append(names, p.nameOf(v))
	}
	s := strings.Join(names, ", ")
	if left > 0 {
		s += " and " + strconv.Itoa(left) + " more"
	}
	if done > 0 {
		s += " (" + strconv.Itoa(done) + " more done)"
	}
	return s
}

// nameOf is how a report calls a future or task.
func (p *picture) nameOf(v Value) string {
	if t, ok := asTask(v); ok {
		return t.called()
	}
	f, ok := asFuture(v)
	if !ok {
		return "a " + v.Type().Name
	}
	w := p.describe(nil, f)
	if f.kind == plainFuture && w.Made.File != "" {
		return "a " + w.What + " made at " + w.Made.String()
	}
	return w.What
}

// object begins the description of an object that t waits for: its class, the variable t knows it by, where it was made.
func (p *picture) object(t *Task, v Value, made object.Site) *Wait {
	what := v.Type().Name
	if n := p.variable(t, v, made); n != "" {
		what += " '" + n + "'"
	}
	return &Wait{What: what, Made: ownPlace(made)}
}

func (p *picture) describeLock(t *Task, l *Lock) *Wait {
	if c := p.conditionOf(t, l); c != nil {
		w := p.object(t, valueOf(&c.Header), c.made)
		w.What = "the lock of " + w.What
		w.Who = p.lockHolder(t, l)
		return w
	}
	w := p.object(t, valueOf(&l.Header), l.made)
	w.Who = p.lockHolder(t, l)
	return w
}

// lockHolder says who holds a lock.
func (p *picture) lockHolder(t *Task, l *Lock) []string {
	owner, ok := p.owner(l)
	switch {
	case !l.locked:
		return []string{"it is free: its turn has come"}
	case !ok:
		return []string{"held; it was acquired outside of any task"}
	case owner == t:
		return []string{"held by the task itself: a Lock cannot be acquired twice"}
	case owner.done():
		return []string{"held by " + owner.called() + ", which has ended without releasing it"}
	}
	return []string{"held by " + owner.called()}
}

func (p *picture) owner(l *Lock) (*Task, bool) {
	if l.owner == nil || !l.locked {
		return nil, false
	}
	return asTask(valueOf(l.owner))
}

// conditionOf finds the condition that t waits on when what it waits for is the condition's own lock.
func (p *picture) conditionOf(t *Task, l *Lock) *Condition {
	if t == nil {
		return nil
	}
	for _, a := range p.activations(t) {
		for _, v := range a.Vars {
			if c, ok := asCondition(receiver(v.V)); ok && c.lock.H == &l.Header && c.made.Pos == l.made.Pos {
				return c
			}
		}
	}
	return nil
}

func asCondition(v Value) (*Condition, bool) {
	if v.H != nil && v.H.Shape.Solid == &ConditionType {
		return condOf(v), true
	}
	return nil, false
}

func (p *picture) describeEvent(t *Task, e *eventWait) *Wait {
	if e.Info == coQueueJoin {
		q := (*queueJoin)(unsafe.Pointer(e)).q
		w := p.object(t, q.V(), q.made)
		w.What = "join() of " + w.What
		w.Who = append([]string{strconv.Itoa(q.unfinished) + " of its items " + plural(q.unfinished, "lacks", "lack") + " task_done(), " +
			strconv.Itoa(q.count()) + " of them still " + plural(q.count(), "lies", "lie") + " in it"}, p.referrers(t, q.V(), "call it")...)
		return w
	}
	w := p.object(t, valueOf(&e.event.Header), e.event.made)
	w.Who = p.referrers(t, valueOf(&e.event.Header), "set it")
	return w
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

func (p *picture) describeCondition(t *Task, c *Condition) *Wait {
	if b := p.barrierOf(t, c); b.H != nil {
		w := p.object(t, b, c.made)
		parties, _ := object.OwnAttr(p.th, b, name("_parties")).SmallInt()
		count, _ := object.OwnAttr(p.th, b, name("_count")).SmallInt()
		w.Who = append([]string{strconv.Itoa(int(count)) + " of its " + strconv.Itoa(int(parties)) + " parties have come"}, p.referrers(t, b, "come")...)
		return w
	}
	w := p.object(t, valueOf(&c.Header), c.made)
	w.What = "a notification of " + w.What
	w.Who = p.referrers(t, valueOf(&c.Header), "notify it")
	return w
}

// barrierOf finds the Barrier whose condition a task waits on.
func (p *picture) barrierOf(t *Task, c *Condition) Value {
	if t == nil {
		return Value{}
	}
	for _, a := range p.activations(t) {
		if !a.Library() || !strings.HasPrefix(a.Code.Qualname, "Barrier.") || len(a.Vars) == 0 {
			continue
		}
		if self := a.Vars[0].V; object.OwnAttr(p.th, self, name("_cond")).H == &c.Header {
			return self
		}
	}
	return Value{}
}

func (p *picture) describeSemaphore(t *Task, s *Semaphore) *Wait {
	v := valueOf(&s.Header)
	w := p.object(t, v, s.made)
	for _, holder := range p.inside(v) {
		w.Who = append(w.Who, "a unit is held by "+holder.called()+p.itself(t, holder))
	}
	if w.Who == nil {
		w.Who = p.referrers(t, v, "release it")
	}
	return w
}

func (p *picture) itself(t, other *Task) string {
	if t == other {
		return ", the task itself"
	}
	return ""
}

func (p *picture) describeQueue(t *Task, o *queueOp) *Wait {
	q := o.q
	if q.of != nil {
		return &Wait{What: "as_completed(): the next of " + p.list(q.of.todo)}
	}
	w := p.object(t, q.V(), q.made)
	if o.Info == coQueueGet {
		w.What = "an item of " + w.What + ", which is empty"
		w.Who = p.referrers(t, q.V(), "put one")
	} else {
		w.What = "room in " + w.What + ", which is full (" + strconv.Itoa(q.count()) + " of " + strconv.Itoa(q.max) + ")"
		w.Who = p.referrers(t, q.V(), "get one")
	}
	return w
}

func (p *picture) describeSleep(f *Future) *Wait {
	w := &Wait{What: "sleep()"}
	l, ok := asLoop(valueOf(f.loop))
	if !ok {
		return w
	}
	s := ownerOf[sleep](f, unsafe.Offsetof(sleep{}.fut))
	for _, x := range l.timers.a {
		if x.fn.N == wakeStarTimer && x.fn.H == &s.Header {
			w.What = "sleep(), for " + strconv.FormatFloat(max(x.when-l.now(), 0), 'f', 1, 64) + " s more"
		}
	}
	return w
}

// subject is the object behind a future, and what is done with it, for comparing waits.
func subject(f *Future) (*Header, *object.Str) {
	switch f.kind {
	case waitsLock:
		return &ownerOf[lockAcquire](f, unsafe.Offsetof(lockAcquire{}.w)).lock.Header, nil
	case waitsEvent:
		return &ownerOf[eventWait](f, unsafe.Offsetof(eventWait{}.w)).event.Header, nil
	case waitsCondition:
		return &ownerOf[condWait](f, unsafe.Offsetof(condWait{}.w)).cond.Header, nil
	case waitsSemaphore:
		return &ownerOf[semAcquire](f, unsafe.Offsetof(semAcquire{}.w)).sem.Header, nil
	case waitsQueue:
		o := ownerOf[queueOp](f, unsafe.Offsetof(queueOp{}.w))
		return &o.q.Header, o.Info.Qualname
	case waitsRead:
		return &ownerOf[readOp](f, unsafe.Offsetof(readOp{}.first)).reader.Header, nil
	}
	return &f.Header, nil
}

// sameWait reports whether two tasks wait for the same thing.
func (p *picture) sameWait(a, b *Task) bool {
	if a == nil || a.waiter == nil || b.waiter == nil {
		return false
	}
	f, ok := asFuture(valueOf(a.waiter))
	g, ok2 := asFuture(valueOf(b.waiter))
	if !ok || !ok2 || f.kind != g.kind {
		return false
	}
	x, op := subject(f)
	y, op2 := subject(g)
	return x == y && op == op2
}

// step is one edge of the graph of waits: whom the wait is for, and in words why.
type step struct {
	to  Value // a Task or Future
	why string
}

// next lists whom a task or future waits for.
func (p *picture) next(v Value) []step {
	f, ok := asFuture(v)
	if !ok || f.done() {
		return nil
	}
	if t, isTask := asTask(v); isTask {
		if t.waiter == nil || p.ready[&t.Header] {
			return nil
		}
		return p.nextOfTask(t)
	}
	return p.behind(nil, f)
}

func (p *picture) nextOfTask(t *Task) []step {
	f, ok := asFuture(valueOf(t.waiter))
	if !ok {
		return nil
	}
	if _, isTask := asTask(f.V()); isTask {
		return []step{{f.V(), ""}}
	}
	return p.behind(t, f)
}

// behind lists the futures and tasks that have to go on before f is done.
func (p *picture) behind(t *Task, f *Future) (steps []step) {
	each := func(list []Value) {
		for _, v := range list {
			steps = append(steps, step{v, ""})
		}
	}
	if f.Shape == &gatherType.Root {
		each(gatherOf(f).children)
		return steps
	}
	switch f.kind {
	case waitsFutures:
		if w := (*waiting)(unsafe.Pointer(f.result.H)); w.mode != waitFirst {
			each(w.futs)
		}
	case waitsGroup:
		each(groupOf(f.result).unfinished())
	case waitsShield:
		each([]Value{(*shielding)(unsafe.Pointer(f.result.H)).inner})
	case waitsLock:
		if owner, ok := p.owner(ownerOf[lockAcquire](f, unsafe.Offsetof(lockAcquire{}.w)).lock); ok {
			steps = append(steps, step{owner.V(), ", held by "})
		}
	case waitsSemaphore:
		s := ownerOf[semAcquire](f, unsafe.Offsetof(semAcquire{}.w)).sem
		for _, holder := range p.inside(valueOf(&s.Header)) {
			steps = append(steps, step{holder.V(), ", a unit of which is held by "})
		}
	}
	return steps
}

// onlyHope is the step to the only task that could do what v waits for, if v is a task that waits for such a thing.
func (p *picture) onlyHope(v Value) []step {
	t, isTask := asTask(v)
	if !isTask || t.waiter == nil || p.ready[&t.Header] {
		return nil
	}
	f, ok := asFuture(valueOf(t.waiter))
	if !ok {
		return nil
	}
	object, do := p.toBeDone(f)
	if object.H == nil {
		return nil
	}
	if other := p.soleReferrer(t, object); other != nil {
		return []step{{other.V(), "; only one task could " + do + ": "}}
	}
	return nil
}

// toBeDone is the object behind f that another task has to do something with, and what.
func (p *picture) toBeDone(f *Future) (v Value, do string) {
	switch f.kind {
	case waitsEvent:
		e := ownerOf[eventWait](f, unsafe.Offsetof(eventWait{}.w))
		if e.Info == coQueueJoin {
			return (*queueJoin)(unsafe.Pointer(e)).q.V(), "call task_done()"
		}
		return valueOf(&e.event.Header), "set it"
	case waitsCondition:
		return valueOf(&ownerOf[condWait](f, unsafe.Offsetof(condWait{}.w)).cond.Header), "notify it"
	case waitsQueue:
		o := ownerOf[queueOp](f, unsafe.Offsetof(queueOp{}.w))
		switch {
		case o.q.of != nil:
		case o.Info == coQueueGet:
			return o.q.V(), "put one"
		default:
			return o.q.V(), "get one"
		}
	case plainFuture:
		return f.V(), "resolve it"
	}
	return Value{}, ""
}

// soleReferrer is the only other task that refers to v; nil when there are several or a thread or everybody does.
func (p *picture) soleReferrer(t *Task, v Value) (sole *Task) {
	for _, r := range p.references(v) {
		switch {
		case r.task == nil || sole != nil && r.task != sole && r.task != t:
			return nil
		case r.task == t || p.sameWait(t, r.task):
		default:
			sole = r.task
		}
	}
	if p.global(v) != "" {
		return nil
	}
	return sole
}

// cycles finds the circular waits, each once, as a sentence for each step.
func (p *picture) cycles() (found [][]string) {
	const fresh, open, closed = 0, 1, 2
	state := map[*Header]int{}
	var path []Value
	var why []string
	var visit func(v Value)
	visit = func(v Value) {
		state[v.H] = open
		path = append(path, v)
		for _, s := range append(p.next(v), p.onlyHope(v)...) {
			why = append(why, s.why)
			switch state[s.to.H] {
			case fresh:
				visit(s.to)
			case open:
				found = append(found, p.cycle(path, why, s.to))
			}
			why = why[:len(why)-1]
		}
		path = path[:len(path)-1]
		state[v.H] = closed
	}
	for _, t := range p.tasks {
		if state[&t.Header] == fresh {
			visit(t.V())
		}
	}
	return found
}

// cycle describes the part of a path that begins at back. why[i] explains the step from path[i].
func (p *picture) cycle(path []Value, why []string, back Value) []string {
	i := 0
	for path[i].H != back.H {
		i++
	}
	path, why = path[i:], why[i:]
	var lines []string
	for i, v := range path {
		next := path[(i+1)%len(path)]
		t, isTask := asTask(v)
		if !isTask {
			continue // a gathering: the step to it has named its tasks
		}
		what := ""
		if w := p.wait(t); w != nil {
			what = w.What
		}
		line := t.called() + " waits for " + what
		if why[i] != "" {
			line += why[i] + p.nameOf(next)
		}
		lines = append(lines, line)
	}
	return lines
}
