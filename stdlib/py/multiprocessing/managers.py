"""Managers: a process that holds objects, and proxies for them in other processes."""
import array
import queue
import threading
import traceback

from . import connection, context, process, util

__all__ = ['BaseManager', 'SyncManager', 'BaseProxy', 'Token']


class RemoteError(Exception):
    def __str__(self):
        line = '-' * 75
        return f'\n{line}\n{self.args[0]}{line}'


class Token:
    """What names an object of a manager."""

    def __init__(self, typeid, address, id):
        self.typeid, self.address, self.id = typeid, address, id

    def __getstate__(self):
        return self.typeid, self.address, self.id

    def __setstate__(self, state):
        self.typeid, self.address, self.id = state

    def __repr__(self):
        return '%s(typeid=%r, address=%r, id=%r)' % (type(self).__name__, self.typeid, self.address, self.id)


class Namespace:
    def __init__(self, /, **names):
        self.__dict__.update(names)

    def __repr__(self):
        shown = sorted(f'{k}={v!r}' for k, v in self.__dict__.items() if not k.startswith('_'))
        return f'{type(self).__name__}({", ".join(shown)})'


class Value:
    def __init__(self, typecode, value, lock=True):
        self._typecode, self._value = typecode, value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    def __repr__(self):
        return f'{type(self).__name__}({self._typecode!r}, {self._value!r})'

    value = property(get, set)


def Array(typecode, sequence, lock=True):
    return array.array(typecode, sequence)


class Server:
    """The objects of a manager. One thread serves each connection."""

    def __init__(self, registry, address, authkey):
        self.registry, self.authkey = registry, authkey
        self.listener = connection.Listener(address=address, family=None if address else 'AF_UNIX', backlog=128, authkey=authkey)
        self.address = self.listener.address
        self.objects = {}
        self.counts = {}
        self.lock = threading.Lock()
        self.stopped = threading.Event()

    def serve_forever(self):
        process.current_process()._manager_server = self
        threading.Thread(target=self._accept, daemon=True).start()
        try:
            self.stopped.wait()
        finally:
            self.listener.close()

    def _accept(self):
        while True:
            try:
                c = self.listener.accept()
            except (OSError, EOFError, context.AuthenticationError):
                if self.stopped.is_set():
                    return
                continue
            threading.Thread(target=self._serve, args=(c,), daemon=True).start()

    def _serve(self, c):
        with c:
            while True:
                try:
                    ident, method, args, kwds = c.recv()
                except (EOFError, OSError):
                    return
                try:
                    answer = self._call(ident, method, args, kwds)
                except Exception as e:
                    answer = '#ERROR', e
                try:
                    c.send(answer)
                except OSError:
                    return
                except Exception:
                    c.send(('#TRACEBACK', traceback.format_exc()))

    def _call(self, ident, method, args, kwds):
        if ident is None:
            return '#RETURN', getattr(self, 'do_' + method)(*args, **kwds)
        obj, exposed, to_typeid = self.objects[ident]
        if method == '#REPR':
            return '#RETURN', repr(obj)
        if method == '#GETVALUE':
            return '#RETURN', obj
        if method not in exposed:
            raise AttributeError(f'method {method!r} of {type(obj)!r} object is not in exposed={exposed!r}')
        result = getattr(obj, method)(*args, **kwds)
        typeid = to_typeid.get(method)
        if typeid is None:
            if isinstance(result, (type({}.keys()), type({}.values()), type({}.items()), type(reversed([])))):
                result = list(result)  # they cannot be pickled
            return '#RETURN', None if method == '__imul__' else result
        return '#PROXY', self._register(typeid, result)

    def _register(self, typeid, obj):
        _, exposed, to_typeid, proxytype = self.registry[typeid]
        exposed = tuple(exposed or public_methods(obj))
        ident = '%x' % id(obj)
        with self.lock:
            if ident not in self.objects:
                self.objects[ident] = obj, set(exposed), to_typeid or {}
                self.counts[ident] = 0
            self.counts[ident] += 1
        return typeid, ident, exposed

    def do_create(self, typeid, args, kwds):
        make, _, _, _ = self.registry[typeid]
        if make is None:
            if kwds or len(args) != 1:
                raise ValueError('Without callable, must have one non-keyword argument')
            obj = args[0]
        else:
            obj = make(*args, **kwds)
        return self._register(typeid, obj)

    def do_incref(self, ident):
        with self.lock:
            self.counts[ident] += 1

    def do_decref(self, ident):
        with self.lock:
            self.counts[ident] -= 1
            if not self.counts[ident]:
                del self.counts[ident], self.objects[ident]

    def do_number_of_objects(self):
        return len(self.objects)

    def do_shutdown(self):
        self.stopped.set()


