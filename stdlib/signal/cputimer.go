// The interval timers that count CPU time, which are the system's.
package signalmod

import (
	"time"

	"golang.org/x/sys/unix"

	"pyasync/object"
)

const timerReal = 0

var itimerErrorType object.Type

func init() {
	object.Define(&itimerErrorType, object.Spec{Name: "signal.itimer_error", Base: &object.OSErrorType})
}

func raiseTimer(th *thread, err error) value {
	n := object.ErrnoOf(err)
	return th.RaiseValue(th.CallArgs(itimerErrorType.V(), object.Int(int64(n)), object.StrValue(object.Strerror(n))))
}

func timerPair(it unix.Itimerval) value {
	seconds := func(t unix.Timeval) value { return object.Float(float64(t.Sec) + float64(t.Usec)*1e-6) }
	return object.TupleOf(seconds(it.Value), seconds(it.Interval))
}

// setCPUTimer sets ITIMER_VIRTUAL. The Go runtime keeps SIGPROF, the signal of ITIMER_PROF, to itself.
func setCPUTimer(th *thread, which int, first, interval time.Duration) value {
	if which == int(unix.ItimerProf) {
		return th.Raisef(&object.NotImplementedErrorType, "setitimer: ITIMER_PROF is not available in pyasync")
	}
	old, err := unix.Setitimer(unix.ItimerWhich(which), unix.Itimerval{Interval: unix.NsecToTimeval(int64(interval)), Value: unix.NsecToTimeval(int64(first))})
	if err != nil {
		return raiseTimer(th, err)
	}
	return timerPair(old)
}

func getITimer(th *thread, m, x value) value {
	which, ok := th.AsCInt(x)
	if !ok {
		return value{}
	}
	if which == timerReal {
		return stateOf(th).remaining()
	}
	it, err := unix.Getitimer(unix.ItimerWhich(which))
	if err != nil {
		return raiseTimer(th, err)
	}
	return timerPair(it)
}
