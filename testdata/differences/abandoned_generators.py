# A generator left by break is closed at once when nobody holds it; an asynchronous one by the loop's hooks.
import asyncio


def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")


for n in numbers():
    break
print("after the loop")


async def ticks():
    try:
        yield 1
        yield 2
    finally:
        print("asynchronous generator closed")


async def main():
    async for n in ticks():
        break
    print("after the asynchronous loop")


asyncio.run(main())
print("end")
