data = {"users": [{"name": "Ann", "age": 31, "langs": ["go", "python"]}, {"name": "Bob", "age": 25, "langs": []}, {"name": "Cy", "age": 40, "langs": ["python"]}]}
users = data["users"]
print([u["name"] for u in users if u["age"] > 30], sum(u["age"] for u in users) / len(users), max(users, key=lambda u: u["age"])["name"])
print({l for u in users for l in u["langs"]} == {"go", "python"}, {u["name"]: len(u["langs"]) for u in users}, sorted(users, key=lambda u: (-len(u["langs"]), u["name"]))[0]["name"])
by = {}
for u in users:
    for l in u["langs"] or ["none"]: by.setdefault(l, []).append(u["name"])
print(by)
users[0]["langs"].append("rust")
users[1] |= {"age": 26, "city": "Oslo"}
print(users[1], users[0]["langs"][-1], data["users"][2].get("city", "unknown"), data.get("nope", {}).get("x"))
matrix = [[i * 3 + j for j in range(3)] for i in range(3)]
print(matrix, [list(r) for r in zip(*matrix)], [row[::-1] for row in matrix], sum(matrix[i][i] for i in range(3)), [x for row in matrix for x in row if x % 2])
matrix[1][1:] = ["x", "y"]
matrix.insert(1, [])
del matrix[0][0]
print(matrix)
def flatten(x):
    for i in x:
        if isinstance(i, (list, tuple)): yield from flatten(i)
        else: yield i
print(list(flatten([1, (2, [3, [4, ()]]), [[5]]])))
def deep_get(d, path, default=None):
    for k in path.split("."):
        try:
            d = d[int(k)] if isinstance(d, list) else d[k]
        except (KeyError, IndexError, ValueError, TypeError):
            return default
    return d
print(deep_get(data, "users.0.name"), deep_get(data, "users.9.name", "?"), deep_get(data, "users.x"), deep_get(data, "users.0.langs.1"))
def merge(a, b):
    return {k: merge(a[k], b[k]) if isinstance(a.get(k), dict) and isinstance(b.get(k), dict) else b.get(k, a.get(k)) for k in [*a, *(k for k in b if k not in a)]}
print(merge({"a": 1, "n": {"x": 1, "y": 2}}, {"b": 2, "n": {"y": 3, "z": 4}}))
def walk(o, depth=0):
    pad = "  " * depth
    match o:
        case dict():
            for k, v in o.items():
                print(f"{pad}{k}:")
                walk(v, depth + 1)
        case list() if o and all(isinstance(x, (int, str)) for x in o): print(f"{pad}{o}")
        case list():
            for i, v in enumerate(o): print(f"{pad}- {i}"); walk(v, depth + 1)
        case _: print(f"{pad}{o!r}")
walk({"a": [1, 2], "b": {"c": None, "d": [{"e": 1.5}]}})
a = b = []
a.append(1)
print(b, a is b, [[]] * 2, [[] for _ in range(2)])
t = (1, [2, 3])
t[1].append(4)
print(t, hash((1, (2, 3))) == hash((1, (2, 3))))
first, (second, *rest), *others = [1, [2, 3, 4], 5, 6]
print(first, second, rest, others)
stack, queue = [], []
for i in range(4): stack.append(i); queue.insert(0, i)
print(stack.pop(), queue.pop(), stack, queue, stack[::-1] == list(reversed(stack)))
print(dict(sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1])), [*{"x": 1, "y": 2}], list(enumerate({"k": "v"}.items())), dict(enumerate("ab")), {v: k for k, v in {"a": 1, "b": 1}.items()})

