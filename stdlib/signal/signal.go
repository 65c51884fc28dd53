// Package signalmod is Python's signal module. Signals arrive on a Go channel; their handlers run in the main thread,
// at the next point where it looks up from its work.
package signalmod

import (
	"math/bits"
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"pyasync/eval"
	"pyasync/object"

	"golang.org/x/sys/unix"
)

type (
	value  = object.Value
	thread = object.Thread
)

const maxSignal = 64

// state is what the module keeps for one interpreter.
type state struct {
	handlers [maxSignal + 1]value // callable, or Int 0 (SIG_DFL), Int 1 (SIG_IGN)
	pending  atomic.Uint64        // bit n-1: signal n arrived
	blocked  atomic.Uint64        // bit n-1: signal n waits
	wakeup   atomic.Int64         // the descriptor of set_wakeup_fd, -1: none
	ch       chan os.Signal
	once     sync.Once
	timer    *time.Timer
	interval time.Duration
	expires  time.Time
}

type stateKey struct{}

func stateOf(th *thread) *state {
	s, _ := th.Interp.Ext(stateKey{}).(*state)
	return s
}

// Init fills the module. The enumerations Signals and Handlers are made when somebody asks for a name they define:
// asyncio.run uses the module in every program, the enumerations hardly ever.
func Init(th *thread, m *object.Module) bool {
	s := stateOf(th)
	if s == nil {
		s = &state{ch: make(chan os.Signal, 64)}
		s.wakeup.Store(-1)
		th.Interp.SetExt(stateKey{}, s)
	}
	m.HasCore("_signal")
	m.AddFuncs(functions)
	m.Late = func(th *thread, m *object.Module) bool { return !th.GetAttrName(m.V(), "Signals").IsNil() }
	for i := range s.handlers {
		s.handlers[i] = object.Int(0)
	}
	s.handlers[syscall.SIGINT] = m.Dict.GetName("default_int_handler")
	s.handlers[syscall.SIGPIPE] = object.Int(1)
	m.Set("NSIG", object.Int(maxSignal+1))
	for name, v := range map[string]int64{"ITIMER_REAL": 0, "ITIMER_VIRTUAL": 1, "ITIMER_PROF": 2} {
		m.Set(name, object.Int(v))
	}
	m.Set("ItimerError", itimerErrorType.V())
	eval.SetSignalHandlers(th.Interp, s.run)
	th.Interp.Hooks.SignalsExpected = s.expected
	return true
}

var functions []object.Method

func init() {
	functions = []object.Method{
		{Name: "signal", Sig: "signalnum, handler, /", F2: setSignal},
		{Name: "getsignal", Sig: "signalnum, /", F1: getSignal},
		{Name: "default_int_handler", Sig: "signalnum, frame, /", F2: func(th *thread, m, a, b value) value {
			if eval.InterruptHere(th) {
				return object.None
			}
			return value{}
		}},
		{Name: "raise_signal", Sig: "signalnum, /", F1: func(th *thread, m, x value) value {
			n, ok := signalArg(th, x)
			if !ok {
				return value{}
			}
			return deliver(th, os.Getpid(), n)
		}},
		{Name: "pthread_kill", Sig: "thread_id, signalnum, /", F2: func(th *thread, m, t, x value) value {
			n, ok := signalArg(th, x)
			if !ok {
				return value{}
			}
			return deliver(th, os.Getpid(), n)
		}},
		{Name: "set_wakeup_fd", Sig: "fd, /, *, warn_on_full_buffer=True", F: setWakeupFD},
		{Name: "siginterrupt", Sig: "signalnum, flag, /", F2: func(th *thread, m, a, b value) value { return object.None }},
		{Name: "alarm", Sig: "seconds, /", F1: alarm},
		{Name: "setitimer", Sig: "which, seconds, interval=0.0, /", F: setITimer},
		{Name: "getitimer", Sig: "which, /", F1: getITimer},
		{Name: "pause", F0: pause},
		{Name: "strsignal", Sig: "signalnum, /", F1: func(th *thread, m, x value) value {
			n, ok := signalArg(th, x)
			if !ok {
				return value{}
			}
			if n < len(descriptions) && descriptions[n] != "" {
				return object.StrValue(descriptions[n])
			}
			return object.None
		}},
		{Name: "pthread_sigmask", Sig: "how, mask, /", F2: sigmask},
		{Name: "sigpending", F0: sigpending},
		{Name: "sigwait", Sig: "sigset, /", F1: sigwait},
		{Name: "__getattr__", Sig: "name, /", F1: lazyName},
	}
}

