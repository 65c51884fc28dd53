import asyncio
import selectors, socket, threading, time
async def main():
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    def work():
        time.sleep(0.1)
        loop.call_soon_threadsafe(event.set)
    threading.Thread(target=work).start()
    await event.wait()
    print("set")
with asyncio.Runner(loop_factory=lambda: asyncio.SelectorEventLoop(selectors.SelectSelector())) as runner:
    runner.run(main())
