class A:
    def __int__(self): return 42
    def __float__(self): return 2.5
    def __complex__(self): return 1 + 2j
    def __index__(self): return 7
    def __bool__(self): return False
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __bytes__(self): return b"bytes"
    def __format__(self, s): return f"fmt[{s}]"
    def __hash__(self): return 99
    def __trunc__(self): return 3
    def __floor__(self): return "fl"
    def __ceil__(self): return "ce"
    def __round__(self, n=0): return ("rd", n)
    def __length_hint__(self): return 3
a = A()
import math
print(int(a), float(a), complex(a), bool(a), str(a), repr(a), bytes(a), format(a), format(a, "x"), hash(a), f"{a} {a!r} {a!s:>5}", "%s %r %d %f %x" % (a, a, a, a, a))
print(hex(a), bin(a), oct(a), [0] * a, "abcdefghij"[a], list(range(a))[-1], round(a), round(a, 1), math.floor(a), math.ceil(a), math.trunc(a), math.sqrt(a))
print([a], {a: a}, (a,), {"k": a})
class IdxOnly:
    def __index__(self): return 5
i = IdxOnly()
print(int(i), float(i), complex(i), range(10)[i], "x" * i, [1, 2, 3, 4, 5, 6][i], bytes(i), chr(i + 60) if hasattr(i, "__add__") else chr(i), round(2.123456789, i))
class StrSub(str):
    def __str__(self): return "custom str"
    def __repr__(self): return "custom repr"
s = StrSub("orig")
print(s, [s], str(s), f"{s}", s + "", "".join([s]), "%s" % s, s.upper(), format(s))
class IntSub(int):
    def __repr__(self): return f"I<{int(self)}>"
print(IntSub(3), str(IntSub(3)), IntSub(3) + 1, [IntSub(4)], f"{IntSub(5)}", f"{IntSub(5):d}", "%d" % IntSub(6), "%s" % IntSub(6), IntSub(10).bit_length(), IntSub(-3).__abs__())
class NoRepr: pass
print(repr(NoRepr()).startswith("<__main__.NoRepr object at 0x"), str(NoRepr) , object.__repr__(5).startswith("<int object at"))
class B:
    def __bool__(self): raise ValueError("ambiguous")
for e in ("not B()", "if_ := B() and 1", "1 if B() else 2", "all([B()])", "any([B()])", "[x for x in [1] if B()]", "filter(None, [B()]).__next__()"):
    try:
        eval(f"({e})")
    except ValueError as x:
        print(e, x)

