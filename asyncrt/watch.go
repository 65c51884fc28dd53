// Descriptors the loop watches: add_reader, add_writer and what runs when they are ready.
package asyncrt

import (
	"sort"

	"pyasync/object"
)

// watch holds the handles of one descriptor.
type watch struct {
	read, write *Handle
	onRead      func(th *Thread) bool // the loop's own transports
	onWrite     func(th *Thread) bool
}

func (l *Loop) needPoller(th *Thread) (Poller, bool) {
	if l.poller == nil {
		p, err := newEpoll()
		if err != nil {
			raiseErrno(th, err)
			return nil, false
		}
		l.poller = p
		l.unwake = th.Interp.OnAnnounce(p.Wake)
	}
	return l.poller, true
}

// raiseErrno raises OSError(errno, text) of the matching subclass.
func raiseErrno(th *Thread, err error) Value {
	return th.RaiseErrno(object.ErrnoOf(err), Value{}, Value{})
}

// setWatch installs or removes (nil) a handle for reading or writing; it returns the handle that was there.
func (l *Loop) setWatch(th *Thread, fd int, write bool, h *Handle) (old *Handle, ok bool) {
	w := l.fds[fd]
	if w == nil {
		if h == nil {
			return nil, true
		}
		w = &watch{}
	}
	if write {
		old, w.write = w.write, h
	} else {
		old, w.read = w.read, h
	}
	return old, l.applyWatch(th, fd, w)
}

func (l *Loop) applyWatch(th *Thread, fd int, w *watch) bool {
	p, ok := l.needPoller(th)
	if !ok {
		return false
	}
	r, wr := w.read != nil || w.onRead != nil, w.write != nil || w.onWrite != nil
	if err := p.Set(fd, r, wr); err != nil {
		raiseErrno(th, err)
		return false
	}
	if !r && !wr {
		delete(l.fds, fd)
		return true
	}
	if l.fds == nil {
		l.fds = map[int]*watch{}
	}
	l.fds[fd] = w
	return true
}

// dispatch puts the handles of ready descriptors on the ring (_process_events).
func (l *Loop) dispatch(th *Thread, events []Event) bool {
	for _, e := range events {
		w := l.fds[e.FD]
		if w == nil {
			continue
		}
		if e.Read && w.read != nil {
			l.ready.push(entry{fn: waking(&w.read.Header, wakeHandle)})
		}
		if e.Write && w.write != nil {
			l.ready.push(entry{fn: waking(&w.write.Header, wakeHandle)})
		}
	}
	return true
}

// watched lists the descriptors in order.
func (l *Loop) watched() []int {
	list := make([]int, 0, len(l.fds))
	for fd := range l.fds {
		list = append(list, fd)
	}
	sort.Ints(list)
	return list
}

// watchedList is _watched: (fd, events, (reader, writer)) for every descriptor.
func (l *Loop) watchedList() Value {
	var rows []Value
	for _, fd := range l.watched() {
		w, mask := l.fds[fd], int64(0)
		r, wr := None, None
		if w.read != nil {
			mask, r = mask|1, w.read.V()
		}
		if w.write != nil {
			mask, wr = mask|2, w.write.V()
		}
		rows = append(rows, object.TupleOf(object.Int(int64(fd)), object.Int(mask), object.TupleOf(r, wr)))
	}
	return object.NewList(rows).V()
}
