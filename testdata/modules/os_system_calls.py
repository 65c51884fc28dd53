# Functions of os that are thin layers over system calls.
import os
import shutil
import stat
import tempfile

folder = tempfile.mkdtemp()
os.chdir(folder)


def report(f, *args, **kwargs):
    try:
        print(f.__name__, f(*args, **kwargs))
    except (OSError, BufferError, TypeError, ValueError, OverflowError) as e:
        print(f.__name__, type(e).__name__, e)


# Scheduling
print(os.getpriority(os.PRIO_PROCESS, 0) == os.nice(0), os.sched_getscheduler(0) == os.SCHED_OTHER)
os.setpriority(os.PRIO_PROCESS, 0, os.getpriority(os.PRIO_PROCESS, 0))
cpus = os.sched_getaffinity(0)
os.sched_setaffinity(0, cpus)
print(type(cpus), os.sched_getaffinity(0) == cpus, len(cpus) == os.process_cpu_count(), os.cpu_count() >= len(cpus))
os.sched_setaffinity(0, [min(cpus)])
print(len(os.sched_getaffinity(0)), os.process_cpu_count())
os.sched_setaffinity(0, cpus)
print(os.sched_getparam(0), os.sched_param(3), os.sched_get_priority_max(os.SCHED_FIFO), os.sched_get_priority_min(os.SCHED_RR))
print(os.sched_yield(), os.sched_rr_get_interval(0) >= 0)
report(os.sched_setaffinity, 0, [-1])
report(os.sched_setaffinity, 0, ["a"])
report(os.sched_setscheduler, 0, os.SCHED_OTHER, 1)
report(os.getpriority, 99, 0)

# Descriptors that are no files
fd = os.eventfd(3)
print(os.eventfd_read(fd), os.get_inheritable(fd))
os.eventfd_write(fd, 2**63)
print(os.eventfd_read(fd))
os.close(fd)
fd = os.eventfd(2, os.EFD_SEMAPHORE | os.EFD_NONBLOCK)
print(os.eventfd_read(fd), os.eventfd_read(fd))
report(os.eventfd_read, fd)
os.close(fd)
fd = os.memfd_create("scratch")
print(os.write(fd, b"in memory"), os.pread(fd, 20, 3), os.readlink(f"/proc/self/fd/{fd}"))
print(os.pwritev(fd, [b"ab", b"cd"], 1), os.pread(fd, 20, 0))
buffers = [bytearray(2), bytearray(3), memoryview(bytearray(2))]
print(os.preadv(fd, buffers, 1), buffers[0], buffers[1], bytes(buffers[2]))
os.lseek(fd, 0, os.SEEK_SET)
print(os.readv(fd, [bytearray(4)]), os.writev(fd, [b"XY", b"", b"Z"]), os.pread(fd, 20, 0))
report(os.readv, fd, [b"read only"])
report(os.readv, fd, 5)
print(os.posix_fallocate(fd, 0, 100), os.fstat(fd).st_size, os.posix_fadvise(fd, 0, 0, os.POSIX_FADV_SEQUENTIAL))
os.ftruncate(fd, 4)
print(os.lockf(fd, os.F_TLOCK, 1), os.lockf(fd, os.F_TEST, 1), os.lockf(fd, os.F_ULOCK, 1))
other = os.memfd_create("other", 0)
print(os.copy_file_range(fd, other, 10, 0, 0), os.pread(other, 10, 0), os.sendfile(other, fd, 0, 3), os.get_inheritable(other))
r, w = os.pipe()
print(os.splice(fd, w, 3, offset_src=1), os.read(r, 10))
for x in (fd, other, r, w):
    os.close(x)
timer = os.timerfd_create(1)
print(os.timerfd_settime(timer, initial=1000, interval=0.5), 0 < os.timerfd_gettime(timer)[0] <= 1000, os.timerfd_gettime(timer)[1])
print(os.timerfd_settime_ns(timer, initial=1)[1], int.from_bytes(os.read(timer, 8), "little"), os.timerfd_gettime_ns(timer))
os.close(timer)
print(len(os.getrandom(5)), os.getrandom(0))

# Attributes, limits, file systems
with open("f", "w") as f:
    f.write("content\n")
try:
    os.setxattr("f", "user.colour", b"red")
except OSError:
    pass    # not every file system has them
else:
    os.setxattr("f", b"user.size", b"")
    assert os.getxattr("f", "user.colour") == b"red"
    assert sorted(n for n in os.listxattr("f") if n.startswith("user")) == ["user.colour", "user.size"]
    try:
        os.setxattr("f", "user.colour", b"blue", os.XATTR_CREATE)
    except FileExistsError:
        os.removexattr("f", "user.colour")
    assert "user.colour" not in os.listxattr(os.open("f", 0))
