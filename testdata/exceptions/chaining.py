def show(e):
    out = []
    while e is not None:
        out.append(repr(e))
        if e.__cause__ is not None:
            out.append("cause"); e = e.__cause__
        elif e.__context__ is not None and not e.__suppress_context__:
            out.append("context"); e = e.__context__
        else:
            e = None
    print(" | ".join(out))
try:
    try:
        raise KeyError("a")
    except KeyError:
        raise ValueError("b")
except ValueError as e: show(e)
try:
    try:
        raise KeyError("a")
    except KeyError as k:
        raise ValueError("b") from k
except ValueError as e: show(e)
try:
    try:
        raise KeyError("a")
    except KeyError:
        raise ValueError("b") from None
except ValueError as e:
    show(e)
    print(repr(e.__context__))
try:
    try:
        try:
            raise TypeError(1)
        finally:
            raise KeyError(2)
    except KeyError:
        raise IndexError(3)
except IndexError as e: show(e)
e1 = ValueError("manual")
e1.__cause__ = KeyError("c")
print(e1.__suppress_context__)
show(e1)
for bad in ("e1.__cause__ = 5", "e1.__context__ = 5", "e1.__traceback__ = 5", "e1.args = 5", "del e1.args", "e1.__suppress_context__ = 5", "del e1.__cause__"):
    try:
        exec(bad)
        print(bad, "ok", e1.args)
    except TypeError as e:
        print(bad, e)
e = ValueError("notes")
e.add_note("first"); e.add_note("second")
print(e.__notes__)
try:
    e.add_note(5)
except TypeError as x:
    print(x)
try:
    raise e.with_traceback(None)
except ValueError as x:
    print(x is e, x.__traceback__.tb_lineno > 0)
def reraise():
    try:
        raise ValueError("orig")
    except ValueError:
        try:
            raise KeyError("inner")
        except KeyError:
            pass
        raise
try:
    reraise()
except ValueError as e: show(e)
import sys
try:
    raise ValueError("si")
except ValueError:
    t, v, tb = sys.exc_info()
    print(t.__name__, v, tb.tb_lineno, sys.exception() is v)
print(sys.exc_info(), sys.exception())
try:
    try:
        raise ValueError("self")
    except ValueError as e:
        raise e
except ValueError as e:
    print(e.__context__)
def loop_ctx():
    a, b = ValueError("a"), KeyError("b")
    try:
        try:
            raise a
        except ValueError:
            raise b
    except KeyError:
        try:
            raise a
        except ValueError as x:
            print(repr(x.__context__), repr(x.__context__.__context__))
loop_ctx()

