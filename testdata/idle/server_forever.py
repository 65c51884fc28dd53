import asyncio
async def main():
    server = await asyncio.start_server(lambda r, w: None, "127.0.0.1", 0)
    task = asyncio.create_task(server.serve_forever())
    asyncio.get_running_loop().call_later(0.2, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        print("closed")
asyncio.run(main())
