from collections.abc import AsyncIterator, AsyncIterable, AsyncGenerator, Coroutine, Awaitable, KeysView, MutableSequence, Set
import asyncio
async def ag(): yield 1
async def co(): pass
c, g = co(), ag()
print(isinstance(g, AsyncIterator), isinstance(g, AsyncGenerator), isinstance(c, Coroutine), isinstance(c, Awaitable), isinstance({}.keys(), KeysView), isinstance([], MutableSequence), isinstance({1}, Set), issubclass(asyncio.Future, Awaitable))
c.close()
class L(MutableSequence):
    def __init__(self): self.d = []
    def __getitem__(self, i): return self.d[i]
    def __setitem__(self, i, v): self.d[i] = v
    def __delitem__(self, i): del self.d[i]
    def __len__(self): return len(self.d)
    def insert(self, i, v): self.d.insert(i, v)
l = L(); l.append(1); l.extend([2, 3]); l += [4]; l.reverse(); l.remove(2)
print(list(l), l.pop(), 3 in l, l.index(3), l.count(4))
class S(Set):
    def __init__(self, it): self.d = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.d
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
a, b = S([1, 2, 3]), S([2, 3, 4])
print(list(a & b), list(a | b), list(a - b), sorted(a ^ b), a <= b, S([2]) < a, a == S([3, 2, 1]), a.isdisjoint(S([9])))
class It(AsyncIterator):
    def __init__(self): self.n = 0
    async def __anext__(self):
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        return self.n
async def main(): print([x async for x in It()])
asyncio.run(main())
try:
    AsyncIterable()
except TypeError as e:
    print(e)

