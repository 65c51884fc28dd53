import asyncio
import warnings
warnings.simplefilter("ignore")

async def main():
    print("Начало")
    await asyncio.sleep(0.01)
    print("Конец")

loop = asyncio.get_event_loop()
loop.run_until_complete(main())
loop.close()

