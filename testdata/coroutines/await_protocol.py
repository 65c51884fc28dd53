class Aw:
    def __init__(self, *vals): self.vals = vals
    def __await__(self):
        got = []
        for v in self.vals:
            got.append((yield v))
        return got
async def main():
    r = await Aw(1, 2)
    print("r", r)
    r = await Aw()
    print("empty", r)
    return "done"
c = main()
print(c.send(None), c.send("a"))
try:
    c.send("b")
except StopIteration as e:
    print(e.value)
class IterAw:
    def __await__(self): return iter([10, 20])
async def it():
    print(await IterAw())
c = it()
print(c.send(None), c.send(None))
try:
    c.send(None)
except StopIteration: print("end")
class Bad1:
    def __await__(self): return 5
class Bad2:
    async def __await__(self): pass
class Bad3:
    def __await__(self): return [1]
def drive(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
    except Exception as e: return f"{type(e).__name__}: {e}"
async def aw(x): return await x
import warnings
warnings.simplefilter("ignore")
for x in (Bad1(), Bad2(), Bad3(), 5, None, "s", print, (i for i in [])):
    print(drive(aw(x)))
import types
@types.coroutine
def gen_co():
    yield
    return "gen based"
print(drive(aw(gen_co())), type(gen_co()).__name__)
async def cr(): return 1
c = cr()
print(drive(aw(c)), drive(aw(c)))
c2 = cr()
async def twice():
    await c2
    await c2
print(drive(twice()))
class Manual:
    def __init__(self): self.n = 0
    def __await__(self): return self
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("manual")
        return self.n
    def throw(self, e): print("throw called", repr(e)); raise StopIteration("from throw")
    def close(self): print("close called")
c = aw(Manual()); print(c.send(None))
try:
    c.throw(KeyError(1))
except StopIteration as e:
    print(e.value)
c = aw(Manual()); c.send(None); c.close()

