"""Running other programs."""

import contextlib
import errno
import io
import os
import select
import signal
import sys
import time
import types
import warnings
import fcntl
from time import monotonic as _time
from _thread import allocate_lock as _allocate_lock
from _subprocess import spawn as _fork_exec

__all__ = ["Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput", "check_output", "run",
           "CalledProcessError", "DEVNULL", "SubprocessError", "TimeoutExpired", "CompletedProcess"]

PIPE = -1
STDOUT = -2
DEVNULL = -3

_PIPE_BUF = select.PIPE_BUF



def __getattr__(name):
    # Modules that few callers need.
    if name == "_PopenSelector":
        import selectors
        value = selectors.PollSelector
    elif name in ("locale", "selectors", "threading"):
        value = __import__(name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


# What the caller may switch off; processes start in one way here, whatever they say.
_USE_POSIX_SPAWN = True
_USE_VFORK = True

# Popen objects that died before their process, which somebody has yet to wait for.
_active = []


def _cleanup():
    if _active is None:
        return
    for process in _active[:]:
        if process._internal_poll(_deadstate=sys.maxsize) is not None:
            with contextlib.suppress(ValueError):
                _active.remove(process)


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    """A program ended with a status other than 0."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            try:
                return "Command '%s' died with %r." % (self.cmd, signal.Signals(-self.returncode))
            except ValueError:
                return "Command '%s' died with unknown signal %d." % (self.cmd, -self.returncode)
        return "Command '%s' returned non-zero exit status %d." % (self.cmd, self.returncode)

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class TimeoutExpired(SubprocessError):
    """A program took too long."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return "Command '%s' timed out after %s seconds" % (self.cmd, self.timeout)

    @property
    def stdout(self):
        return self.output

    @stdout.setter
    def stdout(self, value):
        self.output = value


class CompletedProcess:
    """What run() returns."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        args = ["args={!r}".format(self.args), "returncode={!r}".format(self.returncode)]
        if self.stdout is not None:
            args.append("stdout={!r}".format(self.stdout))
        if self.stderr is not None:
            args.append("stderr={!r}".format(self.stderr))
        return "{}({})".format(type(self).__name__, ", ".join(args))

    __class_getitem__ = classmethod(types.GenericAlias)

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


# Options of the command line that a flag of sys.flags stands for.
_FLAG_OPTIONS = {"debug": "d", "dont_write_bytecode": "B", "no_site": "S", "verbose": "v", "bytes_warning": "b", "quiet": "q"}
_XOPTIONS = ("faulthandler", "tracemalloc", "importtime", "frozen_modules", "showrefcount", "utf8", "gil")


def _optim_args_from_interpreter_flags():
    level = sys.flags.optimize
    return ["-" + "O" * level] if level > 0 else []


def _args_from_interpreter_flags():
    """The options that give another interpreter the settings of this one."""
    flags = sys.flags
    options = _optim_args_from_interpreter_flags()
    for name, letter in _FLAG_OPTIONS.items():
        level = getattr(flags, name)
        if level > 0:
            options.append("-" + letter * level)
    if flags.isolated:
        options.append("-I")
    else:
        for name, letter in ("ignore_environment", "E"), ("no_user_site", "s"), ("safe_path", "P"):
            if getattr(flags, name):
                options.append("-" + letter)
    filters = sys.warnoptions[:]
    implied = []
    if flags.bytes_warning > 1:
        implied.append("error::BytesWarning")
    elif flags.bytes_warning:
        implied.append("default::BytesWarning")
    if flags.dev_mode:
        implied.append("default")
    for text in implied:
        if text in filters:
            filters.remove(text)
    options += ["-W" + text for text in filters]
    given = getattr(sys, "_xoptions", {})
    if flags.dev_mode:
        options += ["-X", "dev"]
    for name in _XOPTIONS:
        if name in given:
            value = given[name]
            options += ["-X", name if value is True else f"{name}={value}"]
    return options


def _text_encoding():
    """The encoding of text that names none, with the warning that -X warn_default_encoding asks for."""
    if sys.flags.warn_default_encoding:
        level, frame = 2, sys._getframe()
        here = frame.f_code.co_filename
        while (frame := frame.f_back) and frame.f_code.co_filename == here:
            level += 1
        warnings.warn("'encoding' argument not specified.", EncodingWarning, level)
    if sys.flags.utf8_mode:
        return "utf-8"
    import locale
    return locale.getencoding()


def _quoted(arg):
    """One argument as a program of Microsoft's C runtime reads it back."""
    if arg and not any(c in " \t" for c in arg):
        quote = ""
    else:
        quote = '"'
    out, slashes = [], 0
    for c in arg:
        if c == "\\":
            slashes += 1
            continue
        if c == '"':
            out.append("\\" * (2 * slashes) + '\\"')
        else:
            out.append("\\" * slashes + c)
        slashes = 0
    return quote + "".join(out) + "\\" * (slashes * (2 if quote else 1)) + quote


def list2cmdline(seq):
    """The arguments as one command line of Windows."""
    return " ".join(_quoted(os.fsdecode(arg)) for arg in seq)


def call(*popenargs, timeout=None, **kwargs):
    with Popen(*popenargs, **kwargs) as p:
        try:
            return p.wait(timeout=timeout)
        except:
            p.kill()
            raise


def check_call(*popenargs, **kwargs):
    retcode = call(*popenargs, **kwargs)
    if retcode:
        cmd = kwargs.get("args")
        if cmd is None:
            cmd = popenargs[0]
        raise CalledProcessError(retcode, cmd)
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    for kw in ("stdout", "check"):
        if kw in kwargs:
            raise ValueError(f"{kw} argument not allowed, it will be overridden.")
    if kwargs.get("input", b"") is None:
        # No input is an empty input here, not the caller's standard input.
        is_text = any(map(kwargs.get, ("universal_newlines", "text", "encoding", "errors")))
        kwargs["input"] = "" if is_text else b""
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    """Run a program, wait for it and return a CompletedProcess."""
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = PIPE
        kwargs["stderr"] = PIPE
    with Popen(*popenargs, **kwargs) as process:
        try:
            stdout, stderr = process.communicate(input, timeout=timeout)
        except TimeoutExpired as exc:
            process.kill()
            process.wait()
            raise
        except:
            process.kill()
            raise
        retcode = process.poll()
        if check and retcode:
            raise CalledProcessError(retcode, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, retcode, stdout, stderr)


def getstatusoutput(cmd, *, encoding=None, errors=None):
    try:
        data = check_output(cmd, shell=True, text=True, stderr=STDOUT, encoding=encoding, errors=errors)
        exitcode = 0
    except CalledProcessError as ex:
        data = ex.output
        exitcode = ex.returncode
    if data[-1:] == "\n":
        data = data[:-1]
    return exitcode, data


def getoutput(cmd, *, encoding=None, errors=None):
    return getstatusoutput(cmd, encoding=encoding, errors=errors)[1]


def _id_of(what, label, who, lookup):
    """The number of a user or group given by number or name, None for none."""
    if who is None:
        return None
    if isinstance(who, str):
        who = lookup(who)
    elif not isinstance(who, int):
        text = f"{label} must be a string or an integer"
        raise TypeError(text if what == "User" else f"{text}, not {type(who)}")
    if who < 0:
        raise ValueError(f"{what} ID cannot be negative, got {who}")
    return who


def _uid_of(name):
    import pwd
    return pwd.getpwnam(name).pw_uid


def _gid_of(name):
    import grp
    return grp.getgrnam(name).gr_gid


def _groups_of(groups):
    if groups is None:
        return None
    if isinstance(groups, str):
        raise ValueError("Groups must be a list, not a string")
    numbers = []
    for group in groups:
        if not isinstance(group, (str, int)):
            raise TypeError(f"Items in extra_groups must be a string or integer, not {type(group)}")
        numbers.append(_gid_of(group) if isinstance(group, str) else group)
    for number in numbers:
        _id_of("Group", "", number, None)
    return numbers


# Functions of preexec_fn that have a counterpart among the arguments: this process cannot fork itself, so that Python
# code runs in the child.
_PREEXEC = {os.setsid: ("session", True), os.setpgrp: ("group", 0)}


class Popen:
    """A running program.

    The names of the descriptors in this class: the parent writes to p2cwrite what the child reads from p2cread; the
    child writes to c2pwrite and errwrite what the parent reads from c2pread and errread. -1 is none.
    """

    _child_created = False

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None, close_fds=True,
                 shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None, creationflags=0, restore_signals=True,
                 start_new_session=False, pass_fds=(), *, user=None, group=None, extra_groups=None, encoding=None, errors=None,
                 text=None, umask=-1, pipesize=-1, process_group=None):
        _cleanup()
        # Held by whoever calls waitpid, until returncode is set.
        self._waitpid_lock = _allocate_lock()
        self._input = None
        self._communication_started = False
        if bufsize is None:
            bufsize = -1
        if not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        if stdout is STDOUT:
            raise ValueError("STDOUT can only be used for stderr")
        if pipesize is None:
            pipesize = -1
        if not isinstance(pipesize, int):
            raise TypeError("pipesize must be an integer")
        if pass_fds and not close_fds:
            warnings.warn("pass_fds overriding close_fds.", RuntimeWarning)
            close_fds = True
        if startupinfo is not None:
            raise ValueError("startupinfo is only supported on Windows platforms")
        if creationflags != 0:
            raise ValueError("creationflags is only supported on Windows platforms")
        self.args = args
        self.stdin = self.stdout = self.stderr = None
        self.pid = None
        self.returncode = None
        self.encoding = encoding
        self.errors = errors
        self.pipesize = pipesize
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError("Cannot disambiguate when both text and universal_newlines are supplied but different. "
                                  "Pass one or the other.")
        self.text_mode = encoding or errors or text or universal_newlines
        if self.text_mode and encoding is None:
            self.encoding = encoding = _text_encoding()
        # How long the first Ctrl-C still waits for the child, which got one, too.
        self._sigint_wait_secs = 0.25
        self._closed_child_pipe_fds = False
        if process_group is None:
            process_group = -1
        gid = _id_of("Group", "Group", group, _gid_of)
        gids = _groups_of(extra_groups)
        uid = _id_of("User", "User", user, _uid_of)
        pipes = self._get_handles(stdin, stdout, stderr)
        try:
            self._open_streams(pipes[1], pipes[2], pipes[4], bufsize)
            self._execute_child(args, executable, preexec_fn, close_fds, pass_fds, cwd, env, startupinfo, creationflags, shell,
                                *pipes, restore_signals, gid, gids, uid, umask, start_new_session, process_group)
        except:
            self._abandon(stdin, stdout, stderr, pipes)
            raise

    def __repr__(self):
        text = f"<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>"
        return text if len(text) <= 80 else text[:76] + "...>"

    __class_getitem__ = classmethod(types.GenericAlias)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        for stream in self.stdout, self.stderr:
            if stream:
                stream.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            if exc_type == KeyboardInterrupt:
                if self._sigint_wait_secs > 0:
                    self._wait_briefly(self._sigint_wait_secs)
                return
            self.wait()

    def __del__(self, _maxsize=sys.maxsize, _warn=warnings.warn):
        if not self._child_created:
            return
        if self.returncode is None:
            _warn("subprocess %s is still running" % self.pid, ResourceWarning, source=self)
        self._internal_poll(_deadstate=_maxsize)
        if self.returncode is None and _active is not None:
            _active.append(self)

    @property
    def universal_newlines(self):
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, universal_newlines):
        self.text_mode = bool(universal_newlines)

    # Pipes and streams

    def _get_devnull(self):
        if not hasattr(self, "_devnull"):
            self._devnull = os.open(os.devnull, os.O_RDWR)
        return self._devnull

    def _pipe(self, opened):
        r, w = os.pipe()
        opened += r, w
        if self.pipesize > 0:
            fcntl.fcntl(w, fcntl.F_SETPIPE_SZ, self.pipesize)
        return r, w

    def _child_end(self, target):
        """The descriptor for what is neither nothing nor a pipe."""
        if target == DEVNULL:
            return self._get_devnull()
        return target if isinstance(target, int) else target.fileno()

    def _get_handles(self, stdin, stdout, stderr):
        """(p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite)"""
        p2cread = p2cwrite = c2pread = c2pwrite = errread = errwrite = -1
        opened = []
        try:
            if stdin == PIPE:
                p2cread, p2cwrite = self._pipe(opened)
            elif stdin is not None:
                p2cread = self._child_end(stdin)
            if stdout == PIPE:
                c2pread, c2pwrite = self._pipe(opened)
            elif stdout is not None:
                c2pwrite = self._child_end(stdout)
            if stderr == PIPE:
                errread, errwrite = self._pipe(opened)
            elif stderr == STDOUT:
                errwrite = c2pwrite if c2pwrite != -1 else sys.__stdout__.fileno()
            elif stderr is not None:
                errwrite = self._child_end(stderr)
        except:
            if hasattr(self, "_devnull"):
                opened.append(self._devnull)
                del self._devnull
            _close_all(opened)
            raise
        return p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite

    def _open_streams(self, p2cwrite, c2pread, errread, bufsize):
        line_buffering = bool(self.text_mode) and bufsize == 1
        if line_buffering:
            bufsize = -1  # binary streams do not know of lines
        for name, fd in ("stdin", p2cwrite), ("stdout", c2pread), ("stderr", errread):
            if fd == -1:
                continue
            stream = io.open(fd, "wb" if name == "stdin" else "rb", bufsize)
            if self.text_mode:
                writing = dict(write_through=True, line_buffering=line_buffering) if name == "stdin" else {}
                stream = io.TextIOWrapper(stream, encoding=self.encoding, errors=self.errors, **writing)
            setattr(self, name, stream)

    def _abandon(self, stdin, stdout, stderr, pipes):
        """Close what was opened for a child that did not start."""
        for stream in self.stdin, self.stdout, self.stderr:
            if stream:
                with contextlib.suppress(OSError):
                    stream.close()
        if self._closed_child_pipe_fds:
            return
        ends = [pipes[i] for target, i in ((stdin, 0), (stdout, 3), (stderr, 5)) if target == PIPE]
        if hasattr(self, "_devnull"):
            ends.append(self._devnull)
        _close_all(ends)

    def _close_pipe_fds(self, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite):
        """Close the child's ends in this process."""
        devnull = getattr(self, "_devnull", None)
        ends = [theirs for theirs, ours in ((p2cread, p2cwrite), (c2pwrite, c2pread), (errwrite, errread))
                if theirs != -1 and ours != -1 and theirs != devnull]
        if devnull is not None:
            ends.append(devnull)
        self._closed_child_pipe_fds = True
        for fd in ends:
            os.close(fd)

    # The start

    def _execute_child(self, args, executable, preexec_fn, close_fds, pass_fds, cwd, env, startupinfo, creationflags, shell,
                       p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, restore_signals, gid, gids, uid, umask,
                       start_new_session, process_group):
        if isinstance(args, (str, bytes)):
            args = [args]
        elif isinstance(args, os.PathLike):
            if shell:
                raise TypeError("path-like args is not allowed when shell is true")
            args = [args]
        else:
            args = list(args)
        if shell:
            args = ["/bin/sh", "-c"] + args
            if executable:
                args[0] = executable
        if executable is None:
            executable = args[0]
        sys.audit("subprocess.Popen", executable, args, cwd, env)
        if preexec_fn is not None:
            kind, to = _PREEXEC.get(preexec_fn, (None, None))
            if kind is None:
                raise NotImplementedError("subprocess: preexec_fn is not available in pyasync, but for os.setsid and os.setpgrp")
            if kind == "session":
                start_new_session = to
            else:
                process_group = to
        try:
            env_list = _environment(env)
            candidates = _candidates(os.fsencode(executable), env)
            self.pid = _fork_exec(list(map(os.fsencode, args)), candidates, close_fds, tuple(sorted(map(int, set(pass_fds)))),
                                  None if cwd is None else os.fsencode(cwd), env_list, p2cread, c2pwrite, errwrite,
                                  restore_signals, start_new_session, process_group, gid, gids, uid, umask, executable, cwd,
                                  _USE_VFORK)
            self._child_created = True
        finally:
            self._close_pipe_fds(p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite)

    # The end

    def _handle_exitstatus(self, status):
        if os.WIFSTOPPED(status):
            self.returncode = -os.WSTOPSIG(status)
        else:
            self.returncode = os.waitstatus_to_exitcode(status)

    def _internal_poll(self, _deadstate=None):
        """The returncode, None while the program runs or another thread is waiting for it."""
        if self.returncode is not None or not self._waitpid_lock.acquire(False):
            return self.returncode
        try:
            if self.returncode is None:
                pid, status = os.waitpid(self.pid, os.WNOHANG)
                if pid == self.pid:
                    self._handle_exitstatus(status)
        except OSError as e:
            if _deadstate is not None:
                self.returncode = _deadstate
            elif e.errno == errno.ECHILD:
                self.returncode = 0  # somebody else has waited for it
        finally:
            self._waitpid_lock.release()
        return self.returncode

    def _try_wait(self, flags):
        try:
            return os.waitpid(self.pid, flags)
        except ChildProcessError:
            return self.pid, 0

    def _wait_once(self, flags):
        """Wait in the manner of flags, holding the lock."""
        if self.returncode is None:
            pid, status = self._try_wait(flags)
            if pid == self.pid:
                self._handle_exitstatus(status)

    def _wait(self, timeout):
        if timeout is None:
            while self.returncode is None:
                with self._waitpid_lock:
                    self._wait_once(0)
            return self.returncode
        endtime = _time() + timeout
        delay = 0.0005
        while self.returncode is None:
            if self._waitpid_lock.acquire(False):
                try:
                    self._wait_once(os.WNOHANG)
                finally:
                    self._waitpid_lock.release()
                if self.returncode is not None:
                    break
            remaining = self._remaining_time(endtime)
            if remaining <= 0:
                raise TimeoutExpired(self.args, timeout)
            delay = min(delay * 2, remaining, 0.05)
            time.sleep(delay)
        return self.returncode

    def _wait_briefly(self, timeout):
        """Give a child that got our Ctrl-C the time to end, once."""
        self._sigint_wait_secs = 0
        with contextlib.suppress(TimeoutExpired):
            self._wait(timeout=timeout)

    def _interrupted(self, endtime):
        seconds = self._sigint_wait_secs
        if endtime is not None:
            seconds = min(seconds, self._remaining_time(endtime))
        self._wait_briefly(seconds)

    def poll(self):
        return self._internal_poll()

    def wait(self, timeout=None):
        """Wait for the program to end; return returncode."""
        endtime = None if timeout is None else _time() + timeout
        try:
            return self._wait(timeout=timeout)
        except KeyboardInterrupt:
            self._interrupted(endtime)
            raise

    def send_signal(self, sig):
        # The number of a process that has been waited for may be another's by now.
        self.poll()
        if self.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, sig)

    def terminate(self):
        self.send_signal(signal.SIGTERM)

    def kill(self):
        self.send_signal(signal.SIGKILL)

    # Input and output

    def communicate(self, input=None, timeout=None):
        """Send input, read the output to its end, wait for the program."""
        if self._communication_started and input:
            raise ValueError("Cannot send input after starting communication")
        streams = [self.stdin, self.stdout, self.stderr]
        if timeout is None and not self._communication_started and streams.count(None) >= 2:
            return self._communicate_one(input)
        endtime = None if timeout is None else _time() + timeout
        try:
            stdout, stderr = self._communicate(input, endtime, timeout)
        except KeyboardInterrupt:
            self._interrupted(endtime)
            raise
        finally:
            self._communication_started = True
        self.wait(timeout=self._remaining_time(endtime))
        return stdout, stderr

    def _communicate_one(self, input):
        """communicate with at most one pipe, which cannot get stuck."""
        stdout = stderr = None
        if self.stdin:
            self._stdin_write(input)
        elif self.stdout:
            with self.stdout as pipe:
                stdout = pipe.read()
        elif self.stderr:
            with self.stderr as pipe:
                stderr = pipe.read()
        self.wait()
        return stdout, stderr

    def _stdin_write(self, input):
        if input:
            with contextlib.suppress(BrokenPipeError):
                self.stdin.write(input)
        with contextlib.suppress(BrokenPipeError):
            self.stdin.close()

    def _remaining_time(self, endtime):
        return None if endtime is None else endtime - _time()

    def _check_timeout(self, endtime, orig_timeout, stdout_seq, stderr_seq, skip_check_and_raise=False):
        if endtime is not None and (skip_check_and_raise or _time() > endtime):
            raise TimeoutExpired(self.args, orig_timeout, output=b"".join(stdout_seq) if stdout_seq else None,
                                 stderr=b"".join(stderr_seq) if stderr_seq else None)

    def _communicate(self, input, endtime, orig_timeout):
        if not self._communication_started:
            self._begin_communication(input)
        self._save_input(input)
        out, err = (None if stream is None else self._fileobj2output[stream] for stream in (self.stdout, self.stderr))
        import selectors
        with globals().get("_PopenSelector", selectors.PollSelector)() as selector:
            if self.stdin and input:
                selector.register(self.stdin, selectors.EVENT_WRITE)
            for stream in self.stdout, self.stderr:
                if stream and not stream.closed:
                    selector.register(stream, selectors.EVENT_READ)
            while selector.get_map():
                timeout = self._remaining_time(endtime)
                if timeout is not None and timeout < 0:
                    self._check_timeout(endtime, orig_timeout, out, err, skip_check_and_raise=True)
                ready = selector.select(timeout)
                self._check_timeout(endtime, orig_timeout, out, err)
                for key, events in ready:
                    if self._feed(key.fd) if key.fileobj is self.stdin else self._drain(key.fileobj, key.fd):
                        selector.unregister(key.fileobj)
                        key.fileobj.close()
        try:
            self.wait(timeout=self._remaining_time(endtime))
        except TimeoutExpired as exc:
            exc.timeout = orig_timeout
            raise
        return self._result_of(self.stdout, out), self._result_of(self.stderr, err)

    def _begin_communication(self, input):
        if self.stdin:
            with contextlib.suppress(BrokenPipeError):
                self.stdin.flush()
            if not input:
                with contextlib.suppress(BrokenPipeError):
                    self.stdin.close()
        self._fileobj2output = {stream: [] for stream in (self.stdout, self.stderr) if stream}

    def _save_input(self, input):
        """Keep the input, which another call of communicate goes on with after a timeout."""
        if self.stdin and self._input is None:
            self._input_offset = 0
            self._input = input
            if input is not None and self.text_mode:
                self._input = input.encode(self.stdin.encoding, self.stdin.errors)

    def _feed(self, fd):
        """Write the next piece of the input; True at its end."""
        piece = memoryview(self._input)[self._input_offset:self._input_offset + _PIPE_BUF]
        try:
            self._input_offset += os.write(fd, piece)
        except BrokenPipeError:
            return True
        return self._input_offset >= len(self._input)

    def _drain(self, stream, fd):
        """Read what is there; True at the end."""
        data = os.read(fd, 32768)
        self._fileobj2output[stream].append(data)
        return not data

    def _result_of(self, stream, chunks):
        if stream is None:
            return None
        data = b"".join(chunks)
        return self._translate_newlines(data, stream.encoding, stream.errors) if self.text_mode else data

    def _translate_newlines(self, data, encoding, errors):
        return data.decode(encoding, errors).replace("\r\n", "\n").replace("\r", "\n")


def _close_all(fds):
    for fd in fds:
        with contextlib.suppress(OSError):
            os.close(fd)


def _environment(env):
    """The child's environment as a list of bytes, None for this process's."""
    if env is None:
        return None
    entries = []
    for k, v in env.items():
        k = os.fsencode(k)
        if b"=" in k:
            raise ValueError("illegal environment variable name")
        entries.append(k + b"=" + os.fsencode(v))
    return entries


def _candidates(executable, env):
    """The files to try for a program."""
    if os.path.dirname(executable):
        return (executable,)
    return tuple(os.path.join(os.fsencode(directory), executable) for directory in os.get_exec_path(env))
