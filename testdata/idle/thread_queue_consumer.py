import asyncio
import queue, threading, time
async def main():
    loop = asyncio.get_running_loop()
    jobs, answers = queue.Queue(), asyncio.Queue()
    def consume():
        while (job := jobs.get()) is not None:
            time.sleep(0.02)
            loop.call_soon_threadsafe(answers.put_nowait, job * 2)
    thread = threading.Thread(target=consume)
    thread.start()
    for i in range(5):
        jobs.put(i)
    print([await answers.get() for _ in range(5)])
    jobs.put(None)
    thread.join()
asyncio.run(main())
