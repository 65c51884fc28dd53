// asyncio.Queue, PriorityQueue and LifoQueue.
package asyncrt

import (
	"math"
	"unsafe"

	"pyasync/object"
)

// QueueType, PriorityQueueType and LifoQueueType are the classes.
var QueueType, PriorityQueueType, LifoQueueType object.Type

// Queue is a queue between tasks. Items of a plain queue lie in items[head:]; a class that overrides _init, _put or
// _get keeps them in its own _queue, and is driven through its methods.
type Queue struct {
	loopBound
	items      []Value
	head       int
	max        int
	maxValue   Value
	unfinished int
	getters    waiterList
	putters    waiterList
	finished   AsyncEvent
	of         *asCompleted // the iterator whose queue this is, or nil
	order      uint8
	custom     bool
	shut       bool
}

// The orders of queues.
const (
	fifo uint8 = iota
	lifo
	priority
)

func queueOf(v Value) *Queue { return (*Queue)(v.Ptr()) }

var (
	coQueueGet   = coroInfo("Queue.get")
	coQueuePut   = coroInfo("Queue.put")
	coQueueJoin  = coroInfo("Queue.join")
	strQInit     = name("_init")
	strQGet      = name("_get")
	strQPut      = name("_put")
	strQueue     = name("_queue")
	strQsize     = name("qsize")
	strEmpty     = name("empty")
	strFull      = name("full")
	strGetNowait = name("get_nowait")
	strPutNowait = name("put_nowait")
	queueHooks   = [...]*object.Str{strQInit, strQGet, strQPut, strQsize, strEmpty, strFull, strGetNowait, strPutNowait}
	queueSig     = object.ParseSignature("maxsize=0")
)

// newQueue makes a queue for the library's own use.
func newQueue(t *object.Type, max int) *Queue {
	q := queueOf(t.Allocate())
	q.setup(max)
	return q
}

func (q *Queue) setup(max int) {
	q.max, q.maxValue = max, object.Int(int64(max))
	q.finished.Shape = &EventType.Root
	q.finished.value = true
	switch q.V().Type() {
	case &LifoQueueType:
		q.order = lifo
	case &PriorityQueueType:
		q.order = priority
	}
}

// V returns the queue as a Value.
func (q *Queue) V() Value { return valueOf(&q.Header) }

func queueInit(th *Thread, self Value, args []Value, kw []*object.Str) bool {
	var a [1]Value
	if !queueSig.BindPython(th, "Queue.__init__", 1, args, kw, a[:]) {
		return false
	}
	q := queueOf(self)
	q.setup(0)
	if a[0].H != nil {
		q.maxValue = a[0]
		if n, ok := a[0].SmallInt(); ok {
			q.max = int(n)
		} else if f, ok := toFloat(th, a[0]); ok {
			// A queue is full when its size is not less.
			q.max = int(math.Ceil(min(f, math.MaxInt32)))
		} else {
			th.Exc = Value{}
		}
	}
	t := self.Type()
	base := builtinBase(t)
	q.order = fifo
	if base == &LifoQueueType {
		q.order = lifo
	} else if base == &PriorityQueueType {
		q.order = priority
	}
	if t != base {
		for _, h := range queueHooks {
			if th.Lookup(t, h) != th.Lookup(base, h) {
				q.custom = true
			}
		}
	}
	if q.custom {
		return th.CallMethod(self, strQInit, q.maxValue).H != nil
	}
	return true
}

// builtinBase returns the first builtin class among the bases.
func builtinBase(t *object.Type) *object.Type {
	for t.Flags&object.FlagHeap != 0 {
		t = t.Base
	}
	return t
}

func init() {
	definePython(&QueueType, object.Spec{
		Name: "asyncio.queues.Queue", Sig: "maxsize=0", Doc: "A queue, useful for coordinating producer and consumer coroutines.",
		Alloc: object.Allocator[Queue](), DictOf: boundDict,
		Slots: object.Slots{New: allocateBound, Init: queueInit,
			Repr: func(th *Thread, v Value) Value { return queueRepr(th, v, " at "+object.Address(v)) },
			Str:  func(th *Thread, v Value) Value { return queueRepr(th, v, "") }},
		Methods: queueMethods,
		Getset:  queueGetset,
	})
	object.Define(&PriorityQueueType, object.Spec{Name: "asyncio.queues.PriorityQueue", Sig: "maxsize=0", Base: &QueueType, DictOf: boundDict,
		Doc: "A subclass of Queue; retrieves entries in priority order (lowest first)."})
	object.Define(&LifoQueueType, object.Spec{Name: "asyncio.queues.LifoQueue", Sig: "maxsize=0", Base: &QueueType, DictOf: boundDict,
		Doc: "A subclass of Queue that retrieves most recently added entries first."})
}

