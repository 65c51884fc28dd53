// What Python code sees of the ready ring and the timer heap: loop._ready and loop._scheduled.
package asyncrt

import (
	"unsafe"

	"pyasync/object"
)

// queueView is a live view of the ready ring (scheduled false) or of the timers.
type queueView struct {
	Header
	loop      *Loop
	scheduled bool
}

var readyType, scheduledType object.Type

func init() {
	for _, d := range []struct {
		t    *object.Type
		name string
	}{{&readyType, "asyncio.base_events.ready"}, {&scheduledType, "asyncio.base_events.scheduled"}} {
		object.Define(d.t, object.Spec{
			Name: d.name, Flags: object.FlagNoNew | object.FlagFinal | object.FlagSequence,
			Alloc: object.Allocator[queueView](),
			Slots: object.Slots{
				Len:  func(th *Thread, v Value) (int, bool) { return len(viewOf(v).handles()), true },
				Iter: func(th *Thread, v Value) Value { return th.Iter(object.NewList(viewOf(v).handles()).V()) },
				Repr: func(th *Thread, v Value) Value {
					s, ok := th.Repr(object.NewList(viewOf(v).handles()).V())
					if !ok {
						return Value{}
					}
					return object.StrValue(s)
				},
				GetItem: func(th *Thread, v, key Value) Value {
					return th.GetItem(object.NewList(viewOf(v).handles()).V(), key)
				},
				Compare: func(th *Thread, a, b Value, op object.CmpOp) Value {
					if b.Is(&readyType) || b.Is(&scheduledType) {
						b = object.NewList(viewOf(b).handles()).V()
					}
					return th.Compare(object.NewList(viewOf(a).handles()).V(), b, op)
				},
			},
			Methods: []object.Method{
				{Name: "append", Sig: "handle, /", F1: func(th *Thread, self, h Value) Value { viewOf(self).add(h); return None }},
				{Name: "popleft", F0: func(th *Thread, self Value) Value {
					l := viewOf(self).loop
					if l.ready.len() == 0 {
						return th.IndexError("pop from an empty deque")
					}
					e := l.ready.pop()
					return l.handleOf(&e).V()
				}},
				{Name: "clear", F0: func(th *Thread, self Value) Value {
					w := viewOf(self)
					if w.scheduled {
						w.loop.timers = timerHeap{}
					} else {
						w.loop.ready.clear()
					}
					return None
				}},
			},
		})
	}
}

func viewOf(v Value) *queueView { return (*queueView)(v.Ptr()) }

func readyView(l *Loop) Value {
	return valueOf(&(&queueView{Header{Shape: &readyType.Root}, l, false}).Header)
}

func scheduledView(l *Loop) Value {
	return valueOf(&(&queueView{Header{Shape: &scheduledType.Root}, l, true}).Header)
}

// handles lists what the view shows, as Handles.
func (w *queueView) handles() []Value {
	var list []Value
	if w.scheduled {
		for _, t := range w.loop.timers.a {
			list = append(list, w.loop.handleOf(&entry{fn: t.fn}).V())
		}
		return list
	}
	for i := 0; i < w.loop.ready.len(); i++ {
		list = append(list, w.loop.handleOf(w.loop.ready.at(i)).V())
	}
	return list
}

func (w *queueView) add(h Value) {
	x, ok := asHandle(h)
	if w.scheduled {
		if ok {
			w.loop.timers.a = append(w.loop.timers.a, timer{x.when, waking(h.H, wakeHandle)})
		}
		return
	}
	if ok {
		w.loop.ready.push(entry{fn: waking(h.H, wakeHandle)})
		return
	}
	w.loop.ready.push(entry{fn: h})
}

func (l *Loop) setReady(th *Thread, x Value) bool {
	items, ok := th.Collect(x)
	if !ok {
		return false
	}
	l.ready.clear()
	w := queueView{loop: l}
	for _, h := range items {
		w.add(h)
	}
	return true
}

func (l *Loop) setScheduled(th *Thread, x Value) bool {
	items, ok := th.Collect(x)
	if !ok {
		return false
	}
	l.timers = timerHeap{}
	w := queueView{loop: l, scheduled: true}
	for _, h := range items {
		w.add(h)
	}
	return true
}

// runOnceGeneral is _run_once for loops of any class: the clock and the selector are asked through their methods.
func (l *Loop) runOnceGeneral(th *Thread) bool {
	if fastLoop(&l.Header) != nil {
		return l.runOnce(th)
	}
	l.dropCancelled()
	self := l.V()
	timeout := None
	switch {
	case l.ready.len() > 0 || l.stopping:
		timeout = object.Int(0)
	case len(l.timers.a) > 0:
		now, ok := l.timeOf(th)
		if !ok {
			return false
		}
		d := l.timers.a[0].when - now
		if d > maxSelectTimeout {
			timeout = object.Int(maxSelectTimeout)
		} else if d < 0 {
			timeout = object.Int(0)
		} else {
			timeout = object.Float(d)
		}
	}
	if !l.selectGeneral(th, self, timeout) {
		return false
	}
	now, ok := l.timeOf(th)
	if !ok {
		return false
	}
	end := now + l.resolution
	for len(l.timers.a) > 0 && !(l.timers.a[0].when >= end) {
		t := l.timers.pop()
		t.unschedule()
		l.ready.push(entry{fn: t.fn})
	}
	for n := l.ready.len(); n > 0 && l.ready.len() > 0; n-- {
		e := l.ready.pop()
		if e.cancelled() {
			continue
		}
		if !l.runEntry(th, &e) {
			return false
		}
	}
	return true
}

func (l *Loop) timeOf(th *Thread) (float64, bool) {
	r := th.CallMethod(l.V(), strTime)
	if r.H == nil {
		return 0, false
	}
	return toFloat(th, r)
}

// selectGeneral polls: the loop's own poller, or a selector object that a subclass has set.
func (l *Loop) selectGeneral(th *Thread, self, timeout Value) bool {
	sel, ok := th.LookupAttr(self, name("_selector"))
	if !ok {
		return false
	}
	if sel.H == nil || l.ownSelector(sel) {
		seconds := -1.0
		if !timeout.IsNone() {
			seconds, _ = toFloat(th, timeout)
		}
		if seconds < 0 {
			if !l.idle(th) {
				return false
			}
			if l.ready.len() > 0 || len(l.timers.a) > 0 || l.stopping {
				seconds = 0
			}
		}
		return l.wait(th, seconds)
	}
	events := th.CallMethod(sel, name("select"), timeout)
	if events.H == nil {
		return false
	}
	return th.CallMethod(self, name("_process_events"), events).H != nil
}

var _ = unsafe.Pointer(nil)
