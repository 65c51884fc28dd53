"""asyncio.Barrier and the mixins of the synchronisation primitives."""
__name__ = 'asyncio.locks'

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


__name__ = 'asyncio.locks'

# The states are enumerations for those who look at them. A barrier keeps just the value: importing enum for it would
# hold up the loop in the middle of a program.
_ENUMS = {
    '_BarrierState': ('asyncio.locks', {'FILLING': 'filling', 'DRAINING': 'draining', 'RESETTING': 'resetting', 'BROKEN': 'broken'}),
    '_State': ('asyncio.timeouts', {'CREATED': 'created', 'ENTERED': 'active', 'EXPIRING': 'expiring', 'EXPIRED': 'expired',
                                    'EXITED': 'finished'}),
}


def __getattr__(name):
    if name not in _ENUMS:
        raise AttributeError(f"module '_asyncio_sync' has no attribute '{name}'")
    import enum
    module, members = _ENUMS[name]
    globals()[name] = kind = enum.Enum(name, members, module=module)
    return kind


_FILLING, _DRAINING, _RESETTING, _BROKEN = _ENUMS['_BarrierState'][1].values()


class Barrier(_LoopBoundMixin):
    """Blocks tasks until as many of them wait as there are parties."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._cond = Condition()
        self._parties = parties
        self._phase = _FILLING
        self._count = 0  # tasks inside

    def __repr__(self):
        text = self._phase
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
            lambda: self._phase != _DRAINING and self._phase != _RESETTING)
        if self._phase == _BROKEN:
            raise exceptions.BrokenBarrierError('Barrier aborted')

    async def _release(self):
        self._phase = _DRAINING
        self._cond.notify_all()

    async def _wait(self):
        await self._cond.wait_for(lambda: self._phase != _FILLING)
        if self._phase == _BROKEN or self._phase == _RESETTING:
            raise exceptions.BrokenBarrierError('Abort or reset of barrier')

    def _exit(self):
        if self._count:
            return
        if self._phase == _RESETTING or self._phase == _DRAINING:
            self._phase = _FILLING
        self._cond.notify_all()

    async def reset(self):
        """Give the waiting tasks BrokenBarrierError and start anew."""
        async with self._cond:
            self._phase = _RESETTING if self._count > 0 else _FILLING
            self._cond.notify_all()

    async def abort(self):
        """Put the barrier into the broken state for good."""
        async with self._cond:
            self._phase = _BROKEN
            self._cond.notify_all()

    @property
    def _state(self):
        from asyncio import locks
        return locks._BarrierState(self._phase)

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._phase == _FILLING else 0

    @property
    def broken(self):
        return self._phase == _BROKEN
