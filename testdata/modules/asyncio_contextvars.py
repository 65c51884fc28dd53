import asyncio, contextvars
request = contextvars.ContextVar("request")
async def handler(n):
    tok = request.set(n)
    await asyncio.sleep(0.001 * (3 - n))
    try:
        return await service()
    finally:
        request.reset(tok)
async def service():
    await asyncio.sleep(0)
    return f"request {request.get()}"
async def main():
    print(await asyncio.gather(*(handler(i) for i in range(3))))
    try:
        request.get()
    except LookupError:
        print("unset in main")
asyncio.run(main())

