import asyncio


async def eat(name, left, right):
    async with left:
        print(name, "has the left fork")
        await asyncio.sleep(0.01)
        async with right:
            print(name, "eats")


async def main():
    forks = [asyncio.Lock() for _ in range(3)]
    async with asyncio.TaskGroup() as table:
        for i, name in enumerate(["Aristotle", "Plato", "Socrates"]):
            table.create_task(eat(name, forks[i], forks[(i + 1) % 3]), name=name)


asyncio.run(main())
