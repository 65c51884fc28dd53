import asyncio
cache = {}
async def get(key, deps):
    if key not in cache:
        cache[key] = asyncio.ensure_future(compute(key, deps))
    return await cache[key]
async def compute(key, deps):
    total = 1
    for d in deps[key]: total += await get(d, deps)
    return total
async def main():
    deps = {"a": ["b"], "b": ["c"], "c": ["a"]}
    print(await get("a", deps))
asyncio.run(main())
