# Arguments of athrow() that are no exceptions are found out when the call runs.
async def g():
    yield 1
for bad in (None, 5, int):
    c = g().athrow(bad)
    try: c.send(None)
    except BaseException as e: print(type(e).__name__, e)
    try: c.send(None)
    except BaseException as e: print(type(e).__name__, e)
