# The classes of asyncio cannot be changed; subclasses and instances can.
import asyncio

try:
    asyncio.Queue.get = None
except TypeError as e:
    print(e)


class Queue(asyncio.Queue):
    def get_nowait(self):
        return "mine"


q = Queue()
q.label = "kept"
print(q.get_nowait(), q.label)
