# Every pair of calls on asynchronous generators of several kinds.
import asyncio, itertools, warnings
warnings.simplefilter('ignore')
async def show(name,f):
    try: print(name, repr(await f()))
    except BaseException as e: print(name, type(e).__name__, e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
def gen(*plan):
    async def g():
        for p in plan:
            try:
                await asyncio.sleep(0)
                x = yield p
                print('got', x)
                await asyncio.sleep(0)
            except GeneratorExit as e:
                print('GE')
                await asyncio.sleep(0)
                if p=='ignore': yield 'ignored'
                if p=='retge': return
                raise
            except Exception as e:
                print('caught', repr(e), repr(e.__context__))
                if p=='reraise': raise KeyError('new') from e
                if p=='si': raise StopIteration(5)
                if p=='sai': raise StopAsyncIteration(5)
                if p=='ret': return
    return g()
async def al(g): return [x async for x in g]
async def co(g): return [x async for x in g if x]
async def brk(g):
    async for x in g:
        break
    await g.aclose()
    return x
async def tm(g):
    async with asyncio.timeout(0): return await anext(g)
cmds = [lambda g: anext(g), lambda g: g.asend(1), lambda g: g.athrow(ValueError("v")), lambda g: g.athrow(StopIteration(3)), lambda g: g.athrow(StopAsyncIteration(3)), lambda g: g.aclose(), lambda g: g.athrow(5), lambda g: al(g), lambda g: brk(g), lambda g: tm(g)]
async def main():
    for plan in [(1,2),('ignore',2),('retge',),('reraise',1),('si',1),('sai',2),('ret',1),(),('x','ignore')]:
        for seq in itertools.product(range(len(cmds)),repeat=2):
            g=gen(*plan)
            print('--',plan,seq)
            for c in (*seq,0):
                async def step(): return await cmds[c](g)
                await show(c,step)
            for i in range(6):
                try:
                    await anext(g)
                except BaseException as e:
                    print(repr(e))
asyncio.run(main())
