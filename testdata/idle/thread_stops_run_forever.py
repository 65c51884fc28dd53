import asyncio
import threading, time
loop = asyncio.new_event_loop()
task = loop.create_task(asyncio.Event().wait())
def stop():
    time.sleep(0.1)
    loop.call_soon_threadsafe(loop.stop)
threading.Thread(target=stop).start()
loop.run_forever()
print("stopped", task.done())
task.cancel()
loop.run_until_complete(asyncio.gather(task, return_exceptions=True))
loop.close()
