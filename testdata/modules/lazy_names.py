from asyncio import *
import collections, functools, signal, asyncio
print(gather is asyncio.gather, [n for n in collections.__all__ if n not in dir(collections)], [n for n in functools.__all__ if n not in dir(functools)], "SIGINT" in dir(signal), "Signals" in dir(signal))
async def main():
    for o in asyncio.Queue(), asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(), asyncio.Condition(), asyncio.get_running_loop():
        o.zz = 1
        print(type(o).__name__, o.zz, o.__dict__.get("zz"))
asyncio.run(main())
