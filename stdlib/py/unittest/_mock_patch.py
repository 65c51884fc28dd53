"""patch(): replace objects for the time of a block, a test or a whole class of tests."""
__name__ = 'unittest.mock'

import contextlib
import functools
import inspect
import pkgutil
from asyncio import iscoroutinefunction

from unittest._mock_call import DEFAULT
from unittest._mock_core import InvalidSpecError, NonCallableMock, _reject_typos
from unittest._mock_async import AsyncMock, MagicMock, NonCallableMagicMock
from unittest._mock_magic import _is_async_callable
from unittest._mock_signature import _instance_callable, _is_callable_spec


def _find(path):
    """The module or class of a dotted name."""
    return pkgutil.resolve_name(path)


def _split_target(target):
    """A function that finds the object, and the name of the attribute, of 'package.module.attribute'."""
    try:
        path, attribute = target.rsplit('.', 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f'Need a valid target to patch. You supplied: {target!r}')
    return functools.partial(_find, path), attribute


def _is_async(obj):
    """A mock says nothing about what it replaces unless it is one of a coroutine function."""
    if isinstance(obj, NonCallableMock) and not isinstance(obj, AsyncMock):
        return False
    return _is_async_callable(obj)


class _patch:
    """One replacement: a context manager and a decorator."""
    attribute_name = None
    _active_patches = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        if not unsafe:
            _reject_typos(kwargs)
        if isinstance(spec, NonCallableMock):
            raise InvalidSpecError(f'Cannot spec attr {attribute!r} as the spec has already been mocked out. [spec={spec!r}]')
        if isinstance(spec_set, NonCallableMock):
            raise InvalidSpecError(f'Cannot spec attr {attribute!r} as the spec_set target has already been mocked out. '
                                   f'[spec_set={spec_set!r}]')
        self.getter, self.attribute = getter, attribute
        self.new, self.new_callable = new, new_callable
        self.spec, self.spec_set, self.autospec = spec, spec_set, autospec
        self.create, self.kwargs = create, kwargs
        self.has_local = False
        self.additional_patchers = []
        self.is_started = False

    def copy(self):
        twin = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec, self.new_callable,
                      self.kwargs)
        twin.attribute_name = self.attribute_name
        twin.additional_patchers = [p.copy() for p in self.additional_patchers]
        return twin

    # -- as a decorator ----------------------------------------------------------------

    def __call__(self, func):
        if isinstance(func, type):
            return self.decorate_class(func)
        if iscoroutinefunction(func):
            return self.decorate_async_callable(func)
        return self.decorate_callable(func)

    def decorate_class(self, cls):
        for name in dir(cls):
            method = getattr(cls, name, None) if name.startswith(patch.TEST_PREFIX) else None
            if hasattr(method, '__call__'):
                setattr(cls, name, self.copy()(method))
        return cls

    @contextlib.contextmanager
    def decoration_helper(self, patched, args, kwargs):
        """Enter all patches of a function; gives its arguments with the mocks added."""
        with contextlib.ExitStack() as stack:
            mocks = []
            for patching in patched.patchings:
                new = stack.enter_context(patching)
                if patching.attribute_name is not None:
                    kwargs = {**kwargs, **new}
                elif patching.new is DEFAULT:
                    mocks.append(new)
            yield (*args, *mocks), kwargs

    def decorate_callable(self, func):
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func

        @functools.wraps(func)
        def patched(*args, **kwargs):
            with self.decoration_helper(patched, args, kwargs) as (newargs, newkwargs):
                return func(*newargs, **newkwargs)

        patched.patchings = [self]
        return patched

    def decorate_async_callable(self, func):
        if hasattr(func, 'patchings'):
            func.patchings.append(self)
            return func

        @functools.wraps(func)
        async def patched(*args, **kwargs):
            with self.decoration_helper(patched, args, kwargs) as (newargs, newkwargs):
                return await func(*newargs, **newkwargs)

        patched.patchings = [self]
        return patched

    # -- finding and making -------------------------------------------------------------

    def get_original(self):
        """(the attribute as it is, whether it is the target's own)."""
        target, name = self.getter(), self.attribute
        local = False
        original = DEFAULT
        try:
            original = target.__dict__[name]
            local = True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        if name in _builtin_names and inspect.ismodule(target):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f'{target} does not have the attribute {name!r}')
        return original, local

    def _check_options(self):
        if self.spec is not None and self.autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (self.spec is not None or self.autospec is not None) and self.spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")

    def _resolved_specs(self, original):
        """(spec, spec_set) with True replaced by the original."""
        spec, spec_set = self.spec, self.spec_set
        if spec is False:
            spec = None
        if spec_set is False:
            spec_set = None
        if spec is True:
            spec = original
            if spec_set is True:
                spec, spec_set = None, original
        elif spec is not None:
            if spec_set is True:
                spec, spec_set = None, spec
        elif spec_set is True:
            spec_set = original
        if (spec is not None or spec_set is not None) and original is DEFAULT:
            raise TypeError("Can't use 'spec' with create=True")
        return spec, spec_set

    def _kind_for(self, spec, spec_set, original):
        """The class of mock that fits."""
        chosen = spec if spec is not None else spec_set
        if self.new_callable is not None:
            return self.new_callable
        if spec is None and spec_set is None:
            return AsyncMock if _is_async(original) else MagicMock
        if _is_async(chosen):
            return AsyncMock
        names_only = isinstance(chosen, (list, tuple))
        if not names_only and not _is_callable_spec(chosen) or names_only and '__call__' not in chosen:
            return NonCallableMagicMock
        return MagicMock

    def _make_mock(self, original, local):
        spec, spec_set = self._resolved_specs(original)
        kwargs = dict(self.kwargs)
        kind = self._kind_for(spec, spec_set, original)
        options = {}
        if spec is not None:
            options['spec'] = spec
        if spec_set is not None:
            options['spec_set'] = spec_set
        if isinstance(kind, type) and issubclass(kind, NonCallableMock) and self.attribute:
            options['name'] = self.attribute
        options.update(kwargs)
        new = kind(**options)
        chosen = spec if spec is not None else spec_set
        if isinstance(chosen, type) and isinstance(new, NonCallableMock):
            # A mock of a class returns mocks of instances.
            result_options = {k: chosen for k in ('spec', 'spec_set') if k in options}
            result_kind = kind
            if not _instance_callable(chosen):
                result_kind = NonCallableMagicMock
            new.return_value = result_kind(_new_parent=new, _new_name='()', **result_options)
        return new

    def _make_autospec(self, original):
        from unittest._mock_spec import create_autospec
        if self.new is not DEFAULT:
            raise TypeError('autospec creates the mock for you. Can\'t specify autospec and new.')
        if original is DEFAULT:
            raise TypeError("Can't use 'autospec' with create=True")
        target = self.getter()
        autospec = original if self.autospec is True else self.autospec
        if isinstance(target, NonCallableMock):
            raise InvalidSpecError(f'Cannot autospec attr {self.attribute!r} as the patch target has already been mocked out. '
                                   f'[target={target!r}, attr={autospec!r}]')
        if isinstance(autospec, NonCallableMock):
            name = getattr(target, '__name__', target)
            raise InvalidSpecError(f'Cannot autospec attr {self.attribute!r} from target {name!r} as it has already been mocked out. '
                                   f'[target={target!r}, attr={autospec!r}]')
        return create_autospec(autospec, spec_set=bool(self.spec_set), _name=self.attribute, **self.kwargs)

    # -- entering and leaving ---------------------------------------------------------------

    def __enter__(self):
        if self.is_started:
            raise RuntimeError('Patch is already started')
        if self.spec is False:
            self.spec = None
        if self.spec_set is False:
            self.spec_set = None
        if self.autospec is False:
            self.autospec = None
        self._check_options()
        original, local = self.get_original()
        if self.new is DEFAULT and self.autospec is None:
            new = self._make_mock(original, local)
        elif self.autospec is not None:
            new = self._make_autospec(original)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        else:
            new = self.new
        self.temp_original, self.is_local, self.target = original, local, self.getter()
        self._exit_stack = contextlib.ExitStack()
        self.is_started = True
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            given = {}
            if self.new is DEFAULT:
                given[self.attribute_name] = new
            for patching in self.additional_patchers:
                more = self._exit_stack.enter_context(patching)
                if patching.new is DEFAULT:
                    given.update(more)
            return given
        except BaseException as e:
            if not self.__exit__(type(e), e, e.__traceback__):
                raise

    def __exit__(self, *exc_info):
        if not self.is_started:
            return
        target, name = self.target, self.attribute
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(target, name, self.temp_original)
        else:
            delattr(target, name)
            if not self.create and (not hasattr(target, name) or name in _function_attributes):
                # Something that cannot be deleted, or a proxy.
                setattr(target, name, self.temp_original)
        del self.temp_original, self.is_local, self.target
        stack = self._exit_stack
        del self._exit_stack
        self.is_started = False
        return stack.__exit__(*exc_info)

    def start(self):
        """Enter, until stop() or patch.stopall()."""
        result = self.__enter__()
        self._active_patches.append(self)
        return result

    def stop(self):
        try:
            self._active_patches.remove(self)
        except ValueError:
            return None  # not started
        return self.__exit__(None, None, None)


