import asyncio
from contextlib import asynccontextmanager

class Connection:
    async def query(self, sql):
        await asyncio.sleep(0)
        return [f"row of {sql}"]

@asynccontextmanager
async def get_connection():
    print("acquire")
    conn = Connection()
    try:
        yield conn
    finally:
        await asyncio.sleep(0)
        print("release")

async def get_all_users():
    async with get_connection() as conn:
        return await conn.query("SELECT ...")

print(asyncio.run(get_all_users()))