def public_methods(obj):
    return [name for name in dir(obj) if name[0] != '_' and callable(getattr(obj, name))]


class _Connections:
    """A connection to a server for each thread of this process."""

    def __init__(self, address, authkey):
        self.address, self.authkey = address, authkey
        self.local = threading.local()

    def call(self, ident, method, args=(), kwds={}):
        try:
            c = self.local.connection
        except AttributeError:
            c = self.local.connection = connection.Client(self.address, authkey=self.authkey)
        c.send((ident, method, args, kwds))
        kind, result = c.recv()
        if kind == '#ERROR':
            raise result
        if kind == '#TRACEBACK':
            raise RemoteError(result)
        return kind, result


_connections = {}


def _connect(address, authkey):
    try:
        return _connections[address]
    except KeyError:
        return _connections.setdefault(address, _Connections(address, authkey))


def _run_server(registry, address, authkey, writer, initializer, initargs):
    import signal
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if initializer is not None:
        initializer(*initargs)
    server = Server(registry, address, authkey)
    writer.send(server.address)
    writer.close()
    server.serve_forever()


class BaseManager:
    _registry = {}
    _Server = Server

    def __init__(self, address=None, authkey=None, serializer='pickle', ctx=None, *, shutdown_timeout=1.0):
        self._address = address
        self._authkey = process.AuthenticationString(process.current_process().authkey if authkey is None else authkey)
        self._ctx = ctx or context._default_context.get_context()
        self._shutdown_timeout = shutdown_timeout
        self._state = 'initial'
        self._process = None

    def get_server(self):
        self._check('initial', 'Unknown state')
        return Server(self._registry, self._address, self._authkey)

    def _check(self, state, message):
        if self._state != state:
            raise context.ProcessError('Already started server' if self._state == 'started' else
                                       'Manager has shut down' if self._state == 'shutdown' else message)

    def connect(self):
        _connect(self._address, self._authkey).call(None, 'number_of_objects')
        self._state = 'started'

    def start(self, initializer=None, initargs=()):
        self._check('initial', 'Unknown state')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        reader, writer = self._ctx.Pipe(duplex=False)
        p = self._ctx.Process(target=_run_server, args=(self._registry, self._address, self._authkey, writer, initializer, initargs))
        p.name = type(self).__name__ + '-' + ':'.join(map(str, p._identity))
        p.start()
        writer.close()
        self._address = reader.recv()
        reader.close()
        self._process = p
        self._state = 'started'
        self.shutdown = util.Finalize(self, self._shutdown, exitpriority=0)

    def _shutdown(self):
        self._state = 'shutdown'
        try:
            _connect(self._address, self._authkey).call(None, 'shutdown')
        except (OSError, EOFError):
            pass
        _connections.pop(self._address, None)
        self._process.join(self._shutdown_timeout)
        if self._process.is_alive():
            self._process.terminate()
            self._process.join()

    def join(self, timeout=None):
        if self._process is not None:
            self._process.join(timeout)

    def __enter__(self):
        if self._state == 'initial':
            self.start()
        return self

    def __exit__(self, *exc):
        self.shutdown()

    @property
    def address(self):
        return self._address

    def _number_of_objects(self):
        return _connect(self._address, self._authkey).call(None, 'number_of_objects')[1]

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        if '_registry' not in cls.__dict__:
            cls._registry = cls._registry.copy()
        if proxytype is None:
            proxytype = AutoProxy
        exposed = exposed or getattr(proxytype, '_exposed_', None)
        method_to_typeid = method_to_typeid or getattr(proxytype, '_method_to_typeid_', None)
        cls._registry[typeid] = callable, exposed, method_to_typeid, proxytype
        if create_method:
            def make(self, /, *args, **kwds):
                assert self._state == 'started', 'server not yet started'
                _, created = _connect(self._address, self._authkey).call(None, 'create', (typeid, args, kwds))
                return _proxy(self._registry, self._address, self._authkey, created)
            make.__name__ = typeid
            setattr(cls, typeid, make)


