"""Mocks with special methods, and mocks of coroutine functions."""
__name__ = 'unittest.mock'

import inspect
from asyncio import iscoroutinefunction
from types import CodeType

from unittest._mock_call import DEFAULT, _Call, _CallList
from unittest._mock_core import Base, CallableMixin, Mock, NonCallableMock, _delegating, _Flexible, _is_exception
from unittest._mock_magic import _all_async, _async_magics, _configure_magic, _magics


class MagicProxy:
    """Stands for a special method in a mock's class until it is used."""

    def __init__(self, name, parent):
        self.name, self.parent = name, parent

    def create_mock(self):
        method = self.parent._get_child_mock(name=self.name, _new_name=self.name, _new_parent=self.parent)
        setattr(self.parent, self.name, method)
        _configure_magic(self.parent, method, self.name)
        return method

    def __get__(self, obj, cls=None):
        return self.create_mock()


class MagicMixin(Base):
    """Sets up the special methods, as far as the spec has them."""

    def __init__(self, /, *args, **kwargs):
        self._mock_set_magics()  # during __init__ they are needed already
        super().__init__(*args, **kwargs)
        self._mock_set_magics()

    def _mock_set_magics(self):
        own = type(self)
        names = _magics | _async_magics
        methods = getattr(self, '_mock_methods', None)
        if methods is not None:
            for name in names.difference(methods) & set(vars(own)):
                # Those of a former spec.
                delattr(self, name)
            names = names.intersection(methods)
        for name in names - set(vars(own)):
            setattr(own, name, MagicProxy(name, self))


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A mock with special methods that cannot be called."""

    def mock_add_spec(self, spec, spec_set=False):
        super().mock_add_spec(spec, spec_set)
        self._mock_set_magics()


class MagicMock(MagicMixin, Mock):
    """A mock with special methods."""

    def mock_add_spec(self, spec, spec_set=False):
        super().mock_add_spec(spec, spec_set)
        self._mock_set_magics()

    def reset_mock(self, /, *args, return_value=False, **kwargs):
        super().reset_mock(*args, return_value=return_value, **kwargs)
        if return_value:
            # What special methods return by default is configured as well: set it anew.
            for name in _magics & set(vars(type(self))):
                method = vars(type(self))[name]
                if isinstance(method, NonCallableMock):
                    _configure_magic(self, method, name)


def _coroutine_code():
    """A code object that says "coroutine function" to those who look for it."""
    code = NonCallableMock(spec_set=CodeType)
    code.co_flags = inspect.CO_COROUTINE | inspect.CO_VARARGS | inspect.CO_VARKEYWORDS
    return code


class AsyncMockMixin(Base):
    """Calls return coroutines; awaits are counted."""
    await_count = _delegating('await_count')
    await_args = _delegating('await_args')
    await_args_list = _delegating('await_args_list')

    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        state = self.__dict__
        state['_is_coroutine'] = _coroutine_marker()
        state['_mock_await_count'] = 0
        state['_mock_await_args'] = None
        state['_mock_await_args_list'] = _CallList()
        state['__code__'] = _coroutine_code()
        state['__name__'] = 'AsyncMock'
        state['__defaults__'] = ()
        state['__kwdefaults__'] = {}
        state['__annotations__'] = None

    async def _execute_mock_call(self, /, *args, **kwargs):
        self.await_count += 1
        made = _Call((args, kwargs), two=True)
        self.await_args = made
        self.await_args_list.append(made)
        effect = self.side_effect
        if effect is not None:
            result = await self._from_effect(effect, args, kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_delegate is not None and self._mock_delegate.return_value is not DEFAULT:
            return self._mock_delegate.return_value
        if self._mock_wraps is not None:
            result = self._mock_wraps(*args, **kwargs)
            return await result if iscoroutinefunction(self._mock_wraps) else result
        return self.return_value

    async def _from_effect(self, effect, args, kwargs):
        if _is_exception(effect):
            raise effect
        if not callable(effect):
            try:
                result = next(effect)
            except StopIteration:
                # A coroutine cannot raise StopIteration.
                raise StopAsyncIteration
            if _is_exception(result):
                raise result
            return result
        if iscoroutinefunction(effect):
            return await effect(*args, **kwargs)
        return effect(*args, **kwargs)

    def _name_of_mock(self):
        return self._mock_name or 'mock'

    def assert_awaited(self):
        if not self.await_count:
            raise AssertionError(f'Expected {self._name_of_mock()} to have been awaited.')

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f'Expected {self._name_of_mock()} to have been awaited once. Awaited {self.await_count} times.')

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            expected = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f'Expected await: {expected}\nNot awaited')
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        actual = self._call_matcher(self.await_args)
        if actual != expected:
            cause = expected if isinstance(expected, Exception) else None
            raise AssertionError(self._await_failure(args, kwargs)) from cause

    def _await_failure(self, args, kwargs):
        expected = self._format_mock_call_signature(args, kwargs)
        found = self._format_mock_call_signature(*self.await_args)
        return f'expected await not found.\nExpected: {expected}\n  Actual: {found}'

    def assert_awaited_once_with(self, /, *args, **kwargs):
        if self.await_count != 1:
            raise AssertionError(f'Expected {self._name_of_mock()} to have been awaited once. Awaited {self.await_count} times.')
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        cause = expected if isinstance(expected, Exception) else None
        if cause or expected not in _Flexible([self._call_matcher(c) for c in self.await_args_list]):
            raise AssertionError(f'{self._format_mock_call_signature(args, kwargs)} await not found') from cause

    def assert_has_awaits(self, calls, any_order=False):
        expected = [self._call_matcher(c) for c in calls]
        cause = next((e for e in expected if isinstance(e, Exception)), None)
        awaits = _CallList(self._call_matcher(c) for c in self.await_args_list)
        if not any_order:
            if expected not in awaits:
                problem = 'Awaits not found.'
                if cause is not None:
                    problem = f'Error processing expected awaits.\nErrors: {[e if isinstance(e, Exception) else None for e in expected]}'
                raise AssertionError(f'{problem}\nExpected: {_CallList(calls)}\nActual: {self.await_args_list}') from cause
            return
        left, missing = list(awaits), []
        for one in expected:
            try:
                left.remove(one)
            except ValueError:
                missing.append(one)
        if missing:
            raise AssertionError(f'{tuple(missing)!r} not all found in await list') from cause

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError(f'Expected {self._name_of_mock()} to not have been awaited. Awaited {self.await_count} times.')

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.await_count = 0
        self.await_args = None
        self.await_args_list = _CallList()


def _coroutine_marker():
    from asyncio import coroutines
    return coroutines._is_coroutine


class AsyncMagicMixin(MagicMixin):
    """The special methods of asynchronous protocols."""


class AsyncMock(AsyncMockMixin, AsyncMagicMixin, Mock):
    """A mock of a coroutine function: a call gives a coroutine, which gives the return value."""
