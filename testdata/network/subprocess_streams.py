"""Child processes: streams in both directions, inherited streams, signals, waiting twice."""
import asyncio, sys, os, signal
os.chdir(__import__('tempfile').mkdtemp())
# the program's own stdin/stdout through pipes; children inherit streams
code = '''
import asyncio, sys
async def main():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    t, p = await loop.connect_write_pipe(asyncio.streams.FlowControlMixin, sys.stdout)
    w = asyncio.StreamWriter(t, p, reader, loop)
    async for line in reader:
        w.write(line.upper()); await w.drain()
    c = await asyncio.create_subprocess_exec('echo', 'child'); await c.wait()
    w.write(b'end\\n'); await w.drain()
asyncio.run(main())
'''
async def main():
    p = await asyncio.create_subprocess_exec(sys.executable, '-c', code, stdin=-1, stdout=-1, stderr=-1)
    print(await p.communicate(b'hello\nworld\n'), p.returncode)
    p = await asyncio.create_subprocess_exec(sys.executable, '-c', 'import time; print("up", flush=True); time.sleep(10)', stdout=-1, stderr=-1)
    print(await p.stdout.readline()); p.send_signal(signal.SIGINT)
    out, err = await p.communicate(); print(out, err.splitlines()[-1], p.returncode)
    p = await asyncio.create_subprocess_exec(sys.executable, '-c', 'import sys; sys.exit(300)'); print(await p.wait())
    p = await asyncio.create_subprocess_exec(sys.executable, '-c', 'import os; os.abort()'); print(await p.wait())
    r, w = os.pipe()
    p = await asyncio.create_subprocess_exec('cat', stdin=r, stdout=-1); os.close(r); os.write(w, b'fd'); os.close(w); print(await p.communicate())
    with open('_output', 'wb') as f:
        p = await asyncio.create_subprocess_exec('echo', 'to file', stdout=f); await p.wait()
    print(open('_output').read())
    # many waiters, wait after end
    p = await asyncio.create_subprocess_exec('sleep', '0.05')
    print(await asyncio.gather(p.wait(), p.wait(), p.wait())); print(await p.wait())
    # cancel while a child starts
    t = asyncio.create_task(asyncio.create_subprocess_exec('sleep', '10')); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print('start cancelled')
    # stdout read while process writes much, in parts
    p = await asyncio.create_subprocess_exec('sh', '-c', 'for i in 1 2 3 4 5; do echo $i; done; head -c 300000 /dev/zero', stdout=-1)
    print([await p.stdout.readline() for _ in range(5)], len(await p.stdout.readexactly(200000)), len(await p.stdout.read()), await p.wait())
    p = await asyncio.create_subprocess_exec('cat', stdin=-1, stdout=-1)
    async def feed():
        for i in range(1000): p.stdin.write(b'x' * 1000); await p.stdin.drain()
        p.stdin.close()
    _, data = await asyncio.gather(feed(), p.stdout.read()); print(len(data), await p.wait())
    p = await asyncio.create_subprocess_exec('sleep', '10'); p.terminate(); await p.wait()
    try: p.terminate()
    except ProcessLookupError as e: print('PLE')
    else: print('nothing')
    print(p.pid > 0, repr(p).startswith('<Process '))
asyncio.run(main())