var queueMethods = []object.Method{
	{Name: "qsize", F0: func(th *Thread, self Value) Value {
		n, ok := queueOf(self).size(th)
		if !ok {
			return Value{}
		}
		return object.Int(int64(n))
	}},
	{Name: "empty", F0: func(th *Thread, self Value) Value {
		n, ok := queueOf(self).size(th)
		if !ok {
			return Value{}
		}
		return object.Bool(n == 0)
	}},
	{Name: "full", F0: func(th *Thread, self Value) Value {
		q := queueOf(self)
		if q.max <= 0 {
			return object.False
		}
		if q.custom {
			r := th.CallMethod(self, strQsize)
			if r.H == nil {
				return r
			}
			n, ok := th.AsIndex(r, nil)
			if !ok {
				return Value{}
			}
			return object.Bool(n >= q.max)
		}
		return object.Bool(q.count() >= q.max)
	}},
	{Name: "get", Flags: object.CoroutineFunction, F0: func(th *Thread, self Value) Value { return queueOf(self).newGet() }, Now: getAtOnce},
	{Name: "put", Flags: object.CoroutineFunction, Sig: "item", F1: func(th *Thread, self, x Value) Value { return queueOf(self).newPut(x) },
		Now: putAtOnce},
	{Name: "get_nowait", F0: func(th *Thread, self Value) Value { return queueOf(self).getNow(th) }},
	{Name: "put_nowait", Sig: "item", F1: func(th *Thread, self, x Value) Value { return nilOrNone(queueOf(self).putNow(th, x)) }},
	{Name: "task_done", F0: func(th *Thread, self Value) Value {
		q := queueOf(self)
		if q.unfinished <= 0 {
			return th.ValueError("task_done() called too many times")
		}
		q.unfinished--
		if q.unfinished == 0 && !q.finished.set(th) {
			return Value{}
		}
		return None
	}},
	{Name: "join", Flags: object.CoroutineFunction, F0: func(th *Thread, self Value) Value {
		q := queueOf(self)
		q.finished.Shape = &EventType.Root
		w := &queueJoin{q: q}
		w.event = &q.finished
		return makeCoro(&w.Coroutine, coQueueJoin, stepQueueJoin)
	}, Now: joinAtOnce},
	{Name: "shutdown", Sig: "immediate=False", F: queueShutdown},
	{Name: "_init", Sig: "maxsize", F1: func(th *Thread, self, n Value) Value {
		q := queueOf(self)
		if q.order != fifo {
			boundDict(self, true).SetStr(strQueue, object.NewList(nil).V())
			return None
		}
		deque := importAttr(th, "collections", "deque")
		if deque.H == nil {
			return deque
		}
		d := th.CallArgs(deque)
		if d.H == nil {
			return d
		}
		boundDict(self, true).SetStr(strQueue, d)
		return None
	}},
	{Name: "_get", F0: func(th *Thread, self Value) Value { return queueOf(self).take(th) }},
	{Name: "_put", Sig: "item", F1: func(th *Thread, self, x Value) Value { return nilOrNone(queueOf(self).add(th, x)) }},
	{Name: "_format", F0: func(th *Thread, self Value) Value {
		s, ok := queueOf(self).format(th)
		if !ok {
			return Value{}
		}
		return object.StrValue(s)
	}},
	{Name: "_get_loop", F0: boundLoopMethod},
	{Name: "__class_getitem__", Sig: "object, /", Flags: object.ClassMethod, F1: classGetItem},
}

