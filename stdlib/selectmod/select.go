// Package selectmod is the module select: select(), poll and epoll objects.
package selectmod

import (
	"math"
	"sort"
	"syscall"
	"time"
	"unsafe"

	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

type pollFD struct {
	fd              int32
	events, revents int16
}

// waitSlice is how long one wait lasts before signals are looked for, in milliseconds.
const waitSlice = 100

// poll waits up to ms milliseconds (<0: for ever) without the interpreter lock; ok false: an exception is pending.
func poll(th *thread, fds []pollFD, ms int) (n int, ok bool) {
	wait := func(ms int) (int, error) {
		var p unsafe.Pointer
		if len(fds) > 0 {
			p = unsafe.Pointer(&fds[0])
		}
		r, _, errno := syscall.Syscall(syscall.SYS_POLL, uintptr(p), uintptr(len(fds)), uintptr(ms))
		if errno != 0 && errno != syscall.EINTR {
			return 0, errno
		}
		if errno != 0 {
			return 0, nil
		}
		return int(r), nil
	}
	return waitLoop(th, ms, wait)
}

// waitLoop waits in slices, so that signals are seen.
func waitLoop(th *thread, ms int, wait func(ms int) (int, error)) (int, bool) {
	deadline := time.Now().Add(time.Duration(ms) * time.Millisecond)
	for {
		slice := waitSlice
		if ms >= 0 {
			slice = min(slice, max(int(math.Ceil(float64(time.Until(deadline))/1e6)), 0))
		}
		var n int
		var err error
		th.Blocking(func() { n, err = wait(slice) })
		if err != nil {
			th.RaiseErrno(object.ErrnoOf(err), value{}, value{})
			return 0, false
		}
		if n > 0 || ms >= 0 && !time.Now().Before(deadline) {
			return n, true
		}
		if th.Interp.Interrupt.Load() != 0 && th.Interp.Hooks.Poll != nil && !th.Interp.Hooks.Poll(th) {
			return 0, false
		}
	}
}

// seconds converts a timeout in seconds to milliseconds, rounded up; None: for ever.
func seconds(th *thread, v value) (int, bool) {
	if v.IsNil() || v.IsNone() {
		return -1, true
	}
	f, ok := number(th, v, "timeout must be a float or None")
	if !ok {
		return 0, false
	}
	return int(math.Min(math.Ceil(f*1e3), math.MaxInt32)), true
}

func number(th *thread, v value, text string) (float64, bool) {
	if f, ok := v.ExactFloat(); ok {
		return f, true
	}
	if v.Type().Index == nil {
		th.TypeError("%s", text)
		return 0, false
	}
	n, ok := th.AsIndex(v, &object.OverflowErrorType)
	return float64(n), ok
}

// selectFunc is select.select.
func selectFunc(th *thread, m value, a []value) value {
	var lists [3][]value
	var fds []pollFD
	index := map[int]int{}
	events := [3]int16{1, 4, 2}
	for i := range lists {
		items, ok := th.Collect(a[i])
		if !ok {
			if th.Catch(&object.TypeErrorType) {
				return th.TypeError("arguments 1-3 must be sequences")
			}
			return value{}
		}
		lists[i] = items
		for _, x := range items {
			fd, ok := th.FileDescriptor(x)
			if !ok {
				return value{}
			}
			k, seen := index[fd]
			if !seen {
				k = len(fds)
				index[fd] = k
				fds = append(fds, pollFD{fd: int32(fd)})
			}
			fds[k].events |= events[i]
		}
	}
	ms, ok := seconds(th, a[3])
	if !ok {
		return value{}
	}
	if !a[3].IsNil() && !a[3].IsNone() && ms < 0 {
		return th.ValueError("timeout must be non-negative")
	}
	if _, ok := poll(th, fds, ms); !ok {
		return value{}
	}
	const hup, failed, invalid = 16, 8, 32
	for _, p := range fds {
		if p.revents&invalid != 0 {
			return th.RaiseErrno(int(syscall.EBADF), value{}, value{})
		}
	}
	masks := [3]int16{1 | hup | failed, 4 | failed, 2}
	var out [3]value
	for i := range lists {
		var ready []value
		for _, x := range lists[i] {
			fd, _ := th.FileDescriptor(x)
			if p := fds[index[fd]]; p.revents&masks[i] != 0 {
				ready = append(ready, x)
			}
		}
		out[i] = object.NewList(ready).V()
	}
	return object.TupleOf(out[0], out[1], out[2])
}

var pollType, epollType object.Type

// pollObject is what select.poll() returns.
type pollObject struct {
	object.Header
	masks map[int]int
}

// epollObject is select.epoll.
type epollObject struct {
	object.Header
	fd int
}

func init() {
	object.Define(&pollType, object.Spec{
		Name: "select.poll", Flags: object.FlagNoNew | object.FlagFinal, Alloc: object.Allocator[pollObject](),
		Methods: []object.Method{
			{Name: "register", Sig: "fd, eventmask=7, /", F: func(th *thread, self value, a []value) value {
				return pollSet(th, self, a, false)
			}},
			{Name: "modify", Sig: "fd, eventmask, /", F: func(th *thread, self value, a []value) value {
				return pollSet(th, self, a, true)
			}},
			{Name: "unregister", Sig: "fd, /", F1: func(th *thread, self, v value) value {
				fd, ok := th.FileDescriptor(v)
				if !ok {
					return value{}
				}
				p := (*pollObject)(self.Ptr())
				if _, known := p.masks[fd]; !known {
					return th.KeyError(v)
				}
				delete(p.masks, fd)
				return object.None
			}},
			{Name: "poll", Sig: "timeout=None, /", F: pollPoll},
		},
	})
	object.Define(&epollType, object.Spec{
		Name: "select.epoll", Sig: "sizehint=-1, flags=0", Flags: object.FlagFinal, Alloc: object.Allocator[epollObject](),
		Slots: object.Slots{New: func(th *thread, t *object.Type, args []value, kw []*object.Str) value {
			fd, err := syscall.EpollCreate1(syscall.EPOLL_CLOEXEC)
			if err != nil {
				return th.RaiseErrno(object.ErrnoOf(err), value{}, value{})
			}
			v := t.Allocate()
			(*epollObject)(v.Ptr()).fd = fd
			return v
		}},
		Methods: []object.Method{
			{Name: "register", Sig: "fd, eventmask=7", F: func(th *thread, self value, a []value) value {
				return epollCtl(th, self, syscall.EPOLL_CTL_ADD, a)
			}},
			{Name: "modify", Sig: "fd, eventmask", F: func(th *thread, self value, a []value) value {
				return epollCtl(th, self, syscall.EPOLL_CTL_MOD, a)
			}},
			{Name: "unregister", Sig: "fd", F1: func(th *thread, self, fd value) value {
				return epollCtl(th, self, syscall.EPOLL_CTL_DEL, []value{fd, {}})
			}},
			{Name: "poll", Sig: "timeout=None, maxevents=-1", F: epollPoll},
			{Name: "fileno", F0: func(th *thread, self value) value { return object.Int(int64((*epollObject)(self.Ptr()).fd)) }},
			{Name: "close", F0: epollClose},
			{Name: "__enter__", F0: func(th *thread, self value) value { return self }},
			{Name: "__exit__", Sig: "exc_type=None, exc_value=None, traceback=None, /", F: func(th *thread, self value, a []value) value {
				return epollClose(th, self)
			}},
		},
		Getset: []object.Getset{{Name: "closed", Get: func(th *thread, self value) value { return object.Bool((*epollObject)(self.Ptr()).fd < 0) }}},
	})
}

func pollSet(th *thread, self value, a []value, known bool) value {
	fd, ok := th.FileDescriptor(a[0])
	if !ok {
		return value{}
	}
	mask := 7
	if !a[1].IsNil() {
		if mask, ok = th.AsIndex(a[1], &object.OverflowErrorType); !ok {
			return value{}
		}
	}
	p := (*pollObject)(self.Ptr())
	if _, is := p.masks[fd]; known && !is {
		return th.RaiseErrno(int(syscall.ENOENT), value{}, value{})
	}
	p.masks[fd] = mask
	return object.None
}

func pollPoll(th *thread, self value, a []value) value {
	ms := -1
	if !a[0].IsNil() && !a[0].IsNone() {
		f, ok := number(th, a[0], "timeout must be a real number or None")
		if !ok {
			return value{}
		}
		ms = int(math.Ceil(f))
	}
	p := (*pollObject)(self.Ptr())
	fds := make([]pollFD, 0, len(p.masks))
	for fd, mask := range p.masks {
		fds = append(fds, pollFD{fd: int32(fd), events: int16(mask)})
	}
	sort.Slice(fds, func(i, j int) bool { return fds[i].fd < fds[j].fd })
	if _, ok := poll(th, fds, ms); !ok {
		return value{}
	}
	var rows []value
	for _, f := range fds {
		if f.revents != 0 {
			rows = append(rows, object.TupleOf(object.Int(int64(f.fd)), object.Int(int64(f.revents))))
		}
	}
	return object.NewList(rows).V()
}

func epollOf(th *thread, self value) (*epollObject, bool) {
	e := (*epollObject)(self.Ptr())
	if e.fd < 0 {
		th.ValueError("I/O operation on closed epoll object")
		return nil, false
	}
	return e, true
}

func epollCtl(th *thread, self value, op int, a []value) value {
	e, ok := epollOf(th, self)
	if !ok {
		return value{}
	}
	fd, ok := th.FileDescriptor(a[0])
	if !ok {
		return value{}
	}
	mask := 7
	if !a[1].IsNil() {
		if mask, ok = th.AsIndex(a[1], &object.OverflowErrorType); !ok {
			return value{}
		}
	}
	ev := syscall.EpollEvent{Events: uint32(mask), Fd: int32(fd)}
	if err := syscall.EpollCtl(e.fd, op, fd, &ev); err != nil {
		return th.RaiseErrno(object.ErrnoOf(err), value{}, value{})
	}
	return object.None
}

func epollPoll(th *thread, self value, a []value) value {
	e, ok := epollOf(th, self)
	if !ok {
		return value{}
	}
	ms, ok := seconds(th, a[0])
	if !ok {
		return value{}
	}
	most := 1023
	if !a[1].IsNil() {
		n, ok := th.AsIndex(a[1], nil)
		if !ok {
			return value{}
		}
		if n == 0 || n < -1 {
			return th.ValueError("maxevents must be greater than 0, got %d", n)
		}
		if n > 0 {
			most = n
		}
	}
	buf := make([]syscall.EpollEvent, min(most, 1023))
	n, ok := waitLoop(th, ms, func(ms int) (int, error) {
		n, err := syscall.EpollWait(e.fd, buf, ms)
		if err == syscall.EINTR {
			return 0, nil
		}
		return n, err
	})
	if !ok {
		return value{}
	}
	rows := make([]value, n)
	for i, ev := range buf[:n] {
		rows[i] = object.TupleOf(object.Int(int64(ev.Fd)), object.Int(int64(ev.Events)))
	}
	return object.NewList(rows).V()
}

func epollClose(th *thread, self value) value {
	e := (*epollObject)(self.Ptr())
	if e.fd >= 0 {
		syscall.Close(e.fd)
		e.fd = -1
	}
	return object.None
}

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	m.AddFuncs(functions)
	m.Set("epoll", epollType.V())
	m.Set("error", object.OSErrorType.V())
	for _, c := range constants {
		m.Set(c.name, object.Int(c.n))
	}
	return true
}

