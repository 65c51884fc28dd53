// The environment, and the machine: its name, load, clock ticks, randomness.
package posix

import (
	"crypto/rand"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"pyasync/object"
)

var machineFuncs = []object.Method{
	{Name: "putenv", Sig: "name, value, /", F2: putenv},
	{Name: "unsetenv", Sig: "name, /", F1: unsetenv},
	{Name: "urandom", Sig: "size, /", F1: urandom},
	{Name: "cpu_count", F0: func(th *thread, m value) value { return object.Int(int64(runtime.NumCPU())) }},
	{Name: "getloadavg", F0: getloadavg},
	{Name: "uname", F0: uname},
	{Name: "times", F0: times},
	{Name: "strerror", Sig: "code, /", F1: strerror},
	{Name: "sync", F0: func(th *thread, m value) value { syscall.Sync(); return object.None }},
}

func putenv(th *thread, m, k, v value) value {
	key, ok1 := pathArg(th, k, "putenv", "name", false)
	val, ok2 := pathArg(th, v, "putenv", "value", false)
	if !ok1 || !ok2 {
		return value{}
	}
	if key.name == "" || strings.Contains(key.name, "=") {
		return th.ValueError("illegal environment variable name")
	}
	setenv(th, key.name, val.name, true)
	return object.None
}

func unsetenv(th *thread, m, k value) value {
	key, ok := pathArg(th, k, "unsetenv", "name", false)
	if !ok {
		return value{}
	}
	if key.name == "" || strings.Contains(key.name, "=") {
		return th.RaiseErrno(int(syscall.EINVAL), value{}, value{})
	}
	setenv(th, key.name, "", false)
	return object.None
}

// setenv keeps the environment that child processes and later look-ups of the host see.
func setenv(th *thread, name, val string, set bool) {
	h := th.Interp.GetHost()
	keep := make([]string, 0, len(h.Env)+1)
	for _, e := range h.Env {
		if !strings.HasPrefix(e, name+"=") {
			keep = append(keep, e)
		}
	}
	if set {
		keep = append(keep, name+"="+val)
	}
	h.Env = keep
}

func urandom(th *thread, m, x value) value {
	n, ok := intArg(th, x, 0)
	if !ok {
		return value{}
	}
	if n < 0 {
		return th.ValueError("negative argument not allowed")
	}
	if !th.CheckSize(n) {
		return value{}
	}
	b := make([]byte, n)
	rand.Read(b)
	return object.NewBytes(b).V()
}

func getloadavg(th *thread, m value) value {
	b, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return th.RaiseOSError(err, value{})
	}
	items := make([]value, 3)
	for i, f := range strings.Fields(string(b))[:3] {
		x, _ := strconv.ParseFloat(f, 64)
		items[i] = object.Float(x)
	}
	return object.NewTuple(items).V()
}

func uname(th *thread, m value) value {
	var u syscall.Utsname
	if err := syscall.Uname(&u); err != nil {
		return th.RaiseOSError(err, value{})
	}
	s := func(f [65]int8) value {
		var b []byte
		for _, c := range f {
			if c == 0 {
				break
			}
			b = append(b, byte(c))
		}
		return object.StrValue(string(b))
	}
	return object.NewStructSeq(&unameType, 5, []value{s(u.Sysname), s(u.Nodename), s(u.Release), s(u.Version), s(u.Machine)})
}

func times(th *thread, m value) value {
	var t syscall.Tms
	ticks, err := syscall.Times(&t)
	if err != nil {
		return th.RaiseOSError(err, value{})
	}
	f := func(n int64) value { return object.Float(float64(n) / 100) }
	return object.NewStructSeq(&timesType, 5, []value{f(t.Utime), f(t.Stime), f(t.Cutime), f(t.Cstime), f(int64(ticks))})
}

func strerror(th *thread, m, x value) value {
	n, ok := intArg(th, x, 0)
	if !ok {
		return value{}
	}
	return object.StrValue(object.Strerror(n))
}
