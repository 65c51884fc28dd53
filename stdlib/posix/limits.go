// What the C library knows of the system's limits: sysconf, confstr, pathconf.
package posix

import (
	"math"
	"os"
	"runtime"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"

	"pyasync/object"
)

var limitFuncs = []object.Method{
	{Name: "sysconf", Sig: "name, /", F1: sysconf},
	{Name: "confstr", Sig: "name, /", F1: confstr},
	{Name: "pathconf", Sig: "path, name", F: pathconf},
	{Name: "fpathconf", Sig: "fd, name, /", F: pathconf},
	{Name: "fstatvfs", Sig: "fd, /", F1: func(th *thread, m, x value) value {
		fd, ok := fdArg(th, x)
		if !ok {
			return value{}
		}
		var st syscall.Statfs_t
		if err := syscall.Fstatfs(fd, &st); err != nil {
			return th.RaiseOSError(err, value{})
		}
		return statvfsResult(th, path{fd: fd}, &st, nil)
	}},
}

// limit is a name, its number in the C library and what it stands for here: a number or, if ask is set, what that
// returns.
type limit struct {
	name   string
	number int
	value  int64
	ask    func() (int64, error)
}

// invalid is what glibc says of the numbers it does not serve.
func invalid() (int64, error) { return 0, syscall.EINVAL }

// resource returns the soft limit of a resource, -1 for none.
func resource(which int) func() (int64, error) {
	return func() (int64, error) {
		var r unix.Rlimit
		if err := unix.Getrlimit(which, &r); err != nil || r.Cur > math.MaxInt64 {
			return -1, nil
		}
		return int64(r.Cur), nil
	}
}

func processors() (int64, error) { return int64(runtime.NumCPU()), nil }

// argumentSpace is a quarter of the stack, as the kernel has it.
func argumentSpace() (int64, error) {
	var r unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_STACK, &r); err != nil {
		return 131072, nil
	}
	return int64(max(min(r.Cur/4, math.MaxInt64), 131072)), nil
}

// memoryPages returns total or free memory in pages.
func memoryPages(free bool) func() (int64, error) {
	return func() (int64, error) {
		var info unix.Sysinfo_t
		if err := unix.Sysinfo(&info); err != nil {
			return 0, err
		}
		n := info.Totalram
		if free {
			n = info.Freeram
		}
		return int64(n) * int64(info.Unit) / int64(os.Getpagesize()), nil
	}
}

