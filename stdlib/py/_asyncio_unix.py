"""What is particular to Unix: signals, pipes, Unix sockets, sendfile, child processes.

The functions with a `self` at module level are methods of _UnixSelectorEventLoop, loaded at first use.
"""
__name__ = 'asyncio.unix_events'

import _thread
import errno
import io
import os
import signal
import socket
import stat
import subprocess
import sys
import warnings

from asyncio import base_events, base_subprocess, constants, coroutines, events, exceptions, futures, selector_events, \
    tasks, transports

_leave = (SystemExit, KeyboardInterrupt)
_again = (BlockingIOError, InterruptedError)


def _logger():
    from asyncio import unix_events
    return unix_events.logger


def _sighandler_noop(signum, frame):
    pass


def waitstatus_to_exitcode(status):
    try:
        return os.waitstatus_to_exitcode(status)
    except ValueError:
        # A child that was stopped, not ended.
        return status


# -- signals -------------------------------------------------------------------------------


def _check_signal(self, sig):
    if not isinstance(sig, int):
        raise TypeError(f'sig must be an int, not {sig!r}')
    if sig not in signal.valid_signals():
        raise ValueError(f'invalid signal number {sig}')


def add_signal_handler(self, sig, callback, *args):
    """Call back in the loop when the signal arrives."""
    if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
        raise TypeError('coroutines cannot be used with add_signal_handler()')
    self._check_signal(sig)
    self._check_closed()
    if _thread.get_ident() != _thread._get_main_thread_ident():
        raise RuntimeError('set_wakeup_fd only works in main thread of the main interpreter')
    self._signal_handlers[sig] = events.Handle(callback, args, self, None)
    try:
        def _sighandler_noop(signum, frame):
            self._handle_signal(signum)

        _sighandler_noop.__qualname__ = '_sighandler_noop'
        signal.signal(sig, _sighandler_noop)
        signal.siginterrupt(sig, False)
    except OSError as exc:
        del self._signal_handlers[sig]
        if exc.errno == errno.EINVAL:
            raise RuntimeError(f'sig {sig} cannot be caught')
        raise


def _handle_signal(self, sig):
    handle = self._signal_handlers.get(sig)
    if handle is None:
        return
    if handle._cancelled:
        self.remove_signal_handler(sig)
    else:
        self._add_callback_signalsafe(handle)


def _process_self_data(self, data):
    for signum in data:
        if signum:
            self._handle_signal(signum)


def remove_signal_handler(self, sig):
    """Undo add_signal_handler(); True when there was a handler."""
    self._check_signal(sig)
    if self._signal_handlers.pop(sig, None) is None:
        return False
    try:
        signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
    except OSError as exc:
        if exc.errno == errno.EINVAL:
            raise RuntimeError(f'sig {sig} cannot be caught')
        raise
    return True


# -- pipes ------------------------------------------------------------------------------------


def _make_read_pipe_transport(self, pipe, protocol, waiter=None, extra=None):
    return _UnixReadPipeTransport(self, pipe, protocol, waiter, extra)


def _make_write_pipe_transport(self, pipe, protocol, waiter=None, extra=None):
    return _UnixWritePipeTransport(self, pipe, protocol, waiter, extra)


def _describe(transport, event, extra=''):
    info = [transport.__class__.__name__]
    if transport._pipe is None:
        info.append('closed')
    elif transport._closing:
        info.append('closing')
    info.append(f'fd={transport._fileno}')
    selector = getattr(transport._loop, '_selector', None)
    if transport._pipe is None:
        info.append('closed')
    elif selector is None:
        info.append('open')
    else:
        polling = selector_events._test_selector_event(selector, transport._fileno, event)
        info.append('polling' if polling else 'idle')
        if extra:
            info.append(extra)
    return f'<{" ".join(info)}>'


class _PipeEnd:
    """What the transports of both ends of a pipe have in common."""

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def __del__(self, _warn=warnings.warn):
        if self._pipe is not None:
            _warn(f'unclosed transport {self!r}', ResourceWarning, source=self)
            self._pipe.close()

    def _report(self, exc, message, harmless):
        if harmless:
            if self._loop.get_debug():
                _logger().debug('%r: %s', self, message, exc_info=True)
        else:
            self._loop.call_exception_handler({
                'message': message,
                'exception': exc,
                'transport': self,
                'protocol': self._protocol,
            })
        self._close(exc)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._pipe.close()
            self._pipe = self._protocol = self._loop = None


