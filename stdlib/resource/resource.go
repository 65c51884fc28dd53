// Package resource is Python's resource module: what the process has used and may use.
package resource

import (
	"golang.org/x/sys/unix"

	"pyasync/object"
)

type (
	value  = object.Value
	thread = object.Thread
)

var usageType object.Type

var usageFields = []string{"ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt", "ru_nswap",
	"ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw"}

func init() {
	fields := make([]object.StructField, len(usageFields))
	for i, n := range usageFields {
		fields[i].Name = n
	}
	object.DefineStructSeq(&usageType, "resource.struct_rusage", "", len(fields), false, fields...)
}

var constants = [...]struct {
	name string
	v    int64
}{
	{"RUSAGE_SELF", unix.RUSAGE_SELF}, {"RUSAGE_CHILDREN", unix.RUSAGE_CHILDREN}, {"RUSAGE_THREAD", unix.RUSAGE_THREAD}, {"RLIM_INFINITY", -1},
	{"RLIMIT_AS", unix.RLIMIT_AS}, {"RLIMIT_CORE", unix.RLIMIT_CORE}, {"RLIMIT_CPU", unix.RLIMIT_CPU}, {"RLIMIT_DATA", unix.RLIMIT_DATA},
	{"RLIMIT_FSIZE", unix.RLIMIT_FSIZE}, {"RLIMIT_MEMLOCK", unix.RLIMIT_MEMLOCK}, {"RLIMIT_NOFILE", unix.RLIMIT_NOFILE},
	{"RLIMIT_NPROC", unix.RLIMIT_NPROC}, {"RLIMIT_RSS", unix.RLIMIT_RSS}, {"RLIMIT_STACK", unix.RLIMIT_STACK},
}

// Init fills the module.
func Init(th *thread, m *object.Module) bool {
	m.AddFuncs(functions)
	m.Set("struct_rusage", usageType.V())
	m.Set("error", object.OSErrorType.V())
	for _, c := range constants {
		m.Set(c.name, object.Int(c.v))
	}
	return true
}

var functions = []object.Method{
	{Name: "getrusage", Sig: "who, /", F1: getrusage},
	{Name: "getrlimit", Sig: "resource, /", F1: func(th *thread, m, x value) value {
		n, ok := th.AsIndex(x, &object.OverflowErrorType)
		if !ok {
			return value{}
		}
		var l unix.Rlimit
		if err := unix.Getrlimit(n, &l); err != nil {
			return invalid(th, err, "invalid resource specified")
		}
		return limits(l)
	}},
	{Name: "setrlimit", Sig: "resource, limits, /", F2: setrlimit},
	{Name: "getpagesize", F0: func(th *thread, m value) value { return object.Int(int64(unix.Getpagesize())) }},
}

// invalid raises ValueError where the system complains of an argument.
func invalid(th *thread, err error, text string) value {
	if err == unix.EINVAL {
		return th.ValueError("%s", text)
	}
	return th.RaiseOSError(err, value{})
}

func limits(l unix.Rlimit) value {
	return object.TupleOf(object.Int(int64(l.Cur)), object.Int(int64(l.Max)))
}

func getrusage(th *thread, m, x value) value {
	who, ok := th.AsIndex(x, &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	var u unix.Rusage
	if err := unix.Getrusage(who, &u); err != nil {
		return invalid(th, err, "invalid who parameter")
	}
	seconds := func(t unix.Timeval) value { return object.Float(float64(t.Sec) + float64(t.Usec)/1e6) }
	items := []value{seconds(u.Utime), seconds(u.Stime)}
	for _, n := range [...]int64{u.Maxrss, u.Ixrss, u.Idrss, u.Isrss, u.Minflt, u.Majflt, u.Nswap, u.Inblock, u.Oublock, u.Msgsnd, u.Msgrcv,
		u.Nsignals, u.Nvcsw, u.Nivcsw} {
		items = append(items, object.Int(n))
	}
	return object.NewStructSeq(&usageType, len(items), items)
}

func setrlimit(th *thread, m, x, y value) value {
	n, ok := th.AsIndex(x, &object.OverflowErrorType)
	if !ok {
		return value{}
	}
	items, ok := th.Collect(y)
	if !ok {
		return value{}
	}
	if len(items) != 2 {
		return th.ValueError("expected a tuple of 2 integers")
	}
	var l [2]int
	for i := range l {
		if l[i], ok = th.AsIndex(items[i], &object.OverflowErrorType); !ok {
			return value{}
		}
	}
	if err := unix.Setrlimit(n, &unix.Rlimit{Cur: uint64(l[0]), Max: uint64(l[1])}); err != nil {
		switch err {
		case unix.EINVAL:
			return th.ValueError("current limit exceeds maximum limit")
		case unix.EPERM:
			return th.ValueError("not allowed to raise maximum limit")
		}
		return th.RaiseOSError(err, value{})
	}
	return object.None
}
