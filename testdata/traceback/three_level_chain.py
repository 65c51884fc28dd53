def a():
    try:
        b()
    except ValueError as e:
        raise RuntimeError("a failed") from e
def b():
    try:
        c()
    except KeyError:
        raise ValueError("b failed")
def c():
    raise KeyError("c failed")
a()

