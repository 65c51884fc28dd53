import asyncio
class Loop(asyncio.SelectorEventLoop):
    def call_later(self, delay, callback, *args, context=None):
        return super().call_later(delay / 2, callback, *args, context=context)
async def main():
    event = asyncio.Event()
    asyncio.get_running_loop().call_later(0.2, event.set)
    await event.wait()
    print("set")
with asyncio.Runner(loop_factory=Loop) as runner:
    runner.run(main())
