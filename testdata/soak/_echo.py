"""A server of echoed lines and its clients, most of them honest. Driven by soak_test.go, phase by phase."""

import asyncio
import collections
import socket
import struct

runner = asyncio.Runner()
seen = collections.Counter()  # what the server met
server = None


async def echo(reader, writer):
    seen['connections'] += 1
    try:
        while True:
            line = await reader.readline()
            if not line.endswith(b'\n'):
                seen['half lines' if line else 'ends'] += 1
                break
            seen['lines'] += 1
            writer.write(line)
            await writer.drain()
    except ConnectionError:
        seen['resets'] += 1
    finally:
        writer.close()
        try:
            await writer.wait_closed()
        except ConnectionError:
            pass
        seen['closed'] += 1


def line(ident, number):
    """A line that no other client sends, of a length that varies up to 3 kB."""
    return b'%d %d ' % (ident, number) + b'.' * (ident * 31 + number * 17 & 63) * (48 if number % 16 == 0 else 1) + b'\n'


async def honest(ident, messages, start):
    """Send all messages, a few at once, and check what comes back."""
    reader, writer = await asyncio.open_connection('127.0.0.1', start.port)
    await start.arrive()
    checked = 0
    ahead = ident % 4 + 1
    for first in range(0, messages, ahead):
        numbers = range(first, min(first + ahead, messages))
        writer.writelines([line(ident, n) for n in numbers])
        await writer.drain()
        for n in numbers:
            answer = await reader.readline()
            if answer != line(ident, n):
                raise AssertionError(f'client {ident} sent {line(ident, n)!r} and got {answer!r}')
            checked += 1
    writer.write_eof()
    if await reader.read():
        raise AssertionError('something came after the last answer')
    writer.close()
    await writer.wait_closed()
    return checked


def reset(writer):
    """Close so that the other side gets a reset."""
    sock = writer.get_extra_info('socket')
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
    writer.transport.abort()


async def rude(ident, times, start):
    """Come and go without manners, several times."""
    for again in range(times):
        reader, writer = await asyncio.open_connection('127.0.0.1', start.port)
        if again == 0:
            await start.arrive()
        manner = (ident + again) % 5
        if manner == 0:  # vanish with an answer on its way
            writer.write(line(ident, again))
            writer.transport.abort()
        elif manner == 1:  # send half a line
            writer.write(b'half a li')
            writer.close()
        elif manner == 2:  # reset at once
            reset(writer)
        elif manner == 3:  # reset with much unread on both sides
            for _ in range(20):
                writer.write(b'deaf' * 1000 + b'\n')
            await asyncio.sleep(0.001)
            reset(writer)
        else:  # reset in the middle of a line, after an answer
            writer.write(line(ident, again) + b'half')
            await reader.readline()
            reset(writer)
        try:
            await writer.wait_closed()
        except ConnectionError:
            pass
    return 0


class Start:
    """The clients begin when all of them are connected."""

    def __init__(self, port, expected):
        self.port = port
        self.missing = expected
        self.all_here = asyncio.Event()

    async def arrive(self):
        self.missing -= 1
        if self.missing == 0:
            self.all_here.set()
        await self.all_here.wait()


async def phase_in(connections, messages):
    global server
    if server is None:
        server = await asyncio.start_server(echo, '127.0.0.1', 0, backlog=1024)
    seen.clear()
    start = Start(server.sockets[0].getsockname()[1], connections)
    rude_ones = connections // 5
    share, more = divmod(messages, connections - rude_ones)
    clients = []
    for i in range(connections - rude_ones):
        clients.append(honest(i, share + (i < more), start))
    for i in range(rude_ones):
        clients.append(rude(connections + i, 3, start))
    checked = sum(await asyncio.gather(*clients))
    while seen['closed'] < seen['connections']:
        await asyncio.sleep(0.01)
    tasks = len(asyncio.all_tasks()) - 1
    return [checked, tasks, seen['connections'], seen['half lines'], seen['resets'], seen['lines']]


def phase(connections, messages):
    return runner.run(phase_in(connections, messages))


async def children_in(count, at_once):
    room = asyncio.Semaphore(at_once)

    async def child(n):
        async with room:
            process = await asyncio.create_subprocess_exec(
                'sh', '-c', f'read line; echo "$line" {n}; echo err {n} >&2; exit {n % 7}',
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE)
            if n % 10 == 9:
                process.kill()
                await process.wait()
                return process.returncode == -9
            out, err = await process.communicate(b'line of %d\n' % n)
            return (out, err, process.returncode) == (b'line of %d %d\n' % (n, n), b'err %d\n' % n, n % 7)

    return sum(await asyncio.gather(*(child(n) for n in range(count))))


def children(count, at_once):
    return runner.run(children_in(count, at_once))


async def stop():
    server.close()
    await server.wait_closed()


def close():
    if server is not None:
        runner.run(stop())
    runner.close()
