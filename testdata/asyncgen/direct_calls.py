# Driving the awaitables of asynchronous generators by hand.
import types, gc
@types.coroutine
def ay(v): return (yield v)
class MyExc(Exception): pass
def tr(f, *a):
    try: print('->', f(*a))
    except BaseException as e: print(type(e).__name__, e)
async def g(): 
    yield 123
tr(g().__anext__().send, 100)
async def foo():
    v = yield 1
    v = yield v
    yield v*100
it = foo().__aiter__()
tr(it.__anext__().send, None)
tr(it.__anext__().send, 10)
async def agenfn():
    try: yield
    except MyExc: pass
    while True:
        try: await ay(None)
        except MyExc: pass
agen = agenfn()
tr(agen.asend(None).send, None)
gen = agen.athrow(MyExc)
tr(gen.throw, MyExc)
tr(agen.asend(MyExc).throw, MyExc)
agen = agenfn()
tr(agen.asend(None).send, None)
gen = agen.asend(None)
tr(gen.throw, MyExc)
tr(agen.asend(None).throw, MyExc)
agen = agenfn()
g1 = agen.asend(None)
tr(g1.throw, MyExc)
tr(g1.send, None)
agen = agenfn()
g1 = agen.athrow(MyExc)
tr(g1.throw, ValueError)
tr(g1.send, None)
agen = agenfn()
g1 = agen.aclose()
tr(g1.throw, ValueError)
tr(g1.send, None)
async def agenfn():
    try: yield
    except MyExc:
        try: await ay(None)
        except GeneratorExit: await ay(None)
agen = agenfn()
tr(agen.asend(None).send, None)
gen = agen.athrow(MyExc)
tr(gen.send,None)
tr(gen.close)
# close of not started
agen = agenfn()
x = agen.asend(None); tr(x.close); tr(x.send, None)
x = agen.athrow(MyExc); tr(x.close); tr(x.send, None)
async def agenfn():
    try: yield 1
    except MyExc: pass
    while True:
        try: await ay(None)
        except MyExc: pass
agen = agenfn()
tr(agen.asend(None).send, None)
gen = agen.asend(None); gen.send(None)
tr(agen.asend(5).send, None)
tr(agen.asend(None).send, 5)
tr(agen.__anext__().send, None)
tr(agen.athrow(MyExc).send, None)
tr(agen.aclose().send, None)
tr(agen.asend(5).throw, MyExc)
tr(agen.athrow(MyExc).throw, MyExc)
tr(agen.aclose().throw, MyExc)
tr(gen.close)
async def e():
    return
    yield
tr(e().asend(None).send, 1)
tr(e().asend(3).send, None)
tr(e().asend(None).send, None)
x=e().asend(None)
tr(x.throw, MyExc)
x=e()
tr(x.athrow(MyExc).send, None)
tr(x.asend(None).send, None)
tr(x.aclose().send, None)
x=e()
y = x.athrow(MyExc); tr(y.send, 5); y.close()
x=e()
y = x.aclose(); tr(y.send, 5); y.close()
print('--- dropped', flush=True)
def fn():
    x.asend(None)
    x.athrow(ValueError)
    x.aclose()
    x.__anext__()
fn()
async def m():
    async for y in agen2(): print(y)
async def agen2():
    yield 1
import asyncio
asyncio.run(m())