var queueGetset = []object.Getset{
	{Name: "maxsize", Get: func(th *Thread, self Value) Value { return orNone(queueOf(self).maxValue) }},
	{Name: "_maxsize", Get: func(th *Thread, self Value) Value { return orNone(queueOf(self).maxValue) },
		Set: func(th *Thread, self, x Value) (ok bool) {
			queueOf(self).maxValue = x
			queueOf(self).max, ok = th.AsIndex(x, nil)
			return ok
		}},
	{Name: "_queue", Get: func(th *Thread, self Value) Value {
		q := queueOf(self)
		if own := q.ownQueue(); own.H != nil {
			return own
		}
		return object.NewList(q.contents()).V()
	}, Set: func(th *Thread, self, x Value) bool {
		boundDict(self, true).SetStr(strQueue, x)
		queueOf(self).custom = true
		return true
	}},
	{Name: "_unfinished_tasks", Get: func(th *Thread, self Value) Value { return object.Int(int64(queueOf(self).unfinished)) },
		Set: func(th *Thread, self, x Value) (ok bool) {
			queueOf(self).unfinished, ok = th.AsIndex(x, nil)
			return ok
		}},
	{Name: "_is_shutdown", Get: func(th *Thread, self Value) Value { return object.Bool(queueOf(self).shut) }},
	{Name: "_getters", Get: func(th *Thread, self Value) Value { return queueOf(self).getters.deque(th) },
		Set: func(th *Thread, self, x Value) bool { return queueOf(self).getters.setView(x) }},
	{Name: "_putters", Get: func(th *Thread, self Value) Value { return queueOf(self).putters.deque(th) },
		Set: func(th *Thread, self, x Value) bool { return queueOf(self).putters.setView(x) }},
	{Name: "_finished", Get: func(th *Thread, self Value) Value { return valueOf(&queueOf(self).finished.Header) }},
	boundLoopGetset,
}

// ownQueue is the _queue of a class with its own order, or nil.
func (q *Queue) ownQueue() Value {
	if q.dict == nil {
		return Value{}
	}
	return q.dict.GetStr(strQueue)
}

func (q *Queue) count() int { return len(q.items) - q.head }

func (q *Queue) contents() []Value { return append([]Value(nil), q.items[q.head:]...) }

// size is qsize() of this class.
func (q *Queue) size(th *Thread) (int, bool) {
	if q.custom {
		if own := q.ownQueue(); own.H != nil {
			return th.Len(own)
		}
	}
	return q.count(), true
}

// isEmpty and isFull ask a subclass's methods.
func (q *Queue) isEmpty(th *Thread) (bool, bool) { return q.ask(th, strEmpty, q.count() == 0) }
func (q *Queue) isFull(th *Thread) (bool, bool) {
	return q.ask(th, strFull, q.max > 0 && q.count() >= q.max)
}

func (q *Queue) ask(th *Thread, method *object.Str, plain bool) (bool, bool) {
	if !q.custom {
		return plain, true
	}
	r := th.CallMethod(q.V(), method)
	if r.H == nil {
		return false, false
	}
	return th.Truth(r)
}

// add is _put of the builtin classes.
func (q *Queue) add(th *Thread, x Value) bool {
	if own := q.ownQueue(); q.custom && own.H != nil {
		if q.order == priority {
			f := importAttr(th, "heapq", "heappush")
			return f.H != nil && th.CallArgs(f, own, x).H != nil
		}
		return th.CallMethod(own, name("append"), x).H != nil
	}
	q.items = append(q.items, x)
	if q.order == priority {
		return heapSiftDown(th, q.items, 0, len(q.items)-1)
	}
	return true
}

// take is _get of the builtin classes.
func (q *Queue) take(th *Thread) Value {
	if own := q.ownQueue(); q.custom && own.H != nil {
		switch q.order {
		case priority:
			f := importAttr(th, "heapq", "heappop")
			if f.H == nil {
				return f
			}
			return th.CallArgs(f, own)
		case lifo:
			return th.CallMethod(own, name("pop"))
		}
		return th.CallMethod(own, name("popleft"))
	}
	if q.count() == 0 {
		return th.IndexError("pop from an empty deque")
	}
	switch q.order {
	case lifo:
		n := len(q.items) - 1
		x := q.items[n]
		q.items[n] = Value{}
		q.items = q.items[:n]
		return x
	case priority:
		return q.takeLeast(th)
	}
	x := q.items[q.head]
	q.items[q.head] = Value{}
	q.head++
	if q.head == len(q.items) {
		q.items, q.head = q.items[:0], 0
	} else if q.head > 1024 && q.head*2 > len(q.items) {
		n := copy(q.items, q.items[q.head:])
		clear(q.items[n:])
		q.items, q.head = q.items[:n], 0
	}
	return x
}

