# Expressions and statements over several lines.
import traceback, sys
def show(f, *args):
    try: f(*args)
    except BaseException: traceback.print_exc(file=sys.stdout)
def long_call():
    return dict(
        a=1,
        b=int("x"),
        c=3,
    )
def long_binop():
    return (1 +
            2 *
            None)
def long_binop2():
    return (
        "aaa"
        + "bbb"
        + 3
        + "ddd"
    )
def long_sub():
    return {
        "a": 1
    }[
        "b"
    ]
def long_attr():
    return (
        "abc"
        .upper()
        .foo
        .bar()
    )
def nested():
    return max(len("a"), len(5), len("b"))
def long_args(x, y):
    return x.foo(
        y,
        1
    )
def multi_list():
    return [
        1,
        2,
        [3][7],
    ]
def multi_str():
    return """abc
def""" + 5
def multi_str2():
    return """abc
def""".foo()
def multi_cond():
    if (1 and
        2 and
        None.x):
        pass
def comp():
    return [x
            for x in [1, 2, 0]
            if 1 / x]
def comp2():
    return {
        k: 1 / v
        for k, v in {"a": 0}.items()
    }
def chained():
    return (
        [1, 2, 3]
        .append(4)
        .append(5)
    )
def unicode_line():
    é = "ünï"; return é + 1 + "漢字"
def unicode_wide():
    return "漢字" + "漢字".foo + "x"
def tabs():
	return "x" + 	1
def backslash():
    return 1 + \
        None
def lambda_multi():
    return (lambda x:
        x.y.z)(1)
def six_lines():
    return foo_undefined(
        1,
        2,
        3,
        4,
        5,
        6,
    )
def semis():
    x = 1; y = 2; z = x + "a"; w = 3
def long_line():
    return "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" + 1 + "bbbbbbbbbbbbbbbbbbbbbb"
def fmulti():
    return f"""
    {1}
    {None.x}
    """
def fsingle():
    return f"{1 + None!r:>{10}}"
def decor():
    @undefined_decorator
    def g(): pass
def default():
    def g(x=1/0, y=2): pass
def annot():
    def g(x: 1/0, y=2) -> int: pass
def klass():
    class K(object, metaclass=1/0):
        x = 5
def klass2():
    class K(5):
        x = 5
def klass3():
    class K:
        x = 5
        y = x.foo
def tryfin():
    try:
        1/0
    finally:
        None.foo
def tryexc():
    try:
        1/0
    except ZeroDivisionError as e:
        raise ValueError("v") from e
def tryexc2():
    try:
        1/0
    except foo_bar:
        pass
def tryexc3():
    try:
        1/0
    except (ValueError, 5):
        pass
def m():
    match {"a": 1}:
        case {"a": x} if x.foo:
            pass
def m2():
    match 5:
        case int(x=2):
            pass
        case int(1, 2):
            pass
for f in list(globals().values()):
    if callable(f) and getattr(f, "__module__", None) == "__main__" and f is not show:
        print("#", f.__name__)
        show(f, *([None, 1] if f is long_args else []))
