"""Chains of awaited calls: results, operators, exceptions, cancellation and inspection at every level."""

import asyncio
import sys
import traceback


async def leaf(x):
    return x


async def plain(n):
    if n == 0:
        return 1
    return 1 + await plain(n - 1)


async def left(n):
    if n == 0:
        return "x"
    return await left(n - 1) + str(n)


async def both(n):
    if n < 2:
        return n
    return await both(n - 1) + await both(n - 2)


async def direct(n):
    if not n:
        return "bottom"
    return await direct(n - 1)


async def drops(n, log):
    if n:
        await drops(n - 1, log)
    log.append(n)


async def names(n):
    a = n
    if a == 0:
        return []
    b = await names(a - 1)
    b.append(a)
    c = await leaf(b)
    return c


async def suspends(n, where):
    if n == where:
        await asyncio.sleep(0)
    if n == 0:
        await asyncio.sleep(0)
        return 0
    r = await suspends(n - 1, where)
    if n == where:
        await asyncio.sleep(0)
    return r + await leaf(n)


async def fails(n, kind):
    if n == 0:
        if kind == "type":
            return "s"
        raise ValueError("at the bottom")
    return 1 + await fails(n - 1, kind)


async def unbound(n):
    if n:
        return late + await leaf(1)
    late = 2


async def looks(n):
    if n == 0:
        f = sys._getframe()
        chain = []
        while f is not None and f.f_code.co_name == "looks":
            chain.append((f.f_lineno, f.f_locals["n"]))
            f = f.f_back
        return chain
    here = await looks(n - 1)
    return here


async def keeps(n, out):
    out.append(sys._getframe())
    if n == 0:
        return n
    return n + await keeps(n - 1, out)


async def forever(n):
    return 1 + await forever(n + 1)


async def stops(n):
    if n == 0:
        raise StopIteration(3)
    return await stops(n - 1)


class Box:
    def __init__(self):
        self.calls = 0

    async def add(self, n, step=1):
        self.calls += 1
        if n <= 0:
            return self
        return await self.add(n - step)

    async def pair(self, a, b):
        if a > b:
            return (a, b)
        return await self.pair(a + 1, b)


class Left:
    def __radd__(self, other):
        return ("radd", other)

    def __add__(self, other):
        return ("add", other)


def show(label, exc):
    print(label, type(exc).__name__, exc)
    for fs in traceback.extract_tb(exc.__traceback__):
        if fs.filename == __file__:
            print("   ", fs.name, fs.lineno, fs.line, fs.colno, fs.end_colno)


async def cells(n):
    def inner():
        return n
    if n == 0:
        return [inner]
    fs = await cells(n - 1)
    fs.append(inner)
    return fs


async def cancel_deep():
    async def down(n):
        if n == 0:
            await asyncio.sleep(10)
        try:
            return await down(n - 1)
        except asyncio.CancelledError as e:
            print("cancelled at", n, e.args)
            raise
        finally:
            print("finally", n)
    t = asyncio.create_task(down(4))
    await asyncio.sleep(0)
    chain, c = [], t.get_coro()
    while c is not None and c.__name__ == "down":
        chain.append((c.cr_frame.f_lineno - down.__code__.co_firstlineno, c.cr_running, c.cr_frame.f_locals["n"]))
        c = c.cr_await
    print("cr_await", chain)
    t.cancel("enough")
    try:
        await t
    except asyncio.CancelledError as e:
        print("caught", e.args)


async def straight_down(n):
    if n == 0:
        await asyncio.sleep(10)
    return 1 + await straight_down(n - 1)


async def throw_in():
    t = asyncio.create_task(straight_down(5))
    await asyncio.sleep(0)
    c, depth = t.get_coro(), 0
    while c.__name__ == "straight_down":
        depth += 1
        c = c.cr_await
    print("depth", depth)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError as e:
        show("throw", e)


async def handled_around():
    async def probe(n):
        if n == 0:
            return repr(sys.exception())
        return await probe(n - 1)
    print(await probe(2))
    try:
        1 / 0
    except ZeroDivisionError:
        print(await probe(2))
    print(await probe(2))


async def replaced(n):
    if n == 0:
        replaced.__code__ = other.__code__
        return 0
    r = 1 + await replaced(n - 1)
    return r


async def other(n):
    a, b, c, d, e, f, g = range(7)
    return a + b + c + d + e + f + g + n


async def workers():
    async def step(i, n):
        if n % 3 == 0:
            await asyncio.sleep(0)
        return i * 100 + n

    async def work(i):
        total = 0
        for n in range(7):
            total += await step(i, n)
            total = total + await step(i, n + 1)
        return total
    print(await asyncio.gather(*(work(i) for i in range(5))))


async def main():
    print(await plain(30), await left(5), await both(9), await direct(7))
    log = []
    await drops(4, log)
    print(log, await names(5))
    print([await suspends(6, w) for w in range(8)])
    for kind in ("type", "value"):
        try:
            await fails(3, kind)
        except Exception as e:
            show(kind, e)
    try:
        await unbound(1)
    except UnboundLocalError as e:
        show("unbound", e)
    print(await looks(3))
    frames = []
    print(await keeps(3, frames))
    print([f.f_locals["n"] for f in frames], [f.f_back and f.f_back.f_code.co_name for f in frames])
    try:
        await forever(0)
    except RecursionError as e:
        print("RecursionError", e)
    try:
        await stops(2)
    except RuntimeError as e:
        print("RuntimeError", e, repr(e.__cause__))
    b = Box()
    print((await b.add(6)) is b, b.calls, await b.pair(1, 4))
    print(1 + await leaf(Left()), await leaf(Left()) + 2, await leaf(3) * 2 - await leaf(1))
    print([g() for g in await cells(3)])
    await cancel_deep()
    await throw_in()
    await handled_around()
    print(await replaced(4), await replaced(4))
    await workers()
    async def bad_args(n):
        return await plain(n, n)
    try:
        await bad_args(1)
    except TypeError as e:
        print(e)
    async def not_awaitable():
        return 1 + await len("abc")
    try:
        await not_awaitable()
    except TypeError as e:
        show("len", e)


asyncio.run(main())
