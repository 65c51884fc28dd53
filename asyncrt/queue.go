// asyncio.Queue, PriorityQueue and LifoQueue.
package asyncrt

import (
	"math"

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
