# Where the warning for a coroutine that nobody awaits appears: at the call when the value is dropped on the spot, else
# when the loop closes or the program ends.
import asyncio


async def work():
    pass


async def main():
    work()
    print("the first is reported before this line")
    kept = work()
    kept = None
    print("the second is reported after this line")


asyncio.run(main())
print("end")
