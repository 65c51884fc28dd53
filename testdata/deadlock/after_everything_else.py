import asyncio
import atexit
import sys


@atexit.register
def goodbye():
    print("goodbye")


async def main():
    sys.stdout.write("no newline")
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        print("never")


asyncio.run(main())
