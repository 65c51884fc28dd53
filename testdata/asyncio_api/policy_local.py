# What an event-loop policy keeps: a loop per policy and thread. Queues with sizes that are no ints.
import asyncio, warnings, threading
warnings.simplefilter('ignore')
p = asyncio.DefaultEventLoopPolicy(); q = asyncio.DefaultEventLoopPolicy()
print(p._local._loop, p._local._set_called, p._watcher)
l = p.get_event_loop(); print(p._local._loop is l, q._local._loop, q.get_event_loop() is l)
q.get_event_loop().close(); l.close()
p.set_event_loop(None)
try: p.get_event_loop()
except RuntimeError as e: print(e)
def f():
    print(p._local._loop, p._local._set_called)
    try: p.get_event_loop()
    except RuntimeError as e: print(e)
t = threading.Thread(target=f); t.start(); t.join()
qq = asyncio.Queue(1.5); qq.put_nowait(1); qq.put_nowait(2); print(qq.full(), qq.maxsize)
qq = asyncio.Queue(float('inf')); qq.put_nowait(1); print(qq.full(), qq)
