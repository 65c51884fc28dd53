import asyncio

loop = asyncio.new_event_loop()
answer = loop.create_future()
answer.add_done_callback(print)
print(loop.run_until_complete(answer))
