import asyncio

balance = 100

async def withdraw(lock, who, amount):
    global balance
    async with lock:
        current = balance
        await asyncio.sleep(0)
        balance = current - amount
        print(who, "leaves", balance)

async def main():
    lock = asyncio.Lock()
    await asyncio.gather(withdraw(lock, "ann", 30), withdraw(lock, "bob", 50))
    print("final", balance)

asyncio.run(main())