// sysconfLimits are the names of sysconf with glibc's values.
var sysconfLimits = []limit{
	{"SC_ARG_MAX", 0, 0, argumentSpace}, {"SC_CHILD_MAX", 1, 0, resource(unix.RLIMIT_NPROC)}, {"SC_CLK_TCK", 2, 100, nil},
	{"SC_NGROUPS_MAX", 3, 65536, nil}, {"SC_OPEN_MAX", 4, 0, resource(unix.RLIMIT_NOFILE)}, {"SC_STREAM_MAX", 5, 16, nil},
	{"SC_TZNAME_MAX", 6, -1, nil}, {"SC_JOB_CONTROL", 7, 1, nil}, {"SC_SAVED_IDS", 8, 1, nil},
	{"SC_REALTIME_SIGNALS", 9, 200809, nil}, {"SC_PRIORITY_SCHEDULING", 10, 200809, nil}, {"SC_TIMERS", 11, 200809, nil},
	{"SC_ASYNCHRONOUS_IO", 12, 200809, nil}, {"SC_PRIORITIZED_IO", 13, 200809, nil}, {"SC_SYNCHRONIZED_IO", 14, 200809, nil},
	{"SC_FSYNC", 15, 200809, nil}, {"SC_MAPPED_FILES", 16, 200809, nil}, {"SC_MEMLOCK", 17, 200809, nil},
	{"SC_MEMLOCK_RANGE", 18, 200809, nil}, {"SC_MEMORY_PROTECTION", 19, 200809, nil}, {"SC_MESSAGE_PASSING", 20, 200809, nil},
	{"SC_SEMAPHORES", 21, 200809, nil}, {"SC_SHARED_MEMORY_OBJECTS", 22, 200809, nil}, {"SC_AIO_LISTIO_MAX", 23, -1, nil},
	{"SC_AIO_MAX", 24, -1, nil}, {"SC_AIO_PRIO_DELTA_MAX", 25, 20, nil}, {"SC_DELAYTIMER_MAX", 26, 2147483647, nil},
	{"SC_MQ_OPEN_MAX", 27, -1, nil}, {"SC_MQ_PRIO_MAX", 28, 32768, nil}, {"SC_VERSION", 29, 200809, nil},
	{"SC_PAGESIZE", 30, 0, pageSize}, {"SC_PAGE_SIZE", 30, 0, pageSize}, {"SC_RTSIG_MAX", 31, 32, nil},
	{"SC_SEM_NSEMS_MAX", 32, -1, nil}, {"SC_SEM_VALUE_MAX", 33, 2147483647, nil},
	{"SC_SIGQUEUE_MAX", 34, 0, resource(unix.RLIMIT_SIGPENDING)}, {"SC_TIMER_MAX", 35, -1, nil},
	{"SC_BC_BASE_MAX", 36, 99, nil}, {"SC_BC_DIM_MAX", 37, 2048, nil}, {"SC_BC_SCALE_MAX", 38, 99, nil},
	{"SC_BC_STRING_MAX", 39, 1000, nil}, {"SC_COLL_WEIGHTS_MAX", 40, 255, nil}, {"SC_EQUIV_CLASS_MAX", 41, 0, invalid},
	{"SC_EXPR_NEST_MAX", 42, 32, nil}, {"SC_LINE_MAX", 43, 2048, nil}, {"SC_RE_DUP_MAX", 44, 32767, nil},
	{"SC_CHARCLASS_NAME_MAX", 45, 2048, nil}, {"SC_2_VERSION", 46, 200809, nil}, {"SC_2_C_BIND", 47, 200809, nil},
	{"SC_2_C_DEV", 48, 200809, nil}, {"SC_2_FORT_DEV", 49, -1, nil}, {"SC_2_FORT_RUN", 50, -1, nil},
	{"SC_2_SW_DEV", 51, 200809, nil}, {"SC_2_LOCALEDEF", 52, 200809, nil}, {"SC_PII", 53, -1, nil}, {"SC_PII_XTI", 54, -1, nil},
	{"SC_PII_SOCKET", 55, -1, nil}, {"SC_PII_INTERNET", 56, -1, nil}, {"SC_PII_OSI", 57, -1, nil}, {"SC_POLL", 58, -1, nil},
	{"SC_SELECT", 59, -1, nil}, {"SC_IOV_MAX", 60, 1024, nil}, {"SC_UIO_MAXIOV", 60, 1024, nil},
	{"SC_PII_INTERNET_STREAM", 61, -1, nil}, {"SC_PII_INTERNET_DGRAM", 62, -1, nil}, {"SC_PII_OSI_COTS", 63, -1, nil},
	{"SC_PII_OSI_CLTS", 64, -1, nil}, {"SC_PII_OSI_M", 65, -1, nil}, {"SC_T_IOV_MAX", 66, -1, nil},
	{"SC_THREADS", 67, 200809, nil}, {"SC_THREAD_SAFE_FUNCTIONS", 68, 200809, nil}, {"SC_GETGR_R_SIZE_MAX", 69, 1024, nil},
	{"SC_GETPW_R_SIZE_MAX", 70, 1024, nil}, {"SC_LOGIN_NAME_MAX", 71, 256, nil}, {"SC_TTY_NAME_MAX", 72, 32, nil},
	{"SC_THREAD_DESTRUCTOR_ITERATIONS", 73, 4, nil}, {"SC_THREAD_KEYS_MAX", 74, 1024, nil},
	{"SC_THREAD_STACK_MIN", 75, 16384, nil}, {"SC_THREAD_THREADS_MAX", 76, -1, nil},
	{"SC_THREAD_ATTR_STACKADDR", 77, 200809, nil}, {"SC_THREAD_ATTR_STACKSIZE", 78, 200809, nil},
	{"SC_THREAD_PRIORITY_SCHEDULING", 79, 200809, nil}, {"SC_THREAD_PRIO_INHERIT", 80, 200809, nil},
	{"SC_THREAD_PRIO_PROTECT", 81, 200809, nil}, {"SC_THREAD_PROCESS_SHARED", 82, 200809, nil},
	{"SC_NPROCESSORS_CONF", 83, 0, processors}, {"SC_NPROCESSORS_ONLN", 84, 0, processors},
	{"SC_PHYS_PAGES", 85, 0, memoryPages(false)}, {"SC_AVPHYS_PAGES", 86, 0, memoryPages(true)},
	{"SC_ATEXIT_MAX", 87, 2147483647, nil}, {"SC_PASS_MAX", 88, 8192, nil}, {"SC_XOPEN_VERSION", 89, 700, nil},
	{"SC_XOPEN_XCU_VERSION", 90, 4, nil}, {"SC_XOPEN_UNIX", 91, 1, nil}, {"SC_XOPEN_CRYPT", 92, -1, nil},
	{"SC_XOPEN_ENH_I18N", 93, 1, nil}, {"SC_XOPEN_SHM", 94, 1, nil}, {"SC_2_CHAR_TERM", 95, 200809, nil},
	{"SC_2_C_VERSION", 96, 200809, nil}, {"SC_2_UPE", 97, -1, nil}, {"SC_XOPEN_XPG2", 98, 1, nil},
	{"SC_XOPEN_XPG3", 99, 1, nil}, {"SC_XOPEN_XPG4", 100, 1, nil}, {"SC_CHAR_BIT", 101, 8, nil}, {"SC_CHAR_MAX", 102, 127, nil},
	{"SC_CHAR_MIN", 103, -128, nil}, {"SC_INT_MAX", 104, 2147483647, nil}, {"SC_INT_MIN", 105, -2147483648, nil},
	{"SC_LONG_BIT", 106, 64, nil}, {"SC_WORD_BIT", 107, 32, nil}, {"SC_MB_LEN_MAX", 108, 16, nil}, {"SC_NZERO", 109, 20, nil},
	{"SC_SSIZE_MAX", 110, 32767, nil}, {"SC_SCHAR_MAX", 111, 127, nil}, {"SC_SCHAR_MIN", 112, -128, nil},
	{"SC_SHRT_MAX", 113, 32767, nil}, {"SC_SHRT_MIN", 114, -32768, nil}, {"SC_UCHAR_MAX", 115, 255, nil},
	{"SC_UINT_MAX", 116, 4294967295, nil}, {"SC_ULONG_MAX", 117, -1, nil}, {"SC_USHRT_MAX", 118, 65535, nil},
	{"SC_NL_ARGMAX", 119, 4096, nil}, {"SC_NL_LANGMAX", 120, 2048, nil}, {"SC_NL_MSGMAX", 121, 2147483647, nil},
	{"SC_NL_NMAX", 122, 2147483647, nil}, {"SC_NL_SETMAX", 123, 2147483647, nil}, {"SC_NL_TEXTMAX", 124, 2147483647, nil},
	{"SC_XBS5_ILP32_OFF32", 125, -1, nil}, {"SC_XBS5_ILP32_OFFBIG", 126, -1, nil}, {"SC_XBS5_LP64_OFF64", 127, 1, nil},
	{"SC_XBS5_LPBIG_OFFBIG", 128, -1, nil}, {"SC_XOPEN_LEGACY", 129, 1, nil}, {"SC_XOPEN_REALTIME", 130, 1, nil},
	{"SC_XOPEN_REALTIME_THREADS", 131, 1, nil}, {"SC_MINSIGSTKSZ", 249, 3376, nil},
}

