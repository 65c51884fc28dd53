"""Child processes: inherited streams, SubprocessProtocol, many at once."""
import asyncio, sys
# order of output with inherited streams
async def main():
    print('one')
    sys.stdout.flush()
    p = await asyncio.create_subprocess_exec('echo', 'two')
    await p.wait()
    print('three'); sys.stdout.flush()
    p = await asyncio.create_subprocess_shell('echo four; echo five')
    await p.communicate()
    print('six')
    class P(asyncio.SubprocessProtocol):
        def __init__(self): self.done = asyncio.get_running_loop().create_future(); self.log=[]
        def connection_made(self, t): self.log.append('made')
        def pipe_data_received(self, fd, data): self.log.append((fd, data))
        def pipe_connection_lost(self, fd, exc): self.log.append(('lost', fd, exc))
        def process_exited(self): self.log.append('exited')
        def connection_lost(self, exc): self.log.append(('connlost', exc)); self.done.set_result(None)
    loop = asyncio.get_running_loop()
    t, p = await loop.subprocess_exec(P, 'sh', '-c', 'read x; echo $x; exit 3')
    print(t.get_pid() > 0, t.get_returncode(), [type(t.get_pipe_transport(i)).__name__ for i in range(4)])
    t.get_pipe_transport(0).write(b'hello\n')
    await p.done
    print(p.log[0], sorted(map(str, p.log[1:-1])), p.log[-1])
    print(t.get_returncode(), t.is_closing())
    t.close()
    t, p = await loop.subprocess_shell(P, 'sleep 10')
    t.terminate()
    await p.done
    print(t.get_returncode()); 
    print(repr(t).split('pid')[0], 'returncode' in repr(t))
    # kill through close
    t, p = await loop.subprocess_shell(P, 'sleep 10')
    t.close()
    await p.done
    print(t.get_returncode())
    # concurrent
    async def one(i):
        p = await asyncio.create_subprocess_exec('sh', '-c', f'echo {i}; exit {i}', stdout=asyncio.subprocess.PIPE)
        out, _ = await p.communicate()
        return int(out), p.returncode
    print(await asyncio.gather(*(one(i) for i in range(20))))
asyncio.run(main())
