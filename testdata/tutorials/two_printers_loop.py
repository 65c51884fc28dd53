import asyncio

async def numbers(stop):
    n = 1
    while n < 5:
        print("num", n)
        n += 1
        await asyncio.sleep(0)
    stop()

async def letters():
    for c in "abcdefgh":
        print("letter", c)
        await asyncio.sleep(0)

if __name__ == "__main__":
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.create_task(numbers(loop.stop))
    t = loop.create_task(letters())
    loop.run_forever()
    t.cancel()
    try:
        loop.run_until_complete(t)
    except asyncio.CancelledError:
        print("letters cancelled")
    loop.close()

