"""create_autospec, mock_open and seal."""
__name__ = 'unittest.mock'

import inspect
import io
from types import FunctionType

from unittest._mock_call import DEFAULT
from unittest._mock_core import InvalidSpecError, NonCallableMock, _reject_typos, _SpecPlaceholder
from unittest._mock_async import AsyncMock, MagicMock, NonCallableMagicMock
from unittest._mock_magic import _is_async_callable
from unittest._mock_signature import (_function_over, _function_types, _install_signature_check, _instance_callable, _is_callable_spec)


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock with spec's attributes, which are such mocks themselves, and with the signatures of its functions."""
    if type(spec) in (list, tuple):
        # Not names here: a list is mocked.
        spec = type(spec)
    is_class = isinstance(spec, type)
    if isinstance(spec, NonCallableMock):
        raise InvalidSpecError(f'Cannot autospec a Mock object. [object={spec!r}]')
    is_async = _is_async_callable(spec)
    options = {'spec_set' if spec_set else 'spec': spec}
    if spec is None:
        options = {}
    elif instance:
        options['_spec_as_instance'] = True
    kind = MagicMock
    if inspect.isdatadescriptor(spec):
        # A property could give anything.
        options = {}
    elif is_class and instance and not _instance_callable(spec):
        kind = NonCallableMagicMock
    elif is_async:
        if instance:
            raise RuntimeError("Instance can not be True when create_autospec is mocking an async function")
        kind = AsyncMock
    elif not _is_callable_spec(spec):
        kind = NonCallableMagicMock
    if not unsafe:
        _reject_typos(kwargs)
    name = kwargs.pop('name', _name)
    # Dotted names reach into what is made below.
    later = {path: kwargs.pop(path) for path in list(kwargs) if '.' in path}
    options.update(kwargs)
    mock = kind(parent=_parent, _new_parent=_parent, _new_name='' if _parent is None else name, name=name, unsafe=unsafe, **options)
    result = mock
    if isinstance(spec, _function_types):
        result = _function_over(mock, spec, is_async)
    else:
        _install_signature_check(spec, mock, is_class, instance)
    if _parent is not None and not instance:
        _parent._mock_children[name] = result
    wraps = kwargs.get('wraps')
    if is_class and not instance and 'return_value' not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name='()', _parent=mock, wraps=wraps)
    for attribute in dir(spec):
        if not (attribute.startswith('__') and attribute.endswith('__')):
            _spec_child(mock, result, spec, attribute, spec_set, instance, wraps)
    if later:
        mock.configure_mock(**later)
    return result


def _spec_child(mock, result, spec, name, spec_set, instance, wraps):
    """The mock of an attribute of spec; what is no function gets its own when it is used."""
    try:
        original = getattr(spec, name)
    except AttributeError:
        return
    wrapped = {} if wraps is None else {'wraps': getattr(wraps, name, None)}
    if not isinstance(original, _function_types):
        mock._mock_children[name] = _SpecPlaceholder(original, lambda: create_autospec(original, spec_set, False, mock, name, **wrapped))
        return
    skip_first = _takes_self(spec, name)
    kind = AsyncMock if _is_async_callable(original) else MagicMock
    child = kind(parent=mock, name=name, _new_name=name, _new_parent=mock, _eat_self=skip_first,
                 **{'spec_set' if spec_set else 'spec': original}, **wrapped)
    mock._mock_children[name] = child
    if wraps is None:
        child.return_value = kind()
    _install_signature_check(original, child, skip_first)
    if isinstance(result, FunctionType):
        setattr(result, name, child)


def _takes_self(spec, name):
    """The function is a method looked up in its class: its first parameter is not the caller's."""
    is_class = isinstance(spec, type)
    if not is_class and name in getattr(spec, '__dict__', {}):
        return False
    for base in (spec if is_class else type(spec)).__mro__:
        if name in base.__dict__:
            return is_class and isinstance(base.__dict__[name], _function_types)
    return is_class


def seal(mock):
    """Forbid attributes that do not exist yet, here and in the children."""
    mock._mock_sealed = True
    for name in dir(mock):
        try:
            child = getattr(mock, name)
        except AttributeError:
            continue
        if not isinstance(child, NonCallableMock) or isinstance(child._mock_children.get(name), _SpecPlaceholder):
            continue
        if child._mock_new_parent is mock:
            seal(child)


_real_open = open


def mock_open(mock=None, read_data=''):
    """A mock for open(): files that give read_data."""
    if mock is None:
        mock = MagicMock(name='open', spec=_real_open)
    handle = MagicMock(spec=_file_names())
    handle.__enter__.return_value = handle
    state = {}

    def fresh():
        return io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)

    def reader(method):
        def read(*args, **kwargs):
            fixed = getattr(handle, method).return_value
            if getattr(handle, method)._mock_return_value is not DEFAULT and getattr(handle, method)._mock_return_value is not None:
                return fixed
            return getattr(state['data'], method)(*args, **kwargs)
        return read

    def lines():
        configured = handle.readline._mock_return_value
        if configured is not DEFAULT and configured is not None:
            while True:
                yield configured
        yield from state['data']

    def next_line():
        configured = handle.readline._mock_return_value
        if configured is not DEFAULT and configured is not None:
            return configured
        return next(state['data'])

    def exit_file(*exc_info):
        handle.close()

    def reset(*args, **kwargs):
        state['data'] = fresh()
        return DEFAULT

    state['data'] = fresh()
    handle.write.return_value = None
    for method in ('read', 'readline', 'readlines'):
        getattr(handle, method).return_value = None
        getattr(handle, method).side_effect = reader(method)
    handle.__iter__.side_effect = lines
    handle.__next__.side_effect = next_line
    handle.__exit__.side_effect = exit_file
    mock.side_effect = reset
    mock.return_value = handle
    return mock


def _file_names():
    return sorted(set(dir(io.TextIOWrapper)) | set(dir(io.BytesIO)))
