x = 1
del x
try:
    x
except NameError as e:
    print(e)
lst = list(range(10))
del lst[0], lst[-1], lst[2:4]
del lst[::2]
print(lst)
d = {"a": 1, "b": 2}
del d["a"]
print(d)
a = b = 1
del (a, [b])
class C:
    attr = 1
    def f(self): pass
c = C()
c.z = 5
del c.z, C.attr
for src in ("c.z", "C.attr", "del d['zz']", "del lst[99]", "del undefined_name", "del c.nope", "del C.f.x", "del (1).real", "del 'abc'[0]", "del (1,2)[0]"):
    try:
        exec(src)
    except Exception as e:
        print(src, "->", type(e).__name__, e)
def local():
    y = 1
    del y
    return y
try:
    local()
except UnboundLocalError as e:
    print(e)
assert True
assert (1, "never")[0]
for cond in ("assert False", "assert 1 == 2, 'msg'", "assert [], [1, 2]", "assert None, None"):
    try:
        exec(cond)
    except AssertionError as e:
        print(cond, repr(e), e.args)
pass; pass
if 1: pass
else: pass
print("done", __debug__)