var descriptions = [...]string{1: "Hangup", 2: "Interrupt", 3: "Quit", 4: "Illegal instruction", 5: "Trace/breakpoint trap", 6: "Aborted", 7: "Bus error",
	8: "Floating point exception", 9: "Killed", 10: "User defined signal 1", 11: "Segmentation fault", 12: "User defined signal 2", 13: "Broken pipe",
	14: "Alarm clock", 15: "Terminated", 16: "Stack fault", 17: "Child exited", 18: "Continued", 19: "Stopped (signal)", 20: "Stopped", 21: "Stopped (tty input)",
	22: "Stopped (tty output)", 23: "Urgent I/O condition", 24: "CPU time limit exceeded", 25: "File size limit exceeded", 26: "Virtual timer expired",
	27: "Profiling timer expired", 28: "Window changed", 29: "I/O possible", 30: "Power failure", 31: "Bad system call"}

// lazyName is the module's __getattr__: it makes the enumerations, whose members become names of the module.
func lazyName(th *thread, m, name value) value {
	key, _ := object.AsStr(name)
	mod, _ := object.AsModule(m)
	if mod.Dict.GetName("Signals").IsNil() && key.Go() != "__path__" {
		enums := eval.Import(th, "_signal_enums")
		if enums.IsNil() {
			return enums
		}
		src, _ := object.AsModule(enums)
		for k, v, pos, ok := src.Dict.Next(0); ok; k, v, pos, ok = src.Dict.Next(pos) {
			if s, isStr := object.AsStr(k); isStr && s.Go()[0] != '_' && mod.Dict.GetStr(s).IsNil() {
				mod.Dict.SetStr(s, v)
			}
		}
		mod.Set("Signals", src.Dict.GetName("Signals"))
		if v := mod.Dict.GetStr(key); !v.IsNil() {
			return v
		}
	}
	return th.AttributeError(m, key, "module 'signal' has no attribute '%s'", key.Go())
}

func signalArg(th *thread, x value) (int, bool) {
	n, ok := th.AsIndex(x, &object.OverflowErrorType)
	if ok && (n < 1 || n > maxSignal) {
		th.ValueError("signal number out of range")
		return 0, false
	}
	return n, ok
}

// setSignal is signal.signal.
func setSignal(th *thread, m, x, handler value) value {
	if !eval.IsMainThread(th) {
		return th.ValueError("signal only works in main thread of the main interpreter")
	}
	n, ok := signalArg(th, x)
	if !ok {
		return value{}
	}
	if n == int(syscall.SIGKILL) || n == int(syscall.SIGSTOP) {
		return th.RaiseErrno(int(syscall.EINVAL), value{}, value{})
	}
	plain := handler
	if handler.Type().Call == nil {
		i, isInt := intOf(th, handler)
		if !isInt || i != 0 && i != 1 {
			return th.TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
		}
		plain = object.Int(int64(i))
	}
	s := stateOf(th)
	old := s.handlers[n]
	s.handlers[n] = plain
	sig := syscall.Signal(n)
	switch {
	case (sig == syscall.SIGINT || sig == syscall.SIGQUIT) && plain.IsSmallInt():
		// The host answers these as long as the program does not.
	case plain == object.Int(1):
		signal.Ignore(sig)
	case plain == object.Int(0) && s.blocked.Load()&bit(n) == 0:
		signal.Reset(sig)
	default:
		s.listen(th, n)
	}
	return handlerValue(th, old)
}

func intOf(th *thread, v value) (int, bool) {
	if v.Type().Index == nil && !v.Is(&object.IntType) {
		return 0, false
	}
	n, ok := th.AsIndex(v, nil)
	return n, ok
}

