import asyncio
log = []
async def w(n):
    log.append(f"{n}0")
    await asyncio.sleep(0)
    log.append(f"{n}1")
async def main():
    await asyncio.gather(w("a"), w("b"))
    log.append("|")
    async with asyncio.TaskGroup() as tg:
        tg.create_task(w("c")); tg.create_task(w("d"))
        log.append("body")
        await asyncio.sleep(0)
        log.append("body2")
    log.append("|")
    await asyncio.wait([asyncio.create_task(w("e")), asyncio.create_task(w("f"))])
    log.append("|")
    for c in asyncio.as_completed([w("g")]): await c; log.append("next")
    log.append("|")
    await asyncio.gather(*(asyncio.gather(w(f"i{k}"), w(f"j{k}")) for k in range(2)))
asyncio.run(main())
print(" ".join(log))

