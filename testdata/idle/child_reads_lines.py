import asyncio
async def main():
    process = await asyncio.create_subprocess_shell("for i in 1 2 3; do sleep 0.05; echo $i; done",
                                                    stdout=asyncio.subprocess.PIPE)
    async for line in process.stdout:
        print(line)
    await process.wait()
asyncio.run(main())
