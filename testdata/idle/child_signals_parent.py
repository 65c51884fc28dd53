import asyncio
import os, signal, subprocess
async def main():
    event = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, event.set)
    child = subprocess.Popen(["sh", "-c", f"sleep 0.2; kill -USR1 {os.getpid()}"])
    await event.wait()
    child.wait()
    print("signalled")
asyncio.run(main())
