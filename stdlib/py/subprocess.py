"""Running other programs."""

import io
import os
import signal
import sys
import threading
import time
import warnings
import _subprocess
from types import GenericAlias

__all__ = ["Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput", "check_output", "run",
           "CalledProcessError", "DEVNULL", "SubprocessError", "TimeoutExpired", "CompletedProcess"]

PIPE = -1
STDOUT = -2
DEVNULL = -3


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

    __class_getitem__ = classmethod(GenericAlias)

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def list2cmdline(seq):
    import shlex
    return shlex.join(map(os.fsdecode, seq))


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
    if "input" in kwargs and kwargs["input"] is None:
        kwargs["input"] = "" if kwargs.get("universal_newlines") or kwargs.get("text") or kwargs.get("encoding") or kwargs.get("errors") else b""
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


def _account(who, what, table):
    """The number of a user or group given by number or name."""
    if who is None:
        return None
    if isinstance(who, str):
        with open(table) as f:
            for line in f:
                fields = line.split(":")
                if fields[0] == who:
                    return int(fields[2])
        raise KeyError(f"get{'pw' if what == 'user' else 'gr'}nam(): name not found: {who!r}")
    if not isinstance(who, int):
        raise TypeError(f"{what.capitalize()} must be a string or an integer")
    if who < 0:
        raise ValueError(f"{what.capitalize()} ID cannot be negative, got {who}")
    return who


def _groups(groups):
    if groups is None:
        return None
    if isinstance(groups, str):
        raise ValueError("Groups must be a list, not a string")
    numbers = []
    for group in groups:
        if not isinstance(group, (str, int)):
            raise TypeError(f"Items in extra_groups must be a string or integer, not {type(group)}")
        if isinstance(group, int) and group < 0:
            raise ValueError(f"Group ID cannot be negative, got {group}")
        numbers.append(_account(group, "group", "/etc/group"))
    return numbers


