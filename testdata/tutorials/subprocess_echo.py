import asyncio

async def main():
    process = await asyncio.create_subprocess_exec("echo", "Hello World", stdout=asyncio.subprocess.PIPE)
    out, err = await process.communicate()
    print(out, err, process.returncode)
    shell = await asyncio.create_subprocess_shell("echo $((2 + 3)); exit 4", stdout=asyncio.subprocess.PIPE)
    print(await shell.stdout.read(), await shell.wait())

asyncio.run(main())

