from collections import deque, defaultdict
import heapq
edges = [("A", "B", 4), ("A", "C", 2), ("C", "B", 1), ("B", "D", 5), ("C", "D", 8), ("D", "E", 3), ("F", "G", 1)]
g = defaultdict(dict)
for u, v, w in edges: g[u][v] = w; g[v][u] = w
def bfs(s):
    seen, q, order = {s}, deque([s]), []
    while q:
        u = q.popleft(); order.append(u)
        for v in sorted(g[u]):
            if v not in seen: seen.add(v); q.append(v)
    return order
def dfs(u, seen=None):
    seen = seen if seen is not None else []
    seen.append(u)
    for v in sorted(g[u]):
        if v not in seen: dfs(v, seen)
    return seen
def dijkstra(s):
    dist, prev, pq = {s: 0}, {}, [(0, s)]
    while pq:
        d, u = heapq.heappop(pq)
        if d > dist[u]: continue
        for v, w in g[u].items():
            nd = d + w
            if nd < dist.get(v, float("inf")):
                dist[v], prev[v] = nd, u
                heapq.heappush(pq, (nd, v))
    return dist, prev
print(bfs("A"), dfs("A"))
dist, prev = dijkstra("A")
print(dist, prev)
def path(t):
    p = [t]
    while p[-1] in prev: p.append(prev[p[-1]])
    return "->".join(reversed(p))
print(path("E"), path("B"))
def components():
    left, out = set(g), []
    while left:
        c = set(bfs(min(left)))
        out.append(sorted(c)); left -= c
    return out
print(components())
def topo(deps):
    out, state = [], {}
    def visit(n):
        if state.get(n) == 1: raise ValueError(f"cycle at {n}")
        if n in state: return
        state[n] = 1
        for m in deps.get(n, ()): visit(m)
        state[n] = 2
        out.append(n)
    for n in deps: visit(n)
    return out
print(topo({"app": ["lib", "log"], "lib": ["core"], "log": ["core"]}))
try:
    topo({"a": ["b"], "b": ["a"]})
except ValueError as e:
    print(e)
grid = ["S.#.", "..#E", "...."]
cells = {(r, c): ch for r, row in enumerate(grid) for c, ch in enumerate(row)}
start = next(k for k, v in cells.items() if v == "S")
q, steps = deque([start]), {start: 0}
while q:
    r, c = q.popleft()
    for n in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
        if cells.get(n, "#") != "#" and n not in steps: steps[n] = steps[r, c] + 1; q.append(n)
print(next(steps[k] for k, v in cells.items() if v == "E"), len(steps))

