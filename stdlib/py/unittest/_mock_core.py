"""The mocks without special methods: their attributes, calls and assertions."""
__name__ = 'unittest.mock'

import inspect
from asyncio import iscoroutinefunction

from unittest._mock_call import DEFAULT, _Call, _CallList, _show_call, call, sentinel
from unittest._mock_signature import _signature_of
from unittest._mock_magic import _all_magics, _async_magics as _async_only, _is_async_callable, _unsupported_magics
from unittest.util import safe_repr

_missing = sentinel.MISSING
_deleted = sentinel.DELETED
_typo_prefixes = ('assert', 'assret', 'asert', 'aseert', 'assrt')
_not_assertions = {'called_once', 'called_with', 'not_called', 'has_calls', 'any_call', 'called_once_with', 'called'}


def _reject_typos(options):
    """Options that are surely misspelled."""
    for typo in ('autospect', 'auto_spec', 'set_spec'):
        if typo in options:
            raise RuntimeError(f'{typo!r} might be a typo; use unsafe=True if this is intended')


class InvalidSpecError(Exception):
    """A mock cannot be the spec of another."""


def _is_exception(obj):
    return isinstance(obj, BaseException) or isinstance(obj, type) and issubclass(obj, BaseException)


def _mock_behind(obj):
    """The mock that obj is or, for a function made by create_autospec, carries; else None."""
    if isinstance(obj, NonCallableMock):
        return obj
    mock = getattr(obj, 'mock', None) if inspect.isfunction(obj) else None
    return mock if isinstance(mock, NonCallableMock) else None


def _delegating(name):
    """A property kept in the mock, or in the function that stands before it."""
    own = '_mock_' + name

    def get(self):
        delegate = self._mock_delegate
        return getattr(self, own) if delegate is None else getattr(delegate, name)

    def put(self, value):
        delegate = self._mock_delegate
        if delegate is None:
            self.__dict__[own] = value
        else:
            setattr(delegate, name, value)

    return property(get, put)


class Base:
    """What the initialisation of all mocks passes through: attributes readable before it has run."""
    _mock_return_value = DEFAULT
    _mock_side_effect = None

    def __init__(self, /, *args, **kwargs):
        pass


def _class_names(spec):
    return frozenset(dir(spec))


def _async_names(spec):
    """The names in spec whose values are coroutine functions."""
    names = set()
    for name in dir(spec):
        try:
            if iscoroutinefunction(inspect.unwrap(inspect.getattr_static(spec, name, None))):
                names.add(name)
        except ValueError:
            pass  # wrappers in a circle
    return names


