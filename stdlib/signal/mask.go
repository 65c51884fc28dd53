// Blocked signals: pthread_sigmask, sigpending, sigwait.
//
// Python code runs on threads of the Go runtime, whose own masks stay as they are. So the mask is kept here, one for
// all threads: blocked signals are received, and wait in state.pending until they are unblocked or waited for.
package signalmod

import (
	"os"
	"os/signal"
	"syscall"
	"time"

	"pyasync/object"
)

// The ways of pthread_sigmask.
const (
	sigBlock = iota
	sigUnblock
	sigSetMask
)

func bit(n int) uint64 { return 1 << (n - 1) }

// unblockable are the signals that no mask holds back.
var unblockable = bit(int(syscall.SIGKILL)) | bit(int(syscall.SIGSTOP))

// signalSet reads an iterable of signal numbers.
func signalSet(th *thread, v value) (set uint64, ok bool) {
	items, ok := th.Collect(v)
	if !ok {
		return 0, false
	}
	for _, x := range items {
		n, ok := th.AsIndex(x, &object.OverflowErrorType)
		if !ok && !th.Catch(&object.OverflowErrorType) {
			return 0, false
		}
		if n < 1 || n > maxSignal {
			th.ValueError("signal number %d out of range [1; %d]", n, maxSignal)
			return 0, false
		}
		set |= bit(n)
	}
	return set, true
}

// member returns a signal as a member of Signals, as an int if it is none.
func member(th *thread, n int) value {
	m := th.Interp.Hooks.Import(th, "signal")
	if m.IsNil() {
		return m
	}
	class := th.GetAttrName(m, "Signals")
	if class.IsNil() {
		return class
	}
	v := th.CallArgs(class, object.Int(int64(n)))
	if v.IsNil() && th.Catch(&object.ValueErrorType) {
		return object.Int(int64(n))
	}
	return v
}

// members makes a set of Signals.
func members(th *thread, set uint64) value {
	var items []value
	for n := 1; n <= maxSignal; n++ {
		if set&bit(n) == 0 {
			continue
		}
		v := member(th, n)
		if v.IsNil() {
			return v
		}
		items = append(items, v)
	}
	return th.CallArgs(object.SetType.V(), object.NewList(items).V())
}

func sigmask(th *thread, m, how, mask value) value {
	way, ok := th.AsCInt(how)
	if !ok {
		return value{}
	}
	set, ok := signalSet(th, mask)
	if !ok {
		return value{}
	}
	s := stateOf(th)
	before := s.blocked.Load()
	after := before
	switch way {
	case sigBlock:
		after |= set
	case sigUnblock:
		after &^= set
	case sigSetMask:
		after = set
	default:
		return th.RaiseErrno(int(syscall.EINVAL), value{}, value{})
	}
	s.hold(th, after&^unblockable)
	if th.Interp.Hooks.Poll != nil && !th.Interp.Hooks.Poll(th) {
		return value{}
	}
	return members(th, before)
}

// hold makes set the blocked signals, and lets those go that were blocked and arrived.
func (s *state) hold(th *thread, set uint64) {
	before := s.blocked.Load()
	for n := 1; n <= maxSignal; n++ {
		if set&^before&bit(n) != 0 {
			s.listen(th, n)
		}
	}
	settle(th)
	s.blocked.Store(set)
	for n := 1; n <= maxSignal; n++ {
		if before&^set&bit(n) == 0 || s.handlers[n] != object.Int(0) {
			continue
		}
		signal.Reset(syscall.Signal(n))
		if s.pending.And(^bit(n))&bit(n) != 0 {
			syscall.Kill(os.Getpid(), syscall.Signal(n))
			settle(th)
		}
	}
	if s.pending.Load()&^set != 0 {
		th.Interp.Announce(object.InterruptSignal)
	}
}

// listen receives a signal, whatever is done with it.
func (s *state) listen(th *thread, n int) {
	s.once.Do(func() { go s.receive(th.Interp) })
	if n != int(syscall.SIGINT) {
		signal.Notify(s.ch, syscall.Signal(n))
	}
}

// settle gives a signal that was just sent the time to go through the runtime's queue.
func settle(th *thread) { th.Blocking(func() { time.Sleep(2 * time.Millisecond) }) }

func sigpending(th *thread, m value) value {
	settle(th)
	s := stateOf(th)
	return members(th, s.pending.Load()&s.blocked.Load())
}

// sigwait waits for one of the signals, whose handler it does not run.
func sigwait(th *thread, m, x value) value {
	set, ok := signalSet(th, x)
	if !ok {
		return value{}
	}
	s := stateOf(th)
	for n := 1; n <= maxSignal; n++ {
		if set&bit(n) != 0 {
			s.listen(th, n)
		}
	}
	wake := make(chan struct{}, 1)
	defer th.Interp.OnAnnounce(func() {
		select {
		case wake <- struct{}{}:
		default:
		}
	})()
	for {
		for n := 1; n <= maxSignal; n++ {
			if set&bit(n) != 0 && s.pending.And(^bit(n))&bit(n) != 0 {
				return member(th, n)
			}
		}
		th.Blocking(func() {
			select {
			case <-wake:
			case <-time.After(50 * time.Millisecond):
			}
		})
		if s.pending.Load()&^set != 0 && th.Interp.Hooks.Poll != nil && !th.Interp.Hooks.Poll(th) {
			return value{}
		}
	}
}
