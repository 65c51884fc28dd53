import asyncio
import concurrent.futures, threading, time
async def main():
    future = concurrent.futures.Future()
    def work():
        time.sleep(0.1)
        future.set_result("result")
    threading.Thread(target=work).start()
    print(await asyncio.wrap_future(future))
asyncio.run(main())
