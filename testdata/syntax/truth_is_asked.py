# How often and in which order operands are asked for their truth.
class A:
    def __init__(s, n, v): s.n=n; s.v=v
    def __bool__(s): print("bool", s.n); return s.v
a, b = A("a", False), A("b", True)
print(1); not (a and b)
print(2); x = not (a and b)
print(3); x = not (b or a)
print(4); x = not (b and a)
def f():
    return not (a and b)
print(5); f()
print(6); x = not not a
print(7); x = (not a) and b
print(8)
if not (a and b): pass
print(9); x = 1 if not (a and b) else 2
print(10); [1 for i in [1] if not (a and b)]
print(11); assert not (a and b)
print(12); x = bool(a and b)
print(13); x = (a and b) or a
print(14); x = not a == b
print(15); x = not (a if b else b)
print(16); x = (a and b) and b
print(17); x = (a or b) and a
print(18); x = a and (b or a)