class _UnixReadPipeTransport(_PipeEnd, transports.ReadTransport):
    max_size = 256 * 1024

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra)
        self._extra['pipe'] = pipe
        self._loop = loop
        self._pipe = pipe
        self._fileno = pipe.fileno()
        self._protocol = protocol
        self._closing = False
        self._paused = False
        mode = os.fstat(self._fileno).st_mode
        if not (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode) or stat.S_ISCHR(mode)):
            self._pipe = self._fileno = self._protocol = None
            raise ValueError('Pipe transport is for pipes/sockets only.')
        os.set_blocking(self._fileno, False)
        loop.call_soon(self._protocol.connection_made, self)
        loop.call_soon(self._add_reader, self._fileno, self._read_ready)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def _add_reader(self, fd, callback):
        if self.is_reading():
            self._loop._add_reader(fd, callback)

    def is_reading(self):
        return not self._paused and not self._closing

    def __repr__(self):
        return _describe(self, 1)

    def _read_ready(self):
        try:
            data = os.read(self._fileno, self.max_size)
        except _again:
            return
        except OSError as exc:
            self._fatal_error(exc, 'Fatal read error on pipe transport')
            return
        if data:
            self._protocol.data_received(data)
            return
        if self._loop.get_debug():
            _logger().info('%r was closed by peer', self)
        self._closing = True
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._protocol.eof_received)
        self._loop.call_soon(self._call_connection_lost, None)

    def pause_reading(self):
        if not self.is_reading():
            return
        self._paused = True
        self._loop._remove_reader(self._fileno)
        if self._loop.get_debug():
            _logger().debug('%r pauses reading', self)

    def resume_reading(self):
        if self._closing or not self._paused:
            return
        self._paused = False
        self._loop._add_reader(self._fileno, self._read_ready)
        if self._loop.get_debug():
            _logger().debug('%r resumes reading', self)

    def close(self):
        if not self._closing:
            self._close(None)

    def _fatal_error(self, exc, message='Fatal error on pipe transport'):
        # A pseudo terminal answers EIO when its other side is gone.
        self._report(exc, message, isinstance(exc, OSError) and exc.errno == errno.EIO)

    def _close(self, exc):
        self._closing = True
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._call_connection_lost, exc)


