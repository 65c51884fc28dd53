// Package timemod is Python's time module.
package timemod

import (
	"math"
	"syscall"
	"time"

	"pyasync/internal/pytime"
	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

// state is the module's state in one interpreter.
type state struct {
	module *object.Module
	loc    *time.Location
}

type stateKey struct{}

// stateOf returns the interpreter's state, with the zone that the environment names to begin with.
func stateOf(th *thread) *state {
	s, ok := th.Interp.Ext(stateKey{}).(*state)
	if !ok {
		s = &state{loc: zoneOf(th)}
		th.Interp.SetExt(stateKey{}, s)
	}
	return s
}

// Location returns the local time zone of the interpreter, which time.tzset() changes.
func Location(th *thread) *time.Location { return stateOf(th).loc }

// Init fills the module.
func Init(th *object.Thread, m *object.Module) bool {
	s := stateOf(th)
	s.module = m
	m.AddFuncs(functions)
	m.AddTypes(&StructTimeType)
	for name, id := range clockIDs {
		m.Set(name, object.Int(id))
	}
	m.Set("_STRUCT_TM_ITEMS", object.Int(11))
	s.setZone()
	return true
}

// setZone sets timezone, altzone, daylight and tzname.
func (s *state) setZone() {
	names, offsets, dst := pytime.Zones(s.loc, time.Now())
	s.module.Set("timezone", object.Int(int64(-offsets[0])))
	s.module.Set("altzone", object.Int(int64(-offsets[1])))
	d := int64(0)
	if dst {
		d = 1
	}
	s.module.Set("daylight", object.Int(d))
	s.module.Set("tzname", object.TupleOf(object.StrValue(names[0]), object.StrValue(names[1])))
}

var functions = []object.Method{
	{Name: "time", Doc: "Return the current time in seconds since the Epoch.\nFractions of a second may be present if the system clock provides them.", F0: seconds(wallClock)},
	{Name: "time_ns", Doc: "Return the current time in nanoseconds since the Epoch.", F0: nanos(wallClock)},
	{Name: "monotonic", Doc: "Monotonic clock, cannot go backward.", F0: seconds(pytime.Monotonic)},
	{Name: "monotonic_ns", Doc: "Monotonic clock, cannot go backward, as nanoseconds.", F0: nanos(pytime.Monotonic)},
	{Name: "perf_counter", Doc: "Performance counter for benchmarking.", F0: seconds(pytime.Monotonic)},
	{Name: "perf_counter_ns", Doc: "Performance counter for benchmarking as nanoseconds.", F0: nanos(pytime.Monotonic)},
	{Name: "process_time", Doc: "Process time for profiling: sum of the kernel and user-space CPU time.", F0: seconds(cpuTime)},
	{Name: "process_time_ns", Doc: "Process time for profiling as nanoseconds.", F0: nanos(cpuTime)},
	{Name: "thread_time", Doc: "Thread time for profiling.", F0: seconds(cpuTime)},
	{Name: "thread_time_ns", Doc: "Thread time for profiling as nanoseconds.", F0: nanos(cpuTime)},
	{Name: "sleep", Sig: "object, /", Doc: "Delay execution for a given number of seconds.  The argument may be\na floating-point number for subsecond precision.", F1: sleep},
	{Name: "gmtime", Sig: "seconds=None, /", Doc: "Convert seconds since the Epoch to a time tuple expressing UTC (a.k.a. GMT).", F: gmtime},
	{Name: "localtime", Sig: "seconds=None, /", Doc: "Convert seconds since the Epoch to a time tuple expressing local time.", F: localtime},
	{Name: "mktime", Sig: "tuple, /", Doc: "Convert a time tuple in local time to seconds since the Epoch.", F1: mktime},
	{Name: "asctime", Sig: "tuple=None, /", Doc: "Convert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.", F: asctime},
	{Name: "ctime", Sig: "seconds=None, /", Doc: "Convert a time in seconds since the Epoch to a string in local time.", F: ctime},
	{Name: "strftime", Sig: "format, tuple=None, /", Doc: "Convert a time tuple to a string according to a format specification.", F: strftime},
	{Name: "strptime", Sig: "string, format='%a %b %d %H:%M:%S %Y', /", Doc: "Parse a string to a time tuple according to a format specification.", F: strptime},
	{Name: "tzset", Doc: "Initialize, or reinitialize, the local timezone to the value stored in os.environ['TZ'].", F0: tzset},
	{Name: "get_clock_info", Sig: "name, /", Doc: "Get information of the specified clock.", F1: clockInfo},
	{Name: "clock_gettime", Sig: "clk_id, /", Doc: "Return the time of the specified clock clk_id as a float.", F1: clockGettime(secondsValue)},
	{Name: "clock_gettime_ns", Sig: "clk_id, /", Doc: "Return the time of the specified clock clk_id as nanoseconds (int).", F1: clockGettime(object.Int)},
	{Name: "clock_getres", Sig: "clk_id, /", Doc: "Return the resolution (precision) of the specified clock clk_id.", F1: clockGettimeRes},
	{Name: "clock_settime", Sig: "clk_id, time, /", Doc: "Set the time of the specified clock clk_id.", F2: clockSettime(Duration)},
	{Name: "clock_settime_ns", Sig: "clk_id, time, /", Doc: "Set the time of the specified clock clk_id with nanoseconds.", F2: clockSettime(wholeNanoseconds)},
}

func wallClock() int64 { return time.Now().UnixNano() }

// cpuTime is the user and system time of the process.
func cpuTime() int64 {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return u.Utime.Nano() + u.Stime.Nano()
}

func secondsValue(ns int64) value {
	// Dividing once rounds once; CPython does the same.
	return object.Float(float64(ns) / 1e9)
}

func seconds(clock func() int64) func(th *thread, _ value) value {
	return func(*thread, value) value { return secondsValue(clock()) }
}

func nanos(clock func() int64) func(th *thread, _ value) value {
	return func(*thread, value) value { return object.Int(clock()) }
}

// napTime bounds how long a sleeping thread does not look for signals.
const napTime = 20 * time.Millisecond

func sleep(th *thread, _, arg value) value {
	ns, ok := Duration(th, arg)
	if !ok {
		return value{}
	}
	if ns < 0 {
		return th.ValueError("sleep length must be non-negative")
	}
	deadline := time.Now().Add(time.Duration(ns))
	for {
		rest := min(time.Until(deadline), napTime)
		th.Blocking(func() { time.Sleep(rest) })
		if th.Interp.Interrupt.Load() != 0 && th.Interp.Hooks.Poll != nil && !th.Interp.Hooks.Poll(th) {
			return value{}
		}
		if time.Until(deadline) <= 0 {
			return object.None
		}
	}
}

// Duration converts a number of seconds to nanoseconds, rounding up as timeouts do.
func Duration(th *thread, v value) (int64, bool) {
	if f, ok := object.FloatOf(v); ok {
		if math.IsNaN(f) {
			th.ValueError("Invalid value NaN (not a number)")
			return 0, false
		}
		ns, ok := pytime.SecondsToNano(f, true)
		if !ok {
			th.OverflowError("timestamp out of range for platform time_t")
		}
		return ns, ok
	}
	i := th.Index(v)
	if i.H == nil {
		if th.Catch(&object.TypeErrorType) {
			th.TypeError("'%s' object cannot be interpreted as an integer", v.Type().TPName())
		}
		return 0, false
	}
	n, ok := object.AsInt64(i)
	if !ok || n > math.MaxInt64/1_000_000_000 || n < math.MinInt64/1_000_000_000 {
		th.OverflowError("timestamp too large to convert to C PyTime_t")
		return 0, false
	}
	return n * 1e9, true
}

func tzset(th *thread, _ value) value {
	s := stateOf(th)
	s.loc = zoneOf(th)
	s.setZone()
	return object.None
}

// zoneOf returns the zone that TZ names, else the system's.
func zoneOf(th *thread) *time.Location {
	if name, ok := th.Interp.GetHost().Getenv("TZ"); ok {
		return pytime.ParseZone(name)
	}
	return time.Local
}

// clockNames are the clocks of get_clock_info: implementation, monotonic, adjustable.
var clockNames = map[string]struct {
	impl                  string
	monotonic, adjustable bool
}{
	"time":         {"clock_gettime(CLOCK_REALTIME)", false, true},
	"monotonic":    {"clock_gettime(CLOCK_MONOTONIC)", true, false},
	"perf_counter": {"clock_gettime(CLOCK_MONOTONIC)", true, false},
	"process_time": {"clock_gettime(CLOCK_PROCESS_CPUTIME_ID)", true, false},
	"thread_time":  {"clock_gettime(CLOCK_THREAD_CPUTIME_ID)", true, false},
}

func clockInfo(th *thread, _, name value) value {
	s, ok := object.GoString(name)
	if !ok {
		return th.TypeError("get_clock_info() argument 1 must be str, not %s", name.Type().TPName())
	}
	info, ok := clockNames[s]
	if !ok {
		return th.ValueError("unknown clock")
	}
	types := th.Interp.Hooks.Import(th, "types")
	if types.H == nil {
		return types
	}
	class := th.GetAttrName(types, "SimpleNamespace")
	if class.H == nil {
		return class
	}
	kw := []*object.Str{object.NewStr("implementation"), object.NewStr("monotonic"), object.NewStr("adjustable"), object.NewStr("resolution")}
	return th.Call(class, []value{object.StrValue(info.impl), object.Bool(info.monotonic), object.Bool(info.adjustable), object.Float(1e-9)}, kw)
}

// Timestamp converts a POSIX timestamp to whole seconds, rounding down, and nanoseconds.
func Timestamp(th *thread, v value) (sec int64, ok bool) {
	if f, isFloat := object.FloatOf(v); isFloat {
		if math.IsNaN(f) {
			th.ValueError("Invalid value NaN (not a number)")
			return 0, false
		}
		f = math.Floor(f)
		if !(f >= -(1<<63) && f < 1<<63) {
			th.OverflowError("timestamp out of range for platform time_t")
			return 0, false
		}
		return int64(f), true
	}
	i := th.Index(v)
	if i.H == nil {
		return 0, false
	}
	n, fits := object.AsInt64(i)
	if !fits {
		th.OverflowError("timestamp out of range for platform time_t")
	}
	return n, fits
}
