import asyncio
async def co():
    try:
        print("started")
        await asyncio.sleep(10)
    except GeneratorExit:
        print("GeneratorExit")
        raise
    finally:
        print("finally")
c = co()
c.close()
print("closed unstarted")
async def main():
    c = co()
    c.send(None)
    c.close()
    try:
        await c
    except RuntimeError as e:
        print(e)
    async def bad():
        try:
            await asyncio.sleep(10)
        except GeneratorExit:
            await asyncio.sleep(0)
    b = bad()
    b.send(None)
    try:
        b.close()
    except RuntimeError as e:
        print(e)
    async def swallow():
        try:
            await asyncio.sleep(1)
        except GeneratorExit:
            return "value"
    s = swallow(); s.send(None)
    print(s.close())
    x = co()
    t = asyncio.create_task(x)
    await asyncio.sleep(0)
    try:
        await x
    except RuntimeError as e:
        print(e)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("t cancelled")
asyncio.run(main())