class _UnixWritePipeTransport(_PipeEnd, transports._FlowControlMixin, transports.WriteTransport):

    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra, loop)
        self._extra['pipe'] = pipe
        self._pipe = pipe
        self._fileno = pipe.fileno()
        self._protocol = protocol
        self._buffer = bytearray()
        self._conn_lost = 0
        self._closing = False
        mode = os.fstat(self._fileno).st_mode
        is_fifo, is_socket = stat.S_ISFIFO(mode), stat.S_ISSOCK(mode)
        if not (stat.S_ISCHR(mode) or is_fifo or is_socket):
            self._pipe = self._fileno = self._protocol = None
            raise ValueError('Pipe transport is only for pipes, sockets and character devices')
        os.set_blocking(self._fileno, False)
        loop.call_soon(self._protocol.connection_made, self)
        if is_socket or is_fifo and not sys.platform.startswith('aix'):
            # A write end becomes readable when the reader has gone.
            loop.call_soon(loop._add_reader, self._fileno, self._read_ready)
        if waiter is not None:
            loop.call_soon(futures._set_result_unless_cancelled, waiter, None)

    def __repr__(self):
        return _describe(self, 2, f'bufsize={self.get_write_buffer_size()}')

    def get_write_buffer_size(self):
        return len(self._buffer)

    def _read_ready(self):
        if self._loop.get_debug():
            _logger().info('%r was closed by peer', self)
        if self._buffer:
            self._close(BrokenPipeError())
        else:
            self._close()

    def write(self, data):
        assert isinstance(data, (bytes, bytearray, memoryview)), repr(data)
        if isinstance(data, bytearray):
            data = memoryview(data)
        if not data:
            return
        if self._conn_lost or self._closing:
            if self._conn_lost >= constants.LOG_THRESHOLD_FOR_CONNLOST_WRITES:
                _logger().warning('pipe closed by peer or os.write(pipe, data) raised exception.')
            self._conn_lost += 1
            return
        if not self._buffer:
            try:
                sent = os.write(self._fileno, data)
            except _again:
                sent = 0
            except _leave:
                raise
            except BaseException as exc:
                self._conn_lost += 1
                self._fatal_error(exc, 'Fatal write error on pipe transport')
                return
            if sent == len(data):
                return
            if sent > 0:
                data = memoryview(data)[sent:]
            self._loop._add_writer(self._fileno, self._write_ready)
        self._buffer += data
        self._maybe_pause_protocol()

    def _write_ready(self):
        assert self._buffer, 'Data should not be empty'
        try:
            sent = os.write(self._fileno, self._buffer)
        except _again:
            return
        except _leave:
            raise
        except BaseException as exc:
            self._buffer.clear()
            self._conn_lost += 1
            self._loop._remove_writer(self._fileno)
            self._fatal_error(exc, 'Fatal write error on pipe transport')
            return
        if sent < len(self._buffer):
            del self._buffer[:sent]
            return
        self._buffer.clear()
        self._loop._remove_writer(self._fileno)
        self._maybe_resume_protocol()
        if self._closing:
            self._loop._remove_reader(self._fileno)
            self._call_connection_lost(None)

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing:
            return
        assert self._pipe
        self._closing = True
        if not self._buffer:
            self._loop._remove_reader(self._fileno)
            self._loop.call_soon(self._call_connection_lost, None)

    def close(self):
        if self._pipe is not None and not self._closing:
            self.write_eof()

    def abort(self):
        self._close(None)

    def _fatal_error(self, exc, message='Fatal error on pipe transport'):
        self._report(exc, message, isinstance(exc, OSError))

    def _close(self, exc=None):
        self._closing = True
        if self._buffer:
            self._loop._remove_writer(self._fileno)
        self._buffer.clear()
        self._loop._remove_reader(self._fileno)
        self._loop.call_soon(self._call_connection_lost, exc)


# -- Unix sockets -----------------------------------------------------------------------------------


def _check_unix_socket(sock):
    if sock.family != socket.AF_UNIX or sock.type != socket.SOCK_STREAM:
        raise ValueError(f'A UNIX Domain Stream Socket was expected, got {sock!r}')


async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None,
                                 ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    """Connect to a Unix socket; returns (transport, protocol)."""
    assert server_hostname is None or isinstance(server_hostname, str)
    if ssl:
        if server_hostname is None:
            raise ValueError('you have to pass server_hostname when using ssl')
    else:
        if server_hostname is not None:
            raise ValueError('server_hostname is only meaningful with ssl')
        if ssl_handshake_timeout is not None:
            raise ValueError('ssl_handshake_timeout is only meaningful with ssl')
        if ssl_shutdown_timeout is not None:
            raise ValueError('ssl_shutdown_timeout is only meaningful with ssl')
    if path is not None:
        if sock is not None:
            raise ValueError('path and sock can not be specified at the same time')
        path = os.fspath(path)
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0)
        try:
            sock.setblocking(False)
            await self.sock_connect(sock, path)
        except:
            sock.close()
            raise
    else:
        if sock is None:
            raise ValueError('no path and sock were specified')
        _check_unix_socket(sock)
        sock.setblocking(False)
    return await self._create_connection_transport(
        sock, protocol_factory, ssl, server_hostname, ssl_handshake_timeout=ssl_handshake_timeout,
        ssl_shutdown_timeout=ssl_shutdown_timeout)


async def create_unix_server(self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                             ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True,
                             cleanup_socket=True):
    """Listen on a Unix socket; returns a Server."""
    if isinstance(ssl, bool):
        raise TypeError('ssl argument must be an SSLContext or None')
    if ssl_handshake_timeout is not None and not ssl:
        raise ValueError('ssl_handshake_timeout is only meaningful with ssl')
    if ssl_shutdown_timeout is not None and not ssl:
        raise ValueError('ssl_shutdown_timeout is only meaningful with ssl')
    if path is not None:
        if sock is not None:
            raise ValueError('path and sock can not be specified at the same time')
        path = os.fspath(path)
        sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        _bind_path(sock, path)
    else:
        if sock is None:
            raise ValueError('path was not specified, and no sock specified')
        _check_unix_socket(sock)
    if cleanup_socket:
        name = sock.getsockname()
        if name and name[0] not in (0, '\x00'):
            try:
                self._unix_server_sockets[sock] = os.stat(name).st_ino
            except FileNotFoundError:
                pass
    sock.setblocking(False)
    server = base_events.Server(self, [sock], protocol_factory, ssl, backlog, ssl_handshake_timeout,
                                ssl_shutdown_timeout)
    if start_serving:
        server._start_serving()
        await tasks.sleep(0)
    return server


