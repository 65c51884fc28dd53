"""Objects that stand in for parts of a system under test, and the means to put them in place for a while."""

__all__ = ('Mock', 'MagicMock', 'patch', 'sentinel', 'DEFAULT', 'ANY', 'call', 'create_autospec', 'AsyncMock', 'ThreadingMock',
           'FILTER_DIR', 'NonCallableMock', 'NonCallableMagicMock', 'mock_open', 'PropertyMock', 'seal')

from unittest._mock_call import ANY, DEFAULT, _Call, _CallList, call, sentinel
from unittest._mock_core import (Base, CallableMixin, InvalidSpecError, Mock, NonCallableMock, PropertyMock, _deleted, _is_exception,
                                 _missing)

# dir() of a mock shows only what is of interest.
FILTER_DIR = True

from unittest._mock_magic import _all_magics, _magics, _unsupported_magics
from unittest._mock_async import AsyncMagicMixin, AsyncMock, AsyncMockMixin, MagicMixin, MagicMock, MagicProxy, NonCallableMagicMock
from unittest._mock_patch import _patch, _patch_dict, _split_target as _get_target, patch
from unittest._mock_signature import _is_callable_spec as _callable
from unittest._mock_spec import create_autospec, mock_open, seal
from unittest._mock_threads import ThreadingMixin, ThreadingMock
