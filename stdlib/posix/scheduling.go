// Priorities, scheduling policies, and the processors a process may run on.
//
// Linux keeps these by thread, and programs mean the process, which in CPython has one thread as a rule: what is said
// of this process is done to all threads it has.
package posix

import (
	"os"
	"strconv"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"

	"pyasync/object"
)

var schedParamType object.Type

func init() {
	object.DefineStructSeq(&schedParamType, "posix.sched_param",
		"Currently has only one field: sched_priority\n\n  sched_priority\n    A scheduling parameter.", 1, false, fields("sched_priority")...)
	// unlike other struct sequences it takes its field, not a sequence
	schedParamType.Slots.New = func(th *thread, t *object.Type, args []value, kw []*object.Str) value {
		w := th.Window(1)
		defer th.Release(w)
		if !schedParamSig.Bind(th, "sched_param", args, kw, w) {
			return value{}
		}
		return object.NewStructSeq(&schedParamType, 1, []value{w[0]})
	}
}

var schedParamSig = object.ParseSignature("sched_priority")

var schedulingFuncs = []object.Method{
	numberCall("getpriority", "which, who", func(a []int) (int, error) {
		n, err := syscall.Getpriority(a[0], a[1])
		return 20 - n, err // the system call returns 1 to 40
	}),
	intCall("setpriority", "which, who, priority", setpriority),
	{Name: "sched_getaffinity", Sig: "pid, /", F1: schedGetaffinity},
	{Name: "sched_setaffinity", Sig: "pid, mask, /", F2: schedSetaffinity},
	numberCall("sched_get_priority_max", "policy", func(a []int) (int, error) { return rawCall(unix.SYS_SCHED_GET_PRIORITY_MAX, a...) }),
	numberCall("sched_get_priority_min", "policy", func(a []int) (int, error) { return rawCall(unix.SYS_SCHED_GET_PRIORITY_MIN, a...) }),
	numberCall("sched_getscheduler", "pid, /", func(a []int) (int, error) { return rawCall(unix.SYS_SCHED_GETSCHEDULER, a...) }),
	{Name: "sched_setscheduler", Sig: "pid, policy, param, /", F: schedSetscheduler},
	{Name: "sched_setparam", Sig: "pid, param, /", F2: schedSetparam},
	valueCall("sched_getparam", "pid, /", schedGetparam),
	valueCall("sched_rr_get_interval", "pid, /", func(a []int) (value, error) {
		var t unix.Timespec
		_, _, e := syscall.Syscall(unix.SYS_SCHED_RR_GET_INTERVAL, uintptr(a[0]), uintptr(unsafe.Pointer(&t)), 0)
		return object.Float(float64(t.Sec) + float64(t.Nsec)*1e-9), errno(e)
	}),
}

func errno(e syscall.Errno) error {
	if e != 0 {
		return e
	}
	return nil
}

func rawCall(number uintptr, a ...int) (int, error) {
	var x [3]uintptr
	for i, n := range a {
		x[i] = uintptr(n)
	}
	n, _, e := syscall.Syscall(number, x[0], x[1], x[2])
	return int(n), errno(e)
}

// eachThread runs f for the threads of this process if pid means it, else for pid.
func eachThread(pid int, f func(tid int) error) error {
	if pid != 0 && pid != os.Getpid() {
		return f(pid)
	}
	tasks, err := os.ReadDir("/proc/self/task")
	if err != nil {
		return f(pid)
	}
	for _, t := range tasks {
		tid, _ := strconv.Atoi(t.Name())
		if err := f(tid); err != nil && err != syscall.ESRCH { // it ended meanwhile
			return err
		}
	}
	return nil
}

func setpriority(a []int) error {
	if a[0] != unix.PRIO_PROCESS {
		return syscall.Setpriority(a[0], a[1], a[2])
	}
	return eachThread(a[1], func(tid int) error { return syscall.Setpriority(a[0], tid, a[2]) })
}

func schedGetaffinity(th *thread, m, x value) value {
	pid, ok := intArg(th, x, 0)
	if !ok {
		return value{}
	}
	var set unix.CPUSet
	if err := unix.SchedGetaffinity(pid, &set); err != nil {
		return th.RaiseOSError(err, value{})
	}
	var items []value
	for cpu := range len(set) * 64 {
		if set.IsSet(cpu) {
			items = append(items, object.Int(int64(cpu)))
		}
	}
	return th.CallArgs(object.SetType.V(), object.NewList(items).V())
}

func schedSetaffinity(th *thread, m, x, mask value) value {
	pid, ok := intArg(th, x, 0)
	if !ok {
		return value{}
	}
	items, ok := th.Collect(mask)
	if !ok {
		return value{}
	}
	var set unix.CPUSet
	for _, item := range items {
		if !object.IsInt(item) {
			return th.TypeError("expected an iterator of ints, but iterator yielded <class '%s'>", item.Type().TPName())
		}
		cpu, ok := th.AsIndex(item, &object.OverflowErrorType)
		if !ok {
			return value{}
		}
		if cpu < 0 {
			return th.ValueError("negative CPU number")
		}
		set.Set(cpu)
	}
	return result(th, object.None, eachThread(pid, func(tid int) error { return unix.SchedSetaffinity(tid, &set) }))
}

// schedParam is the kernel's struct sched_param.
type schedParam struct{ priority int32 }

func paramArg(th *thread, v value) (p schedParam, ok bool) {
	if !v.Is(&schedParamType) {
		th.TypeError("must have a sched_param object")
		return p, false
	}
	t, _ := object.AsTuple(v)
	n, ok := th.AsInt(t.Items[0])
	return schedParam{int32(n)}, ok
}

func schedSetscheduler(th *thread, m value, a []value) value {
	pid, ok1 := intArg(th, a[0], 0)
	policy, ok2 := intArg(th, a[1], 0)
	if !ok1 || !ok2 {
		return value{}
	}
	p, ok := paramArg(th, a[2])
	if !ok {
		return value{}
	}
	return result(th, object.None, eachThread(pid, func(tid int) error {
		_, _, e := syscall.Syscall(unix.SYS_SCHED_SETSCHEDULER, uintptr(tid), uintptr(policy), uintptr(unsafe.Pointer(&p)))
		return errno(e)
	}))
}

func schedSetparam(th *thread, m, x, param value) value {
	pid, ok := intArg(th, x, 0)
	if !ok {
		return value{}
	}
	p, ok := paramArg(th, param)
	if !ok {
		return value{}
	}
	return result(th, object.None, eachThread(pid, func(tid int) error {
		_, _, e := syscall.Syscall(unix.SYS_SCHED_SETPARAM, uintptr(tid), uintptr(unsafe.Pointer(&p)), 0)
		return errno(e)
	}))
}

func schedGetparam(a []int) (value, error) {
	var p schedParam
	_, _, e := syscall.Syscall(unix.SYS_SCHED_GETPARAM, uintptr(a[0]), uintptr(unsafe.Pointer(&p)), 0)
	return object.NewStructSeq(&schedParamType, 1, []value{object.Int(int64(p.priority))}), errno(e)
}
