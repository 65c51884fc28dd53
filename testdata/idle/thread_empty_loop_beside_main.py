import asyncio
import threading, time
loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever)
thread.start()
time.sleep(0.1)
loop.call_soon_threadsafe(loop.stop)
thread.join()
print("joined")
