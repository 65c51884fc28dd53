# frame.clear() of frames that have ended: their variables are gone, those of the functions around them stay.
import sys
class C: pass
def make(cell):
    def outer():
        x = 5
        if cell:
            def inner(): return x
        y = 6
        1/0
    try: outer()
    except ZeroDivisionError as e:
        tb = e.__traceback__
        f = tb.tb_next.tb_frame
    return f
for cell in (0, 1):
    f = make(cell)
    print(sorted(f.f_locals)); f.clear(); print(sorted(f.f_locals), f.f_lineno)
def t():
    x = 5
    def inner():
        x
        1/0
    try: inner()
    except ZeroDivisionError as e: f = e.__traceback__.tb_next.tb_frame
    print(f.f_locals); f.clear(); print(f.f_locals, x)
t()
