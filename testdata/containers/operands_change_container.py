# Operands whose conversion changes the list that is being worked on.
import bisect
import copy
import functools
import heapq
import itertools
import operator


class Spoil:
    def __init__(self, target, value=1, do="clear"):
        self.target, self.value, self.do = target, value, do

    def act(self):
        if self.do == "clear":
            self.target.clear()
        elif self.do == "grow" and len(self.target) < 200:
            self.target.extend(range(50))

    def __index__(self): self.act(); return self.value
    def __eq__(self, o): self.act(); return True
    def __lt__(self, o): self.act(); return False
    def __hash__(self): return 1
    def __bool__(self): self.act(); return True
    def __iter__(self): self.act(); return iter([1, 2])
    def __len__(self): self.act(); return 3
    def __repr__(self): self.act(); return "S"
    def __call__(self, *a): self.act(); return 0
    def __format__(self, s): self.act(); return "F"


ops = {
    'get': lambda c, s: c[s],
    'set': lambda c, s: operator.setitem(c, s, 7),
    'setv': lambda c, s: operator.setitem(c, 1, s),
    'del': lambda c, s: operator.delitem(c, s),  'slice1': lambda c, s: c[s:],
    'slice2': lambda c, s: c[:s],
    'slice3': lambda c, s: c[::s],
    'slicea': lambda c, s: c[s:4:1],
    'sliceneg': lambda c, s: c[4:s:-1],  'setslice': lambda c, s: operator.setitem(c, slice(s, None), [1, 2]),
    'setslice2': lambda c, s: operator.setitem(c, slice(0, s), c),
    'setslicev': lambda c, s: operator.setitem(c, slice(1, 3), s),  'setstep': lambda c, s: operator.setitem(c, slice(None, None, s), c),
    'setstepv': lambda c, s: operator.setitem(c, slice(0, 4, 2), s),  'delslice': lambda c, s: operator.delitem(c, slice(s, None)),
    'delstep': lambda c, s: operator.delitem(c, slice(None, None, s)),
    'delstep2': lambda c, s: operator.delitem(c, slice(s, None, 2)),  'mul': lambda c, s: c * s,
    'imul': lambda c, s: operator.imul(c, s),
    'insert': lambda c, s: c.insert(s, 9),
    'insertv': lambda c, s: c.insert(2, s),
    'pop': lambda c, s: c.pop(s),
    'append': lambda c, s: c.append(s),  'extend': lambda c, s: c.extend(s),
    'iadd': lambda c, s: operator.iadd(c, s),
    'add': lambda c, s: c + s,
    'index': lambda c, s: c.index(s),
    'index4': lambda c, s: c.index(2, 0, s),
    'count': lambda c, s: c.count(s),  'remove': lambda c, s: c.remove(s),
    'contains': lambda c, s: s in c,
    'eq': lambda c, s: c == [s, 1, 2, 5, 4],
    'lt': lambda c, s: c < [s, 1, 2, 5, 4],
    'rotate': lambda c, s: c.rotate(s),
    'sort': lambda c, s: c.sort(key=s),    'bisect': lambda c, s: bisect.bisect(c, s),
    'insort': lambda c, s: bisect.insort(c, s),
    'heappush': lambda c, s: heapq.heappush(c, s),
    'heapify': lambda c, s: (c.append(s), heapq.heapify(c)),
    'heappop': lambda c, s: (c.insert(1, s), heapq.heappop(c)),
    'heapreplace': lambda c, s: heapq.heapreplace(c, s),  'sorted': lambda c, s: sorted(c, key=s),
    'min': lambda c, s: min(c, key=s),
    'map': lambda c, s: list(map(s, c)),
    'filter': lambda c, s: list(filter(s, c)),
    'any': lambda c, s: any(itertools.chain([0], c)),
    'repr': lambda c, s: (c.append(s), repr(c)),
    'copy': lambda c, s: copy.deepcopy(c),  'sum': lambda c, s: sum(c, s),
    'reversed': lambda c, s: [s() for x in reversed(c)],
    'iter': lambda c, s: [s() for x in c],
    'islice': lambda c, s: list(itertools.islice(c, s)),
    'groupby': lambda c, s: [list(g) for k, g in itertools.groupby(c, s)],
    'reduce': lambda c, s: functools.reduce(s, c),
    'tuple': lambda c, s: (c.append(s), tuple(c) == (1, 2)),
    'starred': lambda c, s: [*c, *s],
    'zip': lambda c, s: [s() for x in zip(c, c)],
    'enumerate': lambda c, s: [s() for x in enumerate(c)],
    'join2': lambda c, s: ''.join(str(s) for x in c),
    'fmt': lambda c, s: f'{s}{c}',
    'percent': lambda c, s: '%s %s' % (s, c),
}
for name, op in ops.items():
    for do in "clear", "grow":
        for value in 1, -1, 3:
            c = [3, 1, 2, 5, 4]
            s = Spoil(c, value, do)
            try:
                r = op(c, s)
            except Exception as e:
                r = type(e).__name__ + ": " + str(e)
            s.do = ""
            print(name, do, value, str(r)[:50], len(c))
