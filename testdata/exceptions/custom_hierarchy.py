class AppError(Exception):
    code = 1
    def __init__(self, msg="", **ctx):
        super().__init__(msg)
        self.ctx = ctx
    def __str__(self):
        base = super().__str__() or type(self).__name__
        return base + (f" [{', '.join(f'{k}={v!r}' for k, v in self.ctx.items())}]" if self.ctx else "")
class NotFound(AppError): code = 404
class Denied(AppError, PermissionError): code = 403
class Multi(ExceptionGroup):
    def derive(self, e): return Multi(self.message, e)
for e in (AppError("plain"), NotFound("no user", id=5), NotFound(), Denied("nope", who="bob")):
    try:
        raise e
    except Denied as d:
        print("denied", d, d.code, isinstance(d, OSError))
    except AppError as a:
        print(type(a).__name__, a, a.code, a.args, a.ctx, repr(a))
def retry(fn, times, on=(Exception,)):
    errs = []
    for i in range(times):
        try:
            return fn(i)
        except on as e:
            errs.append(e)
    raise Multi("all attempts failed", errs)
def flaky(i):
    if i < 2: raise [ValueError, KeyError][i](f"attempt {i}")
    return f"ok at {i}"
print(retry(flaky, 3))
try:
    retry(flaky, 2)
except* ValueError as eg:
    print(type(eg).__name__, eg.exceptions)
except* KeyError as eg:
    print(type(eg).__name__, eg.exceptions)
try:
    retry(flaky, 2, on=ValueError)
except KeyError as e:
    print("not retried", e, repr(e.__context__))
class Ctx:
    def __init__(self, *types): self.types = types
    def __enter__(self): return self
    def __exit__(self, t, e, tb):
        self.caught = e
        return t is not None and issubclass(t, self.types)
with Ctx(ZeroDivisionError, KeyError) as c: 1 / 0
print(repr(c.caught))
try:
    with Ctx(KeyError): raise ValueError("through")
except ValueError as e:
    print(e)
def cleanup():
    steps = []
    try:
        steps.append("open")
        try:
            steps.append("work")
            raise RuntimeError("work failed")
        finally:
            steps.append("close")
    except RuntimeError as e:
        steps.append(str(e))
    else:
        steps.append("never")
    finally:
        steps.append("done")
    return steps
print(cleanup())
class E1(Exception):
    def __eq__(self, o): return type(o) is E1
    __hash__ = Exception.__hash__
print(E1("a") == E1("b"), E1("x").args, E1(1, 2), E1(), repr(E1([1])), str(E1(None)), str(E1("a", "b")))
try:
    raise E1 from NotFound("cause", x=1)
except E1 as e:
    print(repr(e.__cause__), str(e.__cause__), e.__suppress_context__)
err = ValueError("stored")
for _ in range(2):
    try:
        raise err
    except ValueError as e:
        depth, tb = 0, e.__traceback__
        while tb: depth, tb = depth + 1, tb.tb_next
        print(depth)
print(AppError.__mro__[1].__name__, Denied.__mro__[2].__name__, issubclass(Denied, (OSError, int)), Denied("d").errno)

