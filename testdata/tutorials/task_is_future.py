import asyncio
print(issubclass(asyncio.tasks.Task, asyncio.futures.Future))
print(asyncio.Task is asyncio.tasks.Task, asyncio.Future is asyncio.futures.Future)
print(asyncio.Task.__mro__[1].__name__, asyncio.Task.__name__, asyncio.Future.__module__)
print([n for n in ("result", "exception", "add_done_callback", "cancel", "get_name", "uncancel") if hasattr(asyncio.Task, n)])

