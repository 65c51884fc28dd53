import asyncio
async def a():
    try:
        await b()
    except KeyError as e:
        raise ValueError("from a") from e
async def b():
    try:
        await c()
    finally:
        print("b finally")
async def c():
    await asyncio.sleep(0)
    {}["missing"]
async def main():
    try:
        await a()
    except ValueError as e:
        import traceback
        print(repr(e), repr(e.__cause__))
        names = []
        tb = e.__cause__.__traceback__
        while tb:
            names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
            tb = tb.tb_next
        print(names)
    async def nested_finally():
        try:
            try:
                raise ValueError(1)
            finally:
                await asyncio.sleep(0)
                print("after await in finally")
        except ValueError:
            await asyncio.sleep(0)
            print("handled")
            return "r"
        finally:
            await asyncio.sleep(0)
            print("last")
    print(await nested_finally())
    async def override():
        try:
            raise ValueError
        finally:
            await asyncio.sleep(0)
            return "swallowed by return"
    print(await override())
    async def loop():
        for i in range(3):
            try:
                if i == 1: continue
                await asyncio.sleep(0)
                if i == 2: break
            finally:
                print("loop finally", i)
        return i
    print(await loop())
    async def exc_star():
        try:
            await asyncio.sleep(0)
            raise ExceptionGroup("g", [ValueError(1), KeyError(2), TypeError(3)])
        except* ValueError as eg:
            await asyncio.sleep(0)
            print("V", eg.exceptions)
        except* KeyError as eg:
            await asyncio.sleep(0)
            print("K", eg.exceptions)
    try:
        await exc_star()
    except ExceptionGroup as eg:
        print("rest", eg.exceptions)
asyncio.run(main())

