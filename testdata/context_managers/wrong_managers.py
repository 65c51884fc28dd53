import asyncio
async def m():
    try:
        async with open(__file__): pass
    except TypeError as e: print(e)
    try:
        with asyncio.current_task(): pass
    except TypeError as e: print(e)
    try:
        async with asyncio.current_task(): pass
    except TypeError as e: print(e)
asyncio.run(m())