_builtin_names = frozenset(dir(__import__('builtins')))
_function_attributes = ('__doc__', '__module__', '__defaults__', '__annotations__', '__kwdefaults__')


class _patch_dict:
    """Entries of a mapping set for a while."""

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = {**dict(values), **kwargs}
        self.clear = clear
        self._original = None

    def __call__(self, f):
        if isinstance(f, type):
            return self.decorate_class(f)
        if iscoroutinefunction(f):
            @functools.wraps(f)
            async def inner(*args, **kwargs):
                self._patch_dict()
                try:
                    return await f(*args, **kwargs)
                finally:
                    self._unpatch_dict()
        else:
            @functools.wraps(f)
            def inner(*args, **kwargs):
                self._patch_dict()
                try:
                    return f(*args, **kwargs)
                finally:
                    self._unpatch_dict()
        return inner

    def decorate_class(self, cls):
        for name in dir(cls):
            method = getattr(cls, name, None) if name.startswith(patch.TEST_PREFIX) else None
            if hasattr(method, '__call__'):
                setattr(cls, name, _patch_dict(self.in_dict, self.values, self.clear)(method))
        return cls

    def __enter__(self):
        self._patch_dict()
        return self.in_dict

    def __exit__(self, *exc_info):
        if self._original is not None:
            self._unpatch_dict()
        return False

    def _patch_dict(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _find(self.in_dict)
        target = self.in_dict
        try:
            self._original = target.copy()
        except AttributeError:
            # A mapping with the least of methods.
            self._original = {key: target[key] for key in target}
        if self.clear:
            _clear(target)
        try:
            target.update(self.values)
        except AttributeError:
            for key in self.values:
                target[key] = self.values[key]

    def _unpatch_dict(self):
        target, original = self.in_dict, self._original
        _clear(target)
        try:
            target.update(original)
        except AttributeError:
            for key in original:
                target[key] = original[key]

    def start(self):
        result = self.__enter__()
        _patch._active_patches.append(self)
        return result

    def stop(self):
        try:
            _patch._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _clear(mapping):
    try:
        mapping.clear()
    except AttributeError:
        for key in list(mapping):
            del mapping[key]


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    """Replace what the dotted name target stands for by new, or by a fresh mock."""
    getter, attribute = _split_target(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
                  unsafe=False, **kwargs):
    """Replace an attribute of an object."""
    if type(target) is str:
        raise TypeError(f'{target!r} must be the actual object to be patched, not a str')
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Replace several attributes of one object; those given as DEFAULT by mocks, which are handed out by name."""
    getter = functools.partial(_find, target) if type(target) is str else lambda: target
    if not kwargs:
        raise ValueError('Must supply at least one keyword argument with patch.multiple')
    patchers = []
    for attribute, new in kwargs.items():
        one = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        one.attribute_name = attribute
        patchers.append(one)
    patchers[0].additional_patchers = patchers[1:]
    return patchers[0]


def _patch_stopall():
    """Stop all that start() began, the last first."""
    for one in reversed(_patch._active_patches[:]):
        one.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _patch_stopall
patch.TEST_PREFIX = 'test'
