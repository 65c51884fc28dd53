def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw
print(f(1, d=4))
print(f(1, 2, 3, 4, 5, d=6, x=7))
print(f(*[1, 2], **{"d": 4, "a": "kw-a"}))
print(f(0, *(1,), *[2, 3], d=1, **{"y": 1}, **{"z": 2}))
def defaults(x, acc=[]):
    acc.append(x)
    return acc
defaults(1)
print(defaults(2), defaults.__defaults__)
def kwonly(*, a, b=1): return a, b
print(kwonly(a=5), kwonly.__kwdefaults__)
sq = lambda x, *r, k=2, **q: (x ** k, r, q)
print(sq(3), sq(3, 1, k=3, z=0), sq.__name__, sq.__qualname__)
def annotated(x: int, *y: "str", z: float = 1.0, **w: dict) -> list: "doc"
print(annotated.__annotations__, annotated.__doc__)
calls = [
    "f()", "f(1)", "f(1, d=1, d2=2, **{'d': 1})", "f(a=1, d=2)", "kwonly()", "kwonly(1, a=2)", "kwonly(a=1, c=2)",
    "defaults()", "defaults(1, 2, 3)", "defaults(1, x=2)", "sq()", "f(*5, d=1)", "f(**5)", "f(**{1: 2})", "annotated(1, 2, z=1, q=2, x=3)",
    "(lambda: 0)(1)", "(lambda a, b: 0)(1)", "(lambda a, b, c: 0)()", "(lambda *, a, b, c: 0)()", "(lambda a=1: 0)(1, 2)",
]
for c in calls:
    try:
        print(c, eval(c))
    except TypeError as e:
        print(c, "->", e)
def outer():
    def inner(): pass
    return inner
print(outer().__qualname__, outer.__module__, f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_posonlyargcount, f.__code__.co_kwonlyargcount)