func pageSize() (int64, error) { return int64(os.Getpagesize()), nil }

// confstrNames are the names of confstr; those without a text are about compiling C programs of other sorts.
var confstrNames = []struct {
	name   string
	number int
	text   string
}{
	{"CS_PATH", 0, "/bin:/usr/bin"}, {"CS_GNU_LIBC_VERSION", 2, "glibc 2.36"}, {"CS_GNU_LIBPTHREAD_VERSION", 3, "NPTL 2.36"},
	{"CS_LFS_CFLAGS", 1000, ""}, {"CS_LFS_LDFLAGS", 1001, ""}, {"CS_LFS_LIBS", 1002, ""}, {"CS_LFS_LINTFLAGS", 1003, ""},
	{"CS_LFS64_CFLAGS", 1004, "-D_LARGEFILE64_SOURCE"}, {"CS_LFS64_LDFLAGS", 1005, ""}, {"CS_LFS64_LIBS", 1006, ""},
	{"CS_LFS64_LINTFLAGS", 1007, "-D_LARGEFILE64_SOURCE"}, {"CS_XBS5_ILP32_OFF32_CFLAGS", 1100, ""},
	{"CS_XBS5_ILP32_OFF32_LDFLAGS", 1101, ""}, {"CS_XBS5_ILP32_OFF32_LIBS", 1102, ""},
	{"CS_XBS5_ILP32_OFF32_LINTFLAGS", 1103, ""}, {"CS_XBS5_ILP32_OFFBIG_CFLAGS", 1104, ""},
	{"CS_XBS5_ILP32_OFFBIG_LDFLAGS", 1105, ""}, {"CS_XBS5_ILP32_OFFBIG_LIBS", 1106, ""},
	{"CS_XBS5_ILP32_OFFBIG_LINTFLAGS", 1107, ""}, {"CS_XBS5_LP64_OFF64_CFLAGS", 1108, "-m64"},
	{"CS_XBS5_LP64_OFF64_LDFLAGS", 1109, "-m64"}, {"CS_XBS5_LP64_OFF64_LIBS", 1110, ""},
	{"CS_XBS5_LP64_OFF64_LINTFLAGS", 1111, ""}, {"CS_XBS5_LPBIG_OFFBIG_CFLAGS", 1112, ""},
	{"CS_XBS5_LPBIG_OFFBIG_LDFLAGS", 1113, ""}, {"CS_XBS5_LPBIG_OFFBIG_LIBS", 1114, ""},
	{"CS_XBS5_LPBIG_OFFBIG_LINTFLAGS", 1115, ""},
}

