import asyncio
log = []
async def leaf():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        log.append("leaf cancelled")
        await asyncio.sleep(0)
        log.append("leaf cleanup")
        raise
async def mid():
    try:
        await leaf()
    finally:
        log.append("mid finally")
async def top():
    t = asyncio.create_task(mid())
    try:
        await t
    except asyncio.CancelledError:
        log.append(f"top cancelled, child {t.done()} {t.cancelled()}")
        raise
async def main():
    t = asyncio.create_task(top())
    await asyncio.sleep(0); await asyncio.sleep(0)
    t.cancel()
    log.append("cancel requested")
    for i in range(5):
        await asyncio.sleep(0)
        log.append(f"tick {i} {t.done()}")
    g = asyncio.gather(mid(), mid())
    await asyncio.sleep(0)
    g.cancel()
    try:
        await g
    except asyncio.CancelledError:
        log.append("gather cancelled")
    tg_task = asyncio.create_task(group())
    await asyncio.sleep(0.001)
    tg_task.cancel()
    try:
        await tg_task
    except asyncio.CancelledError:
        log.append("group cancelled")
async def group():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(mid())
asyncio.run(main())
print("\n".join(log))

