# What ints of subclasses give where an exact int is asked for; a bytearray that is extended by itself.
import operator


class N(int):
    def __int__(self):
        return 12


print("%d %x %o" % (N(1), N(17), N(9)), operator.index(N(5)), type(operator.index(N(5))).__name__)
for x in (bytearray(b"abc"), bytearray()):
    try:
        x += x
        print(x)
    except BufferError as e:
        print(e, x)
for text in ("é", "zz", "ab é", "0", "ab0"):
    try:
        print(bytes.fromhex(text))
    except ValueError as e:
        print(e)
for x in (-1, -2, 0, 1, -128, -129):
    for n in (0, 1):
        try:
            print(x, n, x.to_bytes(n, "big", signed=True))
        except OverflowError as e:
            print(x, n, e)
