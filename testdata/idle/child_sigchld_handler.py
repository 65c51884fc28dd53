import asyncio
import signal, subprocess
async def main():
    event = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGCHLD, event.set)
    child = subprocess.Popen(["sleep", "0.2"])
    await event.wait()
    print(child.wait())
asyncio.run(main())
