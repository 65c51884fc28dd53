"""The classes of streams, transports and protocols as inspect shows them."""
import asyncio, inspect
for f in (asyncio.StreamReader.readline, asyncio.StreamReader.read, asyncio.StreamReader.__anext__, asyncio.StreamReader.feed_data,
          asyncio.StreamWriter.drain, asyncio.StreamWriter.write, asyncio.StreamWriter.wait_closed, asyncio.StreamWriter.start_tls,
          asyncio.streams.FlowControlMixin._drain_helper, asyncio.open_connection, asyncio.Protocol.data_received):
    print(f.__qualname__, inspect.signature(f), inspect.iscoroutinefunction(f), inspect.isfunction(f), f.__module__)
for c in (asyncio.StreamReader, asyncio.StreamWriter, asyncio.StreamReaderProtocol, asyncio.Transport, asyncio.BaseTransport,
          asyncio.SubprocessProtocol, asyncio.BufferedProtocol):
    print(c, c.__module__, inspect.signature(c), c.__bases__)
print([c.__name__ for c in asyncio.StreamReaderProtocol.__mro__], [c.__name__ for c in asyncio.Transport.__mro__])


async def main():
    reader = asyncio.StreamReader()
    task = asyncio.create_task(reader.readline())
    await asyncio.sleep(0)
    print(reader.__class__.__name__, 'readline() running at' in repr(task), 'streams.py:562>' in repr(task))
    reader.feed_eof()
    print(await task)


asyncio.run(main())
