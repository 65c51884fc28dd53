# Functions of the library that CPython has in Python are functions, with a signature, whatever they are made of.
import abc
import asyncio
import copy
import functools
import heapq
import inspect
import random
import re
import types


def show(f):
    print(
        f.__module__,
        f.__qualname__,
        type(f).__name__,
        repr(f).split(" at ")[0].split(" of ")[0],
        inspect.isfunction(f),
        inspect.iscoroutinefunction(f),
        inspect.signature(f),
    )


for f in (asyncio.sleep, asyncio.gather, asyncio.run, asyncio.wait_for, asyncio.wait, asyncio.shield):
    show(f)
for f in (asyncio.Queue.get, asyncio.Queue.put, asyncio.Queue.get_nowait, asyncio.Lock.acquire, asyncio.Event.wait,
          asyncio.Semaphore.release, asyncio.Condition.wait_for, asyncio.TaskGroup.create_task, asyncio.Runner.run):
    show(f)
show(asyncio.Queue().get)
for f in (copy.copy, copy.deepcopy, heapq.merge, heapq.nlargest, re.sub, re.escape, random.Random.shuffle, abc.abstractmethod,
          functools.wraps, types.new_class):
    print(f.__module__, f.__qualname__, type(f).__name__, inspect.isfunction(f))

code = asyncio.sleep.__code__
print(code.co_name, code.co_argcount, code.co_varnames[:2], bool(code.co_flags & inspect.CO_COROUTINE))
print(asyncio.sleep.__defaults__, asyncio.sleep.__kwdefaults__, asyncio.gather.__kwdefaults__)
print(isinstance(asyncio.sleep, types.FunctionType), asyncio.sleep.__closure__, asyncio.sleep.__dict__)


@functools.wraps(asyncio.sleep)
def nap(*args):
    return asyncio.sleep(*args)


print(nap.__name__, nap.__qualname__, nap.__module__, inspect.signature(nap))


class Fast(asyncio.Queue):
    async def get(self):
        return "fast", await super().get()


async def main():
    q = Fast()
    await q.put(1)
    print(await q.get())
    await asyncio.Queue.put(q, 2)
    print(await asyncio.Queue.get(q))
    print(await functools.partial(asyncio.sleep, 0)("done"))


asyncio.run(main())
for call in (lambda: asyncio.Queue.get(), lambda: asyncio.sleep(), lambda: asyncio.sleep(1, 2, 3), lambda: re.findall("a"),
             lambda: copy.copy(), lambda: random.randint(1), lambda: asyncio.Queue().put(), lambda: asyncio.gather(x=1)):
    try:
        call()
    except TypeError as e:
        print(e)
