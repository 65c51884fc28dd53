import asyncio
from contextlib import asynccontextmanager
@asynccontextmanager
async def session():
    try:
        yield "s"
    finally:
        raise RuntimeError("teardown failed")
async def main():
    async with session() as s:
        raise ValueError(f"work on {s} failed")
asyncio.run(main())