def _proxy(registry, address, authkey, created):
    typeid, ident, exposed = created
    return registry[typeid][3](Token(typeid, address, ident), authkey=authkey, exposed=exposed, registry=registry, incref=False)


class BaseProxy:
    """An object that lives in a manager's process."""

    def __init__(self, token, serializer='pickle', manager=None, authkey=None, exposed=None, incref=True, registry=None):
        self._token, self._exposed, self._registry = token, exposed, registry
        self._id = token.id
        self._authkey = process.AuthenticationString(authkey or process.current_process().authkey)
        self._server = _connect(token.address, self._authkey)
        if incref:
            self._server.call(None, 'incref', (self._id,))

    def _callmethod(self, methodname, args=(), kwds={}):
        kind, result = self._server.call(self._id, methodname, args, kwds)
        if kind == '#PROXY':
            return _proxy(self._registry, self._token.address, self._authkey, result)
        return result

    def _getvalue(self):
        return self._callmethod('#GETVALUE')

    def __reduce__(self):
        authkey = self._authkey if context.get_spawning_popen() is not None else None
        return _rebuild_proxy, (AutoProxy if hasattr(self, '_isauto') else type(self), self._token, authkey, self._exposed, self._registry)

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return '<%s object, typeid %r at %#x>' % (type(self).__name__, self._token.typeid, id(self))

    def __str__(self):
        try:
            return self._callmethod('#REPR')
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"


def _rebuild_proxy(cls, token, authkey, exposed, registry):
    server = getattr(process.current_process(), '_manager_server', None)
    if server is not None and server.address == token.address:
        return server.objects[token.id][0]
    return cls(token, authkey=authkey, exposed=exposed, registry=registry)


def MakeProxyType(name, exposed):
    """A class of proxies with these methods."""
    def method(name):
        def call(self, /, *args, **kwds):
            return self._callmethod(name, args, kwds)
        call.__name__ = name
        return call

    exposed = tuple(exposed)
    return type(name, (BaseProxy,), {'_exposed_': exposed, '__module__': __name__, **{m: method(m) for m in exposed}})


def AutoProxy(token, serializer='pickle', manager=None, authkey=None, exposed=None, incref=True, registry=None):
    cls = MakeProxyType('AutoProxy[%s]' % token.typeid, exposed)
    proxy = cls(token, serializer, manager, authkey, exposed, incref, registry)
    proxy._isauto = True
    return proxy


class IteratorProxy(BaseProxy):
    _exposed_ = '__next__', 'send', 'throw', 'close'

    def __iter__(self):
        return self

    def __next__(self):
        return self._callmethod('__next__')


class AcquirerProxy(BaseProxy):
    _exposed_ = 'acquire', 'release', 'locked'

    def acquire(self, blocking=True, timeout=None):
        return self._callmethod('acquire', (blocking,) if timeout is None else (blocking, timeout))

    def release(self):
        return self._callmethod('release')

    def locked(self):
        return self._callmethod('locked')

    def __enter__(self):
        return self._callmethod('acquire')

    def __exit__(self, *exc):
        return self._callmethod('release')


