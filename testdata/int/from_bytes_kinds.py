"""int.from_bytes of every kind of object, formats with conversions, sums of sequences."""
import random
random.seed(3)
acc=0
for n in range(0,12):
    for k in range(40):
        b=bytes(random.randrange(256) for _ in range(n))
        for kind in (bytes,bytearray,memoryview,list):
            for o in ("big","little"):
                for s in (False,True):
                    acc=(acc*31+int.from_bytes(kind(b),o,signed=s))%1000000007
print(acc, int.from_bytes(b"\xff"*7,"big"), int.from_bytes(b"\xff"*7,signed=True), int.from_bytes(b"\x80","little",signed=True), bool.from_bytes(b"\1"), int.from_bytes(b""))
x="it's"; print(f"{x!r} {x!r:>10} {x!s:5}| {5:05d} {'é'!r} {'é'!a}", f"{'a':{'>'}5}")
class T(tuple):
    def __add__(s,o): return "T"
print(T()+(), T()+T(), ()+T(), (1,)+(2,), [1]+[2], b"a"+b"b", "a"+"b", bytearray(b"a")+bytearray(b"b"))
try: print([1]+(2,))
except TypeError as e: print(e)
d={"a":1,**{"b":2},"a":3,"c":4}; print(d, {**{}})
