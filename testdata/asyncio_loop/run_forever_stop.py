import asyncio
loop = asyncio.new_event_loop()
n = 0
def periodic():
    global n
    n += 1
    print("tick", n)
    if n < 4: loop.call_later(0.005, periodic)
    else: loop.stop()
loop.call_soon(periodic)
async def task():
    for i in range(3):
        print("task", i)
        await asyncio.sleep(0)
    return "t"
t = loop.create_task(task())
loop.run_forever()
print(t.done(), t.result())
def a(): 
    print("a")
    loop.stop()
    loop.call_soon(b)
def b(): print("b")
loop.call_soon(a)
loop.call_soon(print, "same iteration")
loop.run_forever()
print("stopped; b not yet")
loop.call_soon(loop.stop)
loop.run_forever()
def raiser(): raise ValueError("in callback")
msgs = []
loop.set_exception_handler(lambda l, c: msgs.append((c["message"].split("(")[0], repr(c["exception"]))))
loop.call_soon(raiser)
loop.call_soon(print, "after raiser")
loop.call_soon(loop.stop)
loop.run_forever()
print(msgs)
def sysexit(): raise SystemExit(5)
loop.call_soon(sysexit)
loop.call_soon(print, "pending at exit")
try:
    loop.run_forever()
except SystemExit as e:
    print("SystemExit", e.code)
loop.call_soon(loop.stop)
loop.run_forever()
print(loop.get_debug(), loop.slow_callback_duration)
loop.set_debug(True)
print(loop.get_debug())
loop.set_debug(False)
try:
    loop.call_soon(5)
except TypeError as e:
    print(e)
try:
    loop.call_later(None, print)
except TypeError as e:
    print(e)
t1, t2 = loop.time(), loop.time()
print(t2 >= t1, isinstance(t1, float))
loop.close()
print(repr(loop).split(" ", 1)[1])

