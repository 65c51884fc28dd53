"""threading.local written in Python: attributes that each thread has for itself."""

from contextlib import contextmanager
from threading import current_thread, RLock
from weakref import ref

__all__ = ["local"]


class _Storage:
    """The attributes of one local object, by thread."""

    __slots__ = "arguments", "lock", "by_thread", "__weakref__"

    def __init__(self, arguments):
        self.arguments = arguments
        self.lock = RLock()
        self.by_thread = {}  # id of a thread: (weak reference to it, attributes)

    def attributes(self):
        """This thread's attributes, and whether they are new."""
        thread = current_thread()
        entry = self.by_thread.get(id(thread))
        if entry is not None and entry[0]() is thread:
            return entry[1], False
        attributes = {}
        self.by_thread[id(thread)] = ref(thread, self._forget(id(thread))), attributes
        return attributes, True

    def _forget(self, ident):
        storage = ref(self)

        def forget(_):
            if (it := storage()) is not None:
                it.by_thread.pop(ident, None)
        return forget


@contextmanager
def _own(self):
    """Let self have this thread's attributes, initialised on first use."""
    storage = object.__getattribute__(self, "_storage")
    with storage.lock:
        attributes, new = storage.attributes()
        object.__setattr__(self, "__dict__", attributes)
        if new:
            args, kwargs = storage.arguments
            try:
                type(self).__init__(self, *args, **kwargs)
            finally:
                object.__setattr__(self, "__dict__", attributes)
        yield


class local:
    __slots__ = "_storage", "__dict__"

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        storage = _Storage((args, kwargs))
        object.__setattr__(self, "_storage", storage)
        storage.attributes()  # the first thread's __init__ is called by the class
        return self

    def __getattribute__(self, name):
        with _own(self):
            return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        self._refuse_dict(name)
        with _own(self):
            object.__setattr__(self, name, value)

    def __delattr__(self, name):
        self._refuse_dict(name)
        with _own(self):
            object.__delattr__(self, name)

    def _refuse_dict(self, name):
        if name == "__dict__":
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
