"""asyncio.iscoroutinefunction of everything callable."""
import asyncio, functools, inspect
from unittest import mock
def f(): pass
async def c(): pass
@inspect.markcoroutinefunction
def marked(): pass
def old(): pass
old._is_coroutine = asyncio.coroutines._is_coroutine
def other(): pass
other.x = 1
class K:
    def m(self): pass
    async def a(self): pass
    @staticmethod
    async def s(): pass
    @classmethod
    async def k(cls): pass
    async def __call__(self): pass
k = K()
for x in (f, c, marked, old, other, K.m, k.m, K.a, k.a, K.s, k.s, K.k, k.k, K, k, k.__call__, print, [].append, len, int,
          functools.partial(c), functools.partial(f), lambda: 1, None, 3, mock.AsyncMock(), mock.Mock(), c.__get__(3), f.__get__(3)):
    print(asyncio.iscoroutinefunction(x), end=" ")
print()
