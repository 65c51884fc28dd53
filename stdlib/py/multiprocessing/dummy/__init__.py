"""The package's interface on threads: what is a process there is a thread here."""
import array
import sys
import threading
from queue import Queue
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore, current_thread as current_process

from .connection import Pipe

__all__ = ['Process', 'current_process', 'active_children', 'freeze_support', 'Lock', 'RLock', 'Semaphore', 'BoundedSemaphore', 'Condition',
           'Event', 'Barrier', 'Queue', 'Manager', 'Pipe', 'Pool', 'JoinableQueue']

JoinableQueue = Queue
_started = {}  # thread -> the threads that it has started


class DummyProcess(threading.Thread):
    def start(self):
        _started.setdefault(current_process(), []).append(self)
        super().start()

    @property
    def exitcode(self):
        return None if self.ident is None or self.is_alive() else 0


Process = DummyProcess


def active_children():
    alive = [p for p in _started.get(current_process(), ()) if p.is_alive()]
    _started[current_process()] = alive
    return list(alive)


def freeze_support():
    pass


def Pool(processes=None, initializer=None, initargs=()):
    from multiprocessing.pool import ThreadPool
    return ThreadPool(processes, initializer, initargs)


# The module is its own manager: dict, list and the names below.

dict, list = dict, list


class Namespace:
    def __init__(self, /, **names):
        self.__dict__ = names

    def __repr__(self):
        shown = sorted(f'{k}={v!r}' for k, v in self.__dict__.items() if not k.startswith('_'))
        return f'{type(self).__name__}({", ".join(shown)})'


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode, self.value = typecode, value

    def __repr__(self):
        return f'<{type(self).__name__}({self._typecode!r}, {self.value!r})>'


def Array(typecode, sequence, lock=True):
    return array.array(typecode, sequence)


def Manager():
    return sys.modules[__name__]


def shutdown():
    pass
