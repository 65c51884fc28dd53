"""Crew, workers that run calls: what pools and executors are built on.

One thread of the parent hands a task to each worker that is idle and takes the results in. Every worker has a
connection of its own, so that nothing is lost with a worker that ends.
"""
import collections
import itertools
import os
import threading

from . import connection, util
from .reduction import ForkingPickler


class RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


class ExceptionWithTraceback:
    """An exception on its way from a worker, with the text of its traceback for its cause."""

    def __init__(self, exc, cause=RemoteTraceback):
        import traceback
        tb = exc.__traceback__
        while tb is not None and tb.tb_frame.f_globals.get('__name__', '').startswith('multiprocessing.'):
            tb = tb.tb_next
        text = ''.join(traceback.format_exception(type(exc), exc, tb))
        self.exc, self.tb, self.cause = exc, '\n"""\n%s"""' % text, cause

    def __reduce__(self):
        return _rebuild_exc, (self.exc, self.tb, self.cause)


def _rebuild_exc(exc, tb, cause):
    exc.__cause__ = cause(tb)
    return exc


class _Worker:
    def __init__(self, process, conn):
        self.process, self.conn = process, conn
        self.task = None
        self.left = None  # tasks until it is replaced


def work(conn, initializer, initargs, cause):
    """What a worker does: run the calls that come over the connection."""
    if initializer is not None:
        initializer(*initargs)
    conn.send_bytes(b'')
    while True:
        try:
            data = conn.recv_bytes()
        except (EOFError, OSError):
            return
        if not data:
            return
        try:
            func, args, kwds = ForkingPickler.loads(data)
            result = True, func(*args, **kwds)
        except Exception as e:
            result = False, ExceptionWithTraceback(e, cause)
        func = args = kwds = None
        try:
            answer = ForkingPickler.dumps(result)
        except Exception as e:
            from .pool import MaybeEncodingError
            wrapped = MaybeEncodingError(e, result[1]) if cause is RemoteTraceback else ExceptionWithTraceback(e, cause)
            answer = ForkingPickler.dumps((False, wrapped))
        result = None
        try:
            conn.send_bytes(answer)
        except OSError:
            return


class Crew:
    """on_result(task, ok, value), on_death(task or None) and on_start(task), which may refuse, are called in the crew's thread."""

    def __init__(self, ctx, size, on_result, on_death, initializer=None, initargs=(), max_tasks=None, on_start=None,
                 cause=RemoteTraceback, rename=None):
        self._ctx, self._size = ctx, size
        self._on_result, self._on_death, self._on_start = on_result, on_death, on_start
        self._initializer, self._initargs, self._max_tasks = initializer, initargs, max_tasks
        self._cause, self._rename = cause, rename
        self.workers = []
        self._idle = collections.deque()
        self._pending = collections.deque()
        self._lock = threading.Lock()
        self._wake_r, self._wake_w = os.pipe()
        self._closing = self._stopped = False
        self.thread = threading.Thread(target=self._run, daemon=True)

    def start(self):
        for _ in range(self._size):
            self._start_worker()
        self.thread.start()

    def _start_worker(self):
        ours, theirs = self._ctx.Pipe()
        p = self._ctx.Process(target=work, args=(theirs, self._initializer, self._initargs, self._cause))
        if self._rename is not None:
            p.name = self._rename(p.name)
            p.daemon = True
        p.start()
        theirs.close()
        w = _Worker(p, ours)
        w.left = self._max_tasks
        self.workers.append(w)

    def submit(self, task, call):
        """Add a task: call is (function, args, keyword arguments)."""
        with self._lock:
            self._pending.append((task, call))
            self._wake()

    def _wake(self):
        if self._wake_w is not None:
            os.write(self._wake_w, b'.')

    def discard(self, wanted):
        """Take back the tasks not begun for which wanted is true."""
        with self._lock:
            taken = [task for task, _ in self._pending if wanted(task)]
            self._pending = collections.deque(x for x in self._pending if not wanted(x[0]))
        return taken

    def close(self):
        """End the workers when all tasks are done."""
        with self._lock:
            self._closing = True
            self._wake()

    def terminate(self):
        with self._lock:
            self._stopped = self._closing = True
            self._pending.clear()
            self._wake()
        for w in list(self.workers):
            w.process.terminate()

    def join(self):
        self.thread.join()
        for w in self.workers:
            w.process.join()

    def _run(self):
        try:
            while not self._finished():
                by_fd = {w.conn: w for w in self.workers}
                for ready in connection.wait([self._wake_r, *by_fd]):
                    if ready == self._wake_r:
                        os.read(self._wake_r, 4096)
                    else:
                        self._receive(by_fd[ready])
                self._assign()
            self._end_workers()
        finally:
            with self._lock:
                os.close(self._wake_r)
                os.close(self._wake_w)
                self._wake_w = None

    def _finished(self):
        with self._lock:
            if self._stopped:
                return True
            return self._closing and not self._pending and all(w.task is None for w in self.workers)

    def _receive(self, w):
        try:
            data = w.conn.recv_bytes()
        except (EOFError, OSError):
            self._lost(w)
            return
        task, w.task = w.task, None
        if w.left is not None and task is not None:
            w.left -= 1
        if w.left == 0:
            self._replace(w)
        else:
            self._idle.append(w)
        if task is None:
            return  # it says that it is ready
        try:
            ok, value = ForkingPickler.loads(data)
        except Exception as e:
            ok, value = False, e
        self._on_result(task, ok, value)

    def _replace(self, w):
        w.conn.close()
        w.process.join()
        self.workers.remove(w)
        self._start_worker()

    def _lost(self, w):
        w.process.join()
        w.conn.close()
        self.workers.remove(w)
        if w in self._idle:
            self._idle.remove(w)
        if self._stopped:
            return
        if self._on_death(w.task):
            self._start_worker()

    def _assign(self):
        while self._idle:
            with self._lock:
                if not self._pending:
                    return
                task, call = self._pending.popleft()
            if self._on_start is not None and not self._on_start(task):
                continue
            try:
                data = ForkingPickler.dumps(call)
            except Exception as e:
                self._on_result(task, False, e)
                continue
            w = self._idle.popleft()
            w.task = task
            try:
                w.conn.send_bytes(data)
            except OSError:
                pass  # it ended: its connection will tell

    def _end_workers(self):
        for w in self.workers:
            try:
                w.conn.send_bytes(b'')
            except OSError:
                pass
        for w in self.workers:
            w.process.join()
            w.conn.close()
