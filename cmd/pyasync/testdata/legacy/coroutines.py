import asyncio
import sys
@asyncio.coroutine
def get_date():
    create = asyncio.create_subprocess_exec(sys.executable, '-c', 'print(42)', stdout=asyncio.subprocess.PIPE, loop=loop)
    proc = yield from create
    data = yield from proc.stdout.readline()
    yield from proc.wait()
    return data.decode().rstrip()
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(get_date()))

def producer(q):
    for i in range(3):
        yield from q.put(i)
        yield from asyncio.sleep(0.01)
    yield from q.put(None)

@asyncio.coroutine
def consumer(q):
    while True:
        x = yield from q.get()
        if x is None: break
        print('got', x)
q = asyncio.Queue(loop=loop)
loop.create_task(asyncio.coroutine(producer)(q))
loop.run_until_complete(consumer(q))

class A:
    @asyncio.coroutine
    def meth(self, x):
        yield from asyncio.sleep(0)
        return x * 2
    @asyncio.coroutine
    def plain(self, x):
        return x + 1
    @asyncio.coroutine
    def deleg(self, x):
        return self.meth(x)
a = A()
print(loop.run_until_complete(asyncio.gather(a.meth(1), a.plain(2), a.deleg(3))))
t = asyncio.ensure_future(a.meth(5))
print(type(t).__name__, isinstance(t, asyncio.Task), isinstance(t, asyncio.Future), issubclass(asyncio.Task, asyncio.Future))
print(len(asyncio.Task.all_tasks()))
print(loop.run_until_complete(t))

async def mixed():
    r = await a.meth(7)
    print(await a.plain(8), r)
    e = asyncio.Event(loop=loop)
    asyncio.get_event_loop().call_later(0.01, e.set)
    await e.wait()
    s = asyncio.Semaphore(2, loop=loop)
    async with s:
        print(s.locked())
    with await s:
        print('in')
    c = asyncio.Condition(loop=loop)
    async with c:
        c.notify_all()
    print(isinstance(s, asyncio.Semaphore), isinstance(c, asyncio.Lock), isinstance(asyncio.PriorityQueue(), asyncio.Queue))
    try:
        await asyncio.wait_for(asyncio.sleep(5, loop=loop), timeout=0.01, loop=loop)
    except asyncio.TimeoutError:
        print('timeout')
    done, pending = await asyncio.wait([a.meth(1), asyncio.sleep(9)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    for p in pending: p.cancel()
    return asyncio.Task.current_task() is asyncio.current_task()
print(loop.run_until_complete(mixed()))
@asyncio.coroutine
def bad():
    yield from asyncio.sleep(0)
    raise ValueError('oops')
try:
    loop.run_until_complete(bad())
except ValueError as e:
    print(repr(e))
def gen():
    yield from asyncio.sleep(0.01)
    return 'gen'
print(asyncio.iscoroutine(gen()))
print(asyncio.iscoroutinefunction(gen), asyncio.iscoroutinefunction(bad))
try:
    print(loop.run_until_complete(gen()))
except TypeError as e: print(e)
fut = asyncio.Future()
@asyncio.coroutine
def setter(f):
    yield from asyncio.sleep(0.01)
    f.set_result('set')
asyncio.Task(setter(fut))
print(loop.run_until_complete(fut))
def cb(f): print('cb', f.result()); loop.stop()
t = asyncio.Task(a.meth(9)); t.add_done_callback(cb)
loop.run_forever()
loop.close()
