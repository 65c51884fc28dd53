"""Signatures of what a mock stands for: checking calls, and functions that look like the original."""
__name__ = 'unittest.mock'

import functools
import inspect
from types import FunctionType, MethodType

_function_types = (FunctionType, MethodType)


def _signature_of(spec, as_instance, skip_first):
    """(the object whose signature counts, inspect.Signature) of spec, or None when it has no signature.

    as_instance: spec is a class and the mock stands for an instance of it."""
    if isinstance(spec, type) and not as_instance:
        # Calling the class: its __init__ without self.
        func, skip_first = spec.__init__, True
    elif isinstance(spec, (classmethod, staticmethod)):
        if isinstance(spec, classmethod):
            skip_first = True
        func = spec.__func__
    elif not isinstance(spec, _function_types):
        try:
            func = spec.__call__
        except AttributeError:
            return None
    else:
        func = spec
    target = functools.partial(func, None) if skip_first else func
    try:
        return func, inspect.signature(target)
    except ValueError:
        return None


def _install_signature_check(spec, mock, skip_first=False, instance=False):
    """Let calls of mock raise TypeError unless they fit spec's signature."""
    found = _signature_of(spec, instance, skip_first)
    if found is None:
        return
    _, signature = found

    def check(self, /, *args, **kwargs):
        signature.bind(*args, **kwargs)

    type(mock)._mock_check_sig = check
    type(mock).__signature__ = signature


def _copy_names(source, target):
    for name in ('__name__', '__qualname__', '__doc__', '__text_signature__', '__module__', '__defaults__', '__kwdefaults__'):
        try:
            setattr(target, name, getattr(source, name))
        except (AttributeError, TypeError):
            pass


def _is_callable_spec(spec):
    if isinstance(spec, type):
        return True
    if isinstance(spec, (staticmethod, classmethod, MethodType)):
        return _is_callable_spec(spec.__func__)
    return getattr(spec, '__call__', None) is not None


def _instance_callable(spec):
    """Instances of this class, or this object, can be called."""
    if not isinstance(spec, type):
        return getattr(spec, '__call__', None) is not None
    return any(base.__dict__.get('__call__') is not None for base in spec.__mro__)


def _function_over(mock, spec, is_async):
    """A real function with spec's signature that calls mock and carries mock's methods."""
    skip_first = isinstance(spec, type)
    found = _signature_of(spec, False, skip_first)
    if found is None:
        return mock
    func, signature = found
    if is_async:
        async def funcopy(*args, **kwargs):
            signature.bind(*args, **kwargs)
            return await mock(*args, **kwargs)
    else:
        def funcopy(*args, **kwargs):
            signature.bind(*args, **kwargs)
            return mock(*args, **kwargs)
    _copy_names(func, funcopy)
    name = getattr(spec, '__name__', 'funcopy')
    if not name.isidentifier():
        name = 'funcopy'
    funcopy.__name__ = name
    _equip_function(funcopy, mock, spec, signature, is_async)
    return funcopy


_forwarded = ('assert_called_with', 'assert_called', 'assert_not_called', 'assert_called_once', 'assert_called_once_with',
              'assert_has_calls', 'assert_any_call')
_forwarded_async = ('assert_awaited', 'assert_awaited_once', 'assert_awaited_with', 'assert_awaited_once_with', 'assert_any_await',
                    'assert_has_awaits', 'assert_not_awaited')


def _equip_function(funcopy, mock, spec, signature, is_async):
    """Give a function the attributes of a mock."""
    from unittest._mock_call import _CallList

    def forward(name):
        def method(*args, **kwargs):
            return getattr(mock, name)(*args, **kwargs)
        method.__name__ = name
        return method

    def reset_mock():
        funcopy.method_calls = _CallList()
        funcopy.mock_calls = _CallList()
        mock.reset_mock()
        result = funcopy.return_value
        if hasattr(result, 'reset_mock') and result is not mock:
            result.reset_mock()

    funcopy.mock = mock
    funcopy.called = False
    funcopy.call_count = 0
    funcopy.call_args = None
    funcopy.call_args_list = _CallList()
    funcopy.method_calls = _CallList()
    funcopy.mock_calls = _CallList()
    funcopy.return_value = mock.return_value
    funcopy.side_effect = mock.side_effect
    funcopy._mock_children = mock._mock_children
    for name in _forwarded + (_forwarded_async if is_async else ()):
        setattr(funcopy, name, forward(name))
    funcopy.reset_mock = reset_mock
    funcopy.__signature__ = signature
    if is_async:
        funcopy.await_count = 0
        funcopy.await_args = None
        funcopy.await_args_list = _CallList()
    mock._mock_delegate = funcopy
