# Types of the library's C modules are named in full in the errors of C functions, classes of programs are not.
import bisect, collections, datetime, heapq, itertools, math, operator, re
from decimal import Decimal


class Own: pass


for value in (Decimal(1), datetime.timedelta(1), collections.deque(), Own(), itertools.count()):
    for call in (lambda: math.frexp(value), lambda: math.floor(value), lambda: len(value), lambda: heapq.heapify(value), lambda: heapq.heappop(value), lambda: value + [], lambda: [1][value], lambda: value[0], lambda: "a" + value,
                 lambda: re.sub("x", "y", value), lambda: re.match("x", value), lambda: operator.concat(value, value), lambda: operator.index(value), lambda: list(value) if not isinstance(value, itertools.count) else None, lambda: value(), lambda: int(value, 3), lambda: datetime.timedelta(value),
                 lambda: "".join([value]), lambda: b"".join([value]), lambda: bisect.bisect([1], value), lambda: isinstance(1, value), lambda: value < 1, lambda: -value, lambda: ~value, lambda: chr(value), lambda: ord(value), lambda: bytes(value) if not isinstance(value, itertools.count) else None,
                 lambda: float(value), lambda: complex(value), lambda: round(value), lambda: abs(value), lambda: sum([value], []), lambda: {**value}, lambda: print(*value) if not isinstance(value, itertools.count) else None, lambda: hash([value]), lambda: "%d" % value, lambda: f"{value:x}", lambda: next(value) if not isinstance(value, itertools.count) else None):
        try:
            result = call()
        except Exception as e:
            print(type(value).__name__, type(e).__name__, e)