class ConditionProxy(AcquirerProxy):
    _exposed_ = 'acquire', 'release', 'wait', 'notify', 'notify_all'

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))

    def notify(self, n=1):
        return self._callmethod('notify', (n,))

    def notify_all(self):
        return self._callmethod('notify_all')

    def wait_for(self, predicate, timeout=None):
        import time
        result = predicate()
        end = None if timeout is None else time.monotonic() + timeout
        while not result and (end is None or time.monotonic() < end):
            self.wait(None if end is None else end - time.monotonic())
            result = predicate()
        return result


class EventProxy(BaseProxy):
    _exposed_ = 'is_set', 'set', 'clear', 'wait'

    def is_set(self):
        return self._callmethod('is_set')

    def set(self):
        return self._callmethod('set')

    def clear(self):
        return self._callmethod('clear')

    def wait(self, timeout=None):
        return self._callmethod('wait', (timeout,))


class NamespaceProxy(BaseProxy):
    _exposed_ = '__getattribute__', '__setattr__', '__delattr__'

    def __getattr__(self, name):
        if name[0] == '_':
            return object.__getattribute__(self, name)
        return self._callmethod('__getattribute__', (name,))

    def __setattr__(self, name, value):
        if name[0] == '_':
            return object.__setattr__(self, name, value)
        return self._callmethod('__setattr__', (name, value))

    def __delattr__(self, name):
        if name[0] == '_':
            return object.__delattr__(self, name)
        return self._callmethod('__delattr__', (name,))


class ValueProxy(BaseProxy):
    _exposed_ = 'get', 'set'

    def get(self):
        return self._callmethod('get')

    def set(self, value):
        return self._callmethod('set', (value,))

    value = property(get, set)


_SEQUENCE = '__contains__', '__getitem__', '__len__', '__setitem__'
_LIST = (*_SEQUENCE, '__add__', '__delitem__', '__mul__', '__reversed__', '__rmul__', 'append', 'count', 'extend', 'index', 'insert',
         'pop', 'remove', 'reverse', 'sort', '__imul__')
_DICT = (*_SEQUENCE, '__delitem__', '__iter__', 'clear', 'copy', 'get', 'items', 'keys', 'pop', 'popitem', 'setdefault', 'update', 'values')


class ListProxy(MakeProxyType('BaseListProxy', _LIST)):
    def __iadd__(self, value):
        self._callmethod('extend', (value,))
        return self

    def __imul__(self, value):
        self._callmethod('__imul__', (value,))
        return self


class DictProxy(MakeProxyType('DictProxy', _DICT)):
    _method_to_typeid_ = {'__iter__': 'Iterator'}


ArrayProxy = MakeProxyType('ArrayProxy', ('__len__', '__getitem__', '__setitem__'))
PoolProxy = MakeProxyType('PoolProxy', ('apply', 'apply_async', 'close', 'imap', 'imap_unordered', 'join', 'map', 'map_async',
                                        'starmap', 'starmap_async', 'terminate'))


class SyncManager(BaseManager):
    """The manager that multiprocessing.Manager() starts."""


for _name, _callable, _proxytype in [
        ('Queue', queue.Queue, None), ('JoinableQueue', queue.Queue, None), ('Event', threading.Event, EventProxy),
        ('Lock', threading.Lock, AcquirerProxy), ('RLock', threading.RLock, AcquirerProxy),
        ('Semaphore', threading.Semaphore, AcquirerProxy), ('BoundedSemaphore', threading.BoundedSemaphore, AcquirerProxy),
        ('Condition', threading.Condition, ConditionProxy), ('Barrier', threading.Barrier, None),
        ('list', list, ListProxy), ('dict', dict, DictProxy), ('Value', Value, ValueProxy), ('Array', Array, ArrayProxy),
        ('Namespace', Namespace, NamespaceProxy)]:
    SyncManager.register(_name, _callable, _proxytype)
SyncManager.register('Iterator', proxytype=IteratorProxy, create_method=False)
