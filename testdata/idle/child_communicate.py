import asyncio
async def main():
    process = await asyncio.create_subprocess_shell("sleep 0.1; cat", stdin=asyncio.subprocess.PIPE,
                                                    stdout=asyncio.subprocess.PIPE)
    print(await process.communicate(b"hello"))
asyncio.run(main())
