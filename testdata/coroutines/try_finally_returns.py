import asyncio
async def t1():
    try:
        return await asyncio.sleep(0, "try")
    finally:
        await asyncio.sleep(0)
        print("t1 finally")
async def t2():
    for i in range(3):
        try:
            await asyncio.sleep(0)
            if i == 1: continue
            if i == 2: return f"returned at {i}"
            print("body", i)
        except ValueError:
            print("never")
        else:
            print("else", i)
        finally:
            await asyncio.sleep(0)
            print("finally", i)
async def t3():
    try:
        try:
            await asyncio.sleep(0)
            raise KeyError("inner")
        finally:
            try:
                await asyncio.sleep(0)
                raise ValueError("in finally")
            except ValueError as e:
                print("handled", e, repr(e.__context__))
    except KeyError as e:
        return f"outer {e}"
async def t4():
    while True:
        try:
            await asyncio.sleep(0)
            break
        finally:
            print("break finally")
    else:
        print("never")
    return "t4"
async def t5():
    async with A() as a:
        for i in range(2):
            async with A():
                if i: return a
class A:
    async def __aenter__(self): await asyncio.sleep(0); print("in"); return "A"
    async def __aexit__(self, *e): await asyncio.sleep(0); print("out", e[0])
async def t6():
    try:
        async for x in aiter_(): 
            try:
                await asyncio.sleep(0)
                if x == 1: raise LookupError(x)
            except LookupError as e:
                print("lookup", e)
                continue
            finally:
                print("x", x)
        else:
            print("exhausted")
    finally:
        return "t6"
async def aiter_():
    for i in range(3): yield i
async def t7():
    e = "outer"
    try:
        raise ValueError
    except ValueError as e:
        await asyncio.sleep(0)
    try:
        return e
    except UnboundLocalError as err:
        return str(err)
async def main():
    for t in (t1, t2, t3, t4, t5, t6, t7): print(t.__name__, "->", await t())
asyncio.run(main())

