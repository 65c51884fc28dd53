// Waiting for child processes in detail, and posix_spawn.
package posix

import (
	"os/exec"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"

	"pyasync/object"
)

var waitidType object.Type

func init() {
	object.DefineStructSeq(&waitidType, "posix.waitid_result", "", 5, false, fields("si_pid", "si_uid", "si_signo", "si_status", "si_code")...)
}

const spawnSig = "path, argv, env, /, *, file_actions=(), setpgroup=None, resetids=False, setsid=False, setsigmask=(), setsigdef=(), scheduler=None"

var waitFuncs = []object.Method{
	{Name: "wait", F0: func(th *thread, m value) value { return waitpid(th, m, object.Int(-1), object.Int(0)) }},
	{Name: "wait3", Sig: "options", F: func(th *thread, m value, a []value) value { return wait4(th, object.Int(-1), a[0]) }},
	{Name: "wait4", Sig: "pid, options", F: func(th *thread, m value, a []value) value { return wait4(th, a[0], a[1]) }},
	valueCall("waitid", "idtype, id, options, /", waitid),
	{Name: "posix_spawn", Sig: spawnSig, F: func(th *thread, m value, a []value) value { return posixSpawn(th, a, false) }},
	{Name: "posix_spawnp", Sig: spawnSig, F: func(th *thread, m value, a []value) value { return posixSpawn(th, a, true) }},
}

// wait4 is waitpid with the resources the child used, as a resource.struct_rusage.
func wait4(th *thread, x, y value) value {
	pid, ok1 := intArg(th, x, 0)
	options, ok2 := intArg(th, y, 0)
	if !ok1 || !ok2 {
		return value{}
	}
	var st syscall.WaitStatus
	var use syscall.Rusage
	n, err, ok := waitChild(th, pid, options, &st, &use)
	if !ok {
		return value{}
	}
	if err != nil {
		return th.RaiseOSError(err, value{})
	}
	m := th.Interp.Hooks.Import(th, "resource")
	if m.IsNil() {
		return value{}
	}
	class := th.GetAttrName(m, "struct_rusage")
	if class.IsNil() {
		return value{}
	}
	seconds := func(t syscall.Timeval) value { return object.Float(float64(t.Sec) + float64(t.Usec)*1e-6) }
	items := []value{seconds(use.Utime), seconds(use.Stime)}
	for _, n := range [...]int64{use.Maxrss, use.Ixrss, use.Idrss, use.Isrss, use.Minflt, use.Majflt, use.Nswap, use.Inblock, use.Oublock,
		use.Msgsnd, use.Msgrcv, use.Nsignals, use.Nvcsw, use.Nivcsw} {
		items = append(items, object.Int(n))
	}
	usage := th.CallArgs(class, object.NewTuple(items).V())
	if usage.IsNil() {
		return value{}
	}
	return object.TupleOf(object.Int(int64(n)), object.Int(int64(st)), usage)
}

// signalInfo is the part of the kernel's siginfo_t that tells of children.
type signalInfo struct {
	signo, errno, code, _ int32
	pid, uid, status      int32
	_                     [100]byte
}

func waitid(a []int) (value, error) {
	var info signalInfo
	_, _, e := syscall.Syscall6(unix.SYS_WAITID, uintptr(a[0]), uintptr(a[1]), uintptr(unsafe.Pointer(&info)), uintptr(a[2]), 0, 0)
	if info.pid == 0 {
		return object.None, errno(e)
	}
	items := make([]value, 5)
	for i, n := range [...]int32{info.pid, info.uid, info.signo, info.status, info.code} {
		items[i] = object.Int(int64(n))
	}
	return object.NewStructSeq(&waitidType, 5, items), errno(e)
}

// The kinds of file actions.
const (
	spawnOpen = iota
	spawnClose
	spawnDup2
	spawnCloseFrom
)

// spawnFiles are the descriptors of a child: by number, those it gets.
type spawnFiles struct {
	files  map[int]int
	opened []int
}

// posixSpawn starts a program. Signals need no resetting: the child begins with those this process did not ignore.
func posixSpawn(th *thread, a []value, search bool) value {
	name := "posix_spawn"
	if search {
		name = "posix_spawnp"
	}
	p, ok := pathArg(th, a[0], name, "path", false)
	if !ok {
		return value{}
	}
	args, ok := argumentList(th, a[1], name)
	if !ok {
		return value{}
	}
	env := th.Interp.GetHost().Env
	if !isNone(a[2]) {
		if env, ok = envList(th, a[2]); !ok {
			return value{}
		}
	}
	attr := &syscall.ProcAttr{Env: env, Sys: &syscall.SysProcAttr{}}
	if !spawnAttributes(th, a, attr.Sys) {
		return value{}
	}
	f, ok := spawnDescriptors(th, a[3])
	defer f.close()
	if !ok {
		return value{}
	}
	attr.Files = f.list()
	if search {
		if found, err := exec.LookPath(p.name); err == nil {
			p.name = found
		}
	}
	flush(th)
	var pid int
	var err error
	th.Blocking(func() { pid, err = syscall.ForkExec(p.name, args, attr) })
	if err != nil {
		return p.fail(th, err)
	}
	return object.Int(int64(pid))
}

