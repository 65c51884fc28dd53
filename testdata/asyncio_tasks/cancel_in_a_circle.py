# Tasks that wait for each other in a circle cannot be cancelled: each asks the next.
import asyncio

tasks = {}


async def wait_for(name):
    await tasks[name]


async def main():
    tasks["a"] = asyncio.create_task(wait_for("b"), name="a")
    tasks["b"] = asyncio.create_task(wait_for("a"), name="b")
    await asyncio.sleep(0.001)
    for f in (tasks["a"], tasks["b"], asyncio.gather(*tasks.values())):
        try:
            print(f.cancel())
        except RecursionError as e:
            print("RecursionError", e)
    for t in tasks.values():
        t._log_destroy_pending = False
    loop.stop()


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
except RuntimeError as e:
    print(e)
