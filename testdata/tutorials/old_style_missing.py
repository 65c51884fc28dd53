import asyncio
try:
    @asyncio.coroutine
    def custom_coro():
        yield from asyncio.sleep(1)
except AttributeError as e:
    print("AttributeError:", e)

