# Every SyntaxWarning of the compiler.
x = "\d"; y = b"\q"; z = f"\w{x}"
"\777"; b"\400"
def f(x):
    if x is "abc": pass
    if x is not 5 or x is (): pass
    assert (x, "msg")
    1()
    [1](2)
    "a"["b"]
    (1, 2)(3)
    {1}[0]
    [1, 2][1, 2]
    None[0]
    f"{x}"(1)
    {1: 2}()
    1[0]
    (lambda: 0)[0]
    [i for i in x]["a"]
    ...()
    0x1for x in []
    1if x else 2
    1or 2
    return 1in x
    try: pass
    finally: return 5
f(5)
