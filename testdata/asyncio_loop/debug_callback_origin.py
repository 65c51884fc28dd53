# In debug mode a done callback written in Python has a handle that knows where the future was finished, and a step of a
# task one that knows where it was scheduled.
import asyncio


def callback(future):
    raise ValueError("in callback")


def handler(loop, context):
    print(context["message"].split(" at ")[0].split("(")[0], sorted(context))
    print([f.lineno for f in context["source_traceback"] if f.filename == __file__][-1])


async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 3600  # however busy the machine is
    loop.set_exception_handler(handler)
    future = loop.create_future()
    future.add_done_callback(callback)
    future.set_result(1)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print("wait_for=<Future pending cb=[Task.task_wakeup()] created at " in repr(task))
    loop.set_exception_handler(None)
    loop.call_exception_handler({"message": "ours"})
    lock.release()
    await task


asyncio.run(main(), debug=True)
