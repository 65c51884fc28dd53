import asyncio
async def fetch(n): return n
print(type(fetch(1)))
def helper():
    r = fetch(2)
    return 5
helper()
async def sub():
    a = fetch(3)
    return 7
async def main():
    print(type(fetch(4)))
    x = await sub()
    f"{fetch(5)!s:.3}"
    y = [fetch(6), fetch(7)]
    y = None
    try: fetch(8) + 1
    except TypeError as e: print(e)
    try:
        for i in fetch(9): pass
    except TypeError as e: print(e)
    if fetch(10): print("truthy")
    z = fetch(11)
    z = 3
    print(x, z)
asyncio.run(main())
