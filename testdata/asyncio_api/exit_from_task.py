import asyncio
async def quitter():
    await asyncio.sleep(0)
    raise SystemExit(7)
async def other():
    try:
        await asyncio.sleep(1)
    finally:
        print("other cleaned up")
async def main():
    asyncio.create_task(other())
    global task
    task = asyncio.create_task(quitter())
    task.add_done_callback(lambda t: print("quitter done", repr(t.exception())))
    await asyncio.sleep(0.5)
    print("not reached")
try:
    asyncio.run(main())
except SystemExit as e:
    print("exit", e.code, task.exception() is e)
    raise