func (q *Queue) takeLeast(th *Thread) Value {
	n := len(q.items) - 1
	last := q.items[n]
	q.items[n] = Value{}
	q.items = q.items[:n]
	if n == 0 {
		return last
	}
	top := q.items[0]
	q.items[0] = last
	if !heapSiftUp(th, q.items, 0) {
		return Value{}
	}
	return top
}

// heapSiftDown and heapSiftUp make heapq's moves; a comparison may raise.
func heapSiftDown(th *Thread, a []Value, start, pos int) bool {
	x := a[pos]
	for pos > start {
		parent := (pos - 1) >> 1
		lt, ok := th.CompareBool(x, a[parent], object.CmpLT)
		if !ok {
			a[pos] = x
			return false
		}
		if !lt {
			break
		}
		a[pos] = a[parent]
		pos = parent
	}
	a[pos] = x
	return true
}

func heapSiftUp(th *Thread, a []Value, pos int) bool {
	end, start := len(a), pos
	x := a[pos]
	for child := 2*pos + 1; child < end; child = 2*pos + 1 {
		if right := child + 1; right < end {
			lt, ok := th.CompareBool(a[child], a[right], object.CmpLT)
			if !ok {
				a[pos] = x
				return false
			}
			if !lt {
				child = right
			}
		}
		a[pos] = a[child]
		pos = child
	}
	a[pos] = x
	return heapSiftDown(th, a, start, pos)
}

// wakeNext lets the first pending waiter of a list go on.
func wakeNext(th *Thread, l *waiterList) bool {
	if l.n > 0 {
		if w := l.popPending(); w != nil {
			return w.fut.setResult(th, None)
		}
	}
	if l.view.H != nil {
		return l.wakeForeign(th, 1, None)
	}
	return true
}

func raiseQueue(th *Thread, t *object.Type) { th.RaiseValue(object.NewException(t).V()) }

// putNow is put_nowait.
func (q *Queue) putNow(th *Thread, x Value) bool {
	if q.shut {
		raiseQueue(th, &QueueShutDownType)
		return false
	}
	full, ok := q.isFull(th)
	if !ok {
		return false
	}
	if full {
		raiseQueue(th, &QueueFullType)
		return false
	}
	if q.custom {
		if th.CallMethod(q.V(), strQPut, x).H == nil {
			return false
		}
	} else if !q.add(th, x) {
		return false
	}
	q.unfinished++
	q.finished.value = false
	return wakeNext(th, &q.getters)
}

// getNow is get_nowait.
func (q *Queue) getNow(th *Thread) Value {
	empty, ok := q.isEmpty(th)
	if !ok {
		return Value{}
	}
	if empty {
		if q.shut {
			raiseQueue(th, &QueueShutDownType)
		} else {
			raiseQueue(th, &QueueEmptyType)
		}
		return Value{}
	}
	var x Value
	if q.custom {
		x = th.CallMethod(q.V(), strQGet)
	} else {
		x = q.take(th)
	}
	if x.H == nil || !wakeNext(th, &q.putters) {
		return Value{}
	}
	return x
}

// queueOp is the coroutine of get() and put().
type queueOp struct {
	object.Coroutine
	q       *Queue
	item    Value // put: what to put
	w       waiter
	waiting bool
}

func (q *Queue) newGet() Value {
	g := &queueOp{q: q}
	return makeCoro(&g.Coroutine, coQueueGet, stepQueueGet)
}

func (q *Queue) newPut(x Value) Value {
	p := &queueOp{q: q, item: x}
	return makeCoro(&p.Coroutine, coQueuePut, stepQueuePut)
}

// waited ends one wait in list; false: an exception is pending.
func (o *queueOp) waited(th *Thread, list *waiterList, exc Value, useless func(th *Thread) (bool, bool)) bool {
	o.waiting = false
	if o.w.over(th, exc).H != nil {
		return true
	}
	saved := th.Exc
	if _, ok := o.w.fut.cancelPending(th, Value{}); !ok {
		return false
	}
	list.remove(&o.w)
	// Woken and cancelled at once: the next in the queue takes the turn.
	no, ok := useless(th)
	if !ok {
		return false
	}
	if !no && o.w.fut.state != cancelledState && !wakeNext(th, list) {
		return false
	}
	th.Exc = saved
	return false
}

func (o *queueOp) wait(th *Thread, list *waiterList) (Value, Status) {
	loop := o.q.getLoop(th)
	if loop == nil {
		return raised()
	}
	o.waiting = true
	o.w = waiter{}
	return list.begin(th, &o.w, loop, waitsQueue)
}