var functions = []object.Method{
	{Name: "select", Sig: "rlist, wlist, xlist, timeout=None, /", F: selectFunc},
	{Name: "poll", F0: func(th *thread, m value) value {
		p := &pollObject{Header: object.Header{Shape: &pollType.Root}, masks: map[int]int{}}
		return object.ObjectValue(&p.Header)
	}},
}

var constants = []struct {
	name string
	n    int64
}{
	{"POLLIN", 1}, {"POLLPRI", 2}, {"POLLOUT", 4}, {"POLLERR", 8}, {"POLLHUP", 16}, {"POLLNVAL", 32}, {"POLLRDNORM", 64}, {"POLLRDBAND", 128},
	{"POLLWRNORM", 256}, {"POLLWRBAND", 512}, {"POLLMSG", 1024}, {"POLLRDHUP", 8192}, {"PIPE_BUF", 4096},
	{"EPOLLIN", 1}, {"EPOLLPRI", 2}, {"EPOLLOUT", 4}, {"EPOLLERR", 8}, {"EPOLLHUP", 16}, {"EPOLLRDNORM", 64}, {"EPOLLRDBAND", 128}, {"EPOLLWRNORM", 256},
	{"EPOLLWRBAND", 512}, {"EPOLLMSG", 1024}, {"EPOLLRDHUP", 8192}, {"EPOLLEXCLUSIVE", 1 << 28}, {"EPOLLONESHOT", 1 << 30}, {"EPOLLET", 1 << 31}, {"EPOLL_CLOEXEC", 0x80000},
}
