# However high the recursion limit, nesting ends in RecursionError before the stack does.
import sys

sys.setrecursionlimit(10**6)


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


n = depth(1)
print(sys.getrecursionlimit(), 140_000 < n <= 150_000)