// pathconfLimits are the names of pathconf, with the values of common Linux file systems.
var pathconfLimits = []limit{
	{"PC_LINK_MAX", 0, 65000, nil}, {"PC_MAX_CANON", 1, 255, nil}, {"PC_MAX_INPUT", 2, 255, nil}, {"PC_NAME_MAX", 3, 255, nil},
	{"PC_PATH_MAX", 4, 4096, nil}, {"PC_PIPE_BUF", 5, 4096, nil}, {"PC_CHOWN_RESTRICTED", 6, 1, nil},
	{"PC_NO_TRUNC", 7, 1, nil}, {"PC_VDISABLE", 8, 0, nil}, {"PC_SYNC_IO", 9, -1, nil}, {"PC_ASYNC_IO", 10, -1, nil},
	{"PC_PRIO_IO", 11, -1, nil}, {"PC_SOCK_MAXBUF", 12, -1, nil}, {"PC_FILESIZEBITS", 13, 64, nil},
	{"PC_REC_INCR_XFER_SIZE", 14, -1, nil}, {"PC_REC_MAX_XFER_SIZE", 15, -1, nil}, {"PC_REC_MIN_XFER_SIZE", 16, 4096, nil},
	{"PC_REC_XFER_ALIGN", 17, 4096, nil}, {"PC_ALLOC_SIZE_MIN", 18, 4096, nil}, {"PC_SYMLINK_MAX", 19, -1, nil},
}

