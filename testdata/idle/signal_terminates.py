import asyncio
import os, signal, subprocess
async def main():
    task = asyncio.current_task()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    subprocess.Popen(["sh", "-c", f"sleep 0.2; kill {os.getpid()}"])
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        print("terminated")
asyncio.run(main())
