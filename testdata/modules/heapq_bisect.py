import heapq, bisect
h = []
for x in (5, 1, 4, 1, 3): heapq.heappush(h, x)
print(h, heapq.heappop(h), h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), h)
l = [9, 8, 7, 3, 2, 1]
heapq.heapify(l)
print(l, [heapq.heappop(l) for _ in range(6)], l)
print(heapq.nlargest(3, [1, 5, 2, 8]), heapq.nsmallest(2, [4, 1, 3]), heapq.nlargest(2, ["aa", "b", "ccc"], key=len), heapq.nsmallest(1, []), heapq.nsmallest(10, [2, 1]), list(heapq.merge([1, 4], [2, 3], [0])), list(heapq.merge([3, 1], [2], reverse=True)), list(heapq.merge(["b"], ["A", "C"], key=str.lower)), heapq.nlargest(1, [(1, "a"), (1, "b")]))
pq = []
for p, t in ((2, "code"), (1, "eat"), (3, "sleep"), (1, "alpha")): heapq.heappush(pq, (p, t))
print([heapq.heappop(pq) for _ in range(4)])
a = [1, 2, 2, 3, 5]
print(bisect.bisect_left(a, 2), bisect.bisect_right(a, 2), bisect.bisect(a, 4), bisect.bisect_left(a, 0), bisect.bisect(a, 99), bisect.bisect_left(a, 3, 1, 3), bisect.bisect(["apple", "Fig"], "b", key=str.lower))
bisect.insort(a, 4); bisect.insort_left(a, 2); bisect.insort_right(a, 0); bisect.insort(a, 2.5)
print(a)
ws = ["a", "bb", "cccc"]
bisect.insort(ws, "xxx", key=len)
print(ws, "".join("FDCBA"[bisect.bisect([60, 70, 80, 90], s)] for s in (33, 99, 77, 70, 89, 90, 100)))
for e in ("heapq.heappop([])", "heapq.heapreplace([], 1)", "heapq.heappush(5, 1)", "heapq.heapify((1,))", "heapq.heappush([1], 'a')", "heapq.nlargest('a', [1])", "heapq.heappushpop([], 1)", "bisect.bisect([1, 'a'], 2)", "bisect.bisect([1], 'a')", "bisect.bisect(5, 1)", "bisect.bisect_left([1], 1, -1)", "bisect.insort((1,), 2)", "heapq.heapify(5)", "bisect.bisect()", "heapq.merge(5)", "list(heapq.merge([1], ['a']))"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)
import random
r = random.Random(1)
data = [r.randrange(1000) for _ in range(300)]
hp = data[:]
heapq.heapify(hp)
print([heapq.heappop(hp) for _ in range(300)] == sorted(data), heapq.nlargest(5, data) == sorted(data, reverse=True)[:5])