// addLimits sets the dicts of names.
func addLimits(m *object.Module) {
	names := func(attr string, n int, at func(i int) (string, int)) {
		d := object.NewDict()
		for i := range n {
			name, number := at(i)
			d.SetName(name, object.Int(int64(number)))
		}
		m.Set(attr, d.V())
	}
	names("sysconf_names", len(sysconfLimits), func(i int) (string, int) { return sysconfLimits[i].name, sysconfLimits[i].number })
	names("confstr_names", len(confstrNames), func(i int) (string, int) { return confstrNames[i].name, confstrNames[i].number })
	names("pathconf_names", len(pathconfLimits), func(i int) (string, int) { return pathconfLimits[i].name, pathconfLimits[i].number })
}

// nameArg converts a name, or a number given instead.
func nameArg(th *thread, v value, find func(name string) (int, bool)) (int, bool) {
	if object.IsInt(v) {
		return th.AsInt(v)
	}
	name, isStr := object.GoString(v)
	if !isStr {
		th.TypeError("configuration names must be strings or integers")
		return 0, false
	}
	n, ok := find(name)
	if !ok {
		th.ValueError("unrecognized configuration name")
	}
	return n, ok
}

func numberOf(list []limit) func(name string) (int, bool) {
	return func(name string) (int, bool) {
		for _, l := range list {
			if l.name == name {
				return l.number, true
			}
		}
		return 0, false
	}
}

// look returns the value of a limit.
func look(list []limit, number int) (int64, error) {
	for _, l := range list {
		if l.number == number {
			if l.ask != nil {
				return l.ask()
			}
			return l.value, nil
		}
	}
	return 0, syscall.EINVAL
}

func sysconf(th *thread, m, x value) value {
	number, ok := nameArg(th, x, numberOf(sysconfLimits))
	if !ok {
		return value{}
	}
	n, err := look(sysconfLimits, number)
	return result(th, object.Int(n), err)
}

func confstr(th *thread, m, x value) value {
	number, ok := nameArg(th, x, func(name string) (int, bool) {
		for _, c := range confstrNames {
			if c.name == name {
				return c.number, true
			}
		}
		return 0, false
	})
	if !ok {
		return value{}
	}
	for _, c := range confstrNames {
		if c.number == number {
			return object.StrValue(c.text)
		}
	}
	return th.RaiseErrno(int(syscall.EINVAL), value{}, value{})
}

// linkLimits are the largest numbers of links by file system.
var linkLimits = map[int64]int64{0xEF53: 65000, 0x58465342: 2147483647, 0x9123683E: 65535, 0x01021994: 127}

func pathconf(th *thread, m value, a []value) value {
	p, ok := pathArg(th, a[0], "pathconf", "path", true)
	if !ok {
		return value{}
	}
	number, ok := nameArg(th, a[1], numberOf(pathconfLimits))
	if !ok {
		return value{}
	}
	var st syscall.Statfs_t
	err := error(nil)
	if p.fd >= 0 {
		err = syscall.Fstatfs(p.fd, &st)
	} else {
		err = syscall.Statfs(p.name, &st)
	}
	if err != nil {
		return p.fail(th, err)
	}
	n, err := look(pathconfLimits, number)
	if err != nil {
		return p.fail(th, err)
	}
	for _, l := range pathconfLimits {
		switch {
		case l.number != number:
		case l.name == "PC_NAME_MAX":
			n = st.Namelen
		case l.name == "PC_LINK_MAX":
			if links, known := linkLimits[int64(st.Type)]; known {
				n = links
			}
		case strings.HasPrefix(l.name, "PC_ALLOC"), strings.HasPrefix(l.name, "PC_REC_MIN"), strings.HasPrefix(l.name, "PC_REC_XFER"):
			n = st.Bsize
		}
	}
	return object.Int(n)
}
