"""Records of calls on mocks: call, the lists of them, and the objects that compare equal to what one expects."""
__name__ = 'unittest.mock'

import pprint


class _Sentinel:
    """One unique object per name."""

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'sentinel.{self.name}'

    def __reduce__(self):
        return f'sentinel.{self.name}'


class _SentinelMaker:
    """sentinel.anything makes and remembers the sentinel of that name."""

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == '__bases__':
            # help() would take it for a class.
            raise AttributeError
        return self._sentinels.setdefault(name, _Sentinel(name))

    def __reduce__(self):
        return 'sentinel'


sentinel = _SentinelMaker()
DEFAULT = sentinel.DEFAULT


class _Any:
    """Equal to everything."""

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return '<ANY>'


ANY = _Any()


def _show_call(name, args, kwargs):
    """Text of a call: name(1, x=2)."""
    shown = [repr(a) for a in args]
    shown += [f'{k}={v!r}' for k, v in kwargs.items()]
    return f'{name}({", ".join(shown)})'


def _parts(value, name):
    """(name, args, kwargs) of one of the short forms of a call; any part may be left out."""
    args, kwargs = (), {}
    rest = list(value)
    if len(rest) == 3:
        return tuple(rest)
    for part in rest:
        if isinstance(part, str):
            name = part
        elif isinstance(part, tuple):
            args = part
        else:
            kwargs = part
    return name, args, kwargs


def _comparable(value):
    """(name, args, kwargs) of something compared with a call, or None when it does not have the form of one."""
    size = len(value)
    if size > 3:
        return None
    if size == 0:
        return '', (), {}
    if size == 3:
        return tuple(value)
    first = value[0]
    if size == 1:
        if isinstance(first, tuple):
            return '', first, {}
        if isinstance(first, str):
            return first, (), {}
        return '', (), first
    second = value[1]
    if isinstance(first, str):
        return (first, second, {}) if isinstance(second, tuple) else (first, (), second)
    return '', first, second


class _Call(tuple):
    """A call: (args, kwargs) in call_args, (name, args, kwargs) in mock_calls and for what `call` makes. Names and
    empty parts may be left out in comparisons."""

    def __new__(cls, value=(), name='', parent=None, two=False, from_kall=True):
        of, args, kwargs = _parts(value, name)
        return tuple.__new__(cls, (args, kwargs) if two else (of, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        try:
            len(other)
        except TypeError:
            return NotImplemented
        mine = tuple(self) if len(self) == 3 else ('', *tuple(self))
        theirs = _comparable(other)
        if theirs is None:
            return False
        parent, other_parent = self._mock_parent, getattr(other, '_mock_parent', None)
        if parent and other_parent and parent != other_parent:
            return False
        # The name counts only where both sides have one; the other side first, for ANY.
        if mine[0] and theirs[0] != mine[0]:
            return False
        return (theirs[1], theirs[2]) == (mine[1], mine[2])

    __ne__ = object.__ne__

    def __call__(self, /, *args, **kwargs):
        name = '()' if self._mock_name is None else self._mock_name + '()'
        if self._mock_name is None:
            return _Call(('', args, kwargs), name=name)
        return _Call((self._mock_name, args, kwargs), name=name, parent=self)

    def __getattr__(self, attr):
        if self._mock_name is None:
            return _Call(name=attr, from_kall=False)
        return _Call(name=f'{self._mock_name}.{attr}', parent=self, from_kall=False)

    def __getattribute__(self, attr):
        # What tuples have is for Python's own use: `call.count` is a call as any other.
        if attr in tuple.__dict__:
            raise AttributeError
        return tuple.__getattribute__(self, attr)

    @property
    def args(self):
        return self[-2]

    @property
    def kwargs(self):
        return self[-1]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or 'call'
            return 'call' + name if name.startswith('()') else name
        if len(self) == 2:
            return _show_call('call', *self)
        name, args, kwargs = self
        if not name:
            name = 'call'
        else:
            name = ('call' if name.startswith('()') else 'call.') + name
        return _show_call(name, args, kwargs)

    def call_list(self):
        """All calls of a chain like call.a().b(3)."""
        found, link = [], self
        while link is not None:
            if link._mock_from_kall:
                found.insert(0, link)
            link = link._mock_parent
        return _CallList(found)


call = _Call(from_kall=False)


class _CallList(list):
    """A list of calls; `in` also finds a run of calls."""

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        size = len(value)
        return any(list.__eq__(self[i:i + size], value) for i in range(len(self) - size + 1))

    def __repr__(self):
        return pprint.pformat(list(self))