// handlerValue shows the ints of SIG_DFL and SIG_IGN as members of Handlers once these exist.
func handlerValue(th *thread, h value) value {
	if i, ok := h.SmallInt(); ok {
		name := "SIG_DFL"
		if i == 1 {
			name = "SIG_IGN"
		}
		// The functions belong to _signal, the names to signal.
		if m := th.Interp.Hooks.Import(th, "signal"); !m.IsNil() {
			if x := th.GetAttrName(m, name); !x.IsNil() {
				return x
			}
		}
		th.Exc = value{}
	}
	return h
}

func getSignal(th *thread, m, x value) value {
	n, ok := signalArg(th, x)
	if !ok {
		return value{}
	}
	return handlerValue(th, stateOf(th).handlers[n])
}

// expected reports whether a signal may still run code of the program: see Hooks.SignalsExpected.
func (s *state) expected(own func(handler value) bool) bool {
	if s.pending.Load()&^s.blocked.Load() != 0 || s.timer != nil && (s.interval > 0 || time.Now().Before(s.expires)) {
		return true
	}
	for n, h := range s.handlers {
		if h.IsNil() {
			continue
		}
		_, plain := h.SmallInt()
		if !plain && !own(h) && !(n == int(syscall.SIGINT) && defaultInt(h)) {
			return true
		}
	}
	return false
}

// Handled reports whether the program has set what happens on a signal.
func Handled(th *object.Thread, n int) bool {
	s := stateOf(th)
	return s != nil && !s.handlers[n].IsNil() && s.handlers[n] != object.Int(0)
}

// RunsHandler reports whether a signal runs a handler in Python.
func RunsHandler(th *object.Thread, n int) bool {
	s := stateOf(th)
	if s == nil || n < 1 || n > maxSignal || s.handlers[n].IsNil() {
		return n == int(syscall.SIGINT)
	}
	_, plain := s.handlers[n].SmallInt()
	return !plain
}

func defaultInt(h value) bool {
	return h.IsExact(&object.BuiltinType) && (*object.Builtin)(h.Ptr()).Method.Name == "default_int_handler"
}

// Close gives the signals back when the interpreter ends.
func Close(th *object.Thread) {
	s, ok := th.Interp.Ext(stateKey{}).(*state)
	if !ok {
		return
	}
	if s.timer != nil {
		s.timer.Stop()
	}
	s.once.Do(func() {}) // nothing starts any more
	signal.Stop(s.ch)
	close(s.ch)
}

// receive notes arriving signals until the interpreter is closed.
func (s *state) receive(in *object.Interp) {
	for sig := range s.ch {
		s.arrived(in, int(sig.(syscall.Signal)))
	}
}

func (s *state) arrived(in *object.Interp, n int) {
	s.pending.Or(1 << (n - 1))
	if fd := s.wakeup.Load(); fd >= 0 {
		syscall.Write(int(fd), []byte{byte(n)})
	}
	in.Announce(object.InterruptSignal)
}

// run calls the handlers of the signals that arrived (PyErr_CheckSignals).
func (s *state) run(th *thread) bool {
	if eval.TakeInterrupt(th.Interp) {
		s.pending.Or(1 << (syscall.SIGINT - 1))
		if fd := s.wakeup.Load(); fd >= 0 {
			syscall.Write(int(fd), []byte{byte(syscall.SIGINT)})
		}
	}
	set := s.pending.Load() &^ s.blocked.Load()
	s.pending.And(^set)
	for set != 0 {
		n := bits.TrailingZeros64(set) + 1
		set &= set - 1
		h := s.handlers[n]
		if i, ok := h.SmallInt(); ok {
			if i == 0 && n == int(syscall.SIGINT) {
				signal.Reset(syscall.SIGINT)
				syscall.Kill(os.Getpid(), syscall.SIGINT)
			}
			continue
		}
		frame := object.None
		if f := th.Interp.Hooks.CurrentFrame(th, 0); !f.IsNil() {
			frame = f
		}
		saved := th.Exc
		if th.CallArgs(h, object.Int(int64(n)), frame).IsNil() {
			if set != 0 {
				s.pending.Or(set)
				th.Interp.Interrupt.Or(object.InterruptSignal)
			}
			return false
		}
		th.Exc = saved
	}
	return true
}