def _bind_path(sock, path):
    if path[0] not in (0, '\x00'):
        # A socket left over from before would make bind() fail.
        try:
            if stat.S_ISSOCK(os.stat(path).st_mode):
                os.remove(path)
        except FileNotFoundError:
            pass
        except OSError as err:
            _logger().error('Unable to check or remove stale UNIX socket %r: %r', path, err)
    try:
        sock.bind(path)
    except OSError as exc:
        sock.close()
        if exc.errno == errno.EADDRINUSE:
            raise OSError(errno.EADDRINUSE, f'Address {path!r} is already in use') from None
        raise
    except:
        sock.close()
        raise


def _stop_serving(self, sock):
    inode = self._unix_server_sockets.pop(sock, None)
    path = sock.getsockname() if inode is not None else None
    self._remove_reader(sock.fileno())
    sock.close()
    if path is None:
        return
    try:
        # Somebody else may have put another socket there.
        if os.stat(path).st_ino == inode:
            os.unlink(path)
    except FileNotFoundError:
        pass
    except OSError as err:
        _logger().error('Unable to clean up listening UNIX socket %r: %r', path, err)


# -- sendfile -----------------------------------------------------------------------------------------


async def _sock_sendfile_native(self, sock, file, offset, count):
    if not hasattr(os, 'sendfile'):
        raise exceptions.SendfileNotAvailableError('os.sendfile() is not available')
    try:
        fileno = file.fileno()
        fsize = os.fstat(fileno).st_size
    except (AttributeError, OSError):  # io.UnsupportedOperation is an OSError
        raise exceptions.SendfileNotAvailableError('not a regular file')
    blocksize = count if count else fsize
    if not blocksize:
        return 0
    fut = self.create_future()
    self._sock_sendfile_native_impl(fut, None, sock, fileno, offset, count, blocksize, 0)
    return await fut


