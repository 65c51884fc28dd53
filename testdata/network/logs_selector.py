"""What the loop logs in a program that logs everything."""
import logging, asyncio
logging.basicConfig(level=logging.DEBUG)
async def main(): print('x')
asyncio.run(main())
