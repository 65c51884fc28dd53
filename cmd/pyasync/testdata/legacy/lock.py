# "with (yield from lock)", a loop given to everything, asyncio.async.
import asyncio

loop = asyncio.get_event_loop()
lock = asyncio.Lock(loop=loop)
gate = asyncio.Condition(loop=loop)
seats = asyncio.Semaphore(2, loop=loop)


@asyncio.coroutine
def visitor(name):
    with (yield from seats):
        print(name, 'in')
        yield from asyncio.sleep(0.01, loop=loop)
        with (yield from lock):
            print(name, lock.locked())
    print(name, 'out')


@asyncio.coroutine
def waiter():
    with (yield from gate):
        yield from gate.wait()
        print('notified')


@asyncio.coroutine
def main():
    tasks = [asyncio.ensure_future(visitor(n), loop=loop) for n in 'abc']
    task = loop.create_task(waiter())
    yield from asyncio.wait(tasks, loop=loop, timeout=5)
    with (yield from gate):
        gate.notify_all()
    yield from asyncio.wait_for(task, 5, loop=loop)
    print(lock.locked(), (yield from asyncio.shield(asyncio.sleep(0, 'slept', loop=loop), loop=loop)))
    first = next(iter(asyncio.as_completed([asyncio.sleep(0, 'first')], loop=loop)))
    print((yield from first))
    try:
        with lock:
            pass
    except RuntimeError as e:
        print(e)
    return len([t for t in asyncio.Task.all_tasks(loop) if not t.done()])


print(loop.run_until_complete(main()))
group = asyncio.gather(asyncio.sleep(0, 1), asyncio.sleep(0, 2), loop=loop)
print(loop.run_until_complete(group))
for q in asyncio.Queue(3, loop=loop), asyncio.PriorityQueue(loop=loop), asyncio.LifoQueue(maxsize=1, loop=loop):
    print(q.maxsize, isinstance(q, asyncio.Queue), type(q).__name__)
loop.close()
