import asyncio
import os, threading, time
async def main():
    loop = asyncio.get_running_loop()
    r, w = os.pipe()
    reader = asyncio.StreamReader()
    transport, _ = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(r, "rb"))
    def write():
        for i in range(3):
            time.sleep(0.05)
            os.write(w, b"%d\n" % i)
        os.close(w)
    threading.Thread(target=write).start()
    while line := await reader.readline():
        print(line)
asyncio.run(main())
