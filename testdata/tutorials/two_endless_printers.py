import asyncio

async def print_nums():
    num = 1
    while True:
        print(num)
        num += 1
        await asyncio.sleep(0.06)

async def print_time():
    count = 0
    while True:
        if count % 3 == 0:
            print("{} seconds have passed".format(count))
        count += 1
        await asyncio.sleep(0.06)

async def main():
    try:
        async with asyncio.timeout(0.15):
            t1 = asyncio.create_task(print_nums())
            t2 = asyncio.create_task(print_time())
            await asyncio.gather(t1, t2)
    except TimeoutError:
        print("time is up", t1.cancelled(), t2.cancelled())

asyncio.run(main())

