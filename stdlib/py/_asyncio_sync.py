"""asyncio.Barrier and the mixins of the synchronisation primitives."""
__name__ = 'asyncio.locks'

import enum

from asyncio import events, exceptions
from asyncio import Condition


class _ContextManagerMixin:
    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


__name__ = 'asyncio.mixins'


class _LoopBoundMixin:
    _loop = None

    def _get_loop(self):
        loop = events._get_running_loop()
        if self._loop is None:
            self._loop = loop
        if loop is not self._loop:
            raise RuntimeError(f'{self!r} is bound to a different event loop')
        return loop


__name__ = 'asyncio.timeouts'


class _State(enum.Enum):
    CREATED = 'created'
    ENTERED = 'active'
    EXPIRING = 'expiring'
    EXPIRED = 'expired'
    EXITED = 'finished'


__name__ = 'asyncio.locks'


class _BarrierState(enum.Enum):
    FILLING = 'filling'
    DRAINING = 'draining'
    RESETTING = 'resetting'
    BROKEN = 'broken'


class Barrier(_LoopBoundMixin):
    """Blocks tasks until as many of them wait as there are parties."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._cond = Condition()
        self._parties = parties
        self._state = _BarrierState.FILLING
        self._count = 0  # tasks inside

    def __repr__(self):
        text = self._state.value
        if not self.broken:
            text += f', waiters:{self.n_waiting}/{self.parties}'
        return f'<{object.__repr__(self)[1:-1]} [{text}]>'

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        """Wait for the other parties; the result is this task's place, from 0 on."""
        async with self._cond:
            await self._block()
            try:
                place = self._count
                self._count += 1
                if place + 1 == self._parties:
                    await self._release()
                else:
                    await self._wait()
                return place
            finally:
                self._count -= 1
                self._exit()

    async def _block(self):
        # While those released leave, nobody may come in.
        await self._cond.wait_for(
            lambda: self._state is not _BarrierState.DRAINING and self._state is not _BarrierState.RESETTING)
        if self._state is _BarrierState.BROKEN:
            raise exceptions.BrokenBarrierError('Barrier aborted')

    async def _release(self):
        self._state = _BarrierState.DRAINING
        self._cond.notify_all()

    async def _wait(self):
        await self._cond.wait_for(lambda: self._state is not _BarrierState.FILLING)
        if self._state is _BarrierState.BROKEN or self._state is _BarrierState.RESETTING:
            raise exceptions.BrokenBarrierError('Abort or reset of barrier')

    def _exit(self):
        if self._count:
            return
        if self._state is _BarrierState.RESETTING or self._state is _BarrierState.DRAINING:
            self._state = _BarrierState.FILLING
        self._cond.notify_all()

    async def reset(self):
        """Give the waiting tasks BrokenBarrierError and start anew."""
        async with self._cond:
            self._state = _BarrierState.RESETTING if self._count > 0 else _BarrierState.FILLING
            self._cond.notify_all()

    async def abort(self):
        """Put the barrier into the broken state for good."""
        async with self._cond:
            self._state = _BarrierState.BROKEN
            self._cond.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state is _BarrierState.FILLING else 0

    @property
    def broken(self):
        return self._state is _BarrierState.BROKEN