func argumentList(th *thread, argv value, name string) (args []string, ok bool) {
	if !argv.Is(&object.ListType) && !argv.Is(&object.TupleType) {
		th.TypeError("%s: argv must be a tuple or list", name)
		return nil, false
	}
	items, ok := th.Collect(argv)
	if !ok {
		return nil, false
	}
	if len(items) == 0 {
		th.ValueError("%s: argv must not be empty", name)
		return nil, false
	}
	for _, x := range items {
		s, ok := pathArg(th, x, name, "argv", false)
		if !ok {
			return nil, false
		}
		args = append(args, s.name)
	}
	return args, true
}

// spawnAttributes reads setpgroup and setsid; a scheduler is refused.
func spawnAttributes(th *thread, a []value, sys *syscall.SysProcAttr) bool {
	if !isNone(a[4]) {
		group, ok := intArg(th, a[4], 0)
		if !ok {
			return false
		}
		sys.Setpgid, sys.Pgid = true, group
	}
	setsid, ok := boolArg(th, a[6], false)
	if !ok {
		return false
	}
	sys.Setsid = setsid
	if !isNone(a[9]) {
		th.Raisef(&object.NotImplementedErrorType, "posix_spawn: scheduler is not supported here")
		return false
	}
	return true
}

// spawnDescriptors carries out the file actions on a list of what the child will have.
func spawnDescriptors(th *thread, actions value) (f *spawnFiles, ok bool) {
	f = &spawnFiles{files: map[int]int{}}
	for fd := range 256 { // what is open and not marked close-on-exec is inherited
		if flags, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0); err == nil && flags&unix.FD_CLOEXEC == 0 {
			f.files[fd] = fd
		}
	}
	if isNone(actions) {
		return f, true
	}
	items, ok := th.Collect(actions)
	if !ok {
		return f, false
	}
	for _, item := range items {
		t, isTuple := object.AsTuple(item)
		if !isTuple || len(t.Items) == 0 {
			th.TypeError("Each file_actions element must be a non-empty tuple")
			return f, false
		}
		if !f.act(th, t.Items) {
			return f, false
		}
	}
	return f, true
}

// act carries out one action.
func (f *spawnFiles) act(th *thread, t []value) bool {
	kind, ok := intArg(th, t[0], 0)
	if !ok {
		return false
	}
	sizes := [...]int{spawnOpen: 5, spawnClose: 2, spawnDup2: 3, spawnCloseFrom: 2}
	if kind < 0 || kind >= len(sizes) {
		th.TypeError("Unknown file_actions identifier")
		return false
	}
	if len(t) != sizes[kind] {
		th.TypeError("A file_actions tuple has the wrong length")
		return false
	}
	fd, ok := intArg(th, t[1], 0)
	if !ok {
		return false
	}
	switch kind {
	case spawnOpen:
		return f.open(th, fd, t)
	case spawnClose:
		delete(f.files, fd)
	case spawnCloseFrom:
		for n := range f.files {
			if n >= fd {
				delete(f.files, n)
			}
		}
	case spawnDup2:
		to, ok := intArg(th, t[2], 0)
		if !ok {
			return false
		}
		from, open := f.files[fd]
		if !open {
			if _, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0); err != nil {
				th.RaiseOSError(err, value{})
				return false
			}
			from = fd
		}
		f.files[to] = from
	}
	return true
}

func (f *spawnFiles) open(th *thread, fd int, t []value) bool {
	p, ok := pathArg(th, t[2], "posix_spawn", "path", false)
	if !ok {
		return false
	}
	flags, ok1 := intArg(th, t[3], 0)
	mode, ok2 := intArg(th, t[4], 0)
	if !ok1 || !ok2 {
		return false
	}
	opened, err := syscall.Open(p.name, flags|syscall.O_CLOEXEC, uint32(mode))
	if err != nil {
		p.fail(th, err)
		return false
	}
	f.opened = append(f.opened, opened)
	f.files[fd] = opened
	return true
}

// list is the table for ForkExec, in which ^0 marks a closed descriptor.
func (f *spawnFiles) list() []uintptr {
	var list []uintptr
	for fd, from := range f.files {
		for len(list) <= fd {
			list = append(list, ^uintptr(0))
		}
		list[fd] = uintptr(from)
	}
	return list
}

func (f *spawnFiles) close() {
	for _, fd := range f.opened {
		syscall.Close(fd)
	}
}
