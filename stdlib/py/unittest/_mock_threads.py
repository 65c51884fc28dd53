"""Mocks that other threads call while one waits for the call."""
__name__ = 'unittest.mock'

import threading

from unittest._mock_core import Base
from unittest._mock_async import MagicMixin
from unittest._mock_call import sentinel
from unittest._mock_core import Mock

_timeout_unset = sentinel.TIMEOUT_UNSET


class ThreadingMixin(Base):
    """wait_until_called() and wait_until_any_call_with()."""
    DEFAULT_TIMEOUT = None

    def __init__(self, /, *args, timeout=_timeout_unset, **kwargs):
        self.__dict__['_mock_wait_timeout'] = self.DEFAULT_TIMEOUT if timeout is _timeout_unset else timeout
        self.__dict__['_mock_event'] = threading.Event()
        self.__dict__['_mock_calls_events'] = []
        self.__dict__['_mock_events_lock'] = threading.Lock()
        super().__init__(*args, **kwargs)

    def _get_child_mock(self, /, **kwargs):
        kwargs.setdefault('timeout', self._mock_wait_timeout)
        return super()._get_child_mock(**kwargs)

    def reset_mock(self, /, *args, **kwargs):
        self._mock_event.clear()
        self.__dict__['_mock_calls_events'] = []
        super().reset_mock(*args, **kwargs)

    def _event_for(self, args, kwargs):
        with self._mock_events_lock:
            for wanted, event in self._mock_calls_events:
                if wanted == (args, kwargs):
                    return event
            event = threading.Event()
            self._mock_calls_events.append(((args, kwargs), event))
            return event

    def _mock_call(self, /, *args, **kwargs):
        try:
            return super()._mock_call(*args, **kwargs)
        finally:
            event = self._event_for(args, kwargs)
            self._mock_event.set()
            event.set()

    def wait_until_called(self, *, timeout=_timeout_unset):
        """Wait for the first call; AssertionError after timeout seconds."""
        if timeout is _timeout_unset:
            timeout = self._mock_wait_timeout
        if not self._mock_event.wait(timeout=timeout):
            raise AssertionError(f'{self._mock_name or "mock"} was not called before timeout({timeout}).')

    def wait_until_any_call_with(self, *args, **kwargs):
        """Wait for a call with these arguments; AssertionError after the mock's timeout."""
        if not self._event_for(args, kwargs).wait(timeout=self._mock_wait_timeout):
            expected = self._format_mock_call_signature(args, kwargs)
            raise AssertionError(f'{expected} call not found before timeout({self._mock_wait_timeout}).')


class ThreadingMock(ThreadingMixin, MagicMixin, Mock):
    """A MagicMock whose calls another thread can wait for."""