func stepQueueGet(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	o := (*queueOp)(unsafe.Pointer(co))
	q := o.q
	if o.waiting {
		if !o.waited(th, &q.getters, exc, q.isEmpty) {
			return raised()
		}
	} else if exc.H != nil {
		return throwIn(th, exc)
	}
	empty, ok := q.isEmpty(th)
	if !ok {
		return raised()
	}
	if empty {
		if q.shut {
			raiseQueue(th, &QueueShutDownType)
			return raised()
		}
		return o.wait(th, &q.getters)
	}
	var v Value
	if q.custom {
		v = th.CallMethod(q.V(), strGetNowait)
	} else {
		v = q.getNow(th)
	}
	if v.H == nil {
		return raised()
	}
	return v, statusReturn
}

func stepQueuePut(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	o := (*queueOp)(unsafe.Pointer(co))
	q := o.q
	if o.waiting {
		if !o.waited(th, &q.putters, exc, q.isFull) {
			return raised()
		}
	} else if exc.H != nil {
		return throwIn(th, exc)
	}
	full, ok := q.isFull(th)
	if !ok {
		return raised()
	}
	if full {
		if q.shut {
			raiseQueue(th, &QueueShutDownType)
			return raised()
		}
		return o.wait(th, &q.putters)
	}
	if q.custom {
		r := th.CallMethod(q.V(), strPutNowait, o.item)
		if r.H == nil {
			return raised()
		}
		return r, statusReturn
	}
	if !q.putNow(th, o.item) {
		return raised()
	}
	return returnNone()
}

// queueJoin is the coroutine of join().
type queueJoin struct {
	eventWait
	q *Queue
}

func stepQueueJoin(th *Thread, co *object.Coroutine, x, exc Value) (Value, Status) {
	j := (*queueJoin)(unsafe.Pointer(co))
	if !j.started && j.q.unfinished == 0 && exc.H == nil {
		return returnNone()
	}
	r, st := stepEventWait(th, co, x, exc)
	if st == statusReturn {
		r = None
	}
	return r, st
}

func queueShutdown(th *Thread, self Value, a []Value) Value {
	q := queueOf(self)
	now := false
	if a[0].H != nil {
		var ok bool
		if now, ok = th.Truth(a[0]); !ok {
			return Value{}
		}
	}
	q.shut = true
	if now {
		for {
			empty, ok := q.isEmpty(th)
			if !ok {
				return Value{}
			}
			if empty {
				break
			}
			var x Value
			if q.custom {
				x = th.CallMethod(self, strQGet)
			} else {
				x = q.take(th)
			}
			if x.H == nil {
				return x
			}
			if q.unfinished > 0 {
				q.unfinished--
			}
		}
		if q.unfinished == 0 && !q.finished.set(th) {
			return Value{}
		}
	}
	for _, l := range [...]*waiterList{&q.getters, &q.putters} {
		for w := l.popPending(); w != nil; w = l.popPending() {
			if !w.fut.setResult(th, None) {
				return Value{}
			}
		}
		if !l.wakeForeign(th, everybody, None) {
			return Value{}
		}
	}
	return None
}

func queueRepr(th *Thread, v Value, at string) Value {
	s, ok := queueOf(v).format(th)
	if !ok {
		return Value{}
	}
	return object.StrValue("<" + v.Type().Name + at + " " + s + ">")
}

// format is _format.
func (q *Queue) format(th *Thread) (string, bool) {
	s, ok := th.Repr(orNone(q.maxValue))
	if !ok {
		return "", false
	}
	s = "maxsize=" + s
	items := q.contents()
	if own := q.ownQueue(); own.H != nil {
		if items, ok = th.Collect(own); !ok {
			return "", false
		}
	}
	if len(items) > 0 {
		list, ok := th.Repr(object.NewList(items).V())
		if !ok {
			return "", false
		}
		s += " _queue=" + list
	}
	for _, l := range [...]struct {
		n    int
		name string
	}{{q.getters.count(th), "_getters"}, {q.putters.count(th), "_putters"}} {
		if l.n > 0 {
			s += " " + l.name + "[" + itoa(l.n) + "]"
		}
	}
	if q.unfinished > 0 {
		s += " tasks=" + itoa(q.unfinished)
	}
	if q.shut {
		s += " shutdown"
	}
	return s, true
}
