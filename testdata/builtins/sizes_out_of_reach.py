# Collections that cannot be had raise MemoryError at once.
import itertools

huge = range(10**13)
for make in list, tuple, sorted, lambda x: [*x], lambda x: [].extend(x), lambda x: bytes(len(x)), lambda x: "a" * len(x):
    try:
        make(huge)
    except MemoryError as e:
        print("MemoryError", e)
try:
    list(itertools.repeat(0, 10**13))
except MemoryError as e:
    print("MemoryError", e)