class NonCallableMock(Base):
    """A mock that cannot be called."""

    def __new__(cls, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='', _new_parent=None,
                _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        # Special methods are looked up in the class: every mock gets one of its own.
        bases = (cls,)
        if not issubclass(cls, _async_mixin()):
            chosen = spec_set or spec
            if chosen is not None and _is_async_callable(chosen):
                bases = (_async_mixin(), cls)
        own = type(cls.__name__, bases, {'__doc__': cls.__doc__})
        return object.__new__(own)

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name='', _new_parent=None,
                 _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        if _new_parent is None:
            _new_parent = parent
        state = self.__dict__
        state['_mock_parent'] = parent
        state['_mock_name'] = name
        state['_mock_new_name'] = _new_name
        state['_mock_new_parent'] = _new_parent
        state['_mock_sealed'] = False
        strict = spec_set is not None
        if strict:
            spec = spec_set
        if _eat_self is None:
            _eat_self = parent is not None
        self._take_spec(spec, strict, _spec_as_instance, _eat_self)
        state['_mock_children'] = {}
        state['_mock_wraps'] = wraps
        state['_mock_delegate'] = None
        state['_mock_called'] = False
        state['_mock_call_args'] = None
        state['_mock_call_count'] = 0
        state['_mock_call_args_list'] = _CallList()
        state['_mock_mock_calls'] = _CallList()
        state['method_calls'] = _CallList()
        state['_mock_unsafe'] = unsafe
        if kwargs:
            self.configure_mock(**kwargs)
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state)

    # -- what it stands for ----------------------------------------------------------

    def _take_spec(self, spec, strict, as_instance=False, eat_self=False):
        if isinstance(spec, NonCallableMock):
            raise InvalidSpecError(f'Cannot spec a Mock object. [object={spec!r}]')
        cls = signature = names = None
        asyncs = set()
        if spec is not None and type(spec) not in (list, tuple):
            asyncs = _async_names(spec)
            cls = spec if isinstance(spec, type) else type(spec)
            found = _signature_of(spec, as_instance, eat_self)
            signature = found and found[1]
        if spec is not None:
            names = list(spec) if type(spec) in (list, tuple) else sorted(_class_names(spec) | set(_annotated_fields(spec)))
        state = self.__dict__
        state['_spec_class'] = cls
        state['_spec_set'] = strict
        state['_spec_signature'] = signature
        state['_mock_methods'] = names
        state['_spec_asyncs'] = asyncs

    def mock_add_spec(self, spec, spec_set=False):
        """Take over the names of spec; spec_set: no others can be set either."""
        self._take_spec(spec, spec_set)
        if hasattr(self, '_mock_set_magics'):
            self._mock_set_magics()

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    called = _delegating('called')
    call_count = _delegating('call_count')
    call_args = _delegating('call_args')
    call_args_list = _delegating('call_args_list')
    mock_calls = _delegating('mock_calls')

    def _get_return_value(self):
        result = self._mock_return_value
        if self._mock_delegate is not None:
            result = self._mock_delegate.return_value
        if result is DEFAULT and self._mock_wraps is None:
            result = self._get_child_mock(_new_parent=self, _new_name='()')
            self.return_value = result
        return result

    def _set_return_value(self, value):
        if self._mock_delegate is not None:
            self._mock_delegate.return_value = value
        else:
            self.__dict__['_mock_return_value'] = value
            _adopt(self, value, None, '()')

    return_value = property(_get_return_value, _set_return_value, doc='The value to be returned when the mock is called.')

    def _get_side_effect(self):
        delegate = self._mock_delegate
        if delegate is None:
            return self._mock_side_effect
        effect = delegate.side_effect = _iterated(delegate.side_effect)
        return effect

    def _set_side_effect(self, value):
        value = _iterated(value)
        if self._mock_delegate is None:
            self.__dict__['_mock_side_effect'] = value
        else:
            self._mock_delegate.side_effect = value

    side_effect = property(_get_side_effect, _set_side_effect)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forget all calls, here and in the children; on request also what is configured."""
        visited = visited if visited is not None else []
        if id(self) in visited:
            return
        visited.append(id(self))
        self.called = False
        self.call_args = None
        self.call_count = 0
        self.mock_calls = _CallList()
        self.call_args_list = _CallList()
        self.method_calls = _CallList()
        if return_value:
            self.__dict__['_mock_return_value'] = DEFAULT
        if side_effect:
            self.__dict__['_mock_side_effect'] = None
        for child in self._mock_children.values():
            if isinstance(child, _SpecPlaceholder) or child is _deleted:
                continue
            child.reset_mock(visited, return_value=return_value, side_effect=side_effect)
        result = self._mock_return_value
        if isinstance(result, NonCallableMock) and result is not self:
            result.reset_mock(visited)

    def configure_mock(self, /, **kwargs):
        """Set attributes; dotted names reach into children."""
        for path, value in sorted(kwargs.items(), key=lambda item: item[0].count('.')):
            *way, last = path.split('.')
            target = self
            for name in way:
                target = getattr(target, name)
            setattr(target, last, value)

    def attach_mock(self, mock, attribute):
        """Make mock an attribute of this one, so that its calls are recorded here too."""
        inner = _mock_behind(mock)
        inner._mock_parent = inner._mock_new_parent = None
        inner._mock_name, inner._mock_new_name = '', None
        setattr(self, attribute, mock)

    # -- attributes --------------------------------------------------------------------

    def __getattr__(self, name):
        if name in {'_mock_methods', '_mock_unsafe', '_mock_children', '_mock_delegate'}:
            raise AttributeError(name)
        if self._mock_methods is not None:
            if name not in self._mock_methods or name in _all_magics:
                raise AttributeError(f'Mock object has no attribute {name!r}')
        elif name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        if not self._mock_unsafe and (not self._mock_methods or name not in self._mock_methods) \
                and (name.startswith(_typo_prefixes) or name in _not_assertions):
            raise AttributeError(f'{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.')
        child = self._mock_children.get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            wraps = getattr(self._mock_wraps, name) if self._mock_wraps is not None else None
            child = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            self._mock_children[name] = child
        elif isinstance(child, _SpecPlaceholder):
            try:
                child = child.make()
            except InvalidSpecError:
                raise InvalidSpecError(f'Cannot autospec attr {name!r} from target {self._mock_name or self!r} as it has already been '
                                       f'mocked out. [target={self!r}, attr={child.spec!r}]')
            self._mock_children[name] = child
        return child

    def __setattr__(self, name, value):
        if name in _settable:
            return object.__setattr__(self, name, value)
        if self._spec_set and self._mock_methods is not None and name not in self._mock_methods and name not in self.__dict__:
            raise AttributeError(f'Mock object has no attribute {name!r}')
        if name in _unsupported_magics:
            raise AttributeError(f'Attempting to set unsupported magic method {name!r}.')
        if name in _all_magics:
            if self._mock_methods is not None and name not in self._mock_methods:
                raise AttributeError(f'Mock object has no attribute {name!r}')
            self._set_magic(name, value)
            if not isinstance(value, NonCallableMock):
                return
            self._mock_children[name] = value
            return
        if name == '__class__':
            self.__dict__['_spec_class'] = value
            return
        if _adopt(self, value, name, name):
            self._mock_children[name] = value
        if self._mock_sealed and not hasattr(self, name):
            raise AttributeError(f'Cannot set {self._extract_mock_name()}.{name}')
        if isinstance(value, PropertyMock):
            self.__dict__[name] = value
            return
        object.__setattr__(self, name, value)

    def _set_magic(self, name, value):
        if isinstance(value, NonCallableMock):
            # Without a name: it counts in mock_calls, not in method_calls.
            _adopt(self, value, None, name)
            setattr(type(self), name, value)
        else:
            setattr(type(self), name, _magic_method(name, value))

    def __delattr__(self, name):
        if name in _all_magics and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                self._mock_children.pop(name, None)
                return
        child = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif child is _deleted:
            raise AttributeError(name)
        if child is not _missing:
            del self._mock_children[name]
        self._mock_children[name] = _deleted

    def __dir__(self):
        if not _kinds().FILTER_DIR:
            return object.__dir__(self)
        names = set(self._mock_methods or ())
        names.update(n for n in dir(type(self)) if not n.startswith('_') or n.startswith('__') and n.endswith('__'))
        names.update(n for n in self.__dict__ if not n.startswith('_mock_') and not n.startswith('_spec_'))
        names.update(n for n, child in self._mock_children.items() if child is not _deleted)
        return sorted(names)

    def _get_child_mock(self, /, **kwargs):
        """The mock for an attribute or a result; subclasses may return another kind."""
        if self._mock_sealed:
            inner = f'.{kwargs["name"]}' if 'name' in kwargs else '()'
            raise AttributeError(self._extract_mock_name() + inner)
        new_name = kwargs.get('_new_name')
        if new_name in self.__dict__['_spec_asyncs']:
            return _kinds().AsyncMock(**kwargs)
        return self._child_class(new_name)(**kwargs)

    def _child_class(self, new_name):
        kinds, own = _kinds(), type(self)
        kind = own.__mro__[1]
        if kind is kinds.AsyncMockMixin:
            kind = own.__mro__[2]
        if issubclass(own, kinds.MagicMock) and new_name in _async_only:
            return kinds.AsyncMock
        if issubclass(own, kinds.AsyncMockMixin):
            if new_name in _all_magics and new_name not in _async_only or self._mock_methods and new_name in self._mock_methods:
                return kinds.MagicMock
            return kinds.AsyncMock
        if issubclass(kind, CallableMixin):
            return kind
        if issubclass(kind, kinds.NonCallableMagicMock):
            return kinds.MagicMock
        return kinds.Mock if issubclass(kind, NonCallableMock) else kind

    # -- names ---------------------------------------------------------------------------

    def _extract_mock_name(self):
        """The name with the way to it: mock.attribute()."""
        way, link = [], self
        while link._mock_new_parent is not None:
            way.append(link._mock_new_name)
            link = link._mock_new_parent
        text = link._mock_name or 'mock'
        for part in reversed(way):
            text += part if part == '()' else '.' + part
        return text

    def __repr__(self):
        name = self._extract_mock_name()
        named = '' if name in ('mock', 'mock.') else f' name={name!r}'
        spec = ''
        if self._spec_class is not None:
            spec = f" spec{'_set' if self._spec_set else ''}={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{named}{spec} id='{id(self)}'>"

    def _calls_repr(self):
        """The calls so far, for messages."""
        return f'\nCalls: {safe_repr(self.mock_calls)}.' if self.mock_calls else ''

    def _format_mock_call_signature(self, args, kwargs):
        return _show_call(self._mock_name or 'mock', args, kwargs)

    def _format_mock_failure_message(self, args, kwargs, action='call'):
        expected = self._format_mock_call_signature(args, kwargs)
        found = self._format_mock_call_signature(*self.call_args)
        return f'expected {action} not found.\nExpected: {expected}\n  Actual: {found}'

    # -- assertions -------------------------------------------------------------------------

    def _call_matcher(self, recorded):
        """A call in the form that the spec's signature gives it, so that f(1) and f(x=1) are equal; the TypeError when
        it does not fit."""
        signature = self._signature_for(recorded[0]) if isinstance(recorded, tuple) and len(recorded) > 2 else self._spec_signature
        if signature is None:
            return recorded
        name, args, kwargs = ('', *recorded) if len(recorded) == 2 else recorded
        try:
            bound = signature.bind(*args, **kwargs)
        except TypeError as e:
            return e.with_traceback(None)
        return _call_of(name, bound.args, bound.kwargs)

    def _signature_for(self, name):
        """The signature behind a dotted name of mock_calls."""
        if not name:
            return self._spec_signature
        signature, children = None, self._mock_children
        for part in name.replace('()', '').split('.'):
            child = children.get(part)
            if child is None:
                break
            child = _mock_behind(child) if not isinstance(child, _SpecPlaceholder) else None
            if child is None:
                break
            children, signature = child._mock_children, child._spec_signature
        return signature

    def _own_name(self):
        return self._mock_name or 'mock'

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(f"Expected '{self._own_name()}' to not have been called. Called {self.call_count} times.{self._calls_repr()}")

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected '{self._own_name()}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._own_name()}' to have been called once. Called {self.call_count} times.{self._calls_repr()}")

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            expected = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f'expected call not found.\nExpected: {expected}\n  Actual: not called.')
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        actual = self._call_matcher(self.call_args)
        if actual != expected:
            cause = expected if isinstance(expected, Exception) else None
            raise AssertionError(self._format_mock_failure_message(args, kwargs)) from cause

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._own_name()}' to be called once. Called {self.call_count} times.{self._calls_repr()}")
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        expected = self._call_matcher(_Call((args, kwargs), two=True))
        cause = expected if isinstance(expected, Exception) else None
        actual = [self._call_matcher(c) for c in self.call_args_list]
        if cause or expected not in _Flexible(actual):
            raise AssertionError(f'{self._format_mock_call_signature(args, kwargs)} call not found') from cause

    def assert_has_calls(self, calls, any_order=False):
        expected = [self._call_matcher(c) for c in calls]
        cause = next((e for e in expected if isinstance(e, Exception)), None)
        all_calls = _CallList(self._call_matcher(c) for c in self.mock_calls)
        if not any_order:
            if expected not in all_calls:
                problem = 'Calls not found.'
                if cause is not None:
                    problem = f'Error processing expected calls.\nErrors: {[e if isinstance(e, Exception) else None for e in expected]}'
                raise AssertionError(f'{problem}\nExpected: {_CallList(calls)}{self._actual_calls()}') from cause
            return
        left, missing = list(all_calls), []
        for one in expected:
            try:
                left.remove(one)
            except ValueError:
                missing.append(one)
        if missing:
            raise AssertionError(f'{self._own_name()!r} does not contain all of {tuple(missing)!r} in its call list, '
                                 f'found {list(all_calls)!r} instead') from cause

    def _actual_calls(self):
        return f'\n  Actual: {safe_repr(self.mock_calls)}' if self.mock_calls else '\n  Actual: []'


class _Flexible(list):
    """Membership that asks the element in the list first and the expected one second, for ANY on either side."""

    def __contains__(self, item):
        return any(item == one or one == item for one in self)


def _call_of(name, args, kwargs):
    """The bound form of a call: one in which the name counts in any case."""
    return call(name, args, kwargs)


def _iterated(effect):
    """A side effect as it is kept: a sequence becomes an iterator."""
    if effect is None or _is_exception(effect) or callable(effect):
        return effect
    try:
        return iter(effect)
    except TypeError:
        return effect  # whoever calls will hear of it


class _SpecPlaceholder:
    """A child of an autospec that is made when somebody looks at it."""

    def __init__(self, spec, make):
        self.spec, self.make = spec, make


def _annotated_fields(spec):
    """Names of dataclass fields, which need not be attributes of the class."""
    fields = getattr(spec, '__dataclass_fields__', None)
    return fields if isinstance(fields, dict) else ()


def _magic_method(name, func):
    """func as a special method of one mock's class, with the mock passed in only where it takes it."""
    def method(self, /, *args, **kwargs):
        return func(self, *args, **kwargs)
    method.__name__ = name
    return method


