import asyncio
import warnings
warnings.simplefilter("ignore")

async def main():
    print("never printed")

asyncio.create_task(main())