report(os.listxattr, "missing")
print(os.sysconf("SC_PAGESIZE"), os.sysconf("SC_CLK_TCK"), os.sysconf(os.sysconf_names["SC_INT_MAX"]), os.confstr("CS_PATH"))
print(os.pathconf("/", "PC_PATH_MAX"), os.pathconf(".", "PC_NAME_MAX"), len(os.sysconf_names), len(os.pathconf_names))
report(os.sysconf, "SC_NONE")
report(os.sysconf, 1.5)
report(os.sysconf, 99999)
report(os.pathconf, "missing", "PC_NAME_MAX")
v = os.statvfs(".")
print(len(v), v.f_namemax, v.f_bsize == os.statvfs(os.open(".", os.O_RDONLY)).f_bsize, v.f_blocks >= v.f_bfree >= v.f_bavail, v.f_fsid >= 0)
report(os.statvfs, "missing")

# Users, devices
print(os.getresuid() == (os.getuid(), os.geteuid(), os.getuid()), os.getresgid()[0] == os.getgid())
os.setuid(os.getuid())
os.setregid(-1, -1)
os.lchown("f", -1, -1)
os.chown("f", os.getuid(), -1, follow_symlinks=False)
report(os.setuid, -5)
report(os.setuid, "root")
report(os.fchown, 99999, -1, -1)
print(os.getgrouplist("root", 0)[0], os.major(os.makedev(8, 3)), os.minor(os.makedev(8, 3)), os.makedev(8, 3), os.ctermid())
os.mknod("pipe", 0o600 | stat.S_IFIFO)
print(stat.S_ISFIFO(os.stat("pipe").st_mode))
master = os.posix_openpt(os.O_RDWR | os.O_NOCTTY)
os.grantpt(master), os.unlockpt(master)
print(os.ptsname(master).startswith("/dev/pts/"))
report(os.ptsname, 0 if not os.isatty(0) else os.open("f", 0))

# Processes
pid = os.posix_spawn("/bin/sh", ["sh", "-c", "echo to $NAME; echo lost >&2; exit 3"], {"NAME": "file"}, file_actions=[
    (os.POSIX_SPAWN_OPEN, 1, "out", os.O_WRONLY | os.O_CREAT, 0o644), (os.POSIX_SPAWN_DUP2, 1, 2)])
done, status, usage = os.wait4(pid, 0)
print(done == pid, os.waitstatus_to_exitcode(status), type(usage).__name__, usage.ru_maxrss > 0, open("out").read())
pid = os.posix_spawnp("true", ["true"], os.environ)
info = os.waitid(os.P_PID, pid, os.WEXITED)
print(info.si_pid == pid, info.si_status, info.si_code == os.CLD_EXITED, type(info))
pid = os.spawnlp(os.P_NOWAIT, "sh", "sh", "-c", "exit 4")
print(os.wait() == (pid, 4 << 8), os.spawnle(os.P_WAIT, "/bin/sh", "sh", "-c", "exit $N", {"N": "6"}), os.spawnv(os.P_WAIT, "/none", ["x"]))
report(os.posix_spawn, "/none", ["x"], {})
report(os.posix_spawn, "/bin/true", [], {})
report(os.wait3, 0)
report(os.register_at_fork)
os.register_at_fork(before=print)

# Folders by descriptor
os.makedirs("t/a/b")
os.makedirs("t/c")
for name in ("t/1", "t/a/2", "t/a/b/3"):
    open(name, "w").close()
os.symlink("../1", "t/c/link")
for top, dirs, files, fd in os.fwalk("t"):
    dirs.sort()
    print(top, dirs, sorted(files), sorted(os.listdir(fd)))
for top, dirs, files, fd in os.fwalk("t", topdown=False):
    for name in files:
        os.unlink(name, dir_fd=fd)
    for name in dirs:
        os.rmdir(name, dir_fd=fd)
print(os.listdir("t"))
here = os.open("t", os.O_RDONLY)
os.mkdir("new", dir_fd=here)
os.symlink("new", "link", dir_fd=here)
os.rename("new", "old", src_dir_fd=here, dst_dir_fd=here)
print(sorted(os.listdir("t")), os.readlink("link", dir_fd=here), os.access("old", os.R_OK, dir_fd=here), stat.S_ISDIR(os.stat("old", dir_fd=here).st_mode))
os.close(os.open("made", os.O_CREAT | os.O_WRONLY, 0o640, dir_fd=here))
os.chmod("made", 0o600, dir_fd=here)
print(oct(os.lstat("t/made").st_mode), os.open in os.supports_dir_fd)
report(os.stat, "none", dir_fd=here)
report(os.stat, "none", dir_fd=99999)
report(os.stat, "none", dir_fd="x")
os.chdir("/")
shutil.rmtree(folder)
