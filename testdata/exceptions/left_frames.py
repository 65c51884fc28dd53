"""Frames that have ended: their variables, callers, clear()."""
import sys
k0 = sys._getframe()
def inner(a):
    b = a * 2
    raise ValueError(b)
def outer():
    x = 5
    try:
        inner(x)
    finally:
        x = 6
try:
    outer()
except ValueError as e:
    tb = e.__traceback__
names = []
t = tb
while t:
    names.append((t.tb_frame.f_code.co_name, t.tb_lineno, dict(t.tb_frame.f_locals) if t.tb_frame.f_code.co_name != '<module>' else None))
    t = t.tb_next
print(names)
f = tb.tb_next.tb_next.tb_frame
print(f.f_back.f_code.co_name, f.f_back.f_back.f_code.co_name, f.f_back.f_back.f_back)
loc = f.f_locals
print(dict(loc), loc['b'])
print(f.clear(), dict(f.f_locals), dict(loc))
try:
    sys._getframe().clear()
except RuntimeError as e:
    print(e)
def gen():
    y = 1
    yield sys._getframe()
    raise KeyError(y)
g = gen()
fr = next(g)
print(fr is g.gi_frame, dict(fr.f_locals))
try:
    fr.clear()
except RuntimeError as e:
    print(e)
try:
    next(g)
except KeyError as e:
    fr2 = e.__traceback__.tb_next.tb_frame
print(fr2 is fr, dict(fr.f_locals), fr.f_back is k0, g.gi_frame)
fr.clear()
print(dict(fr.f_locals))
def keep():
    z = 3
    return sys._getframe()
k = keep()
print(dict(k.f_locals), k.f_lineno, k.f_back is sys._getframe())
async def co():
    w = 1
    raise OSError(w)
c = co()
cf = c.cr_frame
print(dict(cf.f_locals), cf.f_back)
try:
    c.send(None)
except OSError as e:
    print(e.__traceback__.tb_next.tb_frame is cf, dict(cf.f_locals), cf.f_lineno, cf.f_back is k0)