class Popen:
    """A running program."""

    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None, close_fds=True,
                 shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None, creationflags=0, restore_signals=True,
                 start_new_session=False, pass_fds=(), *, user=None, group=None, extra_groups=None, encoding=None, errors=None,
                 text=None, umask=-1, pipesize=-1, process_group=None):
        self._child_created = False
        self._input = None
        self._communication_started = False
        self._waitpid_lock = threading.Lock()
        if bufsize is None:
            bufsize = -1
        if not isinstance(bufsize, int):
            raise TypeError("bufsize must be an integer")
        if startupinfo is not None:
            raise ValueError("startupinfo is only supported on Windows platforms")
        if creationflags != 0:
            raise ValueError("creationflags is only supported on Windows platforms")
        if preexec_fn is not None:
            raise NotImplementedError("subprocess: preexec_fn is not available in pyasync")
        if text is not None and universal_newlines is not None and bool(universal_newlines) != bool(text):
            raise SubprocessError("Cannot disambiguate when both text and universal_newlines are supplied but different. "
                                  "Pass one or the other.")
        self.args = args
        self.stdin = self.stdout = self.stderr = None
        self.pid = None
        self.returncode = None
        self.encoding = encoding
        self.errors = errors
        self.pipesize = pipesize
        self.text_mode = encoding or errors or text or universal_newlines
        self.process_group = process_group
        self._buffers = {}
        self._to_close = []
        try:
            fds = self._get_handles(stdin, stdout, stderr)
            who = (_account(user, "user", "/etc/passwd"), _account(group, "group", "/etc/group"),
                   _groups(extra_groups))
            self._start(args, executable, shell, cwd, env, fds, pass_fds, start_new_session, process_group, umask, who)
        except:
            for fd in self._to_close:
                os.close(fd)
            for fd in (getattr(self, "_pipe_fds", None) or ()):
                if fd != -1:
                    os.close(fd)
            raise
        for fd in self._to_close:
            os.close(fd)
        self._to_close = []
        line_buffering = False
        if self.text_mode and bufsize == 1:
            line_buffering = True
            bufsize = -1
        c2p_in, c2p_out, c2p_err = self._pipe_fds
        if c2p_in != -1:
            self.stdin = io.open(c2p_in, "wb", bufsize)
            if self.text_mode:
                self.stdin = io.TextIOWrapper(self.stdin, write_through=True, line_buffering=line_buffering, encoding=encoding, errors=errors)
        if c2p_out != -1:
            self.stdout = io.open(c2p_out, "rb", bufsize)
            if self.text_mode:
                self.stdout = io.TextIOWrapper(self.stdout, encoding=encoding, errors=errors)
        if c2p_err != -1:
            self.stderr = io.open(c2p_err, "rb", bufsize)
            if self.text_mode:
                self.stderr = io.TextIOWrapper(self.stderr, encoding=encoding, errors=errors)

    def __repr__(self):
        args = repr(self.args)
        if len(args) > 80:
            args = args[:76] + "..."
        return f"<{self.__class__.__name__}: returncode: {self.returncode} args: {args}>"

    __class_getitem__ = classmethod(GenericAlias)

    @property
    def universal_newlines(self):
        return self.text_mode

    @universal_newlines.setter
    def universal_newlines(self, universal_newlines):
        self.text_mode = bool(universal_newlines)

    def _get_handles(self, stdin, stdout, stderr):
        child = [-1, -1, -1]
        ours = [-1, -1, -1]
        for i, arg in enumerate((stdin, stdout, stderr)):
            if arg is None:
                continue
            if arg == PIPE:
                r, w = os.pipe()
                child[i], ours[i] = (r, w) if i == 0 else (w, r)
                self._to_close.append(child[i])
            elif arg == DEVNULL:
                child[i] = os.open(os.devnull, os.O_RDWR)
                self._to_close.append(child[i])
            elif i == 2 and arg == STDOUT:
                child[2] = child[1] if child[1] != -1 else sys.__stdout__.fileno()
            elif isinstance(arg, int):
                child[i] = arg
            else:
                child[i] = arg.fileno()
        self._pipe_fds = ours
        return child

    def _start(self, args, executable, shell, cwd, env, fds, pass_fds, start_new_session, process_group, umask, who):
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
        args = [os.fsencode(a) if not isinstance(a, (str, bytes)) else a for a in args]
        executable = os.fsencode(executable)
        sys.audit("subprocess.Popen", executable, args, cwd, env)
        if env is not None:
            env_list = []
            for k, v in env.items():
                k = os.fsencode(k)
                if b"=" in k:
                    raise ValueError("illegal environment variable name")
                env_list.append(k + b"=" + os.fsencode(v))
        else:
            env_list = None
        if os.path.dirname(executable):
            executables = [executable]
        else:
            executables = [os.path.join(os.fsencode(d), executable) for d in os.get_exec_path(env)]
        if cwd is not None:
            cwd = os.fspath(cwd)
        self.pid = _subprocess.spawn(args, executables, cwd, env_list, fds[0], fds[1], fds[2], tuple(pass_fds), start_new_session,
                                     -1 if process_group is None else process_group, umask, *who)
        self._child_created = True

    def __enter__(self):
        return self

    def __exit__(self, exc_type, value, traceback):
        if self.stdout:
            self.stdout.close()
        if self.stderr:
            self.stderr.close()
        try:
            if self.stdin:
                self.stdin.close()
        finally:
            if exc_type == KeyboardInterrupt:
                return
            self.wait()

    def _stdin_write(self, input):
        if input:
            try:
                self.stdin.write(input)
            except BrokenPipeError:
                pass
        try:
            self.stdin.close()
        except BrokenPipeError:
            pass

    def communicate(self, input=None, timeout=None):
        """Send input, read the output to its end, wait for the program."""
        if self._communication_started and input:
            raise ValueError("Cannot send input after starting communication")
        endtime = time.monotonic() + timeout if timeout is not None else None
        if not self._communication_started:
            self._communication_started = True
            self._input = input
            self._input_offset = 0
            if input is None:
                data = b""
            elif self.text_mode and isinstance(input, str):
                if self.stdin is not None:
                    input = input.replace("\n", os.linesep)
                    data = input.encode(self.stdin.encoding, self.stdin.errors)
                else:
                    data = input.encode()
            else:
                data = input
            self._data = data
            self._out, self._err = [], []
            if self.stdin is not None:
                try:
                    self.stdin.flush()
                except BrokenPipeError:
                    pass
                self._stdin_fd = os.dup(self.stdin.fileno())
                self.stdin.close()
            else:
                self._stdin_fd = -1
            self._open_fds = []
            for stream, buf in ((self.stdout, self._out), (self.stderr, self._err)):
                if stream is not None and not stream.closed:
                    raw = stream.buffer if self.text_mode else stream
                    self._open_fds.append((stream.fileno(), buf))
                    if hasattr(raw, "peek"):
                        pass
        fds = [fd for fd, _ in self._open_fds]
        bufs = [buf for _, buf in self._open_fds]
        remaining = None if endtime is None else max(endtime - time.monotonic(), 0)
        self._input_offset, still_open, late, stdin_done = _subprocess.communicate(self._stdin_fd, self._data, self._input_offset, fds, bufs, remaining)
        if stdin_done:
            self._stdin_fd = -1
        self._open_fds = [(fd, buf) for fd, buf in self._open_fds if fd in still_open]
        if late:
            raise TimeoutExpired(self.args, timeout, output=b"".join(self._out) if self._out else None,
                                 stderr=b"".join(self._err) if self._err else None)
        try:
            self.wait(timeout=None if endtime is None else max(endtime - time.monotonic(), 0))
        except TimeoutExpired:
            raise TimeoutExpired(self.args, timeout, output=b"".join(self._out) if self._out else None,
                                 stderr=b"".join(self._err) if self._err else None) from None
        stdout = self._finish_stream(self.stdout, self._out)
        stderr = self._finish_stream(self.stderr, self._err)
        return stdout, stderr

    def _finish_stream(self, stream, chunks):
        if stream is None:
            return None
        data = b"".join(chunks)
        if self.text_mode:
            data = data.decode(stream.encoding, stream.errors).replace("\r\n", "\n").replace("\r", "\n")
        stream.close()
        return data

    def poll(self):
        if self.returncode is None:
            self._check(_subprocess.waitpid(self.pid, 0))
        return self.returncode

    def _check(self, status):
        if status is not None and self.returncode is None:
            self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def wait(self, timeout=None):
        if self.returncode is None:
            if self._check(_subprocess.waitpid(self.pid, timeout)) is None:
                raise TimeoutExpired(self.args, timeout)
        return self.returncode

    def send_signal(self, sig):
        self.poll()
        if self.returncode is not None:
            return
        try:
            os.kill(self.pid, sig)
        except ProcessLookupError:
            pass

    def terminate(self):
        self.send_signal(signal.SIGTERM)

    def kill(self):
        self.send_signal(signal.SIGKILL)