// deliver sends a signal to this process and gives its handler the time to run.
func deliver(th *thread, pid, n int) value {
	s := stateOf(th)
	h := s.handlers[n]
	if i, ok := h.SmallInt(); !ok || s.blocked.Load()&bit(n) != 0 {
		s.arrived(th.Interp, n)
	} else if i == 0 {
		if n == int(syscall.SIGINT) {
			signal.Reset(syscall.SIGINT)
		}
		if err := syscall.Kill(pid, syscall.Signal(n)); err != nil {
			return th.RaiseOSError(err, value{})
		}
		th.Blocking(func() { time.Sleep(10 * time.Millisecond) })
	}
	if th.Interp.Hooks.Poll != nil && !th.Interp.Hooks.Poll(th) {
		return value{}
	}
	return object.None
}

func setWakeupFD(th *thread, m value, a []value) value {
	if !eval.IsMainThread(th) {
		return th.ValueError("set_wakeup_fd only works in main thread of the main interpreter")
	}
	fd, ok := th.AsIndex(a[0], &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	if fd >= 0 {
		var st syscall.Stat_t
		if err := syscall.Fstat(fd, &st); err != nil {
			return th.RaiseOSError(err, value{})
		}
		if flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFL, 0); err == nil && flags&unix.O_NONBLOCK == 0 {
			return th.ValueError("the fd %d must be in non-blocking mode", fd)
		}
	}
	return object.Int(stateOf(th).wakeup.Swap(int64(fd)))
}

// setTimer starts the timer that raises SIGALRM.
func (s *state) setTimer(in *object.Interp, first, interval time.Duration) {
	if s.timer != nil {
		s.timer.Stop()
		s.timer = nil
	}
	s.interval = interval
	if first <= 0 {
		s.expires = time.Time{}
		return
	}
	s.expires = time.Now().Add(first)
	var t *time.Timer
	t = time.AfterFunc(first, func() {
		if i, ok := s.handlers[syscall.SIGALRM].SmallInt(); ok && i == 0 {
			syscall.Kill(os.Getpid(), syscall.SIGALRM)
			return
		}
		s.arrived(in, int(syscall.SIGALRM))
		if interval > 0 {
			s.expires = time.Now().Add(interval)
			t.Reset(interval)
		}
	})
	s.timer = t
}

func (s *state) remaining() value {
	rest := 0.0
	if !s.expires.IsZero() {
		rest = max(time.Until(s.expires).Seconds(), 0)
	}
	return object.TupleOf(object.Float(rest), object.Float(s.interval.Seconds()))
}

func seconds(th *thread, v value) (time.Duration, bool) {
	if v.IsNil() {
		return 0, true
	}
	f := th.CallArgs(object.FloatType.V(), v)
	if f.IsNil() {
		return 0, false
	}
	x, _ := f.ExactFloat()
	return time.Duration(x * 1e9), true
}

func alarm(th *thread, m, x value) value {
	n, ok := th.AsIndex(x, &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	s := stateOf(th)
	rest := int64(0)
	if !s.expires.IsZero() {
		rest = int64(max(time.Until(s.expires).Seconds(), 0) + 0.999)
	}
	s.setTimer(th.Interp, time.Duration(n)*time.Second, 0)
	return object.Int(rest)
}

func setITimer(th *thread, m value, a []value) value {
	first, ok1 := seconds(th, a[1])
	interval, ok2 := seconds(th, a[2])
	if !ok1 || !ok2 {
		return value{}
	}
	which, ok := th.AsCInt(a[0])
	if !ok {
		return value{}
	}
	if which != timerReal {
		return setCPUTimer(th, which, first, interval)
	}
	s := stateOf(th)
	old := s.remaining()
	s.setTimer(th.Interp, first, interval)
	return old
}

func pause(th *thread, m value) value {
	wake := make(chan struct{}, 1)
	remove := th.Interp.OnAnnounce(func() {
		select {
		case wake <- struct{}{}:
		default:
		}
	})
	defer remove()
	th.Blocking(func() { <-wake })
	if !th.Interp.Hooks.Poll(th) {
		return value{}
	}
	return object.None
}
