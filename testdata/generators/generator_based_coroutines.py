import types
@types.coroutine
def trap(kind, *args):
    result = yield (kind, args)
    return result
async def proc(name):
    x = await trap("get", name)
    print(name, "got", x)
    try:
        await trap("fail")
    except RuntimeError as e:
        print(name, "caught", e)
    return f"{name} result"
def kernel(coros):
    queue = [(c, "send", None) for c in coros]
    while queue:
        c, how, val = queue.pop(0)
        try:
            kind, args = c.send(val) if how == "send" else c.throw(val)
        except StopIteration as e:
            print("exit", e.value)
            continue
        if kind == "get": queue.append((c, "send", f"value for {args[0]}"))
        elif kind == "fail": queue.append((c, "throw", RuntimeError("trap failed")))
kernel([proc("a"), proc("b")])
class Future:
    def __init__(self): self.done, self.value = False, None
    def __await__(self):
        while not self.done: yield self
        return self.value
async def waiter(f, n): print(n, await f)
f = Future()
cs = [waiter(f, i) for i in range(2)]
for c in cs: print(c.send(None) is f)
f.done, f.value = True, "ready"
for c in cs:
    try:
        c.send(None)
    except StopIteration: pass
@types.coroutine
def delegating():
    r = yield from inner()
    return r
async def inner(): return "inner coro"
async def use(): print(await delegating())
try:
    use().send(None)
except StopIteration: pass
def plain(): yield 1
async def bad(): await plain()
try:
    bad().send(None)
except TypeError as e:
    print(e)
def plain2(): yield from inner()
try:
    next(plain2())
except TypeError as e:
    print(e)

