import asyncio, contextlib
@contextlib.asynccontextmanager
async def locked(lock):
    await lock.acquire()
    try: yield
    finally: lock.release()
async def main():
    l = asyncio.Lock()
    async with locked(l):
        async with contextlib.AsyncExitStack() as st:
            await st.enter_async_context(locked(l))
asyncio.run(main())
