// The clocks of the system by their number, and setting them.
package timemod

import (
	"golang.org/x/sys/unix"

	"pyasync/internal/pytime"
	"pyasync/object"
)

const (
	clockRealtime  = 0
	clockMonotonic = 1
	clockProcess   = 2
	clockThread    = 3
)

var clockIDs = map[string]int64{"CLOCK_REALTIME": clockRealtime, "CLOCK_MONOTONIC": clockMonotonic, "CLOCK_PROCESS_CPUTIME_ID": clockProcess,
	"CLOCK_THREAD_CPUTIME_ID": clockThread, "CLOCK_MONOTONIC_RAW": 4, "CLOCK_BOOTTIME": 7, "CLOCK_TAI": 11}

func clockID(th *thread, id value) (int32, bool) {
	if id.Type().Index == nil {
		th.TypeError("clk_id should be integer, not %s", id.Type().TPName())
		return 0, false
	}
	n, ok := th.AsCInt(id)
	return int32(n), ok
}

func clockReading(th *thread, id value) (int64, bool) {
	n, ok := clockID(th, id)
	if !ok {
		return 0, false
	}
	switch n {
	case clockRealtime:
		return wallClock(), true
	case clockMonotonic:
		return pytime.Monotonic(), true
	case clockProcess, clockThread:
		return cpuTime(), true
	}
	var ts unix.Timespec
	if err := unix.ClockGettime(n, &ts); err != nil {
		th.RaiseOSError(err, value{})
		return 0, false
	}
	return ts.Nano(), true
}

func clockGettime(result func(ns int64) value) func(th *thread, _, id value) value {
	return func(th *thread, _, id value) value {
		ns, ok := clockReading(th, id)
		if !ok {
			return value{}
		}
		return result(ns)
	}
}

func clockGettimeRes(th *thread, _, id value) value {
	n, ok := clockID(th, id)
	if !ok {
		return value{}
	}
	var ts unix.Timespec
	if err := unix.ClockGetres(n, &ts); err != nil {
		return th.RaiseOSError(err, value{})
	}
	return secondsValue(ts.Nano())
}

// clockSettime sets a clock to a time that nanoseconds reads.
func clockSettime(nanoseconds func(*thread, value) (int64, bool)) func(th *thread, _, id, to value) value {
	return func(th *thread, _, id, to value) value {
		n, ok := clockID(th, id)
		if !ok {
			return value{}
		}
		ns, ok := nanoseconds(th, to)
		if !ok {
			return value{}
		}
		ts := unix.NsecToTimespec(ns)
		if err := unix.ClockSettime(n, &ts); err != nil {
			return th.RaiseOSError(err, value{})
		}
		return object.None
	}
}

func wholeNanoseconds(th *thread, v value) (int64, bool) {
	i := th.Index(v)
	if i.H == nil {
		return 0, false
	}
	ns, ok := object.AsInt64(i)
	if !ok {
		th.OverflowError("timestamp out of range for platform time_t")
	}
	return ns, ok
}
