"""Pickling for other processes. Descriptors travel with a child that is being started, and only then."""
import copyreg
import io
import pickle
import threading

__all__ = ['send_handle', 'recv_handle', 'ForkingPickler', 'register', 'dump']

_state = threading.local()


def spawning():
    """The child that is being started in this thread, or None."""
    return getattr(_state, 'popen', None)


class starting:
    """What is pickled within this context goes to a child that is about to start."""

    def __init__(self, popen):
        self.popen = popen

    def __enter__(self):
        _state.popen = self.popen

    def __exit__(self, *exc):
        _state.popen = None


class ForkingPickler(pickle.Pickler):
    _extra_reducers = {}

    def __init__(self, *args):
        super().__init__(*args)
        self.dispatch_table = {**copyreg.dispatch_table, **self._extra_reducers}

    @classmethod
    def register(cls, type, reduce):
        cls._extra_reducers[type] = reduce

    @classmethod
    def dumps(cls, obj, protocol=None):
        with_reducers = io.BytesIO()
        cls(with_reducers, protocol).dump(obj)
        return with_reducers.getbuffer()

    loads = pickle.loads


register = ForkingPickler.register


def dump(obj, file, protocol=None):
    ForkingPickler(file, protocol).dump(obj)


class _Fd:
    def __init__(self, fd):
        self.fd = fd

    def detach(self):
        return self.fd


def DupFd(fd):
    """What stands for a descriptor in a pickle."""
    popen = spawning()
    if popen is None:
        raise RuntimeError('descriptors can be sent only to a process that is being started')
    return _Fd(popen.duplicate_for_child(fd))


def send_handle(conn, handle, destination_pid):
    raise NotImplementedError('multiprocessing.reduction.send_handle is not available in pyasync')


def recv_handle(conn):
    raise NotImplementedError('multiprocessing.reduction.recv_handle is not available in pyasync')
