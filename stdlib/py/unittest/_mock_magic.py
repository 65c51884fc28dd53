"""Which special methods mocks support, and what they return unless they are configured."""
__name__ = 'unittest.mock'

import asyncio

from unittest._mock_call import DEFAULT

_numeric = 'add sub mul matmul truediv floordiv mod lshift rshift and xor or pow'.split()


def _dunders(words):
    return {f'__{w}__' for w in words}


_comparisons = _dunders('lt gt le ge eq ne'.split())
_plain = _dunders('''hash str sizeof getitem setitem delitem len contains enter exit divmod rdivmod neg pos abs invert
    complex int float index round trunc floor ceil bool next fspath aiter'''.split())
_async_magics = _dunders('aenter aexit anext'.split())
_numerics = _dunders(_numeric) | _dunders('i' + n for n in _numeric) | _dunders('r' + n for n in _numeric)

# What MagicMock has from the beginning.
_magics = _comparisons | _plain | _numerics | {'__iter__'}
_all_async = _async_magics | {'__aiter__'}

# What can be set but is not there by itself: repr, attribute access, pickling …
_settable_only = _dunders('''get set delete reversed missing reduce reduce_ex getinitargs getnewargs getstate setstate
    getformat repr dir subclasses format getnewargs_ex'''.split())
_all_magics = _magics | _async_magics | _settable_only
_unsupported_magics = _dunders('getattr setattr init new prepare instancecheck subclasscheck del'.split())

_fixed_returns = {
    '__lt__': NotImplemented, '__gt__': NotImplemented, '__le__': NotImplemented, '__ge__': NotImplemented,
    '__int__': 1, '__contains__': False, '__len__': 0, '__exit__': False, '__complex__': 1j, '__float__': 1.0,
    '__bool__': True, '__index__': 1, '__aexit__': False,
}

_computed_returns = {
    '__hash__': lambda mock: object.__hash__(mock),
    '__str__': lambda mock: object.__str__(mock),
    '__sizeof__': lambda mock: object.__sizeof__(mock),
    '__fspath__': lambda mock: f'{type(mock).__name__}/{mock._extract_mock_name()}/{id(mock)}',
}


def _equal(mock):
    def compare(other):
        configured = mock.__eq__._mock_return_value
        if configured is not DEFAULT:
            return configured
        return True if mock is other else NotImplemented
    return compare


def _unequal(mock):
    def compare(other):
        if mock.__ne__._mock_return_value is not DEFAULT:
            return DEFAULT
        return False if mock is other else NotImplemented
    return compare


def _iterator(mock):
    def make():
        configured = mock.__iter__._mock_return_value
        return iter([]) if configured is DEFAULT else iter(configured)
    return make


def _async_iterator(mock):
    def make():
        configured = mock.__aiter__._mock_return_value
        return _AsyncItems(iter([] if configured is DEFAULT else configured))
    return make


_side_effects = {'__eq__': _equal, '__ne__': _unequal, '__iter__': _iterator, '__aiter__': _async_iterator}


class _AsyncItems:
    """An iterator seen as an asynchronous one."""

    def __init__(self, items):
        self._items = items

    def __aiter__(self):
        return self

    async def __anext__(self):
        for item in self._items:
            return item
        raise StopAsyncIteration


def _configure_magic(mock, method, name):
    """Give the mock of a special method its default behaviour."""
    fixed = _fixed_returns.get(name, DEFAULT)
    if fixed is not DEFAULT:
        method.return_value = fixed
    elif name in _computed_returns:
        method.return_value = _computed_returns[name](mock)
    elif name in _side_effects:
        method.side_effect = _side_effects[name](mock)


def _is_async_callable(obj):
    """A coroutine function, or an object whose __call__ is one; mocks say it by their code."""
    if isinstance(obj, type):
        return False
    func = getattr(obj, '__func__', obj)
    return asyncio.iscoroutinefunction(func) or asyncio.iscoroutinefunction(getattr(type(obj), '__call__', None))
