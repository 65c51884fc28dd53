// The classes of queues: their methods and attributes, their repr.
package asyncrt

import "pyasync/object"

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
	{Name: "qsize", F0: queueSize},
	{Name: "empty", F0: queueEmpty},
	{Name: "full", F0: queueFull},
	{Name: "get", Flags: object.CoroutineFunction, F0: func(th *Thread, self Value) Value { return queueOf(self).newGet() }, Now: getAtOnce},
	{Name: "put", Flags: object.CoroutineFunction, Sig: "item", F1: func(th *Thread, self, x Value) Value { return queueOf(self).newPut(x) },
		Now: putAtOnce},
	{Name: "get_nowait", F0: func(th *Thread, self Value) Value { return queueOf(self).getNow(th) }},
	{Name: "put_nowait", Sig: "item", F1: func(th *Thread, self, x Value) Value { return nilOrNone(queueOf(self).putNow(th, x)) }},
	{Name: "task_done", F0: queueTaskDone},
	{Name: "join", Flags: object.CoroutineFunction, F0: queueJoinMethod, Now: joinAtOnce},
	{Name: "shutdown", Sig: "immediate=False", F: queueShutdown},
	{Name: "_init", Sig: "maxsize", F1: queueInitHook},
	{Name: "_get", F0: func(th *Thread, self Value) Value { return queueOf(self).take(th) }},
	{Name: "_put", Sig: "item", F1: func(th *Thread, self, x Value) Value { return nilOrNone(queueOf(self).add(th, x)) }},
	{Name: "_format", F0: queueFormat},
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

func queueSize(th *Thread, self Value) Value {
	n, ok := queueOf(self).size(th)
	if !ok {
		return Value{}
	}
	return object.Int(int64(n))
}

func queueEmpty(th *Thread, self Value) Value {
	n, ok := queueOf(self).size(th)
	if !ok {
		return Value{}
	}
	return object.Bool(n == 0)
}

func queueFull(th *Thread, self Value) Value {
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
}

func queueTaskDone(th *Thread, self Value) Value {
	q := queueOf(self)
	if q.unfinished <= 0 {
		return th.ValueError("task_done() called too many times")
	}
	q.unfinished--
	if q.unfinished == 0 && !q.finished.set(th) {
		return Value{}
	}
	return None
}

func queueJoinMethod(th *Thread, self Value) Value {
	q := queueOf(self)
	q.finished.Shape = &EventType.Root
	w := &queueJoin{q: q}
	w.event = &q.finished
	return makeCoro(&w.Coroutine, coQueueJoin, stepQueueJoin)
}

func queueInitHook(th *Thread, self, n Value) Value {
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
}

func queueFormat(th *Thread, self Value) Value {
	s, ok := queueOf(self).format(th)
	if !ok {
		return Value{}
	}
	return object.StrValue(s)
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
