import asyncio, os, sys, time
from concurrent.futures import ProcessPoolExecutor, as_completed, wait, ThreadPoolExecutor
import concurrent.futures
from concurrent.futures.process import BrokenProcessPool

def fib(n): return n if n < 2 else fib(n-1) + fib(n-2)
def bad(x): raise ValueError(f'bad {x}')
def die(): os._exit(3)
def init(x):
    global STATE
    STATE = x
def state(): return STATE
class Point:
    def __init__(self, x): self.x = x
    def __repr__(self): return f'Point({self.x})'
def mk(x): return Point(x)
CONST = 5
def usec(x): return x * CONST

async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2) as pool:
        r = await loop.run_in_executor(pool, fib, 15)
        print('fib', r)
        print(await asyncio.gather(*(loop.run_in_executor(pool, fib, i) for i in range(8))))
        try: await loop.run_in_executor(pool, bad, 1)
        except ValueError as e: print(repr(e), type(e.__cause__).__name__)
        try: await loop.run_in_executor(pool, lambda: 1)
        except Exception as e: print(type(e).__name__)
        print(await loop.run_in_executor(pool, mk, 3), await loop.run_in_executor(pool, usec, 3))
    
if __name__ == '__main__':
    CONST = 7
    asyncio.run(main())
    with ProcessPoolExecutor(max_workers=2, initializer=init, initargs=(9,)) as ex:
        print(list(ex.map(fib, range(6))), list(ex.map(pow, [2, 3], [3, 2], chunksize=2)), ex.submit(state).result())
        fs = [ex.submit(fib, i) for i in range(4)]
        print(sorted(f.result() for f in as_completed(fs)))
        f = ex.submit(bad, 2)
        print(repr(f.exception()))
        print(f.exception().__cause__.__class__)
    try: ex.submit(fib, 1)
    except RuntimeError as e: print(e)
    with ProcessPoolExecutor(1) as ex:
        f = ex.submit(die)
        try: f.result()
        except BrokenProcessPool as e: print('broken', e)
        try: ex.submit(fib, 1)
        except BrokenProcessPool as e: print('broken', e)
    try: ProcessPoolExecutor(0)
    except ValueError as e: print(e)
    ex = ProcessPoolExecutor(1)
    print(ex.submit(fib, 10).result())
