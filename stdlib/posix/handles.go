// Descriptors that are no files: counters (eventfd), timers (timerfd), memory (memfd); the kernel's randomness.
package posix

import (
	"encoding/binary"
	"math"
	"math/big"
	"syscall"

	"golang.org/x/sys/unix"

	"pyasync/object"
)

var handleFuncs = []object.Method{
	{Name: "eventfd", Sig: "initval, flags=EFD_CLOEXEC", F: eventfd},
	{Name: "eventfd_read", Sig: "fd", F: eventfdRead},
	{Name: "eventfd_write", Sig: "fd, value", F: eventfdWrite},
	{Name: "memfd_create", Sig: "name, flags=MFD_CLOEXEC", F: memfdCreate},
	{Name: "getrandom", Sig: "size, flags=0", F: getrandom},
	{Name: "timerfd_create", Sig: "clockid, /, *, flags=0", F: timerfdCreate},
	{Name: "timerfd_settime", Sig: "fd, /, *, flags=0, initial=0.0, interval=0.0", F: func(th *thread, m value, a []value) value {
		return timerfdSettime(th, a, false)
	}},
	{Name: "timerfd_settime_ns", Sig: "fd, /, *, flags=0, initial=0, interval=0", F: func(th *thread, m value, a []value) value {
		return timerfdSettime(th, a, true)
	}},
	{Name: "timerfd_gettime", Sig: "fd, /", F1: func(th *thread, m, x value) value { return timerfdGettime(th, x, false) }},
	{Name: "timerfd_gettime_ns", Sig: "fd, /", F1: func(th *thread, m, x value) value { return timerfdGettime(th, x, true) }},
}

func eventfd(th *thread, m value, a []value) value {
	initial, ok1 := intArg(th, a[0], 0)
	flags, ok2 := intArg(th, a[1], unix.EFD_CLOEXEC)
	if !ok1 || !ok2 {
		return value{}
	}
	if initial < 0 || initial > math.MaxUint32 {
		return th.OverflowError("Python int too large to convert to C unsigned int")
	}
	fd, err := unix.Eventfd(uint(initial), flags)
	return result(th, object.Int(int64(fd)), err)
}

func eventfdRead(th *thread, m value, a []value) value {
	fd, ok := fdArg(th, a[0])
	if !ok {
		return value{}
	}
	var b [8]byte
	var err error
	th.Blocking(func() { err = retry(func() error { _, err := syscall.Read(fd, b[:]); return err }) })
	return result(th, object.IntFromBig(new(big.Int).SetUint64(binary.NativeEndian.Uint64(b[:]))), err)
}

func eventfdWrite(th *thread, m value, a []value) value {
	fd, ok := fdArg(th, a[0])
	if !ok {
		return value{}
	}
	n, isInt := object.BigOf(a[1])
	if !isInt {
		return th.TypeError("argument must be int, not %s", a[1].Type().TPName())
	}
	if !n.IsUint64() {
		if n.Sign() < 0 {
			return th.ValueError("value must be a positive integer")
		}
		return th.OverflowError("int too big to convert")
	}
	var b [8]byte
	binary.NativeEndian.PutUint64(b[:], n.Uint64())
	var err error
	th.Blocking(func() { err = retry(func() error { _, err := syscall.Write(fd, b[:]); return err }) })
	return result(th, object.None, err)
}

func memfdCreate(th *thread, m value, a []value) value {
	name, ok := pathArg(th, a[0], "memfd_create", "name", false)
	if !ok {
		return value{}
	}
	flags, ok := intArg(th, a[1], unix.MFD_CLOEXEC)
	if !ok {
		return value{}
	}
	fd, err := unix.MemfdCreate(name.name, flags)
	return result(th, object.Int(int64(fd)), err)
}

func getrandom(th *thread, m value, a []value) value {
	size, ok1 := intArg(th, a[0], 0)
	flags, ok2 := intArg(th, a[1], 0)
	if !ok1 || !ok2 {
		return value{}
	}
	return readBytes(th, size, func(b []byte) (int, error) { return unix.Getrandom(b, flags) })
}

func timerfdCreate(th *thread, m value, a []value) value {
	clock, ok1 := intArg(th, a[0], 0)
	flags, ok2 := intArg(th, a[1], 0)
	if !ok1 || !ok2 {
		return value{}
	}
	fd, err := unix.TimerfdCreate(clock, flags|unix.TFD_CLOEXEC)
	return result(th, object.Int(int64(fd)), err)
}

// timeArg converts seconds, or nanoseconds, to a timespec; what is not given is zero.
func timeArg(th *thread, v value, nanoseconds bool) (unix.Timespec, bool) {
	if v.IsNil() {
		return unix.Timespec{}, true
	}
	if nanoseconds {
		n, ok := th.AsIndex(v, &object.OverflowErrorType)
		return unix.NsecToTimespec(int64(n)), ok
	}
	f, ok := th.ToFloat(v)
	return unix.NsecToTimespec(int64(math.Floor(f * 1e9))), ok
}

func timerfdSettime(th *thread, a []value, nanoseconds bool) value {
	fd, ok1 := fdArg(th, a[0])
	if !ok1 {
		return value{}
	}
	flags, ok2 := intArg(th, a[1], 0)
	if !ok2 {
		return value{}
	}
	var spec, old unix.ItimerSpec
	var ok bool
	if spec.Value, ok = timeArg(th, a[2], nanoseconds); !ok {
		return value{}
	}
	if spec.Interval, ok = timeArg(th, a[3], nanoseconds); !ok {
		return value{}
	}
	err := unix.TimerfdSettime(fd, flags, &spec, &old)
	return result(th, timerTimes(&old, nanoseconds), err)
}

func timerfdGettime(th *thread, x value, nanoseconds bool) value {
	fd, ok := fdArg(th, x)
	if !ok {
		return value{}
	}
	var spec unix.ItimerSpec
	err := unix.TimerfdGettime(fd, &spec)
	return result(th, timerTimes(&spec, nanoseconds), err)
}

// timerTimes is (the time to the next expiry, the interval).
func timerTimes(s *unix.ItimerSpec, nanoseconds bool) value {
	f := func(t unix.Timespec) value {
		if nanoseconds {
			return object.Int(t.Nano())
		}
		return object.Float(float64(t.Sec) + float64(t.Nsec)*1e-9)
	}
	return object.TupleOf(f(s.Value), f(s.Interval))
}
