import asyncio
async def main():
    loop = asyncio.get_running_loop()
    infos = await loop.getaddrinfo("localhost", 80)
    print(len(infos) > 0)
asyncio.run(main())
