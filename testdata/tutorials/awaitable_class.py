import asyncio

class Countdown:
    def __init__(self, n): self.n = n
    def __await__(self):
        while self.n:
            print("T -", self.n)
            self.n -= 1
            yield
        return "liftoff"

async def main():
    print(await Countdown(3))
    print(await asyncio.gather(Countdown(2), Countdown(1)))

asyncio.run(main())

