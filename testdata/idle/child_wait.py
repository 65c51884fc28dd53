import asyncio
import sys
async def main():
    process = await asyncio.create_subprocess_exec("sleep", "0.2")
    print(await process.wait())
asyncio.run(main())
