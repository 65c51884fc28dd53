print(True, False, None, True + 1, True == 1, True is True, bool.__mro__ == (bool, int, object), isinstance(True, int), str(True), repr(None), int(True), float(False), True & False, True | 0, True ^ True, type(True & True).__name__, type(True & 1).__name__, not None, None == None, None != 0, None is None, [True, False].count(1), sum([True, True, False]), {True: "t"}[1], "abc"[True], [False, True][True], True < 2, max(True, 2), -True, ~False, True ** 2, True // 2, True % 2, divmod(True, True), f"{True:d} {True!s:>6} {True:}", "%d %s" % (True, False), hash(True), True.real, True.bit_length(), (True).__add__(1), bool("False"), bool(""), bool(" "), bool(0.1), bool(-1), bool({}), bool({0}), bool(range(0)), bool(b""), bool(NotImplemented) if False else "ni")
for e in ("None + 1", "None()", "None.x", "None[0]", "None < 1", "len(None)", "iter(None)", "int(None)", "True.foo", "True()", "None = 1", "class X(bool): pass", "type(None)()", "type(None)(1)", "bool(1, 2)", "bool(x=1)", "None in 5", "for x in None: pass", "a, b = None", "True + 'a'", "None and 1 / 0", "None or 'x'", "x = None; x.y = 1", "x = None; x[0] = 1", "del None[0]", "None.__class__", "~True"):
    try:
        r = exec(e) if not e.startswith("None or") else eval(e)
        print(e, "ok", r)
    except Exception as ex:
        print(e, "->", type(ex).__name__, ex)
print(... , Ellipsis is ..., type(...).__name__, bool(...), NotImplemented, type(NotImplemented).__name__, type(None).__name__, None.__class__, None.__repr__(), None.__eq__(None), None.__bool__(), (5).__eq__("a"), object() == object())
x = 0 or "" or [] or None or "last"
y = 1 and "a" and [1] and {} and "never"
print(x, y, 1 and 2, 0 and 2, 1 or 2, not 1 and 2, (not 0) + 1, 1 if None else 2)
import warnings
warnings.simplefilter("ignore")
print(~True, ~False)
