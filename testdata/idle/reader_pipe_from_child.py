import asyncio
import os, subprocess
async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    child = subprocess.Popen(["sh", "-c", "sleep 0.2; echo done"], stdout=w)
    os.close(w)
    future = loop.create_future()
    def ready():
        loop.remove_reader(r)
        future.set_result(os.read(r, 100))
    loop.add_reader(r, ready)
    print(await future)
    child.wait()
asyncio.run(main())