def _sock_sendfile_native_impl(self, fut, registered_fd, sock, fileno, offset, count, blocksize, total_sent):
    fd = sock.fileno()
    if registered_fd is not None:
        # The callback is for one shot: the descriptor may be closed meanwhile.
        self.remove_writer(registered_fd)
    if fut.cancelled():
        self._sock_sendfile_update_filepos(fileno, offset, total_sent)
        return
    if count:
        blocksize = count - total_sent
        if blocksize <= 0:
            self._sock_sendfile_update_filepos(fileno, offset, total_sent)
            fut.set_result(total_sent)
            return
    blocksize = min(blocksize, sys.maxsize // 2 + 1)

    def again():
        if registered_fd is None:
            self._sock_add_cancellation_callback(fut, sock)
        self.add_writer(fd, self._sock_sendfile_native_impl, fut, fd, sock, fileno, offset, count, blocksize, total_sent)

    try:
        sent = os.sendfile(fd, fileno, offset, blocksize)
    except _again:
        again()
        return
    except OSError as exc:
        if registered_fd is not None and exc.errno == errno.ENOTCONN and type(exc) is not ConnectionError:
            lost = ConnectionError('socket is not connected', errno.ENOTCONN)
            lost.__cause__ = exc
            exc = lost
        self._sock_sendfile_update_filepos(fileno, offset, total_sent)
        if total_sent == 0:
            # The file or the socket is of a kind that sendfile does not serve.
            exc = exceptions.SendfileNotAvailableError('os.sendfile call failed')
        fut.set_exception(exc)
        return
    except _leave:
        raise
    except BaseException as exc:
        self._sock_sendfile_update_filepos(fileno, offset, total_sent)
        fut.set_exception(exc)
        return
    if sent == 0:
        self._sock_sendfile_update_filepos(fileno, offset, total_sent)
        fut.set_result(total_sent)
        return
    offset += sent
    total_sent += sent
    again()


def _sock_sendfile_update_filepos(self, fileno, offset, total_sent):
    if total_sent > 0:
        os.lseek(fileno, offset, os.SEEK_SET)


def _sock_add_cancellation_callback(self, fut, sock):
    def done(fut):
        if fut.cancelled():
            fd = sock.fileno()
            if fd != -1:
                self.remove_writer(fd)
    fut.add_done_callback(done)


# -- children -----------------------------------------------------------------------------------------


async def _make_subprocess_transport(self, protocol, args, shell, stdin, stdout, stderr, bufsize, extra=None, **kwargs):
    with warnings.catch_warnings():
        warnings.simplefilter('ignore', DeprecationWarning)
        watcher = events.get_child_watcher()
    with watcher:
        if not watcher.is_active():
            raise RuntimeError('asyncio.get_child_watcher() is not activated, '
                               'subprocess support is not installed.')
        waiter = self.create_future()
        transp = _UnixSubprocessTransport(self, protocol, args, shell, stdin, stdout, stderr, bufsize, waiter=waiter,
                                          extra=extra, **kwargs)
        watcher.add_child_handler(transp.get_pid(), self._child_watcher_callback, transp)
        try:
            await waiter
        except _leave:
            raise
        except BaseException:
            transp.close()
            await transp._wait()
            raise
    return transp


def _child_watcher_callback(self, pid, returncode, transp):
    self.call_soon_threadsafe(transp._process_exited, returncode)


class _UnixSubprocessTransport(base_subprocess.BaseSubprocessTransport):

    def _start(self, args, shell, stdin, stdout, stderr, bufsize, **kwargs):
        self._proc = subprocess.Popen(args, shell=shell, stdin=stdin, stdout=stdout, stderr=stderr,
                                      universal_newlines=False, bufsize=bufsize, **kwargs)


def _removed(what):
    warnings.warn(f'{what!r} is deprecated as of Python 3.12 and will be removed in Python 3.14.', DeprecationWarning,
                  stacklevel=3)


class AbstractChildWatcher:
    """Watches child processes; deprecated."""

    def __init_subclass__(cls):
        if cls.__module__ != __name__:
            _removed('AbstractChildWatcher')

    def add_child_handler(self, pid, callback, *args):
        raise NotImplementedError()

    def remove_child_handler(self, pid):
        raise NotImplementedError()

    def attach_loop(self, loop):
        raise NotImplementedError()

    def close(self):
        raise NotImplementedError()

    def is_active(self):
        raise NotImplementedError()

    def __enter__(self):
        raise NotImplementedError()

    def __exit__(self, a, b, c):
        raise NotImplementedError()


class _SimpleWatcher(AbstractChildWatcher):

    def is_active(self):
        return True

    def close(self):
        pass

    def attach_loop(self, loop):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        pass

    def remove_child_handler(self, pid):
        # Calling back cannot be undone; the interface asks for the method.
        return True


def _reap(pid):
    """Wait for a child that has ended, or will."""
    try:
        _, status = os.waitpid(pid, 0)
    except ChildProcessError:
        return None
    return waitstatus_to_exitcode(status)


class PidfdChildWatcher(_SimpleWatcher):
    """Polls process descriptors: no signals, no threads."""

    def add_child_handler(self, pid, callback, *args):
        loop = events.get_running_loop()
        pidfd = os.pidfd_open(pid)
        loop._add_reader(pidfd, self._do_wait, pid, pidfd, callback, args)

    def _do_wait(self, pid, pidfd, callback, args):
        events.get_running_loop()._remove_reader(pidfd)
        returncode = _reap(pid)
        if returncode is None:
            returncode = 255
            _logger().warning('child process pid %d exit status already read:  will report returncode 255', pid)
        os.close(pidfd)
        callback(pid, returncode, *args)


class ThreadedChildWatcher(_SimpleWatcher):
    """Waits for each child in a thread."""

    def __init__(self):
        self._threads = {}

    def _join_threads(self):
        for thread in list(self._threads.values()):
            if thread.is_alive() and not thread.daemon:
                thread.join()

    def add_child_handler(self, pid, callback, *args):
        loop = events.get_running_loop()
        import threading
        thread = threading.Thread(target=self._do_waitpid, name=f'asyncio-waitpid-{len(self._threads)}',
                                  args=(loop, pid, callback, args), daemon=True)
        self._threads[pid] = thread
        thread.start()

    def _do_waitpid(self, loop, expected_pid, callback, args):
        returncode = _reap(expected_pid)
        if returncode is None:
            returncode = 255
            _logger().warning('Unknown child process pid %d, will report returncode 255', expected_pid)
        elif loop.get_debug():
            _logger().debug('process %s exited with returncode %s', expected_pid, returncode)
        if loop.is_closed():
            _logger().warning('Loop %r that handles pid %r is closed', loop, expected_pid)
        else:
            loop.call_soon_threadsafe(callback, expected_pid, returncode, *args)
        self._threads.pop(expected_pid)


class BaseChildWatcher(AbstractChildWatcher):
    """Watches children by SIGCHLD on one loop."""

    def __init__(self):
        self._loop = None
        self._callbacks = {}

    def close(self):
        self.attach_loop(None)

    def is_active(self):
        return self._loop is not None and self._loop.is_running()

    def _do_waitpid(self, expected_pid):
        raise NotImplementedError()

    def _do_waitpid_all(self):
        raise NotImplementedError()

    def attach_loop(self, loop):
        assert loop is None or isinstance(loop, events.AbstractEventLoop)
        if self._loop is not None and loop is None and self._callbacks:
            warnings.warn('A loop is being detached from a child watcher with pending handlers', RuntimeWarning)
        if self._loop is not None:
            self._loop.remove_signal_handler(signal.SIGCHLD)
        self._loop = loop
        if loop is not None:
            loop.add_signal_handler(signal.SIGCHLD, self._sig_chld)
            # Children may have ended before anybody listened.
            self._do_waitpid_all()

    def _sig_chld(self):
        try:
            self._do_waitpid_all()
        except _leave:
            raise
        except BaseException as exc:
            self._loop.call_exception_handler({'message': 'Unknown exception in SIGCHLD handler', 'exception': exc})


class SafeChildWatcher(BaseChildWatcher):
    """Polls each of its own children when a SIGCHLD arrives."""

    def __init__(self):
        super().__init__()
        _removed('SafeChildWatcher')

    def close(self):
        self._callbacks.clear()
        super().close()

    def __enter__(self):
        return self

    def __exit__(self, a, b, c):
        pass

    def add_child_handler(self, pid, callback, *args):
        self._callbacks[pid] = (callback, args)
        self._do_waitpid(pid)

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def _do_waitpid_all(self):
        for pid in list(self._callbacks):
            self._do_waitpid(pid)

    def _do_waitpid(self, expected_pid):
        assert expected_pid > 0
        try:
            pid, status = os.waitpid(expected_pid, os.WNOHANG)
        except ChildProcessError:
            pid, returncode = expected_pid, 255
            _logger().warning('Unknown child process pid %d, will report returncode 255', pid)
        else:
            if pid == 0:
                return
            returncode = waitstatus_to_exitcode(status)
            if self._loop.get_debug():
                _logger().debug('process %s exited with returncode %s', expected_pid, returncode)
        try:
            callback, args = self._callbacks.pop(pid)
        except KeyError:
            if self._loop.get_debug():
                _logger().warning('Child watcher got an unexpected pid: %r', pid, exc_info=True)
        else:
            callback(pid, returncode, *args)


class FastChildWatcher(BaseChildWatcher):
    """Reaps every child of the process when a SIGCHLD arrives."""

    def __init__(self):
        super().__init__()
        self._lock = _thread.allocate_lock()
        self._zombies = {}
        self._forks = 0
        _removed('FastChildWatcher')

    def close(self):
        self._callbacks.clear()
        self._zombies.clear()
        super().close()

    def __enter__(self):
        with self._lock:
            self._forks += 1
            return self

    def __exit__(self, a, b, c):
        with self._lock:
            self._forks -= 1
            if self._forks or not self._zombies:
                return
            strangers = str(self._zombies)
            self._zombies.clear()
        _logger().warning('Caught subprocesses termination from unknown pids: %s', strangers)

    def add_child_handler(self, pid, callback, *args):
        assert self._forks, 'Must use the context manager'
        with self._lock:
            try:
                returncode = self._zombies.pop(pid)
            except KeyError:
                self._callbacks[pid] = callback, args
                return
        callback(pid, returncode, *args)

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def _do_waitpid_all(self):
        while True:
            try:
                pid, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if pid == 0:
                return
            returncode = waitstatus_to_exitcode(status)
            with self._lock:
                callback, args = self._callbacks.pop(pid, (None, None))
                if callback is None and self._forks:
                    # It may be one that is just being registered.
                    self._zombies[pid] = returncode
                    continue
            if callback is None:
                _logger().warning('Caught subprocess termination from unknown pid: %d -> %d', pid, returncode)
            else:
                callback(pid, returncode, *args)


class MultiLoopChildWatcher(AbstractChildWatcher):
    """Watches children of several loops by SIGCHLD."""

    def __init__(self):
        self._callbacks = {}
        self._saved_sighandler = None
        _removed('MultiLoopChildWatcher')

    def is_active(self):
        return self._saved_sighandler is not None

    def close(self):
        self._callbacks.clear()
        if self._saved_sighandler is None:
            return
        if signal.getsignal(signal.SIGCHLD) != self._sig_chld:
            _logger().warning('SIGCHLD handler was changed by outside code')
        else:
            signal.signal(signal.SIGCHLD, self._saved_sighandler)
        self._saved_sighandler = None

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        pass

    def add_child_handler(self, pid, callback, *args):
        self._callbacks[pid] = (events.get_running_loop(), callback, args)
        self._do_waitpid(pid)

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def attach_loop(self, loop):
        if self._saved_sighandler is not None:
            return
        self._saved_sighandler = signal.signal(signal.SIGCHLD, self._sig_chld)
        if self._saved_sighandler is None:
            _logger().warning('Previous SIGCHLD handler was set by non-Python code, '
                              'restore to default handler on watcher close.')
            self._saved_sighandler = signal.SIG_DFL
        signal.siginterrupt(signal.SIGCHLD, False)

    def _do_waitpid_all(self):
        for pid in list(self._callbacks):
            self._do_waitpid(pid)

    def _do_waitpid(self, expected_pid):
        assert expected_pid > 0
        try:
            pid, status = os.waitpid(expected_pid, os.WNOHANG)
        except ChildProcessError:
            pid, returncode, known = expected_pid, 255, False
            _logger().warning('Unknown child process pid %d, will report returncode 255', pid)
        else:
            if pid == 0:
                return
            returncode, known = waitstatus_to_exitcode(status), True
        entry = self._callbacks.pop(pid, None)
        if entry is None:
            _logger().warning('Child watcher got an unexpected pid: %r', pid, exc_info=True)
            return
        loop, callback, args = entry
        if loop.is_closed():
            _logger().warning('Loop %r that handles pid %r is closed', loop, pid)
        else:
            if known and loop.get_debug():
                _logger().debug('process %s exited with returncode %s', expected_pid, returncode)
            loop.call_soon_threadsafe(callback, pid, returncode, *args)

    def _sig_chld(self, signum, frame):
        try:
            self._do_waitpid_all()
        except _leave:
            raise
        except BaseException:
            _logger().warning('Unknown exception in SIGCHLD handler', exc_info=True)


def can_use_pidfd():
    if not hasattr(os, 'pidfd_open'):
        return False
    try:
        os.close(os.pidfd_open(os.getpid(), 0))
    except OSError:
        return False
    return True


def _set_nonblocking(fd):
    os.set_blocking(fd, False)


__name__ = 'asyncio.events'


def get_child_watcher():
    return events.get_event_loop_policy().get_child_watcher()


def set_child_watcher(watcher):
    return events.get_event_loop_policy().set_child_watcher(watcher)


def policy_get_child_watcher(self):
    """The watcher of the children of this process."""
    if getattr(self, '_watcher', None) is None:
        self._watcher = PidfdChildWatcher() if can_use_pidfd() else ThreadedChildWatcher()
    _removed('get_child_watcher')
    return self._watcher


def policy_set_child_watcher(self, watcher):
    assert watcher is None or isinstance(watcher, AbstractChildWatcher)
    if getattr(self, '_watcher', None) is not None:
        self._watcher.close()
    self._watcher = watcher
    _removed('set_child_watcher')
