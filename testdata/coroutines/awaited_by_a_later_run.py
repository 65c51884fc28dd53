import asyncio
async def w(n): print(n); return n
async def main(): pass
c = w("later")
asyncio.run(main())
print("between")
asyncio.run(c)
def gen():
    x = w("x2")
    asyncio.run(main())
    return x
asyncio.run(gen())
