x = "global"
def f():
    global x
    x = "changed"
    def g():
        x = "local"
        return x
    return g()
print(f(), x)
def make():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
inc, get = make()
inc(); inc(5)
print(get())
def deep():
    v = 1
    def mid():
        def low():
            nonlocal v
            v = 2
        low()
    mid()
    return v
print(deep())
def define():
    global brand_new
    brand_new = "made"
define()
print(brand_new)
def dele():
    global brand_new
    del brand_new
dele()
print("brand_new" in globals())
class K:
    global kx
    kx = 5
    y = x
print(kx, K.y, hasattr(K, "kx"))
for src in (
    "def f():\n x = 1\n global x", "def f():\n print(x)\n global x", "def f(x):\n global x", "def f():\n nonlocal x",
    "nonlocal x", "def f():\n global y\n nonlocal y", "def f(x):\n def g():\n  x = 1\n  nonlocal x", "x: int = 1\ndef f():\n global x\n x: int = 2",
    "def f():\n for x in []: pass\n global x", "def f():\n import x\n global x", "def f():\n nonlocal __class__",
):
    try:
        exec(src)
        print("ok")
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno, e.offset)

