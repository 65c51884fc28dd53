async def main():
    print("Привет, мир!")

asyncio.run(main())

