import contextvars
v = contextvars.ContextVar("v", default="dflt")
w = contextvars.ContextVar("w")
print(v.name, v.get(), w.get("given"))
try:
    w.get()
except LookupError as e:
    print(type(e).__name__, str(e).split(" at 0x")[0])
t1 = v.set("one")
t2 = v.set("two")
print(v.get(), t2.old_value, t1.old_value is contextvars.Token.MISSING, t1.var is v)
v.reset(t2); print(v.get())
v.reset(t1); print(v.get())
for op in (lambda: v.reset(t1), lambda: w.reset(v.set("z")), lambda: v.reset(5)):
    try:
        op()
    except (RuntimeError, ValueError, TypeError) as e:
        print(type(e).__name__, str(e).split(" at 0x")[0].split("<")[0])
ctx = contextvars.copy_context()
def inner(a, k=0):
    v.set("inside")
    w.set(a + k)
    return v.get(), w.get()
print(ctx.run(inner, 1, k=2), v.get(), w in ctx, ctx[w], ctx.get(v), len(ctx) >= 2, v in contextvars.copy_context(), w in contextvars.copy_context())
print(sorted(x.name for x in ctx), [val for var, val in ctx.items() if var is w], ctx.copy()[w], list(ctx.keys()) == list(ctx))
empty = contextvars.Context()
print(len(empty), empty.run(v.get), list(empty.values()))
try:
    empty[v]
except KeyError as e:
    print("KeyError")
try:
    ctx.run(lambda: ctx.run(print))
except RuntimeError as e:
    print(str(e).split(":")[0])
try:
    contextvars.ContextVar(5)
except TypeError as e:
    print(e)
try:
    ctx[5]
except TypeError as e:
    print(e)
def gen():
    v.set("from gen")
    yield v.get()
print(next(gen()), v.get())
print(repr(v).split(" at ")[0], type(ctx).__name__)

