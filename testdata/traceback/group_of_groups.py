# Groups with causes, notes and groups inside.
import sys
def a():
    try:
        {}["k"]
    except KeyError:
        try:
            int("z")
        except ValueError as v:
            raise TypeError("t\nsecond line") from v
def b():
    try: a()
    except TypeError as e:
        e.add_note("first\nsecond")
        e.add_note("")
        e.__notes__.append(5)
        raise ExceptionGroup("grp", [e, ValueError(1), ExceptionGroup("inner", [OSError(2, "msg", "file"), KeyError("k")])])
try:
    b()
except* ValueError as g:
    print(g)
    raise RuntimeError("replaced") from g
