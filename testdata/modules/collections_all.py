from collections import Counter, defaultdict, OrderedDict, deque, namedtuple, ChainMap, UserDict, UserList, UserString
c = Counter("abracadabra")
print(c, c.most_common(2), c["z"], sum(c.values()), c.total(), sorted(c.elements())[:6], Counter(a=1) + Counter(a=2, b=1), Counter(a=3) - Counter(a=1, b=5), Counter(a=1, b=3) & Counter(a=2, b=1), Counter(a=1) | Counter(a=5), +Counter(a=-1, b=2), Counter(["x", "y", "x"]), Counter({"a": 1}) == Counter(a=1), Counter(a=1) <= Counter(a=2))
c.update("aaa"); c.subtract("bb")
print(c, c.most_common()[-1], dict(c.most_common(1)))
d = defaultdict(list)
d["a"].append(1); d["b"]
print(d, d["a"], dict(d), d.default_factory, "zz" in d, d.get("zz"), defaultdict(int, a=1), defaultdict(lambda: "x")["q"])
try:
    defaultdict(None)["k"]
except KeyError as e:
    print(repr(e))
o = OrderedDict([("x", 1), ("y", 2)])
o.move_to_end("x"); o["z"] = 3
print(o, o.popitem(), list(reversed(o)), o == OrderedDict(y=2, x=1), OrderedDict(a=1) == {"a": 1})
q = deque([1, 2, 3], maxlen=4)
q.append(4); q.append(5); q.appendleft(0); q.extend([7]); q.rotate(1)
print(q, q.maxlen, q[0], q[-1], len(q), q.count(7), q.index(2), q.pop(), q.popleft(), list(reversed(q)), 3 in q, deque("abc"), deque([1]) + deque([2]), deque([1]) * 2, deque([1, 2]) == deque([1, 2]), deque() < deque([1]))
q.insert(1, "i"); q.remove("i"); q.extendleft("xy"); q.reverse(); q[0] = "set"; del q[1]
print(q, q.copy(), bool(deque()))
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p._asdict(), p._replace(x=5), P._fields, P._make([7, 8]), p == (1, 2), tuple(p), P.__doc__, p + (3,), *p)
E = namedtuple("E", ["a", "b", "c"], defaults=[10, 20])
print(E(1), E._field_defaults, namedtuple("R", "class def x x", rename=True)._fields, hash(p) == hash((1, 2)), isinstance(p, tuple), P.x.__doc__)
ch = ChainMap({"a": 1}, {"a": 2, "b": 3})
ch["c"] = 9
print(ch, ch["a"], ch["b"], len(ch), sorted(ch), ch.maps[0], ch.new_child({"z": 0})["z"], ch.parents, dict(ch))
class UD(UserDict):
    def __setitem__(self, k, v): super().__setitem__(str(k), v)
u = UD({1: 2}); u[3] = 4
print(u, u.data, UserList([3, 1]) + [2], UserString("ab").upper(), sorted(UserList([3, 1])), len(UserString("abc")))
for e in ("deque().pop()", "deque().popleft()", "deque([1])[5]", "deque([1]).remove(9)", "deque([1]).index(9)", "deque(5)", "deque(maxlen=-1)", "deque([1], 1).insert(0, 2)", "P(1)", "P(1, 2, 3)", "P(1, z=2)", "P._make([1])", "p._replace(q=1)", "setattr(p, 'x', 1)", "namedtuple('X', 'a a')", "namedtuple('X', '1a')", "namedtuple('X', '_a')", "namedtuple('class', 'a')", "namedtuple('X', 'a', defaults=[1, 2])", "ch['nope']", "ch.pop('b')", "Counter(5)", "Counter('a', 'b')", "defaultdict(5)", "OrderedDict().popitem()", "o.move_to_end('nope')", "hash(deque())", "deque([1]) + [1]", "Counter.fromkeys('a')", "u['x']", "p.nope", "p[5]"):
    try:
        print(e, eval(e))
    except Exception as x:
        print(e, "->", type(x).__name__, x)