def _adopt(parent, value, name, new_name):
    """Make value a child of parent if it is a mock that has no name and no parent yet."""
    mock = _mock_behind(value)
    if mock is None:
        return False
    if mock._mock_name or mock._mock_new_name or mock._mock_parent is not None or mock._mock_new_parent is not None:
        return False
    link = parent
    while link is not None:
        if link is mock:
            return False  # it would be its own ancestor
        link = link._mock_new_parent
    if new_name:
        mock._mock_new_parent, mock._mock_new_name = parent, new_name
    if name:
        mock._mock_parent, mock._mock_name = parent, name
    return True


class CallableMixin(Base):
    """Calls: recorded, then answered by the side effect, the return value or what is wrapped."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, parent=None,
                 _spec_state=None, _new_name='', _new_parent=None, **kwargs):
        self.__dict__['_mock_return_value'] = return_value
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        self.side_effect = side_effect

    def _mock_check_sig(self, /, *args, **kwargs):
        """Replaced where a signature is to be kept."""

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._mock_call(*args, **kwargs)

    def _mock_call(self, /, *args, **kwargs):
        return self._execute_mock_call(*args, **kwargs)

    def _increment_mock_call(self, /, *args, **kwargs):
        """Record the call here and in all that this mock is reached through."""
        self.called = True
        self.call_count += 1
        made = _Call((args, kwargs), two=True)
        self.call_args = made
        self.call_args_list.append(made)
        self.mock_calls.append(_Call(('', args, kwargs)))

        method_name, call_name = self._mock_name, self._mock_new_name
        is_method = self._mock_parent is not None
        link = self._mock_new_parent
        while link is not None:
            if is_method:
                link.method_calls.append(_Call((method_name, args, kwargs)))
                is_method = link._mock_parent is not None
                if is_method:
                    method_name = f'{link._mock_name}.{method_name}'
            link.mock_calls.append(_Call((call_name, args, kwargs)))
            if link._mock_new_name:
                dot = '' if call_name.startswith('()') else '.'
                call_name = f'{link._mock_new_name}{dot}{call_name}'
            link = link._mock_new_parent

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            if _is_exception(effect):
                raise effect
            if not callable(effect):
                result = next(effect)
                if _is_exception(result):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        if self._mock_delegate is not None and self._mock_delegate.return_value is not DEFAULT:
            return self._mock_delegate.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    """An object that accepts every use, remembers it and answers as configured."""


class PropertyMock(Mock):
    """A mock to be put on a class as a property."""

    def _get_child_mock(self, /, **kwargs):
        return _kinds().MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, value):
        self(value)


_settable = frozenset('''_mock_parent _mock_name _mock_new_name _mock_new_parent _mock_sealed _mock_delegate _mock_wraps
    _mock_return_value _mock_side_effect _mock_children method_calls _spec_class _mock_methods _mock_unsafe return_value side_effect
    called call_count call_args call_args_list mock_calls await_count await_args await_args_list'''.split())


def _kinds():
    """The public module, complete once a mock is made."""
    from unittest import mock
    return mock


def _async_mixin():
    return _kinds().AsyncMockMixin
