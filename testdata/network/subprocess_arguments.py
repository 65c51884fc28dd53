"""Child processes: data, signals, exit codes, arguments and their errors."""
import asyncio, sys, signal, os
from asyncio.subprocess import PIPE, DEVNULL, STDOUT
async def main():
    # communicate with large data
    p = await asyncio.create_subprocess_exec('cat', stdin=PIPE, stdout=PIPE)
    data = os.urandom(1<<22)
    out, err = await p.communicate(data)
    print(out == data, err, p.returncode)
    # kill/terminate/exit codes
    for meth in ('kill', 'terminate'):
        p = await asyncio.create_subprocess_exec('sleep', '100')
        getattr(p, meth)()
        print(meth, await p.wait(), p.returncode)
    p = await asyncio.create_subprocess_exec('sleep', '100')
    p.send_signal(signal.SIGINT)
    print(await p.wait())
    p = await asyncio.create_subprocess_shell('exit 42')
    print(await p.wait())
    try:
        p.kill()
    except ProcessLookupError as e: print('ple', e)
    else: print('no error')
    # stdin closed early
    p = await asyncio.create_subprocess_exec('true', stdin=PIPE, stdout=PIPE)
    print(await p.communicate(b'x'*1000000))
    p = await asyncio.create_subprocess_exec('true', stdin=PIPE)
    await p.wait()
    try:
        for _ in range(3):
            p.stdin.write(b'x'*100000)
            await p.stdin.drain()
            await asyncio.sleep(0.01)
    except (BrokenPipeError, ConnectionResetError) as e:
        print(type(e).__name__, e)
    p = await asyncio.create_subprocess_exec('sh', '-c', 'echo out; echo err >&2', stdout=PIPE, stderr=STDOUT)
    print(await p.communicate())
    p = await asyncio.create_subprocess_exec('sh', '-c', 'echo out; echo err >&2', stdout=DEVNULL, stderr=PIPE)
    print(await p.communicate())
    try:
        await asyncio.create_subprocess_exec('/nonexistent/x')
    except FileNotFoundError as e: print(e)
    try:
        await asyncio.create_subprocess_exec('/')
    except PermissionError as e: print(e)
    for kw in ({'universal_newlines': True}, {'shell': True}, {'bufsize': 1}, {'encoding': 'utf8'}, {'errors': 'x'}, {'text': True}):
        try:
            await asyncio.create_subprocess_exec('true', **kw)
        except ValueError as e: print(kw, e)
    for kw in ({'universal_newlines': True}, {'shell': False}, {'bufsize': 1}, {'text': True}):
        try:
            await asyncio.create_subprocess_shell('true', **kw)
        except ValueError as e: print(kw, e)
    try:
        await asyncio.create_subprocess_shell(['true'])
    except ValueError as e: print(e)
    try:
        await asyncio.create_subprocess_exec(3)
    except TypeError as e: print(e)
    # cancelled wait
    p = await asyncio.create_subprocess_exec('sleep', '100')
    try:
        await asyncio.wait_for(p.wait(), 0.05)
    except TimeoutError: print('timeout')
    p.kill(); print(await p.wait())
    p = await asyncio.create_subprocess_exec('sh', '-c', 'sleep 100', stdout=PIPE, start_new_session=True)
    try:
        await asyncio.wait_for(p.communicate(), 0.05)
    except TimeoutError: print('timeout')
    os.killpg(p.pid, 9)
    print(await p.wait())
    # limit
    p = await asyncio.create_subprocess_exec('sh', '-c', 'head -c 1000 /dev/zero; echo', stdout=PIPE, limit=100)
    try:
        await p.stdout.readline()
    except ValueError as e: print(e)
    print(len(await p.stdout.read()), await p.wait())
    p = await asyncio.create_subprocess_exec('sh', '-c', 'pwd; echo $FOO; umask', stdout=PIPE, cwd='/usr', env={'FOO': 'bar', 'PATH': '/bin'}, umask=0o77)
    print((await p.communicate())[0])
    p = await asyncio.create_subprocess_exec(sys.executable, '-c', 'import os; print(os.getpgid(0) == os.getpid(), os.getsid(0)==os.getpid())', stdout=PIPE, process_group=0)
    print((await p.communicate())[0])
    p = await asyncio.create_subprocess_exec(sys.executable, '-c', 'import os; print(os.getpgid(0) == os.getpid(), os.getsid(0)==os.getpid())', stdout=PIPE, start_new_session=True)
    print((await p.communicate())[0])
    print(repr(p)[:9], p.stdin, p.stderr)
    p = await asyncio.create_subprocess_exec('cat', stdin=PIPE, stdout=PIPE)
    print(repr(p.stdin)[:47], type(p.stdin), type(p.stdout))
    p.stdin.write(b'abc\n'); print(await p.stdout.readline())
    p.stdin.close(); await p.stdin.wait_closed()
    print(await p.stdout.read(), await p.wait())
    print(p.returncode, p._transport.get_returncode())
asyncio.run(main())
