import asyncio, contextvars, collections, functools, itertools
async def c(): pass
async def main():
    t = asyncio.current_task(); f = asyncio.Future(); loop = asyncio.get_running_loop()
    co = c()
    async def ag(): yield 1
    g = ag()
    for o in (t, f, loop, asyncio.Task, asyncio.Future, asyncio.Lock(), asyncio.Queue(), asyncio.Event(), asyncio.timeout(1), asyncio.TaskGroup(), loop.call_soon(int), loop.call_later(0, int), asyncio.Semaphore(), co, g, asyncio.StreamReader(), asyncio.gather(), asyncio.shield(f), contextvars.ContextVar("x"), contextvars.copy_context(), asyncio.get_event_loop_policy(), asyncio):
        try: o.no_such
        except AttributeError as e: print(e)
        try: o.no_such = 1; print("set ok", type(o).__name__)
        except Exception as e: print(e)
        try: o + 1
        except Exception as e: print(e)
        try: o()
        except Exception as e: print(str(e)[:80])
        try: len(o)
        except Exception as e: print(e)
    co.close(); f.cancel()
    print(type(t).__name__, type(t).__qualname__, type(t).__module__, type(t), type(f), type(loop), type(loop).__mro__)
try: asyncio.run(main())
except Exception as e: print(repr(e))
