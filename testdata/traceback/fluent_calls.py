# Method chains and other expressions over several lines.
import traceback, sys
class Q:
    def where(self, *a, **k): return self
    def boom(self, *a, **k): raise ValueError("boom")
    prop = property(lambda s: 1/0)
q = Q()
def a():
    return (q
        .where(1)
        .where(2)
        .boom(3))
def b():
    return (q
        .where(1)
        .boom(2)
        .where(3))
def c():
    return q.where(
        1).boom(
            2,
            3
        )
def d():
    return q.boom(
        1,
        2)
def e():
    return (q.
        boom(
            1,
            key=2))
def f():
    return (q.
        boom(*[
            1, 2],
            key=2))
def g():
    return (q
      .prop
      .foo)
def h():
    x = (q
      .where(1)
      .prop)
def i():
    (q
      .where(1)
      .prop) = 5
def j():
    (q
      .where(1)
      .foo
      .bar) += 5
def k():
    del (q
      .where(1)
      .foo)
def l():
    return (q
        .where(1)
        .boom)(3,
           4)
def m():
    return (q
        .where(1)
        .where(2)[
            0])
def n():
    return q.where(1, q
       .boom(2), 3)
def o():
    return q.where(
        1, 2, 3,
    ).where(
        4,
    ).boom(
        5,
    )
def p():
    with open("/nonexistent/x",
              "r",
              encoding="utf-8") as f:
        pass
def r():
    import os
    return (os
            .path
            .joinn("a"))
def s():
    for x in (q
              .where(1)
              .boom(1)):
        pass
async def _s():
    return (q
         .boom(1))
def t():
    _s().send(None)
def u():
    return (
        q.where().boom
    )(
        1
    )
def v():
    return [
        y.boom(1)
        for y in [q]
        if y
    ]
def w():
    return not (
        q.boom()
    )
def x():
    return (q.where()
            and q.boom()
            and q)
def y():
    return f"""{
        q.boom(1)
    }"""
def z():
    raise ValueError(
        "multi",
        "line",
    )
def aa():
    assert (
        q.where() is None
    ), (
        "message"
    )
def bb():
    return (
        1 if q.boom()
        else 2
    )
def cc():
    x: int = (
        q.boom()
    )
def dd():
    lst = [1]
    lst[
       5
    ] = 3
def ee():
    lst = [1]
    lst[
       5
    ] += 3
def ff():
    (a,
     b) = [1]
def gg():
    return (lambda:
        q.boom()
    )()
def hh():
    @q.boom
    @q.where
    def inner(): pass
def ii():
    @q.where(1)
    @q.boom(1)
    class inner: pass
for fn in list(globals().values()):
    if callable(fn) and getattr(fn, "__module__", None) == "__main__" and fn.__name__ not in ("Q", "_s"):
        print("#", fn.__name__)
        try: fn()
        except BaseException: traceback.print_exc(file=sys.stdout)
